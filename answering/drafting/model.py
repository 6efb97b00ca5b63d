"""A language model that drafts: any that LangChain's `init_chat_model` can make.

Each call has a place among a limited number, is tried again after a 429, a 5xx or a failed connection as long as
no sentence has come, and is given up when the provider stops writing. What goes wrong comes out as DraftFailed
with one of its reasons and nothing else.
"""

from __future__ import annotations

import asyncio
import inspect
import logging
import os
import random
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Protocol

from answering.drafting.circuit import Circuit
from answering.drafting.draft import DraftedAnswer, DraftSentence
from answering.drafting.failure import DraftFailed
from answering.drafting.prompting import Prompt
from answering.drafting.provider_errors import Trouble, trouble_of
from answering.drafting.sentences import JsonReader, SentenceReader, TaggedReader
from answering.drafting.settings import ModelSettings
from corpus.errors import InputError

if TYPE_CHECKING:  # LangChain takes a second to import, and only a configured model needs it
    from langchain_core.language_models import BaseChatModel, LanguageModelInput
    from langchain_core.messages import AIMessage, AIMessageChunk
    from langchain_core.runnables import Runnable

log = logging.getLogger("guiderail")

# The names that providers have for what LangChain's others call max_tokens.
_MOST_TOKENS: Mapping[str, str] = {"ollama": "num_predict"}


class Transcript:
    """What a model has written so far, as it came, for the record."""

    def __init__(self) -> None:
        self.text = ""


class Drafter(Protocol):
    """Writes drafts."""

    @property
    def name(self) -> str:
        """provider:model, as the answer tells it."""
        ...

    def draft(self, prompt: Prompt, transcript: Transcript, deadline: float) -> AsyncGenerator[DraftSentence]:
        """The sentences as they are completed; `deadline` in the event loop's time. Raises DraftFailed."""
        ...


