"""Asking, reading, correcting, keeping: the chat as a person uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import ask, card, last
from tests.browser.conftest import Open
from tests.browser.scenes import PLAIN, Scenes
from tests.browser.serving import Server

pytestmark = pytest.mark.browser


@pytest.fixture
def page(open_page: Open, stage: Server) -> Page:
    return open_page(f"{stage.url}/embed?lang=en", 480, 860)


def test_before_the_first_question_it_says_what_it_is(page: Page) -> None:
    expect(page.locator(".empty")).to_contain_text("patients of a test")
    expect(page.locator(".notice")).to_contain_text("Do not enter names")
    page.get_by_role("button", name="Is alphamab given?").click()
    expect(last(page).locator(".prose")).to_contain_text("Yes: alphamab is given")


def test_an_answer_has_its_citations_and_its_verdict(page: Page) -> None:
    ask(page, "Is it given?")
    turn = last(page)
    assert turn.locator(".prose .cite").all_text_contents() == ["1.1", "1.2", "2.1"]
    expect(turn.locator(".verdict")).to_have_text("Passed: 3 directives")
    turn.locator(".verdict").click()
    expect(turn.locator(".details")).to_contain_text("composed from the guideline, no language model")
    turn.get_by_role("button", name="3 statements").click()
    expect(turn.locator(".sources .verbatim").first).to_have_text(
        "Alphamab is given when the marker is present."
    )


def test_a_citation_opens_the_statement_and_marks_what_it_carries(page: Page) -> None:
    ask(page, "Is it given?")
    cite = last(page).locator(".prose .cite").nth(0)
    cite.click()
    expect(card(page)).to_be_visible()
    for words in (
        "1.1",
        "Treatment › First line",
        "Alphamab is given when the marker is present.",
        "Level I",
        "Grade A",
        "Reference 1",
        "A toy guideline, Version 2026",
    ):
        expect(card(page)).to_contain_text(words)
    marked = page.evaluate(
        """() => [...document.querySelector('guiderail-chat').shadowRoot.querySelectorAll('.claim')]
            .filter((e) => !['rgba(0, 0, 0, 0)', 'transparent'].includes(getComputedStyle(e).backgroundColor))
            .map((e) => e.textContent.replaceAll('\\u00a0', ' '))"""
    )
    assert marked == ["Yes: alphamab is given when the marker is present 1.1."]
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)


def test_a_look_at_a_citation_is_enough(page: Page) -> None:
    ask(page, "Is it given?")
    last(page).locator(".prose .cite").nth(1).hover()
    expect(card(page)).to_contain_text("Alphamab is not given")
    page.mouse.move(5, 5)
    expect(card(page)).to_have_count(0)
    last(page).locator(".prose .cite").nth(2).hover()
    expect(card(page)).to_contain_text("after 3 weeks")
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)


def test_a_card_goes_along_with_its_citation(page: Page) -> None:
    page.set_viewport_size({"width": 480, "height": 520})
    for _ in range(3):
        ask(page, "Is it given?")
    cite = last(page).locator(".prose .cite").first
    cite.click()
    before = card(page).bounding_box()
    page.locator(".log").evaluate("e => e.scrollBy(0, -40)")
    page.wait_for_timeout(100)
    after = card(page).bounding_box()
    assert before is not None
    assert after is not None
    assert after["y"] == pytest.approx(before["y"] + 40, abs=2)
    page.locator(".log").evaluate("e => e.scrollTo(0, 0)")
    expect(card(page)).to_have_count(0)


def test_the_card_leads_to_the_reader(page: Page, stage: Server) -> None:
    ask(page, "Is it given?")
    last(page).locator(".prose .cite").nth(1).click()
    with page.expect_popup() as opened:
        card(page).get_by_role("button", name="Open in the guideline").click()
    assert opened.value.url == f"{stage.url}/#s-1.2"


def test_a_sentence_is_read_while_the_next_is_awaited_and_stop_keeps_it(page: Page) -> None:
    ask(page, "slow", wait=False)
    expect(last(page).locator(".prose")).to_contain_text("Yes:")
    page.get_by_role("button", name="Stop").click()
    expect(last(page).locator(".interrupted")).to_contain_text("Stopped. What is shown passed the guardrail")
    expect(last(page).locator(".prose")).not_to_contain_text("3 weeks")
    page.get_by_role("button", name="Ask again").click()
    expect(last(page).locator(".foot")).to_be_visible()
    expect(page.locator("guiderail-turn")).to_have_count(1)
    expect(last(page).locator(".prose")).to_contain_text("3 weeks")


def test_a_chip_can_be_changed_and_removed_which_asks_again(page: Page, scenes: Scenes) -> None:
    ask(page, "Given, marker present?")
    strip = page.locator("guiderail-patient")
    strip.get_by_role("button", name="marker: marker present. Change").click()
    strip.get_by_role("button", name="Marker absent").click()
    expect(page.locator("guiderail-turn")).to_have_count(2)
    expect(last(page).locator(".again-note")).to_have_text("Asked again with marker absent")
    expect(last(page).locator(".foot")).to_be_visible()
    assert scenes.heard[-1] == ("Given, marker present?", {"marker": "absent"})
    expect(strip.locator(".chip")).to_have_text("marker absent")
    strip.get_by_role("button", name="Forget marker").click()
    expect(page.locator("guiderail-turn")).to_have_count(3)
    expect(last(page).locator(".foot")).to_be_visible()
    assert scenes.heard[-1] == ("Given, marker present?", {"marker": None})
    expect(strip.locator(".chip")).to_have_count(0)


def test_a_fact_set_before_the_first_question_goes_with_it(page: Page, scenes: Scenes) -> None:
    page.get_by_role("button", name="Add fact").click()
    page.locator(".fact-menu").get_by_role("button", name="Frail patient").click()
    expect(page.locator(".chip")).to_have_text("frail patient")
    ask(page, "Is it given?")
    assert scenes.heard[-1] == ("Is it given?", {"fitness": "poor"})


def test_a_missing_fact_is_one_tap_away(page: Page, scenes: Scenes) -> None:
    ask(page, "missing something")
    missing = last(page).locator(".missing")
    expect(missing).to_contain_text("How fit is the patient?")
    rows = [row.replace("\u00a0", " ") for row in missing.locator("li").all_inner_texts()]
    assert [" ".join(row.split()) for row in rows] == [
        "Fit patient the answer stays as it is",
        "Frail patient Alphamab is not advised 1.2.",
    ]
    missing.get_by_role("button", name="Statement 1.2").click()
    expect(card(page)).to_contain_text("Alphamab is not given when the marker is absent.")
    missing.get_by_role("button", name="Frail patient").click()
    expect(page.locator("guiderail-turn")).to_have_count(2)
    expect(last(page).locator(".foot")).to_be_visible()
    assert scenes.heard[-1] == ("missing something", {"fitness": "poor"})
    expect(page.locator("guiderail-turn").first.locator(".missing .choice")).to_have_count(0)


def test_an_abstention_looks_different_and_says_what_is_covered(page: Page) -> None:
    ask(page, "foreign matter")
    expect(last(page).locator(".abstained")).to_contain_text("Not covered by this guideline.")
    last(page).locator(".suggestions button").first.click()
    expect(last(page).locator(".question")).to_contain_text("Is alphamab given?")


@pytest.mark.parametrize("action", ["revised", "replaced"])
def test_what_the_guardrail_changed_is_explained(page: Page, action: str) -> None:
    ask(page, f"{action} please")
    note = last(page).locator(".intervention")
    expect(note).to_contain_text(f"{action.capitalize()} by the guardrail.")
    note.locator("summary").click()
    expect(note).to_contain_text("Contradicts the guideline")
    expect(note).to_contain_text("Directive D02")
    expect(note.locator(".counter")).to_contain_text("marker absent, frail patient")
    note.get_by_role("button", name="Statement 1.2").click()
    expect(card(page)).to_contain_text("Alphamab is not given when the marker is absent.")


def test_a_blocked_answer_is_not_shown(page: Page) -> None:
    ask(page, "withheld please")
    expect(last(page).locator(".withheld")).to_contain_text("is not shown")
    expect(last(page)).not_to_contain_text("alphamab is given when")


def test_the_transcript_can_be_taken_along(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, "Is it given, marker present?")
    last(page).get_by_role("button", name="Copy with citations").click()
    expect(page.get_by_role("status")).to_have_text("Copied.")
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    assert copied.startswith(PLAIN)
    assert (
        "[1.1] Alphamab is given when the marker is present. (Treatment › First line; Level I; Grade A; Reference 1)"
        in copied
    )
    assert "A toy guideline, version 2026" in copied
    saved = {}
    for item, suffix in (("Save as Markdown", "md"), ("Save as JSON", "json")):
        page.get_by_role("button", name="Export and print").click()
        with page.expect_download() as download:
            page.get_by_role("button", name=item).click()
        assert download.value.suggested_filename.endswith(f".{suffix}")
        saved[suffix] = Path(download.value.path()).read_text(encoding="utf-8")
    assert "## Is it given, marker present?" in saved["md"]
    assert "Patient: marker present" in saved["md"]
    kept = json.loads(saved["json"])
    assert kept["turns"][0]["response"]["answer"] == PLAIN
    assert kept["guideline"]["version"] == "2026"


def test_only_the_conversation_is_printed(page: Page) -> None:
    ask(page, "Is it given?")
    page.get_by_role("button", name="Export and print").click()
    page.get_by_role("button", name="Print …").click()
    sheet = page.frame_locator("iframe.guiderail-print")
    expect(sheet.locator("h1")).to_have_text("A toy guideline")
    expect(sheet.locator("h2")).to_have_text("Is it given?")
    expect(sheet.locator("blockquote").first).to_contain_text(
        "1.1 Alphamab is given when the marker is present."
    )
    # A browser without a printer does not say when it is done.
    page.evaluate("document.querySelector('iframe').contentWindow.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("iframe")).to_have_count(0)


def test_a_rating_is_stored_with_its_reason(page: Page, stage: Server) -> None:
    ask(page, "Is it given?")
    page.get_by_role("button", name="Not helpful").click()
    page.get_by_role("button", name="Something is missing").click()
    page.get_by_placeholder("In your words (no patient data)").fill("the interval")
    with page.expect_request("**/api/feedback") as sent:
        page.locator(".reason").get_by_role("button", name="Send").click()
    body = sent.value.post_data_json
    assert body is not None
    assert (body["rating"], body["reason"]) == ("down", "Something is missing; the interval")
    expect(page.locator(".thanks")).to_be_visible()
    expect(page.get_by_role("button", name="Not helpful")).to_have_attribute("aria-pressed", "true")
    assert stage.service.store.record(body["answer_id"]) is not None


def test_a_reload_keeps_the_conversation_and_another_tab_does_not_see_it(
    page: Page, stage: Server, scenes: Scenes
) -> None:
    ask(page, "Given, marker present?")
    ask(page, "And then?")
    page.reload()
    expect(page.locator("guiderail-turn")).to_have_count(2)
    expect(page.locator(".chip")).to_have_text("marker present")
    ask(page, "And after a reload?")
    expect(page.locator(".chip")).to_have_text("marker present")
    other = page.context.new_page()
    other.goto(f"{stage.url}/embed")
    expect(other.locator(".empty")).to_be_visible()
    assert page.evaluate("localStorage.length + document.cookie.length") == 0
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator("guiderail-turn")).to_have_count(0)
    assert page.evaluate("sessionStorage.length") == 0


def test_a_reload_in_the_middle_of_an_answer_shows_it_as_not_complete(page: Page) -> None:
    ask(page, "slow", wait=False)
    expect(last(page).locator(".prose")).to_be_visible()
    page.reload()
    expect(last(page).locator(".interrupted")).to_contain_text("Stopped.")


def test_too_long_a_question_is_refused_before_it_is_sent(page: Page) -> None:
    page.locator("textarea").fill("x" * 4003)
    expect(page.locator(".fine")).to_have_text("3 characters too long")
    expect(page.get_by_role("button", name="Send")).to_be_disabled()
