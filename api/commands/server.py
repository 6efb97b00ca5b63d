"""Commands about what is served: `serve` and `ingest`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.arguments import AsJson, Pack
from corpus.errors import InputError


def serve(
    host: Annotated[str | None, typer.Option(help="Address to serve on (127.0.0.1).")] = None,
    port: Annotated[int | None, typer.Option(help="Port to serve on (8000); 0 takes a free one.")] = None,
    pack: Pack = None,
) -> None:
    """Build the index if it is missing or stale, then serve API, portal page and widget."""
    from api.serving import run
    from api.settings import read_settings

    run(read_settings(host=host, port=port, pack=pack))


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
