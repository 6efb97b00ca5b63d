"""A bare number that answers a question: the question gives its unit."""

from __future__ import annotations

import re

from language.numbers import value
from language.reading import Number, Reading

_ASKED_UNITS = (
    ("fraction_dose", r"per fraction|each fraction"),
    ("fractions", r"how many fractions|number of fractions"),
    ("dose", r"how many gr[ae]y|how many gy|total dose|what dose|which dose"),
    ("cycles", r"how many cycles"),
    ("months", r"how many months"),
    ("weeks", r"how many weeks"),
    ("percent", r"what (?:percentage|proportion|share)|how many per ?cent"),
    ("patients", r"how many patients|how many people"),
)


def bare_answer(reading: Reading, asked: Reading | None) -> Number | None:
    """ "Thirty." to "How many gray?": the question gives the unit."""
    if asked is None or not reading.sentences or len(reading.sentences[0].words) > 3 or reading.numbers:
        return None
    match = re.fullmatch(
        r"\W*([\w.,-]+?)\W*", reading.text[reading.sentences[0].start : reading.sentences[0].end]
    )
    kind = next((k for k, pattern in _ASKED_UNITS if re.search(pattern, asked.text, re.IGNORECASE)), None)
    if match is None or kind is None:
        return None
    try:
        number = value(match[1])
    except (KeyError, ValueError):
        return None
    return Number(kind, number, number, reading.sentences[0].start, reading.sentences[0].end, 0)
