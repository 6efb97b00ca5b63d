"""Server-sent events of an answer.

meta {conversation_id, answer_id, patient} · sources {citations} · sentence {text} … · finding {…} …
· done {the whole response}          or, at any time,          error {problem}
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing
from typing import Any

from answering.pieces import pieces
from api.problems import problem_of

HEARTBEAT = ": still working\n\n"

Event = tuple[str, Mapping[str, Any]]


async def told(response: Mapping[str, Any]) -> AsyncGenerator[Event]:
    """The events of an answer that is whole already, and that the guardrail has passed."""
    yield "meta", {key: response[key] for key in ("conversation_id", "answer_id", "patient")}
    yield "sources", {"citations": response["citations"]}
    for text in pieces(response["answer"]):
        yield "sentence", {"text": text}
    for finding in response["guardrail"]["findings"]:
        yield "finding", finding
    yield "done", response


async def written(events: AsyncGenerator[Event], every: float = 10.0) -> AsyncIterator[str]:
    """The events as they go over the line; a comment each `every` seconds of silence keeps proxies from hanging up.

    After the first byte an error can only travel as an event. When the client goes, the events are closed at once.
    """
    async with aclosing(events):
        while True:
            coming = asyncio.ensure_future(anext(events, None))
            try:
                while not (await asyncio.wait({coming}, timeout=every))[0]:
                    yield HEARTBEAT
                event = coming.result()
            except Exception as error:
                yield line("error", {"problem": problem_of(error)})
                return
            finally:
                await _ended(coming)
            if event is None:
                return
            yield line(*event)


async def _ended(coming: asyncio.Future[Event | None]) -> None:
    """Wait for what was cancelled: a generator cannot be closed while it is still running."""
    if not coming.done():
        coming.cancel()
        await asyncio.wait({coming})


def line(name: str, content: Mapping[str, Any]) -> str:
    return f"event: {name}\ndata: {json.dumps(content, ensure_ascii=False, separators=(',', ':'))}\n\n"
