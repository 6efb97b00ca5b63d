"""Parts of a combination that are given without the others: "A alone", "only A and B", "A without C"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from language.tags import Mention, Tagged
from language.vocabulary import Intervention
from language.wordset import word_set

_JOINED = word_set("and / + & with , or plus")
_BEHIND = (
    *(["alone"], ["solo"], ["only"], ["unaccompanied"], ["by", "itself"], ["by", "themselves"]),
    *(["on", "its", "own"], ["on", "their", "own"], ["in", "isolation"], ["as", "the", "only"]),
    *(["as", "a", "single"], ["as", "the", "sole"], ["and", "nothing", "else"], ["and", "no", "more"]),
)
_BEFORE = (["only"], ["just"], ["solely"], ["merely"], ["nothing", "but"], ["nothing", "except"])


def name_alone(tagged: Tagged, known: Mapping[str, Intervention]) -> None:
    """Rename such mentions, in place, to what they then are; the word that says so becomes part of the name."""
    for id in {m.id for m in tagged.mentions if m.id in known and known[m.id].alone is not None}:
        family = known[id].family
        if any(m.id in known and known[m.id].family != family for m in tagged.mentions):
            continue  # the partner of another treatment
        for series in _series(tagged, id):
            span = _alone(tagged.words, series, [m for m in tagged.mentions if m.id == id])
            if span is not None:
                whole = replace(series[0], id=str(known[id].alone), first=span[0], last=span[1])
                tagged.mentions = [m for m in tagged.mentions if m not in series] + [whole]
                for name in ("only", "in_itself"):
                    hits = tagged.cues.get(name, [])
                    tagged.cues[name] = [h for h in hits if h.last < span[0] or h.first > span[1]]


def _series(tagged: Tagged, id: str) -> list[list[Mention]]:
    """The parts that are named together: "A/B", "A and B"."""
    found: list[list[Mention]] = []
    for m in sorted((m for m in tagged.mentions if m.id == id), key=lambda m: m.first):
        if found and set(tagged.words[found[-1][-1].last + 1 : m.first]) <= _JOINED:
            found[-1].append(m)
        else:
            found.append([m])
    return found


def _alone(words: Sequence[str], series: Sequence[Mention], own: Sequence[Mention]) -> tuple[int, int] | None:
    """Where the parts and the word that leaves the others away stand; None without such a word."""
    first, last = series[0].first, series[-1].last
    for phrase in _BEHIND:
        if list(words[last + 1 : last + 1 + len(phrase)]) == phrase:
            return first, last + len(phrase)
    for phrase in _BEFORE:
        start = first - len(phrase)
        if start >= 0 and list(words[start:first]) == phrase and words[start - 1 : start] != ["not"]:
            return start, last
    if list(words[last + 1 : last + 2]) == ["without"]:
        left = [m for m in own if 0 < m.first - last <= 4]
        if left:
            return first, last
    return None
