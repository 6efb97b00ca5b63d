"""What a clause does not say again: "A is done for some; others never should be", "such a sign is no reason"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from language.clauses import Clause
from language.context import Context
from language.tags import Mention
from language.wordset import word_set

_MODALS = word_set("should must can could may might ought will would is are need cannot")
_BEHIND = word_set("too either also as well again likewise similarly then ever never not")
_GROUNDS = word_set(
    "reason reasons indication indications use uses ground grounds purpose purposes cause causes occasion "
    "occasions situation situations circumstance circumstances"
)
_AMONG = word_set("among amongst of")


def leaves_verb_out(context: Context, clause: Clause) -> bool:
    """ "..., another such one never should be", "... should be too": the verb is that of the clause before."""
    words = [w for w in context.words[clause.first : clause.last + 1] if w[0].isalnum()]
    while words and words[-1] in _BEHIND:
        words.pop()
    return len(words) > 2 and words[-1] == "be" and bool(_MODALS & set(words[-5:-1]))


def denies_ground(context: Context, clause: Clause) -> bool:
    """ "Such a sign is not among the permitted uses", "... is no reason": nothing is done for it."""
    words = context.words
    if not context.sentence.has("negation", clause.first, clause.last):
        return False
    denial = context.sentence.has("negation", clause.first, clause.last)[-1].last
    last = clause.last
    while last > denial and not words[last][0].isalnum():
        last -= 1
    facts = any(clause.first <= f.first and f.last < denial for f in context.sentence.facts)
    return (
        facts
        and words[last] in _GROUNDS
        and last - denial <= 6
        and (words[denial] == "no" or words[denial + 1] == "a" or bool(_AMONG & set(words[denial:last])))
    )


def for_others(context: Context, clause: Clause, meant: Sequence[Mention]) -> list[Mention]:
    """What was done to one thing, for another that the clause names: its own name under its general one."""
    subjects = [n for n, first, last in context.sentence.subjects if clause.first <= first <= clause.last]
    found: list[Mention] = []
    for m in meant:
        known = context.vocabulary.interventions.get(m.id)
        for general in sorted(known.ancestors) if known is not None else ():
            by_subject = dict(context.vocabulary.interventions[general].objects)
            others = [by_subject[n] for n in subjects if n in by_subject]
            if others and m.id in {*by_subject.values(), general}:
                found += [replace(m, id=id) for id in dict.fromkeys(others)]
                break
        else:
            found.append(m)
    return found
