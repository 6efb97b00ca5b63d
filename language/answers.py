"""Answers to what was asked or reported before: a bare yes or no, an endorsement, a rejection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from language.clauses import Clause
from language.condition import ALWAYS, Condition, both, negation
from language.context import Context, Read
from language.frames import is_bare_denial
from language.matcher import Hit
from language.reading import Claim, Stance
from language.scope import scope_of
from language.stance import beside, direction, rejects_a_view
from language.views import denials_of, judged, judgement, proposes
from language.wordset import word_set

_SHORT = 7  # words of an answer that only echoes its question
_POINTING = word_set(
    "this that it these those such which both neither they criticism objection complaint advice view claim statement"
)
_OTHERS = word_set("you he she they some many others")
_APPROVING = word_set("rightly correctly justly wisely agree reason")
_PERSONS = word_set("i we you he she it they one this that there")
_AUXILIARIES = word_set(
    "is are was were does do did can could may might will would shall should must has have be so not none"
)
_ADVERBIAL = word_set(
    "unfortunately sadly luckily indeed still of course personally probably then here am afraid certainly "
    "definitely always generally usually clearly surely really hardly ever in fact well but and yes no think rather"
)
_ANSWERING = word_set("answer reply response said replied")
_WHOM = word_set("disease patients patient cases case")
_REFUSING = word_set("none not never nowhere hardly scarcely")
_RESTRICTING = word_set("only restricted reserved limited the solely exclusively confined")


def answer_word(context: Context) -> Literal["yes", "no"] | None:
    """The bare yes or no that a sentence begins with, or is."""
    if context.discourse.answering and context.words[-1:] != ["?"]:
        echoed = _echoed(context)
        if echoed is not None:
            return echoed
    if context.block != "paragraph" and context.number and not context.discourse.own_question:
        return None
    said: Literal["yes", "no"] | None = None
    answers: tuple[Literal["yes", "no"], ...] = ("yes", "no")
    for answer in answers:
        hits = context.sentence.has(answer)
        if hits and (hits[0].first == 0 or (answer == "yes" and _is_opened(context, hits[0].first))):
            following = context.words[hits[0].last + 1 : hits[0].last + 2]
            if not following or following[0] in {",", ".", ":", ";", "-", "!", "*", "("}:
                said = answer
    return said


def answer_claims(context: Context, out: Read) -> Iterator[Claim]:
    """A bare yes or no takes over what was asked."""
    asked_before = context.discourse.own_question or context.discourse.asked_claims
    if not asked_before or (out.says is None and not _is_case(context)):
        return
    tokens = context.sentence.tokens
    whom = [f.condition for f in context.sentence.facts if f.last < _behind_whom(context, len(context.words))]
    so, because = _grounds(context)
    covered = {c.intervention for c in out.claims if c.stance not in {"mentioned", "asked"}}
    for asked in asked_before:
        if asked.stance != "asked" or asked.intervention in covered or asked.implied:
            continue
        if any(w.split()[0] in _RESTRICTING for w in asked.cues) or _or_question(asked_before):
            continue
        if out.says == "yes" and context.sentence.has("everyone") and len(context.words) <= 4:
            asked = replace(asked, universal=True)  # "Who ...? Everybody."
        against = asked.said_against
        stance: Stance = "against" if against != (out.says == "no") else "advised"
        if stance == "against" and asked.universal:
            stance = "not for all"
        yield (
            replace(
                asked,
                condition=both(asked.condition, *whom, *so),
                asserted=both(asked.asserted, *because),
                stance=stance,
                start=tokens[0].start,
                end=tokens[0].end,
                context_start=tokens[0].start,
                context_end=tokens[-1].end,
                sentence=context.number,
                cues=(out.says or "when",),
                strong=True,
            )
        )


def _is_case(context: Context) -> bool:
    """ "When it is so.": an answer that only names the case in which it is to be done."""
    return (
        context.discourse.answering
        and not context.question
        and not context.mentions
        and bool(context.sentence.facts)
        and all(c.kind == "condition" for c in context.clauses)
    )


def _grounds(context: Context) -> tuple[list[Condition], list[Condition]]:
    """What an answer adds behind its yes or no: on which condition, and what is so ("no, since it is ...")."""
    so: list[Condition] = []
    because: list[Condition] = []
    begin = _behind_whom(context, len(context.words))
    for c in context.clauses:
        if context.mentions_in(c) or (begin and c.first == 0):
            continue
        scope = scope_of(context.sentence, c, False)
        if c.kind == "exception":
            so += [negation(scope.excepted)] if scope.excepted is not None else []
        elif scope.only is not None or c.kind == "condition":
            so += [scope.condition, scope.only or ALWAYS]
        elif c.kind in {"main", "cause"}:
            because += [scope.condition, scope.asserted]
    return so, because


def _echoed(context: Context) -> Literal["yes", "no"] | None:
    """The yes or no of a sentence that only takes up the verb of the question: "it is", "we would not", "none"."""
    end = next((i for i, w in enumerate(context.words) if i and not w[0].isalnum()), len(context.words))
    if end - _behind_whom(context, end) > _SHORT or any(m.first < end for m in context.mentions):
        return None
    begin = _behind_whom(context, end)
    words = [w for w in context.words[begin:end] if w[0].isalnum()]
    if is_bare_denial(context, Clause(begin, end - 1, "main", "")):
        return "no"
    toned = context.sentence.has("weak_against") or context.sentence.has("not_all")  # "not everybody"
    if words and words[0] in _REFUSING and not toned:
        return "no"
    if words[:1] == ["no"] and len(words) <= 3:
        return "no"
    rest = [w for w in words if w not in _ADVERBIAL]
    if not rest or any(w not in _PERSONS | _AUXILIARIES for w in rest):
        return None
    if rest[-1] in {"not", "none"}:
        return "no"
    return "yes" if rest[-1] in _AUXILIARIES else None


def _is_opened(context: Context, at: int) -> bool:
    """ "As a rule, yes": an answer behind a few words that only tone it."""
    opening = context.words[:at]
    return (
        opening[-1:] == [","]
        and len(opening) <= 5
        and context.discourse.answering
        and not any(m.first < at for m in context.mentions)
        and not any(f.first < at for f in context.sentence.facts)
    )


def _behind_whom(context: Context, end: int) -> int:
    """Where an answer begins that first says for whom it is, or that it is one: "In such disease we would not"."""
    for at in range(min(6, end - 1)):
        if context.words[at] in _ANSWERING:
            behind = at + 1 + (context.words[at + 1] in {"is", "was"})
            return behind + (context.words[behind] in {"that", ":"}) if behind < end else 0
    if context.words[0] not in {"in", "for", "with"}:
        return 0
    facts = [f for f in context.sentence.facts if f.last < end]
    at = facts[-1].last + 1 if facts else 0
    while (
        at < end
        and facts
        and (context.words[at] in _WHOM or context.words[at] in context.vocabulary.disease_nouns)
    ):
        at += 1
    return at


def _or_question(asked: Sequence[Claim]) -> bool:
    """ "A or B?" cannot be answered by yes or no."""
    return len({c.intervention for c in asked}) > 2


def _speaks_of_what_was_said(context: Context) -> bool:
    """ "That is wrong", "Not so.": it turns the sentence before round; a long one that says more does not."""
    words = [w for w in context.words if w[0].isalnum()]
    return len(words) <= 8 or bool(_POINTING & set(words[:5]))


def endorse_or_reject(context: Context, out: Read) -> None:
    """Make a report advice, or withdraw it, where the sentence agrees or disagrees with it."""
    if context.question:
        return
    if (
        context.words[0] in _OTHERS
        and not {"i", "we"} & set(context.words)
        and any(h.first == 1 for h in context.sentence.has("report"))
    ):
        return  # "You fear that ... is wrong"
    if context.words[0].endswith("ing") and context.words[1:2] in (["it"], ["them"], ["this"], ["that"]):
        return  # "leaving it out would be unfair": the verdict is on a deed, and on no view
    found = judgement(context)
    if found is None:
        if context.discourse.reporting and not context.mentions and len(context.words) <= 10:
            out.withdraws = {"yes": "endorse", "no": "reject", None: None}[_echoed(context)]
        return
    how, cue = found
    ahead = _judges_what_was_said(context, cue)
    reported = any(c.stance == "reported" for c in out.claims) and not ahead
    if reported:
        out.claims = [c for c in out.claims if not _on_the_view(context, c, cue)]
    own = [c for c in out.claims if c.stance not in {"mentioned", "asked"}]
    out.claims = [
        judged(
            replace(c, said_against=c.implied or _said_against(context, c, cue)),
            "endorse" if _is_reason(context, c, cue) else how,
            context.vocabulary.subject_axes.values(),
        )
        if not ahead
        and (c.stance == "reported" or (c.stance == "past" and (how == "endorse" or proposes(context.words))))
        else c
        for c in out.claims
    ]
    if _APPROVING & set(context.words) and how == "endorse":
        out.claims = [
            replace(c, stance="against" if c.said_against else "advised") if c.stance == "past" else c
            for c in out.claims
        ]
    if how == "endorse" and not own:
        out.withdraws = "endorse"
    elif how == "reject" and not context.mentions and not context.sentence.has("reported_frame"):
        out.claims = [c for c in out.claims if c.stance in {"mentioned", "asked"}]
        out.withdraws = "reject" if _speaks_of_what_was_said(context) else "doubt"
    elif how == "reject" and not reported and context.discourse.reporting:
        out.withdraws = "reject"  # and goes on to say what is right


def _judges_what_was_said(context: Context, cue: Hit[str]) -> bool:
    """ "She struck it out and did A": the verdict is on the sentence before, and A is what was done."""
    return (
        rejects_a_view(context.words, cue)
        and context.discourse.reporting
        and all(m.first > cue.last for m in context.mentions)
    )


def _on_the_view(context: Context, claim: Claim, cue: Hit[str]) -> bool:
    """ "..., and it is wrong": the pronoun stands for the view, and for no name in it."""
    at = context.sentence.tokens[cue.first].start
    named = {context.span(m)[0] for m in context.mentions}
    return claim.context_start <= at < claim.context_end and claim.start not in named


def _is_reason(context: Context, claim: Claim, cue: Hit[str]) -> bool:
    """ "... was rejected, since A should be given", "What you were told is wrong: ...": in the text's own voice."""
    clause = next(
        (c for c in context.clauses if context.sentence.tokens[c.first].start == claim.context_start), None
    )
    if clause is None or clause.first <= cue.last:
        return False
    return clause.kind == "cause" or (clause.joiner == ":" and context.words[0] == "what")


def _said_against(context: Context, claim: Claim, cue: Hit[str]) -> bool:
    """Whether the view speaks against it, without the words that judge the view."""
    clause = next(
        (c for c in context.clauses if context.sentence.tokens[c.first].start == claim.context_start), None
    )
    if clause is None:
        return claim.said_against
    beside_it = [h for h in context.sentence.has("against") if beside(h, cue, context.words)]
    spent = [(h.first, h.last) for h in (cue, *beside_it)] + [(at, at) for at in denials_of(context, cue)]
    return direction(context.sentence, clause, spent).against
