"""What goes wrong: the server away and back, a token that has run out, an answer cut off, an answer that is hostile."""

from __future__ import annotations

import time
from pathlib import Path

import jwt
import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import ask, last, until
from tests.browser.conftest import Complaints, Open
from tests.browser.scenes import Scenes
from tests.browser.serving import Server, scripted

pytestmark = pytest.mark.browser

# As a portal does it that sets the property when the element is there already.
HANDED_OVER = """window.customElements?.whenDefined('guiderail-chat').then(() => {
    document.querySelector('guiderail-chat').getToken = () => portalToken() })"""
SECRET = "a secret of the hospital's portal, long enough"


def test_the_server_goes_and_comes_back(open_page: Open, complaints: Complaints, tmp_path: Path) -> None:
    complaints.expected = ("ERR_CONNECTION_REFUSED",)
    server = scripted(Scenes(), tmp_path)
    page = open_page(f"{server.url}/embed?lang=en")
    ask(page, "Given, marker present?")
    server.stop()
    ask(page, "And then?")
    expect(last(page).locator(".failed")).to_contain_text(
        "The server cannot be reached. Your question is kept."
    )
    expect(page.get_by_role("alert").last).to_contain_text("cannot be reached")
    server.start()
    expect(last(page).locator(".interrupted")).to_contain_text("The server answers again.", timeout=10_000)
    page.get_by_role("button", name="Ask again").click()
    expect(last(page).locator(".foot")).to_be_visible()
    expect(page.locator("guiderail-turn")).to_have_count(2)
    expect(page.locator(".chip")).to_have_text("marker present")
    server.stop()


def test_a_page_that_is_up_before_the_server_waits_for_it(
    open_page: Open, complaints: Complaints, tmp_path: Path
) -> None:
    complaints.expected = ("ERR_CONNECTION_REFUSED", "503", "ERR_FAILED")
    server = scripted(Scenes(), tmp_path)
    page = open_page("about:blank")
    page.route("**/api/config", lambda route: route.abort())
    page.goto(f"{server.url}/embed?lang=en")
    expect(page.locator(".empty .failed")).to_contain_text("cannot be reached")
    page.unroute("**/api/config")
    expect(page.locator(".suggestions button").first).to_be_visible(timeout=8_000)
    server.stop()


def test_an_answer_that_breaks_off_keeps_what_has_passed(open_page: Open, stage: Server) -> None:
    page = open_page(f"{stage.url}/embed?lang=en")
    ask(page, "broken")
    expect(last(page).locator(".prose")).to_contain_text("Yes:")
    expect(last(page).locator(".failed")).to_contain_text("The question could not be answered.")
    expect(page.get_by_role("button", name="Ask again")).to_be_visible()


def test_a_conversation_that_the_server_no_longer_has_goes_on(
    open_page: Open, complaints: Complaints, stage: Server, scenes: Scenes
) -> None:
    complaints.expected = ("404",)
    page = open_page(f"{stage.url}/embed?lang=en")
    ask(page, "Given, marker present?")
    page.evaluate(
        """async () => { const id = document.querySelector('guiderail-chat').answers[0].conversation_id;
        await fetch(`/api/conversations/${id}`, {method: 'DELETE'}); }"""
    )
    ask(page, "And then?")
    expect(last(page).locator(".foot")).to_be_visible()
    assert scenes.heard[-1] == ("And then?", {"marker": "present"})


def _token(seconds: float, who: str = "dr-1") -> str:
    return jwt.encode({"sub": who, "exp": time.time() + seconds}, SECRET, "HS256")


def test_an_expired_token_is_renewed_by_the_portal(
    open_page: Open, complaints: Complaints, tmp_path: Path
) -> None:
    complaints.expected = ("401",)
    server = scripted(Scenes(), tmp_path, jwt_secret=SECRET)
    page = open_page("about:blank")
    tokens = [_token(-1), _token(600)]
    asked: list[int] = []

    def portal_token() -> str:
        asked.append(len(asked))
        return tokens[min(len(asked), 2) - 1]

    page.expose_function("portalToken", portal_token)
    page.add_init_script(HANDED_OVER)
    page.goto(f"{server.url}/embed?lang=en")
    expect(page.locator(".suggestions button").first).to_be_visible(timeout=8_000)
    ask(page, "Given, marker present?")
    expect(last(page).locator(".foot")).to_be_visible()
    assert len(asked) == 2, "one that had run out, one that serves for all that follows"
    stored = page.evaluate("JSON.stringify(Object.assign({}, sessionStorage, localStorage))")
    assert tokens[1] not in stored
    assert tokens[1] not in page.content()
    server.stop()


def test_another_person_does_not_see_the_history(
    open_page: Open, complaints: Complaints, tmp_path: Path
) -> None:
    complaints.expected = ("401",)  # the first request, before the portal has set the property
    server = scripted(Scenes(), tmp_path, jwt_secret=SECRET)
    page = open_page("about:blank")
    who = ["dr-1"]
    page.expose_function("portalToken", lambda: _token(600, who[0]))
    page.add_init_script(HANDED_OVER)
    page.goto(f"{server.url}/embed?lang=en")
    expect(page.locator(".suggestions button").first).to_be_visible()
    ask(page, "Given, marker present?")
    page.reload()
    expect(page.locator("guiderail-turn")).to_have_count(1)
    who[0] = "dr-2"
    page.reload()
    expect(page.locator(".suggestions button").first).to_be_visible()
    expect(page.locator("guiderail-turn")).to_have_count(0)
    server.stop()


def test_without_a_valid_token_it_says_to_sign_in(
    open_page: Open, complaints: Complaints, tmp_path: Path
) -> None:
    complaints.expected = ("401",)
    server = scripted(Scenes(), tmp_path, jwt_secret=SECRET)
    page = open_page(f"{server.url}/embed?lang=en")
    expect(page.locator(".empty .failed")).to_contain_text("Your sign-in has run out.")
    server.stop()


def harmless(page: Page) -> None:
    shown = last(page).locator(".prose")
    text = shown.inner_text()
    for visible in (
        "<script>window.harmed = 1</script>",
        "[a link](javascript:window.harmed=1)",
        "over everything",
        "<iframe",
    ):
        assert visible in text, "markup stays visible as the text that it is"
    tags = shown.evaluate("e => [...new Set([...e.querySelectorAll('*')].map((x) => x.localName))].sort()")
    assert tags == ["button", "p", "span", "strong"]
    attributes = shown.evaluate(
        "e => [...new Set([...e.querySelectorAll('*')].flatMap((x) => x.getAttributeNames()))].sort()"
    )
    assert attributes == [
        "aria-expanded",
        "aria-haspopup",
        "aria-label",
        "class",
        "data-id",
        "part",
        "tabindex",
        "type",
    ]
    assert page.evaluate("window.harmed") is None


def test_a_hostile_answer_is_rendered_harmless(open_page: Open, stage: Server) -> None:
    page = open_page(f"{stage.url}/embed?lang=en")
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    ask(page, "hostile words")
    harmless(page)
    page.reload()
    until(page, "document.querySelector('guiderail-chat').answers.length === 1")
    harmless(page)
    assert [url for url in requested if not url.startswith(stage.url)] == []


def test_a_hostile_question_is_shown_as_it_was_typed(open_page: Open, stage: Server) -> None:
    page = open_page(f"{stage.url}/embed?lang=en")
    question = "<img src=x onerror='window.harmed=1'> **is it given?** \u202eevil"
    ask(page, question)
    expect(last(page).locator(".question-text")).to_contain_text(question)
    assert page.evaluate("window.harmed") is None
