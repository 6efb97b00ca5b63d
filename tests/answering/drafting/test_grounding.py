"""What a drafted sentence must have: given sources, quotes that stand in them, and the guideline's language."""

from __future__ import annotations

import pytest

from answering.drafting import DraftSentence
from answering.drafting.grounding import Grounding, cited, rendered
from answering.drafting.tongue import Tongue
from guardrails.pack import Pack

GIVEN = ("3.1", "3.2", "3.3")


@pytest.fixture(scope="module")
def grounding(pack: Pack) -> Grounding:
    tongue = Tongue(s.text for s in pack.guideline.statements)
    return Grounding({s.id: s for s in pack.guideline.statements if s.id in GIVEN}, tongue)


S = DraftSentence

PASS = [
    S("Bevacizumab can be added whatever the KRAS mutation status.", ("3.2",)),
    S("Bevacizumab can be added whatever the KRAS mutation status [3.2].", ()),
    S(
        "Bevacizumab can be added whatever the KRAS status.",
        ("3.2", "3.1"),
        "whatever the KRAS mutation status",
    ),
    S("It can be added “whatever the KRAS mutation status”.", ("3.2",)),
    S('The word "backbone" is used for the combination.', ("3.1",)),
    S("Use FOLFOX [3.1] and, whatever the KRAS status, bevacizumab [3.2].", ()),
]
BLOCK = [
    (S("Bevacizumab can be added whatever the KRAS mutation status."), "cites no statement"),
    (S("Use FOLFOX as the backbone. Bevacizumab can be added too.", ("3.2",)), "cites no statement"),
    (S("Bevacizumab can be added whatever the KRAS status.", ("9.3",)), "9.3 is not among"),
    (S("Bevacizumab can be added whatever the KRAS status [99.9].", ("3.2",)), "99.9 is not among"),
    (S("Bevacizumab can be added.", ("3.2",), "whatever the KRAS status"), "quoted words"),
    (S("It can be added “whatever the KRAS status is”.", ("3.2",)), "quoted words"),
    (S("It can be added “whatever the KRAS mutation status”.", ("3.1",)), "quoted words"),
    (S("## Use FOLFOX as the backbone", ("3.1",)), "plain sentence"),
    (S("Use FOLFOX as the backbone.\nAdd bevacizumab.", ("3.1",)), "plain sentence"),
    (S("Use [FOLFOX](https://example.org) as the backbone.", ("3.1",)), "plain sentence"),
    (S("Use <b>FOLFOX</b> as the backbone.", ("3.1",)), "plain sentence"),
    (S("Bei KRAS-mutierten Tumoren sollte Bevacizumab gegeben werden.", ("3.2",)), "language"),
    (S("Le bévacizumab peut être ajouté quel que soit le statut KRAS.", ("3.2",)), "language"),
    (S("El bevacizumab puede añadirse con independencia del estado de KRAS.", ("3.2",)), "language"),
    (S("贝伐珠单抗可以加入。", ("3.2",)), "language"),
]


@pytest.mark.parametrize("sentence", PASS, ids=lambda s: s.text[:40])
def test_grounded(grounding: Grounding, sentence: DraftSentence) -> None:
    assert grounding.findings(sentence) == ()


@pytest.mark.parametrize(("sentence", "why"), BLOCK, ids=lambda s: getattr(s, "text", "")[:40])
def test_not_grounded(grounding: Grounding, sentence: DraftSentence, why: str) -> None:
    findings = grounding.findings(sentence)
    assert any(why in f.message for f in findings), findings
    assert all(f.severity == "block" for f in findings)


def test_each_statement_of_the_guideline_is_grounded_in_itself(pack: Pack) -> None:
    tongue = Tongue(s.text for s in pack.guideline.statements)
    grounding = Grounding({s.id: s for s in pack.guideline.statements}, tongue)
    for s in pack.guideline.statements:
        assert grounding.findings(DraftSentence(s.text, (s.id,), s.text)) == (), s.id


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        (S("It is so.", ("3.3", "9.3")), "It is so [3.3, 9.3]."),
        (S("It is so", ("3.3",)), "It is so [3.3]."),
        (S("It is so [3.3].", ("3.3",)), "It is so [3.3]."),
        (S("It is so [3.3].", ("3.3", "9.3")), "It is so [3.3] [9.3]."),
        (S("Is it so?", ("3.3",)), "Is it so [3.3]?"),
        (S("It is so.", ()), "It is so."),
    ],
)
def test_citations_stand_before_the_stop(sentence: DraftSentence, shown: str) -> None:
    assert rendered(sentence) == shown


def test_ids_in_brackets() -> None:
    assert cited("One [3.3, 9.3] and two [3.1]; three [3.3].") == ("3.3", "9.3", "3.1")
