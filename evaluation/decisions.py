"""The algorithm of one question axis as a decision tree, grown from the directives' sets of patients.

A question is about a fact, or about one of the conditions that the algorithm has a name for. It is asked only while
its answer can still change what holds; answers that lead to the same are one branch. So the tree says the same as
the directives, for each of all patients, and a reviewer can follow it line by line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from guardrails.algorithm import Algorithm, Directive
from language.condition import Fact


@dataclass(frozen=True, slots=True)
class Leaf:
    """Where nothing is open any more: the directives that hold, in the order of the algorithm."""

    directives: tuple[str, ...]
    patients: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """A question about a fact or a named condition, and where each of its answers leads."""

    about: str
    branches: tuple[
        tuple[tuple[str, ...], Node], ...
    ]  # (values, or "yes" and "no" of a condition; what follows)
    patients: int = field(compare=False)


Node = Leaf | Choice


def grow(algorithm: Algorithm, axis: str) -> Node:
    """The decision tree of a question axis."""
    directives = [d for d in algorithm.directives if d.axis == axis]
    return _grow(algorithm, directives, algorithm.everyone)


def follow(algorithm: Algorithm, node: Node, patient: Mapping[str, str]) -> tuple[str, ...]:
    """The directives at which a patient, all of whose facts are known, arrives."""
    known = algorithm.patients.known(patient)
    while isinstance(node, Choice):
        parts = split(algorithm, node.about, known)
        node = next(after for values, after in node.branches if set(values) & set(parts))
    return node.directives


def split(algorithm: Algorithm, about: str, patients: int) -> dict[str, int]:
    """These patients by their answer to a question; answers that none of them gives are left out."""
    if about in algorithm.named:
        holds = algorithm.mask(algorithm.named[about])
        parts = {"yes": patients & holds, "no": patients & ~holds}
    else:
        values = algorithm.axis(about).values
        parts = {value: patients & algorithm.mask(Fact(about, value)) for value in values}
    return {answer: part for answer, part in parts.items() if part}


def _grow(algorithm: Algorithm, directives: Sequence[Directive], patients: int) -> Node:
    open_ones = [d for d in directives if 0 != patients & algorithm.masks[d.id] != patients]
    if not open_ones:
        holding = tuple(d.id for d in directives if patients & algorithm.masks[d.id])
        return Leaf(holding, patients.bit_count())
    about, parts = min(
        ((name, split(algorithm, name, patients)) for name in questions(algorithm)),
        key=lambda choice: _open_after(algorithm, open_ones, choice[1]),
    )
    branches: dict[Node, tuple[str, ...]] = {}
    for answer, part in parts.items():
        after = _grow(algorithm, directives, part)
        branches[after] = (*branches.get(after, ()), answer)
    if len(branches) == 1:
        return next(iter(branches))
    return Choice(about, tuple((answers, after) for after, answers in branches.items()), patients.bit_count())


def questions(algorithm: Algorithm) -> list[str]:
    return [*(axis.name for axis in algorithm.facts), *algorithm.named]


def _open_after(algorithm: Algorithm, directives: Sequence[Directive], parts: Mapping[str, int]) -> float:
    """How many directives are still open after an answer, on average; what is known already asks nothing."""
    if len(parts) < 2:
        return float("inf")
    still = sum(0 != part & algorithm.masks[d.id] != part for part in parts.values() for d in directives)
    return still / len(parts)
