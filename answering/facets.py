"""Several things asked in one clause: "the dose, and how long all of it may take". Each may be a question of its own.

What they ask is judged by meaning alone (see the router), so that a list of things that belong together stays one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from answering.patterns import FEW

_CUT = re.compile(
    r"\s*[,;:]\s*(?:(?:and|or|plus|but)\s+)?|\s+(?:and|plus|as well as|along with|&|\+)\s+|\s+[-–—]\s+"
)
_WORDS = 3  # that a facet has at least
_SEVERAL = 2
_LONG = 7  # words that a question has at least to be cut


def facets(text: str) -> Iterator[str]:
    """The stretches of a question that may ask for something else than the whole; none of a short question."""
    if len(text.split()) < _LONG:
        return
    pieces = [p.strip(" ?.!") for p in _CUT.split(text)]
    if len(pieces) < _SEVERAL:
        return
    yield from (p for p in pieces if len(p.split()) >= _WORDS)
    short = [p for p in pieces[1:] if 0 < len(p.split()) < _WORDS]
    if len(short) == len(pieces) - 1 and len(short) >= _SEVERAL and len(pieces[0].split()) >= _WORDS:
        yield from (f"{pieces[0]}: {p}" for p in short)  # "The next step, timing and drugs"


def is_question_of_its_own(text: str, at: int, named: Sequence[int]) -> bool:
    """ "..., and A or B?": a short rest of a question that names something, behind a part that names something too."""
    rest = text[at:]
    return (
        len(rest.split()) <= FEW
        and rest.rstrip().endswith("?")
        and any(n >= at for n in named)
        and any(n < at for n in named)
    )
