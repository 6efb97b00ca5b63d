"""Whose number a sentence gives: the guideline's study's, another study's, or one case's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from language.reading import Reading
from language.vocabulary_file import WordingEntry

_OTHER_STUDY = re.compile(
    r"\b(another|other|different|separate|second|later|earlier|older|subsequent|further|"
    r"dutch|german|swedish|polish|french|norwegian|italian|chinese|japanese|american|european|"
    r"registry|registries|meta-?analys\w+|retrospective\w*|randomi[sz]ed|phase (?:i+|[123])|"
    r"single-?cent(?:er|re)|nationwide|national|population-based|cohort of|et al|review "
    r"of|database|"
    r"our (?:own )?(?:\w+ )?(?:patients|series|cohort|hospital|unit|cent(?:er|re)|department|audit)|"
    r"seer|systematic review|trials?|literature|elsewhere|published|historical\w*)\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_OWN_STUDY = (
    r"the guideline(?:'s)? (?:cites?|quotes?|reports?|gives?|states?|says|study|figure|relies)",
    r"(?:cited|quoted) by the guideline",
    "prospective",
    "this study",
    "the study",
    "statement",
    "cited",
    "quoted",
)
_CASE_TREATED = ("received", "was given", "had", "was treated", "got", "has had", "underwent", "completed")


_SECTION_OF_A_STUDY = re.compile(
    r"\b(results?|findings?|methods?|discussion|conclusions?|outcomes?)\b", re.IGNORECASE
)
_THIS_STUDY = re.compile(r"\b(this|the) study\b", re.IGNORECASE)  # may be any study
_ENROLLED = re.compile(
    r"\b(with|of|in|among|included|assigned|enrol\w*|recruit\w*|randomi[sz]ed|our|ours|we|followed|treated|"
    r"analy[sz]ed|reviewed|identified|reported)\b",
    re.IGNORECASE,
)


class Studies:
    """Tells other studies and single cases by their words. `wording` adds a guideline's own."""

    def __init__(self, wording: WordingEntry) -> None:
        self._own = re.compile(rf"\b({'|'.join([*_OWN_STUDY, *wording.own_study])})\b", re.IGNORECASE)
        no_name = f"(?!{'|'.join(wording.no_study)})" if wording.no_study else ""
        no_number = "".join(f"(?<!{name})" for name in wording.no_numbered_study)
        self._named = re.compile(
            rf"\b{no_name}[A-Z][A-Z]{{2,}}[A-Z0-9-]*\b"
            r"(?=,?\s+(?:a |the )?(?:\w+ )?(?:trial|study|series|data|group|registry))"
            rf"|\b[A-Z]{{3,}}[- ]?\d+\b{no_number}"
        )
        self._case = re.compile(
            r"\b(case report|this case|our case|he|she|his|her|patient|man|woman|lady|gentleman)\b.{0,60}"
            rf"\b({'|'.join([*_CASE_TREATED, *wording.treated])})\b"
            r"|\b(received|was given|had already had)\b.{0,40}"
            r"\b(elsewhere|previously|in the past|years ago|last year|for (?:his|her))\b",
            re.IGNORECASE,
        )

    def is_other(self, text: str) -> bool:
        """Whether a text speaks of a study that is not the guideline's."""
        if self._named.search(text):
            return True
        return bool(_OTHER_STUDY.search(text)) and not self._own.search(text)

    def foreign(self, reading: Reading, wholes: Sequence[float]) -> tuple[bool, ...]:
        """For each sentence whether it goes on about a study that is not the guideline's.

        Such a study is opened by its name or its number of patients (none of `wholes`), and goes on
        until the guideline's own is named, a statement is cited, or another section begins.
        """
        found: list[bool] = []
        open_study = False
        counts = {
            n.sentence
            for n in reading.numbers
            if n.kind == "patients" and n.low >= 20 and all(abs(n.low - whole) > 0.5 for whole in wholes)
        }
        cited = {c.sentence for c in reading.citations}
        for index, sentence in enumerate(reading.sentences):
            text = reading.text[sentence.start : sentence.end]
            if sentence.kind == "heading":
                open_study = open_study and bool(_SECTION_OF_A_STUDY.search(text))
            elif index in cited or (self._own.search(text) and not (open_study and _THIS_STUDY.search(text))):
                open_study = False
            elif self._named.search(text) or (index in counts and _ENROLLED.search(text)):
                open_study = True
            found.append(open_study)
        return tuple(found)

    def is_case(self, text: str) -> bool:
        """Whether a text tells what one patient had."""
        return bool(self._case.search(text))


def segment(text: str, start: int, end: int, position: int) -> str:
    """The part of a sentence between semicolons that holds a position."""
    left, right = segment_span(text, start, end, position)
    return text[left:right]


def segment_span(text: str, start: int, end: int, position: int) -> tuple[int, int]:
    """Where that part begins and ends."""
    left = max(start, text.rfind(";", start, position) + 1)
    right = text.find(";", position, end)
    return left, right if right >= 0 else end


def goes_on(text: str) -> bool:
    """Whether a sentence speaks of what the one before it told: "The overall rate was ..."."""
    return _GOES_ON.match(text) is not None


def own_part(words: str) -> str:
    """What belongs to the second of two shares: "7% needed A, and B proved necessary in 4%"."""
    last = _NEXT_SHARE.split(words)[-1]
    return last if len(last.split()) > 3 else words


_GOES_ON = re.compile(r"\s*(?:the|this|these|its|of these|among (?:these|them)|overall)\b", re.IGNORECASE)
_NEXT_SHARE = re.compile(r",\s+(?:and|but|while|whereas)\s+", re.IGNORECASE)
