"""Words that say something only of a subject near them: which of them count."""

from __future__ import annotations

from collections.abc import Sequence

from language.matcher import Hit
from language.tags import Mention, Tagged
from language.vocabulary import Named
from language.wordset import word_set


def longest(hits: list[Hit[Named]]) -> list[Hit[Named]]:
    """The hits that no longer one overlaps, in order."""
    kept: list[Hit[Named]] = []
    for h in sorted(hits, key=lambda h: (-h.length, h.first)):
        if not any(k.first <= h.last and h.first <= k.last and (k.length > h.length) for k in kept):
            kept.append(h)
    return sorted(kept, key=lambda h: h.first)


def in_a_gap(first: int, last: int, hit: Hit[Named]) -> bool:
    """Whether words stand in the gap of a long name ("leave such a thing in place") and are not its own."""
    return last - first >= 4 and first < hit.first and hit.last < last - 1


_SUBORDINATING = word_set(
    "if when once that which who whose because since as where after before whether while"
)


def release_advice(tagged: Tagged, inside: list[Mention]) -> list[Mention]:
    """The mentions that stay part of a fact.

    Where "... is done" is the main verb of a sentence that says nothing else, it tells what to do, and
    its fact goes.
    """
    told = [m for m in inside if _is_told(tagged, m)]
    counted = tagged.words[:1] == ["first"]  # "First it is done, then B": a step of the plan
    if not told or (len(inside) < len(tagged.mentions) and not counted):
        return inside
    tagged.facts = [f for f in tagged.facts if not f.first <= told[0].first <= f.last]
    return []


def _is_told(tagged: Tagged, m: Mention) -> bool:
    words = tagged.words
    return words[m.first - 1 : m.first] in (["is"], ["are"]) and not _SUBORDINATING & set(words[: m.first])


def is_listed(tagged: Tagged, first: int, last: int, subjects: frozenset[str]) -> bool:
    """Whether a subject stands in a list with one of `subjects`: "A/B", "A and B"."""
    for name, begin, end in tagged.subjects:
        between = tagged.words[end + 1 : first] if end < first else tagged.words[last + 1 : begin]
        if name in subjects and len(between) == 1 and between[0] in {"/", "and", "&", "+", ","}:
            return True
    return False


def _is_exchange(tagged: Tagged, h: Hit[str]) -> bool:
    """ "Do not replace A by B": what is denied is that B comes in, and not that A can be replaced."""
    if not tagged.words[h.last].startswith(("replac", "substitut")):
        return False
    named = [m for m in tagged.mentions if 0 < m.first - h.last <= 10]
    return len(named) > 1 and bool(
        {"by", "with", "for"} & set(tagged.words[named[0].last + 1 : named[1].first])
    )


def _is_exhausted(tagged: Tagged, m: Mention) -> bool:
    """ "nothing more than A" is A, and not nothing."""
    return m.instead and tagged.words[m.last + 1 : m.last + 2] in (["than"], ["but"], ["besides"], ["except"])


_VIEWS = word_set("it this that they")
OVERLOOKING = word_set(
    "overlooks forgets ignores neglects disregards overlook forget ignore neglect disregard"
)


def settle(tagged: Tagged) -> None:
    """Drop what looks like a cue or a name beside the words that it stands with, and is none."""
    words = tagged.words
    tagged.mentions = [m for m in tagged.mentions if not _is_exhausted(tagged, m)]
    ends = {m.last + 1 for m in tagged.mentions}
    if words[1:2] and words[0] in _VIEWS and words[1] in OVERLOOKING and "against" in tagged.cues:
        tagged.cues["against"] = [
            h for h in tagged.cues["against"] if h.first != 1
        ]  # "it forgets those who ..."
    if "exempt" in tagged.cues:  # "A is excluded": the treatment is, and no patients; "does not count among"
        tagged.cues["exempt"] = [
            h
            for h in tagged.cues["exempt"]
            if h.first not in ends and words[h.last + 1 : h.last + 2] not in (["among"], ["as"])
        ]
    if "no_substitute" in tagged.cues:
        tagged.cues["no_substitute"] = [
            h for h in tagged.cues["no_substitute"] if not _is_exchange(tagged, h)
        ]


def stands_apart(tagged: Tagged, hit: Hit[Named], first: int, readings: Sequence[Hit[Named]]) -> bool:
    """Whether a word is not said of a subject that begins at `first`: it is an item of a list by itself in front of it
    or behind a subject of its own ("a primary, one deposit, silent"), or belongs to an "it" ("it is silent, the
    deposits are not")."""
    words = tagged.words
    before, after = words[max(0, hit.first - 1) : hit.first], words[hit.last + 1 : hit.last + 2]
    if first > hit.last:
        item = not before or before[0] in _PAUSES
        said_of_it = before == ["it"] or words[max(0, hit.first - 2) : hit.first] in _IT_IS
        return (item or said_of_it) and bool(_PAUSES & set(words[hit.last + 1 : first]))
    item = bool(before) and before[0] in _PAUSES and (not after or after[0] in _PAUSES)
    own = {s for h in readings if h.payload.value.alone for s in h.payload.value.subjects}
    return item and any(name in own and last < first for name, _first, last in tagged.subjects)


_PAUSES = word_set(", ; . : / | -")
_IT_IS = (["it", "is"], ["it", "was"], ["it", "remains"], ["it", "stays"])
