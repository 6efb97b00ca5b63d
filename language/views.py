"""What becomes of a view that is reported when the text agrees or disagrees with it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Literal

from language.condition import Condition, axes_of, both, negation
from language.context import Context
from language.describing import OVERLOOKING
from language.matcher import Hit
from language.reading import Claim, Stance
from language.stance import direction, rejects_a_view
from language.wordset import word_set

Judgement = Literal["endorse", "reject"]
_NEEDING = word_set(
    "need needs needed require requires required must mandatory necessary essential indispensable has have "
    "always obligatory compulsory"
)
_POINTING = word_set("that this he she they it such these those what")
_DENYING = word_set("not never no hardly nobody neither cannot")
_UNTIMELY = word_set("premature unwise wrong mistaken mistake rash imprudent hasty error unjustified early")
_WHOSE = word_set("the their his her your")
_IMPULSES = word_set(
    "instinct instincts reflex reflexes habit habits custom customs impulse impulses urge urges temptation intuition "
    "inclination tendency practice suggestion proposal idea notion view opinion advice counsel thinking reasoning"
)
_PROPOSED = word_set(
    "proposed suggested considered mentioned planned recommended advised advized raised discussed  "
    "offered intended advocated contemplated requested floated"
)
_SEVERAL = word_set("some many most several certain others numerous few")
_REACH = 4  # tokens between a denial and the agreement that it denies


_ORDERS = frozenset(
    {"before", "after", "first", "then", "followed by", "prior to", "ahead of", "until", "till", "once"}
    | {
        "upfront",
        "up front",
        "the opening",
        "opening move",
        "initially",
        "initial",
        "first move",
    }
    | {
        "to begin with",
        "to start with",
        "first step",
        "as a first step",
        "opening step",
        "comes first",
        "goes first",
    }
)


def judged(claim: Claim, how: Judgement, axes: Collection[Condition]) -> Claim:
    """A reported claim in the text's own voice; `axes` are findings, one value of each.

    That all need it, or that it has to be, is not turned into its opposite by being denied. That it is for
    all whatever a finding is, is: "no, not regardless of it" makes it depend on the finding.
    """
    stance: Stance
    if how == "endorse":
        stance = "against" if claim.said_against else "advised"
    elif claim.said_against:
        stance = "advised"
    elif claim.restrictors and not claim.implied:
        stance = "mentioned"  # that it is for those alone: for them it may well be
    elif claim.universal and (found := [a for a in axes if axes_of(a) & claim.opened]):
        whom = both(claim.condition, negation(found[0]))
        return replace(claim, stance="against", condition=whom, universal=False, implied=True, restrictors=2)
    elif claim.universal:
        stance = "not for all"
    elif claim.cues and (claim.cues[0] in _ORDERS or claim.cues[0].endswith(" with")):
        stance = "not needed"  # another order than theirs is possible
    elif any(w in _NEEDING for cue in claim.cues for w in cue.split()):
        stance = "not needed"
    else:
        stance = "against"
    return replace(claim, stance=stance, strong=True)


def judgement(context: Context) -> tuple[Judgement, Hit[str]] | None:
    """Whether a sentence agrees or disagrees with a view, and the words that say so; None where neither.

    What is said of the view stands outside of it: behind its last name, or in front of it ("we do not
    share the view that ...").
    """
    last = max((m.last for m in context.mentions), default=-1)
    frames = context.sentence.has("reported_frame")
    front = frames[0].first if frames else -1
    for name in ("reject", "refutes", "endorse"):
        for h in context.sentence.has(name):
            if name == "reject" and any(e.last == h.first - 1 for e in context.sentence.has("endorse")):
                continue  # "was rightly rejected"
            if not (
                h.first > last or h.first < front or _apart(context, h) or rejects_a_view(context.words, h)
            ):
                continue
            denied = bool(denials_of(context, h))
            if name != "endorse":
                return ("endorse" if denied and not _says_no(context, h) else "reject"), h
            return ("reject" if denied else "endorse"), h
    if (
        context.discourse.reporting
        and context.words[0] in _POINTING
        and OVERLOOKING & set(context.words[1:2])
    ):
        return "reject", Hit("reject", 1, 1)
    if context.discourse.reporting or context.sentence.quoted:
        for h in context.sentence.has("against"):  # "the plan was A; we have scrapped it"
            dropped = rejects_a_view(context.words, h) or bool(
                _DROPPED & set(context.words[h.last + 1 : h.last + 2])
            )
            if dropped and not denials_of(context, h):
                return "reject", h
    return _of_an_impulse(context)


_DROPPED = word_set("it that this them")


def _of_an_impulse(context: Context) -> tuple[Judgement, Hit[str]] | None:
    """ "That instinct does harm", "this habit is to be commended": a verdict on what people were said to do."""
    for clause in context.clauses:
        opening = context.words[clause.first : clause.first + 3]
        if clause.kind != "main" or context.mentions_in(clause) or not _IMPULSES & set(opening[1:]):
            continue
        d = direction(context.sentence, clause)
        hits = [
            h
            for name in ("against", "advise", "weak")
            for h in context.sentence.has(name, clause.first, clause.last)
        ]
        if opening[0] in _POINTING | _WHOSE and hits and not d.not_all:
            return ("reject" if d.against else "endorse"), hits[0]
    return None


def proposes(words: Sequence[str]) -> bool:
    """ "A was suggested": what was brought up, and is still to be decided."""
    return bool(_PROPOSED & set(words))


def tells_a_practice(words: Sequence[str]) -> bool:
    """ "Some withhold it ...": what several people do, in front of a verdict on it."""
    return bool(_SEVERAL & set(words[:2]))


def denials_of(context: Context, h: Hit[str]) -> list[int]:
    """The denials beside words of agreement: "is hardly right", "and we do not"."""
    denying = _DENYING | (_UNTIMELY if context.sentence.has("refutes", h.first, h.last) else frozenset())
    found = [at for at in range(max(0, h.first - _REACH), h.first) if context.words[at] in denying]
    behind = h.last + 1
    return [*found, behind] if context.words[behind : behind + 1] == ["not"] else found


def _apart(context: Context, h: Hit[str]) -> bool:
    """Whether the words stand in a clause of their own, without a name: "that claim should be ...; "."""
    own = next((c for c in context.clauses if c.first <= h.first and h.last <= c.last), None)
    return (
        own is not None
        and own.kind == "main"
        and not context.mentions_in(own)
        and context.words[own.first] in _POINTING
    )


def _says_no(context: Context, h: Hit[str]) -> bool:
    """Whether the words that disagree hold their own denial ("not share")."""
    return any(w in _DENYING for w in context.words[h.first : h.last + 1])
