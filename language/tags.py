"""What is found in a sentence, and where: values that the tagger fills in and the reader looks up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from language.condition import Condition
from language.matcher import Hit
from language.text import Token
from language.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class FactTag:
    """A fact that stands in the text, already turned round where the text denies it."""

    condition: Condition
    first: int
    last: int
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """An intervention (or a neighbour that the guideline does not name) in the text."""

    id: str
    first: int
    last: int
    neighbour: bool = False
    questions_only: bool = False
    instead: bool = False  # a word for doing nothing; `id` is what it denies


@dataclass
class Tagged:
    """A sentence with everything that was found in it. Indices count its tokens."""

    tokens: Sequence[Token]
    words: list[str]
    vocabulary: Vocabulary
    facts: list[FactTag] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    landmarks: list[Mention] = field(default_factory=list)  # named inside a fact ("going for ...")
    subjects: list[tuple[str, int, int]] = field(default_factory=list)
    manners: list[tuple[str, int, int]] = field(default_factory=list)
    adjectives: list[tuple[str, int, int]] = field(default_factory=list)
    extensive: list[tuple[str, int, int]] = field(default_factory=list)
    cues: dict[str, list[Hit[str]]] = field(default_factory=dict)
    quoted: list[tuple[int, int]] = field(default_factory=list)  # what stands in quotation marks
    negators_used: set[int] = field(default_factory=set)
    scopes: dict[Any, Any] = field(default_factory=dict)  # what was made out of its clauses, by clause

    def has(self, name: str, first: int = 0, last: int | None = None) -> list[Hit[str]]:
        """Hits of a cue class that lie within the tokens first..last."""
        hits = self.cues.get(name)
        if not hits:
            return []
        if last is None:
            return [h for h in hits if h.first >= first] if first else list(hits)
        return [h for h in hits if h.first >= first and h.last <= last]
