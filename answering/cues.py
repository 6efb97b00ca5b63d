"""The cues of English questions, read from asking.yaml: phrases by class, found in one pass.

>>> sorted(load_cues().classes(["why", "is", "that"]))
['auxiliary', 'pronoun', 'why', 'wh']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.files import load_yaml
from language.cues import load_cues as reader_cues
from language.matcher import Hit, Matcher


@dataclass(frozen=True)
class AskingCues:
    """Where each class of cue stands; `units` are the kinds of number that a question asks for."""

    matcher: Matcher[str]
    units: Matcher[str]

    def hits(self, words: Sequence[str]) -> list[Hit[str]]:
        """Every hit of every class; of the same class only the longest at a place."""
        found: list[Hit[str]] = []
        for index in range(len(words)):
            seen: set[str] = set()
            for hit in self.matcher.at(words, index):
                if hit.payload not in seen:
                    seen.add(hit.payload)
                    found.append(hit)
        return found

    def classes(self, words: Sequence[str]) -> frozenset[str]:
        return frozenset(hit.payload for hit in self.hits(words))

    def numbers(self, words: Sequence[str]) -> frozenset[str]:
        """The kinds of number (dose, percent, ...) that the words name."""
        return frozenset(h.payload for index in range(len(words)) for h in self.units.at(words, index))


@lru_cache(maxsize=1)
def load_cues() -> AskingCues:
    """The cues that ship with the program."""
    data = load_yaml((Path(__file__).parent / "asking.yaml").read_text(encoding="utf-8"))
    units = data.pop("units")
    return AskingCues(
        Matcher([(phrase, name) for name, phrases in data.items() for phrase in phrases]),
        Matcher([(phrase, kind) for kind, phrases in units.items() for phrase in phrases]),
    )


def asking_words() -> frozenset[str]:
    """The words of asking and advising, which say nothing of a matter; words of studies and definitions may."""
    reader = reader_cues().matcher
    own = {w for m in (load_cues().matcher, load_cues().units) for w in m.words}
    for word in reader.words:
        classes = {h.payload for h in reader.at([word], 0)}
        if not classes or classes - {"definition", "study", "statistic"}:
            own.add(word)
    return frozenset(w for w in own if w.isalpha())
