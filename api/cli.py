"""The command line, `guiderail`.

Exit codes: 0 fine; 1 the check or evaluation found what it looks for; 2 bad usage or input; 70 a fault of ours.
What a command needs is imported when it runs, so that `--help` answers at once.
"""

from __future__ import annotations

import re
import sys
import traceback
from pathlib import Path
from typing import Annotated, Any

import typer

from corpus.errors import GuiderailError, InputError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Answers from one guideline, each checked against its core algorithm before it is shown.",
)

Facts = Annotated[
    list[str] | None,
    typer.Option("--patient", "-p", metavar="FACT=VALUE", help="A known fact; may be given several times."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Pack = Annotated[str | None, typer.Option("--pack", help="Guideline pack: its id or folder.")]

_FACT = re.compile(r"\w+=\w*")


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to serve on (127.0.0.1).")] = None,
    port: Annotated[int | None, typer.Option(help="Port to serve on (8000); 0 takes a free one.")] = None,
    pack: Pack = None,
) -> None:
    """Build the index if it is missing or stale, then serve API, portal page and widget."""
    from api.serving import run
    from api.settings import read_settings

    run(read_settings(host=host, port=port, pack=pack))


@app.command()
def ingest(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH ...]", help="Pack folders or bare guideline files.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Parse, chunk, embed and index guidelines; without a path, the pack that is served."""
    from api import terminal
    from api.settings import read_settings
    from api.wiring import index_guideline, open_encoder
    from corpus import find_pack

    settings = read_settings()
    todo = paths or [find_pack(settings.pack)]
    for path in todo:
        if not path.exists():
            raise InputError(f"There is no file or folder {str(path)!r}.")
    with terminal.waiting("loading the sentence encoder"):
        encoder = open_encoder(settings)
    done = []
    for path in todo:
        with terminal.progress(f"indexing {path.name}") as tell:
            done.append(index_guideline(path, settings, encoder, tell))
    if as_json:
        terminal.print_json(done)
        return
    for each in done:
        terminal.out.print(
            f"{each['id']}: {each['statements']} statements in {each['sections']} sections, "
            f"{each['references']} references, index {each['index']}"
        )


@app.command()
def ask(
    words: Annotated[
        list[str], typer.Argument(metavar="QUESTION", help="The question; - reads it from standard input.")
    ],
    patient: Facts = None,
    pack: Pack = None,
    as_json: AsJson = False,
) -> None:
    """Answer one question in the terminal."""
    from answering.consultation import Consultations
    from api import terminal
    from api.bodies import ChatBody, check_patient
    from api.settings import read_settings
    from api.wiring import open_desk, open_pack, open_store

    question, facts = _one_and_facts("question", words, patient)
    if question == "-":
        question = _stdin()
    settings = read_settings(pack=pack)
    body = _body(ChatBody, message=question, patient=facts)
    loaded = open_pack(settings)
    check_patient(facts, loaded.algorithm)
    with terminal.waiting("loading"):
        desk = open_desk(settings, loaded)
        desk.verify()
        store = open_store(settings)
        response = Consultations(desk.responder, store).ask_once(body.message, facts)
        store.close()
    if as_json:
        terminal.print_json(response)
    else:
        terminal.print_answer(response)


@app.command()
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

    file, facts = _one_and_facts("file", words, patient)
    text = _stdin() if file == "-" else _read(Path(file))
    _body(CheckBody, answer=text, question=question, patient=facts)
    loaded = open_pack(read_settings(pack=pack))
    check_patient(facts, loaded.algorithm)
    verdict = PackChecker(loaded).check(text, question, facts)
    if as_json:
        terminal.print_json(verdict)
    else:
        terminal.print_verdict(text, verdict)
    raise typer.Exit(verdict["verdict"] == "block")


@app.command()
def search(
    query: Annotated[str, typer.Argument(help="What to look for; - reads it from standard input.")],
    k: Annotated[int, typer.Option("-k", min=1, max=50, help="How many passages.")] = 10,
    pack: Pack = None,
    as_json: AsJson = False,
) -> None:
    """Show the passages that bear most on a query, with their ranks and scores."""
    from api import terminal
    from api.bodies import RetrieveBody
    from api.settings import read_settings
    from api.wiring import open_desk, open_pack

    body = _body(RetrieveBody, query=_stdin() if query == "-" else query, k=k)
    settings = read_settings(pack=pack)
    with terminal.waiting("loading"):
        desk = open_desk(settings, open_pack(settings))
        desk.verify()
        passages = desk.search(body.query, body.k)
    if as_json:
        terminal.print_json(passages)
    else:
        terminal.print_passages(passages)


@app.command()
def show(answer_id: Annotated[str, typer.Argument(metavar="ANSWER_ID")], as_json: AsJson = False) -> None:
    """Show a recorded answer with everything it rested on."""
    from api import terminal
    from api.settings import read_settings
    from api.wiring import open_store

    store = open_store(read_settings())
    record = store.record(answer_id).to_json()
    rating = store.rating(answer_id)
    store.close()
    record["rating"] = None if rating is None else {"rating": rating[0], "reason": rating[1]}
    if as_json:
        terminal.print_json(record)
    else:
        terminal.print_record(record)


@app.command()
def replay(
    answer_id: Annotated[str, typer.Argument(metavar="ANSWER_ID")], pack: Pack = None, as_json: AsJson = False
) -> None:
    """Answer a recorded question again: do today's versions give the same? Exit code 1 when they do not."""
    from answering import consultation
    from api import terminal
    from api.settings import read_settings
    from api.wiring import open_desk, open_pack, open_store

    settings = read_settings(pack=pack)
    store = open_store(settings)
    record = store.record(answer_id)
    store.close()
    with terminal.waiting("loading"):
        desk = open_desk(settings, open_pack(settings))
        desk.verify()
        found = consultation.replay(record, desk.responder)
    if as_json:
        terminal.print_json(found.to_json())
    else:
        terminal.print_replay(found.to_json())
    raise typer.Exit(not found.same)


@app.command()
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


@app.command("eval")
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


def main() -> None:
    """What the script `guiderail` runs."""
    try:
        app()
    except GuiderailError as error:
        _complain(str(error))
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone; nothing is left to say
        sys.exit(141)
    except Exception:
        traceback.print_exc()
        sys.exit(70)


def _complain(sentence: str) -> None:
    from api.terminal import clean, err

    err.print(f"guiderail: {clean(sentence)}", style="red", markup=False, soft_wrap=True)


def _one_and_facts(what: str, words: list[str], given: list[str] | None) -> tuple[str, dict[str, str]]:
    """The one argument, and the facts: of the options, and those that follow an option without repeating it."""
    loose = [word for word in words if _FACT.fullmatch(word)] if given else []
    rest = [word for word in words if word not in loose]
    if len(rest) != 1:
        raise InputError(f"Give one {what}, not {len(rest)}; put it in quotation marks when it has blanks.")
    facts: dict[str, str] = {}
    for word in [*(given or []), *loose]:
        name, equals, value = word.partition("=")
        if not (name and equals and value):
            raise InputError(f"--patient takes FACT=VALUE, not {word!r}.")
        if facts.setdefault(name, value) != value:
            raise InputError(f"--patient names {name!r} twice, with different values.")
    return rest[0], facts


def _body(kind: type[Any], **fields: Any) -> Any:
    from pydantic import ValidationError

    try:
        return kind(**fields)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputError(f"{where}: {first['msg'].removeprefix('Value error, ')}.") from None


def _stdin() -> str:
    return _decode(sys.stdin.buffer.read(), "Standard input")


def _read(file: Path) -> str:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise InputError(f"{str(file)!r} cannot be read: {error.strerror or error}.") from error
    return _decode(content, file.name)


def _decode(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not UTF-8 text (byte {error.start}).") from error


if __name__ == "__main__":
    main()
