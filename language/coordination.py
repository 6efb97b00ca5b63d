"""What two coordinated stretches of a sentence have in common, and what each has for itself."""

from __future__ import annotations

from language.clauses import Clause, has_predicate
from language.condition import axes_of
from language.tags import Tagged

PREPOSITIONS = frozenset({"in", "for", "with", "among", "by"})
_VERDICTS = ("advise", "against", "weak", "needless")


def mentions(sentence: Tagged, chunk: Clause) -> bool:
    return any(chunk.first <= m.first and m.last <= chunk.last for m in sentence.mentions)


def first_word(sentence: Tagged, chunk: Clause) -> str:
    index = chunk.first
    while index < chunk.last and sentence.words[index] in {"and", "or", "but", ","}:
        index += 1
    return sentence.words[index]


def parenthetical(sentence: Tagged, pending: Clause, chunk: Clause, after: Clause | None) -> bool:
    """ "A and, only in such disease, B may be given": what stands between the commas is for B."""
    first = chunk.first
    while first < chunk.last and sentence.words[first] in {"and", "or", ",", "but", "only"}:
        first += 1
    return (
        chunk.kind == "main"
        and chunk.joiner in {"and", "or", ","}
        and sentence.words[first] in PREPOSITIONS
        and sentence.words[chunk.last + 1 : chunk.last + 2] == [","]
        and any(chunk.first <= f.first and f.last <= chunk.last for f in sentence.facts)
        and mentions(sentence, pending)
        and not mentions(sentence, chunk)
        and after is not None
        and after.kind == "main"
        and mentions(sentence, after)
    )


def own_verdict(sentence: Tagged, previous: Clause, chunk: Clause) -> bool:
    """ "right for some and wrong for others": a second verdict on what was named."""
    if (
        previous.kind != "main"
        or chunk.kind != "main"
        or chunk.joiner not in {"and", "but", ","}
        or mentions(sentence, chunk)
        or has_predicate(sentence, chunk.first, chunk.last)
    ):
        return False
    at = chunk.first
    while at < chunk.last and sentence.words[at] in {"and", "but", ",", "therefore", "also", "not"}:
        at += 1
    begins = any(h.first == at for name in _VERDICTS for h in sentence.has(name, at, chunk.last))
    return begins and all(
        any(c.first <= f.first and f.last <= c.last for f in sentence.facts) for c in (previous, chunk)
    )


def shares_negation(sentence: Tagged, previous: Clause, chunk: Clause) -> bool:
    """ "Do not give A or add B": the second verb stands under the same negation."""
    negated = any(
        h.first > previous.first or sentence.words[h.first] in {"never", "neither"}
        for h in sentence.has("negation", previous.first, previous.last)
    )
    verb = chunk.first + (sentence.words[chunk.first] in {"or", "nor"})
    own = [h.first for h in sentence.has("modal", chunk.first, chunk.last)]
    return (
        negated
        and any(h.first == verb for h in sentence.has("imperative", chunk.first, chunk.last))
        and sentence.words[verb] not in {"do", "never", "not"}
        and all(at == verb for at in own)
    )


def gapped(sentence: Tagged, previous: Clause, chunk: Clause) -> bool:
    """ "A is left out and B added": the auxiliary is said once."""
    if previous.kind != "main" or chunk.joiner not in {"and", ",", "but"} or not mentions(sentence, chunk):
        return False
    last = max(m.last for m in sentence.mentions if chunk.first <= m.first and m.last <= chunk.last)
    aux = any(w in {"is", "are", "be"} for w in sentence.words[previous.first : previous.last + 1])
    return aux and any(
        h.first == last + 1 and sentence.words[h.first].endswith(("ed", "en", "ld"))
        for name in ("advise", "against", "delay")
        for h in sentence.has(name, chunk.first, chunk.last)
    )


