from __future__ import annotations

from answering.drafting.circuit import Circuit


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_it_opens_after_failures_in_a_row_and_lets_one_try_after_the_cooldown() -> None:
    clock = Clock()
    circuit = Circuit(failures=2, cooldown=30.0, clock=clock)
    circuit.failed()
    circuit.succeeded()
    circuit.failed()
    assert circuit.admits()
    circuit.failed()
    assert not circuit.admits()
    clock.now = 29.9
    assert not circuit.admits()
    clock.now = 30.0
    assert circuit.admits()
    assert not circuit.admits()  # one at a time
    circuit.failed()
    clock.now = 59.0
    assert not circuit.admits()
    clock.now = 60.0
    assert circuit.admits()
    circuit.succeeded()
    assert circuit.admits()
    assert not circuit.is_open


def test_a_trial_that_was_left_gives_its_place_to_the_next() -> None:
    clock = Clock()
    circuit = Circuit(failures=1, cooldown=1.0, clock=clock)
    circuit.failed()
    clock.now = 1.0
    assert circuit.admits()
    circuit.left()
    assert circuit.admits()
