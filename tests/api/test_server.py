"""A real server in a process of its own, with the real pack: started, asked, watched, killed."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from answering.conversations import Conversations
from answering.drafting import DraftSentence
from answering.scripted_provider import Call, Reply, ScriptedProvider
from corpus import find_pack
from evaluation.items import GoldItem, read_items
from evaluation.measure import RunningServer, running_server
from tests.postgres import Cluster

pytestmark = pytest.mark.server

QUESTIONS = [
    item.turns[0]
    for item in read_items(find_pack() / "gold.jsonl")
    if isinstance(item, GoldItem) and len(item.turns) == 1
]


def client(server: RunningServer) -> httpx.Client:
    return httpx.Client(base_url=server.url, timeout=60, trust_env=False)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with running_server(str(tmp_path_factory.mktemp("data")), GUIDERAIL_ENCODER="hash") as running:
        yield running


def without_ids(response: dict[str, Any]) -> str:
    return json.dumps({k: v for k, v in response.items() if k not in ("conversation_id", "answer_id")})


def test_the_way_of_a_question(server: RunningServer) -> None:
    with client(server) as http:
        answer = http.post("/api/chat", json={"message": QUESTIONS[0]}).json()
        assert answer["status"] == "answered"
        guideline = http.get("/api/guideline").json()
        verbatim = {s["id"]: s["text"] for section in guideline["sections"] for s in section["statements"]}
        assert answer["citations"]
        assert all(citation["quote"] == verbatim[citation["id"]] for citation in answer["citations"])
        config = http.get("/api/config").json()
        facts = {fact["name"]: {v["value"] for v in fact["values"]} for fact in config["facts"]}
        assert all(value in facts[name] for name, value in answer["patient"].items())
        assert len(config["suggestions"]) >= 3
        algorithm = http.post("/api/algorithm", json={"patient": answer["patient"]}).json()
        assert sum(len(axis["directives"]) for axis in algorithm["axes"]) == config["directives"]
        checked = http.post(
            "/api/check", json={"answer": answer["answer"], "patient": answer["patient"]}
        ).json()
        assert checked["verdict"] == "pass"


def test_a_stream_and_an_answer_are_the_same(server: RunningServer) -> None:
    with client(server) as http:
        whole = http.post("/api/chat", json={"message": QUESTIONS[1]}).json()
        body = {"message": QUESTIONS[1], "stream": True}
        with http.stream("POST", "/api/chat", json=body) as response:
            lines = [line for line in response.iter_lines() if line]
    done = json.loads(lines[-1].removeprefix("data: "))
    assert lines[-2] == "event: done"
    assert without_ids(done) == without_ids(whole)


def test_another_process_with_another_hash_seed_gives_the_same_bytes(server: RunningServer) -> None:
    with running_server(GUIDERAIL_ENCODER="hash", PYTHONHASHSEED="77") as other:
        for question in QUESTIONS[:12]:
            answers = []
            for running in (server, other):
                with client(running) as http:
                    answers.append(without_ids(http.post("/api/chat", json={"message": question}).json()))
            assert answers[0] == answers[1]


def test_questions_at_the_same_time_do_not_mix(server: RunningServer) -> None:
    with client(server) as http:
        alone = {q: without_ids(http.post("/api/chat", json={"message": q}).json()) for q in QUESTIONS[:16]}
        found: dict[str, str] = {}

        def ask(question: str) -> None:
            found[question] = without_ids(http.post("/api/chat", json={"message": question}).json())

        threads = [threading.Thread(target=ask, args=(question,)) for question in alone]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == alone


def test_a_killed_server_leaves_nothing_half_and_starts_again(tmp_path: Path) -> None:
    for _ in range(2):
        with running_server(str(tmp_path), GUIDERAIL_ENCODER="hash") as running:
            stop = threading.Event()
            threads = [threading.Thread(target=_keep_asking, args=(running, stop)) for _ in range(3)]
            for thread in threads:
                thread.start()
            time.sleep(1.0)
            os.kill(running.pid, signal.SIGKILL)
            stop.set()
            for thread in threads:
                thread.join()
        with sqlite3.connect(tmp_path / "guiderail.db") as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            rows = database.execute(
                "SELECT c.turns, count(a.id), max(a.turn) FROM conversation c"
                " LEFT JOIN answer a ON a.conversation_id = c.id GROUP BY c.id"
            ).fetchall()
        database.close()
        assert len(rows) > 3
        assert all(turns == count == last for turns, count, last in rows)


def _keep_asking(running: RunningServer, stop: threading.Event) -> None:
    with client(running) as http:
        while not stop.is_set():
            try:
                first = http.post("/api/chat", json={"message": QUESTIONS[2]}).json()
                body = {"message": QUESTIONS[3], "conversation_id": first["conversation_id"]}
                http.post("/api/chat", json=body)
            except httpx.TransportError:
                return


def test_the_log_holds_no_question(tmp_path: Path) -> None:
    import re
    import subprocess
    import sys

    secret = "zanzibarian"
    environment = {**os.environ, "GUIDERAIL_DATA": str(tmp_path), "GUIDERAIL_ENCODER": "hash"}
    log = tmp_path / "log"
    with log.open("w") as out:
        started = subprocess.Popen(
            [sys.executable, "-m", "api.cli", "serve", "--port", "0"], env=environment, stdout=out, stderr=out
        )
    try:
        deadline = time.monotonic() + 60
        while not (found := re.search(r"http://[\d.:]+", log.read_text())):
            assert time.monotonic() < deadline, log.read_text()
            time.sleep(0.05)
        with httpx.Client(base_url=found.group(), timeout=60, trust_env=False) as http:
            while http.get("/readyz").status_code != 200:
                assert time.monotonic() < deadline, log.read_text()
                time.sleep(0.05)
            http.post("/api/chat", json={"message": f"Is a {secret} patient treated?"}).raise_for_status()
            http.post("/api/check", json={"answer": f"{secret} text"}).raise_for_status()
            http.post("/api/chat", json={"message": "x", "patient": {secret: "yes"}})
            http.post("/api/chat", content=f'{{"message": {secret}')
            assert secret not in http.get("/metrics").text
    finally:
        started.terminate()
        started.wait(20)
    text = log.read_text()
    assert "POST /api/chat" in text
    assert secret not in text


def test_a_language_model_drafts_and_the_guardrail_stands_before_it() -> None:
    hostile = "Give cetuximab to every patient, whatever the KRAS status."
    drafts = {
        "good": [DraftSentence("Short-course radiotherapy is 25 Gy in 5 fractions over 1 week.", ("6.4",))],
        "bad": [DraftSentence(hostile, ("3.3",))],
    }

    def script(call: Call) -> Reply:
        return Reply.drafting(
            drafts["bad" if "cetuximab" in call.prompt.rsplit("Question", 1)[-1] else "good"]
        )

    with (
        ScriptedProvider(script) as provider,
        running_server(
            GUIDERAIL_ENCODER="hash",
            GUIDERAIL_MODEL="openai:scripted",
            GUIDERAIL_MODEL_BASE_URL=provider.url,
        ) as running,
        client(running) as http,
    ):
        good = http.post("/api/chat", json={"message": "What is the short-course schedule?"}).json()
        asked = {"message": "May I give cetuximab when KRAS is mutated?", "stream": True}
        response = http.post("/api/chat", json=asked)
        assert response.status_code == 200, response.text
        bad = response.text
        done = json.loads(bad.rstrip().rsplit("data: ", 1)[1])
        record = http.get(f"/api/answers/{done['answer_id']}?draft=true").json()
    assert good["drafted_by"] == "openai:scripted"
    assert "[6.4]" in good["answer"]
    assert done["guardrail"]["action"] == "replaced"
    assert hostile not in bad
    assert hostile in record["draft"]


@pytest.mark.postgres
def test_records_in_postgresql_survive_a_kill(cluster: Cluster) -> None:
    url = cluster.database()
    with running_server(GUIDERAIL_ENCODER="hash", GUIDERAIL_DATABASE=url) as running:
        stop = threading.Event()
        asking = threading.Thread(target=_keep_asking, args=(running, stop))
        with client(running) as http:
            answer = http.post("/api/chat", json={"message": QUESTIONS[0]}).json()
        asking.start()
        time.sleep(0.5)
        os.kill(running.pid, signal.SIGKILL)
        stop.set()
        asking.join()
    store = Conversations(url)
    conversations, answers = store.count()
    assert conversations <= answers <= 2 * conversations
    assert store.record(answer["answer_id"]).response == answer
    store.close()


@pytest.mark.model
def test_ready_within_its_time_and_memory(tmp_path: Path) -> None:
    with running_server(str(tmp_path)):
        pass
    with running_server(str(tmp_path)) as running, client(running) as http:
        assert running.seconds < 30  # 12 on a machine that does nothing else; the benchmark measures it
        assert http.post("/api/chat", json={"message": QUESTIONS[0]}).json()["status"] == "answered"
        assert running.megabytes() < 1_300
