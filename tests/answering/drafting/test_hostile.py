"""Every hostile text as a draft: none of it is shown, streamed or not."""

from __future__ import annotations

import json
import random

import pytest

from answering.consultation import Found, Sentence, Sources
from answering.drafting import DraftSentence
from answering.scripted_provider import Call, Reply
from guardrails.guardrail import Guardrail
from guardrails.pack import Pack
from tests.answering.drafting.conftest import GOOD, Bench, Make, shown, turn_of
from tests.answering.drafting.hostile import ANYTHING, Hostile, hostile_texts, seen

pytestmark = pytest.mark.anyio

TEXTS = hostile_texts()
MUST = ("4.3", "7.2")


async def sent(bench: Bench, text: Hostile) -> str:
    """All that a client is sent of an answer, streamed and whole."""
    steps = await bench.steps(text.question, **text.patient)
    told = [
        step.text if isinstance(step, Sentence) else json.dumps(step.finding, ensure_ascii=False)
        for step in steps
        if isinstance(step, Sentence | Found)
    ]
    assert any(isinstance(step, Sources) for step in steps)
    whole = await bench.whole(text.question, **text.patient)
    assert whole == turn_of(steps)
    return "\n".join([shown(steps), *told, json.dumps(whole.response, ensure_ascii=False)])


def test_every_category_is_there_and_says_something_hostile() -> None:
    assert len(TEXTS) == 80
    assert len({text.category for text in TEXTS}) == 20
    assert all(text.forbidden or text.category in ("omission", "heading_scope") for text in TEXTS)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: f"{text.id}-{text.category}")
async def test_no_hostile_sentence_is_shown(
    bench: Make, pack: Pack, guardrail: Guardrail, text: Hostile
) -> None:
    for draft in (text.as_it_is(), text.cited(pack)):
        made = bench(lambda call, draft=draft: Reply.drafting(draft), answers={text.question: MUST})
        body = await sent(made, text)
        for forbidden in text.forbidden:
            assert not seen(forbidden, body), body
        final = (await made.whole(text.question, **text.patient)).response["answer"]
        assert guardrail.check(final, question=text.question, patient=text.patient).verdict == "pass"


async def test_a_thousand_drafts_of_good_and_bad_sentences(
    bench: Make, pack: Pack, guardrail: Guardrail
) -> None:
    """Mixed at random: what is shown passes, says nothing forbidden, and the same text comes streamed or not."""
    rng = random.Random(6)
    # What is hostile whoever the patient is and whatever was asked.
    texts = [t for t in TEXTS if not t.patient and t.question == ANYTHING and len(t.parts) == 1]
    bad = [sentence for text in texts for sentence in text.cited(pack)]
    forbidden = {f for text in texts for f in text.forbidden}
    assert len(forbidden) > 35
    good = [*GOOD, *(DraftSentence(s.text, (s.id,)) for s in pack.guideline.statements)]
    # What is right for everybody: such a draft is the answer as it stands.
    good = [s for s in good if guardrail.check(s.text).verdict == "pass"]
    drafts: list[tuple[DraftSentence, ...]] = []

    def script(call: Call) -> Reply:
        revising = "sentences_that_stay" in call.prompt
        return Reply.drafting(good[:2] if revising and len(drafts) % 2 else drafts[-1])

    made = bench(script)
    counts = {"none": 0, "revised": 0, "replaced": 0}
    for number in range(1000):
        size = rng.randint(1, 5)
        drafts.append(tuple(rng.choice(bad if rng.random() < 0.3 else good) for _ in range(size)))
        steps = await made.steps(f"What is advised ({number})?")
        response = turn_of(steps).response
        body = "\n".join([shown(steps), json.dumps(response, ensure_ascii=False)])
        assert [f for f in forbidden if seen(f, body)] == []
        assert guardrail.check(response["answer"], question="What is advised?").verdict == "pass"
        counts[response["guardrail"]["action"]] += 1
        if response["guardrail"]["action"] != "replaced":
            assert shown(steps) == response["answer"]
    assert min(counts.values()) > 50, counts
