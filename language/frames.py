"""Whose voice a clause speaks with, and what it is by its bare words: asked, reported, a topic, a denial."""

from __future__ import annotations

from typing import Literal

from language.clauses import Clause, has_predicate
from language.context import Context
from language.negations import words_of
from language.quoting import examined, is_told
from language.stance import Direction, direction
from language.voices import is_own, opines
from language.wordset import word_set

Frame = Literal["advice", "asked", "reported"]
_AROUND_A_PERSON = word_set("while when if as because for to of")
_PERSONS = word_set("he she they everyone everybody people patient patients someone somebody")
_ADVERBS = word_set("here still now often sometimes also all and always firmly really today usually")
_OPINIONS = word_set(
    "say says said believe believes believed think thinks thought claim claims claimed argue argues argued "
    "insist insists insisted maintain maintains want wants wanted wish wishes wished ask asks asked request "
    "requests requested refuse refuses refused decline declines declined hope hopes hoped fear fears feared"
)
_OF_ADVICE = word_set("should must can may might could ought to , with be is are")
_AUXILIARIES = word_set("is are does do can may will was were has have not")
_LIGHT = word_set(
    "and but whereas while though the two both it they she he there no this that you we i should must so"
)
_NEEDING = word_set(
    "need needs require requires call calls depend depends demand demands presuppose presupposes"
)
_WHOM = word_set("those these ones patients with in of a an such who disease cases")
_ANNOUNCING = word_set("about regarding concerning re")
_LISTING = word_set("mention mentions mentioned include includes list lists came named exist exists")


_NUMBERED = word_set(
    "statement option answer assertion claim item sentence proposition choice thesis response alternative distractor"
)
_LABELS = word_set("a b c d e f 1 2 3 4 5 6 i ii iii iv v one two three four five first second third last")


def frame_of(context: Context, clause: Clause) -> Frame:
    """Whether a clause speaks for itself; what somebody says may go on over several clauses."""
    if context.question:
        return "advice" if context.words[:2] == ["why", "not"] else "asked"
    if context.words[1:2] == [":"] and any(h.first == 0 for h in context.sentence.has("learner")):
        return "reported"  # "Student: ..."
    if context.words[clause.first] in {"they", "he", "she"} and any(
        h.first == clause.first + 1 for h in context.sentence.has("report")
    ):
        return "reported"
    if is_told(context, clause) or examined(context, clause):
        return "reported"
    frames = context.sentence.has("reported_frame")
    if (
        frames
        and not _own_voice(context, frames[0].first)
        and not opines(context.words, frames[0].first)
        and not _said_later(context, clause, frames[0].first)
        and ";" not in context.words[frames[0].last : max(frames[0].last, clause.first)]
    ):
        return "reported"
    if _tells_a_practice(context, clause) or _holds_a_view(context, clause) or is_numbered_view(context):
        return "reported"
    subordinate = [
        c
        for c in context.clauses
        if c.kind in {"condition", "exception", "cause", "concession"} and c is not clause
    ]
    for person in context.sentence.has("somebody"):
        if any(w in _AROUND_A_PERSON for w in context.words[max(0, person.first - 2) : person.first]):
            continue
        if person.first > clause.last or any(c.first <= person.first <= c.last for c in subordinate):
            continue
        if person.first < clause.first and clause.joiner in {"but", ";", "however", "yet", "whereas", ":"}:
            continue
        for verb in context.sentence.has("report"):
            if any(c.first <= verb.first <= c.last for c in subordinate):
                continue
            if _own_voice(context, person.first) or is_own(
                context.words, person.first, person.last, verb.first
            ):
                continue
            if (
                any(clause.first <= m.first < person.first for m in context.mentions)
                and person.first > clause.first + 3
                and verb.last >= clause.last - 1
            ):
                continue  # "... what the patient prefers"
            if context.words[verb.first] in {"give", "gives", "gave"} and any(
                m.first == verb.last + 1 for m in context.mentions
            ):
                continue  # "the surgeons give A"
            if 0 < verb.first - person.last <= 6:
                between = context.words[person.last + 1 : verb.first]
                if not any(w in _OF_ADVICE for w in between):
                    return "reported"
    if (
        context.sentence.has("past_view")
        and not context.sentence.has("not_all")
        and not any(w in {"should", "must"} for w in context.words)
    ):
        return "reported"
    return "advice"


def _holds_a_view(context: Context, clause: Clause) -> bool:
    """ "they say ...", "everybody believes ...", "she would like ...": a person and at once a verb of opinion."""
    words = context.words
    for at in range(clause.first, min(clause.last, clause.first + 8)):
        if words[at] not in _PERSONS or (at and words[at - 1] in _AROUND_A_PERSON | {"in", "with", "by"}):
            continue
        verb = at + 1
        while verb < clause.last and words[verb] in _ADVERBS:
            verb += 1
        if words[verb] in _OPINIONS or words[verb : verb + 2] == ["would", "like"]:
            return True
    return False


