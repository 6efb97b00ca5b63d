"""Words of somebody else: what stands in quotation marks, and what an answer, a plan or a draft was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from language.clauses import Clause
from language.context import Context
from language.text import Token
from language.wordset import word_set

_QUOTE = re.compile(r"(?<![\w'])(['\"])(?=[\w\[])(.+?)\1(?!\w)")
_SHORTEST = 4  # words: fewer are a name or a word that is held at arm's length
_OWN = word_set("guideline guidelines statement statements recommendation pathway protocol section")
_TOLD = word_set("tell explain add write put document record dictate enter answer reply say")
_DRAFTS = word_set(
    "answer answers plan plans proposal proposals suggestion suggestions draft drafts note entry order slip idea "
    "letter scribble memo wording request instruction script wish intention"
)
_READING = word_set("was were read reads ran went said stated had")
_PRESENT = word_set("is are should must can may")
_CORRECT = word_set("expected correct right model best proper sought desired")
_DETERMINERS = word_set("a an the to that this her his their")
_MINE = word_set("our my")
_NEAR = 8  # words of a subject and what stands between it and its verb


def quoted_spans(text: str, tokens: Sequence[Token], begin: int) -> list[tuple[int, int]]:
    """The token spans in quotation marks, of some length and not the whole of the text that starts at `begin`."""
    spans: list[tuple[int, int]] = []
    for found in _QUOTE.finditer(text) if "'" in text or '"' in text else ():
        inside = [n for n, t in enumerate(tokens) if begin + found.start(2) <= t.start < begin + found.end(2)]
        if len(inside) >= _SHORTEST and len(tokens) - len(inside) > 2:
            spans.append((inside[0], inside[-1]))
    return spans


def is_quoted(context: Context, clause: Clause) -> bool:
    """ "The note read 'no A'", "'Always A' is a slogan": not the text's own words, nor its guideline's."""
    span = next((s for s in context.sentence.quoted if s[0] <= clause.first <= s[1]), None)
    if span is None:
        return False
    inside = [m for m in context.mentions_in(clause) if span[0] <= m.first and m.last <= span[1]]
    if len(inside) < len(context.mentions_in(clause)):
        return False
    outside = [w for n, w in enumerate(context.words) if not span[0] <= n <= span[1]]
    return not _OWN & set(outside) and not _TOLD & set(outside[:4]) and not _MINE & set(outside[:3])


def is_told(context: Context, clause: Clause) -> bool:
    """Whether a clause only quotes, or tells a draft: right or wrong, as the text goes on to say."""
    return is_quoted(context, clause) or is_draft(context, clause)


def is_draft(context: Context, clause: Clause) -> bool:
    """ "The student's answer was A", "the first proposal read: B": told, and for what follows to judge."""
    words = context.words
    for at in range(min(_NEAR, len(words) - 2)):
        if words[at] not in _DRAFTS:
            continue
        verb = next((n for n in range(at + 1, min(at + _NEAR, len(words))) if words[n] in _READING), None)
        return (
            verb is not None
            and not (_OWN | _MINE | _CORRECT) & set(words[:at])
            and not _PRESENT & set(words[:verb])
            and not any(m.first < verb for m in context.mentions)
            and clause.last >= verb
        )
    return False


def examined(context: Context, clause: Clause) -> bool:
    """ "One candidate did A": who is examined, and neither "a candidate for A" nor the text itself."""
    words = context.words
    return any(
        words[at] in _EXAMINED
        and (
            any(m.first == at + 1 for m in context.mentions)
            or any(h.first == at + 1 for h in context.sentence.has("report"))
            or words[at + 1] in _ANSWERED
            or (words[at + 1].endswith("ed") and _DETERMINERS & set(words[at + 2 : at + 3]))
        )
        for at in range(clause.first, clause.last)
    )


_EXAMINED = word_set("candidate candidates examinee examinees student students")
_ANSWERED = word_set("chose gave wrote answered named ticked offered picked opted went started began put")
