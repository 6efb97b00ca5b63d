"""Imports run one way: corpus ◀ ingest ◀ language ◀ retrieval, guardrails ◀ answering ◀ api, evaluation."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Which packages each one may import, besides itself.
MAY: dict[str, set[str]] = {
    "corpus": set(),
    "ingest": {"corpus"},
    "language": {"corpus", "ingest"},
    "retrieval": {"corpus", "ingest", "language"},
    "guardrails": {"corpus", "ingest", "language"},
    "answering": {"corpus", "ingest", "language", "retrieval", "guardrails"},
    "evaluation": {"corpus", "ingest", "language", "retrieval", "guardrails", "answering"},
    "api": {"corpus", "ingest", "language", "retrieval", "guardrails", "answering", "evaluation"},
}
FILES = [file for package in MAY for file in sorted((ROOT / package).rglob("*.py"))]


def imported(source: str) -> set[str]:
    """The first-party packages that a module imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name their package"
            found.add((node.module or "").split(".")[0])
    return found & (set(MAY) | {"tests"})


def forbidden(package: str, source: str) -> set[str]:
    return imported(source) - MAY[package] - {package}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_run_one_way(file: Path) -> None:
    assert forbidden(file.relative_to(ROOT).parts[0], file.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize(
    ("package", "source", "found"),
    [
        ("ingest", "from guardrails.pack import Pack", {"guardrails"}),
        ("guardrails", "def f():\n    import retrieval.retriever", {"retrieval"}),
        ("evaluation", "import api", {"api"}),
        ("api", "from tests.api import x", {"tests"}),
        ("api", "import evaluation, json", set()),
    ],
)
def test_a_wrong_import_is_found(package: str, source: str, found: set[str]) -> None:
    assert forbidden(package, source) == found


def test_every_package_is_shipped() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == set(MAY)
    packages = {file.parent.name for file in ROOT.glob("*/__init__.py")}
    assert packages == set(MAY) | {"tests"}
