"""From a tagged sentence to claims: who is advised what, for whom, in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from language.advice import claim_clause
from language.answers import answer_claims, answer_word, endorse_or_reject
from language.attachment import attached_scopes
from language.bystanders import denies_another_time
from language.clauses import Clause, has_predicate
from language.condition import ALWAYS, Condition, axes_of, both, negation
from language.context import Context, Discourse, Heading, Read
from language.cutting import cut
from language.discourse import move_on
from language.exemption import (
    exemption_claims,
    in_the_other_case,
    is_another_matter,
    leave_room,
)
from language.frames import (
    announces,
    frame_of,
    has_bare_not,
    has_other_subject,
    is_bare_denial,
    is_inverted,
    is_judged_behind,
    is_there,
    is_topic,
    sets_limits,
    states_requirement,
)
from language.headings import heading_of
from language.indifference import is_indifferent
from language.names import resolve_mentions
from language.positions import local_turns
from language.pronouns import has_object_pronoun, has_subject_pronoun
from language.reading import Named
from language.references import heading_of_case, referents, refers
from language.restriction import dependence_claims, exception_claims
from language.scope import Scope, scope_of
from language.stance import Direction, direction
from language.tags import Mention, Tagged
from language.text import BlockKind
from language.vocabulary import Vocabulary
from language.whose import stated_facts
from language.wordset import word_set

_OTHERS = word_set("others rest remainder")  # those for whom what was said before does not hold
_ASKING = word_set("ask asks asked asking wonder wonders wondered")
_UNTRUE = word_set("wrong false untrue incorrect mistaken nonsense no")


def read_sentence(
    vocabulary: Vocabulary,
    sentence: Tagged,
    discourse: Discourse,
    headings: Sequence[Heading],
    block: BlockKind,
    number: int,
) -> Read:
    """Read one sentence in its context; `discourse` is moved on."""
    context = Context(vocabulary, sentence, discourse, headings, block, number)
    mentions, within = resolve_mentions(context)
    context = replace(context, mentions=mentions, within=within, clauses=cut(sentence, block))
    says = answer_word(context)
    if discourse.own_heading is not None and says is None and block == "paragraph":
        if _is_fragment(context):
            context = replace(context, headings=(*headings, discourse.own_heading), block="item")
        elif context.words[0] == "then":  # "Is it so? Then A is an option."
            supposed = Heading(condition=discourse.own_heading.condition)
            context = replace(context, headings=(*headings, supposed))
    out = Read(says=says, facts=stated_facts(context), headed=heading_of_case(context))
    subjects = [name for name, _f, _l in sentence.subjects]
    out.subjects = [n for n in subjects if n in vocabulary.tracked_subjects] or subjects
    named = [m for m in mentions if not m.instead]
    out.named = tuple(m.id for m in named)
    out.mentions = [Named(m.id, *context.span(m), number) for m in named]
    if block in ("heading", "lead"):
        out.heading = heading_of(context)
        _gather_claims(context, out, heading=True)
        asked = tuple(c for c in out.claims if c.stance == "asked")
        discourse.own_question = asked or discourse.own_question  # a label may stand between
        discourse.answering = bool(asked) or discourse.answering
        return out
    _gather_claims(context, out)
    out.claims.extend(dependence_claims(context))
    out.claims.extend([*answer_claims(context, out)])
    endorse_or_reject(context, out)
    leave_room(context, out)
    move_on(context, out)
    discourse.own_heading = replace(heading_of(context), advises=True) if context.question else None
    return out


def _is_fragment(context: Context) -> bool:
    """Whether a sentence is an answer in a few words, without a verb."""
    first = context.clauses[0] if context.clauses else None
    return (
        not context.question
        and first is not None
        and len(context.words) <= 25
        and not has_predicate(context.sentence, first.first, first.last)
        and (len(context.words) <= 12 or not context.mentions)
    )


def _leads(following: Sequence[Clause]) -> bool:
    """Whether a colon comes next, also behind a condition: "Never, when it is so: ..."."""
    after = next((c for c in following if c.kind != "condition"), None)
    return after is not None and after.joiner == ":"


def _is_joined(context: Context, clause: Clause) -> bool:
    """ "No A and no B: ...": the second finding that is missing, and no warning."""
    return context.words[clause.first] in {"and", "or", "nor"}


def _warns(context: Context, clause: Clause) -> bool:
    """ "... is to refrain from things that will not help:", "Out:": a warning that a list follows."""
    words = context.words
    if words[clause.first : clause.last + 1] == ["out"]:
        return True
    against = context.sentence.has("against", clause.first, clause.last)
    return bool(against) and words[against[0].first - 1] in {"to", "must", "should", "we", "i"}


def _is_asked(context: Context, clause: Clause) -> bool:
    """ "She asks whether ...": what somebody wants to know, which the next sentence may answer."""
    before = context.words[max(0, clause.first - 3) : clause.first]
    return clause.kind == "whether" and any(w in _ASKING for w in before)


def _goes_on_telling(out: Read, mentions: Sequence[Mention], number: int) -> bool:
    """Whether a fragment goes on with what the sentence told as a result or as past, and not as advice."""
    ids = {m.id for m in mentions}
    told = [c for c in out.claims if c.intervention in ids and c.sentence == number]
    return bool(told) and told[-1].stance in {"study result", "past", "not covered"}


def _gather_claims(context: Context, out: Read, heading: bool = False) -> None:
    """Add the claims of every clause to `out`, each clause in the light of those before it."""
    scopes = attached_scopes(context)
    previous: Direction | None = None
    running: Condition = ALWAYS
    excepted_before: Condition | None = None
    against_lead = False
    held: Direction | None = None
    label: list[Scope] = []
    previous_mentions: list[Mention] = []
    previous_main: Clause | None = None
    for index, clause in enumerate(context.clauses):
        if clause.kind in {"main", "cause", "concession"} or _is_asked(context, clause):
            mentions = context.mentions_in(clause)
            following = context.clauses[index + 1] if index + 1 < len(context.clauses) else None
            d = direction(context.sentence, clause, local_turns(context, clause, mentions))
            short = clause.elliptical or clause.last - clause.first <= 4
            if out.says is not None and clause.first == 0 and not mentions and short:
                continue
            if denies_another_time(context.words[clause.first : clause.last + 1]):
                continue  # "when it is so, not before": the scope has it
            if (
                not mentions
                and clause.elliptical
                and context.number
                and context.words[clause.first] in _UNTRUE
                and clause.first == 0
                and clause.last == 0
                and following is not None
            ):
                out.withdraws = "reject"
                continue
            if (
                not mentions
                and (clause.elliptical or context.words[clause.first] == "what" or _warns(context, clause))
                and (d.against or _warns(context, clause))
                and not {"no", "yes"}
                & set(context.words[clause.first : clause.first + 1 + _is_joined(context, clause)])
                and _leads(context.clauses[index + 1 :])
            ):
                against_lead = True  # "Pitfall: ...", "Never: ..."
                continue
            if (
                mentions
                and following is not None
                and following.joiner == ":"
                and (
                    is_topic(context, clause, following)
                    or (announces(context, clause) and direction(context.sentence, following).against)
                )
            ):
                previous_mentions, previous_main = mentions, clause  # "X: not for ...": the verdict follows
                label = [scope_of(context.sentence, clause, True), *(s for _c, s in scopes[index])]
                continue
            if following is not None and mentions and is_judged_behind(context, following, d):
                previous_mentions, previous_main = mentions, clause
                continue
            if against_lead and d.turns == 0:
                d = replace(d, turns=1, recognised=True)
            if following is not None and any(
                c.joiner == "goes on" for c in context.clauses[index + 1 : index + 3]
            ):
                if not mentions and refers(
                    context, clause, d, previous_main
                ):  # "leaving it out because of ..."
                    mentions = referents(context, out.claims, clause, previous_mentions)
                if mentions:
                    held, previous_mentions, previous_main = d, mentions, clause
                    continue
            if clause.joiner == "goes on" and held is not None:
                d = replace(d, turns=d.turns + held.turns, recognised=True)
            rule = [*out.claims] or [c for c in context.discourse.claims if c.sentence == context.number - 1]
            exempted = list(exemption_claims(context, out, rule, clause))
            if exempted:
                out.claims.extend(exempted)
                continue
            if not mentions and is_another_matter(context, clause):
                own = scope_of(context.sentence, clause, False)
                running = both(own.condition, own.asserted)  # "... and call for A": it is said of those
            if is_bare_denial(context, clause):
                if mentions and previous is None and context.discourse.last_against is not None:
                    d = replace(d, turns=0 if context.discourse.last_against else 1, recognised=True)
                elif mentions and previous is not None and previous.against:
                    d = replace(d, turns=0, recognised=True)
                elif mentions and previous is not None and not previous.recognised and previous_mentions:
                    continue  # "A reaches it, while B does not": what they do, not what to do
                elif previous_mentions and previous is not None and mentions:
                    if states_requirement(context, previous_main) or is_indifferent(context, previous_main):
                        continue  # "A needs it; B does not"
                elif not mentions:
                    whom = both(*(s.condition for c, s in scopes[index] if c.kind == "condition"))
                    if whom != ALWAYS and rule:
                        out.claims.extend(in_the_other_case(context, rule, clause, whom))
                    elif (
                        context.number
                        and not context.question
                        and (clause.first == 0 or len(context.words) <= 9)
                    ):
                        out.withdraws = "reject"
                    continue
            if mentions and previous is not None and is_inverted(context, clause):
                d = previous
            if not mentions and sets_limits(context, clause, previous):
                continue  # "for those with it, and not for comfort"
            frame = frame_of(context, clause)
            scope = scope_of(context.sentence, clause, bool(mentions))
            referred = False
            if not mentions and refers(context, clause, d, previous_main):
                mentions = referents(context, out.claims, clause, previous_mentions)
                referred = bool(mentions)
            elif mentions and (
                has_subject_pronoun(context, clause, mentions)
                or has_object_pronoun(context, clause, mentions)
            ):
                mentions = [
                    *referents(context, out.claims, clause, previous_mentions, subject=True),
                    *mentions,
                ]
            even = "even" in context.words[clause.first : clause.first + 3]
            if referred and even and clause.elliptical and previous is not None and previous.against:
                continue  # "never before B, not even then": what was denied stays denied
            if (
                clause.elliptical
                and has_bare_not(context, clause)
                and previous is not None
                and previous.against
                and mentions
                and d.turns == 1
            ):
                d = replace(d, turns=0, recognised=True)  # "rules out A, not B"
            if (
                clause.elliptical
                and previous is not None
                and d.turns == 0
                and clause.joiner not in {"but", "whereas", "while", ";", ":"}
                and not d.recognised
            ):
                d = previous
            if (
                referred
                and clause.elliptical
                and clause.first
                and _goes_on_telling(out, mentions, context.number)
            ):
                continue
            if (
                referred
                and scope.condition == ALWAYS
                and scope.only is None
                and has_other_subject(context, clause)
            ):
                continue
            if mentions:
                if is_there(context, clause) and scope.condition == ALWAYS:
                    scope.condition = running
                others = bool(_OTHERS & set(context.words[clause.first : clause.last + 1]))
                otherwise = "otherwise" in {clause.joiner, context.words[clause.first]}
                told = both(context.discourse.condition, context.discourse.supposed)
                if (otherwise or (others and referred)) and running != ALWAYS:
                    scope.condition = both(scope.condition, negation(running))
                elif otherwise and clause.first <= 1 and told != ALWAYS and not axes_of(scope.condition):
                    scope.condition = negation(told)  # "A is, if it is so. Otherwise it is not."
                carried = running if not otherwise and not others else ALWAYS
                if referred and excepted_before is not None and not axes_of(scope.condition):
                    scope.condition = excepted_before
                running, excepted_before = claim_clause(
                    context,
                    out,
                    clause,
                    mentions,
                    d,
                    scope,
                    [] if otherwise else [*(label if referred else ()), *(s for _c, s in scopes[index])],
                    frame,
                    heading,
                    referred,
                    carried,
                )
                previous_mentions, previous, previous_main, label = mentions, d, clause, []
            elif clause.kind == "main" and d.recognised:
                previous = d
        elif clause.kind == "condition" and not previous_mentions and context.mentions_in(clause):
            previous_mentions = context.mentions_in(clause)  # "if she asks for A, give it"
        elif clause.kind == "exception":
            out.claims.extend(exception_claims(context, clause, previous))
