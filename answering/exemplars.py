"""The questions of a repertoire as vectors: which of them a new question is nearest to, and what all of them teach.

The nearest question alone says little where topics lie close together: of two topics that share their words the one
with more questions wins. So a kernel ridge regression (Saunders et al. 1998) learns from all of them which topic a
question belongs to; left out, 79 of 100 find their topic by it, and 63 by the nearest of the others.

Encoding them takes seconds, so the vectors may be kept in a folder, under a name made from the encoder's weights and
the texts; what is there is used only if it is whole.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from answering.repertoire import Repertoire, Topic
from answering.wording import PlainWords, unframed
from guardrails.pack import Pack
from ingest.encoder import Encoder, Vectors

Values = npt.NDArray[np.float64]
_CITED = re.compile(r"\s*\[[\d.,\s]+\]")
_UNIT = 1e-3  # by how much the norm of a vector may differ from 1
_SHARPNESS = 2.0  # of the kernel, exp(sharpness * (cosine - 1)): what differs that much teaches little
_RIDGE = 0.3  # how little a single question may decide
_NOT_COVERED = 0.5  # the same, in parts of it, for a question that is not covered


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the questions of a repertoire say of a new one, given as several vectors (with and without its context).

    nearest: the best cosine of each topic's questions, and likely: what the regression says (1 for a topic's own
    questions, 0 for all others), both of shape (vectors, topics). Of the first vector alone, foreign: the best cosine
    of a question that is not covered, and within: whether it is covered, by the regression: from about 1 down to -1,
    and 0 for what it cannot tell.
    """

    nearest: Vectors
    likely: Values
    foreign: float
    within: float


class Exemplars:
    """The questions of a repertoire, encoded and learned from."""

    def __init__(
        self, pack: Pack, repertoire: Repertoire, encoder: Encoder, cache: Path | None = None
    ) -> None:
        plain = PlainWords(pack.vocabulary, pack.algorithm, repertoire.words)
        self.topics = tuple(repertoire.topics.values())
        self.texts: list[tuple[str, ...]] = []
        self._owner: list[int] = []
        every: list[str] = []
        for number, topic in enumerate(self.topics):
            own = [
                *(plain.of(pack.reader.read(unframed(q))) for q in topic.questions),
                *_said(repertoire, topic),
            ]
            self.texts.append(tuple(own))
            self._owner += [number] * len(own)
            every += own
        foreign = [plain.of(pack.reader.read(q)) for q in repertoire.not_covered]
        vectors = _vectors([*every, *foreign], encoder, cache, f"questions-{pack.guideline.id}")
        self._covered, self._foreign = vectors[: len(every)], vectors[len(every) :]
        self._basis = vectors.T.astype(np.float64)
        self._weights = _learned(vectors, self._owner, len(self.topics))

    def of(self, vectors: Vectors) -> Evidence:
        """What all questions say of the vectors of a question."""
        cosines = vectors @ self._covered.T
        nearest = np.zeros((len(self.topics), len(vectors)), np.float32)
        np.maximum.at(nearest, self._owner, cosines.T)
        learned = np.exp(_SHARPNESS * (vectors.astype(np.float64) @ self._basis - 1.0)) @ self._weights
        known = bool(len(self._covered) and len(self._foreign))
        return Evidence(
            nearest.T,
            learned[:, :-1],
            float((vectors[:1] @ self._foreign.T).max()) if len(self._foreign) else 0.0,
            float(learned[0, -1]) if known else 0.0,
        )


def _learned(questions: Vectors, owner: Sequence[int], topics: int) -> Values:
    """The weights of the regression, shape (questions, topics + 1): for each topic, and for covered or not.

    The first questions have owners, the others are not covered. Each topic counts alike, however many it has.
    """
    if not len(owner):
        return np.zeros((len(questions), topics + 1))
    own = list(owner)
    targets = np.zeros((len(questions), topics + 1))
    targets[np.arange(len(own)), own] = 1.0
    targets[:, topics] = np.where(np.arange(len(questions)) < len(own), 1.0, -1.0)
    share = np.full(len(questions), _NOT_COVERED)
    share[: len(own)] = np.bincount(own, minlength=topics)[own] * topics / len(own)
    exact = questions.astype(np.float64)
    kernel = np.exp(_SHARPNESS * (exact @ exact.T - 1.0))
    return np.asarray(np.linalg.solve(kernel + _RIDGE * np.diag(share), targets))


def _said(repertoire: Repertoire, topic: Topic) -> list[str]:
    """What a point says to somebody of whom nothing is known, without its citations; topics of several say nothing."""
    if len(topic.points) > 1:
        return []
    text = " ".join(piece.alternatives[-1][1] for piece in repertoire.points[topic.points[0]].forms[-1].say)
    return [_CITED.sub("", text)]


def _vectors(texts: Sequence[str], encoder: Encoder, cache: Path | None, name: str) -> Vectors:
    if not texts:
        return np.zeros((0, encoder.dimension), np.float32)
    if cache is None:
        return encoder.encode(texts)
    digest = hashlib.sha256("\0".join([encoder.fingerprint, *texts]).encode()).hexdigest()
    file = cache / f"{name}-{digest[:24]}.npy"
    with suppress(OSError, ValueError, EOFError):
        kept: Vectors = np.load(file, allow_pickle=False)
        whole = kept.shape == (len(texts), encoder.dimension) and kept.dtype == np.float32
        if whole and bool((abs(np.linalg.norm(kept, axis=1) - 1) < _UNIT).all()):
            return kept
    vectors = encoder.encode(texts)
    with suppress(OSError):  # without a cache it is only slower
        cache.mkdir(parents=True, exist_ok=True)
        aside = file.with_suffix(f".{os.getpid()}.tmp")
        with aside.open("wb") as handle:
            np.save(handle, vectors)
        aside.replace(file)
        for older in cache.glob(f"{name}-{'?' * 24}.npy"):
            if older != file:
                older.unlink(missing_ok=True)
    return vectors
