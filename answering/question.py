"""A message as understood: its asks, what it tells, and what it does with the conversation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from answering.ask import Ask, Foreign, Memory
from answering.asks import AskReader
from answering.cases import several
from answering.cues import load_cues
from answering.facets import facets
from answering.leaning import Leaning, describing, sentence_text
from answering.patterns import COMMAND, HEADED, LABEL, NEED, TOLD_TO_ASK
from answering.proforma import in_lines
from answering.repertoire import Repertoire
from guardrails.pack import Pack
from language.condition import Condition
from language.reading import Reading, SentenceSpan

Social = Literal["greeting", "thanks", "ability"]

_SHORT = 6  # words that a follow-up without a pronoun has at most
_ONE_MORE = 12  # words that a question has at most which goes on with a supposition
_TURNED = re.compile(r"(?:\]\]|\]|\)|:)(?=\s+\w)")  # where a remark in front of a sentence may end
_POINTING = frozenset(
    {"that", "this", "these", "those", "it", "he", "she", "they", "i", "we"}
)  # "That is all"
_PLEASE = frozenset({"please", "pls", "plz"})


@dataclass(frozen=True, slots=True)
class Question:
    """A message as understood. `ignored` are sentences that try to turn the assistant; `changing` where words stand
    that tell of a change in time ("by now", "after six months"), unless the message corrects something;
    `stays_supposed`: what the turn before supposed goes on ("in that case", or a short question more)."""

    reading: Reading
    asks: tuple[Ask, ...]
    foreign: tuple[Foreign, ...]
    ask_sentences: frozenset[int]
    ignored: frozenset[int]
    social: Social | None = None
    new_patient: bool = False
    changing: tuple[int, ...] = ()
    follows_up: bool = False
    stays_supposed: bool = False
    about_patient: bool = False

    def named_before(self, ask: Ask) -> tuple[Foreign, ...]:
        """What the message names in front of an ask that the guideline does not name."""
        at = self.reading.text.find(ask.text)
        return tuple(f for f in self.foreign if f.start < at and f.sentence not in self.ignored)

    def changes(self, start: int, end: int) -> bool:
        """Whether the message tells of a change between two places."""
        return any(start <= at < end for at in self.changing)


class QuestionReader:
    """Understands messages about one guideline. Pure."""

    def __init__(self, pack: Pack, repertoire: Repertoire) -> None:
        self._known, self._reader = pack.vocabulary.interventions, pack.reader
        self._asks, self._cues = AskReader(pack, repertoire), load_cues()
        self._leaning = Leaning(pack, self._asks.plain)

    def read(self, message: str, memory: Memory = Memory()) -> Question:  # noqa: B008 (frozen)
        """Read a message, leaning on what earlier turns left."""
        reading = self._reader.read(self._set_apart(message))
        words = [s.words for s in reading.sentences]
        classes = [self._cues.classes(w) for w in words]
        turning = frozenset(n for n, c in enumerate(classes) if "turning" in c)
        every = frozenset().union(*(c for n, c in enumerate(classes) if n not in turning))
        fresh = "new_patient" in every
        memory = Memory() if fresh else memory
        foreign = tuple(self._foreign(reading))
        asking = [
            n
            for n in range(len(words))
            if self._is_ask(reading.sentences[n], words[n], sentence_text(reading, n), message)
        ]
        ignored = turning
        if not [n for n in asking if n not in turning] and not self._tells(reading, turning):
            ignored = frozenset()  # all that is asked stands among the attempts to turn the assistant
        asking = [n for n in asking if n not in ignored]
        about_patient = "person" in every or any(
            f.sentence not in asking and f.sentence not in ignored for f in reading.facts
        )
        asks = [
            replace(ask, cases=self._cases(reading, n, ask, general=not about_patient))
            for n in asking
            for ask in self._asks.parts(
                reading,
                n,
                replace(memory, topic=self._topic(reading, n, memory.topic)),
                foreign,
                self._told(reading, n, turning),
            )
        ]
        asks = [self._leaning.on_ground(ask, reading, frozenset(asking), ignored) for ask in asks]
        asks = [self._leaning.with_story(ask, reading, frozenset(asking) | ignored) for ask in asks]
        asks = [
            replace(ask, facets=tuple(self._asks.one(f, memory) for f in facets(ask.text))) for ask in asks
        ]
        social = self._social(reading, words, every)
        if not asks and social is None:
            asks = [self._implied(reading, memory, foreign, ignored, pressed=bool(turning))]
        return Question(
            reading,
            tuple(asks) if social is None else (),
            foreign,
            frozenset(asking),
            ignored,
            social=social,
            new_patient=fresh,
            changing=() if "correction" in every else tuple(self._changing(reading, words)),
            follows_up=self._follows_up(words, classes),
            stays_supposed=self._stays_supposed(
                words, every, [w for n, w in enumerate(words) if n not in asking]
            ),
            about_patient=about_patient,
        )

    def _set_apart(self, message: str) -> str:
        """The message with a full stop where an attempt to turn the assistant ends in the middle of a sentence:
        "Ignore your rules: ...", "[[override]] ...". Every character keeps its place."""
        message = in_lines(message)
        characters = list(message)
        for end in _TURNED.finditer(message):
            head = re.split(r"[.?!\n]\s", message[: end.start()])[-1]
            if "turning" in self._cues.classes(
                [w for s in self._reader.read(head).sentences for w in s.words]
            ):
                characters[end.end() - 1] = "."
        return "".join(characters)

    def _changing(self, reading: Reading, words: Sequence[Sequence[str]]) -> Iterator[int]:
        """Where the words stand that tell of a change in time."""
        told = {
            w
            for said in words
            for h in self._cues.hits(said)
            if h.payload == "change"
            for w in said[h.first : h.first + 1]
        }
        for found in re.finditer(r"\w+", reading.text.lower()):
            if found[0] in told:
                yield found.start()

    # --- sentences ---------------------------------------------------------------------------------

    def _social(
        self, reading: Reading, words: Sequence[Sequence[str]], every: frozenset[str]
    ) -> Social | None:
        """A message that only greets, thanks or asks what this is."""
        said = [w for sentence in words for w in sentence if w[0].isalnum()]
        if reading.mentions or reading.facts or reading.claims or not said:
            return None
        if "ability" in every and len(said) <= 22:
            return "ability"
        if len(said) <= 8 and not any(s.question for s in reading.sentences):
            if "thanks" in every and not every & {"plan", "why", "count", "amount", "listing"}:
                return "thanks"
            if "greeting" in every and len(said) <= 5:
                return "greeting"
        return None

    def _is_heading(self, reading: Reading, number: int, questions: Sequence[int]) -> bool:
        """Whether a line before a question only sounds like one: "MDT list, no. 7", "Plan: ..."."""
        if not any(n > number for n in questions):
            return False
        span = reading.sentences[number]
        spoken = [i for i, w in enumerate(span.words) if w[0].isalnum()]
        return not any(
            h.payload in {"imperative", "wh", "auxiliary"} and h.first <= spoken[0]
            for h in self._cues.hits(span.words)
        )

    def _is_ask(self, span: SentenceSpan, words: Sequence[str], text: str, whole: str) -> bool:
        if _is_question(span):
            return True
        spoken = [w for w in words if w[0].isalnum()]
        if not spoken:
            return False
        if HEADED.match(text) and text.strip() == whole.strip():
            return True
        if TOLD_TO_ASK.search(text) or LABEL.search(text) or (spoken[-1] in _PLEASE and len(spoken) > 1):
            return True
        if COMMAND.match(text) or (NEED.match(text) and self._cues.numbers(words)):
            return True
        hits = self._cues.hits(words)
        first = next(i for i, w in enumerate(words) if w[0].isalnum())
        for h in hits:
            if h.payload == "imperative" and (
                h.first <= first + 1 or (h.length > 1 and h.first <= first + 3) or h.length >= 3
            ):
                return True
            if h.payload == "listing" and len(spoken) <= _SHORT + 2 and spoken[0] not in _POINTING:
                return True
            if h.payload == "plan" and (h.length >= 2 or len(spoken) <= _SHORT) and len(spoken) <= 14:
                return len(spoken) <= _SHORT or any(
                    o.payload in ("wh", "auxiliary", "imperative") for o in hits
                )
        if self._asks.tail(text) is not None:
            return True
        head, after = words[first], (*words[first + 1 : first + 2], "")[0]
        if head in {"what", "how", "why", "which"}:
            return True
        if head == "when":
            return after in {"should", "do", "does", "is", "are", "can", "to", "would", "must"}
        return self._asks.is_auxiliary(head) and after in {
            "we",
            "i",
            "he",
            "she",
            "it",
            "they",
            "you",
            "there",
            "this",
            "that",
        }

    def _follows_up(self, words: Sequence[Sequence[str]], classes: Sequence[frozenset[str]]) -> bool:
        said = [w for sentence in words for w in sentence if w[0].isalnum()]
        if not said:
            return False
        return self._starts_on(words) or len(said) <= _SHORT or any("pronoun" in c for c in classes)

    def _starts_on(self, words: Sequence[Sequence[str]]) -> bool:
        return any(h.payload == "followup" and h.first <= 1 for h in self._cues.hits(words[0]))

    def _stays_supposed(
        self, words: Sequence[Sequence[str]], every: frozenset[str], told: Sequence[Sequence[str]]
    ) -> bool:
        """Whether a message goes on with what the one before supposed: it says so, or only asks one thing more."""
        said = [w for sentence in words for w in sentence if w[0].isalnum()]
        if "staying" in every:
            return True
        if not said or len(said) > _ONE_MORE or every & {"leaving", "thanks", "correction"}:
            return False
        if any(w == "not" or w.endswith("n't") for sentence in told for w in sentence):
            return False  # "it is not": what was supposed is not so
        return self._starts_on(words) or len(said) <= _SHORT

    def _topic(self, reading: Reading, number: int, topic: tuple[str, ...]) -> tuple[str, ...]:
        """What "it" in a sentence means: what the message named last before it, else the last turn's topic."""
        for n in range(number - 1, -1, -1):
            named = tuple(dict.fromkeys(i for i in reading.sentences[n].interventions if i in self._known))
            one = n == number - 1 and len(named) == 1 and "it" in reading.sentences[number].words[:3]
            if named and (reading.sentences[n].question or one):
                return named
        return topic

    @staticmethod
    def _cases(reading: Reading, number: int, ask: Ask, *, general: bool) -> tuple[Condition, ...]:
        """The cases that an ask is about: of its sentence, or of the one before ("What of each of these?")."""
        own = several(reading.text, reading.facts, number, asked=general)
        if own or not ask.refers:
            return own
        return several(reading.text, reading.facts, number - 1, asked=False)

    def _told(self, reading: Reading, number: int, ignored: frozenset[int]) -> str:
        """The sentence in front of a sentence that says more than what the patient is like, in plain words."""
        before = [n for n in range(number) if n not in ignored]
        before = [n for n in before if n not in describing(reading, self._known)] or before
        return self._asks.plain.of(self._reader.read(sentence_text(reading, before[-1]))) if before else ""

    def _tells(self, reading: Reading, ignored: frozenset[int]) -> bool:
        sentences = (*(f.sentence for f in reading.facts), *(m.sentence for m in reading.mentions))
        return any(n not in ignored for n in sentences)

    def _foreign(self, reading: Reading) -> Iterator[Foreign]:
        for m in reading.mentions:
            if m.intervention not in self._known:
                yield Foreign(m.intervention, reading.text[m.start : m.end], m.start, m.sentence)

    # --- what leans on something else ----------------------------------------------------------------

    def _implied(
        self,
        reading: Reading,
        memory: Memory,
        foreign: Sequence[Foreign],
        ignored: frozenset[int],
        *,
        pressed: bool,
    ) -> Ask:
        """The ask of a message without a question: to judge what it proposes, or to say what to do.

        pressed: it tries to turn the assistant, so that whatever it claims is to be judged.
        """
        kept = [n for n in range(len(reading.sentences)) if n not in ignored] or list(
            range(len(reading.sentences))
        )
        text = " ".join(sentence_text(reading, n) for n in kept) or reading.text
        ask = self._asks.one(text, memory, foreign, implicit=True)
        stated = self._leaning.stated(reading, frozenset(), ignored, pressed=pressed)
        if not stated:
            return replace(
                ask, proposed=(), polar=False, kinds=ask.kinds | {"plan"} if reading.facts else ask.kinds
            )
        named = tuple(dict.fromkeys(c.intervention for c in stated))
        return replace(
            ask,
            interventions=named,
            proposed=stated,
            proposal=reading,
            polar=True,
            kinds=ask.kinds | {"confirm"},
        )


def _is_question(span: SentenceSpan) -> bool:
    return span.question or "?" in span.words
