"""Right sentences pass, and the wrong ones beside them are found."""

from __future__ import annotations

from types import ModuleType

import pytest

from guardrails.guardrail import Guardrail
from tests.guardrails.sentences import (
    genres,
    let_through,
    one_after_the_other,
    order_and_time,
    own_questions,
    prose,
    reference,
    told_and_quoted,
    turned_round,
    wordings,
)

SUBJECTS: tuple[ModuleType, ...] = (
    genres,
    let_through,
    one_after_the_other,
    order_and_time,
    own_questions,
    prose,
    reference,
    told_and_quoted,
    turned_round,
    wordings,
)
RIGHT = [
    pytest.param(text, id=f"{s.__name__.rsplit('.', 1)[-1]}: {text}") for s in SUBJECTS for text in s.RIGHT
]
WRONG = [
    pytest.param(text, id=f"{s.__name__.rsplit('.', 1)[-1]}: {text}") for s in SUBJECTS for text in s.WRONG
]


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_sentence_passes(guardrail: Guardrail, text: str) -> None:
    found = guardrail.check(text)
    assert found.verdict == "pass", [f.message for f in found.findings if f.severity == "block"]


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_sentence_is_found(guardrail: Guardrail, text: str) -> None:
    assert guardrail.check(text).verdict == "block"


def test_a_rule_does_not_excuse_advice_to_one_whom_it_excludes(guardrail: Guardrail) -> None:
    text = "He should have cetuximab. It is only for KRAS wild-type tumours."
    assert guardrail.check(text).verdict == "pass"
    assert guardrail.check(text, patient={"kras": "mutant"}).verdict == "block"
