"""The one reader: clinical text in, facts, claims and quantities out.

Questions, patient notes, answers and statements of a guideline are all read here. The reader
knows words and clauses; what a claim means for which patient is the guardrail's business.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

from language.claims import read_sentence
from language.condition import ALWAYS, Condition, both, negation
from language.context import Discourse, Heading
from language.cues import load_cues
from language.limiting import limited
from language.numbers import numbers
from language.quoting import quoted_spans
from language.reading import Cited, Claim, Named, Number, Reading, SentenceSpan, StatedFact
from language.sentences import sentences
from language.tagging import Tagger
from language.text import Page, tokens
from language.views import Judgement, judged, proposes, tells_a_practice
from language.vocabulary import Vocabulary

_NUMBERS = r"\d{1,2}\.\d{1,2}(?:\s*(?:,|;|and|or|to|-|&)\s*\d{1,2}\.\d{1,2})*"
_NAMED = r"(?:guideline\s+)?(?:statements?|recommendations?|sections?|paragraphs?|items?|nos?\.?|\u00a7+)"
_CITATION = (
    re.compile(  # [3.2], (see statement 3.2), and "statement 3.2 says", whose number alone is taken out
        rf"\[\s*(?:(?:see|cf\.?)\s+)?(?:{_NAMED}\s*)?{_NUMBERS}\s*\]"
        rf"|\(\s*(?:(?:see|cf\.?)\s+(?:{_NAMED}\s*)?|{_NAMED}\s*){_NUMBERS}\s*\)"
        rf"|(?<=statement\s){_NUMBERS}(?![\d%])|(?<=statements\s){_NUMBERS}(?![\d%])"
        rf"|(?<=recommendation\s){_NUMBERS}(?![\d%])|(?<=recommendations\s){_NUMBERS}(?![\d%])",
        re.IGNORECASE,
    )
)
Located = TypeVar("Located", StatedFact, Named, Number, Claim)
_PATIENT = re.compile(
    r"[\s*_]*((?:[A-Z]\.\s?){2}|(?:Mr|Mrs|Ms|Miss)\.?\s+[A-Z][\w'-]*|(?:Case|Patient|Pt|Bed)\s+\d+)"
)
_SPEAKER = re.compile(  # "Q: ... A: ..." of questions and answers in one text
    r"(^|[.?!][*_]*\s)([\s*_]*(?:Q|A|Question|Answer|Reply|Response)[\s.]?\d{0,2}[*_]*[:.][*_]*\s)",
    re.MULTILINE,
)
_STATEMENT = re.compile(r"\d{1,2}\.\d{1,2}")


@dataclass
class _Collected:
    spans: list[SentenceSpan] = field(default_factory=list)
    facts: list[StatedFact] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    citations: list[Cited] = field(default_factory=list)
    mentions: list[Named] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)


class Reader:
    """Reads texts with one guideline's vocabulary. Pure: the same text gives the same reading."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._tagger = Tagger(vocabulary, load_cues())

    def read(self, text: str, *, after: Reading | None = None) -> Reading:
        """Read a text; `after` is the reading of the question that it answers.

        Pronouns, a bare "yes" and left-out words refer to the question. Never raises on any text.
        """
        page = Page.of(text)
        discourse = Discourse.after(after)
        out = _Collected()
        headings: list[Heading] = []
        says = None
        listed = False
        for block in page.blocks:
            blanked, cited = _take_citations(block.text)
            blanked = _SPEAKER.sub(lambda m: m[1] + " " * len(m[2]), blanked)
            column = self._column(block.column) if block.kind == "cell" and block.column else None
            if block.kind == "heading":
                discourse.condition = discourse.supposed = ALWAYS
            if (named := _PATIENT.match(block.text)) and discourse.patient != (who := named[1].strip()):
                if discourse.patient:  # another patient than before
                    discourse.condition = discourse.supposed = discourse.asserted = ALWAYS
                discourse.patient = who
            if block.kind == "paragraph" and listed:
                headings = [h for h in headings if h.depth < 6]  # what introduced a list ends with it
            listed = block.kind in ("item", "cell")
            if block.kind in ("heading", "lead"):
                headings = [
                    h
                    for h in headings
                    if h.kind == "heading" and (block.kind == "lead" or h.depth < block.depth)
                ]
            spans = sentences(blanked)
            for n, (start, end) in enumerate(spans):
                upto = spans[n + 1][0] if n + 1 < len(spans) else len(blanked)
                piece = blanked[start:end]
                found = tokens(piece, block.start + start)
                if not found:
                    continue
                number = len(out.spans)
                headed = next((h.subject for h in reversed(headings) if h.subject), None)
                tagged = self._tagger.tag(found, discourse.subject, headed if listed else None)
                tagged.quoted = quoted_spans(piece, found, block.start + start)
                read = read_sentence(
                    self.vocabulary,
                    tagged,
                    discourse,
                    (*headings, *([column] if column else [])),
                    block.kind,
                    number,
                )
                a, b = page.span(block.start + start, block.start + end)
                if read.says is not None and all(x.kind in ("heading", "lead") for x in out.spans):
                    says = read.says
                if read.headed is not None:
                    out.claims = [c for c in out.claims if c.sentence != read.headed]
                out.claims = limited(out.claims, [_claim_located(page, c) for c in read.claims])
                out.facts.extend(_located(page, f) for f in read.facts)
                out.subjects.extend(s for s in read.subjects)
                out.mentions.extend(_located(page, m) for m in read.mentions)
                quantities = numbers(piece, block.start + start, number, self.vocabulary.wording.cycles_of)
                out.numbers.extend(_located(page, q) for q in quantities)
                for offset, length, id in cited:
                    if start <= offset < upto or (offset < start and start == spans[0][0]):
                        x, y = page.span(block.start + offset, block.start + offset + length)
                        out.citations.append(Cited(id, x, y, number))
                out.spans.append(
                    SentenceSpan(
                        a,
                        b,
                        block.kind,
                        piece.rstrip(" *_\"'").endswith("?"),
                        read.named,
                        tuple(tagged.words),
                        any(c.advises for c in read.claims),
                        any(h.against for h in headings),
                    )
                )
                if read.exempted is not None:
                    _narrow(out.claims, number, read.exempted)
                if read.withdraws and block.kind not in ("heading", "lead"):
                    _withdraw(
                        out.claims,
                        out.spans,
                        number,
                        read.withdraws,
                        self.vocabulary.subject_axes.values(),
                    )
                if block.kind in ("heading", "lead"):
                    headings.append(replace(read.heading, kind=block.kind, depth=block.depth))
            if block.kind == "paragraph":
                headings = [h for h in headings if h.kind == "heading"]
        return Reading(
            text,
            tuple(out.spans),
            tuple(out.facts),
            tuple(out.claims),
            tuple(out.numbers),
            tuple(out.citations),
            tuple(out.mentions),
            tuple(out.subjects),
            says,
        )

    def _column(self, head: str) -> Heading | None:
        """What the head of a table's column says of its cells."""
        found = tokens(head, 0)
        return (
            read_sentence(self.vocabulary, self._tagger.tag(found), Discourse(), (), "heading", 0).heading
            if found
            else None
        )

    def expand(self, query: str) -> str:
        """The query with the names of what it mentions, for lexical search."""
        names: list[str] = []
        for sentence in self.read(query).sentences:
            for id in sentence.interventions:
                if (
                    id in self.vocabulary.interventions
                    and self.vocabulary.interventions[id].label not in names
                ):
                    names.append(self.vocabulary.interventions[id].label)
        return " ".join([query, *names])


