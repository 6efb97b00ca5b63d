"""A real browser against a real server; skipped, saying so, where there is no Chromium."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from api.settings import read_settings
from tests.browser.scenes import Scenes
from tests.browser.serving import Server, scripted

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# Told to every page: what a policy refused, and what took the main thread for more than 50 ms.
WATCH = """
    window.refused = []; window.longTasks = [];
    document.addEventListener('securitypolicyviolation', (e) => refused.push(`${e.violatedDirective} ${e.blockedURI}`));
    new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((e) => e.duration)))
        .observe({type: 'longtask', buffered: true});
"""

Open = Callable[..., Page]


@dataclass
class Complaints:
    """What pages wrote to the console as errors, threw, or were refused by a policy."""

    lines: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()

    def watch(self, page: Page) -> None:
        page.on(
            "console",
            lambda message: self._add(message.text) if message.type in ("error", "warning") else None,
        )
        page.on("pageerror", lambda error: self._add(str(error)))

    def _add(self, line: str) -> None:
        if not any(part in line for part in self.expected):
            self.lines.append(line)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def complaints() -> Iterator[Complaints]:
    """Every test fails that leaves an unexpected complaint in the console."""
    complaints = Complaints()
    yield complaints
    assert complaints.lines == []


@pytest.fixture
def open_page(browser: Browser, complaints: Complaints, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Opens a URL in a browser profile of its own; further arguments are the context's.

    With GUIDERAIL_SHOTS=FOLDER each test leaves pictures of how its pages looked at its end, for people to look at.
    """
    contexts: list[BrowserContext] = []
    pages: list[Page] = []

    def open_page(url: str, width: int = 1280, height: int = 860, **more: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, accept_downloads=True, **more
        )
        contexts.append(context)
        context.set_default_timeout(15_000)
        context.add_init_script(WATCH)
        page = context.new_page()
        pages.append(page)
        complaints.watch(page)
        page.goto(url)
        return page

    yield open_page
    if folder := os.environ.get("GUIDERAIL_SHOTS"):
        for number, page in enumerate(pages):
            name = re.sub(r"\W+", "-", f"{request.node.name}-{number}")
            page.screenshot(path=str(Path(folder) / f"{name}.png"))
    refused = [
        line for page in pages if not page.is_closed() for line in page.evaluate("window.refused ?? []")
    ]
    for context in contexts:
        context.close()
    assert refused == []


@pytest.fixture(scope="session")
def scenes() -> Scenes:
    return Scenes()


@pytest.fixture(scope="session")
def stage(scenes: Scenes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The application with scripted answers."""
    server = scripted(scenes, tmp_path_factory.mktemp("stage"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The application as `guiderail serve` runs it: the pack, the sentence encoder, the index, the assistant."""
    from api.wiring import open_service

    settings = read_settings(data=tmp_path_factory.mktemp("real"))
    server = Server(lambda: open_service(settings))
    yield server
    server.stop()
