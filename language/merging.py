"""Stretches between pauses joined to clauses: what has no verb of its own belongs to its neighbour."""

from __future__ import annotations

from dataclasses import replace

from language.clauses import Clause, has_predicate, so_we
from language.coordination import (
    PREPOSITIONS,
    after_no,
    each_for_its_own,
    first_word,
    gapped,
    goes_on_doing,
    mentions,
    own_verdict,
    parallel,
    parenthetical,
    shares_negation,
)
from language.exemption import exempts
from language.tags import Tagged
from language.wordset import word_set


def merge(sentence: Tagged, chunks: list[Clause]) -> list[Clause]:
    """Join what has no verb to its neighbour, unless a contrast or a condition keeps it apart."""
    merged: list[Clause] = []
    pending: Clause | None = None
    for number, chunk in enumerate(chunks):
        after = chunks[number + 1] if number + 1 < len(chunks) else None
        before = pending or (merged[-1] if merged else None)
        if (
            before is not None
            and (
                after_no(sentence, before, chunk)
                or parallel(sentence, before, chunk)
                or each_for_its_own(sentence, before, chunk)
            )
        ) or (
            chunk.joiner in {"and", ","} and mentions(sentence, chunk) and _has_own_neither(sentence, chunk)
        ):
            chunk = replace(chunk, joiner=";")
        elif sentence.words[chunk.first + 1 : chunk.first + 3] == ["is", "why"]:
            chunk = replace(chunk, joiner=";")  # "..., which is why ...": a statement of its own
        if (
            merged
            and pending is None
            and merged[-1].kind == "main"
            and _own_condition(sentence, merged[-1], chunk, after)
        ):
            merged.append(Clause(chunk.first, chunk.last, "main", chunk.joiner, elliptical=True))
            continue
        if (
            chunk.kind == "main"
            and not mentions(sentence, chunk)
            and exempts(sentence, chunk)
            and (merged or pending)
        ):
            if pending is not None:
                merged.append(replace(pending, elliptical=True))
                pending = None
            merged.append(replace(chunk, elliptical=True))
            continue
        if merged and pending is None and own_verdict(sentence, merged[-1], chunk):
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
        verb = (
            chunk.kind != "main"
            or has_predicate(sentence, chunk.first, chunk.last)
            or goes_on_doing(sentence, before, chunk)
        )
        if not verb and pending is None and merged and gapped(sentence, merged[-1], chunk):
            merged.append(replace(chunk, shares=True))
            continue
        if merged and pending is None and chunk.kind == "main" and _extends(sentence, merged[-1], chunk):
            merged[-1] = Clause(
                merged[-1].first, chunk.last, merged[-1].kind, merged[-1].joiner, merged[-1].elliptical
            )
            continue
        if pending is not None and mentions(sentence, pending) and so_we(sentence, chunk.first, chunk.last):
            merged.append(pending)  # "it gains nothing from A, which we leave out": said twice, not denied
            pending = None
        if pending is not None:
            if parenthetical(sentence, pending, chunk, after):
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
            chunk.joiner == "but" and lists and mentions(sentence, chunk)
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
            and not mentions(sentence, chunk)
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


def _has_own_neither(sentence: Tagged, chunk: Clause) -> bool:
    """ "A is due, and neither B nor C replaces it": what the denial begins is a clause of its own."""
    words = sentence.words
    at = chunk.first + (words[chunk.first] in {"and", ","})
    if words[at] != "neither" or words[chunk.last + 1 : chunk.last + 2] != ["nor"]:
        return False
    end = next((i for i in range(at, len(words)) if words[i] in {",", ";", ":", "."}), len(words) - 1)
    return bool(sentence.has("modal", chunk.last + 2, end))


_CONTRAST = word_set(
    "but whereas while although though however yet nevertheless nonetheless "
    "conversely otherwise instead on by in even still"
)


_AUXILIARIES = frozenset({"is", "are", "was", "were", "has", "have", "had", "does", "do", "did", "can"})
_SUBJECTS = frozenset({"they", "it", "this", "these", "both", "neither", "such", "that", "those"})


