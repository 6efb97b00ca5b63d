"""Forms that are filled in on one line: "Symptoms: none // Score: 1 // Plan?" is read line by line.

Every character keeps its place, so that what is found can be quoted from the message.
"""

from __future__ import annotations

import re

_BAR = re.compile(r"\s+(?:/{1,2}|\|{1,2}|•|·|\\{1,2})\s+")
_FIELD = re.compile(r"^\W*[A-Za-z][\w ()/&.-]{0,38}?\s*[:=]")
_MARK = re.compile(r"(?<=\w )\([-–+]\)|(?<=\w)\([-–+]\)")  # "(-)"
_FIELDS = 2  # that a form has at least


def in_lines(message: str) -> str:
    """The message with a "no" for each "(-)", and a blank line for each bar between the fields of a form.

    >>> in_lines("Pain: none / Score: 1")
    'Pain: none\\n \\nScore: 1'
    """
    message = _MARK.sub(lambda mark: ":no" if mark[0] != "(+)" else "yes", message)
    starts = [0, *(bar.end() for bar in _BAR.finditer(message))]
    if sum(_FIELD.match(message[start:]) is not None for start in starts) < _FIELDS:
        return message
    return _BAR.sub(lambda bar: "\n" + " " * (len(bar[0]) - 2) + "\n", message)
