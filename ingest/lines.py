"""The lines of a plain-text outline, told apart: headings, lead-ins, items and running text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.annotations import is_annotated
from ingest.references import ReferenceStyle
from ingest.source import Source

_MARKED = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_BULLET = re.compile(r"[ \t]*(?:[-*•–—‣▪◦·]|\d{1,2}[.)]|[a-z]\))[ \t]+(?=\S)")
_RULE = re.compile(r"[ \t]*([-=_*~])\1{2,}[ \t]*$")
_HEADING_NUMBER = re.compile(r"\d+(?:\.\d+)*[.)]?[ \t]+(?=\D)")
_HEADING_WORDS, _HEADING_LENGTH, _CITED_HEADING_WORDS = 12, 90, 5


@dataclass(slots=True)
class Block:
    """A heading, a lead-in, an item of a list or a paragraph; `start` and `end` bound its text.

    `indent` is the column at which it begins, `blanks` the number of blank lines before it, `depth` the
    depth of a heading that has a mark, else 0.
    """

    kind: Literal["heading", "lead", "item", "text"]
    start: int
    end: int
    indent: int
    blanks: int
    depth: int = 0


def read_blocks(source: Source, start: int, style: ReferenceStyle) -> list[Block]:
    """Tell the lines from `start` on apart and join those that were wrapped."""
    return _Lines(source, start, style).read()


def heading_name(text: str) -> str:
    """A heading without emphasis, number and colon.

    >>> heading_name("**2. First steps:**")
    'First steps'
    """
    return _HEADING_NUMBER.sub("", text.strip("*_ \t"), count=1).rstrip("*_: \t")


class _Lines:
    def __init__(self, source: Source, start: int, style: ReferenceStyle) -> None:
        self.source, self.style = source, style
        self.lines = source.lines(start)
        self.blocks: list[Block] = []

    def read(self) -> list[Block]:
        blanks = 0
        for number, (offset, line) in enumerate(self.lines):
            if not line.strip():
                blanks += 1
                continue
            if rule := _RULE.match(line):
                if self.blocks and self.blocks[-1].kind == "heading" and not blanks and rule[1] in "=-":
                    self.blocks[-1].depth = 1 if rule[1] == "=" else 2
                continue
            if not blanks and self._continues(line):
                self.blocks[-1].end = offset + len(line.rstrip())
            else:
                self.blocks.append(self._block(number, offset, line, blanks))
            blanks = 0
        return self.blocks

    def _block(self, number: int, offset: int, line: str, blanks: int) -> Block:
        end = offset + len(line.rstrip())
        indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        if marked := _MARKED.match(line):
            return Block("heading", offset + marked.end(), end, indent, blanks, len(marked[1]))
        bullet = _BULLET.match(line)
        begin = offset + (bullet.end() if bullet else len(line) - len(line.lstrip()))
        led = bool(self.blocks) and self.blocks[-1].kind == "lead" and not blanks
        heading = not led and self._is_heading(number, line)
        if bullet and not (line.lstrip()[0].isdigit() and heading):
            return Block("item", begin, end, indent, blanks)
        if heading:
            return Block("heading", offset + len(line) - len(line.lstrip()), end, indent, blanks)
        leads = lead_end(line.strip(), self.style) is not None
        return Block("lead" if leads else "text", begin, end, indent, blanks)

    def _continues(self, line: str) -> bool:
        """Whether a line that follows without a blank one goes on with the last block."""
        if not self.blocks or self.blocks[-1].kind not in ("item", "text"):
            return False
        if _BULLET.match(line) or _MARKED.match(line):
            return False
        last = self.blocks[-1]
        if line.lstrip()[0].islower():
            return True
        if last.kind == "item":
            return len(line) - len(line.lstrip()) > last.indent and not self._is_complete(last)
        return not self._is_complete(last)

    def _is_complete(self, block: Block) -> bool:
        text = self.source.text[block.start : block.end]
        return text[-1] in ".!?:;" or is_annotated(text, self.style)

    def _is_heading(self, number: int, line: str) -> bool:
        """A short line that begins like a title, ends unlike a sentence and has something below it."""
        text = line.strip().strip("*_").strip()
        below = next((below for _, below in self.lines[number + 1 :] if below.strip()), None)
        if below is None and any(block.kind in ("item", "text") for block in self.blocks):
            return False
        if not text or text[-1] in ".;!?,:" or len(text) > _HEADING_LENGTH:
            return False
        following = self.lines[number + 1][1].lstrip()[:1] if number + 1 < len(self.lines) else ""
        if following.islower() and not _BULLET.match(self.lines[number + 1][1]):
            return False
        first = heading_name(text)[:1]
        if not first or first.islower() or not (first.isalnum() or first in "\"'“‘("):
            return False
        words = len(text.split())
        if line.lstrip()[0].isdigit() and _BULLET.match(line) and (below or "").lstrip()[:1].isdigit():
            return False
        if is_annotated(text, self.style):
            return words <= _CITED_HEADING_WORDS and below is not None and bool(_BULLET.match(below))
        return words <= _HEADING_WORDS


def lead_end(text: str, style: ReferenceStyle) -> int | None:
    """Where the label of a lead-in ends ("Give it when 1:", "Give it when: 1"), None when it is none.

    >>> lead_end("Give it when 1:", ReferenceStyle(bare=True))
    12
    """
    if text.endswith(":"):
        stripped = text[:-1].rstrip()
        mark = style.at_end(stripped)
        return len(stripped[: mark.start].rstrip()) if mark and mark.numbers else len(stripped)
    mark = style.at_end(text)
    before = text[: mark.start].rstrip() if mark and mark.numbers else ""
    return len(before) - 1 if before.endswith(":") else None
