"""The retriever as LangChain's, for chains that want documents."""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from retrieval.retriever import Passage, Retriever


class GuidelineRetriever(BaseRetriever):
    """Returns the `k` best statements as documents: the text verbatim, the number as `id`.

    The metadata are ``id``, ``section`` ("A > B"), ``references`` (list of numbers), ``level``, ``grade``
    (None when the guideline gives none) and ``score``.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True, extra="forbid")

    retriever: Retriever
    k: int = 10

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        return [_document(passage) for passage in self.retriever.search(query, self.k)]


def _document(passage: Passage) -> Document:
    statement = passage.statement
    return Document(
        id=statement.id,
        page_content=statement.text,
        metadata={
            "id": statement.id,
            "section": " > ".join(statement.section),
            "references": list(statement.references),
            "level": statement.evidence.level if statement.evidence else None,
            "grade": statement.evidence.grade if statement.evidence else None,
            "score": passage.score,
        },
    )
