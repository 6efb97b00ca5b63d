"""Reference numbers and content, told apart: a table of annotated sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.annotations import read_annotations
from ingest.guideline import Evidence
from ingest.references import ReferenceStyle, learn_style
from ingest.source import Source

_BARE = ReferenceStyle(bare=True)

# A sentence as an outline has it; what remains; what it cites.
SENTENCES = [
    ("Level IV evidence 1", "Level IV evidence", (1,)),
    ("25 Gy in 5 fractions over 1 week 1, 6", "25 Gy in 5 fractions over 1 week", (1, 6)),
    ("after 2-3 cycles to assess response 3", "after 2-3 cycles to assess response", (3,)),
    ("locally advanced (T3/T4 or node-positive) 1, 6", "locally advanced (T3/T4 or node-positive)", (1, 6)),
    ("only in wild-type KRAS 1", "only in wild-type KRAS", (1,)),
    ("regardless of KRAS mutation status 1", "regardless of KRAS mutation status", (1,)),
    ("should last no longer than 6 months 1", "should last no longer than 6 months", (1,)),
    ("should last no longer than 6", "should last no longer than 6", ()),
    ("in only 7% and 4% 2", "in only 7% and 4%", (2,)),
    ("given at week 6", "given at week 6", ()),
    ("given on days 1, 8 and 15", "given on days 1, 8 and 15", ()),
    ("given on day 1 2, 3", "given on day 1", (2, 3)),
    ("toxicity of grade 3", "toxicity of grade 3", ()),
    ("toxicity of grade 3 or 4", "toxicity of grade 3 or 4", ()),
    ("toxicity of grade 3 or 4 5", "toxicity of grade 3 or 4", (5,)),
    ("good performance status (ECOG 0-1)", "good performance status (ECOG 0-1)", ()),
    ("good performance status, ECOG 0-1", "good performance status, ECOG 0-1", ()),
    ("good performance status, ECOG 0-1 1, 6", "good performance status, ECOG 0-1", (1, 6)),
    ("a ratio of at least 1.5", "a ratio of at least 1.5", ()),
    ("a ratio of at least 1.5 2", "a ratio of at least 1.5", (2,)),
    ("keep it ≥ 90", "keep it ≥ 90", ()),
    ("patients aged 65", "patients aged 65", ()),
    ("since 2019", "since 2019", ()),
    ("by 1000 3", "by 1000", (3,)),
    ("the standard. 2", "the standard.", (2,)),
    ("the standard 2.", "the standard", (2,)),
    ("the standard.2,3", "the standard.", (2, 3)),
    ("the standard [2].", "the standard", (2,)),
    ("the standard [2][3].", "the standard", (2, 3)),
    ("the standard [2-4]", "the standard", (2, 3, 4)),
    ("the standard (1, 6)", "the standard", (1, 6)),
    ("the standard (refs. 1, 6).", "the standard", (1, 6)),
    ("the standard 1–3", "the standard", (1, 2, 3)),
    ("the standard 1, 3-5 and 7", "the standard", (1, 3, 4, 5, 7)),
    ("the standard;1", "the standard;1", ()),
    ("the standard¹", "the standard", (1,)),
    ("the standard.¹,⁶", "the standard.", (1, 6)),
    ("at most 10 mg/m²", "at most 10 mg/m²", ()),
    ("a platelet count above 50 x 10⁹", "a platelet count above 50 x 10⁹", ()),
    ("as in (6.3 covers the rest)", "as in (6.3 covers the rest)", ()),
    ("as [2] shows, keep it", "as [2] shows, keep it", (2,)),
    ("twice a day; 4", "twice a day;", (4,)),
    ("vitamin B12 3", "vitamin B12", (3,)),
    ("5 versus 7", "5 versus 7", ()),
    ("between 5 and 7", "between 5 and 7", ()),
    ("in T3 or T4", "in T3 or T4", ()),
    ("HER2", "HER2", ()),
    ("what helps most 1", "what helps most", (1,)),
    ("at most 6", "at most 6", ()),
    ("in those aged 65 and over 1", "in those aged 65 and over", (1,)),
    ("a pressure over 65", "a pressure over 65", ()),
    ("of high grade 1", "of high grade", (1,)),
    ("follow up 1", "follow up", (1,)),
]


@pytest.mark.parametrize(("sentence", "text", "references"), SENTENCES)
def test_bare_numbers(sentence: str, text: str, references: tuple[int, ...]) -> None:
    notes = read_annotations(Source(sentence, Path("x")), 0, len(sentence), _BARE)
    assert (notes.text, notes.references) == (text, references)
    assert sentence[slice(*notes.span)] == text


@pytest.mark.parametrize(
    ("sentence", "text", "references", "evidence"),
    [
        ("Use it (Level I, Grade A) 1", "Use it", (1,), Evidence("I", "A")),
        ("Use it 1 (Level I, Grade A)", "Use it", (1,), Evidence("I", "A")),
        ("Use it (Level I, Grade A 1, 6).", "Use it", (1, 6), Evidence("I", "A")),
        ("Use it (Level I, Grade A; refs 1, 6)", "Use it", (1, 6), Evidence("I", "A")),
        ("Use it [Level III, Grade B] [2]", "Use it", (2,), Evidence("III", "B")),
        ("Use it [I, A] 2", "Use it", (2,), Evidence("I", "A")),
        ("Use it (Level IV evidence) 1", "Use it", (1,), Evidence("IV", None)),
        ("Use it (Level II evidence, Grade B recommendation) 1", "Use it", (1,), Evidence("II", "B")),
        ("It is poorly known, Level IV evidence 1", "It is poorly known", (1,), Evidence("IV", None)),
        ("It is poorly known. Level IV evidence 1", "It is poorly known.", (1,), Evidence("IV", None)),
        ("It rests on Level IV evidence 1", "It rests on Level IV evidence", (1,), Evidence("IV", None)),
        ("Level I evidence supports it 1", "Level I evidence supports it", (1,), Evidence("I", None)),
        ("Use it (LoE 2b, GoR B)", "Use it", (), Evidence("2b", "B")),
        ("Use it (Class IIa, Level of Evidence: B-NR) 4", "Use it", (4,), Evidence("B-NR", "IIa")),
        (
            "Use it (strong recommendation, moderate-quality evidence)",
            "Use it",
            (),
            Evidence("moderate", "strong"),
        ),
        ("Use it (Grade 1B)", "Use it", (), Evidence(None, "1B")),
        ("Stop at toxicity (grade 3 or higher) 1", "Stop at toxicity (grade 3 or higher)", (1,), None),
        ("Refer to a level I trauma center 2", "Refer to a level I trauma center", (2,), None),
        ("Use it in low-grade disease", "Use it in low-grade disease", (), None),
    ],
)
def test_levels_and_grades(
    sentence: str, text: str, references: tuple[int, ...], evidence: Evidence | None
) -> None:
    notes = read_annotations(Source(sentence, Path("x")), 0, len(sentence), _BARE)
    assert (notes.text, notes.references, notes.evidence) == (text, references, evidence)


def test_without_bare_numbers_only_brackets_cite() -> None:
    sentence = "no longer than 6 months 1 [2]"
    notes = read_annotations(Source(sentence, Path("x")), 0, len(sentence), ReferenceStyle())
    assert (notes.text, notes.references) == ("no longer than 6 months 1", (2,))


def test_a_number_that_the_list_does_not_hold_is_content() -> None:
    style = ReferenceStyle(known=frozenset({1, 2}), bare=True)
    assert style.at_end("mutation in codon 12") is None
    assert style.at_end("mutation in codon two 2") is not None


@pytest.mark.parametrize(
    ("statements", "headings", "sentence", "cites"),
    [
        (["PS 0-1 is good 1"], [], "treat when PS 1", False),
        ([], ["Care in phase 2", "Stage 4 in short"], "treat in stage 4", False),
        ([], ["Care of stage 4"], "treat in stage 4", True),
        ([], ["Management of stage 4 disease", "Of Stage 4"], "treat until Stage 4", False),
        (["after 2 visits ask again 1"], [], "ask again after visit 2", False),
        ([], [], "ask again after visit 2", True),
        (["one 1", "two 2", "three 3", "four 4"], [], "a fall of one class 2", True),
        (["one", "two", "three", "four 4"], [], "a fall of one class 2", False),
        (
            [f"text {n} " + "x" * n for n in (1, 2, 3)] + ["a 1", "b 2", "c 3", "d 4", "e 90"],
            [],
            "a dose 90",
            False,
        ),
    ],
)
def test_the_guideline_itself_shows_which_words_take_a_number(
    statements: list[str], headings: list[str], sentence: str, cites: bool
) -> None:
    style = learn_style(statements, headings, None)
    assert (style.at_end(sentence) is not None) == cites


_WORDS = st.lists(
    st.sampled_from(
        ["give", "therapy", "early", "(never)", "wild-type", "45", "Gy", "5-FU", "93%", "months", "T3/T4:"]
    ),
    min_size=1,
    max_size=8,
)
_LAST = st.sampled_from(["response", "(T3/T4)", "KRAS", "status", "months", "bleeding", "wild-type"])
_CITED = st.lists(st.integers(1, 30), min_size=1, max_size=4, unique=True).map(sorted)


@given(
    words=_WORDS, last=_LAST, cited=_CITED, form=st.sampled_from([" {}", " [{}]", " {}.", " [{}].", ". {}"])
)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_what_is_cited_behind_a_sentence_is_found_whole(
    words: list[str], last: str, cited: list[int], form: str
) -> None:
    text = " ".join([*words, last])
    sentence = text + form.format(", ".join(map(str, cited)))
    notes = read_annotations(Source(sentence, Path("x")), 0, len(sentence), _BARE)
    assert (notes.text.rstrip("."), notes.references) == (text, tuple(cited))
