"""One turn over HTTP: by a responder that answers at once, or by one that can be heard while it is at work."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Any
from weakref import WeakValueDictionary

from answering.consultation import (
    Begun,
    Consultations,
    Found,
    Sentence,
    Sources,
    StreamingResponder,
    Turn,
)
from answering.record import Conversation
from api.bodies import ChatBody
from api.service import Service
from api.stream import Event, told


class Turns:
    """Turns of one service. Those of the same conversation follow one another."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def events(self, body: ChatBody) -> AsyncGenerator[Event]:
        """The events of the answer to a message, ending in `done`; the turn is recorded before that one."""
        service = self._service
        responder, consultations = service.desk.responder, service.consultations
        if not isinstance(responder, StreamingResponder):
            response = await service.work(consultations.ask, body.message, body.conversation_id, body.patient)
            service.metrics.answered(response)
            async for event in told(response):
                yield event
            return
        async with self._lock(body.conversation_id):
            conversation = await service.work(consultations.open, body.conversation_id)
            async with aclosing(self._heard(responder, consultations, conversation, body)) as events:
                async for event in events:
                    yield event

    async def _heard(
        self,
        responder: StreamingResponder,
        consultations: Consultations,
        conversation: Conversation,
        body: ChatBody,
    ) -> AsyncGenerator[Event]:
        # The first event names the answer before there is one, so this id cannot follow from its content.
        answer_id = f"a-{secrets.token_hex(12)}"
        ids = {"conversation_id": conversation.id, "answer_id": answer_id}
        async with aclosing(responder.stream(body.message, conversation.state, body.patient)) as steps:
            async for step in steps:
                match step:
                    case Begun():
                        yield "meta", {**ids, "patient": dict(step.patient)}
                    case Sources():
                        yield "sources", {"citations": list(step.citations)}
                    case Sentence():
                        yield "sentence", {"text": step.text}
                    case Found():
                        yield "finding", step.finding
                    case Turn():
                        record = consultations.record(
                            answer_id, conversation, body.message, body.patient, step
                        )
                        await self._service.work(self._service.store.add, record)
                        self._service.metrics.answered(record.response)
                        yield "done", record.response

    def _lock(self, conversation_id: str | None) -> asyncio.Lock:
        if conversation_id is None:
            return asyncio.Lock()
        return self._locks.setdefault(conversation_id, asyncio.Lock())


async def whole(events: AsyncGenerator[Event]) -> Mapping[str, Any]:
    """The response that the events end in."""
    response: Mapping[str, Any] = {}
    async with aclosing(events):
        async for name, content in events:
            if name == "done":
                response = content
    return response


async def begun(events: AsyncGenerator[Event]) -> AsyncGenerator[Event]:
    """The same events, once the first is there: what fails before it can still be told by a status."""
    first = await anext(events)

    async def rest() -> AsyncGenerator[Event]:
        async with aclosing(events):
            yield first
            async for event in events:
                yield event

    return rest()
