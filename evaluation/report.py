"""Metrics over the judgements of one file: shares in all, per kind or category, and per criterion."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any, Literal

from evaluation.items import GoldItem, GuardItem
from evaluation.judge import Judgement, judge_gold, judge_guard, judge_refusal
from evaluation.target import Refused, Target


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many. `str()` is ``66/70 (94.3%)``."""

    passed: int
    of: int

    @property
    def value(self) -> float | None:
        return self.passed / self.of if self.of else None

    def __str__(self) -> str:
        return f"{self.passed}/{self.of} ({self.passed / self.of:.1%})" if self.of else "–"

    def to_json(self) -> dict[str, Any]:
        return {
            "passed": self.passed,
            "of": self.of,
            "share": None if self.value is None else round(self.value, 4),
        }


@dataclass(frozen=True, slots=True)
class Report:
    file: str
    kind: Literal["gold", "guard"]
    target: str
    judgements: tuple[Judgement, ...]

    @property
    def total(self) -> Share:
        return share(self.judgements)

    @property
    def groups(self) -> dict[str, tuple[Judgement, ...]]:
        """The judgements by kind or category, in the order in which the file names them."""
        found: dict[str, list[Judgement]] = {}
        for judgement in self.judgements:
            found.setdefault(judgement.group, []).append(judgement)
        return {name: tuple(members) for name, members in found.items()}

    @property
    def failures(self) -> tuple[Judgement, ...]:
        return tuple(judgement for judgement in self.judgements if not judgement.passed)

    @property
    def citation_precision(self) -> Share:
        """Of all ids cited where the item has a `cite`, those that stand in one of its groups."""
        asked = [j for j in self.judgements if j.cited_rightly is not None]
        return Share(sum(j.cited_rightly or 0 for j in asked), sum(len(j.cited) for j in asked))

    @property
    def milliseconds(self) -> tuple[float, float]:
        """Median and 95th percentile over the items (all turns of an item together)."""
        times = sorted(judgement.milliseconds for judgement in self.judgements)
        return statistics.median(times), times[min(len(times) - 1, round(0.95 * len(times)))]

    def to_json(self) -> dict[str, Any]:
        median, p95 = self.milliseconds
        content: dict[str, Any] = {
            "file": self.file,
            "kind": self.kind,
            "target": self.target,
            "total": self.total.to_json(),
            "criteria": {name: found.to_json() for name, found in criteria(self.judgements).items()},
            "groups": {
                name: {
                    "total": share(members).to_json(),
                    "criteria": {c: s.to_json() for c, s in criteria(members).items()},
                }
                for name, members in self.groups.items()
            },
        }
        if self.kind == "gold":
            content["citation_precision"] = self.citation_precision.to_json()
        content["milliseconds"] = {"median": round(median, 1), "p95": round(p95, 1)}
        content["items"] = [
            {
                "id": j.id,
                "group": j.group,
                "passed": j.passed,
                "failed": {score.criterion: score.why for score in j.scores if not score.passed},
                "asked": j.asked,
                "got": j.got,
                "cited": list(j.cited),
            }
            for j in self.judgements
        ]
        return content


def share(judgements: Iterable[Judgement]) -> Share:
    found = list(judgements)
    return Share(sum(judgement.passed for judgement in found), len(found))


def criteria(judgements: Iterable[Judgement]) -> dict[str, Share]:
    """Each criterion on its own, over the items that ask for it."""
    found: dict[str, list[bool]] = {}
    for judgement in judgements:
        for score in judgement.scores:
            found.setdefault(score.criterion, []).append(score.passed)
    return {name: Share(sum(passed), len(passed)) for name, passed in found.items()}


def group_name(report: Report) -> str:
    return "kind" if report.kind == "gold" else "category"


def column_name(criterion: str) -> str:
    """How a criterion is headed: the two verdicts of a guardrail file by what they show."""
    return {"block": "blocked", "pass": "let through"}.get(criterion, criterion)


def evaluate(
    file: Path,
    items: Sequence[GoldItem | GuardItem],
    target: Target,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Report:
    """Ask the target every item and judge what it says."""
    judgements: list[Judgement] = []
    for number, item in enumerate(items, start=1):
        judgements.append(_judged(item, target))
        progress(number, len(items))
    kind: Literal["gold", "guard"] = "gold" if isinstance(items[0], GoldItem) else "guard"
    return Report(file.name, kind, target.name, tuple(judgements))


def _judged(item: GoldItem | GuardItem, target: Target) -> Judgement:
    start = perf_counter()
    try:
        if isinstance(item, GuardItem):
            verdict = target.check(item.answer, item.question, item.patient)
            return judge_guard(item, verdict, (perf_counter() - start) * 1000)
        response = target.chat(item.turns, item.patient)
        return judge_gold(item, response, (perf_counter() - start) * 1000)
    except Refused as error:
        return judge_refusal(item, str(error), (perf_counter() - start) * 1000)
