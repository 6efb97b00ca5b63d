"""The settings: environment variables that begin with GUIDERAIL_, read once and then frozen."""

from __future__ import annotations

import ipaddress
import os
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from answering.drafting.settings import ModelSettings
from corpus.errors import InputError

# How long texts may be, in characters; both are told by GET /api/config.
MESSAGE_LIMIT = 4_000
TEXT_LIMIT = 50_000


def data_folder() -> Path:
    """`data/` of a source checkout, else the user's own data folder."""
    root = Path(__file__).parents[1]
    if (root / "pyproject.toml").is_file():
        return root / "data"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "guiderail"


def _words(value: object) -> object:
    """A list is written with commas: ``https://a.example, https://b.example``."""
    if isinstance(value, str):
        return tuple(word.strip() for word in value.split(",") if word.strip())
    return value


Words = Annotated[tuple[str, ...], NoDecode]


class Settings(ModelSettings, BaseSettings):
    """Everything that can be set: each field is the variable GUIDERAIL_<FIELD>. Those of a model are inherited."""

    # An empty variable is one without a value.
    model_config = SettingsConfigDict(
        env_prefix="GUIDERAIL_", env_parse_none_str="", frozen=True, extra="ignore"
    )

    # What is served, and from where.
    pack: str | None = Field(None, description="guideline pack: its id or folder; the first one when unset")
    data: Path = Field(default_factory=data_folder, description="folder of the index and the database")
    database: str | None = Field(
        None, description="URL, sqlite:///… or postgresql://…; a file in `data` when unset"
    )
    encoder: str | None = Field(None, description="name of another sentence encoder than the built-in one")
    host: str = Field("127.0.0.1", description="address to serve on")
    port: int = Field(8000, ge=0, le=65535, description="port to serve on")
    threads: int = Field(2, ge=1, le=64, description="questions that are answered at the same time")
    waiting: int = Field(64, ge=1, description="questions that may wait; the next one is refused with 503")

    # Who may ask, and from which pages.
    origins: Words = Field(
        (), description="origins whose pages may call the API; on a loopback host also local pages"
    )
    frame_ancestors: Words = Field(("'self'",), description="pages that may show / and /embed in a frame")
    jwt_secret: SecretStr | None = Field(
        None, description="HS256 secret; when set, /api and /v1 need a Bearer token"
    )
    jwks: Path | None = Field(
        None, description="JWKS file with public keys; when set, /api and /v1 need a token"
    )
    jwt_audience: str | None = Field(None, description="audience that a token must name")
    jwt_issuer: str | None = Field(None, description="issuer that a token must name")

    # What is kept.
    retention_days: int = Field(
        30, ge=0, description="days after its last turn that a conversation is kept; 0 keeps it"
    )

    _split = field_validator("origins", "frame_ancestors", mode="before")(_words)

    @model_validator(mode="after")
    def _one_kind_of_key(self) -> Self:
        if self.jwt_secret is not None and self.jwks is not None:
            raise ValueError("set GUIDERAIL_JWT_SECRET or GUIDERAIL_JWKS, not both")
        if self.jwt_secret is not None and len(self.jwt_secret.get_secret_value().encode()) < 32:
            raise ValueError("GUIDERAIL_JWT_SECRET is too short; use at least 32 bytes")
        return self

    @property
    def index_folder(self) -> Path:
        return self.data / "index"

    @property
    def database_url(self) -> str:
        return self.database or f"sqlite:///{self.data / 'guiderail.db'}"

    @property
    def on_loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def read_settings(**given: object) -> Settings:
    """The settings of the environment; what is given (not None) wins. Raises InputError with one sentence."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = "".join(f"GUIDERAIL_{part}".upper() for part in first["loc"][:1])
        sentence = first["msg"].removeprefix("Value error, ")
        raise InputError(f"{name + ': ' if name else ''}{sentence}.") from error
