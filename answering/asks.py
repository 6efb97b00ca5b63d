"""One thing that is asked: what it wants to know, what it is about, and what it would advise as a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from answering.ask import Ask, Foreign, Memory
from answering.cues import load_cues
from answering.facets import is_question_of_its_own
from answering.patterns import (
    ALSO,
    AND,
    COMMAND,
    CONNECTORS,
    DASH,
    EVIDENCE,
    FEW,
    HEADED,
    ITEM,
    LABEL,
    LINE,
    LONG,
    NTH,
    NUMBERED,
    OPENERS,
    OPINIONS,
    ORDINAL,
    PERSON,
    PRONOUN,
    QUESTION_WORDS,
    RELATIVE,
    SETTING,
    SPLIT,
    STATEMENT_ID,
    TAIL,
    WANTS,
    YES_OR_NO,
)
from answering.repertoire import Repertoire
from answering.wording import PlainWords, bare, declared
from guardrails.pack import Pack
from ingest.guideline import Guideline
from language.condition import axes_of
from language.reading import Named, Reading
from retrieval.named import named_statements

_TELLING = frozenset(
    {"listing", "compare", "grading", "count", "amount", "duration", "moment", "why", "greeting"}
)
_PHRASE = 10  # words that a thing with a question mark has at most: "A despite B?", "Only A for a fit man?"


class AskReader:
    """Reads questions about one guideline, part by part. Pure."""

    def __init__(self, pack: Pack, repertoire: Repertoire) -> None:
        self._guideline, self._known, self._reader = (
            pack.guideline,
            pack.vocabulary.interventions,
            pack.reader,
        )
        self._cues = load_cues()
        self.plain = PlainWords(pack.vocabulary, pack.algorithm, repertoire.words)

    def parts(
        self, reading: Reading, number: int, memory: Memory, foreign: Sequence[Foreign], told: str
    ) -> Iterator[Ask]:
        """The asks of one sentence of a message; `told` are the plain words of what stands before it."""
        span = reading.sentences[number]
        text = reading.text[span.start : span.end]
        named = [m.start - span.start for m in reading.mentions if m.sentence == number]
        named += [n.start - span.start for n in reading.numbers if n.sentence == number]
        end = 0
        for a, b in self._pieces(text, sorted(named)):
            if a > end:
                told = self.plain.of(self._reader.read(text[end:a]))
            end = b
            own = [f for f in foreign if f.sentence == number and span.start + a <= f.start < span.start + b]
            for part in self._headed(text[a:b].strip()):
                ask = self.one(part, memory, [f for f in own if f.words in part], told=told)
                yield ask if part in text else replace(ask, polar=False, proposed=())
                memory = replace(memory, topic=ask.interventions or memory.topic)
                told = ask.plain

    def _headed(self, part: str) -> Iterator[str]:
        """ "X: a, b and c?" as one question for each: "X: a?", "X: b?", "X: c?"; any other part as it is."""
        part = NUMBERED.sub("", LABEL.sub("", part)) or part
        found = HEADED.match(part)
        items = [i for i in ITEM.split(found["items"]) if i.strip()] if found else []
        words = [i.lower().split() for i in items]
        if (
            found is None
            or len(items) < 2
            or any(
                len(w) > FEW or w[0] in QUESTION_WORDS | CONNECTORS or self.is_auxiliary(w[0]) for w in words
            )
            or not self._reader.read(found["head"]).mentions
            or any(w[0] in QUESTION_WORDS or self.is_auxiliary(w[0]) for w in [found["head"].lower().split()])
        ):
            yield part
            return
        for item in items:
            yield f"{found['head']}: {item.strip()}?"

    def one(
        self,
        part: str,
        memory: Memory,
        foreign: Sequence[Foreign] = (),
        *,
        told: str = "",
        implicit: bool = False,
    ) -> Ask:
        """Read one ask; `told` are the plain words of what the message says before it."""
        asked = part if part.rstrip().endswith(("?", ".", "!")) else part + ("" if implicit else "?")
        statements: tuple[str, ...] = ()
        topic, option = memory.topic, self._option(asked, memory.options)
        if option in self._known:
            topic, asked = (option,), ORDINAL.sub(self._known[option].label, asked, count=1)
        elif option:
            statements = (option,)
        own = self._reader.read(asked)
        pronoun = next((p for p in PRONOUN.finditer(asked) if not RELATIVE.search(asked[: p.end()])), None)
        inherited = False
        named_at = min((m.start for m in own.mentions), default=len(asked))
        if topic and pronoun is not None and own.mentions and pronoun.start() < named_at:
            asked = asked[: pronoun.start()] + self._label(topic) + asked[pronoun.end() :]
            own, inherited = self._reader.read(asked), True
        core = self._reader.read(bare(asked))
        words = tuple(w for s in core.sentences for w in s.words)
        spoken = [w for w in words if w[0].isalnum()]
        kinds = self._kinds(own, words, spoken)
        plain = self.plain.of(core)
        mentions = [m for m in own.mentions if m.intervention in self._known and not _is_particle(own, m)]
        matter = [m for m in mentions if not SETTING.search(asked[: m.start])]
        named = tuple(dict.fromkeys(m.intervention for m in matter or mentions))
        leans = not named and not foreign and not implicit and "plan" not in kinds and not statements
        refers = leans and (pronoun is not None or len(spoken) <= FEW)
        statement = declared(asked)
        if refers and topic:
            named = tuple(topic)
            statement = PRONOUN.sub(lambda _: self._label(topic), statement, count=1)
        proposal = self._reader.read(statement)
        numbers = self._numbers(words, plain, kinds)
        fragment = len(spoken) <= _PHRASE and not numbers and self._is_fragment(part, words, kinds, named)
        urged = part.rstrip().endswith("?") and not kinds & _TELLING and not QUESTION_WORDS & set(words)
        urged = urged and any(c.advises and c.intervention in self._known for c in proposal.claims)
        polar = fragment or urged or self._is_polar(words, part, kinds)  # urged: "Start with A?"
        people = pronoun is not None and pronoun[0].lower() in {"them", "they"} and PERSON & set(words)
        bare_word = refers and topic and not proposal.claims and not kinds & WANTS and not people
        if bare_word and not QUESTION_WORDS & set(words):
            proposal = self._reader.read(f"{self._label(topic)} should be given.")  # "And in this case?"
            polar = True
        proposed = tuple(c for c in proposal.claims if not c.neighbour and c.intervention in self._known)
        proposes = polar or bool(kinds & {"compare", "confirm"}) or implicit
        found = [
            c.intervention for c in proposed if proposes or self._known[c.intervention].order is not None
        ]
        named = tuple(dict.fromkeys([*named, *found]))
        few = len(spoken) <= FEW
        return Ask(
            text=part,
            plain=plain,
            words=words,
            kinds=kinds,
            numbers=numbers | {n.kind for n in own.numbers},
            interventions=named,
            axes=frozenset(a for f in own.facts for a in axes_of(f.condition)),
            subjects=frozenset(own.subjects),
            proposed=proposed if proposes else (),
            proposal=proposal,
            context=(told or memory.plain)
            if (leans and refers) or ((few or (leans and numbers)) and told and not implicit)
            else "",
            foreign=tuple(foreign),
            statements=named_statements(part, self._guideline) or statements,
            unknown_statements=tuple(_unknown(part, self._guideline)),
            values=tuple((n.kind, v) for n in own.numbers for v in dict.fromkeys((n.low, n.high))),
            polar=polar,
            aside=bool(mentions) and not matter,
            refers=refers,
            inherited=inherited or (refers and bool(topic)),
            implicit=implicit,
        )

    def _kinds(self, own: Reading, words: tuple[str, ...], spoken: Sequence[str]) -> frozenset[str]:
        """The kinds of an ask; one or two words ("Next?", "Needed?") ask what to do, or whether it is right."""
        whole = tuple(w for s in own.sentences for w in s.words)
        kinds = self._cues.classes(words) | (
            self._cues.classes(whole) & {"confirm", "supposing", "listing", "plan"}
        )
        bare_word = (
            0 < len(spoken) <= 2
            and not own.mentions
            and not own.facts
            and not own.numbers
            and spoken[-1] not in EVIDENCE
            and not kinds & {"why", "moment", "count", "amount", "duration", "grading", "thanks"}
        )
        if bare_word and not kinds & {"plan", "confirm", "wh"}:
            kinds |= (
                {"confirm"} if spoken[-1].endswith("ed") or kinds & {"auxiliary", "verdict"} else {"plan"}
            )
        if 0 < len(spoken) <= 3 and spoken[-1] in OPINIONS:
            kinds |= {"opinion"}
        return kinds

    def _numbers(self, words: Sequence[str], plain: str, kinds: frozenset[str]) -> frozenset[str]:
        """The kinds of number that are asked for; "when" may ask for a number of cycles."""
        spelled = tuple(w for s in self._reader.read(plain).sentences for w in s.words)
        return (
            self._cues.numbers(words)
            | self._cues.numbers(spelled)
            | ({"cycles"} if "moment" in kinds else frozenset())
        )

    @staticmethod
    def _is_fragment(part: str, words: Sequence[str], kinds: frozenset[str], named: Sequence[str]) -> bool:
        """ "That one?", "More of it?": a thing with a question mark asks whether."""
        return (
            bool(named)
            and part.rstrip().endswith("?")
            and not QUESTION_WORDS & set(words)
            and not kinds & WANTS
        )

    def _option(self, asked: str, options: Sequence[str]) -> str:
        """What "the second option" stands for: a statement or an intervention that was offered; "" if nothing."""
        found = ORDINAL.search(asked)
        if found is None or not options:
            return ""
        word = (found["nth"] or found["nth_"]).lower()
        place = (
            len(options) - 1 if word == "last" else next(n for n, names in enumerate(NTH) if word in names)
        )
        return options[place] if place < len(options) else ""

    def _label(self, topic: Sequence[str]) -> str:
        """What "it" stands for, in words."""
        return " and ".join(self._known[t].label for t in topic[:2] if t in self._known)

    def tail(self, text: str) -> int | None:
        """Where a sentence that tells of a patient ends with a call for a plan: "..., advice please"."""
        tail = TAIL.search(text)
        return (
            tail.start("last")
            if tail is not None and "plan" in self._cues.classes(_spoken(tail["last"]))
            else None
        )

    def _demands(self, text: str) -> bool:
        """Whether a text begins with what it wants: "Summarize ...", "What ..."."""
        words = _spoken(text)
        return bool(words) and (
            words[0] in QUESTION_WORDS
            or any(h.payload == "imperative" and h.first == 0 for h in self._cues.hits(words))
        )

    def is_auxiliary(self, word: str) -> bool:
        return any(h.payload == "auxiliary" for h in self._cues.matcher.at([word], 0))

    def _pieces(self, text: str, named: Sequence[int]) -> list[tuple[int, int]]:
        """Where a sentence falls into questions.

        What is no question by itself goes with the piece behind it: "If it is so, is ...", "A or B - which ...". A
        long piece in front tells of the patient; it is read with the whole message, not here.
        """
        ends = {m.end() for m in SPLIT.finditer(text)}
        ends |= {m.end() for m in AND.finditer(text) if is_question_of_its_own(text, m.end(), named)}
        ends |= {m.end() for m in ALSO.finditer(text)}
        ends |= {m.end() for m in LINE.finditer(text)}
        if not self._demands(text):
            ends |= {m.end() for m in DASH.finditer(text) if named and named[0] >= m.end()}
        if (tail := self.tail(text)) is not None:
            ends.add(tail)
        label = LABEL.search(text)  # "Plan: A. Question to the board: B": only B is asked
        begin = label.start() if label is not None and text[label.end() :].strip() else 0
        cuts = [begin, *sorted(e for e in ends if e > begin), len(text)]
        pieces = [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]
        joined: list[tuple[int, int]] = []
        pending: int | None = None
        for number, (a, b) in enumerate(pieces):
            start = pending if pending is not None else a
            pending = None
            words = [
                w for w in (x.strip(",;:.-–—").lower() for x in NUMBERED.sub("", text[a:b]).split()) if w
            ]
            head = words[0] if words else ""
            opens = head in OPENERS and not (head == "when" and self.is_auxiliary((*words[1:2], "")[0]))
            asks = (
                head in QUESTION_WORDS
                or self.is_auxiliary(head)
                or head in {"please", "and", "also", "but", "remind", "tell"}
            )
            ends_open = bool(words) and words[-1] in CONNECTORS
            whole = head in QUESTION_WORDS and set(words[1:]) <= CONNECTORS  # "when, and how much?"
            asks |= bool(YES_OR_NO & set(words))
            unfinished = not whole and (opens or len(words) < 2 or (not asks and not ends_open))
            if number + 1 < len(pieces) and unfinished:
                told = not any(a <= n < b for n in named) and not opens
                pending = start if len(words) <= LONG and not told else None
                continue
            joined.append((start, b))
        return joined

    def _is_polar(self, words: Sequence[str], part: str, kinds: frozenset[str]) -> bool:
        head = next((w for w in words if w[0].isalnum()), "")
        if not head:
            return False
        starts = [0] + [i + 1 for i, w in enumerate(words) if w in {",", ":", "-", ";"}]
        first = {words[i] for i in starts if i < len(words)}
        if COMMAND.match(part):
            return False
        wh = QUESTION_WORDS - {"whether"}
        if head in wh or (first & wh and not self.is_auxiliary(head)):
            return False
        if any(self.is_auxiliary(w) for w in first) or head in {"whether", "if"}:
            return True
        if "confirm" in kinds and (part.rstrip().endswith("?") or "imperative" in kinds):
            return True
        if head in {"any", "anything", "ok", "okay", "fine", "safe", "allowed"}:
            return True
        tagged = declared(part) != bare(part).rstrip(" ?!.") + "."
        return tagged and not kinds & {"listing", "plan"}


def _spoken(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.lower()))


def _is_particle(reading: Reading, mention: Named) -> bool:
    """ "which one is out": a particle, and not what the vocabulary takes it for."""
    return reading.text[mention.start : mention.end].lower() in {"out", "off", "up"}


def _unknown(text: str, guideline: Guideline) -> Iterator[str]:
    """Statement numbers that the text names and the guideline does not have."""
    for found in STATEMENT_ID.finditer(text):
        id = found[1] or found[2]
        if guideline.statement(id) is None:
            yield id
