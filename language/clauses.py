"""A sentence cut into clauses: stretches that make one statement each, and what joins them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from language.tags import Mention, Tagged
from language.wordset import word_set

ClauseKind = Literal["main", "condition", "exception", "cause", "time", "concession", "whether", "purpose"]


_ADVERBS = word_set(
    "then also please therefore thus hence so and or but nor always simply just next first still now "
    "instead afterwards however to only strongly routinely merely consequently accordingly otherwise "
    "rather immediately promptly"
)


_FRONTED = word_set("in for with among at given on after during")
_IGNORING = word_set("ignores ignore disregards disregard overlooks overlook pays pay takes take")
_VERDICTS = word_set("yes no ok okay fine out in off never nil")
_WHOM = word_set("disease patient patients case cases setting situation")


def _commands(sentence: Tagged, first: int, at: int, mentions: Sequence[Mention]) -> bool:
    """ "In such disease give A": a command behind the patients whom it is for."""
    words = sentence.words
    whom = any(f.first > first and f.last == at - 1 for f in sentence.facts) or (
        words[at - 1] in _WHOM | sentence.vocabulary.disease_nouns
        and any(first < f.first < at for f in sentence.facts)
    )
    return whom and any(0 < m.first - at <= 3 for m in mentions)


def so_we(sentence: Tagged, first: int, last: int) -> bool:
    """ "..., which we leave out", "..., so I do without": what somebody does is a statement of its own."""
    words = sentence.words
    if any(first <= m.first and m.last <= last for m in sentence.mentions):
        return False
    at = first
    while at < last and (words[at] in _LINKS or not words[at][0].isalnum()):
        at += 1
    if words[at] not in _WE:
        return False
    at += 1
    while at < last and (words[at] in _ADVERBS or words[at].endswith("ly")):
        at += 1
    return any(
        h.first == at for name in ("against", "imperative", "delay") for h in sentence.has(name, at, last)
    )


_LINKS = word_set("which and so but therefore hence thus then")
_WE = word_set("we i they one")


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens first..last of a sentence.

    joiner: the word or mark in front; `elliptical`: it has no verb of its own and stands apart
    from its neighbours; `shares`: its auxiliary, and so the condition behind it, is also that of
    the clause before.
    """

    first: int
    last: int
    kind: ClauseKind
    joiner: str
    elliptical: bool = False
    shares: bool = False


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
    if so_we(sentence, first, last):
        return True
    mentions = [m for m in sentence.mentions if first <= m.first and m.last <= last]
    if words[first] in _FRONTED and any(
        _commands(sentence, first, h.first, mentions) for h in sentence.has("imperative", first, last)
    ):
        return True
    if mentions:
        end = last
        while end > first and not words[end][0].isalnum():
            end -= 1
        gap = end - mentions[-1].last
        if 1 < gap <= 3 and words[mentions[-1].last + 1] == "not":
            return True  # "A not indicated"
        if words[end] in _VERDICTS and (gap == 1 or (words[end] in {"never", "yes", "no"} and 0 < gap <= 6)):
            return True
        behind = mentions[0].last
        for name in ("against", "delay", "needless"):
            if any(h.first > behind for h in sentence.has(name, first, last)):
                return True
        if any(
            h.first > behind and words[h.first] in _IGNORING for h in sentence.has("whatever", first, last)
        ):
            return True
    return False


def whole_case(sentence: Tagged, block: str, clauses: list[Clause]) -> list[Clause]:
    """An item that is nothing but a condition ("- if it is so") says when what its heading says holds."""
    if block == "item" and len(clauses) > 1 and _lists_findings(sentence, clauses):
        return [Clause(clauses[0].first, clauses[-1].last, "main", "", elliptical=True)]
    if block != "item" or not clauses or not opens_case(sentence) or len(clauses) > 2:
        return clauses
    if any(c.kind != "condition" for c in clauses) and len(clauses) > 1:
        return clauses
    return [Clause(clauses[0].first, clauses[-1].last, "main", "", elliptical=True)]


def _lists_findings(sentence: Tagged, clauses: Sequence[Clause]) -> bool:
    """ "- silent B, no such sign, no plan of that": an item that names findings only is one case."""
    if sentence.mentions or any(c.kind != "main" or c.joiner not in {"", ",", "and"} for c in clauses):
        return False
    found = [[f for f in sentence.facts if c.first <= f.first and f.last <= c.last] for c in clauses]
    if not all(found) or has_predicate(sentence, clauses[0].first, clauses[-1].last):
        return False
    return any("no" in sentence.words[f.first - 1 : f.last + 1] for own in found[1:] for f in own)


def opens_case(sentence: Tagged) -> bool:
    return sentence.words[0] in _CASES and not sentence.mentions


_CASES = word_set("if when whenever where once until till as while")
