"""Statements inside a sentence that are its own: what a fact does not mean, and what somebody thinks."""

from __future__ import annotations

from language.clauses import ClauseKind
from language.tags import Tagged
from language.wordset import word_set

_HELPERS = word_set("does do did need must should can will would may")
_ADVERBS = word_set("necessarily automatically by itself at all yet thereby therefore")
_MEANING = word_set("mean imply entail prove suggest signify show indicate justify")
_THINKING = word_set(
    "thinking believing fearing arguing claiming assuming reasoning supposing convinced persuaded maintaining"
)


def own_statements(sentence: Tagged) -> dict[int, ClauseKind]:
    """Where a sentence goes on with a statement of its own, and its kind.

    "That A is left out does not mean that B may be left out": the first half holds, the second is denied.
    "Some withhold A, thinking that it is useless": the reason is theirs, and says nothing.
    """
    words = sentence.words
    found: dict[int, ClauseKind] = {}
    for at in range(3, len(words) - 2):
        if words[at] in _HELPERS and words[at + 1] == "not":
            verb = at + 2
            while verb < len(words) - 1 and words[verb] in _ADVERBS:
                verb += 1
            if (
                words[verb] in _MEANING
                and "that" in words[verb + 1 : verb + 4]
                and any(m.last < at for m in sentence.mentions)
            ):
                found[at] = "main"
        elif words[at] in _THINKING and words[at - 1] == "," and "that" in words[at + 1 : at + 3]:
            found[at] = "purpose"
    return found
