"""What a message asks: its parts, each with what it wants to know and what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from answering.cues import AskingCues, load_cues
from answering.wording import PlainWords, bare, declared
from guardrails.pack import Pack
from ingest.guideline import Guideline
from language.condition import axes_of
from language.reading import Claim, Reading, SentenceSpan
from retrieval.named import named_statements

Social = Literal["greeting", "thanks", "ability"]

_SPLIT = re.compile(
    r"(?:\s*[,;:]\s+|\s+[-–—]+\s+|\s+(?=and\b|&|\+))(?:and\s+|&\s*|\+\s*|or\s+(?=if\b)|but\s+|also\s+|then\s+|if so,?\s+|if not,?\s+)*"
    r"(?=(?:what|which|when|how|why|who|where|is|are|can|could|should|shall|would|will|do|does|did|may|must|has|have)\b)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:^|\s)\(?[1-9a-e][.)]\s+")
_STATEMENT_ID = re.compile(
    r"(?:statement|recommendation|section|point|paragraph|no\.|number|§|#)\s*(\d{1,2}\.\d{1,2})\b|\[(\d{1,2}\.\d{1,2})\]",
    re.IGNORECASE,
)
_LONG = 10  # words that a piece in front of the question has at most to be part of it
_QUESTION_WORDS = frozenset(
    {"what", "which", "when", "how", "why", "who", "whom", "whose", "where", "whats", "whether"}
)
_SHORT = 6  # words that a follow-up without a topic of its own has at most
_OPENERS = frozenset(
    {
        "if",
        "when",
        "since",
        "given",
        "with",
        "after",
        "in",
        "for",
        "as",
        "because",
        "once",
        "while",
        "although",
        "though",
        "even",
        "now",
        "at",
        "before",
        "without",
        "assuming",
        "suppose",
        "supposing",
        "despite",
    }
)


@dataclass(frozen=True, slots=True)
class Foreign:
    """Something in the message that the guideline does not name: its kind, and how it was written."""

    label: str
    words: str
    start: int
    sentence: int
    in_question: bool


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that is asked.

    plain: in the guideline's own words, for the encoder; kinds: classes of asking.yaml; numbers: kinds of quantity;
    interventions: named or referred to, in order; proposed: what the question would advise if it were a statement;
    polar: to be answered by yes or no; refers: it leans on what was said before.
    """

    text: str
    plain: str
    words: tuple[str, ...]
    kinds: frozenset[str]
    numbers: frozenset[str]
    interventions: tuple[str, ...]
    axes: frozenset[str]
    proposed: tuple[Claim, ...] = ()
    proposal: Reading | None = None  # the reading that `proposed` stand in
    context: str = ""  # plain words of what it leans on
    foreign: tuple[Foreign, ...] = ()
    statements: tuple[str, ...] = ()
    unknown_statements: tuple[str, ...] = ()
    polar: bool = False
    refers: bool = False
    implicit: bool = False  # the message asks nothing in words


@dataclass(frozen=True, slots=True)
class Question:
    """A message as understood."""

    reading: Reading
    asks: tuple[Ask, ...]
    foreign: tuple[Foreign, ...]
    ask_sentences: frozenset[int]
    ignored: frozenset[int]  # sentences that try to turn the assistant
    social: Social | None = None
    new_patient: bool = False
    general: bool = False
    follows_up: bool = False
    corrects: bool = False
    about_patient: bool = False


