"""Conditions over facts: the boolean algebra that texts, directives and checks share.

A condition says nothing of how it is evaluated; `guardrails.algorithm` turns one into the
set of patients in whom it holds. Its text form is what stands in a pack's files::

    >>> str(parse_condition("not (a = yes or b = no) and c = x", {}))
    'not (a = yes or b = no) and c = x'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact about a patient: an axis of the algorithm and one of its values."""

    name: str
    value: str

    def __str__(self) -> str:
        return f"{self.name} = {self.value}"


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; without parts it always holds."""

    parts: tuple[Condition, ...] = ()

    def __str__(self) -> str:
        return " and ".join(_wrap(p) for p in self.parts) or "always"


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds; without parts it never holds."""

    parts: tuple[Condition, ...] = ()

    def __str__(self) -> str:
        return " or ".join(_wrap(p) for p in self.parts) or "never"


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition

    def __str__(self) -> str:
        return f"not {_wrap(self.part)}"


Condition = Fact | All | Any | Not
ALWAYS = All()
NEVER = Any()


def _wrap(part: Condition) -> str:
    return f"({part})" if isinstance(part, (All, Any)) and len(part.parts) > 1 else str(part)


def both(*parts: Condition) -> Condition:
    """The conjunction, flattened, without doubles."""
    flat: list[Condition] = []
    for part in parts:
        for p in part.parts if isinstance(part, All) else (part,):
            if p not in flat:
                flat.append(p)
    return flat[0] if len(flat) == 1 else All(tuple(flat))


def either(*parts: Condition) -> Condition:
    """The disjunction, flattened, without doubles."""
    flat: list[Condition] = []
    for part in parts:
        for p in part.parts if isinstance(part, Any) else (part,):
            if p not in flat:
                flat.append(p)
    if ALWAYS in flat:
        return ALWAYS
    return flat[0] if len(flat) == 1 else Any(tuple(flat))


def negation(part: Condition) -> Condition:
    """The complement, without a double `not`."""
    if isinstance(part, Not):
        return part.part
    if part == ALWAYS:
        return NEVER
    if part == NEVER:
        return ALWAYS
    return Not(part)


def facts_of(condition: Condition) -> Iterator[Fact]:
    """Every fact that the condition mentions, in order."""
    if isinstance(condition, Fact):
        yield condition
    elif isinstance(condition, Not):
        yield from facts_of(condition.part)
    else:
        for part in condition.parts:
            yield from facts_of(part)


def axes_of(condition: Condition) -> frozenset[str]:
    """The names of the facts that the condition is about."""
    return frozenset(f.name for f in facts_of(condition))


def excludes(first: Condition, second: Condition) -> bool:
    """Whether no patient can be in both, as far as single facts show: "a = x" and "a = y"."""
    return any(
        axis == other and not values & others
        for axis, values in _single_facts(first)
        for other, others in _single_facts(second)
    )


def _single_facts(condition: Condition) -> Iterator[tuple[str, frozenset[str]]]:
    """The parts of a conjunction that speak of one fact, with the values they allow."""
    for part in condition.parts if isinstance(condition, All) else (condition,):
        facts = (part,) if isinstance(part, Fact) else part.parts if isinstance(part, Any) else ()
        plain = [f for f in facts if isinstance(f, Fact)]
        if plain and len(plain) == len(facts) and len({f.name for f in plain}) == 1:
            yield plain[0].name, frozenset(f.value for f in plain)


_TOKEN = re.compile(r"\s*(\(|\)|=|[A-Za-z_][\w]*)")


def parse_condition(text: str, named: Mapping[str, Condition]) -> Condition:
    """Parse ``a = x and not (b = y or named)``; raises ValueError with one sentence."""
    tokens: list[str] = []
    position = 0
    stripped = text.strip()
    while position < len(stripped):
        match = _TOKEN.match(stripped, position)
        if match is None:
            raise ValueError(f"cannot read {stripped[position:]!r} in the condition {text!r}")
        tokens.append(match.group(1))
        position = match.end()
    parser = _Parser(tokens, named, text)
    condition = parser.disjunction()
    if parser.position != len(tokens):
        raise ValueError(f"unexpected {tokens[parser.position]!r} in the condition {text!r}")
    return condition


class _Parser:
    def __init__(self, tokens: list[str], named: Mapping[str, Condition], text: str) -> None:
        self.tokens, self.named, self.text, self.position = tokens, named, text, 0

    def peek(self) -> str:
        return self.tokens[self.position] if self.position < len(self.tokens) else ""

    def take(self) -> str:
        token = self.peek()
        if not token:
            raise ValueError(f"the condition {self.text!r} ends too early")
        self.position += 1
        return token

    def disjunction(self) -> Condition:
        parts = [self.conjunction()]
        while self.peek() == "or":
            self.take()
            parts.append(self.conjunction())
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def conjunction(self) -> Condition:
        parts = [self.atom()]
        while self.peek() == "and":
            self.take()
            parts.append(self.atom())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def atom(self) -> Condition:
        token = self.take()
        if token == "not":
            return Not(self.atom())
        if token == "(":
            inner = self.disjunction()
            if self.take() != ")":
                raise ValueError(f"a parenthesis is not closed in the condition {self.text!r}")
            return inner
        if token == "always":
            return ALWAYS
        if token == "never":
            return NEVER
        if self.peek() == "=":
            self.take()
            return Fact(token, self.take())
        if token in self.named:
            return self.named[token]
        raise ValueError(f"{token!r} is neither a fact with a value nor a named condition in {self.text!r}")
