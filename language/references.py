"""What pronouns, left-out words and ordinals refer to: names of the sentence, of a heading, of the text before."""

from __future__ import annotations

from collections.abc import Sequence

from language.anaphora import another, limits, names_a_wait
from language.clauses import Clause, has_predicate, opens_case
from language.context import Context
from language.ellipsis import denies_ground, for_others, leaves_verb_out
from language.frames import is_verdict
from language.negations import words_of
from language.ordinals import by_place
from language.pronouns import points_elsewhere, stands_alone
from language.reading import Claim
from language.retiming import at_another_time
from language.stance import Direction
from language.tags import Mention
from language.unmeant import (
    accompanies,
    class_of_another,
    is_circumstance,
    is_foreboding,
    is_only_denied,
    leaves_open,
)
from language.wordset import word_set

_PREPOSITIONS = word_set("of in by from about into behind within")
_YES_NO = word_set("but and yes no so")
_OPENERS = word_set("and but so then also therefore however hence thus")
_HEADLESS = word_set(
    "not never nor only in for with whatever regardless always even otherwise here hardly rarely"
)
_TRAILING = word_set("not should can does do must may cannot is are was were")


def refers(context: Context, clause: Clause, d: Direction, previous_main: Clause | None) -> bool:
    """Whether a clause without a name speaks of one named before."""
    words = context.words[clause.first : clause.last + 1]
    pronoun = (
        any(
            h.first - clause.first <= 12
            and stands_alone(context, h.first, h.last)
            and not points_elsewhere(context, h.first)
            for h in context.sentence.has("they", clause.first, clause.last)
        )
        or context.sentence.has("former", clause.first, clause.last)
        or context.sentence.has("latter", clause.first, clause.last)
        or another(context, clause)
        or by_place(context, clause)[0]
    )
    if pronoun and not d.hedged and clause.first and leaves_open(context, clause):
        return False
    if pronoun and limits(context, clause):
        return True
    if pronoun and is_foreboding(context, clause):
        return False
    endorsed = context.sentence.has("endorse", clause.first, clause.last)
    if (endorsed and not by_place(context, clause)[0]) or context.sentence.has(
        "not_covered", clause.first, clause.last
    ):
        return False
    facts = [f for f in context.sentence.facts if clause.first <= f.first and f.last <= clause.last]
    content = next((w for w in words if w[0].isalnum() and w not in _OPENERS), "")
    headless = (
        clause.elliptical
        or content in _HEADLESS
        or any(
            words_of(context.sentence, h).split()[0] == content
            for h in context.sentence.has("modal", clause.first, clause.last)
        )
    )
    if clause.elliptical and clause.joiner in {"nor", "and", "or"} and content in _PREPOSITIONS and not facts:
        return False  # "nor by another cause"
    verdict = clause.joiner in {":", "-"} or context.block in {"item", "cell"}
    if clause.elliptical and not verdict and all(w in _YES_NO for w in words if w[0].isalnum()):
        return False
    last_word = next((w for w in reversed(words) if w[0].isalnum()), "")
    if content == "no" and len(words) > 1 and not pronoun and not _judges(context, clause):
        return False  # "no fever": it denies a thing of its own
    if denies_ground(context, clause):
        return True
    if previous_main is not None and (
        last_word in _TRAILING
        or leaves_verb_out(context, clause)
        or any(
            words_of(context.sentence, h).startswith("so ") and not context.words[h.first - 1].endswith("ing")
            for h in context.sentence.has("they", clause.first, clause.last)
        )
    ):
        return True
    if previous_main is not None and headless:
        restricts = any(
            context.sentence.has(name, clause.first, clause.last) for name in ("only", "whatever", "except")
        )
        return (
            d.recognised
            or d.turns > 0
            or bool(context.sentence.has("yes", clause.first, clause.last))
            or (
                bool(facts)
                and (restricts or (clause.elliptical and clause.joiner in {"but", "and", "or", "so"}))
            )
        )
    ranked = any(context.sentence.has(name, clause.first, clause.last) for name in ("former", "latter"))
    if ranked and not d.recognised and context.sentence.has("preferred_to", clause.first, clause.last):
        return True  # "we prefer the latter"
    if (pronoun or names_a_wait(context, clause)) and d.recognised:
        return not is_only_denied(context, clause, d)
    if (
        clause.first == 0
        and context.block in {"item", "cell"}
        and under_heading(context, "")
        and (headless or clause.last <= 8)
        and (d.recognised or is_verdict(context, clause))
    ):
        return True
    if context.block in {"item", "cell"} and _is_case(context, clause):
        return True
    return bool(
        facts
        and (
            d.turns
            or context.sentence.has("only", clause.first, clause.last)
            or context.sentence.has("whatever", clause.first, clause.last)
            or context.sentence.has("except", clause.first, clause.last)
        )
        and clause.elliptical
    )


def _judges(context: Context, clause: Clause) -> bool:
    """Whether a clause has a word of advice besides its negation ("no role", "no, not yet")."""
    rest = [w for w in context.words[clause.first : clause.last + 1] if w[0].isalnum()]
    return rest[1:] == [] or any(
        context.sentence.has(name, clause.first, clause.last)
        for name in (
            "advise",
            "weak",
            "against",
            "needless",
            "delay",
            "modal",
            "only",
            "whatever",
            "everyone",
        )
    )


