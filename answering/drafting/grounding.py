"""What a drafted sentence must have before the guardrail looks at what it says: its sources, and nothing else.

Every sentence of a draft cites, also one that seems to say nothing: what says nothing is not needed in an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from answering.drafting.draft import DraftSentence
from answering.drafting.findings import blocked
from answering.drafting.tongue import Tongue
from guardrails.findings import Finding
from ingest.statement import Statement
from language.sentences import sentences

_BRACKET = re.compile(r"\[([^\[\]]*)\]")
_STOP = re.compile(r"[.!?]+$")
_QUOTED = re.compile(r'"([^"]+)"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»')
# Links, pictures, HTML, headings, tables, code and line breaks: an answer is sentences.
_MARKUP = re.compile(r"\]\s*\(|https?:|www\.|<\s*[a-z/!]|^\s*#|\||`|\n|!\[", re.IGNORECASE)


def cited(text: str) -> tuple[str, ...]:
    """The ids that stand in brackets in a text, in order."""
    ids = (part.strip() for group in _BRACKET.findall(text) for part in re.split(r"[,;]", group))
    return tuple(dict.fromkeys(i for i in ids if i))


def rendered(sentence: DraftSentence) -> str:
    """The sentence as it is shown: its citations before its stop.

    >>> rendered(DraftSentence("It is so.", ("3.3", "9.3")))
    'It is so [3.3, 9.3].'
    """
    there = cited(sentence.text)
    more = [i for i in dict.fromkeys(sentence.citations) if i and i not in there]
    if not more:
        return sentence.text
    stop = _STOP.search(sentence.text)
    body = sentence.text[: stop.start()] if stop else sentence.text
    return f"{body.rstrip()} [{', '.join(more)}]{stop[0] if stop else '.'}"


class Grounding:
    """Checks form, language, citations and quotes of drafted sentences against the retrieved passages."""

    def __init__(self, passages: Mapping[str, Statement], tongue: Tongue) -> None:
        self._passages, self._tongue = passages, tongue

    def findings(self, sentence: DraftSentence) -> tuple[Finding, ...]:
        return tuple(self._findings(sentence, rendered(sentence)))

    def _findings(self, sentence: DraftSentence, shown: str) -> Iterator[Finding]:
        if _MARKUP.search(sentence.text):
            yield blocked("citation", shown, "An entry is one plain sentence, without markup or line breaks.")
        if not self._tongue.understands(_BRACKET.sub(" ", sentence.text)):
            yield blocked("unsupported", shown, "The sentence is not in the guideline's language.")
        for unit in _units(shown):
            if not cited(unit):
                yield blocked("citation", unit, "The sentence cites no statement.")
        ids = cited(shown)
        strange = [i for i in ids if i not in self._passages]
        if strange:
            yield blocked("citation", shown, f"{_list(strange)} is not among the statements that were given.")
        texts = [_spaced(self._passages[i].text) for i in ids if i in self._passages]
        for quote in _quotes(sentence):
            if not any(_spaced(quote) in text for text in texts):
                yield blocked(
                    "citation", shown, "The quoted words do not stand in a statement that the sentence cites."
                )


def _units(shown: str) -> list[str]:
    return [shown[a:b] for a, b in sentences(shown)]


def _quotes(sentence: DraftSentence) -> Iterator[str]:
    if sentence.quote is not None and sentence.quote.strip():
        yield sentence.quote
    for match in _QUOTED.finditer(sentence.text):
        words = next(group for group in match.groups() if group is not None)
        if len(words.split()) > 1:  # one word in quotation marks is a term, not a quote
            yield words.rstrip(".,;")


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _list(ids: list[str]) -> str:
    return ", ".join(i[:20] for i in ids[:5])
