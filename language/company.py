"""What names stand together in a clause: a class and its member, a deed and what is left undone with it."""

from __future__ import annotations

from collections.abc import Sequence

from language.clauses import Clause
from language.condition import Condition, axes_of
from language.context import Context
from language.matcher import Hit
from language.tags import Mention
from language.wordset import word_set

_COMPANION_ARTICLES = word_set("a an the any such his her their")
_PARTITIVE = word_set("of among amongst out from")
_SINGLING = word_set("only alone sole exclusively solely")
_BEING = frozenset({"be", "is", "are", "was", "were", "been", "being", "not"})


def is_of_a_part(context: Context, delay: Hit[str]) -> bool:
    """ "..., A given and the B left until last": what waits is a part of the body, and no treatment named."""
    part = next((first for _n, first, last in context.sentence.subjects if last == delay.first - 1), None)
    if part is None or any(m.first <= part <= m.last for m in context.mentions):
        return False
    before = part - (context.words[part - 1] in {"the", "a", "his", "her", "their"})
    return before > 0 and context.words[before - 1] in {"and", "or", ",", "while"}


def is_undone(context: Context, m: Mention) -> bool:
    """ "B is done un-A-ed": the word denies A, and says nothing about B."""
    return (
        m.first == m.last
        and context.words[m.first].startswith("un")
        and any(o.first == m.first for o in context.sentence.mentions)
        and any(h.last == m.first for h in context.sentence.has("against", m.first, m.last))
    )


def is_the_whole(context: Context, clause: Clause, m: Mention, mentions: Sequence[Mention]) -> bool:
    """ "Of these drugs only A ...", "the only drugs to give are A": the class that A is singled out of."""
    words = context.words
    others = [o for o in mentions if o.id != m.id]
    if not others or not any(words[i] in _SINGLING for i in range(clause.first, clause.last + 1)):
        return False
    opening = words[clause.first : m.first]
    if opening[:1] and opening[0] in _PARTITIVE and len(opening) <= 5:
        return any(o.first > m.last for o in others)
    return (
        "only" in words[max(clause.first, m.first - 2) : m.first]
        and bool(_BEING & set(words[clause.first : clause.last + 1]))
        and words[max(clause.first, m.first - 2)] in {"the", "only"}
    )


def is_companion(context: Context, clause: Clause, m: Mention, mentions: Sequence[Mention]) -> bool:
    """ "must not be added to Y": Y is only what it would be added to."""
    if not any(o.last < m.first for o in mentions) or m.instead:
        return False
    index = m.first - 1
    while index > clause.first and context.words[index] in _COMPANION_ARTICLES:
        index -= 1
    return any(h.last == index for h in context.sentence.has("companion", clause.first, m.first))


def is_left_out(context: Context, m: Mention, after: int) -> bool:
    return is_undone(context, m) or "without" in context.words[max(after, m.first - 3) : m.first]


def never_without(context: Context, m: Mention, mentions: Sequence[Mention]) -> bool:
    """ "Never do B without A": it speaks against leaving A out, and not against B."""
    behind = next((o for o in mentions if o.first > m.last), None)
    return behind is not None and is_left_out(context, behind, m.last)


def done_without(
    context: Context, clause: Clause, m: Mention, mentions: Sequence[Mention], condition: Condition
) -> str:
    """ "B is done un-A-ed", "B without A": it is A before B that is left out; else the mention's own name."""
    known = context.vocabulary.interventions
    own = known.get(m.id)
    if own is None or not own.general:
        return m.id
    for sequence in context.vocabulary.sequences:
        first, then, name = sequence
        deeds = [o for o in mentions if o.id in known and then in known[o.id].ancestors and o.last < m.first]
        if first not in own.ancestors or first not in known[name].ancestors or not deeds:
            continue
        left_out = is_left_out(context, m, deeds[-1].last)
        meant = frozenset().union(*(axes_of(r.when) for r in known[then].reads_as if not r.universal))
        if left_out and axes_of(condition) and not axes_of(condition) & meant:
            return name
    return m.id


def is_deed(opening: Sequence[str]) -> bool:
    """Whether an item names something done or left undone, which its heading judges: "not giving A"."""
    return any(w.endswith("ing") for w in opening) or opening[:1] in (["failure"], ["omission"])


def is_none(context: Context, m: Mention) -> bool:  # "A is an option, B none": only B is denied
    behind = context.words[m.last + 1 : m.last + 3]
    return behind[:1] in (["none"], ["no"]) and behind[1:2] in ([], ["."], [","], [";"])
