"""Sentences of articles, consensus statements and board letters: whose voice they are, and what they only report."""

from __future__ import annotations

import pytest

from guardrails.guardrail import Guardrail

RIGHT = [
    # a body of people that speaks for the text
    "The panel recommends bevacizumab irrespective of KRAS status.",
    "The tumour board decided against prophylactic resection of the asymptomatic primary.",
    "Another board had recommended cetuximab despite the KRAS mutation. We disagree.",
    # those who treat are no treatment
    "The liver surgeons agree that the deposits in both lobes cannot be cleared.",
    "Discussion between the rectal surgeon, the thoracic surgeon and the radiotherapist is essential.",
    # a view is turned round, and not what stands in front of it
    "Our results challenge the notion that every primary should be resected.",
    "The advent of modern doublets has called this practice into question.",
    "That argument overlooks the benefit of systemic chemotherapy.",
    "The evidence in favour of prophylactic resection is weak.",
    # the treatments that patients may be chosen for
    "Hepatic resection is reserved for those in whom all deposits can be removed.",
    # what only counts, compares or joins
    "First, no metastasectomy should be planned for patients whose deposits remain unresectable.",
    "FOLFOX with or without bevacizumab is started at once.",
    "Radiotherapy comes before resection of a locally advanced tumour and not after.",
    "Bevacizumab may be added, panitumumab only if the KRAS result is wild-type.",
    "An obstructed bowel needs emergent resection, for which irradiation is no substitute.",
    "Surgery is no pretext for withholding chemotherapy.",
    "Neither schedule should serve as an excuse for a long absence from systemic therapy.",
    # a wait that is kept short
    "Interruptions of chemotherapy are kept as brief as possible.",
    "Systemic chemotherapy must not be left hanging.",
    # nothing is said for or against
    "It would be wrong to read advice for or against checkpoint inhibitors into the guideline.",
]
WRONG = [
    "The panel recommends against the use of bevacizumab in KRAS-mutant disease.",
    "The board holds that radiotherapy should on no account be used for bleeding.",
    "The committee favours systemic chemotherapy over resection in patients with obstruction.",
    "We are of the opinion that bevacizumab must not be given in KRAS-mutant disease.",
    "Our data support the view that an asymptomatic primary should be resected before chemotherapy.",
    "Our results challenge the notion that an obstructed primary should be resected.",
    "Caution is warranted in KRAS-mutant disease, where bevacizumab should be withheld.",
    "First, no metastasectomy should be planned for patients with limited, resectable deposits.",
    "Panitumumab may be added, bevacizumab only if the KRAS result is wild-type.",
    "Complete obstruction calls for nothing more than FOLFIRI.",
    "Interruptions of chemotherapy are kept as long as possible.",
    "An unknown KRAS status is a good reason for withholding chemotherapy.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_prose_of_its_genre_passes(guardrail: Guardrail, text: str) -> None:
    assert [f.message for f in guardrail.check(text).findings if f.severity == "block"] == []


@pytest.mark.parametrize("text", WRONG)
def test_the_wrong_text_beside_it_is_found(guardrail: Guardrail, text: str) -> None:
    assert guardrail.check(text).verdict == "block"
