"""Server-sent events of an answer.

meta {conversation_id, answer_id, patient} · sources {citations} · sentence {text} … · finding {…} …
· done {the whole response}          or, at any time,          error {problem}
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Any, Final, TypeVar, cast

from anyio import CancelScope

from answering.pieces import pieces
from api.problems import problem_of

HEARTBEAT = ": still working\n\n"

Event = tuple[str, Mapping[str, Any]]
T = TypeVar("T")
_END: Final = object()


async def told(response: Mapping[str, Any]) -> AsyncGenerator[Event]:
    """The events of an answer that is whole already, and that the guardrail has passed."""
    yield "meta", {key: response[key] for key in ("conversation_id", "answer_id", "patient")}
    yield "sources", {"citations": response["citations"]}
    for text in pieces(response["answer"]):
        yield "sentence", {"text": text}
    for finding in response["guardrail"]["findings"]:
        yield "finding", finding
    yield "done", response


async def written(events: AsyncGenerator[Event], every: float = 10.0) -> AsyncGenerator[str]:
    """The events as they go over the line; a comment each `every` seconds of silence keeps proxies from hanging up.

    After the first byte an error can only travel as an event. When the client goes, the events are closed at once.
    """
    async with aclosing(heard(events, every)) as coming:
        try:
            async for event in coming:
                yield HEARTBEAT if event is None else line(*event)
        except Exception as error:
            yield line("error", {"problem": problem_of(error)})


async def heard(events: AsyncGenerator[T], every: float) -> AsyncGenerator[T | None]:
    """The events, and None after each `every` seconds without one. Closing or cancelling it closes the events."""
    coming = asyncio.ensure_future(anext(events, _END))
    try:
        while True:
            while not (await asyncio.wait({coming}, timeout=every))[0]:
                yield None
            event = coming.result()
            if event is _END:
                return
            yield cast(T, event)
            coming = asyncio.ensure_future(anext(events, _END))
    finally:
        # The server cancels the task of a client that has gone again and again until it ends. Unshielded, the
        # second time would end this wait, and a generator that is still running cannot be closed.
        with CancelScope(shield=True):
            while not coming.done():
                coming.cancel()
                await asyncio.wait({coming})
            await events.aclose()


def line(name: str, content: Mapping[str, Any]) -> str:
    return f"event: {name}\ndata: {json.dumps(content, ensure_ascii=False, separators=(',', ':'))}\n\n"
