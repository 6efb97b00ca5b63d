"""A provider of language models that says what it is told to say.

It speaks OpenAI's chat completions over real HTTP, so that the real client libraries, timeouts, retries and
broken connections are exercised without a network, a key or a mock. It also serves for a demonstration.

    >>> script = lambda call: Reply.drafting([DraftSentence("One.", ("1.1",))])
    >>> with ScriptedProvider(script) as provider:
    ...     provider.url
    'http://127.0.0.1:40123/v1'
"""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Literal, Self

from answering.drafting.draft import DraftSentence, write_json, write_tagged

Form = Literal["schema", "tool", "text"]


@dataclass(frozen=True, slots=True)
class Call:
    """One request as it arrived."""

    number: int  # from 1 on
    body: Mapping[str, Any]
    headers: Mapping[str, str]

    @property
    def streamed(self) -> bool:
        return bool(self.body.get("stream"))

    @property
    def form(self) -> Form:
        """How the answer is to be written: by a JSON schema, as a tool's arguments, or as plain text."""
        if "response_format" in self.body:
            return "schema"
        return "tool" if self.body.get("tools") else "text"

    @property
    def prompt(self) -> str:
        """All that the model is told, as one text."""
        return "\n\n".join(str(message.get("content") or "") for message in self.body.get("messages", ()))

    def write(self, sentences: Sequence[DraftSentence]) -> str:
        """A draft in the form that this call asks for."""
        return write_tagged(sentences) if self.form == "text" else write_json(sentences)


@dataclass(frozen=True, slots=True)
class Say:
    """The model writes this next, in pieces of `piece` characters."""

    text: str
    piece: int = 24


@dataclass(frozen=True, slots=True)
class Pause:
    seconds: float


@dataclass(frozen=True, slots=True)
class Mark:
    """Note the time under this name: everything before it has been written to the line."""

    name: str


@dataclass(frozen=True, slots=True)
class Send:
    """These bytes as they are, in a chunk of their own."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """The connection breaks here."""


Step = Say | Pause | Mark | Send | Cut


@dataclass(frozen=True, slots=True)
class Reply:
    """What the provider does with one call. `steps` may be endless."""

    steps: Callable[[Call], Iterable[Step]] = lambda call: ()
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    finish: str = "stop"

    @classmethod
    def drafting(
        cls, sentences: Sequence[DraftSentence], *, pause: float = 0.0, name: str | None = None
    ) -> Reply:
        """A whole draft; `pause` seconds between sentences. With a name, sentence i is marked as (name, i)."""

        def steps(call: Call) -> Iterable[Step]:
            text, at = call.write(sentences), 0
            for number, _ in enumerate(sentences):
                # What the first n sentences have in common with the whole is how far the model has come.
                so_far = call.write(sentences[: number + 1])
                end = _common(text, so_far)
                yield Say(text[at:end])
                at = end
                if name is not None:
                    yield Mark(f"{name}/{number}")
                if pause:
                    yield Pause(pause)
            yield Say(text[at:])

        return cls(steps)

    @classmethod
    def saying(cls, *steps: Step, finish: str = "stop") -> Reply:
        return cls(lambda call: steps, finish=finish)

    @classmethod
    def failing(cls, status: int, *, retry_after: float | None = None, code: str = "scripted") -> Reply:
        """An error in OpenAI's envelope."""
        body = json.dumps({"error": {"message": "Scripted.", "type": code, "param": None, "code": code}})
        headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
        return cls(lambda call: (Send(body.encode()),), status=status, headers=headers)


