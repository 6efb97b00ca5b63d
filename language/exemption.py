"""Patients named behind a rule: "those are an exception", "these do not", "everyone else"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from language.clauses import Clause
from language.condition import ALWAYS, All, Condition, axes_of, both, either, negation
from language.context import Context, Read
from language.frames import is_bare_denial
from language.reading import Claim, Stance
from language.scope import scope_of
from language.tags import Mention, Tagged
from language.wordset import word_set

_ADVISING = word_set("should may can must could might shall ought")
_TURNED: dict[Stance, Stance] = {
    "advised": "against",
    "weakly advised": "against",
    "not recognised": "against",
    "against": "weakly advised",
    "not needed": "weakly advised",
}


def exempts(sentence: Tagged, clause: Clause) -> bool:
    """Whether a clause says of some patients that they are, or are not, an exception."""
    return (
        any(sentence.has(name, clause.first, clause.last) for name in ("exempt", "included"))
        and any(clause.first <= f.first and f.last <= clause.last for f in sentence.facts)
        and not _ADVISING & set(sentence.words[clause.first : clause.last + 1])
    )


def exemption_claims(context: Context, out: Read, said: Sequence[Claim], clause: Clause) -> Iterator[Claim]:
    """The rule of the clause or sentence before, turned round or repeated for those whom a clause names.

    What is turned round no longer holds for them: `out` notes that, for the rule itself.
    """
    if context.mentions_in(clause) or context.question:
        return
    denied = is_bare_denial(context, clause, ignoring_patients=True)
    if not (denied or exempts(context.sentence, clause)):
        return
    scope = scope_of(context.sentence, clause, False)
    whom = both(scope.condition, scope.asserted, scope.only or ALWAYS, scope.excepted or ALWAYS)
    if whom == ALWAYS:
        return
    included = not denied and bool(context.sentence.has("included", clause.first, clause.last))
    if not included:
        out.exempted = whom
        out.claims = [
            replace(c, condition=both(c.condition, negation(whom))) if c in said else c for c in out.claims
        ]
    if (
        not denied
        and any(m.first > clause.last for m in context.mentions)
        and is_another_matter(context, clause)
    ):
        return  # "B is a different matter and calls for A": the sentence itself says what they get
    restricted = {c.intervention for c in said if c.implied}
    for claim in said:
        if claim.neighbour or claim.beside or claim.stance not in _TURNED:
            continue
        if not claim.implied and claim.intervention in restricted:
            continue  # "only for some; an exception is made for others": the rule is what the others get
        stance = claim.stance if included else _TURNED[claim.stance]
        yield replace(_said_here(context, claim, clause, whom, "exception"), stance=stance, implied=False)


def in_the_other_case(
    context: Context, said: Sequence[Claim], clause: Clause, whom: Condition
) -> Iterator[Claim]:
    """ "If she is fit, give A. If she is not, do not.": what was said, turned round for those."""
    for claim in said:
        if not claim.neighbour and not claim.implied and claim.stance in _TURNED:
            parts = claim.condition.parts if isinstance(claim.condition, All) else (claim.condition,)
            condition = both(*(p for p in parts if not axes_of(p) & axes_of(whom)), whom)
            yield replace(
                _said_here(context, claim, clause, condition, "do not"), stance=_TURNED[claim.stance]
            )


def _said_here(context: Context, claim: Claim, clause: Clause, whom: Condition, cue: str) -> Claim:
    """A claim of before as a clause says it again, for those whom it names."""
    tokens = context.sentence.tokens
    start, end = tokens[clause.first].start, tokens[clause.last].end
    return replace(
        claim,
        condition=whom,
        universal=False,
        bare=False,
        start=start,
        end=end,
        context_start=start,
        context_end=end,
        sentence=context.number,
        cues=(cue,),
    )


def is_another_matter(context: Context, clause: Clause) -> bool:
    return any(
        context.words[h.last] in {"matter", "apart"}
        for h in context.sentence.has("exempt", clause.first, clause.last)
    )


def the_others(context: Context, clause: Clause, said: Sequence[Claim], intervention: str) -> Condition:
    """ "everyone else": those for whom nothing was said yet; ALWAYS where the clause speaks of no others."""
    if not context.sentence.has("others", clause.first, clause.last):
        return ALWAYS
    known = context.vocabulary.interventions
    family = known[intervention].ancestors | known[intervention].descendants if intervention in known else ()
    spoken = [
        c.condition for c in said if c.intervention in family and not c.implied and c.condition != ALWAYS
    ]
    return negation(either(*dict.fromkeys(spoken))) if spoken else ALWAYS


def announces_exception(context: Context) -> bool:
    """ "..., with one exception.": what the next sentence says is the exception to this rule."""
    ending = [w for w in context.words[-6:] if w[0].isalpha()]
    return ending[-1:] in (["exception"], ["exceptions"]) and not {"no", "without", "not"} & set(ending)


def leave_room(context: Context, out: Read) -> None:
    """A rule with an exception is not said outright: the next sentence may take some patients out of it."""
    if announces_exception(context):
        out.claims = [replace(c, strong=False, bare=False) for c in out.claims]


def excepted_mentions(context: Context, mentions: Sequence[Mention]) -> list[Mention]:
    """ "With one exception. Where it is so, the step is wrong": the very one that the rule is about."""
    if not context.discourse.rule:
        return list(mentions)
    known = context.vocabulary.interventions
    general = {m.first: m.id for m in context.sentence.mentions}

    def ruled(m: Mention) -> str:
        own = general.get(m.first, m.id)
        return next((r for r in context.discourse.rule if r in known and own in known[r].ancestors), m.id)

    return [replace(m, id=ruled(m)) for m in mentions]
