"""The algorithm for one patient: which directives hold, which are still open and by which fact, which are excluded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from guardrails.algorithm import Algorithm, Directive
from guardrails.wording import words
from language.condition import Fact, facts_of

Status = Literal["holds", "open", "excluded"]


def view(algorithm: Algorithm, patient: Mapping[str, str]) -> dict[str, Any]:
    """The answer of POST /api/algorithm; every fact and value of `patient` must be the algorithm's."""
    return {
        "patient": dict(patient),
        "axes": [
            {
                "axis": axis,
                "label": label,
                "directives": [_entry(algorithm, d, patient) for d in algorithm.directives if d.axis == axis],
            }
            for axis, label in algorithm.axes.items()
        ],
    }


def _entry(algorithm: Algorithm, directive: Directive, patient: Mapping[str, str]) -> dict[str, Any]:
    known = algorithm.patients.known(patient)
    status = _status(algorithm, directive, known)
    return {
        "id": directive.id,
        "title": directive.title,
        "strength": directive.strength,
        "status": status,
        "open_by": _open_by(algorithm, directive, known, patient),
        "when": words(directive.when, algorithm),
        "plan": directive.plan,
        "sources": list(directive.sources),
    }


def _status(algorithm: Algorithm, directive: Directive, known: int) -> Status:
    mask = algorithm.masks[directive.id]
    if known & mask == 0:
        return "excluded"
    return "holds" if known & ~mask == 0 else "open"


def _open_by(algorithm: Algorithm, directive: Directive, known: int, patient: Mapping[str, str]) -> list[str]:
    """The unknown facts on which it still depends: another value of one, all else equal, makes a difference."""
    names = dict.fromkeys(fact.name for fact in facts_of(directive.when))
    still = known & algorithm.masks[directive.id]
    return [name for name in names if name not in patient and _depends(algorithm, still, name)]


def _depends(algorithm: Algorithm, mask: int, name: str) -> bool:
    first, *others = (algorithm.mask(Fact(name, value)) for value in algorithm.axis(name).values)
    # The lowest bit of a value's mask is the distance from a patient to the one who differs in this fact alone.
    return any((mask & other) >> _lowest(other) != (mask & first) >> _lowest(first) for other in others)


def _lowest(mask: int) -> int:
    return (mask & -mask).bit_length() - 1
