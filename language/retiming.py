"""A pronoun at another time than its name: "A before B is right; giving it afterwards does less"."""

from __future__ import annotations

from language.clauses import Clause
from language.context import Context
from language.wordset import word_set

_LATER = word_set("afterwards afterward thereafter")
_EARLIER = word_set("beforehand")
_DENYING = word_set("not never than or and nor before after")
_NEAR = 4  # words between "after" and the landmark that it names


def at_another_time(context: Context, clause: Clause, id: str) -> str:
    """The intervention in the other order where the clause moves it there ("it" of A before B, "afterwards")."""
    known = context.vocabulary.interventions
    for first, then, together in context.vocabulary.sequences:
        if together != id or known[first].family != known[then].family:
            continue
        other = next((t for f, s, t in context.vocabulary.sequences if (f, s) == (then, first)), None)
        if other is None:
            continue
        comes_first = _is_kind(context, id, first)
        moved, landmark = (_LATER, "after") if comes_first else (_EARLIER, "before")
        fixed = then if comes_first else first
        if any(
            clause.first <= m.first <= clause.last and m.id in known and fixed not in known[m.id].ancestors
            for m in context.mentions
        ):
            return id  # what is moved is another one: "it is given, and B afterwards"
        if any(m == other and clause.first <= a <= clause.last for m, a, _b in context.sentence.manners):
            return other
        return other if _is_moved(context, clause, moved, landmark, fixed) else id
    return id


def _is_kind(context: Context, id: str, name: str) -> bool:
    return name in context.vocabulary.interventions[id].ancestors


def _is_moved(context: Context, clause: Clause, moved: frozenset[str], landmark: str, fixed: str) -> bool:
    """ "afterwards", "after the operation", "until after it": without a denial right in front."""
    words = context.words
    known = context.vocabulary.interventions
    named = [
        m.first
        for m in (*context.mentions, *context.sentence.landmarks)
        if m.id in known and fixed in known[m.id].ancestors
    ]
    for at in range(clause.first, clause.last + 1):
        if at and words[at - 1] in _DENYING:
            continue
        if words[at] in moved:
            return True
        if words[at] == landmark and any(0 < first - at <= _NEAR for first in named):
            return True
    return False
