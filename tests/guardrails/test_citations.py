"""A cited statement has to exist and to say, better than most others, what the sentence says."""

from __future__ import annotations

import pytest

from guardrails.guardrail import Guardrail
from guardrails.pack import Pack

SUPPORTED = [
    ("Stents help with bleeding or impending obstruction", "4.4"),
    ("Third-line therapy is for selected patients", "3.6"),
    ("Once local treatment is over, chemotherapy is taken up again at once", "7.2"),
    ("Do not resect an asymptomatic primary as a routine", "9.1"),
    ("The order must be decided individually", "1.2"),
    ("7% needed emergency surgery", "4.6"),
    ("Radiotherapy before the operation is better than after it", "6.6"),
]


@pytest.mark.parametrize(("sentence", "id"), SUPPORTED)
def test_only_a_statement_that_says_it_supports_a_sentence(
    guardrail: Guardrail, pack: Pack, sentence: str, id: str
) -> None:
    def blocked(cited: str) -> bool:
        found = guardrail.check(f"{sentence} [{cited}].").findings
        return any(f.kind == "citation" and f.severity == "block" for f in found)

    assert not blocked(id)
    shared = {d.id for d in pack.algorithm.directives if id in d.sources}
    others = [
        s.id
        for s in pack.guideline.statements
        if s.id != id and not any(s.id in d.sources for d in pack.algorithm.directives if d.id in shared)
    ]
    missed = [other for other in others if not blocked(other)]
    assert len(missed) <= 0.2 * len(others), missed


def test_each_citation_of_a_sentence_carries_a_part(guardrail: Guardrail) -> None:
    right = "For bleeding, consider a stent or palliative radiotherapy [4.4], then start chemotherapy promptly [7.2]."
    assert guardrail.check(right).verdict == "pass"
    assert guardrail.check(right.replace("7.2", "6.4")).verdict == "block"


def test_statements_support_themselves(guardrail: Guardrail, pack: Pack) -> None:
    for statement in pack.guideline.statements:
        found = guardrail.check(f"{statement.text} [{statement.id}]").findings
        assert not [f for f in found if f.kind == "citation"], statement.id


@pytest.mark.parametrize(
    "text",
    [
        "Preoperative radiotherapy is for a locally advanced primary [6.2]. Hers is small, so it is not for her [9.4].",
        "Statement 5.1 is of level III and grade A.",
    ],
)
def test_a_sentence_that_says_little_is_held_against_the_one_before(guardrail: Guardrail, text: str) -> None:
    assert not [f for f in guardrail.check(text).findings if f.kind == "citation" and f.severity == "block"]


def test_a_sentence_about_evidence_still_needs_statements_that_exist(guardrail: Guardrail) -> None:
    assert guardrail.check("Statement 5.9 is of level III.").verdict == "block"
