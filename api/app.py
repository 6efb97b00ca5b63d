"""The HTTP application: routes, errors, who may call, what is measured."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress

from fastapi import APIRouter, Depends, FastAPI
from fastapi.middleware.cors import CORSMiddleware
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import openai_face, problems
from api.access import gate
from api.metrics import Measured
from api.problems import Failures, Limited
from api.routes import chat, check, guideline, pages, probes
from api.service import Service
from api.version import VERSION
from corpus.errors import GuiderailError

log = logging.getLogger("guiderail")

# The largest request: a batch of texts, each character as a JSON escape.
BODY_LIMIT = 4_000_000

_LOOPBACK = r"https?://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?"
_DAY = 24 * 3600


def create_app(service: Service, *more: APIRouter) -> FastAPI:
    """The application for one service; `more` are further routers that need the same token as /api."""
    app = FastAPI(
        title="Guiderail",
        version=VERSION,
        description="Answers from one guideline, each checked against its core algorithm before it is shown.",
        lifespan=_lifespan(service),
        docs_url=None,  # the framework's page loads its script from elsewhere; ours is in routes/pages.py
        redoc_url=None,
        redirect_slashes=False,
        # Its spans and logs would hold what was asked.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    problems.install(app)
    gated = [Depends(gate(service.settings))]
    for module in (chat, check, guideline, openai_face):
        app.include_router(module.router(service), dependencies=gated)
    for router in more:
        app.include_router(router, dependencies=gated)
    app.include_router(probes.router(service))
    app.include_router(pages.router(service))
    # The last one added is the outermost; errors are made inside of CORS, so that allowed pages can read them.
    app.add_middleware(Failures)
    app.add_middleware(Limited, limit=BODY_LIMIT)
    app.add_middleware(_Headers)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=list(service.settings.origins),
        allow_origin_regex=_LOOPBACK if service.settings.on_loopback else None,
        allow_methods=["GET", "POST", "DELETE"],
        allow_headers=["authorization", "content-type"],
        expose_headers=["retry-after"],
        max_age=600,
    )
    app.add_middleware(Measured, metrics=service.metrics)
    return app


class _Headers:
    """Headers that every response carries."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "no-referrer"
                if scope["path"].startswith(("/api/", "/v1/")):
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self.app(scope, receive, add)


def _lifespan(service: Service) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        service.start_loading()
        purging = asyncio.create_task(_purge_daily(service))
        yield
        purging.cancel()
        with suppress(asyncio.CancelledError):
            await purging
        service.store.close()

    return lifespan


async def _purge_daily(service: Service) -> None:
    while days := service.settings.retention_days:
        try:
            gone = await asyncio.to_thread(service.store.purge, days)
            if gone:
                log.info("deleted %d conversations that were not continued for %d days", gone, days)
        except GuiderailError as error:
            log.error("could not delete old conversations: %s", error)
        await asyncio.sleep(_DAY)
