"""The index of one guideline: built aside, switched in at once, opened once, checked at every opening.

    <folder>/<guideline id>/current.json         which generation is in use, written last
    <folder>/<guideline id>/<hash>-<nonce>/      one generation: a Chroma folder, written once
    <folder>/<guideline id>/ingest.lock          held by the one ingest that may run

An ingest that is killed, runs out of disk or comes second leaves `current.json` as it was, so the old index
stays in use. Generations that nobody uses are removed by the next ingest.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.errors import EncoderError, IndexBroken, IndexProblem, IndexStale
from ingest.chunks import Chunk, cut
from ingest.encoder import Encoder, Vectors
from ingest.generation import lease, new_generation, remove_unused
from ingest.guideline import Guideline
from ingest.lock import Lock, lock_exclusive
from ingest.pointer import Pointer, read_pointer, write_pointer
from ingest.vectors import FULL_GRAPH, VectorStore, check_values, write_vectors

_LOCK = "ingest.lock"
_BATCH = 32
_TOLERANCE = 1e-4
_PROBES = 16

Progress = Callable[[int, int], None]


class Index:
    """The read side of an index; safe to use from several threads.

    `id` is the hash of all that went in (model, texts), `model` the encoder's name.
    """

    def __init__(self, pointer: Pointer, store: VectorStore, lease: Lock | None) -> None:
        self.id = pointer.id
        self.model = pointer.model
        self.dimension = pointer.dimension
        self.guideline_sha256 = pointer.guideline_sha256
        self.size = pointer.chunks
        self._store, self._lease = store, lease
        # As many chunks more than statements may have to be fetched to get k different statements.
        self._extra = len(store.ids) - len(set(store.statements))

    def dense(self, vector: Vectors, k: int) -> list[tuple[str, float]]:
        """The `k` statements nearest to a unit vector of shape (dimension,), with their cosine, best first.

        A statement in several chunks counts with its nearest. Equals stand in the guideline's order.
        Raises IndexBroken when the index gives fewer than it has, EncoderError for a wrong vector.
        """
        if vector.shape != (self.dimension,) or not np.isfinite(vector).all():
            raise EncoderError(
                f"The vector has shape {vector.shape}, the index needs ({self.dimension},); "
                "use the encoder that made it."
            )
        count = min(self.size, max(k, 0) + self._extra)
        if count == 0:
            return []
        found = self._store.nearest(vector, count)
        if len(found) != count:
            raise IndexBroken(
                f"The index gave {len(found)} vectors where it must give {count}; run 'guiderail ingest'."
            )
        best: dict[str, float] = {}
        for place, score in sorted(found, key=lambda item: (-item[1], item[0])):
            best.setdefault(self._store.statements[place], score)
        return list(best.items())[:k]

    def check(self) -> None:
        """Ask for vectors that are known: each must find itself, in a large index three of four.

        Raises IndexBroken when they do not.
        What is altered or lost on disk is found when the index is opened; this finds an index that has
        stopped answering.
        """
        places = range(0, self.size, max(1, self.size // _PROBES))
        lost = [place for place in places if not self._finds_itself(place)]
        if len(lost) > (0 if self.size <= FULL_GRAPH else len(places) // 4):
            name = self._store.ids[lost[0]]
            raise IndexBroken(f"The vector of {name} does not find itself; run 'guiderail ingest'.")

    def _finds_itself(self, place: int) -> bool:
        found = self._store.nearest(self._store.matrix[place], 1)
        return bool(found) and abs(found[0][1] - 1.0) <= _TOLERANCE

    def close(self) -> None:
        """Close the database and let the generation be removed by a later ingest."""
        self._store.close()
        if self._lease:
            self._lease.release()


def open_index(guideline: Guideline, encoder: Encoder, folder: Path) -> Index:
    """Open the index in use and check it whole.

    Raises IndexMissing, IndexStale (made from another text or by another model) or IndexBroken.
    """
    home = folder / guideline.id
    while True:
        pointer = read_pointer(home)
        try:
            return _open(home, pointer, guideline, encoder)
        except IndexBroken:
            # An ingest may have switched, and removed this generation, in between.
            if read_pointer(home) == pointer:
                raise


def build_index(
    guideline: Guideline,
    encoder: Encoder,
    folder: Path,
    progress: Progress | None = None,
    *,
    wait: float = 30.0,
) -> Index:
    """Bring the index up to date and open it; what is up to date already is only opened.

    Chunks whose encoded text the old index has, by the same encoder, are not encoded again. `progress` gets
    the number of chunks done and of all. Another ingest is waited for `wait` seconds.

    Raises IndexProblem when another ingest holds on or when the index cannot be written (full disk); the old
    index then stays in use.
    """
    home = folder / guideline.id
    try:
        home.mkdir(parents=True, exist_ok=True)
        lock = lock_exclusive(home / _LOCK, wait)
    except (OSError, sqlite3.Error) as error:
        raise _unwritable(error) from error
    if lock is None:
        raise IndexProblem("Another ingest of this guideline is running; try again when it has ended.")
    with lock:
        try:
            return open_index(guideline, encoder, folder)
        except IndexProblem:
            remove_unused(home)
        try:
            index = _build(home, guideline, encoder, progress or (lambda done, total: None))
        except (OSError, sqlite3.Error) as error:
            raise _unwritable(error) from error
        remove_unused(home)
        return index


def _open(home: Path, pointer: Pointer, guideline: Guideline, encoder: Encoder) -> Index:
    if (pointer.guideline, pointer.guideline_sha256) != (guideline.id, guideline.sha256):
        raise IndexStale("The index was made from another text of the guideline; run 'guiderail ingest'.")
    if (pointer.fingerprint, pointer.dimension) != (encoder.fingerprint, encoder.dimension):
        raise IndexStale(
            f"The index was made by the model {pointer.fingerprint!r}, not by {encoder.fingerprint!r}; "
            "run 'guiderail ingest'."
        )
    chunks = cut(guideline)
    if pointer.id != _content_id(chunks, guideline, encoder):
        raise IndexStale("The index was made by another version of Guiderail; run 'guiderail ingest'.")
    generation = home / pointer.directory
    held = lease(generation)
    try:
        store = VectorStore(generation)
    except BaseException:
        if held:
            held.release()
        raise
    index = Index(pointer, store, held)
    try:
        _check_store(store, chunks, pointer)
        index.check()
    except BaseException:
        index.close()
        raise
    return index


def _check_store(store: VectorStore, chunks: Sequence[Chunk], pointer: Pointer) -> None:
    expected = (len(chunks), pointer.dimension)
    if store.matrix.shape != expected:
        raise IndexBroken(
            f"The index holds vectors of shape {store.matrix.shape} where it must hold {expected}; "
            "run 'guiderail ingest'."
        )
    if store.ids != tuple(chunk.id for chunk in chunks):
        raise IndexBroken("The index does not hold the statements of the guideline; run 'guiderail ingest'.")
    if not _intact(store).all():
        name = store.ids[int(np.argmin(_intact(store)))]
        raise IndexBroken(
            f"The vector of {name} in the index is not the one written; run 'guiderail ingest'."
        )


def _intact(store: VectorStore) -> npt.NDArray[np.bool_]:
    """Which vectors are the ones that were written."""
    near: npt.NDArray[np.bool_] = np.abs(check_values(store.matrix) - np.asarray(store.checks)) <= _TOLERANCE
    return near


def _build(home: Path, guideline: Guideline, encoder: Encoder, progress: Progress) -> Index:
    chunks = cut(guideline)
    identity = _content_id(chunks, guideline, encoder)
    generation = new_generation(home, identity)
    pointer = Pointer(
        id=identity,
        directory=generation.name,
        guideline=guideline.id,
        guideline_sha256=guideline.sha256,
        model=encoder.name,
        dimension=encoder.dimension,
        fingerprint=encoder.fingerprint,
        chunks=len(chunks),
    )
    matrix = _vectors(chunks, encoder, _kept(home, encoder), progress)
    try:
        _write(generation, chunks, matrix)
        try:
            index = _open(home, pointer, guideline, encoder)
        except IndexBroken as error:
            raise _unwritable(error.__cause__ or error) from error
        try:
            write_pointer(home, pointer)
        except BaseException:
            index.close()
            raise
    except BaseException:
        shutil.rmtree(generation, ignore_errors=True)
        raise
    return index


def _vectors(
    chunks: Sequence[Chunk], encoder: Encoder, kept: Mapping[str, Vectors], progress: Progress
) -> Vectors:
    """The vectors of all chunks: kept ones, and new ones in batches."""
    matrix = np.zeros((len(chunks), encoder.dimension), dtype=np.float32)
    new = []
    for place, chunk in enumerate(chunks):
        vector = kept.get(_key(chunk))
        if vector is None:
            new.append(place)
        else:
            matrix[place] = vector
    done = len(chunks) - len(new)
    progress(done, len(chunks))
    for start in range(0, len(new), _BATCH):
        batch = new[start : start + _BATCH]
        encoded = encoder.encode([chunks[place].encoded for place in batch])
        if encoded.shape != (len(batch), encoder.dimension):
            raise EncoderError(
                f"The sentence encoder {encoder.name!r} gave vectors of shape {encoded.shape} "
                f"where it must give {(len(batch), encoder.dimension)}."
            )
        matrix[batch] = encoded
        done += len(batch)
        progress(done, len(chunks))
    return matrix


def _kept(home: Path, encoder: Encoder) -> dict[str, Vectors]:
    """The vectors of the old index by the hash of what was encoded; none when they cannot be trusted."""
    try:
        pointer = read_pointer(home)
        if pointer.fingerprint != encoder.fingerprint:
            return {}
        held = lease(home / pointer.directory)
        try:
            store = VectorStore(home / pointer.directory)
            store.close()
        finally:
            if held:
                held.release()
    except IndexProblem:
        return {}
    if store.matrix.shape != (len(store.keys), encoder.dimension):
        return {}
    intact = _intact(store)
    return {key: store.matrix[place] for place, key in enumerate(store.keys) if intact[place]}


def _write(generation: Path, chunks: Sequence[Chunk], matrix: Vectors) -> None:
    rows = [{"id": chunk.id, "statement": chunk.statement, "key": _key(chunk)} for chunk in chunks]
    try:
        write_vectors(generation, rows, matrix)
    except (KeyboardInterrupt, SystemExit):
        raise
    # Chroma reports a full disk as an error of its own, or by a panic of its native code.
    except BaseException as error:
        raise _unwritable(error) from error


def _content_id(chunks: Sequence[Chunk], guideline: Guideline, encoder: Encoder) -> str:
    parts = [encoder.fingerprint, guideline.id, guideline.sha256]
    parts += [f"{chunk.id}\t{chunk.encoded}" for chunk in chunks]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _key(chunk: Chunk) -> str:
    return hashlib.sha256(chunk.encoded.encode()).hexdigest()[:32]


def _unwritable(error: BaseException) -> IndexProblem:
    reason = " ".join(str(error).split())[:120] or type(error).__name__
    return IndexProblem(f"The index cannot be written ({reason}); an index that was there stays in use.")
