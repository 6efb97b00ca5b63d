"""Letters, notes and reviews: right ones pass with all that they tell besides, and one wrong sentence is found."""

from __future__ import annotations

import re

import pytest

from guardrails.guardrail import Guardrail

# {{right|wrong}}: the text passes with every right variant, and is blocked with any one of the wrong ones.
LETTER = """
Dear Dr Hartley, thank you for referring this 61-year-old teacher, who lost 6 kg in five months. Colonoscopy showed
a growth 9 cm from the anal verge that was easily passed. CT shows eleven deposits in both lobes of the liver; the
liver team considers these unresectable. She has no bleeding and no pain. ECOG 0. Past history: appendicectomy 1984,
a DVT eight years ago. The molecular report shows a KRAS G12V mutation. As her primary is causing no symptoms and the
metastases cannot be resected, {{systemic chemotherapy is the first step and should begin without delay|removing the
primary is the first step, and systemic chemotherapy can begin after that}}. I propose FOLFOX, to which
{{bevacizumab can be added|cetuximab can be added}}. I explained that {{there is no reason to take out the rectal
tumour as a precaution|it is wise to take out the rectal tumour as a precaution}}; in a study of 233
patients {{93%|63%}} never needed an operation for it. We shall repeat the CT and the CEA
{{after two to three cycles|after eight cycles}}.
"""
REVIEW = """
In the German trial, 823 patients were assigned to chemoradiotherapy before or after surgery; the postoperative group
received 55.8 Gy, and local relapse at ten years occurred in 7.1% and 10.1%. {{Preoperative delivery is therefore
preferred|Postoperative delivery is therefore preferred}} when a T3 tumour is resected. Two schedules are in use: a
short course of {{25 Gy in five fractions|35 Gy in five fractions}} and a long course of 45 to 50.4 Gy. KEYNOTE-177
compared pembrolizumab with chemotherapy in 307 patients; {{the guideline does not name such drugs|such drugs should
be offered to all}}. The rate of intervention was raised neither by bevacizumab nor by the site of the tumour.
"""
NOTE = """
## Board

- Mr A: perforated tumour, {{emergency resection tonight|no operation, FOLFOX tomorrow}}; chemotherapy promptly after it
- Discussed: ablation, HIPEC; {{neither is covered by the guideline|HIPEC is recommended}}
- Ms B (KRAS mutant, unresectable, ECOG 0): FOLFIRI with {{bevacizumab|panitumumab}}
- Previous treatment elsewhere: 50 Gy to the prostate in 2015, cholecystectomy 1998
"""


def _variants(text: str) -> list[str]:
    """The right text first, then one for each wrong variant."""
    flat = text.strip() if text.strip().startswith("#") else " ".join(text.split())
    marks = list(re.finditer(r"\{\{(.*?)\|(.*?)\}\}", flat, re.DOTALL))
    found = []
    for wrong in (None, *marks):
        made, done = "", 0
        for mark in marks:
            made += flat[done : mark.start()] + " ".join(mark[2 if mark is wrong else 1].split())
            done = mark.end()
        found.append(made + flat[done:])
    return found


@pytest.mark.parametrize("text", [LETTER, REVIEW, NOTE])
def test_a_right_long_text_passes(guardrail: Guardrail, text: str) -> None:
    found = guardrail.check(_variants(text)[0])
    assert found.verdict == "pass", [f.message for f in found.findings if f.severity == "block"]


@pytest.mark.parametrize("text", [wrong for text in (LETTER, REVIEW, NOTE) for wrong in _variants(text)[1:]])
def test_one_wrong_sentence_is_found(guardrail: Guardrail, text: str) -> None:
    assert guardrail.check(text).verdict == "block"
