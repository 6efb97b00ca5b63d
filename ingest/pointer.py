"""The file that says which index is in use. It is written last and replaced in one step."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from corpus.errors import IndexBroken, IndexMissing

FILE = "current.json"


class Pointer(BaseModel):
    """What was indexed, by what, and where it lies: `directory` is a folder beside the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal[1] = 1
    id: str
    directory: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]+-[0-9a-f]+$")]
    guideline: str
    guideline_sha256: str
    model: str
    dimension: int
    fingerprint: str
    chunks: int


def read_pointer(folder: Path) -> Pointer:
    """Read the pointer in `folder`. Raises IndexMissing when there is none, IndexBroken when it is damaged."""
    try:
        raw = (folder / FILE).read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise IndexMissing("There is no index yet; run 'guiderail ingest'.") from error
    except OSError as error:
        raise IndexBroken(f"The file {FILE} of the index cannot be read: {error.strerror}.") from error
    try:
        return Pointer.model_validate_json(raw)
    except ValidationError as error:
        raise IndexBroken(f"The file {FILE} of the index is damaged; run 'guiderail ingest'.") from error


def write_pointer(folder: Path, pointer: Pointer) -> None:
    """Put `pointer` in the place of the one in `folder`: readers see the old one or the new one, whole."""
    aside = folder / f"{FILE}.{os.getpid()}"
    try:
        with aside.open("w", encoding="utf-8") as opened:
            opened.write(pointer.model_dump_json(indent=1) + "\n")
            opened.flush()
            os.fsync(opened.fileno())
        os.replace(aside, folder / FILE)
    finally:
        aside.unlink(missing_ok=True)
