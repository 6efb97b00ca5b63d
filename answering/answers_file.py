"""The schema of a pack's answers.yaml, as it is written; the file's own header says what its entries mean."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from guardrails.algorithm import QuantityKind

Text = str | tuple[str | dict[str, str], ...]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FormEntry(_Strict):
    when: str
    say: Text | None = None
    short: Text | None = None
    use: str | None = None
    lead: str | None = None


class ChangeEntry(_Strict):
    from_: str = Field(alias="from")
    to: str
    means: str


class PointEntry(_Strict):
    about: tuple[str, ...] = ()
    directives: tuple[str, ...] = ()
    quantities: tuple[QuantityKind, ...] = ()
    questions: tuple[str, ...] = ()
    forms: tuple[FormEntry, ...] = Field(min_length=1)
    why: Text | None = None
    polar: dict[str, tuple[str, ...]] = {}


class TopicEntry(_Strict):
    about: tuple[str, ...] = ()
    quantities: tuple[QuantityKind, ...] = ()
    questions: tuple[str, ...] = Field(min_length=1)
    points: tuple[str, ...] = Field(min_length=1)
    as_: Literal["text", "list"] = Field(default="text", alias="as")


class StepEntry(_Strict):
    point: str
    part: str
    when: str
    unless: str = "never"


class AskEntry(_Strict):
    facts: tuple[str, ...] = Field(min_length=1)
    name: str
    question: str
    point: str | None = None


class AnswersFile(_Strict):
    notice: str
    covers: str
    points: dict[str, PointEntry]
    topics: dict[str, TopicEntry] = {}
    plan: tuple[StepEntry, ...] = ()
    ask: tuple[AskEntry, ...] = ()
    not_covered: tuple[str, ...] = ()
    other_population: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    in_passing: tuple[str, ...] = ()
    assume: dict[str, str] = {}
    changes: tuple[ChangeEntry, ...] = ()
    words: dict[str, str] = {}
