"""Numbers in their roles: arithmetic, parts of a count, sums of months, and numbers that are free."""

from __future__ import annotations

import pytest

from guardrails.guardrail import Guardrail

RIGHT = [
    "Preoperative radiotherapy in a long course does not go beyond 50.4 Gy.",
    "A perioperative programme of 8 months is longer than the guideline allows when cure is possible.",
    "Give 12 cycles of FOLFOX in all, re-evaluating every two to three cycles.",
    "Restage at cycle 3, then again at cycle 6.",
    "Of the 233 patients, 16 needed emergency surgery.",
    "Nine of the 233 patients required a stent or radiotherapy.",
    "A trial of 461 patients compared FOLFOX with FOLFIRI.",
    "The tumour lies 6 cm from the anal verge and measures 5 x 5 cm.",
    "CEA fell by 60% after three cycles.",
]
WRONG = [
    "The perioperative limit is half a year plus three months.",
    "Of the 233 patients, 40 needed emergency surgery.",
    "Of the 233 patients, 193 never needed surgery.",
    "As many as 30 of the 233 patients required a stent or radiotherapy.",
    "Scans are unnecessary until eight cycles have been given.",
    "In five fractions of 8 Gy, the short course delivers 40 Gy.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_or_free_number_passes(guardrail: Guardrail, text: str) -> None:
    found = guardrail.check(text)
    assert found.verdict == "pass", [f.message for f in found.findings]


@pytest.mark.parametrize("text", WRONG)
def test_another_number_in_the_same_role_is_blocked(guardrail: Guardrail, text: str) -> None:
    assert guardrail.check(text).verdict == "block"
