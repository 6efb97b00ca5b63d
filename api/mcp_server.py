"""A Model Context Protocol server: ask, check a text, read a statement, for agents that others build.

Three tools and no more: an agent chooses better among few, and everything else is in the answer.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
from collections.abc import Mapping
from typing import Any

from fastapi import HTTPException, Request
from fastapi.responses import JSONResponse
from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import CallToolResult, TextContent, ToolAnnotations
from pydantic import ValidationError
from starlette.types import ASGIApp, Receive, Scope, Send

from answering.answer import Citation
from api.access import gate
from api.bodies import ChatBody, CheckBody, check_patient
from api.openai_answer import closing
from api.problems import problem
from api.service import Service
from api.settings import Settings
from api.turns import Turns, whole
from api.version import VERSION
from corpus.errors import GuiderailError, Unavailable

# Nothing is changed but the record of the conversation, and nothing outside is reached.
_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, open_world_hint=False)


def build(service: Service) -> MCPServer[Any]:
    """The server. Index and encoder are loaded by the first question; the other tools need neither."""
    guideline, algorithm = service.library.guideline, service.library.algorithm
    turns, loading = Turns(service), asyncio.Lock()
    server: MCPServer[Any] = MCPServer(
        "guiderail",
        title="Guiderail",
        version=VERSION,
        instructions=(
            f"Answers from one guideline, {guideline.title!r} ({guideline.population}), for professionals. Show its "
            "citations with its answers, and check with check_text what you write about its subject yourself."
        ),
        log_level="WARNING",
    )

    @server.tool(annotations=_READS, title="Ask the guideline")
    async def ask(
        question: str, patient: dict[str, str] | None = None, conversation_id: str | None = None
    ) -> CallToolResult:
        """Answer a clinical question from the guideline, with citations; every sentence has passed the guardrail.

        patient: known facts by name and value, as a wrong one's error lists them. conversation_id: of an earlier
        answer, to ask a follow-up. An abstention means that the guideline does not cover the question.
        """
        body = _checked(ChatBody, message=question, patient=patient or {}, conversation_id=conversation_id)
        with _told():
            check_patient(body.patient, algorithm)
            async with loading:
                await _load(service)
            response = await whole(turns.events(body))
        return _result(response["answer"] + closing(response), response)

    @server.tool(annotations=_READS, title="Check a text")
    async def check_text(
        text: str, question: str | None = None, patient: dict[str, str] | None = None
    ) -> CallToolResult:
        """Check any text against the guideline's algorithm: pass or block, with a finding for each thing that is wrong.

        question: what the text answers; facts stated in it count. patient: known facts by name and value.
        """
        body = _checked(CheckBody, answer=text, question=question, patient=patient or {})
        with _told():
            check_patient(body.patient, algorithm)
            verdict = await service.work(service.checker.check, body.answer, body.question, body.patient)
        service.metrics.checked(verdict)
        lines = [f"- {f['message']} ({', '.join(f['sources'])})" for f in verdict["findings"]]
        return _result("\n".join([f"Verdict: {verdict['verdict']}", *lines]), verdict)

    @server.tool(annotations=_READS, title="Read a statement")
    async def read_statement(id: str) -> CallToolResult:
        """Read one statement of the guideline word by word, by its id as citations give it."""
        statement = guideline.statement(id.strip().strip("[]"))
        if statement is None:
            ids = [s.id for s in guideline.statements]
            raise ToolError(f"There is no statement {id[:20]!r}; the ids go from {ids[0]} to {ids[-1]}.")
        citation = Citation.of(statement).to_json()
        return _result(f"[{statement.id}] {' > '.join(statement.section)}: {statement.text}", citation)

    return server


def http_app(service: Service, settings: Settings) -> ASGIApp:
    """The server over streamable HTTP at /mcp, behind the same token as the API."""
    app = build(service).streamable_http_app(stateless_http=True, json_response=True, host=settings.host)
    return _Gated(app, settings)


async def _load(service: Service) -> None:
    try:
        _ = service.desk
    except Unavailable:
        await asyncio.to_thread(service.load)  # if it fails, the desk says why


class _Gated:
    """Asks for the token before anything else."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app, self._check = app, gate(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            try:
                await self._check(Request(scope))
            except HTTPException as error:
                content = problem(error.status_code, str(error.detail))
                refusal = JSONResponse(content, error.status_code, dict(error.headers or {}))
                await refusal(scope, receive, send)
                return
        await self._app(scope, receive, send)


class _told:
    """Lets our errors reach the agent as what they say."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, GuiderailError):
            raise ToolError(str(error)) from error


def _checked(body: type[Any], **values: Any) -> Any:
    try:
        return body(**values)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise ToolError(f"{first['loc'][0]}: {first['msg'].removeprefix('Value error, ')}.") from None


def _result(text: str, content: Mapping[str, Any]) -> CallToolResult:
    structured = json.loads(json.dumps(content))  # plain JSON, whatever mappings it was made of
    return CallToolResult(content=[TextContent(text=text)], structured_content=structured)


def serve(settings: Settings, *, http: bool) -> None:
    """Serve until told to stop; over stdio, standard output belongs to the protocol."""
    import uvicorn

    from api.wiring import open_service

    os.environ["ANONYMIZED_TELEMETRY"] = "False"
    logging.basicConfig(level=logging.WARNING)  # to standard error
    service = open_service(settings)
    try:
        if http:
            uvicorn.run(http_app(service, settings), host=settings.host, port=settings.port, log_config=None)
        else:
            asyncio.run(build(service).run_stdio_async())
    finally:
        service.store.close()
