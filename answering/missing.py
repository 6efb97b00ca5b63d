"""Which unknown facts would change an answer, and how: computed by making the answer again with each value."""

from __future__ import annotations

from collections.abc import Sequence

from answering.answer import MissingFact
from answering.outline import Outline, Speaker, Use
from guardrails.algorithm import Algorithm, FactAxis
from language.condition import Fact


def missing_facts(
    speaker: Speaker, algorithm: Algorithm, outlines: Sequence[Outline], mask: int
) -> tuple[MissingFact, ...]:
    """The facts some value of which would change what the outlines say for the patients of `mask`.

    In the algorithm's order; `changes` says for each value that changes something what would be said instead.
    """
    settled = algorithm.patients.facts(mask)
    now = _uses(speaker, outlines, mask)
    found = []
    for axis in algorithm.facts:
        if axis.name in settled:
            continue
        changes = tuple(
            change
            for value, label in axis.values.items()
            if (change := _change(speaker, algorithm, outlines, mask, now, axis, value, label)) is not None
        )
        if changes:
            found.append(MissingFact(axis, changes))
    return tuple(found)


def _change(
    speaker: Speaker,
    algorithm: Algorithm,
    outlines: Sequence[Outline],
    mask: int,
    now: Sequence[Use],
    axis: FactAxis,
    value: str,
    label: str,
) -> str | None:
    narrowed = mask & algorithm.mask(Fact(axis.name, value))
    if not narrowed:
        return None
    then = _uses(speaker, outlines, narrowed)
    new = [use for use in then if use not in now]
    label = label[0].upper() + label[1:]
    if new:
        return f"{label}: {speaker.text(speaker.form(new[0]).short, narrowed)}"
    gone = [use for use in now if use not in then]
    if gone:
        return f"{label}: this no longer applies: {speaker.text(speaker.form(gone[0]).short, mask)}"
    return None


def _uses(speaker: Speaker, outlines: Sequence[Outline], mask: int) -> tuple[Use, ...]:
    return tuple(dict.fromkeys(use for outline in outlines for use in speaker.uses(outline, mask)))
