"""Two spans of time that make one: "four months before it and another five after"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from language.numbers import value
from language.reading import Number
from language.text import normalise

_SUM = re.compile(
    r"\b(?:comes?|adds? up|sums? up|amounts?|adding up|totals?|totalling|makes?|gives|"
    r"(?<!we )(?<!they )(?<!to )(?<!i )give)\s+"
    r"(?:to\s+)?(?:\w+\s+){0,3}months?\b",
    re.IGNORECASE,
)
_PLUS = re.compile(r"\b(?:plus|and (?:then )?(?:another|a further|a second))\b|\+", re.IGNORECASE)
_COUNT = r"(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_MORE_AFTER = re.compile(  # the second span without its unit
    rf"\bmonths?\b[^.;]{{0,60}}?\band (?:then )?(?:another |a further )?{_COUNT} (?:more |further )?(after|follow)",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?:in all|in total|altogether|limit|at most|at the most|overall)\b", re.IGNORECASE)


def before_and_after(
    numbers: Sequence[Number], text: str, ahead: re.Pattern[str], after: re.Pattern[str]
) -> Number | None:
    """The whole of the two spans, at the second number; None where the text tells no two.

    `ahead` and `after` mark the first and the second span.
    """
    months = [n for n in numbers if n.kind == "months" and n.limit == "exact"]
    folded = normalise(text)[0]
    if _SUM.search(folded):
        return None  # "three months before it and two after it come to six": the text adds them up itself
    if months and len(months) <= 2 and (more := _MORE_AFTER.search(folded)) and ahead.search(more[0]):
        extra = value(more[1])
        return replace(months[-1], low=months[-1].low + extra, high=months[-1].high + extra)
    if len(months) != 2:
        return None
    if _WHOLE.search(folded) and ahead.search(text):
        return None  # "six months in all, three before and three after"
    if not _PLUS.search(folded) and not (ahead.search(text) and after.search(text)):
        return None
    return replace(months[1], low=months[0].low + months[1].low, high=months[0].high + months[1].high)
