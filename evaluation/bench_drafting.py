"""Drafted answers: the guardrail's time, the first sentence, many streams at once, memory.

A scripted provider in this process drafts from the statements that it is given; the server is a process of its own,
asked over HTTP on loopback. So every millisecond but the model's own is real.
"""

from __future__ import annotations

import asyncio
import json
import zlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter
from typing import Any

import httpx

from answering.drafting.draft import DraftSentence
from answering.drafting.gate import Gate
from answering.drafting.grounding import Grounding, rendered
from answering.drafting.tongue import Tongue
from answering.scripted_provider import Call, Reply, ScriptedProvider
from corpus import find_pack
from evaluation.items import GoldItem, read_items
from evaluation.measure import Number, running_server
from guardrails.guardrail import Guardrail
from guardrails.pack import Pack, load_pack

SENTENCES = 5
STREAMS = 32
ANSWERS = 2_000
PAUSE = 0.03  # seconds between two sentences of the model


@dataclass(slots=True)
class Writer:
    """Writes drafts that pass: statements of the case, a different choice for each question."""

    guardrail: Guardrail
    pause: float = 0.0
    said: dict[str, tuple[DraftSentence, ...]] = field(default_factory=dict)

    def __call__(self, call: Call) -> Reply:
        told = str(call.body["messages"][1]["content"])
        case = json.loads(told[told.index("{") :])
        question = str(case["question"])
        if question not in self.said:
            self.said[question] = tuple(self._draft(question, case["statements"]))
        return Reply.drafting(self.said[question], pause=self.pause, name=question)

    def _draft(self, question: str, statements: Sequence[dict[str, str]]) -> Sequence[DraftSentence]:
        turn = zlib.crc32(question.encode()) % len(statements)
        draft: list[DraftSentence] = []
        text = ""
        for statement in (*statements[turn:], *statements[:turn]):
            sentence = DraftSentence(statement["text"], (statement["id"],))
            longer = f"{text} {rendered(sentence)}".strip()
            if len(draft) < SENTENCES and self.guardrail.check(longer, question=question).verdict == "pass":
                draft.append(sentence)
                text = longer
        return draft


@dataclass(frozen=True, slots=True)
class Heard:
    """One stream: when each sentence came, and what it ended in."""

    question: str
    times: tuple[float, ...]
    response: dict[str, Any]


