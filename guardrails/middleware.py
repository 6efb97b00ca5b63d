"""The guardrail in any LangChain 1.x agent, by one line:

    create_agent(model, tools, middleware=[GuardrailMiddleware()])

Each message of the model is checked before anything else sees it, and again after the model (`after_model`) if
something else has changed it since. A message that does not pass is revised by the model, then replaced or refused.

What streaming gives: with `stream_mode` "updates", "values" and "messages" only what has passed comes out, and in
"messages" it comes at once when the model has ended, since the model's own tokens are kept back. What LangChain does
not let a middleware do: release a message sentence by sentence, and keep callbacks, tracers and `astream_events` from
the model's raw tokens. Do not hand those to a reader; for sentence by sentence there is `/api/chat` and `/v1`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Final, Literal

from langchain.agents.middleware import AgentMiddleware, AgentState, ModelRequest, ModelResponse
from langchain_core.messages import AIMessage, AnyMessage, BaseMessage, HumanMessage

from corpus import find_pack
from guardrails.findings import Verdict
from guardrails.guardrail import Guardrail
from guardrails.pack import load_pack
from guardrails.withheld import without_words

REFUSAL: Final = "This answer is withheld: it did not pass the check against the guideline."
_REVISE: Final = (
    "Your answer was checked against a clinical guideline and must not be shown as it is. What is wrong:\n{reasons}\n"
    "Answer again, correctly and completely, without mentioning this message."
)
_MARK: Final = "guiderail"
_HIDDEN: Final = "nostream"  # LangGraph's tag for a model whose tokens are not to be streamed

Action = Literal["none", "revised", "replaced", "blocked"]
Patient = Mapping[str, str] | Callable[[Mapping[str, Any]], Mapping[str, str]]
Handler = Callable[[ModelRequest[Any]], ModelResponse[Any]]
AsyncHandler = Callable[[ModelRequest[Any]], Awaitable[ModelResponse[Any]]]


class GuardrailMiddleware(AgentMiddleware[AgentState[Any], Any, Any]):
    """Lets an agent say only what the guardrail passes.

    guardrail: a Guardrail, or the id or folder of a pack; the first pack when None.
    revisions: how often the model may try again; 0 to refuse or replace at once.
    replacement: makes the text that takes a blocked message's place, from the question and the patient; without one
        the message becomes `refusal`.
    patient: the known facts, or a function that reads them from the agent's state.

    A message carries what was done in `response_metadata["guiderail"]`: verdict, action and findings, without
    the words that were withheld.
    """

    def __init__(
        self,
        guardrail: Guardrail | str | None = None,
        *,
        revisions: int = 1,
        replacement: Callable[[str, Mapping[str, str]], str] | None = None,
        patient: Patient | None = None,
        refusal: str = REFUSAL,
    ) -> None:
        super().__init__()
        if not isinstance(guardrail, Guardrail):
            guardrail = Guardrail(load_pack(find_pack(guardrail)))
        self._guardrail, self._revisions = guardrail, revisions
        self._replacement, self._patient, self._refusal = replacement, patient or {}, refusal

    def wrap_model_call(self, request: ModelRequest[Any], handler: Handler) -> ModelResponse[Any]:
        request, blocked = _kept_back(request), list[str]()
        while True:
            response = handler(request)
            verdict = self._judge(response, request)
            if verdict is None or verdict.verdict == "pass":
                return self._passed(response, verdict, blocked)
            blocked.append(_said(response))
            if len(blocked) > self._revisions:
                return self._instead(response, verdict, blocked, request)
            request = _revising(request, response, verdict)

    async def awrap_model_call(self, request: ModelRequest[Any], handler: AsyncHandler) -> ModelResponse[Any]:
        request, blocked = _kept_back(request), list[str]()
        while True:
            response = await handler(request)
            verdict = self._judge(response, request)
            if verdict is None or verdict.verdict == "pass":
                return self._passed(response, verdict, blocked)
            blocked.append(_said(response))
            if len(blocked) > self._revisions:
                return self._instead(response, verdict, blocked, request)
            request = _revising(request, response, verdict)

    def after_model(self, state: AgentState[Any], runtime: Any) -> dict[str, Any] | None:
        """Withholds a message that came past the model call, or that was changed since it passed."""
        messages = state["messages"]
        last = messages[-1] if messages else None
        if not isinstance(last, AIMessage) or not (text := _text(last)):
            return None
        mark = last.response_metadata.get(_MARK)
        if mark is not None and mark["checked"] == _digest(text):
            return None
        verdict = self._check(text, _question(messages), state)
        if verdict.verdict == "pass":
            return None
        return {"messages": [self._message(last, self._refusal, verdict, "blocked", [text])]}

    async def aafter_model(self, state: AgentState[Any], runtime: Any) -> dict[str, Any] | None:
        return self.after_model(state, runtime)

    def _judge(self, response: ModelResponse[Any], request: ModelRequest[Any]) -> Verdict | None:
        """The verdict on all that the model says; None when it says nothing."""
        text = _said(response)
        return self._check(text, _question(request.state["messages"]), request.state) if text else None

    def _check(self, text: str, question: str, state: Mapping[str, Any]) -> Verdict:
        return self._guardrail.check(text, question=question or None, patient=self._known(state))

    def _known(self, state: Mapping[str, Any]) -> Mapping[str, str]:
        return self._patient(state) if callable(self._patient) else self._patient

    def _passed(
        self, response: ModelResponse[Any], verdict: Verdict | None, blocked: Sequence[str]
    ) -> ModelResponse[Any]:
        if verdict is None:
            return response
        action: Action = "revised" if blocked else "none"
        result = [
            self._message(m, None, verdict, action, blocked) if isinstance(m, AIMessage) else m
            for m in response.result
        ]
        return ModelResponse(result=result, structured_response=response.structured_response)

    def _instead(
        self,
        response: ModelResponse[Any],
        verdict: Verdict,
        blocked: Sequence[str],
        request: ModelRequest[Any],
    ) -> ModelResponse[Any]:
        question, text, action = _question(request.state["messages"]), self._refusal, "blocked"
        if self._replacement is not None:
            replacement = self._replacement(question, self._known(request.state))
            if self._check(replacement, question, request.state).verdict == "pass":
                text, action = replacement, "replaced"
        last = next(m for m in reversed(response.result) if isinstance(m, AIMessage))
        # Calls of tools go with the text: what was to be done next was decided in the same breath.
        message = self._message(last, text, verdict, action, blocked)  # type: ignore[arg-type]
        return ModelResponse(result=[message], structured_response=None)

    def _message(
        self, message: AIMessage, text: str | None, verdict: Verdict, action: Action, blocked: Sequence[str]
    ) -> AIMessage:
        """The message with the text, or its own when None, and the mark of what was done."""
        shown = _text(message) if text is None else text
        findings = [without_words(f, blocked).to_json() for f in verdict.findings]
        mark = {"verdict": verdict.verdict, "action": action, "findings": findings, "checked": _digest(shown)}
        metadata = {**message.response_metadata, _MARK: mark}
        if text is None:
            return message.model_copy(update={"response_metadata": metadata})
        return AIMessage(content=text, id=message.id, response_metadata={_MARK: mark})


def _kept_back(request: ModelRequest[Any]) -> ModelRequest[Any]:
    tags = [*(request.model.tags or ()), _HIDDEN]
    return request.override(model=request.model.model_copy(update={"tags": tags}))


def _revising(
    request: ModelRequest[Any], response: ModelResponse[Any], verdict: Verdict
) -> ModelRequest[Any]:
    reasons = "\n".join(dict.fromkeys(f"- {f.message}" for f in verdict.findings if f.severity == "block"))
    said: list[AnyMessage] = [AIMessage(content=_said(response))]
    return request.override(
        messages=[*request.messages, *said, HumanMessage(content=_REVISE.format(reasons=reasons))]
    )


def _said(response: ModelResponse[Any]) -> str:
    """All that a response says: its texts, and the strings of a structured one."""
    texts = [_text(message) for message in response.result if isinstance(message, AIMessage)]
    if response.structured_response is not None:
        texts.extend(_strings(response.structured_response))
    return "\n\n".join(text for text in texts if text)


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [text for each in value.values() for text in _strings(each)]
    if isinstance(value, list | tuple):
        return [text for each in value for text in _strings(each)]
    if hasattr(value, "__dict__"):
        return _strings(vars(value))
    return []


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _question(messages: Sequence[BaseMessage]) -> str:
    return next((_text(m) for m in reversed(messages) if isinstance(m, HumanMessage)), "")


def _text(message: BaseMessage) -> str:
    return str(message.text).strip()
