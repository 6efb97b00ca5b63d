"""Is every number in the text the guideline's number in that role?

A role is found by what the number is about: an intervention named near it, or the words around
it. Numbers without a role of the guideline's (ages, scores, other studies, single cases) are free.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guardrails.algorithm import Algorithm, Quantity
from guardrails.asked import bare_answer
from guardrails.comparison import fits, mismatch
from guardrails.findings import Finding
from guardrails.schedule import DOSES, Schedules
from guardrails.spans import before_and_after
from guardrails.studies import Studies, goes_on, own_part, segment, segment_span
from language.matcher import phrase_words
from language.reading import Number, Reading
from language.text import normalise
from language.vocabulary import Vocabulary

_DENIED = re.compile(
    r"(?:\bnot|\bnever|rather than|instead of|\bnor|no longer|wrong|incorrect(?:ly)?|not "
    r"exceed|as opposed to|confused with|\bthan)\s+(?:(?!but\b)\w+\s+){0,2}$",
    re.IGNORECASE,
)
_TOO_LONG = re.compile(
    r"(?<!not )(?<!n't )(?<!never )\b(too long|exceeds? (?:the|that|what|this)|over the "
    r"(?:\S+ )?limit|(?:longer|more|higher|lower|fewer|less|shorter|"
    r"larger|beyond|above) (?:than )?"
    r"(?:the |what |that |it |is )*(?:that|allow\w*|recommend\w*|permitt?\w*|advis\w*|limit|guideline|"
    r"schedule|stated)|violat\w*|(?:more|longer) than (?:\w+ ){1,6}(?:should|ought|may|is meant)|"
    r"not acceptable|unacceptabl\w+|shorten\w*|"
    r"too (?:much|many|high|low|little|few)|misquot\w*|misread\w*|not what|can(?:no|')t "
    r"confirm|cannot confirm|does not (?:match|agree)|mistake\w*|mistyp\w*|wrong|incorrect|"
    r"error)\b",
    re.IGNORECASE,
)
_SHOULD = re.compile(r"\b(should|must|ought|can|may|recommended|advised)\b", re.IGNORECASE)
_THE_WHOLE = re.compile(
    r"\b(all of (?:it|this)|the whole|everything|altogether|entire|total|together|program(?:me)?|package)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(received|were given|was given|had|were|was|underwent|got|completed|took)\b", re.IGNORECASE
)
_NEEDED = re.compile(
    r"\b(need\w*|requir\w*|had|has|underw\w+|receiv\w+|went|came|never|not|no|without|avoid\w*|escap\w*|spared)\b",
    re.IGNORECASE,
)
_NO_MORE_THAN = re.compile(r"\b(?:no|not) (?:more|fewer|less|later|longer) than\b", re.IGNORECASE)
_LASTS = re.compile(r"\s*(?:lasts?|takes?|means|equals|runs?|is given every|every|=)\b", re.IGNORECASE)
_ANOTHER_TIME = re.compile(
    r"\b(?:again|then|thereafter|later|in all|in total|altogether|total of|all|course of|planned)\b",
    re.IGNORECASE,
)
_AHEAD = ("before", "ahead of", "prior to", "first")
_AFTER = ("after", "afterwards", "thereafter", "more", "another", "further")
_FORBIDDEN = re.compile(
    r"\b(?:not|never|no|without|avoid\w*|cannot|nor|unreasonable|unacceptable|unwise|wrong|"
    r"mistake|objection|problem)\b|n't\b",
    re.IGNORECASE,
)


class Quantities:
    """Compares a text's numbers with the guideline's."""

    def __init__(self, algorithm: Algorithm, vocabulary: Vocabulary) -> None:
        self.algorithm, self.vocabulary = algorithm, vocabulary
        self._schedules = Schedules(algorithm, vocabulary)
        self._studies = Studies(vocabulary.wording)
        self._ahead = re.compile(rf"\b(?:{'|'.join([*_AHEAD, *vocabulary.wording.ahead])})\b", re.IGNORECASE)
        self._after = re.compile(
            rf"\b(?:{'|'.join([*_AFTER, *vocabulary.wording.afterwards])})\b", re.IGNORECASE
        )
        self._wholes = [q.low for q in algorithm.quantities if q.kind == "patients"]
        self._groups: dict[tuple[str, ...], re.Pattern[str]] = {}

    def find(self, reading: Reading, asked: Reading | None, known: int | None = None) -> Iterator[Finding]:
        """A finding for each number that stands in a role with another value."""
        regimen: str | None = (
            self._schedules.regimen_of(asked.sentences[-1].interventions)
            if asked and asked.sentences
            else None
        )
        freed = False
        bare = bare_answer(reading, asked)
        holding = {
            d.id
            for d in self.algorithm.directives
            if known is not None
            and known != self.algorithm.everyone
            and not known & ~self.algorithm.masks[d.id]
        }
        foreign = self._studies.foreign(reading, self._wholes)
        stated = self._stated_in(reading)
        by_sentence: dict[int, list[Number]] = {}
        for n in reading.numbers:
            by_sentence.setdefault(n.sentence, []).append(n)
        for index, sentence in enumerate(reading.sentences):
            own = by_sentence.get(index) or ([bare] if bare is not None and index == 0 else [])
            here = [i for i in sentence.interventions if i in self._schedules.regimens]
            if self._schedules.family & set(sentence.interventions) or self._schedules.is_free(
                sentence.interventions
            ):
                freed = self._schedules.is_free(sentence.interventions) and not here
            if own and not sentence.question:
                yield from self._sentence(
                    reading,
                    asked,
                    index,
                    own,
                    regimen,
                    freed and not here,
                    frozenset(holding),
                    stated,
                    foreign[index],
                )
            if here:
                regimen = here[-1]

    def _sentence(
        self,
        reading: Reading,
        asked: Reading | None,
        index: int,
        numbers: Sequence[Number],
        regimen: str | None,
        freed: bool,
        holding: frozenset[str],
        stated: frozenset[str],
        foreign: bool,
    ) -> Iterator[Finding]:
        span = reading.sentences[index]
        text = _folded(reading, span.start, span.end)
        cited = {c.id for c in reading.citations if c.sentence == index}
        sources = {q.source for q in self.algorithm.quantities}
        other = not (cited & sources) and self._studies.is_other(text)
        foreign = foreign and not (cited & sources)
        case = self._studies.is_case(text) and not (cited & sources)
        context = text + " " + (asked.text if asked is not None else "")
        told = not (span.interventions or foreign or other) and goes_on(text)  # "The rate was ..."
        if index and (told or reading.sentences[index - 1].question):  # "How long? At most ..."
            context += " " + reading.text[reading.sentences[index - 1].start : span.start]
        numbers = self._schedules.summed(numbers, text, span.start)
        total = before_and_after(numbers, text, self._ahead, self._after)
        for n in numbers:
            if n is total:
                continue
            if ";" in text:
                piece = normalise(segment(reading.text, span.start, span.end, n.start))[0]
                other = self._studies.is_other(piece)
            before, behind = _folded(reading, span.start, n.start), _folded(reading, n.end, span.end)
            if _DENIED.search(before) and n.limit == "exact":
                continue
            if (
                ((other or foreign) and n.kind in {"percent", "patients"})
                or (foreign and _TOLD.search(text) and not _SHOULD.search(text))
                or (other and case)
                or (case and n.kind in (*DOSES, "weeks", "months", "cycles"))
            ):
                continue
            finding = None
            elsewhere = other and not self._schedules.regimen_of(span.interventions)
            if n.kind in (*DOSES, "weeks") and not elsewhere:
                finding = self._schedules.find(
                    n,
                    reading,
                    index,
                    regimen,
                    freed,
                    before,
                    behind,
                    asked is not None and "fraction" in asked.text.lower(),
                )
            if finding is None and n.kind not in DOSES:
                finding = self._role(
                    n, reading, index, numbers, text, context, before, behind, holding, stated
                )
            if finding is not None:
                yield finding
        if total is not None:
            finding = self._role(total, reading, index, [total], text, context, "", "", holding, stated)
            if finding is not None:
                yield finding
        yield from self._schedules.product(reading, numbers, span.start, span.end)

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
        stated: frozenset[str],
    ) -> Finding | None:
        """The finding that a number is not that of the role which the words around it give."""
        span = reading.sentences[index]
        start, end = (
            segment_span(reading.text, span.start, span.end, n.start)
            if n.kind == "percent"
            else (span.start, span.end)
        )
        if n.kind == "patients" and (n.low < 20 or self._share_of_all(n)):
            return None
        same = [x for x in numbers if x.kind == n.kind]
        if n.kind == "cycles" and (_LASTS.match(behind) or self._is_another_time(n, same, before, behind)):
            return None
        position = same.index(n)
        left = max(start, same[position - 1].end) if position else start
        right = min(end, same[position + 1].start) if position + 1 < len(same) else end
        behind_words, ahead_words = (
            _NO_MORE_THAN.sub("", _folded(reading, a, b)) for a, b in ((n.end, right), (left, n.start))
        )
        if n.kind == "percent" and any(fits(n, q) for q in self.algorithm.quantities if q.kind == n.kind):
            twin = any(x is not n and x.start == n.start for x in same)
            ahead = re.split(r",|;|\band\b", ahead_words)[-1]
            if twin or (position and not _NEEDED.search(ahead + " " + behind_words)):
                return None  # "93% never needed A, and 89% of B": the verb stands with the number before
        ahead_words = own_part(ahead_words) if position else ahead_words
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
                    and not (q.directive in stated and _THE_WHOLE.search(text))
                    and not all(self._in(group, context) for group in q.near)
                ):
                    continue
                if q.without and self._in(
                    q.without, local if n.kind == "percent" else before[-48:] + " " + behind[:48]
                ):
                    continue
                if q.words and not all(self._in(group, local) for group in q.words):
                    continue
                if span.discouraged and q.limit == "most" and n.limit != "exact":
                    return None  # "Don't: let it run beyond six months"
                if fits(n, q) or (q.limit == "most" and self._allowed(n, q, text, before)):
                    return None
                if n.limit == "exact" and _TOO_LONG.search(text) and n.kind != "percent":
                    return None
                mild = next(
                    (o for o in self.algorithm.quantities if o.id in q.mild_with and fits(n, o)), None
                )
                return mismatch(n, q, reading.text, mild=mild is not None)
        return None

    def _is_another_time(self, n: Number, same: Sequence[Number], before: str, behind: str) -> bool:
        """Whether a count stands beside the one in the role: "at cycle 3, then again at cycle 6"."""
        roles = [q for q in self.algorithm.quantities if q.kind == n.kind]
        if n.low == 1 and re.search(r"\bbefore (?:the )?$", before, re.IGNORECASE):
            return True  # "the scan from before the first cycle"
        if re.match(r"\s*(?:completed|so far|to date|already)\b", behind, re.IGNORECASE) and not re.search(
            r"\b(?:after|until|once|when)\b", before[-20:], re.IGNORECASE
        ):
            return True
        return any(x is not n and any(fits(x, q) for q in roles) for x in same) and bool(
            _ANOTHER_TIME.search(before[-30:]) or _ANOTHER_TIME.search(behind[:30])
        )

    def _stated_in(self, reading: Reading) -> frozenset[str]:
        """The directives whose condition the text itself states of its patient."""
        stated = [f.condition for f in reading.facts if not (f.supposed or f.someone_else or f.past)]
        return frozenset(d.id for d in self.algorithm.directives if d.when in stated)

    def _share_of_all(self, n: Number) -> bool:
        """Whether a count is one of the guideline's shares of all its patients ("89%, some 207 people")."""
        shares = [q.low for q in self.algorithm.quantities if q.kind == "percent"]
        return any(abs(n.low - whole * share / 100) <= 0.7 for whole in self._wholes for share in shares)

    def _candidates(self, n: Number, interventions: Sequence[str]) -> Iterator[Quantity]:
        """The roles that a number of its kind may stand in beside these interventions."""
        for q in self.algorithm.quantities:
            if q.kind != n.kind and not (q.kind == "months" and n.kind == "weeks"):
                continue
            if q.kind in DOSES or (q.kind == "weeks" and q.about):
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
            denied = len(_FORBIDDEN.findall(before)) % 2 == 1
            return (denied and abs(n.high * scale - q.high) <= 0.35) or (
                n.high * scale < q.high - 0.4 and not denied
            )
        return n.high * scale <= q.high + 0.1

    def _in(self, phrases: Sequence[str], text: str) -> bool:
        """Whether one of the phrases stands in the text; "*" ends a stem."""
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


def _folded(reading: Reading, start: int, end: int) -> str:
    """A stretch of the text as the reader sees it, so that no sign hides a word from a pattern."""
    return normalise(reading.text[start:end])[0]
