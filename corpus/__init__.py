"""Guideline packs: one folder per guideline, and nothing about a guideline anywhere else."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import InputError

PACKS = Path(__file__).parent
DEFAULT_PACK = "stage-iv-rectal-cancer"


def find_pack(name: str) -> Path:
    """Return the folder of a pack, given its id or a path to its folder.

    Raises InputError when there is no such pack.
    """
    for folder in (PACKS / name, Path(name)):
        if (folder / "guideline.md").is_file():
            return folder
    known = ", ".join(sorted(p.parent.name for p in PACKS.glob("*/guideline.md")))
    raise InputError(f"There is no guideline pack {name!r}; known packs: {known}.")
