"""A guideline as read: its statements in order, and the source in which each of them stands."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from ingest.front import read_front
from ingest.markdown import read_markdown
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

    Raises GuidelineError (file, line, one sentence) for what cannot be read as a guideline.
    """
    source = read_source(path)
    front, start = read_front(source)
    known = frozenset(front.references) if front and front.references is not None else None
    title, statements = read_markdown(source, start, known)
    cited = sorted({number for statement in statements for number in statement.references})
    return Guideline(
        id=front.id if front else path.stem,
        title=front.title if front else title,
        population=front.population if front else "",
        version=front.version if front else "",
        references=front.references if front and front.references is not None else tuple(cited),
        statements=tuple(statements),
        source=source.text,
        sha256=hashlib.sha256(source.text.encode()).hexdigest(),
    )
