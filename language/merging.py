"""Stretches between pauses joined to clauses: what has no verb of its own belongs to its neighbour."""

from __future__ import annotations

from dataclasses import replace

from language.clauses import Clause, has_predicate
from language.condition import axes_of
from language.tags import Tagged
from language.wordset import word_set


def merge(sentence: Tagged, chunks: list[Clause]) -> list[Clause]:
    """Join what has no verb to its neighbour, unless a contrast or a condition keeps it apart."""
    merged: list[Clause] = []
    pending: Clause | None = None
    for number, chunk in enumerate(chunks):
        after = chunks[number + 1] if number + 1 < len(chunks) else None
        before = pending or (merged[-1] if merged else None)
        if before is not None and (_after_no(sentence, before, chunk) or _parallel(sentence, before, chunk)):
            chunk = replace(chunk, joiner=";")
        if (
            merged
            and pending is None
            and merged[-1].kind == "main"
            and _own_condition(sentence, merged[-1], chunk, after)
        ):
            merged.append(Clause(chunk.first, chunk.last, "main", chunk.joiner, elliptical=True))
            continue
        if merged and pending is None and _own_verdict(sentence, merged[-1], chunk):
            merged.append(replace(chunk, elliptical=True))
            continue
        if (
            merged
            and merged[-1].elliptical
            and merged[-1].kind == "main"
            and chunk.kind == "main"
            and _completes(sentence, merged[-1], chunk)
        ):
            merged[-1] = Clause(merged[-1].first, chunk.last, "main", merged[-1].joiner, elliptical=True)
            continue
        verb = chunk.kind != "main" or has_predicate(sentence, chunk.first, chunk.last)
        if not verb and pending is None and merged and _gapped(sentence, merged[-1], chunk):
            merged.append(replace(chunk, shares=True))
            continue
        if merged and pending is None and chunk.kind == "main" and _extends(sentence, merged[-1], chunk):
            merged[-1] = Clause(
                merged[-1].first, chunk.last, merged[-1].kind, merged[-1].joiner, merged[-1].elliptical
            )
            continue
        if pending is not None:
            if _parenthetical(sentence, pending, chunk, after):
                merged.append(replace(pending, elliptical=True))
                pending = replace(chunk, joiner=";")
                continue
            if (
                chunk.kind == "main"
                and chunk.joiner not in _CONTRAST | {";", ":", "-"}
                and (
                    not _bare_not(sentence, chunk)
                    or "neither" in sentence.words[pending.first : pending.last + 1]
                )
            ):
                chunk = Clause(pending.first, chunk.last, "main", pending.joiner)
                pending = None
                if not has_predicate(sentence, chunk.first, chunk.last):
                    pending = chunk
                    continue
                verb = True
            else:
                merged.append(
                    Clause(pending.first, pending.last, pending.kind, pending.joiner, elliptical=True)
                )
                pending = None
        if verb:
            merged.append(Clause(chunk.first, chunk.last, chunk.kind, chunk.joiner))
            continue
        previous = merged[-1] if merged else None
        lists = after is not None and after.joiner in {"and", "or"} and after.kind == "main"
        bare_not = _bare_not(sentence, chunk) and not (
            chunk.joiner == "but" and lists and _mentions(sentence, chunk)
        )
        if (
            previous is not None
            and previous.kind == "main"
            and chunk.joiner in {",", "and", "or", "then", "so", "&", "+", ""}
            and not bare_not
        ):
            merged[-1] = Clause(previous.first, chunk.last, "main", previous.joiner, previous.elliptical)
        elif (
            previous is not None
            and previous.kind in {"condition", "exception", "cause"}
            and chunk.joiner in {"and", "or", ",", "&", "+"}
            and not _mentions(sentence, chunk)
        ):
            merged[-1] = Clause(previous.first, chunk.last, previous.kind, previous.joiner)
        elif (
            previous is None
            or (chunk.joiner in {",", "and", "or"} and previous.kind != "main")
            or (chunk.joiner in _CONTRAST | {";", ":", "-"} and not bare_not)
        ):
            pending = chunk
        else:
            merged.append(Clause(chunk.first, chunk.last, chunk.kind, chunk.joiner, elliptical=True))
    if pending is not None:
        merged.append(Clause(pending.first, pending.last, pending.kind, pending.joiner, elliptical=True))
    return merged


