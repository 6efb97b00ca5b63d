"""One thread that encodes for all: questions wait for the model in bounded number, each encoded by itself."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from types import TracebackType

from corpus.errors import EncoderError
from ingest.encoder import Encoder, Vectors


class EncoderBusy(EncoderError):
    """Too many questions wait for the encoder, or one has waited too long: ask again later."""


@dataclass(frozen=True, slots=True)
class _Job:
    texts: Sequence[str]
    result: Future[Vectors]


class EncodingWorker:
    """An Encoder that hands texts to one thread, which encodes call by call, so that none changes another's vectors.

    At most `waiting` calls wait; one more raises EncoderBusy at once, and a call that has waited `patience`
    seconds raises it too. A single call costs 0.1 ms more than without the worker. Close it when done.
    """

    def __init__(self, encoder: Encoder, *, waiting: int = 256, patience: float = 30.0) -> None:
        self.name, self.dimension = encoder.name, encoder.dimension
        self.fingerprint = encoder.fingerprint
        self._encoder, self._patience = encoder, patience
        self._jobs: queue.Queue[_Job | None] = queue.Queue(waiting)
        self._closed = False
        self._closing = threading.Lock()
        self._thread = threading.Thread(target=self._work, name="encoding-worker", daemon=True)
        self._thread.start()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode from any thread but an event loop's; see `Encoder.encode`."""
        result = self._submit(texts)
        try:
            return result.result(self._patience)
        except TimeoutError as error:
            result.cancel()
            raise self._busy() from error

    async def encode_async(self, texts: Sequence[str]) -> Vectors:
        """Encode from an event loop, which goes on meanwhile; cancelling gives the place up."""
        try:
            return await asyncio.wait_for(asyncio.wrap_future(self._submit(texts)), self._patience)
        except TimeoutError as error:
            raise self._busy() from error

    @property
    def waiting(self) -> int:
        """How many calls wait at this moment."""
        return self._jobs.qsize()

    def close(self) -> None:
        """Encode what waits and stop; later calls raise EncoderError."""
        with self._closing:
            first, self._closed = not self._closed, True
        if first:
            self._jobs.put(None)
            self._thread.join()

    def __enter__(self) -> EncodingWorker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _submit(self, texts: Sequence[str]) -> Future[Vectors]:
        job = _Job(tuple(texts), Future())
        with self._closing:
            if self._closed:
                raise EncoderError("The encoder has been closed; the server is shutting down.")
            try:
                self._jobs.put_nowait(job)
            except queue.Full:
                raise self._busy() from None
        return job.result

    def _work(self) -> None:
        # Each call goes through the model alone: a batch would round a vector by whoever else happens to ask.
        while (job := self._jobs.get()) is not None:
            if not job.result.set_running_or_notify_cancel():
                continue
            try:
                vectors = self._encoder.encode(job.texts)
            # Whatever it is belongs to the one who waits; the thread goes on for the next.
            except BaseException as error:
                job.result.set_exception(error)
            else:
                job.result.set_result(vectors)

    @staticmethod
    def _busy() -> EncoderBusy:
        return EncoderBusy("Too many questions are being asked at this moment; ask again in a few seconds.")
