"""A sentence cut into clauses: where the pauses, conjunctions and subordinators stand."""

from __future__ import annotations

from language.asides import inside_phrase, interrupts, is_no_condition, uncut
from language.clauses import Clause, ClauseKind, has_predicate, whole_case
from language.commas import INVERTED, inverted, rejoin, uncomma
from language.inference import own_statements
from language.merging import merge
from language.relatives import unfold_relatives
from language.tags import Tagged
from language.wordset import word_set

_WHOLE = (
    "except",
    "no_negation",
    "needless",
    "weak_against",
    "whatever",
    "not_covered",
    "no_substitute",
    "preferred_to",
    "inferior_to",
)

# Words that begin a subordinate clause wherever they stand (after folding).
_PHRASES: dict[ClauseKind, str] = {
    "condition": (
        "if, suppose, suppose that, imagine that, let us suppose, "
        "only if, only when, only where, only once, when, whenever, provided, provided that, "
        "providing, as long as, so long as, once, as soon as, in case, in the event, supposing, "
        "assuming, even if, even when, even where, even once, but only if, but only when, on condition, "
        "where, not if, not "
        "when, except if only, especially if, especially when, particularly if, particularly when"
    ),
    "exception": (
        "unless, except, except for, except in, except when, except if, except where, save for, save "
        "in, save when, save where, save if, apart from, aside from, other than, with the exception "
        "of, barring, but not in, but not for, but not if, but not when, but not with, excepting, "
        "with one exception, the exception being, the exception is, excluding"
    ),
    "cause": ("because, since, given that, now that, seeing that, considering that, inasmuch as"),
    "concession": ("although, though, even though, notwithstanding that"),
    "whether": ("whether"),
    "purpose": ("so that, in order that, so as"),
}
_SUBORDINATORS: dict[tuple[str, ...], ClauseKind] = {
    tuple(phrase.split()): kind for kind, phrases in _PHRASES.items() for phrase in phrases.split(", ")
}


_SUBORDINATORS |= {("if", ",", "and", "only", "if", *end): "condition" for end in ((), (",",))}
_OPENING = frozenset(p[0] for p in _SUBORDINATORS)
_LONGEST = max(len(p) for p in _SUBORDINATORS)
_AUXILIARIES = word_set("can could may might should must will would is are be")
_PRONOUNS = [["they"], ["it"], ["he"], ["she"], ["these"], ["this"]]
_PAUSES = [[","], ["."], [";"], [")"], [":"]]
_HARD = frozenset({";", ":"})


_NEED_A_PAUSE = word_set(
    "still instead yet while however nevertheless nonetheless though otherwise conversely"
)


def cut(sentence: Tagged, block: str = "paragraph") -> list[Clause]:
    """The clauses of a sentence, in order."""
    chunks = unfold_relatives(sentence, inverted(sentence, _chunks(sentence)))
    return whole_case(sentence, block, merge(sentence, rejoin(sentence, uncomma(sentence, chunks))))


