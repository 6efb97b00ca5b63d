"""What a question leans on, what it does not, and when a yes would be a yes to the wrong thing."""

from __future__ import annotations

import pytest

from answering.assistant import Assistant, ConversationState


def asked(assistant: Assistant, *turns: str) -> tuple[str, set[str]]:
    """The last answer, and what it cites."""
    state = ConversationState()
    for turn in turns:
        answer, state = assistant.respond(turn, state, {})
    return answer.answer, {citation.id for citation in answer.citations}


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("Neoadjuvant radiotherapy: indication, schedules?", ({"6.2"}, {"6.4", "6.5"})),
        (
            "1) is radiotherapy before a resection indicated 2) which fractionations exist?",
            ({"6.2"}, {"6.4"}),
        ),
        ("When do I restage & with what?", ({"8.1"}, {"8.2"})),
        ("What comes after failure of the first line, and for whom?", ({"3.5"},)),
        ("Who has radiotherapy before surgery, and why before rather than after?", ({"6.6"},)),
        ("How is impending or complete obstruction managed in stage IV rectal cancer?", ({"4.3"}, {"4.4"})),
        (
            "Ward teaching: a primary perforates, bleeds or obstructs. What for each of these?",
            ({"4.3"}, {"4.4"}),
        ),
        ("Tabulate the short and the long course of radiotherapy.", ({"6.4"}, {"6.5"})),
        (
            "T3N1, APR booked, the team chose the short course. Need total dose and number of fractions.",
            ({"6.4"},),
        ),
        (
            "Unresectable metastases, no symptoms. I would value your opinion on what comes first, and on whether "
            "the primary should be removed as a precaution.",
            ({"2.2"}, {"4.2"}),
        ),
    ],
)
def test_each_part_of_a_question_is_answered(
    assistant: Assistant, question: str, ids: tuple[set[str], ...]
) -> None:
    _, cited = asked(assistant, question)
    assert all(group <= cited for group in ids), cited


@pytest.mark.parametrize(
    ("message", "one_of"),
    [
        (
            "Stent put in last week, unresectable metastases. The chemo slot is in ten weeks. Acceptable?",
            {"7.1", "7.2"},
        ),
        (
            "T2N0 tumor, anterior resection planned. He has already booked 25 Gy. Is it needed?",
            {"6.2", "9.4"},
        ),
        (
            "ECOG 4, rectal cancer with many metastases. Family wants FOLFOX. Is that what the guideline wants?",
            {"2.4"},
        ),
        ("KRAS mutant. The ward wrote up panitumumab. Anything wrong with that?", {"3.3", "9.3"}),
    ],
)
def test_a_vague_question_is_about_what_stands_before_it(
    assistant: Assistant, message: str, one_of: set[str]
) -> None:
    answer, cited = asked(assistant, message)
    assert cited & one_of, answer
    assert not answer.startswith("Yes")


@pytest.mark.parametrize(
    "message",
    [
        "Complete obstruction. They offer 5x5 so that theatre can be avoided. Is that a proper substitute for surgery?",
        "T3 tumor, resection planned. Is radiotherapy afterwards a fair substitute for giving it before?",
        "KRAS mutant, on bevacizumab. Could Vectibix replace the bevacizumab?",
        "She gets Avastin. Does that make it likelier that somebody has to intervene on her primary?",
    ],
)
def test_no_yes_is_said_to_what_was_not_asked(assistant: Assistant, message: str) -> None:
    assert not asked(assistant, message)[0].startswith("Yes")


def test_a_wrong_number_is_corrected_even_among_words_that_are_not_covered(assistant: Assistant) -> None:
    answer, cited = asked(assistant, "Long-course chemoradiation is 60 Gy in 3 Gy fractions, correct?")
    assert "6.5" in cited
    assert answer.startswith("No")


def test_whether_somebody_is_fit_is_no_question_for_the_treatment(assistant: Assistant) -> None:
    message = "ECOG 2, unresectable liver metastases. Is he fit enough for intensive chemotherapy?"
    assert not asked(assistant, message)[0].startswith("Yes")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Can we give cetuximab with FOLFOX if the tumor is KRAS-mutant?", "No"),
        ("Single-agent therapy enough for a fit woman?", "No"),
        ("Avastin despite a KRAS mutation?", "Yes"),
        ("Irradiate a T2N0 before TME because it is stage IV?", "No"),
        ("May I defer chemo by 9 weeks for long-course CRT? Her metastases are what limits survival.", "No."),
    ],
)
def test_a_thing_with_a_question_mark_asks_whether(assistant: Assistant, question: str, lead: str) -> None:
    text, _ = asked(assistant, question)
    assert text.startswith(lead)
    assert "another figure" not in text


@pytest.mark.parametrize(
    ("turns", "one_of"),
    [
        (  # not on the last sentence, which only says what the disease is like
            (
                "His daughter cannot understand why the tumor in the rectum is not cut out. No symptoms, liver "
                "metastases unresectable, ECOG 1. What is my argument?",
            ),
            {"2.5", "2.6", "4.1", "4.2", "9.1"},
        ),
        (  # the order for this patient, and not what is usual
            (
                "Blood in every stool from the rectal cancer, unresectable liver metastases, PS 1. The fellow wants to "
                "begin with FOLFOX straight away. Agree?",
            ),
            {"2.8"},
        ),
        (  # whether, and not how
            (
                "cT2N0 rectal cancer, one resectable liver metastasis, LAR next week. The radiation oncologist "
                "proposes 5x5 beforehand. Agree?",
            ),
            {"6.2", "9.4"},
        ),
        (  # the limit, and not the schedule beside it
            (
                "Curative intent, resectable lung metastasis. Chemo, short course, LAR, wedge: 20 weeks in total. Are "
                "we within the limit?",
            ),
            {"7.3"},
        ),
        (("Now ECOG 3, progressed on first-line FOLFOX. Should he have second-line FOLFIRI?",), {"3.5"}),
        (("How soon do we check the response?", "With which methods?"), {"8.2"}),
        (("When should I reassess under chemo & how?",), {"8.2"}),
        (
            (
                "cT3N1, solitary liver metastasis, LAR planned. We want the shorter radiotherapy. Prescription?",
            ),
            {"6.4"},
        ),
    ],
)
def test_the_story_decides_what_a_vague_question_is_about(
    assistant: Assistant, turns: tuple[str, ...], one_of: set[str]
) -> None:
    answer, cited = asked(assistant, *turns)
    assert cited & one_of, answer
