from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from answering.consultation import Sentence, Step, Turn
from answering.drafting import DraftingAssistant, DraftSentence, ModelSettings, language_model
from answering.scripted_provider import Call, Reply, ScriptedProvider
from corpus import find_pack
from guardrails.guardrail import Guardrail
from guardrails.pack import Pack, load_pack
from tests.scripted_answerer import ScriptedAnswerer


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(find_pack("stage-iv-rectal-cancer"))


@pytest.fixture(scope="session")
def guardrail(pack: Pack) -> Guardrail:
    return Guardrail(pack)


class Bench:
    """A drafting assistant over a scripted provider, and what came of the last question."""

    def __init__(self, pack: Pack, guardrail: Guardrail, provider: ScriptedProvider, **given: Any) -> None:
        composing = given.pop("composing", 0.0)
        answers = given.pop("answers", {})
        unanswered = given.pop("unanswered", ())
        settings = ModelSettings(
            **{
                "model": "openai:scripted",
                "model_base_url": provider.url,
                "model_timeout": 3.0,
                "model_stall": 0.5,
                "model_retries": 1,
                **given,
            }
        )
        self.provider = provider
        self.answerer = ScriptedAnswerer(
            pack.guideline,
            pack.algorithm,
            otherwise=("3.1",),
            seconds=composing,
            answers=answers,
            unanswered=unanswered,
        )
        self.model = language_model(settings)
        self.assistant = DraftingAssistant(
            self.answerer,
            guardrail,
            self.model,
            pack.guideline,
            pack.algorithm,
            seconds=settings.model_timeout,
        )

    async def whole(self, message: str = "What is the backbone?", **patient: str) -> Turn:
        return await self.assistant.whole(message, {}, patient)

    async def steps(self, message: str = "What is the backbone?", **patient: str) -> list[Step]:
        return [step async for step in self.assistant.stream(message, {}, patient)]


Make = Callable[..., Bench]


@pytest.fixture
def bench(pack: Pack, guardrail: Guardrail) -> Iterator[Make]:
    """A function that makes a Bench from a script and settings."""
    with ExitStack() as stack:

        def make(script: Callable[[Call], Reply], **given: Any) -> Bench:
            provider = stack.enter_context(ScriptedProvider(script))
            return Bench(pack, guardrail, provider, **given)

        yield make


def shown(steps: list[Step]) -> str:
    return "".join(step.text for step in steps if isinstance(step, Sentence))


def turn_of(steps: list[Step]) -> Turn:
    last = steps[-1]
    assert isinstance(last, Turn)
    return last


GOOD = (
    DraftSentence("Use FOLFOX or FOLFIRI as the chemotherapy backbone.", ("3.1",)),
    DraftSentence("Bevacizumab can be added whatever the KRAS mutation status.", ("3.2",)),
    DraftSentence("Add cetuximab or panitumumab only when the tumor is KRAS wild-type.", ("3.3", "9.3")),
)
BAD = DraftSentence("Add cetuximab when the tumor is KRAS-mutant.", ("3.3",))
