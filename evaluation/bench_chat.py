"""One question through /api/chat beside the bare encoder call in the same run."""

from __future__ import annotations

import httpx

from corpus import find_pack
from evaluation.items import GoldItem, read_items
from evaluation.measure import Number, milliseconds, running_server
from ingest.encoder import SentenceEncoder

QUESTIONS = 40


def bench_chat() -> list[Number]:
    """Median over gold questions, each asked as the first of a new conversation, against encoding the same texts.

    The two alternate, so that whatever else the machine does hits both.
    """
    pack = find_pack()
    items = [item for file in sorted(pack.glob("gold.jsonl")) for item in read_items(file)]
    texts = [item.turns[0] for item in items if isinstance(item, GoldItem)][:QUESTIONS]
    encoder = SentenceEncoder()
    bare: list[float] = []
    asked: list[float] = []
    with running_server() as server, httpx.Client(base_url=server.url, trust_env=False, timeout=60) as client:

        def ask(text: str) -> None:
            client.post("/api/chat", json={"message": text}).raise_for_status()

        for text in texts:
            bare.append(milliseconds(lambda text=text: encoder.encode([text]), times=5, warm=1))  # type: ignore[misc]
            asked.append(milliseconds(lambda text=text: ask(text), times=5, warm=1))  # type: ignore[misc]
        memory = server.megabytes()
    bare.sort()
    asked.sort()
    encoder_ms, chat_ms = bare[len(bare) // 2], asked[len(asked) // 2]
    return [
        Number("bare encoder call, one question, median", encoder_ms, "ms"),
        Number("one question through /api/chat, median", chat_ms, "ms"),
        Number("the second over the first", chat_ms / encoder_ms, "times", at_most=3.0),
        Number("memory of the server after these questions", memory, "MB", at_most=1300),
    ]
