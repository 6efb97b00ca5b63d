"""Judging one response, by each criterion on its own; every score says why.

An item passes when all of its criteria hold. A criterion that an item does not ask for is not scored.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from evaluation.items import GoldItem, GuardItem


@dataclass(frozen=True, slots=True)
class Score:
    criterion: str
    passed: bool
    why: str = ""  # what was found, when it did not pass


@dataclass(frozen=True, slots=True)
class Judgement:
    """All scores of one item, with what a reader of the report needs to see why."""

    id: str
    group: str  # the kind of a gold item, the category of a guardrail item
    scores: tuple[Score, ...]
    asked: str
    got: str
    cited: tuple[str, ...] = ()
    cited_rightly: int | None = None  # None where the item has no `cite`
    milliseconds: float = 0.0
    expected: str = ""

    @property
    def passed(self) -> bool:
        return all(score.passed for score in self.scores)


def judge_gold(item: GoldItem, response: Mapping[str, Any], milliseconds: float = 0.0) -> Judgement:
    """Judge the response to the last turn of a gold item."""
    answer: str = response["answer"]
    patient: Mapping[str, str] = response["patient"]
    cited = tuple(citation["id"] for citation in response["citations"])
    scores = [_score("status", response["status"] == item.expect, f"{response['status']}, not {item.expect}")]
    if item.facts:
        wrong = [
            f"{fact} is {patient.get(fact, 'unknown')}, not {value}"
            for fact, value in item.facts.items()
            if patient.get(fact) != value
        ]
        scores.append(_score("facts", not wrong, "; ".join(wrong)))
    if item.facts_absent:
        stated = [f"{fact} is {patient[fact]}, not unknown" for fact in item.facts_absent if fact in patient]
        scores.append(_score("facts_absent", not stated, "; ".join(stated)))
    if item.cite:
        uncited = [" or ".join(group) for group in item.cite if not set(group) & set(cited)]
        scores.append(_score("cite", not uncited, "without " + "; ".join(uncited)))
    if item.say:
        plain = _plain(answer)
        unsaid = [" or ".join(group) for group in item.say if not any(_plain(s) in plain for s in group)]
        scores.append(_score("say", not unsaid, "without " + "; ".join(unsaid)))
    if item.not_say:
        found = [match.group() for pattern in item.not_say if (match := re.search(pattern, answer))]
        scores.append(_score("not_say", not found, "says " + "; ".join(repr(text) for text in found)))
    wanted = {id for group in item.cite for id in group}
    return Judgement(
        id=item.id,
        group=item.kind,
        scores=tuple(scores),
        asked=" ⏎ ".join(item.turns),
        got=answer,
        cited=cited,
        cited_rightly=sum(id in wanted for id in cited) if item.cite else None,
        milliseconds=milliseconds,
        expected=item.expect,
    )


def judge_guard(item: GuardItem, verdict: Mapping[str, Any], milliseconds: float = 0.0) -> Judgement:
    """Judge the guardrail's verdict on one text."""
    findings = "; ".join(
        f"{finding['kind']} {finding['rule'] or ''} {finding['text']!r}: {finding['message']}"
        for finding in verdict["findings"]
    )
    why = f"{verdict['verdict']}, not {item.verdict}: {findings or 'no finding'}. {item.why}"
    return Judgement(
        id=item.id,
        group=item.category,
        scores=(_score(item.verdict, verdict["verdict"] == item.verdict, why),),
        asked=item.answer if item.question is None else f"{item.question} ⏎ {item.answer}",
        got=findings,
        milliseconds=milliseconds,
        expected=item.verdict,
    )


def judge_refusal(item: GoldItem | GuardItem, why: str, milliseconds: float = 0.0) -> Judgement:
    """An item to which there was no response has failed."""
    expected: str
    if isinstance(item, GoldItem):
        group, asked, expected = item.kind, " ⏎ ".join(item.turns), item.expect
    else:
        group, asked, expected = item.category, item.answer, item.verdict
    score = Score("response", False, why)
    return Judgement(item.id, group, (score,), asked, "", milliseconds=milliseconds, expected=expected)


def _score(criterion: str, passed: bool, why: str) -> Score:
    return Score(criterion, passed, "" if passed else why)


def _plain(text: str) -> str:
    return text.replace("–", "-").lower()
