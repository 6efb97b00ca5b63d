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
    _log_to_stderr()
    listener = _listen(settings)
    service = open_service(settings, terminal.Bar("building the index"))
    config = uvicorn.Config(create_app(service), log_config=None, timeout_graceful_shutdown=10)
    host, port = listener.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    title = service.library.guideline.title
    sentence = f"Guiderail serves {title!r} on http://{shown}:{port} (Ctrl+C stops it)"
    terminal.err.print(sentence, highlight=False, soft_wrap=True)
    uvicorn.Server(config).run(sockets=[listener])


def _log_to_stderr() -> None:
    """Requests, and what the server itself has to say; of libraries, which may log what they get, warnings only."""
    formatter = logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s")
    for name, level in (("", logging.WARNING), ("guiderail", logging.INFO), ("uvicorn.access", logging.INFO)):
        handler = logging.StreamHandler()
        handler.setLevel(level)
        handler.setFormatter(formatter)
        logger = logging.getLogger(name)
        logger.addHandler(handler)
        logger.propagate = False
        if name:
            logger.setLevel(level)


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        listener = socket.create_server((settings.host, settings.port), family=family, backlog=2048)
    except OSError as error:
        raise InputError(
            f"Port {settings.port} of {settings.host!r} cannot be used ({os.strerror(error.errno or 0)}); "
            "choose others with --host and --port."
        ) from error
    listener.set_inheritable(True)
    return listener
