"""Which topics of the repertoire a question is about: by meaning, by what it names, and by what it wants to know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from answering.ask import Ask
from answering.repertoire import Repertoire, Topic, citations
from answering.wording import PlainWords
from guardrails.pack import Pack
from ingest.encoder import Encoder, Vectors
from retrieval.lexical import words as content_words

NAMED = 0.20  # for the very intervention that a topic is about
RELATED = 0.10  # for one of its class, or its class
ELSEWHERE = -0.08  # for other interventions than the topic's
DECIDES = 0.08  # for a point that tells the very directive that a proposal is held against
VALUE = 0.35  # for a statement with a number that the question names
LEANING = 0.06  # what the cosine of a question with its context loses against that of the question alone
NUMBER = 0.12  # for a topic with the kind of number that is asked for
NO_NUMBER = -0.06
LISTING = 0.05  # for several points together when a list is asked for, for a single one when it is not
WORDS = 0.10  # for all content words of the question


@dataclass(frozen=True, slots=True)
class Route:
    """A topic with its score: cosine of the nearest question, and the same with what is named counted in."""

    topic: Topic
    score: float
    meaning: float


@dataclass(frozen=True, slots=True)
class Routes:
    """All topics, best first; `foreign` is the cosine of the nearest question that is not covered."""

    routes: tuple[Route, ...]
    foreign: float

    @property
    def best(self) -> Route:
        return self.routes[0]


class Router:
    """Ranks topics for asks. The questions of the repertoire are encoded once, when it is made."""

    def __init__(self, pack: Pack, repertoire: Repertoire, encoder: Encoder) -> None:
        self._known = pack.vocabulary.interventions
        self._encoder = encoder
        self._topics = tuple(repertoire.topics.values())
        plain = PlainWords(pack.vocabulary, pack.algorithm, repertoire.words)
        texts: list[str] = []
        self._owner: list[int] = []
        self._words: list[frozenset[str]] = []
        for number, topic in enumerate(self._topics):
            said = (
                [s for point in topic.points for s in _said(repertoire, point)]
                if len(topic.points) == 1
                else []
            )
            own = [plain.of(pack.reader.read(q)) for q in topic.questions] + said
            texts += own
            self._owner += [number] * len(own)
            self._words.append(frozenset(w for text in own for w in content_words(text)))
        self._vectors = encoder.encode(texts) if texts else np.zeros((0, encoder.dimension), np.float32)
        foreign = [plain.of(pack.reader.read(q)) for q in repertoire.not_covered]
        self._foreign = encoder.encode(foreign) if foreign else np.zeros((0, encoder.dimension), np.float32)
        self._rarity = _rarity(self._words)
        self._directives = [
            _union(repertoire.points[p].directives for p in t.points) if len(t.points) == 1 else frozenset()
            for t in self._topics
        ]
        cited = [frozenset(id for p in t.points for id in _cited(repertoire, p)) for t in self._topics]
        self._values = [
            frozenset(
                (q.kind, v)
                for q in pack.algorithm.quantities
                if q.source in ids and not q.derived
                for v in (q.low, q.high)
            )
            for ids in cited
        ]
        self._tells = {
            i: frozenset(
                d.id
                for d in pack.algorithm.directives
                if i in d.interventions or known.ancestors & set(d.interventions)
            )
            for i, known in self._known.items()
        }

    def encode(self, texts: Sequence[str]) -> Vectors:
        return self._encoder.encode(texts)

    def rank(self, ask: Ask, vectors: Vectors) -> Routes:
        """Rank the topics for an ask; `vectors` are those of its plain text and, if it leans on something, of both."""
        cosines = vectors @ self._vectors.T
        if not ask.refers:
            cosines[1:] -= LEANING
        similar = cosines.max(axis=0) if len(self._vectors) else np.zeros(0)
        nearest = [0.0] * len(self._topics)
        for number, cosine in zip(self._owner, similar.tolist(), strict=True):
            nearest[number] = max(nearest[number], cosine)
        asked = frozenset(content_words(ask.plain + " " + ask.context))
        routes = [
            Route(
                topic,
                round(
                    nearest[n] + self._bonus(ask, topic, n) + WORDS * self._shared(asked, self._words[n]), 4
                ),
                round(nearest[n], 4),
            )
            for n, topic in enumerate(self._topics)
        ]
        foreign = float((vectors[:1] @ self._foreign.T).max()) if len(self._foreign) else 0.0
        order = sorted(range(len(routes)), key=lambda n: (-routes[n].score, n))
        return Routes(tuple(routes[n] for n in order), round(foreign, 4))

    def named(self, ask: Ask) -> frozenset[str]:
        """The interventions that count: of "A first or B first?" the order, and not what is ordered."""
        known = [self._known[i] for i in ask.interventions if i in self._known]
        order = frozenset(k.id for k in known if k.order is not None)
        families = {k.family for k in known if k.order is None}
        return order if order and len(families) > 1 else frozenset(k.id for k in known)

    def _bonus(self, ask: Ask, topic: Topic, number: int) -> float:
        bonus = 0.0
        named = self.named(ask)
        if named & topic.about:
            bonus += NAMED * len(named & topic.about) / len(named)
        elif named and topic.about:
            related = {i for i in named if self._related(i, topic.about)}
            bonus += RELATED * len(related) / len(named) if related else ELSEWHERE
        if (
            ask.polar
            and named
            and self._directives[number] & _union(self._tells.get(i, frozenset()) for i in named)
        ):
            bonus += DECIDES
        several = len(topic.points) > 1
        if several == ("listing" in ask.kinds) or (several and not ask.polar):
            bonus += LISTING
        if self._values[number] & set(ask.values):
            bonus += VALUE
        if ask.numbers:
            wanted = bool(ask.numbers & topic.quantities)
            bonus += NUMBER if wanted else NO_NUMBER if ask.numbers != {"cycles"} else 0.0
        return bonus

    def _related(self, intervention: str, about: frozenset[str]) -> bool:
        own = self._known.get(intervention)
        if own is None:
            return False
        above = {a for a in own.ancestors if not self._known[a].neutral}
        return bool(about & (above | own.descendants))

    def _shared(self, asked: frozenset[str], words: frozenset[str]) -> float:
        weight = sum(self._rarity.get(w, 1.0) for w in asked)
        return sum(self._rarity.get(w, 1.0) for w in asked & words) / weight if weight else 0.0


def _said(repertoire: Repertoire, point: str) -> list[str]:
    """What a point says to somebody of whom nothing is known, without its citations."""
    text = " ".join(piece.alternatives[-1][1] for piece in repertoire.points[point].forms[-1].say)
    for cited in set(citations(text)):
        text = text.replace(cited, "")
    return [text.replace("[", "").replace("]", "").replace(",  ", " ")]


def _cited(repertoire: Repertoire, point: str) -> list[str]:
    return list(
        citations(" ".join(piece.alternatives[-1][1] for piece in repertoire.points[point].forms[-1].say))
    )


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _rarity(topics: Sequence[frozenset[str]]) -> Mapping[str, float]:
    """How telling a word is: 1 when one topic has it, less the more have it."""
    count: dict[str, int] = {}
    for words in topics:
        for word in words:
            count[word] = count.get(word, 0) + 1
    return {word: 1.0 / n**0.5 for word, n in count.items()}
