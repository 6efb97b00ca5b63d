"""The answer in words: the direct answer first, then what carries it, then what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from answering.judgement import Judge, Judgement
from answering.outline import Outline, Speaker, Use
from answering.asks import Ask
from answering.question import Question
from answering.repertoire import CITED, Repertoire, Topic, citations
from answering.routing import Routes
from guardrails.contradiction import Known
from guardrails.pack import Pack
from ingest.statement import Statement

ALSO = 0.25  # how far behind the best topic one may be that is about another intervention of the question
STRONG = 0.72  # score from which a question for a plan is about a topic rather than about the whole patient


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the answer: its lead, its sentences, and what it was made of."""

    lead: str = ""
    sentences: tuple[str, ...] = ()
    as_list: bool = False
    outline: Outline = Outline()
    depends_on: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass
class _Said:
    """What has been said so far: each point once, and no point all of whose statements are cited already."""

    uses: set[Use] = field(default_factory=set)
    cited: set[str] = field(default_factory=set)


class Composer:
    """Writes passages for asks. Pure."""

    def __init__(self, pack: Pack, repertoire: Repertoire) -> None:
        self._pack, self._repertoire = pack, repertoire
        self._algorithm, self._known = pack.algorithm, pack.vocabulary.interventions
        self._judge = Judge(pack)
        self.speaker = Speaker(repertoire, pack.algorithm)

    def passage(
        self,
        ask: Ask,
        question: Question,
        routes: Routes,
        known: Known,
        before: Sequence[str],
        said: _Said,
        *,
        long: bool,
    ) -> Passage:
        """What answers one ask; `before` are the topics of the last turn, `long`: there are other asks as well."""
        if ask.statements or ask.unknown_statements:
            return self._quoted(ask)
        if "grading" in ask.kinds:
            return self._graded(routes.best.topic, known)
        if self._wants_plan(ask, question, routes, before):
            return self._planned(ask, known, said)
        ruling = (
            self._judge.rule(ask.proposed, known, ask.proposal)
            if ask.proposed and ask.proposal is not None
            else Judgement("open")
        )
        topics = self._topics(ask, routes, ruling, before)
        points = tuple(dict.fromkeys(p for topic in topics for p in topic.points))
        outline = Outline(points)
        as_list = any(t.as_list for t in topics) and len(points) > 2
        sentences = tuple(self._sentences(outline, ask, known, said, long=long or len(points) > 2))
        lead, depends = self._lead(ask, topics, ruling, known, sentences)
        return Passage(lead, sentences, as_list, outline, depends, tuple(t.id for t in topics))

    # --- what is said --------------------------------------------------------------------------------

    def _sentences(
        self, outline: Outline, ask: Ask, known: Known, said: _Said, *, long: bool
    ) -> Iterator[str]:
        for use in self.speaker.uses(outline, known.mask):
            form = self.speaker.form(use)
            point = self._repertoire.points[use.point]
            pieces = point.why if "why" in ask.kinds and point.why else form.short if long else form.say
            text = self.speaker.text(pieces, known.mask)
            ids = set(citations(text))
            if use in said.uses or ids and ids <= said.cited:
                continue
            said.uses.add(use)
            said.cited |= ids
            yield text

    def _planned(self, ask: Ask, known: Known, said: _Said) -> Passage:
        outline = Outline(plan=True, parts=self._parts(ask))
        sentences = tuple(self._sentences(outline, ask, known, said, long=True))
        if not sentences:
            outline = Outline(plan=True)
            sentences = tuple(self._sentences(outline, ask, known, said, long=True))
        return Passage("", sentences, False, outline, (), ("plan",))

    def _parts(self, ask: Ask) -> frozenset[str] | None:
        """The parts of the algorithm that a question for a plan is restricted to; None for all."""
        named = [self._known[i] for i in ask.interventions if i in self._known]
        if not named:
            return None
        families = {i.family for i in named}
        parts = {
            d.axis for d in self._algorithm.directives for i in named if i.descendants & set(d.interventions)
        }
        return frozenset(parts) if parts and families == {"systemic"} else None

    def _quoted(self, ask: Ask) -> Passage:
        sentences = []
        for id in ask.statements:
            statement = self._pack.guideline.statement(id)
            if statement is not None:
                sentences.append(f"Statement {id} says: {verbatim(statement)}")
        for id in ask.unknown_statements:
            last = self._pack.guideline.statements[-1].id
            sentences.append(f"The guideline has no statement {id}; its statements end with {last}.")
        return Passage("", tuple(sentences), topics=("statement",))

    def _graded(self, topic: Topic, known: Known) -> Passage:
        """What level and grade the guideline gives for what a topic says."""
        outline = Outline(topic.points[:3])
        sentences = []
        for use in self.speaker.uses(outline, known.mask):
            text = self.speaker.text(self.speaker.form(use).short, known.mask)
            cited = [s for id in citations(text) if (s := self._pack.guideline.statement(id)) is not None]
            graded = [s for s in cited if s.evidence is not None]
            if not cited:
                continue
            statement = (graded or cited)[0]
            sentences.append(
                f"{grade_of(statement)}: {verbatim(statement)}"
                if graded
                else f"The guideline gives no level or grade for this: {verbatim(statement)}"
            )
        return Passage("", tuple(dict.fromkeys(sentences)), False, outline, (), (topic.id,))

    # --- which topics --------------------------------------------------------------------------------

    def _wants_plan(self, ask: Ask, question: Question, routes: Routes, before: Sequence[str]) -> bool:
        if not self._repertoire.plan:
            return False
        told = bool(question.reading.facts)
        if ask.implicit:
            return told and not (before and question.follows_up) and not ask.proposed
        if "plan" not in ask.kinds or ask.polar or ask.kinds & {"why", "count", "grading", "compare"}:
            return False
        strong = routes.best.score >= STRONG and (bool(ask.interventions) or not question.about_patient)
        return not strong and (told or question.about_patient or bool(before))

    def _topics(
        self, ask: Ask, routes: Routes, ruling: Judgement, before: Sequence[str]
    ) -> tuple[Topic, ...]:
        best = routes.best
        leans = not ask.interventions and (ask.refers or ask.implicit or "supposing" in ask.kinds)
        if leans and before and best.meaning < 0.6:
            again = [self._repertoire.topics[id] for id in before if id in self._repertoire.topics]
            if again:
                return tuple(again)
        decided = {d.id for d in ruling.directives} if ruling.ruling == "no" else set()
        if decided and not self._tells(best.topic, decided):
            best = next((r for r in routes.routes if self._tells(r.topic, decided)), best)
        topics = [best.topic]
        if (
            len(ask.interventions) > 1
            and (ask.polar or "compare" in ask.kinds)
            and len(best.topic.points) == 1
        ):
            for intervention in ask.interventions:
                if self._is_about(best.topic, intervention):
                    continue
                own = next((r for r in routes.routes if intervention in self._about(r.topic)), None)
                if own is not None and own.score >= best.score - ALSO and own.topic not in topics:
                    topics.append(own.topic)
        return tuple(topics)

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

    # --- the direct answer ---------------------------------------------------------------------------

    def _lead(
        self, ask: Ask, topics: Sequence[Topic], ruling: Judgement, known: Known, sentences: Sequence[str]
    ) -> tuple[str, tuple[str, ...]]:
        if not sentences or not ask.polar:
            return "", ruling.depends_on if ruling.ruling == "depends" else ()
        first = self._repertoire.points[topics[0].points[0]]
        form = self.speaker.form(self.speaker.use(first.id, known.mask))
        decided = first.directives & {d.id for d in ruling.directives}
        if form.answer is not None:
            return form.answer.capitalize() + ".", ()
        if "compare" in ask.kinds and len({*ask.interventions}) > 1 and not decided:
            return "", ()
        if ruling.ruling == "open" or not decided:
            return self._worded(ask, first.polar), ()
        if sentences[0].startswith("It depends"):
            return "", ruling.depends_on
        if ruling.ruling == "depends":
            return f"It depends on {self._names(ruling.depends_on)}.", ruling.depends_on
        if ruling.ruling == "consider" and {"should", "must", "need", "needs"} & set(ask.words):
            return "It can be considered.", ()
        return {"yes": "Yes.", "consider": "Yes.", "no": "No."}[ruling.ruling], ()

    @staticmethod
    def _worded(ask: Ask, polar: dict[str, frozenset[str]] | object) -> str:
        """Yes or no by the words of a question that is no matter of the algorithm."""
        if not isinstance(polar, dict) or {"not", "no", "never"} & set(ask.words):
            return ""
        places = {
            answer: min((n for n, w in enumerate(ask.words) if w in words), default=-1)
            for answer, words in polar.items()
        }
        said = {answer: place for answer, place in places.items() if place >= 0}
        return min(said, key=lambda a: said[a]).capitalize() + "." if said else ""

    def _names(self, facts: Sequence[str]) -> str:
        names = list(dict.fromkeys(i.name for i in self._repertoire.inquiries if i.facts & set(facts)))
        return " and ".join(names) if len(names) < 3 else ", ".join(names[:-1]) + " and " + names[-1]


