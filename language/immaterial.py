"""Findings that a clause names and that are no condition of it: told apart, or of any kind."""

from __future__ import annotations

from collections.abc import Sequence

from language.tags import FactTag, Tagged


def is_contrast(sentence: Tagged, fact: FactTag) -> bool:
    """ "In contrast to such disease, ...", "unlike such disease, ...": what is said is of others."""
    opening = sentence.words[: fact.first]
    return (
        len(opening) <= 5
        and (
            opening[:1] == ["unlike"]
            or opening[:2] in (["in", "contrast"], ["as", "opposed"], ["contrary", "to"])
        )
        and "," in sentence.words[fact.last : fact.last + 4]
    )


def or_any(behind: Sequence[str]) -> bool:
    """ "in such disease or in any other": it does not matter that it is so."""
    rest = [w for w in behind if w not in {",", "in", "for", "with", "the", "of", "line"}]
    return (
        rest[:1] == ["or"]
        and rest[1:2] in (["any"], ["every"], ["another"], ["all"])
        and rest[2:3] in (["other"], ["others"], ["later"], ["subsequent"], ["one"], [])
    )


def is_defined(behind: Sequence[str]) -> bool:
    """ "The conversion of A to B is a goal": what such a finding is in general, and nobody has it."""
    return any(
        word in {"is", "are", "remains"} and behind[at + 1 : at + 2] in (["a"], ["an"], ["the"], ["one"])
        for at, word in enumerate(behind)
    )
