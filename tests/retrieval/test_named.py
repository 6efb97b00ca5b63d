"""Which numbers in a question name a statement."""

from __future__ import annotations

import pytest

from ingest.guideline import Guideline
from retrieval.named import named_statements


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("what does 6.4 say?", ("6.4",)),
        ("What do 3.3 and 9.3 say about KRAS?", ("3.3", "9.3")),
        ("statement 6.4", ("6.4",)),
        ("Statements 6.4, 6.5 and 2.11 please", ("6.4", "6.5", "2.11")),
        ("section 2.10 of the guideline", ("2.10",)),
        ("recommendation 5.1?", ("5.1",)),
        ("explain 9.4", ("9.4",)),
        ("Quote 7.3 verbatim.", ("7.3",)),
        ("see [3.3, 9.3]", ("3.3", "9.3")),
        ("is that right (4.2)?", ("4.2",)),
        ("6.4 says 25 Gy, doesn't it?", ("6.4",)),
        ("6.4", ("6.4",)),
        ("6.4, 6.5?", ("6.4", "6.5")),
        ("§ 6.4", ("6.4",)),
        ("statement 99.1", ()),
        ("statement 6.4 and statement 6.4", ("6.4",)),
        ("a tumor of 4.3 cm", ()),
        ("tumor (4.3 cm)", ()),
        ("(4.2 cm above the verge)", ()),
        ("Hb 7.2 g/dL", ()),
        ("CEA rose to 5.2", ()),
        ("fractions of 2.1 Gy", ()),
        ("I see 4.3 cm of it", ()),
        ("does 1.2 Gy suffice?", ()),
        ("45 to 50.4 Gy", ()),
        ("version 6.4.1 of it", ()),
        ("statement 6.45", ()),
    ],
)
def test_named_statements(shipped: Guideline, question: str, named: tuple[str, ...]) -> None:
    assert named_statements(question, shipped) == named
