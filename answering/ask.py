"""One thing that is asked, as the composer sees it, and what earlier turns leave to lean on."""

from __future__ import annotations

from dataclasses import dataclass

from language.condition import Condition
from language.reading import Claim, Reading


@dataclass(frozen=True, slots=True)
class Foreign:
    """Something in the message that the guideline does not name: its kind, and how it was written."""

    label: str
    words: str
    start: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Memory:
    """What earlier turns leave to lean on: interventions, options that were offered, and the last question."""

    topic: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    plain: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that is asked.

    plain: in the guideline's own words, for the encoder; context: the same of what it leans on; story: of the
    other sentences that it may lean on; facets: its stretches, which may ask for something else; kinds: classes of
    asking.yaml; numbers: kinds of quantity; interventions: named or referred to, in order; proposed: what the
    question would advise if it were a statement, in the reading `proposal`; polar: to be answered by yes or no;
    subjects: the things that describing words are about; values: numbers in it; aside: all that it names is where it
    happens ("after X"); ground: the words of the sentence that it asks to confirm; refers: it has no matter of its
    own; inherited: what it is about was named earlier; implicit: the message asks nothing in words;
    unadvised: what it would have confirmed was told, and not proposed; measured: kinds of
    number in what it leans on; cases: findings that it sets side by side.
    """

    text: str
    plain: str
    words: tuple[str, ...]
    kinds: frozenset[str]
    numbers: frozenset[str]
    interventions: tuple[str, ...]
    axes: frozenset[str]
    subjects: frozenset[str] = frozenset()
    proposed: tuple[Claim, ...] = ()
    proposal: Reading | None = None
    context: str = ""
    story: tuple[str, ...] = ()
    facets: tuple[Ask, ...] = ()
    foreign: tuple[Foreign, ...] = ()
    statements: tuple[str, ...] = ()
    unknown_statements: tuple[str, ...] = ()
    values: tuple[tuple[str, float], ...] = ()
    polar: bool = False
    aside: bool = False
    ground: tuple[str, ...] = ()
    refers: bool = False
    inherited: bool = False
    implicit: bool = False
    unadvised: bool = False
    measured: frozenset[str] = frozenset()
    cases: tuple[Condition, ...] = ()
