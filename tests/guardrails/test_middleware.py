"""The guardrail in a LangChain agent, over a real client and a scripted provider."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from langchain.agents import create_agent
from langchain.agents.middleware import AgentMiddleware
from langchain_core.messages import AIMessage
from langchain_openai import ChatOpenAI

from answering.scripted_provider import Call, Reply, Say, ScriptedProvider
from corpus import find_pack
from guardrails.guardrail import Guardrail
from guardrails.middleware import REFUSAL, GuardrailMiddleware
from guardrails.pack import load_pack

GOOD = "Do not give cetuximab when the tumor is KRAS-mutant [9.3]."
BAD = "Cetuximab should be added when the tumor is KRAS-mutant."
QUESTION = {"messages": [("human", "What about KRAS?")]}


@pytest.fixture(scope="module")
def guardrail() -> Guardrail:
    return Guardrail(load_pack(find_pack("stage-iv-rectal-cancer")))


Script = Callable[[Call], Reply]
Agent = Callable[..., Any]


@pytest.fixture
def agent(guardrail: Guardrail) -> Iterator[Agent]:
    """A function that makes an agent from what its model says, call by call."""
    with ExitStack() as stack:

        def make(*says: str, more: tuple[AgentMiddleware, ...] = (), **given: Any) -> Any:
            def script(call: Call) -> Reply:
                return Reply.saying(Say(says[min(call.number, len(says)) - 1]))

            provider = stack.enter_context(ScriptedProvider(script))
            model = ChatOpenAI(model="scripted", base_url=provider.url, api_key="none", max_retries=0)
            made: Any = create_agent(model, [], middleware=[GuardrailMiddleware(guardrail, **given), *more])
            made.provider = provider
            return made

        yield make


def last(state: dict[str, Any]) -> AIMessage:
    message = state["messages"][-1]
    assert isinstance(message, AIMessage)
    return message


def test_what_passes_goes_through(agent: Agent) -> None:
    message = last(agent(GOOD).invoke(QUESTION))
    assert message.text == GOOD
    assert message.response_metadata["guiderail"]["action"] == "none"


def test_what_is_blocked_is_revised_with_the_reasons(agent: Agent) -> None:
    made = agent(BAD, GOOD)
    state = made.invoke(QUESTION)
    assert last(state).text == GOOD
    assert last(state).response_metadata["guiderail"]["action"] == "revised"
    assert len(state["messages"]) == 2  # the exchange about the revision is no part of the conversation
    assert "KRAS" in made.provider.calls[1].prompt
    assert BAD in made.provider.calls[1].prompt


def test_what_stays_blocked_is_refused(agent: Agent) -> None:
    state = agent(BAD).invoke(QUESTION)
    assert last(state).text == REFUSAL
    mark = last(state).response_metadata["guiderail"]
    assert (mark["verdict"], mark["action"]) == ("block", "blocked")
    assert "ecause" not in json.dumps(mark)
    assert BAD not in str(state)


def test_or_replaced_if_the_replacement_passes(agent: Agent) -> None:
    state = agent(BAD, replacement=lambda question, patient: GOOD, revisions=0).invoke(QUESTION)
    assert last(state).text == GOOD
    assert last(state).response_metadata["guiderail"]["action"] == "replaced"
    state = agent(BAD, replacement=lambda question, patient: BAD).invoke(QUESTION)
    assert last(state).text == REFUSAL


def test_the_patient_counts(agent: Agent) -> None:
    text = "Add cetuximab to FOLFOX, as the tumor is KRAS wild-type [3.3]."
    assert last(agent(text, patient={"kras": "wild_type"}).invoke(QUESTION)).text == text
    assert last(agent(text, patient=lambda state: {"kras": "mutant"}).invoke(QUESTION)).text == REFUSAL


def test_async_as_well(agent: Agent) -> None:
    assert last(asyncio.run(agent(BAD, GOOD).ainvoke(QUESTION))).text == GOOD


@pytest.mark.parametrize("mode", ["updates", "values", "messages"])
def test_no_stream_of_the_graph_lets_a_blocked_text_out(agent: Agent, mode: str) -> None:
    heard = str(list(agent(BAD, GOOD).stream(QUESTION, stream_mode=mode)))
    assert "should be added" not in heard
    assert "Do not give cetuximab" in heard

    async def listen() -> str:
        return str([part async for part in agent(BAD).astream(QUESTION, stream_mode=mode)])

    heard = asyncio.run(listen())
    assert "should be added" not in heard
    assert REFUSAL in heard


def test_what_langchain_does_not_allow_is_still_so(agent: Agent) -> None:
    """Events go past any middleware: when this turns red, the sentence in the docstring can go."""

    async def listen() -> str:
        return str([event async for event in agent(BAD).astream_events(QUESTION, version="v2")])

    assert "should be added" in asyncio.run(listen())


class _Meddling(AgentMiddleware):
    """Changes a message after it was checked."""

    def after_model(self, state: Any, runtime: Any) -> dict[str, Any]:
        return {"messages": [AIMessage(content=BAD, id=state["messages"][-1].id)]}


def test_a_message_that_was_changed_afterwards_is_checked_again(agent: Agent) -> None:
    # Of several middlewares the first one's after_model runs last.
    assert last(agent(GOOD, more=(_Meddling(),)).invoke(QUESTION)).text == REFUSAL


def test_one_line_is_enough() -> None:
    assert GuardrailMiddleware("stage-iv-rectal-cancer").name == "GuardrailMiddleware"
