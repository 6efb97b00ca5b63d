"""Read a bare plain-text outline: heading lines without a mark, bullets, lead-ins, reference numbers.

The statements get numbers, section.statement. A statement is an item or a paragraph; one that cites in the
middle ("... 1. Then ... 2.") is as many statements as it has cited sentences, so that each has its own
references. The heading path of a statement is its headings, the lead-in above it ("Give it when:") and the
item that it stands under.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.annotations import Annotations, read_annotations
from ingest.lines import Block, heading_name, lead_end, read_blocks
from ingest.references import REFERENCE_LIST, ReferenceStyle, learn_style
from ingest.source import Source
from ingest.statement import Statement

_LISTS = frozenset({"references", "reference list", "bibliography", "literature", "citations", "sources"})
_ENTRY = re.compile(r"[ \t]*(?:[-*•][ \t]+)?\[?(\d{1,3})(?:[\].):]+|[ \t])[ \t]*(?=\S)")
_SENTENCE = re.compile(rf"(?:[.!?]|(?<!\d)[.!?](?P<mark>\s*{REFERENCE_LIST}))(?=\s+[A-Z\"“(])")
_LABEL_WORDS = 12
_CITED_AFTER_STOP = re.compile(rf"[.!?]\s+{REFERENCE_LIST}$")


_Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """An item that others stand under; `flat`: they have its own indent ("- Options:", "- first")."""

    indent: int
    name: str
    cited: _Marks
    flat: bool


@dataclass(slots=True)
class _Place:
    """Where in the outline the reader stands; `cited` is what the heading or lead-in above cites."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    cited: _Marks = ()
    items: list[_Step] = field(default_factory=list)
    stated: bool = False
    section: int = 0
    statement: int = 0
    fresh: bool = True

    def path(self) -> tuple[str, ...]:
        return (*(name for _, name in self.headings), *self.leads, *(step.name for step in self.items))


@dataclass(frozen=True, slots=True)
class Outline:
    """What an outline says: its title, its statements, its list of references (None when it has none)."""

    title: str
    statements: list[Statement]
    references: tuple[int, ...] | None


def read_outline(source: Source, start: int, known: frozenset[int] | None) -> Outline:
    """Read the outline that begins at `start`; `known` are its references, None when it is to tell them.

    Raises GuidelineError for text before any heading, for no heading or no statement, and for a reference
    that is not in the list of references.
    """
    body, entries = _cut_references(source, start)
    if entries is not None and known is None:
        known = frozenset(entries)
    rough = ReferenceStyle(known, bare=True)
    blocks = read_blocks(body, start, rough)
    texts = [source.text[block.start : block.end] for block in blocks if block.kind in ("item", "text")]
    headings = [source.text[block.start : block.end] for block in blocks if block.kind == "heading"]
    style = learn_style(texts, headings, known)
    blocks = read_blocks(body, start, style)
    if not any(block.kind == "heading" for block in blocks):
        raise source.error(
            start, "The text has no heading; put a heading line above each group of statements."
        )
    statements = _Reader(source, blocks, style).read()
    title = heading_name(_text(source, next(block for block in blocks if block.kind == "heading")))
    return Outline(title, statements, entries)


