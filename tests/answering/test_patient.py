"""Whose facts a message holds: notes as clinicians write them, and conversations in which a patient changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from answering.ask import Memory
from answering.patient import Patient, Patients
from answering.question import QuestionReader
from answering.repertoire import load_repertoire
from corpus import find_pack
from guardrails.pack import load_pack

NOTES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "notes.yaml").read_text("utf-8"))
PACK = load_pack(find_pack("stage-iv-rectal-cancer"))
REPERTOIRE = load_repertoire(PACK)
READER, PATIENTS = QuestionReader(PACK, REPERTOIRE), Patients(PACK, REPERTOIRE)


def heard(turns: list[str]) -> Patient:
    """The patient after the turns of one conversation."""
    patient = Patient()
    for turn in turns:
        narrowed = tuple(str(c) for c in patient.narrowed)
        patient = PATIENTS.merge(
            READER.read(turn, Memory()), patient.facts, narrowed, patient.supposed, sent={}
        )
    return patient


@pytest.mark.parametrize("note", NOTES, ids=lambda note: str(note["q"])[:60])
def test_the_facts_of_a_note_are_the_patients(note: dict[str, Any]) -> None:
    turns = note["q"] if isinstance(note["q"], list) else [note["q"]]
    assert heard(turns).all == note.get("facts", {})
