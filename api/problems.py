"""Every error as RFC 9457 problem details, in one place.

    {"type": "about:blank", "title": "Unprocessable Content", "status": 422, "detail": "one sentence: what to do"}

Nothing that a client has sent is repeated in a problem or a log, but for the names of fields, facts and ids.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpus.errors import (
    ConversationMoved,
    CorpusError,
    EncoderError,
    GuiderailError,
    IndexProblem,
    InputError,
    NoSuchRecord,
    StorageError,
    Unavailable,
)

log = logging.getLogger("guiderail")

# Which status an error becomes; the first class that fits counts. A test fails when an error is missing.
STATUS: Mapping[type[GuiderailError], HTTPStatus] = {
    NoSuchRecord: HTTPStatus.NOT_FOUND,
    ConversationMoved: HTTPStatus.CONFLICT,
    InputError: HTTPStatus.UNPROCESSABLE_ENTITY,
    IndexProblem: HTTPStatus.SERVICE_UNAVAILABLE,
    EncoderError: HTTPStatus.SERVICE_UNAVAILABLE,
    StorageError: HTTPStatus.SERVICE_UNAVAILABLE,
    CorpusError: HTTPStatus.SERVICE_UNAVAILABLE,
    Unavailable: HTTPStatus.SERVICE_UNAVAILABLE,
}

_SENTENCES = {
    400: "The request cannot be read; send a JSON object.",
    404: "There is nothing at this address; GET /docs lists what there is.",
    405: "This address does not take this method; GET /docs lists which it takes.",
    413: "The request is too large; send less text at once.",
    415: "The request is not JSON; send it with Content-Type: application/json.",
    500: "The server failed on this request and gave no answer; its log says where.",
}


def problem(status: int, detail: str, **more: Any) -> dict[str, Any]:
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        **more,
    }


def problem_of(error: Exception) -> dict[str, Any]:
    """The problem that an error becomes; anything unforeseen is a 500 that says nothing of what was asked."""
    if isinstance(error, GuiderailError):
        status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), None)
        if status is not None:
            return problem(status, str(error))
    _log_failure(error)
    return problem(500, _SENTENCES[500])


def install(app: FastAPI) -> None:
    """Let every error of the app leave as problem details."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(GuiderailError, _guiderail)


class Failures:
    """What nobody foresaw becomes a 500.

    The framework's own handler would let the exception go on to the server's log, with a message that may quote
    a question. Once a response has begun it can only be cut off; streams send an `error` event themselves.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def watch(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watch)
        except Exception as error:
            content = problem_of(error)
            if scope["type"] == "http" and not begun:
                await _response(content)(scope, receive, send)


class Limited:
    """Refuses a request whose body is larger than `limit` bytes, whether it says so before or not."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self.app, self.limit = app, limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        stated = Headers(scope=scope).get("content-length", "0")
        if stated.isdecimal() and int(stated) > self.limit:
            await _response(problem(413, _SENTENCES[413]))(scope, receive, send)
            return
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self.limit:
                raise HTTPException(413)
            return message

        await self.app(scope, counted, send)


def _log_failure(error: Exception) -> None:
    places = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{place.filename}:{place.lineno} {place.name}" for place in reversed(places[-8:]))
    log.error("%s at %s", type(error).__name__, where)


def _response(content: dict[str, Any], headers: Mapping[str, str] | None = None) -> Response:
    status = content["status"]
    more = dict(headers or {})
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        more.setdefault("Retry-After", "2")
    return JSONResponse(content, status, more, media_type="application/problem+json")


async def _http(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    own = isinstance(error.detail, str) and error.detail != HTTPStatus(error.status_code).phrase
    detail = error.detail if own and error.status_code not in _SENTENCES else None
    content = problem(error.status_code, detail or _SENTENCES.get(error.status_code, str(error.detail)))
    return _response(content, error.headers)


async def _guiderail(_request: Request, error: Exception) -> Response:
    return _response(problem_of(error))


async def _validation(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        return _response(problem(400, f"The request is not valid JSON ({first['ctx']['error']})."))
    fields = list(dict.fromkeys(_field(each["loc"]) for each in error.errors()))[:20]
    if first["type"] == "extra_forbidden":
        detail = f"There is no field '{fields[0]}'; GET /docs lists the fields."
    else:
        detail = f"{fields[0] or 'the request'}: {first['msg'].removeprefix('Value error, ')}."
    return _response(problem(422, detail, fields=fields))


def _field(location: tuple[int | str, ...]) -> str:
    name = ".".join(str(part) for part in location if part != "body")[:60]
    return name.encode("ascii", "backslashreplace").decode()
