"""Streams over a real server on a free port: what a client hears, and what happens when it goes."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from time import perf_counter

import anyio
import httpx
import pytest
import uvicorn

from answering.consultation import StreamingResponder
from api.app import create_app
from api.service import Service
from api.stream import HEARTBEAT, Event, written
from corpus.errors import IndexBroken
from tests.api.conftest import Build
from tests.scripted_assistant import ScriptedAssistant, ScriptedStream

pytestmark = pytest.mark.anyio

LONG = " ".join(f"word{n}" for n in range(20)) + " [1.1]."


@asynccontextmanager
async def serving(service: Service) -> AsyncIterator[httpx.AsyncClient]:
    config = uvicorn.Config(create_app(service), log_config=None, lifespan="off")
    server = uvicorn.Server(config)
    listener = socket.create_server(("127.0.0.1", 0))
    running = asyncio.create_task(server.serve(sockets=[listener]))
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    async with httpx.AsyncClient(base_url=address, timeout=20, trust_env=False) as client:
        while not server.started:
            await asyncio.sleep(0.01)
        yield client
    server.should_exit = True
    await running


async def heard(client: httpx.AsyncClient, **body: object) -> list[tuple[str, dict[str, object], float]]:
    """The events of an answer, each with the moment at which it came."""
    events: list[tuple[str, dict[str, object], float]] = []
    name = ""
    async with client.stream("POST", "/api/chat", json={"message": "a", "stream": True, **body}) as response:
        assert response.status_code == 200
        async for line in response.aiter_lines():
            if line.startswith("event: "):
                name = line.removeprefix("event: ")
            elif line.startswith("data: "):
                events.append((name, json.loads(line.removeprefix("data: ")), perf_counter()))
    return events


async def test_sentences_come_while_the_rest_is_still_being_written(build: Build) -> None:
    service = build(ScriptedStream(otherwise=LONG, pause=0.02))
    async with serving(service) as client:
        events = await heard(client)
    names = [name for name, _, _ in events]
    assert names == ["meta", "sources", *["sentence"] * 21, "done"]
    done = events[-1][1]
    assert (
        "".join(str(content["text"]) for name, content, _ in events if name == "sentence") == done["answer"]
    )
    assert events[0][1]["answer_id"] == done["answer_id"]
    assert events[-1][2] - events[2][2] > 0.2
    assert service.store.record(str(done["answer_id"])).response == done


async def test_a_composed_answer_streams_the_same(build: Build) -> None:
    async with serving(build(ScriptedAssistant())) as client:
        events = await heard(client, patient={"marker": "present"})
    assert events[0][1]["patient"] == {"marker": "present"}
    assert events[-1][0] == "done"


async def test_without_stream_a_streaming_responder_gives_the_whole(build: Build) -> None:
    service = build(ScriptedStream(otherwise=LONG))
    async with serving(service) as client:
        first = (await client.post("/api/chat", json={"message": "a"})).json()
        body = {"message": "b", "conversation_id": first["conversation_id"]}
        second = (await client.post("/api/chat", json=body)).json()
    assert first["answer"] == second["answer"] == LONG
    assert service.store.record(second["answer_id"]).turn == 2


async def test_a_client_that_goes_stops_the_work_and_leaves_no_record(build: Build) -> None:
    responder = ScriptedStream(otherwise=LONG, pause=0.05)
    assert isinstance(responder, StreamingResponder)
    service = build(responder)
    async with serving(service) as client:
        async with client.stream("POST", "/api/chat", json={"message": "a", "stream": True}) as response:
            async for line in response.aiter_lines():
                if "word1" in line:
                    break
        for _ in range(100):
            if responder.stopped:
                break
            await asyncio.sleep(0.01)
        assert responder.stopped
        assert service.store.count() == (0, 0)
        assert (await client.get("/healthz")).status_code == 200


async def test_what_fails_before_the_first_byte_has_a_status(build: Build) -> None:
    broken = IndexBroken("The vectors are lost; run guiderail ingest.")
    for responder in (ScriptedStream({"a": broken}), ScriptedAssistant({"a": broken})):
        async with serving(build(responder)) as client:
            response = await client.post("/api/chat", json={"message": "a", "stream": True})
            assert response.status_code == 503
            assert response.json()["detail"] == str(broken)


async def test_turns_of_one_conversation_follow_one_another(build: Build) -> None:
    service = build(ScriptedStream(otherwise=LONG, pause=0.01))
    async with serving(service) as client:
        first = (await client.post("/api/chat", json={"message": "a"})).json()
        body = {"message": "b", "conversation_id": first["conversation_id"]}
        answers = await asyncio.gather(*(client.post("/api/chat", json=body) for _ in range(4)))
    assert [answer.status_code for answer in answers] == [200] * 4
    assert service.store.find(first["conversation_id"]).turns == 5


async def test_many_streams_do_not_mix(build: Build) -> None:
    script: dict[str, str | Exception] = {f"q{n}": f"answer {n} " * 10 for n in range(16)}
    service = build(ScriptedStream(script, pause=0.005))
    async with serving(service) as client:
        all_events = await asyncio.gather(*(heard(client, message=message) for message in script))
    for message, events in zip(script, all_events, strict=True):
        said = "".join(str(content["text"]) for name, content, _ in events if name == "sentence")
        assert said == script[message]


async def _events(*steps: Event | float | Exception) -> AsyncIterator[Event]:
    for step in steps:
        if isinstance(step, Exception):
            raise step
        if isinstance(step, float):
            await asyncio.sleep(step)
        else:
            yield step


async def test_silence_is_bridged_by_heartbeats() -> None:
    lines = [text async for text in written(_events(("meta", {}), 0.12, ("done", {})), every=0.05)]  # type: ignore[arg-type]
    assert lines == ["event: meta\ndata: {}\n\n", HEARTBEAT, HEARTBEAT, "event: done\ndata: {}\n\n"]


async def test_a_failure_in_mid_stream_travels_as_an_event() -> None:
    secret = "a secret question"
    lines = [text async for text in written(_events(("meta", {}), ValueError(secret)))]  # type: ignore[arg-type]
    assert lines[-1].startswith('event: error\ndata: {"problem":{"type":"about:blank"')
    assert secret not in "".join(lines)


async def test_a_client_that_goes_leaves_the_events_the_time_to_clean_up() -> None:
    """The server cancels again at every step until the task has ended; what holds a provider's call must still end."""
    ended = []

    async def events() -> AsyncGenerator[Event]:
        try:
            yield "meta", {}
            await asyncio.sleep(60)
        finally:
            for _ in range(5):
                await asyncio.sleep(0.01)
            ended.append(True)

    async with anyio.create_task_group() as group:

        async def listen() -> None:
            async for _ in written(events()):
                asyncio.get_running_loop().call_later(0.05, group.cancel_scope.cancel)

        group.start_soon(listen)
    assert ended == [True]
