"""The files of a pack: read, checked against their schema, mistakes told with file, line and one sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from corpus.errors import CorpusError

Schema = TypeVar("Schema", bound=BaseModel)

# Every value stays the text that was written ("no" is a word, "1.10" an id). libyaml reads ten times faster and alike.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load_yaml(text: str) -> Any:
    """Lists, mappings and strings; raises yaml.YAMLError."""
    return yaml.load(text, _Loader)


def read_text(path: Path, error: type[CorpusError]) -> str:
    """The text of a file. Raises `error` with the file and what to do."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        raise error("This file cannot be read: check that it is there.", file=path) from None
    except UnicodeDecodeError:
        raise error("This file is not UTF-8: save it as UTF-8.", file=path) from None


def read_yaml(path: Path, schema: type[Schema], error: type[CorpusError]) -> tuple[Schema, str]:
    """The checked content of a file, and its text, in which `line_of` finds what is wrong. Raises `error`."""
    text = read_text(path, error)
    try:
        return schema.model_validate(load_yaml(text)), text
    except yaml.YAMLError as wrong:
        mark = getattr(wrong, "problem_mark", None)
        raise error(
            f"This is not valid YAML: {getattr(wrong, 'problem', wrong)}.",
            file=path,
            line=mark.line + 1 if mark else None,
        ) from None
    except ValidationError as wrong:
        first = wrong.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise error(f"{where}: {first['msg']}.", file=path, line=line_of(text, first["loc"])) from None


def line_of(text: str, location: tuple[int | str, ...]) -> int | None:
    """The line (from 1) of a place in a YAML text, as deep as the place exists."""
    node = yaml.compose(text, _Loader)
    line = node.start_mark.line + 1 if node else None
    for step in location:
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == str(step).rstrip("_")), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            break
    return line
