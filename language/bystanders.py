"""Names that a clause speaks of without advising them or speaking against them."""

from __future__ import annotations

from collections.abc import Sequence

from language.clauses import Clause
from language.condition import axes_of
from language.context import Context
from language.reading import Claim
from language.tags import Mention
from language.wordset import word_set

_UNTIL = word_set("until till before pending")
_RESULT = word_set(
    "known unknown available back in reported confirmed established clear there ready result results determined "
    "tested settled hand file read arrives arrived comes awaited outstanding report test"
)
_ORDINALS = word_set("first second third fourth other latter former last")
_REACH = 8  # words from "until" to the word that says what is waited for


def argues_against(context: Context, clause: Clause, mentions: Sequence[Mention]) -> bool:
    """ "A would keep him from B": why not A, and nothing against B."""
    if len(mentions) < 2 or not would(context, clause, mentions[-1]):
        return False
    return any(
        mentions[0].last < h.first
        and h.last < mentions[-1].first
        and (
            {"would", "could", "might"} & set(context.words[mentions[0].last : h.first])
            or context.words[h.first - 1] in {"may", "can", "will"}
        )
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


def awaited_axes(context: Context) -> frozenset[str]:
    """ "Not until the test is back", "until B is known": the axes whose finding is waited for."""
    words, axes = context.words, context.vocabulary.subject_axes
    found: frozenset[str] = frozenset()
    for at, word in enumerate(words):
        if word not in _UNTIL:
            continue
        named = [n for n, first, _l in context.sentence.subjects if 0 < first - at <= _REACH and n in axes]
        if not named and words[at + 1 : at + 2] == ["it"] and _RESULT & set(words[at : at + _REACH]):
            before = [n for n, _f, last in context.sentence.subjects if last < at and n in axes]
            found |= axes_of(axes[before[-1]]) if before else context.discourse.axes
        if named and _RESULT & set(words[at : at + _REACH]) | ({word} & {"pending"}):
            found |= axes_of(axes[named[0]])
    return found


def is_enumerated(context: Context) -> bool:
    """ "In the third, A is ...": one of several ways that are only described."""
    words = context.words
    return (
        words[:2] == ["in", "the"]
        and words[2:3] != []
        and words[2] in _ORDINALS
        and words[3:4] == [","]
        and not context.sentence.facts
        and len(context.discourse.fact_pair) != 2
    )


def is_described(context: Context, m: Mention) -> bool:
    """ "B that is to be left so": what only describes a noun says nothing about doing it."""
    words, at = context.words, m.first - 1
    while at > 0 and words[at] in {"to", "be", "being", "already", "still"}:
        at -= 1
    if words[m.first] in _STAYING and words[m.first - 1] in {"that", "which"}:
        at = m.first  # "B that stays where it is"
    return (
        at > 1
        and words[at] in {"is", "are", "was", "were"} | _STAYING
        and words[at - 1] in {"that", "which"}
        and any(last == at - 2 for _n, _f, last in context.sentence.subjects)
    )


_STAYING = word_set("stays remains stay remain")


def denies_another_time(words: Sequence[str]) -> bool:
    """ "when it is so, not before", "A comes before B and not after": the other order, denied without a name."""
    bare = [w for w in words if w.isalpha() and w not in {"and", "but", "or"}]
    return len(bare) == 2 and bare[0] in {"not", "never", "nor"} and bare[1] in _TIMES


def is_pretext(context: Context, m: Mention) -> bool:
    """ "A is no excuse for holding B back": nothing is said of doing A."""
    words = context.words
    return any(
        word in _PRETEXTS
        and 0 < at - m.last <= _REACH
        and any(o.first > at and o.id != m.id for o in context.mentions)
        and words[at + 1 : at + 2] in (["for"], ["to"])
        for at, word in enumerate(words)
    )


def picks_a_few(context: Context, clause: Clause) -> bool:
    """ "A is reserved for a chosen minority": for some who are not told, and so neither for nor against anybody."""
    only = context.sentence.has("only", clause.first, clause.last)
    words = context.words
    stated = any(clause.first <= f.first <= clause.last for f in context.sentence.facts)
    if not stated and any(
        words[at] in _CHOSEN and words[at + 1] in _PEOPLE and at and words[at - 1] not in _ALL
        for at in range(clause.first, clause.last)
    ):
        return True
    return any(
        _FEW & set(words[h.last + 1 : h.last + 8])
        and not any(h.last < f.first <= clause.last for f in context.sentence.facts)
        for h in only
    )


def names_only(context: Context, clause: Clause, m: Mention) -> bool:
    """ "The document names A alone", "it discusses A": what a text holds, and no advice by itself."""
    return any(w in _NAMING for w in context.words[max(clause.first, m.first - 5) : m.first])


def is_person(context: Context, m: Mention) -> bool:
    """ "The A doctors agree that ...": those who treat; only "sent to the A doctors" says what is to be done."""
    words, nouns = context.words, context.vocabulary.person_nouns
    if words[m.last] not in nouns or _DETERMINERS & set(words[m.first : m.last + 1]):
        return False  # "call the doctor" is a term of its own
    at = m.first - 1
    while at > 0 and (words[at] in _DETERMINERS or words[at] in nouns):
        at -= 1
    if _AFFAIRS & set(words[m.last + 1 : m.last + 2]):
        return False  # "the A doctor's hands"
    if at < 1:
        return True
    if words[at] == "of":
        return words[at - 1] not in _AFFAIRS
    if words[at] == "to":
        return words[at - 1] in _SAID_TO
    if words[at] == "before":
        return words[at - 1] not in _PRESENTING
    if words[at] == "from":
        return words[at - 1] not in {"away", "back"}
    if words[at] == "by":
        return words[at - 1] not in _SEEING
    return words[at] != "for" and words[at] not in _CALLING


def is_put(context: Context, clause: Clause, at: int) -> bool:
    """ "belongs under A", "brought before the A doctor": where somebody is to go, not where he already is."""
    words = context.words
    if words[at] == "before":
        return words[at - 1] in _PRESENTING and bool(
            context.vocabulary.person_nouns & set(words[at + 1 : at + 4])
        )
    return words[at] in {"on", "under"} and bool(_PUTTING & set(words[max(clause.first, at - 4) : at]))


_PUTTING = word_set("belong belongs put puts putting go goes place start started begin")
_CHOSEN = word_set("selected chosen suitable eligible")
_PEOPLE = word_set("patients cases individuals people candidates persons")
_ALL = word_set("all every the these those")
_FEW = word_set("minority subset subgroup few handful fraction selected chosen exceptional rare")
_NAMING = word_set("names mentions lists discusses describes covers addresses")
_TIMES = word_set("before after afterwards earlier later sooner behind following beforehand thereafter vice")
_PRETEXTS = word_set("excuse pretext excuses pretexts ground grounds license reason reasons justification")
_DETERMINERS = word_set("a an the our your their his her this")
_AFFAIRS = word_set(
    "business case job matter task territory province hands domain concern affair realm remit"
)
_SAID_TO = word_set("according letter thank thanks known clear acceptable up next left addressed question")
_PRESENTING = word_set("come comes brought bring put laid placed go goes taken appear appears")
_SEEING = word_set("seen reviewed examined assessed operated")
_CALLING = word_set("call calls called calling involve need needs require requires consult bring get want")
