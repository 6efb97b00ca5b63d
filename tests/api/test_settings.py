from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from api.settings import Settings, read_settings
from corpus.errors import InputError


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDERAIL_PORT", "9000")
    monkeypatch.setenv("GUIDERAIL_ORIGINS", "https://a.example, https://b.example")
    monkeypatch.setenv("GUIDERAIL_DATA", "/somewhere")
    settings = read_settings()
    assert settings.port == 9000
    assert settings.origins == ("https://a.example", "https://b.example")
    assert settings.database_url == "sqlite:////somewhere/guiderail.db"


def test_an_empty_variable_has_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MODEL", "DATABASE", "JWT_SECRET", "MODEL_TEMPERATURE"):
        monkeypatch.setenv(f"GUIDERAIL_{name}", "")
    settings = read_settings()
    values = [settings.model, settings.database, settings.jwt_secret, settings.model_temperature]
    assert values == [None] * 4


def test_what_is_given_wins_and_none_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDERAIL_PORT", "9000")
    assert read_settings(port=1, host=None) == read_settings(port=1)
    assert read_settings(port=1).port == 1


def test_settings_are_frozen() -> None:
    with pytest.raises(ValidationError):
        setattr(read_settings(), "port", 1)  # noqa: B010


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("ward.example", False)],
)
def test_only_a_loopback_host_is_open(host: str, loopback: bool) -> None:
    assert read_settings(host=host).on_loopback is loopback


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("PORT", "many", "GUIDERAIL_PORT: "),
        ("PORT", "99999", "GUIDERAIL_PORT: "),
        ("RETENTION_DAYS", "-1", "GUIDERAIL_RETENTION_DAYS: "),
        ("JWT_SECRET", "short", "at least 32 bytes"),
    ],
)
def test_a_wrong_setting_is_named(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, sentence: str
) -> None:
    monkeypatch.setenv(f"GUIDERAIL_{variable}", value)
    with pytest.raises(InputError, match=sentence) as caught:
        read_settings()
    assert str(caught.value).count(".") == 1  # one sentence


def test_a_secret_is_not_printed() -> None:
    settings = Settings(jwt_secret="s" * 40)
    assert "sss" not in repr(settings)


def test_two_kinds_of_key_are_refused() -> None:
    with pytest.raises(InputError, match="not both"):
        read_settings(jwt_secret="s" * 40, jwks=Path("keys.json"))
