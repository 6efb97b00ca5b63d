"""Drafted answers through the real client, over real HTTP, under the real guardrail."""

from __future__ import annotations

import asyncio
import json
from contextlib import aclosing
from time import perf_counter

import pytest

from answering.consultation import Begun, Found, Sentence, Sources, Turn
from answering.drafting import BRIDGE, DraftSentence
from answering.scripted_provider import Call, Cut, Pause, Reply, Say, Send
from tests.answering.drafting.conftest import BAD, GOOD, Make, shown, turn_of

pytestmark = pytest.mark.anyio

SAID = (
    "Use FOLFOX or FOLFIRI as the chemotherapy backbone [3.1]. "
    "Bevacizumab can be added whatever the KRAS mutation status [3.2]. "
    "Add cetuximab or panitumumab only when the tumor is KRAS wild-type [3.3, 9.3]."
)


@pytest.mark.parametrize("output", ["structured", "tagged"])
async def test_a_good_draft_is_the_answer(bench: Make, output: str) -> None:
    made = bench(lambda call: Reply.drafting(GOOD), model_output=output)
    turn = await made.whole()
    assert turn.response["answer"] == SAID, turn
    assert [c["id"] for c in turn.response["citations"]] == ["3.1", "3.2", "3.3", "9.3"]
    assert turn.response["drafted_by"] == "openai:scripted"
    assert turn.response["guardrail"]["verdict"] == "pass"
    assert turn.response["guardrail"]["action"] == "none"
    assert [call.form for call in made.provider.calls] == ["schema" if output == "structured" else "text"]


async def test_the_stream_ends_in_the_same_turn_and_its_sentences_are_the_answer(bench: Make) -> None:
    made = bench(lambda call: Reply.drafting(GOOD))
    steps = await made.steps()
    assert [type(step) for step in steps] == [Begun, Sources, Sentence, Sentence, Sentence, Turn]
    assert shown(steps) == SAID
    assert turn_of(steps) == await made.whole()


async def test_sentences_leave_while_the_model_still_writes(bench: Make) -> None:
    made = bench(lambda call: Reply.drafting(GOOD, pause=0.2, name="t"))
    times = []
    async for step in made.assistant.stream("What is the backbone?", {}, {}):
        if isinstance(step, Sentence):
            times.append(perf_counter())
    ends = [made.provider.marks[f"t/{number}"] for number in range(3)]
    delays = [shown - end for shown, end in zip(times, ends, strict=True)]
    assert max(delays) < 0.15, delays  # 30 ms on an idle machine: evaluation/bench_drafting.py
    assert times[2] - times[0] > 0.3


async def test_a_blocked_sentence_is_revised_with_the_findings(bench: Make) -> None:
    def script(call: Call) -> Reply:
        return Reply.drafting((GOOD[0], BAD, GOOD[1]) if call.number == 1 else (GOOD[1], GOOD[2]))

    made = bench(script)
    steps = await made.steps()
    turn = turn_of(steps)
    assert shown(steps) == turn.response["answer"] == SAID
    assert turn.response["guardrail"]["action"] == "revised"
    assert turn.response["guardrail"]["verdict"] == "block"
    found = [step.finding for step in steps if isinstance(step, Found)]
    assert found == turn.response["guardrail"]["findings"]
    assert {f["rule"] for f in found} == {"D08"}
    review = made.provider.calls[1].prompt
    assert found[0]["message"] in review.replace('\\"', '"')
    assert BAD.text.rstrip(".") in review


async def test_what_follows_a_blocked_sentence_is_judged_and_not_shown(bench: Make) -> None:
    other = DraftSentence("Palliative radiotherapy should not be used for pain from the primary.", ("4.5",))

    def script(call: Call) -> Reply:
        return Reply.drafting((BAD, GOOD[0], other) if call.number == 1 else GOOD[:1])

    made = bench(script)
    turn = await made.whole()
    assert turn.response["answer"] == "Use FOLFOX or FOLFIRI as the chemotherapy backbone [3.1]."
    review = made.provider.calls[1].prompt
    assert "Palliative radiotherapy should not" in review


async def test_a_model_that_ignores_the_revision_is_replaced(bench: Make) -> None:
    made = bench(lambda call: Reply.drafting((GOOD[1], BAD)))
    steps = await made.steps()
    turn = turn_of(steps)
    composed = made.answerer.turn("What is the backbone?", {}, {})
    assert turn.response["answer"] == composed.response["answer"]
    assert turn.response["citations"] == composed.response["citations"]
    assert turn.response["guardrail"]["action"] == "replaced"
    assert turn.response["guardrail"]["reason"] == "blocked"
    assert turn.response["drafted_by"] == "guideline"
    assert len(made.provider.calls) == 2
    # What was shown stays; the composed answer follows it behind a sentence that says so.
    assert shown(steps) == f"{SAID.split('. ')[1]}.\n\n*{BRIDGE}*\n\n{composed.response['answer']}"
    assert turn == await made.whole()


