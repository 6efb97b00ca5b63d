"""Which subordinate clauses hold for which main clause."""

from __future__ import annotations

from language.clauses import Clause
from language.condition import ALWAYS, Condition, axes_of, both, either, negation
from language.context import Context
from language.scope import Scope, scope_of
from language.wordset import word_set

_RESUMING = word_set(
    "neither none both of nor "
    "if when it they this that is are was were does do did has have not so otherwise the case and but"
)


def _resumed(context: Context, clause: Clause, own: Condition, earlier: Condition) -> Condition:
    """ "If it is so ...; if it is not, ...": the condition before, or all others."""
    words = [w for w in context.words[clause.first : clause.last + 1] if w[0].isalnum()]
    if own != ALWAYS or earlier == ALWAYS or len(words) < 2 or not set(words) <= _RESUMING:
        return own
    if not {"not", "neither", "none"} & set(words):
        return earlier
    return context.vocabulary.negated.get(earlier) or negation(earlier)


def _is_contrary_case(context: Context, clause: Clause) -> bool:
    """Whether a clause says in so few words that in another case it would be otherwise."""
    words = [w for w in context.words[clause.first : clause.last + 1] if w[0].isalnum()]
    return (
        clause.kind == "concession"
        and "would" in words
        and len(words) <= 5
        and not context.mentions_in(clause)
    )


def attached_scopes(context: Context) -> list[list[tuple[Clause, Scope]]]:
    """For each clause the subordinate clauses that hold for it."""
    attached: list[list[tuple[Clause, Scope]]] = [[] for _ in context.clauses]
    front: list[tuple[Clause, Scope]] = []
    last_main: int | None = None
    earlier = both(context.discourse.condition, context.discourse.supposed)
    cases: list[Condition] = []  # "if A, ...; if B, ...; if neither, ..."
    for i, c in enumerate(context.clauses):
        has_mentions = bool(context.mentions_in(c))
        if c.kind in {"condition", "exception", "cause", "concession", "whether"}:
            scope = scope_of(context.sentence, c, has_mentions and c.kind in {"cause", "concession"})
            if c.kind == "condition":
                if context.words[c.first - 1 : c.first] == [";"] and last_main is not None:
                    front = [x for x in front if x[0].kind != "condition"]  # another case
                before = either(*cases) if cases and scope.condition == ALWAYS else earlier
                stated = scope.condition != ALWAYS
                scope.condition = earlier = _resumed(context, c, scope.condition, before)
                if stated:
                    cases.append(scope.condition)
            if has_mentions and c.kind in {"cause", "concession"} and scope.asserted == ALWAYS:
                behind = context.clauses[i + 1] if i + 1 < len(context.clauses) else None
                if behind is not None and behind.kind == "condition" and behind.joiner == "":
                    last_main = i  # "since A is wrong if ...": the condition is that of the cause
                continue
            following = context.clauses[i + 1] if i + 1 < len(context.clauses) else None
            introduced = following is not None and following.joiner == ":"
            if last_main is None or (introduced and not context.mentions_in(context.clauses[last_main])):
                front.append((c, scope))  # "What to do if it is so: ..."
            elif c.kind == "condition" and i and _is_contrary_case(context, context.clauses[i - 1]):
                continue  # "A is not due, although it would be if it were so": of the other case alone
            elif (
                c.kind == "exception"
                or c.joiner == ""
                or following is None
                or following.kind != "main"
                or (
                    following.joiner in {";", ".", "but", "whereas", "while", "and", "nor"}
                    and c.joiner != "and"
                )
            ):
                attached[last_main].append((c, scope))
                if c.kind in {"cause", "concession"} and following is not None:
                    front.append((c, scope))
            else:
                front = [x for x in front if not (axes_of(x[1].condition) & axes_of(scope.condition))]
                front.append((c, scope))
                if not context.mentions_in(following):
                    attached[last_main].append((c, scope))
        if c.kind in {"cause", "concession"} and has_mentions:
            continue
        if c.kind == "main":
            own = scope_of(context.sentence, c, has_mentions)
            if (
                not has_mentions
                and not c.elliptical
                and c.joiner in {"", ","}
                and own.asserted != ALWAYS
                and last_main is None
            ):
                front.append((c, own))  # "It is so, so ..."
            elif (
                not has_mentions
                and c.elliptical
                and own.condition != ALWAYS
                and i + 1 < len(context.clauses)
                and context.clauses[i + 1].joiner in {":", "-", ","}
                and last_main is None
            ):
                front.append((c, own))  # "In such a case: ..."
            elif (
                not has_mentions
                and not c.elliptical
                and own.asserted == ALWAYS
                and own.condition != ALWAYS
                and i + 1 < len(context.clauses)
            ):
                front = [x for x in front if not (axes_of(x[1].condition) & axes_of(own.condition))]
                front.append(
                    (c, own)
                )  # what the sentence is about: "A response of such patients is ..., and ..."
            elif not has_mentions and own.asserted != ALWAYS:
                front = [x for x in front if not (axes_of(x[1].asserted) & axes_of(own.asserted))]
                front.append((c, own))
            if c.joiner in {"but", "whereas", "while", "however", "conversely", ";"} and axes_of(
                own.condition
            ):
                front = [
                    x
                    for x in front
                    if not (axes_of(both(x[1].condition, x[1].asserted)) & axes_of(own.condition))
                ]
            attached[i].extend(front)
            label = c.elliptical and not has_mentions and both(own.condition, own.asserted) == ALWAYS
            if not label and (has_mentions or last_main is None or own.asserted == ALWAYS):
                last_main = i
    for i in range(len(context.clauses) - 1, 0, -1):
        if context.clauses[i].shares and i and context.clauses[i - 1].kind == "main":
            own = scope_of(context.sentence, context.clauses[i], True)
            shared = [x for x in attached[i] if x not in attached[i - 1]]
            if not axes_of(scope_of(context.sentence, context.clauses[i - 1], True).condition):
                attached[i - 1].extend([*shared, (context.clauses[i], own)])
    return attached
