"""What does not ask for a finding, and what it is set apart from: "unlike B, A ignores the test"."""

from __future__ import annotations

from language.clauses import Clause
from language.context import Context
from language.matcher import Hit
from language.tags import Mention, Tagged
from language.wordset import word_set

_IGNORING = word_set("ignores ignore disregards disregard overlooks overlook")
_REACH = 3  # words between the verb and the finding
_FAR = 7  # words between "unlike" and a name


def find_indifference(tagged: Tagged) -> None:
    """ "A ignores the test": it is for those with either result, and nobody speaks against A."""
    ignoring = [h for h in tagged.cues.get("against", ()) if _ignores(tagged, h)]
    if ignoring:
        tagged.cues["against"] = [h for h in tagged.cues["against"] if h not in ignoring]
        whatever = [*tagged.cues.get("whatever", ()), *(Hit("whatever", h.first, h.last) for h in ignoring)]
        tagged.cues["whatever"] = sorted(whatever, key=lambda h: h.first)


def _ignores(tagged: Tagged, h: Hit[str]) -> bool:
    """Whether a treatment, right in front, is what ignores a finding right behind."""
    return (
        tagged.words[h.first] in _IGNORING
        and any(h.first - m.last in {1, 2} for m in tagged.mentions)
        and any(
            name in tagged.vocabulary.subject_axes and 0 < first - h.last <= _REACH
            for name, first, _l in tagged.subjects
        )
    )


def is_indifferent(context: Context, clause: Clause | None) -> bool:
    """Whether a clause says that a finding does not matter ("A works whatever B is"; "B does not" is of that)."""
    return clause is not None and bool(
        context.sentence.has("whatever", clause.first, clause.last)
        or any(
            context.words[h.first] in {"either", "both", "any"}
            for h in context.sentence.has("they", clause.first, clause.last)
            if any(0 < first - h.last <= _REACH for _n, first, _l in context.sentence.subjects)
        )
    )


def is_set_apart(context: Context, clause: Clause, m: Mention) -> bool:
    """ "Unlike A and its kind, B is ...": nothing is advised of A."""
    words, verbs = context.words, context.sentence.has("modal", clause.first, m.first)
    for at in range(m.first - 1, max(clause.first - 1, m.first - _FAR), -1):
        if words[at] in {";", ":", "."} or (verbs and verbs[-1].first >= at):
            return False
        if words[at] == "unlike" or words[at : at + 2] in (["contrast", "to"], ["contrast", "with"]):
            return "," not in words[at : m.first] or words[m.last + 1 : m.last + 2] == [","]
    return False
