"""The claims of one clause: each mention with its stance, for the patients that the clause speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from language.anaphora import by_ordinal, is_anaphoric, points_back, supposes_a_change
from language.bystanders import (
    argues_against,
    awaited_axes,
    is_described,
    is_enumerated,
    is_left_to_need,
    is_let,
    is_pretext,
    names_only,
    picks_a_few,
    would,
)
from language.clauses import Clause
from language.company import done_without, is_companion, is_deed, never_without
from language.condition import ALWAYS, Condition, axes_of, both, excludes
from language.context import Context, Read
from language.delays import dates_only, delayed_mention, delays
from language.exemption import the_others
from language.frames import Frame, describes_only, is_sentence, says_should
from language.kinds import kind_of
from language.narration import narrates
from language.order import orders
from language.positions import position_of
from language.quoting import is_told
from language.reading import Action, Claim, Stance
from language.restriction import depends, goes_on_listing, restricted
from language.scope import Scope
from language.sequence import either_order, landmark_pronouns, landmarks_of, order_claims
from language.stance import Direction, advice_of
from language.tags import Mention
from language.unmeant import is_construed, is_feared, is_stopgap, is_what_would_call
from language.waiting import against_waiting, comes_behind_a_wait
from language.wordset import word_set

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
        if excludes(s.condition, scope.condition):
            continue  # its own condition wins: "A in the second line, B in the third"
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
    elif not stated and (not universal or points_back(context, clause)) and carried != ALWAYS:
        condition = both(condition, carried)
        stated = axes_of(condition)
    inherited: Condition = ALWAYS
    if (stated or not universal) and not axes_of(context.discourse.condition) & stated:
        if referred or is_anaphoric(context):
            supposed = context.discourse.supposed
            inherited = both(context.discourse.condition, ALWAYS if axes_of(supposed) & stated else supposed)
        elif not stated:
            inherited = context.discourse.condition
    condition = both(condition, *(h.condition for h in context.headings if not axes_of(h.condition) & stated))
    universal = universal or any(h.universal for h in context.headings)
    changed = supposes_a_change(context)
    condition = both(condition, ALWAYS if changed else inherited)
    apart = changed or axes_of(context.discourse.asserted) & axes_of(asserted)
    context_asserted = both(asserted, ALWAYS if apart else context.discourse.asserted)
    spoken = sorted(dict.fromkeys([*context.mentions, *mentions]), key=lambda m: m.first)
    spoken = [
        m
        for m in spoken
        if not m.neighbour
        and not m.instead
        and (known := context.vocabulary.interventions.get(m.id)) is not None
        and (known.general or not known.neutral)
    ]
    awaiting = awaited_axes(context)
    if not awaiting:  # "until it is known": a finding, and no treatment
        spoken += landmark_pronouns(context, clause, spoken)
    spoken.sort(key=lambda m: m.first)
    either = either_order(context, spoken, out.orders)
    if either is not None:
        out.orders, spoken = either, []
    upto = next(
        (c.first - 1 for c in context.clauses if c.first > clause.last and c.kind == "main"),
        len(context.words) - 1,
    )
    unless = [c for c in context.clauses if c.kind == "exception" and c is not clause]
    local = [
        o
        for o in orders(context.sentence, spoken, 0, len(context.words) - 1)
        if clause.first <= o.at <= upto and not any(c.first <= o.at <= c.last for c in unless)
    ]
    if d.against and context.words[1:2] == [","]:
        local = [o for o in local if o.at]  # "First, no A should be given": it counts what is said
    if awaiting:
        local = [o for o in local if o.earlier is not None and o.later is not None]
    landmarks = landmarks_of(context, local)
    bare = (
        not (universal or changed)
        and condition == ALWAYS
        and only is None
        and excepted is None
        and context_asserted == ALWAYS
        and all(f.condition == ALWAYS for f in context.sentence.facts)
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
        opened=scope.opened.union(*(s.opened for s in attached)),
        sentence=context.number,
        strong=d.outright,
        bare=bare,
        within=context.within,
        awaiting=awaiting,
        context_start=context.sentence.tokens[clause.first].start,
        context_end=context.sentence.tokens[clause.last].end,
    )
    heading_against = any(h.against for h in context.headings) and (
        d.turns == 0 or is_deed(context.words[clause.first : clause.first + 2])
    )
    uncovered = any(h.not_covered for h in context.headings)
    for m in mentions:
        stance, action = stance_of(context, clause, m, d, frame, mentions)
        if (
            m in landmarks
            and action == "give"
            and stance in {"advised", "weakly advised", "not recognised", "against", "asked"}
        ):
            stance = "mentioned"
        if stance in {"against", "not needed"} and any(
            m in {o.earlier, o.later} and o.earlier and o.later and 0 < o.at - m.last <= 2 for o in local
        ):
            stance = "mentioned"  # "A after B is less effective": the order has it
        if heading and not (stance in {"advised", "against"} and is_sentence(context, clause)):
            stance = "mentioned"
        if uncovered:
            stance = "not covered"
        if any(h.delays for h in context.headings) and action == "give" and d.turns == 0:
            action = "delay"
        if any(h.rejects for h in context.headings) and context.block != "paragraph":
            stance, only = _rejected(stance, d, universal or only is not None), None
        elif heading_against and not says_should(context, clause):
            if any(
                h.last < m.first for h in context.sentence.has("no_substitute", clause.first, clause.last)
            ):
                stance = "mentioned"  # what cannot be replaced is not what the heading warns of
            elif stance in {"advised", "weakly advised", "not recognised"}:
                stance = "against"
            elif stance == "against":
                stance = "advised"  # "Never: do it without A"
        start, end = context.span(m)
        others = the_others(context, clause, (*context.discourse.claims, *out.claims), m.id)
        name = done_without(context, clause, m, mentions, condition)
        presumed = (context.vocabulary.interventions[name].presupposes if name != m.id else None) or ALWAYS
        claim = replace(
            base,
            universal=base.universal and others == ALWAYS and presumed == ALWAYS,
            condition=both(base.condition, presumed) if others == ALWAYS else others,
            intervention=name,
            stance=stance,
            start=start,
            end=end,
            action=action,
            neighbour=m.neighbour,
            cues=d.cues,
            said_against=(frame != "advice" or stance == "past")
            and (d.against != (stance == "reported" and position_of(context, clause, m, mentions)[1])),
        )
        if m.instead and action == "give":
            out.claims.extend(against_waiting(context, claim, d))
            continue
        if m.questions_only:
            continue
        beside = is_companion(context, clause, m, mentions)
        claim = replace(claim, beside=True) if beside else claim
        out.claims.extend(
            restricted(
                context,
                claim,
                None if beside else only,
                only_facts + goes_on_listing(context, clause),
                # "first unless ...": the exception is about the place, not about the treatment
                None if beside or any(o.earlier is m and o.later is None for o in local) else excepted,
            )
        )
    if not heading:
        out.claims.extend(order_claims(context, clause, local, d, base, frame, mentions))
    return both(condition, only or ALWAYS), excepted


def _rejected(stance: Stance, d: Direction, general: bool) -> Stance:
    """What is left of a stance that a heading rejects ("Myths"): that all need it is no myth about each."""
    if stance in {"advised", "weakly advised", "not recognised"}:
        if general:
            return "not for all"
        return "not needed" if d.outright else "against"
    return "weakly advised" if stance in {"against", "not needed"} else stance


def stance_of(
    context: Context, clause: Clause, m: Mention, d: Direction, frame: Frame, mentions: Sequence[Mention]
) -> tuple[Stance, Action]:
    """What a clause says of one mention: its stance, and whether that is of the act or of its delay."""
    action: Action = "give"
    if is_feared(context, clause, m) or is_construed(context, clause) or is_what_would_call(context, m):
        return "mentioned", action
    if d.against and is_stopgap(context, m):
        return "ranked below", action
    kind = kind_of(context.sentence, clause, m, d) or _kind_before(context, clause, d)
    if (
        kind == "asked"
        and not context.question
        and frame == "advice"
        and _is_passed_over(context, clause, m, d, mentions)
    ):
        return "ranked below", action
    if (
        kind == "asked"
        and delays(context, clause)
        and delayed_mention(context, clause, mentions) in {m, None}
    ):
        action = "delay"
    if kind == "past" and frame == "reported" and is_told(context, clause):
        return "reported", action  # "her answer was A": right or wrong, as the text goes on to say
    if kind is not None:
        return ("mentioned" if frame == "asked" else kind), action
    if frame == "advice" and narrates(context.sentence, clause):
        return ("reported" if context.sentence.has("somebody") else "past"), action
    turned, ranked, neutral = position_of(context, clause, m, mentions)
    if is_left_to_need(context, m) and not d.against:
        return "mentioned", action
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
    if is_let(context, clause) and not context.sentence.has("delay", clause.first, clause.last):
        neutral = True  # "do not let A grow into ...": against what becomes of it
    if m.neighbour and any(o.first == m.last + 1 and not o.neighbour for o in mentions):
        neutral = True  # only the manner of what is named next
    if (
        m.neighbour
        and not d.recognised
        and context.block == "paragraph"
        and (describes_only(context, clause) or bool(context.sentence.has("modal")))
        and not any(
            w in {"would", "should", "could", "can", "may", "might", "must"}
            for w in context.words[clause.first : clause.last + 1]
        )
    ):
        neutral = True
    if argues_against(context, clause, mentions) or is_described(context, m) or is_pretext(context, m):
        return "mentioned", action
    if delays(context, clause):
        delayed = delayed_mention(context, clause, mentions)
        if delayed is m or (delayed is None and len(mentions) == 1 and not dates_only(context, clause)):
            action = "delay"
            neutral = False
        elif delayed is not None:
            return "mentioned", action
        if action == "delay" and any(o.last < m.first for o in mentions) and would(context, clause, m):
            return "mentioned", action  # "A would only delay B" puts nothing off
    if action == "give" and not d.against and comes_behind_a_wait(context, clause, m):
        action, neutral = "delay", False
    if neutral or (d.narrated and not d.recognised) or (not d.turns and depends(context, clause)):
        return "mentioned", action
    if frame == "asked":
        return "asked", action
    if frame == "reported":
        return "reported", action
    if not d.against and picks_a_few(context, clause):
        return "not for all", action
    stance = advice_of(d, turned, ranked)
    if stance == "against" and d.turns == 1 and never_without(context, m, mentions):
        return "mentioned", action
    if stance == "not recognised" and (is_enumerated(context) or names_only(context, clause, m)):
        return "mentioned", action
    return stance, action


def _kind_before(context: Context, clause: Clause, d: Direction) -> Stance | None:
    """ "..., nor by B": a stretch without a verb goes on telling what the clause before told."""
    if not clause.elliptical or clause.joiner not in {"nor", "or", "and"}:
        return None
    defined = any(
        m.neighbour and m.last < h.first < clause.first
        for m in context.sentence.mentions
        for h in context.sentence.has("definition")
    )
    if clause.joiner == "and":
        return "mentioned" if defined else None  # "B means that it is ..., and not ..."
    before = [c for c in context.clauses if c.last < clause.first and c.kind == "main" and not c.elliptical]
    if not before:
        return None
    kind = kind_of(context.sentence, before[-1], Mention("", before[-1].first, before[-1].first), d)
    return kind if kind in {"past", "study result"} else None


def _is_passed_over(
    context: Context, clause: Clause, m: Mention, d: Direction, mentions: Sequence[Mention]
) -> bool:
    """ "given the choice between A and B, B should be given": A is what it was chosen before."""
    chosen = [o for o in mentions if o.first > m.last and kind_of(context.sentence, clause, o, d) is None]
    return bool(chosen) and not d.turns and all(o.id != m.id for o in chosen)
