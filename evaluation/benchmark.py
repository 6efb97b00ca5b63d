"""The measured times and sizes, each beside what it must be: `make bench`.

    python -m evaluation.benchmark [--json] [--only NAME ...]

Every number is taken from the outside: a server in a process of its own, asked over HTTP on loopback.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from evaluation.bench_chat import bench_chat
from evaluation.bench_check import bench_check
from evaluation.bench_drafting import bench_drafting
from evaluation.bench_start import bench_help, bench_start
from evaluation.measure import Number
from evaluation.plots import curve

BENCHMARKS: dict[str, Callable[[], list[Number]]] = {
    "help": bench_help,
    "start": bench_start,
    "chat": bench_chat,
    "check": bench_check,
    "drafting": bench_drafting,
}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Measure Guiderail's times and sizes on this machine.")
    parser.add_argument("--only", nargs="+", choices=BENCHMARKS, default=list(BENCHMARKS))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--report", type=Path, help="folder for benchmark.json and the curve of the checker")
    given = parser.parse_args(arguments)
    numbers: list[Number] = []
    for name in given.only:
        found = BENCHMARKS[name]()
        numbers += found
        if not given.json:
            for number in found:
                sys.stdout.write(f"{number}\n")
                sys.stdout.flush()
    if given.json:
        sys.stdout.write(json.dumps([number.to_json() for number in numbers], indent=2) + "\n")
    if given.report is not None:
        given.report.mkdir(parents=True, exist_ok=True)
        content = json.dumps([number.to_json() for number in numbers], indent=1)
        (given.report / "benchmark.json").write_text(content + "\n", encoding="utf-8")
        points = [(number.at, number.value) for number in numbers if number.at is not None]
        if points:
            plot = curve([("median", points)], "Time to check a text", "characters", "ms")
            (given.report / "check-curve.svg").write_text(plot, encoding="utf-8")
    return int(any(number.missed for number in numbers))


if __name__ == "__main__":
    sys.exit(main())
