"""Questions put otherwise: as a statement, for the guardrail's reader; in plain words, for the sentence encoder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from guardrails.algorithm import Algorithm
from language.english import word_frequencies
from language.reading import Reading
from language.text import fold_spelling, normalise, tokens
from language.vocabulary import Vocabulary

_LEAD_IN = re.compile(
    r"^\W*(?:(?:and|but|so|or|also|then|ok(?:ay)?(?! with| to\b| if\b)|well|right"
    r"|thanks|thank you|hi|hello|hey|please|sorry|now|just|again"
    r"|finally|lastly|secondly|firstly|follow-?up|quick(?:ly)?|question|q\d*|if so|if not|if yes|in that case"
    r"|in this case|plus|&|\+)\b[\s,:;.!-]*)+",
    re.IGNORECASE,
)
_POLITE = re.compile(
    r"^\W*(?:(?:can|could|would|will|may|might) (?:you|i|we) (?:please |kindly |just |briefly |quickly |perhaps )*"
    r"(?:tell|say|explain|remind|show|give (?:me|us)|let|advise|confirm|clarify|ask|know|help|check|comment|outline"
    r"|walk|talk|run)\b"
    r"|(?:please |kindly )*(?:tell (?:me|us)|let (?:me|us) know|remind (?:me|us)|explain|advise|clarify|confirm)\b"
    r"|(?:i|we) (?:would|'d) (?:like|love) to (?:know|ask|understand|hear)\b|(?:i|we) (?:want|need) to (?:know|ask)\b"
    r"|(?:i|we) (?:wonder|am wondering|are wondering|was wondering|am asking|am unsure|am not sure|do not know"
    r"|don't know)\b|(?:i|we)'(?:m|re) (?:not sure|unsure|wondering)\b"
    r"|wondering|not sure|unsure|do you (?:know|think)|any idea"
    r"|(?:he|she|they|(?:the|my|our) \w+) (?:wants?|would like|asks?|is asking|needs?|wonders?)(?: to know| me| us)?\b)"
    r"[^?]{0,40}?\b(?P<rest>(?:whether|if|what|which|when|how|why|who|where)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    r"(?:\s*[,;]\s*|\s+[-–—]\s+)(?:(?:is|are|was|were|do|does|did|should|would|can|could|will|has|have)"
    r"(?:n't| not)? (?:it|that|he|she|they|we|you|i)(?: not)?|right|correct|yes|no|agreed?|ok(?:ay)?|true|or not"
    r"|am i right|(?:do|would) you agree|is that (?:right|correct|ok|okay|true|so|fine|acceptable|allowed)"
    r"|isn't that so|or am i wrong)\s*\?*\s*$"
    r"|[,;.\s]+(?:please|thanks|thank you|ta|cheers)\W*$",
    re.IGNORECASE,
)
_AUXILIARY = r"(?:is|are|was|were|can|could|may|might|should|shall|would|will|do|does|did|has|have|had|must)"
_INVERTED = re.compile(
    rf"^(?P<aux>{_AUXILIARY})(?P<not>n't| not)?\s+(?P<who>i|we|you|he|she|it|they|there|this|that|one)\b",
    re.IGNORECASE,
)
_CONTRACTED = re.compile(rf"^(?P<aux>{_AUXILIARY})n't\b", re.IGNORECASE)


_FRAME = re.compile(
    r"[\s,(]*\b(?:according to|as per|per|within|under|in|by|from|on the basis of|based on|in line with|following"
    r"|going by"
    r"|in the (?:eyes|view|opinion|terms) of)\s+(?:(?:the|your|this|our|that|these|any)\s+)?guid(?:elines?|ance)"
    r"(?:\s+(?:text|document|at hand|here))?\b[,)]*(?!\s+\w+s\b)",
    re.IGNORECASE,
)


_ASKED_FOR = re.compile(r"^(?:when|why|how|where|how soon|how early)\s+(?!to\b)", re.IGNORECASE)


def unframed(text: str) -> str:
    """A question without "according to the guideline": every answer is.

    >>> unframed("Is that right per guideline?"), unframed("What is in the guideline?")
    ('Is that right?', 'What is in the guideline?')
    """
    without = _FRAME.sub("", text)
    return without if re.search(r"\w+\W+\w+\W+\w+", without) else text


def bare(text: str) -> str:
    """A question without "and", "please, could you tell me" and the like in front.

    >>> bare("And could you tell me whether it helps?")
    'whether it helps?'
    """
    text = unframed(text)
    stripped = _LEAD_IN.sub("", text.strip(), count=1).strip() or text.strip()
    polite = _POLITE.match(stripped)
    return polite["rest"].strip() if polite else stripped


def declared(question: str) -> str:
    """A yes-or-no question as the statement that it asks about.

    >>> declared("Should we not wait?"), declared("It helps, doesn't it?")
    ('we should not wait.', 'It helps.')
    """
    text = _TAG.sub("", bare(question).rstrip(" ?!.")).strip()
    text = _ASKED_FOR.sub("", text)
    text = re.sub(rf"^(?:whether|if(?!.*,\s*{_AUXILIARY}\b))\s+", "", text, count=1, flags=re.IGNORECASE)
    if found := _INVERTED.match(text):
        denied = " not" if found["not"] else ""
        text = f"{found['who']} {found['aux'].lower()}{denied}{text[found.end() :]}"
    elif found := _CONTRACTED.match(text):
        text = f"Here {found['aux'].lower()} not{text[found.end() :]}"
    elif re.match(rf"^{_AUXILIARY}\b", text, re.IGNORECASE):
        text = f"Here {text[0].lower()}{text[1:]}"
    return text + "."


_LOOSE_END = re.compile(r"(?:\s*(?:[,;:&+-]|\band\b|\bor\b|\bbut\b))+\s*(?=[?.!]?$)")


def _is_code(written: str) -> bool:
    """Whether a phrase has an abbreviation or a proper name in it, which the encoder may not know."""
    return any(
        any(c.isupper() or c.isdigit() for c in word) or fold_spelling(word.lower()) not in word_frequencies()
        for word in re.findall(r"\w+", written)
    )


@dataclass(frozen=True)
class PlainWords:
    """Writes a text with the guideline's own names: abbreviations, brands and typos resolved."""

    vocabulary: Vocabulary
    algorithm: Algorithm
    words: Mapping[str, str] = field(default_factory=dict)  # a pack's own abbreviations, in plain words

    def of(self, reading: Reading) -> str:
        """The text of a reading in plain words, on one line."""
        replaced: dict[tuple[int, int], str] = {}
        for fact in reading.facts:
            known = self.algorithm.patients.facts(self.algorithm.mask(fact.condition))
            if len(known) == 1 and _is_code(reading.text[fact.start : fact.end]):
                [(name, value)] = known.items()
                replaced[fact.start, fact.end] = self.algorithm.axis(name).values[value]
        for mention in reading.mentions:
            intervention = self.vocabulary.interventions.get(mention.intervention)
            if intervention is not None and _is_code(reading.text[mention.start : mention.end]):
                replaced[mention.start, mention.end] = intervention.label
        return _LOOSE_END.sub("", " ".join(self._words(reading, replaced))).strip()

    def _words(self, reading: Reading, replaced: Mapping[tuple[int, int], str]) -> list[str]:
        folded, offsets = normalise(reading.text)
        spans = sorted(replaced, key=lambda s: (s[0], -s[1]))
        corrected = [word for sentence in reading.sentences for word in sentence.words]
        found = tokens(folded, 0)
        exact = len(found) == len(corrected)
        words: list[str] = []
        said: tuple[int, int] | None = None
        for number, token in enumerate(found):
            start = offsets[token.start]
            span = next((s for s in spans if s[0] <= start < s[1]), None)
            if span is None:
                word = corrected[number] if exact else token.text
                words.append(self.words.get(word, word))
            elif span != said:
                words.append(replaced[span])
            said = span
        return words
