"""A guideline pack, loaded once into one frozen object and passed on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import AlgorithmError, VocabularyError
from corpus.files import line_of
from guardrails.algorithm import Algorithm, load_algorithm, read_facts
from ingest.guideline import Guideline, read_guideline
from language.reader import Reader
from language.vocabulary import Vocabulary, load_vocabulary


@dataclass(frozen=True)
class Pack:
    """One guideline with its algorithm, its words and the reader made from them."""

    folder: Path
    guideline: Guideline
    algorithm: Algorithm
    vocabulary: Vocabulary
    reader: Reader

    @property
    def version(self) -> str:
        """Changes whenever a file of the pack changes."""
        return hashlib.sha256(
            (self.guideline.sha256 + self.algorithm.sha256 + self.vocabulary.sha256).encode()
        ).hexdigest()[:12]


def load_pack(folder: Path) -> Pack:
    """Load and cross-check a pack. Raises CorpusError with file, line and one sentence."""
    guideline = read_guideline(folder / "guideline.md")
    path = folder / "algorithm.yaml"
    algorithm = load_algorithm(path)
    _file, named, axes, text = read_facts(path)
    vocabulary = load_vocabulary(folder / "vocabulary.yaml", named, axes)
    for number, directive in enumerate(algorithm.directives):
        for source in directive.sources:
            if guideline.statement(source) is None:
                raise AlgorithmError(
                    f"{directive.id} rests on statement {source}, which the guideline does not have.",
                    file=path,
                    line=line_of(text, ("directives", number, "sources")),
                )
        for intervention in (*directive.interventions, *directive.opposes, *directive.opposes_if_meant):
            if intervention not in vocabulary.interventions:
                raise VocabularyError(
                    f"The algorithm's {directive.id} needs the intervention {intervention!r}, which is missing.",
                    file=folder / "vocabulary.yaml",
                    line=line_of(
                        (folder / "vocabulary.yaml").read_text(encoding="utf-8"), ("interventions",)
                    ),
                )
    for number, quantity in enumerate(algorithm.quantities):
        if guideline.statement(quantity.source) is None:
            raise AlgorithmError(
                f"{quantity.id} rests on statement {quantity.source}, which the guideline does not have.",
                file=path,
                line=line_of(text, ("quantities", number, "source")),
            )
    for source in algorithm.background:
        if guideline.statement(source) is None:
            raise AlgorithmError(
                f"The background names statement {source}, which the guideline does not have.",
                file=path,
                line=line_of(text, ("background",)),
            )
    return Pack(folder, guideline, algorithm, vocabulary, Reader(vocabulary))
