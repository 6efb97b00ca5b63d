"""The MCP server, asked by the protocol's own client: in memory, over stdio and over HTTP."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.types import CallToolResult, TextContent

from api.mcp_server import build, http_app
from corpus.errors import IndexBroken
from tests.api.conftest import Build
from tests.api.live import serving
from tests.scripted_assistant import ScriptedAssistant

pytestmark = pytest.mark.anyio

TOOLS = {"ask", "check_text", "read_statement"}


def text(result: CallToolResult) -> str:
    first = result.content[0]
    assert isinstance(first, TextContent)
    return first.text


async def call(client: Client, tool: str, **arguments: Any) -> CallToolResult:
    result = await client.call_tool(tool, arguments)
    assert isinstance(result, CallToolResult)
    return result


async def test_three_tools_that_say_what_they_are_for(build: Build) -> None:
    async with Client(_server(build)) as client:
        tools = (await client.list_tools()).tools
    assert {tool.name for tool in tools} == TOOLS
    assert all(tool.description and tool.annotations and tool.annotations.read_only_hint for tool in tools)


async def test_asking_gives_the_answer_with_its_sources_and_a_conversation(build: Build) -> None:
    async with Client(_server(build)) as client:
        first = await call(client, "ask", question="Is it so?", patient={"marker": "present"})
        assert text(first).startswith("The first sentence [1.1].")
        assert "**Sources**" in text(first)
        assert first.structured_content is not None
        conversation = first.structured_content["conversation_id"]
        second = await call(client, "ask", question="And now?", conversation_id=conversation)
    assert second.structured_content is not None
    assert second.structured_content["patient"] == {"marker": "present"}


async def test_checking_and_reading(build: Build) -> None:
    async with Client(_server(build)) as client:
        bad = await call(client, "check_text", text="This is forbidden.")
        good = await call(client, "check_text", text="This is fine.")
        read = await call(client, "read_statement", id="[1.1]")
    assert text(bad) == "Verdict: block\n- This word is not allowed. (1.1)"
    assert text(good) == "Verdict: pass"
    assert read.structured_content is not None
    assert text(read).endswith(read.structured_content["quote"])


@pytest.mark.parametrize(
    ("tool", "arguments", "says"),
    [
        ("ask", {"question": "  "}, "empty"),
        ("ask", {"question": "a", "patient": {"nonsense": "yes"}}, "known facts"),
        ("ask", {"question": "a", "conversation_id": "nobody"}, "no conversation"),
        ("check_text", {"text": "a", "patient": {"marker": "purple"}}, "known values"),
        ("read_statement", {"id": "99.9"}, "no statement"),
    ],
)
async def test_what_is_wrong_is_said(build: Build, tool: str, arguments: dict[str, Any], says: str) -> None:
    async with Client(_server(build)) as client:
        result = await call(client, tool, **arguments)
    assert result.is_error
    assert says in text(result)


async def test_a_broken_index_refuses_and_says_why(build: Build) -> None:
    responder = ScriptedAssistant({"a": IndexBroken("The index does not answer as it must.")})
    async with Client(_server(build, responder)) as client:
        result = await call(client, "ask", question="a")
    assert result.is_error
    assert "does not answer" in text(result)


@pytest.mark.server
async def test_over_http_behind_the_token(build: Build) -> None:
    service = build()
    with serving(http_app(service, service.settings), lifespan="on") as url:
        async with Client(f"{url}/mcp") as client:
            assert {tool.name for tool in (await client.list_tools()).tools} == TOOLS
            assert text(await call(client, "check_text", text="Fine.")) == "Verdict: pass"


@pytest.mark.server
async def test_http_asks_for_the_token(build: Build) -> None:
    import httpx

    service = build(jwt_secret="s" * 32)
    with serving(http_app(service, service.settings)) as url:
        reply = httpx.post(f"{url}/mcp", json={})
    assert reply.status_code == 401
    assert "token" in reply.json()["detail"]


@pytest.mark.server
async def test_over_stdio_as_an_agent_starts_it(tmp_path: Path) -> None:
    server = StdioServerParameters(
        command=sys.executable,
        args=["-m", "api.cli", "mcp"],
        env={**os.environ, "GUIDERAIL_DATA": str(tmp_path)},
        cwd=str(Path(__file__).parents[2]),
    )
    async with Client(stdio_client(server)) as client:
        verdict = await call(
            client, "check_text", text="Do not give cetuximab when the tumor is KRAS-mutant [9.3]."
        )
        assert text(verdict).startswith("Verdict: pass")
        read = await call(client, "read_statement", id="3.1")
        assert "FOLFOX" in text(read)


def _server(make: Build, responder: ScriptedAssistant | None = None) -> Any:
    return build(make(responder))
