"""The program's version."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

try:
    VERSION = version("guiderail")
except PackageNotFoundError:  # run from a folder that was never installed
    VERSION = "0"
