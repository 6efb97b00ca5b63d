"""`guiderail serve`: one process, one port, and a bar while the index is being built."""

from __future__ import annotations

import logging
import os
import socket

import uvicorn

from api import terminal
from api.app import create_app
from api.settings import Settings
from api.wiring import open_service
from corpus.errors import InputError


def run(settings: Settings) -> None:
    """Serve until told to stop. Raises GuiderailError when pack, database or port cannot be used."""
    os.environ["ANONYMIZED_TELEMETRY"] = "False"
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    listener = _listen(settings)
    with terminal.progress("building the index") as tell:
        service = open_service(settings, tell)
        config = uvicorn.Config(create_app(service), log_config=None, timeout_graceful_shutdown=10)
        host, port = listener.getsockname()[:2]
        shown = f"[{host}]" if ":" in host else host
        title = service.library.guideline.title
        terminal.err.print(
            f"Guiderail serves {title!r} on http://{shown}:{port} (Ctrl+C stops it)", highlight=False
        )
        uvicorn.Server(config).run(sockets=[listener])


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        listener = socket.create_server((settings.host, settings.port), family=family, backlog=2048)
    except OSError as error:
        raise InputError(
            f"Port {settings.port} of {settings.host!r} cannot be used ({error.strerror or error}); "
            "choose others with --host and --port."
        ) from error
    listener.set_inheritable(True)
    return listener
