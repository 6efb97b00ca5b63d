from __future__ import annotations

import pytest

from answering.pieces import pieces


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("", []),
        ("One", ["One"]),
        ("One [1.1]. Two.", ["One [1.1].", " Two."]),
        ("**Yes.** Two", ["**Yes.**", " Two"]),
        ("25.5 Gy in 5", ["25.5 Gy in 5"]),
        ("a\n\nb\n", ["a", "\n\nb", "\n"]),
    ],
)
def test_pieces_joined_are_the_answer(answer: str, expected: list[str]) -> None:
    assert list(pieces(answer)) == expected
    assert "".join(pieces(answer)) == answer