_CONTRAST = word_set(
    "but whereas while although though however yet nevertheless nonetheless "
    "conversely otherwise instead on by in even still"
)


_AUXILIARIES = frozenset({"is", "are", "was", "were", "has", "have", "had", "does", "do", "did", "can"})
_SUBJECTS = frozenset({"they", "it", "this", "these", "both", "neither", "such", "that", "those"})
_PREPOSITIONS = frozenset({"in", "for", "with", "among", "by"})
_VERDICTS = ("advise", "against", "weak", "needless")


def _first_word(sentence: Tagged, chunk: Clause) -> str:
    index = chunk.first
    while index < chunk.last and sentence.words[index] in {"and", "or", "but", ","}:
        index += 1
    return sentence.words[index]


def _own_condition(sentence: Tagged, previous: Clause, chunk: Clause, after: Clause | None) -> bool:
    """ "A whatever ..., and B provided that ..."; "A or, in such disease, B": B stands apart."""
    if (
        chunk.kind != "main"
        or chunk.joiner not in {",", "and", "or", "&", "+", "then"}
        or has_predicate(sentence, chunk.first, chunk.last)
        or not _mentions(sentence, previous)
    ):
        return False
    facts = any(chunk.first <= f.first and f.last <= chunk.last for f in sentence.facts)
    if _mentions(sentence, chunk):
        said = any(previous.first <= f.first and f.last <= previous.last for f in sentence.facts) or bool(
            sentence.has("whatever", previous.first, previous.last)
            or sentence.has("everyone", previous.first, previous.last)
        )
        if said and facts and chunk.joiner in {",", "or"} and sentence.has("only", chunk.first, chunk.last):
            return True  # "A for everyone, B only for some"
        return after is not None and after.kind == "condition" and after.joiner == "" and said
    return (
        facts
        and _first_word(sentence, chunk) in _PREPOSITIONS
        and after is not None
        and after.kind == "main"
        and _mentions(sentence, after)
        and not has_predicate(sentence, after.first, after.last)
    )


def _parenthetical(sentence: Tagged, pending: Clause, chunk: Clause, after: Clause | None) -> bool:
    """ "A and, only in such disease, B may be given": what stands between the commas is for B."""
    first = chunk.first
    while first < chunk.last and sentence.words[first] in {"and", "or", ",", "but", "only"}:
        first += 1
    return (
        chunk.kind == "main"
        and chunk.joiner in {"and", "or", ","}
        and sentence.words[first] in _PREPOSITIONS
        and sentence.words[chunk.last + 1 : chunk.last + 2] == [","]
        and any(chunk.first <= f.first and f.last <= chunk.last for f in sentence.facts)
        and _mentions(sentence, pending)
        and not _mentions(sentence, chunk)
        and after is not None
        and after.kind == "main"
        and _mentions(sentence, after)
    )