def _located(page: Page, found: Located) -> Located:
    """The same with offsets in the original."""
    if page.aligned:
        return found
    a, b = page.span(found.start, found.end)
    return replace(found, start=a, end=b)


def _claim_located(page: Page, claim: Claim) -> Claim:
    if page.aligned:
        return claim
    x, y = page.span(claim.context_start, claim.context_end)
    return replace(_located(page, claim), context_start=x, context_end=y)


def _take_citations(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Blank the citations of a block; return (offset, length, id) of each."""
    cited: list[tuple[int, int, str]] = []
    characters = list(text)
    for match in _CITATION.finditer(text):
        for statement in _STATEMENT.finditer(match[0]):
            cited.append((match.start() + statement.start(), len(statement[0]), statement[0]))
        for index in range(match.start(), match.end()):
            characters[index] = " "
    return "".join(characters), cited


def _narrow(claims: list[Claim], number: int, exempted: Condition) -> None:
    """The rule of the sentence before does not hold for those whom the sentence exempts."""
    for index, claim in enumerate(claims):
        if claim.sentence == number - 1:
            claims[index] = replace(claim, condition=both(claim.condition, negation(exempted)))


def _withdraw(
    claims: list[Claim],
    spans: Sequence[SentenceSpan],
    number: int,
    how: Judgement | Literal["doubt"],
    axes: Collection[Condition],
) -> None:
    """A sentence that endorses or rejects what the sentence before reported, or told that somebody asked.

    how: "endorse" makes reported claims advice; "reject" turns what was said round,
    "doubt" only what was reported.
    """
    before = [
        i
        for i, c in enumerate(claims)
        if c.sentence == number - 1
        or (how == "endorse" and c.sentence >= number - 2 and c.stance == "reported")
    ]
    for index in before:
        claim = claims[index]
        if claim.stance == "reported" or (claim.stance == "asked" and not spans[claim.sentence].question):
            claims[index] = judged(claim, "endorse" if how == "endorse" else "reject", axes)
        elif claim.stance == "past" and claim.sentence == number - 1 and how != "doubt":
            if how == "endorse" or proposes(spans[claim.sentence].words):
                claims[index] = judged(
                    claim, how, axes
                )  # "Here A is given. Do likewise.", "A was proposed. No."
        elif how == "reject" and claim.advises and claim.sentence == number - 1:
            claims[index] = replace(claim, stance="against")
        elif how == "reject" and claim.opposes and tells_a_practice(spans[claim.sentence].words):
            claims[index] = replace(claim, stance="advised")  # "Some withhold it. They are mistaken."
