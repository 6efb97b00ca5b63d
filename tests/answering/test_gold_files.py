"""The gold files as a floor: a floor is the share that was measured when it was written, rounded down."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from answering.assistant import Assistant, ConversationState
from corpus import find_pack
from evaluation.items import GoldItem, read_items
from evaluation.judge import Judgement, judge_gold

FLOORS: dict[str, float] = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))
PRECISION = 0.80  # of gold.jsonl: cited ids that stand in a group of `cite`


def judged(assistant: Assistant, item: GoldItem) -> Judgement:
    state = ConversationState()
    for number, turn in enumerate(item.turns):
        answer, state = assistant.respond(turn, state, item.patient if number == 0 else {})
    return judge_gold(item, answer.to_json())


def gold_items(name: str) -> list[GoldItem]:
    return [i for i in read_items(find_pack("stage-iv-rectal-cancer") / name) if isinstance(i, GoldItem)]


@pytest.mark.parametrize("name", FLOORS)
def test_the_share_answered_as_wanted_does_not_fall(assistant: Assistant, name: str) -> None:
    items = gold_items(name)
    wrong = [item.id for item in items if not judged(assistant, item).passed]
    assert 1 - len(wrong) / len(items) >= FLOORS[name], wrong


def test_what_is_cited_bears_on_the_question(assistant: Assistant) -> None:
    found = [judged(assistant, item) for item in gold_items("gold.jsonl") if item.cite]
    assert sum(j.cited_rightly or 0 for j in found) / sum(len(j.cited) for j in found) >= PRECISION
