"""The algebra of conditions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.patients import Patients
from language.condition import (
    ALWAYS,
    NEVER,
    All,
    Any,
    Condition,
    Fact,
    Not,
    axes_of,
    both,
    either,
    facts_of,
    negation,
    parse_condition,
)

AXES = {"a": ("x", "y"), "b": ("p", "q", "r")}
PATIENTS = Patients(AXES)
A, B = Fact("a", "x"), Fact("b", "q")
conditions = st.recursive(
    st.sampled_from([A, B, Fact("a", "y"), Fact("b", "r"), ALWAYS, NEVER]),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=1, max_size=3).map(lambda p: All(tuple(p))),
        st.lists(inner, min_size=1, max_size=3).map(lambda p: Any(tuple(p))),
    ),
    max_leaves=6,
)


def mask(condition: Condition) -> int:
    return PATIENTS.mask(condition)


@given(conditions)
def test_what_is_written_is_read_back(condition: Condition) -> None:
    assert mask(parse_condition(str(condition), {})) == mask(condition)


@given(conditions, conditions)
def test_joining_is_set_arithmetic(first: Condition, second: Condition) -> None:
    assert mask(both(first, second)) == mask(first) & mask(second)
    assert mask(either(first, second)) == mask(first) | mask(second)
    assert mask(negation(first)) == PATIENTS.everyone & ~mask(first)
    assert negation(negation(first)) == first or mask(negation(negation(first))) == mask(first)


def test_joins_are_flat_and_without_doubles() -> None:
    assert both(A, both(B, A)) == All((A, B))
    assert either(A, either(B, A)) == Any((A, B))
    assert both(A) == A
    assert both() == ALWAYS
    assert either() == NEVER
    assert either(A, ALWAYS) == ALWAYS


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("a = x", A),
        ("not a = x", Not(A)),
        ("a = x and b = q", All((A, B))),
        ("a = x or b = q and a = y", Any((A, All((B, Fact("a", "y")))))),
        ("(a = x or b = q) and good", All((Any((A, B)), Fact("b", "r")))),
        ("always", ALWAYS),
        ("never", NEVER),
    ],
)
def test_and_binds_closer_than_or(text: str, condition: Condition) -> None:
    assert parse_condition(text, {"good": Fact("b", "r")}) == condition


@pytest.mark.parametrize(
    "text", ["", "a", "a =", "a = x and", "(a = x", "a = x)", "and", "not", "a = x b = q", "a ? x"]
)
def test_what_is_no_condition_is_told_in_one_sentence(text: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011
        parse_condition(text, {})
    assert "\n" not in str(caught.value)


def test_the_facts_and_axes_of_a_condition() -> None:
    condition = parse_condition("not (a = x or b = q) and a = x", {})
    assert list(facts_of(condition)) == [A, B, A]
    assert axes_of(condition) == {"a", "b"}
