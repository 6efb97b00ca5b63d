from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import find_pack
from guardrails.guardrail import Guardrail
from guardrails.pack import Pack, load_pack

Altered = Callable[..., Path]


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(find_pack())


@pytest.fixture(scope="session")
def guardrail(pack: Pack) -> Guardrail:
    return Guardrail(pack)


@pytest.fixture
def altered(tmp_path: Path) -> Altered:
    """A copy of the pack in which, in one file, one text stands for another; the text must be there."""

    def alter(old: str, new: str, file: str = "algorithm.yaml") -> Path:
        folder = tmp_path / "pack"
        if not folder.exists():
            shutil.copytree(find_pack(), folder)
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return alter
