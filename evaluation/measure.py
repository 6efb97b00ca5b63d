"""A measured number beside its bound, and a server to measure."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any

import httpx

from corpus.errors import GuiderailError


@dataclass(frozen=True, slots=True)
class Number:
    """One measured number; `at_most` is what it must not exceed, `at` the place of a point on a curve."""

    name: str
    value: float
    unit: str
    at_most: float | None = None
    at: float | None = None

    @property
    def missed(self) -> bool:
        return self.at_most is not None and self.value > self.at_most

    def __str__(self) -> str:
        bound = "" if self.at_most is None else f"  (at most {self.at_most:g} {self.unit})"
        return f"{self.name:48} {self.value:10.2f} {self.unit}{bound}{'  MISSED' if self.missed else ''}"

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "value": round(self.value, 3),
            "unit": self.unit,
            "at_most": self.at_most,
            "at": self.at,
        }


def milliseconds(function: Callable[[], object], times: int = 50, warm: int = 5) -> float:
    """The median time of a call in milliseconds, after some calls that do not count."""
    for _ in range(warm):
        function()
    taken = []
    for _ in range(times):
        start = perf_counter()
        function()
        taken.append((perf_counter() - start) * 1000)
    return median(taken)


@dataclass(frozen=True, slots=True)
class RunningServer:
    url: str
    pid: int
    seconds: float  # from its start until it was ready

    def megabytes(self) -> float:
        """Resident memory, as the kernel counts it now."""
        with open(f"/proc/{self.pid}/status", encoding="ascii") as status:
            found = re.search(r"VmRSS:\s+(\d+) kB", status.read())
        return int(found.group(1)) / 1024 if found else float("nan")


@contextmanager
def running_server(
    data: str | None = None, patience: float = 120.0, **environment: str
) -> Iterator[RunningServer]:
    """`guiderail serve` on a free port, ready; its data in `data` or a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as thrown_away:
        variables = {**os.environ, "GUIDERAIL_DATA": data or thrown_away, **environment}
        start = perf_counter()
        server = subprocess.Popen(
            [sys.executable, "-m", "api.cli", "serve", "--port", "0"],
            env=variables,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            url = _url(server)
            _wait(url, server, start + patience)
            yield RunningServer(url, server.pid, perf_counter() - start)
        finally:
            server.terminate()
            try:
                server.wait(15)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
            if server.stderr is not None:
                server.stderr.close()


def _url(server: subprocess.Popen[str]) -> str:
    assert server.stderr is not None
    told = []
    for line in server.stderr:
        told.append(line.strip())
        if found := re.search(r"http://[\w.\[\]:]+", line):
            _drain(server)
            return found.group()
    raise GuiderailError(f"The server did not start: {' '.join(told)[-500:]}")


def _drain(server: subprocess.Popen[str]) -> None:
    """Go on reading the server's log, so that it never waits for room in the pipe."""
    import threading

    stream = server.stderr
    assert stream is not None
    threading.Thread(target=lambda: [None for _ in stream], daemon=True).start()


def _wait(url: str, server: subprocess.Popen[str], deadline: float) -> None:
    with httpx.Client(base_url=url, trust_env=False) as client:
        while perf_counter() < deadline:
            if server.poll() is not None:
                raise GuiderailError(f"The server has stopped with code {server.returncode}.")
            try:
                told = client.get("/readyz")
                if told.status_code == 200:
                    return
                if "still being loaded" not in told.text:  # it has failed, and will not become ready
                    raise GuiderailError(f"The server is not ready: {told.json()['detail']}")
            except httpx.TransportError:
                pass
            time.sleep(0.05)
    raise GuiderailError("The server was not ready in time.")
