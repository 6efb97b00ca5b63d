"""What is only told, quoted or moved in time: right texts that were blocked, and wrong ones beside them."""

from __future__ import annotations

import pytest

from guardrails.guardrail import Guardrail

RIGHT = [
    # what stands in quotation marks, and what somebody's answer or plan was
    "'Every rectal cancer needs radiation' is heard on many a ward. It overlooks those without any indication.",
    "The slip read 'obstructed, but no operation tonight'. The surgeon crossed it out and operated at once.",
    "The plan from the other hospital was to hold chemotherapy for a year. We have torn it up.",
    "One candidate resected the asymptomatic primary at once. She failed the station.",
    "The student's answer was cetuximab for a G12D mutation. It earned no points.",
    # the pronoun at another time than its name
    "A T4 tumor awaiting resection is irradiated beforehand. Doing so afterwards is the poorer choice.",
    "Her node-positive tumor will be resected, so preoperative radiotherapy is indicated. "
    "Giving it after the operation instead would be less effective.",
    # the other side of a comparison
    "Giving 5-FU alone to a fit newly diagnosed patient achieves less than FOLFOX does.",
    "Monotherapy yields fewer responses than FOLFIRI.",
    # what does not matter is not what it is done to
    "Perforation goes on the emergency list for resection, whatever the liver looks like.",
    # the dose of each
    "Five sessions in a week with 5 Gy each make up the short course.",
    "Short course: once daily 5 Gy, Monday to Friday.",
    "Someone without symptoms, without an operation ahead and without a painful bone metastasis needs no radiotherapy.",
]
WRONG = [
    "The student's answer was cetuximab for a G12D mutation. It earned full marks.",
    "The first proposal was prophylactic resection of the silent primary. The board accepted it.",
    "A T4 tumor will be resected, and preoperative radiotherapy was discussed. It should be given afterwards.",
    "Preoperative radiotherapy of a T3 tumor awaiting resection is less effective than postoperative radiotherapy.",
    "FOLFOX achieves less than 5-FU alone in fit first-line patients; use the single agent.",
    "Short course: once daily 8 Gy, Monday to Friday.",
    "The wall has given way, but no operation is needed, whatever the liver looks like: perforation is irradiated.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_advice_passes(guardrail: Guardrail, text: str) -> None:
    verdict = guardrail.check(text)
    assert verdict.verdict == "pass", [f.message for f in verdict.findings]


@pytest.mark.parametrize("text", WRONG)
def test_wrong_advice_is_blocked(guardrail: Guardrail, text: str) -> None:
    assert guardrail.check(text).verdict == "block"
