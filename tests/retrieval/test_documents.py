"""The LangChain face of the retriever."""

from __future__ import annotations

import asyncio

import pytest
from langchain_core.documents import Document
from langchain_core.runnables import RunnableLambda

from retrieval.documents import GuidelineRetriever
from retrieval.retriever import Retriever


def test_documents_hold_the_statement_verbatim_and_its_place(retriever: Retriever) -> None:
    documents = GuidelineRetriever(retriever=retriever, k=3).invoke("cetuximab in KRAS-mutant tumors")
    assert len(documents) == 3
    first = documents[0]
    statement = retriever.guideline.statement("9.3")
    assert statement is not None
    assert first.page_content == statement.text
    assert first.id == "9.3"
    assert first.metadata == {
        "id": "9.3",
        "section": "Pitfalls",
        "references": [1],
        "level": None,
        "grade": None,
        "score": first.metadata["score"],
    }


def test_levels_and_grades_are_told(retriever: Retriever) -> None:
    [document] = GuidelineRetriever(retriever=retriever, k=1).invoke("what does 3.3 say?")
    assert (document.metadata["level"], document.metadata["grade"]) == ("I", "A")
    assert document.metadata["section"] == "Systemic chemotherapy > First line"


def test_it_runs_in_a_chain_and_on_an_event_loop(retriever: Retriever) -> None:
    chain = GuidelineRetriever(retriever=retriever, k=2) | RunnableLambda(_ids)
    assert chain.invoke("statement 6.4")[0] == "6.4"
    assert asyncio.run(chain.ainvoke("statement 6.4"))[0] == "6.4"


def _ids(documents: list[Document]) -> list[str | None]:
    return [document.id for document in documents]


def test_an_unknown_option_is_refused(retriever: Retriever) -> None:
    with pytest.raises(ValueError, match="extra"):
        GuidelineRetriever(retriever=retriever, n=3)  # type: ignore[call-arg]
