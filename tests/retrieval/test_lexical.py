"""Ranking by words."""

from __future__ import annotations

import pytest

from ingest.guideline import Guideline
from retrieval.lexical import LexicalRanking, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("The of and", []),
        ("KRAS-mutant tumors", ["kras-mutant", "kras", "mutant", "tumor"]),
        ("50.4 Gy in 1.8–2.0 Gy", ["50.4", "gy", "1.8–2.0", "1.8", "2.0", "gy"]),
        ("metastases therapies diagnosis virus mass", ["metastase", "therapy", "diagnosis", "virus", "mass"]),
        ("ﬁrst LINE", ["first", "line"]),
        ("T3/T4", ["t3/t4", "t3", "t4"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_statements_that_share_no_word_are_left_out(shipped: Guideline) -> None:
    ranking = LexicalRanking(shipped.statements)
    assert ranking.rank("zzz") == []
    assert ranking.rank("") == []
    found = ranking.rank("CEA")
    assert [name for name, _ in found] == ["8.2"]
    scores = [score for _, score in ranking.rank("systemic chemotherapy in metastatic disease")]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) > 0
