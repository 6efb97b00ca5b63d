"""Ways to turn a text of the development files, with the verdict that the turned text must get.

Whether a turn applies is seen in what the guardrail read; what must come out follows from what was turned.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from evaluation.items import GuardItem
from guardrails.findings import Verdict
from guardrails.guardrail import Guardrail

Turned = tuple[GuardItem, str] | None

_TO_NOT = re.compile(
    r"\b(should be|should receive|is recommended|are recommended|is indicated|are indicated|ought to be|must be)\b"
)
_NEGATED = {
    "should be": "should not be",
    "should receive": "should not receive",
    "is recommended": "is not recommended",
    "are recommended": "are not recommended",
    "is indicated": "is not indicated",
    "are indicated": "are not indicated",
    "ought to be": "ought not to be",
    "must be": "must not be",
}
_KRAS = re.compile(r"(wild[- ]type)|\b(mutant|mutated)\b", re.IGNORECASE)
_STATUS = re.compile(r"ras\b|mut|wild", re.IGNORECASE)
_CODON = re.compile(r"\b[gq]\d\d[a-z]\b|codon", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\d.,])(25 Gy|50\.4 Gy|1\.8|6 months|six months|2 to 3 cycles|93%|89%|17\.5%|233)")
_OTHER = {
    "25 Gy": "35 Gy",
    "50.4 Gy": "60.4 Gy",
    "1.8": "2.8",
    "6 months": "9 months",
    "six months": "nine months",
    "2 to 3 cycles": "7 to 8 cycles",
    "93%": "73%",
    "89%": "59%",
    "17.5%": "37.5%",
    "233": "433",
}


def _said(guardrail: Guardrail, item: GuardItem) -> Verdict:
    return guardrail.check(item.answer, question=item.question, patient=item.patient)


def negated(guardrail: Guardrail, item: GuardItem) -> Turned:
    """The one verb of the text advises what the algorithm recommends for some whom it covers."""
    found = list(_TO_NOT.finditer(item.answer))
    if item.verdict != "pass" or len(found) != 1:
        return None
    algorithm, known = guardrail.pack.algorithm, guardrail.pack.vocabulary.interventions
    for claim in _said(guardrail, item).claims:
        intervention = known.get(claim.intervention)
        if (
            claim.stance != "advised"
            or intervention is None
            or intervention.general
            or claim.action == "delay"
        ):
            continue
        if not claim.context_start <= found[0].start() < claim.context_end:
            continue
        covered = algorithm.mask(claim.condition) & algorithm.patients.known(item.patient)
        if any(
            d.strength in ("must", "recommend")
            and intervention.ancestors.intersection(d.interventions)
            and covered & algorithm.masks[d.id]
            for d in algorithm.directives
        ):
            break
    else:
        return None
    answer = _TO_NOT.sub(lambda m: _NEGATED[m[0]], item.answer)
    return item.model_copy(update={"answer": answer}), "block"


def _swap(text: str) -> str:
    return _KRAS.sub(lambda match: "mutant" if match[1] else "wild-type", text)


def swapped(guardrail: Guardrail, item: GuardItem) -> Turned:
    """The only thing wrong is the antibody for this mutation status: for the other status it is right."""
    blocks = [f for f in _said(guardrail, item).findings if f.severity == "block"]
    whole = f"{item.question or ''} {item.answer}"
    if item.verdict != "block" or not blocks or any(f.rule not in ("D07", "D08") for f in blocks):
        return None
    if len(_KRAS.findall(whole)) != 1 or _CODON.search(whole) or item.patient:
        return None
    question = None if item.question is None else _swap(item.question)
    return item.model_copy(update={"answer": _swap(item.answer), "question": question}), "pass"


def renumbered(guardrail: Guardrail, item: GuardItem) -> Turned:
    """A number of the guideline in its role becomes another one."""
    if item.verdict != "pass" or not item.category.startswith("quantity"):
        return None
    if len(_NUMBER.findall(item.answer)) != 1:
        return None
    answer = _NUMBER.sub(lambda match: _OTHER[match[0]], item.answer)
    return item.model_copy(update={"answer": answer}), "block"


def conditioned(guardrail: Guardrail, item: GuardItem) -> Turned:
    """The only thing wrong is that the condition is missing: with it, it is right."""
    blocks = [f for f in _said(guardrail, item).findings if f.severity == "block"]
    if item.verdict != "block" or len(blocks) != 1 or blocks[0].rule != "D08":
        return None
    if _STATUS.search(f"{item.question or ''} {item.answer}") or "kras" in item.patient:
        return None
    stop = re.search(r"(?=\s*(?:\[[^\]]*\])?[.;](?:\s|$))", item.answer[blocks[0].end :])
    if stop is None:
        return None
    at = blocks[0].end + stop.start()
    answer = f"{item.answer[:at]} only if the tumor is KRAS wild-type{item.answer[at:]}"
    return item.model_copy(update={"answer": answer}), "pass"


TURNS: Mapping[str, Callable[[Guardrail, GuardItem], Turned]] = {
    "negated": negated,
    "mutation status swapped": swapped,
    "number changed": renumbered,
    "missing condition added": conditioned,
}
