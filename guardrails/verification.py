"""Is the algorithm itself in order? Proved over every patient that its facts allow.

Consistent: no patient is advised and advised against the same thing. Complete: on each question
axis, who has no directive. Reachable: each directive has a patient. Grounded: every statement is
a source or declared background, every source exists, every number stands in its statement and is
the only one in its role. Two patients sets that meet, a clash; an empty meet is a proof.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guardrails.algorithm import Algorithm, Directive, Quantity
from guardrails.pack import Pack
from language.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Group:
    """Some of all patients: how many, and the fewest facts that make one (None when there are none)."""

    patients: int
    example: dict[str, str] | None

    def to_json(self) -> dict[str, Any]:
        return {"patients": self.patients, "example": self.example}


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two directives that hold for the same patients and point different ways."""

    first: str
    second: str
    intervention: str
    group: Group

    def to_json(self) -> dict[str, Any]:
        return {
            "directives": [self.first, self.second],
            "intervention": self.intervention,
            **self.group.to_json(),
        }


@dataclass(frozen=True, slots=True)
class AxisCover:
    """One question axis: who has no directive on it, and who is only told what to avoid."""

    axis: str
    label: str
    directives: tuple[str, ...]
    without: Group
    only_avoid: Group

    def to_json(self) -> dict[str, Any]:
        return {
            "axis": self.axis,
            "label": self.label,
            "directives": list(self.directives),
            "without": self.without.to_json(),
            "only_avoid": self.only_avoid.to_json(),
        }


@dataclass(frozen=True, slots=True)
class Reach:
    """The patients for whom a directive holds."""

    directive: str
    group: Group

    def to_json(self) -> dict[str, Any]:
        return {"directive": self.directive, **self.group.to_json()}


@dataclass(frozen=True, slots=True)
class Verification:
    """What was proved of a pack's algorithm, and what is wrong with it.

    clashes: patients who are advised and advised against the same; tensions: the same where the
    algorithm itself says that both stand (`unless`); special: a special kind of what is advised
    is advised against. Neither tensions, special kinds nor uncovered patients are mistakes.
    """

    guideline: str
    algorithm: str
    patients: int
    clashes: tuple[Meeting, ...]
    tensions: tuple[Meeting, ...]
    special: tuple[Meeting, ...]
    axes: tuple[AxisCover, ...]
    reach: tuple[Reach, ...]
    unused: tuple[str, ...]  # statements that are neither source nor background
    doubled: tuple[str, ...]  # declared background, and yet the source of a directive
    missing: tuple[tuple[str, str], ...]  # (who names it, statement that is not there)
    ambiguous: tuple[tuple[str, str], ...]  # quantities in one role
    unfounded: tuple[str, ...]  # quantities whose number does not stand in their statement

    @property
    def unreachable(self) -> tuple[str, ...]:
        return tuple(r.directive for r in self.reach if not r.group.patients)

    @property
    def empty_axes(self) -> tuple[str, ...]:
        return tuple(a.axis for a in self.axes if not a.directives)

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not (
            self.clashes
            or self.unreachable
            or self.empty_axes
            or self.unused
            or self.doubled
            or self.missing
            or self.ambiguous
            or self.unfounded
        )

    def to_json(self) -> dict[str, Any]:
        return {
            "ok": self.ok,
            "guideline": self.guideline,
            "algorithm": self.algorithm,
            "patients": self.patients,
            "clashes": [m.to_json() for m in self.clashes],
            "tensions": [m.to_json() for m in self.tensions],
            "special": [m.to_json() for m in self.special],
            "axes": [a.to_json() for a in self.axes],
            "reach": [r.to_json() for r in self.reach],
            "unreachable": list(self.unreachable),
            "empty_axes": list(self.empty_axes),
            "statements": {
                "unused": list(self.unused),
                "background_and_source": list(self.doubled),
                "missing": [{"named_by": who, "statement": id} for who, id in self.missing],
            },
            "quantities": {
                "same_role": [list(pair) for pair in self.ambiguous],
                "not_in_statement": list(self.unfounded),
            },
        }


