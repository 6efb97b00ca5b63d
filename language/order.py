"""What comes before what: pairs (earlier, later) of the interventions in a sentence."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from language.tags import Mention, Tagged
from language.wordset import word_set

_BEGINNINGS = frozenset(
    {
        "first",
        "initially",
        "to begin with",
        "to start with",
        "upfront",
        "up front",
        "initial",
        "first step",
        "as a first step",
        "as the first step",
    }
)

_BEFORE = frozenset(
    {
        "before",
        "prior to",
        "ahead of",
        "in advance of",
        "earlier than",
        "preceding",
        "precedes",
        "precede",
        "preceded",
        "sooner than",
    }
)
_AFTER = frozenset(
    {
        "after",
        "following",
        "once",
        "upon completion of",
        "on completion of",
        "subsequent to",
        "later than",
        "until",
        "till",
        "as soon as",
        "follow",
        "follows",
        "in the wake of",
        "on the heels of",
        "on the back of",
        "preceded by",
        "behind",
    }
)
_AT_THE_END = frozenset({"last", "last of all", "at the end", "in last place"})
_THEN = frozenset(
    {
        "then",
        "followed by",
        "thereafter",
        "subsequently",
        "next",
        "afterwards",
        "only then",
        "and only then",
        "to follow",
        "finally",
        "in its wake",
        "second",
        "last",
    }
)


@dataclass(frozen=True, slots=True)
class Order:
    """`earlier` comes before `later`; one of them may be None ("A first").

    firm: the text orders, and does not only date ("promptly after A").
    """

    earlier: Mention | None
    later: Mention | None
    firm: bool
    cue: str
    at: int


def orders(sentence: Tagged, mentions: Sequence[Mention], first: int, last: int) -> list[Order]:
    """The orders that the tokens first..last state, in text order."""
    words = sentence.words
    before = [m for m in mentions if m.last < first]
    found: list[Order] = []
    for h in sentence.has("before", first, last):
        cue = " ".join(words[h.first : h.last + 1])
        if any(d.last < h.first and h.first - d.last <= 6 for d in sentence.has("delay", first, last)):
            continue  # "leave a gap of ... before X" puts X off
        if cue in _BEFORE and words[h.last + 1 : h.last + 2] != ["by"]:  # "preceded by" is an "after"
            later = _next(mentions, h.last, last, words)
            earlier = _previous(mentions, h.first, first) or (
                _after_comma(mentions, later, last) if later else None
            )
            if later is not None and earlier is not None:
                found.append(Order(earlier, later, True, cue, h.first))
    for h in sentence.has("after", first, last):
        cue = " ".join(words[h.first : h.last + 1])
        if cue in {"until", "till"} and (
            words[h.last + 1 : h.last + 2] in (["afterwards"], ["later"], ["then"]) or h.last >= last
        ):
            put_off = _previous(mentions, h.first, first)
            landmark = next((m for m in reversed(before) if put_off is None or m.id != put_off.id), None)
            if put_off is not None and landmark is not None:
                found.append(Order(landmark, put_off, True, cue, h.first))
            continue
        if (
            cue in _AFTER
            and words[h.last + 1 : h.last + 2]
            and words[h.last + 1] in {"it", "this", "that", "them", "which"}
            and words[h.last + 2 : h.last + 3] == [","]
        ):
            continue  # "After it, ...": the landmark is named elsewhere
        if (cue in _AFTER and words[h.first - 2 : h.first] == ["rather", "than"]) or (
            words[h.first - 1 : h.first] == ["not"]
            and words[h.first - 2 : h.first - 1] in ([","], ["and"], ["but"])
        ):
            continue  # "before, not after"
        if cue == "behind" and any(
            d.first <= h.first <= d.last + 1 for d in sentence.has("delay", first, last)
        ):
            continue  # "queue behind"
        if cue in _AFTER and any(0 < f.first - h.last <= 2 for f in sentence.facts):
            continue  # the landmark is a fact
        if cue in _AFTER and not _has_own_landmark(mentions, words, h.last):
            earlier = _next(mentions, h.last, last, words)
            later = _previous(mentions, h.first, first) or (
                _after_comma(mentions, earlier, last) if earlier and _opens(sentence, h.first) else None
            )
            held_back = (
                cue in {"until", "till"}
                or bool(sentence.has("delay", _stretch(words, h.first, first), last))
                or cue in {"preceded by", "behind"}
                or words[h.first - 1 : h.first] == ["only"]
                or words[h.first - 2 : h.first] in (["not", "before"], ["only", "be"])
            )
            if later is None and not _opens(sentence, h.first):
                continue
            only = any(0 < h.first - o.last <= 1 for o in sentence.has("only", first, last))
            if earlier is not None and (later is None or later.id != earlier.id):
                found.append(Order(earlier, later, held_back or only, cue, h.first))
        elif cue in _AT_THE_END and (put_last := _put_last(mentions, h.first, words)) is not None:
            found.append(Order(put_last[0], put_last[1], True, cue, h.first))
        elif cue in _THEN and words[h.first - 1 : h.first + 1] not in (["until", "then"], ["till", "then"]):
            earlier, later = _previous(mentions, h.first, first), _next(mentions, h.last, last, words)
            if earlier is not None and h.first - earlier.last == 2 and words[h.first - 1] in _AUXILIARIES:
                continue  # "A is then started, as soon as B is over": A comes after what was said before
            if earlier is not None and later is not None:
                found.append(Order(earlier, later, True, cue, h.first))
            elif (
                later is None
                and earlier is not None
                and cue in {"afterwards", "thereafter", "subsequently", "to follow"}
            ):
                predecessor = _previous(mentions, earlier.first, first) or _previous(
                    sentence.landmarks, earlier.first, first
                )
                if predecessor is not None:
                    found.append(Order(predecessor, earlier, not sentence.has("prompt"), cue, h.first))
    found.extend(_once_recovered(sentence, mentions, first, last))
    for index in range(first + 1, last):
        if words[index : index + 2] == ["that", "order"] or words[index : index + 2] == ["this", "order"]:
            listed = [m for m in mentions if m.last < index]
            found.extend(Order(a, b, True, "in that order", a.first) for a, b in itertools.pairwise(listed))
    for index in range(first, last):
        if words[index] in {"order", "sequence"} and ":" in words[index : index + 5]:
            listed = [m for m in mentions if m.first > index]
            found.extend(Order(a, b, True, words[index], index) for a, b in itertools.pairwise(listed))
    for h in sentence.has("first", first, last):
        cue = " ".join(words[h.first : h.last + 1])
        if (
            cue in {"second", "last"}
            or (
                words[h.first - 1 : h.first] == ["the"]
                and cue == "first"
                and any(f.first <= h.first <= f.last for f in sentence.has("former"))
            )
            or any(f.first <= h.first and h.last <= f.last for f in sentence.facts)
            or words[h.last + 1 : h.last + 2] == ["by"]  # "preceded by"
        ):
            continue
        own = _first_of(mentions, h.first, h.last, first, last, words, cue)
        if own is not None:
            found.append(Order(own, None, True, cue, h.first))
    return found


def _once_recovered(sentence: Tagged, mentions: Sequence[Mention], first: int, last: int) -> Iterator[Order]:
    """ "A, and B when the wound has healed", "A; B six weeks later", "follow A up with B"."""
    words = sentence.words
    for i in range(first + 1, last + 1):
        later = earlier = None
        if (words[i] == "up" and words[i - 1].startswith("follow")) or words[i - 2 : i] in (
            ["follow", "it"], ["follows", "it"], ["follow", "this"], ["follow", "that"],
        ):  # fmt: skip
            if words[i + 1 : i + 2] in (["with"], ["by"]):
                earlier, later = _previous(mentions, i, first), _next(mentions, i, last, words)
        elif words[i] in _RECOVERED:
            begin = next((j for j in range(i - 1, max(first, i - 7), -1) if words[j] in _WHEN), None)
            if begin is None:
                continue
            later = _previous(mentions, begin, first)
            if later is not None and words[begin - 1] not in {",", ";", ":", "and", "then", "."}:
                earlier = _previous(mentions, later.first, first)
            else:
                earlier, later = later, _next(mentions, i, last, words)
        elif words[i] == "later" and words[i - 1] in _UNITS:
            later = _previous(mentions, i, first)
            behind = _next(mentions, i, last, words)
            if later is not None and not {",", ";", ":", "and", "then"} & set(words[later.last + 1 : i]):
                earlier = _previous(mentions, later.first, first)
            else:
                earlier, later = later, behind
        if earlier is not None and later is not None and earlier.id != later.id:
            yield Order(earlier, later, False, words[i], later.first)


_RECOVERED = word_set("healed recovered settled convalesced recuperated heals recovers settles recuperates")
_WHEN = word_set("once when after as until")
_UNITS = word_set("weeks days week fortnight months month days")


_AUXILIARIES = word_set("is are be should can must will may")


def _stretch(words: Sequence[str], at: int, first: int) -> int:
    """Where the stretch between semicolons begins in which a word stands."""
    return next((i + 1 for i in range(at - 1, first, -1) if words[i] == ";"), first)


def _put_last(mentions: Sequence[Mention], at: int, words: Sequence[str]) -> tuple[Mention, Mention] | None:
    """ "A last, B first": what stands in front of "last" comes after the other one."""
    ahead = [m for m in mentions if m.last < at and at - m.last <= 3]
    if not ahead or {",", ";"} & set(words[ahead[-1].last + 1 : at]):
        return None
    later = ahead[-1]
    others = [m for m in mentions if m.first > at] or [m for m in mentions if m.last < later.first]
    return (others[0], later) if others else None


def _next(mentions: Sequence[Mention], after: int, last: int, words: Sequence[str]) -> Mention | None:
    for m in mentions:
        if after < m.first <= last:
            between = words[after + 1 : m.first]
            return m if ";" not in between and "." not in between else None
    return None


def _previous(mentions: Sequence[Mention], before: int, first: int) -> Mention | None:
    earlier = [m for m in mentions if first <= m.first and m.last < before]
    return earlier[-1] if earlier else None


def _after_comma(mentions: Sequence[Mention], reference: Mention | None, last: int) -> Mention | None:
    """ "Before A, do B": the next mention behind the one that is the landmark."""
    if reference is None:
        return None
    return next((m for m in mentions if m.first > reference.last and m.first <= last), None)


_EVENTS = word_set(
    "response diagnosis discussion recovery presentation referral staging review consent "
    "weeks months counseling confirmation evaluation exclusion discharge admission"
)


def _has_own_landmark(mentions: Sequence[Mention], words: Sequence[str], after: int) -> bool:
    """ "After such a response A is ...": the landmark is an event, and A is what is spoken of."""
    nearest = next((m.first for m in mentions if m.first > after), len(words))
    if {"i", "we", "he", "she", "they", "you"} & set(words[after + 2 : nearest]):
        return True
    event = next((i for i in range(after + 1, nearest) if words[i] in _EVENTS), None)
    return event is not None and not {"to", "of", "with", "on", "from", "following"} & set(
        words[event:nearest]
    )


def _opens(sentence: Tagged, at: int) -> bool:
    """Whether a time begins its stretch: "After A, B", and not "it was so after A, therefore B"."""
    start = next((i + 1 for i in range(at - 1, -1, -1) if sentence.words[i] in {",", ";", ":"}), 0)
    return not any(start <= f.first < at for f in sentence.facts)


def _first_of(
    mentions: Sequence[Mention], start: int, end: int, first: int, last: int, words: Sequence[str], cue: str
) -> Mention | None:
    """The mention that "first" belongs to: with verbs of beginning the next one, else the nearest."""
    behind = [m for m in mentions if end < m.first <= last]
    ahead = [m for m in mentions if first <= m.first and m.last < start]
    begins = cue.endswith("with") or (cue in _BEGINNINGS and not ahead)
    if begins and behind and behind[0].first - end <= 8:
        return behind[0]
    if ahead and start - ahead[-1].last <= 6:
        return ahead[-1]
    if behind and behind[0].first - end <= 3:
        return behind[0]
    return None
