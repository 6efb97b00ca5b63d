"""Title lines: what introduces a list, and the numbered label in front of it."""

from __future__ import annotations

import re

_NUMBERED = re.compile(
    r"\s*(?:box|table|panel|figure|appendix|list|checklist|chart|part|section)\s+[a-z0-9]{1,3}\s*[.:]\s+|"
    r"\s*key (?:points|messages)[.:]\s+",
    re.I,
)


def introduces(paragraph: str) -> bool:
    """Whether the line in front of a list is its heading: a few words without an end."""
    words = _NUMBERED.sub("", paragraph.strip()).split()
    return "\n" not in paragraph and len(words) <= 10 and paragraph.rstrip()[-1:] not in ".!;,"


def label_length(title: str) -> int:
    """How many characters of a title are its label: "Box 2. ", "Table 4: "."""
    label = _NUMBERED.match(title)
    return label.end() if label else 0


def is_label(bold: str) -> bool:
    """ "Step 2.", "Myth 1."."""
    return re.fullmatch(r"[A-Za-z]+ \d{1,2}\.", bold) is not None


def is_title(kind: str, text: str) -> bool:
    """Whether the block above a list is its title, with a blank line between them."""
    return kind == "paragraph" and introduces(text)
