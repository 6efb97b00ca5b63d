"""Questions, answers, and what is kept of them."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse, StreamingResponse

from api.bodies import ChatBody, FeedbackBody, check_patient
from api.service import Service
from api.stream import written
from api.turns import Turns, begun, whole

_EXAMPLE = {
    "conversation_id": "Zk3…",
    "answer_id": "a-0f…",
    "status": "answered",
    "answer": "Yes: the marker is absent [2.1].",
    "citations": [
        {
            "id": "2.1",
            "section": "Treatment > First line",
            "quote": "the statement, verbatim",
            "references": [1],
            "evidence": {"level": "I", "grade": "A"},
        }
    ],
    "patient": {"marker": "absent"},
    "missing": [{"fact": "fitness", "question": "How fit is the patient?", "changes": ["…"], "values": []}],
    "guardrail": {"verdict": "pass", "action": "none", "findings": [], "checked": 28},
    "drafted_by": "guideline",
    "versions": {"guideline": "…", "algorithm": "…", "index": "…", "model": "…", "program": "…"},
    "notice": None,
}


def router(service: Service) -> APIRouter:
    routes = APIRouter(tags=["questions"])
    turns = Turns(service)

    @routes.post(
        "/api/chat",
        summary="Ask a question",
        responses={
            200: {
                "description": 'The answer; with `"stream": true` as server-sent events '
                "(meta, sources, sentence, finding, done, error).",
                "content": {"application/json": {"example": _EXAMPLE}, "text/event-stream": {}},
            }
        },
    )
    async def chat(body: ChatBody) -> Response:
        """Answered from the guideline, checked by the guardrail, recorded. Without a conversation id one begins."""
        check_patient(body.patient, service.library.algorithm)
        if not body.stream:
            return JSONResponse(await whole(turns.events(body)))
        events = await begun(turns.events(body))
        return StreamingResponse(
            written(events),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )

    @routes.delete("/api/conversations/{conversation_id}", status_code=204, summary="Delete a conversation")
    async def delete(conversation_id: str) -> None:
        """Deletes its questions, answers and ratings for good."""
        await service.work(service.store.delete, conversation_id)

    @routes.get("/api/answers/{answer_id}", summary="A recorded answer with everything it rested on")
    async def answer(answer_id: str, draft: bool = False) -> JSONResponse:
        """The question, what was known before, the final answer and the versions.

        With `?draft=true` also what a language model wrote, blocked sentences among it.
        """
        record = (await service.work(service.store.record, answer_id)).to_json()
        if not draft:
            del record["draft"]
        return JSONResponse(record)

    @routes.post("/api/feedback", status_code=204, summary="Rate an answer")
    async def feedback(body: FeedbackBody) -> None:
        """A thumb up or down, with a reason; a later rating of the same answer replaces it."""
        await service.work(service.store.rate, body.answer_id, body.rating, body.reason)
        service.metrics.rated(body.rating)

    return routes