class QuestionReader:
    """Understands messages about one guideline. Pure."""

    def __init__(self, pack: Pack) -> None:
        self._pack, self._reader = pack, pack.reader
        self._cues: AskingCues = load_cues()
        self._plain = PlainWords(pack.vocabulary, pack.algorithm)

    def read(self, message: str, topic: Sequence[str] = (), options: Sequence[str] = ()) -> Question:
        """Read a message; `topic` are the interventions that the last turn was about, `options` the
        statements that it listed, which "the second option" may mean."""
        before = self._context(topic)
        reading = self._reader.read(message, after=before)
        words = [list(s.words) for s in reading.sentences]
        classes = [self._cues.classes(w) for w in words]
        ignored = frozenset(n for n, c in enumerate(classes) if "turning" in c)
        social = self._social(reading, words, classes)
        asking = [
            n for n in range(len(words)) if n not in ignored and self._is_ask(reading.sentences[n], words[n])
        ]
        foreign = tuple(self._foreign(reading, frozenset(asking)))
        asks = [ask for n in asking for ask in self._parts(reading, n, before, foreign, options)]
        asks = self._lean(asks, reading, frozenset(asking), ignored)
        every = (
            frozenset().union(*(c for n, c in enumerate(classes) if n not in ignored))
            if words
            else frozenset()
        )
        if not asks and not social:
            asks = [self._implied(reading, before, foreign, ignored, options)]
        return Question(
            reading,
            tuple(asks),
            foreign,
            frozenset(asking),
            ignored,
            social=social,
            new_patient="new_patient" in every,
            general="general" in every,
            follows_up=self._follows_up(words, classes),
            corrects="correction" in every,
            about_patient="person" in every
            or any(n not in asking for n in range(len(words)) if n not in ignored),
        )

    def _context(self, topic: Sequence[str]) -> Reading | None:
        known = self._pack.vocabulary.interventions
        labels = [known[t].label for t in topic if t in known]
        return self._reader.read("; ".join(labels) + ".") if labels else None

    # --- sentences ---------------------------------------------------------------------------------

    def _social(
        self, reading: Reading, words: Sequence[Sequence[str]], classes: Sequence[frozenset[str]]
    ) -> Social | None:
        """A message that only greets, thanks or asks what this is."""
        said = [w for sentence in words for w in sentence if w[0].isalnum()]
        if reading.mentions or reading.facts or reading.claims or not said:
            return None
        every = frozenset().union(*classes)
        if "ability" in every and len(said) <= 22:
            return "ability"
        if len(said) <= 8 and not any(s.question for s in reading.sentences):
            if "thanks" in every and not every & {"plan", "why", "count", "amount", "listing"}:
                return "thanks"
            if "greeting" in every and len(said) <= 5:
                return "greeting"
        return None

    def _is_ask(self, span: SentenceSpan, words: Sequence[str]) -> bool:
        if span.question or "?" in words:
            return True
        spoken = [w for w in words if w[0].isalnum()]
        if not spoken:
            return False
        hits = self._cues.hits(words)
        first = next((i for i, w in enumerate(words) if w[0].isalnum()), 0)
        if any(
            h.payload == "imperative"
            and (h.first <= first + 3 or h.length >= 3)
            and (h.length > 1 or h.first <= first + 1)
            for h in hits
        ):
            return True
        if (
            any(h.payload == "plan" and (h.length >= 2 or len(spoken) <= 6) for h in hits)
            and len(spoken) <= 14
            and not any(h.payload == "turning" for h in hits)
        ):
            return any(h.payload in ("wh", "auxiliary", "imperative") for h in hits) or len(spoken) <= 6
        start = words[first:]
        if start[0] in {"what", "how", "why", "which"}:
            return True
        if (
            start[0] == "when"
            and len(start) > 1
            and start[1] in {"should", "do", "does", "is", "are", "can", "to", "would", "must"}
        ):
            return True
        return (
            len(start) > 1
            and any(h.payload == "auxiliary" and h.first == first for h in hits)
            and start[1] in {"we", "i", "he", "she", "it", "they", "you", "there", "this", "that"}
        )

    def _follows_up(self, words: Sequence[Sequence[str]], classes: Sequence[frozenset[str]]) -> bool:
        said = [w for sentence in words for w in sentence if w[0].isalnum()]
        if not said:
            return False
        starts = any(h.payload == "followup" and h.first <= 1 for h in self._cues.hits(words[0]))
        return starts or len(said) <= _SHORT or any("pronoun" in c for c in classes)

    # --- asks ----------------------------------------------------------------------------------------

    def _parts(
        self,
        reading: Reading,
        number: int,
        before: Reading | None,
        foreign: Sequence[Foreign],
        options: Sequence[str],
    ) -> Iterator[Ask]:
        span = reading.sentences[number]
        text = reading.text[span.start : span.end]
        cuts = [0, *(m.end() for m in _SPLIT.finditer(text)), len(text)]
        pieces = [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if text[a:b].strip()]
        pieces = self._joined(text, pieces)
        last: Reading | None = (
            self._reader.read(reading.text[: span.start], after=before)
            if span.start and reading.text[: span.start].strip()
            else before
        )
        for a, b in pieces:
            part = text[a:b].strip()
            own = [f for f in foreign if f.sentence == number and span.start + a <= f.start < span.start + b]
            ask = self._ask(part, last, own, options)
            yield ask
            if ask.interventions:
                last = self._context(ask.interventions) or last

    def _joined(self, text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Join what is no question by itself to the piece behind it: "If it is so, is ...", "A or B - which ..."."""
        joined: list[tuple[int, int]] = []
        pending: int | None = None
        for number, (a, b) in enumerate(pieces):
            start = pending if pending is not None else a
            pending = None
            words = [w.strip(",;:.-–—").lower() for w in text[a:b].split()]
            words = [w for w in words if w]
            ends_open = bool(words) and words[-1] in {"and", "&", "+", "or"}
            asks = bool(words) and (
                words[0] in _QUESTION_WORDS
                or self._auxiliary(words[0])
                or words[0] in {"please", "and", "also", "but"}
            )
            if number + 1 < len(pieces) and (
                words[:1] and words[0] in _OPENERS or len(words) < 2 or not asks and not ends_open
            ):
                # A long piece in front tells of the patient; it is read with the whole message, not here.
                pending = start if len(words) <= _LONG else None
                continue
            joined.append((start, b))
        return joined

    def _ask(
        self,
        part: str,
        before: Reading | None,
        foreign: Sequence[Foreign],
        options: Sequence[str],
        *,
        implicit: bool = False,
    ) -> Ask:
        asked = part if part.rstrip().endswith(("?", ".", "!")) else part + ("" if implicit else "?")
        own = self._reader.read(asked, after=before)
        core = self._reader.read(bare(asked), after=before)
        words = tuple(w for s in core.sentences for w in s.words)
        kinds = self._cues.classes(words) | (
            self._cues.classes(tuple(w for s in own.sentences for w in s.words))
            & {"confirm", "supposing", "listing", "plan"}
        )
        polar = self._is_polar(words, part, kinds)
        proposal = self._reader.read(declared(asked), after=before)
        proposed = tuple(c for c in proposal.claims if not c.neighbour)
        named = list(
            dict.fromkeys(
                m.intervention for m in own.mentions if m.intervention in self._pack.vocabulary.interventions
            )
        )
        referred = [
            c.intervention
            for c in (*own.claims, *proposed)
            if not c.neighbour and c.intervention in self._pack.vocabulary.interventions
        ]
        for intervention in referred:
            if intervention not in named:
                named.append(intervention)
        ordinal = next((n for n in (1, 2, 3) if f"ordinal_{n}" in kinds), None)
        statements = named_statements(part, self._pack.guideline)
        if ordinal is not None and ordinal <= len(options) and not statements:
            statements = (options[ordinal - 1],)
        axes = frozenset(a for f in own.facts for a in axes_of(f.condition))
        pronoun = "pronoun" in kinds or len([w for w in words if w[0].isalnum()]) <= 3
        return Ask(
            text=part,
            plain=self._plain.of(core),
            words=words,
            kinds=kinds,
            numbers=self._cues.numbers(words),
            interventions=tuple(named),
            axes=axes,
            proposed=proposed if polar or "compare" in kinds or "confirm" in kinds or implicit else (),
            proposal=proposal,
            foreign=tuple(foreign),
            statements=statements,
            unknown_statements=tuple(_unknown(part, self._pack.guideline)),
            polar=polar,
            refers=pronoun and not own.mentions,
            implicit=implicit,
        )

    def _is_polar(self, words: Sequence[str], part: str, kinds: frozenset[str]) -> bool:
        spoken = [w for w in words if w[0].isalnum()]
        if not spoken:
            return False
        starts = [0] + [i + 1 for i, w in enumerate(words) if w in {",", ":", "-", ";"}]
        first = {words[i] for i in starts if i < len(words)}
        wh = _QUESTION_WORDS - {"whether"}
        head = next((w for w in words if w[0].isalnum()), "")
        if head in wh or first & wh and not self._auxiliary(words[0] if words else ""):
            return False
        if any(self._auxiliary(w) for w in first):
            return True
        if words and words[0] in {"whether", "if"}:
            return True
        if "confirm" in kinds and part.rstrip().endswith("?"):
            return True
        if head in {"any", "anything", "ok", "okay", "fine", "safe", "allowed"}:
            return True
        return declared(part) != bare(part).rstrip(" ?!.") + "." and not kinds & {"listing", "plan"}

    def _auxiliary(self, word: str) -> bool:
        return any(h.payload == "auxiliary" for h in self._cues.matcher.at([word], 0))

    # --- what leans on something else ----------------------------------------------------------------

    def _lean(
        self, asks: list[Ask], reading: Reading, asking: frozenset[int], ignored: frozenset[int]
    ) -> list[Ask]:
        """An ask without a matter of its own is about what the message said before it."""
        leaned: list[Ask] = []
        stated = self._stated(reading, asking, ignored)
        context = self._told(reading, asking, ignored)
        for ask in asks:
            confirms = "confirm" in ask.kinds or self._asks_opinion(ask)
            if ask.interventions and not (ask.refers and confirms):
                leaned.append(ask)
            elif stated and confirms:
                named = tuple(dict.fromkeys(c.intervention for c in stated))
                polar = ask.polar or "confirm" in ask.kinds
                leaned.append(
                    replace(
                        ask,
                        interventions=named,
                        proposed=stated,
                        proposal=reading,
                        polar=polar,
                        kinds=ask.kinds | {"confirm"},
                        context=context,
                    )
                )
            elif leaned and leaned[-1].interventions and ask.refers:
                leaned.append(replace(ask, interventions=leaned[-1].interventions, context=leaned[-1].plain))
            elif confirms:
                leaned.append(replace(ask, context=context))
            else:
                leaned.append(ask)
        return leaned

    def _told(self, reading: Reading, asking: frozenset[int], ignored: frozenset[int]) -> str:
        """The last sentence of the message that neither asks nor is ignored, in plain words."""
        told = [s for n, s in enumerate(reading.sentences) if n not in asking and n not in ignored]
        return self._plain.of(self._reader.read(reading.text[told[-1].start : told[-1].end])) if told else ""

    @staticmethod
    def _asks_opinion(ask: Ask) -> bool:
        return bool(
            {
                "advise",
                "think",
                "thoughts",
                "opinion",
                "view",
                "say",
                "comment",
                "comments",
                "suggest",
                "recommend",
            }
            & set(ask.words)
        )

    def _stated(self, reading: Reading, asking: frozenset[int], ignored: frozenset[int]) -> tuple[Claim, ...]:
        """What the message itself proposes, outside its questions: plans and other people's views."""
        claims = [
            c
            for c in reading.claims
            if c.sentence not in asking
            and c.sentence not in ignored
            and not c.neighbour
            and c.intervention in self._pack.vocabulary.interventions
        ]
        proposing = [c for c in claims if c.stance in {"advised", "weakly advised", "against", "reported"}]
        if not proposing:
            return ()
        last = max(c.sentence for c in proposing)
        return tuple(_as_advice(c) for c in proposing if c.sentence == last)

    def _implied(
        self,
        reading: Reading,
        before: Reading | None,
        foreign: Sequence[Foreign],
        ignored: frozenset[int],
        options: Sequence[str],
    ) -> Ask:
        """The ask of a message without a question: to judge what it proposes, or to say what to do."""
        kept = [s for n, s in enumerate(reading.sentences) if n not in ignored] or list(reading.sentences)
        text = " ".join(reading.text[s.start : s.end] for s in kept)
        ask = self._ask(text, before, foreign, options, implicit=True)
        stated = self._stated(reading, frozenset(), ignored)
        if stated:
            named = tuple(dict.fromkeys(c.intervention for c in stated))
            return replace(
                ask,
                interventions=named,
                proposed=stated,
                proposal=reading,
                polar=True,
                kinds=ask.kinds | {"confirm"},
            )
        return replace(ask, proposed=(), polar=False)

    # --- what the guideline does not name ---------------------------------------------------------------

    def _foreign(self, reading: Reading, asking: frozenset[int]) -> Iterator[Foreign]:
        known = self._pack.vocabulary.interventions
        for mention in reading.mentions:
            if mention.intervention not in known:
                yield Foreign(
                    mention.intervention,
                    reading.text[mention.start : mention.end],
                    mention.start,
                    mention.sentence,
                    mention.sentence in asking,
                )


def _as_advice(claim: Claim) -> Claim:
    if claim.stance != "reported":
        return claim
    return replace(claim, stance="against" if "(against)" in claim.cues else "advised", strong=True)


def _unknown(text: str, guideline: Guideline) -> Iterator[str]:
    """Statement numbers that the text names and the guideline does not have."""
    for found in _STATEMENT_ID.finditer(text):
        id = found[1] or found[2]
        if guideline.statement(id) is None:
            yield id