def verbatim(statement: Statement) -> str:
    """A statement word for word, with its citation in front of the stop."""
    return f"{statement.text.rstrip('.')} [{statement.id}]."


def grade_of(statement: Statement) -> str:
    """ "Level I, Grade A", as far as the guideline gives them."""
    evidence = statement.evidence
    parts = [
        f"Level {evidence.level}" if evidence and evidence.level else "",
        f"Grade {evidence.grade}" if evidence and evidence.grade else "",
    ]
    return ", ".join(p for p in parts if p)


def laid_out(passages: Sequence[Passage]) -> str:
    """The passages as Markdown: one paragraph each where they are long, lists where they list."""
    blocks = []
    for passage in passages:
        if passage.as_list:
            items = [f"- {s}" if "\n" not in s else s for s in passage.sentences]
            blocks.append("\n\n".join(p for p in (passage.lead, "\n".join(items)) if p))
        else:
            text = " ".join(p for p in (passage.lead, *passage.sentences) if p)
            blocks.append(text)
    blocks = [b for b in blocks if b]
    short = sum(len(b) for b in blocks) < 420 and not any("\n" in b for b in blocks)
    return (" " if short else "\n\n").join(blocks)


def cited_in(text: str) -> tuple[str, ...]:
    """The ids that a text cites, once each, in order."""
    return tuple(dict.fromkeys(citations(text))) if CITED.search(text) else ()
