"""Which name of a clause a word of delay is about, and which names only date it."""

from __future__ import annotations

from collections.abc import Sequence

from language.clauses import Clause
from language.company import is_of_a_part
from language.context import Context
from language.matcher import Hit
from language.tags import Mention
from language.wordset import word_set

_DENYING = word_set("rather instead")
_JOINING = word_set("and or / + & with , the")
_ELAPSED = word_set("after later following from elapse elapsed")
_COUNTS = word_set(
    "half many some one two three four five six seven eight nine ten eleven twelve several few couple"
)
_DELAY_ENDS = word_set("until till for after because while in by behind so")
_BEING = frozenset({"be", "is", "are", "was", "were", "been", "being", "not"})


def counts(word: str) -> bool:
    """Whether a word is a number of something."""
    return word.isdigit() or word in _COUNTS or word == "%"


def _is_counted(context: Context, m: Mention) -> bool:
    """Whether a name is only the measure of a time: "wait for two cycles"."""
    return bool(m.first) and counts(context.words[m.first - 1])


def delayed_mention(context: Context, clause: Clause, mentions: Sequence[Mention]) -> Mention | None:
    """Which mention the word of delay is about: its object, else its subject."""
    hit = delays(context, clause)[0]
    passive = context.words[hit.first - 1 : hit.first] and context.words[hit.first - 1] in _BEING
    mentions = [m for m in mentions if not _is_counted(context, m)]
    if _has_elapsed(context, hit):  # "six months after A": B, that stands in front, waits
        waiting = [m for m in mentions if m.last < hit.first]
        dated = [m for m in mentions if m.first > hit.last]
        if waiting or len(dated) < 2:
            return waiting[-1] if waiting else None
        joined = set(context.words[dated[0].last + 1 : dated[1].first]) <= _JOINING
        return None if joined else dated[1]
    inside = [m for m in mentions if hit.first <= m.first and m.last <= hit.last]
    if inside:
        return inside[0]
    if len(mentions) > 1 and "between" in context.words[hit.first : mentions[0].first]:
        return mentions[-1]  # "a gap between A and B": B waits
    behind = [m for m in mentions if m.first > hit.last]
    ahead = sorted((m for m in mentions if m.last < hit.first), key=lambda m: m.first)
    gone = context.words[hit.last : hit.last + 2] in (["go", "by"], ["pass", "by"])
    stop = next(
        (i for i in range(hit.last + 1 + gone, clause.last + 1) if context.words[i] in _DELAY_ENDS),
        clause.last + 1,
    )
    objects = [m for m in behind if m.first < stop]
    if objects and not (passive and ahead):
        return objects[0]
    return ahead[-1] if ahead else (behind[0] if behind and not ahead else None)


def dates_only(context: Context, clause: Clause) -> bool:
    """ "... six months after A" with nothing in front that could wait: A is only a date."""
    return _has_elapsed(context, delays(context, clause)[0])


def delays(context: Context, clause: Clause) -> list[Hit[str]]:
    """The words of delay in a clause; "three months before and three months after" tells lengths."""
    spans = {"months", "weeks", "before"}
    return [
        h
        for h in context.sentence.has("delay", clause.first, clause.last)
        if not is_of_a_part(context, h)
        and not (
            context.words[h.first - 1] in {"than", "of"}
            and _DENYING & set(context.words[max(0, h.first - 2) : h.first])
        )
        and not (_has_elapsed(context, h) and len(spans & set(context.words[clause.first : h.first])) > 1)
    ]


def _has_elapsed(context: Context, delay: Hit[str]) -> bool:
    first = context.words[delay.first + (context.words[delay.first] == "in")]
    return (context.words[delay.last] in _ELAPSED or context.words[delay.first] == "in") and (
        first.isdigit() or first in _COUNTS
    )
