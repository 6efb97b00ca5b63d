"""What an exception of a provider's client means, told from its status and its kind, whichever client raised it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import httpx
from pydantic import ValidationError

Kind = Literal["status", "connection", "cut_off", "malformed", "refused", "unknown"]

_PASSING = frozenset({408, 409, 425, 429})
# Classes of clients that are not imported here, since each is an extra.
_BY_NAME: Mapping[str, Kind] = {
    "LengthFinishReasonError": "cut_off",
    "ContentFilterFinishReasonError": "refused",
    "OpenAIRefusalError": "refused",
    "APIResponseValidationError": "malformed",
    "StreamChunkTimeoutError": "connection",
    "APIConnectionError": "connection",
    "APITimeoutError": "connection",
}


@dataclass(frozen=True, slots=True)
class Trouble:
    kind: Kind
    status: int | None = None
    retry_after: float | None = None  # seconds, as the provider asks

    @property
    def passing(self) -> bool:
        """Whether the same call may succeed a little later."""
        if self.status is not None:
            return self.status in _PASSING or self.status >= 500
        return self.kind in ("connection", "cut_off")


def trouble_of(error: BaseException) -> Trouble:
    for each in _causes(error):
        status = _status(each)
        if status is not None:
            return Trouble("status", status, _retry_after(each))
    for each in _causes(error):
        if kind := _BY_NAME.get(type(each).__name__):
            return Trouble(kind)
        if isinstance(each, httpx.RemoteProtocolError | httpx.ReadError):
            return Trouble("cut_off")
        if isinstance(each, httpx.TransportError | ConnectionError | TimeoutError):
            return Trouble("connection")
        if isinstance(each, ValidationError | ValueError):
            return Trouble("malformed")
    return Trouble("unknown")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen = 0
    while error is not None and seen < 8:
        yield error
        error, seen = error.__cause__ or error.__context__, seen + 1


def _status(error: BaseException) -> int | None:
    for holder in (error, getattr(error, "response", None)):
        status = getattr(holder, "status_code", None)
        if isinstance(status, int):
            return status
    return None


def _retry_after(error: BaseException) -> float | None:
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    try:
        return max(0.0, float(headers["retry-after"]))
    except (KeyError, ValueError):
        return None  # none, or a date: the usual backoff then
