"""The OpenAI-compatible face: `/v1/chat/completions` and `/v1/models`.

The history comes from the messages: each of the user's is read as a turn of the conversation, and what assistant and
system messages say is neither a fact of the patient nor an instruction. Nothing of it needs a model but the last turn.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import time
from collections import OrderedDict
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Coroutine, Mapping
from contextlib import aclosing
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, StreamingResponse
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from answering.consultation import Responder, Sentence, Sources, StreamingResponder, Turn
from answering.drafting.assistant import DraftingAssistant
from answering.drafting.grounding import cited
from answering.pieces import pieces
from answering.record import Conversation
from api import openai_answer as answers
from api.bodies import check_patient
from api.openai_request import ChatRequest, Refused, read_request
from api.problems import problem_of
from api.service import Service
from api.stream import HEARTBEAT, heard
from corpus.errors import InputError

_MEMORY = (
    256  # histories whose state is kept, so that a long conversation is not read anew with each question
)


class Enveloped(APIRoute):
    """A route whose errors leave in OpenAI's envelope."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        answer = super().get_route_handler()

        async def handle(request: Request) -> Response:
            try:
                return await answer(request)
            except Refused as refused:
                content = answers.error(
                    refused.message, kind="invalid_request_error", param=refused.param, code=refused.code
                )
                return JSONResponse(content, refused.status)
            except RequestValidationError:
                return JSONResponse(
                    answers.error("The body is not valid JSON.", kind="invalid_request_error"), 400
                )
            except Exception as error:
                return _failed(error)

        return handle


def router(service: Service) -> APIRouter:
    routes = APIRouter(tags=["OpenAI-compatible"], route_class=Enveloped)
    histories = Histories(service)
    model = service.library.guideline.id

    @routes.post("/v1/chat/completions", summary="Ask a question, as OpenAI's clients do")
    async def complete(request: Request) -> Response:
        """The model's name is the guideline's id. Sources stand in the text; our own object is `guiderail`."""
        asked = read_request(await _json(request), model)
        check_patient(asked.patient, service.library.algorithm)
        state = await histories.state(asked.earlier)
        exchange = Exchange(service, asked, state, model, str(request.base_url))
        if not asked.streamed:
            return JSONResponse(await exchange.whole())
        lines = exchange.lines()
        first = await anext(lines)  # what fails before it can still be told by a status

        async def sent() -> AsyncIterator[str]:
            async with aclosing(lines):
                yield first
                async for line in lines:
                    yield line

        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(sent(), media_type="text/event-stream", headers=headers)

    @routes.get("/v1/models", summary="The guideline as a model")
    async def models() -> dict[str, Any]:
        return {"object": "list", "data": [_model(model)]}

    @routes.get("/v1/models/{name}", summary="The guideline as a model")
    async def one(name: str) -> dict[str, Any]:
        if name != model:
            raise Refused(f"The model {name[:80]!r} does not exist.", code="model_not_found", status=404)
        return _model(model)

    @routes.api_route("/v1/{path:path}", methods=["GET", "POST", "DELETE"], include_in_schema=False)
    async def nothing(request: Request, path: str) -> Response:
        raise Refused(f"Invalid URL ({request.method} /v1/{path[:60]}).", status=404)

    return routes


