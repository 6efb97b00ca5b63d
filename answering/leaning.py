"""What a question leans on: "Is that right?" on the sentence before it, a vague one on any of the story."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from answering.ask import Ask
from answering.wording import PlainWords
from guardrails.pack import Pack
from language.reading import Claim, Reading

_LEANING = 9  # words that a question has at most to be about nothing but what stands before it
DOSES = frozenset({"dose", "fractions", "fraction_dose"})
_NEED = frozenset({"indicated", "needed", "necessary", "required", "justified", "warranted", "right", "need"})
_STORY = 4  # sentences of a story that a vague question may lean on
_OPINION = frozenset(
    {"advise", "think", "thoughts", "opinion", "view", "say", "comment", "comments", "suggest", "recommend"}
)
_PROPOSING = frozenset({"advised", "weakly advised", "against", "reported"})


class Leaning:
    """Gives asks what they lean on. Pure."""

    def __init__(self, pack: Pack, plain: PlainWords) -> None:
        self._known, self._reader, self._plain = pack.vocabulary.interventions, pack.reader, plain
        self._quantities = pack.algorithm.quantities

    def on_ground(self, ask: Ask, reading: Reading, asking: frozenset[int], ignored: frozenset[int]) -> Ask:
        """ "Is that right?", "What would you advise?": about what the message itself proposes."""
        confirms = bool(ask.kinds & {"confirm", "opinion"}) or ask.refers
        confirms = confirms or (bool(_OPINION & set(ask.words)) and "plan" in ask.kinds)
        told = [n for n in range(len(reading.sentences)) if n not in asking and n not in ignored]
        if not told or not confirms or (ask.interventions and not ask.refers):
            return ask
        ground = self._ground(reading, told)
        others = frozenset(range(len(reading.sentences))) - ground
        stated = self.stated(reading, others, ignored, pressed=ask.polar or "confirm" in ask.kinds)
        context = self._plain.of(
            self._reader.read(" ".join(sentence_text(reading, n) for n in sorted(ground)))
        )
        ask = replace(ask, ground=tuple(w for n in sorted(ground) for w in reading.sentences[n].words))
        numbers = ask.numbers or self._numbers(reading, ground)
        ask = replace(ask, measured=frozenset(n.kind for n in reading.numbers if n.sentence in ground))
        if sum(w[0].isalnum() for w in ask.words) > _LEANING:
            return replace(
                ask, context=ask.context or context, numbers=numbers
            )  # it says itself what it asks
        if ask.polar and (meant := self._given(ask, reading, ground, stated)):
            proposal = self._reader.read(f"{self._known[meant].label} should be given.")
            return replace(
                ask,
                interventions=(meant,),
                proposed=tuple(c for c in proposal.claims if c.intervention == meant),
                proposal=proposal,
                unadvised=True,
                context=context,
            )
        if not stated:
            return replace(ask, context=ask.context or context, numbers=numbers)
        if ask.refers and not ask.polar and "confirm" not in ask.kinds:
            return ask
        plain = all(c.stance == "not recognised" for c in stated)  # nobody's advice: no yes can be said to it
        if plain and ask.inherited:
            return replace(
                ask, context=ask.context or context, numbers=numbers
            )  # "it" is what was spoken of before
        return replace(
            ask,
            interventions=tuple(dict.fromkeys(c.intervention for c in stated)),
            proposed=stated,
            proposal=reading,
            polar=ask.polar or "confirm" in ask.kinds,
            unadvised=plain,
            kinds=ask.kinds | {"confirm"},
            context=context,
            numbers=numbers,
        )

    def _given(
        self, ask: Ask, reading: Reading, ground: frozenset[int], stated: Sequence[Claim]
    ) -> str | None:
        """ "He has booked 25 Gy. Needed?": the treatment whose doses were told, when its need is asked for."""
        if not _NEED & set(ask.words):
            return None
        told = [(n.kind, n.low) for n in reading.numbers if n.sentence in ground]
        named = {c.intervention for c in stated}
        ways = [
            i
            for q in self._quantities
            if q.kind in DOSES
            and (any(k == q.kind and q.low <= v <= q.high for k, v in told) or named & set(q.about))
            for i in q.about
            if i in self._known
        ]
        kinds = [a for i in ways for a in self._known[i].ancestors if self._known[a].general and a != i]
        kinds = [a for a in kinds if not self._known[a].neutral]
        return min(kinds, key=lambda a: (len(self._known[a].descendants), a)) if kinds else None

    @staticmethod
    def _ground(reading: Reading, told: Sequence[int]) -> frozenset[int]:
        """The sentences that "is that right?" is about: the last one, with the one before if it names nothing."""
        named = {m.sentence for m in reading.mentions} | {n.sentence for n in reading.numbers}
        return frozenset(told[-1:] if told[-1] in named else told[-2:])

    def _numbers(self, reading: Reading, ground: frozenset[int]) -> frozenset[str]:
        """The kinds of number in some sentences that the guideline has on what they name."""
        named = {i for n in ground for i in reading.sentences[n].interventions if i in self._known}
        own = {k for i in named for k in self._known[i].ancestors}
        return frozenset(
            n.kind
            for n in reading.numbers
            if n.sentence in ground
            and any(q.kind == n.kind and own & set(q.about) for q in self._quantities if q.about)
        )

    def with_story(self, ask: Ask, reading: Reading, others: frozenset[int]) -> Ask:
        """A vague ask with the sentences of the patient's story that name something: it may lean on any of them."""
        if not ask.context or (ask.interventions and not ask.refers):
            return ask
        if ask.ground and ask.kinds & {"confirm", "verdict"}:
            return ask  # "Acceptable?": what stands right before it
        told = [n for n in range(len(reading.sentences)) if n not in others]
        named = {m.sentence for m in reading.mentions} | {f.sentence for f in reading.facts}
        told = [n for n in told if n in named and n not in describing(reading, self._known)]
        story = (self._plain.of(self._reader.read(sentence_text(reading, n))) for n in told[-_STORY:])
        return replace(ask, story=tuple(text for text in story if text != ask.context))

    def stated(
        self, reading: Reading, asking: frozenset[int], ignored: frozenset[int], *, pressed: bool = False
    ) -> tuple[Claim, ...]:
        """What the message itself proposes last, outside its questions: a plan, or somebody's view."""
        proposing = [
            c
            for c in reading.claims
            if c.sentence not in asking
            and c.sentence not in ignored
            and not c.neighbour
            and c.intervention in self._known
            and (c.stance in _PROPOSING or (pressed and c.stance == "not recognised"))
        ]
        last = max((c.sentence for c in proposing), default=-1)
        return tuple(_as_advice(c) for c in proposing if c.sentence == last)


def describing(reading: Reading, known: Container[str]) -> frozenset[int]:
    """The sentences that only say what a patient is like: facts, and nothing that is done or counted."""
    said = {m.sentence for m in reading.mentions if m.intervention in known}
    said |= {n.sentence for n in reading.numbers}
    return frozenset(f.sentence for f in reading.facts) - said


def sentence_text(reading: Reading, number: int) -> str:
    """The text of a sentence of a reading."""
    span = reading.sentences[number]
    return reading.text[span.start : span.end]


def _as_advice(claim: Claim) -> Claim:
    """A reported view as if it were advice, so that it can be judged."""
    if claim.stance != "reported":
        return claim
    return replace(claim, stance="against" if claim.said_against else "advised", strong=True)
