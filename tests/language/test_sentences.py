"""The reader on annotated sentences."""

from __future__ import annotations

import pytest

from guardrails.pack import Pack
from language.condition import parse_condition
from language.numbers import numbers
from tests.language.sentences import CLAIMS, NOTES, NUMBERS

_SIGNS = {"advised": "+", "weakly advised": "+", "against": "-", "not needed": "-", "ranked below": "-"}


@pytest.mark.parametrize(("text", "intervention", "sign", "condition"), CLAIMS)
def test_a_claim_is_read(pack: Pack, text: str, intervention: str, sign: str, condition: str) -> None:
    claims = [c for c in pack.reader.read(text).claims if c.intervention == intervention and not c.implied]
    if sign == "~":
        assert all(_SIGNS.get(c.stance, "~") == "~" for c in claims), claims
        return
    algorithm = pack.algorithm
    expected = algorithm.mask(parse_condition(condition, algorithm.named))
    said = [(_SIGNS.get(c.stance), algorithm.mask(c.condition) & algorithm.mask(c.asserted)) for c in claims]
    assert (sign, expected) in said, claims


@pytest.mark.parametrize(("note", "facts"), NOTES)
def test_the_facts_of_a_note_are_read(pack: Pack, note: str, facts: dict[str, str]) -> None:
    algorithm = pack.algorithm
    mask = algorithm.everyone
    for fact in pack.reader.read(note).facts:
        if not fact.someone_else:
            mask &= algorithm.mask(fact.condition)
    assert mask, "the facts exclude each other"
    assert algorithm.patients.facts(mask) == facts


@pytest.mark.parametrize(("text", "quantities"), NUMBERS)
def test_quantities_are_read(text: str, quantities: tuple[tuple[str, float, float], ...]) -> None:
    found = sorted((n.kind, n.low, n.high) for n in numbers(text, 0, 0))
    assert found == sorted(quantities)


@pytest.mark.parametrize(("text", "quantities"), NUMBERS)
def test_a_quantity_points_at_its_characters(
    pack: Pack, text: str, quantities: tuple[tuple[str, float, float], ...]
) -> None:
    whole = f"“Note” – it is {text} here."
    read = pack.reader.read(whole).numbers
    assert {n.kind for n in read} == {kind for kind, _, _ in quantities}
    assert all(whole[n.start : n.end] in text for n in read)
