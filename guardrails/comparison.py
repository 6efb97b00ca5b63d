"""When a number of a text is the guideline's number, and what is said when it is not."""

from __future__ import annotations

from guardrails.algorithm import Quantity
from guardrails.findings import Finding
from language.reading import Number

_TOLERANCE = 0.051  # rounding: 50 for 50.4 is within the range anyway
_ABOUT = 3.6  # "about", "nine in ten"


def fits(n: Number, q: Quantity) -> bool:
    """Whether a number can be the guideline's number."""
    slack = _ABOUT if n.about and n.kind == "percent" else _TOLERANCE
    if q.limit == "most":
        return False
    if n.limit in {"more", "least"} and n.kind == "percent":
        return 0 <= q.low - n.low <= 8
    if n.limit in {"less", "most"} and n.kind == "percent":
        return 0 <= n.high - q.high <= 8
    return n.low >= q.low - slack and n.high <= q.high + slack


def mismatch(n: Number, q: Quantity, text: str, mild: bool = False) -> Finding:
    """The finding that a number stands in a role with another value."""
    given = f"{q.low:g}" if q.low == q.high else f"{q.low:g} to {q.high:g}"
    limit = "at most " if q.limit == "most" else ""
    how = f" ({q.derived})" if q.derived else ""
    words = text[n.start : n.end]
    return Finding(
        "quantity",
        "warn" if mild else "block",
        q.directive or q.id,
        words,
        n.start,
        n.end,
        f"The text says {words!r}; the guideline's {q.role} is {limit}{given}{how} ({q.source}).",
        None,
        (q.source,),
        (),
    )
