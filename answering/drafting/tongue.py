"""Whether a sentence is in the guideline's language. What the reader cannot read, it cannot pass.

Told from words alone: those that every English text needs, and those of the guideline itself. Measured on the 456
English sentences of a pack's guardrail file, good answers and guideline: three fall below the bounds, one of them with
three words misspelt, two of fewer than four words. Of eleven sentences in seven other languages, with names that the
guideline has too, none passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The commonest words of English that are not also words of its neighbours (as in, so, was, am, die, on, an).
_ENGLISH = _words(
    """
    the of and to is are be been being were it its this that these those which who whom whose what when where while
    with without within by from for at as if unless until because since before after then than not no nor neither
    either both each every any all some most more less few fewer only also even still yet once again already
    can cannot could may might must shall should will would do does did done has have had having
    he she they them their there here you your we our him her
    or but though although however therefore thus whether rather instead whatever whichever
    about above against among around between beyond during over per through toward towards under upon up down out off
    into onto yes one two three first second third other others another same such own very much many well
    use used using give given gives giving take taken start started starting begin keep kept make made makes add added
    need needs needed show shown shows treat treated treatment patient patients consider considered recommended
    option options case cases does doing go goes get gets
    """
)
# Short words that are English too but tell nothing, since others have them as well.
_SHARED = _words("a an in on so was i me am die hat war hier also bin")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


class Tongue:
    """Knows the words of English that matter here and those of one guideline's texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        own = {_stem(word) for text in texts for word in _WORD.findall(text.lower())}
        self._known = frozenset(own) | {_stem(word) for word in _ENGLISH | _SHARED}

    def understands(self, sentence: str) -> bool:
        """Whether two in five of the words are known and one in eight is English, or three in four are known."""
        words = _WORD.findall(sentence.lower().replace("’", "'"))
        if not words:
            return False
        known = sum(_stem(word) in self._known for word in words)
        english = sum(word in _ENGLISH for word in words)
        if known * 4 >= len(words) * 3:
            return True
        return known * 5 >= len(words) * 2 and english * 8 >= len(words)


def _stem(word: str) -> str:
    """Plural and tense endings off, so that a guideline's noun is known in each of its forms."""
    for ending in ("ing", "ed", "es", "s"):
        if len(word) > len(ending) + 3 and word.endswith(ending):
            return word[: -len(ending)]
    return word
