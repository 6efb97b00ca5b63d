from __future__ import annotations

import pytest

from corpus import find_pack
from guardrails.pack import Pack, load_pack


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(find_pack())
