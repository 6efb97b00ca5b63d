"""The YAML front matter of a guideline file: who it is, for whom, and which references it has."""

from __future__ import annotations

import re
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from ingest.source import Source

_FENCE = re.compile(r"\s*---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Front(BaseModel):
    """The fields of the front matter; any other field is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    title: _Text
    population: _Text
    version: _Text
    references: tuple[Annotated[int, Field(ge=1)], ...] | None = None


def read_front(source: Source) -> tuple[Front | None, int]:
    """Return the front matter, or None when the text has none, and the offset at which the body begins.

    Raises GuidelineError for what is not YAML, for a missing, unknown or wrong field and for a reference
    that is listed twice.
    """
    if source.text.lstrip().split("\n", 1)[0].rstrip() != "---":
        return None, 0
    found = _FENCE.match(source.text)
    if found is None:
        begin = source.text.index("---")
        raise source.error(begin, "The front matter has no end; close it with a line '---'.")
    begin = found.start(1)
    first = source.line(begin)
    try:
        fields = yaml.safe_load(found.group(1))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = _offset(source, first + mark.line if mark else first)
        problem = getattr(error, "problem", None) or "it cannot be parsed"
        raise source.error(where, f"The front matter is not YAML: {problem}.") from error
    if not isinstance(fields, dict):
        raise source.error(begin, "The front matter must hold fields, as in 'title: ...'.")
    return _front(fields, source, first), found.end()


def _front(fields: dict[Any, Any], source: Source, first: int) -> Front:
    if isinstance(fields.get("references"), list):
        fields = {**fields, "references": tuple(fields["references"])}
    try:
        front = Front.model_validate(fields)
    except ValidationError as error:
        problem = error.errors()[0]
        field = str(problem["loc"][0]) if problem["loc"] else "front matter"
        line = _line(source, first, field)
        if problem["type"] == "missing":
            sentence = f"The front matter lacks the field {field!r}."
        elif problem["type"] == "extra_forbidden":
            known = ", ".join(Front.model_fields)
            sentence = f"The front matter has the unknown field {field!r}; known fields: {known}."
        else:
            message = problem["msg"][:1].lower() + problem["msg"][1:]
            sentence = f"The field {field!r} of the front matter is {fields.get(field)!r}: {message}."
        raise source.error(_offset(source, line), sentence) from error
    listed = front.references or ()
    for number in listed:
        if listed.count(number) > 1:
            where = _offset(source, _line(source, first, "references"))
            raise source.error(where, f"Reference {number} is listed twice.")
    return front


def _line(source: Source, first: int, field: str) -> int:
    """The line of a field in the front matter, or its first line."""
    for number, (_, line) in enumerate(source.lines(), start=1):
        if number >= first and re.match(rf"{re.escape(field)}\s*:", line):
            return number
        if number > first and line.rstrip() == "---":
            break
    return first


def _offset(source: Source, line: int) -> int:
    lines = source.lines()
    return lines[min(line, len(lines)) - 1][0]
