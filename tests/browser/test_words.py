"""The tables of words: every language whole, every word used, the places for values alike."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

WIDGET = Path(__file__).parents[2] / "widget"
TABLES = {
    file.stem: json.loads(file.read_text(encoding="utf-8"))
    for file in sorted((WIDGET / "words").glob("*.json"))
}
ENGLISH = TABLES["en"]


def places(entry: str | dict[str, str]) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", entry if isinstance(entry, str) else " ".join(entry.values())))


def test_english_and_german_are_there() -> None:
    assert {"en", "de"} <= set(TABLES)


@pytest.mark.parametrize("language", TABLES)
def test_a_table_is_whole(language: str) -> None:
    for part, english in ENGLISH.items():
        table = TABLES[language][part]
        assert set(table) == set(english), part
        for key, entry in table.items():
            assert places(entry) == places(english[key]), key
            forms = [entry] if isinstance(entry, str) else list(entry.values())
            assert all(form.strip() for form in forms), key
            assert isinstance(entry, str) or set(entry) == {"one", "other"}, key


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    sources = {file: file.read_text(encoding="utf-8") for file in (WIDGET / "src").rglob("*.ts")}
    page = (WIDGET.parent / "api" / "static" / "index.html").read_text(encoding="utf-8")
    everything = "\n".join(sources.values()) + page
    quoted = set(re.findall(r"""["'`](\w+)["'`]""", everything))
    # Keys that are put together: `kind_${...}`.
    stems = tuple(set(re.findall(r"`(\w+_)\$\{", everything)))
    ends = set(re.findall(r"`\$\{[^}]+\}(_\w+)`", everything))
    for part, table in ENGLISH.items():
        unused = {
            key
            for key in table
            if key not in quoted and not key.startswith(stems) and not any(key.endswith(end) for end in ends)
        }
        assert unused == set(), part
