"""The files of a pack are checked against each other."""

from __future__ import annotations

import pytest

from corpus.errors import AlgorithmError, CorpusError, VocabularyError
from guardrails.pack import Pack, load_pack
from tests.guardrails.conftest import Altered


@pytest.mark.parametrize(
    ("file", "old", "new", "kind", "sentence"),
    [
        (
            "algorithm.yaml",
            "sources: [3.1]",
            "sources: [3.1, 3.99]",
            AlgorithmError,
            "rests on statement 3.99",
        ),
        ("algorithm.yaml", "source: 6.4", "source: 60.4", AlgorithmError, "Q01 rests on statement 60.4"),
        ("algorithm.yaml", "background: [1.2", "background: [0.1", AlgorithmError, "names statement 0.1"),
        ("algorithm.yaml", "interventions: [stent]", "interventions: [bypass]", VocabularyError, "'bypass'"),
        ("algorithm.yaml", "opposes: [locoregional_first]", "opposes: [x]", VocabularyError, "D02 needs"),
        ("vocabulary.yaml", "is_a: [anti_egfr]", "is_a: [anti_egf]", VocabularyError, "'anti_egf'"),
        (
            "vocabulary.yaml",
            "means: kras = mutant",
            "means: kras = mutated",
            VocabularyError,
            "kras = mutated",
        ),
        ("vocabulary.yaml", "subjects: [gene]", "subjects: [genome]", VocabularyError, "'genome'"),
        ("vocabulary.yaml", "means: asymptomatic", "means: symptomless", VocabularyError, "'symptomless'"),
        ("vocabulary.yaml", "    family: systemic\n", "    family: oral\n", VocabularyError, "family"),
        ("vocabulary.yaml", "subjects:\n", "subjects: [\n", VocabularyError, "This is not valid YAML"),
        ("vocabulary.yaml", "\nscores:", "\nscore:", VocabularyError, "score: Extra inputs"),
        ("guideline.md", "1.2 Decide", "1.1 Decide", CorpusError, "1.1"),
    ],
)
def test_a_mistake_between_files_is_told(
    altered: Altered, file: str, old: str, new: str, kind: type[CorpusError], sentence: str
) -> None:
    with pytest.raises(kind) as caught:
        load_pack(altered(old, new, file))
    assert sentence in str(caught.value)
    assert caught.value.file is not None
    assert caught.value.line is not None
    assert str(caught.value).count("\n") == 0


def test_a_class_that_is_its_own_member_is_told(altered: Altered) -> None:
    folder = altered("  bevacizumab:\n", "  bevacizumab:\n    # altered\n", "vocabulary.yaml")
    folder = altered("is_a: [biologic]\n    peers: [bevacizumab]", "is_a: [cetuximab]", "vocabulary.yaml")
    with pytest.raises(VocabularyError, match="is its own class"):
        load_pack(folder)


def test_a_pack_has_another_version_when_any_of_its_files_differs(pack: Pack, altered: Altered) -> None:
    versions = {pack.version}
    for old, new, file in (
        ('version: "1.0"\n\nfacts', 'version: "1.1"\n\nfacts', "algorithm.yaml"),
        ("[bevacizumab, avastin", "[bevacizumab, avastine", "vocabulary.yaml"),
        ("Begin systemic chemotherapy early", "Begin systemic chemotherapy soon", "guideline.md"),
    ):
        versions.add(load_pack(altered(old, new, file)).version)
    assert len(versions) == 4
