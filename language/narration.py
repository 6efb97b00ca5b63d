"""Whether a clause tells what happened: a finite verb of the past, and no word of the present that advises."""

from __future__ import annotations

from language.clauses import Clause
from language.tags import Tagged
from language.wordset import word_set

_IRREGULAR = word_set(
    "began went came took gave found led saw made got fell rose grew chose underwent became brought thought felt "
    "undermined told said wrote drew won ran spoke stood showed sent spent"
)
_PRESENT = word_set(
    "is are should must can may will does do has have ought shall cannot need needs might could would be support "
    "supports remain remains argue argues speak speaks deserve deserves belong belongs stand stands seem seems "
    "appear appears"
)
_PROPOSING = word_set(  # with the folded spelling, which the reader sees
    "recommended advised advized suggested proposed agreed decided planned indicated preferred opted favored concluded "
    "warranted justified required needed contraindicated booked scheduled arranged listed referred"
)
_PERSONS = word_set(
    "we i he she they who authors investigators surgeons team board patients participants group groups centers center "
    "unit units institution institutions hospital hospitals colleagues study trial series report reports"
)
_NO_SUBJECT = word_set(
    "a an the of in on to for with by and or nor not as if when once until very well more most highly be been "
    "being is are was were have has had having when than but that , ; : ( ) - /"
)
_OBJECTS = word_set("at the a an in on into for to that whether their its his her")
_BETWEEN = word_set("then also later soon first finally eventually again never always already just both all")


def narrates(sentence: Tagged, clause: Clause) -> bool:
    """ "They looked at A", "A was followed by B in the trial", "we distinguished A from B"; never a mere note."""
    words = sentence.words
    first, last = clause.first, clause.last
    if first and words[first - 1] == ":":
        first = next((i + 1 for i in range(first - 2, -1, -1) if words[i] in {";", ":", "."}), 0)
    if any(w in _PRESENT for w in words[first : last + 1]) or _commands(sentence, first, last):
        return False
    if clause.joiner in {",", "and"} and (
        words[first] in _IRREGULAR or (_is_past(words[first]) and not _is_cue(sentence, first))
    ):
        return True  # "..., looked at A": the subject stands before the pause
    for index in range(first + 1, last + 1):
        word = words[index]
        subject = index - 1
        while subject > first and words[subject] in _BETWEEN:
            subject -= 1
        if words[subject] == "," and words[index + 1 : index + 2] and words[index + 1] in _OBJECTS:
            if word in _IRREGULAR or (_is_past(word) and not _is_cue(sentence, index)):
                return True  # "X, with so many in it, looked at A"
            continue
        if words[subject] in _NO_SUBJECT or not words[subject][0].isalnum():
            continue
        person = words[subject] in _PERSONS
        if word in _IRREGULAR or (
            _is_past(word)
            and (person or not _is_cue(sentence, index))
            and not any(f.first <= index <= f.last for f in sentence.facts)
            and not any(m.first <= index <= m.last for m in sentence.mentions)
        ):
            return True
    return False


def _commands(sentence: Tagged, first: int, last: int) -> bool:
    """Whether a clause begins with a command; what ends in -ed behind it only describes a noun."""
    return any(h.first == first for h in sentence.has("imperative", first, last)) and not _is_past(
        sentence.words[first]
    )


def _is_past(word: str) -> bool:
    return word.endswith("ed") and len(word) > 4 and word not in _PROPOSING


def _is_cue(sentence: Tagged, index: int) -> bool:
    """Whether a word may itself be advice in a note: "A added to B"."""
    return any(
        h.first <= index <= h.last
        for name in ("advise", "weak", "against", "delay", "only", "rather_than")
        for h in sentence.has(name)
    )