async def test_the_record_has_the_raw_drafts_and_all_findings_and_the_response_has_not(bench: Make) -> None:
    made = bench(lambda call: Reply.drafting((BAD,)))
    turn = await made.whole()
    assert turn.draft is not None
    kept = json.loads(turn.draft)
    assert kept["model"] == "openai:scripted"
    assert [d["kind"] for d in kept["drafts"]] == ["draft", "revision"]
    assert all(BAD.text in d["text"] for d in kept["drafts"])
    assert kept["drafts"][0]["findings"][0]["text"]
    assert "Add cetuximab when" not in json.dumps(turn.response)
    assert turn.response["guardrail"]["findings"][0]["text"] == ""


async def test_what_a_draft_leaves_out_is_added(bench: Make) -> None:
    plan = DraftSentence("FOLFOX or FOLFIRI is the backbone of systemic treatment.", ("3.1",))
    made = bench(lambda call: Reply.drafting((plan,)))
    steps = await made.steps("The primary tumor obstructs. What is the management plan?", obstruction="yes")
    turn = turn_of(steps)
    assert turn.response["guardrail"]["action"] in ("revised", "replaced")
    if turn.response["guardrail"]["action"] == "revised":
        assert (
            "Obstruction or perforation calls for emergent surgical resection [4.3]."
            in turn.response["answer"]
        )
        assert shown(steps) == turn.response["answer"]


async def test_a_question_out_of_scope_calls_no_model(bench: Make) -> None:
    made = bench(lambda call: Reply.drafting(GOOD), unanswered=["How is a sore throat treated?"])
    steps = await made.steps("How is a sore throat treated?")
    assert turn_of(steps).response["status"] == "abstained"
    assert made.provider.calls == []


def endless(call: Call) -> Reply:
    return Reply(lambda c: (Say("x" * 500) if n else Say('{"sentences":[{"text":"') for n in range(10**9)))


def many(call: Call) -> Reply:
    entry = '{"text":"Use FOLFOX or FOLFIRI as the backbone.","citations":["3.1"],"quote":null},'
    return Reply(lambda c: (Say(entry if n else '{"sentences":[') for n in range(10**9)))


FAULTS = {
    "429": (lambda call: Reply.failing(429), "unavailable"),
    "429, come back too late": (lambda call: Reply.failing(429, retry_after=60), "unavailable"),
    "500": (lambda call: Reply.failing(500), "unavailable"),
    "no key": (lambda call: Reply.failing(401), "unavailable"),
    "slow": (lambda call: Reply.drafting(GOOD * 5, pause=0.2), "timeout"),
    "stalled at once": (lambda call: Reply.saying(Pause(60)), "stalled"),
    "cut off at once": (lambda call: Reply.saying(Cut()), "unavailable"),
    "ended early": (lambda call: Reply.saying(Say(call.write(GOOD)[:150])), "cut_off"),
    "ended for length": (lambda call: Reply.saying(Say(call.write(GOOD)[:150]), finish="length"), "cut_off"),
    "malformed": (lambda call: Reply.saying(Say('{"sentences":[{"text":"One.","cite":[]}]}')), "malformed"),
    "prose": (lambda call: Reply.saying(Say("Sure! Use FOLFOX.")), "malformed"),
    "not JSON on the line": (lambda call: Reply.saying(Send(b"data: {nonsense\n\n")), "malformed"),
    "nothing": (lambda call: Reply.saying(Say(" ")), "cut_off"),
    "no sentence": (lambda call: Reply.drafting(()), "malformed"),
    "endless sentence": (endless, "malformed"),
    "endless sentences": (many, "malformed"),
}


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("output", ["structured", "tagged"])
async def test_every_fault_of_the_provider_ends_in_the_composed_answer(
    bench: Make, name: str, output: str
) -> None:
    script, reason = FAULTS[name]
    made = bench(script, model_output=output, model_stall=0.25, model_timeout=2.0)
    start = perf_counter()
    steps = await made.steps()
    turn = turn_of(steps)
    assert perf_counter() - start < 2.5
    assert (
        turn.response["answer"] == "Use FOLFOX (5-fluorouracil, leucovorin and oxaliplatin) or FOLFIRI "
        "(5-fluorouracil, leucovorin and irinotecan) as the chemotherapy backbone [3.1]."
    )
    assert turn.response["guardrail"]["action"] == "replaced"
    if output == "structured" or name not in ("endless sentence", "endless sentences", "malformed"):
        assert turn.response["guardrail"]["reason"] == reason
    assert shown(steps).endswith(turn.response["answer"])


