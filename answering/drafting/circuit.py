"""A provider that keeps failing is left alone for a while, so that each answer does not wait for it in vain."""

from __future__ import annotations

import time
from collections.abc import Callable


class Circuit:
    """Opens after `failures` failures in a row; after `cooldown` seconds one call at a time may try again.

    >>> now = 0.0
    >>> circuit = Circuit(failures=1, cooldown=30.0, clock=lambda: now)
    >>> circuit.failed(); circuit.admits()
    False
    """

    def __init__(self, failures: int, cooldown: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._cooldown, self._clock = failures, cooldown, clock
        self._failures = 0
        self._opened: float | None = None
        self._trying = False

    @property
    def is_open(self) -> bool:
        return self._opened is not None

    def admits(self) -> bool:
        """Whether a call may be made now; one that is admitted must end in succeeded(), failed() or left()."""
        if self._opened is None:
            return True
        if self._trying or self._clock() - self._opened < self._cooldown:
            return False
        self._trying = True
        return True

    def succeeded(self) -> None:
        self._failures, self._opened, self._trying = 0, None, False

    def failed(self) -> None:
        self._failures += 1
        self._trying = False
        if self._failures >= self._most:
            self._opened = self._clock()

    def left(self) -> None:
        """The call ended without telling anything of the provider: its client went, or the draft was refused."""
        self._trying = False
