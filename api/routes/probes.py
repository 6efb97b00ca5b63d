"""For those who watch the server: alive, ready, measures."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST

from api.service import Service
from corpus.errors import GuiderailError


def router(service: Service) -> APIRouter:
    routes = APIRouter(tags=["server"])

    @routes.get("/healthz", summary="Alive")
    async def healthz() -> JSONResponse:
        """200 as soon as the process answers."""
        return JSONResponse({"status": "alive"})

    @routes.get("/readyz", summary="Ready")
    async def readyz() -> JSONResponse:
        """200 when index and model are loaded and give what they must, tried anew each time; else 503 and why."""
        try:
            await service.work(service.desk.verify)
        except GuiderailError:
            service.metrics.ready(False)
            raise
        service.metrics.ready(True)
        return JSONResponse({"status": "ready"})

    @routes.get("/metrics", summary="Prometheus metrics")
    async def metrics() -> Response:
        """Counts and times; no text, no id, no fact of a patient."""
        return Response(service.metrics.text(), media_type=CONTENT_TYPE_LATEST)

    return routes
