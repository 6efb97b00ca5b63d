"""The command that serves other people's agents: `mcp`."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.arguments import Pack
from corpus.errors import InputError


def mcp(
    http: Annotated[bool, typer.Option("--http", help="Serve over HTTP at /mcp instead of stdio.")] = False,
    host: Annotated[str | None, typer.Option(help="Address to serve on (127.0.0.1).")] = None,
    port: Annotated[int, typer.Option(help="Port to serve on.")] = 8001,
    pack: Pack = None,
) -> None:
    """Serve ask, check_text and read_statement to agents by the Model Context Protocol."""
    from api.settings import read_settings

    try:
        import mcp.server.mcpserver  # noqa: F401
    except ImportError as error:
        raise InputError("This needs its package; install it with: pip install 'guiderail[mcp]'.") from error
    from api.mcp_server import serve

    serve(read_settings(host=host, port=port, pack=pack), http=http)
