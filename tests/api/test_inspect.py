"""An evaluation tool that speaks OpenAI's protocol asks the guideline: inspect_ai, where it is installed.

pip install inspect-ai openai
inspect eval task.py --model openai-api/guiderail/<guideline id> --model-base-url http://127.0.0.1:8000/v1
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from api.app import create_app
from tests.api.conftest import LIBRARY, Build
from tests.api.live import serving

pytestmark = pytest.mark.server

# GUIDERAIL_INSPECT names the command where the tool lives in an environment of its own.
INSPECT = os.environ.get("GUIDERAIL_INSPECT") or shutil.which("inspect")

TASK = """
from inspect_ai import Task, task
from inspect_ai.dataset import Sample
from inspect_ai.scorer import includes
from inspect_ai.solver import generate


@task
def guideline():
    samples = [Sample(input="Is it so?", target="[1.1]"), Sample(input="And this?", target="Sources")]
    return Task(dataset=samples, solver=generate(), scorer=includes())
"""


@pytest.mark.skipif(INSPECT is None, reason="inspect_ai is not installed")
def test_inspect_asks_and_scores(build: Build, tmp_path: Path) -> None:
    assert INSPECT is not None
    (tmp_path / "task.py").write_text(TASK, encoding="utf-8")
    with serving(create_app(build())) as url:
        run = subprocess.run(
            [
                INSPECT,
                "eval",
                "task.py",
                "--model",
                f"openai-api/guiderail/{LIBRARY.guideline.id}",
                "--display",
                "plain",
                "--log-format",
                "json",
                "--model-base-url",
                f"{url}/v1",
                "--temperature",
                "0",
            ],
            cwd=tmp_path,
            env={**os.environ, "GUIDERAIL_API_KEY": "none"},
            capture_output=True,
            text=True,
            timeout=120,
        )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "accuracy 1.000" in " ".join(run.stdout.split()), run.stdout
