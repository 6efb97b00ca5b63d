from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from answering.consultation import Responder
from answering.conversations import Conversations
from api.app import create_app
from api.service import Library, Service
from api.settings import Settings, read_settings
from guardrails.algorithm import load_algorithm
from ingest.guideline import read_guideline
from tests.scripted_desk import ScriptedChecker, ScriptedDesk

TOY = Path(__file__).parent / "toy"
LIBRARY = Library(
    read_guideline(TOY / "guideline.md"), load_algorithm(TOY / "algorithm.yaml"), ("Is alphamab given?",)
)

Build = Callable[..., Service]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Build]:
    """A function that makes a loaded service from a responder and settings."""
    stores: list[Conversations] = []

    def make(
        responder: Responder | None = None, *, desk: ScriptedDesk | None = None, **given: object
    ) -> Service:
        settings: Settings = read_settings(data=tmp_path, **given)
        store = Conversations(settings.database_url)
        stores.append(store)
        chosen = desk or ScriptedDesk(responder)
        service = Service(settings, LIBRARY, ScriptedChecker("forbidden"), store, lambda: chosen)
        service.load()
        return service

    yield make
    for store in stores:
        store.close()


def client_of(app: FastAPI, **more: object) -> httpx.AsyncClient:
    """A client of the app in this process. Streams are buffered and the lifespan is skipped."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test", **more)  # type: ignore[arg-type]


@pytest.fixture
async def client(build: Build) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(create_app(build())) as client:
        yield client
