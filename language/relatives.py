"""Relative clauses that make a statement of their own."""

from __future__ import annotations

from itertools import pairwise

from language.clauses import Clause
from language.tags import Tagged
from language.wordset import word_set


def unfold_relatives(sentence: Tagged, chunks: list[Clause]) -> list[Clause]:
    """ "It is so in such disease, where A should be withheld": the pause shows a statement, and no condition."""
    words = sentence.words
    for number, (before, chunk) in enumerate(pairwise(chunks), 1):
        if (
            chunk.kind == "condition"
            and words[chunk.first] == "where"
            and words[chunk.first - 1] == ","
            and before.kind == "main"
            and any(before.first <= f.first and f.last <= before.last for f in sentence.facts)
            and _NORMATIVE & set(words[chunk.first : chunk.last + 1])
            and any(chunk.first < m.first <= chunk.last for m in sentence.mentions)
        ):
            chunks[number] = Clause(chunk.first + 1, chunk.last, "main", ",")
    return chunks


_NORMATIVE = word_set("should must is are can may has have ought remains does do cannot")
