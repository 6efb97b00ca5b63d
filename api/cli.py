"""The command line, `guiderail`.

Exit codes: 0 fine; 1 the check or evaluation found what it looks for; 2 bad usage or input; 70 a fault of ours.
What a command needs is imported when it runs, so that `--help` answers at once.
"""

from __future__ import annotations

import sys
import traceback

import typer

from api.commands.agents import mcp
from api.commands.checks import check, evaluate, verify
from api.commands.questions import ask, replay, search, show
from api.commands.server import ingest, serve
from corpus.errors import GuiderailError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Answers from one guideline, each checked against its core algorithm before it is shown.",
)

for command in (serve, ingest, ask, check, verify, search, show, replay, mcp):
    app.command()(command)
app.command("eval")(evaluate)


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


if __name__ == "__main__":
    main()
