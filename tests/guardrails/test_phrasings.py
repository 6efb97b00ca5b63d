"""Each class of wording is judged the same in both of its directions."""

from __future__ import annotations

import pytest

from guardrails.guardrail import Guardrail
from tests.guardrails.phrasings import ANSWERS, COORDINATION, HEADINGS, VIEWS


@pytest.mark.parametrize(("question", "answer", "verdict"), ANSWERS)
def test_an_answer_in_a_few_words_takes_up_its_question(
    guardrail: Guardrail, question: str, answer: str, verdict: str
) -> None:
    assert guardrail.check(answer, question=question).verdict == verdict


@pytest.mark.parametrize(("text", "verdict"), HEADINGS)
def test_a_heading_holds_for_what_stands_under_it(guardrail: Guardrail, text: str, verdict: str) -> None:
    assert guardrail.check(text).verdict == verdict


@pytest.mark.parametrize(("text", "verdict"), COORDINATION)
def test_what_is_coordinated_keeps_its_own_verdict_and_patients(
    guardrail: Guardrail, text: str, verdict: str
) -> None:
    assert guardrail.check(text).verdict == verdict


@pytest.mark.parametrize(("text", "verdict"), VIEWS)
def test_a_view_counts_as_the_text_judges_it(guardrail: Guardrail, text: str, verdict: str) -> None:
    assert guardrail.check(text).verdict == verdict
