"""How the command line prints things. Results go to stdout; progress to stderr, and only on a terminal."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

Json = Mapping[str, Any]

out = Console(highlight=False, soft_wrap=False)
err = Console(stderr=True, highlight=False)

_STYLES = {"block": "bold white on red", "warn": "black on yellow"}


def print_json(content: Any) -> None:
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")


class Bar:
    """A bar on stderr, on a terminal: there from the first count that leaves something to do until the last."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._shown: Any = None

    def __call__(self, done: int, total: int) -> None:
        if not err.is_terminal:
            return
        if self._shown is None and done < total:
            self._show()
        if self._shown is not None:
            bar, task = self._shown
            bar.update(task, completed=done, total=total)
            if done >= total:
                self.close()

    def close(self) -> None:
        if self._shown is not None:
            self._shown[0].stop()
            self._shown = None

    def _show(self) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        bar = Progress(*columns, console=err, transient=True)
        self._shown = bar, bar.add_task(self._title)
        bar.start()


@contextmanager
def progress(title: str) -> Iterator[Bar]:
    """A bar that is gone when the work has ended, well or not."""
    bar = Bar(title)
    try:
        yield bar
    finally:
        bar.close()


@contextmanager
def waiting(title: str) -> Iterator[None]:
    """A spinner on stderr, on a terminal."""
    if not err.is_terminal:
        yield
        return
    with err.status(title):
        yield


def print_answer(response: Json) -> None:
    """An answer as a person reads it: text, quoted statements, what is missing, what the guardrail did."""
    from rich.markdown import Markdown

    if response["status"] == "abstained":
        out.print("Not covered by the guideline", style="bold yellow")
    out.print(Markdown(clean(response["answer"])) if out.is_terminal else Text(clean(response["answer"])))
    for citation in response["citations"]:
        out.print()
        evidence = citation["evidence"] or {}
        graded = [f"{name} {evidence[name]}" for name in ("level", "grade") if evidence.get(name)]
        place = ", ".join([citation["section"], *graded])
        out.print(Text.assemble((f"[{citation['id']}] ", "bold cyan"), (place, "dim")))
        out.print(Padding(Text(citation["quote"]), (0, 0, 0, 4)))
    if response["missing"]:
        out.print("\nWould change the answer:", style="bold")
        for missing in response["missing"]:
            out.print(Text(f"  {missing['question']} ({missing['fact']})"))
            for change in missing["changes"]:
                out.print(Padding(Text(change, style="dim"), (0, 0, 0, 4)))
    out.print()
    guardrail = response["guardrail"]
    told = {"none": "passed", "revised": "passed after a revision", "replaced": "draft replaced"}
    facts = ", ".join(f"{name}={value}" for name, value in response["patient"].items()) or "none known"
    out.print(f"guardrail {told[guardrail['action']]}; facts: {facts}; {response['answer_id']}", style="dim")
    if response.get("notice"):
        out.print(response["notice"], style="dim italic")


def print_verdict(text: str, verdict: Json) -> None:
    """The text with the findings marked in it, and then each finding in words."""
    findings: Sequence[Json] = verdict["findings"]
    out.print(marked(text, findings))
    out.print()
    for finding in findings:
        rule = f" {finding['rule']}" if finding["rule"] else ""
        head = Text.assemble((f" {finding['kind']}{rule} ", _STYLES[finding["severity"]]))
        out.print(head, Text(clean(repr(finding["text"]))))
        out.print(Padding(Text(clean(finding["message"])), (0, 0, 0, 4)))
        if finding["counterexample"]:
            facts = ", ".join(f"{name}={value}" for name, value in finding["counterexample"].items())
            out.print(Padding(Text(f"for a patient with {facts}", style="dim"), (0, 0, 0, 4)))
        if finding["sources"]:
            out.print(Padding(Text(f"see {', '.join(finding['sources'])}", style="dim"), (0, 0, 0, 4)))
    blocked = verdict["verdict"] == "block"
    out.print(Text("block" if blocked else "pass", style="bold red" if blocked else "bold green"))


def marked(text: str, findings: Sequence[Json]) -> Text:
    """The text with the characters of each finding in its colour; a blocking one lies over a warning."""
    shown = Text(clean(text))
    for severity in ("warn", "block"):
        for finding in findings:
            if finding["severity"] == severity:
                shown.stylize(_STYLES[severity], finding["start"], finding["end"])
    return shown


def print_passages(passages: Sequence[Json]) -> None:
    names = list(dict.fromkeys(name for passage in passages for name in passage["ranks"]))
    table = Table(header_style="bold")
    table.add_column("statement")
    table.add_column("score", justify="right")
    for name in names:
        table.add_column(name, justify="right")
    table.add_column("text")
    for passage in passages:
        ranks = (str(passage["ranks"].get(name, "–")) for name in names)
        table.add_row(passage["id"], f"{passage['score']:.4f}", *ranks, Text(passage["quote"]))
    out.print(table)


def print_record(record: Json) -> None:
    """A recorded answer with everything it rested on."""
    out.print(Text.assemble((f"{record['id']}", "bold"), f", {record['created']}, turn {record['turn']}"))
    out.print(Text(clean(record["message"]), style="bold"))
    if record["patient"]:
        out.print(Text(f"sent with it: {_facts(record['patient'])}", style="dim"))
    if known := record["state_before"].get("patient"):
        out.print(Text(f"known before: {_facts(known)}", style="dim"))
    out.print()
    print_answer(record["response"])
    if record["draft"] is not None:
        out.print("\nThe draft before the guardrail:", style="bold")
        out.print(Text(clean(record["draft"])))
    out.print()
    for name, version in record["versions"].items():
        out.print(Text(f"{name} {version}", style="dim"))


def print_replay(found: Json) -> None:
    """Whether today's versions give the same answer, and if not, which version changed and what is different."""
    if found["same"]:
        out.print("The same answer.", style="bold green")
    else:
        out.print(f"Another answer: {', '.join(found['differing'])} differ.", style="bold red")
    if not found["changed"]:
        out.print("No version has changed.", style="dim")
    for name, versions in found["changed"].items():
        out.print(Text(f"{name}: {versions['then']} then, {versions['now']} now"))
    if "answer" in found["differing"]:
        for when in ("then", "now"):
            out.print(f"\n{when}:", style="bold")
            out.print(Text(clean(found[when]["answer"])))


def _facts(patient: Json) -> str:
    return ", ".join(f"{name}={value or 'taken back'}" for name, value in patient.items())


def clean(text: str) -> str:
    """With control characters made visible: a text that is checked must not move the cursor or set a title."""
    return "".join(
        c if c in "\n\t" or unicodedata.category(c) != "Cc" else "\N{REPLACEMENT CHARACTER}" for c in text
    )
