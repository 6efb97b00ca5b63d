"""How long until the command line answers, and until the server is ready with its index built."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from statistics import median
from time import perf_counter

from evaluation.measure import Number, running_server


def bench_help() -> list[Number]:
    taken = []
    for _ in range(5):
        start = perf_counter()
        subprocess.run([sys.executable, "-m", "api.cli", "--help"], check=True, stdout=subprocess.DEVNULL)
        taken.append(perf_counter() - start)
    return [Number("guiderail --help, median", median(taken), "s", at_most=0.5)]


def bench_start() -> list[Number]:
    """Ready means /readyz answers 200: the first start builds the index, the later ones find it."""
    with tempfile.TemporaryDirectory() as data:
        with running_server(data) as server:
            first = server.seconds
        taken = []
        for _ in range(3):
            with running_server(data) as server:
                taken.append(server.seconds)
                memory = server.megabytes()
    return [
        Number("from start to ready, building the index", first, "s"),
        Number("from start to ready, index built, median", median(taken), "s", at_most=12),
        Number("memory of the server when ready", memory, "MB", at_most=1300),
    ]
