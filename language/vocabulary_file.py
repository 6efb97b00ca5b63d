"""The format of a vocabulary file.

Every key is described here; a key that is not is an error, with its line.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from corpus.errors import VocabularyError
from corpus.files import read_yaml

Family = Literal["systemic", "locoregional", "follow_up"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ReadingEntry(_Strict):
    means: str
    terms: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    alone: Literal["yes", "no"] = "no"
    carried: Literal["yes", "no"] = "no"  # the words count about what the sentence before was about
    negated: str | None = None


class ScoreEntry(_Strict):
    names: tuple[str, ...]
    ranges: dict[str, str]
    highest: int


class ReadsAsEntry(_Strict):
    when: str
    as_: tuple[str, ...] = Field(alias="as")


class ObjectEntry(_Strict):
    of: str
    as_: str = Field(alias="as")


class OrderEntry(_Strict):
    first: Family
    then: Family
    extensive: tuple[str, ...] = ()
    dated: bool = False  # the second is to follow the first; the order itself is no claim


class InterventionEntry(_Strict):
    label: str
    family: Family
    terms: tuple[str, ...]
    is_a: tuple[str, ...] = ()
    peers: tuple[str, ...] = ()
    neutral: Literal["yes", "no"] = "no"
    general: Literal["yes", "no"] = "no"
    absorbs: Literal["yes", "no"] = "no"
    presupposes: str | None = None
    implies: str | None = None
    reads_as: tuple[ReadsAsEntry, ...] = ()
    objects: tuple[ObjectEntry, ...] = ()
    covers: tuple[str, ...] = ()
    with_: tuple[str, ...] = Field(default=(), alias="with")
    adjectives: tuple[str, ...] = ()
    order: OrderEntry | None = None
    delay_of: str | None = None
    contrary: str | None = None
    alone: str | None = None  # what it is where nothing of its kind joins it
    parts: tuple[str, ...] = ()


class TogetherEntry(_Strict):
    of: tuple[str, ...]
    as_: str = Field(alias="as")


class SequenceEntry(_Strict):
    first: str
    then: str
    as_: str = Field(alias="as")


class InsteadEntry(_Strict):
    terms: tuple[str, ...] = ()
    contrary: str = ""
    objects: tuple[ObjectEntry, ...] = ()  # what doing nothing is, done to that subject


class NeighbourEntry(_Strict):
    label: str
    terms: tuple[str, ...]
    questions_only: Literal["yes", "no"] = "no"


class WordingEntry(_Strict):
    """Pieces of regular expressions for what numbers and questions are about."""

    asked_which: tuple[str, ...] = ()  # "which X" asks for less than a plan
    asked_what: tuple[str, ...] = ()  # "what X", the same
    cycles_of: tuple[str, ...] = ()  # stands between a number and "cycles"
    ahead: tuple[str, ...] = ()  # marks the first of two spans of time
    afterwards: tuple[str, ...] = ()  # marks the second of them
    weeks_of: tuple[str, ...] = ()  # "two weeks of X" is how long a schedule takes
    gap: tuple[str, ...] = ()  # a span of time next to it is an interval
    on_top: tuple[str, ...] = ()  # a dose that is given on top of another one
    treated: tuple[str, ...] = ()  # what a single case had
    own_study: tuple[str, ...] = ()  # shows that the study is the one that the guideline quotes
    no_study: tuple[str, ...] = ()  # capitals that begin no study's name
    no_numbered_study: tuple[str, ...] = ()  # capitals with a number that are no study
    commonplace: tuple[str, ...] = ()  # plain words that tell no statement from another


class HistoryEntry(_Strict):
    """What the treatments listed in a note tell."""

    regimens: dict[str, tuple[str, ...]]  # treatments that are one line each, with their words
    failed: tuple[str, ...]  # words for that one holds no more
    lines: tuple[str, ...]  # the facts after one, two and more of them
    operation: str  # the subject that is `planned` when it is a step of a list
    steps: tuple[str, ...]  # words for the other steps
    intended: tuple[str, ...] = ()  # words beside the operation by which it is to come
    planned: str


class VocabularyFile(_Strict):
    subjects: dict[str, tuple[str, ...]]
    readings: tuple[ReadingEntry, ...]
    scores: tuple[ScoreEntry, ...] = ()
    interventions: dict[str, InterventionEntry]
    together: tuple[TogetherEntry, ...] = ()
    sequences: tuple[SequenceEntry, ...] = ()
    instead_of_treatment: InsteadEntry = InsteadEntry()
    neighbours: tuple[NeighbourEntry, ...] = ()
    history: HistoryEntry | None = None
    drug_stems: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()
    population: tuple[
        tuple[str, ...], ...
    ] = ()  # a text about the guideline's patients has a word of each group
    wording: WordingEntry = WordingEntry()
    tracked_subjects: tuple[str, ...] = ()  # the subjects that a text goes on about until it names another
    disease_nouns: tuple[str, ...] = ()  # words that, like "patients", may stand for those spoken of
    site_nouns: tuple[str, ...] = ()  # words for a place of the disease, which may carry a fact
    list_nouns: tuple[str, ...] = ()  # words that may stand between two facts of one list
    occasion_nouns: tuple[str, ...] = ()  # words whose adjective stands for an intervention
    acting_nouns: tuple[str, ...] = ()  # words for what is "against" a target, and no advice against it
    person_nouns: tuple[str, ...] = ()  # words for those who treat, who are no treatment
    inverted_nouns: tuple[str, ...] = ()  # words that follow in "should X be so", meaning "if X is so"


def read_vocabulary_file(path: Path) -> tuple[VocabularyFile, str]:
    """The checked content of a vocabulary file, and its text. Raises VocabularyError with file and line."""
    return read_yaml(path, VocabularyFile, VocabularyError)
