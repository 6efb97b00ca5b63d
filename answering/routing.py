"""Which topics of the repertoire a question is about: by meaning, by what it names, and by what it wants to know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from answering.ask import Ask
from answering.exemplars import Evidence, Exemplars
from answering.repertoire import Repertoire, Topic, cited_by
from guardrails.pack import Pack
from ingest.encoder import Encoder, Vectors
from retrieval.lexical import LexicalRanking
from retrieval.lexical import words as content_words

LEARNED = 0.6  # for a topic whose questions the regression takes the question for
FACET = 0.4  # what the regression says of a stretch of a question that asks for something by itself
FACET_NEAR = 0.65  # and its cosine
NAMED = 0.15  # for the very intervention that a topic is about
INHERITED = 0.5  # of both, when it was named earlier in the conversation
RELATED = 0.04  # for one of its class, or its class
ELSEWHERE = -0.08  # for other interventions than the topic's
COMPARES = 0.12  # for points together that are about each of the things compared
DECIDES = 0.04  # for a point that tells the very directive that a proposal is held against
WORDED = 0.08  # for a point that has words of its own for such a yes-or-no question
VALUE = 0.35  # for a statement with a number that the question names
LEANING = 0.06  # what the cosine of a question with its context loses against that of the question alone
PLAIN = 0.70  # cosine from which a question with the sentence before it needs no more of the story
STORY = 0.03  # what it loses more when it leans on another sentence than the one before it
BESIDE = 0.10  # by how much a new topic's cosine may be less than the best's when the best was told already
NUMBER = 0.20  # for a topic with the kind of number that is asked for
NO_NUMBER = -0.06
LISTING = 0.05  # for several points together when a list is asked for, for a single one when it is not
WORDS = 0.15  # for all content words of the question
TRIGGERED = 0.08  # for a point that has something of its own to say to patients with these facts
LEXICAL = 0.05  # for the statement that shares most with the question by words


@dataclass(frozen=True, slots=True)
class Route:
    """A topic with its score: cosine of the nearest question, and the same with what is named counted in.

    likely: what the regression over all questions says; valued: the question names a number of a statement that the
    topic cites; fits: it has something of its own to say to patients with these facts.
    """

    topic: Topic
    score: float
    meaning: float
    likely: float = 0.0
    valued: bool = False
    fits: bool = False


@dataclass(frozen=True, slots=True)
class Routes:
    """All topics, best first; `foreign` is the cosine of the nearest question that is not covered.

    within: what the regression says of whether it is covered at all, from 1 to -1; alone: the topics by the ask's own
    words, without what it leans on; facets: the stretches of the ask that seem to ask for something else, with theirs.
    """

    routes: tuple[Route, ...]
    foreign: float
    within: float
    alone: tuple[Route, ...] = ()
    facets: tuple[tuple[Ask, Routes], ...] = ()

    @property
    def best(self) -> Route:
        return self.routes[0]

    def beside(self, said: Sequence[str], *, own: bool) -> Routes:
        """The topics with one in front that was not told yet, if it is hardly worse than the best; `own`: by the
        ask's own words."""
        left = (self.alone if own else ()) or self.routes
        new = [r for r in left if r.topic.id not in said and r.meaning >= left[0].meaning - BESIDE]
        left = (*new[:1], *(r for r in left if r not in new[:1]))
        return Routes(left, self.foreign, self.within, left)

    def led_by(self, topic: Topic) -> Routes:
        """The topics with a certain one in front."""
        first = tuple(r for r in self.routes if r.topic == topic)
        return replace(self, routes=(*first, *(r for r in self.routes if r not in first)))

    @property
    def valued(self) -> bool:
        """Whether the question names a number of the guideline."""
        return any(route.valued for route in self.routes)