def verify(pack: Pack) -> Verification:
    """Verify a pack's algorithm against itself and its guideline. Takes a few hundred milliseconds."""
    algorithm, guideline = pack.algorithm, pack.guideline
    clashes, tensions, special = _meetings(algorithm, pack.vocabulary)
    named = [(d.id, s) for d in algorithm.directives for s in d.sources]
    named += [(q.id, q.source) for q in algorithm.quantities]
    named += [("background", s) for s in algorithm.background]
    sources = {s for d in algorithm.directives for s in d.sources}
    statements = [s.id for s in guideline.statements]
    return Verification(
        guideline=guideline.id,
        algorithm=algorithm.version,
        patients=algorithm.patients.size,
        clashes=clashes,
        tensions=tensions,
        special=special,
        axes=tuple(_cover(algorithm, axis) for axis in algorithm.axes),
        reach=tuple(Reach(d.id, group(algorithm, algorithm.masks[d.id])) for d in algorithm.directives),
        unused=tuple(s for s in statements if s not in sources and s not in algorithm.background),
        doubled=tuple(s for s in algorithm.background if s in sources),
        missing=tuple((who, s) for who, s in named if guideline.statement(s) is None),
        ambiguous=tuple(_same_role(algorithm.quantities)),
        unfounded=tuple(q.id for q in algorithm.quantities if not q.derived and not _stands(q, pack)),
    )


def group(algorithm: Algorithm, mask: int) -> Group:
    """How many patients a mask has, with an example."""
    return Group(mask.bit_count(), algorithm.patients.counterexample(mask, {}) if mask else None)


# --- consistency --------------------------------------------------------------------------------


def _meetings(
    algorithm: Algorithm, vocabulary: Vocabulary
) -> tuple[tuple[Meeting, ...], tuple[Meeting, ...], tuple[Meeting, ...]]:
    clashes: list[Meeting] = []
    tensions: list[Meeting] = []
    special: list[Meeting] = []
    for first in algorithm.directives:
        if first.strength == "avoid":
            continue
        for second in algorithm.directives:
            if first is second or not (both := algorithm.masks[first.id] & algorithm.masks[second.id]):
                continue
            for how, intervention in _against(first, second, vocabulary):
                where = {"clash": clashes, "tension": tensions, "special": special}[how]
                where.append(Meeting(first.id, second.id, intervention, group(algorithm, both)))
    return tuple(clashes), tuple(tensions), tuple(special)


def _against(advised: Directive, other: Directive, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """How `other` speaks against what `advised` tells to do: ("clash" | "tension" | "special", intervention)."""
    for id in advised.interventions:
        classes = vocabulary.interventions[id].ancestors
        members = vocabulary.interventions[id].descendants - {id}
        if other.strength == "avoid":
            if classes.intersection(other.interventions):
                yield "clash", id
            elif members.intersection(other.interventions):
                yield "special", id
        elif classes.intersection((*other.opposes, *other.opposes_if_meant)):
            yield "tension" if advised.id in other.unless else "clash", id


# --- completeness -------------------------------------------------------------------------------


def _cover(algorithm: Algorithm, axis: str) -> AxisCover:
    directives = [d for d in algorithm.directives if d.axis == axis]
    told = advised = 0
    for d in directives:
        told |= algorithm.masks[d.id]
        if d.strength != "avoid":
            advised |= algorithm.masks[d.id]
    return AxisCover(
        axis=axis,
        label=algorithm.axes[axis],
        directives=tuple(d.id for d in directives),
        without=group(algorithm, algorithm.everyone & ~told),
        only_avoid=group(algorithm, told & ~advised),
    )


# --- quantities ---------------------------------------------------------------------------------


def _same_role(quantities: tuple[Quantity, ...]) -> Iterator[tuple[str, str]]:
    ids = Counter(q.id for q in quantities)
    for id, times in ids.items():
        if times > 1:
            yield id, id
    for number, first in enumerate(quantities):
        for second in quantities[number + 1 :]:
            same_place = (first.kind, first.about, first.words, first.near, first.without) == (
                second.kind,
                second.about,
                second.words,
                second.near,
                second.without,
            )
            if first.id != second.id and (first.role == second.role or same_place):
                yield first.id, second.id


def _stands(quantity: Quantity, pack: Pack) -> bool:
    """Whether the number is read in the statement that it is said to come from."""
    statement = pack.guideline.statement(quantity.source)
    return statement is not None and any(
        (n.kind, n.low, n.high) == (quantity.kind, quantity.low, quantity.high)
        for n in pack.reader.read(statement.text).numbers
    )
