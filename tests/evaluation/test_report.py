from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import httpx
import pytest
from rich.console import Console

from corpus.errors import GuiderailError, InputError
from evaluation.html import to_html, write_report
from evaluation.items import GoldItem, GuardItem
from evaluation.plots import bars, curve, histogram
from evaluation.report import Report, Share, evaluate
from evaluation.table import print_report
from evaluation.target import InProcess, Refused, Server

GOLD = [
    GoldItem(
        id="g1", kind="factual", turns=["a", "b"], expect="answered", cite=[["1.1"]], patient={"f": "x"}
    ),
    GoldItem(id="g2", kind="factual", turns=["<script>"], expect="abstained"),
    GoldItem(id="g3", kind="yes_no", turns=["c"], expect="answered", cite=[["9.9"]], say=[["yes"]]),
]
GUARD = [
    GuardItem(id="c1", category="typo", answer="good", verdict="pass"),
    GuardItem(id="c2", category="typo", answer="bad", verdict="block"),
    GuardItem(id="c3", category="dose", answer="good", verdict="block", why="should be caught"),
]


class Parrot:
    """Answers every turn with the statement 1.1, and blocks what calls itself bad."""

    name = "parrot"

    def __init__(self) -> None:
        self.heard: list[tuple[Sequence[str], Mapping[str, str]]] = []

    def chat(self, turns: Sequence[str], patient: Mapping[str, str]) -> Mapping[str, Any]:
        self.heard.append((turns, patient))
        return {"status": "answered", "answer": "No <b>.", "patient": {}, "citations": [{"id": "1.1"}]}

    def check(self, answer: str, question: str | None, patient: Mapping[str, str]) -> Mapping[str, Any]:
        return {"verdict": "block" if answer == "bad" else "pass", "findings": []}


@pytest.fixture
def gold() -> Report:
    return evaluate(Path("gold.jsonl"), GOLD, Parrot())


def test_shares_are_counted_per_kind_and_per_criterion(gold: Report) -> None:
    content = gold.to_json()
    assert content["total"] == {"passed": 1, "of": 3, "share": 0.3333}
    assert content["groups"]["factual"]["total"]["passed"] == 1
    assert content["criteria"]["status"] == {"passed": 2, "of": 3, "share": 0.6667}
    assert content["criteria"]["cite"] == {"passed": 1, "of": 2, "share": 0.5}
    assert content["citation_precision"] == {"passed": 1, "of": 2, "share": 0.5}
    assert [item["id"] for item in content["items"] if not item["passed"]] == ["g2", "g3"]


def test_caught_and_let_through_are_two_shares() -> None:
    content = evaluate(Path("guard.jsonl"), GUARD, Parrot()).to_json()
    assert content["criteria"] == {
        "pass": {"passed": 1, "of": 1, "share": 1.0},
        "block": {"passed": 1, "of": 2, "share": 0.5},
    }
    assert content["groups"]["dose"]["criteria"]["block"]["passed"] == 0


class Mute(Parrot):
    """Has nothing to say to one of the texts."""

    def check(self, answer: str, question: str | None, patient: Mapping[str, str]) -> Mapping[str, Any]:
        if answer == "bad":
            raise Refused("nothing to say")
        return super().check(answer, question, patient)


def test_an_item_without_a_response_has_failed_and_the_others_go_on() -> None:
    report = evaluate(Path("guard.jsonl"), GUARD, Mute())
    assert [judgement.passed for judgement in report.judgements] == [True, False, False]
    assert report.to_json()["items"][1]["failed"] == {"response": "nothing to say"}
    assert to_html(report)


def test_progress_is_told_after_each_item() -> None:
    told: list[tuple[int, int]] = []
    evaluate(Path("x"), GUARD, Parrot(), lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_the_table_names_the_failed_and_why(gold: Report) -> None:
    out = io.StringIO()
    print_report(gold, Console(file=out, width=160))
    text = out.getvalue()
    assert "1/3" in text
    assert "33.3%" in text
    assert "g3 yes_no: c" in text
    assert "cite: without 9.9" in text


def test_the_page_stands_alone_and_escapes_what_it_shows(gold: Report, tmp_path: Path) -> None:
    page = write_report(gold, tmp_path / "new" / "folder")
    html = page.read_text(encoding="utf-8")
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert not re.search(r"(?:src|href)\s*=|url\(|@import", html)
    assert html.count("<svg") == 3
    assert json.loads((page.parent / "report.json").read_text(encoding="utf-8")) == gold.to_json()
    assert to_html(evaluate(Path("guard.jsonl"), GUARD, Parrot()))


@pytest.mark.parametrize(
    "svg",
    [
        bars([("a & b", 1, 2), ("none", 0, 0)], "Shares <all>"),
        histogram([0.0, 1.0, 5.0], "Times", "ms"),
        histogram([0.0], "Times", "ms"),
        curve([("one", [(0, 0), (10, 5)]), ("two", [(0, 1), (10, 1)])], "Curve", "x", "y"),
    ],
)
def test_plots_are_well_formed(svg: str) -> None:
    assert ElementTree.fromstring(svg).tag.endswith("svg")


def test_a_share_of_nothing_is_no_number() -> None:
    assert (str(Share(0, 0)), Share(0, 0).value) == ("–", None)


def test_in_process_turns_are_one_conversation_each() -> None:
    heard: list[list[tuple[str, Mapping[str, str]]]] = []

    def begin() -> Any:
        turns: list[tuple[str, Mapping[str, str]]] = []
        heard.append(turns)

        def turn(message: str, patient: Mapping[str, str]) -> Mapping[str, Any]:
            turns.append((message, patient))
            return {"answer": message}

        return turn

    target = InProcess(begin, lambda answer, question, patient: {})
    assert target.chat(["a", "b"], {"f": "x"}) == {"answer": "b"}
    target.chat(["c"], {})
    assert heard == [[("a", {"f": "x"}), ("b", {})], [("c", {})]]


def test_a_server_is_asked_turn_by_turn_in_one_conversation() -> None:
    asked: list[dict[str, Any]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append({"path": request.url.path, **json.loads(request.content)})
        return httpx.Response(200, json={"conversation_id": "k1", "verdict": "pass"})

    with Server("http://there", transport=httpx.MockTransport(answer)) as server:
        server.chat(["a", "b"], {"f": "x"})
        server.check("text", None, {})
    assert asked == [
        {"path": "/api/chat", "message": "a", "conversation_id": None, "patient": {"f": "x"}},
        {"path": "/api/chat", "message": "b", "conversation_id": "k1", "patient": {}},
        {"path": "/api/check", "answer": "text", "question": None, "patient": {}},
    ]


def test_a_server_that_fails_is_told_in_one_sentence() -> None:
    problem = httpx.MockTransport(lambda request: httpx.Response(503, json={"detail": "The index is lost."}))
    with (
        Server("http://there", transport=problem) as server,
        pytest.raises(GuiderailError, match="index is lost"),
    ):
        server.chat(["a"], {})
    words = httpx.MockTransport(lambda request: httpx.Response(200, text="hello"))
    with (
        Server("http://there", transport=words) as server,
        pytest.raises(GuiderailError, match="answered 200"),
    ):
        server.check("a", None, {})
    with Server("http://127.0.0.1:1") as server, pytest.raises(GuiderailError, match="is it running"):
        server.chat(["a"], {})


@pytest.mark.parametrize("url", ["", "127.0.0.1", "ftp://there", "http://", "http://there:port"])
def test_what_is_no_url_is_refused(url: str) -> None:
    with pytest.raises(InputError, match="not the URL of a server"):
        Server(url)
