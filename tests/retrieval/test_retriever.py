"""Ranked statements: fused, deterministic, with ids honoured, and never from a part of the index."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import EncoderError, IndexBroken
from ingest.encoder import HashEncoder, SentenceEncoder, Vectors
from ingest.guideline import Guideline
from ingest.index import Index, build_index
from retrieval.retriever import Passage, Retriever, fuse


def ids(passages: Sequence[Passage]) -> list[str]:
    return [passage.statement.id for passage in passages]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("cetuximab in a KRAS-mutant tumor", "9.3"),
        ("25 Gy in 5 fractions", "6.4"),
        ("50.4 Gy long-course chemoradiotherapy", "6.5"),
        ("How many cycles before the response is re-evaluated?", "8.1"),
        ("obstruction or perforation: emergent surgical resection?", "4.3"),
        ("bone or brain metastases", "6.3"),
    ],
)
def test_the_statement_asked_for_comes_first(retriever: Retriever, question: str, expected: str) -> None:
    assert ids(retriever.search(question))[0] == expected


def test_a_passage_tells_its_ranks_and_scores(retriever: Retriever) -> None:
    passages = retriever.search("bevacizumab", also=[["3.2", "4.7", "99.9", "3.2"], ["1.1"]])
    by_id = {passage.statement.id: passage for passage in passages}
    assert by_id["3.2"].ranks["directives"] == 1
    assert by_id["4.7"].ranks["directives"] == 2
    assert by_id["1.1"].ranks["directives 2"] == 1
    for passage in passages:
        assert passage.score == round(sum(1 / (60 + rank) for rank in passage.ranks.values()), 6)
        assert set(passage.scores) == set(passage.ranks) & {"dense", "lexical"}
    assert [passage.score for passage in passages] == sorted((p.score for p in passages), reverse=True)


def test_further_rankings_lift_their_statements(retriever: Retriever) -> None:
    question = "what should be done?"
    assert ids(retriever.search(question, also=[["5.4"]] * 3))[0] == "5.4"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What does 6.4 say?", ["6.4"]),
        ("Compare statements 3.3 and 9.3", ["3.3", "9.3"]),
        ("as in [9.3, 3.3]", ["9.3", "3.3"]),
    ],
)
def test_named_statements_come_first_in_the_order_of_naming(
    retriever: Retriever, question: str, expected: list[str]
) -> None:
    passages = retriever.search(question)
    assert ids(passages)[: len(expected)] == expected
    assert passages[0].ranks["named"] == 1


def test_the_number_of_passages_is_the_one_asked_for(retriever: Retriever) -> None:
    for k in (1, 5, 47, 100):
        found = ids(retriever.search("chemotherapy", k))
        assert len(found) == len(set(found)) == min(k, 47)
    assert retriever.search("chemotherapy", 0) == ()
    assert retriever.search("   ") == ()


@pytest.mark.parametrize(
    "question", ["?!", "😀", "x" * 4000, "'; DROP TABLE statements; --", "\u202eabc", "治疗"]
)
def test_any_text_can_be_searched_for(retriever: Retriever, question: str) -> None:
    assert len(retriever.search(question, 10)) == 10


def test_the_same_question_gives_the_same_passages(
    tmp_path: Path, shipped: Guideline, retriever: Retriever
) -> None:
    other = build_index(shipped, HashEncoder(256), tmp_path)
    again = Retriever(shipped, other, HashEncoder(256))
    for question in ("chemotherapy", "liver metastases that can be resected", "zzz"):
        assert retriever.search(question) == retriever.search(question) == again.search(question)
    other.close()


def test_equal_scores_stand_in_the_order_of_the_guideline(retriever: Retriever) -> None:
    passages = retriever.search("chemotherapy", 47)
    order = {statement.id: place for place, statement in enumerate(retriever.guideline.statements)}
    keys = [(-passage.score, order[passage.statement.id]) for passage in passages]
    assert keys == sorted(keys)


def test_the_question_is_expanded_for_both_rankings(
    shipped: Guideline, index: Index, encoder: HashEncoder
) -> None:
    retriever = Retriever(shipped, index, encoder, lambda question: question.replace("Erbitux", "cetuximab"))
    assert retriever.search("Erbitux") == Retriever(shipped, index, encoder).search("cetuximab")


def test_fusing_sums_reciprocal_ranks() -> None:
    assert fuse({"a": ["x", "y"], "b": ["y"]}) == {"x": 1 / 61, "y": 1 / 62 + 1 / 61}


def test_check_passes_on_a_sound_index(retriever: Retriever) -> None:
    retriever.check()


class _OtherWeights(HashEncoder):
    """An encoder that went wrong after the index was opened."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        return np.ascontiguousarray(super().encode(texts)[:, ::-1])


def test_check_notices_an_encoder_that_gives_other_vectors(shipped: Guideline, index: Index) -> None:
    with pytest.raises(IndexBroken, match="does not find itself"):
        Retriever(shipped, index, _OtherWeights(256)).check()


def test_an_encoder_of_another_dimension_is_refused(shipped: Guideline, index: Index) -> None:
    retriever = Retriever(shipped, index, HashEncoder(64))
    for use in (retriever.check, lambda: retriever.search("chemotherapy")):
        with pytest.raises(EncoderError, match=r"the index needs \(256,\)"):
            use()


def test_vectors_that_are_lost_while_serving_are_noticed(tmp_path: Path, shipped: Guideline) -> None:
    encoder = HashEncoder(64)
    index = build_index(shipped, encoder, tmp_path)
    retriever = Retriever(shipped, index, encoder)
    [database] = tmp_path.rglob("chroma.sqlite3")
    with sqlite3.connect(database) as connection:
        connection.execute("DELETE FROM embeddings")
        connection.execute("DELETE FROM embedding_metadata")
        connection.execute("DELETE FROM segments")
        connection.execute("DELETE FROM collections")
    connection.close()
    with pytest.raises(IndexBroken):
        retriever.check()
    with pytest.raises(IndexBroken):
        retriever.search("chemotherapy")
    index.close()


@pytest.mark.model
def test_the_real_encoder_finds_by_meaning(tmp_path: Path, shipped: Guideline) -> None:
    encoder = SentenceEncoder()
    index = build_index(shipped, encoder, tmp_path)
    retriever = Retriever(shipped, index, encoder)
    retriever.check()
    for question, expected in [
        ("The bowel is blocked by the growth: operate right away?", "4.3"),
        ("Which blood test shows whether the disease comes back?", "8.2"),
        ("Is it known which treatment must come first?", "2.1"),
        ("May the biologic be given although the gene is mutated?", "9.3"),
    ]:
        assert expected in ids(retriever.search(question, 5))
    index.close()
