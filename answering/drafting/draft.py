"""What a language model is asked to return: sentences, each with the statements that it rests on.

    {"sentences": [{"text": "…", "citations": ["3.3"], "quote": null}, …]}

or, where a model cannot keep to a schema, the same as tagged text:

    <answer>
    <s cite="3.3, 9.3" quote="…">…</s>
    </answer>
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

MOST_SENTENCES: Final = 40
LONGEST_SENTENCE: Final = 1_200  # characters, with its markup
LONGEST_DRAFT: Final = 24_000  # characters on the line; the provider's own limit is told in tokens


class SentenceEntry(BaseModel):
    """One sentence of the answer."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: str = Field(description="One sentence of plain text, without its citations.")
    citations: list[str] = Field(description="Ids of the given statements that the sentence rests on.")
    quote: str | None = Field(
        description="Words of one of these statements, copied character by character, or null."
    )


class DraftedAnswer(BaseModel):
    """The answer, sentence by sentence, in the order in which it is read."""

    # No lengths here: providers with strict schemas refuse them. They are checked when the draft is read.
    model_config = ConfigDict(extra="forbid", strict=True)

    sentences: list[SentenceEntry]


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """One sentence as the model wrote it; nothing of it has been checked."""

    text: str
    citations: tuple[str, ...] = ()
    quote: str | None = None


def write_json(sentences: Sequence[DraftSentence]) -> str:
    """The draft as structured output."""
    return DraftedAnswer(
        sentences=[SentenceEntry(text=s.text, citations=list(s.citations), quote=s.quote) for s in sentences]
    ).model_dump_json()


def write_tagged(sentences: Sequence[DraftSentence]) -> str:
    """The draft as tagged text."""
    lines = ["<answer>"]
    for s in sentences:
        quote = "" if s.quote is None else f' quote="{html.escape(s.quote)}"'
        cite = html.escape(", ".join(s.citations))
        lines.append(f'<s cite="{cite}"{quote}>{html.escape(s.text, quote=False)}</s>')
    return "\n".join([*lines, "</answer>"])
