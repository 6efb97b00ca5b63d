"""The encoding worker: encodes call by call, lets a bounded number wait, and passes errors on."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import numpy as np
import pytest

from corpus.errors import EncoderError
from ingest.encoder import HashEncoder, Vectors
from retrieval.worker import EncoderBusy, EncodingWorker


class _GatedEncoder(HashEncoder):
    """Encodes when it is let; remembers its batches."""

    def __init__(self) -> None:
        super().__init__(32)
        self.gate, self.entered = threading.Semaphore(0), threading.Semaphore(0)
        self.batches: list[int] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.batches.append(len(texts))
        self.entered.release()
        assert self.gate.acquire(timeout=10)
        if "bad" in texts:
            raise EncoderError("The encoder is ill.")
        return super().encode(texts)


def test_it_encodes_as_its_encoder_does() -> None:
    texts = [f"text {number}" for number in range(100)]
    plain = HashEncoder(32)
    with EncodingWorker(plain) as worker, ThreadPoolExecutor(16) as pool:
        assert (worker.name, worker.dimension, worker.fingerprint) == ("hash-32", 32, plain.fingerprint)
        vectors = list(pool.map(lambda text: worker.encode([text])[0], texts))
        assert np.array_equal(np.stack(vectors), plain.encode(texts))
        assert np.array_equal(worker.encode(texts), plain.encode(texts))
        assert worker.encode([]).shape == (0, 32)


def test_what_waits_together_is_encoded_by_itself() -> None:
    gated = _GatedEncoder()
    with EncodingWorker(gated) as worker, ThreadPoolExecutor(8) as pool:
        first = pool.submit(worker.encode, ["first"])
        assert gated.entered.acquire(timeout=10)
        rest = [pool.submit(worker.encode, [f"text {number}"]) for number in range(7)]
        while worker.waiting < 7:
            pass
        gated.gate.release(8)
        assert all(len(future.result(10)) == 1 for future in [first, *rest])
    assert gated.batches == [1] * 8


def test_more_than_may_wait_is_refused_at_once() -> None:
    gated = _GatedEncoder()
    with EncodingWorker(gated, waiting=2) as worker, ThreadPoolExecutor(8) as pool:
        first = pool.submit(worker.encode, ["first"])
        assert gated.entered.acquire(timeout=10)
        waiting = [pool.submit(worker.encode, ["waits"]) for _ in range(2)]
        while worker.waiting < 2:
            pass
        with pytest.raises(EncoderBusy, match="Too many questions are being asked"):
            worker.encode(["one more"])
        gated.gate.release(3)
        assert all(len(future.result(10)) == 1 for future in [first, *waiting])


def test_one_that_waits_too_long_is_refused() -> None:
    gated = _GatedEncoder()
    with EncodingWorker(gated, patience=0.05) as worker:
        with pytest.raises(EncoderBusy):
            worker.encode(["slow"])
        with pytest.raises(EncoderBusy):
            asyncio.run(worker.encode_async(["slow"]))
        gated.gate.release(2)


def test_an_error_goes_to_those_who_wait_and_the_next_is_served() -> None:
    gated = _GatedEncoder()
    gated.gate.release(2)
    with EncodingWorker(gated) as worker:
        with pytest.raises(EncoderError, match="The encoder is ill"):
            worker.encode(["bad"])
        assert len(worker.encode(["good"])) == 1


def test_the_event_loop_goes_on_meanwhile() -> None:
    gated = _GatedEncoder()

    async def ask(worker: EncodingWorker) -> int:
        asking = asyncio.create_task(worker.encode_async(["a", "b"]))
        turns = 0
        while gated.batches == []:
            turns += 1
            await asyncio.sleep(0)
        cancelled = asyncio.create_task(worker.encode_async(["never mind"]))
        await asyncio.sleep(0)
        cancelled.cancel()
        with suppress(asyncio.CancelledError):
            await cancelled
        gated.gate.release(2)
        assert (await asking).shape == (2, 32)
        return turns

    with EncodingWorker(gated) as worker:
        assert asyncio.run(ask(worker)) > 0
    assert gated.batches == [2]


def test_a_closed_worker_refuses() -> None:
    worker = EncodingWorker(HashEncoder(32))
    worker.close()
    worker.close()
    with pytest.raises(EncoderError, match="The encoder has been closed"):
        worker.encode(["late"])
