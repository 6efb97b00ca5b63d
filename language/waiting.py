"""Advice to wait and see: what doing nothing is advice against, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from language.bystanders import compares
from language.clauses import Clause
from language.context import Context
from language.reading import Claim
from language.stance import Direction
from language.tags import Mention
from language.wordset import word_set


def against_waiting(context: Context, claim: Claim, d: Direction) -> Iterator[Claim]:
    """Advice to do nothing is advice against what it stands for, and to leave alone what it is done to."""
    if not claim.advises or not (d.recognised or _is_whole_plan(context)) or compares(context, claim):
        return
    left = context.vocabulary.instead_objects
    if all(m.instead or m.neighbour for m in context.mentions):
        yield from (replace(claim, intervention=to) for _of, to in left)
    named = [name for name, _f, _l in context.sentence.subjects] or [
        h.subject or "" for h in context.headings
    ]
    tracked = {name for name in named if name in context.vocabulary.tracked_subjects}
    if tracked and tracked <= {of for of, _to in left} and not _PEOPLE & set(context.words):
        return  # "a silent A is observed": nothing is said of those who have it
    yield replace(claim, stance="against")


def comes_behind_a_wait(context: Context, clause: Clause, m: Mention) -> bool:
    """ "She comes back in six months; then A is discussed": A is put off without a word of delay."""
    sentence = context.sentence
    if any(0 < h.first - m.last <= _NEAR for h in sentence.has("worsened")):
        return True  # "A is started only once it has doubled"
    sequels = [h for h in sentence.has("sequel", 0, clause.last) if abs(h.first - m.first) <= _NEAR]
    waits = [h for h in sentence.has("waiting") if h.last < m.first and h.last <= clause.last]
    if waits:
        return any(h.last >= waits[0].last for h in sequels)
    return context.discourse.waiting and any(h.first < clause.first + _NEAR for h in sequels)


_NEAR = 14  # tokens between what comes behind a wait and the word that says so


def _is_whole_plan(context: Context) -> bool:
    """ "Observation only", "Finding: observation": a note's plan, without a verb."""
    labelled = len(context.words) <= 12 and ":" in context.words[:8]
    return labelled or len([w for w in context.words if w[0].isalnum()]) <= 3


_PEOPLE = word_set("patient patients he she him her they them people person man woman someone anyone those")
