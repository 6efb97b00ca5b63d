"""Passages of an answer, and how they stand on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from answering.outline import Outline
from answering.repertoire import citations
from ingest.statement import Statement

_ONE_PARAGRAPH = 420  # characters up to which passages stand in one paragraph


_NOTHING = Outline()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the answer: its lead, its texts, and what it was made of.

    depends_on: facts on which the lead hangs; topics: what it dealt with.
    """

    lead: str = ""
    texts: tuple[str, ...] = ()
    as_list: bool = False
    outline: Outline = _NOTHING
    depends_on: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


def laid_out(passages: Sequence[Passage]) -> str:
    """The passages as Markdown: paragraphs where they are long, lists where they list."""
    blocks = [block for passage in passages if (block := _block(passage))]
    short = sum(len(b) for b in blocks) < _ONE_PARAGRAPH and not any("\n" in b for b in blocks)
    return (" " if short else "\n\n").join(blocks)


def _block(passage: Passage) -> str:
    if passage.as_list:
        items = "\n".join(text if "\n" in text else f"- {text}" for text in passage.texts)
        return "\n\n".join(part for part in (passage.lead, items) if part)
    texts = list(passage.texts)
    if passage.lead.endswith(":") and texts and texts[0][1:2].islower():
        texts[0] = texts[0][0].lower() + texts[0][1:]
    text = ""
    for part in (passage.lead, *texts):
        if part:
            gap = "\n\n" if "\n" in part or "\n" in text else " "
            text = text + gap + part if text else part
    return text


def cited_in(text: str) -> tuple[str, ...]:
    """The ids that a text cites, once each, in order."""
    return tuple(dict.fromkeys(citations(text)))


def verbatim(statement: Statement) -> str:
    """A statement word for word, with its citation in front of the stop."""
    return f"{statement.text.rstrip('.')} [{statement.id}]."


def grade_of(statement: Statement) -> str:
    """ "Level I, Grade A", as far as the guideline gives them."""
    evidence = statement.evidence
    if evidence is None:
        return ""
    parts = (
        f"Level {evidence.level}" if evidence.level else "",
        f"Grade {evidence.grade}" if evidence.grade else "",
    )
    return ", ".join(part for part in parts if part)
