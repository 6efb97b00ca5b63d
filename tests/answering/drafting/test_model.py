"""Making a model from the settings, and what an exception of its client means."""

from __future__ import annotations

import httpx
import pytest
from pydantic import SecretStr

from answering.drafting import ModelSettings, language_model
from answering.drafting.provider_errors import trouble_of
from corpus.errors import InputError


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"model": "nobody:model"}, "names no model"),
        ({"model": "model-of-nobody"}, "names no model"),
        ({"model": "anthropic:claude"}, r"guiderail\[anthropic\]"),
    ],
)
def test_a_model_that_cannot_be_made_is_told_in_one_sentence(settings: dict[str, str], says: str) -> None:
    with pytest.raises(InputError, match=says):
        language_model(ModelSettings(**settings))


def test_without_a_key_it_is_said_where_to_put_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(InputError, match="key"):
        language_model(ModelSettings(model="openai:gpt-4o-mini"))
    made = language_model(ModelSettings(model="openai:gpt-4o-mini", model_api_key=SecretStr("k")))
    assert made.name == "openai:gpt-4o-mini"
    assert not made.tagged
    own = ModelSettings(model="openai:own", model_base_url="http://127.0.0.1:1/v1", model_output="tagged")
    assert language_model(own).tagged


class _Error(Exception):
    def __init__(self, status: int, after: str | None = None) -> None:
        self.status_code = status
        headers = {} if after is None else {"retry-after": after}
        self.response = httpx.Response(status, headers=headers)


@pytest.mark.parametrize(
    ("error", "kind", "passing", "after"),
    [
        (_Error(429, "3"), "status", True, 3.0),
        (_Error(429, "Wed, 21 Oct 2026 07:28:00 GMT"), "status", True, None),
        (_Error(503), "status", True, None),
        (_Error(401), "status", False, None),
        (_Error(404), "status", False, None),
        (httpx.ConnectError("x"), "connection", True, None),
        (httpx.RemoteProtocolError("x"), "cut_off", True, None),
        (ConnectionResetError(), "connection", True, None),
        (TimeoutError(), "connection", True, None),
        (ValueError("x"), "malformed", False, None),
        (KeyError("x"), "unknown", False, None),
    ],
)
def test_what_an_exception_means(error: Exception, kind: str, passing: bool, after: float | None) -> None:
    trouble = trouble_of(error)
    assert (trouble.kind, trouble.passing, trouble.retry_after) == (kind, passing, after)


def test_the_cause_counts_too() -> None:
    error = RuntimeError("wrapped")
    error.__cause__ = httpx.ConnectError("x")
    assert trouble_of(error).kind == "connection"
