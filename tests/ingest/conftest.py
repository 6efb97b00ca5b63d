"""What the tests of ingest share: the shipped guideline, a small one, and an encoder that counts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus import find_pack
from ingest.encoder import HashEncoder, Vectors
from ingest.guideline import Guideline, read_guideline

FRONT = "---\nid: small\ntitle: Small\npopulation: Adults\nversion: '1'\nreferences: [1, 2]\n---\n\n"


class CountingEncoder(HashEncoder):
    """A HashEncoder that remembers what it was asked to encode."""

    def __init__(self, dimension: int = 64) -> None:
        super().__init__(dimension)
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.encoded += texts
        return super().encode(texts)


def small_guideline(folder: Path, *texts: str) -> Guideline:
    """A guideline of one section with these statements, read from a file in `folder`."""
    body = "".join(f"1.{number} {text} [1]\n\n" for number, text in enumerate(texts, start=1))
    file = folder / "small.md"
    file.write_text(f"{FRONT}## 1 Only section\n\n{body}", encoding="utf-8")
    return read_guideline(file)


@pytest.fixture(scope="session")
def shipped() -> Guideline:
    return read_guideline(find_pack("stage-iv-rectal-cancer") / "guideline.md")


@pytest.fixture
def encoder() -> CountingEncoder:
    return CountingEncoder()
