from __future__ import annotations

import asyncio
import re
import time

import httpx
import pytest

from answering.conversations import Conversations
from api.app import create_app
from api.service import Service
from api.settings import read_settings
from corpus.errors import EncoderError
from tests.api.conftest import LIBRARY, Build, client_of
from tests.scripted_desk import Gate, ScriptedChecker, ScriptedDesk

pytestmark = pytest.mark.anyio


async def test_a_text_is_checked(client: httpx.AsyncClient) -> None:
    passed = (await client.post("/api/check", json={"answer": "fine"})).json()
    assert passed == {"verdict": "pass", "findings": [], "claims": []}
    text = "this is 👩🏽‍⚕️ forbidden"
    blocked = (
        await client.post("/api/check", json={"answer": text, "patient": {"marker": "present"}})
    ).json()
    assert blocked["verdict"] == "block"
    finding = blocked["findings"][0]
    assert text[finding["start"] : finding["end"]] == "forbidden"
    assert finding["counterexample"] == {"marker": "present"}


async def test_texts_are_checked_in_their_order(client: httpx.AsyncClient) -> None:
    body = {
        "texts": [
            {"answer": "fine"},
            {"answer": "forbidden"},
            {"answer": "x", "question": "q", "patient": {}},
        ]
    }
    verdicts = (await client.post("/api/check/batch", json=body)).json()["verdicts"]
    assert [verdict["verdict"] for verdict in verdicts] == ["pass", "block", "pass"]


async def test_the_guideline_is_shown_verbatim(client: httpx.AsyncClient) -> None:
    content = (await client.get("/api/guideline")).json()
    assert (content["id"], content["version"]) == ("toy", "2026")
    assert [section["path"] for section in content["sections"]] == [
        ["Treatment", "First line"],
        ["Follow-up"],
    ]
    first = content["sections"][0]["statements"][0]
    assert first["text"] in LIBRARY.guideline.source
    assert (first["id"], first["references"], first["section"]) == ("1.1", [1], "Treatment > First line")


async def test_a_page_learns_what_it_needs(client: httpx.AsyncClient) -> None:
    content = (await client.get("/api/config")).json()
    assert content["facts"][0] == {
        "name": "marker",
        "label": "marker",
        "question": "Is the marker present?",
        "values": [
            {"value": "present", "label": "marker present"},
            {"value": "absent", "label": "marker absent"},
        ],
    }
    assert content["limits"] == {"message": 4000, "text": 50000}
    assert content["directives"] == 3
    assert content["suggestions"] == ["Is alphamab given?"]
    assert "A toy guideline (2026)" in content["notice"]["en"]
    assert "A toy guideline (2026)" in content["notice"]["de"]


@pytest.mark.parametrize(
    ("patient", "expected"),
    [
        ({}, {"D01": ("open", ["marker", "fitness"]), "D02": ("open", ["marker", "fitness", "stage"])}),
        ({"marker": "present"}, {"D01": ("open", ["fitness"]), "D02": ("open", ["fitness", "stage"])}),
        ({"marker": "absent"}, {"D01": ("excluded", []), "D02": ("open", ["stage"])}),
        ({"marker": "present", "fitness": "good"}, {"D01": ("holds", []), "D02": ("excluded", [])}),
        ({"marker": "absent", "stage": "early"}, {"D01": ("excluded", []), "D02": ("holds", [])}),
    ],
)
async def test_the_algorithm_for_a_patient(
    client: httpx.AsyncClient, patient: dict[str, str], expected: dict[str, tuple[str, list[str]]]
) -> None:
    content = (await client.post("/api/algorithm", json={"patient": patient})).json()
    found = {d["id"]: (d["status"], d["open_by"]) for axis in content["axes"] for d in axis["directives"]}
    assert found == {**expected, "D03": ("holds", [])}


async def test_conditions_are_told_in_plain_words(client: httpx.AsyncClient) -> None:
    content = (await client.post("/api/algorithm", json={})).json()
    assert [axis["label"] for axis in content["axes"]] == ["Drugs", "Follow-up"]
    told = {d["id"]: d["when"] for axis in content["axes"] for d in axis["directives"]}
    assert told == {"D01": "eligible", "D02": "not (eligible or late stage)", "D03": "every patient"}


async def test_passages_are_found(client: httpx.AsyncClient) -> None:
    passages = (await client.post("/api/retrieve", json={"query": "a", "k": 2})).json()["passages"]
    assert [passage["id"] for passage in passages] == ["1.1", "1.2"]


