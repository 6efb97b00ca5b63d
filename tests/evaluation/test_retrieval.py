from __future__ import annotations

from pathlib import Path

import pytest

from corpus import find_pack
from corpus.errors import InputError
from evaluation.items import GoldItem
from evaluation.retrieval import measure, ways
from guardrails.pack import load_pack
from ingest.encoder import HashEncoder


def item(*groups: list[str]) -> GoldItem:
    return GoldItem(id="g", kind="k", turns=["?"], expect="answered", cite=list(groups))


def test_the_first_relevant_statement_counts() -> None:
    found = measure([item(["b"]), item(["a"]), item(["x", "c"])], lambda _: ["a", "b", "c"])
    assert found.mrr == pytest.approx((1 / 2 + 1 + 1 / 3) / 3)
    assert found.recall == {1: pytest.approx(1 / 3), 5: 1.0, 10: 1.0}


def test_groups_ask_for_one_statement_of_each() -> None:
    found = measure([item(["a"], ["z"])], lambda _: ["a", "b"])
    assert (found.recall[1], found.groups[1], found.groups[10]) == (1.0, 0.5, 0.5)


def test_what_is_not_found_at_all_counts_nothing() -> None:
    found = measure([item(["z"])], lambda _: ["a"])
    assert (found.mrr, found.recall[10], found.groups[10]) == (0.0, 0.0, 0.0)
    assert measure([item(["z"])], lambda _: []).mrr == 0.0


def test_questions_without_citations_are_left_out() -> None:
    assert measure([item(["a"]), item()], lambda _: ["a"]).questions == 1
    with pytest.raises(InputError):
        measure([item()], lambda _: ["a"])


def test_every_way_ranks_statements_of_the_guideline(tmp_path: Path) -> None:
    pack = load_pack(find_pack())
    known = {statement.id for statement in pack.guideline.statements}
    searches = ways(pack, HashEncoder(), tmp_path)
    assert len(searches) == 7
    asked = GoldItem(
        id="g", kind="k", turns=["When is the response assessed?"], expect="answered", cite=[["8.1"]]
    )
    for search in searches.values():
        found = list(search(asked))
        assert found
        assert len(set(found)) == len(found)
        assert set(found) <= known
