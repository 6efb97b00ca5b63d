"""Who speaks for the text itself: "the panel recommends ...", "our board decided ..." are its own advice."""

from __future__ import annotations

from collections.abc import Sequence

from language.wordset import word_set

_BODIES = word_set(
    "board boards panel committee team mdt mdm conference group society taskforce council meeting consensus "
    "authors writers party force faculty panelists members experts department unit pharmacy clinic service "
    "directorate division institute administration"
)
_COLLECTIVES = word_set(
    "authors writers experts members panelists party force"
)  # only with a word of their own
_OURS = word_set("our present undersigned")  # "the present authors", "our experts"
_OTHERS = word_set(
    "another other others previous former earlier first visiting referring outside one some several many their his "
    "her your older old different neighboring second rival local external certain few most call duty ward night"
)
_DELIBERATING = word_set(
    "recommend recommends recommended advise advises advised hold holds held favor favors favored propose proposes "
    "proposed suggest suggests suggested decide decides decided agree agrees agreed conclude concludes concluded "
    "prefer prefers preferred endorse endorses endorsed support supports supported oppose opposes opposed "
    "consider considers considered regard regards regarded feel feels felt "
    "believe believes believed urge urges urged plan plans "
    "offer offers use uses treat treats state states stated give gives expect expects opt opts opted intend intends "
    "ask asks asked request requests requested require requires required want wants wanted instruct instructs "
    "instructed demand demands direct directs directed stipulate stipulates specify specifies insist insists "
    "maintain maintains advocate advocates advocated"
)
_REACH = 3  # words in front of a body that say whose it is


def is_own(words: Sequence[str], first: int, last: int, verb: int) -> bool:
    """Whether a body of people named at `first` to `last`, and the verb behind it, are the text's own voice.

    "The panel advises A" is what the statement says; "another panel advises A" is told of others, and "the panel
    feared B" is no advice.
    """
    if words[first - 1 : first] == ["your"] and words[verb - 1] == "will" and words[verb] in _DELIBERATING:
        return True  # "your doctor will advise you to ...": a leaflet's own advice
    body = next((w for w in words[first : last + 3] if w in _BODIES), "")
    if not body or words[verb] not in _DELIBERATING:
        return False
    if not any(w[0].isalnum() for w in words[verb + 1 : verb + 2]):
        return False  # "in whatever order the team prefers"
    before = set(words[max(0, first - _REACH) : last + 1])
    if before & _OTHERS:
        return False
    return body not in _COLLECTIVES or bool(before & _OURS)


def opines(words: Sequence[str], frame: int) -> bool:
    """ "We are of the opinion that ...", "the panel takes the view that ...": the opinion is the text's own."""
    before = words[max(0, frame - _REACH - 1) : frame]
    held = before[-1:] == ["of"] and bool(
        {"is", "are", "was", "were", "remain", "remains"} & set(before[-3:])
    )
    if held:
        before = before[:-1]
    elif not _HOLDING & set(before):
        return False
    subject = words[max(0, frame - 8) : frame]
    return not _DENIALS & set(before) and bool(
        _SPEAKERS & set(subject) or (_BODIES & set(subject) and not _OTHERS & set(subject))
    )


_HOLDING = word_set(
    "take takes took taken hold holds held share shares endorse endorses adopt adopts support supports favor favors "
    "uphold"
)
_DENIALS = word_set("not no never neither cannot nor hardly")
_SPEAKERS = word_set("we i our my")
