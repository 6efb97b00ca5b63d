"""The development files as a floor, and what must not change a verdict or must turn it."""

from __future__ import annotations

import pytest

from guardrails.guardrail import Guardrail
from guardrails.pack import Pack
from tests.guardrails.items import FLOORS, ITEMS, guard_items, judged, verdicts
from tests.guardrails.turns import TURNS
from tests.guardrails.variants import SAME


@pytest.mark.parametrize("verdict", ["block", "pass"])
@pytest.mark.parametrize("name", ["guard.jsonl", "guard-2.jsonl"])
def test_the_share_judged_right_does_not_fall(guardrail: Guardrail, name: str, verdict: str) -> None:
    items = [item for item in guard_items(name) if item.verdict == verdict]
    wrong = [item.id for item in items if judged(guardrail, item) != verdict]
    assert 1 - len(wrong) / len(items) >= FLOORS[name][verdict], wrong


@pytest.mark.parametrize("way", SAME)
def test_the_same_written_otherwise_gets_the_same_verdict(guardrail: Guardrail, way: str) -> None:
    written = [(item, SAME[way](item.answer)) for item in ITEMS]
    changed = [(item, text) for item, text in written if text != item.answer]
    assert changed
    before = verdicts(guardrail)
    moved = [item.id for item, text in changed if judged(guardrail, item, text) != before[item.id]]
    assert 1 - len(moved) / len(changed) >= FLOORS["same"][way], moved


@pytest.mark.parametrize("way", TURNS)
def test_what_turns_the_meaning_turns_the_verdict(guardrail: Guardrail, way: str) -> None:
    turned = [found for item in ITEMS if (found := TURNS[way](guardrail, item)) is not None]
    assert len(turned) >= 2
    missed = [item.id for item, verdict in turned if judged(guardrail, item) != verdict]
    assert 1 - len(missed) / len(turned) >= FLOORS["turned"][way], missed


def test_every_statement_of_the_guideline_passes(guardrail: Guardrail, pack: Pack) -> None:
    assert len(pack.guideline.statements) == 47
    for statement in pack.guideline.statements:
        for text in (statement.text, f"{statement.text} [{statement.id}]", f"> {statement.text}"):
            found = guardrail.check(text)
            assert found.verdict == "pass", (statement.id, [f.message for f in found.findings])


def test_the_whole_guideline_as_one_text_passes(guardrail: Guardrail, pack: Pack) -> None:
    text = " ".join(f"{s.text} [{s.id}]" for s in pack.guideline.statements)
    found = guardrail.check(text)
    assert found.verdict == "pass", [f.message for f in found.findings if f.severity == "block"]


def test_findings_point_at_the_characters_they_quote(guardrail: Guardrail) -> None:
    for item in ITEMS:
        found = guardrail.check(item.answer, question=item.question, patient=item.patient)
        for finding in found.findings:
            assert 0 <= finding.start <= finding.end <= len(item.answer)
            assert item.answer[finding.start : finding.end].startswith(finding.text), item.id
            assert finding.message.endswith(".")
            assert "\n" not in finding.message
        for claim in found.claims:
            assert 0 <= claim.start < claim.end <= len(item.answer)


def test_findings_quote_all_of_the_characters_they_point_at(guardrail: Guardrail) -> None:
    for item in ITEMS:
        found = guardrail.check(item.answer, question=item.question, patient=item.patient)
        assert all(item.answer[f.start : f.end] == f.text for f in found.findings), item.id


def test_a_counterexample_is_a_patient_in_whom_the_directive_holds(guardrail: Guardrail) -> None:
    algorithm = guardrail.pack.algorithm
    seen = 0
    for item in ITEMS:
        for finding in guardrail.check(item.answer, question=item.question, patient=item.patient).findings:
            if finding.kind != "contradiction" or finding.rule is None:
                continue
            seen += 1
            assert finding.counterexample is not None
            patients = algorithm.patients.known(finding.counterexample)
            assert patients
            assert patients & algorithm.masks[finding.rule]
            assert finding.sources == algorithm.directive(finding.rule).sources
    assert seen > 50
