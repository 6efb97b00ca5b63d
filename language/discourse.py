"""What a sentence leaves behind for the sentences after it."""

from __future__ import annotations

from itertools import pairwise

from language.clauses import has_predicate
from language.condition import ALWAYS, Condition, axes_of, both
from language.context import Context, Read
from language.exemption import announces_exception
from language.ordinals import listed
from language.scope import scope_of
from language.tags import Mention
from language.wordset import word_set

_REMEMBERED = 24  # claims that "the others" may be the others of


def _only_supposed(context: Context, supposed: list[Condition]) -> Condition:
    """ "Suppose it were so.", "Should it be so, things change.": all that follows is about that case."""
    if context.words[0] in _SUPPOSING:
        return both(*supposed) if supposed else both(*(f.condition for f in context.sentence.facts))
    asked = context.words[:1] == ["you"] and "if" in context.words and "would" in context.words
    return both(*supposed) if asked else ALWAYS


def _is_feared(context: Context) -> bool:
    """ "This overlooks the risk of a sudden fall": what may come is no finding of a note."""
    return any(
        0 < f.first - h.last <= _FEARED
        for h in context.sentence.has("unreal")
        for f in context.sentence.facts
    )


_FEARED = 4  # words from "risk of" to the finding
_SUPPOSING = word_set("suppose supposing imagine should were say assume assuming picture if")


def coordinated(context: Context) -> tuple[str, ...]:
    """The last two names that "and" or "or" joins: "A or B can be added to C" is about A and B."""
    spoken = sorted(
        (m for m in context.mentions if not m.instead and not m.questions_only), key=lambda m: m.first
    )
    for a, b in reversed([*pairwise(spoken)]):
        between = context.words[a.last + 1 : b.first]
        if a.id != b.id and {"and", "or"} & set(between) and all(w in _JOINING for w in between):
            return a.id, b.id
    return ()


_JOINING = word_set("and or either by with to of the a an also both") | {","}


def _in_question(context: Context) -> Condition | None:
    """ "What if it is so?", "And in such a case?": the case that the text's own question puts, for its answer."""
    parts: list[Condition] = []
    for c in context.clauses:
        if c.kind != "whether":
            scope = scope_of(context.sentence, c, bool(context.mentions_in(c)))
            parts += [scope.condition, scope.asserted]
    whole = both(*parts) if parts else ALWAYS
    return whole if whole != ALWAYS else None


def _is_setting(context: Context, m: Mention) -> bool:
    """ "Has A a place in B of the first kind?": B, a general name, only says where, and "they" are A."""
    known = context.vocabulary.interventions.get(m.id)
    if known is None or not known.general or not any(o.last < m.first for o in context.mentions):
        return False
    at = m.first - 1
    while at > 0 and (
        context.words[at] in {"the", "a"} or any(f.first <= at <= f.last for f in context.sentence.facts)
    ):
        at -= 1
    return context.words[at] == "in"


def move_on(context: Context, out: Read) -> None:
    """Note in the discourse what was named, said and supposed."""
    d = context.discourse
    stances = [c for c in out.claims if c.advises or c.opposes]
    d.last_against = stances[-1].opposes if stances else None
    d.rule = tuple(c.intervention for c in stances) if announces_exception(context) else ()
    named = tuple(
        dict.fromkeys(
            m.id
            for m in context.mentions
            if not m.instead and not m.questions_only and not _is_setting(context, m)
        )
    )
    if named:
        d.salient = named
        if len(named) >= 2:
            d.pair = coordinated(context) or named[-2:]
            d.listed = listed(context)
    if len(set(out.orders)) == 2:
        d.pair = tuple(dict.fromkeys(out.orders))
    subjects = [n for n, _f, _l in context.sentence.subjects]
    axes = context.vocabulary.subject_axes
    d.axes = frozenset().union(*(axes_of(axes[n]) for n in subjects if n in axes))
    for name in context.vocabulary.tracked_subjects:
        if name in subjects:
            d.subject = name
    d.own_question = tuple(c for c in out.claims if c.stance == "asked") if context.question else ()
    d.claims = (*d.claims, *stances)[-_REMEMBERED:]
    d.reporting = any(c.stance in {"reported", "asked"} for c in out.claims) and not context.question
    d.answering = bool(d.own_question)
    d.waiting = bool(context.sentence.has("waiting")) and not d.last_against
    if context.question:
        d.condition, d.supposed = _in_question(context) or d.condition, ALWAYS
        return
    conditions: list[Condition] = []
    supposed: list[Condition] = []
    asserted: list[Condition] = []
    for c in context.clauses:
        scope = scope_of(context.sentence, c, bool(context.mentions_in(c)))
        if c.kind == "condition":
            supposed.append(scope.condition)
        elif c.kind != "exception":
            conditions.append(scope.condition)
        if scope.only is not None:
            conditions.append(scope.only)
        asserted.append(scope.asserted)
    condition = next((c for c in conditions if c != ALWAYS), ALWAYS)
    if (
        not context.mentions
        and condition != ALWAYS
        and (context.block == "paragraph" or (context.block == "item" and context.discourse.patient))
        and not any(has_predicate(context.sentence, c.first, c.last) for c in context.clauses)
        and context.words[-1:] != [":"]
        and not _is_feared(context)
    ):
        asserted.append(both(*conditions))  # a note, without a verb
        condition = ALWAYS
    if not context.mentions and condition == ALWAYS and context.block == "paragraph":
        condition = _only_supposed(context, supposed)
    if context.block == "item" and not context.mentions and any(h.mentions for h in context.headings):
        asserted = []  # one of the cases of a list: the next item is another case
    asserts = both(*asserted) if asserted else ALWAYS
    facts = context.sentence.facts
    distinct = tuple(dict.fromkeys(f.condition for f in facts))
    if len(distinct) >= 2:
        d.fact_pair = (distinct[0], distinct[-1]) if len(distinct) > 2 else distinct
    if condition != ALWAYS or supposed:
        d.condition, d.supposed = condition, both(*supposed)
    elif asserts != ALWAYS:
        d.condition = d.supposed = ALWAYS
    if asserts != ALWAYS:
        kept = d.asserted if not axes_of(d.asserted) & axes_of(asserts) else ALWAYS
        d.asserted = both(kept, asserts)