def _tells_a_practice(context: Context, clause: Clause) -> bool:
    """ "Some surgeons do A": what several of a trade do, and no advice of the text's own."""
    words, first = context.words, clause.first
    if _tends(context, clause):
        return True
    if words[first] not in _SEVERAL or not any(
        0 < h.first - first <= 2 for h in context.sentence.has("somebody", first, clause.last)
    ):
        return False
    return not _NORMS & set(words[first : clause.last + 1]) and not context.sentence.has(
        "against", first, clause.last
    )


def _tends(context: Context, clause: Clause) -> bool:
    """ "Students tend to do A", "the reflex is to do A": what people are apt to do, right or wrong."""
    words, first = context.words, clause.first
    upto = min(first + 8, clause.last - 1)
    for at in range(first + 1, upto):
        if (
            words[at] in _IMPULSES
            and words[at + 1] in {"is", "was", "would"}
            and "to" in words[at + 2 : at + 4]
        ):
            return words[at - 1] not in {"our", "my"}
        if words[at] in _TENDING and words[at + 1 : at + 2] == ["to"]:
            who = words[first:at]
            return bool(_SEVERAL & set(who) or _PERSONS & set(who)) or any(
                h.last < at for name in ("somebody", "learner") for h in context.sentence.has(name, first)
            )
    return False


_TENDING = word_set("tend tends tended inclined apt prone tempted accustomed wont like likes")
_IMPULSES = word_set("instinct reflex habit custom impulse urge temptation intuition inclination tendency")
_SEVERAL = word_set("some several many certain numerous few")
_NORMS = word_set("should must ought shall need needs patients patient recommended indicated")


def is_numbered_view(context: Context) -> bool:
    """ "Option B, that ..., is wrong", "Statement (2), ..., is untrue": a view under a number, and a verdict on it."""
    words = context.words
    at = 1 if words[:1] == ["the"] else 0
    label = next((i for i in range(at + 1, min(at + 3, len(words))) if words[i] not in {"(", "number"}), 0)
    if not label or words[at] not in _NUMBERED or words[label] not in _LABELS:
        return False
    behind = label + 1 + (words[label + 1 : label + 2] == [")"])
    last = max((m.last for m in context.mentions), default=-1)
    return (
        words[behind : behind + 1] in ([","], [":"], ["-"], ["that"])
        and last > behind
        and any(h.first > last for name in ("reject", "endorse") for h in context.sentence.has(name))
    )


def _said_later(context: Context, clause: Clause, at: int) -> bool:
    """Whether a report begins only behind the clause, and is not just an attribution at the end."""
    return (clause.last < at and any(m.first > at for m in context.mentions)) or (
        clause.last < at and any(h.first > at + 3 for h in context.sentence.has("modal", at))
    )


def _own_voice(context: Context, first: int) -> bool:
    """Whether the text speaks for its own source there, not for somebody."""
    return any(
        w in {"guideline", "statement", "evidence"} for w in context.words[max(0, first - 3) : first + 4]
    )


def has_other_subject(context: Context, clause: Clause) -> bool:
    """ "A is a reason for it; B is not": what B is, the vocabulary does not know."""
    words = [
        w
        for w in context.words[clause.first : clause.last + 1]
        if w[0].isalnum() and w not in {"and", "but", "while", "whereas"}
    ]
    if not words or words[-1] not in {"not", "is", "are", "does", "do", "should", "can"} or len(words) < 3:
        return False
    return not context.sentence.has("they", clause.first, clause.last) and not any(
        words_of(context.sentence, h).split()[0] == words[0]
        for h in context.sentence.has("modal", clause.first, clause.last)
    )


def is_topic(context: Context, clause: Clause, following: Clause) -> bool:
    """ "X: possible", "X: never": the name is only the topic of what follows."""
    return (
        not has_predicate(context.sentence, clause.first, clause.last)
        and not context.mentions_in(following)
        and following.kind == "main"
        and (is_verdict(context, following) or _is_limit(context, following))
    )


def _is_limit(context: Context, clause: Clause) -> bool:
    """ "only if ...", "whatever ...": whom alone or whom all it is for."""
    return clause.last - clause.first <= 9 and bool(
        context.sentence.has("only", clause.first, clause.last)
        or context.sentence.has("whatever", clause.first, clause.last)
    )


def is_verdict(context: Context, clause: Clause) -> bool:
    """ "possible", "never", "yes": short words that judge what was named before."""
    if clause.last - clause.first > 9:
        return direction(context.sentence, clause).recognised
    return (
        direction(context.sentence, clause).recognised
        or bool(context.sentence.has("yes", clause.first, clause.last))
        or context.words[clause.first] in {"no", "yes", "never"}
    )


