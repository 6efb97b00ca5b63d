"""Whose a fact is, and whether it is so: somebody else's, one of the past, only suspected, or whom a rule is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from language.clauses import Clause
from language.condition import axes_of, facts_of
from language.context import ELSEWHERE, SOMEONE_ELSE, Context
from language.matcher import Hit
from language.reading import StatedFact
from language.tags import FactTag
from language.wordset import word_set

_COUNTS = word_set("one two three four five six seven eight nine ten young small grown many several")
_COUNTING = word_set("only solely exclusively strictly alone")
_FOR_WHOM = word_set(
    "if in for when with those patients who whom after where once by to given under unless who patient cases"
)
_BREAKS = frozenset({",", ";", "now", "and", "but", "he", "she", "they", "it", "we"})
_PAUSES = frozenset({",", ";", ":", "(", ")", "-", "but", "and", "or", "now", "no", "not", "without"})
_BACK_TO_THE_PATIENT = word_set("; himself herself themselves but whereas while however - he she patient pt")
_TELLING = word_set("when once where after as")
_TOLD = word_set(
    "was were had came presented arrived went got became did appeared developed turned returned "
    "admitted started stopped failed needed saw found"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_FOR_EVER = word_set("always means is equals = stays remains")
_OR_ELSE = word_set("or / a an the in of")
_RESULTS = word_set("result results report test testing analysis status answer confirmation")
_MAYBE = word_set("may might could can")
_YET = word_set("yet still one day easily later also even soon suddenly well")
_ASKING = word_set(", ; : . - ( how when where why what which who whom and or but if whether")
_IF = frozenset({"if", "whether"})
_REACH = 5  # words between a sign and the place of the body that it is said of


def stated_facts(context: Context) -> list[StatedFact]:
    """The facts of a sentence, each with the part that it has in its clause."""
    tokens = context.sentence.tokens
    stated = [
        StatedFact(
            f.condition,
            tokens[f.first].start,
            tokens[f.last].end,
            context.number,
            supposed=clause.kind in {"condition", "exception", "whether"} and not _tells(context, clause),
            someone_else=_is_someone_elses(context, f) or _is_elsewhere(context, f),
            past=_is_bygone(context, f),
            of_a_rule=any(
                _rules(context, h, f) for h in context.sentence.has("only", clause.first, clause.last)
            )
            or _is_compared(context, f),
            uncertain=_is_doubted(context, f),
        )
        for clause in context.clauses
        for f in context.sentence.facts
        if clause.first <= f.first and f.last <= clause.last
    ]
    return list(_shared(context, stated))


def _shared(context: Context, facts: Sequence[StatedFact]) -> Iterator[StatedFact]:
    """The facts, each as doubtful as the one that it is an alternative to: "fear of A or B", "it may A or B"."""
    starts = {t.start: n for n, t in enumerate(context.sentence.tokens)}
    ends = {t.end: n for n, t in enumerate(context.sentence.tokens)}
    before: StatedFact | None = None
    for fact in facts:
        if before is not None and (before.past or before.uncertain) and before.end < fact.start:
            between = set(context.words[ends[before.end] + 1 : starts[fact.start]])
            if between and between <= _OR_ELSE and between & {"or", "/"}:
                fact = replace(fact, past=before.past, uncertain=fact.uncertain or before.uncertain)
        before = fact
        yield fact


def _tells(context: Context, clause: Clause) -> bool:
    """ "When she came in" tells what was; "if she came in" supposes it."""
    words = context.words[clause.first : clause.last + 1]
    return words[0] in _TELLING and any(w in _TOLD for w in words) and "if" not in words


def _is_someone_elses(context: Context, fact: FactTag) -> bool:
    """Whether it is said of a relative, until the sentence comes back to the patient.

    Who writes "my father has ..." asks for him; "my father had ..." tells of somebody else.
    """
    for name, first, last in context.sentence.subjects:
        if name == SOMEONE_ELSE and last <= fact.first:
            if (
                context.words[max(0, first - 1)] in {"my", "our"}
                and "had" not in context.words[last : last + 3]
            ):
                continue
            if _is_the_patient(context.words, first, last):
                continue
            between = context.words[last + 1 : fact.first]
            return not any(w in _BACK_TO_THE_PATIENT for w in between[1:])
    return False


def _is_the_patient(words: Sequence[str], first: int, last: int) -> bool:
    """ "A mother of three", "a 50-year-old grandfather", "this father": who the patient is, and no relative."""
    behind = words[last + 1 : last + 3]
    counted = len(behind) == 2 and behind[0] == "of" and (behind[1] in _COUNTS or behind[1] in "123456789")
    return counted or words[max(0, first - 1) : first] in (["old"], ["this"])


def _is_elsewhere(context: Context, fact: FactTag) -> bool:
    """Whether a sign is that of another part of the body: "nose itch", "an itch of the nose"."""
    if not _is_sign(fact):
        return False
    for name, first, last in context.sentence.subjects:
        if name != ELSEWHERE or (first <= fact.last and fact.first <= last):
            continue
        between = context.words[last + 1 : fact.first] or context.words[fact.last + 1 : first]
        if len(between) <= _REACH and not any(w in _PAUSES for w in between):
            return not any(
                n != ELSEWHERE and fact.first - 2 <= b <= fact.last + 2
                for n, b, _e in context.sentence.subjects
                if n in context.vocabulary.tracked_subjects
            )
    return False


def _rules(context: Context, only: Hit[str], fact: FactTag) -> bool:
    """Whether "only" says for whom something is: "only in ...", "only fit patients get it"; "only two" counts."""
    between = context.words[only.last + 1 : fact.first]
    if only.last >= fact.first or any(only.last < m.first and m.last < fact.first for m in context.mentions):
        return False
    if only.length > 1 or context.words[only.first] not in _COUNTING:
        return True
    whom = set(between[:2]) if len(between) > 1 else {*between, *context.words[fact.last + 1 : fact.last + 2]}
    return bool(_FOR_WHOM & whom)


def _is_compared(context: Context, fact: FactTag) -> bool:
    """Whether the patient is only compared with those who have it: "as in older patients"."""
    return any(_leads_to(context, h, fact, 2) for h in context.sentence.has("like"))


def _is_bygone(context: Context, fact: FactTag) -> bool:
    """Whether a sign or symptom is over, feared or only looked for: "history of", "to prevent", "two years ago"."""
    if not _is_sign(fact):
        return False
    words, sentence = context.words, context.sentence
    if any(_leads_to(context, h, fact, 3) for name in ("bygone", "unreal") for h in sentence.has(name)):
        return True
    if _is_record(context, fact):
        return True
    behind = words[fact.last + 1 : fact.last + 5]
    dated = next((n for n, w in enumerate(behind) if _YEAR.fullmatch(w)), None)
    if dated is not None and not any(w in _PAUSES for w in behind[:dated]) and "since" not in behind[:dated]:
        return True
    before = words[max(0, fact.first - 4) : fact.first]
    if any(_YEAR.fullmatch(w) for w in before) and not {",", ";", "now", "since", "and"} & set(before):
        return True
    return any(
        0 < h.first - fact.last <= 3 and not {",", ";"} & set(words[fact.last + 1 : h.first])
        for h in sentence.has("long_ago")
    )


def _is_record(context: Context, fact: FactTag) -> bool:
    """Whether it stands in a list of former illnesses, before the text comes back to the present."""
    for h in context.sentence.has("record"):
        between = context.words[h.last + 1 : fact.first]
        if (
            h.last < fact.first
            and h.first <= 1
            and between[:1] in ([":"], ["of"], ["-"], ["includes"], ["="])
        ):
            return not any(h.last < n.first < fact.first for n in context.sentence.has("present"))
    return False


def _is_doubted(context: Context, fact: FactTag) -> bool:
    """Whether it is suspected, awaited or unknown, and neither so nor not so."""
    words, sentence = context.words, context.sentence
    if fact.first and words[fact.first - 1] == "?":
        return True
    if fact.first and words[fact.first - 1] == "(" and words[fact.last + 1 : fact.last + 3] == ["?", ")"]:
        return True
    if _is_possible(words, fact.first) or _is_saying(context, fact):
        return True
    if any(_leads_to(context, h, fact, 4) for h in sentence.has("doubted")):
        return True
    if any(_asks_whether(context, h, fact) for h in sentence.has("doubted")):
        return True
    return any(
        fact.last < h.first <= fact.last + 5
        and not (words[h.first : h.last + 1] == ["to", "follow"] and _is_object(context, fact))
        and not any(w in _PAUSES for w in words[fact.last + 1 : h.first])
        for h in _not_denied(context, sentence.has("awaited"))
    )


def _is_possible(words: Sequence[str], first: int) -> bool:
    """ "It may yet do so": what could come; "can it do so?" and "how can it" ask."""
    at = first - 1
    while at > 0 and words[at] in _YET:
        at -= 1
    if words[first] == "not":
        return False  # "it could not be passed" tells what was
    return at > 0 and words[at] in _MAYBE and words[at - 1] not in _ASKING


def _is_saying(context: Context, fact: FactTag) -> bool:
    """ "Once so, always so", "so is so": a saying about all patients, that names the same thing twice."""
    words, axes = context.words, axes_of(fact.condition)
    for other in context.sentence.facts:
        first, second = sorted((fact, other), key=lambda f: f.first)
        between = words[first.last + 1 : second.first]
        if other != fact and axes_of(other.condition) == axes and len(between) <= _REACH:
            said = {w for f in (first, second) for w in words[f.first : f.last + 1]}
            if (
                _FOR_EVER & set(between)
                and words[second.last] in words[first.first : first.last + 1]
                and said
            ):
                return True
    return False


def _is_object(context: Context, fact: FactTag) -> bool:
    """ "With the operation of such a thing to follow": it is the operation that follows, unless it is a result."""
    before = context.words[max(0, fact.first - 6) : fact.first]
    return {"with", "of"} <= set(before) and not _RESULTS & set(before)


def _not_denied(context: Context, hits: Sequence[Hit[str]]) -> Iterator[Hit[str]]:
    """ "No longer awaited" awaits nothing."""
    for h in hits:
        if context.words[max(0, h.first - 2) : h.first] != ["no", "longer"]:
            yield h


def _leads_to(context: Context, hit: Hit[str], fact: FactTag, most: int) -> bool:
    """Whether a cue stands in front of a fact, with at most so many words and no break between them."""
    between = context.words[hit.last + 1 : fact.first]
    return hit.last < fact.first and len(between) <= most and not _BREAKS & set(between)


def _asks_whether(context: Context, hit: Hit[str], fact: FactTag) -> bool:
    """ "I do not know if it is so or whether it can be done": the doubt goes on with each "if"."""
    words = context.words
    if hit.last >= fact.first or not _IF & set(words[hit.first : hit.last + 1]):
        return False
    between = words[hit.last + 1 : fact.first]
    return bool(_IF & set(between)) and not {".", ";", "but", "then"} & set(between)


def _is_sign(fact: FactTag) -> bool:
    return {f.value for f in facts_of(fact.condition)} == {"yes"}
