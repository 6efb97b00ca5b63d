"""The tests have teeth: leaving out a class of cues, or turning a literal of the algorithm, changes verdicts.

A mutant is killed when a verdict on the items or a proof of the verification differs from the unaltered one's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from guardrails.guardrail import Guardrail
from guardrails.pack import Pack, load_pack
from guardrails.verification import verify
from language.cues import Cues, load_cues
from language.matcher import Hit
from language.reader import Reader
from language.tagging import Tagger
from tests.guardrails.conftest import Altered
from tests.guardrails.items import ITEMS, judged, verdicts
from tests.language.sentences import CLAIMS

# Without `not_all`, `except` or `contrast` alone nothing here changes: the cutting into clauses finds the same.
_CLASSES = (
    "negation",
    "no_negation",
    "against",
    "needless",
    "delay",
    "first",
    "before",
    "only",
    "whatever",
    "everyone",
    "negating",
    "rather_than",
    "preferred_to",
    "advise",
    "weak",
    "imperative",
    "not_covered",
    "reject",
    "endorse",
    "they",
)


class _Without:
    """The cues without one class; everything else of Cues stays as it is."""

    def __init__(self, cues: Cues, name: str) -> None:
        self._cues, self._name = cues, name
        self.classes, self.words, self.stems = cues.classes, cues.words, cues.stems

    def find(self, words: list[str]) -> dict[str, list[Hit[str]]]:
        return {name: hits for name, hits in self._cues.find(words).items() if name != self._name}


class _DeafReader(Reader):
    """A reader that does not know a class of cues."""

    def __init__(self, pack: Pack, name: str) -> None:
        super().__init__(pack.vocabulary)
        self._tagger = Tagger(pack.vocabulary, _Without(load_cues(), name))  # type: ignore[arg-type]


def _differences(guardrail: Guardrail, mutant: Guardrail) -> Iterator[str]:
    """What the mutant judges or reads otherwise: items of the files, annotated sentences."""
    before = verdicts(guardrail)
    yield from (item.id for item in ITEMS if judged(mutant, item) != before[item.id])
    for text in dict.fromkeys(sentence for sentence, *_ in CLAIMS):
        if _read(guardrail, text) != _read(mutant, text):
            yield text


def _read(guardrail: Guardrail, text: str) -> list[tuple[str, str, str]]:
    return [(c.intervention, c.stance, str(c.condition)) for c in guardrail.check(text).claims]


@pytest.mark.parametrize("name", _CLASSES)
def test_leaving_out_a_class_of_cues_changes_a_verdict(pack: Pack, guardrail: Guardrail, name: str) -> None:
    assert name in load_cues().classes
    deaf = replace(pack, reader=_DeafReader(pack, name))
    assert next(_differences(guardrail, Guardrail(deaf)), None) is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("when: kras = mutant", "when: kras = wild_type"),
        ("when: kras = wild_type", "when: kras = mutant"),
        ("    when: line = first\n", "    when: line = second\n"),
        ("when: line = first and performance_status = good", "when: line = second and performance_status = good"),
        ("emergency: obstruction = yes or perforation = yes", "emergency: obstruction = yes and perforation = no"),
        ("strength: must", "strength: consider"),
        ("when: metastases = converted", "when: metastases = unresectable"),
        ("when: bleeding = yes or impending_obstruction = yes\n", "when: bleeding = no\n"),
        ("when: always\n    sources: [7.1, 9.2]", "when: performance_status = poor\n    sources: [7.1, 9.2]"),
        ("when: intent = curative_possible", "when: intent = palliative"),
        ("locally_advanced = yes\n    sources: [6.2]", "locally_advanced = no\n    sources: [6.2]"),
        ("    opposes: [locoregional_first]\n", ""),
        ('value: "25", source', 'value: "26", source'),
        ("value: 45-50.4", "value: 44-49"),
        ('value: "89"', 'value: "90"'),
        ("limit: most", "limit: exact"),
    ],
)  # fmt: skip
def test_turning_a_literal_of_the_algorithm_is_noticed(
    pack: Pack, guardrail: Guardrail, altered: Altered, old: str, new: str
) -> None:
    mutant = load_pack(altered(old, new))
    proved = verify(pack).to_json()
    if verify(mutant).to_json() != proved:
        return
    assert next(_differences(guardrail, Guardrail(mutant)), None) is not None
