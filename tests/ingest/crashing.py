"""An ingest in a process of its own, for the tests that kill it, starve it or let several run at once.

    python -m tests.ingest.crashing GUIDELINE FOLDER [--slow SECONDS] [--limit BYTES] [--wait SECONDS]

Prints a line before each batch ("encoding") and behind the last ("encoded"), then "built" and the id.
"""

from __future__ import annotations

import argparse
import resource
import signal
import time
from collections.abc import Sequence
from pathlib import Path

from corpus.errors import GuiderailError
from ingest.encoder import HashEncoder, Vectors
from ingest.guideline import read_guideline
from ingest.index import build_index


class _SlowEncoder(HashEncoder):
    def __init__(self, seconds: float) -> None:
        super().__init__(64)
        self.seconds = seconds

    def encode(self, texts: Sequence[str]) -> Vectors:
        print("encoding", flush=True)
        time.sleep(self.seconds)
        return super().encode(texts)


def _progress(done: int, total: int) -> None:
    if done == total:
        print("encoded", flush=True)


def main() -> int:
    """Run the ingest; exit code 1 when it says in a sentence that it cannot."""
    parser = argparse.ArgumentParser()
    parser.add_argument("guideline", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--slow", type=float, default=0.0)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--wait", type=float, default=30.0)
    options = parser.parse_args()
    if options.limit:
        # A file that would grow beyond the limit fails to, as on a full disk.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (options.limit, options.limit))
    try:
        index = build_index(
            read_guideline(options.guideline),
            _SlowEncoder(options.slow),
            options.folder,
            _progress,
            wait=options.wait,
        )
    except GuiderailError as error:
        print(error, flush=True)
        return 1
    print("built", index.id, flush=True)
    index.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
