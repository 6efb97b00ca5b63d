"""Commands that find something or not, and say so by their exit code: `check`, `verify` and `eval`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.arguments import AsJson, Facts, Pack, checked, one_and_facts, read_file, stdin


def check(
    words: Annotated[list[str], typer.Argument(metavar="FILE", help="A text file; - reads standard input.")],
    question: Annotated[str | None, typer.Option(help="The question that the text answers.")] = None,
    patient: Facts = None,
    pack: Pack = None,
    as_json: AsJson = False,
) -> None:
    """Check any text against the guideline's algorithm; exit code 1 when it is blocked."""
    from api import terminal
    from api.bodies import CheckBody, check_patient
    from api.settings import read_settings
    from api.wiring import PackChecker, open_pack

    file, facts = one_and_facts("file", words, patient)
    text = stdin() if file == "-" else read_file(Path(file))
    checked(CheckBody, answer=text, question=question, patient=facts)
    loaded = open_pack(read_settings(pack=pack))
    check_patient(facts, loaded.algorithm)
    verdict = PackChecker(loaded).check(text, question, facts)
    if as_json:
        terminal.print_json(verdict)
    else:
        terminal.print_verdict(text, verdict)
    raise typer.Exit(verdict["verdict"] == "block")


def verify(
    report: Annotated[
        Path | None, typer.Option(help="Folder for algorithm.html, the decision diagrams.")
    ] = None,
    pack: Pack = None,
    as_json: AsJson = False,
) -> None:
    """Verify the algorithm itself over every patient its facts allow; exit code 1 when something is wrong."""
    from api import terminal
    from api.settings import read_settings
    from api.verification_view import print_verification
    from api.wiring import open_pack
    from evaluation.diagram import write_diagrams
    from guardrails import verification

    loaded = open_pack(read_settings(pack=pack))
    found = verification.verify(loaded)
    if report is not None:
        terminal.err.print(f"diagrams: {write_diagrams(loaded, report)}", style="dim", soft_wrap=True)
    if as_json:
        terminal.print_json(found.to_json())
    else:
        print_verification(found.to_json(), terminal.out)
    raise typer.Exit(not found.ok)


def evaluate(
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="A gold or a guardrail file.")],
    url: Annotated[str | None, typer.Option(help="Evaluate a server; in process without.")] = None,
    report: Annotated[Path | None, typer.Option(help="Folder for report.json and report.html.")] = None,
    token: Annotated[str | None, typer.Option(help="Bearer token for the server.")] = None,
    pack: Pack = None,
    as_json: AsJson = False,
) -> None:
    """Run a gold or guardrail file and judge each item; exit code 1 when any has failed."""
    from contextlib import ExitStack

    from api import terminal
    from api.settings import read_settings
    from api.wiring import in_process
    from evaluation.html import write_report
    from evaluation.items import GoldItem, read_items
    from evaluation.report import evaluate as run
    from evaluation.table import print_report
    from evaluation.target import Server, Target

    items = read_items(file)
    with ExitStack() as stack:
        target: Target
        if url is not None:
            target = stack.enter_context(Server(url, token=token))
        else:
            with terminal.waiting("loading"):
                target = in_process(read_settings(pack=pack), chat=isinstance(items[0], GoldItem))
        with terminal.progress(file.name) as tell:
            result = run(file, items, target, tell)
    if report is not None:
        page = write_report(result, report)
        terminal.err.print(f"report: {page}", style="dim", soft_wrap=True)
    if as_json:
        terminal.print_json(result.to_json())
    else:
        print_report(result, terminal.out)
    raise typer.Exit(bool(result.failures))
