"""What can be said about a guideline and which questions it answers: a pack's answers.yaml and questions.yaml.

The files' own headers describe their formats. Mistakes are reported with file, line and one sentence. A pack without
the file gets a repertoire of its bare statements, one point each, so that it can be asked at once.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any as Untyped

from answering.answers_file import AnswersFile, PointEntry, Text
from answering.questions_file import read_questions
from corpus.errors import AnswersError
from corpus.files import line_of, read_yaml
from guardrails.pack import Pack
from language.condition import ALWAYS, NEVER, Condition, Fact, facts_of, parse_condition
from language.matcher import Matcher
from language.text import fold_spelling

FILE = "answers.yaml"
CITED = re.compile(r"\[(\d{1,3}(?:\.\d{1,3})+(?:, ?\d{1,3}(?:\.\d{1,3})+)*)\]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in alternatives: the first whose condition holds is said."""

    alternatives: tuple[tuple[Condition, str], ...]


@dataclass(frozen=True, slots=True)
class Form:
    """How a point is put for the patients in whom `when` holds; `short` within a longer answer.

    use: another point says it for them; lead: what a yes-or-no question gets in front, whatever else would.
    """

    when: Condition
    say: tuple[Piece, ...]
    short: tuple[Piece, ...]
    use: str | None = None
    lead: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to say. `about` are interventions, `directives` those it tells, `polar` words of
    questions with what they get in front."""

    id: str
    about: frozenset[str]
    directives: frozenset[str]
    quantities: frozenset[str]
    forms: tuple[Form, ...]
    why: tuple[Piece, ...]
    polar: Matcher[str]


@dataclass(frozen=True, slots=True)
class Topic:
    """What a question can be about: one point, or several that belong together."""

    id: str
    about: frozenset[str]
    quantities: frozenset[str]
    questions: tuple[str, ...]
    points: tuple[str, ...]
    as_list: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a patient's plan; it belongs there when `when` is known to hold and `unless` is not."""

    point: str
    part: str
    when: Condition
    unless: Condition


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Facts that are asked for together: what they are called, the question, and the point that tells why."""

    facts: frozenset[str]
    name: str
    question: str
    point: str | None = None


@dataclass(frozen=True)
class Repertoire:
    """Everything that can be said.

    other_population: kinds of words (neighbours of the vocabulary) that tell of a patient whom the guideline is not
    about; remarks: kinds that are worth a remark when they stand in a patient's story; in_passing: kinds that are
    often named by the way; assume: facts that are taken
    for granted where nothing else is said; changes: what it means when a fact becomes another one; words:
    abbreviations and other words of questions, in plain words.
    """

    notice: str
    covers: str
    points: Mapping[str, Point]
    topics: Mapping[str, Topic]
    plan: tuple[Step, ...]
    inquiries: tuple[Inquiry, ...]
    not_covered: tuple[str, ...]
    other_population: frozenset[str]
    remarks: frozenset[str]
    in_passing: frozenset[str]
    assume: Mapping[str, str]
    changes: Mapping[tuple[Condition, Condition], Condition]
    words: Mapping[str, str]
    sha256: str


def load_repertoire(pack: Pack) -> Repertoire:
    """Read and cross-check a pack's answers.yaml, or make a repertoire of bare statements without one.

    Raises AnswersError with file, line and one sentence.
    """
    path = pack.folder / FILE
    if not path.is_file():
        return _bare(pack)
    file, text = read_yaml(path, AnswersFile, AnswersError)
    return _Compiler(pack, file, path, text).compile()


class _Compiler:
    def __init__(self, pack: Pack, file: AnswersFile, path: Path, text: str) -> None:
        self.pack, self.file, self.path, self.text = pack, file, path, text
        self.axes = {axis.name: axis.values for axis in pack.algorithm.facts}

    def fail(self, sentence: str, *location: int | str) -> AnswersError:
        return AnswersError(sentence, file=self.path, line=line_of(self.text, location))

    def compile(self) -> Repertoire:
        file = self.file
        points = {id: self.point(id, entry) for id, entry in file.points.items()}
        topics = {id: self.alone(points[id], entry) for id, entry in file.points.items()}
        for id, topic in file.topics.items():
            if id in topics:
                raise self.fail(f"{id!r} is a point already; give the topic another name.", "topics", id)
            self.known(topic.points, file.points, "point", "topics", id, "points")
            self.known(topic.about, self.pack.vocabulary.interventions, "intervention", "topics", id, "about")
            topics[id] = Topic(
                id,
                frozenset(topic.about),
                frozenset(topic.quantities),
                topic.questions,
                topic.points,
                topic.as_ == "list",
            )
        asked = read_questions(self.pack.folder, topics)
        topics |= {
            id: replace(topics[id], questions=(*topics[id].questions, *more))
            for id, more in asked.covered.items()
        }
        steps = []
        for number, step in enumerate(file.plan):
            self.known((step.point,), file.points, "point", "plan", number, "point")
            self.known(
                (step.part,), self.pack.algorithm.axes, "part of the algorithm", "plan", number, "part"
            )
            when = self.condition(step.when, "plan", number, "when")
            unless = self.condition(step.unless, "plan", number, "unless")
            steps.append(Step(step.point, step.part, when, unless))
        for number, ask in enumerate(file.ask):
            self.known(ask.facts, self.axes, "fact", "ask", number, "facts")
            self.known([ask.point] if ask.point else [], file.points, "point", "ask", number, "point")
        labels = {label: label for label in self.pack.vocabulary.neighbours.values()}
        self.known(file.other_population, labels, "kind of neighbours", "other_population")
        self.known(file.remarks, labels, "kind of neighbours", "remarks")
        self.known(file.in_passing, labels, "kind of neighbours", "in_passing")
        for fact, value in file.assume.items():
            self.known((fact,), self.axes, "fact", "assume")
            self.known((value,), self.axes[fact], "value", "assume", fact)
        return Repertoire(
            notice=file.notice,
            covers=file.covers,
            points=points,
            topics=topics,
            plan=tuple(steps),
            inquiries=tuple(Inquiry(frozenset(a.facts), a.name, a.question, a.point) for a in file.ask),
            not_covered=(*file.not_covered, *asked.not_covered),
            other_population=frozenset(file.other_population),
            remarks=frozenset(file.remarks),
            in_passing=frozenset(file.in_passing),
            assume=file.assume,
            changes={
                (self.fact(c.from_, number), self.fact(c.to, number)): self.fact(c.means, number)
                for number, c in enumerate(file.changes)
            },
            words={fold_spelling(w.lower()): plain for w, plain in file.words.items()},
            sha256=hashlib.sha256((self.text + asked.sha256).encode()).hexdigest(),
        )

    def point(self, id: str, entry: PointEntry) -> Point:
        here = ("points", id)
        self.known(entry.about, self.pack.vocabulary.interventions, "intervention", *here, "about")
        self.known(
            entry.directives,
            {d.id: d for d in self.pack.algorithm.directives},
            "directive",
            *here,
            "directives",
        )
        forms = []
        for number, form in enumerate(entry.forms):
            place = (*here, "forms", number)
            if (form.say is None) == (form.use is None):
                raise self.fail("A form has either a `say` or a `use`.", *place)
            if form.use is not None:
                self.known((form.use,), self.file.points, "point", *place, "use")
            say = () if form.say is None else self.pieces(form.say, *place, "say")
            short = say if form.short is None else self.pieces(form.short, *place, "short")
            forms.append(Form(self.condition(form.when, *place, "when"), say, short, form.use, form.lead))
        if forms[-1].when != ALWAYS:
            raise self.fail(
                f"The last form of {id!r} must be for `always`.", *here, "forms", len(forms) - 1, "when"
            )
        return Point(
            id,
            frozenset(entry.about),
            frozenset(entry.directives),
            frozenset(entry.quantities),
            tuple(forms),
            () if entry.why is None else self.pieces(entry.why, *here, "why"),
            Matcher([(phrase, lead) for lead, phrases in entry.polar.items() for phrase in phrases]),
        )

    @staticmethod
    def alone(point: Point, entry: PointEntry) -> Topic:
        return Topic(point.id, point.about, point.quantities, entry.questions, (point.id,))

    def pieces(self, text: Text, *location: int | str) -> tuple[Piece, ...]:
        parts = (text,) if isinstance(text, str) else text
        pieces = []
        for part in parts:
            if isinstance(part, str):
                alternatives: Sequence[tuple[Condition, str]] = [(ALWAYS, part)]
            else:
                alternatives = [(self.condition(when, *location), said) for when, said in part.items()]
            for _, said in alternatives:
                for cited in citations(said):
                    if self.pack.guideline.statement(cited) is None:
                        raise self.fail(f"There is no statement {cited} in the guideline.", *location)
            pieces.append(Piece(tuple((when, said.strip()) for when, said in alternatives)))
        return tuple(pieces)

    def fact(self, text: str, number: int) -> Condition:
        condition = self.condition(text, "changes", number)
        if not isinstance(condition, Fact):
            raise self.fail("A change goes from one fact to another: `name = value`.", "changes", number)
        return condition

    def condition(self, text: str, *location: int | str) -> Condition:
        try:
            condition = parse_condition(text, self.pack.algorithm.named)
        except ValueError as error:
            raise self.fail(f"{error}.", *location) from None
        for fact in facts_of(condition):
            if fact.value not in self.axes.get(fact.name, {}):
                raise self.fail(f"The algorithm has no fact {str(fact)!r}.", *location)
        return condition

    def known(
        self, names: Sequence[str], among: Mapping[str, Untyped], what: str, *location: int | str
    ) -> None:
        for name in names:
            if name not in among:
                raise self.fail(f"There is no {what} {name!r}.", *location)


def citations(text: str) -> Iterator[str]:
    """The ids that a text cites, in order.

    >>> list(citations("So it is [3.3, 9.3]."))
    ['3.3', '9.3']
    """
    for group in CITED.finditer(text):
        yield from re.split(r", ?", group[1])


def cited_by(repertoire: Repertoire, point: str) -> list[str]:
    """The statements that a point cites to somebody of whom nothing is known."""
    forms = repertoire.points[point].forms
    return list(citations(" ".join(piece.alternatives[-1][1] for piece in forms[-1].say)))


def _bare(pack: Pack) -> Repertoire:
    """Each statement is a point, about the interventions that it names."""
    points, topics = {}, {}
    for statement in pack.guideline.statements:
        named = frozenset(m.intervention for m in pack.reader.read(statement.text).mentions)
        about = named & frozenset(pack.vocabulary.interventions)
        directives = frozenset(d.id for d in pack.algorithm.directives if statement.id in d.sources)
        said = (Piece(((ALWAYS, f"{statement.text.rstrip('.')} [{statement.id}]."),)),)
        points[statement.id] = Point(
            statement.id, about, directives, frozenset(), (Form(ALWAYS, said, said),), (), Matcher([])
        )
        topics[statement.id] = Topic(statement.id, about, frozenset(), (statement.text,), (statement.id,))
    return Repertoire(
        notice="Decision support for health professionals from one guideline, {title} (version {version}).",
        covers=pack.guideline.population or pack.guideline.title,
        points=points,
        topics=topics,
        plan=tuple(
            Step(d.sources[0], d.axis, NEVER if d.strength == "avoid" else d.when, NEVER)
            for d in pack.algorithm.directives
        ),
        inquiries=tuple(
            Inquiry(frozenset({a.name}), f"the {a.label}", a.question[0].lower() + a.question[1:].rstrip("?"))
            for a in pack.algorithm.facts
        ),
        not_covered=(),
        other_population=frozenset(),
        remarks=frozenset(),
        in_passing=frozenset(),
        assume={},
        changes={},
        words={},
        sha256="",
    )
