"""In somebody else's page: another origin, a strict policy of its own, a frame, properties, events, themes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import ask, focused, last, until
from tests.browser.conftest import Complaints, Open
from tests.browser.scenes import Scenes
from tests.browser.serving import Server, scripted
from tests.browser.test_trouble import SECRET, _token

pytestmark = pytest.mark.browser

# A page of files, path -> (type, text); gives the address.
Portal = Callable[[dict[str, tuple[str, str]], str], str]


@pytest.fixture
def portal() -> Iterator[Portal]:
    """A hospital's portal: a web server of another origin that knows nothing of ours."""
    servers: list[ThreadingHTTPServer] = []

    def serve(files: dict[str, tuple[str, str]], policy: str) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                kind, text = files.get(self.path, ("text/plain", ""))
                self.send_response(200 if self.path in files else 204)
                self.send_header("Content-Type", f"{kind}; charset=utf-8")
                self.send_header("Content-Security-Policy", policy)
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, format: str, *args: object) -> None:
                """Quiet."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://localhost:{server.server_port}"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def chat(server: Server, attributes: str = 'mode="inline"') -> str:
    """What a portal writes into its page."""
    script = f'<script src="{server.url}/widget/v1/guiderail.js" defer></script>'
    return f"{script}<guiderail-chat {attributes}></guiderail-chat>"


def page_with(body: str, path: str = "/") -> dict[str, tuple[str, str]]:
    head = "<meta name=viewport content='width=device-width'><title>Portal</title>"
    page = f"<!doctype html><html lang=en>{head}<body>{body}<p>The portal's page.</p></body></html>"
    return {path: ("text/html", page)}


def strict(api: str) -> str:
    return f"default-src 'none'; script-src {api} 'self'; connect-src {api} 'self'; base-uri 'none'; form-action 'none'"


def test_one_tag_in_a_foreign_page_with_a_strict_policy(
    open_page: Open, stage: Server, portal: Portal
) -> None:
    tag = chat(stage, "")
    page = open_page(portal(page_with(tag), strict(stage.url)))
    launcher = page.get_by_role("button", name="Ask the guideline")
    launcher.click()
    expect(page.get_by_role("dialog", name="Guideline assistant")).to_be_visible()
    assert focused(page).endswith("Your question")
    ask(page, "Is it given?")
    expect(last(page).locator(".verdict")).to_contain_text("Passed")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Guideline assistant")).to_be_hidden()
    assert focused(page).startswith("launcher")
    expect(page.get_by_text("The portal's page.")).to_be_visible()
    launcher.click()
    expect(last(page).locator(".verdict")).to_be_visible()


def test_the_portal_hands_over_patient_and_listens(
    open_page: Open, portal: Portal, stage: Server, scenes: Scenes
) -> None:
    script = """
        window.heard = [];
        const chat = document.querySelector('guiderail-chat');
        chat.patient = {marker: 'present'};
        for (const name of ['guiderail-ready', 'guiderail-answer', 'guiderail-patient'])
            addEventListener(name, (event) => heard.push(name));
        addEventListener('guiderail-statement', (event) => { event.preventDefault(); heard.push(event.detail.id); });
    """
    tag = chat(stage) + '<script src="/portal.js" defer></script>'
    page = open_page(portal({**page_with(tag), "/portal.js": ("text/javascript", script)}, strict(stage.url)))
    expect(page.locator(".chip")).to_have_text("marker present")
    page.evaluate("document.querySelector('guiderail-chat').ask('Is it given?')")
    expect(last(page).locator(".foot")).to_be_visible()
    assert scenes.heard[-1] == ("Is it given?", {"marker": "present"})
    last(page).locator(".cite").first.click()
    page.get_by_role("button", name="Open in the guideline").click()
    heard = page.evaluate("heard")
    assert {"guiderail-ready", "guiderail-answer", "guiderail-patient", "1.1"} <= set(heard)


def test_a_token_comes_from_the_portals_endpoint(open_page: Open, portal: Portal, tmp_path: Path) -> None:
    server = scripted(Scenes(), tmp_path, jwt_secret=SECRET)
    tag = chat(server, 'mode="inline" token-endpoint="/token"')
    files = {**page_with(tag), "/token": ("application/json", f'{{"token": "{_token(600)}"}}')}
    page = open_page(portal(files, strict(server.url)))
    ask(page, "Is it given?")
    expect(last(page).locator(".foot")).to_be_visible()
    server.stop()


def test_in_a_sandboxed_frame_with_a_token_by_message(
    open_page: Open, portal: Portal, tmp_path: Path
) -> None:
    script = f"""
        addEventListener('message', (event) => {{
            const frame = document.querySelector('iframe');
            if (event.source !== frame.contentWindow || event.data?.type !== 'guiderail:token-request') return;
            const answer = {{type: 'guiderail:token', token: '{_token(600)}'}};
            frame.contentWindow.postMessage(answer, new URL(frame.src).origin);
        }});
    """
    server = scripted(Scenes(), tmp_path, jwt_secret=SECRET, frame_ancestors="http://localhost:*")
    tag = (
        '<script src="/portal.js"></script>'
        f'<iframe title="Guideline" width="420" height="640" src="{server.url}/embed?lang=de&theme=dark&token" '
        'sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-downloads allow-modals"></iframe>'
    )
    policy = f"default-src 'none'; script-src 'self'; frame-src {server.url}; base-uri 'none'"
    page = open_page(portal({**page_with(tag), "/portal.js": ("text/javascript", script)}, policy))
    frame = page.frame_locator("iframe")
    expect(frame.locator(".empty-title")).to_have_text("Fragen Sie diese Leitlinie")
    frame.locator("textarea").fill("Is it given?")
    frame.locator("textarea").press("Enter")
    expect(frame.locator(".verdict")).to_have_text("Bestanden: 3 Direktiven")
    assert frame.locator(".panel").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(21, 24, 27)"
    server.stop()


def test_in_a_frame_without_an_origin_nothing_breaks(
    open_page: Open, complaints: Complaints, portal: Portal, stage: Server
) -> None:
    """There is no sessionStorage there, and the API refuses the origin `null`: it says that it cannot be reached."""
    complaints.expected = ("CORS policy", "ERR_FAILED")
    frame = (
        '<iframe title="Guideline" width="420" height="640" src="/frame" sandbox="allow-scripts"></iframe>'
    )
    policy = f"default-src 'none'; script-src {stage.url}; connect-src {stage.url}; frame-src 'self'"
    page = open_page(portal({**page_with(frame), **page_with(chat(stage), "/frame")}, policy))
    shown = page.frame_locator("iframe").locator(".empty .failed")
    expect(shown).to_contain_text("cannot be reached")


@pytest.mark.parametrize(
    ("theme", "scheme", "background"),
    [
        ("light", "dark", "rgb(255, 255, 255)"),
        ("dark", "light", "rgb(21, 24, 27)"),
        ("auto", "dark", "rgb(21, 24, 27)"),
        ("auto", "light", "rgb(255, 255, 255)"),
    ],
)
def test_light_and_dark(open_page: Open, stage: Server, theme: str, scheme: str, background: str) -> None:
    page = open_page(f"{stage.url}/embed?theme={theme}", color_scheme=scheme)
    assert page.locator(".panel").evaluate("e => getComputedStyle(e).backgroundColor") == background


def test_a_portal_gives_its_own_colours_and_parts(open_page: Open, stage: Server, portal: Portal) -> None:
    style = """
        guiderail-chat { --guiderail-accent: rgb(120, 20, 90); }
        guiderail-chat::part(verdict) { border-radius: 0px; }
    """
    tag = '<link rel="stylesheet" href="/own.css">' + chat(stage, 'mode="inline" theme="light"')
    files = {**page_with(tag), "/own.css": ("text/css", style)}
    page = open_page(portal(files, strict(stage.url) + "; style-src 'self'"))
    ask(page, "Is it given?")
    assert last(page).locator(".cite").first.evaluate("e => getComputedStyle(e).color") == "rgb(120, 20, 90)"
    assert last(page).locator(".verdict").evaluate("e => getComputedStyle(e).borderRadius") == "0px"


def test_on_a_small_screen_the_chat_covers_the_page_and_gives_it_back(
    open_page: Open, stage: Server, portal: Portal
) -> None:
    tag = '<a href="#x">A link of the portal</a>' + chat(stage, "")
    page = open_page(
        portal(page_with(tag), strict(stage.url)),
        360,
        740,
        has_touch=True,
        is_mobile=True,
        reduced_motion="reduce",
    )
    page.get_by_role("button", name="Ask the guideline").tap()
    box = page.locator("dialog.panel").bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"]) == (0, 0, 360)
    for _ in range(12):
        page.keyboard.press("Tab")
        assert focused(page).strip() != "A link of the portal", (
            "what is covered is not reached by the keyboard"
        )
    page.get_by_role("button", name="Close").tap()
    expect(page.get_by_role("link", name="A link of the portal")).to_be_visible()
    assert focused(page).startswith("launcher")


def test_another_language_comes_by_a_file(open_page: Open, stage: Server, portal: Portal) -> None:
    words = (
        '{"chat": {"launch": "Demander à la recommandation", "welcome": "Interrogez cette recommandation"}}'
    )
    tag = chat(stage, 'lang="fr" words="/fr.json"')
    page = open_page(portal({**page_with(tag), "/fr.json": ("application/json", words)}, strict(stage.url)))
    page.get_by_role("button", name="Demander à la recommandation").click()
    expect(page.locator(".empty-title")).to_have_text("Interrogez cette recommandation")
    expect(page.locator(".try")).to_have_text("For example")


def test_loading_it_twice_does_no_harm(open_page: Open, stage: Server, portal: Portal) -> None:
    page: Page = open_page(portal(page_with(chat(stage, "") + chat(stage, "hidden")), strict(stage.url)))
    until(page, "!!document.querySelector('guiderail-chat').shadowRoot.querySelector('.launcher')")