def _is_case(context: Context, clause: Clause) -> bool:
    """Whether an item only names patients, under a heading that says what they should or should not have."""
    heading = next((h for h in reversed(context.headings) if h.mentions), None)
    if (
        heading is None
        or not (heading.advises or heading.against or heading.delays)
        or clause.last - clause.first > 14
    ):
        return False
    if context.words[clause.last + 1 : clause.last + 2] == [":"]:
        return False  # "In such disease: no": the verdict comes next
    whom = any(clause.first <= f.first and f.last <= clause.last for f in context.sentence.facts)
    return (whom or bool(context.sentence.has("everyone", clause.first, clause.last))) and (
        opens_case(context.sentence) or not has_predicate(context.sentence, clause.first, clause.last)
    )


def heading_of_case(context: Context) -> int | None:
    """The heading for which an item says when it holds: said by itself, it is no advice for everyone."""
    if context.block != "item" or not opens_case(context.sentence) or not context.sentence.facts:
        return None
    return next((h.sentence for h in reversed(context.headings) if h.mentions), None)


def referents(
    context: Context,
    claims: Sequence[Claim],
    clause: Clause,
    previous: Sequence[Mention],
    *,
    subject: bool = False,
) -> list[Mention]:
    """What a pronoun, or silence, refers to, placed where the clause stands."""
    at = clause.first
    if previous and all(is_circumstance(context, m) for m in previous):
        return []
    hits = (
        context.sentence.has("they", clause.first, clause.last)
        or context.sentence.has("former", clause.first, clause.last)
        or context.sentence.has("latter", clause.first, clause.last)
        or another(context, clause)
    )
    hits = [h for h in hits if not points_elsewhere(context, h.first)] or hits
    placed, by_ordinal = by_place(context, clause)
    hits = placed or hits
    if subject:
        hits = [h for h in hits if context.words[h.first] in {"it", "they", "this"}] or hits
    first, last = (hits[0].first, hits[0].last) if hits else (at, at)
    word = " ".join(context.words[first : last + 1]) if hits else ""
    pair = (
        tuple(dict.fromkeys(m.id for m in previous))[-2:]
        if len({m.id for m in previous}) >= 2
        else context.discourse.pair
    )
    after_verb = clause.elliptical or context.sentence.has("modal", at, at + 1)
    if by_ordinal:
        ids: Sequence[str] = by_ordinal
    elif word == "it" and first > at + 1 and after_verb and len({m.id for m in previous}) > 1:
        ids = [m.id for m in previous][-1:]  # "A is ..., and should not replace it"
    elif context.sentence.has("former", clause.first, clause.last):
        ids = pair[:1]
    elif context.sentence.has("latter", clause.first, clause.last):
        ids = pair[-1:] if len(pair) > 1 else ()
    elif previous and word == "which":
        ids = [m.id for m in previous if not m.questions_only][-1:]
    elif (
        previous
        and word in {"it", "this"}
        and (
            advised := [
                c.intervention for c in claims if c.advises and c.intervention in {m.id for m in previous}
            ]
        )
    ):
        ids = advised[:1]
    elif previous and subject and word == "it":
        ids = [m.id for m in previous if not m.questions_only][:1]
    elif previous:
        heads = [m for m in previous if not accompanies(context, m)] if word == "it" else []
        ids = [m.id for m in heads or previous if not m.questions_only]
    elif under_heading(context, word):
        ids = under_heading(context, word)
    elif word in {"this", "that", "which"}:
        ids = context.discourse.salient[-1:]
    elif word in {"it", "one"} or word.startswith(("this ", "that ", "the ")):
        ids = context.discourse.salient[:1]
    else:
        ids = context.discourse.salient
    kept = [i for i in _fitting(context, word, ids) if not class_of_another(context, i, ids)]
    kept = [at_another_time(context, clause, i) for i in kept]
    meant = [Mention(i, first, last, neighbour=i not in context.vocabulary.interventions) for i in kept]
    return for_others(context, clause, meant) if leaves_verb_out(context, clause) else meant


def under_heading(context: Context, word: str) -> Sequence[str]:
    """What the heading names, for an item that does not say what it is about."""
    if context.block not in {"item", "cell"} or word in {"this", "that"}:
        return ()
    return next((h.mentions for h in reversed(context.headings) if h.mentions), ())


def _fitting(context: Context, word: str, ids: Sequence[str]) -> Sequence[str]:
    """ "this operation" is no drug: keep the referents that the noun can name."""
    noun = word.split()[-1] if word else ""
    kinds = (
        {m.payload.value for m in context.vocabulary.terms.at([noun], 0) if m.payload.kind == "intervention"}
        if noun
        else set()
    )
    if kinds:
        fitting = [
            i
            for i in ids
            if i in context.vocabulary.interventions and context.vocabulary.interventions[i].ancestors & kinds
        ]
        return fitting or ids
    return ids
