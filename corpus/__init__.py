"""Guideline packs: one folder per guideline, and nothing about a guideline anywhere else."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import InputError

PACKS = Path(__file__).parent


def find_pack(name: str | None = None) -> Path:
    """Return the folder of a pack, given its id or a path to its folder; the first by name when None.

    Raises InputError when there is no such pack.
    """
    if name is None:
        return sorted(PACKS.glob("*/guideline.md"))[0].parent
    for folder in (PACKS / name, Path(name)):
        if (folder / "guideline.md").is_file():
            return folder
    known = ", ".join(sorted(p.parent.name for p in PACKS.glob("*/guideline.md")))
    raise InputError(f"There is no guideline pack {name!r}; known packs: {known}.")
