"""The algorithm is in order, each way of spoiling it is found, and an independent solver agrees."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest
import z3

from guardrails.algorithm import Algorithm, load_algorithm
from guardrails.pack import Pack, load_pack
from guardrails.verification import Verification, verify
from language.condition import ALWAYS, All, Condition, Fact, Not
from tests.guardrails.conftest import Altered


@pytest.fixture(scope="module")
def verification(pack: Pack) -> Verification:
    return verify(pack)


def test_the_algorithm_is_in_order(verification: Verification) -> None:
    assert verification.ok
    assert verification.patients == 55_296
    assert not verification.clashes
    assert [r.directive for r in verification.reach] == [f"D{n:02}" for n in range(1, 29)]
    assert all(r.group.patients for r in verification.reach)


def test_both_ways_are_told_where_the_guideline_leaves_the_choice(
    verification: Verification, pack: Pack
) -> None:
    """Quiet primary, and the primary is the nearer threat: 2.2 and 2.9 both stand."""
    (tension,) = verification.tensions
    assert {tension.first, tension.second} == {"D02", "D03"}
    assert tension.group.example is not None
    example = pack.algorithm.patients.known(tension.group.example)
    assert not example & ~(pack.algorithm.masks["D02"] & pack.algorithm.masks["D03"])


def test_who_has_no_directive_is_counted_with_an_example(verification: Verification, pack: Pack) -> None:
    algorithm = pack.algorithm
    assert [a.axis for a in verification.axes] == list(algorithm.axes)
    for axis in verification.axes:
        masks = [algorithm.masks[d] for d in axis.directives]
        by_hand = sum(1 for n in range(algorithm.patients.size) if not any(m >> n & 1 for m in masks))
        assert axis.without.patients == by_hand
        assert (axis.without.example is None) == (by_hand == 0)
        if axis.without.example:
            for directive in axis.directives:
                assert not algorithm.patients.known(axis.without.example) & algorithm.masks[directive]


def test_everything_is_told_as_json(verification: Verification) -> None:
    told = verification.to_json()
    assert told["ok"] is True
    assert len(told["reach"]) == 28
    assert {a["axis"] for a in told["axes"]} >= {"drugs", "timing"}


@pytest.mark.parametrize(
    ("old", "new", "part", "found"),
    [
        ("when: kras = mutant", "when: always", "clashes", "D08"),
        ("when: metastases = unresectable\n    sources: [5.1", "when: always\n    sources: [5.1", "clashes", "D17"),
        ("    unless: [D03]\n", "", "clashes", "D02"),
        ("when: emergency\n    prompt", "when: always\n    prompt", "clashes", "D12"),
        ("sources: [3.6]", "sources: [3.5]", "unused", "3.6"),
        ("background: [1.2, 2.1,", "background: [1.2,", "unused", "2.1"),
        ("background: [1.2,", "background: [1.1, 1.2,", "doubled", "1.1"),
        ('value: "25"', 'value: "30"', "unfounded", "Q01"),
        ("value: 1.8-2.0", "value: 1.8-2.2", "unfounded", "Q06"),
        ("kind: fractions, value: \"5\", source: 6.4", "kind: dose, value: \"5\", source: 6.4", "ambiguous", "Q02"),
        ("{id: Q02,", "{id: Q01,", "ambiguous", "Q01"),
        ("  follow_up: Follow-up", "  follow_up: Follow-up\n  later: Later", "empty_axes", "later"),
    ],
)  # fmt: skip
def test_each_way_of_spoiling_it_is_found(
    altered: Altered, old: str, new: str, part: str, found: str
) -> None:
    spoiled = verify(load_pack(altered(old, new)))
    assert not spoiled.ok
    assert found in str(getattr(spoiled, part))


def test_a_statement_that_is_missing_and_a_directive_without_patients_are_found(pack: Pack) -> None:
    """The loader refuses such files; the verification does not rely on it."""
    algorithm = pack.algorithm
    without = tuple(s for s in pack.guideline.statements if s.id != "4.3")
    found = verify(replace(pack, guideline=replace(pack.guideline, statements=without)))
    assert found.missing == (("D12", "4.3"),)
    nobody = replace(algorithm, masks={**algorithm.masks, "D12": 0})
    assert verify(replace(pack, algorithm=nobody)).unreachable == ("D12",)


# --- an independent solver ----------------------------------------------------------------------


class Solver:
    """The same algorithm in z3: one variable of an enumeration for each fact, and no masks."""

    def __init__(self, algorithm: Algorithm) -> None:
        self.variables: dict[str, Any] = {}
        self.values: dict[tuple[str, str], Any] = {}
        for fact in algorithm.facts:
            names = [f"{fact.name}:{value}" for value in fact.values]
            sort, constants = z3.EnumSort(f"sort of {fact.name}", names)
            self.variables[fact.name] = z3.Const(fact.name, sort)
            self.values |= {(fact.name, v): c for v, c in zip(fact.values, constants, strict=True)}

    def formula(self, condition: Condition) -> Any:
        if isinstance(condition, Fact):
            return self.variables[condition.name] == self.values[condition.name, condition.value]
        if isinstance(condition, Not):
            return z3.Not(self.formula(condition.part))
        joined = z3.And if isinstance(condition, All) else z3.Or
        return joined([self.formula(part) for part in condition.parts])

    def possible(self, *formulas: Any) -> bool:
        solver = z3.Solver()
        solver.add(*formulas)
        return bool(solver.check() == z3.sat)


@pytest.fixture(scope="module")
def solver(pack: Pack) -> Solver:
    return Solver(pack.algorithm)


def test_the_solver_agrees_on_who_is_in_two_directives_and_who_in_one_alone(
    pack: Pack, solver: Solver
) -> None:
    masks = pack.algorithm.masks
    formulas = {d.id: solver.formula(d.when) for d in pack.algorithm.directives}
    for first, second in itertools.permutations(masks, 2):
        assert solver.possible(formulas[first], formulas[second]) == bool(masks[first] & masks[second])
        alone = solver.possible(formulas[first], z3.Not(formulas[second]))
        assert alone == bool(masks[first] & ~masks[second])


def test_the_solver_finds_no_patient_outside_of_a_counterexample(pack: Pack, solver: Solver) -> None:
    """A counterexample's facts alone put every patient who has them into both directives."""
    algorithm = pack.algorithm
    formulas = {d.id: solver.formula(d.when) for d in algorithm.directives}
    for first, second in itertools.combinations(algorithm.masks, 2):
        both = algorithm.masks[first] & algorithm.masks[second]
        if not both:
            continue
        example = algorithm.patients.counterexample(both, {})
        facts = [solver.formula(Fact(name, value)) for name, value in example.items()]
        assert solver.possible(*facts)
        assert not solver.possible(*facts, z3.Not(z3.And(formulas[first], formulas[second])))


def test_the_solver_agrees_on_who_has_no_directive(
    pack: Pack, solver: Solver, verification: Verification
) -> None:
    for axis in verification.axes:
        none = [z3.Not(solver.formula(pack.algorithm.directive(d).when)) for d in axis.directives]
        assert solver.possible(*none) == bool(axis.without.patients)


def test_the_solver_notices_a_flipped_literal(pack: Pack, solver: Solver, altered: Altered) -> None:
    """The cross-check has teeth: masks of an altered algorithm disagree with the solver."""
    folder = altered("when: kras = mutant", "when: kras = wild_type")
    wrong = load_algorithm(folder / "algorithm.yaml")
    formula = solver.formula(pack.algorithm.directive("D08").when)
    right = solver.formula(pack.algorithm.directive("D07").when)
    assert solver.possible(formula, right) != bool(wrong.masks["D08"] & wrong.masks["D07"])
    assert ALWAYS not in {d.when for d in wrong.directives if d.id in ("D07", "D08")}
