"""English words and how often they are written: the frequency list that ships with symspellpy, spelling folded."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from language.text import fold_spelling


@lru_cache(maxsize=1)
def word_frequencies() -> Mapping[str, int]:
    """Some 82,000 words with their counts in a corpus of the web, from the most frequent to the rarest."""
    listing = (
        resources.files("symspellpy")
        .joinpath("frequency_dictionary_en_82_765.txt")
        .read_text(encoding="utf-8-sig")
    )
    rows = (line.split(" ", 1) for line in listing.splitlines())
    return {fold_spelling(word): int(count) for word, count in rows}
