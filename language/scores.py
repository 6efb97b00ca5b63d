"""Scores of a patient that say a fact by their number: "score 0-1", "score of 90 %", "score 1 -> 3"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from language.condition import either
from language.matcher import Hit
from language.tags import FactTag, Tagged
from language.vocabulary import Named, Score
from language.wordset import word_set

_SCORE_FILLERS = word_set(
    ": = of is was a score status grade at ( performance about still now remains currently only > < ps "
    "who index an has have had fallen dropped fell risen rose improved gone went recovered slipped "
    "come came back down up to again"
)

_CHANGING = word_set("> → ➔ now is today currently")
_ON_THE_WAY = _CHANGING | word_set("- = , but and has become it meanwhile at present")
_FEW = 5  # words between what a score was and what it has become


def read_score(tagged: Tagged, score: Score, hit: Hit[Named]) -> None:
    """A number after the name of a score: "score 0-1", "score of 90 %"."""
    words, index = tagged.words, hit.last + 1
    fillers = _SCORE_FILLERS | tagged.vocabulary.score_words
    skipped = 0
    while index < len(words) and skipped < 4 and (words[index] in fillers):
        index, skipped = index + 1, skipped + 1
    values: list[float] = []
    last = index
    while index < len(words) and len(values) < 2:
        if re.fullmatch(r"\d{1,3}", words[index]) and float(words[index]) <= score.highest:
            values.append(float(words[index]))
            last = index
            index += 1
        elif values and words[index] in {"-", "to", "or", "/"}:
            index += 1
        else:
            break
    if not values:
        return
    now = _become(words, last + 1)
    if now is not None and float(words[now]) <= score.highest:
        values, last = [float(words[now])], now
    if last + 2 < len(words) and words[last + 1] == "/" and words[last + 2].isdigit():
        return
    grade(tagged, score, values, hit.first, last)


def _become(words: Sequence[str], index: int) -> int | None:
    """Where the number stands that a score has become: "1 -> 3", "was 1, is 3 now"."""
    end = index
    while end < len(words) and end - index < _FEW and words[end] in _ON_THE_WAY:
        end += 1
    if end < len(words) and re.fullmatch(r"\d{1,3}", words[end]) and _CHANGING & set(words[index:end]):
        return end
    return None


def grade(tagged: Tagged, score: Score, values: list[float], first: int, last: int) -> None:
    """The fact that a score's number says, or numbers."""
    conditions = {c for v in values for low, high, c in score.ranges if low <= v <= high}
    if len(conditions) == 1 and all(any(low <= v <= high for low, high, _ in score.ranges) for v in values):
        tagged.facts.append(FactTag(conditions.pop(), first, last))
    else:
        # Between the values: that it is neither takes away what was known before.
        between = either(*dict.fromkeys(c for _low, _high, c in score.ranges))
        tagged.facts.append(FactTag(between, first, last))
