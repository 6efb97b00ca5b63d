"""The answer in words: the direct answer first, then what carries it, then what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from answering.ask import Ask
from answering.judgement import Judgement
from answering.layout import Passage, grade_of, verbatim
from answering.leading import Leads
from answering.outline import Outline, Speaker, Use
from answering.question import Question
from answering.repertoire import Repertoire, Topic, citations
from answering.routing import Routes
from guardrails.contradiction import Known
from guardrails.pack import Pack
from language.sentences import sentences

ALSO = 0.25  # how far behind the best topic one may be that is about another intervention of the question
STRONG = 0.85  # score from which a question for a plan is about a topic rather than about the whole patient
SURE = 0.80  # cosine from which a proposal is not looked for elsewhere
REACH = 0.35  # how far behind the best topic one may be that tells what a proposal is ruled by
_OTHERWISE = "No, the guideline gives another figure."
VAGUE = 0.50  # cosine below which an ask that leans on something is no more than that


@dataclass
class Said:
    """What the answer has said so far: points, statements, topics."""

    uses: set[Use] = field(default_factory=set)
    cited: set[str] = field(default_factory=set)
    topics: list[str] = field(default_factory=list)


class Composer:
    """Writes passages for asks. Pure."""

    def __init__(self, pack: Pack, repertoire: Repertoire) -> None:
        self._pack, self._repertoire = pack, repertoire
        self._algorithm, self._known = pack.algorithm, pack.vocabulary.interventions
        self.speaker = Speaker(repertoire, pack.algorithm)
        self._leads = Leads(pack, repertoire, self.speaker)

    def passage(
        self,
        ask: Ask,
        question: Question,
        routes: Routes,
        known: Known,
        before: Sequence[str],
        said: Said,
        *,
        asks: int,
        mistaken: Sequence[str] = (),
    ) -> Passage:
        """What answers one of `asks` asks.

        before: the topics of the last turn; mistaken: statements whose numbers the message gives otherwise.
        """
        if ask.statements or ask.unknown_statements:
            return self._quoted(ask)
        if said.topics and ask.refers and routes.best.meaning < VAGUE:
            return Passage()  # "which one is out?": what was said before says it
        if "grading" in ask.kinds:
            return self._graded(ask, routes, known, before)
        if self._wants_plan(ask, question, routes, known, before):
            return self._planned(ask, known, said)
        ruling = self._leads.ruling(ask, known)
        right = (
            self._corrected(mistaken, routes)
            if mistaken and (ask.polar or ask.kinds & {"confirm"} or ask.implicit)
            else None
        )
        topics = (right,) if right is not None else self._topics(ask, routes, ruling, before)
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
                if said.uses
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
        outline = Outline(plan=True, parts=self._parts(ask))
        if not self.speaker.uses(outline, known.mask):
            outline = Outline(plan=True)
        texts = tuple(self._texts(outline, ask, known, said, short=True))
        said.topics.append("plan")
        return Passage("", texts, False, outline, (), ("plan",))

    def _parts(self, ask: Ask) -> frozenset[str] | None:
        """The parts of the algorithm that a question for a plan is restricted to; None for all of them."""
        subjects = ask.subjects & set(self._algorithm.axes)
        if subjects and not ask.interventions:
            return frozenset(subjects)
        named = [self._known[i] for i in ask.interventions if i in self._known]
        parts = {
            d.axis for d in self._algorithm.directives for i in named if i.descendants & set(d.interventions)
        }
        return frozenset(parts) if parts and {i.family for i in named} == {"systemic"} else None

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
        [topic, *_] = self._topics(ask, routes, Judgement("open"), before)
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

    def _wants_plan(
        self, ask: Ask, question: Question, routes: Routes, known: Known, before: Sequence[str]
    ) -> bool:
        if not self._repertoire.plan:
            return False
        told = bool(known.facts.keys() - self._repertoire.assume.keys())
        if ask.implicit:
            return told and not (before and question.follows_up) and not ask.proposed
        if (
            "plan" not in ask.kinds
            or ask.polar
            or ask.proposed
            or ask.kinds & {"why", "count", "grading", "compare"}
        ):
            return False
        strong = routes.best.score >= STRONG and (bool(ask.interventions) or not question.about_patient)
        return not strong and (told or question.about_patient or bool(before))

    def _topics(
        self, ask: Ask, routes: Routes, ruling: Judgement, before: Sequence[str]
    ) -> tuple[Topic, ...]:
        best = routes.best
        leans = ask.refers or ask.implicit or "supposing" in ask.kinds
        if leans and before and best.meaning < 0.6:
            again = [self._repertoire.topics[id] for id in before if id in self._repertoire.topics]
            if again:
                return tuple(again)
        decided = {d.id for d in ruling.directives} if ruling.ruling == "no" else set()
        if decided and not self._tells(best.topic, decided):
            telling = [r for r in routes.routes if self._tells(r.topic, decided)]
            order = {i for i in ask.interventions if i in self._known and self._known[i].order is not None}
            best = next((r for r in telling if r.topic.about & order), telling[0] if telling else best)
        ruled = {d.id for d in ruling.directives}
        if (
            ruled
            and "confirm" in ask.kinds
            and best.meaning < SURE
            and not decided
            and not self._rules(best.topic, ruled, ask)
        ):
            telling = [
                r for r in routes.routes if self._tells(r.topic, ruled) and r.score >= best.score - REACH
            ]
            best = telling[0] if telling else best
        if decided or len(best.topic.points) > 1 or not (ask.polar or "compare" in ask.kinds):
            return (best.topic,)
        ordered = any(i in self._known and self._known[i].order is not None for i in ask.interventions)
        told = self._repertoire.points[best.topic.points[0]].directives
        if ordered or not told or best.topic.quantities & ask.numbers:
            return (best.topic,)
        topics = [best.topic]
        for intervention in ask.interventions[:3]:
            if self._is_about(best.topic, intervention):
                continue
            own = next(
                (
                    r
                    for r in routes.routes
                    if intervention in self._about(r.topic) and len(r.topic.points) == 1
                ),
                None,
            )
            if own is not None and own.score >= best.score - ALSO and own.topic not in topics:
                topics.append(own.topic)
        return tuple(topics)

    def _rules(self, topic: Topic, directives: set[str], ask: Ask) -> bool:
        """Whether a topic tells one of the directives, or has words of its own for such a question."""
        if self._tells(topic, directives):
            return True
        first = self._repertoire.points[topic.points[0]]
        return any(first.polar.at(ask.words, n) for n in range(len(ask.words)))

    def _corrected(self, statements: Sequence[str], routes: Routes) -> Topic | None:
        """The best topic on a statement of which the message has the numbers wrong."""
        for route in routes.routes:
            if len(route.topic.points) == 1:
                form = self.speaker.form(self.speaker.use(route.topic.points[0], self._algorithm.everyone))
                if route.topic.quantities and set(
                    citations(self.speaker.text(form.say, self._algorithm.everyone))
                ) & set(statements):
                    return route.topic
        return None

    def _tells(self, topic: Topic, directives: set[str]) -> bool:
        """Whether a topic that stands for one point tells one of these directives."""
        return len(topic.points) == 1 and bool(
            self._repertoire.points[topic.points[0]].directives & directives
        )

    def _about(self, topic: Topic) -> frozenset[str]:
        return frozenset(k for a in topic.about for k in self._known[a].descendants)

    def _is_about(self, topic: Topic, intervention: str) -> bool:
        known = self._known.get(intervention)
        return known is None or bool(topic.about & (known.ancestors | known.descendants))


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
