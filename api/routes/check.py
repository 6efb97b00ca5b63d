"""The guardrail over any text, whoever wrote it."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from api.bodies import BatchBody, CheckBody, check_patient
from api.service import Service

_EXAMPLE = {
    "verdict": "block",
    "findings": [
        {
            "kind": "contradiction",
            "severity": "block",
            "rule": "D08",
            "text": "the words it is about",
            "start": 0,
            "end": 21,
            "message": "One plain sentence.",
            "counterexample": {"marker": "present"},
            "sources": ["2.1"],
        }
    ],
    "claims": [],
}


def router(service: Service) -> APIRouter:
    routes = APIRouter(tags=["guardrail"])

    def verdict(text: CheckBody) -> dict[str, Any]:
        found = service.checker.check(text.answer, text.question, text.patient)
        service.metrics.checked(found)
        return found

    @routes.post(
        "/api/check",
        summary="Check a text",
        responses={200: {"content": {"application/json": {"example": _EXAMPLE}}}},
    )
    async def check(body: CheckBody) -> JSONResponse:
        """The verdict on a text against the guideline's algorithm; needs neither index nor model."""
        check_patient(body.patient, service.library.algorithm)
        return JSONResponse(await service.work(verdict, body))

    @routes.post("/api/check/batch", summary="Check many texts")
    async def batch(body: BatchBody) -> JSONResponse:
        """`{"verdicts": [...]}` in the order of the texts."""
        for text in body.texts:
            check_patient(text.patient, service.library.algorithm)
        return JSONResponse({"verdicts": [await service.work(verdict, text) for text in body.texts]})

    return routes
