"""Sets of words, written as a line of text instead of a column of strings."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text, split at blanks: `word_set("is are") == {"is", "are"}`."""
    return frozenset(text.split())
