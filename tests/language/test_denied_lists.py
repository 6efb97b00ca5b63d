"""A denial reaches over a list of words that the reader does not know, and no further."""

from __future__ import annotations

import pytest

from guardrails.pack import Pack
from language.condition import Fact, facts_of

DENIED = [
    "She denies perforation, chills, or other complaints.",
    "No murmurs, perforation, or rubs.",
    "There was no nausea, vomiting, bleeding, or fever.",
    "Negative for fever, bleeding and jaundice.",
    "The patient has no history of ulcers, gallstones, bleeding, or hepatitis.",
    "The wound shows no erythema, drainage, bleeding, swelling, or dehiscence.",
    "Her perforation from last week has resolved.",
    "Perforation was ruled out.",
]
STATED = [
    "There is bleeding but no pain.",
    "No fever; bleeding continues.",
    "She has bleeding, no fever, and chills.",
    "Rectal bleeding without anaemia.",
]


def _signs(pack: Pack, text: str) -> set[Fact]:
    plain = {f.condition for f in pack.reader.read(text).facts if isinstance(f.condition, Fact)}
    return {f for c in plain for f in facts_of(c) if f.value == "yes"}


@pytest.mark.parametrize("text", DENIED)
def test_what_a_list_denies_is_no_fact(pack: Pack, text: str) -> None:
    assert not _signs(pack, text)


@pytest.mark.parametrize("text", STATED)
def test_what_stands_outside_of_the_denial_is_one(pack: Pack, text: str) -> None:
    assert _signs(pack, text)
