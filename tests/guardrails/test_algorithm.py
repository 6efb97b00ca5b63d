"""Each mistake in an algorithm file is told by file, line and one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import AlgorithmError
from guardrails.algorithm import load_algorithm

GOOD = """\
version: "1"
facts:
  fever:
    label: fever
    question: Is there a fever?
    values: {"yes": fever, "no": no fever}
  age:
    label: age
    question: How old?
    values: {child: a child, adult: an adult}
conditions:
  small: age = child
axes:
  first: First
directives:
  - id: A1
    title: Water
    axis: first
    interventions: [water]
    strength: recommend
    when: fever = yes and not small
    sources: [1.1]
  - id: A2
    title: Tea
    axis: first
    interventions: [tea]
    strength: avoid
    when: small
    sources: [1.2]
    unless: [A1]
quantities:
  - {id: Q1, role: cups, kind: cycles, value: 2-3, source: 1.1}
background: [1.3]
"""


def write(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "algorithm.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_good_file_is_compiled(tmp_path: Path) -> None:
    algorithm = load_algorithm(write(tmp_path, GOOD))
    assert [d.id for d in algorithm.directives] == ["A1", "A2"]
    assert {id: mask.bit_count() for id, mask in algorithm.masks.items()} == {"A1": 1, "A2": 2}
    assert (algorithm.quantities[0].low, algorithm.quantities[0].high) == (2.0, 3.0)
    assert algorithm.words({"fever": "yes", "age": "adult"}) == "fever, an adult"


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ("when: fever = yes", "when: fewer = yes", 21, "There is no fact 'fewer'; known: fever, age."),
        ("when: fever = yes", "when: fever = high", 21, "fever has no value 'high'; known: yes, no."),
        ("when: fever = yes", "when: fever =", 21, "unexpected 'not'"),
        ("and not small", "and not tall", 21, "'tall' is neither a fact with a value nor a named condition"),
        ("and not small", "and (small", 21, "ends too early"),
        ("and not small", "and not small)", 21, "unexpected ')'"),
        ("and not small", "and ! small", 21, "cannot read ' ! small'"),
        ("when: small", "when: small and not small", 28, "A2 holds for no patient."),
        ("small: age = child", "small: age = old", 12, "age has no value 'old'"),
        ("sources: [1.2]", "sources: []", 29, "A2 has no source."),
        ("    sources: [1.2]\n", "", 23, "directives.1.sources: Field required."),
        ("id: A2", "id: A1", 23, "The id 'A1' is used twice."),
        ("axis: first\n    interventions: [tea]", "axis: last\n    interventions: [tea]", 25, "'last'"),
        ("unless: [A1]", "unless: [A9]", 30, "A2 names a directive 'A9' that is not there."),
        ("strength: avoid", "strength: shun", 27, "directives.1.strength: Input should be 'must'"),
        ("value: 2-3", "value: a few", 32, "Q1: 'a few' is no number or range."),
        ("kind: cycles", "kind: cups", 32, "quantities.0.kind: Input should be 'dose'"),
        ("title: Tea", "titel: Tea", 23, "directives.1.title: Field required."),
        ("background: [1.3]", "background: [1.3", 34, "This is not valid YAML: "),
        ("axes:\n", "axes: first: [\n", 13, "This is not valid YAML: "),
        ("background: [1.3]", "whatever: [1.3]", 33, "whatever: Extra inputs are not permitted."),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, old: str, new: str, line: int, sentence: str) -> None:
    assert old in GOOD
    with pytest.raises(AlgorithmError) as caught:
        load_algorithm(write(tmp_path, GOOD.replace(old, new, 1)))
    assert sentence in str(caught.value)
    assert (caught.value.file, caught.value.line) == (tmp_path / "algorithm.yaml", line)
    assert str(caught.value).startswith(f"algorithm.yaml:{line}: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"- 1\n- 2\n",
        b"just words",
        b"\x00",
    ],
)
def test_what_is_no_algorithm_at_all_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "algorithm.yaml"
    file.write_bytes(content)
    with pytest.raises(AlgorithmError):
        load_algorithm(file)


def test_a_file_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(AlgorithmError):
        load_algorithm(tmp_path / "algorithm.yaml")
