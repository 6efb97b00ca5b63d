"""For everybody: axe-core without violations, the keyboard alone, what is told, forced colours, motion."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import ask, card, focused, last
from tests.browser.conftest import Open
from tests.browser.serving import Server

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "widget" / "node_modules" / "axe-core" / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def axe() -> str:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (npm ci in widget/)")
    return AXE.read_text(encoding="utf-8")


def violations(page: Page, axe: str) -> list[str]:
    """What axe finds, over shadow roots too. Its source is evaluated by the debugger, which no page policy stops."""
    page.evaluate(f"() => {{ {axe} }}")
    found: list[dict[str, Any]] = page.evaluate(
        """async (tags) => (await axe.run(document, {runOnly: tags, resultTypes: ['violations'],
            rules: {'target-size': {enabled: true}}})).violations""",
        WCAG,
    )
    return [
        f"{rule['id']}: {node['target']} {node['html'][:120]}" for rule in found for node in rule["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_chat_in_every_state(open_page: Open, stage: Server, axe: str, scheme: str, width: int) -> None:
    page = open_page(f"{stage.url}/embed?lang=en", width, 800, color_scheme=scheme, reduced_motion="reduce")
    expect(page.locator(".suggestions button").first).to_be_visible()
    assert violations(page, axe) == []
    for question in (
        "missing, marker present",
        "replaced",
        "revised",
        "foreign",
        "withheld",
        "broken",
        "hostile",
    ):
        ask(page, question)
        assert violations(page, axe) == [], question
    ask(page, "Is it given?")
    last(page).locator(".verdict").click()
    assert violations(page, axe) == []
    last(page).locator(".foot-button").nth(1).click()
    last(page).locator(".prose .cite").first.click()
    expect(card(page)).to_be_visible()
    assert violations(page, axe) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Not helpful").last.click()
    assert violations(page, axe) == []
    page.get_by_role("button", name="Add fact").click()
    assert violations(page, axe) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Export and print").click()
    assert violations(page, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_the_portal_page_in_every_view(
    open_page: Open, stage: Server, axe: str, scheme: str, width: int
) -> None:
    page = open_page(f"{stage.url}/?lang=en", width, 800, color_scheme=scheme, reduced_motion="reduce")
    ask(page, "Given, marker present?")
    assert violations(page, axe) == []
    for tab in ("Guideline", "Algorithm"):
        page.get_by_role("tab", name=tab).click()
        page.wait_for_timeout(200)
        assert violations(page, axe) == []
    page.get_by_role("tab", name="Check a text").click()
    page.get_by_label("Text to check").fill("This is forbidden in a text.")
    assert violations(page, axe) == []
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator("guiderail-checker .verdict")).to_contain_text("Blocked")
    assert violations(page, axe) == []
    page.get_by_label("Language").select_option("de")
    assert violations(page, axe) == []


def test_the_launcher_with_axe(open_page: Open, stage: Server, axe: str) -> None:
    page = open_page(f"{stage.url}/embed?lang=en")
    page.evaluate("document.querySelector('guiderail-chat').mode = 'launcher'")
    page.get_by_role("button", name="Ask the guideline").click()
    page.wait_for_timeout(300)
    assert violations(page, axe) == []


def test_with_the_keyboard_alone(open_page: Open, stage: Server) -> None:
    page = open_page(f"{stage.url}/embed?lang=en", 480, 860)
    page.evaluate("document.querySelector('guiderail-chat').mode = 'launcher'")
    keys = page.keyboard
    keys.press("Tab")
    assert focused(page).startswith("launcher")
    keys.press("Enter")
    assert focused(page).endswith("Your question")
    keys.type("Given,")
    keys.press("Shift+Enter")
    keys.type("marker present?")
    keys.press("Enter")
    expect(last(page).locator(".foot")).to_be_visible()
    expect(last(page).locator(".question-text")).to_contain_text("Given,\nmarker present?")
    assert focused(page).endswith("Your question"), "the focus stays where one writes"
    for _ in range(12):
        keys.press("Shift+Tab")
        if focused(page).startswith("cite"):
            break
    assert focused(page) == "cite Statement 1.1", "one stop for all citations of an answer"
    for key, name in (
        ("ArrowRight", "1.2"),
        ("ArrowRight", "2.1"),
        ("ArrowRight", "1.1"),
        ("End", "2.1"),
        ("Home", "1.1"),
        ("ArrowLeft", "2.1"),
    ):
        keys.press(key)
        assert focused(page) == f"cite Statement {name}"
    keys.press("Enter")
    expect(card(page)).to_contain_text("after 3 weeks")
    keys.press("Tab")
    assert "Open in the guideline" in focused(page) or "Close" in focused(page)
    keys.press("Escape")
    expect(card(page)).to_have_count(0)
    assert focused(page) == "cite Statement 2.1", "the focus is back where it was"
    keys.press("Shift+Tab")
    keys.press("Shift+Tab")
    keys.press("Shift+Tab")
    for _ in range(6):
        if "Change" in focused(page):
            break
        keys.press("Shift+Tab")
    keys.press("Enter")
    keys.press("ArrowRight")
    assert focused(page) == "choice marker absent"
    keys.press("Enter")
    expect(page.locator("guiderail-turn")).to_have_count(2)
    expect(last(page).locator(".foot")).to_be_visible()
    assert focused(page).startswith("chip"), "the focus stays with the patient"
    keys.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    assert focused(page).startswith("launcher")


def test_escape_stops_an_answer_before_it_closes_the_chat(open_page: Open, stage: Server) -> None:
    page = open_page(f"{stage.url}/embed?lang=en")
    page.evaluate("document.querySelector('guiderail-chat').mode = 'launcher'")
    page.get_by_role("button", name="Ask the guideline").click()
    ask(page, "slow", wait=False)
    expect(last(page).locator(".prose")).to_be_visible()
    page.keyboard.press("Escape")
    expect(last(page).locator(".interrupted")).to_contain_text("Stopped")
    expect(page.locator("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()


def test_nothing_traps_the_keyboard(open_page: Open, stage: Server) -> None:
    page = open_page(f"{stage.url}/?lang=en", 1440, 900)
    ask(page, "missing, marker present")
    page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    seen: list[str] = []
    for _ in range(80):
        page.keyboard.press("Tab")
        seen.append(focused(page))
    assert len(set(seen)) > 25
    assert any("Your question" in stop for stop in seen)
    assert any("Search the guideline" in stop for stop in seen)
    assert not any(a == b == c for a, b, c in zip(seen, seen[1:], seen[2:], strict=False) if a)


def test_the_tabs_follow_the_arrow_keys(open_page: Open, stage: Server) -> None:
    page = open_page(f"{stage.url}/?lang=en", 1440, 900)
    page.get_by_role("tab", name="Guideline").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Algorithm")).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("tab", name="Algorithm")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("tab", name="Check a text")).to_be_focused()


def test_a_screen_reader_hears_the_beginning_and_the_end_and_no_token(open_page: Open, stage: Server) -> None:
    page = open_page(f"{stage.url}/embed?lang=en")
    page.evaluate(
        """() => { window.said = [];
        const root = document.querySelector('guiderail-chat').shadowRoot;
        for (const region of root.querySelectorAll('[role=status], [role=alert]'))
            new MutationObserver(() => {
                const text = region.textContent.trim();
                if (text) said.push(`${region.role}: ${text}`);
            }).observe(region, {characterData: true, childList: true, subtree: true}); }"""
    )
    ask(page, "slow", wait=False)
    expect(last(page).locator(".foot")).to_be_visible()
    ask(page, "broken")
    assert page.evaluate("said") == [
        "status: The guideline is being read.",
        "status: Answer complete, 3 statements cited. Passed: 3 directives",
        "status: The guideline is being read.",
        "alert: The question could not be answered.",
    ]
    log = page.get_by_role("log", name="Conversation")
    assert log.get_attribute("aria-live") == "off"
    assert page.locator("guiderail-chat [aria-live]").count() == 1, "no other live region"


def test_forced_colours_keep_what_colour_says(open_page: Open, stage: Server) -> None:
    page = open_page(f"{stage.url}/?lang=en", 1440, 900, forced_colors="active", reduced_motion="reduce")
    ask(page, "Given, marker present?")
    for part in (".question", ".cite"):
        border = last(page).locator(part).first.evaluate("e => getComputedStyle(e).borderTopWidth")
        assert border == "1px", part
    last(page).locator(".cite").first.click()
    claim = last(page).locator(".claim").first
    background = "(e) => getComputedStyle(e).backgroundColor"
    system = page.evaluate(
        f"""() => {{ const e = document.body.appendChild(document.createElement('mark'));
        const colour = ({background})(e); e.remove(); return colour; }}"""
    )
    assert claim.evaluate(background) == system


def test_reduced_motion_moves_nothing(open_page: Open, stage: Server) -> None:
    page = open_page(f"{stage.url}/embed?lang=en", reduced_motion="reduce")
    ask(page, "slow", wait=False)
    expect(last(page).locator(".pulse").first).to_have_css("animation-name", "none")
    page.get_by_role("button", name="Stop").click()


def test_text_can_be_enlarged_to_twice_its_size(open_page: Open, stage: Server) -> None:
    """WCAG 1.4.4 and 1.4.10: at 400 per cent zoom (a width of 320) nothing scrolls sideways."""
    page = open_page(f"{stage.url}/?lang=de", 320, 600)
    ask(page, "missing, marker present")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    log = page.locator(".log")
    assert log.evaluate("e => e.scrollWidth <= e.clientWidth")
