"""For whom: the facts of a clause, joined as the text joins them, by their part in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from language.clauses import Clause
from language.condition import ALWAYS, Condition, axes_of, either, negation
from language.immaterial import is_contrast, is_defined, or_any
from language.joining import join, present
from language.matcher import Hit
from language.tags import FactTag, Tagged
from language.whom import limits, needed, not_before, only_behind, singles_out, widened
from language.wordset import word_set


@dataclass
class Scope:
    """The facts of a clause by their part. Conditions are joined; ALWAYS where there are none."""

    condition: Condition = ALWAYS  # for those who ...
    asserted: Condition = ALWAYS  # it is so that ...
    only: Condition | None = None  # for nobody but those who ...
    only_facts: int = 0
    excepted: Condition | None = None  # not for those who ...
    universal: bool = False  # "whatever ..."
    opened: frozenset[str] = frozenset()  # the axes of findings said not to matter, where that is all
    ignored: list[FactTag] = field(default_factory=list)

    def copy(self) -> Scope:
        """The same scope, whose parts may be set anew."""
        return Scope(
            self.condition, self.asserted, self.only, self.only_facts, self.excepted, self.universal,
            self.opened, self.ignored,
        )  # fmt: skip


_PEOPLE = word_set("patient patients person man woman one case")
_COPULAS = word_set(
    "is are was were has have remains remain be being been shows show showed bears carries becomes "
    "became harbors harbours causes cause proves proved look looks looked appear appears appeared seem seems "
    "seemed remained turned stayed stays deemed considered judged"
)


def scope_of(sentence: Tagged, clause: Clause, has_mention: bool) -> Scope:
    """Sort the facts of a clause and join them."""
    key = (clause, has_mention)
    known = sentence.scopes.get(key)
    if known is None:
        known = sentence.scopes[key] = _sorted(sentence, clause, has_mention)
    return known.copy()


def _sorted(sentence: Tagged, clause: Clause, has_mention: bool) -> Scope:
    scope = Scope()
    parts: dict[str, list[FactTag]] = {"condition": [], "asserted": [], "only": [], "excepted": []}
    facts = [f for f in sentence.facts if clause.first <= f.first and f.last <= clause.last]
    everyone = [
        h
        for h in sentence.has("everyone", clause.first, clause.last)
        if not _periodic(sentence, h.first, h.last)
        and sentence.words[h.last + 1 : h.last + 2] not in _OPINING
    ]
    whatever = [
        h for h in sentence.has("whatever", clause.first, clause.last) if not _defies(sentence, h, facts)
    ]
    scope.universal = (
        bool(everyone)
        or _no_patient(sentence, clause)
        or any(not _of_one_axis(sentence, h.last) for h in whatever)
    )
    within = all(any(h.first <= e.last and e.first <= h.last for h in whatever) for e in everyone)
    if whatever and within and all(sentence.words[h.first] != "whether" for h in whatever):
        scope.opened = frozenset().union(*(_axes_behind(sentence, h.last) for h in whatever))
    only = sentence.has("only", clause.first, clause.last)
    limited = False
    if clause.kind == "condition":  # "solely when", "strictly if"
        only = [h for h in sentence.has("only") if 0 <= clause.first - h.last <= 1] + only
        limited = any(limits(sentence, h, clause) for h in sentence.has("only"))
    only = [
        h
        for h in only
        if not (
            sentence.words[h.first].startswith("keep")
            and h.length > 3
            and not any(h.first < m.first <= h.last for m in sentence.mentions)
        )
    ]
    only = [h for h in only if not singles_out(sentence, h)]
    wide = widened(sentence, only, clause)
    excepts = sentence.has("except", clause.first, clause.last)
    soft = False
    for f in facts:
        if any(h.last < f.first and not _mention_between(sentence, h.last, f.first) for h in whatever):
            scope.ignored.append(f)
            continue
        if sentence.words[f.last + 1 : f.last + 3] in (["or", "not"], ["or", "otherwise"]):
            scope.universal = True
            contrary = sentence.vocabulary.negated.get(f.condition) or negation(f.condition)
            f = replace(f, condition=either(f.condition, contrary))  # each of the two is spoken of
        if is_contrast(sentence, f) or or_any(sentence.words[f.last + 1 : f.last + 7]):
            scope.ignored.append(f)
            continue
        if any(
            f.first <= h.first <= f.last + 4 and sentence.words[h.first] in {"irrelevant", "immaterial"}
            for h in whatever
        ):
            scope.ignored.append(f)
            continue
        if (
            f.denied
            and clause.kind == "condition"
            and words_after(sentence, f)
            and sentence.words[clause.first] in {"once", "when", "as", "after"}
        ):
            scope.ignored.append(f)  # "once it has stopped" is a time, not a patient
            continue
        forestalling = [
            i for i in range(max(clause.first, f.first - 5), f.first) if sentence.words[i] in _FORESTALLING
        ]
        if forestalling and not _mention_between(sentence, forestalling[-1], f.first):
            scope.ignored.append(f)  # "to forestall it": there is none, yet
            continue
        if (
            clause.kind != "exception"
            and any(
                h.last < f.first
                and not _mention_between(sentence, h.last, f.first)
                and words_are(sentence, h.first, h.last, {"before", "lest"})
                for h in sentence.has("before", clause.first, clause.last)
            )
            and not any(0 < m.first - f.last <= 4 for m in sentence.mentions)
        ):  # "before such a one is treated"
            scope.ignored.append(f)  # "before it happens": it has not, yet
            continue
        part = "condition"
        if clause.kind == "exception" or any(h.last < f.first for h in excepts):
            part = "excepted"
        elif clause.kind in {"cause", "concession"} and not has_mention:
            part = "asserted"
        elif (
            restrictor := next(
                (
                    h
                    for h in reversed(only)
                    if h.last < f.first and not _mention_between(sentence, h.last, f.first)
                ),
                None,
            )
        ) is not None:
            part = "condition" if wide and restrictor in wide else "only"
            if part == "condition":
                scope.ignored.append(f)
                continue
        elif (
            limited
            or only_behind(sentence, f, clause)
            or needed(sentence, f)
            or (clause.kind == "condition" and not_before(sentence, clause.last + 1))
        ):
            part = "only"
        elif clause.kind == "condition" and sentence.words[clause.first] in _PROVISOS:
            part, soft = "only", True
        elif not has_mention and _in_brackets(sentence, f):
            part = "asserted"  # "her test (such a result) was ..."
        elif (clause.kind == "main" and _of_this_patient(sentence, f)) or (
            clause.kind == "main"
            and (not has_mention or sentence.words[f.last + 1 : f.last + 2] in _SHOWING)
            and _predicated(sentence, f, clause)
        ):
            part = "asserted"
        parts[part].append(f)
    scope.condition = join(present(parts["condition"], sentence), sentence)
    scope.asserted = join(parts["asserted"], sentence)
    if parts["only"]:
        scope.only = join(parts["only"], sentence)
        facts_named = len({frozenset(axes_of(f.condition)) for f in parts["only"]})
        scope.only_facts = PROVISO if soft else facts_named
    if parts["excepted"]:
        scope.excepted = join(parts["excepted"], sentence)
    return scope


_OPINING = [
    [w]
    for w in ("considers", "agrees", "thinks", "believes", "knows", "accepts", "regards", "calls", "likes")
]
_SHOWING = [["means"], ["allows"], ["permits"], ["makes"], ["suggests"]]
PROVISO = 99  # in place of a number of facts: "provided that" is softer than any "only if"
_PROVISOS = word_set("provided providing")


def _no_patient(sentence: Tagged, clause: Clause) -> bool:
    """ "No such patient should go without A": it is said of everyone."""
    opening = sentence.words[clause.first : clause.first + 7]
    if opening[:1] != ["no"]:
        return False
    return any(w in _PEOPLE for w in opening[2:]) and not any(
        clause.first < m.first <= clause.first + 6 for m in sentence.mentions
    )


def _axes_behind(sentence: Tagged, after: int) -> frozenset[str]:
    """The axes of the findings that do not matter; none where it is the patient who does not."""
    near = range(after + 1, after + 5)
    axes = sentence.vocabulary.subject_axes
    found = [f.condition for f in sentence.facts if f.first in near]
    found += [axes[n] for n, first, _l in sentence.subjects if first in near and n in axes]
    return frozenset().union(*(axes_of(c) for c in found))


def _defies(sentence: Tagged, hit: Hit[str], facts: Sequence[FactTag]) -> bool:
    """ "despite such a finding": it is said of those who have it."""
    return words_are(sentence, hit.first, hit.last, {"despite", "in spite of", "notwithstanding"}) and any(
        0 < f.first - hit.last <= 4 for f in facts
    )


def _in_brackets(sentence: Tagged, fact: FactTag) -> bool:
    """Whether a fact stands alone in brackets behind what it is said of."""
    words = sentence.words
    return (
        fact.first > 1
        and words[fact.first - 1] == "("
        and words[fact.last + 1 : fact.last + 2] == [")"]
        and any(0 <= fact.first - 2 - last <= 2 for _n, _f, last in sentence.subjects)
    )


def words_are(sentence: Tagged, first: int, last: int, wanted: set[str]) -> bool:
    return " ".join(sentence.words[first : last + 1]) in wanted


def _of_one_axis(sentence: Tagged, after: int) -> bool:
    """ "whatever the test says": it opens one fact, and leaves the others as they are."""
    return any(
        0 < first - after <= 5 and name in sentence.vocabulary.subject_axes
        for name, first, _last in sentence.subjects
    )


def words_after(sentence: Tagged, fact: FactTag) -> bool:
    return any(
        w in {"stopped", "resolved", "settled", "controlled", "ceased"}
        for w in sentence.words[fact.last + 1 : fact.last + 5]
    )


def _of_this_patient(sentence: Tagged, fact: FactTag) -> bool:
    """ "in this ... patient", "a ... one like this"."""
    words = sentence.words
    before = words[max(0, fact.first - 3) : fact.first]
    behind = words[fact.last + 1 : fact.last + 5]
    head = words[fact.last + 1 : fact.last + 2]
    heads = _HEADS | sentence.vocabulary.disease_nouns | sentence.vocabulary.site_nouns
    nominal = before[-1:] == ["the"] and not any(w in heads for w in head) and fact.first - 1 == 0
    nominal = nominal and not is_defined(words[fact.last + 1 : fact.last + 10])
    absolute = words[0] in {"with", "being"} and fact.first <= 5
    return (
        nominal
        or absolute
        or any(w in {"this", "her", "his", "your", "our"} for w in before[-2:])
        or any(
            behind[i : i + 2] in (["like", "this"], ["like", "hers"], ["like", "his"], ["as", "here"])
            for i in range(len(behind))
        )
    )


_FORESTALLING = word_set(
    "forestall prevent avert preempt preventing forestalling averting prevents fear lest"
)
_HEADS = word_set("disease patient patients case cases group setting subgroup population status")
_PERIODS = word_set(
    "week weeks month months cycle cycles day days year years two three four six eight 2 3 4 6 8 effort "
    "reason chance few second other time hour"
)


def _periodic(sentence: Tagged, first: int, last: int) -> bool:
    """ "every three weeks" and "every effort" speak of nobody."""
    return (
        sentence.words[last] in {"every", "each"}
        and sentence.words[last + 1 : last + 2] != []
        and sentence.words[last + 1] in _PERIODS
    )


def _mention_between(sentence: Tagged, after: int, before: int) -> bool:
    return any(after < m.first and m.last < before for m in sentence.mentions)


def _predicated(sentence: Tagged, fact: FactTag, clause: Clause) -> bool:
    words = sentence.words
    before = words[max(clause.first, fact.first - 5) : fact.first]
    if not before and words[fact.last + 1 : fact.last + 2] in _SHOWING:
        return True  # "A score of one means that she can ..."
    if any(w in {"if", "when", "for", "whose", "that", "who", "where", "once", "with"} for w in before):
        return False
    if "and" in before and {"whose", "who", "whom"} & set(
        words[max(clause.first, fact.first - 9) : fact.first]
    ):
        return False  # "patients whose A is so and is also such": it goes on saying whom
    return any(w in _COPULAS for w in before) or any(w in _COPULAS for w in words[fact.first : fact.last + 1])