class LanguageModel:
    """A Drafter over a LangChain chat model.

    In "auto" the draft is asked for by the provider's own structured output; a model that is known not to have
    it, or whose provider refuses it, is asked for tagged text from then on.
    """

    def __init__(
        self,
        model: BaseChatModel,
        name: str,
        settings: ModelSettings,
        *,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self.name = name
        self._model, self._settings, self._jitter = model, settings, jitter
        self.circuit = Circuit(settings.model_failures, settings.model_cooldown)
        self._places = asyncio.Semaphore(settings.model_calls)
        self._structured = None if settings.model_output == "tagged" else _structured(model)
        if self._structured is None and settings.model_output == "structured":
            raise InputError(f"GUIDERAIL_MODEL_OUTPUT: {name} has no structured output; use auto or tagged.")

    @property
    def tagged(self) -> bool:
        """Whether the model is asked for tagged text."""
        return self._structured is None

    async def draft(
        self, prompt: Prompt, transcript: Transcript, deadline: float
    ) -> AsyncGenerator[DraftSentence]:
        if not self.circuit.admits():
            raise DraftFailed(
                "unavailable", "The provider has failed several times and is left alone for a while."
            )
        try:
            await self._take_place(deadline)
        except BaseException:
            self.circuit.left()
            raise
        told = False  # whether the circuit knows how the call ended
        try:
            async with aclosing(self._try(prompt, transcript, deadline)) as sentences:
                async for sentence in sentences:
                    yield sentence
            told = True
            self.circuit.succeeded()
        except DraftFailed as failure:
            told = True
            if failure.reason in ("unavailable", "stalled", "cut_off", "timeout"):
                self.circuit.failed()
            else:  # it has answered
                self.circuit.succeeded()
            raise
        finally:
            self._places.release()
            if not told:
                self.circuit.left()

    async def _take_place(self, deadline: float) -> None:
        wait = min(self._settings.model_stall, deadline - asyncio.get_running_loop().time())
        try:
            async with asyncio.timeout(wait):
                await self._places.acquire()
        except TimeoutError:
            raise DraftFailed("busy", "All calls to the provider are in use.") from None

    async def _try(
        self, prompt: Prompt, transcript: Transcript, deadline: float
    ) -> AsyncGenerator[DraftSentence]:
        clock = asyncio.get_running_loop().time
        tries = 0
        while True:
            begun = False
            try:
                async with aclosing(self._once(prompt, transcript, deadline)) as sentences:
                    async for sentence in sentences:
                        begun = True
                        yield sentence
                return
            except DraftFailed:
                raise
            except Exception as error:
                trouble = trouble_of(error)
                # The class and the status say enough; a message could quote the question.
                log.warning("provider: %s (status %s)", type(error).__name__, trouble.status)
                if trouble.status in (400, 422) and not begun and self._give_up_structure():
                    continue
                wait = self._backoff(tries, trouble)
                tries += 1
                if begun or not trouble.passing or tries > self._settings.model_retries:
                    raise _failure(trouble, begun) from error
                if clock() + wait >= deadline:
                    raise DraftFailed(
                        "unavailable", "The provider asks to wait longer than an answer may take."
                    ) from error
            await asyncio.sleep(wait)

    async def _once(
        self, prompt: Prompt, transcript: Transcript, deadline: float
    ) -> AsyncGenerator[DraftSentence]:
        """One call. Raises what the provider's client raises, or DraftFailed."""
        clock = asyncio.get_running_loop().time
        structured = self._structured
        runnable: Runnable[LanguageModelInput, AIMessage] = structured or self._model
        messages = list(prompt.messages(tagged=structured is None))
        writing = _Writing(tagged=structured is None)
        async with aclosing(runnable.astream(messages)) as chunks:  # type: ignore[type-var]
            while True:
                patience = min(self._settings.model_stall, deadline - clock())
                try:
                    async with asyncio.timeout(patience):
                        chunk = await anext(chunks, None)
                except TimeoutError:
                    if clock() >= deadline:
                        raise DraftFailed(
                            "timeout", "Drafting took longer than an answer may take."
                        ) from None
                    raise DraftFailed("stalled", "The provider stopped writing.") from None
                if chunk is None:
                    break
                found = writing.take(chunk)  # type: ignore[arg-type]
                transcript.text = writing.raw
                for sentence in found:
                    yield sentence
        writing.close()

    def _give_up_structure(self) -> bool:
        """Ask for tagged text from now on, where that is allowed."""
        if self._structured is None or self._settings.model_output != "auto":
            return False
        log.warning("%s refuses structured output and is asked for tagged text", self.name)
        self._structured = None
        return True

    def _backoff(self, tries: int, trouble: Trouble) -> float:
        if trouble.retry_after is not None:
            return trouble.retry_after
        return min(8.0, 0.25 * 2.0**tries) * (0.5 + self._jitter() / 2)


class _Writing:
    """Sorts what a chat model sends: the arguments of a tool call where there are some, else its text."""

    def __init__(self, *, tagged: bool) -> None:
        self._text: SentenceReader = TaggedReader() if tagged else JsonReader()
        self._tool = JsonReader()
        self._chosen: SentenceReader | None = self._text if tagged else None
        self._unread = ""  # text that came before it was clear where the draft stands
        self._refused = False

    @property
    def raw(self) -> str:
        return self._unread + (self._chosen.raw if self._chosen is not None else "")

    def take(self, chunk: AIMessageChunk) -> list[DraftSentence]:
        if chunk.additional_kwargs.get("refusal"):
            self._refused = True
        arguments = "".join(part.get("args") or "" for part in chunk.tool_call_chunks)
        if arguments and self._chosen in (None, self._tool):
            self._chosen = self._tool
            return self._tool.feed(arguments)
        text = str(chunk.text)
        if self._chosen is None and text:
            # Some models say a word before they call the tool; a draft in the text begins with a brace.
            self._unread += text
            if not self._unread.lstrip().startswith("{"):
                return []
            text, self._unread, self._chosen = self._unread, "", self._text
        return self._text.feed(text) if text and self._chosen is self._text else []

    def close(self) -> None:
        if self._refused:
            raise DraftFailed("refused", "The model declined to draft.")
        if self._chosen is None and self._unread.strip():
            raise DraftFailed("malformed", "The draft is not in the form that was asked for.")
        (self._chosen or self._text).close()


def _failure(trouble: Trouble, begun: bool) -> DraftFailed:
    if trouble.kind == "refused":
        return DraftFailed("refused", "The model declined to draft.")
    if trouble.kind == "malformed":
        return DraftFailed("malformed", "The draft is not in the form that was asked for.")
    if begun or trouble.kind == "cut_off":
        return DraftFailed("cut_off", "The draft broke off.")
    return DraftFailed("unavailable", "The provider does not answer as it must.")


def _structured(model: BaseChatModel) -> Runnable[Any, AIMessage] | None:
    """The model bound to the draft's schema, without the parser behind it; None when it has no such thing.

    Whether a model keeps to a schema is known for some from LangChain's profiles; of the others it is found
    out by asking.
    """
    from langchain_core.runnables import RunnableSequence

    profile: Mapping[str, Any] = getattr(model, "profile", None) or {}
    if profile and not (profile.get("structured_output") or profile.get("tool_calling")):
        return None
    # The schema and not the class: with the class some clients parse what comes themselves, and repair it.
    schema = DraftedAnswer.model_json_schema()
    takes_strict = "strict" in inspect.signature(model.with_structured_output).parameters
    try:
        chain = model.with_structured_output(schema, **({"strict": True} if takes_strict else {}))
    except (NotImplementedError, ValueError, AttributeError):
        return None
    return chain.first if isinstance(chain, RunnableSequence) else None


def language_model(settings: ModelSettings) -> LanguageModel:
    """The language model of the settings; nothing is sent yet.

    Raises InputError with one sentence when there is no such provider or its package is not installed.
    """
    from langchain.chat_models import init_chat_model

    assert settings.model is not None
    provider = settings.model.partition(":")[0]
    options: dict[str, Any] = {
        # Retries are made here, where the budget of the answer is known.
        "max_retries": 0,
        "timeout": settings.model_timeout,
        _MOST_TOKENS.get(provider, "max_tokens"): settings.model_max_tokens,
    }
    if provider == "openai":
        # Its own watch over each chunk goes through asyncio.wait_for, which in Python 3.11 can swallow a cancellation.
        options["stream_chunk_timeout"] = 0
    if settings.model_temperature is not None:
        options["temperature"] = settings.model_temperature
    if settings.model_base_url is not None:
        options["base_url"] = settings.model_base_url
    if settings.model_api_key is not None:
        options["api_key"] = settings.model_api_key.get_secret_value()
    elif settings.model_base_url is not None and provider == "openai" and "OPENAI_API_KEY" not in os.environ:
        options["api_key"] = "none"  # a server of one's own that asks for no key; the client insists on one
    try:
        model = init_chat_model(settings.model, **options)
    except ImportError as error:
        raise InputError(
            f"GUIDERAIL_MODEL: {settings.model!r} needs its package; install it with: "
            f"pip install 'guiderail[{provider}]' or 'langchain-{provider}'."
        ) from error
    except ValueError as error:
        raise InputError(
            f"GUIDERAIL_MODEL: {settings.model!r} names no model that can be made; write provider:model, "
            "as openai:gpt-4o-mini, and set the provider's key."
        ) from error
    except Exception as error:
        raise InputError(
            f"GUIDERAIL_MODEL: {settings.model!r} cannot be made ({type(error).__name__}); "
            "set the provider's key or GUIDERAIL_MODEL_API_KEY."
        ) from error
    # OpenAI's client imports this part of itself at the first call: 0.6 s on the event loop.
    _ = getattr(getattr(model, "root_async_client", None), "beta", None)
    return LanguageModel(model, settings.model, settings)
