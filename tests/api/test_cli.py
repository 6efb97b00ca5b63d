"""The command line as a person or a script runs it: exit codes, streams, JSON, bad input."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.text import Text

from api.cli import main
from api.terminal import clean, marked
from corpus import find_pack

ROOT = Path(__file__).parents[2]
PACK = find_pack()

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]

FINE = "Both can be discussed at the meeting."
WRONG = "Give cetuximab to every patient, whatever the KRAS status [3.3]."


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test runs in a folder of its own, with its data there and the encoder that needs no model."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GUIDERAIL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("GUIDERAIL_ENCODER", "hash")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("NO_COLOR", "1")


def process(*arguments: str | Path, stdin: str = "", **more: str) -> Done:
    """`guiderail` in a process of its own."""
    command = [sys.executable, "-m", "api.cli", *map(str, arguments)]
    environment = {**os.environ, **more}
    return subprocess.run(command, input=stdin, capture_output=True, text=True, env=environment, timeout=120)


@pytest.fixture
def guiderail(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """`guiderail` in this process, which is faster."""

    def run(*arguments: str | Path, stdin: str | bytes = "") -> Done:
        content = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "argv", ["guiderail", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))
        with pytest.raises(SystemExit) as stopped:
            main()
        out, err = capfd.readouterr()
        return Done(sys.argv, int(stopped.value.code or 0), out, err)

    return run


def test_help_names_every_command() -> None:
    done = process("--help")
    assert done.returncode == 0
    for command in ("serve", "ingest", "ask", "check", "verify", "eval", "search", "show", "replay", "mcp"):
        assert f"\n│ {command}" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [["dance"], ["check"], ["check", "--loud", "x"], ["ask"], ["search", "-k", "0", "x"], ["show"]],
)
def test_bad_usage_is_exit_code_2(arguments: list[str]) -> None:
    done = process(*arguments)
    assert done.returncode == 2
    assert "Usage" in done.stderr
    assert not done.stdout


@pytest.mark.parametrize(("text", "code", "verdict"), [(FINE, 0, "pass"), (WRONG, 1, "block")])
def test_check_says_what_it_found_by_its_exit_code(
    guiderail: Run, text: str, code: int, verdict: str
) -> None:
    done = guiderail("check", "--json", "-", stdin=text)
    assert done.returncode == code
    content = json.loads(done.stdout)
    assert content["verdict"] == verdict
    for finding in content["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["text"]
    told = process("check", "-", stdin=text)
    assert told.returncode == code
    assert told.stdout.rstrip().endswith(verdict)
    assert not told.stderr


def test_check_reads_a_file_and_the_facts(guiderail: Run, tmp_path: Path) -> None:
    file = tmp_path / "answer.txt"
    file.write_text("Cetuximab is an option [3.3].", encoding="utf-8")
    assert guiderail("check", "--patient", "kras=wild_type", file).returncode == 0
    assert guiderail("check", "--patient", "kras=mutant", file).returncode == 1
    assert guiderail("check", "--patient", "kras=mutant", "line=first", file).returncode == 1
    assert guiderail("check", "--question", "KRAS is mutated. What now?", file).returncode == 1


@pytest.mark.parametrize(
    ("arguments", "stdin", "sentence"),
    [
        (["check", "-"], "", "the text is empty"),
        (["check", "-"], " \n", "the text is empty"),
        (["check", "-"], b"\xff\xfe\x00", "Standard input is not UTF-8 text (byte 0)."),
        (["check", "-"], "a" * 50_001, "50,001 characters and at most 50,000 are read"),
        (["check", "nowhere.txt"], "", "'nowhere.txt' cannot be read: No such file"),
        (["check", "."], "", "'.' cannot be read"),
        (["check", "-", "-"], "x", "Give one file, not 2"),
        (["check", "-", "-p", "height=tall"], "x", "there is no fact 'height'; known facts: "),
        (["check", "-", "-p", "kras=odd"], "x", "kras has no value 'odd'; known values: "),
        (["check", "-", "-p", "kras"], "x", "--patient takes FACT=VALUE, not 'kras'."),
        (["check", "-", "-p", "kras=mutant", "-p", "kras=wild_type"], "x", "names 'kras' twice"),
        (["check", "-", "--pack", "none"], "x", "There is no guideline pack 'none'; known packs: "),
        (["ask", " "], "", "the text is empty"),
        (["ask", "a" * 4_001], "", "4,001 characters"),
        (["ask", "What", "now?"], "", "Give one question, not 2"),
        (["ask", "What now?", "-p", "height=tall"], "", "there is no fact 'height'"),
        (["search", ""], "", "the text is empty"),
        (["show", "a-nothing"], "", "There is no answer 'a-nothing'"),
        (["replay", "a-nothing"], "", "There is no answer 'a-nothing'"),
        (["eval", "nowhere.jsonl"], "", "nowhere.jsonl cannot be read: No such file"),
        (["ingest", "nowhere.md"], "", "There is no file or folder 'nowhere.md'."),
    ],
)
def test_bad_input_is_exit_code_2_and_one_sentence(
    guiderail: Run, arguments: list[str], stdin: str | bytes, sentence: str
) -> None:
    done = guiderail(*arguments, stdin=stdin)
    assert done.returncode == 2, done.stderr
    told = " ".join(done.stderr.split())
    assert told.startswith("guiderail: ")
    assert sentence in told
    assert "Traceback" not in told
    assert not done.stdout


def test_a_wrong_setting_is_bad_input(guiderail: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDERAIL_PORT", "many")
    done = guiderail("check", "-", stdin=FINE)
    assert (done.returncode, "GUIDERAIL_PORT: " in done.stderr) == (2, True)


def test_a_port_that_is_taken_is_told(guiderail: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = guiderail("serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "choose others with --host and --port" in " ".join(done.stderr.split())


def test_ingest_reads_packs_and_bare_outlines(guiderail: Run, tmp_path: Path) -> None:
    outline = tmp_path / "outline.txt"
    outline.write_text("Treatment\n- Give alphamab early 1\n- Stop after 3 cycles 1, 2\n", encoding="utf-8")
    done = guiderail("ingest", "--json", PACK, outline)
    assert done.returncode == 0, done.stderr
    pack, bare = json.loads(done.stdout)
    assert pack["id"] == PACK.name
    assert (bare["id"], bare["statements"], bare["references"]) == ("outline", 2, 2)
    again = guiderail("ingest")
    assert again.returncode == 0
    assert pack["index"] in again.stdout
    assert not again.stderr  # no bar where there is no terminal


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "bad.md"),
        (b"\x00\x01\x02\xff", "bad.md"),
        ("größer".encode("utf-16"), "bad.md"),
        (b"just words", "bad.md"),
    ],
)
def test_a_guideline_that_cannot_be_read_is_told_with_its_file(
    guiderail: Run, tmp_path: Path, content: bytes, sentence: str
) -> None:
    file = tmp_path / "bad.md"
    file.write_bytes(content)
    done = guiderail("ingest", file)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_search_shows_ranks(guiderail: Run) -> None:
    done = guiderail("search", "--json", "-k", "3", "follow-up")
    assert done.returncode == 0, done.stderr
    passages = json.loads(done.stdout)
    assert len(passages) == 3
    assert set(passages[0]) == {"id", "section", "quote", "score", "ranks", "scores"}
    assert passages[0]["quote"] in process("search", "-k", "3", "follow-up", COLUMNS="1000").stdout


def test_verify_proves_the_algorithm_of_the_pack(guiderail: Run) -> None:
    done = guiderail("verify", "--json")
    assert done.returncode == 0, done.stdout
    content = json.loads(done.stdout)
    assert content["ok"]
    assert content["patients"] == 55_296
    told = guiderail("verify", "--report", "drawn")
    assert told.returncode == 0
    assert Path("drawn", "algorithm.html").is_file()
    assert "✗" not in told.stdout
    assert told.stdout.rstrip().endswith("The algorithm is in order.")


def _copied(tmp_path: Path, old: str, new: str) -> Path:
    folder = tmp_path / "copy"
    shutil.copytree(PACK, folder)
    file = folder / "algorithm.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_verify_finds_a_statement_that_nobody_uses(guiderail: Run, tmp_path: Path) -> None:
    folder = _copied(tmp_path, "sources: [2.7, 2.8, 2.9]", "sources: [2.7, 2.8]")
    done = guiderail("verify", "--pack", folder)
    assert done.returncode == 1
    assert "✗ every statement used or declared background" in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("sources: [2.7, 2.8, 2.9]", "sources: [2.7, 2.8, 99.9]", "99.9"),
        ("when: line = first and", "when: lime = first and", "'lime'"),
        ("when: line = first and", "when: line = zeroth and", "'zeroth'"),
        ("strength: recommend", "strength: loudly", "strength"),
    ],
)
def test_a_wrong_algorithm_is_told_with_file_and_line(
    guiderail: Run, tmp_path: Path, old: str, new: str, sentence: str
) -> None:
    done = guiderail("verify", "--pack", _copied(tmp_path, old, new))
    assert done.returncode == 2
    assert re.match(r"guiderail: algorithm\.yaml:\d+: ", done.stderr)
    assert sentence in done.stderr


def test_eval_judges_and_reports(guiderail: Run, tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {
            "id": "c1",
            "category": "x",
            "question": None,
            "patient": {},
            "answer": FINE,
            "verdict": "pass",
            "why": "",
        },
        {
            "id": "c2",
            "category": "x",
            "question": None,
            "patient": {},
            "answer": WRONG,
            "verdict": "block",
            "why": "",
        },
    ]
    file = tmp_path / "items.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows))
    done = guiderail("eval", file, "--report", tmp_path / "report", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["total"] == {"passed": 2, "of": 2, "share": 1.0}
    assert (tmp_path / "report" / "report.html").is_file()
    file.write_text(json.dumps({**rows[0], "verdict": "block"}))
    failed = guiderail("eval", file)
    assert failed.returncode == 1
    assert "0/1" in failed.stdout
    assert "0.0%" in failed.stdout
    assert guiderail("eval", file, "--url", "http://127.0.0.1:1").returncode == 2


def test_findings_are_marked_where_they_stand() -> None:
    text = "ab\x1b[31mcd"
    findings = [
        {"severity": "warn", "start": 0, "end": 8},
        {"severity": "block", "start": 7, "end": 9},
    ]
    shown = marked(text, findings)
    assert isinstance(shown, Text)
    assert shown.plain == "ab\N{REPLACEMENT CHARACTER}[31mcd" == clean(text)
    assert [(span.start, span.end) for span in shown.spans] == [(0, 8), (7, 9)]
    assert "red" in str(shown.spans[1].style)
