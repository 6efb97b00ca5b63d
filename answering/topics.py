"""The topics that an answer deals with: those nearest to the question, unless a ruling leads elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from answering.ask import Ask
from answering.judgement import Judgement
from answering.repertoire import Repertoire, Topic, cited_by
from answering.routing import Route, Routes
from guardrails.pack import Pack
from language.condition import ALWAYS

ALSO = 0.25  # how far behind the best topic one may be that is about another intervention of the question
CLOSE = 0.12  # how far behind the best topic another may be to be told too, where no yes or no is asked for
SURE = 0.80  # cosine from which a proposal is not looked for elsewhere
_SAME = frozenset({"why", "grading", "plan", "confirm"})  # kinds of question that stay with what was told
_OF_ALL = frozenset({"why", "grading", "count", "amount", "duration", "moment"})  # not asked case by case
_VAGUE = 9  # words and marks that a question has at most that is about nothing but what stands before it
_BRIEF = 4  # words and marks that "Which one?" has at most
WHOLE = 0.15  # how far behind the best topic one may be that tells all kinds of what is asked about
REACH = 0.35  # how far behind the best topic one may be that tells what a proposal is ruled by
AGAIN = 0.60  # cosine below which a question that leans on the last turn is about its topics


class Topics:
    """Chooses topics for an ask. Pure."""

    def __init__(self, pack: Pack, repertoire: Repertoire) -> None:
        self._known, self._repertoire = pack.vocabulary.interventions, repertoire
        self._guideline, self._algorithm = pack.guideline, pack.algorithm

    def choose(self, ask: Ask, routes: Routes, ruling: Judgement, before: Sequence[str]) -> tuple[Topic, ...]:
        """The topics in the order in which they are told; `before` are those of the last turn."""
        best = routes.best
        leans = ask.refers or ask.implicit or "supposing" in ask.kinds
        again = [self._repertoire.topics[id] for id in before if id in self._repertoire.topics]
        numbered = bool(ask.numbers & best.topic.quantities)
        if leans and again and not numbered and (best.meaning < AGAIN or ask.implicit):
            return tuple(again)
        if (
            ask.refers
            and best.topic.id in before
            and (further := self.further(ask, routes, before)) is not None
        ):
            return (further,)
        unsupported = ruling.ruling == "open" and bool(ruling.directives)  # others may have it
        if ruling.ruling == "no" or (ask.polar and ask.refers and unsupported):
            return (self._telling(ask, routes, ruling, best).topic,)
        if ask.polar and not numbered and (ordered := self._ordered(ask, routes, ruling)) is not None:
            return (ordered,)
        if not ask.polar and (whole := self._kinds(ask, routes) or self._whole(ask, routes)) is not None:
            return (whole,)
        if not ask.polar and not ask.numbers and "compare" not in ask.kinds:
            return self._close(best, routes)
        sure = best.meaning >= SURE and ruling.ruling != "depends" and not ruling.meant
        sure &= not ask.refers or len(ask.words) > _VAGUE
        sure |= numbered and ask.refers
        sure |= (ask.unadvised or bool(best.topic.quantities & ask.measured)) and best.meaning >= AGAIN
        if (
            ask.polar
            and "compare" not in ask.kinds
            and not sure
            and not self._decides(best.topic, ruling, ask)
        ):
            telling = self._telling(ask, routes, ruling, best)
            if telling != best and telling.score >= best.score - REACH:
                alone = "confirm" in ask.kinds or ruling.meant or not self._directives(best.topic)
                return (telling.topic,) if alone else (telling.topic, best.topic)
        if len(best.topic.points) > 1 or not (ask.polar or "compare" in ask.kinds):
            return (best.topic,)
        return self._for_each(ask, routes, best)

    def of_cases(self, ask: Ask, routes: Routes) -> tuple[Topic, ...]:
        """ "What is done where it is A, B or C?": what the algorithm has for each, most urgent things first."""
        if len(ask.cases) < 2 or ask.polar or ask.interventions or ask.kinds & _OF_ALL:
            return ()
        found: list[Topic] = []
        for case in ask.cases:
            mask = self._algorithm.mask(case)
            own = [
                d
                for d in self._algorithm.directives
                if d.strength != "avoid"
                and d.plan is None
                and d.when != ALWAYS
                and mask
                and not mask & ~self._algorithm.masks[d.id]
            ]
            urgent = {d.id for d in own if d.strength == "must"} or {d.id for d in own}
            best = next((r.topic for r in routes.routes if self._directives(r.topic) & urgent), None)
            found += [best] if best is not None and best not in found else []
        return tuple(found) if len(found) > 1 else ()

    def further(self, ask: Ask, routes: Routes, before: Sequence[str]) -> Topic | None:
        """ "With what?": what the last turn has not told yet, from the same section of the guideline."""
        if ask.polar or "wh" not in ask.kinds or len(ask.words) > _BRIEF or ask.kinds & _SAME:
            return None
        here = self._sections(routes.best.topic)
        for route in routes.routes:
            if route.topic.id not in before and self._sections(route.topic) <= here and here:
                return route.topic
        return None

    def _sections(self, topic: Topic) -> frozenset[tuple[str, ...]]:
        """The sections of the statements that a topic cites."""
        statements = (
            self._guideline.statement(id) for p in topic.points for id in cited_by(self._repertoire, p)
        )
        return frozenset(s.section for s in statements if s is not None)

    def _ordered(self, ask: Ask, routes: Routes, ruling: Judgement) -> Topic | None:
        """ "Does A go first as in others?": what the guideline says of the order for such a patient."""
        order = {c.intervention for c in ask.proposed if self._known[c.intervention].order is not None}
        if not order or (ruling.ruling != "open" and order & set(ruling.on)):
            return None
        return next((r.topic for r in routes.routes if r.fits and r.topic.about & order), None)

    @staticmethod
    def _kinds(ask: Ask, routes: Routes) -> Topic | None:
        """ "Which?", "Which one?": the kinds of what was spoken of."""
        if not ask.refers or ask.words[:1] != ("which",) or len(ask.words) > _BRIEF:
            return None
        named = set(ask.interventions)
        several = (r.topic for r in routes.routes if len(r.topic.points) > 1 and r.topic.about & named)
        return next(several, None)

    def _whole(self, ask: Ask, routes: Routes) -> Topic | None:
        """The topic with all kinds of what is asked about, where the best topic tells only one of them."""
        best = routes.best
        named = {i for i in ask.interventions if i in self._known and self._known[i].order is None}
        own = self._about(best.topic)
        if len(best.topic.points) > 1 or not own or not named or best.meaning >= SURE:
            return None
        if own & named or not all(named & self._known[i].ancestors for i in own):
            return None
        for route in routes.routes:
            if route.score < best.score - WHOLE:
                break
            if best.topic.points[0] in route.topic.points and len(route.topic.points) > 1:
                return route.topic
        return None

    def _about(self, topic: Topic) -> frozenset[str]:
        return topic.about & self._known.keys()

    def _for_each(self, ask: Ask, routes: Routes, best: Route) -> tuple[Topic, ...]:
        """The best topic, and those on other interventions that the question names beside its own."""
        ordered = any(i in self._known and self._known[i].order is not None for i in ask.interventions)
        if ordered or not self._directives(best.topic) or best.topic.quantities & ask.numbers:
            return (best.topic,)
        topics = [best.topic]
        for intervention in ask.interventions[:3]:
            known = self._known.get(intervention)
            if known is None or best.topic.about & (known.ancestors | known.descendants):
                continue
            own = next(
                (r for r in routes.routes if len(r.topic.points) == 1 and r.topic.about & known.ancestors),
                None,
            )
            if own is not None and own.score >= best.score - ALSO and own.topic not in topics:
                topics.append(own.topic)
        return tuple(topics)

    @staticmethod
    def _close(best: Route, routes: Routes) -> tuple[Topic, ...]:
        """The best topic, and the next one when it is hardly worse."""
        others = [r.topic for r in routes.routes if r.topic != best.topic and r.score >= best.score - CLOSE]
        return (best.topic, *others[:1])

    def _telling(self, ask: Ask, routes: Routes, ruling: Judgement, best: Route) -> Route:
        """The best topic that tells a directive of the ruling; one on the order first, where an order is asked for."""
        ruled = {d.id for d in ruling.directives}
        if not ruled or (self._directives(best.topic) & ruled and not self._how(best.topic)):
            return best
        telling = [r for r in routes.routes if self._directives(r.topic) & ruled]
        telling = [r for r in telling if not self._how(r.topic)] or telling
        order = {i for i in ask.interventions if i in self._known and self._known[i].order is not None}
        return next((r for r in telling if r.topic.about & order), telling[0] if telling else best)

    @staticmethod
    def _how(topic: Topic) -> bool:
        """Whether a topic tells how something is done, in numbers, rather than whether."""
        return bool(topic.quantities)

    def _decides(self, topic: Topic, ruling: Judgement, ask: Ask) -> bool:
        """Whether a topic tells a directive of the ruling, or has words of its own for such a question."""
        if self._directives(topic) & {d.id for d in ruling.directives}:
            return True
        if ruling.ruling == "depends" and self._directives(topic):
            return False
        polar = self._repertoire.points[topic.points[0]].polar
        return not ask.refers and any(polar.at(ask.words, n) for n in range(len(ask.words)))

    def _directives(self, topic: Topic) -> frozenset[str]:
        """What a topic that stands for one point tells."""
        return self._repertoire.points[topic.points[0]].directives if len(topic.points) == 1 else frozenset()
