"""Pronouns and what they are in their clause: its subject, an object, or no name at all."""

from __future__ import annotations

from collections.abc import Sequence

from language.clauses import Clause
from language.context import Context
from language.describing import OVERLOOKING
from language.tags import Mention
from language.unmeant import says_what_follows
from language.wordset import word_set

_BESIDE = word_set("to with plus for alongside after before until following follow precede follows precedes")
_LEADING = word_set(
    "follows precedes comes can should may must could is are might cannot be goes go fits works"
)
_JOINED = word_set(
    "added given combined used offered joined paired delivered follow follows precede precedes come "
    "administered placed started done performed carried scheduled goes go fits sits works pairs combines blends"
)
_INTRODUCING = word_set(
    "yes no and but so then nevertheless nonetheless still yet however therefore thus hence instead even"
)
_TIME_OR_WHOM = word_set("while during for in until when")
_EXTRAPOSING = word_set("to that if whether which who")
_QUANTIFIERS = word_set("none neither both either each any all one some most")
_BEFORE_A_SUBJECT = word_set(
    "and but so then or yet if when because since as while whereas do does avoid not"
)
_LANDMARKS = word_set("until till once before after")
_COMPARING = word_set("well much often good better worse effective active useful safe more less as")
_CALLING = word_set("call calls called calling ask asks need cry qualify")
_SAYING = word_set(
    "fear believe hope suspect worry argue claim told said say says proved shown means mean noted aware "
    "clear know think fact so such hope sure"
)
_IMPERSONAL = word_set("depends rests seems follows appears matters turns")
_DEMONSTRATIVES = word_set("this that these those both either neither one")
_PARTICLES = word_set("out off up aside away down on for until till back")
_PREPOSITIONS = word_set("of in by from about into behind within")


def has_object_pronoun(context: Context, clause: Clause, mentions: Sequence[Mention]) -> bool:
    """ "We do not offer it and turn to B": the pronoun behind a verb of advice, with the name of another behind it."""
    words = context.words
    return any(
        words[h.last + 1] in {"it", "them"}
        and words[h.last + 2] in {"and", "but", ","}
        and h.last + 1 < mentions[0].first
        for name in ("advise", "against")
        for h in context.sentence.has(name, clause.first, clause.last - 2)
    )


def has_subject_pronoun(context: Context, clause: Clause, mentions: Sequence[Mention]) -> bool:
    """ "It can be added to X": the pronoun is the subject, the name only its companion."""
    first = clause.first
    while first < clause.last and (
        not context.words[first][0].isalnum() or context.words[first] in _INTRODUCING
    ):
        first += 1
    if context.words[first] in {"in", "for", "with"}:
        first = next(
            (
                h.first
                for h in context.sentence.has("they", first + 2, min(first + 6, clause.last))
                if context.words[h.first] in {"it", "they"}
            ),
            next(
                (
                    h.first
                    for h in context.sentence.has("they", first + 2, min(first + 14, clause.last))
                    if context.words[h.first - 1] == "," and context.words[h.first] in _QUANTIFIERS
                ),
                first,
            ),
        )
    if context.words[first] in _DATING and _behind_a_date(context, first, clause, mentions):
        return True
    if not any(h.first == first for h in context.sentence.has("they", first, clause.last)):
        return False
    if context.sentence.has("delay", first, mentions[0].first):
        return True
    if context.words[first + 1 : first + 2] == ["of"]:
        first += 2  # "either of them"
    before = mentions[0].first - 1
    if context.words[before] in {"as", "than"} and _COMPARING & set(context.words[first:before]):
        return True  # "it serves them as well as A"
    if context.words[before] == "for" and context.words[before - 1] in _CALLING:
        return False  # "it does not call for A": who needs it is the subject
    while before > first and context.words[before] in {"the", "a", "an", "his", "her", "due"}:
        before -= 1
    between = context.words[first + 1 : mentions[0].first]
    if (
        context.words[before] in _BESIDE
        and bool(between)
        and between[0] in _LEADING
        and any(w in _JOINED for w in between)
    ):
        return True
    return (
        context.words[before] in _TIME_OR_WHOM
        and bool(between)
        and any(h.first == first + 1 for h in context.sentence.has("modal", first + 1, first + 1))
        and not _EXTRAPOSING & set(between[1:5])
    )


def points_elsewhere(context: Context, at: int) -> bool:
    """ "in it", "until that is done", "told that ...", "what it advises": no subject, or another one."""
    words = context.words
    before = words[at - 1] if at else ""
    behind = words[at + 1] if at + 1 < len(words) else ""
    if before in _PREPOSITIONS:
        return not (at > 1 and words[at - 2] in _QUANTIFIERS)
    if words[at] == "which" and before == "to":
        return True
    if words[at] == "so" and before.endswith("ing"):
        return True  # "assuming so is ...": what is assumed
    if [behind, *words[at + 2 : at + 3]] == ["is", "why"]:
        return True  # "which is why ...": the whole statement
    if behind in OVERLOOKING:
        return True  # "it forgets those who have it": a view does
    if says_what_follows(words[at : at + 5]):
        return True
    if before in _LANDMARKS or (words[at] == "that" and before in _SAYING):
        return True
    if words[at] == "that" and behind in _PARTICLES:
        return False  # "leave that out"
    if words[at] == "that" and before.isalpha() and before not in _BEFORE_A_SUBJECT:
        return True  # "a thing that was ...": a relative
    return (
        words[at] == "it"
        and before in {"what", "as"}
        and any(h.first == at + 1 for h in context.sentence.has("report"))
        and bool(behind)
    )


def stands_alone(context: Context, first: int, last: int) -> bool:
    """Whether a demonstrative is a pronoun, not the article of a noun ("this one")."""
    if (
        context.words[first] == "it"
        and context.words[last + 1 : last + 2]
        and context.words[last + 1] in _IMPERSONAL
    ):
        return False
    if context.words[first] not in _DEMONSTRATIVES or last > first:
        return True
    following = context.words[last + 1 : last + 2]
    if following and context.words[first] in {"this", "that"} and following[0] in _PARTICLES:
        return True  # "leave that out", "put this off"
    return not following or any(
        h.first == last + 1
        for name in ("modal", "against", "negation", "only")
        for h in context.sentence.has(name, last + 1)
    )


def _behind_a_date(context: Context, first: int, clause: Clause, mentions: Sequence[Mention]) -> bool:
    """ "After A, it is resumed": A only dates what the pronoun stands for."""
    words = context.words
    at = next(
        (
            i
            for i in range(first + 2, min(first + 10, clause.last))
            if words[i] in {"it", "they"}
            and (words[i - 1] == "," or context.sentence.has("modal", i + 1, i + 1))
        ),
        None,
    )
    return at is not None and bool(mentions) and all(first < m.first and m.last < at for m in mentions)


_DATING = frozenset({"after", "following", "before", "alongside", "during"})
