"""A contradiction in one plain sentence: what the text says, what the guideline says, and of whom."""

from __future__ import annotations

from collections.abc import Mapping

from guardrails.algorithm import Algorithm, Directive
from guardrails.findings import Finding
from language.reading import Claim
from language.vocabulary import Vocabulary

_VERBS = {
    "must": "requires",
    "recommend": "recommends",
    "consider": "tells to consider",
    "avoid": "advises against",
}


def contradiction(
    algorithm: Algorithm,
    vocabulary: Vocabulary,
    claim: Claim,
    directive: Directive,
    bad: int,
    known: Mapping[str, str],
    text: str,
) -> Finding:
    """The finding for a claim that some of the patients `bad` (a mask) hear against a directive.

    The counterexample is the one nearest to the `known` facts.
    """
    patient = algorithm.patients.counterexample(bad, known)
    label, verb = vocabulary.interventions[claim.intervention].label, _VERBS[directive.strength]
    if claim.action == "delay" and claim.advises:
        said = f"The text puts off {label}"
    elif claim.stance == "not recognised":
        said = f"The text brings up {label} without a stance that could be recognised, which counts as advice"
    elif claim.advises:
        said = f"The text advises {label}"
    else:
        said = f"The text speaks against {label}"
    who = algorithm.words(patient)
    title = directive.title
    title = title[0].lower() + title[1:] if title[1:2].islower() else title
    message = (
        f"{said}, but the guideline {verb} {title} "
        f"({', '.join(directive.sources)}) for this patient: {who or 'anyone'}."
    )
    a, b = claim.start, claim.end
    return Finding(
        "contradiction",
        "block",
        directive.id,
        text[a:b],
        a,
        b,
        message,
        patient,
        directive.sources,
        claim.cues,
    )
