"""Answers to what was asked or reported before: a bare yes or no, an endorsement, a rejection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from language.clauses import Clause
from language.context import Context, Read
from language.frames import is_bare_denial
from language.reading import Claim, Stance
from language.wordset import word_set

_PERSONS = word_set("i we you he she it they one this that there")
_AUXILIARIES = word_set(
    "is are was were does do did can could may might will would shall should must has have be so not none"
)
_ADVERBIAL = word_set(
    "unfortunately sadly luckily indeed still of course personally probably then here am afraid certainly "
    "definitely always generally usually clearly surely really hardly ever in fact well but and yes no think"
)
_REFUSING = word_set("none not never nowhere hardly scarcely")
_RESTRICTING = word_set("only restricted reserved limited the solely exclusively confined")


def answer_word(context: Context) -> Literal["yes", "no"] | None:
    """The bare yes or no that a sentence begins with, or is."""
    if (
        context.discourse.answering
        and len(context.words) <= 7
        and not context.mentions
        and context.words[-1:] != ["?"]
    ):
        echoed = _echoed(context)
        if echoed is not None:
            return echoed
    if context.block != "paragraph" and context.number and not context.discourse.own_question:
        return None
    said: Literal["yes", "no"] | None = None
    answers: tuple[Literal["yes", "no"], ...] = ("yes", "no")
    for answer in answers:
        hits = context.sentence.has(answer)
        if hits and hits[0].first == 0:
            following = context.words[hits[0].last + 1 : hits[0].last + 2]
            if not following or following[0] in {",", ".", ":", ";", "-", "!", "*", "("}:
                said = answer
    return said


def answer_claims(context: Context, out: Read) -> Iterator[Claim]:
    """A bare yes or no takes over what was asked."""
    asked_before = context.discourse.own_question or context.discourse.asked_claims
    if out.says is None or not asked_before:
        return
    tokens = context.sentence.tokens
    covered = {c.intervention for c in out.claims if c.stance not in {"mentioned", "asked"}}
    for asked in asked_before:
        if asked.stance != "asked" or asked.intervention in covered or asked.implied:
            continue
        if any(w.split()[0] in _RESTRICTING for w in asked.cues) or _or_question(asked_before):
            continue
        against = asked.said_against
        stance: Stance = "against" if against != (out.says == "no") else "advised"
        if stance == "against" and asked.universal:
            stance = "not for all"
        yield (
            replace(
                asked,
                stance=stance,
                start=tokens[0].start,
                end=tokens[0].end,
                context_start=tokens[0].start,
                context_end=tokens[-1].end,
                sentence=context.number,
                cues=(out.says,),
                strong=True,
            )
        )


def _echoed(context: Context) -> Literal["yes", "no"] | None:
    """The yes or no of a sentence that only takes up the verb of the question: "it is", "we would not", "none"."""
    words = [w for w in context.words if w[0].isalnum()]
    if is_bare_denial(context, Clause(0, len(context.words) - 1, "main", "")):
        return "no"
    if words and words[0] in _REFUSING and not context.sentence.has("weak_against"):
        return "no"
    if words[:1] == ["no"] and len(words) <= 3:
        return "no"
    rest = [w for w in words if w not in _ADVERBIAL]
    if not rest or any(w not in _PERSONS | _AUXILIARIES for w in rest):
        return None
    if rest[-1] in {"not", "none"}:
        return "no"
    return "yes" if rest[-1] in _AUXILIARIES else None


def _or_question(asked: Sequence[Claim]) -> bool:
    """ "A or B?" cannot be answered by yes or no."""
    return len({c.intervention for c in asked}) > 2


def endorse_or_reject(context: Context, out: Read) -> None:
    """Make a report advice, or withdraw it, where the sentence agrees or disagrees with it."""
    if context.question:
        return
    own = [c for c in out.claims if c.stance not in {"mentioned", "asked"}]
    if context.sentence.has("endorse") and not context.sentence.has("negation"):
        for index, claim in enumerate(out.claims):
            if claim.stance == "reported":
                out.claims[index] = replace(
                    claim, stance="against" if claim.said_against else "advised", strong=True
                )
        if not own:
            out.withdraws = "endorse"
    elif (
        context.sentence.has("reject") and not context.mentions and not context.sentence.has("reported_frame")
    ):
        out.claims = [c for c in out.claims if c.stance in {"mentioned", "asked"}]
        out.withdraws = "reject"
