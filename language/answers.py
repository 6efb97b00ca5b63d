"""Answers to what was asked or reported before: a bare yes or no, an endorsement, a rejection."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from language.clauses import Clause
from language.context import Context, Read
from language.frames import is_bare_denial
from language.reading import Claim, Stance
from language.wordset import word_set

_RESTRICTING = word_set("only restricted reserved limited the solely exclusively confined")


def answer_word(context: Context) -> Literal["yes", "no"] | None:
    """The bare yes or no that a sentence begins with, or is."""
    if (
        context.discourse.answering
        and len(context.words) <= 7
        and not context.mentions
        and context.words[-1:] != ["?"]
    ):
        whole = Clause(0, len(context.words) - 1, "main", "")
        if is_bare_denial(context, whole):
            return "no"
    if context.block != "paragraph" and context.number:
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
    if out.says is None or not context.discourse.asked_claims:
        return
    tokens = context.sentence.tokens
    covered = {c.intervention for c in out.claims if c.stance not in {"mentioned", "asked"}}
    for asked in context.discourse.asked_claims:
        if asked.stance != "asked" or asked.intervention in covered or asked.implied:
            continue
        if any(w.split()[0] in _RESTRICTING for w in asked.cues) or _or_question(context):
            continue
        against = "(against)" in asked.cues
        stance: Stance = "against" if against != (out.says == "no") else "advised"
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


def _or_question(context: Context) -> bool:
    """ "A or B?" cannot be answered by yes or no."""
    return len({c.intervention for c in context.discourse.asked_claims}) > 2


def endorse_or_reject(context: Context, out: Read) -> None:
    """Make a report advice, or withdraw it, where the sentence agrees or disagrees with it."""
    if context.question:
        return
    own = [c for c in out.claims if c.stance not in {"mentioned", "asked"}]
    if context.sentence.has("endorse") and not context.sentence.has("negation"):
        for index, claim in enumerate(out.claims):
            if claim.stance == "reported":
                out.claims[index] = replace(
                    claim, stance="against" if "(against)" in claim.cues else "advised", strong=True
                )
        if not own:
            out.withdraws = "endorse"
    elif (
        context.sentence.has("reject") and not context.mentions and not context.sentence.has("reported_frame")
    ):
        out.claims = [c for c in out.claims if c.stance in {"mentioned", "asked"}]
        out.withdraws = "reject"
