"""Read a numbered Markdown guideline: ``##`` headings, one paragraph a statement, as ``3.1 Text. [1]``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.annotations import read_annotations
from ingest.lines import heading_name
from ingest.references import ReferenceStyle
from ingest.source import Source
from ingest.statement import Statement

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_NUMBER = re.compile(r"[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)?(\d+(?:\.\d+)+)\.?(?:\*\*|__)?[ \t]+(?=\S)")
_PLAIN_HEADING = re.compile(r"(?:\d+\.?[ \t]+)?(?=[A-Z])(?:\S+[ \t]+){0,11}\S*[^\s.;!?,:]$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SENTENCE_END = re.compile(r"[.!?:;)\]\d][ \t]*$")


@dataclass(slots=True)
class _Block:
    """A statement's lines while they are being collected."""

    id: str
    start: int
    end: int
    at: int
    section: tuple[str, ...]


def is_numbered(source: Source, start: int) -> bool:
    """Whether most paragraphs and items of the body begin with a statement's number."""
    numbered = others = 0
    blank = True
    for _, line in source.lines(start):
        if _NUMBER.match(line):
            numbered += 1
        elif line.lstrip()[:1] in ("-", "*", "•") or (blank and not _is_any_heading(line)):
            others += bool(line.strip())
        blank = not line.strip()
    return numbered > others


def _is_any_heading(line: str) -> bool:
    return bool(_HEADING.match(line) or _PLAIN_HEADING.match(line.strip()))


def read_markdown(source: Source, start: int, known: frozenset[int] | None) -> tuple[str, list[Statement]]:
    """Return the title and the statements of the body that begins at `start`.

    `known` are the guideline's references, None when it does not list them. Raises GuidelineError for a
    statement without a number, a number that occurs twice or is left out, a statement outside any
    heading, an empty statement and a reference that is not known.
    """
    body = _Body(source, start)
    body.read()
    _check_numbers(source, body.blocks)
    statements = []
    for block in body.blocks:
        notes = read_annotations(source, block.start, block.end, ReferenceStyle(known))
        if not notes.text:
            raise source.error(block.at, f"Statement {block.id} has no text.")
        statements.append(
            Statement(block.id, notes.text, block.section, notes.references, notes.evidence, notes.span)
        )
    return body.title, statements


class _Body:
    """Reads the lines of a body, in order, into blocks."""

    def __init__(self, source: Source, start: int) -> None:
        blanked = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), source.text[start:])
        self.source = source
        self.lines = Source(source.text[:start] + blanked, source.file).lines(start)
        self.marked = any(_HEADING.match(line) for _, line in self.lines)
        self.title = ""
        self.path: list[tuple[int, str]] = []
        self.section_number = ""
        self.blocks: list[_Block] = []
        self.open: _Block | None = None

    def read(self) -> None:
        before = ""
        for offset, line in self.lines:
            number = _NUMBER.match(line)
            if not line.strip():
                self.open = None
            elif heading := _HEADING.match(line):
                self._heading(len(heading[1]), heading[2])
            elif not self.marked and not number and not before.strip() and _PLAIN_HEADING.match(line.strip()):
                self._heading(2 if _section_number(line.strip()) else 3, line.strip())
                self.title = self.title or heading_name(line)
            elif number and (self.open is None or _SENTENCE_END.search(before)):
                self._statement(number, offset, line)
            elif self.open:
                self.open.end = offset + len(line)
            else:
                sentence = f"{_short(line)} has no statement number; begin it with one, as in '2.4 Text'."
                raise self.source.error(offset, sentence)
            before = line

    def _heading(self, depth: int, text: str) -> None:
        self.open = None
        if depth == 1 and not self.title and not self.blocks:
            self.title = text
            return
        self.path = [*(step for step in self.path if step[0] < depth), (depth, heading_name(text))]
        if len(self.path) == 1:
            self.section_number = _section_number(text)

    def _statement(self, number: re.Match[str], offset: int, line: str) -> None:
        if not self.path:
            sentence = f"Statement {number[1]} stands before any heading; put it under one."
            raise self.source.error(offset, sentence)
        if self.section_number not in ("", number[1].split(".")[0]):
            sentence = (
                f"Statement {number[1]} stands in section {self.section_number}; give it another number."
            )
            raise self.source.error(offset, sentence)
        section = tuple(name for _, name in self.path)
        self.open = _Block(number[1], offset + number.end(), offset + len(line), offset, section)
        self.blocks.append(self.open)


def _section_number(heading: str) -> str:
    found = re.match(r"(\d+)\.?[ \t]", heading)
    return found[1] if found else ""


def _check_numbers(source: Source, blocks: list[_Block]) -> None:
    lines: dict[str, int] = {}
    previous: tuple[int, ...] = ()
    for block in blocks:
        number = tuple(int(part) for part in block.id.split("."))
        if block.id in lines:
            raise source.error(
                block.at, f"Statement {block.id} occurs twice; it first stands in line {lines[block.id]}."
            )
        if number < previous:
            raise source.error(
                block.at, f"Statement {block.id} is out of order: it follows {_dotted(previous)}."
            )
        expected = _successors(previous)
        if number not in expected:
            missing = _dotted(expected[0] if number[0] == expected[0][0] else expected[1])
            after = f"follows {_dotted(previous)}" if previous else "comes first"
            raise source.error(block.at, f"Statement {missing} is missing: {block.id} {after}.")
        lines[block.id] = source.line(block.at)
        previous = number


def _successors(number: tuple[int, ...]) -> list[tuple[int, ...]]:
    """The numbers that may follow: the next one, the first of the next section, and those one deeper."""
    if not number:
        return [(1, 1), (1, 1)]
    up = [(*number[:i], number[i] + 1) for i in range(len(number) - 1, 0, -1)]
    return [up[0], (number[0] + 1, 1), *up[1:], (*number, 1), (number[0] + 1, 1, 1)]


def _dotted(number: tuple[int, ...]) -> str:
    return ".".join(map(str, number))


def _short(line: str) -> str:
    line = line.strip()
    return repr(line if len(line) <= 40 else line[:37] + "...")
