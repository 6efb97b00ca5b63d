"""Quantities in a text: doses, fractions, durations, cycles, percentages and counts.

Number words, ranges, decimal commas, centigray and the shorthand of prescriptions ("5 x 5 Gy",
"25 Gy/5#", "25/5") are read; what is no quantity (ages, scores, sizes, years) is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from language.reading import Number

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = (
    {w: float(n) for n, w in enumerate(_UNITS)}
    | {w: 10.0 * n for n, w in enumerate(_TENS, 2)}
    | {
        "a": 1.0,
        "an": 1.0,
        "half": 0.5,
        "single": 1.0,
        "couple of": 2.0,
        "dozen": 12.0,
        "a dozen": 12.0,
        "fortnight": 2.0,
    }
)
_WORD = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|"
    r"four|five|six|seven|eight|nine))?|" + "|".join(sorted(_UNITS, key=len, reverse=True)) + r")"
)
_N = rf"(?:\d+(?:[.,]\d+)?|\b{_WORD}\b)"
_RANGE = rf"({_N})(?:\s*(?:-|to|or|and|bis)\s*({_N}))?"
_THESE = r"(?:the\s+|all\s+|these\s+|those\s+|its\s+)?"
_WHOLE = r"\d{2,5}"
_PEOPLE = r"(?:patients|pts\b|participants|people|subjects|men and women|individuals|cases)"
_UNDERWENT = (
    r"(?:needed|required|had|underwent|received|never|did|came|went|ended|were|was|escaped|avoided)\b"
)
_GY = r"(?:c?gy|gray|centigray)"
_LIMIT = re.compile(
    r"\b(at most|no (?:more|longer|later) than|not (?:more|longer|later) than|up to|maximum(?: "
    r"of)?|max\.?|within|inside|under|less than|fewer than|below|not exceed(?:ing)?|at least|"
    r"no less than|not less than|minimum(?: of)?|more than|over|longer than|exceed(?:s|"
    r"ing)?|beyond|above|<|>)(?=\s|$)"
)

_ABOUT = re.compile(
    r"(about|around|approximately|roughly|nearly|almost|circa|some|close to|~|ca\.?|just "
    r"under|just over|well over|well under)\s*$"
)
_ANY = re.compile(
    rf"\d|\b(?:half|third|quarter|fifth|fourths|tenths?|fortnight|year|week|{_WORD})\b|cycle|course"
)
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
_ORDINAL = "|".join(_ORDINALS)


def _patterns(cycles_of: Sequence[str]) -> Iterator[tuple[str, str]]:
    of = "".join(rf"{w}\s+|" for w in cycles_of)
    yield from (
        # n fractions of d Gy; n x d Gy
        ("times", rf"\b({_N})\s*(?:x|times)\s*({_N})\s*(?:-\s*)?(?:gy|gray)\b"),
        ("times",
            rf"\b({_N})\s*(?:daily\s+)?(?:fractions?|fr|#|treatments|sittings|sessions|doses|daily "
            rf"doses)\s*(?:of|at|@|x|each of)\s*({_N})\s*(?:gy|gray)\b"),
        ("times bare", r"(?<![\d.])(5)\s*x\s*(5)(?![\d.])"),
        # dose / fractions: 25/5, 25 Gy/5, 25 Gy in 5
        ("dose per fractions", rf"(?<![\d./])({_N})\s*{_GY}?\s*/\s*(\d{{1,2}})(?:\s*(?:#|f\b|fr\b|fractions?\b|fx\b))"),
        ("dose per fractions", r"(?<![\d./])(\d{2}(?:\.\d)?)\s*gy\s*/\s*(\d{1,2})(?![\d.])(?!\s*(?:weeks?|months?))"),
        ("dose per fractions", r"(?<![\d./])(25|45|50|50\.4|30|20|54|60)/(5|10|25|28|15|30|33)(?![\d./])(?!\s*mm)"),
        ("fraction_dose", rf"fractions?\s+(?:of|at)\s+{_RANGE}\s*{_GY}\b"),
        ("fraction_dose",
            rf"{_RANGE}\s*(?:-\s*)?{_GY}\s*(?:(?:at|on|in|for|with)\s+)?(?:per|a|each|every|/)\s*(?:of\s+)?(?:the\s+)?"
            rf"(?:single\s+)?(?:fraction|fr\b|f\b|#|fx\b|day|weekday|session|sitting|visit|treatment|time\b|them\b|these\b)"),
        ("fraction_dose",
            rf"{_RANGE}\s*(?:-\s*)?{_GY}\s*(?:each|apiece|(?:once\s+)?daily|once\s+a\s+day)\b(?!\s+fraction)"),
        ("fraction_dose",
            rf"\b(?:(?:each|every|per)\s+(?:day|weekday|time|visit|session|sitting|fraction)|once\s+daily|once\s+a\s+day)"
            rf"\s*[,:]?\s*(?:of\s+)?{_RANGE}\s*(?:-\s*)?{_GY}\b"),
        ("fraction_dose", rf"{_RANGE}\s*(?:-\s*)?{_GY}\s*(?:daily\s*)?fractions?\b"),
        ("fraction_dose",
            rf"(?:dose per fraction|fraction size|fraction dose|per fraction|fractionation|single "
            rf"doses?|daily doses?)\s*(?:\w+\s){{0,3}}?{_RANGE}\s*{_GY}\b"),
        ("dose", rf"{_RANGE}\s*(?:-\s*)?{_GY}\b"),
        ("fractions",
            rf"{_RANGE}\s*(?:-\s*)?(?:daily\s+|consecutive\s+|equal\s+)?(?:fractions?|frac?t?[ai]?[ct]?[it]?ons?|"
            rf"fr\b|fx\b|#|sittings|sessions|treatments\b)(?!\s+(?:a|per|each|every)\s+(?:week)?day)"),
        ("cycles", rf"{_RANGE}\s*(?:-\s*)?(?:{of}courses?\s+or\s+)?cycles?\b"),
        ("cycles", rf"\b{_RANGE}\s+(?:courses|rounds)\b"),
        ("ordinal cycles",
            rf"\b({_ORDINAL})(?:\s*(?:or|to|and|-)\s*(?:the\s+)?({_ORDINAL}))?\s+(?:{of})?(?:cycle|"
            rf"course)\b"),
        ("cycles", rf"\bcycles?\s+({_WORD})\b(?!\s*(?:of|to|and))"),
        ("cycles", r"\bcycles?\s+(\d{1,2})(?:\s*(?:or|to|and|-)\s*(\d{1,2}))?\b"),
        ("half year", r"\bhalf (?:a|of a) year\b|\bhalf-year\b|\bsix-month\b|\bhalf-yearly\b"),
        ("year and a half", r"\b(?:a|one) year and a half\b"),
        ("months", rf"{_RANGE}\s*(?:-\s*)?(?:calendar\s+)?(?:months?|mo\b|mths?\b|moths\b|mnths?\b|monhts\b)"),
        ("weeks", rf"{_RANGE}\s*(?:-\s*)?(?:weeks?|wks?\b|wk\b)"),
        ("days", rf"{_RANGE}\s*(?:-\s*)?(?:consecutive\s+|treatment\s+|working\s+)?days\b"),
        ("years", rf"{_RANGE}\s*(?:-\s*)?years?\b(?!\s*[- ]?old)"),
        ("a year", r"\b(?:a|one|whole|full) year\b"),
        ("a week", r"\b(?:a|one|single) (?:single )?week\b"),
        ("fortnight", r"\bfortnight\b"),
        ("percent",
            rf"{_RANGE}\s*(?:%|per ?cent\b|percent\b|pct\b)(?:\s*(?:-|to)\s*({_N})\s*(?:%|per ?cent\b|"
            rf"percent\b))?"),
        ("part of count", rf"\b({_N})\s+(?:out\s+)?of\s+{_THESE}({_WHOLE})\s+{_PEOPLE}\b"),
        ("count and part",
            rf"\b(?:of|among|in)\s+{_THESE}({_WHOLE})\s+{_PEOPLE}(?:\s+\w+){{0,4}}?,?\s+"
            rf"(?:only\s+|just\s+|no\s+more\s+than\s+)?({_N})\s+(?={_UNDERWENT})"),
        ("in ten",
            rf"\b({_WORD}|\d{{1,3}})\s+(?:out of|in|of)\s+(?:every\s+)?(ten|twenty|a hundred|hundred|"
            rf"five|four|three|10|20|100|1000|fifteen|a thousand)\b"),
        ("in ten",
            rf"\b({_WORD}|\d{{1,3}})\s+(?:patients?|people|persons?|individuals?)\s+(?:out of|in|"
            rf"of)\s+(?:every\s+)?(ten|twenty|a hundred|hundred|five|four|three|10|20|100|1000|"
            rf"fifteen|a thousand)\b"),
        ("fraction",
            r"\b(half|a half|a third|one third|two thirds|a quarter|one quarter|three quarters|"
            r"a fifth|four fifths|a tenth|nine tenths|one in (?:ten|five|four|three|two))\b(?:\s+of)?"),
        ("count",
            rf"\b({_N})\s+(?:consecutive\s+|such\s+|study\s+|trial\s+)?{_PEOPLE}\b"),
        ("count", r"\bn\s*=\s*(\d{2,5})"),
        ("count", rf"\b(?:cohort|series|study|trial|sample|group|total) of\s+({_N})\b(?!\s*(?:%|per))"),
    )  # fmt: skip


_PARTS = {
    "half": 50.0,
    "a half": 50.0,
    "third": 33.3,
    "two thirds": 66.7,
    "quarter": 25.0,
    "three quarters": 75.0,
    "fifth": 20.0,
    "four fifths": 80.0,
    "tenth": 10.0,
    "nine tenths": 90.0,
}


def value(text: str) -> float:
    """The number that digits or words stand for: "50,4" is 50.4, "twenty-five" is 25."""
    text = text.strip().lower().replace("-", " ")
    if text in _WORDS:
        return _WORDS[text]
    if text and text[0].isdigit():
        if re.fullmatch(r"\d{1,3}(,\d{3})+", text):
            return float(text.replace(",", ""))
        return float(text.replace(",", "."))
    return sum(_WORDS[w] for w in text.split())


_NEEDS = {  # what a text must hold for a pattern to be worth trying
    "times": ("gy", "gray"),
    "fraction_dose": ("gy", "gray"),
    "dose": ("gy", "gray"),
    "times bare": ("5",),
    "dose per fractions": ("/",),
    "fractions": ("fr", "fx", "#", "sittings", "sessions", "treatments"),
    "cycles": ("cycle", "courses", "rounds"),
    "ordinal cycles": ("cycle", "course"),
    "half year": ("half", "month"),
    "year and a half": ("year",),
    "years": ("year",),
    "a year": ("year",),
    "months": ("mo", "mths", "mnths"),
    "weeks": ("week", "wk"),
    "a week": ("week",),
    "days": ("day",),
    "fortnight": ("fortnight",),
    "percent": ("%", "cent", "pct"),
}


@cache
def _compiled(cycles_of: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]:
    return tuple(
        (kind, re.compile(pattern), _NEEDS.get(kind, ("",))) for kind, pattern in _patterns(cycles_of)
    )


def numbers(text: str, start: int, sentence: int, cycles_of: tuple[str, ...] = ()) -> list[Number]:
    """The quantities of a stretch of normalised text; offsets count from `start`.

    cycles_of: the words that may stand between a number and "cycles".
    """
    lowered = text.lower()
    if not _ANY.search(lowered):
        return []
    found: list[Number] = []
    taken = bytearray(len(lowered))
    for kind, pattern, needs in _compiled(cycles_of):
        if not any(n in lowered for n in needs):
            continue
        for match in pattern.finditer(lowered):
            a, b = match.span()
            if any(taken[a:b]):
                continue
            made = list(_read(kind, match, lowered))
            if not made:
                continue
            taken[a:b] = b"\1" * (b - a)
            limit = _limit(lowered[max(0, a - 80) : a])
            if (
                limit == "more"
                and kind in {"weeks", "days", "a week", "fortnight"}
                and re.search(r"over\s*(?:\w+\s){0,2}$", lowered[max(0, a - 60) : a])
            ):
                limit = "exact"  # "over one week" is how long it takes
            about = kind in {"in ten", "fraction"} or bool(_ABOUT.search(lowered[max(0, a - 40) : a]))
            found.extend(
                Number(k, low, high, start + a, start + b, sentence, limit, about) for k, low, high in made
            )
    return sorted(found, key=lambda n: (n.start, n.kind))


def _limit(before: str) -> Literal["exact", "most", "least", "less", "more"]:
    found = list(_LIMIT.finditer(before[-60:]))
    if not found or len(before[-60:][found[-1].end() :].split()) > 2:
        return "exact"
    word = found[-1][1]
    if word in {"less than", "fewer than", "below", "under", "<"}:
        return "less"
    if word == "over" and before[-60:][found[-1].end() :].split()[:1] in (["in"], ["inside"]):
        return "most"  # "has to be over inside a year"
    if word in {"more than", "over", "longer than", "beyond", "above", ">"} or word.startswith("exceed"):
        return "more"
    if word.startswith(("at least", "no less", "not less", "minimum")):
        return "least"
    return "most"


def _read(kind: str, match: re.Match[str], text: str) -> Iterator[tuple[str, float, float]]:
    g = match.groups()
    centi = 0.01 if "cgy" in match[0] or "centigray" in match[0] else 1.0
    if kind in {"times", "times bare"}:
        fractions, dose = value(g[0]), value(g[1])
        yield "fractions", fractions, fractions
        yield "fraction_dose", dose, dose
        yield "dose", fractions * dose, fractions * dose
    elif kind == "dose per fractions":
        yield "dose", value(g[0]) * centi, value(g[0]) * centi
        yield "fractions", value(g[1]), value(g[1])
    elif kind in {"half year"}:
        yield "months", 6.0, 6.0
    elif kind == "year and a half":
        yield "months", 18.0, 18.0
    elif kind == "a year":
        yield "months", 12.0, 12.0
    elif kind == "a week":
        yield "weeks", 1.0, 1.0
    elif kind == "fortnight":
        yield "weeks", 2.0, 2.0
    elif kind == "in ten":
        whole = {
            "ten": 10,
            "twenty": 20,
            "a hundred": 100,
            "hundred": 100,
            "five": 5,
            "four": 4,
            "three": 3,
            "fifteen": 15,
            "a thousand": 1000,
        }.get(g[1]) or float(g[1])
        part = value(g[0])
        if part <= whole:
            yield "percent", 100 * part / whole, 100 * part / whole
    elif kind in {"part of count", "count and part"}:
        part, whole = (value(x) for x in (g if kind == "part of count" else reversed(g)))
        if whole not in {10, 20, 50, 100, 1000}:  # "93 of 100 patients" is a share
            yield "patients", whole, whole
        if part <= whole:
            share = 100 * part / whole
            share = float(round(share)) if whole >= 100 else share  # as such shares are quoted
            yield "percent", share, share
    elif kind == "fraction":
        words = g[0].removeprefix("one ").removeprefix("a ")
        if words.startswith("in "):
            whole = {"ten": 10, "five": 5, "four": 4, "three": 3, "two": 2}[words[3:]]
            yield "percent", 100 / whole, 100 / whole
        else:
            yield "percent", _PARTS[words], _PARTS[words]
    elif kind == "ordinal cycles":
        low = 1.0 + _ORDINALS.index(g[0])
        yield "cycles", low, 1.0 + _ORDINALS.index(g[1]) if g[1] else low
    elif kind == "count":
        yield "patients", value(g[0]), value(g[0])
    elif kind == "percent":
        low = value(g[0])
        high = value(g[1] or g[2]) if (g[1] or g[2]) else low
        if g[1] and "and" in match[0]:
            yield "percent", low, low
            yield "percent", value(g[1]), value(g[1])
        else:
            yield "percent", low, high
    else:
        low = value(g[0])
        high = value(g[1]) if len(g) > 1 and g[1] else low
        if kind in {"dose", "fraction_dose"}:
            low, high = low * centi, high * centi
        if kind == "days":
            if low == high == 5:
                yield "weeks", 1.0, 1.0
            else:
                yield "weeks", low / 7, high / 7
        elif kind == "years":
            yield "months", 12 * low, 12 * high
        else:
            yield kind, low, high
