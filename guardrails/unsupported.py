"""Does the text recommend, or offer, what the guideline does not name?"""

from __future__ import annotations

from collections.abc import Iterator

from guardrails.findings import Finding
from language.reading import Reading


def unsupported(reading: Reading, title: str) -> Iterator[Finding]:
    """A finding for each advised intervention that is no intervention of the guideline."""
    seen: set[tuple[int, int]] = set()
    for claim in reading.claims:
        if claim.neighbour and claim.advises and (claim.start, claim.end) not in seen:
            seen.add((claim.start, claim.end))
            words = reading.text[claim.start : claim.end]
            offers = "offers" if claim.stance == "weakly advised" else "recommends"
            yield Finding(
                "unsupported", "block", None, words, claim.start, claim.end,
                f"The text {offers} {words!r}, which the guideline {title!r} does not name.", None, (), claim.cues,
            )  # fmt: skip
