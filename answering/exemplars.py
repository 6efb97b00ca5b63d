"""The questions of a repertoire as vectors: which of them a new question is nearest to.

Encoding them takes seconds, so the vectors may be kept in a folder, under a name made from the encoder's weights and
the texts; what is there is used only if it is whole.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from answering.repertoire import Repertoire, Topic
from answering.wording import PlainWords, unframed
from guardrails.pack import Pack
from ingest.encoder import Encoder, Vectors

_CITED = re.compile(r"\s*\[[\d.,\s]+\]")
_UNIT = 1e-3  # by how much the norm of a vector may differ from 1


class Exemplars:
    """`nearest` gives for each topic the best cosine of its questions, and that of what is not covered."""

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

    def nearest(self, vectors: Vectors, losses: Sequence[float]) -> tuple[list[float], float]:
        """The best cosine for each topic, over several vectors of a question less the loss of each; and the best
        one of a question that is not covered, for the first vector."""
        cosines = (vectors @ self._covered.T) - np.asarray(losses, np.float32)[:, None]
        best = [0.0] * len(self.topics)
        for number, cosine in zip(self._owner, cosines.max(axis=0).tolist(), strict=True):
            best[number] = max(best[number], cosine)
        foreign = float((vectors[:1] @ self._foreign.T).max()) if len(self._foreign) else 0.0
        return best, foreign


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
