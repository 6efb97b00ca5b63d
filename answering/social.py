"""What is said without the guideline: to a greeting, to thanks, and to a question that it does not cover."""

from __future__ import annotations

from collections.abc import Sequence

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


def declining(words: Sequence[str], covers: str) -> str:
    """That the guideline does not cover what was asked, named by `words` if there are any, and what it is about."""
    what = listed(words) or "this question"
    return (
        f"The guideline does not cover {what}, so I cannot recommend anything on it from this source. "
        f"Its subject is {covers}."
    )


def listed(words: Sequence[str]) -> str:
    """ "a, b or c", each once."""
    own = list(dict.fromkeys(words))
    return ", ".join(own[:-1]) + " or " + own[-1] if len(own) > 1 else "".join(own)
