"""Facts of one clause joined to a condition, as their connectives say."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from language.condition import ALWAYS, Condition, axes_of, both, either, facts_of
from language.tags import FactTag, Tagged
from language.wordset import word_set


def present(facts: list[FactTag], sentence: Tagged) -> list[FactTag]:
    """Without what had been so before it became otherwise: "what had been large is small now"."""
    return [
        f
        for f in facts
        if not (
            _BEFORE_NOW & set(sentence.words[max(0, f.first - 3) : f.first])
            and any(o.first > f.last and axes_of(o.condition) == axes_of(f.condition) for o in facts)
        )
    ]


_BEFORE_NOW = word_set("had initially originally previously formerly once were was")


def join(facts: Sequence[FactTag], sentence: Tagged) -> Condition:
    """Join facts as their connectives say: `or` and values of one axis widen, the rest narrows."""
    if not facts:
        return ALWAYS
    words = sentence.words
    fillers = _LIST_WORDS | sentence.vocabulary.list_nouns
    betweens = [words[a.last + 1 : b.first] for a, b in itertools.pairwise(facts)]
    groups: list[list[Condition]] = [[facts[0].condition]]
    for number, (previous, f) in enumerate(itertools.pairwise(facts)):
        between = betweens[number]
        same_axis = (
            bool(axes_of(previous.condition) & axes_of(f.condition)) and previous.condition != f.condition
        )
        listed = bool(_JOINERS & set(between)) and all(w in fillers for w in between)
        symptoms = (
            listed
            and not previous.denied
            and not f.denied
            and _positive(previous.condition)
            and _positive(f.condition)
            and len(between) <= 6
        )
        if (
            (("or" in between or _or_follows(betweens, number)) and not (previous.denied and f.denied))
            or (
                same_axis
                and not (previous.denied and f.denied)
                and not _narrower(previous.condition, f.condition)
            )
            or symptoms
        ):
            groups[-1].append(f.condition)
        elif previous.condition != f.condition:
            groups.append([f.condition])
    return both(*(either(*g) if len(g) > 1 else g[0] for g in groups))


_LIST_WORDS = word_set(
    ", and or a an the / any of & nor even also for in with either both risk from disease to that cause "
    "causes whose patients those cases"
)

_JOINERS = word_set(", and or of / & nor even also for in with either both from to that cause causes whose")


def _or_follows(betweens: Sequence[Sequence[str]], number: int) -> bool:
    """Whether a comma stands in a list that ends in "or": "A, B, or C"."""
    if "," not in betweens[number] or len(betweens[number]) > 4:
        return False
    for between in betweens[number + 1 :]:
        if "or" in between and len(between) <= 5:
            return True
        if "and" in between or not between:
            return False
    return False


def _positive(condition: Condition) -> bool:
    return {f.value for f in facts_of(condition)} == {"yes"}


def _narrower(a: Condition, b: Condition) -> bool:
    """Whether one of two conditions on shared axes only makes the other more precise."""
    first, second = set(facts_of(a)), set(facts_of(b))
    return (first < second or second < first) and len(first) != len(second)
