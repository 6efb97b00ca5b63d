"""A guideline is data: no word of a pack's vocabulary stands in the code.

A word of the vocabulary is one of four letters or more in a pack's vocabulary.yaml. Ordinary words are in there too
("delay", "first", "primary"); a word counts as ordinary when Python's own standard library uses it,
which is written in English and knows nothing of medicine, or when it is a word of every guideline (FIELD).
"""

from __future__ import annotations

import re
import sysconfig
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus import PACKS

ROOT = Path(__file__).parents[2]
CODE = ("ingest", "language", "retrieval", "guardrails", "answering", "api", "evaluation", "widget/src")
KINDS = ("*.py", "*.ts", "*.yaml", "*.md", "*.html", "*.css")

# Words of any guideline's field, and everyday English that the standard library happens not to use.
_FIELD = """
    patient patients intervention interventions treat treated treating treatment treatments dose doses drug drugs
    disease diseases symptom symptoms clinical clinically clinician diagnosis medicine regimen
    judge judges review portal stays travel surface touched room gauge plays board outset discuss unsuitable
    undergoes reassess reconsider reevaluate blanket confined wife husband grandmother foot afresh dosage modalities
"""
FIELD = frozenset(_FIELD.split())


@cache
def ordinary() -> frozenset[str]:
    library = Path(sysconfig.get_paths()["stdlib"])
    files = (f for f in library.rglob("*.py") if not {"site-packages", "test", "tests"} & set(f.parts))
    text = "\n".join(f.read_text(encoding="utf-8", errors="ignore") for f in files)
    return frozenset(_words(text)) | FIELD


@cache
def vocabulary() -> frozenset[str]:
    found: set[str] = set()

    def walk(node: Any) -> None:
        if isinstance(node, str):
            found.update(_words(node))
        elif isinstance(node, dict):
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    for file in PACKS.glob("*/vocabulary.yaml"):
        walk(yaml.safe_load(file.read_text(encoding="utf-8")))
    return frozenset(word for word in found if len(word) >= 4) - ordinary()


def _words(text: str) -> set[str]:
    """Single words, also those joined by underscores or capitals: `give_drug`, `giveDrug`."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return set(re.findall(r"[a-z]+", spaced.lower()))


def strangers(text: str) -> list[str]:
    return sorted(_words(text) & vocabulary())


FILES = [file for folder in CODE for kind in KINDS for file in sorted((ROOT / folder).rglob(kind))]


def test_the_vocabulary_is_found() -> None:
    assert len(vocabulary()) > 300


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_word_of_a_vocabulary_stands_in_the_code(file: Path) -> None:
    assert strangers(file.read_text(encoding="utf-8")) == []


def test_a_word_of_a_vocabulary_is_found_wherever_it_stands() -> None:
    some = sorted(vocabulary())[::50]
    for word in some:
        for text in (
            f'x = "{word}"',
            f"give_{word} = 1",
            f"# for {word.upper()}",
            f"give{word.capitalize()}()",
        ):
            assert strangers(text) == [word]
