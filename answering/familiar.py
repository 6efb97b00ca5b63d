"""Which words of a question the guideline does not know: strangers tell that a question is about something else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from answering.ask import Ask
from answering.cues import asking_words
from answering.repertoire import Repertoire
from guardrails.pack import Pack
from language.english import word_frequencies
from language.text import fold_spelling
from retrieval.lexical import words as content_words

RARE = 3_000_000
"""Occurrences in the frequency list that ships with symspellpy below which an English word is rare."""

_SHORT = 3  # letters of an abbreviation
_PERSON = re.compile(
    r"\b(?:dr|prof|professor|mr|mrs|ms|miss|sister|colonel|sir)\.?\s+([A-Z][\w'-]+)", re.IGNORECASE
)
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
        """The content words of an ask that the pack does not know, in order; names of people and typos are none."""
        named = {w.lower() for w in _PERSON.findall(ask.text)}
        found = dict.fromkeys(w for w in _folded([ask.plain]) if len(w) > 2 and w.isalpha())
        return tuple(
            w
            for w in found
            if w not in self._words
            and not w.startswith(self._stems)
            and w not in named
            and not (w not in word_frequencies() and self._is_typo(w))
        )

    def _is_typo(self, word: str) -> bool:
        """Whether a word that is no English is one slip away from a word of the pack, or of asking."""
        return len(word) > 3 and any(
            abs(len(word) - len(w)) < 2 and w[0] == word[0] and OSA.distance(word, w, score_cutoff=1) == 1
            for w in self._words
        )


def is_rare(word: str) -> bool:
    """Whether an English word is rare, or none at all; of an abbreviation nothing is known."""
    return len(word) > _SHORT and word_frequencies().get(word, 0) < RARE


def _folded(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        for word in content_words(_MARKS.sub(" ", text)):
            yield fold_spelling(word)