def is_bare_denial(context: Context, clause: Clause, *, ignoring_patients: bool = False) -> bool:
    """ "does not", "they cannot", "it is not": an auxiliary and a negation, nothing else.

    ignoring_patients: nor does it matter who they are ("those with it are not").
    """
    named = {p for m in context.mentions for p in range(m.first, m.last + 1)}
    if ignoring_patients:
        named |= {p for f in context.sentence.facts for p in range(f.first, f.last + 1)}
        named |= {p for _n, a, b in context.sentence.subjects for p in range(a, b + 1)}
    rest = [
        w
        for i, w in enumerate(context.words[clause.first : clause.last + 1], clause.first)
        if w[0].isalnum()
        and i not in named
        and not (ignoring_patients and w in _WHOM | context.vocabulary.disease_nouns)
    ]
    rest = [w for w in rest if w not in _LIGHT]
    return (
        bool(rest)
        and (2 if ignoring_patients else 1) <= len(rest) <= 2
        and rest[-1] == "not"
        and all(w in _AUXILIARIES for w in rest)
    )


def states_requirement(context: Context, clause: Clause | None) -> bool:
    """Whether a clause says what something needs ("needs a ...", "only if ...")."""
    if clause is None:
        return False
    return bool(context.sentence.has("only", clause.first, clause.last)) or any(
        w in _NEEDING for w in context.words[clause.first : clause.last + 1]
    )


def has_bare_not(context: Context, clause: Clause) -> bool:
    """ "not B": a clause that its negation begins."""
    return context.words[clause.first] == "not" or clause.joiner == "not"


def sets_limits(context: Context, clause: Clause, previous: Direction | None) -> bool:
    """ "A is for such disease, and not for comfort", "... and not as a rule": what A is not for, in brief."""
    words = [w for w in context.words[clause.first : clause.last + 1] if w[0].isalnum() and w != "and"]
    return (
        clause.elliptical
        and has_bare_not(context, clause)
        and previous is not None
        and not previous.against
        and words[: 1 + (words[:1] == ["not"])][-1:] != []
        and words[words[:1] == ["not"] :][:1] in (["for"], ["as"], ["to"], ["in"], ["with"], ["a"], ["the"])
        and not any(clause.first <= f.first and f.last <= clause.last for f in context.sentence.facts)
    )


def says_should(context: Context, clause: Clause) -> bool:
    """Whether a clause says in so many words what ought to be."""
    return any(w in {"should", "must", "shall"} for w in context.words[clause.first : clause.last + 1])


def is_sentence(context: Context, clause: Clause) -> bool:
    """Whether a clause has a verb that advice can hang on."""
    return bool(context.sentence.has("modal", clause.first, clause.last))


def describes_only(context: Context, clause: Clause) -> bool:
    """Whether a clause only says that something is there."""
    words = context.words[clause.first : clause.last + 1]
    return bool(context.sentence.has("modal", clause.first, clause.last)) or any(w in _LISTING for w in words)


def is_inverted(context: Context, clause: Clause) -> bool:
    """ "and so is B", "nor does B": what was said before is said of B as well."""
    words = [
        (i, w)
        for i, w in enumerate(context.words[clause.first : clause.last + 1], clause.first)
        if w[0].isalnum()
    ]
    while words and words[0][1] in {"and", "so", "as", "nor", "neither", "but", "equally", "likewise"}:
        words = words[1:]
    auxiliaries = _AUXILIARIES - {"not"} | {"should", "must", "would", "did"}
    if len(words) < 2 or words[0][1] not in auxiliaries:
        return False
    rest = [w for i, w in words[1:] if not any(m.first <= i <= m.last for m in context.mentions)]
    return all(w in {"the", "a", "an", "too", "also", "use", "of", "well", "as"} for w in rest)


def is_there(context: Context, clause: Clause) -> bool:
    """ "..., and should not be given there": in those of whom the clause before speaks."""
    return (
        next((w for w in reversed(context.words[clause.first : clause.last + 1]) if w[0].isalnum()), "")
        == "there"
    )


def announces(context: Context, clause: Clause) -> bool:
    """ "About A: ...", "As for A: ...": only what comes next is said of it."""
    opening = context.words[clause.first : clause.first + 2]
    return (
        bool(opening)
        and (opening[0] in _ANNOUNCING or opening in (["as", "for"], ["as", "to"]))
        and not has_predicate(context.sentence, clause.first, clause.last)
    )


def is_judged_behind(context: Context, following: Clause, d: Direction) -> bool:
    """ "It is another thing with A, for which B is prohibitive": the verdict stands in the relative clause."""
    opening = context.words[following.first : following.first + 2]
    return (
        opening in (["for", "which"], ["in", "which"], ["with", "which"], ["to", "which"])
        and not d.recognised
        and not context.mentions_in(following)
        and direction(context.sentence, following).against
    )
