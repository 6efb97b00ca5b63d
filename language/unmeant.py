"""Pronouns that stand for none of the names before them: for a text, an event, or what was only beside it."""

from __future__ import annotations

from collections.abc import Sequence

from language.clauses import Clause
from language.context import Context
from language.stance import Direction
from language.tags import Mention
from language.wordset import word_set

_DENYING_PERSONS = word_set("nobody none")
_DOING = word_set("would will should must can could may might does do did let is are be")


def leaves_open(context: Context, clause: Clause) -> bool:
    """ "B is not spelled out in the text, so we would not read anything into it": the text is meant."""
    return bool(context.sentence.has("not_covered", 0, clause.first)) and not any(
        context.sentence.has(name, clause.first, clause.last)
        for name in ("advise", "weak", "against", "delay")
    )


def is_only_denied(context: Context, clause: Clause, d: Direction) -> bool:
    """ "Nobody hopes for this": a denied verb that says nothing about doing it, and a pronoun behind it."""
    words = context.words[clause.first : clause.last + 1]
    subject = any(
        h.first - clause.first <= 1 for h in context.sentence.has("they", clause.first, clause.last)
    )
    return (
        words[0] in _DENYING_PERSONS
        and not subject
        and not _DOING & set(words)
        and len(d.cues) == 1
        and d.cues[0] == words[0]
    )


def is_feared(context: Context, clause: Clause, m: Mention) -> bool:
    """ "The worry that A might be forgotten is a fair one": it speaks for A as little as against it."""
    words = context.words
    return any(
        words[at] in _FEARS
        and words[at + 1] == "that"
        and _MIGHT & set(words[at + 2 : clause.last + 1])
        and not {"no", "without"} & set(words[max(0, at - 2) : at])
        for at in range(max(0, clause.first - 2), m.first - 1)
    )


def is_foreboding(context: Context, clause: Clause) -> bool:
    """ "Why do A to B that is silent, because it might do so one day?": what might happen is B's doing."""
    words = context.words
    tracked = context.vocabulary.tracked_subjects
    return any(
        words[at] in {"it", "they", "this"}
        and words[at + 1] in {"might", "may", "could", "would", "can"}
        and (
            words[at + 2 : at + 4] == ["do", "so"]
            or any(0 < f.first - at <= 5 and f.last <= clause.last for f in context.sentence.facts)
        )
        and any(last < at and name in tracked for name, _f, last in context.sentence.subjects)
        for at in range(clause.first, min(clause.first + 4, clause.last - 1))
    )


def is_what_would_call(context: Context, m: Mention) -> bool:
    """ "Nothing causes symptoms that would need A": there is nothing that calls for A, and no advice against it."""
    words, at = context.words, m.first - 1
    while at > 1 and words[at] in _DETERMINERS:
        at -= 1
    if words[at] == "for" and words[at - 1] in _CALLING:
        at -= 1
    if words[at] not in _CALLING or any(0 < f.first - m.last <= 6 for f in context.sentence.facts):
        return False  # "nothing would justify A in such a patient" is said against A
    helper = at - 1 - (words[at - 1] in _MIGHT)
    return (
        helper > 0
        and words[helper] in {"that", "which"}
        and words[helper - 1].isalpha()
        and any(h.last < helper for name in ("negation", "negating") for h in context.sentence.has(name))
    )


_DETERMINERS = word_set("a an the any this such")
_CALLING = word_set(
    "need needs require requires call calls warrant warrants justify justifies demand demands"
)


def is_stopgap(context: Context, m: Mention) -> bool:
    """ "Do not try to buy time with A": it is no way out, and may still have its use."""
    words = context.words
    return any(
        words[at] in {"buy", "buying", "gain", "gaining", "win", "waste", "wasting", "lose", "losing"}
        and "time" in words[at + 1 : at + 4]
        and {"with", "by", "on", "through"} & set(words[at + 2 : m.first])
        for at in range(max(0, m.first - 9), m.first - 2)
    )


def is_construed(context: Context, clause: Clause) -> bool:
    """ "Do not read the absence of A as neglect": how it is to be seen, and not whether it is to be done."""
    words = context.words
    return any(
        words[at] in _CONSTRUING
        and any(
            words[i] in {"as", "for"} and _FAILINGS & set(words[i + 1 : i + 4])
            for i in range(at + 1, min(clause.last, at + 14))
        )
        for at in range(clause.first, clause.last)
    )


_FEARS = word_set("concern concerns worry worries fear fears anxiety apprehension danger")
_MIGHT = word_set("might could may would will")
_CONSTRUING = word_set(
    "mistake mistaken take taken read misread see seen interpret interpreted construe construed understand "
    "understood regard regarded view viewed"
)
_FAILINGS = word_set(
    "neglect abandonment indifference nihilism negligence surrender defeat carelessness omission oversight inaction "
    "resignation failure refusal dereliction passivity timidity cowardice undertreatment nothing giving"
)


def is_circumstance(context: Context, m: Mention) -> bool:
    """ "people on A never need one": what those spoken of have anyway is not what comes next is about."""
    words, at = context.words, m.first - 1
    while at > 0 and words[at] in {"the", "a", "modern", "such"}:
        at -= 1
    return at > 0 and words[at] == "on" and words[at - 1] in {"people", "patients", "those", "patient"}


def class_of_another(context: Context, id: str, ids: Sequence[str]) -> bool:
    """Whether a name is only the class of another one named beside it."""
    known = context.vocabulary.interventions
    return id in known and any(o != id and o in known and id in known[o].ancestors for o in ids)


def accompanies(context: Context, m: Mention) -> bool:
    """ "A is optional with B, and may be left out": B is only its companion."""
    return m.first > 1 and context.words[m.first - 1] in {"with", "plus", "alongside"}


def says_what_follows(words: Sequence[str]) -> bool:
    """ "This does not mean that ...", "it follows that ...": the whole statement before is meant."""
    rest = [w for w in words[1:] if w not in _FILLING]
    return words[:1] in (["this"], ["that"], ["it"]) and bool(rest) and rest[0] in _CONCLUDING


_FILLING = word_set("does not do would should need only also is to")
_CONCLUDING = word_set("mean imply means implies say suggest follow follows")
