"""Names that a clause speaks of without advising them or speaking against them."""

from __future__ import annotations

from collections.abc import Sequence

from language.clauses import Clause
from language.context import Context
from language.reading import Claim
from language.tags import Mention


def argues_against(context: Context, clause: Clause, mentions: Sequence[Mention]) -> bool:
    """ "A would keep him from B": why not A, and nothing against B."""
    if len(mentions) < 2 or not would(context, clause, mentions[-1]):
        return False
    return any(
        mentions[0].last < h.first
        and h.last < mentions[-1].first
        and {"would", "could", "might"} & set(context.words[mentions[0].last : h.first])
        for h in context.sentence.has("against", clause.first, clause.last)
    )


def would(context: Context, clause: Clause, m: Mention) -> bool:
    between = context.words[clause.first : m.first]
    return bool({"would", "will", "may", "might", "could"} & set(between)) and not {"should", "must"} & set(
        between
    )


def is_let(context: Context, clause: Clause) -> bool:
    words = context.words[clause.first : clause.last + 1]
    wrong = context.sentence.has("against", clause.first, clause.last)
    if "let" in words and wrong and wrong[0].last < clause.first + words.index("let"):
        return True  # "it would be wrong to let A take the place of B"
    words = words[:5]
    if context.sentence.has("against", clause.first + 2, clause.last):
        return False  # "do not let it keep you from A"
    return any(
        words[i : i + 3] == ["do", "not", "let"] or words[i : i + 2] == ["never", "let"] for i in range(3)
    )


def is_left_to_need(context: Context, m: Mention) -> bool:
    """ "A, if it is ever needed": a general name that the text itself leaves to the need for it."""
    known = context.vocabulary.interventions.get(m.id)
    return (
        known is not None
        and known.general
        and any(0 < h.first - m.last <= 3 for h in context.sentence.has("if_needed"))
    )


def compares(context: Context, claim: Claim) -> bool:
    """ "... as nothing else helps" compares, and does not advise to do nothing."""
    words, tokens = context.words, context.sentence.tokens
    at = next((i for i, t in enumerate(tokens) if t.start == claim.start), 0)
    return (
        words[at : at + 2] == ["nothing", "else"]
        and words[at + 2 : at + 3] != []
        and words[at + 2].endswith("s")
    )
