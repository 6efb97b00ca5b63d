"""Which facts of a sentence its text denies, and which of its negations are used up by that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from language.condition import Condition, axes_of, facts_of, negation
from language.matcher import Hit
from language.tags import FactTag, Tagged
from language.vocabulary import Vocabulary
from language.wordset import word_set

_EXPLAINED = (
    "negation",
    "against",
    "negating",
    "needless",
    "everyone",
    "only",
    "not_all",
    "weak_against",
    "if",
    "delay",
    "first",
    "not_covered",
    "reject",
    "past_event",
    "study",
    "statistic",
    "definition",
    "somebody",
    "report",
    "except",
    "whatever",
    "after",
    "before",
)

_LIGHT = word_set(
    "findings finding suggesting suggest suggestive episodes episode recent complaints consistent "
    "a an the any of sign signs evidence is are was been be being currently yet clinically causing "
    "cause actually at all present have has had do does did really even to by from known clear overt "
    "acute active frank significant major local symptoms radiological clinical current further complete"
)
_KEPT_FROM = word_set("denied denies denying")
_PEOPLE = word_set("patient patients case cases disease person people individual individuals one")
_LIST = frozenset({",", "or", "nor", "and", "/"})
_RULED_OUT = re.compile(
    r"(?:(?:is|are|was|were|has|have|had|can|could) )*(?:been |be )?(?:now )?(?:ruled "
    r"out|excluded|absent|not present|not found|not detected|resolved|stopped|settled|"
    r"controlled|relieved|decompressed)\b"
)


def explain_negations(tagged: Tagged) -> None:
    """Negations inside a term ("not possible", "no change") belong to it."""
    spans = [(f.first, f.last) for f in tagged.facts] + [
        (m.first, m.last) for m in tagged.mentions if 0 < m.last - m.first <= 3
    ]
    for name in _EXPLAINED:
        hits = tagged.cues.get(name)
        if hits:
            tagged.cues[name] = [h for h in hits if not any(a <= h.first and h.last <= b for a, b in spans)]


def deny(tagged: Tagged) -> None:
    """Turn round the facts that the text denies, and take the negation as used."""
    words = tagged.words
    negating = {h.last: h for h in tagged.cues.get("negating", ())}
    used: set[int] = set()
    denied_before: FactTag | None = None
    facts: list[FactTag] = []
    for f in tagged.facts:
        index = f.first - 1
        steps = 0
        while index >= 0 and steps < 5 and index not in negating:
            if words[index] not in _LIGHT:
                break
            index, steps = index - 1, steps + 1
        cue = negating.get(index) or _before_list(words, f, negating) or _before_name(tagged, f, negating)
        if cue is not None and "by" in words[cue.last + 1 : f.first]:
            cue = None  # "ruled out by such a finding": the finding is what rules out
        if cue is not None and words[cue.last + 1 : cue.last + 2] == ["to"] and words[cue.last] in _KEPT_FROM:
            cue = None  # "denied to those who have it": they have it
        if words[f.last + 1 : f.last + 3] in (["or", "otherwise"], ["or", "not"]):
            cue = None  # "no such result, so or otherwise": it is the result that is denied
        if any(m.first <= f.first and f.last <= m.last for m in tagged.mentions):
            cue = None  # a denied treatment, not a denied part of its name
        denied = cue is not None
        if cue is not None and words[cue.first] in {"no", "not", "never"}:
            following = words[f.last + 1 : f.last + (3 if words[f.last + 1 : f.last + 2] != [","] else 7)]
            if (
                words[cue.first] == "no"
                and cue.first == cue.last
                and any(w in _PEOPLE or w in tagged.vocabulary.disease_nouns for w in following)
                and (cue.first == 0 or words[cue.first - 1] in {",", ";", ":", "and", "but", "that"})
            ):
                denied = False
            if words[cue.first] == "not" and steps and words[cue.last + 1] in {"to"}:
                denied = False
        if denied and cue is not None:
            for position in range(cue.first, cue.last + 1):
                used.add(position)
        elif (
            denied_before is not None
            and _is_list(words[denied_before.last + 1 : f.first])
            and _alike(denied_before, f)
        ) or (
            f.last + 1 < len(words)
            and not any(m.first <= f.first and f.last <= m.last for m in tagged.mentions)
            and _denied_behind(words, f.last)
        ):
            denied = True
        if denied:
            f = replace(f, condition=_negated(tagged.vocabulary, f.condition), denied=True)
        denied_before = f if denied else None
        facts.append(f)
    tagged.facts = facts
    tagged.negators_used = used
    for name in ("negation", "against"):
        if name in tagged.cues:
            tagged.cues[name] = [
                h for h in tagged.cues[name] if not any(p in used for p in range(h.first, h.last + 1))
            ]


def _before_list(words: Sequence[str], f: FactTag, negating: dict[int, Hit[str]]) -> Hit[str] | None:
    """The denial in front of a list that the fact stands in: "no chills, such a sign, or others".

    The reader knows few of the words of such a list; it goes on to a verb, a stop or a contrast.
    """
    begin = f.first - 1
    resumed = begin - (words[begin] in {"a", "an", "the", "any"})
    if resumed > 1 and words[resumed] == "of" and words[resumed - 1] in {",", "and", "or"}:
        named = [at for at in negating if at < resumed and words[negating[at].last] == "of"]
        if named:
            return negating[max(named)]  # "in the absence of this, of that and of such a sign"
    while begin > 0 and words[begin] in {"other", "any", "further", "gi", "significant"}:
        begin -= 1
    last = words[begin : begin + 1] == ["or"]
    tail: list[str] = []
    for word in words[f.last + 1 : f.last + 14]:
        if word in _ENDING_A_LIST - {"and", "in", "for", "on", "to"}:
            break
        tail.append(word)
    inside = "," in words[f.first - 1 : f.last + 2]
    for index in range(begin, max(-1, f.first - 24), -1):
        cue = negating.get(index)
        if cue is not None and _LISTING & set(words[cue.first : cue.last + 1]):
            between = words[index + 1 : f.first]
            outright = bool(_WHOLE_LIST & set(words[cue.first : cue.last + 1]))
            if (
                last
                or (inside and ("or" in tail or "nor" in tail))
                or (outright and (inside or "," in between))
            ):
                return cue if {",", "or"} & set(between) else None
            return None
        if words[index] in {"not", "never"} and words[index + 1 : index + 2] and words[index + 1] in _HAVING:
            return negating.get(index) if last or (inside and "or" in tail) else None
        if words[index] in _ENDING_A_LIST - _HAVING and not (words[index] == "and" and index == begin):
            return None
    return None


_LISTING = word_set("no denies denied without denying negative free")
_WHOLE_LIST = word_set("denies denied denying negative")  # every item of the list, also without an "or"
_HAVING = word_set("have has show shows report reported experience exhibit complain describe reveal")


def _before_name(tagged: Tagged, f: FactTag, negating: dict[int, Hit[str]]) -> Hit[str] | None:
    """The "no" in front of a name that the fact is said of: "no tea is planned"."""
    index = f.first - 1
    while index >= 0 and tagged.words[index] in _BEING:
        index -= 1
    named = next((m for m in tagged.mentions if m.first <= index <= m.last and m.first < f.first), None)
    cue = negating.get(named.first - 1) if named is not None else None
    return cue if cue is not None and tagged.words[cue.first] == "no" else None


_BEING = word_set("is are was were being been be has have")

_ENDING_A_LIST = frozenset(
    [
        ".",
        ";",
        ":",
        "but",
        "and",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "with",
        "should",
        "must",
        "can",
        "may",
        "if",
        "when",
        "because",
        "however",
        "yes",
        "although",
        "in",
        "for",
        "on",
        "when",
        "to",
    ]
)


def _negated(vocabulary: Vocabulary, condition: Condition) -> Condition:
    return vocabulary.negated.get(condition) or negation(condition)


def _is_list(between: Sequence[str]) -> bool:
    return (
        bool(between)
        and all(w in _LIST or w in {"a", "any", "the", "no", "not", "of"} for w in between)
        and "but" not in between
    )


def _alike(a: FactTag, b: FactTag) -> bool:
    values_b = {f.value for f in facts_of(b.condition)}
    return values_b == {"yes"} and axes_of(a.condition) != axes_of(b.condition)


def _denied_behind(words: Sequence[str], last: int) -> bool:
    after = list(words[last + 1 : last + 4])
    if not after or {"from", "by"} & set(words[last + 2 : last + 5]):
        return False
    if _RULED_OUT.match(" ".join(words[last + 1 : last + 6])):
        return True
    if after[0] in {"from", "of", "on", "in", "at", "since"}:  # "the leak from last week has resolved"
        over = next(
            (i for i in range(last + 2, min(last + 7, len(words) - 1)) if words[i] in {"has", "have"}), None
        )
        if over is not None and _RULED_OUT.match(" ".join(words[over : over + 4])):
            return True
    if (
        after[0] in {":", "-", "="}
        and len(after) > 1
        and after[1] in {"no", "none", "nil", "absent", "negative", "neg"}
        and (len(after) < 3 or not after[2][0].isalnum())  # ": no further step" denies the step
        and words[last + 3 : last + 5] != [",", "not"]  # "so: no, not even then": a verdict
    ):
        return True
    if (after[0] == "-" and after[1:2] in ([","], [";"])) or words[last + 1 : last + 4] == ["(", "-", ")"]:
        return True  # "pain -, fever +"
    if after[0] in {"absent", "negative", "neg", "denied", "excluded", "resolved", "free"}:
        return True
    if (
        after[0] in {"is", "are", "was", "has", "been"}
        and len(after) > 1
        and after[1] in {"absent", "excluded", "denied", "resolved", "stopped", "settled"}
    ):
        return True
    return after[0] in {"is", "has", "was"} and after[1:3] in (
        ["ruled", "out"],
        ["not", "present"],
        ["been", "excluded"],
        ["now", "stopped"],
        ["been", "controlled"],
    )
