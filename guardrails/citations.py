"""Does every cited statement exist, and does it support the sentence that cites it?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from guardrails.findings import Finding
from guardrails.pack import Pack
from guardrails.support import FUNCTION_WORDS, Supports
from language.condition import axes_of
from language.reading import Cited, Claim, Number, Reading, SentenceSpan, StatedFact
from language.wordset import word_set

_ENOUGH = 0.31  # of the best statement's score, for the only citation of a sentence
_ENOUGH_WITH_CONTEXT = 0.15  # of a sentence that says little, together with the one before it
_EVIDENCE = word_set("level grade evidence")
_ANYTHING = 1.0  # the best statement's score below which a sentence says nothing that could be compared
_TELLING = 3.0  # a score from which a sentence says enough by itself
_ENOUGH_OF_SEVERAL = 0.25  # where other citations carry the rest


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
        self._scores = Supports(pack)

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
        parts = _parts(reading)
        for cited in reading.citations:
            words = reading.text[cited.start : cited.end]
            if self.pack.guideline.statement(cited.id) is None:
                yield Finding(
                    "citation",
                    "block",
                    None,
                    words,
                    cited.start,
                    cited.end,
                    f"There is no statement {cited.id} in the guideline.",
                    None,
                    (),
                    (),
                )
            elif not self.supports(cited.id, parts[cited.sentence], cited.sentence) and not self._in_context(
                cited, reading
            ):
                yield Finding(
                    "citation",
                    "block",
                    None,
                    words,
                    cited.start,
                    cited.end,
                    f"Statement {cited.id} does not support the sentence that cites it.",
                    None,
                    (cited.id,),
                    (),
                )
        if not reading.citations and any(c.advises or c.opposes for c in reading.claims):
            span = reading.sentences[0]
            yield Finding(
                "citation",
                "warn",
                None,
                reading.text[span.start : span.end],
                span.start,
                span.end,
                "The text gives advice without any citation.",
                None,
                (),
                (),
            )

    def supports(self, id: str, reading: Reading, sentence: int) -> bool:
        """Whether a statement is about what the sentence says."""
        statement = self._statements[id]
        said = self._content(reading, [sentence])
        if not said.interventions and not said.axes and not said.numbers and len(said.words) <= 2:
            return True  # "as the guideline says [3.3]": nothing to compare
        together = sum(c.sentence == sentence for c in reading.citations)
        support = self._scores.of(id, reading, sentence)
        if support.best < _ANYTHING and _EVIDENCE & set(reading.sentences[sentence].words):
            return True  # "Statement 3.3 is of level II": it says nothing that a statement could say
        if together == 1:
            return support.share >= _ENOUGH
        if support.share >= _ENOUGH_OF_SEVERAL:
            return True
        shared_words = (said.words & statement.words) - self._common
        if said.numbers & statement.numbers:
            return True
        if self._related(said.interventions, statement.interventions, general=False):
            return True
        resting = {d.id for d in self.pack.algorithm.directives if id in d.sources}
        signs = (
            self._related(said.interventions, statement.interventions, general=True)
            + len(said.axes & statement.axes)
            + len(shared_words)
        )
        return signs + bool(self._directives(said) & resting) >= (
            2 if together < 3 else 1
        )  # each carries a part

    def _in_context(self, cited: Cited, reading: Reading) -> bool:
        """Whether a statement supports a sentence together with the one before it: "His is small. So it is not for
        him [1.2].", where the sentence by itself says little."""
        if not cited.sentence or self._scores.of(cited.id, reading, cited.sentence).best >= _TELLING:
            return False
        return (
            self._scores.of(cited.id, reading, cited.sentence - 1, cited.sentence).share
            >= _ENOUGH_WITH_CONTEXT
        )

    def _directives(self, said: _Content) -> frozenset[str]:
        """The directives that a sentence is about: by what it names, and for whom where it says so."""
        known = self.pack.vocabulary.interventions
        found: set[str] = set()
        for d in self.pack.algorithm.directives:
            axes = axes_of(d.when)
            dated = any((order := known[i].order) is not None and order.dated for i in d.interventions)
            if dated and any(
                name in known and known[name].family == "systemic" for name in said.interventions
            ):
                found.add(d.id)
            for name in said.interventions:
                if name not in known:
                    continue
                meant = {
                    i for key in known[name].ancestors for r in known[key].reads_as for i in r.interventions
                }
                if (known[name].ancestors | known[name].descendants | meant) & set(d.interventions) and (
                    not said.axes or not axes or said.axes & axes or d.strength in {"avoid", "must"}
                ):
                    found.add(d.id)
        return frozenset(found)

    def _related(self, said: frozenset[str], stated: frozenset[str], *, general: bool) -> int:
        """How many names of the sentence the statement names too, or names the class or member of.

        general: count only kinship through a general name, which by itself shows little.
        """
        known = self.pack.vocabulary.interventions
        count = 0
        for needed, together in self.pack.vocabulary.together:
            if (
                together in said | stated
                and (said | stated) & set(needed)
                and said
                and stated
                and (together in said) != (together in stated)
            ):
                count += not general
        for a in said:
            kin = [
                b
                for b in stated
                if a == b
                or (a in known and b in known and (a in known[b].ancestors or b in known[a].ancestors))
            ]
            specific = any(
                not (a in known and known[a].general) and not (b in known and known[b].general) for b in kin
            )
            count += bool(kin) and specific != general
        return count

    def _content(self, reading: Reading, sentences: object) -> _Content:
        wanted = set(sentences)  # type: ignore[call-overload]
        spans: list[SentenceSpan] = [reading.sentences[n] for n in sorted(wanted)]
        words = frozenset(
            w[:5]
            for s in spans
            for w in s.words
            if w.isalpha()
            and len(w) > 2
            and w not in FUNCTION_WORDS
            and w not in self.pack.vocabulary.wording.commonplace
        )
        claims = [c for c in reading.claims if c.sentence in wanted]
        known = self.pack.vocabulary.interventions
        delayed = {
            k
            for c in claims
            if c.action == "delay"
            for k, i in known.items()
            if i.delay_of is not None
            and c.intervention in known
            and i.delay_of in known[c.intervention].ancestors
        }
        left = {known[c.intervention].contrary for c in claims if c.intervention in known}
        return _Content(
            frozenset(i for s in spans for i in s.interventions)
            | frozenset(c.intervention for c in claims)
            | frozenset(i for i in left if i is not None)
            | delayed,
            frozenset(a for f in reading.facts if f.sentence in wanted for a in axes_of(f.condition)),
            frozenset(n.low for n in reading.numbers if n.sentence in wanted),
            words,
        )


def _parts(reading: Reading) -> dict[int, Reading]:
    """For each citing sentence the reading with what was read in that sentence only."""
    citing = {c.sentence for c in reading.citations}
    claims: dict[int, list[Claim]] = {n: [] for n in citing}
    facts: dict[int, list[StatedFact]] = {n: [] for n in citing}
    numbers: dict[int, list[Number]] = {n: [] for n in citing}
    citations: dict[int, list[Cited]] = {n: [] for n in citing}
    for claim in reading.claims:
        claims.get(claim.sentence, []).append(claim)
    for fact in reading.facts:
        facts.get(fact.sentence, []).append(fact)
    for number in reading.numbers:
        numbers.get(number.sentence, []).append(number)
    for cited in reading.citations:
        citations[cited.sentence].append(cited)
    return {
        n: replace(
            reading,
            claims=tuple(claims[n]),
            facts=tuple(facts[n]),
            numbers=tuple(numbers[n]),
            citations=tuple(citations[n]),
        )
        for n in citing
    }
