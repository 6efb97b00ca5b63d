"""What a person does in the chat, in few words."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


def ask(page: Page, question: str, *, wait: bool = True) -> None:
    """Types a question, presses Enter, and waits until the answer has ended."""
    before = page.locator("guiderail-turn").count()
    box = page.locator("textarea").first
    box.fill(question)
    box.press("Enter")
    expect(page.locator("guiderail-turn")).to_have_count(before + 1)
    if wait:
        expect(last(page).locator(".foot, .interrupted, .withheld").first).to_be_visible()


def last(page: Page) -> Locator:
    return page.locator("guiderail-turn").last


def card(page: Page) -> Locator:
    """The citation card of the chat, as far as it is open."""
    return page.locator("guiderail-chat guiderail-card:popover-open")


def until(page: Page, expression: str, seconds: float = 5) -> None:
    """Waits until the expression is true. (Playwright's own wait needs `eval`, which the pages' policy refuses.)"""
    for _ in range(int(seconds * 20)):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {expression}")


def focused(page: Page) -> str:
    """Class and label of what has the focus, through shadow roots."""
    return str(
        page.evaluate(
            """() => { let e = document.activeElement;
            while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
            return `${e?.className} ${e?.getAttribute('aria-label') ?? e?.textContent ?? ''}`; }"""
        )
    )
