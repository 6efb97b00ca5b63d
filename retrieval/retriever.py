"""Ranked statements for a question: by meaning, by words and by further rankings, fused by reciprocal rank."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from corpus.errors import IndexBroken
from ingest.chunks import cut_statement
from ingest.encoder import Encoder
from ingest.guideline import Guideline, Statement
from ingest.index import Index
from retrieval.lexical import LexicalRanking
from retrieval.named import named_statements

_RANK_CONSTANT = 60
"""Of reciprocal rank fusion: a statement gets 1 / (60 + rank) from each ranking that has it."""

_DEPTH = 50
_SAME = 0.999


@dataclass(frozen=True, slots=True)
class Passage:
    """A found statement.

    `score` is the fused score; `ranks` its rank (from 1) and `scores` its own score (cosine, BM25) in each
    ranking that has it: "named", "dense", "lexical", "directives".
    """

    statement: Statement
    score: float
    ranks: Mapping[str, int]
    scores: Mapping[str, float]


class Retriever:
    """Searches one guideline; holds no state of a question, and is safe to use from several threads.

    `expand` adds to a question the words that the guideline uses for what it says.
    """

    def __init__(
        self,
        guideline: Guideline,
        index: Index,
        encoder: Encoder,
        expand: Callable[[str], str] = lambda question: question,
    ) -> None:
        self.guideline, self.index, self.encoder = guideline, index, encoder
        self._expand = expand
        self._lexical = LexicalRanking(guideline.statements)
        self._order = {statement.id: place for place, statement in enumerate(guideline.statements)}

    def search(self, query: str, k: int = 10, *, also: Sequence[Sequence[str]] = ()) -> tuple[Passage, ...]:
        """The `k` best statements for `query`, best first; the same for the same query.

        `also` holds further rankings of statement ids, best first (the first is reported as "directives").
        Statements that the query names by number come first. Equal scores stand in the guideline's order.

        Raises IndexBroken or EncoderError rather than search with a part of the index.
        """
        if not query.strip() or k <= 0:
            return ()
        expanded = self._expand(query)
        [vector] = self.encoder.encode([expanded])
        dense = self.index.dense(vector, max(_DEPTH, 3 * k))
        lexical = self._lexical.rank(expanded)
        rankings = {"dense": [name for name, _ in dense], "lexical": [name for name, _ in lexical]}
        for number, ranking in enumerate(also, start=1):
            label = "directives" if number == 1 else f"directives {number}"
            rankings[label] = [name for name in dict.fromkeys(ranking) if name in self._order]
        named = named_statements(query, self.guideline)
        scores = {"dense": dict(dense), "lexical": dict(lexical)}
        fused = fuse(rankings)
        ranks = {
            label: {name: rank for rank, name in enumerate(ranking, start=1)}
            for label, ranking in {"named": named, **rankings}.items()
        }
        place = {name: number for number, name in enumerate(named)}
        found = sorted(
            dict.fromkeys((*named, *fused)),
            key=lambda name: (place.get(name, len(place)), -fused.get(name, 0.0), self._order[name]),
        )
        return tuple(self._passage(name, fused.get(name, 0.0), ranks, scores) for name in found[:k])

    def check(self) -> None:
        """Search for what is known: the first and the last statement must find themselves by their vectors.

        Takes about 40 ms. Raises IndexBroken or EncoderError; then nothing may be answered.
        """
        self.index.check()
        for statement in (self.guideline.statements[0], self.guideline.statements[-1]):
            [vector] = self.encoder.encode([cut_statement(statement)[0].encoded])
            [(_, score)] = self.index.dense(vector, 1)
            if score < _SAME:
                raise IndexBroken(
                    f"Statement {statement.id} does not find itself in the index; run 'guiderail ingest'."
                )

    def _passage(
        self,
        name: str,
        score: float,
        ranks: Mapping[str, Mapping[str, int]],
        scores: Mapping[str, Mapping[str, float]],
    ) -> Passage:
        return Passage(
            self.guideline.statements[self._order[name]],
            round(score, 6),
            {label: ranking[name] for label, ranking in ranks.items() if name in ranking},
            {label: round(own[name], 4) for label, own in scores.items() if name in own},
        )


def fuse(rankings: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """Reciprocal rank fusion: each name's sum of 1 / (60 + rank) over the rankings that have it.

    >>> fuse({"a": ["x", "y"], "b": ["x"]})["x"] == 2 / 61
    True
    """
    fused: dict[str, float] = {}
    for ranking in rankings.values():
        for rank, name in enumerate(ranking, start=1):
            fused[name] = fused.get(name, 0.0) + 1 / (_RANK_CONSTANT + rank)
    return fused
