"""What a general name means in its sentence: by its object, its manner, its adjective and its company."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from language.bystanders import is_person
from language.context import Context
from language.exemption import excepted_mentions
from language.tags import Mention
from language.wordset import word_set

_DETERMINERS = word_set("the this these that those such both same")
_BEING = word_set("is are be was were remains remain becomes")
_SUCH = word_set("such these those")
_IT = (["it"], ["them"])
_OF_IT = (["on", "them"], ["of", "them"], ["for", "them"], ["on", "it"], ["of", "it"])
_COMPARING = ("prefer", "better", "than", "over", "rather", "instead", "versus", "vs", "superior", "favor")
_GENITIVE = (["of"], ["from"], ["of", "the"], ["from", "the"], ["of", "a"], ["from", "a"])
_OCCASIONS = word_set("period phase setting time delivery treatment schedule course timing administration")
_BEING = word_set("is are was were be been being")
_STOPS = word_set("; : . but whereas while when if except unless where because since")


def resolve_mentions(context: Context) -> tuple[list[Mention], str | None]:
    """The mentions under their precise names, and the larger undertaking that they are parts of."""
    within: str | None = None
    resolved: list[Mention] = []
    for m in context.sentence.mentions:
        if m.instead and any(
            h.first <= m.first and m.last < h.last for h in context.sentence.has("no_negation")
        ):
            continue  # "nothing more than A"
        if _is_exemplified(context, m) or is_person(context, m):
            continue
        if m.neighbour or m.instead:
            resolved.append(m)
            continue
        intervention = context.vocabulary.interventions[m.id]
        id = m.id
        if intervention.general and m.first and context.words[m.first - 1] in _SUCH:
            resolved.extend(replace(m, id=x.id, neighbour=True) for x in resolved[-2:] if x.neighbour)
        if intervention.objects:
            id = _by_object(context, m, intervention.objects) or id
        elif intervention.neutral and m.first and _is_pointed_at(context, m.first):
            here = [x.id for x in resolved if x.id in intervention.descendants and x.id != id][-1:]
            if here and _is_predicate(context, m.first):
                continue  # "A and not B would be the drug to add": both are named already
            members = here or [
                k for k in context.discourse.salient if k in intervention.descendants and k != id
            ]
            if members:
                resolved.extend(replace(m, id=k) for k in members)
                continue
        for manner, first, _last in sorted(context.sentence.manners, key=lambda x: -abs(x[1] - m.last)):
            target = context.vocabulary.interventions[manner]
            if id in target.ancestors and id != manner and abs(first - m.last) <= 14:
                id = manner
        resolved.append(m if id == m.id else replace(m, id=id))
    beside = [
        _by_object(context, m, context.vocabulary.interventions[m.id].objects) or m.id
        for m in context.sentence.landmarks
        if not m.neighbour
        and not m.instead
        and not any(
            (f.denied or {"not", "cannot", "never"} & set(context.words[f.first : f.last]))
            and f.first <= m.first
            and m.last <= f.last
            for f in context.sentence.facts
        )
    ]
    ids: frozenset[str] = frozenset().union(
        *(_above(context, m) for m in resolved),
        *(context.vocabulary.interventions[i].ancestors for i in beside),
    )
    for needed, together in context.vocabulary.together:
        if set(needed) <= ids:
            named = [m for m in resolved if _above(context, m) & set(needed)]
            if len(named) + len(beside) > 1:
                within = together
                resolved = [
                    replace(m, id=together)
                    if not m.neighbour
                    and not m.instead
                    and (m.id == needed[0] or m.id in context.vocabulary.interventions[needed[0]].ancestors)
                    else m
                    for m in resolved
                ]
    if within is None:
        whole = {together for _needed, together in context.vocabulary.together}
        within = next((m.id for m in resolved if m.id in whole), None)
    return excepted_mentions(context, [*resolved, *_by_adjective(context, resolved)]), within


def _is_predicate(context: Context, first: int) -> bool:
    """Whether a class is what something named before is said to be: "is the drug", "would be such a drug"."""
    at = first - 1
    while at > 0 and context.words[at] in _DETERMINERS | {"a", "an"}:
        at -= 1
    return context.words[at] in _BEING


def _is_pointed_at(context: Context, first: int) -> bool:
    """ "these agents", "such an agent"."""
    at = first - 1
    if context.words[at] in {"a", "an"} and context.words[max(0, at - 1)] == "such":
        return True
    return context.words[at] in _DETERMINERS


def _by_adjective(context: Context, resolved: Sequence[Mention]) -> list[Mention]:
    """ "prefer the early to the late one": an adjective names its intervention where the class is named."""
    found: list[Mention] = []
    known = context.vocabulary.interventions
    adjectives = [
        (k, a, b)
        for k, a, b in context.sentence.adjectives
        if not any(m.first <= a <= m.last for m in resolved)
    ]
    for key, first, last in adjectives:
        compared = any(w.startswith(_COMPARING) for w in context.words)
        delivered = any(
            w in _OCCASIONS or w in context.vocabulary.occasion_nouns
            for w in context.words[last + 1 : last + 3]
        )
        if not (compared or delivered):
            continue
        near = any(
            not m.neighbour and not m.instead and m.id in known and _same_class(context, m.id, key)
            for m in resolved
        )
        asked = any(i in known and _same_class(context, i, key) for i in context.discourse.salient)
        paired = any(k != key and known[k].ancestors & known[key].ancestors for k, _a, _b in adjectives)
        foreign = any(
            m.first - last in {1, 2} and not _same_class(context, m.id, key)
            for m in resolved
            if m.id in known
        )
        if (near or asked or paired) and not foreign:
            found.append(Mention(key, first, last))
    return found


def _same_class(context: Context, a: str, b: str) -> bool:
    """Whether two interventions share a class below the widest ones."""
    known = context.vocabulary.interventions
    widest = {k for k, i in known.items() if i.ancestors == {k}}
    return bool((known[a].ancestors & known[b].ancestors) - widest)


def _above(context: Context, m: Mention) -> frozenset[str]:
    return frozenset({m.id}) if m.neighbour or m.instead else context.vocabulary.interventions[m.id].ancestors


def _is_exemplified(context: Context, m: Mention) -> bool:
    """ "drugs such as A": only A is spoken of."""
    known = context.vocabulary.interventions.get(m.id)
    behind = context.words[m.last + 1 : m.last + 3]
    return (
        known is not None
        and known.general
        and m.first == m.last
        and (behind == ["such", "as"] or behind[:1] in (["like"], ["called"], ["named"]))
        and any(0 < o.first - m.last <= 4 for o in context.sentence.mentions)
    )


def _is_passive(words: Sequence[str], m: Mention) -> bool:
    """ "be removed", "was later removed": done to what stands in front."""
    return words[m.first].endswith("ed") and bool(_BEING & set(words[max(0, m.first - 2) : m.first]))


def _by_object(context: Context, m: Mention, objects: Sequence[tuple[str, str]]) -> str | None:
    """The intervention that an undertaking is when done to the subject named near it; None without one."""
    by_subject = dict(objects)
    within = [
        n for n, f, last in context.sentence.subjects if n in by_subject and m.first < f and last < m.last
    ]
    if within:
        return by_subject[within[0]]  # "have A removed"
    if context.words[m.last + 1 : m.last + 3] in _OF_IT or context.words[m.last + 1 : m.last + 2] in _IT:
        named = [
            name for name, _f, last in context.sentence.subjects if name in by_subject and last < m.first
        ]
        if named:
            return by_subject[named[-1]]
    regardless = [c for c in context.sentence.has("whatever") if c.last > m.last]
    subjects = [  # "A, whatever such a place looks like": what does not matter is not what A is done to
        f for f in context.sentence.subjects if not any(0 < f[1] - h.last <= 3 for h in regardless)
    ]
    both_named = [f for f in subjects if f[0] in by_subject]
    for (a, a_first, a_last), (b, b_first, _l) in pairwise(both_named):
        if (
            a != b
            and b_first - a_last <= 3
            and "and" in context.words[a_last + 1 : b_first]
            and (abs(a_first - m.last) <= 8 or abs(m.first - b_first) <= 8)
            and ":" not in context.words[b_first : m.first]  # "A and B: ..." is whom, not what
        ):
            together = next(
                (t for needed, t in context.vocabulary.together if set(needed) <= set(by_subject.values())),
                None,
            )
            if together is not None:
                return together
    behind = [
        (first - m.last, name)
        for name, first, _l in subjects
        if name in by_subject
        and 0 < first - m.last <= 8
        and not _stop_between(context, m.last, first)
        and [",", "that"] not in [context.words[i : i + 2] for i in range(m.last + 1, first)]
    ]
    genitive = {
        owner_first
        for (_a, _f, last), (_b, owner_first, _l) in pairwise(context.sentence.subjects)
        if context.words[last + 1 : owner_first] in _GENITIVE
    }
    ahead = [
        (m.first - last, name)
        for name, first, last in context.sentence.subjects
        if name in by_subject
        and first not in genitive
        and 0 < m.first - last <= 14
        and not _stop_between(context, last, m.first)
    ]
    if ahead and _is_passive(context.words, m):
        return by_subject[min(ahead)[1]]  # "can B be removed in A disease": what is removed stands in front
    if behind:
        return by_subject[min(behind)[1]]
    if ahead:
        return by_subject[min(ahead)[1]]
    labels = [
        name
        for name, _f, last in context.sentence.subjects
        if name in by_subject and last <= 2 and context.words[last + 1 : last + 2] == [":"] and last < m.first
    ]
    if labels:
        return by_subject[labels[0]]
    headed = next((h.subject for h in reversed(context.headings) if h.subject in by_subject), None)
    if headed is not None:
        return by_subject[headed]
    inside = any(w in {"it", "them", "ones"} for w in context.words[m.first : m.last + 1])
    if inside and (
        named := [n for n, _f, last in context.sentence.subjects if n in by_subject and last < m.first]
    ):
        return by_subject[named[-1]]
    object_pronoun = context.words[m.last + 1 : m.last + 3] in _OF_IT
    pronoun = any(w in {"it", "them", "they", "these", "this", "those"} for w in context.words) or (
        len(context.words) <= 6 and context.block not in {"heading", "lead"}
    )
    if (
        (object_pronoun or inside or "ones" in context.words or (pronoun and not context.sentence.facts))
        and context.discourse.subject in by_subject
        and not any(name in by_subject for name, _f, _l in context.sentence.subjects)
    ):
        return by_subject[context.discourse.subject]
    return None


def _stop_between(context: Context, after: int, before: int) -> bool:
    return any(w in _STOPS for w in context.words[after + 1 : before])
