"""The patient of a conversation: facts add up over turns, later ones win, and nothing leaks to another patient."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from answering.cases import Row, alternatives, rows
from answering.question import Question
from answering.repertoire import Repertoire
from corpus.errors import InputError
from guardrails.contradiction import Known
from guardrails.pack import Pack
from language.condition import Any, Condition, axes_of, facts_of, parse_condition
from language.history import told
from language.reading import StatedFact

# "..., otherwise free of it": what is said of the rest gives way to what is named
_OTHERWISE = re.compile(r"\b(?:otherwise|no other|no further|nothing else|without other)\b", re.IGNORECASE)
_ASKED = re.compile(
    r"(?:^|[.?!:;,]\s*|\band\s+)(?:is|are|was|were)\s+(?:he|she|they|the\s+patient|this\s+patient|my\s+patient)"
    r"(?:\s+(?:really|still|actually|even|well|enough|too|already|considered))*\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Patient:
    """What is known. `facts` are certain; `narrowed` conditions that leave more than one value open;
    `supposed` facts that hold for this answer only."""

    facts: Mapping[str, str] = field(default_factory=dict)
    narrowed: tuple[Condition, ...] = ()
    supposed: Mapping[str, str] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()  # facts that this message stated or supposed

    @property
    def all(self) -> dict[str, str]:
        """Facts and suppositions; what is supposed wins."""
        return {**self.facts, **self.supposed}


class Patients:
    """Merges what messages state. Pure."""

    def __init__(self, pack: Pack, repertoire: Repertoire) -> None:
        self._algorithm, self._history = pack.algorithm, pack.vocabulary.history
        self._assume, self._changes = dict(repertoire.assume), repertoire.changes

    def check(self, sent: Mapping[str, str | None]) -> None:
        """Raises InputError for a fact or a value that the algorithm does not have."""
        axes = {axis.name: axis for axis in self._algorithm.facts}
        for name, value in sent.items():
            if name not in axes:
                raise InputError(f"There is no fact {name[:60]!r}; the facts are {', '.join(axes)}.")
            if value is not None and value not in axes[name].values:
                raise InputError(
                    f"The fact {name!r} has no value {value[:60]!r}; its values are {', '.join(axes[name].values)}."
                )

    def merge(
        self,
        question: Question,
        before: Mapping[str, str],
        narrowed: tuple[str, ...],
        supposed: Mapping[str, str],
        sent: Mapping[str, str | None],
    ) -> Patient:
        """The patient after a message. `before`, `narrowed`, `supposed` come from the turns before."""
        self.check(sent)
        fresh = question.new_patient
        facts = {} if fresh else dict(before)
        conditions = [] if fresh else [parse_condition(text, {}) for text in narrowed]
        stated = list(self._changed(question, tuple(self._stated(question)), facts))
        carries = question.stays_supposed and not fresh and all(f.supposed for f in stated)
        suppositions = dict(supposed) if carries else {}
        changed: set[str] = set()
        for fact in stated:
            self._state(fact.condition, suppositions if fact.supposed else facts, conditions, changed)
            if not fact.supposed:  # what is told after it was supposed is no longer supposed
                suppositions = {k: v for k, v in suppositions.items() if k not in axes_of(fact.condition)}
        for fact in self._listed(question, stated):
            self._state(fact.condition, facts, conditions, changed)
        for name, value in sent.items():
            suppositions.pop(name, None)
            facts.pop(name, None)
            if value is not None:
                facts[name] = value
        conditions = [c for c in conditions if self._consistent({**facts, **suppositions}, c)]
        return Patient(facts, tuple(dict.fromkeys(conditions)), suppositions, frozenset(changed))

    def known(self, patient: Patient) -> Known:
        """The set of patients whom the facts fit, and where they leave it open, what is taken for granted."""
        facts = patient.all
        mask = self._algorithm.patients.known(facts)
        for condition in patient.narrowed:
            mask = mask & self._algorithm.mask(condition) or mask
        for name, value in self._assume.items():
            if name not in self._algorithm.patients.facts(mask):
                mask = mask & self._algorithm.patients.known({name: value}) or mask
        return Known(self._algorithm.patients.facts(mask), mask)

    def _changed(
        self, question: Question, stated: Sequence[StatedFact], before: Mapping[str, str]
    ) -> Iterator[StatedFact]:
        """The facts, where a story goes from one to another with what that means: "not so at first, by now so"."""
        told = {condition: 0 for condition, _ in self._changes if self._holds(condition, before)}
        for fact in stated:
            means = next(
                (
                    meant
                    for (was, now), meant in self._changes.items()
                    if now == fact.condition and was in told and question.changes(told[was], fact.end)
                ),
                None,
            )
            told[fact.condition] = fact.end
            yield replace(fact, condition=means) if means is not None else fact

    def _listed(self, question: Question, stated: Sequence[StatedFact]) -> Iterator[StatedFact]:
        """What the treatments listed in the message tell, unless it says as much or more in so many words."""
        own = [f.condition for f in stated if not f.supposed]
        for fact in told(question.reading, self._history, question.ask_sentences, question.ignored):
            if fact.condition in self._history.lines:
                beyond = self._history.lines[self._history.lines.index(fact.condition) :]
                if not any(condition in beyond for condition in own):
                    yield fact
            elif not any(axes_of(condition) & axes_of(fact.condition) for condition in own):
                yield fact

    def _holds(self, condition: Condition, facts: Mapping[str, str]) -> bool:
        return all(facts.get(f.name) == f.value for f in facts_of(condition))

    def _stated(self, question: Question) -> Iterator[StatedFact]:
        """The facts of the message that are this patient's, in order."""
        facts = [f for f in question.reading.facts if f.so and f.sentence not in question.ignored]
        text = question.reading.text
        facts.sort(key=lambda f: (f.sentence, not _OTHERWISE.search(text[max(0, f.start - 24) : f.end])))
        for fact in facts:
            asked = fact.sentence in question.ask_sentences and not question.about_patient
            if asked and (self._is_statistic(question) or _stands_in(rows(text, facts, fact.sentence), fact)):
                continue
            if fact.sentence in question.ask_sentences and _ASKED.search(text[: fact.start]):
                continue  # "Is she fit enough?" asks for it
            if _stands_in(alternatives(text, facts, fact.sentence), fact):
                continue
            if not self._is_choice(fact, question) and not self._is_alternative(fact, facts, question):
                yield fact

    @staticmethod
    def _is_statistic(question: Question) -> bool:
        """A question for numbers speaks of patients in a study, not of the patient at hand."""
        return any(ask.kinds & {"count", "grading"} for ask in question.asks)

    @staticmethod
    def _is_choice(fact: StatedFact, question: Question) -> bool:
        """ "In first and second line?" asks for both values, and states neither."""
        values = {f.value for f in facts_of(fact.condition)}
        asked = fact.sentence in question.ask_sentences
        return asked and isinstance(fact.condition, Any) and len(axes_of(fact.condition)) == 1 < len(values)

    def _is_alternative(self, fact: StatedFact, facts: list[StatedFact], question: Question) -> bool:
        """ "A or B?" with two values of one fact states neither."""
        if fact.sentence not in question.ask_sentences:
            return False
        axes = axes_of(fact.condition)
        others = [
            o
            for o in facts
            if o.sentence == fact.sentence
            and axes_of(o.condition) & axes
            and not self._algorithm.mask(o.condition) & self._algorithm.mask(fact.condition)
        ]
        words = question.reading.text[
            min([fact.start, *(o.start for o in others)]) : max([fact.end, *(o.end for o in others)])
        ]
        return bool(others) and any(w in {"or", "vs", "vs.", "versus", "and"} for w in words.lower().split())

    def _state(
        self, condition: Condition, facts: dict[str, str], conditions: list[Condition], changed: set[str]
    ) -> None:
        patients = self._algorithm.patients
        mask = self._algorithm.mask(condition)
        axes = axes_of(condition)
        if not mask or not axes:
            return
        if mask == self._algorithm.everyone:
            for name in axes:  # a value between the values: known to be neither
                facts.pop(name, None)
                changed.add(name)
            conditions[:] = [c for c in conditions if not axes_of(c) & axes]
            return
        stated = patients.facts(mask)
        changed |= set(stated) or axes
        conditions[:] = [c for c in conditions if self._consistent(stated, c)]
        if stated:
            facts.update(stated)
        if not stated or patients.known(stated) & ~mask:
            for name in sorted(
                axes
            ):  # "symptomatic" after "asymptomatic": what contradicts it is no longer known
                if not patients.known(facts) & mask:
                    facts.pop(name, None)
            conditions.append(condition)

    def _consistent(self, facts: Mapping[str, str], condition: Condition) -> bool:
        """Whether a condition still says something that agrees with the facts, and more than they do."""
        known = self._algorithm.patients.known(facts)
        mask = self._algorithm.mask(condition)
        return bool(known & mask) and bool(known & ~mask)


def _stands_in(found: Iterable[Row], fact: StatedFact) -> bool:
    """Whether a fact is one of a list: "the management of A, B and C" says what may be, not what one patient has."""
    return any(fact in row for row in found)
