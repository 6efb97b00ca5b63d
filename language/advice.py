"""The claims of one clause: each mention with its stance, for the patients that the clause speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from language.clauses import Clause, has_predicate
from language.condition import ALWAYS, Condition, axes_of, both, negation
from language.context import Context, Read
from language.frames import Frame, describes_only, frame_of, is_sentence, says_should
from language.kinds import kind_of
from language.order import orders
from language.positions import delayed_mention, is_companion, position_of
from language.reading import Action, Claim, Stance
from language.references import by_ordinal, is_anaphoric
from language.scope import Scope
from language.sequence import either_order, landmark_pronouns, landmarks_of, order_claims
from language.stance import Direction, advice_of, words_of
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
_SELECTING = word_set(
    "selectively selective selected certain some situations situation circumstances indications "
    "settings scenarios following follows depends individual individually case indication"
)


def claim_clause(
    context: Context,
    out: Read,
    clause: Clause,
    mentions: list[Mention],
    d: Direction,
    scope: Scope,
    attached: Sequence[Scope],
    frame: Frame,
    heading: bool,
    referred: bool,
    carried: Condition,
) -> tuple[Condition, Condition | None]:
    """Add a clause's claims to `out`; returns its condition and exception for the clauses behind it."""
    condition, asserted = scope.condition, scope.asserted
    only, only_facts, excepted, universal = scope.only, scope.only_facts, scope.excepted, scope.universal
    for s in attached:
        condition = both(condition, s.condition)
        asserted = both(asserted, s.asserted)
        if s.only is not None:
            only = s.only if only is None else both(only, s.only)
            only_facts = max(only_facts, s.only_facts)
        if s.excepted is not None:
            excepted = s.excepted if excepted is None else both(excepted, s.excepted)
        universal = universal or s.universal
    stated = axes_of(condition) | axes_of(asserted) | (axes_of(only) if only is not None else frozenset())
    ordinal = by_ordinal(context, clause, mentions)
    if ordinal is not None and not stated:
        condition, stated = ordinal, axes_of(ordinal)
    elif not stated and not universal and carried != ALWAYS:
        condition = both(condition, carried)
        stated = axes_of(condition)
    inherited: Condition = ALWAYS
    if (stated or not universal) and not axes_of(context.discourse.condition) & stated:
        if referred or is_anaphoric(context):
            inherited = both(context.discourse.condition, context.discourse.supposed)
        elif not stated:
            inherited = context.discourse.condition
    condition = both(condition, *(h.condition for h in context.headings if not axes_of(h.condition) & stated))
    universal = universal or any(h.universal for h in context.headings)
    condition = both(condition, inherited)
    context_asserted = both(
        asserted,
        context.discourse.asserted if not axes_of(context.discourse.asserted) & axes_of(asserted) else ALWAYS,
    )
    spoken = sorted(dict.fromkeys([*context.mentions, *mentions]), key=lambda m: m.first)
    spoken = [
        m for m in spoken if not m.neighbour and not m.instead and m.id in context.vocabulary.interventions
    ]
    spoken += landmark_pronouns(context, clause, spoken)
    spoken.sort(key=lambda m: m.first)
    either = either_order(context, spoken, out.orders)
    if either is not None:
        out.orders, spoken = either, []
    upto = next(
        (c.first - 1 for c in context.clauses if c.first > clause.last and c.kind == "main"),
        len(context.words) - 1,
    )
    local = [
        o for o in orders(context.sentence, spoken, 0, len(context.words) - 1) if clause.first <= o.at <= upto
    ]
    landmarks = landmarks_of(context, local)
    bare = (
        not universal
        and condition == ALWAYS
        and only is None
        and excepted is None
        and context_asserted == ALWAYS
        and not context.sentence.facts
        and not any(w in _SELECTING for w in context.words)
        and context.words[-1:] != [":"]
    )
    base = Claim(
        "",
        "mentioned",
        0,
        0,
        condition=condition,
        asserted=context_asserted,
        universal=universal,
        sentence=context.number,
        strong=d.outright,
        bare=bare,
        within=context.within,
        context_start=context.sentence.tokens[clause.first].start,
        context_end=context.sentence.tokens[clause.last].end,
    )
    heading_against = any(h.against for h in context.headings) and d.turns == 0
    uncovered = any(h.not_covered for h in context.headings)
    for m in mentions:
        stance, action = stance_of(context, clause, m, d, frame, mentions)
        if (
            m in landmarks
            and action == "give"
            and stance in {"advised", "weakly advised", "not recognised", "against", "asked"}
        ):
            stance = "mentioned"
        if heading and not (stance in {"advised", "against"} and is_sentence(context, clause)):
            stance = "mentioned"
        if uncovered:
            stance = "not covered"
        if heading_against and not says_should(context, clause):
            if stance in {"advised", "weakly advised", "not recognised"}:
                stance = "against"
            elif stance == "against":
                stance = "advised"  # "Never: do it without A"
        start, end = context.span(m)
        cues = d.cues + (("(against)",) if frame == "reported" and d.against else ())
        claim = replace(
            base,
            intervention=m.id,
            stance=stance,
            start=start,
            end=end,
            action=action,
            neighbour=m.neighbour,
            cues=cues,
        )
        if m.instead:
            out.claims.extend(against_waiting(context, claim, d))
            continue
        if m.questions_only:
            continue
        beside = is_companion(context, clause, m, mentions)
        out.claims.extend(
            restricted(
                context,
                claim,
                None if beside else only,
                only_facts,
                # "first unless ...": the exception is about the place, not about the treatment
                None if beside or any(o.earlier is m and o.later is None for o in local) else excepted,
            )
        )
    if not heading:
        out.claims.extend(order_claims(context, clause, local, d, base, frame, mentions))
    return both(condition, only or ALWAYS), excepted


