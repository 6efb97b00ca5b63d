"""Numbered Markdown: numbers, headings, spans and annotations of the shipped guideline."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from corpus.errors import GuidelineError
from ingest.guideline import Evidence, Guideline, read_guideline
from tests.ingest.conftest import FRONT


def test_every_statement_stands_verbatim_in_the_source(shipped: Guideline) -> None:
    assert len(shipped.statements) == 47
    for statement in shipped.statements:
        start, end = statement.span
        assert shipped.source[start:end] == statement.text
        assert shipped.source[:start].endswith(f"{statement.id} ")
        assert statement.text.endswith(".")
        assert not statement.text.endswith(" .")


def test_the_front_matter_is_read(shipped: Guideline) -> None:
    assert shipped.id == "stage-iv-rectal-cancer"
    assert shipped.title == "Management of Stage IV Rectal Cancer"
    assert shipped.version == "1.0"
    assert shipped.population.startswith("Adults with rectal cancer")
    assert shipped.references == (1, 2, 3, 4, 5, 6, 7)
    assert shipped.sha256 == hashlib.sha256(shipped.source.encode()).hexdigest()


@pytest.mark.parametrize(
    ("id", "section", "references", "evidence"),
    [
        ("1.1", ("Core strategy",), (1,), None),
        (
            "2.8",
            ("Order of treatment: systemic or locoregional first", "Locoregional treatment first"),
            (1, 2),
            None,
        ),
        (
            "2.11",
            ("Order of treatment: systemic or locoregional first", "Individual decision"),
            (1,),
            Evidence("IV", None),
        ),
        ("3.3", ("Systemic chemotherapy", "First line"), (1,), Evidence("I", "A")),
        ("5.1", ("Resection of metastases",), (1,), Evidence("III", "A")),
        ("6.4", ("Radiotherapy", "Regimens"), (1, 6), None),
    ],
)
def test_place_references_and_evidence(
    shipped: Guideline,
    id: str,
    section: tuple[str, ...],
    references: tuple[int, ...],
    evidence: Evidence | None,
) -> None:
    statement = shipped.statement(id)
    assert statement is not None
    assert (statement.section, statement.references, statement.evidence) == (section, references, evidence)


def test_a_statement_that_names_another_keeps_it(shipped: Guideline) -> None:
    statement = shipped.statement("9.4")
    assert statement is not None
    assert statement.text.endswith("(6.3 covers symptomatic metastases).")


def test_sections_are_the_distinct_paths_in_order(shipped: Guideline) -> None:
    assert shipped.sections[0] == ("Core strategy",)
    assert shipped.sections[-1] == ("Pitfalls",)
    assert len(shipped.sections) == len(set(shipped.sections)) == 15
    assert shipped.statement("99.1") is None


def test_shapes_that_authors_use(tmp_path: Path) -> None:
    file = tmp_path / "shapes.md"
    file.write_text(
        f"{FRONT}# Title\n\n<!-- 9.9 a note\n\nnot a statement -->\n## 1 One\n\n"
        "**1.1** Wrapped over\ntwo lines. [1,2]\n"
        "1.2. Directly below, with [1] in the middle. [2]\n\n- 1.3 As an item (Grade B) [1][2].\n"
        "\n## 2. Two ##\n\n2.1 Refers to 1.3 only.\n\n2.1.1 Deeper. [1-2]\n\n2.2 Back. [2]\n",
        encoding="utf-8",
    )
    guideline = read_guideline(file)
    assert [(s.id, s.text, s.references, s.section) for s in guideline.statements] == [
        ("1.1", "Wrapped over\ntwo lines.", (1, 2), ("One",)),
        ("1.2", "Directly below, with [1] in the middle.", (1, 2), ("One",)),
        ("1.3", "As an item", (1, 2), ("One",)),
        ("2.1", "Refers to 1.3 only.", (), ("Two",)),
        ("2.1.1", "Deeper.", (1, 2), ("Two",)),
        ("2.2", "Back.", (2,), ("Two",)),
    ]
    assert guideline.statements[2].evidence == Evidence(None, "B")


def test_numbered_text_without_marks(tmp_path: Path) -> None:
    file = tmp_path / "Plain text.txt"
    file.write_text(
        "A title\n\n1 First\n\n1.1 Do this. [1]\n1.2 And that. [2]\n\n2. Second\n\n2.1 Or this. [1]\n"
    )
    guideline = read_guideline(file)
    assert guideline.id == "plain-text"
    assert guideline.title == "A title"
    assert [(s.id, s.section) for s in guideline.statements] == [
        ("1.1", ("First",)),
        ("1.2", ("First",)),
        ("2.1", ("Second",)),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marked_encodings_and_other_line_ends_give_the_same_guideline(tmp_path: Path, encoding: str) -> None:
    text = f"{FRONT}## 1 One\n\n1.1 Größer als 5 – immer. [1]\n"
    plain, other = tmp_path / "plain.md", tmp_path / "other.md"
    plain.write_text(text, encoding="utf-8")
    other.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    assert read_guideline(other) == read_guideline(plain)


_ONE = "## 1 One\n\n1.1 First. [1]\n\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            f"{FRONT}{_ONE}1.1 Again. [1]\n",
            "bad.md:13: Statement 1.1 occurs twice; it first stands in line 11.",
        ),
        (f"{FRONT}{_ONE}1.3 Third. [1]\n", "bad.md:13: Statement 1.2 is missing: 1.3 follows 1.1."),
        (
            f"{FRONT}{_ONE}## 3 Three\n\n3.1 Text. [1]\n",
            "bad.md:15: Statement 2.1 is missing: 3.1 follows 1.1.",
        ),
        (f"{FRONT}## 1 One\n\n1.2 First. [1]\n", "bad.md:11: Statement 1.1 is missing: 1.2 comes first."),
        (
            f"{FRONT}{_ONE}1.2 Second. [1]\n\n## Two\n\n2.1 X. [1]\n\n1.3 Late. [1]\n",
            "bad.md:19: Statement 1.3 is out of order: it follows 2.1.",
        ),
        (
            f"{FRONT}{_ONE}2.1 Second. [1]\n",
            "bad.md:13: Statement 2.1 stands in section 1; give it another number.",
        ),
        (f"{FRONT}1.1 First. [1]\n", "bad.md:9: Statement 1.1 stands before any heading; put it under one."),
        (f"{FRONT}{_ONE}1.2 [1]\n", "bad.md:13: Statement 1.2 has no text."),
        (
            f"{FRONT}{_ONE}Without a number. [1]\n",
            "bad.md:13: 'Without a number. [1]' has no statement number; begin it with one, as in '2.4 Text'.",
        ),
        (
            f"{FRONT}{_ONE}1.2 Second. [1, 9]\n",
            "bad.md:13: Reference 9 is cited here, but the list of references does not hold it.",
        ),
        (f"{FRONT}## 1 One\n", "bad.md:8: The text has headings, but no statement."),
    ],
)
def test_wrong_numbers_and_references(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "bad.md"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(GuidelineError) as raised:
        read_guideline(file)
    assert str(raised.value) == message
