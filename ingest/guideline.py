"""A guideline as read: its statements in order, and the source in which each of them stands."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from ingest.front import read_front
from ingest.markdown import is_numbered, read_markdown
from ingest.outline import read_outline
from ingest.source import read_source
from ingest.statement import Evidence, Statement

__all__ = ["Evidence", "Guideline", "Statement", "read_guideline"]


@dataclass(frozen=True, slots=True)
class Guideline:
    """A whole guideline, frozen.

    `source` is the decoded text of the file with ``\\n`` as line end; `sha256` is the hash of its UTF-8
    bytes. `references` are the numbers of the list of references, in its order.
    """

    id: str
    title: str
    population: str
    version: str
    references: tuple[int, ...]
    statements: tuple[Statement, ...]
    source: str = field(repr=False)
    sha256: str
    _by_id: dict[str, Statement] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {statement.id: statement for statement in self.statements})

    def statement(self, id: str) -> Statement | None:
        """The statement with this number, or None."""
        return self._by_id.get(id)

    @property
    def sections(self) -> tuple[tuple[str, ...], ...]:
        """The distinct heading paths, in order."""
        return tuple(dict.fromkeys(statement.section for statement in self.statements))


def read_guideline(path: Path) -> Guideline:
    """Read a guideline file: numbered Markdown with YAML front matter, or a bare plain-text outline.

    An outline may have front matter too; without it the id comes from the file's name, the title from the
    first heading, and population and version are empty.

    Raises GuidelineError (file, line, one sentence) for what cannot be read as a guideline.
    """
    source = read_source(path)
    front, start = read_front(source)
    listed = front.references if front else None
    known = frozenset(listed) if listed is not None else None
    if is_numbered(source, start):
        title, statements = read_markdown(source, start, known)
    else:
        outline = read_outline(source, start, known)
        title, statements = outline.title, outline.statements
        listed = outline.references if listed is None else listed
    if not statements:
        raise source.error(start, "The text has headings, but no statement.")
    if listed is None:
        listed = tuple(sorted({number for statement in statements for number in statement.references}))
    return Guideline(
        id=front.id if front else _slug(path.stem),
        title=front.title if front else title or path.stem,
        population=front.population if front else "",
        version=front.version if front else "",
        references=listed,
        statements=tuple(statements),
        source=source.text,
        sha256=hashlib.sha256(source.text.encode()).hexdigest(),
    )


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "guideline"
