"""What a question asks for."""

from __future__ import annotations

import re
from functools import cache

from language.reading import Reading
from language.vocabulary_file import WordingEntry

_PLAN = re.compile(
    r"\b(plan|plans|manage|managed|managing|management|approach|strategy|outline|set out|"
    r"whole treatment|entire treatment|course of action|priorit\w+|next steps?|first step|"
    r"step by step|from (?:beginning|start|a) to (?:end|finish|z)|in (?:what|which) (?:order|sequence)|"
    r"treatment (?:consist|look|include|run|go|proceed|unfold)|sequence of (?:the )?(?:treatment|steps|events)|"
    r"(?:lay|map|spell|work) (?:it |this |everything |things )?out|(?:walk|talk|take) me through|"
    r"(?:whole|entire|complete|full) (?:pathway|sequence|course|programme|program)|"
    r"what treatment (?:do|would|should)|which treatment (?:do|would|should)|what (?:now|"
    r"next|first|happens (?:now|next)|to do|(?:is|has|needs) to be done|must be done|should "
    r"(?:be done|happen|actually happen|i do|we do|one do)|(?:would|do|will|should) you (?:do|advise|"
    r"recommend|suggest|propose|offer|favou?r)|are (?:the|our|my|her|his) (?:treatment )?options|"
    r"(?:is|are) (?:recommended|advised|indicated) (?:for (?:this|her|him|my)|here|now)|do (?:i|we) (?:do|offer))|"
    r"how (?:should|would|do|can|to|must|shall|is|are) (?:(?:i|we|you|one|he|she|they|"
    r"this|that|the|a|an|such|her|his)\b.{0,60}?)?\b(?:treat|treated|manage|managed|proceed|"
    r"handle|handled|deal|go on|approach|approached)|"
    r"how to (?:treat|proceed|manage|handle)|treatment (?:plan|strategy|sequence)|full "
    r"treatment|complete treatment|overall treatment|sort out|summari[sz]e (?:your|the) "
    r"(?:recommendations?|advice|plan|management)|your recommendations?|where do we go|"
    r"way forward|recommendations? for (?:this|her|him|my)|your advice|please advise)\b",
    re.IGNORECASE,
)
_NARROW = re.compile(
    r"\b(how (?:many|much|long|often|common|big|high)|which (?:drug|schedule|dose|regimen|"
    r"fraction\w*|marker|scan|test|agent|factor\w*)|what (?:dose|percentage|proportion|"
    r"share|level|grade|rate|schedule|is the (?:dose|schedule|rate|evidence|definition|"
    r"difference))|"
    r"define|definition|mean by|what does .{0,40} mean|evidence (?:level|grade)|level of evidence|stand for|what is in|"
    r"what drugs?|how is (?:the )?response|follow(?:ed)? up|monitor\w*)\b",
    re.IGNORECASE,
)

_WRITTEN = re.compile(
    r"\b(?:draft|write|summari[sz]e|compose|prepare|dictate|formulate|record)\b.{0,60}"
    r"\b(?:note|notes|letter|entry|summary|outcome|decision|discharge|report|surgeon|gp|colleague|team|file)\b"
    r"|\b(?:outcome|decision|conclusion)\b.{0,20}\?",
    re.IGNORECASE,
)


@cache
def _narrow(wording: WordingEntry) -> re.Pattern[str] | None:
    asked = [*(f"which {w}" for w in wording.asked_which), *(f"what {w}" for w in wording.asked_what)]
    return re.compile(rf"\b(?:{'|'.join(asked)})\b", re.IGNORECASE) if asked else None


def asks_for_a_text(question: Reading) -> bool:
    """Whether a question asks that a note, a letter or a summary be written about a patient."""
    return _WRITTEN.search(question.text) is not None


def asks_for_plan(question: Reading, wording: WordingEntry) -> bool:
    """Whether a question asks how a patient is to be managed, and not for one number or drug."""
    if not _PLAN.search(question.text) or _NARROW.search(question.text):
        return False
    narrow = _narrow(wording)
    return narrow is None or not narrow.search(question.text)
