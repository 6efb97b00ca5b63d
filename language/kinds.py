"""What kind of statement a clause makes where it is no advice: a study result, a past event, a definition."""

from __future__ import annotations

from collections.abc import Sequence

from language.clauses import Clause
from language.matcher import Hit
from language.negations import words_of
from language.reading import Stance
from language.stance import Direction
from language.tags import Mention, Tagged
from language.wordset import word_set

_NEEDED = word_set("never needed came required had underwent received")

_ADVISED = word_set(
    "recommended indicated preferred advised needed required contraindicated allowed justified warranted"
)

_REPORTED = word_set(
    "was were had did improved showed reported failed compared received gave found achieved yielded "
    "produced led"
)

_APPROVED = word_set(
    "approved licensed approval authorized marketed fda ema investigated studied tested investigation"
)

_ADVISING = word_set(
    "should must ought shall recommended recommend recommends indicated advised advise advisable "
    "warranted justified"
)

_SPEAKERS = word_set("i we my our mine ours")
_BEING = word_set("be is are been being to")
_PREVIOUS = word_set("previous prior past earlier former")
_TALKED = word_set("discussed debated explained raised mentioned")
_ADVERBS = word_set("also then briefly again first always often never not fully further at length")
_LISTING = word_set("include includes are")
_PLANS = word_set("approach plan treatment regimen management strategy program policy practice")
_CHANGING = word_set("change alter affect influence touch")
_INTENDED = word_set("plan plans intention decision indication use role recommendation case advice")
_OBJECTS = word_set("the a an it this that these those her his them him both all either")
_STANDING = word_set("role place indication benefit use")
_OFFERED = ("option", "alternative", "possibilit", "choice")

_OF_THE_PAST = word_set(
    "was were had did been be need needs needed required received underwent reported achieved reached "
    "improved"
)


_WHO_WOULD = word_set("we i nobody one few they most everyone everybody many surgeons")
_TENDING = word_set("may can could might would will")


