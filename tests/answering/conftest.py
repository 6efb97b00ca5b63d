"""The assistant as it is served, with the real encoder."""

from __future__ import annotations

import pytest

from answering.assistant import Assistant
from corpus import find_pack
from guardrails.pack import load_pack
from ingest.encoder import SentenceEncoder
from ingest.index import build_index
from retrieval.retriever import Retriever


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    pack, encoder = load_pack(find_pack("stage-iv-rectal-cancer")), SentenceEncoder()
    index = build_index(pack.guideline, encoder, tmp_path_factory.mktemp("index"))
    return Assistant(pack, Retriever(pack.guideline, index, encoder, pack.reader.expand))
