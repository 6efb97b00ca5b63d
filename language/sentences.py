"""Where sentences begin and end: abbreviations do not end one, and a text without full stops is cut at its pauses."""

from __future__ import annotations

import re

_ABBREVIATIONS = (
    "e.g.",
    "i.e.",
    "vs.",
    "approx.",
    "cf.",
    "etc.",
    "dr.",
    "mr.",
    "mrs.",
    "ms.",
    "prof.",
    "fig.",
    "no.",
    "pt.",
    "pts.",
    "resp.",
    "st.",
    "incl.",
    "al.",
)
_END = re.compile(
    r"[.!?]+[\"')\]*_]*(?:\s*\[[\d., -]+\][.]?)*(?=\s|$)|\]\](?=\s)|\n\s*\n|(?<=[a-z)\]])\n(?=[A-Z])"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of a block; a citation after the stop belongs to its sentence."""
    spans: list[tuple[int, int]] = []
    start = 0
    for end in _END.finditer(text):
        head = text[start : end.start() + 1].lower()
        if end[0].startswith(".") and (
            _abbreviated(head, text[end.end() :]) or re.search(r"(?:^|\s)[a-z]\.$", head)
        ):
            continue
        if end[0] == "." and re.search(r"\d\.$", head) and re.match(r"\s+[a-z0-9]", text[end.end() :]):
            continue
        if "?" in end[0] and not any(c.isalnum() for c in text[start : end.end()]):
            continue  # "? so": a mark of doubt belongs to what it stands in front of
        if text[start : end.end()].strip():
            spans.extend(_cut_long(text, start, end.end()))
        start = end.end()
    if text[start:].strip():
        spans.extend(_cut_long(text, start, len(text)))
    return [(a + len(text[a:b]) - len(text[a:b].lstrip()), b) for a, b in spans]


_LONGEST_SENTENCE = 1_500  # characters; no clinical sentence is longer, and the time stays linear


def _cut_long(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch without a full stop, cut at a pause or a blank into pieces of bounded length."""
    pieces = []
    while end - start > _LONGEST_SENTENCE:
        limit = start + _LONGEST_SENTENCE
        at = max(text.rfind(", ", start + 1, limit), text.rfind("; ", start + 1, limit)) + 1
        if at <= start:
            at = text.rfind(" ", start + 1, limit)
        if at <= start:
            at = limit
        pieces.append((start, at))
        start = at
    return [*pieces, (start, end)]


def _abbreviated(head: str, behind: str) -> bool:
    """Whether the last word of `head` is an abbreviation: "approx.", but neither "first." nor a final "no."."""
    word = re.search(r"[\w.]+$", head)
    return (
        word is not None
        and word[0] in _ABBREVIATIONS
        and (word[0] != "no." or re.match(r"\s*\d", behind) is not None)
    )
