"""What the reader makes of a text: frozen values that explain themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from language.condition import ALWAYS, Condition

Stance = Literal[
    "advised", "weakly advised", "against", "not needed", "ranked below", "not for all",
    "mentioned", "asked", "reported", "study result", "not covered", "past", "not recognised",
]  # fmt: skip
Action = Literal["give", "delay"]

ADVICE: frozenset[Stance] = frozenset({"advised", "weakly advised", "not recognised"})
AGAINST: frozenset[Stance] = frozenset({"against", "not needed", "ranked below"})


@dataclass(frozen=True, slots=True)
class Claim:
    """Who is advised what, and how the text says so.

    condition: the patients it speaks of; asserted: what the text says is so of this patient.
    universal: the text itself leaves no way out ("every patient", "whatever ...").
    implied: not said in words but by a restriction ("only if ..." speaks against all others).
    start, end: the original's characters; cues: the words that decided.
    """

    intervention: str
    stance: Stance
    start: int
    end: int
    condition: Condition = ALWAYS
    asserted: Condition = ALWAYS
    action: Action = "give"
    neighbour: bool = False
    universal: bool = False
    opened: frozenset[str] = frozenset()  # universal only in that these axes are said not to matter
    implied: bool = False
    context_start: int = 0
    context_end: int = 0
    cues: tuple[str, ...] = ()
    sentence: int = 0
    restrictors: int = 0  # how many facts of a restriction's list there were; a long list is softer
    given: tuple[str, ...] = ()  # what the text takes as decided ("when X is indicated, ...")
    within: str | None = None  # the larger undertaking that the sentence makes it part of
    bare: bool = False  # neither the sentence nor its context says for whom
    strong: bool = False  # said with an outright word (should, must, never, all)
    said_against: bool = False  # what is reported or asked speaks against it
    awaiting: frozenset[str] = frozenset()  # the axes on which it waits: "not until the test is back"
    beside: bool = False  # only what another treatment is added to

    @property
    def advises(self) -> bool:
        return self.stance in ADVICE

    @property
    def opposes(self) -> bool:
        return self.stance in AGAINST

    @property
    def put_aside(self) -> bool:
        """Whether it is named, but not as what is to be done."""
        return self.stance in {"asked", "reported", "against"}


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A fact in the text. `supposed`: only under an if; `someone_else`: not this patient's."""

    condition: Condition
    start: int
    end: int
    sentence: int
    supposed: bool = False
    someone_else: bool = False
    past: bool = False
    of_a_rule: bool = False  # "only for those with it": whom a rule is for, not who the patient is
    uncertain: bool = False  # suspected, awaited or unknown

    @property
    def so(self) -> bool:
        """Whether it holds, or is supposed, of the patient whom the text is about."""
        return not (self.someone_else or self.past or self.of_a_rule or self.uncertain)


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity: `low` to `high` of `kind`, with the characters where it stands.

    kind: dose (Gy), fractions, fraction_dose (Gy), weeks, months, cycles, percent, patients.
    """

    kind: str
    low: float
    high: float
    start: int
    end: int
    sentence: int
    limit: Literal["exact", "most", "least", "less", "more"] = "exact"
    about: bool = False  # "about", "nearly", "nine in ten"


@dataclass(frozen=True, slots=True)
class Named:
    """An intervention named in the text, whatever is said of it."""

    intervention: str
    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in the text: a statement's number and where it stands."""

    id: str
    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """A sentence: the original's characters, and what kind of sentence it is."""

    start: int
    end: int
    kind: Literal["heading", "lead", "item", "paragraph", "cell"]
    question: bool
    interventions: tuple[str, ...]  # every intervention named in it, in order
    words: tuple[str, ...]
    advises: bool = False
    discouraged: bool = False  # under a heading that speaks against what stands below it


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read in one text."""

    text: str
    sentences: tuple[SentenceSpan, ...]
    facts: tuple[StatedFact, ...]
    claims: tuple[Claim, ...]
    numbers: tuple[Number, ...]
    citations: tuple[Cited, ...]
    mentions: tuple[Named, ...] = ()
    subjects: tuple[str, ...] = ()  # the subjects named, in order
    says: Literal["yes", "no"] | None = None  # a leading yes or no
