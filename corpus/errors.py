"""The tree of errors that a caller may want to catch.

GuiderailError
├── CorpusError        a file of a guideline pack is wrong (file, line, one sentence)
│   ├── GuidelineError     guideline.md or an outline
│   ├── AlgorithmError     algorithm.yaml
│   ├── VocabularyError    vocabulary.yaml
│   └── AnswersError       answers.yaml
├── IndexProblem       the index is missing, stale or broken
│   ├── IndexMissing
│   ├── IndexStale
│   └── IndexBroken
├── EncoderError       the sentence encoder is not the one expected
├── StorageError       the database cannot be used
│   ├── NoSuchRecord       no conversation or answer has this id
│   └── ConversationMoved  another turn of the conversation was stored first
├── Unavailable        not now: still starting, or too much to do at once
└── InputError         what a person or client sent is wrong
"""

from __future__ import annotations

from pathlib import Path


class GuiderailError(Exception):
    """Anything that Guiderail raises on purpose; the message is one plain sentence."""


class CorpusError(GuiderailError):
    """A file of a guideline pack is wrong. `str()` is ``file:line: sentence``."""

    def __init__(self, sentence: str, *, file: Path | None = None, line: int | None = None) -> None:
        self.sentence, self.file, self.line = sentence, file, line
        where = "" if file is None else f"{file.name}:" if line is None else f"{file.name}:{line}:"
        super().__init__(f"{where} {sentence}".strip())


class GuidelineError(CorpusError):
    """The guideline's text cannot be read."""


class AlgorithmError(CorpusError):
    """The algorithm file is wrong."""


class VocabularyError(CorpusError):
    """The vocabulary file is wrong."""


class AnswersError(CorpusError):
    """The file of what can be said about a guideline is wrong."""


class IndexProblem(GuiderailError):
    """The index cannot be used."""


class IndexMissing(IndexProblem):
    """There is no index yet."""


class IndexStale(IndexProblem):
    """The index was made from another text or by another model."""


class IndexBroken(IndexProblem):
    """The index is there but does not answer as it must."""


class EncoderError(GuiderailError):
    """The sentence encoder is not the one expected."""


class StorageError(GuiderailError):
    """The database cannot be used."""


class NoSuchRecord(StorageError):
    """No conversation or answer has this id."""


class ConversationMoved(StorageError):
    """Another turn of the same conversation was stored first."""


class Unavailable(GuiderailError):
    """It cannot be done now: still starting, or too much to do at once."""


class InputError(GuiderailError):
    """What a person or a client sent is wrong; the message says what to do."""
