"""Whatever the text: statements that stand verbatim in it, or one sentence that says what is wrong."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import find_pack
from corpus.errors import GuidelineError
from ingest.guideline import Guideline, read_guideline

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.txt"))
TEXTS = [find_pack("stage-iv-rectal-cancer") / "guideline.md", *FIXTURES]


def read_or_reason(file: Path) -> Guideline | str:
    try:
        return read_guideline(file)
    except GuidelineError as error:
        return str(error)


def is_read_or_refused(file: Path) -> None:
    guideline = read_or_reason(file)
    if isinstance(guideline, str):
        assert guideline.startswith(f"{file.name}:")
        assert "\n" not in guideline
        return
    assert guideline.statements
    assert len({statement.id for statement in guideline.statements}) == len(guideline.statements)
    end = 0
    for statement in guideline.statements:
        assert guideline.source[slice(*statement.span)] == statement.text
        assert statement.text == statement.text.strip() != ""
        assert statement.span[0] >= end
        assert statement.section
        end = statement.span[1]


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_a_guideline_that_was_damaged_at_random(tmp_path: Path, file: Path) -> None:
    lines = file.read_text(encoding="utf-8").split("\n")
    for seed in range(60):
        dice = random.Random(seed)
        damaged = list(lines)
        for _ in range(dice.randint(1, 6)):
            place = dice.randrange(len(damaged))
            match dice.randrange(5):
                case 0:
                    del damaged[place]
                case 1:
                    damaged.insert(place, dice.choice(damaged))
                case 2:
                    damaged[place] = damaged[place][: dice.randrange(len(damaged[place]) + 1)]
                case 3:
                    damaged[place : place + 2] = [" ".join(damaged[place : place + 2])]
                case _:
                    damaged.insert(
                        place,
                        dice.choice(["", "---", "- ", "1.1", "[1]", "References", "A:", "(Level I)", "# "]),
                    )
        copy = tmp_path / "damaged.md"
        copy.write_text("\n".join(damaged), encoding="utf-8")
        is_read_or_refused(copy)


_LINES = [
    "Title",
    "- ",
    "  - ",
    "1.1 ",
    "# ",
    "## 2 ",
    "\n",
    "\n\n",
    "---",
    "===",
    "References\n1. A",
    "1.",
    "a)",
]
_PARTS = ["text ", "Text. ", "1", " 1, 6", "[1]", " (Level I)", ":", ".", "**", "<!--", "-->", "0"]
_SIGNS = ["’", "²", "é", "\u202e", "😀"]
_PIECES = st.sampled_from([*_LINES, *_PARTS, *_SIGNS])


@given(st.lists(_PIECES, max_size=40).map("".join))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_text_at_all(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "any.txt"
    file.write_text(text, encoding="utf-8")
    is_read_or_refused(file)
