"""From tokens to tags: facts, interventions, neighbours and cues of one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from language.alone import name_alone
from language.asides import find_asides
from language.condition import axes_of, either
from language.cues import Cues, swallow
from language.denial import deny, explain_negations
from language.describing import in_a_gap, is_listed, longest, release_advice, settle, stands_apart
from language.english import word_frequencies
from language.indifference import find_indifference
from language.matcher import Hit
from language.scores import grade, read_score
from language.spelling import Speller
from language.tags import FactTag, Mention, Tagged
from language.text import Token
from language.vocabulary import Describing, Named, Vocabulary
from language.wordset import word_set

_BETWEEN_NAMES = word_set("or and / & vs versus")
_RELATIVES = word_set("that which whom whose who if when whether whose because since as once where unless")

_THINKING = word_set(
    "think thinks believe believes consider considers judge judges feel feels say says agree agrees"
)
_PLURAL_FINDINGS = word_set("observations")
_CAUSING = word_set("does do causes cause gives give makes make")
_NORMATIVE, _OUGHT = word_set("not never be"), word_set("must should shall ought")

_GLUED_SCORE = re.compile(r"([a-z]{2,5})(\d{1,3})")
_VERBS = word_set("is are should must can may was were will would might could cannot")
_AGAINST = word_set("not than unlike")
_REACH = 8  # tokens between a describing word and what it describes


class Tagger:
    """Finds everything in a sentence; knows words, not grammar."""

    def __init__(self, vocabulary: Vocabulary, cues: Cues) -> None:
        self._vocabulary, self._cues = vocabulary, cues
        self._speller = Speller(
            vocabulary.words | cues.words,
            vocabulary.near_misses,
            vocabulary.drug_stems,
            vocabulary.stems | cues.stems,
        )

    def tag(self, tokens: Sequence[Token], subject: str | None = None, headed: str | None = None) -> Tagged:
        """`subject` is what the text was about before this sentence, `headed` what its heading names."""
        words = [self._speller.correct(t.text) if t.is_word else t.text for t in tokens]
        tagged = Tagged(tokens, words, self._vocabulary)
        tagged.cues = self._cues.find(words)
        self._name(tagged)
        name_alone(tagged, self._vocabulary.interventions)
        self._describe(tagged, subject, headed)
        tagged.facts.sort(key=lambda f: (f.first, -f.last))
        self._drop_inner_facts(tagged)
        told = [m for m in tagged.mentions if any(1 <= a - m.last <= 8 for _n, a, _b in tagged.manners)]
        tagged.facts = [
            f
            for f in tagged.facts
            if not any(f.first < m.first and m.last == f.last and _is_refused(words, f.first) for m in told)
        ]  # "we do not plan to do A as B" is advice against it, no fact
        self._drop_told_facts(tagged)
        spans = [(f.first, f.last) for f in tagged.facts]
        inside = [
            m
            for m in tagged.mentions
            if any(
                (a <= m.first and m.last <= b and b - a > m.last - m.first)
                or (a < m.first <= b and words[b] == words[m.first] and "not" in words[a:b])
                for a, b in spans
            )  # also "(cannot be removed) completely"
            and not any(
                1 <= a - m.last <= 3 and not any(m.last < o.first < a for o in tagged.mentions)
                for _n, a, _b in tagged.manners
            )  # how it is done: advice, no fact
        ]
        inside = release_advice(tagged, inside)
        tagged.landmarks = inside
        tagged.mentions = [m for m in tagged.mentions if m not in inside]
        if "against" in tagged.cues:
            tagged.cues["against"].sort(key=lambda h: h.first)
        explain_negations(tagged)
        settle(tagged)
        swallow(tagged.cues)
        find_indifference(tagged)
        find_asides(tagged)
        deny(tagged)
        tagged.mentions.sort(key=lambda m: m.first)
        return tagged

    def _name(self, tagged: Tagged) -> None:
        """Terms that say by themselves what they are."""
        words = tagged.words
        taken = -1
        taken_fact = -1
        for index in range(len(words)):
            hits = self._vocabulary.terms.at(words, index)
            named = [h for h in hits if h.payload.kind in ("intervention", "neighbour", "instead")]
            if words[index] in _PLURAL_FINDINGS:
                named = [h for h in named if h.payload.kind != "instead"]  # "these observations show ..."
            if named and index > taken:
                if len(named) > 1:  # "late A should not replace early A": a gap over a verb joins two names
                    named = [h for h in named if not _VERBS & set(words[h.first : h.last])] or named
                longest = named[0].length
                for h in (h for h in named if h.length == longest):
                    n: Named = h.payload
                    tagged.mentions.append(
                        Mention(
                            n.value,
                            h.first,
                            h.last,
                            n.kind == "neighbour",
                            n.questions_only,
                            n.kind == "instead",
                        )
                    )
                taken = index + longest - 1
                self._name_shared(tagged, index, taken)
            elif index > taken and (undone := self._undone(words[index])) is not None:
                tagged.mentions.append(Mention(undone, index, index))
                tagged.cues.setdefault("against", []).append(Hit("against", index, index))
            elif index > taken and self._is_foreign_drug(words[index]):
                tagged.mentions.append(Mention(words[index], index, index, neighbour=True))
            facts = [h for h in hits if h.payload.kind == "fact"]
            if facts and words[index] in _NORMATIVE and index and words[index - 1] in _OUGHT:
                facts = []  # "must never be done" is advice, no fact
            if facts and index > taken_fact:
                longest = facts[0].length
                for h in (h for h in facts if h.length == longest):
                    means, begins = [h.payload.value[0]], h.first
                    for at, other in self._sharing(words, h.first, h.last):
                        if other.payload.kind == "fact":
                            means, begins = [*means, other.payload.value[0]], at
                    tagged.facts.append(FactTag(either(*dict.fromkeys(means)), begins, h.last))
                taken_fact = index + longest - 1
            for h in hits:
                if h.payload.kind == "score":
                    read_score(tagged, h.payload.value, h)
                    break
            glued = _GLUED_SCORE.fullmatch(words[index])
            if (
                glued
                and (score := self._vocabulary.terms.at([glued[1]], 0))
                and score[0].payload.kind == "score"
            ):
                grade(tagged, score[0].payload.value, [float(glued[2])], index, index)

    def _name_shared(self, tagged: Tagged, first: int, last: int) -> None:
        """A name that shares its last words with the one from `first` to `last`: "green or black tea"."""
        for at, h in self._sharing(tagged.words, first, last):
            if h.payload.kind == "intervention":
                tagged.mentions.append(Mention(h.payload.value, at, at))

    def _sharing(self, words: Sequence[str], first: int, last: int) -> Iterator[tuple[int, Hit[Named]]]:
        """What shares its last words with the term from `first` to `last`, and where it begins."""
        if first < 2 or first == last or words[first - 1] not in _BETWEEN_NAMES:
            return
        at = first - 3 if first > 2 and words[first - 2] == "-" else first - 2
        whole = [words[at], *words[first + 1 : last + 1]]
        for h in self._vocabulary.terms.at(whole, 0):
            if h.length == len(whole):
                yield at, h

    def _undone(self, word: str) -> str | None:
        """The intervention that a word denies ("unoperated")."""
        if not word.startswith("un") or len(word) < 8 or word in self._vocabulary.words:
            return None
        hits = [h for h in self._vocabulary.terms.at([word[2:]], 0) if h.payload.kind == "intervention"]
        return hits[0].payload.value if hits else None

    def _is_foreign_drug(self, word: str) -> bool:
        return (
            len(word) >= 7
            and word.isalpha()
            and word not in self._vocabulary.words
            and word.endswith(self._vocabulary.drug_stems)
            and word not in word_frequencies()
        )

    def _describe(self, tagged: Tagged, subject: str | None, headed: str | None) -> None:
        """Words that say a fact about the nearest of their subjects."""
        words = tagged.words
        hits: list[Hit[Named]] = []
        for index in self._vocabulary.describing.begun(words):
            found = self._vocabulary.describing.at(words, index)
            for kind in ("subject", "describing", "manner", "adjective", "extensive"):
                own = [h for h in found if h.payload.kind == kind]
                if own:
                    hits.extend(h for h in own if h.length == own[0].length)
        names = [(m.first, m.last) for m in tagged.mentions if m.last > m.first]
        subjects = [
            h
            for h in longest([h for h in hits if h.payload.kind == "subject"])
            if h.payload.value in self._vocabulary.tracked_subjects
            or not any(a <= h.first and h.last <= b and (a, b) != (h.first, h.last) for a, b in names)
        ]
        tagged.subjects.extend((h.payload.value, h.first, h.last) for h in subjects)
        tagged.manners = [(h.payload.value, h.first, h.last) for h in hits if h.payload.kind == "manner"]
        tagged.adjectives = [
            (h.payload.value, h.first, h.last) for h in hits if h.payload.kind == "adjective"
        ]
        tagged.extensive = [(h.payload.value, h.first, h.last) for h in hits if h.payload.kind == "extensive"]
        facts = [(f.first, f.last) for f in tagged.facts]
        named = [(m.first, m.last) for m in tagged.mentions if m.last > m.first]
        seen: set[tuple[int, int]] = set()
        for h in longest([h for h in hits if h.payload.kind == "describing"]):
            if (h.first, h.last) in seen:
                continue
            seen.add((h.first, h.last))
            if any(a <= h.first and h.last <= b for a, b in facts):
                continue
            if (words[h.first] in _NORMATIVE and h.first and words[h.first - 1] in _OUGHT) or any(
                a <= h.first and h.last <= b and not in_a_gap(a, b, h) for a, b in named
            ):
                continue
            if (
                words[h.first : h.first + 2] == ["to", "be"]
                and words[h.first - 1 : h.first]
                and words[h.first - 1] in {"has", "have", "needs", "need", "ought", "had"}
            ):
                continue  # "has to be done" is advice, no fact
            if (
                words[h.first] in {"can", "could"}
                and "not" not in words[h.first : h.last + 1]
                and not any(w in _RELATIVES | _THINKING for w in words[max(0, h.first - 8) : h.first])
            ):
                continue  # "can be done in ..." is advice; "that can be done" describes
            own = [
                x for x in hits if x.payload.kind == "describing" and (x.first, x.last) == (h.first, h.last)
            ]
            if words[h.first] in _CAUSING and any(m.last == h.first - 1 for m in tagged.mentions):
                continue  # "A does nothing for you": said of a treatment
            means = self._subject_of(tagged, h, own)
            pronoun = h.first and words[h.first - 1] in {"they", "it"}  # for what the text was about before
            if means is None and (not tagged.subjects or pronoun):
                means = next(
                    (
                        x.payload.value
                        for x in own
                        if (x.payload.value.carried and subject in x.payload.value.subjects)
                        or headed in x.payload.value.subjects
                    ),
                    None,
                )
            if means is not None:
                tagged.facts.append(FactTag(means.means, h.first, h.last))

    def _subject_of(self, tagged: Tagged, hit: Hit[Named], readings: list[Hit[Named]]) -> Describing | None:
        """Which reading of an ambiguous word holds: that of the nearest subject, else one that needs none."""
        best: tuple[int, Describing] | None = None
        nearest_foreign = _REACH + 1
        any_alone = any(h.payload.value.alone for h in readings)
        own_subjects = frozenset().union(*(h.payload.value.subjects for h in readings))
        own = [s for s in tagged.subjects if not _is_set_against(tagged.words, s[1])] or tagged.subjects
        single = len({n for n, _f, _l in own}) == 1
        for name, first, last in own:
            if (
                first <= hit.last
                and hit.first <= last
                and (last - first) >= (hit.last - hit.first)
                and name not in own_subjects
            ):
                continue
            if name not in own_subjects and any(
                m.first <= first and last <= m.last and m.last > m.first for m in tagged.mentions
            ):
                continue  # part of a name
            gap = first - hit.last if first > hit.last else hit.first - last
            between = tagged.words[min(last, hit.last) + 1 : max(first, hit.first)]
            distance = gap + (
                0
                if single
                else 3 * sum(w in {",", ";", "(", ")", "but", "while", "whereas"} for w in between)
                + 6 * sum(w in {".", ":"} for w in between)
            )
            if first < hit.first and between[:1] == ["("] and ")" not in between:
                distance = 1  # "the B (..., so)": what stands in brackets behind a name is said of it
            if distance > (2 * _REACH if single else _REACH):
                continue
            claimed = [h.payload.value for h in readings if name in h.payload.value.subjects]
            loose = (
                distance > (4 if "," in between else 7) or {"with", "and"} & set(between)
                if first > hit.last
                else distance > _REACH or "it" in between
            )
            loose = loose or stands_apart(tagged, hit, first, readings)
            if any_alone and claimed and not claimed[0].alone and loose:
                continue  # the word can stand alone: what is not right beside it does not take it away
            if not claimed and is_listed(tagged, first, last, own_subjects):
                continue  # "A/B positive" says it of both
            if (
                not claimed
                and name in self._vocabulary.described
                and any(h.payload.value.alone for h in readings)
            ):
                continue  # another axis' subject does not take the word away
            if not claimed:
                nearest_foreign = min(nearest_foreign, distance)
            elif best is None or distance < best[0]:
                best = (distance, claimed[0])
        if best is not None and (best[0] <= nearest_foreign or own_subjects):
            foreign = nearest_foreign < best[0] and nearest_foreign <= 2
            return None if foreign and not best[1].alone else best[1]
        if nearest_foreign <= 3:
            return None
        alone = [h.payload.value for h in readings if h.payload.value.alone]
        return alone[0] if alone else None

    def _drop_told_facts(self, tagged: Tagged) -> None:
        """ "is (not) to be done so": with how it is done, it tells what to do and states nothing."""
        words = tagged.words
        tagged.facts = [
            f
            for f in tagged.facts
            if not (
                words[f.first : f.last] in (["to", "be"], ["not", "to", "be"])
                and {"is", "are"} & set(words[max(0, f.first - 2) : f.first])
                and any(1 <= first - f.last <= 3 for _name, first, _last in tagged.manners)
            )
        ]

    def _drop_inner_facts(self, tagged: Tagged) -> None:
        kept: list[FactTag] = []
        for f in sorted(tagged.facts, key=lambda f: (f.first - f.last, f.first)):
            inside = [
                k
                for k in kept
                if k.first <= f.first and f.last <= k.last and (k.first, k.last) != (f.first, f.last)
            ]
            if any(axes_of(k.condition) & axes_of(f.condition) for k in inside):
                continue
            kept.append(f)
        tagged.facts = sorted(kept, key=lambda f: f.first)


def _is_refused(words: Sequence[str], at: int) -> bool:
    """Whether a plan is one that somebody says not to have: "we do not plan", "there is no plan"."""
    return bool({"not", "no", "never"} & set(words[max(0, at - 2) : at + 1]))


def _is_set_against(words: Sequence[str], first: int) -> bool:
    """ "..., not the B", "rather than B", "than B": what the other one is set against."""
    return bool(_AGAINST & set(words[max(0, first - 3) : first]))
