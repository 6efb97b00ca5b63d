"""What the tree must look like: files of a size, no words that say nothing, nothing of one machine."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = ("corpus", "ingest", "language", "retrieval", "guardrails", "answering", "api", "evaluation")
FILES = [file for folder in CODE for file in sorted((ROOT / folder).rglob("*.py"))]


def tracked() -> list[Path]:
    try:
        run = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no git checkout")
    return [ROOT / name for name in run.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_file_holds_one_idea(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") <= 350, "longer files hold two ideas"
    assert not re.search(r"TODO|FIXME|XXX", text)
    assert not re.search(r"utils|helpers|manager|common|base|misc", file.stem)
    assert "unittest" + ".mock" not in text
    if text.strip() and "migrations" not in file.parts:
        assert text.startswith('"""'), "a module begins by saying what it is"


def test_nothing_of_one_machine_is_committed() -> None:
    # Spelled in two parts, so that this file does not find itself.
    machine = re.compile(
        "/wo" + "rk/|/ro" + "ot/|/opt/(?:wheels|py" + "pi)|files\\.pythonhosted" + "|extra-index" + "-url"
    )
    found = []
    for file in tracked():
        if file.suffix in {".png", ".ico", ".woff2"}:
            continue
        if machine.search(file.read_text(encoding="utf-8", errors="ignore")):
            found.append(str(file.relative_to(ROOT)))
    assert found == []


def test_the_lock_pins_every_dependency_exactly() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [
        line.split(";")[0].strip()
        for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", line) for line in lines)
    locked = {re.sub(r"[-_.]+", "-", line.split("==")[0]).lower() for line in lines}
    assert not {name for name in locked if "nvidia" in name or "triton" in name}
    extras = project["optional-dependencies"]
    wanted = [
        *project["dependencies"],
        *extras["dev"],
        *extras["openai"],
        *extras["postgres"],
        *extras["mcp"],
    ]
    names = {re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~ ]", line)[0]).lower() for line in wanted}
    assert names - {"guiderail"} <= locked
    assert "torch==2.13.0" in lines
    assert "torch==2.13.0" in project["dependencies"]
