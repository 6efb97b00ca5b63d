"""Does every cited statement exist, and does it support the sentence that cites it?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guardrails.findings import Finding
from guardrails.pack import Pack
from language.condition import axes_of
from language.reading import Reading, SentenceSpan

_FUNCTION_WORDS = frozenset(
    "a an the of in on to for with and or not no is are be been was were it its this that these those as by at from when if only should must can may might "
    "do does did will would has have had than then after before there they he she we you i but so such any all more most patient patients tumor treatment guideline "
    "statement disease therapy therapies cancer given give use used also which who whose what into out up during over under between both either neither first one two three "
    "recommended recommend considered consider indicated option options case cases stage iv primary rectal".split()
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Content:
    interventions: frozenset[str]
    axes: frozenset[str]
    numbers: frozenset[float]
    words: frozenset[str]


class Citations:
    """Compares a citing sentence with the cited statement, both read by the same reader."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._statements: dict[str, _Content] = {}
        for statement in pack.guideline.statements:
            reading = pack.reader.read(statement.text + " (" + " ".join(statement.section) + ")")
            self._statements[statement.id] = self._content(reading, range(len(reading.sentences)))
        self._common = self._frequent_words()

    def _frequent_words(self) -> frozenset[str]:
        """Words that so many statements share that they support nothing."""
        count: dict[str, int] = {}
        for content in self._statements.values():
            for word in content.words:
                count[word] = count.get(word, 0) + 1
        return frozenset(w for w, n in count.items() if n > max(4, len(self._statements) // 6))

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Findings for ids that do not exist (block) or do not support (block), and one warning
        for a text that advises without any citation."""
        for cited in reading.citations:
            words = reading.text[cited.start : cited.end]
            if self.pack.guideline.statement(cited.id) is None:
                yield Finding("citation", "block", None, words, cited.start, cited.end, f"There is no statement {cited.id} in the guideline.", None, (), ())
            elif not self.supports(cited.id, reading, cited.sentence):
                yield Finding("citation", "block", None, words, cited.start, cited.end, f"Statement {cited.id} does not support the sentence that cites it.", None, (cited.id,), ())
        if not reading.citations and any(c.advises or c.opposes for c in reading.claims):
            span = reading.sentences[0]
            yield Finding("citation", "warn", None, reading.text[span.start : span.end][:80], span.start, span.end, "The text gives advice without any citation.", None, (), ())

    def supports(self, id: str, reading: Reading, sentence: int) -> bool:
        """Whether a statement is about what the sentence says."""
        statement = self._statements[id]
        said = self._content(reading, [sentence])
        if not said.interventions and not said.axes and not said.numbers and len(said.words) <= 2:
            return True  # "as the guideline says [3.3]": nothing to compare
        shared_words = (said.words & statement.words) - self._common
        if said.numbers & statement.numbers:
            return True
        if self._related(said.interventions, statement.interventions):
            return True
        if said.axes & statement.axes:
            return True
        return len(shared_words) >= 2

    def _related(self, said: frozenset[str], stated: frozenset[str]) -> bool:
        known = self.pack.vocabulary.interventions
        for needed, together in self.pack.vocabulary.together:
            if together in said | stated and (said | stated) & set(needed) and said and stated and (together in said) != (together in stated):
                return True
        for a in said:
            for b in stated:
                if a == b or (a in known and b in known and (a in known[b].ancestors or b in known[a].ancestors)):
                    return True
        return False

    def _content(self, reading: Reading, sentences: object) -> _Content:
        wanted = set(sentences)  # type: ignore[call-overload]
        spans: list[SentenceSpan] = [s for n, s in enumerate(reading.sentences) if n in wanted]
        words = frozenset(w for s in spans for w in s.words if w.isalpha() and len(w) > 2 and w not in _FUNCTION_WORDS)
        claims = [c for c in reading.claims if c.sentence in wanted]
        return _Content(
            frozenset(i for s in spans for i in s.interventions) | frozenset(c.intervention for c in claims),
            frozenset(a for f in reading.facts if f.sentence in wanted for a in axes_of(f.condition)),
            frozenset(n.low for n in reading.numbers if n.sentence in wanted),
            words,
        )
