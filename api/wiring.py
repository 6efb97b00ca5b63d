"""Making the parts from the settings and putting them together: once for the server, once for each command.

Nothing here is imported at the top that needs torch or Chroma: `guiderail check` and `--help` must not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from answering.consultation import Responder, Turn
from api.service import Json, Library, Service
from api.settings import Settings
from corpus import find_pack
from corpus.errors import CorpusError, InputError
from corpus.files import read_text
from evaluation.target import InProcess
from guardrails.guardrail import Guardrail
from guardrails.pack import Pack, load_pack

if TYPE_CHECKING:
    from answering.assistant import Assistant
    from answering.conversations import Conversations
    from ingest.encoder import Encoder
    from retrieval.retriever import Retriever

Progress = Callable[[int, int], None]


def open_pack(settings: Settings) -> Pack:
    """The guideline pack of the settings. Raises InputError or CorpusError."""
    return load_pack(find_pack(settings.pack))


def open_store(settings: Settings) -> Conversations:
    """The database of the settings, brought up to date."""
    from answering.conversations import Conversations

    if settings.database is None:
        # Questions are a patient's: nobody else on this machine may read them.
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    return Conversations(settings.database_url)


def open_encoder(settings: Settings) -> Encoder:
    """The sentence encoder, verified; takes about six seconds, nearly all of them imports."""
    from ingest.encoder import DEFAULT_MODEL, HashEncoder, SentenceEncoder

    if settings.encoder == "hash":
        return HashEncoder()
    return SentenceEncoder(settings.encoder or DEFAULT_MODEL)


def library(pack: Pack) -> Library:
    """What the routes show of a pack. `suggestions.txt`, a question a line, is optional."""
    file = pack.folder / "suggestions.txt"
    lines = read_text(file, CorpusError).splitlines() if file.is_file() else []
    return Library(pack.guideline, pack.algorithm, tuple(line.strip() for line in lines if line.strip()))


class PackChecker:
    """The guardrail of a pack, as the routes want it."""

    def __init__(self, pack: Pack) -> None:
        self._guardrail = Guardrail(pack)

    def check(self, text: str, question: str | None, patient: Mapping[str, str]) -> Json:
        return self._guardrail.check(text, question=question, patient=patient).to_json()


class AssistantResponder:
    """The assistant, with answers and states as JSON."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self.brief = assistant.brief

    def turn(self, message: str, state: Mapping[str, object], patient: Mapping[str, str | None]) -> Turn:
        from answering.assistant import ConversationState

        before = ConversationState.from_json(state)
        answer, after = self._assistant.respond(message, before, patient)
        return Turn(answer.to_json(), after.to_json())


@dataclass(frozen=True, slots=True)
class IndexedDesk:
    """A desk over an index and an encoder."""

    responder: Responder
    retriever: Retriever

    def search(self, query: str, k: int) -> Sequence[Json]:
        return [
            {
                "id": passage.statement.id,
                "section": " > ".join(passage.statement.section),
                "quote": passage.statement.text,
                "score": passage.score,
                "ranks": dict(passage.ranks),
                "scores": dict(passage.scores),
            }
            for passage in self.retriever.search(query, k)
        ]

    def verify(self) -> None:
        self.retriever.check()


def open_desk(settings: Settings, pack: Pack, progress: Progress | None = None) -> IndexedDesk:
    """Load the encoder, bring the index up to date, and seat the assistant.

    `progress` hears of the encoding when the index has to be built. Raises EncoderError or IndexProblem.
    """
    from answering.assistant import Assistant
    from ingest.index import build_index
    from retrieval.retriever import Retriever
    from retrieval.worker import EncodingWorker

    worker = EncodingWorker(open_encoder(settings), waiting=settings.waiting)
    index = build_index(pack.guideline, worker, settings.index_folder, progress)
    retriever = Retriever(pack.guideline, index, worker, pack.reader.expand)
    composing = AssistantResponder(Assistant(pack, retriever, cache=settings.index_folder))
    return IndexedDesk(_with_model(composing, settings, pack), retriever)


def _with_model(composing: AssistantResponder, settings: Settings, pack: Pack) -> Responder:
    """The responder that lets the model of the settings draft; the composing one alone when there is none."""
    if settings.model is None:
        return composing
    from answering.drafting import DraftingAssistant, language_model

    return DraftingAssistant(
        composing,
        Guardrail(pack),
        language_model(settings),
        pack.guideline,
        pack.algorithm,
        seconds=settings.model_timeout,
    )


def open_service(settings: Settings, progress: Progress | None = None) -> Service:
    """The service that a server serves; the pack is loaded at once, index and encoder when it starts."""
    pack = open_pack(settings)
    return Service(
        settings,
        library(pack),
        PackChecker(pack),
        open_store(settings),
        lambda: open_desk(settings, pack, progress),
    )


def in_process(settings: Settings, *, chat: bool) -> InProcess:
    """The program itself as an evaluation's target; index and encoder are loaded only where it is to `chat`."""
    pack = open_pack(settings)
    checker = PackChecker(pack)
    if not chat:
        return InProcess(lambda: _no_chat, checker.check)
    desk = open_desk(settings, pack)
    desk.verify()

    def begin() -> Callable[[str, Mapping[str, str]], Json]:
        state: Mapping[str, object] = {}

        def turn(message: str, patient: Mapping[str, str]) -> Json:
            nonlocal state
            taken = desk.responder.turn(message, state, patient)
            state = taken.state
            return dict(taken.response)

        return turn

    return InProcess(begin, checker.check)


def _no_chat(message: str, patient: Mapping[str, str]) -> Json:
    raise InputError("This target only checks texts.")


def index_guideline(
    path: Path, settings: Settings, encoder: Encoder, progress: Progress | None = None
) -> Json:
    """Parse and index one guideline, a pack's folder or a bare file; return what was found."""
    from ingest.guideline import read_guideline
    from ingest.index import build_index

    guideline = load_pack(path).guideline if path.is_dir() else read_guideline(path)
    index = build_index(guideline, encoder, settings.index_folder, progress)
    try:
        return {
            "id": guideline.id,
            "title": guideline.title,
            "version": guideline.version,
            "sections": len(guideline.sections),
            "statements": len(guideline.statements),
            "references": len(guideline.references),
            "index": index.id,
            "model": index.model,
        }
    finally:
        index.close()
