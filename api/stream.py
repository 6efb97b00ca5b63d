"""Server-sent events of an answer.

meta {conversation_id, answer_id, patient} · sources {citations} · sentence {text} … · finding {…} …
· done {the whole response}          or, at any time,          error {problem}
"""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

from api.problems import problem_of

# A sentence ends at its stop (with the citation, bracket or emphasis behind it) before a blank, or at a line break.
_END = re.compile(r"(?<=[.!?:;…])[\"'”’)\]*_]*(?=[ \t])|(?=\n)")


def pieces(answer: str) -> Iterator[str]:
    """The answer sentence by sentence; the pieces joined are the answer, byte for byte.

    >>> list(pieces("No [1.1]. Because:\\n- one\\n"))
    ['No [1.1].', ' Because:', '\\n- one', '\\n']
    """
    start = 0
    for match in _END.finditer(answer):
        if answer[start : match.end()].strip():
            yield answer[start : match.end()]
            start = match.end()
    if start < len(answer):
        yield answer[start:]


async def events(response: Mapping[str, Any]) -> AsyncIterator[str]:
    """The events of an answer that the guardrail has passed already."""
    try:
        yield event("meta", {key: response[key] for key in ("conversation_id", "answer_id", "patient")})
        yield event("sources", {"citations": response["citations"]})
        for text in pieces(response["answer"]):
            yield event("sentence", {"text": text})
        for finding in response["guardrail"]["findings"]:
            yield event("finding", finding)
        yield event("done", response)
    except Exception as error:  # after the first byte an error can only travel as an event
        yield event("error", {"problem": problem_of(error)})


def event(name: str, content: Mapping[str, Any]) -> str:
    return f"event: {name}\ndata: {json.dumps(content, ensure_ascii=False, separators=(',', ':'))}\n\n"
