"""What stands right beside a mention and turns, ranks or silences only that: "rather than", "without", "added to"."""

from __future__ import annotations

from collections.abc import Sequence

from language.asides import is_aside
from language.bystanders import is_put
from language.clauses import Clause
from language.company import is_none, is_the_whole, is_undone
from language.context import Context
from language.delays import counts
from language.indifference import is_set_apart
from language.negations import words_of
from language.tags import Mention
from language.wordset import word_set

_SPANS = word_set("interval intervals period periods weeks months pause gap")
_PLACES = word_set("place role part home")
_TIMES = word_set("era age days time context light advent availability arrival wake")

_PREVENTING = ("prevent", "avoid", "forestall", "avert")
_OF_DUTY = word_set("only something nothing anything thing things need needs ought has have want wants how")
_ACTING_ON = word_set("directed active effective")
_VERDICTS = word_set("warning rule ban advice recommendation prohibition verdict case argument objection")
_ARTICLES = word_set("a an the any this these that such his her their modern all some")
_NO_LANDMARK = word_set(
    "rely embark insist settle decide keep put carry start started go based build focus agreed agree depend "
    "well badly poorly"
)
_THROUGHOUT = word_set("during under despite while throughout")
_ACTION_PREPOSITIONS = word_set(
    "during on under despite throughout while after before since until following prior"
)
_BEING = frozenset({"be", "is", "are", "was", "were", "been", "being", "not"})


