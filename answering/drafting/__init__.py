"""Answers that a language model drafts, each sentence under guard.

question ─▶ brief ─▶ prompt ─▶ model ─▶ sentences ─▶ gate ─▶ shown
              └───▶ composed answer (meanwhile), which takes the draft's place when there is none that passes
"""

from answering.drafting.assistant import BRIDGE, Answerer, DraftingAssistant
from answering.drafting.draft import DraftSentence
from answering.drafting.failure import DraftFailed, Reason
from answering.drafting.model import Drafter, LanguageModel, language_model
from answering.drafting.settings import ModelSettings

__all__ = [
    "BRIDGE",
    "Answerer",
    "DraftFailed",
    "DraftSentence",
    "Drafter",
    "DraftingAssistant",
    "LanguageModel",
    "ModelSettings",
    "Reason",
    "language_model",
]
