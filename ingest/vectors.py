"""Vectors on disk, in an embedded Chroma: one folder holds one collection, which is written once.

Chroma's embedded mode must not have a writer and a reader in two processes, so a folder that has been
written is only ever read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from corpus.errors import IndexBroken
from ingest.encoder import Vectors

_COLLECTION = "statements"
_DATABASE = "chroma.sqlite3"
_BATCH = 1000

FULL_GRAPH = 512
"""Up to this many vectors all are neighbours of each other, so that a search is exact.

Chroma's default of 16 neighbours lost one of the ten nearest in up to half of the searches among 200 texts
that differ in one number, and other ones after each build. With 512, and 5,000 such texts, none was lost in
300 searches, at 3 ms each.
"""

_EFFORT = 2000
_Result = TypeVar("_Result")


class VectorStore:
    """The vectors of one folder, open for reading.

    `ids`, `statements`, `keys` and `matrix` have one entry a vector, in the order of writing: the chunk's id,
    its statement's id, the hash of what was encoded, and the unit vector itself.
    """

    def __init__(self, folder: Path) -> None:
        """Open what `write_vectors` wrote. Raises IndexBroken when it is not there or damaged."""
        # Chroma would make an empty database where there is none.
        if not (folder / _DATABASE).is_file():
            raise IndexBroken("The vectors of the index are gone; run 'guiderail ingest'.")
        self._client = guarded(lambda: _client(folder))
        try:
            self._collection = guarded(
                lambda: self._client.get_collection(_COLLECTION, embedding_function=None)
            )
            stored = guarded(lambda: self._collection.get(include=["embeddings", "metadatas"]))
            order = sorted(range(len(stored["ids"])), key=lambda i: int(stored["metadatas"][i]["order"]))
            self.ids = tuple(str(stored["ids"][i]) for i in order)
            self._places = {name: place for place, name in enumerate(self.ids)}
            self.statements = tuple(str(stored["metadatas"][i]["statement"]) for i in order)
            self.keys = tuple(str(stored["metadatas"][i]["key"]) for i in order)
            self.checks = tuple(float(stored["metadatas"][i]["check"]) for i in order)
            self.matrix: Vectors = np.asarray(stored["embeddings"], dtype=np.float32)[order]
        except (KeyError, TypeError, ValueError, IndexError) as error:
            self.close()
            raise IndexBroken("The vectors of the index are damaged; run 'guiderail ingest'.") from error
        except IndexBroken:
            self.close()
            raise

    def nearest(self, vector: Vectors, count: int) -> list[tuple[int, float]]:
        """The `count` nearest vectors: the place of each in `ids` and its cosine, best first."""
        found = guarded(
            lambda: self._collection.query(query_embeddings=[vector], n_results=count, include=["distances"])
        )
        ranked = zip(found["ids"][0], found["distances"][0], strict=True)
        return [(self._places[name], 1.0 - float(distance)) for name, distance in ranked]

    def close(self) -> None:
        """Close the database."""
        self._client.close()


def write_vectors(folder: Path, rows: Sequence[Mapping[str, str]], matrix: Vectors) -> None:
    """Write a new folder: one row (``id``, ``statement``, ``key``) a vector. Raises what Chroma raises."""
    client = _client(folder)
    try:
        collection = client.create_collection(
            _COLLECTION,
            configuration={
                "hnsw": {
                    "space": "cosine",
                    "max_neighbors": max(16, min(len(rows), FULL_GRAPH)),
                    "ef_construction": _EFFORT,
                    "ef_search": _EFFORT,
                }
            },
            embedding_function=None,
        )
        checks = check_values(matrix)
        for start in range(0, len(rows), _BATCH):
            part = range(start, min(start + _BATCH, len(rows)))
            collection.add(
                ids=[rows[i]["id"] for i in part],
                embeddings=matrix[start : part.stop],
                metadatas=[
                    {
                        "statement": rows[i]["statement"],
                        "key": rows[i]["key"],
                        "order": i,
                        "check": float(checks[i]),
                    }
                    for i in part
                ],
            )
    finally:
        client.close()


def check_values(matrix: Vectors) -> npt.NDArray[np.float64]:
    """One number a vector that changes when the vector does; it is kept beside the vector."""
    weights = np.cos(np.arange(1, matrix.shape[1] + 1, dtype=np.float64))
    values: npt.NDArray[np.float64] = matrix.astype(np.float64) @ weights
    return values


def guarded(call: Callable[[], _Result]) -> _Result:
    """Run a call of Chroma; whatever it raises, also a panic of its native code, is IndexBroken."""
    try:
        return call()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        sentence = f"The vectors of the index do not answer ({type(error).__name__}); run 'guiderail ingest'."
        raise IndexBroken(sentence) from error


def _client(folder: Path) -> Any:
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
