"""Each class of wording is judged the same in both of its directions."""

from __future__ import annotations

import pytest

from guardrails.guardrail import Guardrail
from tests.guardrails.phrasings import (
    ANSWERS,
    CONDITIONS,
    COORDINATION,
    EXCEPTIONS,
    HEADINGS,
    PRACTICES,
    PREFERENCES,
    PUBLISHED,
    REFERENCE,
    SHADES,
    SINGLED_OUT,
    SUPPOSED,
    VIEWS,
)


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


@pytest.mark.parametrize(("text", "verdict"), EXCEPTIONS)
def test_a_rule_does_not_hold_for_those_whom_the_text_exempts(
    guardrail: Guardrail, text: str, verdict: str
) -> None:
    assert guardrail.check(text).verdict == verdict


@pytest.mark.parametrize(("text", "verdict"), PREFERENCES)
def test_what_gives_way_is_advised_against(guardrail: Guardrail, text: str, verdict: str) -> None:
    assert guardrail.check(text).verdict == verdict


@pytest.mark.parametrize(("text", "verdict"), REFERENCE)
def test_what_is_not_named_again_is_still_meant(guardrail: Guardrail, text: str, verdict: str) -> None:
    assert guardrail.check(text).verdict == verdict


@pytest.mark.parametrize(("text", "verdict"), PUBLISHED)
def test_the_style_of_papers_is_read(guardrail: Guardrail, text: str, verdict: str) -> None:
    assert guardrail.check(text).verdict == verdict


@pytest.mark.parametrize(("text", "verdict"), CONDITIONS)
def test_what_was_said_before_is_the_condition(guardrail: Guardrail, text: str, verdict: str) -> None:
    assert guardrail.check(text).verdict == verdict


_WELL = dict.fromkeys(("obstruction", "perforation", "bleeding", "impending_obstruction", "pain"), "no")


@pytest.mark.parametrize(("text", "verdict"), SUPPOSED)
def test_what_would_be_done_if_it_came_to_that_is_judged_in_that_case(
    guardrail: Guardrail, text: str, verdict: str
) -> None:
    patient = {**_WELL, "metastases": "unresectable", "performance_status": "good"}
    assert guardrail.check(text, patient=patient).verdict == verdict


@pytest.mark.parametrize(("text", "verdict"), PRACTICES)
def test_what_others_do_or_say_counts_as_the_text_judges_it(
    guardrail: Guardrail, text: str, verdict: str
) -> None:
    assert guardrail.check(text).verdict == verdict


@pytest.mark.parametrize(("text", "verdict"), SHADES)
def test_words_that_only_shade_advice_do_not_turn_it_round(
    guardrail: Guardrail, text: str, verdict: str
) -> None:
    assert guardrail.check(text).verdict == verdict


@pytest.mark.parametrize(("text", "verdict"), SINGLED_OUT)
def test_what_is_singled_out_says_nothing_of_the_class(guardrail: Guardrail, text: str, verdict: str) -> None:
    assert guardrail.check(text).verdict == verdict