def _own_condition(sentence: Tagged, previous: Clause, chunk: Clause, after: Clause | None) -> bool:
    """ "A whatever ..., and B provided that ..."; "A or, in such disease, B": B stands apart."""
    if (
        chunk.kind != "main"
        or chunk.joiner not in {",", "and", "or", "&", "+", "then"}
        or has_predicate(sentence, chunk.first, chunk.last)
        or not mentions(sentence, previous)
    ):
        return False
    facts = any(chunk.first <= f.first and f.last <= chunk.last for f in sentence.facts)
    if mentions(sentence, chunk):
        said = any(previous.first <= f.first and f.last <= previous.last for f in sentence.facts) or bool(
            sentence.has("whatever", previous.first, previous.last)
            or sentence.has("everyone", previous.first, previous.last)
        )
        paused = (
            chunk.joiner in {",", "or"} or "," in sentence.words[max(0, chunk.first - 1) : chunk.first + 1]
        )
        if (
            (said or _new_name(sentence, previous, chunk))
            and facts
            and paused
            and sentence.has("only", chunk.first, chunk.last)
        ):
            return True  # "A for everyone, B only for some"
        if (
            after is not None
            and after.kind == "condition"
            and _new_name(sentence, previous, chunk)
            and (
                sentence.words[after.first] in {"only", "provided", "but"}
                or sentence.has("only", chunk.first, after.first)
            )
        ):
            return True  # "A may be added, B only if it is so"
        return after is not None and after.kind == "condition" and after.joiner == "" and said
    return (
        facts
        and first_word(sentence, chunk) in PREPOSITIONS
        and after is not None
        and after.kind == "main"
        and mentions(sentence, after)
        and not has_predicate(sentence, after.first, after.last)
    )


def _new_name(sentence: Tagged, previous: Clause, chunk: Clause) -> bool:
    """ "A may be added, B ...": a name behind a pause, and no item of a list or of brackets."""
    begin = chunk.first - 1 if chunk.first and sentence.words[chunk.first] != "," else chunk.first
    return sentence.words[begin] == "," and has_predicate(sentence, previous.first, previous.last)


def _completes(sentence: Tagged, previous: Clause, chunk: Clause) -> bool:
    """The name behind "or, in such disease," belongs to it."""
    return (
        first_word(sentence, previous) in PREPOSITIONS
        and not mentions(sentence, previous)
        and mentions(sentence, chunk)
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
        chunk.joiner == "nor"
        and "neither" in words[previous.first : previous.last + 1]
        and not mentions(sentence, previous)
        and not mentions(sentence, chunk)
        and not has_predicate(sentence, chunk.first, chunk.last)
    ):
        return True  # "is neither so nor so": both are said of the same
    if (
        previous.kind == "main"
        and words[previous.first : previous.first + 3] in (["do", "not", "let"], ["never", "let", "the"])
        and previous.last - previous.first < 12
    ):
        return True
    if (
        previous.kind == "whether"
        and chunk.joiner in {"or", "and"}
        and not (
            sentence.has("modal", chunk.first, chunk.last)
            and sentence.has(
                "modal", previous.first, previous.last
            )  # else "A or B should": one verb for both
            and len(sentence.has("modal", chunk.first, chunk.last)) < 2  # "or B is done is for them to say"
        )
    ):
        return True
    if previous.kind == "cause" and chunk.joiner == "," and words[chunk.first] in _SUBJECTS:
        return False  # "since it is so, they are ...": the main clause
    if previous.kind == "cause" and chunk.joiner == ",":
        facts = any(chunk.first <= f.first and f.last <= chunk.last for f in sentence.facts)
        return (
            facts and not mentions(sentence, chunk) and not sentence.has("against", chunk.first, chunk.last)
        )
    if (
        previous.kind == "condition"
        and chunk.joiner in {"and", "or", "but"}
        and words[chunk.first] in _AUXILIARIES
        and not mentions(sentence, chunk)
    ):
        return True  # "if it is so and has never been otherwise"
    if previous.kind in {"condition", "exception", "cause"} and chunk.joiner in {"and", "or", "but", "nor"}:
        facts = any(chunk.first <= f.first and f.last <= chunk.last for f in sentence.facts)
        return (
            facts and not mentions(sentence, chunk) and not sentence.has("against", chunk.first, chunk.last)
        )
    if (
        previous.kind == "main"
        and chunk.joiner in {"or", "nor"}
        and shares_negation(sentence, previous, chunk)
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


def _inside_terms(sentence: Tagged) -> set[int]:
    return {p for m in sentence.mentions for p in range(m.first, m.last + 1)}
