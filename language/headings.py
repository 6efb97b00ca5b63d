"""What a heading says of everything under it."""

from __future__ import annotations

from language.clauses import Clause
from language.condition import ALWAYS, both, negation
from language.context import Context, Heading
from language.negations import words_of
from language.scope import scope_of
from language.stance import Direction, direction
from language.wordset import word_set

_MISTAKES = word_set("pitfall pitfalls error errors mistake mistakes blunders missteps")


def _heading_against(context: Context, d: Direction) -> bool:
    """ "Avoid", "Do not", "Mistakes to steer clear of": words against add up in a heading."""
    if context.mentions and len(context.words) > 6:
        return False
    if context.sentence.has("delay"):
        return False  # "What can wait": that it is late, not whether
    if not context.mentions and _MISTAKES & set(context.words[:3]):
        return True  # "Pitfalls in the management of ..."
    negated = len(context.sentence.has("negation")) % 2 == 1
    against = bool(context.sentence.has("against"))
    if len(context.words) <= 4 and context.sentence.has("reject") and not context.mentions:
        return not negated  # "Myths", "Misconceptions"
    return against != negated if against else d.against


def heading_of(context: Context) -> Heading:
    """What the sentence says as a heading of what stands under it."""
    whole = Clause(0, len(context.words) - 1, "main", "")
    scope = scope_of(context.sentence, whole, bool(context.mentions))
    d = direction(context.sentence, whole)
    condition = both(scope.condition, scope.asserted, scope.only or ALWAYS)
    if scope.excepted is not None:
        condition = both(condition, negation(scope.excepted))
    verbs = context.sentence.has("advise") or context.sentence.has("weak")
    return Heading(
        condition=condition,
        against=_heading_against(context, d),
        rejects=bool(context.sentence.has("reject")) and not context.mentions and d.turns % 2 == 1,
        delays=bool(context.sentence.has("delay")) and len(context.sentence.has("negation")) % 2 == 0,
        advises=bool(verbs) and not d.against,
        universal=scope.universal,
        question=context.question,
        not_covered=bool(context.sentence.has("not_covered")),
        first=any(
            words_of(context.sentence, h) not in {"last", "second"} for h in context.sentence.has("first")
        ),
        mentions=tuple(m.id for m in context.mentions if not m.neighbour),
        sentence=context.number,
        subject=next((name for name, _first, _last in context.sentence.subjects), None),
    )
