"""What a sentence says about order: which intervention or family comes first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from language.bystanders import is_let
from language.clauses import Clause, has_predicate
from language.context import Context
from language.frames import Frame, says_should
from language.kinds import kind_of
from language.order import Order
from language.reading import Claim, Stance
from language.stance import Direction, advice_of, before_than
from language.tags import Mention
from language.vocabulary_file import OrderEntry
from language.wordset import word_set

_TELLERS = word_set("we i he she they")
_DATING = word_set("follow follows after before until following")

_LATER_CUES = frozenset({"before", "prior to", "ahead of", "in advance of", "earlier than", "sooner than"})
_EARLIER_CUES = frozenset(
    {
        "after",
        "follow",
        "follows",
        "on the heels of",
        "in the wake of",
        "on the back of",
        "following",
        "once",
        "until",
        "till",
        "as soon as",
        "upon completion of",
        "on completion of",
        "subsequent to",
        "later than",
    }
)


def order_claims(
    context: Context,
    clause: Clause,
    local: Sequence[Order],
    d: Direction,
    base: Claim,
    frame: Frame,
    mentions: Sequence[Mention],
) -> Iterator[Claim]:
    """Claims on which family comes first."""
    if (
        frame == "asked"
        or kind_of(context.sentence, clause, Mention("", clause.first, clause.first), d) is not None
    ):
        return
    headed = [
        Order(m, None, True, "first", m.first)
        for m in mentions
        if any(h.first for h in context.headings)
        and not m.neighbour
        and not m.instead
        and m.id in context.vocabulary.interventions
    ]
    upto = before_than(context.sentence, clause)
    for o in [*headed[:1], *_listed(context, clause), *_with_next_clauses(context, clause, local)]:
        if upto < o.at <= clause.last:
            continue  # "A before B is better than A after B": the other side of the comparison
        if d.against and (
            context.sentence.has("delay", clause.first, clause.last) or is_let(context, clause)
        ):
            continue  # "after A it cannot wait", "do not let weeks pass": the wait is denied, and no order
        yield from _sequence_claim(context, clause, o, d, base, frame)
        families = [
            context.vocabulary.interventions[m.id].family if m is not None else None
            for m in (o.earlier, o.later)
        ]
        if families[0] == families[1] or "follow_up" in families:
            continue
        yield from _dated_claim(context, clause, o, families, d, base, frame)
        if not o.firm:
            continue
        ordered = [
            key
            for key, intervention in context.vocabulary.interventions.items()
            if _is_ordered(context, o, families, d, key, intervention.order)
        ]
        if d.against:  # what is said against the extensive says nothing of the ordinary
            classes = {a for k in ordered for a in context.vocabulary.interventions[k].ancestors - {k}}
            ordered = [k for k in ordered if k not in classes]
        for key in ordered:
            anchor = o.earlier or o.later
            assert anchor is not None
            stance: Stance = "reported" if frame == "reported" else advice_of(d, False, False)
            start, end = context.span(anchor)
            if any(h.against for h in context.headings) and d.turns == 0 and not says_should(context, clause):
                stance = "against"
            yield replace(base, intervention=key, stance=stance, start=start, end=end, cues=(o.cue, *d.cues))


def _is_ordered(
    context: Context,
    o: Order,
    families: Sequence[str | None],
    d: Direction,
    key: str,
    order: OrderEntry | None,
) -> bool:
    """Whether an intervention that is an order is the one that the text states."""
    if (
        order is None
        or order.dated
        or (families[0] or order.first) != order.first
        or (families[1] or order.then) != order.then
    ):
        return False
    return (
        not order.extensive
        or any(e[0] == key for e in context.sentence.extensive)
        or (_several_local(context, o, order.first) and not d.hedged)
    )


def _dated_claim(
    context: Context,
    clause: Clause,
    o: Order,
    families: Sequence[str | None],
    d: Direction,
    base: Claim,
    frame: Frame,
) -> Iterator[Claim]:
    """Advice against what has to follow ("... should not follow it")."""
    if (
        frame != "advice"
        or o.earlier is None
        or o.later is None
        or not d.against
        or o.cue in _LATER_CUES  # "not A before B" denies no B
        or context.sentence.has("delay", clause.first, clause.last)
    ):
        return
    for key, intervention in context.vocabulary.interventions.items():
        if (
            intervention.order is not None
            and intervention.order.dated
            and (intervention.order.first, intervention.order.then) == tuple(families)
        ):
            start, end = context.span(o.later)
            yield replace(
                base,
                intervention=key,
                stance=advice_of(d, False, False),
                start=start,
                end=end,
                cues=(o.cue, *d.cues),
            )


def _sequence_claim(
    context: Context, clause: Clause, o: Order, d: Direction, base: Claim, frame: Frame
) -> Iterator[Claim]:
    """Two interventions of one family in an order, where the vocabulary names that."""
    if (
        o.earlier is None
        or o.later is None
        or o.earlier.id not in context.vocabulary.interventions
        or o.later.id not in context.vocabulary.interventions
    ):
        return
    for first, then, together in context.vocabulary.sequences:
        if any(_is_elsewhere(context, m.id, first, then, together) for m in (o.earlier, o.later)):
            continue
        if (
            first in context.vocabulary.interventions[o.earlier.id].ancestors
            and then in context.vocabulary.interventions[o.later.id].ancestors
        ):
            inferior = any(
                max(o.earlier.last, o.later.last) < h.first <= clause.last
                for h in context.sentence.has("inferior_to", clause.first)
            )  # "A after B does less than ...": the order is the lesser one
            stance: Stance = "reported" if frame == "reported" else advice_of(d, inferior, False)
            if any(h.against for h in context.headings) and d.turns == 0:
                stance = "against"
            start, end = context.span(o.later)
            yield replace(
                base, intervention=together, stance=stance, start=start, end=end, cues=(o.cue, *d.cues)
            )


def _is_elsewhere(context: Context, id: str, first: str, then: str, together: str) -> bool:
    """Whether it is done to another site than the one of which the sequence speaks."""
    known = context.vocabulary.interventions
    objects = [*known[first].objects, *known[then].objects]
    site = next((of for of, to in objects if to in known[together].ancestors), None)
    return site is not None and any(of != site and id in known[to].descendants for of, to in objects)


def _with_next_clauses(context: Context, clause: Clause, local: Sequence[Order]) -> list[Order]:
    """Orders of the clause, with those that "then" makes with the clause before."""
    found = list(local)
    mentions = context.mentions_in(clause)
    if (
        clause.joiner in {"then"}
        or context.words[clause.first : clause.first + 1] == ["then"]
        or context.words[clause.first : clause.first + 2]
        in (["and", "then"], ["only", "then"], ["afterwards"])
    ):
        earlier = [m for m in context.mentions if m.last < clause.first and not m.neighbour and not m.instead]
        later = [m for m in mentions if not m.neighbour and not m.instead]
        if earlier and later and not any(o.earlier and o.later for o in found):
            found.append(Order(earlier[-1], later[0], True, "then", clause.first))
    found.extend(_after_the_sentence_before(context, clause, mentions))
    return found


def _after_the_sentence_before(
    context: Context, clause: Clause, mentions: Sequence[Mention]
) -> Iterator[Order]:
    """ "A is done first. Six weeks later B is done.", "Then B": B comes after what the sentence before named."""
    opening = [w for w in context.words[:4] if w[0].isalnum()]
    known = context.vocabulary.interventions
    later = next((m for m in mentions if m.id in known), None)
    if clause.first or later is None or len(context.discourse.salient) != 1 or context.question:
        return
    follows = opening[:1] in (["then"], ["afterwards"], ["thereafter"], ["subsequently"], ["next"])
    if not follows and "later" not in opening[1:]:
        return
    before = context.discourse.salient[0]
    if before in known and known[before].family == known[later.id].family and before != later.id:
        yield Order(replace(later, id=before), later, True, "then", later.first)


def _listed(context: Context, clause: Clause) -> list[Order]:
    """A note without a verb tells its steps in their order: "Case: drug, scan after three, operation"."""
    last = len(context.words) - 1
    if clause.first > min((m.first for m in context.mentions), default=0) or has_predicate(
        context.sentence, 0, last
    ):
        return []
    if _TELLERS & set(context.words):
        return []
    if context.block == "paragraph" and not {":", ";", ">"} & set(context.words):
        return []
    steps = [
        m
        for m in context.mentions
        if not m.neighbour and not m.instead and m.id in context.vocabulary.interventions
    ]
    steps = [m for m in steps if context.vocabulary.interventions[m.id].family != "follow_up"]
    found = []
    for a, b in pairwise(steps):
        between = context.words[a.last + 1 : b.first]
        denied = {"no", "not", "without"} & set(context.words[max(0, a.first - 2) : a.first])
        if not between or denied:
            continue
        if any(w in {"or", "with", "plus", "+", "/", "no", "not", "after", "before"} for w in between):
            continue
        if any(w in {",", ";", "then", ">"} for w in between):
            found.append(Order(a, b, True, "then", a.first))
    return found


def _several_local(context: Context, o: Order, family: str) -> bool:
    """Whether the earlier one is the last of several of its family that are all done."""
    if o.earlier is None:
        return False
    local = [
        m
        for m in context.mentions
        if not m.neighbour
        and not m.instead
        and context.vocabulary.interventions[m.id].family == family
        and m is not o.later
        and m.first <= o.at
    ]
    if context.sentence.has("weak"):
        return False  # "consider A and B": a choice, no programme
    joined = [
        b
        for a, b in pairwise(local)
        if a.id != b.id
        and "and" in context.words[a.last : b.first]
        and "or" not in context.words[a.last : b.first]
        and b.first - a.last <= 5
    ]
    return any(b is o.earlier or b.first > o.earlier.first for b in joined)


def landmarks_of(context: Context, local: Sequence[Order]) -> list[Mention]:
    """Mentions that only date another one ("after A")."""
    found: list[Mention] = []
    for o in local:
        if o.cue in _LATER_CUES and o.later is not None:
            found.append(o.later)
        elif (
            o.cue in _EARLIER_CUES
            and o.earlier is not None
            and (o.cue not in {"follow", "follows"} or _follows(context, o))
        ):
            found.append(o.earlier)
    return found


def _follows(context: Context, o: Order) -> bool:
    """ "A should follow B promptly", and neither "it follows that B is given" nor "follow with B"."""
    assert o.earlier is not None
    between = context.words[o.at + 1 : o.earlier.first]
    return o.later is not None and len(between) <= 3 and not {"that", "with", "by", "in"} & set(between)


def landmark_pronouns(context: Context, clause: Clause, spoken: Sequence[Mention]) -> list[Mention]:
    """ "should not follow it": what the pronoun behind a word of time stands for."""
    found: list[Mention] = []
    for index in range(clause.first + 1, clause.last + 1):
        if context.words[index] in {"it", "that", "this", "them"} and context.words[index - 1] in _DATING:
            earlier = [m.id for m in spoken if m.last < clause.first] or [
                i for i in context.discourse.salient if i in context.vocabulary.interventions
            ][:1]
            if earlier:
                found.append(Mention(earlier[-1], index, index))
    return found


def either_order(context: Context, spoken: Sequence[Mention], named: Sequence[str]) -> tuple[str, ...] | None:
    """ "before or after" names two orders and advises neither: `named` with them; None where it is not said."""
    either = any(
        context.words[i : i + 3] in (["before", "or", "after"], ["after", "or", "before"])
        for i in range(len(context.words))
    )
    if not either:
        return None
    known = context.vocabulary.interventions
    found = list(named)
    for first, _then, together in context.vocabulary.sequences:
        if any(m.id in known and first in known[m.id].ancestors for m in spoken):
            found.append(together)
    if context.words.index("before") < context.words.index("after"):
        ranks = {
            together: n for n, (_f, _t, together) in reversed([*enumerate(context.vocabulary.sequences)])
        }
        found.sort(key=lambda together: ranks[together], reverse=True)
    return tuple(found)
