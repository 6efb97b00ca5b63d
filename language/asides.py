""" "A, not B, is given": a denial that stands inside a clause and turns round one name only."""

from __future__ import annotations

from collections.abc import Sequence

from language.matcher import Hit
from language.tags import Mention, Tagged
from language.wordset import word_set

_ARTICLES = word_set("a an the with by on of to as")
_FRONT = frozenset({",", "and", "but", "(", ";", "-"})
_LISTING = frozenset({",", "or", "nor", "and", "/"})


def find_asides(tagged: Tagged) -> None:
    """Note such denials under `aside`; they no longer count as negations of the clause."""
    found = [a for h in tagged.cues.get("negation", ()) if (a := _aside(tagged, h)) is not None]
    if found:
        starts = {a.first for a in found}
        tagged.cues["aside"] = found
        tagged.cues["negation"] = [h for h in tagged.cues["negation"] if h.first not in starts]


def _aside(tagged: Tagged, negation: Hit[str]) -> Hit[str] | None:
    """The span from the "not" to the last name that it denies."""
    words, first = tagged.words, negation.first
    if words[first] != "not" or negation.length > 1:
        return None
    if first and words[first - 1] not in _FRONT:
        return None
    at = negation.last + 1
    while at < len(words) and words[at] in _ARTICLES:
        at += 1
    named = _names_from(tagged.mentions, words, at)
    if not named:
        return None
    last = named[-1].last
    following = words[last + 1 : last + 2]
    others = [m for m in tagged.mentions if m not in named and not m.neighbour]
    if first == 0:
        return Hit("aside", first, last) if following == ["but"] and others else None
    before = [m for m in others if m.last < first]
    if (
        words[first - 1] == "but"
        or not before
        or any(w in {";", ":"} for w in words[before[-1].last : first])
    ):
        return None
    return Hit("aside", first, last) if following in ([","], [")"]) or _goes_on(tagged, last + 1) else None


def _names_from(mentions: Sequence[Mention], words: Sequence[str], at: int) -> list[Mention]:
    named: list[Mention] = []
    for m in sorted(mentions, key=lambda m: m.first):
        if m.first == at or (named and set(words[named[-1].last + 1 : m.first]) <= _LISTING - {","}):
            if m.first >= at:
                named.append(m)
        elif named:
            break
    return named


def _goes_on(tagged: Tagged, at: int) -> bool:
    """Whether the verb of the clause follows at once: "A and not B should be given"."""
    return any(h.first == at for h in tagged.has("modal")) or tagged.words[at : at + 1] == ["that"]


def is_aside(tagged: Tagged, m: Mention) -> bool:
    """Whether a name stands inside such a denial."""
    return any(h.first < m.first and m.last <= h.last for h in tagged.has("aside"))


def uncut(tagged: Tagged) -> set[int]:
    """The marks and words around an aside at which its clause is not cut."""
    kept: set[int] = set()
    for h in tagged.has("aside"):
        kept |= set(range(h.first, h.last + 1))
        back = h.first - 1
        while back >= 0 and tagged.words[back] in {",", "and", "but", "("}:
            kept.add(back)
            back -= 1
        if tagged.words[h.last + 1 : h.last + 2] in ([","], ["but"], [")"]):
            kept.add(h.last + 1)
    return kept


_INTERRUPTING = word_set(
    "therefore thus hence accordingly consequently moreover furthermore indeed then also too similarly likewise "
    "again ultimately naturally logically understandably clearly evidently"
)


def interrupts(sentence: Tagged, comma: int) -> bool:
    """Whether an adverb between commas stands inside a verb, or between a subject and its verb."""
    words = sentence.words
    return (
        words[comma + 1 : comma + 2] != []
        and words[comma + 1] in _INTERRUPTING
        and words[comma + 2 : comma + 3] == [","]
        and any(h.first == comma + 3 for h in sentence.has("modal"))
    )


_CUSTOMARY = word_set("routine common popular standard usual defended advocated widespread customary")
_BEFORE_ONCE = word_set("was were been is are had at")


def is_no_condition(words: Sequence[str], index: int) -> bool:
    """ "Assuming so", "at once", "once and for all", "once routine": words of a condition that are none."""
    if list(words[index : index + 2]) == ["assuming", "so"]:
        return True
    return words[index] == "once" and (
        list(words[index + 1 : index + 4]) == ["and", "for", "all"]
        or (index > 0 and words[index - 1] in _BEFORE_ONCE)
        or bool(_CUSTOMARY & set(words[index + 1 : index + 2]))
    )


def inside_phrase(sentence: Tagged, comma: int) -> bool:
    return (
        any(f.last == comma - 1 for f in sentence.facts)
        and any(f.first == comma + 1 for f in sentence.facts)
        and not any(m.first == comma + 1 and m.last > m.first for m in sentence.mentions)
        and not any(
            w in {"is", "are", "was", "were", "if", "no", "not"}
            for w in sentence.words[max(0, comma - 3) : comma]
        )
    )
