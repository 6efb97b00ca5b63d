"""What an OpenAI-compatible client gets: the answer with its sources as Markdown, and our own object beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Json = Mapping[str, Any]


def closing(response: Json, more: Iterable[Json] = ()) -> str:
    """What follows the answer in the text, since clients drop other fields: its sources, and the notice.

    `more` are sources of what was shown beside the answer.
    """
    parts = []
    sources = {citation["id"]: citation for citation in (*response["citations"], *more)}
    if sources:
        parts.append("**Sources**\n\n" + "\n".join(_source(citation) for citation in sources.values()))
    if response.get("notice"):
        parts.append(f"*{response['notice']}*")
    return "".join(f"\n\n{part}" for part in parts)


def links(text: str, response: Json, base: str) -> list[dict[str, Any]]:
    """A citation for each place where the text names a statement; the link opens it on the portal page."""
    found = []
    for citation in response["citations"]:
        for start, end in _places(text, citation["id"]):
            link = {
                "start_index": start,
                "end_index": end,
                "url": f"{base}#s-{citation['id']}",
                "title": f"{citation['id']} {citation['section']}",
            }
            found.append({"type": "url_citation", "url_citation": link})
    return sorted(found, key=lambda each: each["url_citation"]["start_index"])


def completion(
    answer_id: str, created: int, model: str, response: Json, words: int, base: str
) -> dict[str, Any]:
    """The whole answer."""
    text = response["answer"] + closing(response)
    message = {
        "role": "assistant",
        "content": text,
        "refusal": None,
        "annotations": links(response["answer"], response, base),
    }
    return {
        **_head(answer_id, created, model, "chat.completion", response),
        "choices": [{"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}],
        "usage": usage(words, text),
        "guiderail": response,
    }


def chunk(
    answer_id: str,
    created: int,
    model: str,
    delta: Json,
    *,
    finish: str | None = None,
    more: Json | None = None,
) -> str:
    """A chunk of a streamed answer, as it goes over the line."""
    choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
    head = _head(answer_id, created, model, "chat.completion.chunk", more or {})
    return data({**head, "choices": [choice], **({} if more is None else {"guiderail": more})})


def usage_chunk(answer_id: str, created: int, model: str, words: int, text: str) -> str:
    head = _head(answer_id, created, model, "chat.completion.chunk", {})
    return data({**head, "choices": [], "usage": usage(words, text)})


def usage(words: int, text: str) -> dict[str, int]:
    """Counted in words: nothing here is paid by the token."""
    said = len(text.split())
    return {"prompt_tokens": words, "completion_tokens": said, "total_tokens": words + said}


def error(message: str, *, kind: str, param: str | None = None, code: str | None = None) -> dict[str, Any]:
    return {"error": {"message": message, "type": kind, "param": param, "code": code}}


def data(content: Json) -> str:
    return f"data: {json.dumps(content, ensure_ascii=False, separators=(',', ':'))}\n\n"


def _head(answer_id: str, created: int, model: str, kind: str, response: Json) -> dict[str, Any]:
    versions = response.get("versions")
    return {
        "id": f"chatcmpl-{answer_id}",
        "object": kind,
        "created": created,
        "model": model,
        "system_fingerprint": None if versions is None else str(versions.get("algorithm")),
    }


def _source(citation: Json) -> str:
    evidence = citation["evidence"] or {}
    grades = [f"{name} {evidence[name]}" for name in ("level", "grade") if evidence.get(name)]
    behind = f" ({', '.join(grades)})" if grades else ""
    return f"- [{citation['id']}] {citation['section']}: “{citation['quote']}”{behind}"


def _places(text: str, statement: str) -> Sequence[tuple[int, int]]:
    """Where brackets name the statement: the span of the bracket."""
    places, start = [], 0
    while (opening := text.find("[", start)) >= 0:
        end = text.find("]", opening)
        if end < 0:
            break
        if statement in (part.strip() for part in text[opening + 1 : end].split(",")):
            places.append((opening, end + 1))
        start = end + 1
    return places