def bench_drafting() -> list[Number]:
    folder = find_pack()
    pack = load_pack(folder)
    items = [item for item in read_items(folder / "gold.jsonl") if isinstance(item, GoldItem)]
    questions = [item.turns[0] for item in items if item.expect == "answered"]
    writer = Writer(Guardrail(pack))
    numbers = _guardrail_time(pack)
    with ScriptedProvider(writer) as provider:
        settings: dict[str, Any] = {
            "GUIDERAIL_MODEL": "openai:scripted",
            "GUIDERAIL_MODEL_BASE_URL": provider.url,
            "GUIDERAIL_MODEL_CALLS": str(STREAMS),
            "GUIDERAIL_THREADS": "2",
        }
        with running_server(**settings) as server:
            asyncio.run(_all(server.url, questions[:8], at_once=1))  # warm
            writer.pause = PAUSE
            numbers += _first_sentence(provider, asyncio.run(_all(server.url, questions, at_once=1)))
            numbers += _at_once(
                writer, asyncio.run(_all(server.url, questions[:STREAMS] * 2, at_once=STREAMS))
            )
            writer.pause = 0.0
            asyncio.run(_all(server.url, _many(questions, ANSWERS // 5), at_once=8))
            before = server.megabytes()
            heard = asyncio.run(_all(server.url, _many(questions, ANSWERS), at_once=8))
            grown = server.megabytes() - before
            numbers.append(
                Number(f"memory grown over {len(heard):,} drafted answers", grown, "MB", at_most=30)
            )
    return numbers


def _guardrail_time(pack: Pack) -> list[Number]:
    """Checking of a drafted answer, sentence by sentence and at its end, in this process.

    The earlier sentences are checked while the model writes the next, so what is added to an answer is the time
    from its last sentence to the verdict on the whole. The sum of all is what a model that takes no time would add.
    """
    guardrail = Guardrail(pack)
    passages = {s.id: s for s in pack.guideline.statements}
    grounding = Grounding(passages, Tongue(s.text for s in pack.guideline.statements))
    added, taken = [], []
    for start in range(len(passages) - SENTENCES):
        gate = Gate(guardrail, grounding, "", {})
        begun = last = perf_counter()
        for statement in pack.guideline.statements[start : start + SENTENCES]:
            last = perf_counter()
            gate.judge(DraftSentence(statement.text, (statement.id,)))
        gate.check(gate.text)
        added.append((perf_counter() - last) * 1000)
        taken.append((perf_counter() - begun) * 1000)
    return [
        Number(
            f"guardrail's time added to a draft of {SENTENCES} sentences, median",
            median(added),
            "ms",
            at_most=10,
        ),
        Number("sum of all its checks, median", median(taken), "ms"),
    ]


def _first_sentence(provider: ScriptedProvider, heard: Sequence[Heard]) -> list[Number]:
    """From the moment at which the provider had written the first sentence until the client had it."""
    delays = sorted(
        (each.times[0] - provider.marks[f"{each.question}/0"]) * 1000
        for each in heard
        if each.response["guardrail"]["action"] == "none" and each.times
    )
    late = delays[int(len(delays) * 0.95)]
    return [
        Number(
            f"first sentence after the provider wrote it, median of {len(delays)}",
            median(delays),
            "ms",
            at_most=30,
        ),
        Number("the same, 95th percentile", late, "ms"),
    ]


def _at_once(writer: Writer, heard: Sequence[Heard]) -> list[Number]:
    drafted = [each for each in heard if each.response["guardrail"]["action"] == "none"]
    mixed = sum(
        each.response["answer"] != " ".join(map(rendered, writer.said[each.question])) for each in drafted
    )
    gaps = [b - a for each in drafted for a, b in zip(each.times, each.times[1:], strict=False)]
    return [
        Number(f"streams of {len(heard)} ({STREAMS} at once) that are not as drafted", mixed, "", at_most=0),
        Number("streams among them without a draft", len(heard) - len(drafted), ""),
        Number(
            f"longest wait between sentences ({PAUSE * 1000:.0f} ms apart)",
            max(gaps) * 1000,
            "ms",
            at_most=2000,
        ),
    ]


def _many(questions: Sequence[str], count: int) -> list[str]:
    return [questions[n % len(questions)] for n in range(count)]


async def _all(url: str, questions: Sequence[str], *, at_once: int) -> list[Heard]:
    places = asyncio.Semaphore(at_once)
    limits = httpx.Limits(max_connections=at_once)
    async with httpx.AsyncClient(base_url=url, timeout=60, trust_env=False, limits=limits) as client:

        async def one(question: str) -> Heard:
            async with places:
                return await _stream(client, question)

        return await asyncio.gather(*(one(question) for question in questions))


async def _stream(client: httpx.AsyncClient, question: str) -> Heard:
    times: list[float] = []
    response: dict[str, Any] = {}
    body = {"message": question, "stream": True}
    async with client.stream("POST", "/api/chat", json=body) as reply:
        reply.raise_for_status()
        async for name, content in _events(reply):
            if name == "sentence":
                times.append(perf_counter())
            elif name == "done":
                response = content
            elif name == "error":
                raise RuntimeError(str(content))
    return Heard(question, tuple(times), response)


async def _events(reply: httpx.Response) -> AsyncIterator[tuple[str, dict[str, Any]]]:
    name = ""
    async for line in reply.aiter_lines():
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            yield name, json.loads(line.removeprefix("data: "))
