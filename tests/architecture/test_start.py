"""What is not needed is not imported: the command line answers at once, and checking a text needs no model."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = ("torch", "sentence_transformers", "transformers", "chromadb", "langchain_core", "fastapi", "uvicorn")


def modules_after(code: str) -> set[str]:
    """The top-level modules that are imported when this code has run in a process of its own."""
    script = f"import sys\n{code}\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in run.stderr.split()}


HELP = """
sys.argv = ["guiderail", {arguments}]
from api.cli import main
try:
    main()
except SystemExit as stopped:
    assert not stopped.code
"""


@pytest.mark.parametrize("command", [[], ["serve"], ["ask"], ["check"], ["eval"], ["ingest"]], ids=str)
def test_help_imports_nothing_heavy(command: list[str]) -> None:
    arguments = ", ".join(repr(word) for word in [*command, "--help"])
    assert modules_after(HELP.format(arguments=arguments)) & {*HEAVY, "sqlalchemy", "numpy"} == set()


def test_the_guardrail_needs_no_model() -> None:
    assert modules_after("import guardrails.guardrail, guardrails.pack") & set(HEAVY) == set()


def test_the_command_line_checks_without_a_model() -> None:
    assert modules_after("import api.wiring") & {*HEAVY[:5]} == set()


def test_nothing_is_read_or_made_at_import() -> None:
    """No module opens a file, a database or a connection when it is imported."""
    code = """
import builtins, importlib, io, pathlib, pkgutil
names = [n for p in ("ingest", "language", "guardrails", "answering", "api", "evaluation")
         for n in [p, *(f"{p}.{m.name}" for m in pkgutil.iter_modules([p]))]]
opened = []
sys.addaudithook(lambda event, arguments: opened.append(str(arguments[0])) if event == "open" else None)
for name in names:
    importlib.import_module(name)
here = str(pathlib.Path.cwd())
ours = [f for f in opened if f.startswith(here) and "site-packages" not in f and not f.endswith((".py", ".pyc"))]
assert not ours, ours
"""
    modules_after(code)