class Histories:
    """What the earlier messages of a conversation come to. Composing is pure, so it can be told again each time."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._states: OrderedDict[str, Mapping[str, Any]] = OrderedDict()

    async def state(self, earlier: tuple[str, ...]) -> Mapping[str, Any]:
        known, state = self._longest_known(earlier)
        for number in range(known, len(earlier)):
            turn: Turn = await self._service.work(
                composer(self._service.desk.responder).turn, earlier[number], state, {}
            )
            state = turn.state
            self._keep(earlier[: number + 1], state)
        return state

    def _longest_known(self, earlier: tuple[str, ...]) -> tuple[int, Mapping[str, Any]]:
        for length in range(len(earlier), 0, -1):
            key = _key(earlier[:length])
            if key in self._states:
                self._states.move_to_end(key)
                return length, self._states[key]
        return 0, {}

    def _keep(self, messages: tuple[str, ...], state: Mapping[str, Any]) -> None:
        self._states[_key(messages)] = state
        while len(self._states) > _MEMORY:
            self._states.popitem(last=False)


class Exchange:
    """One request answered, recorded as a conversation of its own."""

    def __init__(
        self, service: Service, asked: ChatRequest, state: Mapping[str, Any], model: str, base: str
    ) -> None:
        self._service, self._asked, self._model, self._base = service, asked, model, base
        self._conversation = Conversation(f"v1-{secrets.token_urlsafe(16)}", 0, state)
        self._answer_id = f"a-{secrets.token_hex(12)}"
        self._created = int(time.time())
        self._retrieved: Mapping[str, Any] = {}  # citations by id

    async def whole(self) -> dict[str, Any]:
        response: Mapping[str, Any] = {}
        async with aclosing(self._said()) as said:
            async for part in said:
                if not isinstance(part, str):
                    response = part
        return answers.completion(
            self._answer_id, self._created, self._model, response, self._asked.words, self._base
        )

    async def lines(self, every: float = 10.0) -> AsyncGenerator[str]:
        """The chunks as they go over the line; a comment each `every` seconds of silence."""
        head = (self._answer_id, self._created, self._model)
        text = ""
        async with aclosing(heard(self._said(), every)) as said:
            part = await anext(said)  # a failure before the first byte becomes a status
            yield answers.chunk(*head, {"role": "assistant", "content": ""})
            try:
                while True:
                    if part is None:
                        yield HEARTBEAT
                    elif isinstance(part, str):
                        text += part
                        yield answers.chunk(*head, {"content": part})
                    else:
                        behind = answers.closing(part, self._shown_beside(text))
                        yield answers.chunk(*head, {"content": behind})
                        noted = answers.links(text, part, self._base)
                        text += behind
                        yield answers.chunk(*head, {"annotations": noted}, finish="stop", more=part)
                        break  # the response is the last part
                    part = await anext(said)
            except Exception as error:
                yield answers.data(_envelope(error)[0])
                return
        if self._asked.usage:
            yield answers.usage_chunk(*head, self._asked.words, text)
        yield "data: [DONE]\n\n"

    async def _said(self) -> AsyncGenerator[str | Mapping[str, Any]]:
        """The pieces of the answer, and at the end the response, recorded."""
        asked, state = self._asked, self._conversation.state
        responder = self._service.desk.responder
        if isinstance(responder, StreamingResponder):
            stream: Any = responder.stream(asked.message, state, asked.patient)
            async with aclosing(stream) as steps:
                async for step in steps:
                    if isinstance(step, Sources):
                        self._retrieved = {citation["id"]: citation for citation in step.citations}
                    elif isinstance(step, Sentence):
                        yield step.text
                    elif isinstance(step, Turn):
                        yield await self._recorded(step)
            return
        turn: Turn = await self._service.work(responder.turn, asked.message, state, asked.patient)
        response = await self._recorded(turn)
        for piece in pieces(turn.response["answer"]):
            yield piece
        yield response

    def _shown_beside(self, text: str) -> list[Any]:
        """Sources of what was shown of a draft that was then replaced; of any other text they are the answer's."""
        return [self._retrieved[i] for i in cited(text) if i in self._retrieved]

    async def _recorded(self, turn: Turn) -> Mapping[str, Any]:
        record = self._service.consultations.record(
            self._answer_id, self._conversation, self._asked.message, self._asked.patient, turn
        )
        await self._service.work(self._service.store.add, record)
        self._service.metrics.answered(record.response)
        return record.response


def composer(responder: Responder) -> Responder:
    """What answers without a model: a model's answer to an earlier question tells nothing of the patient."""
    return responder.answerer if isinstance(responder, DraftingAssistant) else responder


async def _json(request: Request) -> object:
    try:
        return json.loads(await request.body())
    except ValueError:
        raise Refused("The body is not valid JSON.") from None


def _failed(error: Exception) -> Response:
    content, status, headers = _envelope(error)
    return JSONResponse(content, status, headers)


def _envelope(error: Exception) -> tuple[dict[str, Any], int, dict[str, str]]:
    if isinstance(error, HTTPException):
        status, sentence = error.status_code, str(error.detail)
    elif isinstance(error, InputError):
        status, sentence = 400, str(error)
    else:
        told = problem_of(error)
        status, sentence = told["status"], told["detail"]
    headers = dict(getattr(error, "headers", None) or {})
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        headers["Retry-After"] = "2"
    kind = "invalid_request_error" if status < 500 else "server_error"
    code = {401: "invalid_api_key", 503: "service_unavailable"}.get(status)
    return answers.error(sentence, kind=kind, code=code), status, headers


def _model(name: str) -> dict[str, Any]:
    return {"id": name, "object": "model", "created": 0, "owned_by": "guiderail"}


def _key(messages: tuple[str, ...]) -> str:
    return hashlib.sha256(json.dumps(messages).encode()).hexdigest()
