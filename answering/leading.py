"""The direct answer in front: yes, no, either, it depends; ruled by the algorithm, never guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answering.ask import Ask
from answering.judgement import Judge, Judgement, Ruling
from answering.outline import Speaker
from answering.repertoire import Point, Repertoire
from guardrails.contradiction import Known
from guardrails.pack import Pack

_OBLIGING = frozenset(
    {"should", "must", "need", "needs", "have", "has", "mandatory", "necessary", "required"}
)
_TAGGED = re.compile(
    r", (?:is|are|was|do|does|did|should|would|can|could|will) not \w+ \?$"
)  # ", is not it ?"
_POINTING = frozenset({"that", "this", "it", "they", "these", "those", "such"})
_BEING = frozenset({"is", "are", "was", "were"})
_PEOPLE = frozenset({"he", "she"})
_SHORTENED: Mapping[Ruling, str] = {"yes": "Yes", "consider": "Yes", "no": "No"}


@dataclass(frozen=True, slots=True)
class Lead:
    """The words in front; `depends_on` are the facts that it hangs on. `about` names what a bare yes or no is on."""

    words: str = ""
    depends_on: tuple[str, ...] = ()
    about: str = ""


class Leads:
    """Finds the lead for an ask and the point that answers it first. Pure."""

    def __init__(self, pack: Pack, repertoire: Repertoire, speaker: Speaker) -> None:
        self._known, self._repertoire, self._speaker = pack.vocabulary.interventions, repertoire, speaker
        self._algorithm, self._judge = pack.algorithm, Judge(pack)

    def ruling(self, ask: Ask, known: Known) -> Judgement:
        """What the algorithm says of what the ask proposes."""
        if not ask.proposed or ask.proposal is None:
            return Judgement("open")
        return self._judge.rule(ask.proposed, known, ask.proposal)

    def of(self, ask: Ask, first: Point, ruling: Judgement, known: Known, text: str) -> Lead:
        """The lead for an ask that `first` answers with `text`."""
        depends = ruling.depends_on if ruling.ruling == "depends" else ()
        if not ask.polar:
            return Lead("", depends)
        form = self._speaker.form(self._speaker.use(first.id, known.mask))
        if form.lead is not None:
            return Lead(form.lead)
        worded, length = _worded(ask, first)
        if length > 1 or (worded and "compare" in ask.kinds):
            return Lead(worded)
        choice = self._choice(ask, known)
        if choice is not None:
            return Lead(choice)
        if not self._decides(ask, first, ruling):
            return Lead("" if ruling.ruling == "depends" else worded)
        if text.startswith("It depends"):
            return Lead("", depends)
        if ask.unadvised and ruling.ruling != "no":
            return Lead()  # "The drug is due in spring. Acceptable?": a "yes" would be a yes to the spring
        if ruling.ruling == "depends" and self._urgent(known):
            return Lead()
        if ruling.ruling == "depends":
            return Lead(f"It depends on {self._names(depends)}.", depends)
        if any(c.opposes for c in ask.proposed):
            return Lead()  # a "yes" to "is it wrong?" could be taken for a yes to the thing itself
        if ruling.ruling in {"yes", "consider"} and (ask.ground or ask.refers or _points(ask)):
            return Lead()  # what "that" is was read out of a story; a yes to the wrong thing does harm
        if "adverse" in ask.kinds and "correct" not in ask.words and "right" not in ask.words:
            return Lead()  # a "no" to "anything wrong with it?" could be taken for a no to the thing itself
        if "advise" in ask.words and "what" in ask.words:
            return Lead("I would advise against it." if ruling.ruling == "no" else "")
        if ruling.ruling == "consider" and _OBLIGING & set(ask.words):
            return Lead("It can be considered.")
        short = _SHORTENED.get(ruling.ruling, "")
        named = self._known[ruling.on[0]].label if ruling.on else ""
        if short and named and ruling.mixed and not ask.ground:
            return Lead(f"{short} to {named}:")
        return Lead(f"{short}." if short else "", (), named)

    def _urgent(self, known: Known) -> bool:
        """Whether something must be done for this patient, whatever else is asked."""
        masks = self._algorithm.masks
        return any(
            d.strength == "must" and d.plan is None and not known.mask & ~masks[d.id]
            for d in self._algorithm.directives
        )

    def _decides(self, ask: Ask, first: Point, ruling: Judgement) -> bool:
        """Whether the point is about what was ruled on."""
        if ruling.ruling == "open" or not first.directives:
            return False
        if first.directives & {d.id for d in ruling.directives}:
            return True
        if ruling.ruling == "depends":
            return False
        own = [self._known[i] for i in ask.interventions if i in self._known]
        return any(first.about & (i.ancestors | i.descendants) for i in own)

    def _choice(self, ask: Ask, known: Known) -> str | None:
        """The lead for "A or B?": None when it is no choice between two interventions; "" when it stays open."""
        options = list(
            dict.fromkeys(c.intervention for c in ask.proposed if self._known[c.intervention].order is None)
        )
        ordered = any(self._known[i].order is not None for i in ask.interventions)
        if "compare" not in ask.kinds or ask.proposal is None:
            return None
        if ordered:
            return ""
        if len(options) != 2:
            return None
        if self._kin(*options):
            return None if any(self._ruled_out(o, ask, known) for o in options) else ""
        rulings = []
        for option in options:
            claims = [c for c in ask.proposed if c.intervention == option]
            rulings.append(self._judge.rule(claims, known, ask.proposal).ruling)
        allowed = [r in {"yes", "consider"} for r in rulings]
        if all(allowed):
            return "Either is possible."
        if rulings.count("no") == 1 and any(allowed):
            chosen, other = options if allowed[0] else reversed(options)
            label = self._known[chosen].label
            return f"{label[0].upper()}{label[1:]}, not {self._known[other].label}."
        return ""

    def _ruled_out(self, option: str, ask: Ask, known: Known) -> bool:
        claims = [c for c in ask.proposed if c.intervention == option]
        return ask.proposal is not None and self._judge.rule(claims, known, ask.proposal).ruling == "no"

    def _kin(self, a: str, b: str) -> bool:
        """Whether one is a kind of the other, or both are kinds of something that can be advised by itself."""
        shared = self._known[a].ancestors & self._known[b].ancestors
        return any(not self._known[k].neutral for k in shared)

    def _names(self, facts: Sequence[str]) -> str:
        names = list(dict.fromkeys(i.name for i in self._repertoire.inquiries if i.facts & set(facts)))
        return " and ".join(names) if len(names) < 3 else ", ".join(names[:-1]) + " and " + names[-1]


def _points(ask: Ask) -> bool:
    """ "Is that a substitute for X?", "Is she fit for X?": it asks about something else than what it names."""
    head = ask.words[:2]
    being = len(head) > 1 and head[0] in _BEING and head[1] in _PEOPLE
    return being or (len(head) > 1 and head[1] in _POINTING and not ask.inherited)


def _worded(ask: Ask, point: Point) -> tuple[str, int]:
    """What the words of a question get in front, and how long the phrase was; the longest, then the first, counts."""
    if {"not", "no", "never"} & set(ask.ground or _TAGGED.sub("", " ".join(ask.words)).split()):
        return "", 0
    words = (*ask.ground, *ask.words)
    hits = [h for index in range(len(words)) for h in point.polar.at(words, index)]
    if not hits:
        return "", 0
    best = min(hits, key=lambda h: (-h.length, h.first))
    return best.payload, best.length
