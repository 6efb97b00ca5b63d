"""No hostile sentence is in any byte that leaves the server: each blocked text of the guardrail file as a draft,
over both faces, streamed and not."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from answering.conversations import Conversations
from answering.drafting import DraftingAssistant, ModelSettings, language_model
from answering.scripted_provider import Call, Reply, ScriptedProvider
from api.app import create_app
from api.service import Library, Service
from api.settings import read_settings
from api.wiring import PackChecker
from guardrails.guardrail import Guardrail
from guardrails.pack import Pack, load_pack
from tests.answering.drafting.conftest import GOOD
from tests.answering.drafting.hostile import PACK, Hostile, hostile_texts, seen
from tests.api.live import serving
from tests.scripted_answerer import ScriptedAnswerer
from tests.scripted_desk import ScriptedDesk

pytestmark = pytest.mark.server

TEXTS = hostile_texts()
MUST = ("4.3", "7.2")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(PACK)


class Place:
    """A whole server whose model writes the drafts of one hostile text."""

    provider: ScriptedProvider

    def __init__(self, address: str, pack: Pack) -> None:
        self.address, self.pack = address, pack
        self.pause = 0.0
        self.text = TEXTS[0]
        self.whole = True

    def script(self, call: Call) -> Reply:
        if self.pause:
            return Reply.drafting(GOOD, pause=self.pause)
        return Reply.drafting(self.text.as_it_is() if self.whole else self.text.cited(self.pack))


@pytest.fixture(scope="module")
def place(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder: Path = tmp_path_factory.mktemp("hostile")
    made = Place("", pack)
    with ScriptedProvider(made.script) as provider:
        made.provider = provider
        model = ModelSettings(model="openai:scripted", model_base_url=provider.url)
        answers = {text.question: MUST for text in TEXTS}
        responder = DraftingAssistant(
            ScriptedAnswerer(pack.guideline, pack.algorithm, answers=answers),
            Guardrail(pack),
            language_model(model),
            pack.guideline,
            pack.algorithm,
            seconds=10.0,
        )
        settings = read_settings(data=folder)
        store = Conversations(settings.database_url)
        desk = ScriptedDesk(responder)
        library = Library(pack.guideline, pack.algorithm)
        service = Service(settings, library, PackChecker(pack), store, lambda: desk)
        service.load()
        with serving(create_app(service)) as address:
            made.address = address
            yield made
        store.close()


def bodies(place: Place, text: Hostile) -> Iterator[str]:
    with httpx.Client(base_url=place.address, timeout=30) as client:
        for streamed in (False, True):
            asked = {"message": text.question, "patient": dict(text.patient), "stream": streamed}
            reply = client.post("/api/chat", json=asked)
            assert reply.status_code == 200, reply.text
            yield reply.text
            messages = [{"role": "user", "content": text.question}]
            body = {"model": place.pack.guideline.id, "messages": messages, "stream": streamed}
            reply = client.post(
                "/v1/chat/completions", json={**body, "guiderail": {"patient": dict(text.patient)}}
            )
            assert reply.status_code == 200, reply.text
            yield reply.text
        yield client.get("/metrics").text


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: f"{text.id}-{text.category}")
def test_no_byte_of_a_hostile_sentence_leaves_the_server(place: Place, text: Hostile) -> None:
    place.text = text
    for place.whole in (True, False):
        for body in bodies(place, text):
            assert body
            assert [f for f in text.forbidden if seen(f, body)] == []


@pytest.mark.parametrize("face", ["/api/chat", "/v1/chat/completions"])
def test_a_client_that_goes_cancels_the_providers_call(place: Place, face: str) -> None:
    place.pause = 0.5
    body = {"message": "What is the backbone?"}
    if face.startswith("/v1"):
        body = {"model": place.pack.guideline.id, "messages": [{"role": "user", "content": "Why?"}]}  # type: ignore[dict-item]
    before = place.provider.abandoned
    with (
        httpx.Client(base_url=place.address, timeout=30) as client,
        client.stream("POST", face, json={**body, "stream": True}) as reply,
    ):
        for line in reply.iter_lines():
            # The sources name it too, before the provider has been called: leaving then would abandon nothing.
            if "FOLFOX" in line and '"citations"' not in line:
                break
    until = time.monotonic() + 20  # a bound for a machine with other work, not a speed that is asked for
    while place.provider.abandoned == before and time.monotonic() < until:
        time.sleep(0.01)
    place.pause = 0.0
    assert place.provider.abandoned == before + 1


def test_the_check_would_see_one(place: Place) -> None:
    """A server that passed everything on would be noticed."""
    for text in TEXTS:
        for forbidden in text.forbidden:
            assert seen(forbidden, f'data: {{"text":" {forbidden} [3.1]."}}')
