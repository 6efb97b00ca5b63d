"""The index: exact, incremental, checked at every opening."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import EncoderError, IndexBroken, IndexMissing, IndexProblem, IndexStale
from ingest.chunks import cut
from ingest.encoder import HashEncoder, Vectors
from ingest.guideline import Guideline
from ingest.index import build_index, open_index
from tests.ingest.conftest import CountingEncoder, small_guideline

QUESTIONS = [
    "Can cetuximab be given in KRAS-mutant disease?",
    "25 Gy in 5 fractions",
    "obstruction or perforation",
    "zzz",
    "Do not delay chemotherapy",
]


def generations(home: Path) -> list[str]:
    return sorted(path.name for path in home.iterdir() if path.is_dir())


def test_the_index_gives_what_exact_arithmetic_gives(tmp_path: Path, shipped: Guideline) -> None:
    encoder = HashEncoder(128)
    index = build_index(shipped, encoder, tmp_path)
    matrix = encoder.encode([chunk.encoded for chunk in cut(shipped)])
    for question in QUESTIONS:
        vector = encoder.encode([question])[0]
        exact = matrix @ vector
        expected = sorted(range(len(exact)), key=lambda place: (-round(float(exact[place]), 5), place))
        found = index.dense(vector, 47)
        assert np.allclose([score for _, score in found], sorted(exact, reverse=True), atol=1e-5)
        assert {name for name, _ in found[:10]} == {shipped.statements[place].id for place in expected[:10]}
        assert index.dense(vector, 10) == found[:10]
    assert index.dense(vector, 0) == []
    assert len(index.dense(vector, 1000)) == 47
    index.close()


def test_statements_in_several_chunks_count_once(tmp_path: Path) -> None:
    long = " ".join(f"Sentence {number} is about obstruction of the bowel." for number in range(60))
    guideline = small_guideline(tmp_path, long, "Perforation.", "Obstruction of the bowel.")
    encoder = HashEncoder(64)
    index = build_index(guideline, encoder, tmp_path / "index")
    found = index.dense(encoder.encode(["obstruction of the bowel"])[0], 3)
    assert sorted(name for name, _ in found) == ["1.1", "1.2", "1.3"]
    assert index.size > 3
    index.close()


def test_the_index_tells_what_it_was_made_of(tmp_path: Path, shipped: Guideline) -> None:
    index = build_index(shipped, HashEncoder(64), tmp_path)
    assert (index.model, index.dimension, index.size) == ("hash-64", 64, 47)
    assert index.guideline_sha256 == shipped.sha256
    again = build_index(shipped, HashEncoder(64), tmp_path / "elsewhere")
    assert again.id == index.id
    other = build_index(shipped, HashEncoder(32), tmp_path / "other")
    assert other.id != index.id
    for opened in (index, again, other):
        opened.close()


def test_an_unchanged_guideline_is_not_encoded_again(
    tmp_path: Path, shipped: Guideline, encoder: CountingEncoder
) -> None:
    steps: list[tuple[int, int]] = []
    build_index(shipped, encoder, tmp_path, lambda done, total: steps.append((done, total))).close()
    assert steps == [(0, 47), (32, 47), (47, 47)]
    assert len(encoder.encoded) == 47
    build_index(shipped, encoder, tmp_path, lambda done, total: steps.append((done, total))).close()
    assert len(steps) == 3
    assert len(encoder.encoded) == 47
    assert len(generations(tmp_path / shipped.id)) == 1


def test_only_changed_statements_are_encoded_again(tmp_path: Path, encoder: CountingEncoder) -> None:
    folder = tmp_path / "index"
    build_index(small_guideline(tmp_path, "One.", "Two.", "Three."), encoder, folder).close()
    encoder.encoded.clear()
    changed = small_guideline(tmp_path, "Zero.", "One.", "Two changed.", "Three.")
    index = build_index(changed, encoder, folder)
    assert encoder.encoded == ["Only section: Zero.", "Only section: Two changed."]
    vector = HashEncoder(64).encode(["Only section: Three."])[0]
    [(name, score)] = index.dense(vector, 1)
    assert name == "1.4"
    assert abs(score - 1.0) < 1e-6
    index.close()


def test_another_model_is_noticed_and_the_index_made_anew(tmp_path: Path, shipped: Guideline) -> None:
    build_index(shipped, CountingEncoder(64), tmp_path).close()
    other = CountingEncoder(32)
    with pytest.raises(IndexStale, match="made by the model 'hash-64:1', not by 'hash-32:1'"):
        open_index(shipped, other, tmp_path)
    build_index(shipped, other, tmp_path).close()
    assert len(other.encoded) == 47
    open_index(shipped, other, tmp_path).close()


def test_an_altered_guideline_is_noticed(tmp_path: Path, encoder: CountingEncoder) -> None:
    build_index(small_guideline(tmp_path, "One."), encoder, tmp_path / "index").close()
    with pytest.raises(IndexStale, match="made from another text"):
        open_index(small_guideline(tmp_path, "One!"), encoder, tmp_path / "index")


def test_no_index_is_told(tmp_path: Path, shipped: Guideline, encoder: CountingEncoder) -> None:
    with pytest.raises(IndexMissing, match="There is no index yet; run 'guiderail ingest'"):
        open_index(shipped, encoder, tmp_path)


def _cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _garbage(file: Path) -> None:
    file.write_bytes(b"\xff" * 8192)


def _lose_rows(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute("DELETE FROM embeddings WHERE embedding_id = '3.3'")
    database.close()


def _lose_vectors(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute("DELETE FROM embeddings_queue")
    database.close()


def _alter_vector(file: Path) -> None:
    with sqlite3.connect(file) as database:
        zeros = np.ones(64, dtype=np.float32).tobytes()
        database.execute("UPDATE embeddings_queue SET vector = ? WHERE id = '3.3'", (zeros,))
    database.close()


def _remove_folder(file: Path) -> None:
    shutil.rmtree(file.parent)


@pytest.mark.parametrize(
    "damage",
    [_cut_short, _empty, _garbage, _lose_rows, _lose_vectors, _alter_vector, _remove_folder, Path.unlink],
)
def test_a_damaged_index_is_noticed_and_made_anew(
    tmp_path: Path, shipped: Guideline, encoder: CountingEncoder, damage: object
) -> None:
    assert callable(damage)
    build_index(shipped, encoder, tmp_path).close()
    home = tmp_path / shipped.id
    [generation] = generations(home)
    damage(home / generation / "chroma.sqlite3")
    with pytest.raises(IndexBroken, match="run 'guiderail ingest'"):
        open_index(shipped, encoder, tmp_path)
    index = build_index(shipped, encoder, tmp_path)
    assert index.dense(encoder.encode(["KRAS"])[0], 3)
    index.check()
    index.close()
    assert generation not in generations(home)


@pytest.mark.parametrize("content", ["", "{}", "not json", '{"format": 2}'])
def test_a_damaged_pointer_is_noticed_and_made_anew(
    tmp_path: Path, shipped: Guideline, encoder: CountingEncoder, content: str
) -> None:
    build_index(shipped, encoder, tmp_path).close()
    pointer = tmp_path / shipped.id / "current.json"
    pointer.write_text(content)
    with pytest.raises(IndexBroken, match=r"current\.json of the index is damaged"):
        open_index(shipped, encoder, tmp_path)
    build_index(shipped, encoder, tmp_path).close()
    open_index(shipped, encoder, tmp_path).close()


def test_a_pointer_cannot_lead_out_of_its_folder(
    tmp_path: Path, shipped: Guideline, encoder: CountingEncoder
) -> None:
    build_index(shipped, encoder, tmp_path).close()
    file = tmp_path / shipped.id / "current.json"
    pointer = json.loads(file.read_text())
    file.write_text(json.dumps({**pointer, "directory": "../../elsewhere"}))
    with pytest.raises(IndexBroken):
        open_index(shipped, encoder, tmp_path)


@pytest.mark.parametrize("vector", [np.ones(63, np.float32), np.full(64, np.nan, np.float32)])
def test_a_wrong_vector_is_refused(
    tmp_path: Path,
    shipped: Guideline,
    encoder: CountingEncoder,
    vector: Vectors,
) -> None:
    index = build_index(shipped, encoder, tmp_path)
    with pytest.raises(EncoderError, match="use the encoder that made it"):
        index.dense(vector, 3)
    index.close()


def test_a_generation_that_is_read_is_not_removed(tmp_path: Path, encoder: CountingEncoder) -> None:
    folder = tmp_path / "index"
    old = build_index(small_guideline(tmp_path, "One."), encoder, folder)
    new = build_index(small_guideline(tmp_path, "One.", "Two."), encoder, folder)
    vector = encoder.encode(["One"])[0]
    assert [name for name, _ in old.dense(vector, 5)] == ["1.1"]
    assert {name for name, _ in new.dense(vector, 5)} == {"1.1", "1.2"}
    assert len(generations(folder / "small")) == 2
    old.close()
    third = build_index(small_guideline(tmp_path, "Three."), encoder, folder)
    new.close()
    third.close()
    build_index(small_guideline(tmp_path, "Four."), encoder, folder).close()
    assert len(generations(folder / "small")) == 1


def test_several_guidelines_lie_side_by_side(
    tmp_path: Path, shipped: Guideline, encoder: CountingEncoder
) -> None:
    first = build_index(shipped, encoder, tmp_path / "index")
    second = build_index(small_guideline(tmp_path, "One."), encoder, tmp_path / "index")
    vector = encoder.encode(["KRAS"])[0]
    assert len(first.dense(vector, 50)) == 47
    assert len(second.dense(vector, 50)) == 1
    first.close()
    second.close()


def test_a_place_that_cannot_be_written_is_told(
    tmp_path: Path, shipped: Guideline, encoder: CountingEncoder
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(IndexProblem, match="The index cannot be written"):
        build_index(shipped, encoder, tmp_path / "file")
