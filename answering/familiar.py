"""Which words of a question the guideline does not know: strangers tell that a question is about something else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from answering.ask import Ask
from answering.cues import asking_words
from answering.repertoire import Repertoire
from guardrails.pack import Pack
from language.english import word_frequencies
from language.text import fold_spelling
from retrieval.lexical import words as content_words

RARE = 3_000_000
"""Occurrences in the frequency list that ships with symspellpy below which an English word is rare."""

_MARKS = re.compile(r"[\[\]*|]")


class Familiar:
    """The words of a pack: its statements, its questions and answers, its vocabulary."""

    def __init__(self, pack: Pack, repertoire: Repertoire) -> None:
        texts = [f"{s.text} {' '.join(s.section)}" for s in pack.guideline.statements]
        texts += [q for t in repertoire.topics.values() for q in t.questions]
        texts += [
            a
            for p in repertoire.points.values()
            for f in p.forms
            for piece in f.say
            for _, a in piece.alternatives
        ]
        texts += [*repertoire.words, *repertoire.words.values()]
        self._words = frozenset(_folded(texts)) | pack.vocabulary.words | frozenset(asking_words())
        self._stems = tuple(s for s in pack.vocabulary.stems if len(s) >= 4)

    def strangers(self, ask: Ask) -> tuple[str, ...]:
        """The content words of an ask that the pack does not know, in order."""
        found = dict.fromkeys(w for w in _folded([ask.plain]) if len(w) > 2 and w.isalpha())
        return tuple(w for w in found if w not in self._words and not w.startswith(self._stems))


def is_rare(word: str) -> bool:
    """Whether an English word is rare, or none at all."""
    return word_frequencies().get(word, 0) < RARE


def _folded(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        for word in content_words(_MARKS.sub(" ", text)):
            yield fold_spelling(word)
