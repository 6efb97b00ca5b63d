"""How English asks: the words and patterns by which a message is cut into questions."""

from __future__ import annotations

import re

QUESTION_WORDS = frozenset(
    {"what", "which", "when", "how", "why", "who", "whom", "whose", "where", "whats", "whether"}
)
AUXILIARIES = (
    "is|are|am|was|were|can|could|should|shall|would|will|do|does|did|may|might|must|has|have|had|need"
    "|cannot|isn't"
)
SPLIT = re.compile(
    r"(?:\s*[,;:.]\s+|\s+[-–—]+\s+|\s+(?=and\b|n\b|&|\+)|\n\s*)"
    r"(?:and\s+|n\s+|&\s*|\+\s*|or\s+(?=if\b)|but\s+|also\s+|then\s+|if so,?\s+|if not,?\s+|if yes,?\s+)*"
    r"(?=(?:(?:in|for|at|on|by|to|with|after|from|under|until|about|regarding) (?=wh))?"
    rf"(?:what|which|whether|when|how|why|who|whom|where|{AUXILIARIES})\b)"
    r"|\s+(?=\(?[1-9b-e]\)\s)",
    re.IGNORECASE,
)
HEADED = re.compile(  # "X: a, b and c?", "X - a and b": several things asked about X
    r"^(?P<head>[^:?]{3,70}?)(?:\s*:\s+|\s+[-–—]+\s+)(?P<items>[^:?]+)[?.]?\s*$"
)
ITEM = re.compile(r"\s*(?:[,;/]|\s[-–—]+\s)\s*(?:and\s+|or\s+|&\s*)?|\s+(?:and|&|\+)\s+", re.IGNORECASE)
NTH = (
    ("first", "one", "1", "1st"),
    ("second", "two", "2", "2nd"),
    ("third", "three", "3", "3rd"),
    ("fourth", "four", "4", "4th"),
)
ORDINAL = re.compile(
    r"\b(?:the\s+)?(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th)\s+"
    r"(?:option|one|possibility|alternative|choice|sequence|way|of (?:these|those|them))\b"
    r"|\b(?:option|number|alternative)\s+(?P<nth_>one|two|three|four|[1-4])\b",
    re.IGNORECASE,
)
STATEMENT_ID = re.compile(
    r"(?:statement|recommendation|section|point|paragraph|no\.|number|§|#)\s*(\d{1,2}\.\d{1,2})\b|\[(\d{1,2}\.\d{1,2})\]",
    re.IGNORECASE,
)
PRONOUN = re.compile(
    r"\b(?:(?:this|that|the|these|those|such|either|the other|same) "
    r"(?:drug|drugs|agent|agents|antibody|antibodies|treatment|combination|regimen|approach|option|procedure|operation|one|ones)"
    r"|it(?!s)|this|that|them|those|these|they|both|either|one|the latter|the former)\b",
    re.IGNORECASE,
)
RELATIVE = re.compile(  # "a thing that could not be found": no pronoun
    rf"(?<!\w)(?!(?:{AUXILIARIES}|and|but|or|so|about|of|with|for|to|like|why|how|then|at|on|in|after|before|by|from|than|as"
    r"|whether|if|do|does|all|not|just|only|is|what|when|where|over|against|on)\s)\w+\s+that$",
    re.IGNORECASE,
)
OPENERS = frozenset(
    {
        "if",
        "when",
        "since",
        "given",
        "as",
        "because",
        "once",
        "while",
        "although",
        "though",
        "even",
        "assuming",
        "suppose",
        "supposing",
    }
)
LINE = re.compile(r"[^\s:]\s*\n\s*(?=\S)")
TOLD_TO_ASK = re.compile(  # "asks (1) which ...", "to clarify: when ..."
    r"(?:\b(?:asks?|asking|asked|clarify|know|question|query)|[:]"
    r"|\b(?:opinion|view|views|advice|thoughts|guidance|help|answer|input)\s+(?:on|about|as to|regarding))"
    r"\s+(?:\(?\d\)\s*)?"
    r"(?:what|which|how|when|why|who|whether)\b",
    re.IGNORECASE,
)
COMMAND = re.compile(  # "Put both next to each other": the verb alone shows that something is asked for
    r"\W*(?:put (?!on\b|off\b|back\b|in\b)|set (?:out|down)\b|lay out\b|draw up\b|write (?:down|up|out)\b"
    r"|make (?:me |us )?(?:an?|the)\b|contrast (?:the|both|short|long)\b|tabulate\b|juxtapose\b)",
    re.IGNORECASE,
)
NEED = re.compile(  # "Need the total dose": asks, if it is for a number
    r"\W*(?:(?:i|we|they|he|she)(?:\s+(?:do|just|only|also|still|will))*\s+)?"
    r"(?:need|require|want|am after|are after|lack)s?\b",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"^\s*\(?[1-9a-e]\)\s*", re.IGNORECASE)
LABEL = re.compile(  # "Question for the board:", "Q:"
    r"(?m)^\W*(?:q|r|question|query|queries|questions|request|asks?|asking|issue|problem|to discuss|for discussion)"
    r"(?:\s+(?:for|to|from|of)\s+[\w ]{1,25})?\s*[:.]\s+",
    re.IGNORECASE,
)
ALSO = re.compile(  # "..., and say what ...", "... - and about the ..."
    r"(?:,|\s[-–—]+)?\s+and\s+(?=(?:say|tell|explain|state|give|list|name|describe|outline|add|quote|about)\b)",
    re.IGNORECASE,
)
AND = re.compile(r",\s+(?:and|or|&)\s+(?!then\b)", re.IGNORECASE)
SETTING = re.compile(
    r"\b(?:after|during|under|despite|since|following|having|with modern"
    r"|(?:is|are|was|were|am|while|currently|still|now|already|patient|patients|pt|him|her|he|she|them) on)"
    r"\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
PERSON = frozenset({"him", "her", "he", "she"})
WANTS = frozenset({"plan", "why", "grading", "count", "amount", "duration", "moment", "listing", "effect"})
OPINIONS = frozenset(
    {
        "comment",
        "comments",
        "view",
        "views",
        "opinion",
        "thoughts",
        "thought",
        "advice",
        "remarks",
        "reaction",
    }
)
EVIDENCE = frozenset(
    {
        "data",
        "evidence",
        "figures",
        "numbers",
        "proof",
        "reference",
        "references",
        "source",
        "sources",
        "study",
    }
)
CONNECTORS = frozenset({"and", "&", "+", "or"})
YES_OR_NO = frozenset({"yes/no", "y/n", "yes-no", "yes/no?"})
DASH = re.compile(r"\s[-–—]+\s+|:\s+")
TAIL = re.compile(r"(?:\s[-–—]+|[,;:])\s+(?P<last>[^-–—,;:?]{2,60})$")
LONG = 10  # words that a piece in front of the question has at most to be part of it
FEW = 6  # words that a question without a matter of its own has at most
