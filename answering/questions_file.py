"""A pack's questions.yaml: more ways of asking for what answers.yaml says, and for what the guideline does not cover.

It holds nothing that is ever shown; a question of a clinician is matched against it by meaning.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from corpus.errors import AnswersError
from corpus.files import line_of, read_yaml

FILE = "questions.yaml"


class QuestionsFile(BaseModel):
    """The schema: for each point or topic of answers.yaml its questions, and questions that are not covered."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    covered: dict[str, tuple[str, ...]] = {}
    not_covered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions by topic, those that are not covered, and the digest of the file ("" without one)."""

    covered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_covered: tuple[str, ...] = ()
    sha256: str = ""


def read_questions(folder: Path, topics: Mapping[str, object]) -> Questions:
    """The questions of a pack, if it has such a file. Raises AnswersError for a topic that answers.yaml lacks."""
    path = folder / FILE
    if not path.is_file():
        return Questions()
    file, text = read_yaml(path, QuestionsFile, AnswersError)
    for id in file.covered:
        if id not in topics:
            raise AnswersError(
                f"There is no point or topic {id!r} in answers.yaml.",
                file=path,
                line=line_of(text, ("covered", id)),
            )
    return Questions(file.covered, file.not_covered, hashlib.sha256(text.encode()).hexdigest())
