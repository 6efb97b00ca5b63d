"""The words of a guideline: a pack's vocabulary.yaml, validated and compiled for matching.

The file's own header describes its format. Mistakes are reported with file, line and one
sentence (VocabularyError).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any as Untyped
from typing import Literal

from corpus.errors import VocabularyError
from corpus.files import line_of
from language.condition import ALWAYS, Condition, Fact, axes_of, facts_of, parse_condition
from language.history import History, lists
from language.matcher import Matcher
from language.vocabulary_file import Family, OrderEntry, VocabularyFile, WordingEntry, read_vocabulary_file
from language.wordset import word_set

# What may stand inside any phrase without changing what it means: "is clearly so".
_ADVERBS = word_set(
    "clearly obviously certainly definitely evidently undoubtedly really actually truly apparently indeed currently "
    "presently frankly plainly simply absolutely entirely completely totally quite certainly surely decidedly"
)


@dataclass(frozen=True, slots=True)
class ReadsAs:
    """A general name means `interventions` for patients in whom `when` holds."""

    when: Condition
    interventions: tuple[str, ...]
    universal: bool = False  # only where the text itself says "everyone" or gives no way out


@dataclass(frozen=True, slots=True)
class Intervention:
    """Something that can be advised, with its place among the others."""

    id: str
    label: str
    family: Family
    ancestors: frozenset[str]  # classes it belongs to, itself included
    descendants: frozenset[str]  # its members, itself included
    peers: frozenset[str]
    neutral: bool  # naming it advises nothing of the algorithm by itself
    general: bool  # its name leaves open which of its members is meant
    absorbs: bool  # what stands beside it in a clause is its object, not advice of its own
    presupposes: Condition | None  # what advising it takes for granted of the patient
    implies: Condition | None  # what its name itself says of the patient
    reads_as: tuple[ReadsAs, ...]
    objects: tuple[tuple[str, str], ...]  # (subject, intervention): "removal" of a subject
    covers: frozenset[str]  # advice against it is advice against these as well
    order: OrderEntry | None
    delay_of: str | None
    contrary: str | None
    alone: str | None
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Describing:
    """A word that says a fact about one of `subjects`; about none needed when `alone`; when `carried`, about the
    subject of the sentence before where its own names none."""

    means: Condition
    negated: Condition | None
    subjects: frozenset[str]
    alone: bool
    carried: bool


@dataclass(frozen=True, slots=True)
class Score:
    ranges: tuple[tuple[float, float, Condition], ...]
    highest: int


@dataclass(frozen=True, slots=True)
class Named:
    """What a vocabulary phrase stands for."""

    kind: Literal[
        "fact",
        "describing",
        "subject",
        "score",
        "intervention",
        "manner",
        "adjective",
        "neighbour",
        "instead",
        "extensive",
    ]
    value: Untyped
    questions_only: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """A pack's words, compiled. `terms` finds phrases; `words` are all that spelling may correct to."""

    interventions: Mapping[str, Intervention]
    together: tuple[
        tuple[tuple[str, ...], str], ...
    ]  # (names in one sentence, what the first of them then is)
    sequences: tuple[tuple[str, str, str], ...]  # (first, then, what that is)
    instead_objects: tuple[tuple[str, str], ...]  # (subject, what doing nothing to it is)
    terms: Matcher[Named]
    describing: Matcher[Named]
    words: frozenset[str]
    stems: frozenset[str]
    drug_stems: tuple[str, ...]
    near_misses: frozenset[str]
    population: tuple[Matcher[bool], ...]  # a text about the guideline's patients has a word of each
    score_words: frozenset[str]  # the single words of the names of scores
    wording: WordingEntry
    tracked_subjects: tuple[str, ...]
    disease_nouns: frozenset[str]
    site_nouns: frozenset[str]
    list_nouns: frozenset[str]
    occasion_nouns: frozenset[str]
    acting_nouns: frozenset[str]
    person_nouns: frozenset[str]
    inverted_nouns: frozenset[str]
    neighbours: Mapping[str, str]  # term -> label
    matters: frozenset[str]  # labels of what is no treatment, and out of scope where it is asked about
    described: frozenset[str]  # the subjects that some reading is about
    subject_axes: Mapping[str, Condition]  # subject -> one value of the only fact it speaks of
    negated: Mapping[Condition, Condition]  # what denying a condition means, where it is not the complement
    synonyms: tuple[tuple[str, ...], ...]  # groups of terms that mean the same, for query expansion
    history: History  # what the treatments listed in a note tell
    sha256: str


