"""Words that say for whom alone: "only when", "alone" behind a finding, "needs such a finding"."""

from __future__ import annotations

from collections.abc import Sequence

from language.clauses import Clause
from language.matcher import Hit
from language.tags import FactTag, Tagged


def limits(sentence: Tagged, only: Hit[str], clause: Clause) -> bool:
    """ "only start A when ...", "is only given if ...": it limits the verb, and so when it is done."""
    words = sentence.words
    if words[only.first] not in {"only", "merely", "solely"} or not 0 < clause.first - only.last <= 9:
        return False
    if any(w in {",", ";", ":", "and", "but", "or"} for w in words[only.last : clause.first]):
        return False
    at = only.last + 1
    verb = bool(sentence.has("imperative", at, at)) or words[at].endswith(("ed", "en"))
    return verb and words[max(0, only.first - 1)] not in {"the", "of"}


def singles_out(sentence: Tagged, only: Hit[str]) -> bool:
    """ "the only one for such patients is A", "A alone": it restricts the treatments, not the patients."""
    words, behind = sentence.words, only.last + 1
    if words[only.last] == "only":
        return words[only.first] == "the" and (
            words[behind : behind + 1] in (["one"], ["ones"])
            or any(m.first == behind for m in sentence.mentions)
        )
    return words[only.first] == "alone" and any(m.last == only.first - 1 for m in sentence.mentions)


def widened(sentence: Tagged, only: Sequence[object], clause: Clause) -> list[object]:
    """Restrictions that the text denies: "is not reserved for"."""
    negations = sentence.has("negation", clause.first, clause.last)
    found: list[object] = []
    for h in only:
        if any(n.last < h.first and h.first - n.last <= 3 for n in negations):  # type: ignore[attr-defined]
            found.append(h)
    return found


def only_behind(sentence: Tagged, fact: FactTag, clause: Clause) -> bool:
    """ "wild-type only", "alone" behind a fact."""
    index = fact.last + 1
    nouns = sentence.vocabulary.disease_nouns | {"disease", "patients", "cases", "ones"}
    if sentence.words[index : index + 1] and sentence.words[index] in nouns:
        index += 1
    if sentence.words[index : index + 1] not in (["only"], ["exclusively"], ["alone"]):
        return False
    after = sentence.words[index + 1 : index + 2]
    return not after or not after[0][0].isalnum() or after[0] in {"and", "or", "but"}


def needed(sentence: Tagged, fact: FactTag) -> bool:
    """ "A needs such a finding": only those who have it can have A."""
    at = fact.first - 1
    while at > 0 and sentence.words[at] in {"a", "an", "the", "proven", "confirmed"}:
        at -= 1
    return (
        at > 0
        and sentence.words[at] in {"need", "needs", "presumes", "presume", "wants"}
        and any(m.last < at and at - m.last <= 3 for m in sentence.mentions)
        and "no" not in sentence.words[at : fact.first]
    )


def not_before(sentence: Tagged, index: int) -> bool:
    """ "when it is so, not before": only then."""
    words = [w for w in sentence.words[index : index + 5] if w not in {",", "-", "and", "but"}]
    return words[:1] == ["not"] and words[1:2] in (["before"], ["earlier"], ["sooner"]) and len(words) < 4