def _chunks(sentence: Tagged) -> list[Clause]:
    words = sentence.words
    joined = {h.first: h for h in sentence.cues.get("contrast", ())}
    kept = (
        {p for _n, a, b in sentence.manners for p in range(a, b + 1)}
        | {p for f in sentence.facts for p in range(f.first + 1, f.last + 1)}
        | {p for m in sentence.mentions for p in range(m.first + 1, m.last + 1)}
    )
    for name in _WHOLE:
        kept |= {p for h in sentence.cues.get(name, ()) for p in range(h.first + 1, h.last + 1)}
    kept |= uncut(sentence)
    kept |= {
        h.first
        for h in sentence.cues.get("except", ())
        if "but" in words[h.first : h.last + 1] and words[h.first] != "but"
    }
    fact_starts = frozenset(f.first for f in sentence.facts)
    chunks: list[Clause] = []
    start, kind, joiner = 0, _kind_at_start(sentence), ""
    index = 0

    def close(end: int, next_start: int, next_kind: ClauseKind, next_joiner: str) -> None:
        nonlocal start, kind, joiner
        if end >= start and any(w[0].isalnum() for w in words[start : end + 1]):
            chunks.append(Clause(start, end, kind, joiner))
            kind, joiner = next_kind, next_joiner
        else:
            kind = next_kind if kind == "main" or next_kind != "main" else kind
            joiner = joiner if joiner and next_joiner == "," else next_joiner or joiner
        start = next_start

    own = own_statements(sentence)
    while index < len(words):
        word = words[index]
        once = is_no_condition(words, index)
        subordinate = None if index in kept or once else _subordinator(words, index, fact_starts)
        if index in own:
            close(index - 1, index, own[index], ";")
            index += 1
        elif index in kept:
            index += 1
        elif word in "([)]":
            close(index - 1, index + 1, "main", ",")
            index += 1
        elif word in _HARD or (word == "-" and sentence.tokens[index].spaced):
            close(index - 1, index + 1, "main", word)
            index += 1
        elif word == ">" and words[index - 1 : index] == ["-"]:
            close(index - 2, index + 1, "main", ":")  # an arrow
            index += 1
        elif subordinate is not None and word in {"until", "till"} and sentence.has("delay", start, index):
            index += 1  # "wait until": how long, not for whom
        elif (
            subordinate is not None
            and word in {"when", "if"}
            and words[index + 1 : index + 2]
            and words[index + 1].endswith("ing")
            and sentence.has("whatever", start, index)
        ):
            index += 1  # "is irrelevant when choosing A"
        elif subordinate is not None and index == 0:
            index += subordinate[0]
        elif (
            subordinate is not None
            and subordinate[1] == "exception"
            and words[index] != "unless"
            and words[index - 1] != ","
            and not has_predicate(sentence, start, index - 1)
        ):
            index += subordinate[0]  # "every one other than ... qualifies": a phrase inside the subject
        elif subordinate is not None:
            length, sub_kind = subordinate
            close(
                index - 1,
                index,
                sub_kind,
                words[index - 1] if words[index - 1] in {",", "and", "or", "but"} else "",
            )
            index += length
        elif word == "however" and words[index + 1 : index + 2] != [","]:
            index += 1  # "however popular"
        elif index in joined and not (
            word in _NEED_A_PAUSE and index > start and words[index - 1] not in {",", ";", "and"}
        ):
            close(index - 1, index, "main", word)
            index = joined[index].last + 1
        elif word == "," and inside_phrase(sentence, index):
            index += 1  # between the adjectives of one noun
        elif (
            word == ","
            and index + 1 in joined
            and joined[index + 1].last + 1 < len(words)
            and words[joined[index + 1].last + 1] == ","
            and index > start
        ):
            index = joined[index + 1].last + 2  # ", by contrast," inside a clause
        elif word == "," and index > start and interrupts(sentence, index):
            index += 3  # "can not, therefore, be done"
        elif word == ",":
            following = words[index + 1] if index + 1 < len(words) else ""
            close(
                index - 1,
                index + 1,
                "main",
                "," if following not in {"and", "or", "nor", "then", "not"} else following,
            )
            index += 1
        elif (word == "so" and index > start and words[index - 1].endswith("ing")) or (
            word == "then" and index > start and words[index - 1] in _AUXILIARIES
        ):
            index += 1  # "assuming so", "can then be added"
        elif words[index : index + 2] == ["or", "not"] and words[index + 2 : index + 3] in _PAUSES:
            index += 2  # "X, so or not, should ..."
        elif word in {"and", "or", "nor", "then", "so", "&", "+"}:
            if index > start:
                close(index - 1, index, "main", word)
            else:
                joiner = word
            index += 1
        else:
            index += 1
    close(len(words) - 1, len(words), "main", "")
    return chunks


def _kind_at_start(sentence: Tagged) -> ClauseKind:
    words = sentence.words
    found = _subordinator(words, 0) if words[:1] != ["the"] else None  # "The exception is ...": a sentence
    if found is not None:
        return found[1]
    if words and words[0] == "bar" and len(words) > 2:
        return "exception"
    if (
        words
        and words[0] == "given"
        and len(words) > 2
        and words[1] != "that"
        and any(f.first <= 6 for f in sentence.facts)
    ):
        return "condition"
    if (
        words
        and words[0] in {"should", "had", "were"}
        and len(words) > 2
        and (
            words[1] in INVERTED | sentence.vocabulary.inverted_nouns
            or (words[0] == "should" and "," in words)
        )
    ):
        return "condition" if "?" not in words[-1:] else "main"
    if (
        words
        and words[0] in {"as"}
        and any(w in {"is", "are", "has", "was"} for w in words[1:10])
        and not (len(words) > 1 and words[1] in {"a", "long", "soon"} and "," not in words[:12])
    ):
        return "cause"
    return "main"


def _subordinator(
    words: list[str], index: int, sentence_facts: frozenset[int] = frozenset()
) -> tuple[int, ClauseKind] | None:
    if words[index] == "once" and words[index + 1 : index + 2] and words[index + 1] in _FORMERLY:
        return None  # "a habit, once defended, is ...": formerly, and no condition
    for length in range(min(_LONGEST, len(words) - index) if words[index] in _OPENING else 0, 0, -1):
        kind = _SUBORDINATORS.get(tuple(words[index : index + length]))
        if kind is not None:
            return length, kind
    denied = words[index] == "before" and bool({"not", "never", "no"} & set(words[:index]))
    if (words[index] in {"until", "till"} or denied) and index and _until_fact(sentence_facts, index, words):
        return 1, "exception"
    if (
        words[index] == "as"
        and index
        and (words[index - 1] in {",", ";"} or words[index + 1 : index + 2] in _PRONOUNS)
        and any(w in {"is", "are", "has", "was", "have"} for w in words[index + 1 : index + 8])
    ):
        return 1, "cause"
    return None


_FORMERLY = word_set(
    "defended favored taught advocated practiced popular fashionable common standard accepted "
    "widespread believed thought routine usual preferred praised universal customary"
)


def _until_fact(fact_starts: frozenset[int], index: int, words: list[str]) -> bool:
    """ "not until it is so" is "unless it is so": a fact follows before the clause ends."""
    for position in range(index + 1, min(index + 12, len(words))):
        if words[position] in {",", ";", "."}:
            return False
        if position in fact_starts:
            return True
    return False
