"""Whom a sentence goes on about: "in such patients", "the first is ..., the second ..."."""

from __future__ import annotations

from collections.abc import Sequence

from language.clauses import Clause
from language.condition import Condition
from language.context import Context
from language.matcher import Hit
from language.scope import scope_of
from language.tags import Mention
from language.wordset import word_set

_PEOPLE = word_set("patients patient cases case disease people")


_DOING = word_set(
    "recommend advise do perform offer consider suggest propose give plan schedule undertake have given offered "
    "get gets getting receive receives receiving need needs place places insert inserts undergo undergoes had "
    "without deserve deserves deny denied refuse refused get"
)
_FOR_WHOM = word_set(
    "for in to too also as here there , . ; ) either even at now early because when whenever if unless until "
    "after whatever however while"
)
_ARTICLES = word_set("a an the such this any some")


def is_anaphoric(context: Context) -> bool:
    """ "in such patients", "here": whether the sentence goes on about the patients before."""
    nouns = _PEOPLE | context.vocabulary.disease_nouns
    if context.discourse.rule:
        return True  # the exception to what was just ruled
    hits = context.sentence.has("anaphora")
    for index, word in enumerate(context.words[:-1]):
        if word in {"such", "these", "those", "them"} and context.words[index + 1] in nouns:
            return True
        if word in {"that", "this"} and context.words[index + 1] in {
            "group",
            "setting",
            "situation",
            "subgroup",
        }:
            return True
    return bool(hits) and hits[0].first <= 2


def by_ordinal(context: Context, clause: Clause, mentions: Sequence[Mention]) -> Condition | None:
    """ "The first is ..., the second ...": the facts of the sentence before, one by one."""
    pair = context.discourse.fact_pair
    if len(pair) != 2:
        return None
    for name, condition in (("former", pair[0]), ("latter", pair[1])):
        hits = context.sentence.has(name, clause.first, clause.last)
        if hits and not any(h.first <= m.first <= h.last for m in mentions for h in hits):
            return condition
    return None


def another(context: Context, clause: Clause) -> list[Hit[str]]:
    """ "I recommend one for him as well": the "one" of what was named before."""
    words = context.words
    return [
        Hit("they", at, at)
        for at in range(clause.first + 1, clause.last + 1)
        if words[at] == "one"
        and words[at - 1] in _DOING
        and (words[at + 1 : at + 2] or ["."])[0] in _FOR_WHOM
    ]


def limits(context: Context, clause: Clause) -> bool:
    """ "The latter is for such patients alone": a pronoun in front, and whom alone, or whom all, it is for."""
    ordinals: tuple[str, ...] = ("former", "latter")
    if scope_of(context.sentence, clause, True).only is not None:
        ordinals = (*ordinals, "they")
    elif not context.sentence.has("whatever", clause.first, clause.last):
        return False
    return any(
        h.first - clause.first <= 2 and h.last < clause.last
        for name in ordinals
        for h in context.sentence.has(name, clause.first, clause.last)
    )


def points_back(context: Context, clause: Clause) -> bool:
    """ "Nobody should do A in that situation": whoever it is, in the case just told."""
    words = context.words[clause.first : clause.last + 1]
    return any(
        words[i] in {"that", "this", "such"} and words[i + 1] in {"situation", "case", "setting", "event"}
        for i in range(len(words) - 1)
    )


def names_a_wait(context: Context, clause: Clause) -> bool:
    """ "a pause of some months does no harm": the delay is the subject, of what was named before."""
    return any(
        h.first - clause.first <= 2
        and (h.first == clause.first or _ARTICLES & set(context.words[h.first - 1 : h.first + 1]))
        and any(v.first > h.last for v in context.sentence.has("modal", clause.first, clause.last))
        for h in context.sentence.has("delay", clause.first, clause.last)
    )


def supposes_a_change(context: Context) -> bool:
    """ "If it ever gets worse than that, ...": a case of which nothing was read, and not the one told before."""
    return any(
        c.kind == "condition"
        and (_CHANGING & set(context.words[c.first : c.last + 1]) or context.words[c.first] == "should")
        and not any(c.first <= f.first and f.last <= c.last for f in context.sentence.facts)
        for c in context.clauses
    )


_CHANGING = word_set("ever someday later suddenly anytime worsens deteriorates changes worse")
