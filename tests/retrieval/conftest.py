"""What the tests of retrieval share: the shipped guideline, its index by a HashEncoder, and a retriever."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import find_pack
from ingest.encoder import HashEncoder
from ingest.guideline import Guideline, read_guideline
from ingest.index import Index, build_index
from retrieval.retriever import Retriever


@pytest.fixture(scope="session")
def shipped() -> Guideline:
    return read_guideline(find_pack("stage-iv-rectal-cancer") / "guideline.md")


@pytest.fixture(scope="session")
def encoder() -> HashEncoder:
    return HashEncoder(256)


@pytest.fixture(scope="session")
def index(
    tmp_path_factory: pytest.TempPathFactory, shipped: Guideline, encoder: HashEncoder
) -> Iterator[Index]:
    folder: Path = tmp_path_factory.mktemp("index")
    opened = build_index(shipped, encoder, folder)
    yield opened
    opened.close()


@pytest.fixture
def retriever(shipped: Guideline, index: Index, encoder: HashEncoder) -> Retriever:
    return Retriever(shipped, index, encoder)
