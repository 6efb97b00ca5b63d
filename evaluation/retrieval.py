"""Retrieval measured on its own: for each gold question, the statements of its `cite` are the relevant ones.

    python -m evaluation.retrieval GOLD.jsonl [...] [--json]

MRR is the mean of 1 / rank of the first relevant statement. R@k is the share of questions with a relevant statement
among the first k (the measure under which NICE's guideline retrieval has MRR 0.814, R@1 81%, R@10 99.1%); groups@k is
stricter, the share of all groups of `cite` of which one statement is among the first k.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from answering.assistant import Assistant, ConversationState
from corpus import find_pack
from corpus.errors import InputError
from evaluation.items import GoldItem, read_items
from guardrails.pack import Pack, load_pack
from ingest.encoder import Encoder, SentenceEncoder
from ingest.index import build_index
from retrieval.retriever import Retriever

CUTS = (1, 5, 10)
Search = Callable[[GoldItem], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Measures:
    """How well one way of searching does over a set of questions; shares from 0 to 1."""

    questions: int
    mrr: float
    recall: Mapping[int, float]
    groups: Mapping[int, float]

    def to_json(self) -> dict[str, Any]:
        return {
            "questions": self.questions,
            "mrr": round(self.mrr, 4),
            **{f"R@{k}": round(share, 4) for k, share in self.recall.items()},
            **{f"groups@{k}": round(share, 4) for k, share in self.groups.items()},
        }


def measure(items: Sequence[GoldItem], search: Search) -> Measures:
    """Measure a search (item -> statement ids, best first) on the items that have a `cite`."""
    asked = [item for item in items if item.cite]
    if not asked:
        raise InputError("None of these items cites anything; retrieval cannot be measured on them.")
    reciprocal = 0.0
    hits, covered = dict.fromkeys(CUTS, 0), dict.fromkeys(CUTS, 0)
    groups = 0
    for item in asked:
        found = list(search(item))
        ranks = {name: rank for rank, name in reversed(list(enumerate(found, start=1)))}
        best = [
            min((ranks.get(name, len(found) + 1_000) for name in group), default=0) for group in item.cite
        ]
        first = min(best)
        reciprocal += 1 / first if first <= len(found) else 0.0
        groups += len(best)
        for k in CUTS:
            hits[k] += first <= k
            covered[k] += sum(rank <= k for rank in best)
    return Measures(
        len(asked),
        reciprocal / len(asked),
        {k: hits[k] / len(asked) for k in CUTS},
        {k: covered[k] / groups for k in CUTS},
    )


def ways(pack: Pack, encoder: Encoder, folder: Path) -> dict[str, Search]:
    """Dense and lexical alone and fused, each with and without the vocabulary's words; and as the assistant does it.

    The assistant also knows what was said before and which directives hold for the patient, whose statements are
    a ranking of their own.
    """
    index = build_index(pack.guideline, encoder, folder)
    everything = len(pack.guideline.statements)
    found: dict[str, Search] = {}
    for label, retriever in (
        ("without vocabulary", Retriever(pack.guideline, index, encoder)),
        ("with vocabulary", Retriever(pack.guideline, index, encoder, pack.reader.expand)),
    ):
        for ranking in ("dense", "lexical", "fused"):
            found[f"{ranking}, {label}"] = _ranked(retriever, ranking, everything)
    found["as the assistant searches"] = _assisted(Assistant(pack, retriever))
    return found


def _assisted(assistant: Assistant) -> Search:
    def search(item: GoldItem) -> Sequence[str]:
        state = ConversationState()
        for message in item.turns[:-1]:
            _, state = assistant.respond(message, state, {})
        brief = assistant.brief(item.turns[-1], state.to_json(), item.patient)
        return [] if brief is None else [statement.id for statement in brief.passages]

    return search


def _ranked(retriever: Retriever, ranking: str, k: int) -> Search:
    def search(item: GoldItem) -> Sequence[str]:
        passages = retriever.search(" ".join(item.turns), k)
        if ranking == "fused":
            return [passage.statement.id for passage in passages]
        ranked = [passage for passage in passages if ranking in passage.ranks]
        return [p.statement.id for p in sorted(ranked, key=lambda p: p.ranks[ranking])]

    return search


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Measure retrieval on gold files.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--pack", default=None)
    parser.add_argument("--index", type=Path, default=Path("data/index"))
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    items = [item for file in given.files for item in read_items(file) if isinstance(item, GoldItem)]
    found = {
        name: measure(items, search).to_json()
        for name, search in ways(load_pack(find_pack(given.pack)), SentenceEncoder(), given.index).items()
    }
    if given.json:
        sys.stdout.write(json.dumps(found, indent=2) + "\n")
    else:
        names = list(next(iter(found.values())))
        sys.stdout.write("".join([f"{'':30}", *(f"{name:>11}" for name in names), "\n"]))
        for way, measures in found.items():
            sys.stdout.write("".join([f"{way:30}", *(f"{measures[name]:>11}" for name in names), "\n"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
