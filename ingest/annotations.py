"""What stands behind a statement and is not part of it: its evidence tag and its reference numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.evidence import find_inline, read_tag
from ingest.references import ReferenceStyle
from ingest.source import Source
from ingest.statement import Evidence

_AFTER_PUNCTUATION = re.compile(r"[,;:.–—-]\s*$")


@dataclass(frozen=True, slots=True)
class Annotations:
    """A statement without its annotations, and what they say.

    `marks` are the cited numbers, each with the offset in the source at which it is cited.
    """

    text: str
    span: tuple[int, int]
    marks: tuple[tuple[int, int], ...]
    evidence: Evidence | None

    @property
    def references(self) -> tuple[int, ...]:
        """The cited numbers in ascending order, once each."""
        return tuple(sorted({number for number, _ in self.marks}))


def read_annotations(source: Source, start: int, end: int, style: ReferenceStyle) -> Annotations:
    """Split the text from `start` to `end` into the statement and the annotations behind it.

    Marks in mid-sentence stay in the statement, since a quote is verbatim, and are read all the same.

    Raises GuidelineError for a reference that `style.known` does not hold.
    """
    marks: list[tuple[int, int]] = []
    evidence: Evidence | None = None
    end = _rstrip(source.text, start, end)
    while True:
        text = source.text[start:end]
        stop = len(text)
        if text[-1:] in (".", ";", ",", ":") and is_annotated(text[:-1].rstrip(), style):
            stop = len(text[:-1].rstrip())
        mark = style.at_end(text[:stop])
        if mark and mark.numbers:
            marks += [(number, start + at) for number, at in zip(mark.numbers, mark.at, strict=True)]
            end = start + mark.start
        elif tag := _tag_at_end(text[:stop]):
            found, at, cited = tag
            evidence = evidence or found
            marks += [(number, start + offset) for number, offset in cited]
            end = start + at
        else:
            break
        end = _rstrip(source.text, start, end)
    text = source.text[start:end]
    for mark in style.inside(text):
        marks += [(number, start + at) for number, at in zip(mark.numbers, mark.at, strict=True)]
    marks.sort(key=lambda item: (item[1], item[0]))
    for number, offset in marks:
        if style.known is not None and number not in style.known:
            raise source.error(
                offset, f"Reference {number} is cited here, but the list of references does not hold it."
            )
    return Annotations(text, (start, end), tuple(marks), evidence or find_inline(text))


def is_annotated(text: str, style: ReferenceStyle) -> bool:
    """Whether `text`, without a full stop behind it, ends in a reference mark or an evidence tag."""
    return style.at_end(text) is not None or _tag_at_end(text) is not None


def _tag_at_end(text: str) -> tuple[Evidence, int, tuple[tuple[int, int], ...]] | None:
    """The evidence tag in which `text` ends, where it begins, and the references that it cites itself."""
    if text[-1:] in (")", "]"):
        opening = max(text.rfind("("), text.rfind("["))
        begin, inner, after = opening, text[opening + 1 : -1], opening + 1
        if opening >= 0 and (tag := read_tag(text[after:])):
            rest = inner[tag[1] :].strip(" ,;:")
            if not rest:
                return tag[0], begin, ()
            # Within a tag a number can be nothing but a reference.
            if cited := ReferenceStyle(bare=True).at_end(f"x ({rest})"):
                at = after + inner.rindex(rest)
                return tag[0], begin, tuple((number, at) for number in cited.numbers)
        return None
    for found in re.finditer(r"(?<![\w-])(?=[A-Za-z])", text):
        tag = read_tag(text[found.start() :])
        if tag and found.start() + tag[1] == len(text):
            before = text[: found.start()]
            said = "evidence" in text[found.start() :] or (tag[0].level and tag[0].grade)
            if said and (separated := _AFTER_PUNCTUATION.search(before)):
                cut = separated.start() + (text[separated.start()] == ".")
                return tag[0], cut, ()
            return None
    return None


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
