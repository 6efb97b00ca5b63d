"""The text of a guideline file, with the line of every place in it."""

from __future__ import annotations

import codecs
from bisect import bisect_right
from functools import cached_property
from pathlib import Path

from corpus.errors import GuidelineError

_MARKED = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROLS = frozenset(chr(n) for n in range(32)) - frozenset("\t\n\r\f\v")


class Source:
    """A decoded text; offsets count characters, lines count from 1, line ends are ``\\n``."""

    def __init__(self, text: str, file: Path) -> None:
        self.text, self.file = text, file

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(i + 1 for i, character in enumerate(self.text) if character == "\n")]

    def line(self, offset: int) -> int:
        """The number of the line in which `offset` lies."""
        return bisect_right(self._starts, offset)

    def lines(self, start: int = 0) -> list[tuple[int, str]]:
        """The lines from `start` on, each with its offset and without its line end."""
        found = []
        for line in self.text[start:].split("\n"):
            found.append((start, line))
            start += len(line) + 1
        return found

    def error(self, offset: int, sentence: str) -> GuidelineError:
        """An error that names the line of `offset`; the caller raises it."""
        return GuidelineError(sentence, file=self.file, line=self.line(offset))


def read_source(path: Path) -> Source:
    """Read a text file in UTF-8, or in UTF-16 with a byte order mark.

    Raises GuidelineError, with the line where there is one, when the file cannot be read, is empty, is
    binary or is in another encoding.
    """
    try:
        raw = path.read_bytes()
    except IsADirectoryError as error:
        raise GuidelineError("This is a folder; give the guideline's file.", file=path) from error
    except OSError as error:
        raise GuidelineError(f"The file cannot be read: {error.strerror}.", file=path) from error
    text = _decode(raw, path)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise GuidelineError("The file is empty; it must hold the text of a guideline.", file=path)
    for offset, character in enumerate(text):
        if character in _CONTROLS:
            line = text.count("\n", 0, offset) + 1
            sentence = f"The file holds the control character {character!r}; it must be plain text."
            raise GuidelineError(sentence, file=path, line=line)
    return Source(text, path)


def _decode(raw: bytes, path: Path) -> str:
    encoding = "utf-8"
    for mark, marked in _MARKED:
        if raw.startswith(mark):
            raw, encoding = raw[len(mark) :], marked
            break
    else:
        if b"\0" in raw:
            line = raw[: raw.index(b"\0")].count(b"\n") + 1
            raise GuidelineError("The file is binary; a guideline must be plain text.", file=path, line=line)
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        byte = raw[error.start]
        line = raw[: error.start].count(b"\n") + 1
        sentence = (
            f"Byte {byte:#04x} at position {error.start} is not {encoding.upper()}; save the file as UTF-8."
        )
        raise GuidelineError(sentence, file=path, line=line) from error