class Router:
    """Ranks topics for asks. The questions of the repertoire are encoded once, when it is made."""

    def __init__(
        self, pack: Pack, repertoire: Repertoire, encoder: Encoder, cache: Path | None = None
    ) -> None:
        self._known, self._encoder = pack.vocabulary.interventions, encoder
        self._algorithm, self._repertoire = pack.algorithm, repertoire
        self._exemplars = Exemplars(pack, repertoire, encoder, cache)
        self._topics = self._exemplars.topics
        self._lexical = LexicalRanking(pack.guideline.statements)
        self._words = [
            frozenset(w for text in texts for w in content_words(text)) for texts in self._exemplars.texts
        ]
        self._rarity = _rarity(self._words)
        self._polar = [repertoire.points[t.points[0]].polar for t in self._topics]
        self._cited = [
            frozenset(id for p in t.points for id in cited_by(repertoire, p)) for t in self._topics
        ]
        self._directives = [
            repertoire.points[t.points[0]].directives if len(t.points) == 1 else frozenset()
            for t in self._topics
        ]
        self._covers = [_union(repertoire.points[p].about for p in t.points) for t in self._topics]
        self._masks = [self._special(t) for t in self._topics]
        about = [i for t in self._topics for i in t.about]
        self._telling = {
            i: 1.0 / about.count(i) ** 0.5 for i in about
        }  # a name that many topics share tells less
        numbers = [q for q in pack.algorithm.quantities if not q.derived]
        self._values = [
            frozenset((q.kind, v) for q in numbers if q.source in cited for v in (q.low, q.high))
            for cited in self._cited
        ]
        self._tells = {
            key: frozenset(
                d.id
                for d in pack.algorithm.directives
                if key in d.interventions or own.ancestors & set(d.interventions)
            )
            for key, own in self._known.items()
        }

    def routes(self, asks: Sequence[Ask], mask: int) -> tuple[Routes, ...]:
        """The topics for each ask about the patients of `mask`; all their texts are encoded together."""
        texts: list[str] = []
        places: list[tuple[int, int]] = []
        every = [*asks, *(facet for ask in asks for facet in ask.facets)]
        for ask in every:
            own = [ask.plain] + ([f"{ask.context} {ask.plain}"] if ask.context else [])
            own += [f"{told} {ask.plain}" for told in ask.story]
            places.append((len(texts), len(texts) + len(own)))
            texts += own
        if not texts:
            return ()
        vectors = self._encoder.encode(texts)
        ranked = iter([self.rank(ask, vectors[a:b], mask) for ask, (a, b) in zip(every, places, strict=True)])
        found = [next(ranked) for _ in asks]
        facets = [tuple((f, next(ranked)) for f in ask.facets) for ask in asks]
        return tuple(
            replace(r, facets=tuple((f, own) for f, own in apart if _is_clear(f, own)))
            for r, apart in zip(found, facets, strict=True)
        )

    def rank(self, ask: Ask, vectors: Vectors, mask: int) -> Routes:
        """Rank the topics for an ask about the patients of `mask`.

        `vectors` are those of its plain text and, if it leans on something, of both together.
        """
        losses = [0.0] + [0.0 if ask.refers else LEANING] * (len(vectors) - 1)
        losses[2:] = [loss + STORY for loss in losses[2:]]
        fits = [any(not mask & ~m for m in masks) for masks in self._masks]
        named = self.named(ask)
        extra = [
            self._bonus(ask, topic, n, named) + shared + TRIGGERED * fits[n]
            for (n, topic), shared in zip(enumerate(self._topics), self._by_words(ask), strict=True)
        ]
        evidence = self._exemplars.of(vectors)
        used = 2
        if (evidence.nearest[:used] - np.asarray(losses[:used], np.float32)[:, None]).max() < PLAIN:
            used = len(vectors)
        routes = self._ordered(ask, evidence, losses[:used], extra, fits)
        alone = routes if len(vectors) == 1 else self._ordered(ask, evidence, losses[:1], extra, fits)
        return Routes(routes, round(evidence.foreign, 4), round(evidence.within, 4), alone)

    def _ordered(
        self,
        ask: Ask,
        evidence: Evidence,
        losses: Sequence[float],
        extra: Sequence[float],
        fits: Sequence[bool],
    ) -> tuple[Route, ...]:
        """All topics by meaning and all that speaks for them, best first, by as many vectors as there are losses."""
        used = len(losses)
        cosines = (evidence.nearest[:used] - np.asarray(losses, np.float32)[:, None]).max(axis=0)
        nearest = np.maximum(cosines, 0.0).tolist()
        likely = (evidence.likely[:used] - np.asarray(losses)[:, None]).max(axis=0).tolist()
        routes = [
            Route(
                topic,
                round(nearest[n] + LEARNED * likely[n] + extra[n], 4),
                round(nearest[n], 4),
                round(likely[n], 4),
                bool(self._values[n] & set(ask.values)),
                fits[n],
            )
            for n, topic in enumerate(self._topics)
        ]
        order = sorted(range(len(routes)), key=lambda n: (-routes[n].score, n))
        return tuple(routes[n] for n in order)

    def _by_words(self, ask: Ask) -> list[float]:
        """For each topic what it shares with an ask by words: with its questions, and with its statements."""
        asked = frozenset(content_words(f"{ask.plain} {ask.context}"))
        weight = sum(self._rarity.get(w, 1.0) for w in asked)
        ranked = dict(self._lexical.rank(ask.plain))
        most = max(ranked.values(), default=1.0)
        found = []
        for number, own in enumerate(self._words):
            common = sum(self._rarity[w] for w in sorted(asked & own)) / weight if weight else 0.0
            statement = max((ranked.get(id, 0.0) for id in self._cited[number]), default=0.0) / most
            found.append(WORDS * common + LEXICAL * statement)
        return found

    def _special(self, topic: Topic) -> list[int]:
        """The patients for whom a single point has something of its own, in itself or in how it is put."""
        if len(topic.points) > 1:
            return []
        point = self._repertoire.points[topic.points[0]]
        masks = [self._algorithm.masks[d] for d in sorted(point.directives)]
        masks += [self._algorithm.mask(form.when) for form in point.forms]
        return [m for m in dict.fromkeys(masks) if m != self._algorithm.everyone]

    def named(self, ask: Ask) -> frozenset[str]:
        """The interventions that count: of "A first or B first?", or "A or B?" across families, the order."""
        known = [self._known[i] for i in ask.interventions if i in self._known]
        order = frozenset(k.id for k in known if k.order is not None)
        families = {k.family for k in known if k.order is None}
        if len(families) > 1 and "compare" in ask.kinds and not ask.numbers:
            order = order or frozenset(k.id for k in self._known.values() if k.order is not None)
        return order if order and len(families) > 1 else frozenset(k.id for k in known)

    def _bonus(self, ask: Ask, topic: Topic, number: int, named: frozenset[str]) -> float:
        bonus = 0.0
        weight = INHERITED if ask.inherited else 1.0
        if named & topic.about:
            whole = all(self._known[i].order is not None for i in named)
            share = 1.0 if whole else sum(self._telling[i] for i in named & topic.about) / len(named)
            bonus += weight * NAMED * share
        elif named and all(self._known[i].order is not None for i in named):
            bonus += 2 * ELSEWHERE
        elif named and topic.about:
            related = {i for i in named if self._related(i, topic.about)}
            bonus += weight * RELATED * len(related) / len(named) if related else ELSEWHERE
        if ask.polar and self._directives[number] & _union(self._tells.get(i, frozenset()) for i in named):
            bonus += DECIDES
        words = (*ask.ground, *ask.words)
        if ask.polar and any(self._polar[number].at(words, n) for n in range(len(words))):
            bonus += WORDED
        several = len(topic.points) > 1
        if several and "compare" in ask.kinds and len(named) > 1 and named <= self._covers[number]:
            bonus += COMPARES
        if several == ("listing" in ask.kinds) or (several and not ask.polar):
            bonus += LISTING
        if self._values[number] & set(ask.values):
            bonus += VALUE
        if ask.numbers & topic.quantities:
            bonus += NUMBER
        elif ask.numbers and ask.numbers != {"cycles"}:
            bonus += NO_NUMBER
        return bonus

    def _related(self, intervention: str, about: frozenset[str]) -> bool:
        own = self._known.get(intervention)
        if own is None:
            return False
        above = {a for a in own.ancestors if not self._known[a].neutral}
        return bool(about & (above | own.descendants))


def _is_clear(facet: Ask, routes: Routes) -> bool:
    """Whether a stretch of a question asks for something by itself, and not by what it is part of."""
    return not facet.foreign and routes.best.likely >= FACET and routes.best.meaning >= FACET_NEAR


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _rarity(topics: Sequence[frozenset[str]]) -> Mapping[str, float]:
    """How telling a word is: 1 when one topic has it, less the more have it."""
    count: dict[str, int] = {}
    for words in topics:
        for word in words:
            count[word] = count.get(word, 0) + 1
    return {word: 1.0 / n**0.5 for word, n in count.items()}
