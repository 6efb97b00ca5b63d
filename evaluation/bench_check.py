"""/api/check on a text of 100 words, and how its time grows with the length of the text."""

from __future__ import annotations

import itertools

import httpx

from corpus import find_pack
from evaluation.items import GuardItem, read_items
from evaluation.measure import Number, milliseconds, running_server

LENGTHS = (1_000, 2_500, 5_000, 10_000, 20_000, 35_000, 50_000)


def bench_check() -> list[Number]:
    """Medians over real texts of the guardrail file, joined until they are long enough."""
    items = [item for file in sorted(find_pack().glob("guard.jsonl")) for item in read_items(file)]
    texts = [item.answer for item in items if isinstance(item, GuardItem)]
    numbers: list[Number] = []
    with running_server() as server, httpx.Client(base_url=server.url, trust_env=False, timeout=60) as client:

        def check(text: str) -> None:
            client.post("/api/check", json={"answer": text}).raise_for_status()

        samples = [_words(texts[start:] + texts[:start], 100) for start in range(0, len(texts), 4)]
        medians = sorted(milliseconds(lambda text=text: check(text), times=7, warm=1) for text in samples)  # type: ignore[misc]
        numbers.append(Number("/api/check, 100 words, median", medians[len(medians) // 2], "ms", at_most=5.0))
        numbers.append(Number("/api/check, 100 words, slowest of the samples", medians[-1], "ms"))
        for length in LENGTHS:
            text = _characters(texts, length)
            numbers.append(
                Number(
                    f"/api/check, {length:,} characters, median",
                    milliseconds(lambda text=text: check(text), times=5, warm=1),  # type: ignore[misc]
                    "ms",
                    at=length,
                )
            )
    return numbers


def _words(texts: list[str], count: int) -> str:
    return " ".join(list(itertools.islice((word for text in texts for word in text.split()), count)))


def _characters(texts: list[str], length: int) -> str:
    parts: list[str] = []
    size = 0
    for text in itertools.cycle(texts):
        parts.append(text)
        size += len(text) + 1
        if size >= length:
            return "\n".join(parts)[:length]
    return ""
