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
_PLAIN_HEADING = re.compile(r"(?:(\d+)\.?[ \t]+)?(?=[A-Z])(?:\S+[ \t]+){0,11}\S*[^\s.;!?,:]$")
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
    title, blocks = _blocks(source, start)
    _check_numbers(source, blocks)
    statements = []
    for block in blocks:
        notes = read_annotations(source, block.start, block.end, ReferenceStyle(known))
        if not notes.text:
            raise source.error(block.at, f"Statement {block.id} has no text.")
        statements.append(
            Statement(block.id, notes.text, block.section, notes.references, notes.evidence, notes.span)
        )
    return title, statements


def _blocks(source: Source, start: int) -> tuple[str, list[_Block]]:
    body = source.text[:start] + _COMMENT.sub(
        lambda found: re.sub(r"[^\n]", " ", found.group()), source.text[start:]
    )
    title, path, blocks = "", list[tuple[int, str]](), list[_Block]()
    open_block: _Block | None = None
    before, section_number = "", ""
    lines = Source(body, source.file).lines(start)
    marked = any(_HEADING.match(line) for _, line in lines)
    for offset, line in lines:
        heading, number = _HEADING.match(line), _NUMBER.match(line)
        plain = None if marked or number else _PLAIN_HEADING.match(line.strip())
        if not line.strip():
            open_block = None
        elif heading:
            open_block = None
            depth, name = len(heading[1]), heading_name(heading[2])
            if depth == 1 and not title and not blocks:
                title = heading[2]
            else:
                path = [*(step for step in path if step[0] < depth), (depth, name)]
                section_number = _section_number(heading[2]) if len(path) == 1 else section_number
        elif plain and not before.strip():
            open_block, depth = None, 2 if plain[1] else 3
            path = [*(step for step in path if step[0] < depth), (depth, heading_name(line))]
            section_number = plain[1] or section_number
            title = title or heading_name(line)
        elif number and (open_block is None or _SENTENCE_END.search(before)):
            if not path:
                sentence = f"Statement {number[1]} stands before any heading; put it under one."
                raise source.error(offset, sentence)
            if section_number and number[1].split(".")[0] != section_number:
                sentence = (
                    f"Statement {number[1]} stands in section {section_number}; give it another number."
                )
                raise source.error(offset, sentence)
            section = tuple(name for _, name in path)
            open_block = _Block(number[1], offset + number.end(), offset + len(line), offset, section)
            blocks.append(open_block)
        elif open_block:
            open_block.end = offset + len(line)
        else:
            raise source.error(
                offset, f"{_short(line)} has no statement number; begin it with one, as in '2.4 Text'."
            )
        before = line
    return title, blocks


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
