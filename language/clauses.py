"""A sentence cut into clauses: stretches that make one statement each, and what joins them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from language.tags import Tagged
from language.wordset import word_set

ClauseKind = Literal["main", "condition", "exception", "cause", "time", "concession", "whether", "purpose"]


_ADVERBS = word_set(
    "then also please therefore thus hence so and or but nor always simply just next first still now "
    "instead afterwards however to only strongly routinely merely consequently accordingly otherwise "
    "rather immediately promptly"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens first..last of a sentence.

    joiner: the word or mark in front; `elliptical`: it has no verb of its own and stands apart
    from its neighbours.
    """

    first: int
    last: int
    kind: ClauseKind
    joiner: str
    elliptical: bool = False


def has_predicate(sentence: Tagged, first: int, last: int) -> bool:
    """Whether a stretch has a verb of its own: a finite one, or an imperative at its front."""
    words = sentence.words
    if sentence.has("modal", first, last):
        return True
    index = first
    while index <= last and (not words[index][0].isalnum() or words[index] in _ADVERBS):
        index += 1
    if index <= last and words[index] in {"do", "never", "not"} and index < last:
        index += 1
        if index <= last and words[index] == "not":
            index += 1
    if any(h.first == index for h in sentence.has("imperative", first, last)):
        return True
    mentions = [m for m in sentence.mentions if first <= m.first and m.last <= last]
    if mentions:
        behind = mentions[0].last
        for name in ("against", "delay", "needless"):
            if any(h.first > behind for h in sentence.has(name, first, last)):
                return True
    return False