def load_vocabulary(
    path: Path, named: Mapping[str, Condition], facts: Mapping[str, tuple[str, ...]]
) -> Vocabulary:
    """Read and check a vocabulary file.

    named: the algorithm's named conditions; facts: its axes with their values.
    Raises VocabularyError with file and line.
    """
    file, text = read_vocabulary_file(path)
    return _Compiler(file, path, text, named, facts).compile()


class _Compiler:
    def __init__(
        self,
        file: VocabularyFile,
        path: Path,
        text: str,
        named: Mapping[str, Condition],
        facts: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.file, self.path, self.text, self.named, self.facts = file, path, text, named, facts

    def fail(self, sentence: str, *location: int | str) -> VocabularyError:
        return VocabularyError(sentence, file=self.path, line=line_of(self.text, location))

    def condition(self, text: str, *location: int | str) -> Condition:
        try:
            condition = parse_condition(text, self.named)
        except ValueError as error:
            raise self.fail(f"{error}.", *location) from None
        for fact in facts_of(condition):
            if fact.value not in self.facts.get(fact.name, ()):
                raise self.fail(f"The algorithm has no fact {str(fact)!r}.", *location)
        return condition

    def compile(self) -> Vocabulary:
        file = self.file
        phrases: list[tuple[str, Named]] = []
        describing: list[tuple[str, Named]] = []
        for name, terms in file.subjects.items():
            describing += [(t, Named("subject", name)) for t in terms]
        denials: dict[Condition, Condition] = {}
        for number, reading in enumerate(file.readings):
            here = ("readings", number)
            means = self.condition(reading.means, *here, "means")
            negated = self.condition(reading.negated, *here, "negated") if reading.negated else None
            unknown = [s for s in reading.subjects if s not in file.subjects]
            if unknown:
                raise self.fail(f"There is no list of subjects {unknown[0]!r}.", *here, "subjects")
            if negated is not None:
                denials.setdefault(means, negated)
            phrases += [(t, Named("fact", (means, negated))) for t in reading.terms]
            word = Describing(
                means, negated, frozenset(reading.subjects), reading.alone == "yes", reading.carried == "yes"
            )
            describing += [(w, Named("describing", word)) for w in reading.words]
        for number, score in enumerate(file.scores):
            ranges = []
            for span, means_text in score.ranges.items():
                low, _, high = span.partition("-")
                ranges.append(
                    (
                        float(low),
                        float(high or low),
                        self.condition(means_text, "scores", number, "ranges", span),
                    )
                )
            phrases += [(n, Named("score", Score(tuple(ranges), score.highest))) for n in score.names]
        interventions = self.interventions()
        for key, entry in file.interventions.items():
            phrases += [(t, Named("intervention", key)) for t in entry.terms]
            describing += [(t, Named("manner", key)) for t in entry.with_]
            describing += [(t, Named("adjective", key)) for t in entry.adjectives]
            if entry.order:
                describing += [(t, Named("extensive", key)) for t in entry.order.extensive]
        undone = file.instead_of_treatment
        phrases += [(t, Named("instead", undone.contrary)) for t in undone.terms]
        neighbours: dict[str, str] = {}
        for neighbour in file.neighbours:
            only = neighbour.questions_only == "yes"
            for term in neighbour.terms:
                phrases.append((term, Named("neighbour", neighbour.label, only)))
                neighbours[term] = neighbour.label
        terms_matcher = Matcher(phrases, plurals=True, skipped=_ADVERBS)
        describing_matcher = Matcher(describing, plurals=True, skipped=_ADVERBS)
        words = frozenset(w for w in terms_matcher.words | describing_matcher.words if w.isalpha())
        synonyms = [e.terms for e in file.interventions.values() if e.terms] + [
            r.terms for r in file.readings if r.terms
        ]
        return Vocabulary(
            interventions=interventions,
            together=tuple((t.of, t.as_) for t in file.together),
            sequences=tuple((q.first, q.then, q.as_) for q in file.sequences),
            instead_objects=tuple((o.of, o.as_) for o in undone.objects),
            terms=terms_matcher,
            describing=describing_matcher,
            words=words,
            stems=frozenset(terms_matcher.stems | describing_matcher.stems),
            drug_stems=file.drug_stems,
            near_misses=frozenset(file.near_misses),
            score_words=frozenset(w for score in file.scores for name in score.names for w in name.split()),
            wording=file.wording,
            tracked_subjects=file.tracked_subjects,
            disease_nouns=frozenset(file.disease_nouns),
            site_nouns=frozenset(file.site_nouns),
            list_nouns=frozenset(file.list_nouns),
            occasion_nouns=frozenset(file.occasion_nouns),
            acting_nouns=frozenset(file.acting_nouns),
            person_nouns=frozenset(file.person_nouns),
            inverted_nouns=frozenset(file.inverted_nouns),
            population=tuple(Matcher([(w, True) for w in group], plurals=True) for group in file.population),
            neighbours=neighbours,
            matters=frozenset(n.label for n in file.neighbours if n.questions_only == "yes"),
            described=frozenset(s for r in file.readings for s in r.subjects),
            subject_axes=self.subject_axes(),
            negated=denials,
            synonyms=tuple(synonyms),
            history=self.history(),
            sha256=hashlib.sha256(self.text.encode()).hexdigest(),
        )

    def history(self) -> History:
        entry = self.file.history
        if entry is None:
            return History()
        if entry.operation not in self.file.subjects:
            raise self.fail(f"There is no list of subjects {entry.operation!r}.", "history", "operation")
        return History(
            regimens=lists(entry.regimens),
            failed=lists({"failed": entry.failed}),
            lines=tuple(self.condition(c, "history", "lines", n) for n, c in enumerate(entry.lines)),
            operation=lists({entry.operation: self.file.subjects[entry.operation]}),
            steps=lists({"step": entry.steps}),
            intended=lists({"intended": entry.intended}),
            planned=self.condition(entry.planned, "history", "planned"),
        )

    def subject_axes(self) -> dict[str, Condition]:
        spoken: dict[str, list[Condition]] = {}
        for reading in self.file.readings:
            for subject in reading.subjects:
                spoken.setdefault(subject, []).append(parse_condition(reading.means, self.named))
        return {
            s: c[-1]
            for s, c in spoken.items()
            if len({axes_of(x) for x in c}) == 1 and len(axes_of(c[0])) == 1 and isinstance(c[-1], Fact)
        }

    def interventions(self) -> dict[str, Intervention]:
        entries = self.file.interventions
        for key, entry in entries.items():
            named = [
                *entry.is_a,
                *entry.peers,
                *entry.covers,
                *entry.parts,
                *(a for r in entry.reads_as for a in r.as_),
                *(o.as_ for o in entry.objects),
            ]
            named += [n for n in (entry.delay_of, entry.contrary, entry.alone) if n]
            for other in named:
                if other not in entries:
                    raise self.fail(
                        f"{key} names an intervention {other!r} that is not in this file.",
                        "interventions",
                        key,
                    )
            for obj in entry.objects:
                if obj.of not in self.file.subjects:
                    raise self.fail(
                        f"{key} names subjects {obj.of!r} that are not in this file.", "interventions", key
                    )

        def ancestors(key: str, seen: tuple[str, ...] = ()) -> frozenset[str]:
            if key in seen:
                raise self.fail(f"{key} is its own class.", "interventions", key)
            return frozenset({key}).union(*(ancestors(p, (*seen, key)) for p in entries[key].is_a))

        above = {key: ancestors(key) for key in entries}
        compiled: dict[str, Intervention] = {}
        for key, e in entries.items():
            here = ("interventions", key)
            compiled[key] = Intervention(
                id=key,
                label=e.label,
                family=e.family,
                ancestors=above[key],
                descendants=frozenset(k for k, a in above.items() if key in a),
                peers=frozenset(e.peers),
                neutral=e.neutral == "yes",
                general=e.general == "yes",
                absorbs=e.absorbs == "yes",
                presupposes=self.condition(e.presupposes, *here, "presupposes") if e.presupposes else None,
                implies=self.condition(e.implies, *here, "implies") if e.implies else None,
                reads_as=tuple(
                    ReadsAs(ALWAYS, r.as_, universal=True)
                    if r.when == "everyone"
                    else ReadsAs(self.condition(r.when, *here, "reads_as", n, "when"), r.as_)
                    for n, r in enumerate(e.reads_as)
                ),
                objects=tuple((o.of, o.as_) for o in e.objects),
                covers=frozenset(e.covers),
                order=e.order,
                delay_of=e.delay_of,
                contrary=e.contrary,
                alone=e.alone,
                parts=e.parts,
            )
        return compiled
