"""Numbers of a schedule of doses: total, fractions, dose of each, and the weeks that they take."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guardrails.algorithm import Algorithm
from guardrails.comparison import fits, mismatch
from guardrails.findings import Finding
from language.condition import ALWAYS, axes_of
from language.reading import Number, Reading
from language.vocabulary import Vocabulary

DOSES = ("dose", "fractions", "fraction_dose")
_INTERVAL = (
    r"every|after|later|before|within|interval|gap|wait\w*|delay\w*|ago|between|apart|"
    r"follow-?up|until|break|rest|pause|off"
)
_LASTING = re.compile(
    r"\b(over|in|takes?|lasts?|lasting|for|during|spread|deliver\w*|given|complet\w*|within|"
    r"course|duration|throughout|is|done)\b",
    re.IGNORECASE,
)
_STRETCH = re.compile(
    r"(over|in|within|takes?|lasts?|lasting|for|during|spread|through|of|gy,|fractions?,|"
    r"#,|\(|-|:)\s*(?:just |only |about |a |one )*$",
    re.IGNORECASE,
)

_CONTRASTED = re.compile(r"\b(?:former|latter|first|second|one|other)\b", re.IGNORECASE)

_NEAR_IT = 40  # characters from the word to its numbers


class Schedules:
    """Compares the numbers of a schedule with those of the guideline's regimens.

    regimens: what the guideline gives such numbers for; family: the classes they share;
    free: interventions of the family whose numbers the guideline leaves open.
    """

    def __init__(self, algorithm: Algorithm, vocabulary: Vocabulary) -> None:
        self.algorithm, self.vocabulary = algorithm, vocabulary
        known = vocabulary.interventions
        self.regimens = sorted({a for q in algorithm.quantities if q.kind in DOSES for a in q.about})
        above = [known[r].ancestors for r in self.regimens]
        self.family = frozenset.intersection(*above) if above else frozenset()
        nearest = max(self.family, key=lambda c: len(known[c].ancestors), default="")
        self.free = {k for k, i in known.items() if i.implies is not None and nearest in i.ancestors}
        wording = vocabulary.wording
        self._interval = re.compile(rf"\b({'|'.join([_INTERVAL, *wording.gap])})\b", re.IGNORECASE)
        own = f"(?!{'|'.join(wording.weeks_of)})" if wording.weeks_of else ""
        self._on_top = (
            re.compile(rf"\b({'|'.join(wording.on_top)})\b", re.IGNORECASE) if wording.on_top else None
        )
        self._weeks_of_another = re.compile(rf"\s*of\s+{own}", re.IGNORECASE)

    def is_free(self, interventions: Sequence[str]) -> bool:
        """Whether one of the interventions may be given in other numbers."""
        return any(i in self.free for i in interventions)

    def regimen_of(self, interventions: Sequence[str]) -> str | None:
        """The last regimen among the interventions."""
        named = [i for i in interventions if i in self.regimens]
        return named[-1] if named else None

    def find(
        self,
        n: Number,
        reading: Reading,
        index: int,
        regimen: str | None,
        freed: bool,
        before: str,
        behind: str,
        asked_each: bool,
    ) -> Finding | None:
        """The finding that a number is not that of the schedule it belongs to."""
        span = reading.sentences[index]
        if n.kind == "weeks":
            near = before[-40:]
            if not self.regimen_of(span.interventions) and not any(
                x.kind in DOSES for x in reading.numbers if x.sentence == index
            ):
                return None
            if not (
                _STRETCH.search(near)
                or re.match(r"\s*(?:is|are|suffices?|long|in all|schedule|course|\)|,|\.|;|\[|$)", behind)
            ):
                return None
            if (
                (self._interval.search(near[-24:]) and not re.search(r"\bwithin\s*$", near))
                or self._interval.search(behind[:14])
                or not (_LASTING.search(near) or before.strip() == "")
            ):
                return None
        if n.kind == "weeks" and self._weeks_of_another.match(behind):
            return None
        named = self._nearest(n, reading, index)
        if named is not None and self._served(n, named, reading, index):
            named_here = {c.intervention for c in reading.mentions if c.sentence == index}
            rest = [r for r in self.regimens if r not in named_here]
            if any(
                fits(n, q) for q in self.algorithm.quantities if q.kind == n.kind and set(q.about) & set(rest)
            ):
                return None  # a second schedule in one sentence, named by its numbers alone
        chosen = [named] if named else [regimen] if regimen and not self.is_free(span.interventions) else []
        if not chosen:
            free_axes = {
                a for i in self.free for a in axes_of(self.vocabulary.interventions[i].implies or ALWAYS)
            }
            if any(
                f.sentence == index and axes_of(f.condition) <= free_axes for f in reading.facts
            ) and not any(
                f.sentence == index and not axes_of(f.condition) <= free_axes for f in reading.facts
            ):
                return None
            if freed or self.is_free(span.interventions):
                return None
            if (
                n.kind in {"weeks", "fractions"}
                and not self.family & set(span.interventions)
                and not any(x.kind == "dose" for x in reading.numbers if x.sentence == index)
            ):
                return None
            chosen = list(self.regimens)
        if n.kind == "dose" and (re.search(r"fraction", before + behind) or asked_each):
            each = [
                q
                for q in self.algorithm.quantities
                if q.kind == "fraction_dose" and set(q.about) & set(self.regimens)
            ]
            if any(fits(n, q) for q in each):
                return None
        if named is None and _CONTRASTED.search(before):
            chosen = list(self.regimens)  # "the former ..., the latter ...": each has its own
        options = [q for q in self.algorithm.quantities if q.kind == n.kind and set(q.about) & set(chosen)]
        if not options or any(fits(n, q) for q in options):
            return None
        return mismatch(n, options[0], reading.text)

    def _served(self, n: Number, regimen: str, reading: Reading, index: int) -> bool:
        """Whether an earlier number of the sentence already fills this role of the regimen."""
        return any(
            x.kind == n.kind
            and x.end <= n.start
            and any(fits(x, q) for q in self.algorithm.quantities if q.kind == n.kind and regimen in q.about)
            for x in reading.numbers
            if x.sentence == index
        )

    def _nearest(self, n: Number, reading: Reading, index: int) -> str | None:
        """The regimen named last before the number in its sentence, else the first behind it."""
        spans = [
            (c.start, c.intervention)
            for c in reading.mentions
            if c.sentence == index and c.intervention in self.regimens
        ]
        ahead = [s for s in spans if s[0] < n.start]
        if ahead:
            return max(ahead)[1]
        own = [x for x in reading.numbers if x.sentence == index]
        if (
            spans
            and any(x.kind in {n.kind, "dose"} and x.start > min(spans)[0] for x in own)
            and any(x.kind == "dose" and x.start <= n.start for x in own)
        ):
            return None  # "a choice between 1 and B of 2": the name goes with the number behind it
        return min(spans)[1] if spans else None

    def summed(self, numbers: Sequence[Number], text: str, start: int) -> Sequence[Number]:
        """The numbers of a sentence, with what is given on top of a dose added to it: "45 Gy, then 5.4 Gy more"."""
        if self._on_top is None or not (found := self._on_top.search(text)):
            return numbers
        at = start + found.start()
        extra = [
            n for n in numbers if n.kind in DOSES and abs(n.start - at) <= _NEAR_IT and n.start > at - 12
        ]
        for more in extra[:2]:
            base = next(
                (n for n in reversed(numbers) if n.kind == more.kind and n.end < at and n not in extra), None
            )
            whole = base and replace(base, low=base.low + more.low, high=base.high + more.high)
            numbers = [whole if n is base and whole is not None else n for n in numbers if n is not more]
        return numbers

    def product(self, reading: Reading, numbers: Sequence[Number], start: int, end: int) -> Iterator[Finding]:
        """Dose = fractions x dose per fraction, where the text gives all three once."""
        values = {k: [n for n in numbers if n.kind == k] for k in DOSES}
        if not all(len({(n.low, n.high) for n in v}) == 1 for v in values.values()):
            return
        dose, fractions, each = (values[k][0] for k in DOSES)
        if (
            all(n.low == n.high for n in (dose, fractions, each))
            and abs(dose.low - fractions.low * each.low) > 0.5
        ):
            q = next((q for q in self.algorithm.quantities if q.kind == "dose"), None)
            if q is not None and not any(f.low == f.high == each.low * fractions.low for f in values["dose"]):
                yield Finding(
                    "quantity", "block", q.directive, reading.text[dose.start : dose.end], dose.start, dose.end,
                    f"{fractions.low:g} fractions of {each.low:g} Gy make {fractions.low * each.low:g} "
                    f"Gy, not {dose.low:g} Gy.", None, (q.source,), (),
                )  # fmt: skip