def local_turns(context: Context, clause: Clause, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Words that turn only what stands next to them: they do not count for the clause."""
    spans: list[tuple[int, int]] = []
    acting = _ACTING_ON | context.vocabulary.acting_nouns
    for name in ("rather_than", "preferred_to", "no_substitute", "only", "inferior_to"):
        spans += [(h.first, h.last) for h in context.sentence.has(name, clause.first, clause.last)]
    for h in context.sentence.has("against", clause.first, clause.last):
        phrase = words_of(context.sentence, h)
        if (
            phrase.endswith("into question")
            and h.length > 3
            and all(not h.first <= m.first <= h.last for m in mentions)
        ):
            spans.append((h.first, h.last))  # "A has called this practice into question"
        if phrase == "against" and any(w in acting for w in context.words[max(0, h.first - 2) : h.first]):
            spans.append((h.first, h.last))
        if phrase == "spared" and context.words[h.first - 1 : h.first] and counts(context.words[h.first - 1]):
            spans.append((h.first, h.last))  # "eight in nine spared"
        if phrase in {"saves", "save"} and context.words[h.last + 1 : h.last + 2] != ["for"]:
            spans.append((h.first, h.last))
        if phrase.startswith("fail") and any(
            w in {"first", "second", "line", "treatment", "lines"}
            for w in context.words[max(0, h.first - 3) : h.last + 3]
        ):
            spans.append((h.first, h.last))
    for h in context.sentence.has("against", clause.first, clause.last):
        word = context.words[h.first]
        behind = [m.first - h.last for m in mentions if m.first > h.last]
        purpose = (
            word.startswith(_PREVENTING)
            and context.words[h.first - 1 : h.first] == ["to"]
            and not _OF_DUTY & set(context.words[max(0, h.first - 4) : h.first])  # "the only ones to avoid"
        )
        if purpose and not any(gap <= 5 for gap in behind):
            spans.append((h.first, h.last))  # "to prevent later trouble": the purpose of what is done
        passive = context.words[h.first - 1 : h.first] and context.words[h.first - 1] in _BEING
        stopped = not passive and any(
            0 < f.first - h.last <= 3 and context.words[h.last + 1] not in {"in", "for", "with"}
            for f in context.sentence.facts
        )
        if (
            stopped
            and word.startswith(("stop", "spare", *_PREVENTING))
            and not any(gap <= 4 for gap in behind)
        ):
            spans.append((h.first, h.last))  # the fact is what is stopped
    spans += [(m.first, m.last) for m in mentions if is_undone(context, m)]
    for m in mentions:
        head = context.words[max(clause.first, m.first - 2) : m.first]
        if (
            len(mentions) > 1
            and m is mentions[0]
            and head
            and head[-1] in {"against", "on"}
            and len(head) > 1
            and head[0] in _VERDICTS
        ):
            spans += [(h.first, h.last) for h in context.sentence.has("against", m.first - 2, m.first)]
    spans += [(m.last + 1, m.last + 1) for m in mentions[1:] if is_none(context, m)]
    for h in context.sentence.has("only", clause.first, clause.last):  # "is not reserved for" only widens
        spans += [
            (n.first, n.last)
            for n in context.sentence.has("negation", clause.first, clause.last)
            if 0 < h.first - n.last <= 3
        ]
    return spans


def position_of(
    context: Context, clause: Clause, m: Mention, mentions: Sequence[Mention]
) -> tuple[bool, bool, bool]:
    """(turned, ranked, neutral) by what stands right before or behind the mention."""
    words = context.words
    turned = ranked = neutral = False
    before = words[max(clause.first, m.first - 4) : m.first]
    if is_aside(context.sentence, m) or is_undone(context, m) or (m in mentions[1:] and is_none(context, m)):
        turned = True
    if is_set_apart(context, clause, m):
        neutral = True
    for h in context.sentence.has("inferior_to", clause.first, clause.last):
        if m.last < h.first:
            turned = True
        else:
            neutral = True  # what it is measured against
    for h in context.sentence.has("rather_than", clause.first, clause.last):
        if (
            words[h.first].startswith(("replac", "supplant", "tak"))
            and context.sentence.has("negation", clause.first, clause.last)
            and any(o.last < h.first for o in mentions)
        ):
            neutral = True  # "neither A nor B can replace C"
            continue
        if (
            words[h.first].startswith(("replac", "substitut"))
            and any(h.last < o.first < m.first for o in mentions)
            and any(w in {"by", "with", "for"} for w in words[h.last + 1 : m.first])
        ):
            continue  # "replace A by B": B comes in
        if (
            h.last < m.first
            and m.first - h.last <= 8
            and not any(
                h.last < o.first < m.first and words[o.last + 1 : m.first].count(",") for o in mentions
            )
        ):
            turned, ranked = True, True
    for h in context.sentence.has("preferred_to", clause.first, clause.last):
        phrase = words_of(context.sentence, h)
        if phrase == "over":
            left = [o for o in mentions if o.last < h.first and h.first - o.last <= 2]
            if (left and h.last < m.first and m.first - h.last <= 3) or (
                h.last < m.first
                and m.first - h.last <= 3
                and any(
                    w.startswith(("prefer", "favor", "choose", "chosen"))
                    for w in words[clause.first : h.first]
                )
            ):
                turned, ranked = True, True
        elif phrase in {"prefer"}:
            if "to" in words[h.last + 1 : m.first] and any(h.last < o.first < m.first for o in mentions):
                turned, ranked = True, True
        elif phrase in {"is better", "are better"}:
            if "than" in words[h.last + 1 : m.first]:
                turned, ranked = True, True
        elif h.last < m.first and m.first - h.last <= 6:
            turned, ranked = True, True
    for h in context.sentence.has("no_substitute", clause.first, clause.last):
        phrase = words_of(context.sentence, h)
        denied = {"no", "not", "neither", "cannot"} & set(phrase.split()) or (
            phrase.startswith(("a ", "an ", "the ", "substitute"))
            and bool(context.sentence.has("negation", clause.first, clause.last))
        )
        if (denied and m.last < h.first) or (phrase.startswith("for") and h.first < m.first <= h.last):
            neutral = True
        elif "substitute" in phrase and not denied and h.last < m.first <= h.last + 6:
            turned = ranked = True  # "A is a full substitute for B"
    spans = words[max(clause.first, m.first - 6) : m.first]
    if "with or without" in " ".join(before) or ("without" in before[-3:] and _SPANS & set(spans)):
        neutral = True  # "an interval without A"
    elif (
        "without" in before[-3:]
        and not any(  # "followed without delay by A"
            h.first <= m.first - 1 - before[::-1].index("without") <= h.last and h.last < m.first
            for h in context.sentence.has("no_negation", max(clause.first, m.first - 6), m.first)
        )
        and not any(p in context.sentence.negators_used for p in range(max(0, m.first - 3), m.first))
        and not any(w in {",", ";"} for w in before[before.index("without") :])
        and not any(
            words[h.last] == "without"
            for name in ("against", "needless")
            for h in context.sentence.has(name, clause.first, m.first)
        )
        and not any(
            words[p] == "without"
            for f in context.sentence.facts
            for p in range(f.first, f.last + 1)
            if m.first - p <= 4
        )
    ):
        turned = not turned
        ranked = False
    if (
        any(
            h.last < m.first
            and m.first - h.last <= 6
            and not any(h.last < f.first < m.first for f in context.sentence.facts)
            and not (
                h.first == clause.first and "," in words[h.last : m.first]
            )  # "outside of such, A is ..."
            for h in context.sentence.has("except", clause.first, clause.last)
        )
        and clause.kind != "exception"
    ):
        turned = not turned
    article = _ARTICLES
    back = m.first - 1
    while back > clause.first and words[back] in article:
        back -= 1
    before = words[max(clause.first, back - 3) : back + 1] if back >= clause.first else []
    if clause.kind == "cause" and back == clause.first:
        before = []
    if is_the_whole(context, clause, m, mentions):
        neutral = True
    if before[-1:] == ["as"] and any(o.last < m.first for o in mentions):
        neutral = True  # "not advised as the first treatment": its role, not another one
    placed = before[-1:] == ["on"] and len(before) > 1 and before[-2] in _NO_LANDMARK
    if placed or is_put(context, clause, back):
        pass
    elif (
        (before[-1:] and before[-1] in _ACTION_PREPOSITIONS)
        or (before[-2:-1] and before[-2] in _THROUGHOUT)
        or before[-2:] in (["while", "on"], ["spite", "of"], ["addition", "to"])
    ):
        neutral = True
    for h in context.sentence.has("change_of", clause.first, clause.last):
        successor = next((o for o in mentions if o.first > m.last), None)
        if (
            h.last < m.first
            and m.first - h.last <= 4
            and successor is not None
            and any(w in {"to", "by", "for", "with", "into"} for w in words[m.last + 1 : successor.first])
        ):
            neutral = True
    if (
        len(mentions) > 1
        and m is mentions[0]
        and before[-1:] in (["against"], ["on"])
        and before[-2:-1]
        and before[-2] in _VERDICTS
    ):
        neutral = True
    if before[-2:-1] and before[-2] in {"of": _TIMES, "in": _PLACES}.get(before[-1], ()):
        neutral = True  # "in the era of A", "B has a place in A"
    if before[-1:] == ["of"] and "within" in words[max(clause.first, m.first - 7) : m.first]:
        neutral = True  # "within four weeks of A"
    if before[-1:] == ["from"] and any(
        w.startswith(("switch", "chang", "mov", "convert")) for w in words[clause.first : m.first]
    ):
        neutral = True
    if (
        before[-2:] in (["compared", "with"], ["compared", "to"], ["relative", "to"], ["next", "to"])
        or (
            before[-1:] == ["than"]
            and before[-2:-1] != ["rather"]
            and not _NOTHING & set(before[-3:])
            and not any(h.last == back for h in context.sentence.has("against", clause.first, back))
        )
        or before[-1:] in (["versus"], ["vs"])
    ):
        neutral = True
    return turned, ranked, neutral


_NOTHING = word_set("nothing no")  # "needs nothing more than A": A alone
