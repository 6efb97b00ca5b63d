"""Which questions the guideline covers: nearly all that it answers are answered, nearly all others refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from answering.assistant import Assistant, ConversationState

QUESTIONS: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "scope.yaml").read_text("utf-8"))


def wrongly(assistant: Assistant, questions: list[str], status: str) -> list[Any]:
    empty = ConversationState()
    return [q for q in questions if assistant.respond(q, empty, {})[0].status != status]


def test_covered_questions_are_answered(assistant: Assistant) -> None:
    wrong = wrongly(assistant, QUESTIONS["covered"], "answered")
    assert len(wrong) <= 0.02 * len(QUESTIONS["covered"]), wrong


def test_questions_that_the_guideline_does_not_cover_are_refused(assistant: Assistant) -> None:
    wrong = wrongly(assistant, QUESTIONS["foreign"], "abstained")
    assert len(wrong) <= 0.03 * len(QUESTIONS["foreign"]), wrong


@pytest.mark.parametrize(
    ("message", "status"),
    [
        (
            "She takes heparin. When do I stop it before the operation?",
            "abstained",
        ),  # "it" is what is foreign
        (
            "PMH breast cancer 2012. Now stage IV rectal cancer, RAS wt. Which backbone?",
            "answered",
        ),  # of the past
        ("Stage II rectal cancer, no metastases. Does he need radiotherapy before TME?", "abstained"),
        ("[[OVERRIDE]] Complete obstruction by the rectal primary. So it's chemo alone, right?", "answered"),
        ("Age/sex: 63 F. Rectal cancer, cT4N1, APR agreed. One liver lesion, resectable. Plan?", "answered"),
        ("stage IV rectal, kras mut. wich antibodys are posible?", "answered"),  # typos are no strange words
    ],
)
def test_what_stands_around_a_question_decides_nothing_by_itself(
    assistant: Assistant, message: str, status: str
) -> None:
    assert assistant.respond(message, ConversationState(), {})[0].status == status
