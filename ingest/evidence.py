"""Levels of evidence and grades of recommendation, as guidelines write them.

Read are "Level I, Grade A", "Level IV evidence", "LoE 2b, GoR B", "Class IIa, Level of Evidence B",
"strong recommendation, moderate-quality evidence", "Grade 1B recommendation".
"""

from __future__ import annotations

import re

from ingest.statement import Evidence

_LEVEL_VALUE = (
    r"(?:[IVX]{1,4}(?:-?[1-3])?[a-c]?|[1-5][a-c]?(?:\+\+?)?|[A-D](?:-?(?:N?R|LD|EO))?"
    r"|(?i:very[ -]low|low|moderate|high))(?![\w-])"
)
_GRADE_VALUE = r"(?:[A-E]\+?|[IVX]{1,4}[a-c]?|[1-4][A-Da-d]?|(?i:strong|weak|conditional))(?![\w-])"
_LEVEL_NAME = (
    r"(?:(?i:level[ ]of[ ]evidence|evidence[ ]level|level|(?:quality|certainty)[ ]of[ ](?:the[ ])?evidence)"
    r"|LoE|LOE)"
)
_GRADE_NAME = (
    r"(?:(?i:(?:grade|class|strength)(?:[ ]of[ ]recommendation)?|recommendation[ ]grade)|GoR|GOR|CoR|COR)"
)
_LEVEL = rf"{_LEVEL_NAME}\s*[:=]?\s*(?P<level>{_LEVEL_VALUE})(?:\s+evidence)?"
_QUALITY = r"(?P<quality>(?i:very[ -]low|low|moderate|high))[ -](?:quality|certainty)(?:[ ]evidence)?"
_GRADE = rf"{_GRADE_NAME}\s*[:=]?\s*(?P<grade>{_GRADE_VALUE})(?:\s+(?:recommendation|evidence))?"
_STRENGTH = r"(?P<strength>(?i:strong|weak|conditional))[ ]recommendation"

_ELEMENT = re.compile(rf"\b(?:{_LEVEL}|{_QUALITY}|{_GRADE}|{_STRENGTH})")
_BARE_PAIR = re.compile(r"(?P<level>[IV]{1,3}),\s*(?P<grade>[A-E])(?=\])")
_JOINT = re.compile(r"\s*(?:[,;/|+]|\band\b)?\s*")

# In running text "grade 3" and "level I" also name other things; only together, or with the word itself,
# do they grade the statement.
_INLINE = re.compile(
    rf"\b(?:{_LEVEL_NAME}\s*{_LEVEL_VALUE}\s+evidence"
    rf"|(?i:level[ ]of[ ]evidence|evidence[ ]level)\s*[:=]?\s*{_LEVEL_VALUE}"
    rf"|{_GRADE_NAME}\s*{_GRADE_VALUE}\s+recommendation"
    rf"|(?i:level)\s+{_LEVEL_VALUE}\s*[,;/]\s*(?i:grade|class)\s+{_GRADE_VALUE}"
    rf"|(?i:grade|class)\s+{_GRADE_VALUE}\s*[,;/]\s*(?i:level)\s+{_LEVEL_VALUE})"
)


def read_tag(text: str) -> tuple[Evidence, int] | None:
    """Read a tag at the beginning of `text`: its evidence and its length; None when there is none.

    >>> read_tag("Level I, Grade A) [1]")
    (Evidence(level='I', grade='A'), 16)
    """
    if pair := _BARE_PAIR.match(text):
        return Evidence(pair["level"], pair["grade"]), pair.end()
    level: str | None = None
    grade: str | None = None
    end = at = 0
    while element := _ELEMENT.match(text, at):
        level = level or element["level"] or element["quality"]
        grade = grade or element["grade"] or element["strength"]
        end = element.end()
        joint = _JOINT.match(text, end)
        at = joint.end() if joint else end
    return (Evidence(level, grade), end) if end else None


def find_inline(text: str) -> Evidence | None:
    """The evidence that a sentence itself speaks of ("shown by Level I evidence"), or None."""
    level: str | None = None
    grade: str | None = None
    for found in _INLINE.finditer(text):
        if tag := read_tag(found.group()):
            level, grade = level or tag[0].level, grade or tag[0].grade
    return Evidence(level, grade) if level or grade else None
