"""The development files of the pack, and the floors that were measured on them.

A floor is the share that was measured when it was written, rounded down; a better reader raises it by hand.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from corpus import find_pack
from evaluation.items import GuardItem, read_items
from guardrails.guardrail import Guardrail

FLOORS: dict[str, dict[str, float]] = json.loads(
    Path(__file__).with_name("floors.json").read_text(encoding="utf-8")
)


def guard_items(name: str) -> list[GuardItem]:
    return [i for i in read_items(find_pack() / name) if isinstance(i, GuardItem)]


ITEMS = [item for name in ("guard.jsonl", "guard-2.jsonl") for item in guard_items(name)]


@cache
def verdicts(guardrail: Guardrail) -> dict[str, str]:
    """The verdict on each item as it stands, by id."""
    return {item.id: judged(guardrail, item) for item in ITEMS}


def judged(guardrail: Guardrail, item: GuardItem, answer: str | None = None) -> str:
    """The verdict on an item, or on another text in its place."""
    text = item.answer if answer is None else answer
    return guardrail.check(text, question=item.question, patient=item.patient).verdict