@pytest.mark.parametrize(
    "sentence",
    [
        DraftSentence("Bei KRAS-mutierten Tumoren sollte Cetuximab gegeben werden.", ("3.3",)),
        DraftSentence("Bevacizumab can be added whatever the KRAS mutation status.", ("3.33",)),
        DraftSentence("Bevacizumab can be added whatever the KRAS mutation status."),
        DraftSentence("Bevacizumab can be added.", ("3.2",), "whatever the status of KRAS"),
        DraftSentence("Read [more](https://example.org) on FOLFOX.", ("3.1",)),
    ],
    ids=["another language", "wrong citation", "no citation", "wrong quote", "a link"],
)
async def test_a_draft_without_ground_is_replaced(bench: Make, sentence: DraftSentence) -> None:
    made = bench(lambda call: Reply.drafting((sentence,)))
    steps = await made.steps()
    guardrail = turn_of(steps).response["guardrail"]
    assert (guardrail["action"], guardrail["reason"]) == ("replaced", "blocked")
    assert sentence.text[:30] not in shown(steps)
    assert turn_of(steps).response["answer"].startswith("Use FOLFOX")


def test_a_thread_without_an_event_loop_may_ask_again_and_again(bench: Make) -> None:
    made = bench(lambda call: Reply.drafting(GOOD))
    for _ in range(3):
        assert made.assistant.turn("What is the backbone?", {}, {}).response["answer"] == SAID


async def test_stalled_and_cut_off_in_mid_stream(bench: Make) -> None:
    for broken, reason in ((Pause(60), "stalled"), (Cut(), "cut_off")):

        def script(call: Call, broken: Pause | Cut = broken) -> Reply:
            text = call.write(GOOD)
            return Reply.saying(Say(text[: text.index("Bevacizumab") + 5]), broken)

        made = bench(script, model_stall=0.3)
        steps = await made.steps()
        assert turn_of(steps).response["guardrail"]["reason"] == reason
        assert shown(steps).startswith("Use FOLFOX or FOLFIRI as the chemotherapy backbone [3.1].\n\n*")
        assert "Bevac" not in shown(steps)


async def test_the_whole_answer_has_a_deadline(bench: Make) -> None:
    made = bench(lambda call: Reply.drafting(GOOD * 5, pause=0.2), model_timeout=0.7)
    start = perf_counter()
    turn = await made.whole()
    assert perf_counter() - start < 1.2
    assert turn.response["guardrail"]["reason"] == "timeout"


async def test_a_passing_fault_is_tried_again(bench: Make) -> None:
    made = bench(
        lambda call: Reply.failing(429, retry_after=0.01) if call.number < 3 else Reply.drafting(GOOD),
        model_retries=2,
    )
    assert (await made.whole()).response["answer"] == SAID
    assert len(made.provider.calls) == 3


async def test_a_provider_that_keeps_failing_is_left_alone(bench: Make) -> None:
    made = bench(lambda call: Reply.failing(500), model_failures=2, model_retries=0, model_cooldown=0.3)
    for _ in range(4):
        turn = await made.whole()
        assert turn.response["guardrail"]["reason"] == "unavailable"
    assert len(made.provider.calls) == 2
    await asyncio.sleep(0.35)
    await made.whole()
    assert len(made.provider.calls) == 3


async def test_a_model_without_structured_output_is_asked_for_tagged_text(bench: Make) -> None:
    made = bench(lambda call: Reply.failing(400) if call.form != "text" else Reply.drafting(GOOD))
    assert (await made.whole()).response["answer"] == SAID
    assert (await made.whole()).response["answer"] == SAID
    assert [call.form for call in made.provider.calls] == ["schema", "text", "text"]


async def test_leaving_cancels_the_call_to_the_provider(bench: Make) -> None:
    made = bench(lambda call: Reply.drafting(GOOD, pause=0.4))
    async with aclosing(made.assistant.stream("What is the backbone?", {}, {})) as steps:
        async for step in steps:
            if isinstance(step, Sentence):
                break
    for _ in range(50):
        if made.provider.abandoned:
            break
        await asyncio.sleep(0.01)
    assert made.provider.abandoned == 1
    assert made.provider.open == 0


async def test_calls_at_the_same_time_are_limited(bench: Make) -> None:
    made = bench(lambda call: Reply.drafting(GOOD, pause=0.05), model_calls=3, model_stall=2)
    turns = await asyncio.gather(*(made.whole() for _ in range(9)))
    assert {turn.response["answer"] for turn in turns} == {SAID}
    assert made.provider.most_open == 3


async def test_composing_costs_no_time_beside_the_model(bench: Make) -> None:
    made = bench(lambda call: Reply.saying(Pause(0.3), Say("no")), composing=0.3)
    await made.whole()
    start = perf_counter()
    turn = await made.whole()
    assert turn.response["guardrail"]["action"] == "replaced"
    assert perf_counter() - start < 0.5
