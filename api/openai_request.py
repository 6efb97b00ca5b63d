"""What an OpenAI-compatible client sends: what is read of it, what is ignored, and what is refused as OpenAI does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from api.settings import MESSAGE_LIMIT

MOST_TURNS = 100

# Taken and without effect: an answer of a guideline is not sampled, and shortening it could leave out a condition.
IGNORED = frozenset(
    """
    frequency_penalty logit_bias max_completion_tokens max_tokens metadata moderation parallel_tool_calls prediction
    presence_penalty prompt_cache_key prompt_cache_retention reasoning_effort safety_identifier seed service_tier
    store temperature top_p user verbosity web_search_options prompt_cache_options
    """.split()  # noqa: SIM905
)


class Refused(Exception):
    """A request that OpenAI's API would refuse as well; becomes its error envelope."""

    def __init__(
        self, message: str, *, param: str | None = None, code: str | None = None, status: int = 400
    ) -> None:
        self.message, self.param, self.code, self.status = message, param, code, status
        super().__init__(message)


class Extension(BaseModel):
    """Our own object in the request: `extra_body={"guiderail": {"patient": {…}}}`."""

    model_config = ConfigDict(extra="forbid", strict=True)

    patient: dict[str, str | None] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """One request, read. `earlier` are the user's messages before the last, oldest first."""

    message: str
    earlier: tuple[str, ...]
    patient: Mapping[str, str | None]
    streamed: bool
    usage: bool  # whether a stream ends with a chunk of usage
    words: int  # in all messages


def read_request(body: object, model: str) -> ChatRequest:
    """Raises Refused."""
    if not isinstance(body, dict):
        raise Refused("The body must be a JSON object.")
    _refuse_unsupported(body)
    asked = body.get("model")
    if not isinstance(asked, str):
        raise Refused("You must provide a model parameter.", param="model")
    if asked != model:
        raise Refused(
            f"The model {asked[:80]!r} does not exist; the model here is {model!r}.",
            param="model",
            code="model_not_found",
            status=404,
        )
    messages = body.get("messages")
    if not isinstance(messages, list) or not messages:
        raise Refused("messages must be a list with at least one message.", param="messages")
    said = [_message(message, number) for number, message in enumerate(messages)]
    if said[-1][0] != "user":
        raise Refused("The last message must be the user's.", param="messages", code="invalid_value")
    user = [text for role, text in said if role == "user"]
    if len(user) > MOST_TURNS:
        raise Refused(f"At most {MOST_TURNS} questions are read in one conversation.", param="messages")
    options = body.get("stream_options")
    return ChatRequest(
        message=user[-1],
        earlier=tuple(user[:-1]),
        patient=_extension(body.get("guiderail")).patient,
        streamed=body.get("stream") is True,
        usage=isinstance(options, dict) and options.get("include_usage") is True,
        words=sum(len(text.split()) for _, text in said),
    )


def _refuse_unsupported(body: Mapping[str, Any]) -> None:
    read = {"model", "messages", "stream", "stream_options", "guiderail"}
    for name, value in body.items():
        if name in read or name in IGNORED or value is None:
            continue
        if name == "n" and value == 1:
            continue
        if name == "response_format" and isinstance(value, dict) and value.get("type") == "text":
            continue
        if name == "modalities" and value == ["text"]:
            continue
        if name in ("stop", "tools", "functions") and value in ([], ""):
            continue
        # A model may always answer without calling a tool, so offering some is fine and asking for one is not.
        if name in ("tools", "functions") or (
            name in ("tool_choice", "function_call") and value in ("auto", "none")
        ):
            continue
        if name in ("logprobs", "top_logprobs") and not value:
            continue
        if name in _KNOWN:
            raise Refused(
                f"Unsupported value: {name!r} is not supported by this model in this form.",
                param=name,
                code="unsupported_value" if name in ("n", "response_format") else "unsupported_parameter",
            )
        raise Refused(f"Unknown parameter: {name[:60]!r}.", param=name[:60], code="unknown_parameter")


_KNOWN = frozenset(
    (
        "n",
        "response_format",
        "modalities",
        "audio",
        "stop",
        "tool_choice",
        "function_call",
        "logprobs",
        "top_logprobs",
    )
)


def _message(message: object, number: int) -> tuple[str, str]:
    where = f"messages[{number}]"
    if not isinstance(message, dict) or not isinstance(message.get("role"), str):
        raise Refused("Each message needs a role and content.", param=where)
    role = message["role"]
    if role not in ("system", "developer", "user", "assistant", "tool", "function"):
        raise Refused(f"There is no role {role[:30]!r}.", param=f"{where}.role", code="invalid_value")
    text = _text(message.get("content"), f"{where}.content", user=role == "user")
    if role == "user" and not text.strip():
        raise Refused("A message of the user is empty.", param=f"{where}.content")
    if role == "user" and len(text) > MESSAGE_LIMIT:
        raise Refused(
            f"A message of the user has at most {MESSAGE_LIMIT:,} characters; shorten it.",
            param=f"{where}.content",
            code="string_above_max_length",
        )
    return role, "".join(c for c in text if c in "\n\t" or c.isprintable())


def _text(content: object, where: str, *, user: bool) -> str:
    if isinstance(content, str):
        return content
    if content is None and not user:
        return ""
    if not isinstance(content, Sequence):
        raise Refused("The content of a message is text or a list of parts.", param=where)
    texts = []
    for part in content:
        kind = part.get("type") if isinstance(part, dict) else None
        if kind == "text" and isinstance(part.get("text"), str):
            texts.append(part["text"])
        elif user:
            raise Refused("Only text can be read.", param=where, code="unsupported_value")
    return "\n".join(texts)


def _extension(value: object) -> Extension:
    try:
        return Extension.model_validate(value or {})
    except ValueError:
        raise Refused(
            'guiderail must be an object such as {"patient": {"fact": "value"}}.', param="guiderail"
        ) from None