async def test_nothing_is_answered_before_index_and_model_are_there(tmp_path: object) -> None:
    settings = read_settings(data=tmp_path)
    store = Conversations(settings.database_url)
    gate = Gate(ScriptedDesk())
    service = Service(settings, LIBRARY, ScriptedChecker(), store, gate)
    async with client_of(create_app(service)) as client:
        service.start_loading()
        for request in (client.get("/readyz"), client.post("/api/chat", json={"message": "a"})):
            response = await request
            assert response.status_code == 503
            assert "still being loaded" in response.json()["detail"]
        assert (await client.get("/healthz")).status_code == 200
        assert (await client.post("/api/check", json={"answer": "a"})).status_code == 200
        gate.open()
        while (await client.get("/readyz")).status_code != 200:
            await asyncio.sleep(0.01)
        assert (await client.post("/api/chat", json={"message": "a"})).status_code == 200
    store.close()


async def test_a_desk_that_cannot_be_loaded_is_told(
    tmp_path: object, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> ScriptedDesk:
        raise EncoderError("The weights are not the expected ones; install the package again.")

    settings = read_settings(data=tmp_path)
    store = Conversations(settings.database_url)
    service = Service(settings, LIBRARY, ScriptedChecker(), store, fail)
    service.load()
    async with client_of(create_app(service)) as client:
        response = await client.get("/readyz")
        assert (response.status_code, response.json()["detail"][:11]) == (503, "The weights")
        assert (await client.post("/api/chat", json={"message": "a"})).status_code == 503
    store.close()


async def test_too_many_at_once_are_refused(build: Build) -> None:
    service = build(threads=1, waiting=1)
    results = await asyncio.gather(
        *(service.work(time.sleep, 0.05) for _ in range(4)), return_exceptions=True
    )
    assert [type(result).__name__ for result in results] == [
        "NoneType",
        "NoneType",
        "Unavailable",
        "Unavailable",
    ]
    await service.work(time.sleep, 0)


async def test_metrics_hold_counts_and_no_text(client: httpx.AsyncClient) -> None:
    secret = "zanzibar"
    answer = (await client.post("/api/chat", json={"message": secret})).json()
    await client.post("/api/check", json={"answer": f"forbidden {secret}"})
    await client.get(f"/api/{secret}")
    await client.get(f"/api/answers/{answer['answer_id']}")
    await client.post("/api/feedback", json={"answer_id": answer["answer_id"], "rating": "up"})
    text = (await client.get("/metrics")).text
    assert (
        'guiderail_answers_total{action="none",drafter="guideline",reason="none",status="answered"} 1.0'
        in text
    )
    assert 'guiderail_checks_total{verdict="block"} 1.0' in text
    assert 'guiderail_findings_total{kind="contradiction",severity="block"} 1.0' in text
    assert 'guiderail_ratings_total{rating="up"} 1.0' in text
    assert 'route="/api/answers/{answer_id}"' in text
    assert 'route="unknown",status="404"' in text
    assert secret not in text
    assert answer["answer_id"] not in text


@pytest.mark.parametrize("path", ["/", "/embed", "/static/docs.css", "/docs"])
async def test_pages_come_with_a_strict_policy(client: httpx.AsyncClient, path: str) -> None:
    response = await client.get(path)
    assert response.status_code == 200
    policy = dict(part.split(" ", 1) for part in response.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    local = " http://localhost:* http://127.0.0.1:*" if path == "/embed" else ""
    assert policy["frame-ancestors"] == f"'self'{local}"
    assert policy["require-trusted-types-for"] == "'script'"
    assert policy["base-uri"] == policy["form-action"] == "'none'"
    assert response.headers["x-content-type-options"] == "nosniff"
    if "html" in response.headers["content-type"]:
        assert not re.search(
            r"<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon\w+=|//[a-z]+\.[a-z]+", response.text
        )


async def test_the_widget_may_be_framed_by_the_pages_of_the_settings_alone(build: Build) -> None:
    service = build(
        host="0.0.0.0", origins="https://portal.example", frame_ancestors="'self', https://other.example"
    )
    async with client_of(create_app(service)) as client:
        portal = (await client.get("/")).headers["content-security-policy"]
        embed = (await client.get("/embed")).headers["content-security-policy"]
    assert portal.endswith("frame-ancestors 'self' https://other.example")
    assert embed.endswith("frame-ancestors 'self' https://other.example https://portal.example")


async def test_the_widget_may_be_loaded_by_foreign_pages(client: httpx.AsyncClient) -> None:
    response = await client.get("/widget/v1/guiderail.js")
    assert response.status_code == 200
    assert response.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "javascript" in response.headers["content-type"]
    again = await client.get("/widget/v1/guiderail.js", headers={"If-None-Match": response.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("name", ["nothing.js", "../app.py", "%2e%2e/app.py", ".hidden", "..%2fapp.py"])
async def test_nothing_but_the_files_of_the_folder_is_served(client: httpx.AsyncClient, name: str) -> None:
    assert (await client.get(f"/static/{name}")).status_code == 404


async def test_the_documentation_lists_every_route(client: httpx.AsyncClient) -> None:
    page = (await client.get("/docs")).text
    described = (await client.get("/openapi.json")).json()["paths"]
    for path in ("/api/chat", "/api/check", "/healthz", "/readyz", "/metrics"):
        assert path in described
        assert path in page
