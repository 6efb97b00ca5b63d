"""Conditions and patients in plain words."""

from __future__ import annotations

from guardrails.algorithm import Algorithm
from language.condition import ALWAYS, NEVER, All, Condition, Fact, Not


def words(condition: Condition, algorithm: Algorithm) -> str:
    """A condition in plain words: "A and not (B or C)", with the names of values and of named conditions."""
    if condition == ALWAYS:
        return "every patient"
    if condition == NEVER:
        return "no patient"
    return _words(condition, algorithm, outermost=True)


def _words(condition: Condition, algorithm: Algorithm, *, outermost: bool = False) -> str:
    name = name_of(condition, algorithm)
    if name is not None:
        return name
    if isinstance(condition, Fact):
        return algorithm.axis(condition.name).values[condition.value]
    if isinstance(condition, Not):
        return f"not {_words(condition.part, algorithm)}"
    joined = (" and " if isinstance(condition, All) else " or ").join(
        _words(part, algorithm) for part in condition.parts
    )
    return joined if outermost or len(condition.parts) < 2 else f"({joined})"


def name_of(condition: Condition, algorithm: Algorithm) -> str | None:
    """The name that the algorithm itself gives to the condition."""
    for name, named in algorithm.named.items():
        if condition == named:
            return name.replace("_", " ")
    return None
