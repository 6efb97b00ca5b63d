"""What the routes work with: the pack at once, and the desk as soon as index and model are loaded and verified."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, TypeVar

import anyio
from anyio import to_thread

from answering.consultation import Consultations, Responder
from api.metrics import Metrics
from api.settings import Settings
from corpus.errors import GuiderailError, Unavailable
from guardrails.algorithm import Algorithm
from ingest.guideline import Guideline

if TYPE_CHECKING:
    from answering.conversations import Conversations

log = logging.getLogger("guiderail")

Json = dict[str, Any]
P = ParamSpec("P")
T = TypeVar("T")


class Checker(Protocol):
    """The guardrail over any text."""

    def check(self, text: str, question: str | None, patient: Mapping[str, str]) -> Json:
        """`{"verdict", "findings", "claims"}` as INTERFACES.md has it."""
        ...


class Desk(Protocol):
    """What needs the index and the model."""

    @property
    def responder(self) -> Responder: ...

    def search(self, query: str, k: int) -> Sequence[Json]:
        """The `k` passages that bear most on the query, best first."""
        ...

    def verify(self) -> None:
        """Raises GuiderailError when the index or the model is not what it must be."""
        ...


@dataclass(frozen=True, slots=True)
class Library:
    """The parts of a pack that the routes show."""

    guideline: Guideline
    algorithm: Algorithm
    suggestions: tuple[str, ...] = ()


class Service:
    """One guideline, served. `load` is called once, on a thread; until it has returned nothing is answered."""

    def __init__(
        self,
        settings: Settings,
        library: Library,
        checker: Checker,
        store: Conversations,
        load: Callable[[], Desk],
    ) -> None:
        self.settings, self.library, self.checker, self.store = settings, library, checker, store
        self.metrics = Metrics()
        self._load = load
        self._desk: Desk | None = None
        self._why_not = (
            "The index and the sentence encoder are still being loaded; try again in a few seconds."
        )
        self._waiting = 0
        self._threads = anyio.CapacityLimiter(settings.threads)

    @property
    def desk(self) -> Desk:
        """Raises Unavailable, with the reason, while there is none."""
        if self._desk is None:
            raise Unavailable(self._why_not)
        return self._desk

    @property
    def consultations(self) -> Consultations:
        return Consultations(self.desk.responder, self.store)

    def load(self) -> None:
        """Load the desk and verify it; a failure is kept as the reason why nothing is answered."""
        try:
            desk = self._load()
            desk.verify()
        except GuiderailError as error:
            self._why_not = str(error)
            log.error("not ready: %s", error)
        except Exception as error:
            self._why_not = "Loading the index and the sentence encoder failed; the server's log says where."
            log.exception("not ready: %s", type(error).__name__)
        else:
            self._desk = desk
            self.metrics.ready(True)
            log.info("ready")

    def start_loading(self) -> None:
        # A daemon: a server that is told to stop while it is still loading must not wait for the model.
        threading.Thread(target=self.load, name="load", daemon=True).start()

    async def work(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run what computes or touches the database on a worker thread, never on the event loop.

        Raises Unavailable at once when too many are waiting already.
        """
        if self._waiting >= self.settings.waiting + self.settings.threads:
            raise Unavailable("Too many questions at once; try again in a few seconds.")
        self._waiting += 1
        try:
            return await to_thread.run_sync(lambda: function(*args, **kwargs), limiter=self._threads)
        finally:
            self._waiting -= 1
