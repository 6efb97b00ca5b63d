"""Words that say something only of a subject near them: which of them count."""

from __future__ import annotations

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
    if not told or len(inside) < len(tagged.mentions):
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
