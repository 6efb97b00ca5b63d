"""Any text at all: no exception, the same verdict twice, spans that hold, and no block that is talked away."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import find_pack
from corpus.errors import InputError
from guardrails.guardrail import Guardrail
from guardrails.pack import load_pack
from tests.guardrails.items import ITEMS, judged, verdicts

# What clinicians write, mixed with what no clinician writes.
WORDS = sorted({word for item in ITEMS[::4] for word in item.answer.split()})[::3]
ODD = [
    "\x00",
    "\x1b[31m",
    "\u202e",
    "\u200f",
    "\u200b",
    "\ufeff",
    "😷",
    "👩‍⚕️",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u2028",
    "\ud7ff",
]
ODD += [
    "[",
    "]",
    "[3.3",
    "[99.9]",
    "**",
    "# ",
    "- ",
    "| a | b |",
    "```",
    "<script>",
    "' OR 1=1",
    "٣",
    "²",
    "½",
    "①",
    "Ⅳ",
]
ODD += [
    "not",
    "never",
    "only if",
    "unless",
    ",",
    ".",
    "?",
    ":",
    ";",
    "(",
    ")",
    "5 x",
    "Gy",
    "%",
    "-",
    "–",
    "1.8.8",
    "0/0",
]

texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(WORDS + ODD), max_size=60).map(" ".join),
    st.lists(st.sampled_from(WORDS + ODD), max_size=60).map("".join),
)
questions = st.one_of(st.none(), texts)
CONTRADICTIONS = (
    "Cetuximab should be given to patients with KRAS-mutant tumors.",
    "A perforated primary must not be resected.",
    "Resect every asymptomatic primary prophylactically.",
    "Short-course radiotherapy is 60 Gy in 5 fractions.",
    "We recommend pembrolizumab.",
)
calmly = settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck), derandomize=True)


@pytest.fixture(scope="module")
def second() -> Guardrail:
    """Another guardrail, loaded anew: nothing may depend on what was read before."""
    return Guardrail(load_pack(find_pack()))


@calmly
@given(text=texts, question=questions)
def test_any_text_gets_a_verdict_with_spans_that_hold_and_always_the_same(
    guardrail: Guardrail, second: Guardrail, text: str, question: str | None
) -> None:
    found = guardrail.check(text, question=question)
    for finding in found.findings:
        assert 0 <= finding.start <= finding.end <= len(text)
        assert text[finding.start : finding.end].startswith(finding.text)
    for claim in found.claims:
        assert 0 <= claim.start <= claim.end <= len(text)
    assert second.check(text, question=question).to_json() == found.to_json()


@calmly
@given(text=texts, last=st.sampled_from(CONTRADICTIONS))
def test_a_contradiction_behind_any_text_is_still_found(guardrail: Guardrail, text: str, last: str) -> None:
    assert guardrail.check(f"{text}\n\nConclusion.\n\n{last}").verdict == "block"


@pytest.mark.parametrize("last", CONTRADICTIONS)
def test_a_contradicting_sentence_never_turns_block_into_pass(guardrail: Guardrail, last: str) -> None:
    """Nor does a text without a patient of its own swallow it: another patient is then still possible."""
    assert guardrail.check(last).verdict == "block"
    for item in ITEMS:
        if verdicts(guardrail)[item.id] == "block" or not (item.question or item.patient):
            assert judged(guardrail, item, f"{item.answer}\n\n{last}") == "block", item.id


@pytest.mark.parametrize("name", ["block", "pass"])
def test_two_texts_in_a_row_are_no_better_than_the_worse(guardrail: Guardrail, name: str) -> None:
    """A wrong text stays wrong when a right one stands in front as a section of its own."""
    wrong = [i for i in ITEMS if i.verdict == "block" and i.question is None and not i.patient]
    wrong = [i for i in wrong if judged(guardrail, i) == "block"]
    other = [i for i in ITEMS if i.verdict == name and i.question is None and not i.patient]
    freed = [
        (before.id, item.id)
        for before, item in zip(other, wrong, strict=False)
        if guardrail.check(f"## Background\n\n{before.answer}\n\n## Plan\n\n{item.answer}").verdict != "block"
    ]
    assert len(freed) / min(len(other), len(wrong)) <= 0.02, freed


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "." * 50_000,
        "a" * 50_000,
        "not " * 12_500,
        "(" * 50_000,
        "1,000." * 8_000,
        "- - " * 12_500,
        "**" * 25_000,
        "cetuximab " * 5_000,
        "no reason not to avoid withholding cetuximab, " * 1_000,
        "| a " * 12_500,
        "\u202e" * 50_000,
        "if only unless except " * 2_200,
        "5 x 5 Gy in 5 fractions of 5 Gy " * 1_500,
    ],
    ids=lambda text: f"{text[:12]!r} x {len(text)}",
)
def test_fifty_thousand_characters_are_read_in_time(guardrail: Guardrail, text: str) -> None:
    """Nothing in the reader takes the square of the length: each within seconds, on a slow machine."""
    started = time.perf_counter()
    guardrail.check(text)
    assert time.perf_counter() - started < 20


def test_facts_that_the_algorithm_does_not_have_are_told(guardrail: Guardrail) -> None:
    with pytest.raises(InputError, match="There is no fact 'height'"):
        guardrail.check("x", patient={"height": "tall"})
    with pytest.raises(InputError, match="has no value 'maybe'; its values are"):
        guardrail.check("x", patient={"kras": "maybe"})
