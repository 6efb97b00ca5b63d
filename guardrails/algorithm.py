"""A guideline's core algorithm: facts, directives and quantities, read from algorithm.yaml.

Mistakes in the file are reported with file, line and one sentence (AlgorithmError).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from corpus.errors import AlgorithmError
from corpus.files import line_of, read_yaml
from guardrails.patients import Patients
from language.condition import Condition, facts_of, parse_condition

Strength = Literal["must", "recommend", "consider", "avoid"]
QuantityKind = Literal[
    "dose", "fractions", "fraction_dose", "weeks", "months", "cycles", "percent", "patients"
]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FactEntry(_Strict):
    label: str
    question: str
    values: dict[str, str]


class DirectiveEntry(_Strict):
    id: str
    title: str
    axis: str
    interventions: tuple[str, ...]
    strength: Strength
    when: str
    sources: tuple[str, ...]
    prompt: Literal["true", "false"] = "false"
    optional: Literal["true", "false"] = "false"
    opposes: tuple[str, ...] = ()
    opposes_if_meant: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    whatever: tuple[str, ...] = ()
    plan: str | None = None  # a family of interventions, or one intervention


class QuantityEntry(_Strict):
    id: str
    role: str
    kind: QuantityKind
    value: str
    source: str
    directive: str | None = None
    about: tuple[str, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    near: tuple[tuple[str, ...], ...] = ()
    without: tuple[str, ...] = ()
    limit: Literal["exact", "most"] = "exact"
    derived: str | None = None
    mild_with: tuple[str, ...] = ()


class AlgorithmFile(_Strict):
    version: str
    facts: dict[str, FactEntry]
    conditions: dict[str, str] = {}
    axes: dict[str, str]
    directives: tuple[DirectiveEntry, ...]
    quantities: tuple[QuantityEntry, ...] = ()
    background: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactAxis:
    """One fact that patients differ in. `values` maps each value to its plain words."""

    name: str
    label: str
    question: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Directive:
    """What the guideline tells to do, for whom, how strongly, and where it says so."""

    id: str
    title: str
    axis: str
    interventions: tuple[str, ...]
    strength: Strength
    when: Condition
    sources: tuple[str, ...]
    prompt: bool  # putting it off is advice against it
    optional: bool  # the statement says "can": that it need not be is no advice against it
    opposes: tuple[str, ...]  # advising one of these is advice against it
    opposes_if_meant: tuple[str, ...]  # the same, where the advice is expressly for these patients
    unless: tuple[str, ...]  # directives that, where they hold, allow the opposite as well
    whatever: tuple[str, ...]  # facts that must not restrict it
    plan: str | None  # it holds when the plan contains this


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of the guideline in a role: `low` to `high` in the unit of `kind`."""

    id: str
    role: str
    kind: QuantityKind
    low: float
    high: float
    source: str
    directive: str | None
    about: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]  # around the number: one of each group
    near: tuple[tuple[str, ...], ...]  # in its sentence or in the question: one of each group
    without: tuple[str, ...]
    limit: Literal["exact", "most"]
    derived: str | None
    mild_with: tuple[str, ...]


@dataclass(frozen=True)
class Algorithm:
    """The directives compiled to sets of patients. Frozen; made by `load_algorithm`."""

    version: str
    facts: tuple[FactAxis, ...]
    named: Mapping[str, Condition]
    axes: Mapping[str, str]
    directives: tuple[Directive, ...]
    quantities: tuple[Quantity, ...]
    background: tuple[str, ...]
    patients: Patients
    masks: Mapping[str, int]  # directive id -> patients for whom it holds
    sha256: str

    def directive(self, id: str) -> Directive:
        return next(d for d in self.directives if d.id == id)

    def mask(self, condition: Condition) -> int:
        return self.patients.mask(condition)

    @property
    def everyone(self) -> int:
        return self.patients.everyone

    def axis(self, name: str) -> FactAxis:
        return next(f for f in self.facts if f.name == name)

    def words(self, patient: Mapping[str, str]) -> str:
        """A patient's facts in plain words."""
        return ", ".join(self.axis(n).values[v] for n, v in patient.items())


