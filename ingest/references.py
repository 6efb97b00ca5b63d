"""Reference numbers, and what tells them from the numbers that a sentence is about.

Three ways of citing are read: brackets (``[1, 6]``, also in mid-sentence), superscripts (``¹˒⁶``), and in
outlines bare numbers at the end of a sentence (``over 1 week 1, 6``). A bare number is content, not a
reference, when the words before it ask for a number ("no more than 6", "at week 6", "grade 3"), when it
cannot be a reference (0, a decimal, not in the list of references), or when the guideline itself shows
that those words take a number (see `learn_style`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_ITEM = r"\d{1,3}(?:\s*[–-]\s*\d{1,3})?"
REFERENCE_LIST = rf"{_ITEM}(?:\s*[,;]\s*{_ITEM})*(?:\s*,?\s+and\s+{_ITEM})?"
_BRACKETS = re.compile(rf"\[\s*({REFERENCE_LIST})\s*\]")
_SUPERSCRIPT = re.compile(r"(?<![\d\s])([¹²³⁰⁴-⁹]+(?:\s*[,˒⁻–-]\s*[¹²³⁰⁴-⁹]+)*)$")
_ROUND = re.compile(rf"\((?:(?i:refs?\.?|references?|sources?|citations?)\s*:?\s*)?({REFERENCE_LIST})\)$")
_BARE = re.compile(rf"(?:(?<=\S)\s+|(?<=[A-Za-z][.!?])|(?<=[)\]%][.!?])|(?<=\)))({REFERENCE_LIST})$")
_NUMBER = re.compile(r"(\d{1,3})(?:\s*[–-]\s*(\d{1,3}))?")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹˒⁻", "0123456789,-")
_AREA = re.compile(r"(?:^|[^A-Za-z])[cdkmµ]?m$")

# A sentence does not end in these words, so a number behind them belongs to it.
_ASKING = frozenset(
    "of than to from and or between about approximately around within by at in into for is are was were be "  # noqa: SIM905
    "equals plus minus per versus vs exceeds exceeding every age aged no. table figure box page chapter "
    "appendix = < > ≥ ≤ ± × x + ~ ≈".split()
)
# These ask for a number as well, unless they end a phrase: "65 and over", "as above".
_BOUNDS = frozenset({"over", "under", "above", "below"})
_PHRASES = frozenset({"and", "or", "as", "see", "described", "listed", "given", "shown", "mentioned"})
# These may end a sentence; a number behind them is content unless the guideline cites nearly every sentence
# or a preposition stands right before them: "at week 6", "of grade 3", but "of high grade 1".
_NUMBERED = frozenset(
    "grade grades phase phases type types class classes score scores category group line level scale step "  # noqa: SIM905
    "steps section version number".split()
)
_POINTS = (
    "at on from in by until till to after before through since or and of with is than".split()  # noqa: SIM905
)
_TIMES = ("hour", "day", "week", "month", "year")
_TAKING = frozenset(
    {f"{point} {time}{end}" for point in _POINTS for time in _TIMES for end in ("", "s")}
    | {f"{point} {word}" for point in _POINTS for word in _NUMBERED}
    | {"at most", "at least"}
)
_LAST_WORD = re.compile(r"(\S+)$")


@dataclass(frozen=True, slots=True)
class Mark:
    """Cited numbers and where their mark begins; `at` holds the offset of each number."""

    start: int
    numbers: tuple[int, ...]
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReferenceStyle:
    """How one guideline cites.

    `known`: its references, None when it does not list them; `bare`: whether it cites by bare numbers;
    `taking`: words of this guideline that take a number; `dense`: nearly every sentence is cited;
    `highest`: the highest number that is a reference, where the guideline does not list them.
    """

    known: frozenset[int] | None = None
    bare: bool = False
    taking: frozenset[str] = _TAKING
    dense: bool = True
    highest: int = 999

    def at_end(self, text: str) -> Mark | None:
        """The reference mark in which `text` ends, or None.

        >>> ReferenceStyle(bare=True).at_end("then every 2 weeks for 1 year 1, 6").numbers
        (1, 6)
        >>> ReferenceStyle(bare=True).at_end("no longer than 6") is None
        True
        """
        for found in _BRACKETS.finditer(text):
            if found.end() == len(text):
                return _mark(found, found.start(), found[1])
        if (found_end := _SUPERSCRIPT.search(text)) and not _AREA.search(text[: found_end.start()]):
            return _mark(found_end, found_end.start(), found_end[1].translate(_DIGITS))
        if not self.bare:
            return None
        if round_ := _ROUND.search(text):
            mark = _mark(round_, round_.start(), round_[1])
            return mark if self._possible(mark) else None
        if bare := _BARE.search(text):
            mark = _mark(bare, bare.start(), bare[1])
            before = text[: bare.start()].rstrip()
            if self._possible(mark) and not self._asks_for_number(before):
                return mark
        return None

    def inside(self, text: str) -> tuple[Mark, ...]:
        """The bracketed marks anywhere in `text`."""
        return tuple(_mark(found, found.start(), found[1]) for found in _BRACKETS.finditer(text))

    def _possible(self, mark: Mark) -> bool:
        if not mark.numbers or 0 in mark.numbers:
            return False
        # An unknown number is content; an unknown one beside known ones is a wrong reference, told later.
        if self.known is None:
            return max(mark.numbers) <= self.highest
        return any(number in self.known for number in mark.numbers)

    def _asks_for_number(self, before: str) -> bool:
        last = _LAST_WORD.search(before)
        if last is None:
            return True
        word = last[1].lstrip("([").lower()
        if word in _ASKING or word[-1:] in "=<>≥≤±×+~≈/":
            return True
        if word in _BOUNDS and before.split()[-2:][0].lower() not in _PHRASES:
            return True
        if word in _NUMBERED and not self.dense:
            return True
        return word in self.taking or _context(before) in self.taking


def learn_style(
    statements: Iterable[str], headings: Iterable[str], known: frozenset[int] | None
) -> ReferenceStyle:
    """Learn from a guideline's own text which words take a number there, and whether it cites densely.

    A word takes numbers when one follows it within a heading (which is cited at its end, if at all), or
    when the number cannot be a reference: 0, a decimal, or one that the list of references does not hold.
    A word that is counted somewhere ("2 visits") takes a number in "after visit 2".
    """
    statements = list(statements)
    taking = set(_TAKING)
    for text in statements:
        for counted in re.finditer(r"\d\s+([a-z]{3,})s\b", text):
            taking.update(f"{point} {counted[1]}" for point in _POINTS)
    for heading in headings:
        taking.update(found[1].lower() for found in re.finditer(r"(\S+)\s+\d{1,3}(?=\s+\w)", heading))
    for text in statements:
        for found in re.finditer(r"(?<=\s)(\d{1,3})(\.\d)?(?![\d%])", text):
            number = int(found[1])
            if found[2] or number == 0 or (known is not None and number not in known):
                taking.add(_context(text[: found.start()]))
    taking.discard("")
    plain = ReferenceStyle(known, True, frozenset(taking), dense=False)
    marks = [mark for text in statements if (mark := plain.at_end(text.rstrip(" .;,")))]
    dense = 2 * len(marks) >= len(statements) > 0
    highest = _highest([number for mark in marks for number in mark.numbers])
    return ReferenceStyle(known, True, frozenset(taking), dense, highest)


def _highest(numbers: list[int]) -> int:
    """Where the references end: at the first gap of more than ten that has four fifths below it."""
    numbers = sorted(numbers)
    for place, (lower, upper) in enumerate(zip([0, *numbers], numbers, strict=False)):
        if upper - lower > 10 and 5 * place >= 4 * len(numbers):
            return lower
    return 999


def _context(before: str) -> str:
    """The words that would take the number: an abbreviation alone, or else the last two words."""
    words = before.split()
    if not words:
        return ""
    last = words[-1].lstrip("([")
    return last if not last.islower() else " ".join(words[-2:]).lstrip("([").lower()


def _mark(found: re.Match[str], start: int, listed: str) -> Mark:
    begin = found.start(1)
    numbers, at = [], []
    for item in _NUMBER.finditer(listed):
        first, last = int(item[1]), int(item[2] or item[1])
        if not first <= last <= first + 50:
            return Mark(start, (), ())
        for number in range(first, last + 1):
            numbers.append(number)
            at.append(begin + item.start())
    return Mark(start, tuple(numbers), tuple(at))
