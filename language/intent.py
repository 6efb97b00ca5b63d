"""What a question asks for."""

from __future__ import annotations

import re

from language.reading import Reading

_PLAN = re.compile(
    r"\b(plan|manage|managed|managing|management|approach|strategy|strategies|treat(?:ed|ment|ing)?|handle|deal with|proceed|next step|first step|what (?:now|next|first|should|would|do|happens|comes|needs)|"
    r"how (?:should|would|do|can|to|must|shall)|outline|course of action|priorit\w+|sequence|order|sort out|advice|advise|recommend\w*|suggest\w*|options?|thoughts)\b",
    re.IGNORECASE,
)
_NARROW = re.compile(
    r"\b(how (?:many|much|long|often|common|big|high)|which (?:drug|antibod\w+|biologic\w*|chemotherapy|chemo|backbone|schedule|dose|regimen|fraction\w*|marker|imaging|scan|test|systemic|agent|factor\w*)|what (?:dose|percentage|proportion|share|level|grade|rate|schedule|is the (?:dose|schedule|rate|evidence|definition|difference))|"
    r"define|definition|mean by|what does .{0,40} mean|evidence (?:level|grade)|level of evidence|stand for|what is in|what systemic|"
    r"what (?:chemotherapy|chemo|drugs?|antibod\w+|systemic|backbone|biologic\w*)|how is (?:the )?response|follow(?:ed)? up|monitor\w*)\b",
    re.IGNORECASE,
)


def asks_for_plan(question: Reading) -> bool:
    """Whether a question asks how a patient is to be managed, and not for one number or drug."""
    return bool(_PLAN.search(question.text)) and not _NARROW.search(question.text)
