"""What "only", "unless", "except" and "depends on" add to what is advised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from language.clauses import Clause, has_predicate
from language.condition import Condition, Fact, both, negation
from language.context import Context
from language.frames import frame_of
from language.negations import words_of
from language.reading import Claim, Stance
from language.stance import Direction
from language.tags import Mention
from language.wordset import word_set

_DEPENDING = frozenset(
    {
        "depends on",
        "hinges on",
        "dependent on",
        "conditional on",
        "contingent on",
        "is tied to",
        "are tied to",
    }
)


def restricted(
    context: Context, claim: Claim, only: Condition | None, only_facts: int, excepted: Condition | None
) -> Iterator[Claim]:
    """Write out what "only", "unless" and "except" add."""
    turned: dict[Stance, Stance] = {
        "advised": "against",
        "weakly advised": "against",
        "not recognised": "against",
        "against": "weakly advised",
        "not needed": "weakly advised",
        "ranked below": "weakly advised",
        "not for all": "weakly advised",
    }
    if only is not None and claim.stance == "reported":
        others = both(claim.condition, negation(only))
        yield (replace(claim, condition=both(claim.condition, only), restrictors=only_facts))
        yield (replace(claim, condition=others, said_against=True, implied=True, restrictors=only_facts))
    elif only is not None:
        yield (replace(claim, condition=both(claim.condition, only)))
        if claim.advises:
            yield (
                replace(
                    claim,
                    stance="against",
                    condition=both(claim.condition, negation(only)),
                    implied=True,
                    restrictors=only_facts,
                )
            )
    elif excepted is not None:
        others = context.vocabulary.negated.get(excepted) or negation(excepted)
        rest = replace(claim, condition=both(claim.condition, others))
        if claim.stance == "against" and isinstance(excepted, Fact):
            rest = replace(rest, restrictors=1)  # "none except in such" is "only in such"
        yield rest
        contrary = (
            claim.intervention in context.vocabulary.interventions
            and context.vocabulary.interventions[claim.intervention].contrary is not None
        )
        if claim.stance in turned and not contrary:
            yield (replace(claim, stance=turned[claim.stance], condition=both(claim.condition, excepted)))
    else:
        yield (claim)


def goes_on_listing(context: Context, clause: Clause) -> bool:
    """ "only for such patients, those who ..., and those with ...": the list of patients goes on behind the clause."""
    return any(
        c.first > clause.last
        and c.kind == "main"
        and context.words[c.first] in _LISTED
        and any(c.first <= f.first <= c.last for f in context.sentence.facts)
        for c in context.clauses
    )


_LISTED = word_set("those patients people ones for in with before when if where and or as")


def exception_claims(context: Context, clause: Clause, previous: Direction | None) -> Iterator[Claim]:
    """ "all of them except X": X is turned round."""
    if (
        previous is None
        or frame_of(context, clause) != "advice"
        or context.words[clause.first] == "unless"
        or has_predicate(context.sentence, clause.first, clause.last)
    ):
        return
    known = context.vocabulary.interventions
    spoken = (*context.mentions, *context.sentence.landmarks)
    left = any(m.last < clause.first and m.id in known and known[m.id].contrary for m in spoken)
    for m in context.mentions_in(clause):  # "it is left alone, except for A": A is done
        stance: Stance = "weakly advised" if previous.against != left else "against"
        start, end = context.span(m)
        if not m.instead and not m.questions_only:
            yield (
                Claim(
                    m.id,
                    stance,
                    start,
                    end,
                    condition=both(*(h.condition for h in context.headings)),
                    asserted=context.discourse.asserted,
                    neighbour=m.neighbour,
                    sentence=context.number,
                    within=context.within,
                    context_start=start,
                    context_end=end,
                    cues=("except",),
                )
            )


def _depending(context: Context, at: int) -> Sequence[Mention]:
    """The mentions of which a sentence says that they depend on something; "only the former" is the first."""
    if context.sentence.has("former", 0, at):
        return context.mentions[:1]
    if context.sentence.has("latter", 0, at):
        return context.mentions[1:2]
    return context.mentions


def depends(context: Context, clause: Clause) -> bool:
    """Whether a clause says what something depends on, and not that it should be done."""
    return any(
        words_of(context.sentence, h) in _DEPENDING
        and any(
            name in context.vocabulary.subject_axes and 0 < first - h.last <= 5
            for name, first, _l in context.sentence.subjects
        )
        for h in context.sentence.has("only", clause.first, clause.last)
    )


def dependence_claims(context: Context) -> Iterator[Claim]:
    """ "Whether A can be given depends on the test": it is not for everybody, whoever that is."""
    if context.question or context.sentence.has("negation"):
        return
    if any(frame_of(context, c) == "reported" for c in context.clauses):
        return
    for h in context.sentence.has("only"):
        if words_of(context.sentence, h) not in _DEPENDING:
            continue
        for name, first, _last in context.sentence.subjects:
            axis = context.vocabulary.subject_axes.get(name)
            if axis is None or not 0 < first - h.last <= 5:
                continue
            for m in _depending(context, h.first):
                if m.last < h.first and not m.neighbour and not m.instead:
                    start, end = context.span(m)
                    yield (
                        Claim(
                            m.id,
                            "against",
                            start,
                            end,
                            condition=negation(axis),
                            implied=True,
                            restrictors=2,
                            sentence=context.number,
                            context_start=start,
                            context_end=end,
                            cues=(words_of(context.sentence, h),),
                        )
                    )
