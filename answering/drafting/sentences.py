"""Reading a draft while it is being written: each sentence as soon as it is complete, and nothing that is not in form.

Strict on purpose. What does not fit the form is not repaired, since a guess at what a model meant would be
an answer that nobody wrote.

    >>> reader = TaggedReader()
    >>> reader.feed('<answer><s cite="1.1">One.</s><s ci')
    [DraftSentence(text='One.', citations=('1.1',), quote=None)]
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from typing import Protocol

from pydantic import ValidationError

from answering.drafting.draft import (
    LONGEST_DRAFT,
    LONGEST_SENTENCE,
    MOST_SENTENCES,
    DraftSentence,
    SentenceEntry,
)
from answering.drafting.failure import DraftFailed


class SentenceReader(Protocol):
    """Takes text as it comes. Raises DraftFailed ("malformed") at the first character that cannot be in form."""

    @property
    def raw(self) -> str:
        """All that was fed."""
        ...

    def feed(self, text: str) -> list[DraftSentence]:
        """The sentences that this text completes."""
        ...

    def close(self) -> None:
        """Raises DraftFailed ("cut_off") when the draft has not come to its end."""
        ...


class JsonReader:
    """Reads `{"sentences": [{…}, …]}` object by object."""

    _HEAD = re.compile(r'\s*\{\s*"sentences"\s*:\s*\[')
    _HEAD_SO_FAR = re.compile(r"\s*(?:\{\s*(?:\"[a-z]{0,9}(?:\"\s*(?::\s*)?)?)?)?")

    def __init__(self) -> None:
        self.raw = ""
        self._at = 0  # up to here everything is read
        self._begun = self._ended = False
        self._count = 0
        self._scan: tuple[int, int, bool, bool] | None = None  # next character, depth, in a string, escaped

    def feed(self, text: str) -> list[DraftSentence]:
        self.raw += text
        _limit(self.raw)
        found: list[DraftSentence] = []
        if not self._begun and not self._read_head():
            return found
        while not self._ended and (entry := self._next_object()) is not None:
            self._count += 1
            found.append(_checked(_sentence_of(entry), self._count))
        if self._ended:
            self._read_tail()
        return found

    def close(self) -> None:
        if not (self._ended and self.raw[self._at :].strip() == "}"):
            raise DraftFailed("cut_off", "The draft broke off.")

    def _read_head(self) -> bool:
        head = self._HEAD.match(self.raw)
        if head:
            self._begun, self._at = True, head.end()
        elif not self._HEAD_SO_FAR.fullmatch(self.raw):
            raise _malformed()
        return head is not None

    def _next_object(self) -> str | None:
        """The next whole `{…}`, without the comma before it; None when it is not yet complete or the list ends."""
        raw = self.raw
        if self._scan is None:
            position = self._at
            while position < len(raw) and raw[position].isspace():
                position += 1
            if position == len(raw):
                return None
            if raw[position] == "]":
                self._ended, self._at = True, position + 1
                return None
            if self._count and raw[position] == ",":
                position += 1
                while position < len(raw) and raw[position].isspace():
                    position += 1
                if position == len(raw):
                    return None
            elif self._count:
                raise _malformed()
            if raw[position] != "{":
                raise _malformed()
            self._at, self._scan = position, (position, 0, False, False)
        position, depth, quoted, escaped = self._scan
        while position < len(raw):
            character = raw[position]
            position += 1
            if quoted:
                if escaped:
                    escaped = False
                elif character == "\\":
                    escaped = True
                elif character == '"':
                    quoted = False
            elif character == '"':
                quoted = True
            elif character in "{[":
                depth += 1
            elif character in "}]":
                depth -= 1
                if depth == 0:
                    entry, self._at, self._scan = raw[self._at : position], position, None
                    return entry
        if position - self._at > LONGEST_SENTENCE * 2:
            raise DraftFailed("malformed", "A sentence of the draft has no end.")
        self._scan = (position, depth, quoted, escaped)
        return None

    def _read_tail(self) -> None:
        if self.raw[self._at :].strip() not in ("", "}"):
            raise _malformed()


class TaggedReader:
    """Reads `<answer><s cite="…" quote="…">…</s>…</answer>`."""

    _OPEN, _CLOSE = "<answer>", "</answer>"
    _SENTENCE = re.compile(r'\s*<s cite="([^"<>]*)"(?: quote="([^"<>]*)")?>([^<>]*)</s>')
    # Whatever can still become the above.
    _SO_FAR = re.compile(
        r'\s*(?:<|<s|<s |<s c|<s ci|<s cit|<s cite|<s cite=|<s cite="[^"<>]*'
        r'|<s cite="[^"<>]*"(?: |(?: q| qu| quo| quot| quote| quote=| quote="[^"<>]*))?'
        r'|<s cite="[^"<>]*"(?: quote="[^"<>]*")?(?:>[^<>]*(?:<|</|</s)?)?)?'
    )

    def __init__(self) -> None:
        self.raw = ""
        self._at = 0
        self._begun = self._ended = False
        self._count = 0

    def feed(self, text: str) -> list[DraftSentence]:
        self.raw += text
        _limit(self.raw)
        found: list[DraftSentence] = []
        if not self._begun and not self._read_open():
            return found
        while match := self._SENTENCE.match(self.raw, self._at):
            self._at = match.end()
            self._count += 1
            cite, quote, said = match.groups()
            ids = tuple(i.strip() for i in html.unescape(cite).split(",") if i.strip())
            sentence = DraftSentence(
                _clean(html.unescape(said)), ids, None if quote is None else html.unescape(quote)
            )
            found.append(_checked(sentence, self._count))
        self._read_rest()
        return found

    def close(self) -> None:
        if not self._ended:
            raise DraftFailed("cut_off", "The draft broke off.")

    def _read_open(self) -> bool:
        start = self.raw.lstrip()
        if start.startswith(self._OPEN):
            self._begun, self._at = True, len(self.raw) - len(start) + len(self._OPEN)
        elif not self._OPEN.startswith(start):
            raise _malformed()
        return self._begun

    def _read_rest(self) -> None:
        rest = self.raw[self._at :].strip()
        if rest == self._CLOSE:
            self._ended = True
        elif self._CLOSE.startswith(rest) and rest:
            return
        elif self._ended or not self._SO_FAR.fullmatch(self.raw[self._at :]):
            raise _malformed()
        elif len(rest) > LONGEST_SENTENCE * 2:
            raise DraftFailed("malformed", "A sentence of the draft has no end.")


def _sentence_of(entry: str) -> DraftSentence:
    try:
        read = SentenceEntry.model_validate(json.loads(entry))
    except (ValidationError, ValueError):
        raise _malformed() from None  # the error would quote the draft
    return DraftSentence(_clean(read.text), tuple(i.strip() for i in read.citations), read.quote)


def _clean(text: str) -> str:
    """Without what nobody can see: such characters could hide a word from the guardrail or turn a line around."""
    seen = (c if c == "\n" or not unicodedata.category(c).startswith("C") else "" for c in text)
    return "".join(seen).strip()


def _checked(sentence: DraftSentence, number: int) -> DraftSentence:
    if number > MOST_SENTENCES:
        raise DraftFailed("malformed", f"The draft has more than {MOST_SENTENCES} sentences.")
    if not sentence.text or len(sentence.text) > LONGEST_SENTENCE:
        raise DraftFailed(
            "malformed", f"A sentence of the draft is empty or longer than {LONGEST_SENTENCE} characters."
        )
    return sentence


def _limit(raw: str) -> None:
    if len(raw) > LONGEST_DRAFT:
        raise DraftFailed("malformed", f"The draft is longer than {LONGEST_DRAFT:,} characters.")


def _malformed() -> DraftFailed:
    return DraftFailed("malformed", "The draft is not in the form that was asked for.")
