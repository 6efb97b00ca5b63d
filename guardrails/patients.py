"""All patients that the facts allow, as bits of one integer.

Patient number i has the combination of values that the mixed-radix digits of i give; a
condition is the mask of the patients in whom it holds. Set theory is then arithmetic:
`&` is and, `|` is or, and an empty mask is a proof that nobody is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from language.condition import All, Any, Condition, Fact, Not


class Patients:
    """The set of all patients over the given axes.

    axes: name -> values. `everyone` has `size` bits; all masks are subsets of it.
    """

    def __init__(self, axes: Mapping[str, tuple[str, ...]]) -> None:
        self.axes = dict(axes)
        self.size = 1
        self._masks: dict[tuple[str, str], int] = {}
        self._strides: dict[str, int] = {}
        for name, values in axes.items():
            self._strides[name] = self.size
            self.size *= len(values)
        for name, values in axes.items():
            stride, period = self._strides[name], self._strides[name] * len(values)
            for number, value in enumerate(values):
                block, width = ((1 << stride) - 1) << (stride * number), period
                while width < self.size:
                    block |= block << width
                    width *= 2
                self._masks[name, value] = block & ((1 << self.size) - 1)
        self._cache: dict[Condition, int] = {}

    @cached_property
    def everyone(self) -> int:
        return (1 << self.size) - 1

    def mask(self, condition: Condition) -> int:
        """The patients in whom the condition holds; KeyError for a fact that is no axis."""
        known = self._cache.get(condition)
        if known is not None:
            return known
        if isinstance(condition, Fact):
            result = self._masks[condition.name, condition.value]
        elif isinstance(condition, Not):
            result = self.everyone & ~self.mask(condition.part)
        elif isinstance(condition, All):
            result = self.everyone
            for part in condition.parts:
                result &= self.mask(part)
        else:
            assert isinstance(condition, Any)
            result = 0
            for part in condition.parts:
                result |= self.mask(part)
        if len(self._cache) < 4096:
            self._cache[condition] = result
        return result

    def known(self, patient: Mapping[str, str]) -> int:
        """The patients who agree with every given fact."""
        result = self.everyone
        for name, value in patient.items():
            result &= self._masks[name, value]
        return result

    def facts(self, mask: int) -> dict[str, str]:
        """The facts that are the same in every patient of a non-empty mask."""
        shared: dict[str, str] = {}
        for name, values in self.axes.items():
            possible = [v for v in values if mask & self._masks[name, v]]
            if len(possible) == 1:
                shared[name] = possible[0]
        return shared

    def nearest(self, mask: int, near: Mapping[str, str]) -> dict[str, str]:
        """One patient of a non-empty mask who differs least from `near`, all facts named.

        Facts that `near` does not mention take the last value that is still possible, which
        by convention of the packs is the least alarming one ("no", "none").
        """
        chosen: dict[str, str] = {}
        order = [n for n in self.axes if n in near] + [n for n in self.axes if n not in near]
        for name in order:
            values = self.axes[name]
            wanted = (
                (near[name], *values) if name in near else (*reversed(values),) if "no" in values else values
            )
            for value in wanted:
                if mask & self._masks[name, value]:
                    mask &= self._masks[name, value]
                    chosen[name] = value
                    break
        return {name: chosen[name] for name in self.axes}

    def counterexample(self, mask: int, near: Mapping[str, str]) -> dict[str, str]:
        """The facts of `nearest` that matter: those without which the patient might leave `mask`."""
        patient = self.nearest(mask, near)
        kept = dict(patient)
        for name in self.axes:
            trial = {k: v for k, v in kept.items() if k != name}
            if name not in near and self.known(trial) & ~mask == 0:
                kept = trial
        return kept

    def each(self, mask: int) -> Iterator[dict[str, str]]:
        """Every patient of a mask, in order of number."""
        while mask:
            low = mask & -mask
            mask ^= low
            number = low.bit_length() - 1
            yield {n: v[(number // self._strides[n]) % len(v)] for n, v in self.axes.items()}
