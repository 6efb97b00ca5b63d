"""False premises: numbers that a message gives otherwise than the guideline."""

from __future__ import annotations

from answering.ask import Ask
from answering.question import Question
from guardrails.guardrail import Guardrail


def mistaken(question: Question, message: str, guardrail: Guardrail) -> tuple[str, ...]:
    """The statements whose numbers the message gives otherwise; a question is read as what it asks about."""
    if not question.reading.numbers:
        return ()
    told = [s for n, s in enumerate(question.reading.sentences) if n not in question.ask_sentences]
    texts = [question.reading.text[s.start : s.end] for s in told]
    for n in (
        question.ask_sentences
    ):  # "The study found 39%, which is why ..., right?": what stands before the ask
        span = question.reading.sentences[n]
        rest = question.reading.text[span.start : span.end]
        for ask in question.asks:
            rest = rest.replace(ask.text, "") if "confirm" in ask.kinds else rest
        texts += [rest] if rest != question.reading.text[span.start : span.end] else []
    texts += [ask.proposal.text for ask in question.asks if ask.proposal is not None and ask.values]
    findings = [f for text in texts for f in guardrail.check(text, question=message).findings]
    return tuple(
        dict.fromkeys(
            s for f in findings if f.kind == "quantity" and f.severity == "block" for s in f.sources
        )
    )


def may_be_mistaken(ask: Ask) -> bool:
    """Whether an ask stands for numbers: its own, or those of what it wants confirmed."""
    return ask.implicit or "confirm" in ask.kinds or (ask.polar and (bool(ask.values) or ask.refers))