def parallel(sentence: Tagged, previous: Clause, chunk: Clause) -> bool:
    """ "A for some and B for the others": each has its own patients."""
    if chunk.joiner not in {"and", ",", "or"}:
        return False
    axes: list[frozenset[str]] = []
    for clause in (previous, chunk):
        named = [m for m in sentence.mentions if clause.first <= m.first and m.last <= clause.last]
        facts = [f for f in sentence.facts if clause.first <= f.first and f.last <= clause.last]
        if not named or not facts:
            return False
        behind = (
            sentence.words[named[-1].last + 1 : facts[0].first] if named[-1].last < facts[0].first else []
        )
        ahead = facts[-1].last < named[0].first and first_word(sentence, clause) in PREPOSITIONS
        if not ahead and (not behind or len(behind) > 3 or not PREPOSITIONS & set(behind)):
            return False
        axes.append(axes_of(facts[0].condition))
    return axes[0] == axes[1]


def each_for_its_own(sentence: Tagged, previous: Clause, chunk: Clause) -> bool:
    """ "A for all, B for such disease alone, and C beneath": a note's list, each with whom it is for."""
    if chunk.kind != "main" or previous.kind != "main" or chunk.joiner not in {",", "and"}:
        return False
    if any(has_predicate(sentence, c.first, c.last) for c in (previous, chunk)):
        return False
    return _has_its_own(sentence, previous) and _has_its_own(sentence, chunk)


def _has_its_own(sentence: Tagged, clause: Clause) -> bool:
    """Whether a name stands at the front of a stretch and right behind it whom, or what, it is for."""
    named = [m for m in sentence.mentions if clause.first <= m.first and m.last <= clause.last]
    if not named or len({m.id for m in named}) > 1:
        return False
    opening = sentence.words[clause.first : named[0].first]
    behind = sentence.words[named[0].last + 1 : named[0].last + 2]
    if any(w not in _OPENING for w in opening):
        return False
    if not behind or named[0].last >= clause.last or behind[0] not in PREPOSITIONS | _SCOPING:
        return False
    return (
        behind[0] in _SCOPING
        or any(
            clause.first <= h.first and h.last <= clause.last
            for h in (*sentence.facts, *sentence.cues.get("everyone", ()), *sentence.cues.get("they", ()))
        )
        or bool(_ALL & set(sentence.words[named[0].last + 1 : clause.last + 1]))
    )


_OPENING = frozenset({"a", "an", "the", "and", ",", "also", "plus"})
_SCOPING = frozenset({"whatever", "regardless", "irrespective", "under", "beneath", "below", "underneath"})
_ALL = frozenset({"all", "any", "both", "either", "everyone", "anyone", "everybody"})


def goes_on_doing(sentence: Tagged, previous: Clause | None, chunk: Clause) -> bool:
    """ "We spoke against it and began A": the pronoun is the whole object of the first verb."""
    if previous is None or chunk.joiner not in {"and", "but"} or not mentions(sentence, chunk):
        return False
    verb = first_word(sentence, chunk)
    return sentence.words[previous.last] in _OBJECTS and (verb in _PAST or verb.endswith("ed"))


_OBJECTS = frozenset({"it", "this", "that", "them", "out", "up"})
_PAST = frozenset({"began", "gave", "chose", "went", "took", "kept", "sent", "put", "made", "left"})


def after_no(sentence: Tagged, previous: Clause, chunk: Clause) -> bool:
    """ "No A, B now": the "no" does not reach over the comma, unless the list ends in "or"."""
    named = [m.first for m in sentence.mentions if previous.first <= m.first and m.last <= previous.last]
    if (
        chunk.joiner != ","
        or not named
        or not {"no", "not", "without"} & set(sentence.words[max(previous.first, named[0] - 2) : named[0]])
        or sentence.has("modal", previous.first, previous.last)
        or not mentions(sentence, chunk)
    ):
        return False
    return not any(w in {"or", "nor"} for w in sentence.words[previous.first :])
