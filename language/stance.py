"""Which way a clause points: the direction of its words, and what kind of statement it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from language.clauses import Clause
from language.matcher import Hit
from language.negations import completes, denies_an_event, lists, negated_everyone, words_of
from language.reading import Stance
from language.tags import Tagged
from language.wordset import word_set


@dataclass(frozen=True, slots=True)
class Direction:
    """The direction of a clause before its single mentions are looked at.

    turns: how often the clause turns round; weak_against, needless: what did it.
    """

    turns: int
    weak_against: bool
    needless: bool
    not_all: bool
    outright: bool
    hedged: bool
    recognised: bool
    cues: tuple[str, ...]
    narrated: bool = False  # it only denies that something happens ("it does not hurt")

    @property
    def against(self) -> bool:
        return self.turns % 2 == 1


def before_than(sentence: Tagged, clause: Clause) -> int:
    """The last token of a clause that counts for its direction."""
    words = sentence.words
    for index in range(clause.first + 1, clause.last + 1):
        if (
            words[index] == "than"
            and words[index - 1] not in {"rather", "other"}
            and any(
                w in {"better", "more", "sooner", "wiser", "safer", "less", "else"} or w.endswith("er")
                for w in words[max(clause.first, index - 14) : index]
            )
            and any(m.first < index for m in sentence.mentions)
        ):
            return index - 1
    for index in range(clause.first + 3, clause.last):
        if (
            words[index] in {"that", "which", "who", "whom"}
            and words[index - 1] not in _COMPLEMENTISERS
            and words[index - 1].isalpha()
        ):
            inside = [m for m in sentence.mentions if clause.first <= m.first and m.last <= clause.last]
            if (
                inside
                and all(m.last < index for m in inside)
                and any(
                    h.first < index
                    for name in ("advise", "weak")
                    for h in sentence.has(name, clause.first, index)
                )
                and sentence.has("modal", clause.first, index)
            ):
                return index - 1  # what a relative clause denies is about its noun
    return clause.last


_COMPLEMENTISERS = word_set(
    "say says said mean means is are was shows show believe believes believed argue argues argued so "
    "such provided given sure mistake misconception myth belief idea notion view claim fact evidence "
    "suggests suggest indicates indicate think thinks true false wrong follows clear likely agree "
    "agrees insist insists recommends advises states state confirm reason case all and or"
)


_OUTRIGHT = word_set(
    "should must never always ought shall required mandatory essential recommended recommend indicated "
    "standard"
)


def direction(sentence: Tagged, clause: Clause, ignore: Sequence[tuple[int, int]] = ()) -> Direction:
    """Count the words that turn the clause round; `ignore` are token spans that do not count.

    What stands behind a comparing "than" is about the other side and does not count.
    """
    upto = before_than(sentence, clause)
    if upto != clause.last:
        clause = replace(clause, last=upto)

    def free(name: str) -> list[Hit[str]]:
        return [
            h
            for h in sentence.has(name, clause.first, clause.last)
            if not any(a <= h.first and h.last <= b for a, b in ignore)
        ]

    negations = free("negation")
    words = sentence.words
    counted: list[Hit[str]] = []
    neither = narrated = False
    for h in negations:
        word = words[h.first]
        if word == "neither":
            neither = True
        elif word in {"nobody", "none"} and completes(free("against"), h, words):
            continue  # "an error nobody could excuse": the error is said once
        elif (word == "nor" and (neither or counted)) or (h.first and words[h.first - 1] == "why"):
            continue
        elif word == "no" and any(words[c.first] == "no" for c in counted) and lists(sentence, counted, h):
            continue  # "no X, no Y" says it once
        elif (
            (
                word in {"never", "not", "no"}
                and counted
                and words[counted[-1].first] in {"no", "not", "never"}
                and h.first - counted[-1].last == 1
            )
            or (word == "nothing" and words[h.first + 1 : h.first + 2] == ["but"])
            or (
                word == "no"
                and h.first == 0
                and words[1:2]
                in (
                    [","],
                    [
                        ".",
                    ],
                    [":"],
                    [";"],
                    ["-"],
                )
            )
            or (
                word == "little"
                and words[h.first + 1 : h.last + 2]
                not in (
                    ["role"],
                    ["place"],
                    ["benefit"],
                    ["reason"],
                    ["point"],
                    ["sense"],
                    ["value"],
                    ["use"],
                    ["to"],
                    ["justification"],
                    ["need"],
                )
            )
        ):
            continue
        if denies_an_event(sentence, clause, h):
            narrated = True
            continue
        counted.append(h)
    against = _coordinated(free("against"), words)
    named = [m.first for m in sentence.mentions if clause.first <= m.first and m.last <= clause.last]
    if named:  # "we crossed it out and did A"
        against = [h for h in against if h.first > named[0] or not rejects_a_view(words, h)]
    if any(words_of(sentence, h) == "against" for h in against) and len(against) > 1:
        # "advise against", "argues against avoiding": one word against the other stays one turn each
        against = [h for h in against if words_of(sentence, h) != "argue"]
    if len(counted) + len(against) > 1:
        against = [h for h in against if not _measures_a_delay(sentence, clause, h)]
    needless = free("needless")
    weak = free("weak_against")
    not_all = free("not_all")
    if not not_all and counted and free("in_itself"):
        not_all, weak_turns = [counted[0]], 0
    elif (
        not not_all
        and not against
        and (counted or needless)
        and negated_everyone(sentence, clause, counted or needless)
    ):
        not_all = [(counted or needless)[0]]
        weak_turns = 0
    else:
        weak_turns = len(not_all)
    if (
        not not_all
        and counted
        and not against
        and any(h.first > counted[0].last for h in sentence.has("without_reason", clause.first))
    ):
        not_all, weak_turns = [counted[0]], 0  # "none unless there is a reason"
    rejects = [
        h
        for h in free("reject")
        if not any(beside(a, h, words) for a in against)
        and not any(a.first <= h.last and h.first <= a.last for a in against)
        and not rejects_a_view(words, h)
    ]
    if rejects and not not_all and free("everyone") and not counted:
        not_all, weak_turns = rejects[:1], 0  # "the habit of doing it in everyone is outdated"
    turns = len(counted) + len(against) + len(needless) + len(weak) + weak_turns + len(rejects)
    deciding = [*counted, *against, *needless, *weak, *not_all, *rejects]
    delays = free("delay")
    if delays and free("curtail"):
        turns += 1  # "the pauses are kept short"
    advise, weak_advice, first = free("advise"), free("weak"), free("first")
    imperative = [
        h
        for h in free("imperative")
        if h.first == clause.first
        or words[h.first - 1]
        in {",", "and", "then", "not", "to", ":", "please", "never", "or", "also", "always"}
    ]
    cues = tuple(
        words_of(sentence, h)
        for h in sorted(
            [*deciding, *delays, *advise, *weak_advice, *sentence.has("only", clause.first, clause.last)],
            key=lambda h: h.first,
        )
    )
    return Direction(
        turns=turns,
        weak_against=bool(weak),
        needless=bool(needless) and not counted and not against,
        not_all=bool(not_all),
        outright=any(words_of(sentence, h).split()[0] in _OUTRIGHT for h in advise)
        or bool(imperative)
        or any(words[h.first] in {"never", "no"} for h in counted),
        hedged=bool(weak_advice),
        recognised=bool(advise or weak_advice or first or imperative or deciding or delays),
        cues=cues,
        narrated=narrated and not deciding,
    )


def _measures_a_delay(sentence: Tagged, clause: Clause, h: Hit[str]) -> bool:
    """ "no excessive delay", "avoid an undue wait": how bad a delay is, which another word forbids."""
    return sentence.words[h.last] in _BAD and any(
        d.first == h.last + 1 for d in sentence.has("delay", clause.first, clause.last)
    )


_BAD = word_set(
    "excessive unreasonable inappropriate improper unjustified unjustifiable unwarranted unacceptable harmful "
    "dangerous hazardous detrimental pointless unwise unsafe inexcusable indefensible intolerable wasteful"
)


def rejects_a_view(words: Sequence[str], h: Hit[str]) -> bool:
    """ "He crossed it out and did A": what was said before is rejected, and nothing that the clause names."""
    own = words[h.first : h.last + 1]
    return bool(_IT & set(own[1:])) and words[h.last + 1 : h.last + 2] in _GOING_ON


_IT = word_set("it that this them")
_GOING_ON = ([","], [";"], [":"], ["."], ["and"], ["but"], ["since"], ["because"], ["as"], ["for"])


def beside(a: Hit[str], b: Hit[str], words: Sequence[str]) -> bool:
    """Whether two cues stand side by side ("dangerous and false"): one turn, said twice."""
    first, second = (a, b) if a.first <= b.first else (b, a)
    between = words[first.last + 1 : second.first]
    return bool(between) and len(between) <= 2 and any(w in {"and", ",", "or"} for w in between)


def _coordinated(hits: Sequence[Hit[str]], words: Sequence[str]) -> list[Hit[str]]:
    kept: list[Hit[str]] = []
    for h in hits:
        if not (kept and beside(kept[-1], h, words)):
            kept.append(h)
    return kept


def advice_of(stance: Direction, turned: bool, ranked: bool) -> Stance:
    """The stance of a mention in a clause: `turned` by its own position, `ranked` only below another."""
    against = stance.against != turned
    if stance.not_all and not stance.against:
        return "not for all"
    if stance.not_all:
        return "not for all"
    if against:
        if ranked:
            return "ranked below"
        if stance.weak_against:
            return "not for all"
        return "not needed" if stance.needless else "against"
    if not stance.recognised:
        return "not recognised"
    return "weakly advised" if stance.hedged and not stance.outright else "advised"