class ScriptedProvider:
    """The server, on a free port of this machine and a thread of its own, between `with` and its end."""

    def __init__(self, script: Callable[[Call], Reply], *, model: str = "scripted") -> None:
        self._script, self.model = script, model
        self.calls: list[Call] = []
        self.marks: dict[str, float] = {}  # by time.perf_counter
        self.abandoned = 0  # calls whose client went before the reply was over
        self.open = 0  # calls that are being answered
        self.most_open = 0
        self.url = ""
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="provider")

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._loop is not None
        assert self._stop is not None
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        tasks: set[asyncio.Task[None]] = set()

        async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None
            tasks.add(task)
            try:
                await self._connection(reader, writer)
            except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
                pass
            finally:
                tasks.discard(task)
                writer.close()

        server = await asyncio.start_server(accept, "127.0.0.1", 0, backlog=256)
        host, port = server.sockets[0].getsockname()[:2]
        self.url = f"http://{host}:{port}/v1"
        self._ready.set()
        await self._stop.wait()
        server.close()
        for task in tuple(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # One request a connection: waiting for the client's end must not swallow the next request's first byte.
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {
            name.strip().lower(): value.strip()
            for name, _, value in (line.partition(":") for line in head[1:] if line)
        }
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        if not head[0].startswith("POST /v1/chat/completions"):
            writer.write(_head(404, {"Content-Length": "0"}))
            await writer.drain()
            return
        call = Call(len(self.calls) + 1, json.loads(body), headers)
        self.calls.append(call)
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        gone = asyncio.create_task(reader.read(1))  # a client that waits for an answer sends nothing
        answer = asyncio.create_task(self._answer(call, writer))
        try:
            await asyncio.wait({gone, answer}, return_when=asyncio.FIRST_COMPLETED)
            if answer.done():
                answer.result()
            else:
                self.abandoned += 1
        finally:
            self.open -= 1
            for task in (gone, answer):
                task.cancel()
            await asyncio.gather(gone, answer, return_exceptions=True)

    async def _answer(self, call: Call, writer: asyncio.StreamWriter) -> None:
        reply = self._script(call)
        if reply.status != 200:
            content = b"".join(step.data for step in reply.steps(call) if isinstance(step, Send))
            more = {"Content-Type": "application/json", "Content-Length": str(len(content)), **reply.headers}
            writer.write(_head(reply.status, more) + content)
            await writer.drain()
            return
        kind = "text/event-stream" if call.streamed else "application/json"
        writer.write(_head(200, {"Content-Type": kind, "Transfer-Encoding": "chunked"}))
        said = ""
        first = True
        for step in reply.steps(call):
            match step:
                case Pause(seconds):
                    await writer.drain()
                    await asyncio.sleep(seconds)
                case Mark(name):
                    await writer.drain()
                    self.marks[name] = time.perf_counter()
                case Cut():
                    await writer.drain()
                    writer.transport.abort()
                    raise ConnectionAbortedError
                case Send(data):
                    writer.write(_chunk(data))
                case Say(text, piece):
                    said += text
                    for start in range(0, len(text) if call.streamed else 0, piece):
                        writer.write(self._event(call, _delta(call.form, text[start : start + piece], first)))
                        first = False
                        await writer.drain()
                        await asyncio.sleep(0)  # an endless reply must not keep the others waiting
        if call.streamed:
            writer.write(self._event(call, {}, reply.finish) + _chunk(b"data: [DONE]\n\n"))
        elif said:
            writer.write(_chunk(self._whole(call, said, reply.finish)))
        writer.write(b"0\r\n\r\n")
        await writer.drain()

    def _event(self, call: Call, delta: Mapping[str, Any], finish: str | None = None) -> bytes:
        if finish == "stop" and call.form == "tool":
            finish = "tool_calls"
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        content = self._object(call, "chat.completion.chunk", choice)
        return _chunk(b"data: " + json.dumps(content).encode() + b"\n\n")

    def _whole(self, call: Call, text: str, finish: str) -> bytes:
        message = {"role": "assistant", "content": None, **_delta(call.form, text, True)}
        choice = {"index": 0, "message": message, "finish_reason": finish}
        return json.dumps(self._object(call, "chat.completion", choice)).encode()

    def _object(self, call: Call, kind: str, choice: Mapping[str, Any]) -> dict[str, Any]:
        number = f"chatcmpl-{call.number}"
        return {"id": number, "object": kind, "created": 0, "model": self.model, "choices": [choice]}


def _delta(form: Form, text: str, first: bool) -> dict[str, Any]:
    if form != "tool":
        return {"role": "assistant", "content": text} if first else {"content": text}
    # The name and the id come once; clients join what comes again.
    named = {"id": "call-1", "type": "function"} if first else {}
    function = {"name": "DraftedAnswer", "arguments": text} if first else {"arguments": text}
    return {"tool_calls": [{"index": 0, **named, "function": function}]}


def _head(status: int, headers: Mapping[str, str]) -> bytes:
    lines = [
        f"HTTP/1.1 {status} Scripted",
        "Connection: close",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def _chunk(data: bytes) -> bytes:
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


def _common(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length