class _Reader:
    def __init__(self, source: Source, blocks: list[Block], style: ReferenceStyle) -> None:
        self.source, self.blocks, self.style = source, blocks, style
        self.place = _Place()
        self.statements: list[Statement] = []

    def read(self) -> list[Statement]:
        levels = _levels(self.blocks)
        for number, block in enumerate(self.blocks):
            below = self.blocks[number + 1] if number + 1 < len(self.blocks) else None
            if block.kind == "heading":
                self._heading(block, levels[number])
            elif block.kind == "lead":
                self._lead(block, self.blocks[number - 1] if number else None, below)
            elif block.kind == "item":
                self._item(block, below)
            else:
                listed = number > 0 and self.blocks[number - 1].kind == "item"
                if listed or (block.blanks and self.place.stated):
                    self.place.leads, self.place.cited = [], ()
                self.place.items = []
                self._state(block)
        return self.statements

    def _heading(self, block: Block, level: int) -> None:
        name, cited = self._label(block)
        place = self.place
        place.leads, place.items, place.cited = [], [], cited
        if level == 0:
            return
        place.headings = [*(step for step in place.headings if step[0] < level), (level, name)]
        place.fresh = place.fresh or len(place.headings) == 1

    def _lead(self, block: Block, above: Block | None, below: Block | None) -> None:
        name, cited = self._label(block)
        place = self.place
        place.items = []
        if len(name.split()) > _LABEL_WORDS:
            # A whole sentence, which also leads to what is below it.
            place.leads, place.cited = [], cited
            self._state(block)
            place.leads = [name] if below is not None and below.kind in ("item", "text") else []
        else:
            nested = above is not None and above.kind == "lead"
            place.leads = [*place.leads, name] if nested else [name]
        place.cited, place.stated = cited, False

    def _item(self, block: Block, below: Block | None) -> None:
        place = self.place
        listed = below is not None and below.kind == "item"
        parent = listed and below is not None and below.indent > block.indent
        leads = listed and lead_end(_text(self.source, block), self.style) is not None
        place.items = [
            step
            for step in place.items
            if step.indent < block.indent or (step.flat and step.indent == block.indent and not leads)
        ]
        if leads:
            name, cited = self._label(block)
            place.items.append(_Step(block.indent, name, cited, flat=not parent))
        else:
            last = self._state(block)
            if parent:
                place.items.append(_Step(block.indent, last.rstrip("."), (), flat=False))

    def _state(self, block: Block) -> str:
        """Add the statements of a block; return the text of the last."""
        place = self.place
        if not place.headings:
            sentence = "This text stands before any heading; begin with a heading line."
            raise self.source.error(block.start, sentence)
        text = ""
        for start, end in _cited_sentences(self.source, block, self.style):
            notes = read_annotations(self.source, start, end, self.style)
            if not re.search(r"\w", notes.text):
                raise self.source.error(start, "There is a reference here, but no statement before it.")
            self._add(notes)
            text = notes.text
        return text

    def _add(self, notes: Annotations) -> None:
        place = self.place
        if place.fresh:
            place.section, place.statement, place.fresh = place.section + 1, 0, False
        place.statement += 1
        place.stated = True
        inherited = next((step.cited for step in reversed(place.items) if step.cited), place.cited)
        references = notes.references or tuple(sorted({number for number, _ in inherited}))
        identity = f"{place.section}.{place.statement}"
        self.statements.append(
            Statement(identity, notes.text, place.path(), references, notes.evidence, notes.span)
        )

    def _label(self, block: Block) -> tuple[str, _Marks]:
        """The name of a heading or lead-in, and the references that it gives to all that is below it."""
        text = _text(self.source, block)
        end = len(text)
        if text.endswith(":"):
            end = len(text[:-1].rstrip())
        notes = read_annotations(self.source, block.start, block.start + end, self.style)
        return heading_name(notes.text), notes.marks


def _levels(blocks: list[Block]) -> dict[int, int]:
    """The level of each heading by its index: 0 the title, 1 a section, 2 and deeper below it.

    A heading without a mark is one deeper than the last one with a mark. Without any mark only the shape
    tells: a heading directly below a heading is one deeper; a later heading
    is its sibling when it has the same indent and blank lines and those of its parent are others.
    """
    levels: dict[int, int] = {}
    shapes: dict[int, tuple[int, int]] = {}
    last, marked = -1, 0
    for number, block in enumerate(blocks):
        if block.kind != "heading":
            continue
        follows = number > 0 and blocks[number - 1].kind == "heading"
        shape = (block.indent, block.blanks)
        if not levels and number + 1 < len(blocks) and blocks[number + 1].kind == "heading":
            level = 0
        elif block.depth:
            level = marked = block.depth
        elif marked:
            level = marked + 1
        elif follows:
            level = levels[last] + 1
        else:
            same = [
                depth for depth in shapes if depth > 1 and shapes[depth] == shape != shapes.get(depth - 1)
            ]
            level = min(same, default=1)
        shapes = {depth: kept for depth, kept in shapes.items() if depth < level} | {level: shape}
        levels[number], last = level, number
    return levels


def _cited_sentences(source: Source, block: Block, style: ReferenceStyle) -> list[tuple[int, int]]:
    """Split a block behind each sentence that ends in a reference mark."""
    text = _text(source, block)
    behind = _CITED_AFTER_STOP.search(text) is not None
    parts, start = [], 0
    for found in _SENTENCE.finditer(text):
        cut = found.end()
        if found["mark"]:
            cited = behind or not found["mark"][0].isspace()
        else:
            cited = not behind and style.at_end(text[start : found.start()]) is not None
        if cited:
            parts.append((block.start + start, block.start + cut))
            start = cut + len(text[cut:]) - len(text[cut:].lstrip())
    parts.append((block.start + start, block.end))
    return parts


def _cut_references(source: Source, start: int) -> tuple[Source, tuple[int, ...] | None]:
    """The source without its list of references (blanked, so that offsets stay), and their numbers."""
    lines = source.lines(start)
    for number, (offset, line) in enumerate(lines):
        if heading_name(line.lstrip("# \t")).lower() not in _LISTS:
            continue
        entries: list[int] = []
        end, blank = len(source.text), False
        for at, entry in lines[number + 1 :]:
            found = _ENTRY.match(entry)
            if found:
                if int(found[1]) in entries:
                    raise source.error(at, f"Reference {found[1]} is listed twice.")
                entries.append(int(found[1]))
            elif entry.strip() and (blank or not entries):
                end = at
                break
            blank = not entry.strip()
        if entries:
            blanked = re.sub(r"[^\n]", " ", source.text[offset:end])
            return Source(source.text[:offset] + blanked + source.text[end:], source.file), tuple(entries)
    return source, None


def _text(source: Source, block: Block) -> str:
    return source.text[block.start : block.end]
