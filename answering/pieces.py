"""An answer cut into the pieces in which it is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A sentence ends at its stop (with the citation, bracket or emphasis behind it) before a blank, or at a line break.
_END = re.compile(r"(?<=[.!?:;…])[\"'”’)\]*_]*(?=[ \t])|(?=\n)")


def pieces(answer: str) -> Iterator[str]:
    """The answer sentence by sentence; the pieces joined are the answer, byte for byte.

    >>> list(pieces("No [1.1]. Because:\\n- one\\n"))
    ['No [1.1].', ' Because:', '\\n- one', '\\n']
    """
    start = 0
    for match in _END.finditer(answer):
        if answer[start : match.end()].strip():
            yield answer[start : match.end()]
            start = match.end()
    if start < len(answer):
        yield answer[start:]
