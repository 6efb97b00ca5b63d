"""Which points an answer is made of, as a function of what is known of the patient.

The same outline over another set of patients shows what a fact would change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answering.repertoire import Form, Piece, Repertoire
from guardrails.algorithm import Algorithm


@dataclass(frozen=True, slots=True)
class Use:
    """A point as it is put for certain patients: the number of its form."""

    point: str
    form: int


@dataclass(frozen=True, slots=True)
class Outline:
    """Points in order, or the steps of a patient's plan on some parts of the algorithm (None: all)."""

    points: tuple[str, ...] = ()
    plan: bool = False
    parts: frozenset[str] | None = None


class Speaker:
    """Turns outlines into the points and texts for a set of patients. Pure."""

    def __init__(self, repertoire: Repertoire, algorithm: Algorithm) -> None:
        self._repertoire, self._algorithm = repertoire, algorithm

    def uses(self, outline: Outline, mask: int) -> tuple[Use, ...]:
        """The points of a outline for the patients of `mask`, each once."""
        points = list(outline.points)
        if outline.plan:
            points += list(self._steps(outline.parts, mask))
        found = (self.use(point, mask) for point in points)
        return tuple(dict.fromkeys(found))

    def use(self, point: str, mask: int) -> Use:
        """The form of a point that fits the patients of `mask`."""
        for _ in self._repertoire.points:
            forms = self._repertoire.points[point].forms
            number = next(n for n, form in enumerate(forms) if self.holds(form.when, mask))
            elsewhere = forms[number].use
            if elsewhere is None:
                break
            point = elsewhere
        return Use(point, number)

    def form(self, use: Use) -> Form:
        return self._repertoire.points[use.point].forms[use.form]

    def text(self, pieces: Sequence[Piece], mask: int) -> str:
        """The pieces put together for the patients of `mask`."""
        said = (next((t for when, t in piece.alternatives if self.holds(when, mask)), "") for piece in pieces)
        return " ".join(text for text in said if text)

    def holds(self, when: object, mask: int) -> bool:
        """Whether a condition is known to hold: for every patient of `mask`."""
        return not mask & ~self._algorithm.mask(when)  # type: ignore[arg-type]

    def _steps(self, parts: frozenset[str] | None, mask: int) -> Iterator[str]:
        for step in self._repertoire.plan:
            if parts is not None and step.part not in parts:
                continue
            if self.holds(step.when, mask) and not self.holds(step.unless, mask):
                yield step.point
