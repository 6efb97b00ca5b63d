from __future__ import annotations

import json

import httpx
import pytest

from api.app import create_app
from tests.api.conftest import Build, client_of
from tests.scripted_assistant import ScriptedAssistant

pytestmark = pytest.mark.anyio


async def test_a_question_is_answered_and_recorded(client: httpx.AsyncClient) -> None:
    response = await client.post("/api/chat", json={"message": "Why?", "patient": {"marker": "present"}})
    assert response.status_code == 200
    content = response.json()
    assert list(content)[:4] == ["conversation_id", "answer_id", "status", "answer"]
    assert content["patient"] == {"marker": "present"}
    record = (await client.get(f"/api/answers/{content['answer_id']}")).json()
    assert record["response"] == content
    assert (record["message"], record["turn"]) == ("Why?", 1)
    assert "draft" not in record
    whole = (await client.get(f"/api/answers/{content['answer_id']}?draft=true")).json()
    assert whole == {**record, "draft": None}


async def test_a_conversation_goes_on(client: httpx.AsyncClient) -> None:
    first = (await client.post("/api/chat", json={"message": "a", "patient": {"marker": "present"}})).json()
    body = {"message": "b", "conversation_id": first["conversation_id"], "patient": {"fitness": "good"}}
    second = (await client.post("/api/chat", json=body)).json()
    assert second["conversation_id"] == first["conversation_id"]
    assert second["patient"] == {"marker": "present", "fitness": "good"}
    third = (await client.post("/api/chat", json={**body, "patient": {"marker": None}})).json()
    assert third["patient"] == {"fitness": "good"}


async def test_a_deleted_conversation_is_gone(client: httpx.AsyncClient) -> None:
    first = (await client.post("/api/chat", json={"message": "a"})).json()
    address = f"/api/conversations/{first['conversation_id']}"
    assert (await client.delete(address)).status_code == 204
    assert (await client.delete(address)).status_code == 404
    assert (await client.get(f"/api/answers/{first['answer_id']}")).status_code == 404
    again = await client.post("/api/chat", json={"message": "b", "conversation_id": first["conversation_id"]})
    assert again.status_code == 404


async def test_an_answer_is_rated(client: httpx.AsyncClient, build: Build) -> None:
    answer = (await client.post("/api/chat", json={"message": "a"})).json()["answer_id"]
    body = {"answer_id": answer, "rating": "down", "reason": "left out the visit"}
    assert (await client.post("/api/feedback", json=body)).status_code == 204
    assert build().store.rating(answer) == ("down", "left out the visit")
    assert (await client.post("/api/feedback", json={**body, "answer_id": "a-none"})).status_code == 404
    assert (await client.post("/api/feedback", json={**body, "rating": "sideways"})).status_code == 422


async def test_control_characters_do_not_reach_the_answer(build: Build) -> None:
    async with client_of(create_app(build(ScriptedAssistant({"ab\nc": "heard"})))) as client:
        response = await client.post("/api/chat", json={"message": "a\x00b\x1b\nc\x7f"})
    assert response.json()["answer"] == "heard"


def events_of(text: str) -> list[tuple[str, dict[str, object]]]:
    found = []
    for block in text.strip().split("\n\n"):
        name, data = block.split("\n")
        found.append((name.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    return found


async def test_a_stream_gives_the_same_as_an_answer_at_once(build: Build) -> None:
    said = "No [1.1]. Because of “this”: 0.5 mg, e.g. once.\n\n- one [1.2]\n- two\n"
    async with client_of(create_app(build(ScriptedAssistant(otherwise=said)))) as client:
        response = await client.post("/api/chat", json={"message": "a", "stream": True})
        assert response.headers["content-type"].startswith("text/event-stream")
        events = events_of(response.text)
        assert [name for name, _ in events[:2]] == ["meta", "sources"]
        assert events[-1][0] == "done"
        sentences = [content["text"] for name, content in events if name == "sentence"]
        assert "".join(str(text) for text in sentences) == said == events[-1][1]["answer"]
        assert len(sentences) > 3
        assert (await client.get(f"/api/answers/{events[0][1]['answer_id']}")).json()["response"] == events[
            -1
        ][1]


async def test_a_failure_tells_nothing_of_the_question(
    build: Build, caplog: pytest.LogCaptureFixture
) -> None:
    secret = "a secret of the patient"
    service = build(ScriptedAssistant({secret: ValueError(f"could not read {secret!r}")}))
    async with client_of(create_app(service)) as client:
        for stream in (False, True):
            response = await client.post("/api/chat", json={"message": secret, "stream": stream})
            assert response.status_code == 500
            assert response.headers["content-type"] == "application/problem+json"
            assert secret not in response.text
    assert "ValueError at" in caplog.text
    assert secret not in caplog.text
    assert service.store.count() == (0, 0)
