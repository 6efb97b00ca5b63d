"""Bare outlines: headings without a mark, bullets, lead-ins and reference numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.guideline import Evidence, Guideline, read_guideline

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="module")
def rectal() -> Guideline:
    return read_guideline(FIXTURES / "rectal-outline.txt")


@pytest.fixture(scope="module")
def throat() -> Guideline:
    return read_guideline(FIXTURES / "sore-throat.txt")


def outline(folder: Path, text: str) -> list[tuple[str, tuple[str, ...], str, tuple[int, ...]]]:
    file = folder / "outline.txt"
    file.write_text(text, encoding="utf-8")
    guideline = read_guideline(file)
    return [(s.id, s.section, s.text, s.references) for s in guideline.statements]


def test_the_outline_names_itself(rectal: Guideline) -> None:
    assert (rectal.id, rectal.title) == ("rectal-outline", "Management of Stage IV Rectal Cancer")
    assert rectal.references == (1, 2, 3, 6, 7)
    assert (rectal.population, rectal.version) == ("", "")


def test_every_statement_stands_verbatim_in_the_outline(rectal: Guideline, throat: Guideline) -> None:
    for guideline in (rectal, throat):
        for statement in guideline.statements:
            assert guideline.source[slice(*statement.span)] == statement.text


def test_every_word_of_the_outline_is_in_a_statement_or_a_label(rectal: Guideline) -> None:
    kept = " ".join([rectal.title, *(" ".join((*s.section, s.text)) for s in rectal.statements)])
    words = {word.strip(".,:;()[]") for word in rectal.source.split()}
    lost = {word for word in words - {word.strip(".,:;()[]") for word in kept.split()} if not word.isdigit()}
    assert lost == {"-", "1,6", "Level", "Grade", "I", "A", "disease.1"} - {"Level"}


@pytest.mark.parametrize(
    ("id", "section", "text", "references", "evidence"),
    [
        (
            "1.1",
            ("Core Treatment Strategy",),
            "Start systemic chemotherapy early with a fluoropyrimidine-based combination (FOLFOX or FOLFIRI) plus a "
            "targeted biologic: bevacizumab, or an anti-EGFR antibody for wild-type KRAS",
            (1,),
            None,
        ),
        (
            "2.3",
            ("Treatment Order", "Systemic chemotherapy first when"),
            "Performance status is good enough for intensive treatment (ECOG 0-1)",
            (1,),
            None,
        ),
        (
            "2.5",
            ("Treatment Order",),
            "These data make upfront chemotherapy the standard for an asymptomatic primary",
            (2,),
            None,
        ),
        (
            "2.9",
            ("Treatment Order",),
            "The best order of treatment is acknowledged to be poorly known, with Level IV evidence",
            (1,),
            Evidence("IV", None),
        ),
        (
            "3.1",
            ("Systemic Chemotherapy", "First line"),
            "FOLFOX or FOLFIRI is the backbone",
            (1,),
            Evidence("I", "A"),
        ),
        (
            "3.2",
            ("Systemic Chemotherapy", "First line"),
            "Bevacizumab can be added regardless of KRAS mutation status",
            (1,),
            Evidence("I", "A"),
        ),
        (
            "3.6",
            ("Systemic Chemotherapy", "Second line and beyond"),
            "Third-line therapy for selected patients with an\n  ECOG performance status of 0 or 1",
            (),
            None,
        ),
        ("4.4", ("Primary Tumor", "Bleeding or impending obstruction"), "endoluminal stent", (1,), None),
        (
            "5.3",
            ("Radiotherapy", "Indications"),
            "Symptomatic bone or brain metastases (see 5.2 for the primary)",
            (1,),
            None,
        ),
        (
            "5.4",
            ("Radiotherapy", "Regimens"),
            "Short-course: 25 Gy in 5 fractions over 1 week",
            (1, 6),
            None,
        ),
        (
            "5.5",
            ("Radiotherapy", "Regimens"),
            "Long-course: 45-50.4 Gy in fractions of 1.8-2.0 Gy with concurrent 5-FU",
            (1, 6),
            None,
        ),
        ("6.3", ("Timing",), "Whole perioperative treatment: no longer than 6", (), None),
        ("7.1", ("Monitoring",), "Re-evaluate after 2-3 cycles to assess response", (3,), None),
        ("7.2", ("Monitoring",), "Imaging again after cycle 2", (), None),
        ("8.2", ("Common Pitfalls",), "Radiotherapy for every patient with stage IV disease.", (1, 6), None),
    ],
)
def test_statements_of_the_outline(
    rectal: Guideline,
    id: str,
    section: tuple[str, ...],
    text: str,
    references: tuple[int, ...],
    evidence: Evidence | None,
) -> None:
    statement = rectal.statement(id)
    assert statement is not None
    assert (statement.section, statement.text, statement.references, statement.evidence) == (
        section,
        text,
        references,
        evidence,
    )


def test_another_specialty_in_another_style(throat: Guideline) -> None:
    assert throat.title == "Acute Sore Throat in Adults"
    assert throat.references == (1, 2, 3)
    found = [(s.id, s.section[-1], s.text[-23:], s.references, s.evidence) for s in throat.statements]
    assert found == [
        ("1.1", "Assessment", "terior nodes, no cough.", (1,), None),
        ("1.2", "Assessment", "hen the score is 0 or 1", (1, 2), Evidence("moderate", "strong")),
        ("1.3", "Assessment", "ab when the score is 2.", (2,), None),
        ("2.1", "Antibiotics", "ients with a score of 4", (2, 3), Evidence("B", "IIa")),
        ("2.2", "Antibiotics", " a macrolide for 5 days", (3,), None),
        ("2.3", "Antibiotics", "Review on day 3.", (), None),
        ("2.4", "Symptom relief", "r paracetamol as needed", (1,), Evidence("1a", "A")),
        ("2.5", "Symptom relief", "asone, at most 10 mg/m²", (), None),
    ]


# An outline; per statement its heading path, its text and its references.
OUTLINES = [
    (
        "headings below each other",
        "Title\nPart A\nFirst Step\n- do this 1\nPart B\n- do that 2\n",
        [(("Part A", "First Step"), "do this", (1,)), (("Part B",), "do that", (2,))],
    ),
    (
        "sisters that look alike",
        "Title\n\n\nPart A\n\nFirst Step\n- this 1\n\nSecond Step\n- that 1\n\n\nPart B\n- other 2\n",
        [
            (("Part A", "First Step"), "this", (1,)),
            (("Part A", "Second Step"), "that", (1,)),
            (("Part B",), "other", (2,)),
        ],
    ),
    (
        "numbered headings",
        "Title\n1. Part A\n- this 1\n2. Part B\n- that 1\n",
        [(("Part A",), "this", (1,)), (("Part B",), "that", (1,))],
    ),
    (
        "marks and underlines",
        "The title\n=========\n\nPart A\n------\n\n- this 1\n\nPart B\n------\n\n- that 1\n",
        [(("Part A",), "this", (1,)), (("Part B",), "that", (1,))],
    ),
    (
        "nested items",
        "Title\nPart\n- Give it 1\n  - only in the morning 2\n  - with water\n- Stop it 3\n",
        [
            (("Part",), "Give it", (1,)),
            (("Part", "Give it"), "only in the morning", (2,)),
            (("Part", "Give it"), "with water", ()),
            (("Part",), "Stop it", (3,)),
        ],
    ),
    (
        "an item that leads, flat",
        "Title\nPart\n- Options 4:\n- this\n- that 5\nNext Part\n- other 1\n",
        [
            (("Part", "Options"), "this", (4,)),
            (("Part", "Options"), "that", (5,)),
            (("Next Part",), "other", (1,)),
        ],
    ),
    (
        "a lead-in over lines without bullets",
        "Title\nPart\nIndications:\nBleeding of the primary 1\nPain 2\n\nIt is safe in all of them 3\n",
        [
            (("Part", "Indications"), "Bleeding of the primary", (1,)),
            (("Part", "Indications"), "Pain", (2,)),
            (("Part",), "It is safe in all of them", (3,)),
        ],
    ),
    (
        "a whole sentence that leads",
        "Title\nPart\nNothing settles whether this or that comes first, and the choice rests on many factors 1:\n"
        "This first when:\n- early 2\nIt is best to choose it when any one of the following is found at the start 3:\n"
        "- fever\n",
        [
            (
                ("Part",),
                "Nothing settles whether this or that comes first, and the choice rests on many factors",
                (1,),
            ),
            (("Part", "This first when"), "early", (2,)),
            (
                ("Part",),
                "It is best to choose it when any one of the following is found at the start",
                (3,),
            ),
            (
                ("Part", "It is best to choose it when any one of the following is found at the start"),
                "fever",
                (3,),
            ),
        ],
    ),
    (
        "a lead-in below a lead-in",
        "Title\nPart\nDrugs:\nFirst choice:\n- this 1\nSecond choice:\n- that 1\n",
        [(("Part", "Drugs", "First choice"), "this", (1,)), (("Part", "Second choice"), "that", (1,))],
    ),
    (
        "a heading that cites for its items",
        "Title\nPart A 1, 6\n- this\n- that 2\nPart B\n- other\n",
        [(("Part A",), "this", (1, 6)), (("Part A",), "that", (2,)), (("Part B",), "other", ())],
    ),
    (
        "several cited sentences in one item",
        "Title\nPart\n- Do this. It helps most 1. Never do that [2]. It harms.\n",
        [
            (("Part",), "Do this. It helps most", (1,)),
            (("Part",), "Never do that", (2,)),
            (("Part",), "It harms.", ()),
        ],
    ),
    (
        "numbers behind the full stop",
        "Title\nPart\n- Do this. 1 Never do that. 2, 3\n- Take 2. A third is too much. 4\n",
        [
            (("Part",), "Do this.", (1,)),
            (("Part",), "Never do that.", (2, 3)),
            (("Part",), "Take 2. A third is too much.", (4,)),
        ],
    ),
    (
        "wrapped lines",
        "Title\nPart\n- A long item that goes\n  on over three\n  lines 1\n\n"
        "A paragraph that was wrapped by its editor goes\non here and ends 2\n",
        [
            (("Part",), "A long item that goes\n  on over three\n  lines", (1,)),
            (("Part",), "A paragraph that was wrapped by its editor goes\non here and ends", (2,)),
        ],
    ),
    (
        "other bullets",
        "Title\nPart\n• this 1\n* that 1\n– third 1\n1) fourth 1\n",
        [(("Part",), text, (1,)) for text in ("this", "that", "third", "fourth")],
    ),
    (
        "a last line like a heading",
        "Title\nPart\n- this 1\n\nTreat every patient alike\n",
        [(("Part",), "this", (1,)), (("Part",), "Treat every patient alike", ())],
    ),
    (
        "text behind the references",
        "Part\n- this 1\n\nReferences\n1. A, B.\n  Journal 2.\n\n2) C.\n\nOther Part\n- that 2\n",
        [(("Part",), "this", (1,)), (("Other Part",), "that", (2,))],
    ),
    (
        "an outline with front matter",
        "---\nid: own\ntitle: Own\npopulation: All\nversion: '2'\nreferences: [1]\n---\nPart\n- codon 12\n- this 1\n",
        [(("Part",), "codon 12", ()), (("Part",), "this", (1,))],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in OUTLINES], ids=[row[0] for row in OUTLINES]
)
def test_shapes_of_outlines(
    tmp_path: Path, text: str, expected: list[tuple[tuple[str, ...], str, tuple[int, ...]]]
) -> None:
    assert [row[1:] for row in outline(tmp_path, text)] == expected


def test_statements_are_numbered_by_section_and_place(tmp_path: Path) -> None:
    text = "Title\nPart A\nOne:\n- a 1\n- b 1\nTwo:\n- c 1\nPart B\n- d 1\n"
    assert [row[0] for row in outline(tmp_path, text)] == ["1.1", "1.2", "1.3", "2.1"]
