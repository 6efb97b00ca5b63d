from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.postgres import Cluster


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    try:
        running = Cluster()
    except FileNotFoundError:
        pytest.skip("PostgreSQL is not installed here; .ci/run installs it")
    yield running
    running.stop()
