"""Why there is no draft: a closed list, so that it can be counted, shown and recorded."""

from __future__ import annotations

from typing import Literal

from corpus.errors import Unavailable

Reason = Literal[
    "blocked",  # the guardrail did not pass it, nor its revision
    "timeout",  # it took longer than an answer may take
    "stalled",  # the provider stopped writing
    "cut_off",  # the provider broke off
    "malformed",  # it was not in the form that was asked for, or had no end
    "refused",  # the provider or the model declined
    "unavailable",  # the provider is down or not reachable, or was and is left alone for a while
    "busy",  # all calls to the provider were in use
]


class DraftFailed(Unavailable):
    """There is no draft, or no more of it; the composed answer takes its place."""

    def __init__(self, reason: Reason, sentence: str) -> None:
        self.reason: Reason = reason
        super().__init__(sentence)
