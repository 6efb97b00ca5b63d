"""Masks against plain enumeration of all patients."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from guardrails.pack import Pack
from guardrails.patients import Patients
from language.condition import ALWAYS, NEVER, All, Any, Condition, Fact, Not

AXES = {"a": ("x", "y"), "b": ("p", "q", "r"), "c": ("yes", "no"), "d": ("1", "2", "3")}
EVERYBODY = [dict(zip(AXES, values, strict=True)) for values in itertools.product(*AXES.values())]
FACTS = [Fact(name, value) for name, values in AXES.items() for value in values]


def holds(condition: Condition, patient: Mapping[str, str]) -> bool:
    if isinstance(condition, Fact):
        return patient[condition.name] == condition.value
    if isinstance(condition, Not):
        return not holds(condition.part, patient)
    joined = all if isinstance(condition, All) else any
    return joined(holds(part, patient) for part in condition.parts)


conditions = st.recursive(
    st.sampled_from([*FACTS, ALWAYS, NEVER]),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, max_size=3).map(lambda parts: Any(tuple(parts))),
    ),
    max_leaves=8,
)
known = st.fixed_dictionaries({}, optional={n: st.sampled_from(v) for n, v in AXES.items()})


def members(patients: Patients, mask: int) -> list[tuple[str, ...]]:
    return sorted(tuple(patient[name] for name in AXES) for patient in patients.each(mask))


@given(conditions)
def test_a_mask_holds_exactly_the_patients_of_its_condition(condition: Condition) -> None:
    patients = Patients(AXES)
    expected = sorted(tuple(p[name] for name in AXES) for p in EVERYBODY if holds(condition, p))
    assert members(patients, patients.mask(condition)) == expected
    assert patients.mask(condition).bit_count() == len(expected)


@given(conditions, known)
def test_a_counterexample_is_enough_to_be_in_the_mask(condition: Condition, near: dict[str, str]) -> None:
    patients = Patients(AXES)
    mask = patients.mask(condition)
    if not mask & patients.known(near):
        return
    mask &= patients.known(near)
    example = patients.counterexample(mask, near)
    assert near.items() <= example.items()
    inside = [p for p in EVERYBODY if example.items() <= p.items()]
    assert inside
    assert all(holds(condition, p) for p in inside)


@given(conditions)
def test_shared_facts_are_shared_by_all_and_no_other_is(condition: Condition) -> None:
    patients = Patients(AXES)
    mask = patients.mask(condition)
    if not mask:
        return
    inside = [p for p in EVERYBODY if holds(condition, p)]
    expected = {name: inside[0][name] for name in AXES if len({p[name] for p in inside}) == 1}
    assert patients.facts(mask) == expected


def test_the_pack_has_the_patients_that_its_axes_multiply_to(pack: Pack) -> None:
    expected = 1
    for fact in pack.algorithm.facts:
        expected *= len(fact.values)
    assert pack.algorithm.patients.size == expected == 55_296


def test_every_directive_holds_for_exactly_the_patients_of_its_condition(pack: Pack) -> None:
    """All 28 directives over all 55,296 patients, patient by patient."""
    algorithm = pack.algorithm
    axes = {f.name: tuple(f.values) for f in algorithm.facts}
    for directive in algorithm.directives:
        names = sorted({n for n in axes if n in _names(directive.when)})
        for values in itertools.product(*(axes[n] for n in names)):
            some = dict(zip(names, values, strict=True))
            mask = algorithm.patients.known(some)
            expected = mask if holds(directive.when, some) else 0
            assert mask & algorithm.masks[directive.id] == expected


def _names(condition: Condition) -> set[str]:
    if isinstance(condition, Fact):
        return {condition.name}
    if isinstance(condition, Not):
        return _names(condition.part)
    return {name for part in condition.parts for name in _names(part)}
