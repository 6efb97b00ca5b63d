"""Findings that a text sets side by side: "A, B or C", "A versus B" are cases, and none is said of a patient."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from language.condition import Any, Condition, Fact
from language.reading import StatedFact

_LISTED = re.compile(
    r"[\s,/&]*(?:(?:and|or|vs\.?|versus|than|from|as)\b)?[\s,/&]*(?:(?:an?|the|in|with|of|for|by)\b\s*)*(?:\w+ly\s+)?",
    re.IGNORECASE,
)
_OR = re.compile(r"\b(?:or|vs\.?|versus)\b", re.IGNORECASE)
Row = tuple[StatedFact, ...]


def rows(text: str, facts: Sequence[StatedFact], sentence: int) -> Iterator[Row]:
    """The lists of different findings in a sentence, nothing but joints between them."""
    found = sorted(
        (f for f in facts if f.sentence == sentence and is_sign(f.condition)), key=lambda f: f.start
    )
    row: list[StatedFact] = []
    for fact in found:
        if row and not is_listed(text, row[-1], fact):
            yield from _several(row)
            row = []
        row.append(fact)
    yield from _several(row)


def alternatives(text: str, facts: Sequence[StatedFact], sentence: int) -> Iterator[Row]:
    """Those lists that have an "or"."""
    for row in rows(text, facts, sentence):
        if _OR.search(text[row[0].end : row[-1].start]):
            yield row


def several(text: str, facts: Sequence[StatedFact], sentence: int, *, asked: bool) -> tuple[Condition, ...]:
    """The cases that a sentence sets side by side; `asked`: in a question about no patient each list is one."""
    found = rows(text, facts, sentence) if asked else alternatives(text, facts, sentence)
    cases = [f.condition for row in found for f in row]
    for fact in facts:
        if fact.sentence == sentence and isinstance(fact.condition, Any) and not fact.supposed:
            parts = fact.condition.parts
            cases += parts if all(is_sign(p) for p in parts) and len(parts) == _TWO else ()
    return tuple(dict.fromkeys(cases))


_TWO = 2  # of "the one or the other"; a name for all of them says nothing of cases


def is_sign(condition: Condition) -> bool:
    """Whether a condition says that one thing is there."""
    return isinstance(condition, Fact) and condition.value == "yes"


def is_listed(text: str, first: StatedFact, second: StatedFact) -> bool:
    """Whether nothing but the joints of a list stands between two facts."""
    return first.end <= second.start and _LISTED.fullmatch(text[first.end : second.start]) is not None


def _several(row: Sequence[StatedFact]) -> Iterator[Row]:
    if len({f.condition for f in row}) > 1:
        yield tuple(row)
