"""One thread that encodes for all: concurrent questions go through the model together, in bounded number."""

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

_BATCH = 32


class EncoderBusy(EncoderError):
    """Too many questions wait for the encoder, or one has waited too long: ask again later."""


@dataclass(frozen=True, slots=True)
class _Job:
    texts: Sequence[str]
    result: Future[Vectors]


class EncodingWorker:
    """An Encoder that hands texts to one thread; what has come in meanwhile is encoded in one batch.

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
        while (job := self._jobs.get()) is not None:
            jobs, open_end = [job], True
            while sum(len(job.texts) for job in jobs) < _BATCH:
                try:
                    following = self._jobs.get_nowait()
                except queue.Empty:
                    break
                if following is None:
                    open_end = False
                    break
                jobs.append(following)
            if wanted := [job for job in jobs if job.result.set_running_or_notify_cancel()]:
                self._encode(wanted)
            if not open_end:
                return

    def _encode(self, jobs: list[_Job]) -> None:
        try:
            vectors = self._encoder.encode([text for job in jobs for text in job.texts])
        # Whatever it is belongs to those who wait; the thread goes on for the next.
        except BaseException as error:
            for job in jobs:
                job.result.set_exception(error)
            return
        start = 0
        for job in jobs:
            job.result.set_result(vectors[start : start + len(job.texts)])
            start += len(job.texts)

    @staticmethod
    def _busy() -> EncoderBusy:
        return EncoderBusy("Too many questions are being asked at this moment; ask again in a few seconds.")
