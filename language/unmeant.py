"""Pronouns that stand for none of the names before them: for a text, an event, or what was only beside it."""

from __future__ import annotations

from collections.abc import Sequence

from language.clauses import Clause
from language.context import Context
from language.stance import Direction
from language.tags import Mention
from language.wordset import word_set

_DENYING_PERSONS = word_set("nobody none")
_DOING = word_set("would will should must can could may might does do did let is are be")


def leaves_open(context: Context, clause: Clause) -> bool:
    """ "B is not spelled out in the text, so we would not read anything into it": the text is meant."""
    return bool(context.sentence.has("not_covered", 0, clause.first)) and not any(
        context.sentence.has(name, clause.first, clause.last)
        for name in ("advise", "weak", "against", "delay")
    )


def is_only_denied(context: Context, clause: Clause, d: Direction) -> bool:
    """ "Nobody hopes for this": a denied verb that says nothing about doing it, and a pronoun behind it."""
    words = context.words[clause.first : clause.last + 1]
    subject = any(
        h.first - clause.first <= 1 for h in context.sentence.has("they", clause.first, clause.last)
    )
    return (
        words[0] in _DENYING_PERSONS
        and not subject
        and not _DOING & set(words)
        and len(d.cues) == 1
        and d.cues[0] == words[0]
    )


def is_circumstance(context: Context, m: Mention) -> bool:
    """ "people on A never need one": what those spoken of have anyway is not what comes next is about."""
    words, at = context.words, m.first - 1
    while at > 0 and words[at] in {"the", "a", "modern", "such"}:
        at -= 1
    return at > 0 and words[at] == "on" and words[at - 1] in {"people", "patients", "those", "patient"}


def class_of_another(context: Context, id: str, ids: Sequence[str]) -> bool:
    """Whether a name is only the class of another one named beside it."""
    known = context.vocabulary.interventions
    return id in known and any(o != id and o in known and id in known[o].ancestors for o in ids)
