"""Courtesies: what is said to a greeting, to thanks, and to somebody who asks what this is."""

from __future__ import annotations

from answering.question import Social


def sociable(social: Social, title: str, covers: str) -> str:
    """A friendly sentence or two that advise nothing."""
    what = f"I answer questions about one guideline, {title}: {covers}."
    how = (
        "Tell me about your patient as you would tell a colleague, or ask what the guideline says; "
        "every sentence names its statements."
    )
    if social == "thanks":
        return "You are welcome. Ask on, or start with a new patient, whenever you like."
    if social == "greeting":
        return f"Hello. {what} {how}"
    return f"{what} {how} I say so when the guideline does not cover a question, and I know no other source."
