"""The portal page: conversation, reader, algorithm and checker, over the real pack and a real assistant."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import ask, last, until
from tests.browser.conftest import Open
from tests.browser.serving import Server

pytestmark = [pytest.mark.browser, pytest.mark.model]

NOTE = (
    "Unresectable liver metastases, primary not obstructing, ECOG 1. May I give cetuximab if KRAS is mutated?"
)


@pytest.fixture
def page(open_page: Open, real: Server) -> Page:
    page = open_page(f"{real.url}/?lang=en", 1440, 900)
    expect(page.locator("guiderail-reader .statement")).to_have_count(
        len(real.service.library.guideline.statements)
    )
    return page


def test_it_presents_the_guideline_whole_and_verbatim(page: Page, real: Server) -> None:
    guideline = real.service.library.guideline
    expect(page.locator("h1")).to_have_text(guideline.title)
    shown = page.locator("guiderail-reader .statement .verbatim").all_text_contents()
    assert shown == [statement.text for statement in guideline.statements]
    assert page.locator("guiderail-reader h2").all_text_contents() == list(
        dict.fromkeys(s[0] for s in guideline.sections)
    )


def test_a_link_leads_to_a_statement(open_page: Open, real: Server) -> None:
    page = open_page(f"{real.url}/?lang=en#s-6.4", 1440, 900)
    statement = page.locator("guiderail-reader #s-6\\.4")
    expect(statement).to_be_in_viewport()
    expect(statement).to_contain_class("target")
    page.evaluate("location.hash = '#s-9.3'")
    expect(page.locator("guiderail-reader #s-9\\.3")).to_be_in_viewport()


def test_search_finds_and_marks(page: Page) -> None:
    page.get_by_role("searchbox", name="Search the guideline").fill("wild-type")
    found = page.locator("guiderail-reader .statement")
    expect(found.first).to_be_visible()
    assert 1 <= found.count() <= 6
    assert {text.lower() for text in page.locator("guiderail-reader mark").all_text_contents()} == {
        "wild-type"
    }
    page.get_by_role("searchbox").fill("zebra")
    expect(page.get_by_text("No statement has these words.")).to_be_visible()


def test_what_an_answer_cites_is_marked_in_the_reader(page: Page) -> None:
    ask(page, NOTE)
    ids = set(last(page).locator(".prose .cite").all_text_contents())
    assert ids
    expect(page.locator("guiderail-reader .statement.cited")).to_have_count(len(ids))
    page.get_by_role("button", name="Cited only").click()
    assert set(page.locator("guiderail-reader .statement-link").all_text_contents()) == ids
    last(page).locator(".prose .cite").first.click()
    page.get_by_role("button", name="Open in the guideline").click()
    expect(page.locator("guiderail-reader .statement.target")).to_be_in_viewport()


def test_the_algorithm_is_drawn_for_the_patient_on_screen(page: Page, real: Server) -> None:
    page.get_by_role("tab", name="Algorithm").click()
    directives = page.locator("guiderail-algorithm .directive")
    expect(directives).to_have_count(len(real.service.library.algorithm.directives))
    expect(page.locator("#d-D07")).to_contain_class("open")
    ask(page, NOTE)
    expect(page.locator("#d-D07")).to_contain_class("excluded")
    expect(page.locator("#d-D08")).to_contain_class("holds")
    page.locator("#d-D08").get_by_role("button", name="Statement 9.3").click()
    expect(page.locator("guiderail-algorithm guiderail-card:popover-open")).to_contain_text("KRAS-mutant")
    page.keyboard.press("Escape")
    assert page.evaluate(
        "document.querySelectorAll('guiderail-algorithm')[0].shadowRoot.querySelectorAll('.axis').length"
    ) == len(real.service.library.algorithm.axes)


def test_a_fact_can_be_tried_in_the_diagram_and_then_asked_with(page: Page) -> None:
    ask(page, NOTE)
    page.get_by_role("tab", name="Algorithm").click()
    decision = page.locator("guiderail-algorithm .fact").first
    decision.click()
    menu = page.locator("guiderail-algorithm .fact-menu")
    menu.get_by_role("button").first.click()
    expect(page.locator("guiderail-algorithm .what-if")).to_be_visible()
    expect(page.locator("guiderail-turn")).to_have_count(1)
    page.get_by_role("button", name="Ask again with these facts").click()
    expect(page.locator("guiderail-turn")).to_have_count(2)
    expect(last(page).locator(".again-note")).to_contain_text("Asked again with")
    expect(page.locator("guiderail-algorithm .what-if")).to_be_hidden()


def test_a_blocked_text_is_marked_where_it_is_wrong(page: Page) -> None:
    page.get_by_role("tab", name="Check a text").click()
    text = "🙂🙂 First paragraph.\n\nGive FOLFOX. Cetuximab is recommended for every patient, KRAS-mutant or not."
    page.get_by_label("Text to check").fill(text)
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator("guiderail-checker .verdict")).to_contain_text("Blocked")
    marked = page.locator("guiderail-checker mark.block").all_text_contents()
    assert "Cetuximab" in "".join(marked)
    assert all(words in text for words in marked)
    assert (
        page.locator("guiderail-checker .checked").evaluate(
            """e => { const c = e.cloneNode(true); c.querySelectorAll('button').forEach((n) => n.remove());
            return c.textContent; }"""
        )
        == text
    )
    number = page.locator("guiderail-checker .mark-number.block").first
    number.click()
    finding = page.locator("guiderail-checker .findings li.active")
    expect(finding).to_contain_text("Contradicts the guideline")
    expect(finding.locator(".counter")).to_contain_text("KRAS-mutant")
    finding.get_by_role("button", name="Statement 9.3").click()
    expect(page.locator("guiderail-checker guiderail-card:popover-open")).to_be_visible()
    page.keyboard.press("Escape")
    finding.get_by_role("button", name="Directive D08").click()
    expect(page.locator("guiderail-algorithm #d-D08")).to_be_in_viewport()
    page.get_by_role("tab", name="Check a text").click()
    page.get_by_role("button", name="Edit the text").click()
    page.get_by_label("Text to check").fill(
        "Add an anti-EGFR antibody only when the tumor is KRAS wild-type [3.3]."
    )
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator("guiderail-checker .verdict")).to_contain_text("Passed")


def test_a_patient_of_the_conversation_counts_in_the_checker(page: Page) -> None:
    ask(page, NOTE)
    page.get_by_role("tab", name="Check a text").click()
    expect(page.get_by_label("Check for the conversation's patient")).to_be_checked()
    page.get_by_label("Text to check").fill("Cetuximab is recommended.")
    with page.expect_request("**/api/check") as sent:
        page.get_by_role("button", name="Check", exact=True).click()
    body = sent.value.post_data_json
    assert body is not None
    assert body["patient"]["kras"] == "mutant"


def test_language_and_theme_are_chosen_and_kept(page: Page) -> None:
    page.get_by_label("Language").select_option("de")
    expect(page.get_by_role("tab", name="Leitlinie")).to_be_visible()
    expect(page.locator("guiderail-chat .empty-title")).to_have_text("Fragen Sie diese Leitlinie")
    expect(page.get_by_role("searchbox", name="Leitlinie durchsuchen")).to_be_visible()
    page.get_by_label("Darstellung").select_option("dark")
    assert page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(21, 24, 27)"
    page.goto(page.url.split("?")[0])
    expect(page.get_by_role("tab", name="Leitlinie")).to_be_visible()
    assert page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(21, 24, 27)"
    assert page.locator("html").get_attribute("lang") == "de"


@pytest.mark.parametrize("width", [360, 899, 900, 1440])
def test_nothing_is_cut_off_at_any_width(open_page: Open, real: Server, width: int) -> None:
    page = open_page(f"{real.url}/?lang=en", width, 740)
    expect(page.locator("guiderail-chat .empty-title")).to_be_visible()
    ask(page, NOTE)
    for tab in ("Guideline", "Algorithm", "Check a text"):
        page.get_by_role("tab", name=tab).click()
        page.wait_for_timeout(100)
        for element in (
            "document.documentElement",
            "document.querySelector('main > [role=tabpanel]:not([hidden])')",
        ):
            assert page.evaluate(
                f"{element}.scrollWidth <= {element}.clientWidth || {element}.clientWidth === 0"
            )
        cut = page.evaluate(
            """() => [...document.querySelectorAll('guiderail-reader, guiderail-algorithm, guiderail-checker')]
                .filter((view) => view.offsetParent)
                .flatMap((view) => [...view.shadowRoot.querySelectorAll('p, button, article, h2, h3, li')])
                .filter((e) => e.getClientRects().length && !e.closest('.vh, [popover]'))
                .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
                .map((e) => e.textContent.trim().slice(0, 40))"""
        )
        assert cut == []


def test_on_a_phone_the_tabs_are_at_the_lower_edge(open_page: Open, real: Server) -> None:
    page = open_page(f"{real.url}/?lang=en", 360, 740, has_touch=True, is_mobile=True)
    expect(page.locator("guiderail-chat .empty-title")).to_be_visible()
    box = page.get_by_role("tab", name="Guideline").bounding_box()
    assert box is not None
    assert box["y"] > 650
    ask(page, NOTE)
    page.get_by_role("tab", name="Guideline").tap()
    expect(page.locator("guiderail-chat")).to_be_hidden()
    page.get_by_role("tab", name="Ask").tap()
    last(page).locator(".prose .cite").first.tap()
    sheet = page.locator("guiderail-card:popover-open").bounding_box()
    assert sheet is not None
    assert round(sheet["y"] + sheet["height"]) == 740
    page.get_by_role("button", name="Open in the guideline").tap()
    expect(page.locator("guiderail-reader .statement.target")).to_be_in_viewport()


def test_an_uncovered_question_is_declined(page: Page) -> None:
    ask(page, "Which wine goes with grilled salmon?")
    expect(last(page).locator(".abstained")).to_contain_text("Not covered by this guideline.")
    until(page, "document.querySelector('guiderail-chat').answers[0].status === 'abstained'")
