"""The two kinds of evaluation files, JSON Lines: gold questions and guardrail texts.

gold    {"id", "kind", "turns": [...], "patient": {}, "expect", "facts", "facts_absent", "cite", "say", "not_say"}
guard   {"id", "category", "question", "patient": {}, "answer", "verdict", "why"}
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import InputError


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"{text!r} is not a regular expression: {error}") from error
    return text


class _Item(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    id: str = Field(min_length=1)
    patient: dict[str, str] = {}


class GoldItem(_Item):
    """A conversation and what the answer to its last turn must be like."""

    kind: str
    turns: list[str] = Field(min_length=1)
    expect: Literal["answered", "abstained"]
    facts: dict[str, str] = {}
    facts_absent: list[str] = []
    cite: list[list[str]] = []
    say: list[list[str]] = []
    not_say: list[Annotated[str, AfterValidator(_pattern)]] = []


class GuardItem(_Item):
    """A text and the verdict that the guardrail must give on it."""

    category: str
    question: str | None = None
    answer: str
    verdict: Literal["pass", "block"]
    why: str = ""


def read_items(file: Path) -> list[GoldItem] | list[GuardItem]:
    """Read an evaluation file; which of the two kinds it is shows in its first line.

    Raises InputError with file, line and one sentence.
    """
    lines = _lines(file)
    kind: type[GoldItem] | type[GuardItem] = GoldItem if "turns" in lines[0][1] else GuardItem
    items = [_item(kind, row, file, number) for number, row in lines]
    seen: dict[str, int] = {}
    for (number, _), item in zip(lines, items, strict=True):
        if item.id in seen:
            raise InputError(
                f"{file.name}:{number}: The id {item.id!r} stands in line {seen[item.id]} already."
            )
        seen[item.id] = number
    return items  # type: ignore[return-value]  # all of one kind, by construction


def _lines(file: Path) -> list[tuple[int, dict[str, object]]]:
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file.name} is not UTF-8 text (byte {error.start}).") from error
    rows: list[tuple[int, dict[str, object]]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError(f"{file.name}:{number}: This line is not JSON: {error.msg}.") from error
        if not isinstance(row, dict):
            raise InputError(f"{file.name}:{number}: This line is not a JSON object.")
        rows.append((number, row))
    if not rows:
        raise InputError(f"{file.name} holds no items.")
    return rows


def _item(
    kind: type[GoldItem] | type[GuardItem], row: dict[str, object], file: Path, number: int
) -> GoldItem | GuardItem:
    try:
        return kind.model_validate(row)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputError(f"{file.name}:{number}: {where or 'item'}: {first['msg']}.") from error
