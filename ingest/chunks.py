"""What is encoded: a statement with its heading path; a long statement in pieces of whole sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.guideline import Guideline
from ingest.statement import Statement

LONGEST = 150
"""Words of a chunk, heading path included: below the 256 word pieces after which the default model cuts."""

_SENTENCE_START = re.compile(r"(?<=[.!?;])\s+(?=[A-Z(\d])")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A statement, or a piece of it, in two forms.

    `encoded` is what the encoder reads: heading path and text in one line. `quote` is the bare text, verbatim
    at `span` of the guideline's source. `id` is the statement's, for a piece "3.3#2"; `statement` the parent.
    """

    id: str
    statement: str
    encoded: str
    quote: str
    span: tuple[int, int]


def cut(guideline: Guideline) -> tuple[Chunk, ...]:
    """The chunks of all statements, in order."""
    return tuple(chunk for statement in guideline.statements for chunk in cut_statement(statement))


def cut_statement(statement: Statement) -> tuple[Chunk, ...]:
    """The chunks of one statement: one, or as many as it takes to keep each within LONGEST words."""
    path = " > ".join(statement.section)
    room = max(LONGEST - len(path.split()), LONGEST // 2)
    pieces = _pieces(statement.text, room)
    chunks = []
    for number, (start, end) in enumerate(pieces, start=1):
        quote = statement.text[start:end]
        encoded = " ".join(f"{path}: {quote}".split())
        identity = statement.id if len(pieces) == 1 else f"{statement.id}#{number}"
        begin = statement.span[0]
        chunks.append(Chunk(identity, statement.id, encoded, quote, (begin + start, begin + end)))
    return tuple(chunks)


def _pieces(text: str, room: int) -> list[tuple[int, int]]:
    """Spans of whole sentences of at most `room` words; a longer sentence is cut between words."""
    starts = [0, *(found.end() for found in _SENTENCE_START.finditer(text))]
    sentences = [(a, len(text[:b].rstrip())) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    pieces: list[tuple[int, int]] = []
    for start, end in sentences:
        if pieces and len(text[pieces[-1][0] : end].split()) <= room:
            pieces[-1] = (pieces[-1][0], end)
            continue
        words = list(_WORD.finditer(text, start, end))
        for first in range(0, len(words), room):
            last = words[min(first + room, len(words)) - 1]
            pieces.append((words[first].start(), last.end()))
    return pieces
