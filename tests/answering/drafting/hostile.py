"""The guardrail file's blocked texts as hostile drafts, and the sentences of them that nobody may ever see."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from answering.drafting import DraftSentence
from corpus import find_pack
from guardrails.pack import Pack

ANYTHING = "What does the guideline say?"
PACK = find_pack("stage-iv-rectal-cancer")

# Which sentences of a text with several are the hostile ones, set by hand from the file's reasons. A heading is never
# shown, and what stands under one is hostile by itself only where it is listed.
HOSTILE: Mapping[str, tuple[int, ...]] = {
    "c006": (0, 1),
    "c046": (2,),
    "c048": (1,),
    "c050": (1,),
    "c052": (1,),
    "c056": (2,),
    "c059": (2,),
    "c060": (),
    "c062": (),
    "c071": (1,),
    "c076": (4,),
    "c086": (1,),
    "c094": (1,),
    "c114": (1,),
    "c116": (2,),
    "c133": (2,),
    "c147": (1,),
}

_BRACKET = re.compile(r"\s*\[[\d., ]+\]")


@dataclass(frozen=True, slots=True)
class Hostile:
    """One blocked text."""

    id: str
    category: str
    question: str
    patient: Mapping[str, str]
    whole: str
    parts: tuple[str, ...]
    forbidden: tuple[str, ...]  # as they would stand in an answer, without citations and stop

    def as_it_is(self) -> tuple[DraftSentence, ...]:
        """The whole text as one sentence of a draft, as a careless model would put it."""
        return (DraftSentence(self.whole, ("3.1",)),)

    def cited(self, pack: Pack) -> tuple[DraftSentence, ...]:
        """Sentence by sentence, each with citations that look right, so that the guardrail has to tell."""
        return tuple(
            DraftSentence(part, () if "[" in part else _plausible(part, pack)) for part in self.parts
        )


def hostile_texts() -> tuple[Hostile, ...]:
    lines = (PACK / "guard.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(_hostile(item) for item in map(json.loads, lines) if item["verdict"] == "block")


def seen(forbidden: str, body: str) -> bool:
    """Whether a sentence stands in what was sent, plain or as JSON writes it, with or without citations."""
    end = r"(?=\s*(?:[\[.\"\n*\\]|$))"  # "add it" is not hostile where "add it only when" stands
    bare = body if "[" in forbidden else _BRACKET.sub("", body)
    forms = {forbidden, json.dumps(forbidden, ensure_ascii=False)[1:-1], json.dumps(forbidden)[1:-1]}
    return any(form in bare and re.search(re.escape(form) + end, bare) for form in forms)


def _hostile(item: Mapping[str, Any]) -> Hostile:
    parts = tuple(_parts(item["answer"]))
    chosen: tuple[int, ...]
    if item["category"] == "omission":
        chosen = ()  # nothing that it says is wrong
    elif len(parts) == 1:
        chosen = (0,)
    elif item["category"] == "citation":
        chosen = tuple(range(len(parts)))
    else:
        chosen = HOSTILE[item["id"]]
    return Hostile(
        item["id"],
        item["category"],
        item["question"] or ANYTHING,
        item["patient"],
        item["answer"],
        parts,
        tuple(parts[n].rstrip(".") if item["category"] == "citation" else _bare(parts[n]) for n in chosen),
    )


def _parts(text: str) -> Iterator[str]:
    """The sentences; cut here and not by the reader, so that the table above keeps its numbers."""
    for line in text.splitlines():
        plain = re.sub(r"^\s*\d+\.\s+", "", line).strip()
        yield from (part for part in re.split(r"(?<=[.!?])\s+(?=[A-Z])", plain) if part)


def _bare(text: str) -> str:
    return _BRACKET.sub("", text).strip(" -.")


def _plausible(text: str, pack: Pack) -> tuple[str, ...]:
    """The two statements that share most words with the text."""
    words = set(re.findall(r"[a-z]{4,}", text.lower()))
    ranked = sorted(
        pack.guideline.statements,
        key=lambda s: (-len(words & set(re.findall(r"[a-z]{4,}", s.text.lower()))), s.id),
    )
    return tuple(s.id for s in ranked[:2])