def read_facts(path: Path) -> tuple[AlgorithmFile, dict[str, Condition], dict[str, tuple[str, ...]], str]:
    """The validated file, its named conditions, its axes with values, and its text."""
    file, text = read_yaml(path, AlgorithmFile, AlgorithmError)
    axes = {name: tuple(f.values) for name, f in file.facts.items()}
    named: dict[str, Condition] = {}
    for name, written in file.conditions.items():
        named[name] = _condition(written, named, axes, path, text, "conditions", name)
    return file, named, axes, text


def _condition(
    written: str,
    named: Mapping[str, Condition],
    axes: Mapping[str, tuple[str, ...]],
    path: Path,
    text: str,
    *location: int | str,
) -> Condition:
    try:
        condition = parse_condition(written, named)
    except ValueError as error:
        raise AlgorithmError(f"{error}.", file=path, line=line_of(text, location)) from None
    for fact in facts_of(condition):
        if fact.name not in axes:
            raise AlgorithmError(
                f"There is no fact {fact.name!r}; known: {', '.join(axes)}.",
                file=path,
                line=line_of(text, location),
            )
        if fact.value not in axes[fact.name]:
            raise AlgorithmError(
                f"{fact.name} has no value {fact.value!r}; known: {', '.join(axes[fact.name])}.",
                file=path,
                line=line_of(text, location),
            )
    return condition


def load_algorithm(path: Path) -> Algorithm:
    """Read and compile an algorithm file; raises AlgorithmError."""
    file, named, axes, text = read_facts(path)
    patients = Patients(axes)
    ids: set[str] = set()
    directives: list[Directive] = []
    for number, entry in enumerate(file.directives):
        here = ("directives", number)
        if entry.id in ids:
            raise AlgorithmError(f"The id {entry.id!r} is used twice.", file=path, line=line_of(text, here))
        ids.add(entry.id)
        if entry.axis not in file.axes:
            raise AlgorithmError(
                f"{entry.id} stands on the axis {entry.axis!r}, which is not listed.",
                file=path,
                line=line_of(text, (*here, "axis")),
            )
        if not entry.sources:
            raise AlgorithmError(
                f"{entry.id} has no source.", file=path, line=line_of(text, (*here, "sources"))
            )
        for name in entry.whatever:
            if name not in axes:
                raise AlgorithmError(
                    f"There is no fact {name!r}.", file=path, line=line_of(text, (*here, "whatever"))
                )
        when = _condition(entry.when, named, axes, path, text, *here, "when")
        if patients.mask(when) == 0:
            raise AlgorithmError(
                f"{entry.id} holds for no patient.", file=path, line=line_of(text, (*here, "when"))
            )
        directives.append(
            Directive(
                id=entry.id,
                title=entry.title,
                axis=entry.axis,
                interventions=entry.interventions,
                strength=entry.strength,
                when=when,
                sources=entry.sources,
                prompt=entry.prompt == "true",
                optional=entry.optional == "true",
                opposes=entry.opposes,
                opposes_if_meant=entry.opposes_if_meant,
                unless=entry.unless,
                whatever=entry.whatever,
                plan=entry.plan,
            )
        )
    for number, entry in enumerate(file.directives):
        for other in entry.unless:
            if other not in ids:
                raise AlgorithmError(
                    f"{entry.id} names a directive {other!r} that is not there.",
                    file=path,
                    line=line_of(text, ("directives", number, "unless")),
                )
    return Algorithm(
        version=file.version,
        facts=tuple(FactAxis(n, f.label, f.question, dict(f.values)) for n, f in file.facts.items()),
        named=named,
        axes=dict(file.axes),
        directives=tuple(directives),
        quantities=tuple(_quantity(q, number, path, text) for number, q in enumerate(file.quantities)),
        background=file.background,
        patients=patients,
        masks={d.id: patients.mask(d.when) for d in directives},
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def _quantity(entry: QuantityEntry, number: int, path: Path, text: str) -> Quantity:
    low, _, high = entry.value.partition("-")
    try:
        bounds = float(low), float(high or low)
    except ValueError:
        raise AlgorithmError(
            f"{entry.id}: {entry.value!r} is no number or range.",
            file=path,
            line=line_of(text, ("quantities", number, "value")),
        ) from None
    return Quantity(
        id=entry.id,
        role=entry.role,
        kind=entry.kind,
        low=bounds[0],
        high=bounds[1],
        source=entry.source,
        directive=entry.directive,
        about=entry.about,
        words=entry.words,
        near=entry.near,
        without=entry.without,
        limit=entry.limit,
        derived=entry.derived,
        mild_with=entry.mild_with,
    )
