"""What is evaluated: the program in this process, or a server by its URL."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, Protocol, Self

import httpx

from corpus.errors import GuiderailError, InputError

Json = Mapping[str, Any]


class Refused(GuiderailError):
    """The target has given no response to an item; the item has failed, and the others go on."""


class Target(Protocol):
    name: str

    def chat(self, turns: Sequence[str], patient: Mapping[str, str]) -> Json:
        """The response to the last of these turns of a new conversation."""
        ...

    def check(self, answer: str, question: str | None, patient: Mapping[str, str]) -> Json:
        """The guardrail's verdict on a text."""
        ...


class InProcess:
    """The program itself. `begin` gives a function that takes one turn after the other of a new conversation."""

    name = "in process"

    def __init__(
        self,
        begin: Callable[[], Callable[[str, Mapping[str, str]], Json]],
        check: Callable[[str, str | None, Mapping[str, str]], Json],
    ) -> None:
        self._begin, self._check = begin, check

    def chat(self, turns: Sequence[str], patient: Mapping[str, str]) -> Json:
        turn = self._begin()
        response: Json = {}
        try:
            for number, message in enumerate(turns):
                response = turn(message, patient if number == 0 else {})
        except InputError as error:
            raise Refused(str(error)) from error
        return response

    def check(self, answer: str, question: str | None, patient: Mapping[str, str]) -> Json:
        try:
            return self._check(answer, question, patient)
        except InputError as error:
            raise Refused(str(error)) from error


class Server:
    """A Guiderail server (or anything that speaks its HTTP). Facts go with the first turn; the server keeps them."""

    def __init__(
        self, url: str, *, token: str | None = None, transport: httpx.BaseTransport | None = None
    ) -> None:
        try:
            parsed = httpx.URL(url)
        except httpx.InvalidURL:
            parsed = httpx.URL()
        if parsed.scheme not in ("http", "https") or not parsed.host:
            raise InputError(f"{url!r} is not the URL of a server; give one such as http://127.0.0.1:8000.")
        self.name = url
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        self._client = httpx.Client(base_url=url, timeout=120, headers=headers, transport=transport)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def chat(self, turns: Sequence[str], patient: Mapping[str, str]) -> Json:
        response: Json = {"conversation_id": None}
        for number, message in enumerate(turns):
            response = self._post(
                "/api/chat",
                {
                    "message": message,
                    "conversation_id": response["conversation_id"],
                    "patient": dict(patient) if number == 0 else {},
                },
            )
        return response

    def check(self, answer: str, question: str | None, patient: Mapping[str, str]) -> Json:
        return self._post("/api/check", {"answer": answer, "question": question, "patient": dict(patient)})

    def _post(self, path: str, body: Json) -> Json:
        try:
            response = self._client.post(path, json=body)
        except httpx.HTTPError as error:
            raise GuiderailError(
                f"{self.name} does not answer ({type(error).__name__}); is it running?"
            ) from error
        try:
            content = response.json()
        except ValueError:
            content = None
        if response.is_error or not isinstance(content, dict):
            detail = content.get("detail") if isinstance(content, dict) else None
            raise Refused(f"{self.name}{path} answered {response.status_code}: {detail or 'no explanation'}")
        return content
