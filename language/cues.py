"""The cues of clinical prose, read from cues.yaml: phrases by class, found in one pass.

>>> load_cues().classes >= {"negation", "against", "delay"}
True
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.files import load_yaml
from language.matcher import Hit, Matcher

# A phrase of the class on the left takes away the hits of the classes on the right inside it.
_SWALLOWS: Mapping[str, tuple[str, ...]] = {
    "no_negation": (
        "negation",
        "against",
        "needless",
        "weak_against",
        "delay",
        "negating",
        "everyone",
        "only",
        "except",
        "reject",
    ),
    "needless": ("negation", "against", "negating", "delay"),
    "weak_against": ("negation", "against", "needless", "negating"),
    "not_all": ("negation", "everyone", "against", "negating"),
    "not_covered": ("negation", "against", "negating", "everyone", "needless"),
    "against": ("negation", "negating", "not_covered", "inferior_to"),
    "no_substitute": ("negation", "against", "rather_than", "negating"),
    "included": ("exempt", "negation", "against"),
    "exempt": ("negation",),
    "inferior_to": ("negation", "against", "negating", "weak_against", "needless"),
    "delay": ("negation", "against"),
    "whatever": ("negation", "if", "negating", "against"),
    "except": ("negation", "against", "if", "contrast", "only"),
    "reject": ("negation", "against", "needless", "delay"),
    "rather_than": ("negation",),
    "only": ("negation",),
    "reported_frame": ("delay", "against"),
}


@dataclass(frozen=True)
class Cues:
    """All cue phrases; `find` gives the hits per class."""

    matcher: Matcher[str]
    classes: frozenset[str]
    words: frozenset[str]
    stems: frozenset[str]

    def find(self, words: Sequence[str]) -> dict[str, list[Hit[str]]]:
        """The hits of every class in order; within a class the leftmost longest, without overlap."""
        found: dict[str, list[Hit[str]]] = {}
        for index in self.matcher.begun(words):
            for hit in self.matcher.at(words, index):
                own = found.setdefault(hit.payload, [])
                if not own or own[-1].last < hit.first:
                    own.append(hit)
        return found


def swallow(found: dict[str, list[Hit[str]]]) -> None:
    """Drop, in place, the hits that a larger phrase of another class explains."""
    for greater, lesser_classes in _SWALLOWS.items():
        for big in found.get(greater, ()):
            for lesser in lesser_classes:
                hits = found.get(lesser)
                if hits:
                    found[lesser] = [
                        h
                        for h in hits
                        if h.last < big.first
                        or h.first > big.last
                        or h.length > big.length
                        or (h.length == big.length and lesser == "negating")  # "denies" is both
                    ]


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The cues that ship with the reader."""
    data = load_yaml((Path(__file__).parent / "cues.yaml").read_text(encoding="utf-8"))
    phrases = [(phrase, name) for name, entries in data.items() for phrase in entries]
    matcher = Matcher(phrases)
    return Cues(
        matcher, frozenset(data), frozenset(w for w in matcher.words if w.isalpha()), frozenset(matcher.stems)
    )
