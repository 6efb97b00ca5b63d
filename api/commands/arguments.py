"""What several commands take, and how it is read."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from corpus.errors import InputError

if TYPE_CHECKING:
    from pydantic import BaseModel

T = TypeVar("T", bound="BaseModel")

Facts = Annotated[
    list[str] | None,
    typer.Option("--patient", "-p", metavar="FACT=VALUE", help="A known fact; may be given several times."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Pack = Annotated[str | None, typer.Option("--pack", help="Guideline pack: its id or folder.")]

_FACT = re.compile(r"\w+=\w*")


def one_and_facts(what: str, words: list[str], given: list[str] | None) -> tuple[str, dict[str, str]]:
    """The one argument, and the facts: of the options, and those that follow an option without repeating it."""
    loose = [word for word in words if _FACT.fullmatch(word)] if given else []
    rest = [word for word in words if word not in loose]
    if len(rest) != 1:
        raise InputError(f"Give one {what}, not {len(rest)}; put it in quotation marks when it has blanks.")
    facts: dict[str, str] = {}
    for word in [*(given or []), *loose]:
        name, equals, value = word.partition("=")
        if not (name and equals and value):
            raise InputError(f"--patient takes FACT=VALUE, not {word!r}.")
        if facts.setdefault(name, value) != value:
            raise InputError(f"--patient names {name!r} twice, with different values.")
    return rest[0], facts


def checked(kind: type[T], **fields: object) -> T:
    """The same checks as over HTTP; raises InputError with one sentence."""
    from pydantic import ValidationError

    try:
        return kind.model_validate(fields)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputError(f"{where}: {first['msg'].removeprefix('Value error, ')}.") from None


def stdin() -> str:
    return _decode(sys.stdin.buffer.read(), "Standard input")


def read_file(file: Path) -> str:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise InputError(f"{str(file)!r} cannot be read: {error.strerror or error}.") from error
    return _decode(content, file.name)


def _decode(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not UTF-8 text (byte {error.start}).") from error
