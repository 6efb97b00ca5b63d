"""What a text goes on to say about whom its advice is for: "A can be added. It is only for those with B." """

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from language.condition import axes_of, both, negation
from language.reading import Claim

_REACH = 4  # sentences


def limited(said: Sequence[Claim], new: Sequence[Claim]) -> list[Claim]:
    """All claims, those made before in the light of the rules that a sentence adds.

    Advice that says nothing about a finding does not hold for those whom the next sentences exempt
    because of it. It is noted as what the text asserts: of a patient who is known to be one of them, the
    advice stays what it was.
    """
    rules = [
        c for c in new if (c.advises or c.stance == "against") and c.action == "give" and axes_of(c.condition)
    ]
    if not rules:
        return [*said, *new]
    return [
        *(_under(c, rules) for c in said),
        *(_under(c, [r for r in rules if r.context_start > c.context_start]) for c in new),
    ]


def _under(claim: Claim, rules: Sequence[Claim]) -> Claim:
    if not (claim.advises or claim.opposes) or claim.universal or claim.action != "give":
        return claim
    for rule in rules:
        if (
            rule.intervention == claim.intervention
            and (rule.stance == "against" if claim.advises else _allows(rule, claim))
            and rule.sentence - claim.sentence <= _REACH
            and axes_of(rule.condition) - axes_of(claim.condition)
        ):
            claim = replace(claim, asserted=both(claim.asserted, negation(rule.condition)), bare=False)
    return claim


def _allows(rule: Claim, claim: Claim) -> bool:
    """ "A has no place here. If it is so, A can be considered.": said outright, and in a sentence of its own."""
    return (
        rule.stance in {"advised", "weakly advised"}
        and not rule.implied
        and not claim.strong
        and (rule.sentence > claim.sentence or claim.stance == "not needed")
    )
