"""Clauses whose bounds no comma shows: "should it be so, ...", "if so give A", "doing A because of B is wrong"."""

from __future__ import annotations

from dataclasses import replace

from language.clauses import Clause, has_predicate
from language.tags import Tagged
from language.wordset import word_set

INVERTED = word_set(
    "we i you they these those such disease one the a this that her his your it there she he any"
)


def inverted(sentence: Tagged, chunks: list[Clause]) -> list[Clause]:
    """ "..., but should it be so, A follows": a condition without an "if" in the middle of a sentence."""
    words = sentence.words
    for number, chunk in enumerate(chunks[:-1]):
        at = chunk.first + (words[chunk.first] in {"but", "and", "however", "yet"})
        if (
            number
            and chunk.kind == "main"
            and (at > chunk.first or chunk.joiner in {":", ";", "-", "but", "and", "yet"})
            and words[at] in {"should", "had", "were"}
            and words[at + 1] in INVERTED | sentence.vocabulary.inverted_nouns
            and any(c.joiner == "," for c in chunks[number + 1 :])
            and words[-1] != "?"
        ):
            chunks[number] = replace(chunk, kind="condition")
    return chunks


def uncomma(sentence: Tagged, chunks: list[Clause]) -> list[Clause]:
    """ "If so give A", "once that is done there is no hurry": the main clause begins without a comma."""
    whole = [c for c in chunks if c.kind == "main" and has_predicate(sentence, c.first, c.last)]
    if not chunks or whole or chunks[-1].kind != "condition":
        return chunks
    first = chunks[-1]
    facts = [f.last for f in sentence.facts if first.first <= f.first and f.last <= first.last]
    verbs = sentence.has("modal", first.first, first.last)
    earliest = max([facts[0] if facts else -1, verbs[0].last if verbs else -1, first.first + 2])
    words = sentence.words
    for index in range(earliest + 1, first.last):
        imperative = (
            any(h.first == index for h in sentence.has("imperative", first.first, first.last))
            and not any(v.first == index - 1 for v in verbs)
            and words[index - 1] not in {"to", "and", "or", "not"}
        )
        subject = words[index] in {"there", "it", "they"} and any(v.first == index + 1 for v in verbs)
        named = any(m.first == index and any(v.first == m.last + 1 for v in verbs) for m in sentence.mentions)
        if (imperative and (facts or verbs)) or subject or named:
            return [
                *chunks[:-1],
                Clause(first.first, index - 1, first.kind, first.joiner),
                Clause(index, first.last, "main", ""),
            ]
    return chunks


def rejoin(sentence: Tagged, chunks: list[Clause]) -> list[Clause]:
    """ "Doing A because of B would be wrong": the verb behind the subordinate clause is the main
    clause's own; it becomes a clause that goes on with it."""
    out: list[Clause] = []
    for chunk in chunks:
        previous = out[-1] if out else None
        verbs = sentence.has("modal", chunk.first, chunk.last)
        phrase = sentence.words[chunk.first : chunk.first + 2] == [
            "because",
            "of",
        ]  # without a verb of its own
        if (
            chunk.kind in {"cause", "condition"}
            and previous is not None
            and previous.kind == "main"
            and len(verbs) >= 2 - phrase
            and not has_predicate(sentence, previous.first, previous.last)
        ):
            at = next(
                (
                    h.first
                    for h in verbs[1 - phrase :]
                    if sentence.words[h.first] in {"would", "is", "should", "must", "can", "may", "will"}
                    and (
                        any(f.last < h.first and f.first > chunk.first for f in sentence.facts)
                        or ((phrase or h is verbs[-1]) and sentence.words[previous.first].endswith("ing"))
                    )
                ),
                None,
            )
            if at is not None:
                out.append(Clause(chunk.first, at - 1, chunk.kind, chunk.joiner))
                out.append(Clause(at, chunk.last, "main", "goes on"))
                continue
        out.append(chunk)
    return out
