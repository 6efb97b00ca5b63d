"""What kind of statement a clause makes where it is no advice: a study result, a past event, a definition."""

from __future__ import annotations

from language.clauses import Clause
from language.reading import Stance
from language.stance import Direction, words_of
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

_OF_THE_PAST = word_set(
    "was were had did been be need needs needed required received underwent reported achieved reached "
    "improved"
)


def kind_of(sentence: Tagged, clause: Clause, mention: Mention, stance: Direction) -> Stance | None:
    """What kind of statement about a mention the clause makes, where it is no advice; else None."""
    first, last = clause.first, clause.last
    words = sentence.words
    if sentence.has("not_covered", first, last):
        return "not covered"
    own_verbs = {words[h.first] for h in sentence.has("modal", first, last)}
    if own_verbs & {"was", "were", "had", "did"} and own_verbs <= _OF_THE_PAST:
        return "past"
    if clause.kind == "whether" or any(
        h.last < mention.first and not _decided(sentence, h.last, mention)
        for h in sentence.has("asked_whether", first, last)
    ):
        return "asked"
    modal_advice = any(words[h.first] in _ADVISING for h in sentence.has("advise", first, last))
    tends = any(w in {"may", "can", "could", "might"} for w in words[first : last + 1])
    statistic = bool(sentence.has("statistic", first, last)) or "%" in words[first : last + 1]
    statistic = statistic or ("%" in words and any(w in _NEEDED for w in words[first : last + 1]))
    if statistic and not modal_advice:
        return "study result"
    study = bool(sentence.has("study"))
    approved = any(w in _APPROVED for w in words[first : last + 1])
    if (
        study
        and not modal_advice
        and not tends
        and any(w in _REPORTED or (w.endswith("ed") and w not in _ADVISED) for w in words[first : last + 1])
    ):
        return "study result"
    if approved and not modal_advice and mention.neighbour:
        return "study result"
    defines = [
        h
        for h in sentence.has("definition", first, last)
        if words_of(sentence, h) != "targets" or mention.last < h.first
    ]
    if defines and not modal_advice and not stance.against:
        return "mentioned"
    if (
        not mention.neighbour
        and any(m.questions_only and first <= m.first and m.last <= last for m in sentence.mentions)
        and not modal_advice
        and not stance.against
        and not stance.outright
    ):
        return "mentioned"
    if (
        any(abs(h.first - mention.first) <= 8 for h in sentence.has("past_event", first, last))
        and not modal_advice
        and not tends
        and not any(
            w in {"is", "are"} and words[i + 1 : i + 2] != ["on"]
            for i, w in enumerate(words[first : last + 1], first)
        )
    ):
        return "past"
    return None


def _decided(sentence: Tagged, after: int, mention: Mention) -> bool:
    """ "given the choice between A and B, B should be ...": behind the comma it is decided."""
    return "," in sentence.words[after : mention.first] and any(
        h.first == mention.last + 1 for h in sentence.has("modal")
    )
