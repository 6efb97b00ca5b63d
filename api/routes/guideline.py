"""What is served: the guideline's text, its algorithm for a patient, its passages, and what a page needs to know."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from api.algorithm_view import view
from api.bodies import AlgorithmBody, RetrieveBody, check_patient
from api.notice import notice
from api.service import Library, Service
from api.settings import MESSAGE_LIMIT, TEXT_LIMIT
from ingest.guideline import Guideline, Statement


def router(service: Service) -> APIRouter:
    routes = APIRouter(tags=["guideline"])
    text, config = guideline_json(service.library.guideline), config_json(service.library)

    @routes.get("/api/guideline", summary="The whole guideline")
    async def guideline() -> JSONResponse:
        """Its sections with their statements, verbatim."""
        return JSONResponse(text)

    @routes.get("/api/config", summary="What a page needs to know")
    async def configuration() -> JSONResponse:
        """The guideline, the facts with their values and questions, suggested questions, the notice, the limits."""
        return JSONResponse(config)

    @routes.post("/api/algorithm", summary="The algorithm for a patient")
    async def algorithm(body: AlgorithmBody) -> JSONResponse:
        """Which directives hold for these facts, which are open and by which fact, which are excluded."""
        check_patient(body.patient, service.library.algorithm)
        return JSONResponse(await service.work(view, service.library.algorithm, body.patient))

    @routes.post("/api/retrieve", summary="Find passages")
    async def retrieve(body: RetrieveBody) -> JSONResponse:
        """The statements that bear most on a query, with score and rank in each ranking."""
        passages = await service.work(service.desk.search, body.query, body.k)
        return JSONResponse({"passages": list(passages)})

    return routes


def guideline_json(guideline: Guideline) -> dict[str, Any]:
    return {
        "id": guideline.id,
        "title": guideline.title,
        "version": guideline.version,
        "population": guideline.population,
        "sections": [
            {
                "path": list(path),
                "statements": [_statement(s) for s in guideline.statements if s.section == path],
            }
            for path in guideline.sections
        ],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    evidence = statement.evidence
    return {
        "id": statement.id,
        "text": statement.text,
        "references": list(statement.references),
        "evidence": None if evidence is None else {"level": evidence.level, "grade": evidence.grade},
        "section": " > ".join(statement.section),
    }


def config_json(library: Library) -> dict[str, Any]:
    guideline, algorithm = library.guideline, library.algorithm
    return {
        "name": "Guiderail",
        "language": "en",
        "guideline": {
            "id": guideline.id,
            "title": guideline.title,
            "version": guideline.version,
            "population": guideline.population,
        },
        "facts": [
            {
                "name": axis.name,
                "label": axis.label,
                "question": axis.question,
                "values": [{"value": value, "label": label} for value, label in axis.values.items()],
            }
            for axis in algorithm.facts
        ],
        "suggestions": list(library.suggestions),
        "notice": notice(guideline),
        "directives": len(algorithm.directives),
        "limits": {"message": MESSAGE_LIMIT, "text": TEXT_LIMIT},
    }
