"""Statements that a question names by their number: "what does 6.4 say?", "[3.3, 9.3]"."""

from __future__ import annotations

import re

from ingest.guideline import Guideline

_ID = r"\d{1,3}(?:\.\d{1,3})+"
_LIST = rf"{_ID}(?:\s*(?:,|;|/|&|and|or|vs\.?|versus)\s*{_ID})*"
# A number alone may be a measurement ("4.3 cm"); it names a statement when the words around it say so.
_BEFORE = (
    r"(?:statements?|sections?|recommendations?|points?|paragraphs?|items?|rules?|numbers?|nos?\.|§+|\#"
    r"|does|do|quote|explain|cite|see|show(?:\sme)?)\s*"
)
_AFTER = r"\s+(?:says?|saying|means?|states?|appl(?:y|ies)|covers?|recommends?|tells?|supports?)\b"
_NAMED = re.compile(
    rf"(?<![\w.])(?:{_BEFORE}(?P<told>{_LIST})|(?P<says>{_LIST})(?={_AFTER})"
    rf"|[\[(]\s*(?P<cited>{_LIST})\s*[\])]|\A\W*(?P<alone>{_LIST})\W*\Z)(?!\d)",
    re.IGNORECASE,
)
_ONE = re.compile(_ID)
_SHORT = r"an?|as|at|be|by|do|he|if|in|is|it|me|my|no|of|on|or|so|to|us|vs|we|i"
_UNIT = re.compile(rf"\.\d|\s*[%°]|\s*(?!(?:{_SHORT})\b)[a-zµ]{{1,2}}\b", re.IGNORECASE)


def named_statements(question: str, guideline: Guideline) -> tuple[str, ...]:
    """The ids of statements of `guideline` that `question` names, in the order of naming, once each."""
    named: dict[str, None] = {}
    for found in _NAMED.finditer(question):
        group = found.lastgroup or ""
        if group != "says" and _UNIT.match(question, found.end(group)):
            continue
        for one in _ONE.findall(found[group]):
            if guideline.statement(one) is not None:
                named[one] = None
    return tuple(named)
