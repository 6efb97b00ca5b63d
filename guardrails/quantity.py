"""Is every number in the text the guideline's number in that role?

A role is found by what the number is about: an intervention named near it, or the words around
it. Numbers without a role of the guideline's (ages, scores, other studies, single cases) are free.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guardrails.algorithm import Algorithm, Quantity
from guardrails.findings import Finding
from language.condition import ALWAYS, axes_of
from language.matcher import phrase_words
from language.numbers import value
from language.reading import Number, Reading
from language.text import normalise
from language.vocabulary import Vocabulary

_TOLERANCE = 0.051  # rounding: 50 for 50.4 is within the range anyway
_ABOUT = 3.6  # "about", "nine in ten"
_OTHER_STUDY = re.compile(
    r"\b(another|other|different|separate|second|later|earlier|older|subsequent|further|dutch|german|swedish|polish|french|norwegian|italian|chinese|japanese|american|european|"
    r"registry|registries|meta-?analys\w+|retrospective\w*|randomi[sz]ed|phase (?:i+|[123])|single-?cent(?:er|re)|nationwide|national|population-based|cohort of|et al|review of|database|"
    r"seer|systematic review|trials?|literature|elsewhere|published|historical\w*)\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_THIS_STUDY = re.compile(
    r"\b(the guideline(?:'s)? (?:cites?|quotes?|reports?|gives?|states?|says|study|figure|relies)|(?:cited|quoted) by the guideline|prospective|233|this study|the study|statement|cited|quoted|modern (?:combination )?chemotherapy)\b",
    re.IGNORECASE,
)
_NAMED_STUDY = re.compile(
    r"\b(?!KRAS|RAS|ECOG|FOLF|CEA|MRI|TME|LAR|APR|WHO|PS|RT|CRT|SCRT)[A-Z][A-Z]{2,}[A-Z0-9-]*\b(?=,?\s+(?:a |the )?(?:\w+ )?(?:trial|study|series|data|group|registry))|\b[A-Z]{3,}-?\d+\b(?<!FOLFOX6)(?<!FOLFOX4)"
)
_CASE = re.compile(
    r"\b(case report|this case|our case|he|she|his|her|patient|man|woman|lady|gentleman)\b.{0,60}\b(received|was given|had|was treated|got|has had|underwent|was irradiated|completed)\b|\b(received|was given|had already had)\b.{0,40}\b(elsewhere|previously|in the past|years ago|last year|for (?:his|her))\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(?:\bnot|\bnever|rather than|instead of|\bnor|no longer|wrong|incorrect(?:ly)?|not exceed|as opposed to|confused with|\bthan)\s+(?:(?!but\b)\w+\s+){0,2}$",
    re.IGNORECASE,
)
_TOO_LONG = re.compile(
    r"(?<!not )(?<!n't )(?<!never )\b(too long|exceeds? (?:the|that|what|this)|over the limit|longer than (?:that|allowed|recommended)|not acceptable|unacceptabl\w+|shorten\w*|too (?:much|many|high|low|little|few)|misquot\w*|misread\w*|not what|can(?:no|')t confirm|cannot confirm|does not (?:match|agree)|mistake\w*|mistyp\w*|wrong|incorrect|error)\b",
    re.IGNORECASE,
)
_INTERVAL = re.compile(
    r"\b(every|after|later|before|within|interval|gap|wait\w*|delay\w*|ago|between|apart|follow-?up|until|break|rest|pause|surgery|off)\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(over|in|takes?|lasts?|lasting|for|during|spread|deliver\w*|given|complet\w*|within|course|duration|throughout|is|done)\b",
    re.IGNORECASE,
)
_ASKED_UNITS = (
    ("fraction_dose", r"per fraction|each fraction"), ("fractions", r"how many fractions|number of fractions"), ("dose", r"how many gr[ae]y|how many gy|total dose|what dose|which dose"),
    ("cycles", r"how many cycles"), ("months", r"how many months"), ("weeks", r"how many weeks"), ("percent", r"what (?:percentage|proportion|share)|how many per ?cent"),
    ("patients", r"how many patients|how many people"),
)  # fmt: skip
_RADIATION = ("dose", "fractions", "fraction_dose")


class Quantities:
    """Compares a text's numbers with the guideline's."""

    def __init__(self, algorithm: Algorithm, vocabulary: Vocabulary) -> None:
        self.algorithm, self.vocabulary = algorithm, vocabulary
        self._regimens = sorted({a for q in algorithm.quantities if q.kind in _RADIATION for a in q.about})
        self._class = (
            frozenset.intersection(*(vocabulary.interventions[r].ancestors for r in self._regimens))
            if self._regimens
            else frozenset()
        )
        self._free = {k for k, i in vocabulary.interventions.items() if i.implies is not None}
        self._groups: dict[tuple[str, ...], re.Pattern[str]] = {}

    def find(self, reading: Reading, asked: Reading | None, known: int | None = None) -> Iterator[Finding]:
        """A finding for each number that stands in a role with another value."""
        regimen: str | None = (
            self._regimen_of(asked.sentences[-1].interventions) if asked and asked.sentences else None
        )
        palliative = False
        bare = self._bare_answer(reading, asked)
        holding = {
            d.id
            for d in self.algorithm.directives
            if known is not None
            and known != self.algorithm.everyone
            and not known & ~self.algorithm.masks[d.id]
        }
        for index, sentence in enumerate(reading.sentences):
            own = [n for n in reading.numbers if n.sentence == index] or (
                [bare] if bare is not None and index == 0 else []
            )
            here = [i for i in sentence.interventions if i in self._regimens]
            if self._class & set(sentence.interventions) or any(
                i in self._free for i in sentence.interventions
            ):
                palliative = any(i in self._free for i in sentence.interventions) and not here
            if own and not sentence.question:
                yield from self._sentence(
                    reading, asked, index, own, regimen, palliative and not here, frozenset(holding)
                )
            if here:
                regimen = here[-1]

    @staticmethod
    def _bare_answer(reading: Reading, asked: Reading | None) -> Number | None:
        """ "Thirty." to "How many gray?": the question gives the unit."""
        if asked is None or not reading.sentences or len(reading.sentences[0].words) > 3 or reading.numbers:
            return None
        match = re.fullmatch(
            r"\W*([\w.,-]+?)\W*", reading.text[reading.sentences[0].start : reading.sentences[0].end]
        )
        kind = next((k for k, pattern in _ASKED_UNITS if re.search(pattern, asked.text, re.IGNORECASE)), None)
        if match is None or kind is None:
            return None
        try:
            number = value(match[1])
        except (KeyError, ValueError):
            return None
        return Number(kind, number, number, reading.sentences[0].start, reading.sentences[0].end, 0)

    def _regimen_of(self, interventions: Sequence[str]) -> str | None:
        named = [i for i in interventions if i in self._regimens]
        return named[-1] if named else None

    def _sentence(
        self,
        reading: Reading,
        asked: Reading | None,
        index: int,
        numbers: Sequence[Number],
        regimen: str | None,
        palliative: bool,
        holding: frozenset[str],
    ) -> Iterator[Finding]:
        span = reading.sentences[index]
        text = normalise(reading.text[span.start : span.end])[0]
        cited = {c.id for c in reading.citations if c.sentence == index}
        sources = {q.source for q in self.algorithm.quantities}
        other = not (cited & sources) and (
            bool(_NAMED_STUDY.search(text))
            or bool(_OTHER_STUDY.search(text))
            and not _THIS_STUDY.search(text)
        )
        case = bool(_CASE.search(text)) and not (cited & sources)
        context = text + " " + (asked.text if asked is not None else "")
        total = self._before_and_after(numbers, text)
        for n in numbers:
            if n is total:
                continue
            if ";" in text:
                piece = _segment(reading.text, span.start, span.end, n.start)
                other = (
                    bool(_NAMED_STUDY.search(piece))
                    or bool(_OTHER_STUDY.search(piece))
                    and not _THIS_STUDY.search(piece)
                )
            before, behind = reading.text[span.start : n.start], reading.text[n.end : span.end]
            if _DENIED.search(before) and n.limit == "exact":
                continue
            if (
                other
                and n.kind in {"percent", "patients"}
                or other
                and case
                or case
                and n.kind in (*_RADIATION, "weeks", "months", "cycles")
            ):
                continue
            finding = None
            if n.kind in (*_RADIATION, "weeks"):
                if not (other and not self._regimen_in(span.interventions)):
                    finding = self._radiation(
                        n,
                        reading,
                        index,
                        regimen,
                        palliative,
                        before,
                        behind,
                        asked is not None and "fraction" in asked.text.lower(),
                    )
            if finding is None and n.kind not in _RADIATION:
                finding = self._role(n, reading, index, numbers, text, context, before, behind, holding)
            if finding is not None:
                yield finding
        if total is not None:
            finding = self._role(total, reading, index, [total], text, context, "", "", holding)
            if finding is not None:
                yield finding
        yield from self._product(reading, numbers, span.start, span.end)

    @staticmethod
    def _before_and_after(numbers: Sequence[Number], text: str) -> Number | None:
        """ "Four months before and five months after": the whole, at the second number."""
        months = [n for n in numbers if n.kind == "months" and n.limit == "exact"]
        if (
            len(months) != 2
            or not re.search(
                r"\b(?:before|ahead of|prior to|preoperative\w*|neoadjuvant|first)\b", text, re.IGNORECASE
            )
            or not re.search(
                r"\b(?:after|afterwards|adjuvant|postoperative\w*|thereafter|more|another|further)\b",
                text,
                re.IGNORECASE,
            )
        ):
            return None
        return replace(months[1], low=months[0].low + months[1].low, high=months[0].high + months[1].high)

    def _regimen_in(self, interventions: Sequence[str]) -> bool:
        return any(i in self._regimens for i in interventions)

    # --- radiation ---------------------------------------------------------------------------------

    def _radiation(
        self,
        n: Number,
        reading: Reading,
        index: int,
        regimen: str | None,
        palliative: bool,
        before: str,
        behind: str,
        asked_each: bool,
    ) -> Finding | None:
        span = reading.sentences[index]
        if n.kind == "weeks":
            near = before[-40:]
            if not self._regimen_in(span.interventions) and not any(
                x.kind in _RADIATION for x in reading.numbers if x.sentence == index
            ):
                return None
            if not (
                re.search(
                    r"(over|in|within|takes?|lasts?|lasting|for|during|spread|through|of|gy,|fractions?,|#,|\(|-|:)\s*(?:just |only |about |a |one )*$",
                    near,
                    re.IGNORECASE,
                )
                or re.match(r"\s*(?:is|are|suffices?|long|in all|schedule|course|\)|,|\.|;|\[|$)", behind)
            ):
                return None
            if (
                _INTERVAL.search(near[-24:])
                and not re.search(r"\bwithin\s*$", near)
                or _INTERVAL.search(behind[:14])
                or not (_LASTING.search(near) or before.strip() == "")
            ):
                return None
        if n.kind == "weeks" and re.match(
            r"\s*of\s+(?!short|long|radio|irradi|pelvic|preop|neoadj|chemorad)", behind, re.IGNORECASE
        ):
            return None
        named = self._nearest(n, reading, index)
        if named is not None and self._served(n, named, reading, index):
            named_here = {c.intervention for c in reading.mentions if c.sentence == index}
            rest = [r for r in self._regimens if r not in named_here]
            if any(
                _fits(n, q)
                for q in self.algorithm.quantities
                if q.kind == n.kind and set(q.about) & set(rest)
            ):
                return None  # a second schedule in one sentence, named by its numbers alone
        chosen = (
            [named] if named else [regimen] if regimen and not self._names_other(span.interventions) else []
        )
        if not chosen:
            free_axes = {
                a for i in self._free for a in axes_of(self.vocabulary.interventions[i].implies or ALWAYS)
            }
            if any(
                f.sentence == index and axes_of(f.condition) <= free_axes for f in reading.facts
            ) and not any(
                f.sentence == index and not axes_of(f.condition) <= free_axes for f in reading.facts
            ):
                return None
            if palliative or any(i in self._free for i in span.interventions):
                return None
            if (
                n.kind in {"weeks", "fractions"}
                and not self._class & set(span.interventions)
                and not any(x.kind == "dose" for x in reading.numbers if x.sentence == index)
            ):
                return None
            chosen = list(self._regimens)
        if n.kind == "dose" and (re.search(r"fraction", before + behind) or asked_each):
            each = [
                q
                for q in self.algorithm.quantities
                if q.kind == "fraction_dose" and set(q.about) & set(chosen)
            ]
            if any(_fits(n, q) for q in each):
                return None
        options = [q for q in self.algorithm.quantities if q.kind == n.kind and set(q.about) & set(chosen)]
        if not options or any(_fits(n, q) for q in options):
            return None
        return self._finding(n, options[0], reading.text)

    def _served(self, n: Number, regimen: str, reading: Reading, index: int) -> bool:
        """Whether an earlier number of the sentence already fills this role of the regimen."""
        return any(
            x.kind == n.kind
            and x.end <= n.start
            and any(_fits(x, q) for q in self.algorithm.quantities if q.kind == n.kind and regimen in q.about)
            for x in reading.numbers
            if x.sentence == index
        )

    def _names_other(self, interventions: Sequence[str]) -> bool:
        return any(i in self._free for i in interventions)

    def _nearest(self, n: Number, reading: Reading, index: int) -> str | None:
        """The regimen named last before the number in its sentence, else the first behind it."""
        spans = [
            (c.start, c.intervention)
            for c in reading.mentions
            if c.sentence == index and c.intervention in self._regimens
        ]
        ahead = [s for s in spans if s[0] < n.start]
        if ahead:
            return max(ahead)[1]
        return min(spans)[1] if spans else None

    def _product(
        self, reading: Reading, numbers: Sequence[Number], start: int, end: int
    ) -> Iterator[Finding]:
        """Dose = fractions x dose per fraction, where the text gives all three once."""
        values = {k: [n for n in numbers if n.kind == k] for k in _RADIATION}
        if not all(len({(n.low, n.high) for n in v}) == 1 for v in values.values()):
            return
        dose, fractions, each = (values[k][0] for k in _RADIATION)
        if (
            all(n.low == n.high for n in (dose, fractions, each))
            and abs(dose.low - fractions.low * each.low) > 0.5
        ):
            q = next((q for q in self.algorithm.quantities if q.kind == "dose"), None)
            if q is not None and not any(f.low == f.high == each.low * fractions.low for f in values["dose"]):
                yield Finding(
                    "quantity", "block", q.directive, reading.text[dose.start : dose.end], dose.start, dose.end,
                    f"{fractions.low:g} fractions of {each.low:g} Gy make {fractions.low * each.low:g} Gy, not {dose.low:g} Gy.", None, (q.source,), (),
                )  # fmt: skip

    # --- roles by words ------------------------------------------------------------------------------

    def _role(
        self,
        n: Number,
        reading: Reading,
        index: int,
        numbers: Sequence[Number],
        text: str,
        context: str,
        before: str,
        behind: str,
        holding: frozenset[str],
    ) -> Finding | None:
        span = reading.sentences[index]
        if n.kind == "patients" and n.low < 20:
            return None
        same = [x for x in numbers if x.kind == n.kind]
        position = same.index(n)
        left = same[position - 1].end if position else span.start
        right = same[position + 1].start if position + 1 < len(same) else span.end
        behind_words, ahead_words = reading.text[n.end : right], reading.text[left : n.start]
        places = [behind_words, ahead_words + " " + behind_words]
        if (
            re.search(r"\b(?:in|at|was|were|is|of|to|by)\s+(?:only |about |just )?$", ahead_words)
            and len(ahead_words.split()) >= 3
        ):
            places.insert(0, ahead_words)  # "... was needed in 7%": the number comes last
        for local in places:
            if n.kind != "percent" and local is not places[-1]:
                continue
            for q in self._candidates(n, span.interventions):
                if (
                    q.near
                    and q.directive not in holding
                    and not all(self._in(group, context) for group in q.near)
                ):
                    continue
                if q.without and self._in(
                    q.without, local if n.kind == "percent" else before[-48:] + " " + behind[:48]
                ):
                    continue
                if q.words and not all(self._in(group, local) for group in q.words):
                    continue
                if _fits(n, q) or (q.limit == "most" and self._allowed(n, q, text, before)):
                    return None
                if n.limit == "exact" and _TOO_LONG.search(text) and n.kind != "percent":
                    return None
                mild = next(
                    (o for o in self.algorithm.quantities if o.id in q.mild_with and _fits(n, o)), None
                )
                return self._finding(n, q, reading.text, mild=mild is not None)
        return None

    def _candidates(self, n: Number, interventions: Sequence[str]) -> Iterator[Quantity]:
        for q in self.algorithm.quantities:
            if q.kind != n.kind and not (q.kind == "months" and n.kind == "weeks"):
                continue
            if q.kind in _RADIATION or (q.kind == "weeks" and q.about):
                continue
            if q.about and not any(
                self.vocabulary.interventions[i].ancestors & set(q.about)
                for i in interventions
                if i in self.vocabulary.interventions
            ):
                continue
            yield q

    @staticmethod
    def _allowed(n: Number, q: Quantity, text: str, before: str) -> bool:
        """A limit: anything below it is fine, and so is what the text itself forbids."""
        scale = 1 / 4.345 if n.kind == "weeks" else 1.0
        if n.limit in {"least", "more"}:
            denied = (
                len(
                    re.findall(
                        r"\b(?:not|never|no|without|avoid\w*|cannot|nor|unreasonable|unacceptable|unwise|wrong|mistake|objection|problem)\b|n't\b",
                        before,
                        re.IGNORECASE,
                    )
                )
                % 2
                == 1
            )
            return (
                denied
                and abs(n.high * scale - q.high) <= 0.35
                or n.high * scale < q.high - 0.4
                and not denied
            )
        return n.high * scale <= q.high + 0.1

    def _in(self, phrases: Sequence[str], text: str) -> bool:
        key = tuple(phrases)
        pattern = self._groups.get(key)
        if pattern is None:
            parts = []
            for phrase in phrases:
                words = [
                    re.escape(w.rstrip("*")) + (r"\w*" if w.endswith("*") else "")
                    for w in phrase_words(phrase)
                ]
                parts.append(r"[\s-]+".join(words))
            pattern = self._groups[key] = re.compile(r"\b(?:" + "|".join(parts) + r")\b", re.IGNORECASE)
        return pattern.search(text) is not None

    def _finding(self, n: Number, q: Quantity, text: str, mild: bool = False) -> Finding:
        given = f"{q.low:g}" if q.low == q.high else f"{q.low:g} to {q.high:g}"
        limit = "at most " if q.limit == "most" else ""
        how = f" ({q.derived})" if q.derived else ""
        words = text[n.start : n.end]
        return Finding(
            "quantity", "warn" if mild else "block", q.directive or q.id, words, n.start, n.end,
            f"The text says {words!r}; the guideline's {q.role} is {limit}{given}{how} ({q.source}).", None, (q.source,), (),
        )  # fmt: skip


def _segment(text: str, start: int, end: int, position: int) -> str:
    """The part of a sentence between semicolons that holds a position."""
    left = max(start, text.rfind(";", start, position) + 1)
    right = text.find(";", position, end)
    return text[left : right if right >= 0 else end]


def _fits(n: Number, q: Quantity) -> bool:
    """Whether a number can be the guideline's number."""
    slack = _ABOUT if n.about and n.kind == "percent" else _TOLERANCE
    if q.limit == "most":
        return False
    if n.limit in {"more", "least"} and n.kind == "percent":
        return 0 <= q.low - n.low <= 8
    if n.limit in {"less", "most"} and n.kind == "percent":
        return 0 <= n.high - q.high <= 8
    return n.low >= q.low - slack and n.high <= q.high + slack
