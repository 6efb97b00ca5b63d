"""Generations of an index: folders that are written once, read under a lease, and removed when unused."""

from __future__ import annotations

import re
import secrets
import shutil
import sqlite3
from pathlib import Path

from corpus.errors import IndexBroken, IndexProblem
from ingest.lock import Lock, lock_exclusive, lock_shared
from ingest.pointer import FILE, read_pointer

_NAME = re.compile(r"[0-9a-f]+-[0-9a-f]+")
_LEASE = "in-use.lock"


def new_generation(home: Path, identity: str) -> Path:
    """A folder for the content `identity` that does not exist yet.

    The nonce keeps a rebuild of the same content away from a folder that is in use or broken.
    """
    return home / f"{identity}-{secrets.token_hex(4)}"


def lease(generation: Path) -> Lock | None:
    """Keep a generation from being removed while it is read.

    None where no lock can be had, as on a medium that is read-only: nothing is removed there either. Raises
    IndexBroken when it is being removed.
    """
    try:
        held = lock_shared(generation / _LEASE)
    except sqlite3.Error:
        return None
    if held is None:
        raise IndexBroken("This index is being removed; open the one in use.")
    return held


def remove_unused(home: Path) -> None:
    """Remove the generations that are neither current nor read by anybody. Only under the ingest lock."""
    try:
        current = read_pointer(home).directory
    except IndexProblem:
        current = ""
    for file in home.glob(f"{FILE}.*"):
        file.unlink(missing_ok=True)
    for folder in sorted(home.iterdir()):
        if not folder.is_dir() or folder.name == current or not _NAME.fullmatch(folder.name):
            continue
        try:
            held = lock_exclusive(folder / _LEASE)
        except sqlite3.Error:
            continue
        if held is not None:
            # Gone at once for whoever looks for it by name, even if removing it file by file is cut short.
            removed = folder.rename(folder.with_name(f"{folder.name}.removed"))
            held.release()
            shutil.rmtree(removed, ignore_errors=True)
    for folder in home.glob("*.removed"):
        shutil.rmtree(folder, ignore_errors=True)
