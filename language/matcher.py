"""Finds phrases in tokens: a trie, so that the time does not grow with the number of phrases.

In a phrase, a * at the end of a word stands for any ending, one at its beginning for any beginning, ~ for up to six
words within a clause, and a|b for either word.

    >>> m = Matcher({"green tea": "drink", "tea*": "plant"})
    >>> [(h.payload, h.first, h.last) for h in m.find(["green", "teas", ",", "teapot"])]
    [('drink', 0, 1), ('plant', 3, 3)]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from language.text import fold_spelling, normalise, tokens

P = TypeVar("P")
_GAP = 6
_REMEMBERED = 50_000  # first words, of any texts


@dataclass(frozen=True, slots=True)
class Hit(Generic[P]):
    """A phrase found at the tokens `first` to `last`, both included."""

    payload: P
    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


@dataclass(slots=True)
class _Node(Generic[P]):
    words: dict[str, _Node[P]] = field(default_factory=dict)
    stems: dict[str, list[tuple[str, _Node[P]]]] = field(default_factory=dict)  # by their first two letters
    endings: list[tuple[str, _Node[P]]] = field(default_factory=list)
    groups: dict[frozenset[str], _Node[P]] = field(default_factory=dict)  # any one of some words
    gap: _Node[P] | None = None  # up to _GAP words that do not matter
    payloads: list[P] = field(default_factory=list)
    goes_on: bool = False  # whether a longer phrase leads on from here
    plain: bool = True  # only by whole words

    def settle(self) -> None:
        """Note both for this node and all behind it, once the phrases are in."""
        self.plain = not (self.stems or self.groups or self.endings)
        self.goes_on = bool(self.words) or not self.plain
        behind = [*self.words.values(), *self.groups.values(), *(n for _e, n in self.endings)]
        behind += [n for alike in self.stems.values() for _s, n in alike]
        for node in [*behind, *([self.gap] if self.gap is not None else [])]:
            node.settle()


def phrase_words(phrase: str) -> list[str]:
    """The words of a phrase as the tokeniser sees them; a trailing * and a gap (~) are kept."""
    words: list[str] = []
    for part in phrase.split():
        if part == "~" or "|" in part:
            words.append(part)
            continue
        star = part.endswith("*") and len(part) > 1
        cut = [t.text for t in tokens(normalise(part[:-1] if star else part)[0], 0)]
        if star and cut:
            cut[-1] += "*"
        if part.startswith("*") and cut:
            cut = ["*" + cut[-1]]
        words.extend(cut)
    return words


class Matcher(Generic[P]):
    """Longest phrases win; among phrases of one length all payloads are reported."""

    def __init__(
        self,
        phrases: Mapping[str, P] | Iterable[tuple[str, P]],
        *,
        plurals: bool = False,
        skipped: frozenset[str] = frozenset(),
    ) -> None:
        """plurals: nouns match with an s as well; skipped: words that may stand anywhere inside a phrase."""
        self._root: _Node[P] = _Node()
        self._plurals, self._skipped = plurals, skipped
        self._begun: dict[str, tuple[_Node[P], ...]] = {}
        self.words: set[str] = set()
        self.stems: set[str] = set()
        for phrase, payload in phrases.items() if isinstance(phrases, Mapping) else phrases:
            node = self._root
            for word in phrase_words(phrase):
                if word == "~":
                    node.gap = node.gap or _Node()
                    node = node.gap
                elif "|" in word:
                    group = frozenset(w for part in word.split("|") for w in phrase_words(part))
                    self.words |= group
                    node = node.groups.setdefault(group, _Node())
                elif word.startswith("*"):
                    node.endings.append((word[1:], _Node()))
                    node = node.endings[-1][1]
                elif word.endswith("*"):
                    stem = fold_spelling(word[:-1]).replace("iz", "is")
                    self.stems.add(stem)
                    alike = node.stems.setdefault(stem[:2], [])
                    known = next((n for s, n in alike if s == stem), None)
                    if known is None:
                        known = _Node()
                        alike.append((stem, known))
                    node = known
                else:
                    self.words.add(word)
                    node = node.words.setdefault(word, _Node())
            if payload not in node.payloads:
                node.payloads.append(payload)
        self._root.settle()
        self._passed_over = self._skipped - self.words  # ends no phrase, as it stands in none

    def _steps(self, node: _Node[P], word: str) -> Iterator[_Node[P]]:
        exact = node.words.get(word)
        if exact is not None:
            yield exact
        elif (
            self._plurals and len(word) > 3 and word.endswith("s") and (singular := node.words.get(word[:-1]))
        ):
            yield singular
        for group, target in node.groups.items():
            if word in group or (self._plurals and word.endswith("s") and word[:-1] in group):
                yield target
        for ending, target in node.endings:
            if word.endswith(ending):
                yield target
        alike = node.stems.get(word[:2]) if node.stems else None
        if alike:
            plain = word.replace("iz", "is")  # a stem may end where the spelling was folded
            for stem, target in alike:
                if plain.startswith(stem):
                    yield target

    def _beginning_with(self, word: str) -> tuple[_Node[P], ...]:
        """The nodes behind a first word. Most words begin no phrase: remembered, that costs one look-up."""
        known = self._begun.get(word)
        if known is None:
            if len(self._begun) >= _REMEMBERED:
                self._begun.clear()
            known = self._begun[word] = tuple(self._steps(self._root, word))
        return known

    def begun(self, words: Sequence[str]) -> Iterator[int]:
        """Where a phrase may begin: most words begin none, and cost one look-up."""
        known = self._begun.get
        for index, word in enumerate(words):
            nodes = known(word)
            if nodes or (nodes is None and self._beginning_with(word)):
                yield index

    def at(self, words: Sequence[str], first: int) -> list[Hit[P]]:
        """Every phrase that begins at `first`, longest first."""
        begun = self._begun.get(words[first])
        if begun is None:
            begun = self._beginning_with(words[first])
        if not begun:
            return []
        hits: list[Hit[P]] = []
        frontier = [(node, first + 1) for node in begun]
        while frontier:
            node, index = frontier.pop()
            if node.payloads and words[index - 1] not in self._passed_over:
                hits.extend([Hit(p, first, index - 1) for p in node.payloads])
            if index < len(words) and node.goes_on:
                word = words[index]
                if not node.plain:
                    frontier.extend([(n, index + 1) for n in self._steps(node, word)])
                else:
                    only = node.words.get(word) or (
                        node.words.get(word[:-1])
                        if self._plurals and len(word) > 3 and word[-1] == "s"
                        else None
                    )
                    if only is not None:
                        frontier.append((only, index + 1))
                if word in self._skipped and words[index - 1] not in self._skipped:
                    frontier.append((node, index + 1))
            if node.gap is not None:
                for skipped in range(min(_GAP, len(words) - index)):
                    frontier.append((node.gap, index + skipped))
                    if not words[index + skipped][0].isalnum():
                        break
        if len(hits) > 1:
            hits.sort(key=lambda h: h.first - h.last)
        return hits

    def find(self, words: Sequence[str]) -> list[Hit[P]]:
        """Leftmost longest phrases, without overlap; several payloads of one phrase all count."""
        found: list[Hit[P]] = []
        behind = 0
        for index in self.begun(words):
            if index >= behind and (hits := self.at(words, index)):
                longest = hits[0].length
                found.extend(h for h in hits if h.length == longest)
                behind = index + longest
        return found
