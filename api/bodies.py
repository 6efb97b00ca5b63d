"""What clients send, checked before anything is done with it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.settings import MESSAGE_LIMIT, TEXT_LIMIT
from corpus.errors import InputError
from guardrails.algorithm import Algorithm

BATCH_LIMIT = 100


def _limited(limit: int) -> AfterValidator:
    def check(text: str) -> str:
        if len(text) > limit:
            raise ValueError(
                f"the text has {len(text):,} characters and at most {limit:,} are read; shorten it"
            )
        return text

    return AfterValidator(check)


def _unicode(text: str) -> str:
    """JSON can spell half of a character; such a text can be neither stored nor sent back."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError(
            "the text is not valid Unicode (half of a surrogate pair); send whole characters"
        ) from error
    return text


def _something(text: str) -> str:
    if not text.strip():
        raise ValueError("the text is empty; write something")
    return text


def _cleaned(text: str) -> str:
    """Without control characters but line breaks and tabs: they say nothing, and PostgreSQL cannot store a NUL.

    A carriage return is a line break too, alone or before a line feed.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")


Unicode = Annotated[str, AfterValidator(_unicode)]
Message = Annotated[Unicode, _limited(MESSAGE_LIMIT), AfterValidator(_cleaned), AfterValidator(_something)]
# Left as it is, since findings count its characters.
Text = Annotated[Unicode, _limited(TEXT_LIMIT), AfterValidator(_something)]
Id = Annotated[Unicode, Field(min_length=1, max_length=64)]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class ChatBody(_Body):
    message: Message = Field(examples=["Is early treatment indicated?"])
    conversation_id: Id | None = None
    patient: dict[str, str | None] = Field(
        {}, description="Facts by name and value, as GET /api/config lists them; null takes a fact back."
    )
    stream: bool = False


class CheckBody(_Body):
    answer: Text
    question: Annotated[Unicode, _limited(MESSAGE_LIMIT)] | None = None
    patient: dict[str, str] = {}


class BatchBody(_Body):
    texts: Annotated[list[CheckBody], Field(min_length=1, max_length=BATCH_LIMIT)]


class RetrieveBody(_Body):
    query: Message
    k: Annotated[int, Field(ge=1, le=50)] = 10


class AlgorithmBody(_Body):
    patient: dict[str, str] = {}


class FeedbackBody(_Body):
    answer_id: Id
    rating: Literal["up", "down"]
    reason: Annotated[Unicode, _limited(2_000), AfterValidator(_cleaned)] | None = None


def check_patient(patient: Mapping[str, str | None], algorithm: Algorithm) -> None:
    """Raises InputError, naming what is known, for a fact or a value that the algorithm does not have."""
    axes = {axis.name: axis for axis in algorithm.facts}
    for name, value in patient.items():
        if name not in axes:
            raise InputError(f"patient: there is no fact {name[:60]!r}; known facts: {', '.join(axes)}.")
        if value is not None and value not in axes[name].values:
            known = ", ".join(axes[name].values)
            raise InputError(f"patient: {name} has no value {value[:60]!r}; known values: {known}.")