def stance_of(
    context: Context, clause: Clause, m: Mention, d: Direction, frame: Frame, mentions: Sequence[Mention]
) -> tuple[Stance, Action]:
    """What a clause says of one mention: its stance, and whether that is of the act or of its delay."""
    action: Action = "give"
    kind = kind_of(context.sentence, clause, m, d)
    if kind is not None:
        return ("mentioned" if frame == "asked" else kind), action
    turned, ranked, neutral = position_of(context, clause, m, mentions)
    if not neutral and not ranked and d.against != turned and is_companion(context, clause, m, mentions):
        neutral = True
    if not (
        m.id in context.vocabulary.interventions and context.vocabulary.interventions[m.id].absorbs
    ) and any(
        o is not m
        and not o.neighbour
        and o.id in context.vocabulary.interventions
        and context.vocabulary.interventions[o.id].absorbs
        for o in mentions
    ):
        neutral = True
    if (
        m.neighbour
        and not d.recognised
        and context.block == "paragraph"
        and describes_only(context, clause)
        and not any(
            w in {"would", "should", "could", "can", "may", "might", "must"}
            for w in context.words[clause.first : clause.last + 1]
        )
    ):
        neutral = True
    if context.sentence.has("delay", clause.first, clause.last):
        delayed = delayed_mention(context, clause, mentions)
        if delayed is m or (delayed is None and len(mentions) == 1):
            action = "delay"
            neutral = False
        elif delayed is not None:
            return "mentioned", action
    if neutral:
        return "mentioned", action
    if frame == "asked":
        return "asked", action
    if frame == "reported":
        return "reported", action
    return advice_of(d, turned, ranked), action


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
    if only is not None:
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
        yield (replace(claim, condition=both(claim.condition, negation(excepted))))
        contrary = (
            claim.intervention in context.vocabulary.interventions
            and context.vocabulary.interventions[claim.intervention].contrary is not None
        )
        if claim.stance in turned and not contrary:
            yield (replace(claim, stance=turned[claim.stance], condition=both(claim.condition, excepted)))
    else:
        yield (claim)


def against_waiting(context: Context, claim: Claim, d: Direction) -> Iterator[Claim]:
    """Advice to do nothing is advice against what it stands for."""
    if claim.advises and d.recognised:
        yield (replace(claim, stance="against"))


def exception_claims(context: Context, clause: Clause, previous: Direction | None) -> Iterator[Claim]:
    """ "all of them except X": X is turned round."""
    if (
        previous is None
        or frame_of(context, clause) != "advice"
        or context.words[clause.first] == "unless"
        or has_predicate(context.sentence, clause.first, clause.last)
    ):
        return
    for m in context.mentions_in(clause):
        stance: Stance = "weakly advised" if previous.against else "against"
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
                    context_start=start,
                    context_end=end,
                    cues=("except",),
                )
            )


def dependence_claims(context: Context) -> Iterator[Claim]:
    """ "Whether A can be given depends on the test": it is not for everybody, whoever that is."""
    if context.question or context.sentence.has("negation"):
        return
    for h in context.sentence.has("only"):
        if words_of(context.sentence, h) not in _DEPENDING:
            continue
        for name, first, _last in context.sentence.subjects:
            axis = context.vocabulary.subject_axes.get(name)
            if axis is None or not 0 < first - h.last <= 5:
                continue
            for m in context.mentions:
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
