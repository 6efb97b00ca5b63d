"""A sample of the grid, its floor, and that its verdicts come from the algorithm."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path

import pytest

from corpus import find_pack
from evaluation.frames import FRAMES, SCOPES
from evaluation.grid import Grid, run
from guardrails.pack import Pack, load_pack
from language.condition import ALWAYS, Fact

_FLOORS = Path(__file__).parents[1] / "guardrails" / "floors.json"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(find_pack())


def test_a_sample_is_judged_as_the_algorithm_judges_it(pack: Pack) -> None:
    floor = json.loads(_FLOORS.read_text(encoding="utf-8"))["grid"]["share"]
    score = run(pack, 600, seed=7)
    wrong = [(c.text, c.question, c.patient, c.block) for cells in score.classes.values() for c in cells]
    assert score.texts == 600
    assert score.share >= floor, wrong


def test_the_same_seed_gives_the_same_grid(pack: Pack) -> None:
    first, again, other = (list(Grid(pack, seed).cells(80)) for seed in (3, 3, 4))
    assert first == again
    assert first != other


def test_every_stance_and_scope_occurs_with_either_verdict(pack: Pack) -> None:
    cells = list(Grid(pack, 1).cells(1500))
    assert {c.stance for c in cells} == set(FRAMES)
    assert {c.scope for c in cells} == set(SCOPES)
    assert 0.2 < sum(c.block for c in cells) / len(cells) < 0.6
    assert len({c.text for c in cells}) > 1300


@pytest.mark.parametrize(
    ("intervention", "stance", "scope", "condition", "block"),
    [
        ("cetuximab", "advised", "none", ALWAYS, True),
        ("cetuximab", "advised", "if", Fact("kras", "wild_type"), False),
        ("cetuximab", "advised", "if", Fact("kras", "mutant"), True),
        ("cetuximab", "weak", "only", Fact("kras", "wild_type"), False),
        ("anti_egfr", "against", "if", Fact("kras", "mutant"), False),
        ("anti_egfr", "against", "if", Fact("kras", "wild_type"), True),
        ("anti_egfr", "advised", "unless", Fact("kras", "mutant"), False),
        ("cetuximab", "against", "none", ALWAYS, None),
        ("cetuximab", "neutral", "none", ALWAYS, False),
        ("bevacizumab", "advised", "whatever", ALWAYS, False),
        ("bevacizumab", "advised", "only", Fact("kras", "wild_type"), True),
        ("metastasectomy", "double", "if", Fact("metastases", "unresectable"), True),
        ("metastasectomy", "against", "if", Fact("metastases", "unresectable"), False),
        ("emergent_resection", "delay", "if", Fact("perforation", "yes"), True),
        ("stent", "against", "if", Fact("bleeding", "yes"), True),
        ("stent", "needless", "if", Fact("bleeding", "yes"), False),
        ("folfox", "delay", "none", ALWAYS, True),
        ("folfox", "not delay", "none", ALWAYS, False),
    ],
)  # fmt: skip
def test_the_verdict_follows_from_the_algorithm(
    pack: Pack, intervention: str, stance: str, scope: str, condition: Fact, block: bool | None
) -> None:
    assert Grid(pack).expected(intervention, stance, scope, condition) is block  # type: ignore[arg-type]


def test_a_guardrail_that_lets_everything_through_scores_badly(pack: Pack) -> None:
    cells = list(islice(Grid(pack, 5).cells(500), 500))
    assert sum(not c.block for c in cells) / len(cells) < 0.8
