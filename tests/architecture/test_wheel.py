"""The wheel holds all that is read at run time, and nothing that is not."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from corpus import find_pack

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_ships_every_file_of_the_packages(names: set[str]) -> None:
    packages = ("corpus", "ingest", "language", "retrieval", "guardrails", "answering", "api", "evaluation")
    kinds = {".py", ".md", ".yaml", ".jsonl", ".txt", ".mako", ".html", ".css", ".js", ".svg"}
    for package in packages:
        wanted = {
            str(file.relative_to(ROOT))
            for file in (ROOT / package).rglob("*")
            if file.suffix in kinds and "__pycache__" not in file.parts
        }
        assert wanted
        assert wanted <= names


def test_the_pack_the_migrations_and_the_pages_are_in_it(names: set[str]) -> None:
    pack = find_pack().name
    for name in ("guideline.md", "algorithm.yaml", "vocabulary.yaml"):
        assert f"corpus/{pack}/{name}" in names
    assert "answering/migrations/script.py.mako" in names
    assert {"api/static/index.html", "api/static/guiderail.js"} <= names
    assert not {name for name in names if name.startswith(("tests/", "widget/", "data/"))}


def test_the_command_is_declared(names: set[str]) -> None:
    [entry] = [name for name in names if name.endswith("entry_points.txt")]
    assert entry
