"""Sets of words, written as a line of text instead of a column of strings."""

from __future__ import annotations

from language.text import fold_spelling


def word_set(text: str) -> frozenset[str]:
    """The words of a text, split at blanks: `word_set("is are") == {"is", "are"}`.

    Their spelling is folded as that of every text is, so that "advised" in a set meets the reader's "advized".
    """
    return frozenset(fold_spelling(word) for word in text.split())
