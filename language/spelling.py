"""Typos: a word that is no English word and no word of the vocabulary, but one slip away from
exactly one that the reader knows, is read as that word.

One slip is an inserted, dropped, changed or swapped letter; words of ten letters and more may
have two. Words that are a name of their own (`near_misses`, drug stems) are never touched.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

from language.english import word_frequencies


def _beginning_with(beginnings: Iterable[str]) -> frozenset[str]:
    words = sorted(word_frequencies())
    found: set[str] = set()
    for beginning in beginnings:
        index = bisect_left(words, beginning)
        while index < len(words) and words[index].startswith(beginning):
            found.add(words[index])
            index += 1
    return frozenset(found)


class Speller:
    """Corrects single words towards `targets`; deterministic, cached."""

    def __init__(
        self,
        targets: Iterable[str],
        known: Iterable[str] = (),
        stems: tuple[str, ...] = (),
        beginnings: Iterable[str] = (),
    ) -> None:
        """targets: words to correct to; beginnings: English words that begin so are targets, too."""
        wanted = frozenset(targets) | _beginning_with(beginnings)
        self._targets = sorted(w for w in wanted if len(w) >= 4)
        self._known = wanted | frozenset(known)
        self._stems = tuple(s for s in stems if len(s) >= 3)
        self._by_length: dict[int, list[str]] = {}
        for word in self._targets:
            self._by_length.setdefault(len(word), []).append(word)
        self.correct = lru_cache(maxsize=20_000)(self._correct)

    def _correct(self, word: str) -> str:
        if len(word) == 3 and word.isalpha() and word not in self._known and word not in word_frequencies():
            longer = [w for w in self._by_length.get(4, ()) if w.startswith(word)]
            return longer[0] if len(longer) == 1 else word
        if len(word) < 4 or not word.isalpha() or word in self._known or word in word_frequencies():
            return word
        if word.endswith("s") and (word[:-1] in self._known or word[:-1] in word_frequencies()):
            return word
        if any(
            word.startswith(p) and word[len(p) :] in self._known for p in ("non", "pre", "post", "un", "re")
        ):
            return word
        allowed = 2 if len(word) >= 10 else 1
        best: list[str] = []
        distance = allowed + 1
        for length in range(len(word) - allowed, len(word) + allowed + 1):
            for candidate in self._by_length.get(length, ()):
                if (
                    candidate[0] != word[0]
                    and candidate[:2] != word[1::-1]
                    and candidate[1:2] != word[:1]
                    and candidate[:1] != word[1:2]
                ):
                    continue
                d = OSA.distance(word, candidate, score_cutoff=distance)
                if d < distance:
                    best, distance = [candidate], d
                elif d == distance and d <= allowed:
                    best.append(candidate)
        if not best or distance > allowed:
            return word
        if len(best) > 1:
            stem = min(best, key=lambda w: (len(w), w))
            if not all(w.startswith(stem[: max(4, len(stem) - 2)]) for w in best):
                return word
            best = [stem]
        if distance == 2 and any(word.endswith(s) and not best[0].endswith(s) for s in self._stems):
            return word
        return best[0]
