"""What a negation denies: advice, an event, a list, or only that it holds for everyone."""

from __future__ import annotations

from collections.abc import Sequence

from language.clauses import Clause
from language.matcher import Hit
from language.tags import Tagged
from language.wordset import word_set

_HELPERS = word_set("do does did has have had")
_BETWEEN = word_set("yet even really actually ever always only so also clearly significantly")
_CONCLUDING = word_set("conclude infer claim imply contend")
_BENEFIT = word_set(
    "improve prolong extend add change alter help make increase lengthen reduce lower prevent influence belong "
    "lead bring do matter count have justify affect save stand fit come apply go get qualify profit gain suffice "
    "respond hold deserve exist mean imply follow entail prove figure rank feature number"
)
_ANYBODY = (
    "any",
    "in any",
    "for any",
    "no ",
    "nobody",
    "regardless",
    "irrespective",
    "whatever",
    "whether",
    "at some",
    "without",
)


def words_of(sentence: Tagged, hit: Hit[str]) -> str:
    return " ".join(sentence.words[hit.first : hit.last + 1])


def denies_an_event(sentence: Tagged, clause: Clause, h: Hit[str]) -> bool:
    """ "It does not hurt", "they did not differ": a denied verb that is neither advice nor benefit."""
    words = sentence.words
    if words[h.first] not in {"not", "never"} or h.length > 1 or not h.first:
        return False
    helper = words[h.first - 1]
    verb = h.first + 1
    while verb <= clause.last and words[verb] in _BETWEEN:
        verb += 1
    if verb > clause.last or helper not in _HELPERS or not words[verb].isalpha() or words[verb] in _BENEFIT:
        return False
    if words[verb] in _CONCLUDING or any(k.first <= verb <= k.last for k in sentence.has("report")):
        return False
    if helper in {"do", "have"} and words[h.first - 2 : h.first - 1] in ([], [","], [":"], [";"], ["-"]):
        return False  # an imperative
    if any(f.first <= h.first <= f.last for f in sentence.facts):
        return False
    if any(m.first == verb or (verb < m.first <= verb + 3) for m in sentence.mentions):
        return False
    if any(a.first > verb for a in sentence.has("against", verb, clause.last)):
        return False  # "we do not regard it as an obstacle to A"
    return not any(
        k.first <= verb <= k.last
        for name in (
            "advise",
            "weak",
            "against",
            "delay",
            "imperative",
            "only",
            "except",
            "rather_than",
            "preferred_to",
        )
        for k in sentence.has(name, clause.first, clause.last)
    )


def lists(sentence: Tagged, counted: Sequence[Hit[str]], hit: Hit[str]) -> bool:
    """Whether the earlier "no" and this one stand in front of two names of one list."""
    earlier = next(c for c in counted if sentence.words[c.first] == "no")
    return any(earlier.last < m.first and m.last < hit.first for m in sentence.mentions) and sentence.words[
        hit.first - 1
    ] in {",", "and", "or", ";"}


def completes(against: Sequence[Hit[str]], negation: Hit[str], words: Sequence[str]) -> bool:
    """Whether a denial only describes the noun in front of it, which already speaks against something."""
    return any(
        a.last == negation.first - 1 and {"a", "an", "the"} & set(words[max(0, a.first - 3) : a.first])
        for a in against
    )


def negated_everyone(sentence: Tagged, clause: Clause, negations: Sequence[Hit[str]]) -> bool:
    """ "is not needed by everyone", "should not be given to all patients": not for all."""
    if len(negations) != 1 or sentence.words[negations[0].first] not in {"not", "no", "never", "need"}:
        return False
    negation = negations[0]
    for h in sentence.has("everyone", clause.first, clause.last):
        phrase = words_of(sentence, h)
        if h.first > negation.last and not phrase.startswith(_ANYBODY):
            if phrase in {"always"} and h.first - negation.last > 1:
                continue
            if phrase in {"routinely", "routine", "as a routine"}:
                continue
            return True
    return False
