"""Answers that a language model drafts under guard, with the composed answer beside them.

The composed answer is made while the model writes. Whatever becomes of the draft, there is an answer, and every
sentence of it has passed the guardrail.
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Mapping
from functools import cache
from typing import Any, Protocol

from answering.answer import Citation
from answering.briefing import Brief
from answering.consultation import Begun, Found, Sentence, Sources, Step, Turn
from answering.drafting.course import Course, Outcome
from answering.drafting.findings import Checker
from answering.drafting.gate import Gate, Judgement
from answering.drafting.grounding import Grounding, cited
from answering.drafting.model import Drafter
from answering.drafting.prompting import Prompter
from answering.drafting.tongue import Tongue
from answering.pieces import pieces
from answering.record import Json
from guardrails.algorithm import Algorithm
from guardrails.findings import Finding
from guardrails.withheld import without_words
from ingest.guideline import Guideline

# Stands between sentences of a draft that were shown and the composed answer that takes the draft's place.
BRIDGE = "The draft was stopped here. The answer composed from the guideline follows."

Facts = Mapping[str, str | None]


class Answerer(Protocol):
    """Composes answers; both are pure, and run on worker threads."""

    def brief(self, message: str, state: Json, patient: Facts) -> Brief | None:
        """What a drafter is told; None when the guideline does not cover the question."""
        ...

    def turn(self, message: str, state: Json, patient: Facts) -> Turn:
        """The composed answer."""
        ...


# Runs a function with its arguments on a worker thread.
Work = Callable[..., Awaitable[Any]]


class DraftingAssistant:
    """Answers with a drafter, on the event loop.

    `seconds` is the time that drafting and revising may take in all.
    """

    def __init__(
        self,
        answerer: Answerer,
        checker: Checker,
        drafter: Drafter,
        guideline: Guideline,
        algorithm: Algorithm,
        *,
        seconds: float,
        work: Work = asyncio.to_thread,
    ) -> None:
        self.answerer = answerer  # composes alone, without a model
        self._checker, self._drafter = checker, drafter
        self._guideline, self._seconds, self._work = guideline, seconds, work
        self._prompter = Prompter(guideline, algorithm)
        self._tongue = Tongue(_texts(guideline, algorithm))

    def turn(self, message: str, state: Json, patient: Facts) -> Turn:
        """The whole answer, for a thread that runs no event loop."""
        return asyncio.run_coroutine_threadsafe(self.whole(message, state, patient), _loop()).result()

    async def whole(self, message: str, state: Json, patient: Facts) -> Turn:
        """The whole answer; cancelling it cancels the provider's call."""
        return await self._answer(message, state, patient, lambda step: None)

    async def stream(self, message: str, state: Json, patient: Facts) -> AsyncGenerator[Step]:
        """The answer as it is made; the Turn at its end is the same as without streaming.

        The sentences joined are the answer, but for a draft that was stopped after some of its sentences were shown:
        then the composed answer follows them behind BRIDGE, and the Turn has the composed answer alone.
        Closing the generator cancels the provider's call. Raises what reading and composing raise.
        """
        queue: asyncio.Queue[Step | None] = asyncio.Queue()
        task = asyncio.create_task(self._answer(message, state, patient, queue.put_nowait))
        task.add_done_callback(lambda _: queue.put_nowait(None))
        try:
            while (step := await queue.get()) is not None:
                yield step
            yield task.result()
        finally:
            while not task.done():  # more than once: a client library may swallow a cancellation
                task.cancel()
                await asyncio.wait({task}, timeout=0.05)

    async def _answer(self, message: str, state: Json, patient: Facts, tell: Callable[[Step], None]) -> Turn:
        brief: Brief | None = await self._work(self.answerer.brief, message, state, patient)
        composing = asyncio.ensure_future(self._work(self.answerer.turn, message, state, patient))
        try:
            if brief is None:
                composed: Turn = await composing
                _tell_composed(composed, tell)
                return composed
            tell(Begun(brief.patient))
            tell(Sources([Citation.of(s).to_json() for s in brief.passages]))
            outcome = await self._course(brief, tell).run()
            composed = await composing
        finally:
            composing.cancel()
        if outcome.text is None:
            replaced = _replaced(composed, outcome, self._drafter.name)
            for piece in _replacement(composed.response["answer"], outcome.shown):
                tell(Sentence(piece))
            return replaced
        return self._drafted(composed, outcome, outcome.text)

    def _course(self, brief: Brief, tell: Callable[[Step], None]) -> Course:
        grounding = Grounding({s.id: s for s in brief.passages}, self._tongue)
        gate = Gate(self._checker, grounding, brief.question, brief.patient)

        def withhold(judgement: Judgement) -> None:
            for found in judgement.findings:
                tell(Found(without_words(found, [judgement.shown]).to_json()))

        return Course(
            brief,
            gate,
            self._drafter,
            self._prompter,
            self._guideline,
            deadline=asyncio.get_running_loop().time() + self._seconds,
            release=lambda piece: tell(Sentence(piece)),
            withhold=withhold,
        )

    def _drafted(self, composed: Turn, outcome: Outcome, text: str) -> Turn:
        found = [f.to_json() for f in (*_told(outcome), *outcome.noted)]
        statements = (self._guideline.statement(i) for i in cited(text))
        response = {
            **composed.response,
            "answer": text,
            "citations": [Citation.of(s).to_json() for s in statements if s is not None],
            "guardrail": {
                **composed.response["guardrail"],
                "verdict": _verdict(found),
                "action": "revised" if outcome.revised else "none",
                "reason": None,
                "findings": found,
            },
            "drafted_by": self._drafter.name,
            "versions": {**composed.response["versions"], "drafter": self._drafter.name},
        }
        return Turn(response, composed.state, _record(self._drafter.name, outcome))


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """One event loop for all who have none: a provider's open connections belong to the loop that made them."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="drafting", daemon=True).start()
    return loop


def _replaced(composed: Turn, outcome: Outcome, drafter: str) -> Turn:
    found = [f.to_json() for f in _told(outcome)] + list(composed.response["guardrail"]["findings"])
    response = {
        **composed.response,
        "guardrail": {
            **composed.response["guardrail"],
            "verdict": _verdict(found),
            "action": "replaced",
            "reason": outcome.reason,
            "findings": found,
        },
        "versions": {**composed.response["versions"], "drafter": drafter},
    }
    return Turn(response, composed.state, _record(drafter, outcome))


def _told(outcome: Outcome) -> Iterator[Finding]:
    """The findings about drafts, as they may leave the server."""
    withheld = [judgement.shown for judgement in outcome.withheld]
    for judgement in outcome.withheld:
        for found in judgement.findings:
            yield without_words(found, withheld)
    for found in (*outcome.added, *outcome.refused):
        yield without_words(found, withheld)


def _record(drafter: str, outcome: Outcome) -> str:
    """What the record keeps of the drafts: as they were written, with all that was found."""
    content = {"model": drafter, "drafts": [attempt.to_json() for attempt in outcome.attempts]}
    # A lone surrogate in a draft could not be stored; the escape can.
    return json.dumps(content, ensure_ascii=True, separators=(",", ":"))


def _verdict(findings: list[dict[str, Any]]) -> str:
    return "block" if any(f["severity"] == "block" for f in findings) else "pass"


def _tell_composed(turn: Turn, tell: Callable[[Step], None]) -> None:
    tell(Begun(turn.response["patient"]))
    tell(Sources(turn.response["citations"]))
    for piece in pieces(turn.response["answer"]):
        tell(Sentence(piece))
    for found in turn.response["guardrail"]["findings"]:
        tell(Found(found))


def _replacement(answer: str, begun: bool) -> Iterator[str]:
    if begun:
        yield f"\n\n*{BRIDGE}*\n\n"
    yield from pieces(answer)


def _texts(guideline: Guideline, algorithm: Algorithm) -> Iterator[str]:
    yield guideline.title
    yield guideline.population
    for statement in guideline.statements:
        yield statement.text
        yield from statement.section
    for directive in algorithm.directives:
        yield directive.title
    for fact in algorithm.facts:
        yield fact.label
        yield from fact.values.values()