def _part(words: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """The stretch between semicolons around a clause: what a number or a study is told in."""
    start = next((i + 1 for i in range(first - 1, -1, -1) if words[i] == ";"), 0)
    end = next((i for i in range(last + 1, len(words)) if words[i] == ";"), len(words))
    return start, end


def _is_request(words: Sequence[str], at: int, before: int) -> bool:
    """ "Ask the team to do A" is advice."""
    if words[at] != "ask" or "whether" in words[at:before]:
        return False
    urged = {"should", "must", "can", "could", "please", "certainly"} & set(words[max(0, at - 4) : at])
    return "to" in words[at + 1 : before] or (words[at + 1] == "for" and bool(urged))


def _was_talked_about(words: Sequence[str], first: int, last: int, m: Mention) -> bool:
    """ "We discussed A", "A was also discussed": talk, and no advice; "A can be discussed" is advice."""
    for index in range(first, last + 1):
        if words[index] in _TALKED:
            helper = next((w for w in reversed(words[first:index]) if w not in _ADVERBS), "")
            passive = helper in {"was", "were"} and m.last < index
            active = (
                0 < m.first - index <= 6
                and not {",", "("} & set(words[index : m.first])
                and helper not in _BEING
                and not {"that", "why"} & set(words[index : m.first])
            )
            if passive or active:
                return True
    return False


def _lists_options(sentence: Tagged, at: int) -> bool:
    """ "Options include ...": what is listed is offered."""
    return any(
        0 < at - h.last <= 6 and sentence.words[h.first].startswith(_OFFERED) for h in sentence.has("weak")
    )


def kind_of(sentence: Tagged, clause: Clause, mention: Mention, stance: Direction) -> Stance | None:
    """What kind of statement about a mention the clause makes, where it is no advice; else None."""
    first, last = clause.first, clause.last
    words = sentence.words
    own_words = frozenset(words[first : last + 1])
    if any(not _leaves_as_it_is(sentence, h, mention) for h in sentence.has("not_covered", first, last)) or (
        mention.neighbour and not stance.recognised and sentence.has("not_covered")
    ):
        return "not covered"
    own_verbs = {
        words[h.first]
        for h in sentence.has("modal", first, last)
        if words[h.first : h.first + 2] not in (["had", "better"], ["had", "best"])  # which is said of today
    }
    if own_verbs & {"was", "were", "had", "did"} and own_verbs <= _OF_THE_PAST:
        return "past"
    if clause.kind == "whether" or any(
        h.last < mention.first
        and not _is_request(words, h.first, mention.first)
        and not _decided(sentence, h.last, mention)
        for h in sentence.has("asked_whether", first, last)
    ):
        return "asked"
    if {"would", "have"} <= own_words and any(
        words[i] in _WHO_WOULD and words[i + 1] == "would" and not _has_done(words[i + 2 : i + 4])
        for i in range(first, last)
    ):
        return "past"  # what one would have done in another case
    modal_advice = any(words[h.first] in _ADVISING for h in sentence.has("advise", first, last))
    tends = not own_words.isdisjoint(_TENDING)
    if not modal_advice and not stance.against and _was_talked_about(words, first, last, mention):
        return "past"
    if mention.first and words[mention.first - 1] in _PREVIOUS and not stance.outright:
        return "past"
    statistic = bool(sentence.has("statistic", first, last)) or "%" in own_words
    start, end = _part(words, first, last)
    shares = "%" in words[start:end] or bool(sentence.has("statistic", start, end - 1))
    statistic = statistic or (shares and not own_words.isdisjoint(_NEEDED))
    if statistic and not modal_advice:
        return "study result"
    study = any(
        not {"no", "without", "outside"}
        & set(words[max(0, h.first - 2) : h.first])  # "where no trial is open"
        for h in sentence.has("study", start, end - 1)
    )
    approved = not own_words.isdisjoint(_APPROVED)
    if (
        study
        and not modal_advice
        and not tends
        and any(w in _REPORTED or (w.endswith("ed") and w not in _ADVISED) for w in words[first : last + 1])
    ):
        return "study result"
    if (
        mention.neighbour
        and not modal_advice
        and any(
            h.first <= 2 and words[h.last + 1 : h.last + 2] == [":"] for h in sentence.has("history_label")
        )
    ):
        return "past"
    dated = any(len(w) == 4 and w[:2] in {"19", "20"} and w.isdigit() for w in words[start:end])
    if mention.neighbour and dated and not modal_advice:
        return "past"
    if approved and not modal_advice and mention.neighbour:
        return "study result"
    defines = [
        h
        for h in sentence.has("definition", first, last)
        if (words_of(sentence, h) != "targets" or mention.last < h.first)
        and not (
            words[h.first] in _LISTING
            and (_lists_options(sentence, h.first) or _PLANS & set(words[first : h.first]))
        )
    ]
    stands = any(words_of(sentence, h) == "well established" for h in defines) and bool(_STANDING & own_words)
    if defines and not stands and not modal_advice and not stance.against:
        return "mentioned"
    if (
        not mention.neighbour
        and any(
            m.questions_only and first <= m.first and (m.last <= last or not own_verbs)
            for m in sentence.mentions
        )
        and not modal_advice
        and not stance.against
        and not stance.outright
        and not (stance.recognised and _SPEAKERS & own_words)  # "my choice would be A daily"
    ):
        return "mentioned"
    if (
        any(
            abs(h.first - mention.first) <= 8
            and not _is_idiom(sentence, h)
            and not (
                stance.recognised
                and "who" in words[max(first, h.first - 2) : h.first]
                and h.last < mention.first
            )
            for h in sentence.has("past_event", first, last)
        )
        and not modal_advice
        and not tends
        and not any(
            w in {"is", "are"} and words[i + 1 : i + 2] != ["on"]
            for i, w in enumerate(words[first : last + 1], first)
        )
    ):
        return "past"
    return None


def _has_done(behind: Sequence[str]) -> bool:
    """ "we would have the first removed": what somebody is to do for us, now."""
    return behind[:1] == ["have"] and bool(_OBJECTS & set(behind[1:]))


def _decided(sentence: Tagged, after: int, mention: Mention) -> bool:
    """ "given the choice between A and B, B should be ...": behind the comma it is decided."""
    return "," in sentence.words[after : mention.first] and any(
        h.first == mention.last + 1 for h in sentence.has("modal")
    )


def _leaves_as_it_is(sentence: Tagged, h: Hit[str], mention: Mention) -> bool:
    """ "Such a finding does not change the plan of giving A": A is advised for those who have it."""
    words = sentence.words
    return (
        words[h.last] in _CHANGING
        and any(f.last < h.first for f in sentence.facts)
        and bool(_INTENDED & set(words[h.last + 1 : mention.first]))
    )


def _is_idiom(sentence: Tagged, h: Hit[str]) -> bool:
    """ "has had its day" tells nothing of the past."""
    return any(
        a.first <= h.last and h.first <= a.last + 1 and a.last > h.last for a in sentence.has("against")
    )
