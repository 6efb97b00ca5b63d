"""The answer in words: the direct answer first, then what carries it, then what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from answering.ask import Ask
from answering.judgement import Judgement
from answering.layout import Passage, grade_of, verbatim
from answering.leading import Leads
from answering.mistakes import may_be_mistaken
from answering.outline import Outline, Speaker, Use
from answering.planning import Plans
from answering.question import Question
from answering.repertoire import Repertoire, Topic, citations
from answering.routing import Routes
from answering.topics import Topics
from guardrails.contradiction import Known
from guardrails.pack import Pack
from language.sentences import sentences

_OTHERWISE = "No, the guideline gives another figure."
CLEAR = 0.55  # cosine from which the own words of a question tell what it is about
VAGUE = 0.50  # cosine below which an ask that leans on something is no more than that


@dataclass
class Said:
    """What the answer has said so far: points, statements, topics."""

    uses: set[Use] = field(default_factory=set)
    cited: set[str] = field(default_factory=set)
    topics: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Situation:
    """What all passages of an answer have in common.

    before: the topics of the last turn; mistaken: statements whose numbers the message gives otherwise.
    """

    question: Question
    known: Known
    before: Sequence[str]
    mistaken: Sequence[str]
    said: Said = field(default_factory=Said)


class Composer:
    """Writes passages for asks. Pure."""

    def __init__(self, pack: Pack, repertoire: Repertoire) -> None:
        self._pack, self._repertoire = pack, repertoire
        self._algorithm, self._known = pack.algorithm, pack.vocabulary.interventions
        self.speaker = Speaker(repertoire, pack.algorithm)
        self._leads = Leads(pack, repertoire, self.speaker)
        self._topics, self._plans = Topics(pack, repertoire), Plans(pack, repertoire)

    def passages(self, ask: Ask, routes: Routes, here: Situation, *, asks: int) -> Iterator[Passage]:
        """What answers one of `asks` asks, and what else its stretches ask for."""
        yield self._passage(ask, routes, here, asks=asks, mistaken=here.mistaken)
        for facet, near in routes.facets:
            if "grading" in facet.kinds and "grading" in ask.kinds:
                continue  # "level of evidence and grade" is one thing
            if near.best.topic.id not in here.said.topics:
                yield self._passage(facet, near, here, asks=asks + 1)

    def _passage(
        self, ask: Ask, routes: Routes, here: Situation, *, asks: int, mistaken: Sequence[str] = ()
    ) -> Passage:
        """What answers one ask."""
        question, known, before, said = here.question, here.known, here.before, here.said
        if ask.statements or ask.unknown_statements:
            return self._quoted(ask)
        if said.topics and ask.refers and routes.best.meaning < VAGUE:
            return Passage()  # "which one is out?": what was said before says it
        if not ask.polar and routes.best.topic.id in said.topics:
            # "When, and with what?": the second question wants something else, near what it leans on or by itself.
            near, alone = (routes.beside(said.topics, own=own) for own in (False, True))
            clear = alone.best.topic.id not in said.topics and alone.best.meaning >= CLEAR
            if ask.refers and not clear:
                further = self._topics.further(ask, routes, said.topics)  # "..., and how?"
                alone = near if further is None else routes.led_by(further)
            routes = alone
        elif not ask.polar and ask.refers and routes.best.topic.id in before:
            other = routes.beside(before, own=True)  # "And what was the share without any?"
            if other.best.topic.id not in before and other.best.meaning >= VAGUE:
                routes, before = other, ()
        if "grading" in ask.kinds:
            return self._graded(ask, routes, known, before)
        cases = self._topics.of_cases(ask, routes)
        again = ask.refers and bool(set(said.topics)) and routes.best.meaning >= VAGUE
        if not again and not cases and self._plans.wants(ask, question, routes, known, before):
            return self._planned(ask, known, said)
        ruling = self._leads.ruling(ask, known)
        refused = ruling.ruling == "no" and bool(ask.values)  # whatever the number, it is not to be done
        right = (
            self._corrected(mistaken, routes, ask.numbers)
            if mistaken and may_be_mistaken(ask) and not refused
            else None
        )
        topics = (right,) if right is not None else cases or self._topics.choose(ask, routes, ruling, before)
        points = tuple(dict.fromkeys(p for topic in topics for p in topic.points))
        outline = Outline(points)
        texts = tuple(self._texts(outline, ask, known, said, short=asks > 2 or len(points) > 2))
        lead = self._leads.of(
            ask, self._repertoire.points[points[0]], ruling, known, texts[0] if texts else ""
        )
        words = _OTHERWISE if right is not None else lead.words
        if asks > 1 and words in {"Yes.", "No."} and lead.about:
            words = f"{words[:-1]} to {lead.about}:"
        texts += tuple(
            self._reasons(lead.depends_on, known, said) if texts and words.startswith("It depends") else ()
        )
        said.topics += [t.id for t in topics]
        as_list = any(t.as_list for t in topics) and len(texts) > 2
        return Passage(
            words if texts else "", texts, as_list, outline, lead.depends_on, tuple(t.id for t in topics)
        )

    # --- what is said --------------------------------------------------------------------------------

    def _texts(self, outline: Outline, ask: Ask, known: Known, said: Said, *, short: bool) -> Iterator[str]:
        for use in self.speaker.uses(outline, known.mask):
            if use in said.uses:
                continue
            form, point = self.speaker.form(use), self._repertoire.points[use.point]
            pieces = point.why if "why" in ask.kinds and point.why else form.short if short else form.say
            text = (
                _new(self.speaker.text(pieces, known.mask), said.cited)
                if said.uses and not point.quantities & ask.numbers
                else self.speaker.text(pieces, known.mask)
            )
            said.uses.add(use)
            said.cited |= set(citations(text))
            if text:
                yield text

    def _reasons(self, depends_on: Sequence[str], known: Known, said: Said) -> Iterator[str]:
        """Why the facts matter on which an answer depends, where that is a point of its own."""
        for inquiry in self._repertoire.inquiries:
            if inquiry.point is not None and inquiry.facts & set(depends_on):
                use = self.speaker.use(inquiry.point, known.mask)
                text = _new(self.speaker.text(self.speaker.form(use).short, known.mask), said.cited)
                said.cited |= set(citations(text))
                if text:
                    yield text

    def _planned(self, ask: Ask, known: Known, said: Said) -> Passage:
        outline = Outline(plan=True, parts=self._plans.parts(ask))
        if not self.speaker.uses(outline, known.mask):
            outline = Outline(plan=True)
        texts = tuple(self._texts(outline, ask, known, said, short=True))
        said.topics.append("plan")
        return Passage("", texts, False, outline, (), ("plan",))

    def _quoted(self, ask: Ask) -> Passage:
        texts = []
        for id in ask.statements:
            statement = self._pack.guideline.statement(id)
            if statement is not None:
                grade = grade_of(statement) if "grading" in ask.kinds else ""
                texts.append(f"Statement {id} says{f' ({grade})' if grade else ''}: {verbatim(statement)}")
        for id in ask.unknown_statements:
            last = self._pack.guideline.statements[-1].id
            texts.append(f"The guideline has no statement {id}; its statements end with {last}.")
        return Passage("", tuple(texts), topics=("statement",))

    def _graded(self, ask: Ask, routes: Routes, known: Known, before: Sequence[str]) -> Passage:
        """What level and grade the guideline gives for what a topic says."""
        [topic, *_] = self._topics.choose(ask, routes, Judgement("open"), before)
        outline = Outline(topic.points[:3])
        texts = []
        for use in self.speaker.uses(outline, known.mask):
            text = self.speaker.text(self.speaker.form(use).short, known.mask)
            cited = [s for id in citations(text) if (s := self._pack.guideline.statement(id)) is not None]
            graded = [s for s in cited if s.evidence is not None]
            if graded:
                texts += [f"{grade_of(s)}: {verbatim(s)}" for s in graded]
            elif cited:
                texts.append(f"The guideline gives no level or grade for this: {verbatim(cited[0])}")
        return Passage("", tuple(dict.fromkeys(texts)), False, outline, (), (topic.id,))

    # --- which topics --------------------------------------------------------------------------------

    def _corrected(self, statements: Sequence[str], routes: Routes, numbers: frozenset[str]) -> Topic | None:
        """The best topic on a statement of which the message has the numbers wrong, or that has its number."""
        if routes.best.valued and len(routes.best.topic.points) == 1:
            return routes.best.topic
        for route in routes.routes:
            if len(route.topic.points) == 1:
                form = self.speaker.form(self.speaker.use(route.topic.points[0], self._algorithm.everyone))
                told = route.topic.quantities
                if (
                    told
                    and (not numbers or told & numbers)
                    and set(citations(self.speaker.text(form.say, self._algorithm.everyone)))
                    & set(statements)
                ):
                    return route.topic
        return None


def _new(text: str, cited: set[str]) -> str:
    """A text without the sentences whose statements are all cited already; "" when nothing new is left."""
    if "\n" in text:
        return "" if set(citations(text)) <= cited else text
    kept = []
    for start, end in sentences(text):
        ids = set(citations(text[start:end]))
        if not ids or not ids <= cited:
            kept.append((text[start:end].strip(), bool(ids)))
    return " ".join(sentence for sentence, _ in kept) if any(carried for _, carried in kept) else ""
