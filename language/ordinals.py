"""Which of several names an ordinal means: "the last", "the first two", "the other two", "none of the three"."""

from __future__ import annotations

from collections.abc import Sequence

from language.clauses import Clause
from language.context import Context
from language.matcher import Hit
from language.wordset import word_set

_NUMBERS = {"two": 2, "three": 3, "four": 4}
_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1}
_OTHERS = word_set("other remaining")
_WHOLE = word_set("all none any each either neither one both")
_PLACEHOLDERS = word_set("one ones named mentioned")
_BEHIND = word_set(", . ; : ) and or but of in for with nor however too if when unless")
_OF_ANOTHER_KIND = word_set(
    "reason reasons question questions step steps point points principle principles rule rules situation "
    "situations indication indications patient patients case cases man men woman women condition conditions"
)


def listed(context: Context) -> tuple[str, ...]:
    """The names of a list of three or more, in order; a name that joins two ("A or B") stands twice."""
    words = context.words
    if _OF_ANOTHER_KIND & set(words[: min(len(words), 8)]) and ":" in words:
        return ()  # "three reasons: ...": it is the reasons that are counted
    known = context.vocabulary.interventions
    above = frozenset().union(*(known[m.id].ancestors - {m.id} for m in context.mentions if m.id in known))
    named = [m for m in context.mentions if not m.instead and not m.questions_only and m.id not in above]
    colon = words.index(":") if ":" in words else -1
    behind = [m for m in named if m.first > colon]
    named = behind if len(behind) > 1 else named
    ids: list[str] = []
    for m in sorted(named, key=lambda m: m.first):
        joins = {"and", "or"} & set(words[m.first : m.last + 1])
        if m.id not in ids:
            ids += [m.id, m.id] if joins else [m.id]
    return tuple(ids) if len(ids) > 2 else ()


def by_place(context: Context, clause: Clause) -> tuple[list[Hit[str]], Sequence[str]]:
    """The ordinals of a clause and the names of the list before that they mean."""
    names = context.discourse.listed
    if not names:
        return [], ()
    hits: list[Hit[str]] = []
    chosen: list[int] = []
    for at in range(clause.first, clause.last + 1):
        found = _places(context, at, len(names))
        if found is not None and not (hits and at <= hits[-1].last):
            last, places = found
            hits.append(Hit("ordinal", at, last))
            chosen += places
    if not chosen:
        return [], ()
    return hits, tuple(dict.fromkeys(names[i] for i in sorted(set(chosen))))


def _places(context: Context, at: int, count: int) -> tuple[int, list[int]] | None:
    """The last token of an ordinal that begins here, and the places that it means."""
    words = context.words
    if words[at] in _WHOLE and words[at + 1 : at + 3] == ["of", "the"] and _number(words, at + 3) == count:
        return at + 3, list(range(count))
    if words[at] == "all" and _number(words, at + 1) == count:
        return at + 1, list(range(count))
    if words[at] != "the" or at + 2 >= len(words):
        return None
    word, number = words[at + 1], _number(words, at + 2)
    end = at + (3 if number else 2)
    if words[end] in _PLACEHOLDERS:
        end += 1
    if end < len(words) and not (
        words[end] in _BEHIND or any(h.first == end for h in context.sentence.has("modal", end, end))
    ):
        return None  # "the last cycle"
    if word in _PLACES:
        first = _PLACES[word] % count
        if number:
            places = range(first, first + number) if word == "first" else range(count - number, count)
        else:
            places = range(first, first + 1)
        return (end - 1, list(places)) if number <= count and _PLACES[word] < count else None
    if word in _OTHERS:
        spoken = {i for b in range(at) if (f := _places(context, b, count)) is not None for i in f[1]}
        spoken |= {i for i, n in enumerate(context.discourse.listed) if n in {m.id for m in context.mentions}}
        return (end - 1, [i for i in range(count) if i not in spoken]) if spoken else None
    return None


def _number(words: Sequence[str], at: int) -> int:
    return _NUMBERS.get(words[at], 0) if at < len(words) else 0
