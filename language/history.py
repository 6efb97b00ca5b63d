"""What the treatments that a note lists tell: how many lines are behind the patient, and which operation is to come.

Single phrases ("A failed") are facts of the reader; here the whole note is counted: "A until last May, then
growth; B, growth again" is two lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from language.condition import Condition
from language.matcher import Hit, Matcher
from language.reading import Reading, SentenceSpan, StatedFact
from language.wordset import word_set

_LINKS = word_set(
    "on under after to despite through following with both and then of the his her first second line - + / , one two "
    "followed by later subsequently a plus course courses cycles last"
)
_LISTING = word_set("and then + / , followed by later subsequently & plus -")
_BEHIND = word_set(
    "after following post s/p previous previously prior had received got completed exhausted past on"
)
_COMING = word_set(
    "start starting begin beginning switch switching plan planned planning propose proposes give giving offer next "
    "consider considering considers in lined intends advocates favors hopes "
    "should will could may shall want wants suggest suggests now try trying like attempt prefers prefer favours"
)
_UNREAL = word_set("if when whenever unless once should no not without never until")
_DENYING = word_set("no not without never")
_STEPS = frozenset({",", "+", ";", "then", ">", "→", "➔", "followed", "and", "/", "&"})
_DONE = word_set("had underwent s/p after post previous prior received completed since history status")
_OVER = word_set("done performed completed ago was uneventful already")
_BESIDE = 1  # words between an operation and that it is intended
_NEAR = 6  # words between the steps of a list
_FAR = 10  # words between a treatment and how it ended


@dataclass(frozen=True)
class History:
    """A vocabulary's words for it: treatments that are one line each, and how it is said that they hold no more.

    lines: what one, two and more lines behind the patient mean; operation: the names of what is `planned` when it
    stands among the steps of a list; steps: treatments that such a list is made of; intended: words beside the
    operation by which it is to come.
    """

    regimens: Matcher[str] = field(default_factory=lambda: Matcher({}))
    failed: Matcher[str] = field(default_factory=lambda: Matcher({}))
    lines: tuple[Condition, ...] = ()
    operation: Matcher[str] = field(default_factory=lambda: Matcher({}))
    steps: Matcher[str] = field(default_factory=lambda: Matcher({}))
    intended: Matcher[str] = field(default_factory=lambda: Matcher({}))
    planned: Condition | None = None


def told(
    reading: Reading, history: History, asking: frozenset[int], ignored: frozenset[int]
) -> list[StatedFact]:
    """The facts that the lists of a message tell; `asking` are its questions, `ignored` what is not read."""
    found: list[StatedFact] = []
    if history.lines:
        found += _lines(reading, history, asking, ignored)
    if history.planned is not None:
        for number, span in enumerate(reading.sentences):
            if number not in ignored and _is_planned(history, span, asks=number in asking):
                found.append(StatedFact(history.planned, span.start, span.end, number))
    return found


def _lines(
    reading: Reading, history: History, asking: frozenset[int], ignored: frozenset[int]
) -> Iterator[StatedFact]:
    given: dict[str, bool] = {}  # each regimen behind the patient, and whether it failed
    last: SentenceSpan | None = None
    at = 0
    for number, span in enumerate(reading.sentences):
        if number in ignored:
            continue
        ended = False
        for kind, hit in _events(history, span.words):
            if kind == "failed":
                if not _so(span.words, hit):
                    continue
                ahead = _linked(history, span.words, hit)
                named = list(given)
                if not ahead and named and (number not in asking or _beside(history, span.words, hit)):
                    given[named[-1]] = True
                ended = ended or ahead
                last, at = span, number
            else:
                listed = ended and _links(
                    span.words, _before(history, span.words, hit.first), hit.first, _LINKS
                )
                if listed or _is_behind(history, span.words, hit, asks=number in asking):
                    given[hit.payload] = given.get(hit.payload, False) or listed
                    last, at = span, number
                ended = ended and listed
    count = len(given) if any(given.values()) else 0
    if count and last is not None:
        means = history.lines[min(count, len(history.lines)) - 1]
        yield StatedFact(means, last.start, last.end, at)


def _events(history: History, words: Sequence[str]) -> list[tuple[str, Hit[str]]]:
    found = [("given", h) for h in history.regimens.find(words)] + [
        ("failed", h) for h in history.failed.find(words)
    ]
    return sorted(found, key=lambda event: event[1].first)


def _so(words: Sequence[str], failed: Hit[str]) -> bool:
    before = words[max(0, failed.first - 3) : failed.first]
    if "until" in before:
        return not _DENYING & set(before)
    return not _UNREAL & set(before)


def _linked(history: History, words: Sequence[str], failed: Hit[str]) -> bool:
    """Whether a failure names behind it what failed: "growth on A", "failed A and B"."""
    behind = next((h for h in history.regimens.find(words) if h.first > failed.last), None)
    return behind is not None and all(w in _LINKS for w in words[failed.last + 1 : behind.first])


def _beside(history: History, words: Sequence[str], failed: Hit[str]) -> bool:
    """Whether a failure stands shortly after what failed: "A x 8 with growth"."""
    before = [h for h in history.regimens.find(words) if h.last < failed.first]
    return bool(before) and failed.first - before[-1].last <= _FAR


def _before(history: History, words: Sequence[str], first: int) -> int:
    """Where the event in front of a place ends."""
    return max((h.last for _kind, h in _events(history, words) if h.last < first), default=-1)


def _links(words: Sequence[str], end: int, first: int, joints: frozenset[str]) -> bool:
    return all(w in joints for w in words[end + 1 : first])


def _is_behind(history: History, words: Sequence[str], hit: Hit[str], *, asks: bool) -> bool:
    """Whether a treatment was given: so it is in a note unless it is to come, in a question if it failed."""
    before = words[max(0, hit.first - 3) : hit.first]
    after = words[hit.last + 1 : hit.last + _FAR]
    if _BEHIND & set(before) or before[-3:] == ("s", "/", "p"):
        return True
    if asks:
        following = next((e for e in _events(history, words) if e[1].first > hit.last), None)
        return (
            following is not None
            and following[0] == "failed"
            and following[1].first - hit.last <= _FAR
            and _so(words, following[1])
        )
    return not _COMING & set(before) and "next" not in after[:2]


def _is_planned(history: History, span: SentenceSpan, *, asks: bool) -> bool:
    """Whether the operation is to come: a step of a list ("A, then B, operation"), or "operation agreed"."""
    words = span.words
    for hit in history.operation.find(words):
        before, after = (
            words[max(0, hit.first - _NEAR) : hit.first],
            words[hit.last + 1 : hit.last + 1 + _NEAR],
        )
        if asks or _DONE & set(words[: hit.first]):
            continue
        ahead = before[-1:] and before[-1] in _STEPS and history.steps.find(before)
        behind = after[:1] and after[0] in _STEPS and history.steps.find(after)
        if (
            (ahead and behind)
            or (ahead and not after[1:])
            or (behind and not before[1:])
            or ((ahead or behind) and ":" in words[: hit.first])
            or _is_intended(history, words, hit)
        ):
            return True
    return False


def _is_intended(history: History, words: Sequence[str], operation: Hit[str]) -> bool:
    """ "Operation agreed", "straight to the operation": it is to come, unless the words before deny or suppose it."""
    if _UNREAL & set(words[max(0, operation.first - _NEAR) : operation.first]):
        return False
    beside = (
        max(h.first - operation.last, operation.first - h.last) - 1 for h in history.intended.find(words)
    )
    return any(0 <= gap <= _BESIDE for gap in beside) and not _OVER & set(
        words[operation.last + 1 : operation.last + 1 + _NEAR]
    )


def lists(entries: Mapping[str, Sequence[str]]) -> Matcher[str]:
    """A matcher that tells of each phrase which of the names it stands for."""
    return Matcher([(phrase, name) for name, phrases in entries.items() for phrase in phrases])
