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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests in the browser come last: Playwright keeps an event loop in this thread, and others need their own."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
