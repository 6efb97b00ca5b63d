"""The application on a real port, in a thread: with a script in the assistant's place, or whatever service is given."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from pathlib import Path

import uvicorn

from answering.consultation import Responder
from answering.conversations import Conversations
from api.app import create_app
from api.service import Library, Service
from api.settings import read_settings
from guardrails.algorithm import load_algorithm
from ingest.guideline import read_guideline
from tests.scripted_desk import ScriptedChecker, ScriptedDesk

TOY = Path(__file__).parents[1] / "api" / "toy"
SUGGESTIONS = ("Is alphamab given?", "What is not covered?")


class Server:
    """Serves what `make` returns; can be stopped and started again on the same port."""

    def __init__(self, make: Callable[[], Service]) -> None:
        self._make = make
        self.port = 0
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        listener = socket.create_server(("127.0.0.1", self.port), reuse_port=False)
        self.port = listener.getsockname()[1]
        self.service = self._make()
        self.service.load()
        config = uvicorn.Config(
            create_app(self.service), log_config=None, lifespan="off", timeout_graceful_shutdown=1
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [listener]}, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(timeout=10)
        self.service.store.close()


def scripted(responder: Responder, folder: Path, **given: object) -> Server:
    """A server over the toy guideline whose answers are the script's."""
    library = Library(
        read_guideline(TOY / "guideline.md"), load_algorithm(TOY / "algorithm.yaml"), SUGGESTIONS
    )
    settings = read_settings(data=folder, **given)

    def make() -> Service:
        store = Conversations(settings.database_url)
        return Service(
            settings, library, ScriptedChecker("forbidden"), store, lambda: ScriptedDesk(responder)
        )

    return Server(make)
