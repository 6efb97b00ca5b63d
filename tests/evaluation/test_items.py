from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus import PACKS
from corpus.errors import InputError
from evaluation.items import GoldItem, GuardItem, read_items

GOLD: dict[str, object] = {
    "id": "g1",
    "kind": "factual",
    "turns": ["How long?"],
    "patient": {},
    "expect": "answered",
}
GUARD: dict[str, object] = {
    "id": "c1",
    "category": "typo",
    "question": None,
    "patient": {},
    "answer": "Yes.",
    "verdict": "pass",
}


def write(tmp_path: Path, *rows: object) -> Path:
    file = tmp_path / "items.jsonl"
    file.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows))
    return file


@pytest.mark.parametrize(("row", "kind"), [(GOLD, GoldItem), (GUARD, GuardItem)])
def test_the_kind_shows_in_the_first_line(tmp_path: Path, row: object, kind: type) -> None:
    items = read_items(write(tmp_path, "", row, ""))
    assert [type(item) for item in items] == [kind]


def test_the_development_files_are_read() -> None:
    files = [f for pattern in ("gold*", "guard*") for f in PACKS.glob(f"*/{pattern}.jsonl")]
    assert files
    assert all(read_items(file) for file in files)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([""], "items.jsonl holds no items."),
        ([GOLD, "{"], "items.jsonl:2: This line is not JSON"),
        (["[]"], "items.jsonl:1: This line is not a JSON object"),
        ([GOLD, GOLD], "items.jsonl:2: The id 'g1' stands in line 1 already"),
        ([GOLD, GUARD], "items.jsonl:2: "),
        ([{**GOLD, "expect": "maybe"}], "items.jsonl:1: expect: "),
        ([{**GOLD, "turns": []}], "items.jsonl:1: turns: "),
        ([{**GOLD, "turns": [1]}], "items.jsonl:1: turns.0: "),
        ([{**GOLD, "not_say": ["("]}], "items.jsonl:1: not_say.0: "),
        ([{**GOLD, "surprise": 1}], "items.jsonl:1: surprise: "),
        ([{**GUARD, "verdict": "warn"}], "items.jsonl:1: verdict: "),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, rows: list[object], sentence: str) -> None:
    with pytest.raises(InputError) as caught:
        read_items(write(tmp_path, *rows))
    assert str(caught.value).startswith(sentence)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    binary = tmp_path / "binary.jsonl"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="not UTF-8"):
        read_items(binary)
    with pytest.raises(InputError, match="cannot be read: No such file"):
        read_items(tmp_path / "nowhere.jsonl")