def _own_verdict(sentence: Tagged, previous: Clause, chunk: Clause) -> bool:
    """ "right for some and wrong for others": a second verdict on what was named."""
    if (
        previous.kind != "main"
        or chunk.kind != "main"
        or chunk.joiner not in {"and", "but", ","}
        or _mentions(sentence, chunk)
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


def _completes(sentence: Tagged, previous: Clause, chunk: Clause) -> bool:
    """The name behind "or, in such disease," belongs to it."""
    return (
        _first_word(sentence, previous) in _PREPOSITIONS
        and not _mentions(sentence, previous)
        and _mentions(sentence, chunk)
        and not has_predicate(sentence, chunk.first, chunk.last)
    )


def _bare_not(sentence: Tagged, chunk: Clause) -> bool:
    first = chunk.first
    while first < chunk.last and sentence.words[first] in {"and", "but", "or", ","}:
        first += 1
    if (
        sentence.words[first] == "no"
        and not has_predicate(sentence, chunk.first, chunk.last)
        and chunk.first > 0
    ):
        return True
    return sentence.words[first] in {"not", "never", "nor"} or chunk.joiner in {"not", "nor", "but"}


def _extends(sentence: Tagged, previous: Clause, chunk: Clause) -> bool:
    """Whether a chunk that looks complete only goes on with the clause before it."""
    if chunk.joiner not in {"and", "or", "but", ",", "&", "nor"}:
        return False
    words = sentence.words
    if (
        previous.kind == "main"
        and words[previous.first : previous.first + 3] in (["do", "not", "let"], ["never", "let", "the"])
        and previous.last - previous.first < 12
    ):
        return True
    if (
        previous.kind == "whether"
        and chunk.joiner in {"or", "and"}
        and not sentence.has("modal", chunk.first, chunk.last)
    ):
        return True
    if previous.kind == "cause" and chunk.joiner == "," and words[chunk.first] in _SUBJECTS:
        return False  # "since it is so, they are ...": the main clause
    if previous.kind == "cause" and chunk.joiner == ",":
        facts = any(chunk.first <= f.first and f.last <= chunk.last for f in sentence.facts)
        return (
            facts and not _mentions(sentence, chunk) and not sentence.has("against", chunk.first, chunk.last)
        )
    if (
        previous.kind == "condition"
        and chunk.joiner in {"and", "or", "but"}
        and words[chunk.first] in _AUXILIARIES
        and not _mentions(sentence, chunk)
    ):
        return True  # "if it is so and has never been otherwise"
    if previous.kind in {"condition", "exception", "cause"} and chunk.joiner in {"and", "or", "but", "nor"}:
        facts = any(chunk.first <= f.first and f.last <= chunk.last for f in sentence.facts)
        return (
            facts and not _mentions(sentence, chunk) and not sentence.has("against", chunk.first, chunk.last)
        )
    if (
        previous.kind == "main"
        and chunk.joiner in {"or", "nor"}
        and _shares_negation(sentence, previous, chunk)
    ):
        return True
    if previous.kind == "main" and chunk.joiner in {"and", "or"}:
        openers = [
            i
            for i in range(previous.first + 1, previous.last + 1)
            if words[i] in {"that", "whose", "who", "whether"} and i not in _inside_terms(sentence)
        ]
        return bool(openers) and not sentence.has("modal", openers[-1] + 1, previous.last)
    return False


def _shares_negation(sentence: Tagged, previous: Clause, chunk: Clause) -> bool:
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


def _gapped(sentence: Tagged, previous: Clause, chunk: Clause) -> bool:
    """ "A is left out and B added": the auxiliary is said once."""
    if previous.kind != "main" or chunk.joiner not in {"and", ",", "but"} or not _mentions(sentence, chunk):
        return False
    last = max(m.last for m in sentence.mentions if chunk.first <= m.first and m.last <= chunk.last)
    aux = any(w in {"is", "are", "be"} for w in sentence.words[previous.first : previous.last + 1])
    return aux and any(
        h.first == last + 1 and sentence.words[h.first].endswith(("ed", "en", "ld"))
        for name in ("advise", "against", "delay")
        for h in sentence.has(name, chunk.first, chunk.last)
    )


def _parallel(sentence: Tagged, previous: Clause, chunk: Clause) -> bool:
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
        ahead = facts[-1].last < named[0].first and _first_word(sentence, clause) in _PREPOSITIONS
        if not ahead and (not behind or len(behind) > 3 or not _PREPOSITIONS & set(behind)):
            return False
        axes.append(axes_of(facts[0].condition))
    return axes[0] == axes[1]


def _after_no(sentence: Tagged, previous: Clause, chunk: Clause) -> bool:
    """ "No A, B now": the "no" does not reach over the comma, unless the list ends in "or"."""
    named = [m.first for m in sentence.mentions if previous.first <= m.first and m.last <= previous.last]
    if (
        chunk.joiner != ","
        or not named
        or not {"no", "not", "without"} & set(sentence.words[max(previous.first, named[0] - 2) : named[0]])
        or sentence.has("modal", previous.first, previous.last)
        or not _mentions(sentence, chunk)
    ):
        return False
    return not any(w in {"or", "nor"} for w in sentence.words[previous.first :])


def _mentions(sentence: Tagged, chunk: Clause) -> bool:
    return any(chunk.first <= m.first and m.last <= chunk.last for m in sentence.mentions)


def _inside_terms(sentence: Tagged) -> set[int]:
    return {p for m in sentence.mentions for p in range(m.first, m.last + 1)}
