"""What a sentence is read with: its words and names, and all that the text before it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from language.clauses import Clause
from language.condition import ALWAYS, Condition
from language.reading import Claim, Named, Reading, StatedFact
from language.tags import Mention, Tagged
from language.text import BlockKind
from language.vocabulary import Vocabulary

SOMEONE_ELSE = "someone_else"  # the subject of a vocabulary that stands for others than the patient
ELSEWHERE = "elsewhere"  # the one that stands for parts of the body that the guideline is not about


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading or lead-in says of everything under it."""

    condition: Condition = ALWAYS
    against: bool = False
    rejects: bool = False  # what stands under it are views that are wrong
    delays: bool = False  # what stands under it can wait
    advises: bool = False
    universal: bool = False
    question: bool = False
    not_covered: bool = False
    first: bool = False
    mentions: tuple[str, ...] = ()
    subject: str | None = None  # what it is about, where it names only that
    kind: BlockKind = "heading"
    depth: int = 0
    sentence: int = -1  # its place in the text


@dataclass
class Discourse:
    """What earlier sentences leave behind: what "it", "the latter" and "then" refer to."""

    salient: tuple[str, ...] = ()
    pair: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()  # the last list of three or more names
    rule: tuple[str, ...] = ()  # what the sentence before ruled, "with one exception"
    fact_pair: tuple[Condition, ...] = ()
    condition: Condition = ALWAYS
    supposed: Condition = ALWAYS
    asserted: Condition = ALWAYS
    subject: str | None = None
    asked_claims: tuple[Claim, ...] = ()
    last_against: bool | None = None  # the direction of the sentence before
    claims: tuple[Claim, ...] = ()  # what the text has said so far
    own_question: tuple[Claim, ...] = ()  # what the text itself asked in the sentence before
    own_heading: Heading | None = None  # that question, for an answer in a few words
    reporting: bool = False  # the sentence before told somebody's view or wish
    patient: str = ""  # who a note is about, where it names several
    axes: frozenset[str] = frozenset()  # of the finding that the sentence before spoke of
    waiting: bool = False  # the sentence before described a wait
    answering: bool = False  # the first sentence of an answer to a question

    @classmethod
    def after(cls, question: Reading | None) -> Discourse:
        """What the question that is to be answered leaves behind."""
        if question is None:
            return cls()
        named = tuple(dict.fromkeys(i for s in question.sentences for i in s.interventions))
        subject = question.subjects[-1] if question.subjects else None
        asked = [c for c in question.claims if c.stance == "asked"]
        about = {c.intervention for c in asked}
        beside = {c.intervention for c in question.claims if c.stance == "mentioned"} - about
        named = tuple(i for i in named if not about or i not in beside)  # "has A a place in B?" is about A
        heading = Heading(
            condition=asked[-1].condition if asked else ALWAYS,
            against=any(c.said_against for c in asked),
            advises=bool(asked),
            question=True,
            mentions=tuple(dict.fromkeys(c.intervention for c in asked if not c.neighbour)),
        )
        return cls(
            salient=named,
            pair=named[:2],
            subject=subject,
            asked_claims=question.claims,
            own_heading=heading if heading.mentions else None,
            answering=True,
        )


@dataclass
class Read:
    """What one sentence gave. Offsets still count in the normalised text."""

    claims: list[Claim] = field(default_factory=list)
    facts: list[StatedFact] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    orders: tuple[str, ...] = ()  # the orders that the sentence leaves open
    named: tuple[str, ...] = ()
    mentions: list[Named] = field(default_factory=list)
    heading: Heading = Heading()
    says: Literal["yes", "no"] | None = None
    withdraws: Literal["endorse", "reject", "doubt"] | None = None
    headed: int | None = None  # the heading of which the sentence, an item, says when it holds
    exempted: Condition | None = None  # for whom the rule of the sentence before does not hold


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence and what it is read with. `mentions` bear their precise names.

    within: the larger undertaking that the mentions are parts of; number: the place in the text.
    """

    vocabulary: Vocabulary
    sentence: Tagged
    discourse: Discourse
    headings: Sequence[Heading]
    block: BlockKind
    number: int
    mentions: Sequence[Mention] = ()
    clauses: Sequence[Clause] = ()
    within: str | None = None

    @property
    def words(self) -> list[str]:
        return self.sentence.words

    @property
    def question(self) -> bool:
        return self.words[-1:] == ["?"]

    def mentions_in(self, clause: Clause) -> list[Mention]:
        return [m for m in self.mentions if clause.first <= m.first and m.last <= clause.last]

    def span(self, m: Mention) -> tuple[int, int]:
        """The characters of a mention, in the normalised text."""
        return self.sentence.tokens[m.first].start, self.sentence.tokens[m.last].end
