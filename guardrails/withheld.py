"""What of a finding may be shown where the text that it is about may not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from guardrails.findings import Finding

NOTE = "A sentence was withheld."


def without_words(found: Finding, withheld: Iterable[str]) -> Finding:
    """The finding with what is wrong, and without the words of the withheld texts, also where its message quotes them.

    >>> without_words(Finding("unsupported", "block", None, "Give it to all.", 0, 15, "Not in the guideline."), ())
    Finding(kind='unsupported', severity='block', rule=None, text='', start=0, end=0, ...)
    """
    told = found.message.lower()
    quotes = any(text.lower() in told for text in (*withheld, found.text) if len(text.split()) > 3)
    return replace(found, text="", start=0, end=0, message=NOTE if quotes else found.message, cues=())
