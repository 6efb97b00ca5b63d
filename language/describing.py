"""Words that say something only of a subject near them: which of them count."""

from __future__ import annotations

from language.matcher import Hit
from language.vocabulary import Named


def longest(hits: list[Hit[Named]]) -> list[Hit[Named]]:
    kept: list[Hit[Named]] = []
    for h in sorted(hits, key=lambda h: (-h.length, h.first)):
        if not any(k.first <= h.last and h.first <= k.last and (k.length > h.length) for k in kept):
            kept.append(h)
    return sorted(kept, key=lambda h: h.first)


def in_a_gap(first: int, last: int, hit: Hit[Named]) -> bool:
    """Whether words stand in the gap of a long name ("leave such a thing in place") and are not its own."""
    return last - first >= 4 and first < hit.first and hit.last < last - 1
