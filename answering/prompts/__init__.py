"""The prompts: Markdown files, so that a clinician can read what a language model is told."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_PLACE = re.compile(r"\{\{(\w+)\}\}")


def prompt(name: str, **values: str) -> str:
    """The text of `<name>.md` with each ``{{place}}`` filled.

    What is filled in is not searched for places again. Raises KeyError when a place has no value.
    """
    return _PLACE.sub(lambda match: values[match[1]], _text(name)).strip()


@cache
def _text(name: str) -> str:
    return (Path(__file__).parent / f"{name}.md").read_text(encoding="utf-8")
