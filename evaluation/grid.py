"""A grid of generated texts: intervention x stance x frame x scope x place x filler, judged by the algorithm alone.

Nobody writes the expected verdict: a text that advises is wrong exactly when somebody whom it covers is in the set of
patients for whom the algorithm advises against it, and so on. Combinations whose meaning is open (a flat word against a
class when the text does not say for whom) are left out, not guessed. Run it: python -m evaluation.grid [--texts 20000]
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from corpus import find_pack
from corpus.files import load_yaml
from evaluation.frames import FILLERS, FRAMES, SCOPES, Scope, Stance
from guardrails.guardrail import Guardrail
from guardrails.pack import Pack, load_pack
from language.condition import ALWAYS, Condition, Fact, axes_of, both, either, negation

SEED = 20
_TERMS = 4  # of each intervention


@dataclass(frozen=True, slots=True)
class Cell:
    """One text of the grid with what it is made of and the verdict that follows from the algorithm."""

    text: str
    question: str | None
    patient: dict[str, str]
    block: bool
    intervention: str
    stance: Stance
    frame: str
    scope: Scope
    scoped_by: str
    condition: Condition


@dataclass(frozen=True)
class Wording:
    """A condition in words; `short` when it is a phrase that "with" or "of" can stand in front of."""

    text: str
    condition: Condition
    short: bool


class Grid:
    """Makes cells at random, the same ones for the same seed."""

    def __init__(self, pack: Pack, seed: int = SEED) -> None:
        self.pack, self.algorithm, self.vocabulary = pack, pack.algorithm, pack.vocabulary
        self._random = random.Random(seed)
        written = load_yaml((pack.folder / "vocabulary.yaml").read_text(encoding="utf-8"))
        entries = written["interventions"]
        named = {i for d in self.algorithm.directives for i in d.interventions}
        self._terms = {
            id: [t for t in entries[id]["terms"] if t.replace(" ", "").isalnum()][:_TERMS]
            for id, known in self.vocabulary.interventions.items()
            if named & known.ancestors and not known.absorbs and entries[id]["terms"]
        }
        self._wordings = list(self._in_words(written["readings"]))
        self._labels = [f.label for f in self.algorithm.facts if not f.label.startswith("what ")]

    def _in_words(self, readings: Sequence[Mapping[str, Any]]) -> Iterator[Wording]:
        for fact in self.algorithm.facts:
            for value, text in fact.values.items():
                yield Wording(text, Fact(fact.name, value), not text.startswith(("the ", "no ")))
        for reading in readings:
            if reading["means"] in self.algorithm.named and reading.get("terms"):
                for text in reading["terms"][:_TERMS]:
                    yield Wording(text, self.algorithm.named[reading["means"]], False)

    def cells(self, count: int) -> Iterator[Cell]:
        """`count` cells, the stances and scopes in turn."""
        kinds = [(stance, scope) for stance in FRAMES for scope in SCOPES]
        made = 0
        while made < count:
            for stance, scope in kinds:
                cell = self._cell(stance, scope)
                if cell is not None and made < count:
                    made += 1
                    yield cell

    def _cell(self, stance: Stance, scope: Scope) -> Cell | None:
        choose = self._random.choice
        id = choose(sorted(self._terms))
        name, frame, scoped_by = choose(self._terms[id]), choose(FRAMES[stance]), choose(SCOPES[scope])
        front, behind = choose(FILLERS)
        in_front = choose((True, False))
        wording = choose(self._wordings)
        if scope in ("if", "question", "sentence") and choose((True, False, False)):
            wording = self._joined(wording)
        if scope == "absent":
            wording = choose([w for w in self._wordings if self._can_be_absent(w)])
        if not wording.short and any(p in scoped_by for p in ("with {w}", "of {w}", "has {w}", "is {w}")):
            return None
        if scope == "patient" and not isinstance(wording.condition, Fact):
            return None
        condition = {"none": ALWAYS, "whatever": ALWAYS, "absent": negation(wording.condition)}.get(
            scope, wording.condition
        )
        block = self.expected(id, stance, scope, condition)
        if block is None:
            return None
        said = scoped_by.format(w=wording.text, label=choose(self._labels))
        sentence = frame.format(x=name)
        question, patient = None, {}
        if scope == "question":
            question = said
        elif scope == "patient":
            assert isinstance(wording.condition, Fact)
            patient = {wording.condition.name: wording.condition.value}
        elif scope == "sentence":
            front += said + " "
        elif scope == "heading":
            front = (front.strip() + "\n\n" + said).lstrip("\n")
        elif said and in_front and scope not in ("only", "unless") and not sentence.endswith("?"):
            sentence = f"{said}, {sentence}"
        elif said:
            sentence = f"{sentence.rstrip('?')} {said}" + ("?" if sentence.endswith("?") else "")
        stop = "" if sentence.endswith("?") else "."
        text = f"{front}{sentence[0].upper()}{sentence[1:]}{stop}{behind}"
        return Cell(text, question, patient, block, id, stance, frame, scope, scoped_by, condition)

    def _joined(self, first: Wording) -> Wording:
        second = self._random.choice(self._wordings)
        if axes_of(first.condition) & axes_of(second.condition) or not (first.short and second.short):
            return first
        if any(" and " in w.text or " or " in w.text or "," in w.text for w in (first, second)):
            return first
        word, join = self._random.choice((("and", both), ("or", either)))
        return Wording(f"{first.text} {word} {second.text}", join(first.condition, second.condition), True)

    def _can_be_absent(self, wording: Wording) -> bool:
        fact = wording.condition
        return (
            isinstance(fact, Fact) and f"no {wording.text}" in self.algorithm.axis(fact.name).values.values()
        )

    # --- what follows from the algorithm --------------------------------------------------------

    def expected(self, id: str, stance: Stance, scope: Scope, condition: Condition) -> bool | None:
        """Whether such a text must be blocked; None when its meaning is open."""
        everyone = self.algorithm.everyone
        covered = self.algorithm.mask(condition)
        if scope == "unless":
            covered = everyone & ~covered
        if stance == "neutral":
            return False
        if self._comes_second(self.vocabulary.interventions[id].family, covered):
            return None
        if scope == "only" and stance not in ("advised", "weak"):
            return None  # "do not omit it only if ...": the word may belong to either
        if stance in ("against", "needless"):
            found = self._denying(id, covered, stance)
            if scope != "unless" or found is None or found:
                return found
            return None if self._giving(id, everyone & ~covered, condition, False) else False
        if stance == "delay":
            return self._delaying(id, covered) if scope != "unless" else None
        found = self._giving(id, covered, condition, scope == "whatever")
        if found or found is None or scope not in ("only", "unless"):
            return found
        # What a restriction says of the others is a flat word against what is recommended, and open for the rest.
        others = everyone & ~covered
        if scope == "only" and self._denying(id, others, "needless"):
            return True
        return False if self._denying(id, others, "against") is False else None

    def _avoided(self, ids: frozenset[str]) -> int:
        mask = 0
        for d in self.algorithm.directives:
            if d.strength == "avoid" and ids.intersection(d.interventions):
                mask |= self.algorithm.masks[d.id]
        return mask

    def _giving(self, id: str, covered: int, condition: Condition, universal: bool) -> bool | None:
        known = self.vocabulary.interventions[id]
        for implied in (known.implies, known.presupposes):
            if implied is not None and not axes_of(implied) & axes_of(condition):
                covered = covered & self.algorithm.mask(implied) or covered
        if covered & self._avoided(known.ancestors):
            return True
        readings = [
            r for a in known.ancestors for r in self.vocabulary.interventions[a].reads_as if r.universal
        ]
        avoided = self._avoided(frozenset(i for r in readings for i in r.interventions))
        if covered and not covered & ~avoided:
            return True
        if covered & avoided and universal:
            return None
        return False

    def _denying(self, id: str, covered: int, stance: Stance) -> bool | None:
        known = self.vocabulary.interventions[id]
        strengths = ("must", "recommend", "consider") if stance == "against" else ("must", "recommend")
        wanted = 0
        for d in self.algorithm.directives:
            if d.strength == "avoid":
                continue
            if (known.descendants | known.covers).intersection(d.interventions):
                wanted |= self.algorithm.masks[d.id] if d.strength in strengths else 0
            elif known.ancestors.intersection(d.interventions) and covered & self.algorithm.masks[d.id]:
                return None  # one member of a class that is advised as a whole
        if known.general and covered & wanted and covered & ~wanted:
            return None
        return bool(covered & wanted)

    def _comes_second(self, family: str, covered: int) -> bool:
        """Whether all of them must first have something of another family, so that "not this" may mean "not now"."""
        return any(
            d.strength == "must"
            and d.plan is None
            and self.vocabulary.interventions[d.interventions[0]].family != family
            and not covered & ~self.algorithm.masks[d.id]
            for d in self.algorithm.directives
        )

    def _delaying(self, id: str, covered: int) -> bool | None:
        classes = self.vocabulary.interventions[id].ancestors
        late = {k for k, i in self.vocabulary.interventions.items() if i.delay_of in classes}
        mask = self._avoided(frozenset(late))
        for d in self.algorithm.directives:
            if d.prompt and d.strength in ("must", "recommend") and classes.intersection(d.interventions):
                mask |= self.algorithm.masks[d.id]
        return bool(covered & mask) if mask else None


@dataclass
class Score:
    """How many cells the guardrail judged as the algorithm does, and the classes in which it failed."""

    right: int = 0
    texts: int = 0
    classes: dict[tuple[str, str, bool], list[Cell]] = field(default_factory=lambda: defaultdict(list))
    by_frame: Counter[str] = field(default_factory=Counter)
    by_scope: Counter[str] = field(default_factory=Counter)
    by_intervention: Counter[str] = field(default_factory=Counter)
    totals: Counter[tuple[str, str, bool]] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        return self.right / self.texts if self.texts else 1.0


def run(pack: Pack, count: int, seed: int = SEED) -> Score:
    """Judge `count` cells. Deterministic for a pack, a count and a seed."""
    guardrail, score = Guardrail(pack), Score()
    for cell in Grid(pack, seed).cells(count):
        verdict = guardrail.check(cell.text, question=cell.question, patient=cell.patient)
        key = (cell.stance, cell.scope, cell.block)
        score.texts += 1
        score.totals[key] += 1
        if (verdict.verdict == "block") == cell.block:
            score.right += 1
            continue
        score.classes[key].append(cell)
        score.by_frame[cell.frame] += 1
        score.by_scope[cell.scoped_by] += 1
        score.by_intervention[cell.intervention] += 1
    return score


def _report(score: Score, examples: int) -> Iterator[str]:
    yield f"{score.right} of {score.texts} texts judged as the algorithm judges them ({score.share:.2%})"
    yield "\nfailing classes: stance, scope, wanted verdict"
    for key, cells in sorted(score.classes.items(), key=lambda kv: -len(kv[1])):
        stance, scope, block = key
        wanted = "block" if block else "pass"
        yield f"  {stance:10} {scope:9} {wanted:5} {len(cells):5} of {score.totals[key]}"
        for cell in cells[:examples]:
            yield f"      {cell.text!r} {cell.question or ''} {cell.patient or ''} [{cell.condition}]"
    for title, counter in (
        ("frames", score.by_frame),
        ("scopes", score.by_scope),
        ("interventions", score.by_intervention),
    ):
        yield f"\nfailing {title}: " + "; ".join(f"{k!r} {n}" for k, n in counter.most_common(12))


def main() -> None:
    """What `python -m evaluation.grid` does."""
    parser = argparse.ArgumentParser(description="Judge a grid of generated texts by the guardrail.")
    parser.add_argument("--texts", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--pack")
    parser.add_argument("--examples", type=int, default=2)
    options = parser.parse_args()
    pack = load_pack(find_pack(options.pack))
    for line in _report(run(pack, options.texts, options.seed), options.examples):
        print(line)


if __name__ == "__main__":
    main()
