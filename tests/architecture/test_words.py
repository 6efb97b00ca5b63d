"""A guideline is data: no word of a pack's vocabulary stands in the code.

A word of the vocabulary is one of four letters or more in a pack's vocabulary.yaml. Ordinary words are in there too
("delay", "first", "daily"). A word counts as ordinary when Python's own standard library uses it, which is written in
English and knows nothing of medicine; when it is among the most frequent English words and not a word of the
guideline itself ("cancer" is frequent, and no word for code); or when it is a word of any guideline's field (FIELD).
"""

from __future__ import annotations

import re
import sysconfig
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus import PACKS

ROOT = Path(__file__).parents[2]
CODE = ("ingest", "language", "retrieval", "guardrails", "answering", "api", "evaluation", "widget/src")
KINDS = (
    "*.py",
    "*.ts",
    "*.md",
    "*.html",
    "*.css",
)  # the lists of clinical English beside the code are data: *.yaml

# Words of any guideline's field (families of treatment, how a dose is told, with or without complaints), and English
# that neither list has in this form.
_FIELD = """
    patient patients intervention interventions treat treated treating treatment treatments systemic locoregional
    drug drugs antibody antibodies dose doses dosage fractionation regimen symptom symptoms symptomatic asymptomatic
    disease diseases clinical clinically clinician diagnosis medicine upfront diarrhea diarrhoea
    judge judges board discuss undergoes reassess reconsider reevaluate afresh modalities hinges nearer weigh
    avert forestall preempt
"""
FIELD = frozenset(_FIELD.split())


@cache
def ordinary() -> frozenset[str]:
    library = Path(sysconfig.get_paths()["stdlib"])
    files = (f for f in library.rglob("*.py") if not {"site-packages", "test", "tests"} & set(f.parts))
    text = "\n".join(f.read_text(encoding="utf-8", errors="ignore") for f in files)
    return frozenset(_words(text)) | FIELD | (_frequent() - _guidelines())


def _frequent(count: int = 15_000) -> frozenset[str]:
    """The most frequent English words, of the list that ships with symspellpy (each line a word and how often)."""
    file = resources.files("symspellpy") / "frequency_dictionary_en_82_765.txt"
    lines = file.read_text(encoding="utf-8-sig").splitlines()[:count]
    return frozenset(line.split()[0] for line in lines if line.strip())


def _guidelines() -> frozenset[str]:
    return frozenset(w for f in PACKS.glob("*/guideline.md") for w in _words(f.read_text(encoding="utf-8")))


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
