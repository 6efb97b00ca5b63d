from __future__ import annotations

from typing import Any

import pytest

from evaluation.items import GoldItem, GuardItem
from evaluation.judge import judge_gold, judge_guard

ITEM: dict[str, Any] = {
    "id": "g1",
    "kind": "factual",
    "turns": ["first", "last"],
    "expect": "answered",
    "facts": {"kras": "mutant"},
    "facts_absent": ["line"],
    "cite": [["3.3", "9.3"], ["4.2"]],
    "say": [["wild-type", "wild type"], ["25 Gy"]],
    "not_say": [r"(?i)\bnever\b"],
}
RESPONSE: dict[str, Any] = {
    "status": "answered",
    "answer": "Only in Wild–Type disease; 25 Gy [3.3].",
    "patient": {"kras": "mutant"},
    "citations": [{"id": "9.3"}, {"id": "4.2"}, {"id": "1.1"}],
}


def failed(item: dict[str, Any], response: dict[str, Any]) -> list[str]:
    judgement = judge_gold(GoldItem.model_validate(item), response)
    assert judgement.passed == all(score.passed for score in judgement.scores)
    return [score.criterion for score in judgement.scores if not score.passed]


def test_an_item_passes_when_every_criterion_holds() -> None:
    assert failed(ITEM, RESPONSE) == []


@pytest.mark.parametrize(
    ("change", "criterion"),
    [
        ({"status": "abstained"}, ["status"]),
        ({"patient": {}}, ["facts"]),
        ({"patient": {"kras": "wild_type"}}, ["facts"]),
        ({"patient": {"kras": "mutant", "line": "first"}}, ["facts_absent"]),
        ({"citations": [{"id": "4.2"}]}, ["cite"]),
        ({"citations": []}, ["cite"]),
        ({"answer": "wild type disease, 25 Gy"}, []),
        ({"answer": "WILD-TYPE, 25 gy"}, []),
        ({"answer": "wildtype, 25 Gy"}, ["say"]),
        ({"answer": "wild-type, 125 gy"}, []),  # a string occurs or not; the file must say what it means
        ({"answer": "Never in wild-type; 25 Gy"}, ["not_say"]),
        ({"answer": "nevertheless wild-type; 25 Gy"}, []),
        (
            {"status": "abstained", "answer": "", "citations": [], "patient": {}},
            ["status", "facts", "cite", "say"],
        ),
    ],
)
def test_each_criterion_stands_on_its_own(change: dict[str, Any], criterion: list[str]) -> None:
    assert failed(ITEM, {**RESPONSE, **change}) == criterion


def test_what_an_item_does_not_ask_for_is_not_scored() -> None:
    item = GoldItem(id="g2", kind="out_of_scope", turns=["?"], expect="abstained")
    judgement = judge_gold(item, {"status": "abstained", "answer": "", "patient": {}, "citations": []})
    assert [score.criterion for score in judgement.scores] == ["status"]
    assert judgement.cited_rightly is None


def test_citation_precision_counts_ids_of_any_group() -> None:
    judgement = judge_gold(GoldItem.model_validate(ITEM), RESPONSE)
    assert (judgement.cited_rightly, len(judgement.cited)) == (2, 3)


def test_a_failed_score_says_what_was_found() -> None:
    judgement = judge_gold(GoldItem.model_validate(ITEM), {**RESPONSE, "patient": {}, "answer": "Never."})
    assert {s.criterion: s.why for s in judgement.scores if not s.passed} == {
        "facts": "kras is unknown, not mutant",
        "say": "without wild-type or wild type; 25 Gy",
        "not_say": "says 'Never'",
    }


@pytest.mark.parametrize("verdict", ["pass", "block"])
@pytest.mark.parametrize("wanted", ["pass", "block"])
def test_a_guardrail_item_asks_for_the_verdict(verdict: str, wanted: str) -> None:
    item = GuardItem.model_validate({"id": "c1", "category": "typo", "answer": "x", "verdict": wanted})
    judgement = judge_guard(item, {"verdict": verdict, "findings": []})
    assert judgement.passed == (verdict == wanted)
    assert [score.criterion for score in judgement.scores] == [wanted]
