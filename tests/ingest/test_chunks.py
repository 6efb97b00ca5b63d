"""Chunks: one statement with its heading path for the encoder, the bare statement for quotation."""

from __future__ import annotations

from pathlib import Path

from ingest.chunks import LONGEST, cut, cut_statement
from ingest.guideline import Guideline, Statement
from tests.ingest.conftest import small_guideline


def test_a_statement_is_one_chunk_with_its_heading_path(shipped: Guideline) -> None:
    chunks = {chunk.id: chunk for chunk in cut(shipped)}
    assert list(chunks) == [statement.id for statement in shipped.statements]
    assert chunks["3.3"].encoded == (
        "Systemic chemotherapy > First line: Add an anti-EGFR antibody (cetuximab or panitumumab) only when the "
        "tumor is KRAS wild-type."
    )
    for chunk in chunks.values():
        statement = shipped.statement(chunk.statement)
        assert statement is not None
        assert (chunk.quote, chunk.span) == (statement.text, statement.span)


def test_wrapped_lines_are_one_line_for_the_encoder(tmp_path: Path) -> None:
    [chunk] = cut(small_guideline(tmp_path, "Wrapped\nover  two lines."))
    assert chunk.encoded == "Only section: Wrapped over two lines."
    assert chunk.quote == "Wrapped\nover  two lines."


def test_a_long_statement_is_cut_between_sentences_and_keeps_its_parent(tmp_path: Path) -> None:
    text = " ".join(f"Sentence {number} has exactly eight words in all." for number in range(40))
    guideline = small_guideline(tmp_path, text)
    chunks = cut(guideline)
    assert [chunk.id for chunk in chunks] == ["1.1#1", "1.1#2", "1.1#3"]
    assert {chunk.statement for chunk in chunks} == {"1.1"}
    assert " ".join(chunk.quote for chunk in chunks) == text
    for chunk in chunks:
        assert guideline.source[slice(*chunk.span)] == chunk.quote
        assert chunk.quote.startswith("Sentence ")
        assert chunk.quote.endswith("all.")
        assert len(chunk.encoded.split()) <= LONGEST


def test_a_sentence_without_end_is_cut_between_words() -> None:
    text = "word " * 399 + "word"
    chunks = cut_statement(Statement("1.1", text, ("S",), (), None, (10, 10 + len(text))))
    assert [chunk.id for chunk in chunks] == ["1.1#1", "1.1#2", "1.1#3"]
    assert sum(len(chunk.quote.split()) for chunk in chunks) == 400
    assert all(len(chunk.encoded.split()) <= LONGEST for chunk in chunks)
