"""What a question asks for."""

from __future__ import annotations

import re

from language.reading import Reading

_PLAN = re.compile(
    r"\b(plan|plans|manage|managed|managing|management|approach|strategy|outline|set out|whole treatment|entire treatment|course of action|priorit\w+|next steps?|first step|step by step|"
    r"what treatment (?:do|would|should)|which treatment (?:do|would|should)|what (?:now|next|first|happens (?:now|next)|to do|(?:is|has|needs) to be done|must be done|should (?:be done|happen|actually happen|i do|we do|one do)|would you (?:do|advise|recommend|suggest)|do (?:i|we) (?:do|offer))|"
    r"how (?:should|would|do|can|to|must|shall|is|are) (?:(?:i|we|you|one|he|she|they|this|that|the|a|an|such|her|his)\b.{0,60}?)?\b(?:treat|treated|manage|managed|proceed|handle|handled|deal|go on|approach|approached)|"
    r"how to (?:treat|proceed|manage|handle)|treatment (?:plan|strategy|sequence)|full treatment|complete treatment|overall treatment|sort out|summari[sz]e (?:your|the) (?:recommendations?|advice|plan|management)|your recommendations?|where do we go|way forward|recommendations? for (?:this|her|him|my)|your advice|please advise)\b",
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
