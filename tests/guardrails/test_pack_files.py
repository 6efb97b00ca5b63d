"""A file of a pack that cannot be read is told in one sentence, whichever it is, and never as a traceback."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from answering.repertoire import load_repertoire
from api.wiring import library
from corpus.errors import CorpusError
from guardrails.pack import Pack, load_pack

FILES = ("guideline.md", "algorithm.yaml", "vocabulary.yaml", "answers.yaml", "suggestions.txt")


@pytest.fixture
def folder(pack: Pack, tmp_path: Path) -> Path:
    return Path(shutil.copytree(pack.folder, tmp_path / "copy"))


def read_all(folder: Path) -> None:
    pack = load_pack(folder)
    load_repertoire(pack)
    library(pack)


def test_the_copy_is_in_order(folder: Path) -> None:
    read_all(folder)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_not_text_is_told(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"\xc3\x28 is no UTF-8")
    with pytest.raises(CorpusError, match=name) as caught:
        read_all(folder)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["guideline.md", "algorithm.yaml", "vocabulary.yaml"])
def test_a_file_that_is_missing_is_told(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(CorpusError, match=name):
        read_all(folder)


@pytest.mark.parametrize("name", ["answers.yaml", "suggestions.txt"])
def test_a_file_that_may_be_missing_is_not_missed(folder: Path, name: str) -> None:
    (folder / name).unlink()
    read_all(folder)
