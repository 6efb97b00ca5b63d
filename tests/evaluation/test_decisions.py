from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from corpus import find_pack
from evaluation.decisions import Choice, Leaf, Node, follow, grow, split
from evaluation.diagram import diagram, write_diagrams
from guardrails.algorithm import load_algorithm
from guardrails.pack import Pack, load_pack

TOY = load_algorithm(Path(__file__).parents[1] / "api" / "toy" / "algorithm.yaml")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(find_pack())


def test_a_question_is_asked_only_while_it_matters() -> None:
    tree = grow(TOY, "drugs")
    assert isinstance(tree, Choice)
    assert grow(TOY, "follow_up") == Leaf(("D03",), 8)
    assert _questions(tree) == {"eligible", "stage"}


def test_every_patient_of_the_toy_arrives_at_what_holds() -> None:
    for axis in TOY.axes:
        tree = grow(TOY, axis)
        for patient in TOY.patients.each(TOY.everyone):
            known = TOY.patients.known(patient)
            holding = tuple(d.id for d in TOY.directives if d.axis == axis and known & TOY.masks[d.id])
            assert follow(TOY, tree, patient) == holding


def test_the_trees_of_the_pack_say_what_its_directives_say(pack: Pack) -> None:
    algorithm = pack.algorithm
    for axis in algorithm.axes:
        tree = grow(algorithm, axis)
        arrived: dict[str, int] = {}
        total = 0
        for leaf, mask in _leaves(tree, pack, algorithm.everyone):
            total += mask.bit_count()
            for id in leaf.directives:
                arrived[id] = arrived.get(id, 0) | mask
        assert total == algorithm.patients.size
        for directive in algorithm.directives:
            if directive.axis == axis:
                assert arrived.get(directive.id, 0) == algorithm.masks[directive.id]


def _questions(node: Node) -> set[str]:
    if isinstance(node, Leaf):
        return set()
    return {node.about}.union(*(_questions(after) for _, after in node.branches))


def _leaves(node: Node, pack: Pack, mask: int) -> list[tuple[Leaf, int]]:
    if isinstance(node, Leaf):
        return [(node, mask)]
    algorithm = pack.algorithm
    found = []
    for values, after in node.branches:
        parts = split(algorithm, node.about, mask)
        part = 0
        for value in values:
            part |= parts.get(value, 0)
        found += _leaves(after, pack, part)
    return found


def test_a_diagram_shows_each_directive_with_its_statements(pack: Pack) -> None:
    algorithm = pack.algorithm
    for axis in algorithm.axes:
        svg = diagram(algorithm, grow(algorithm, axis), algorithm.axes[axis])
        root = ElementTree.fromstring(svg)
        text = " ".join(" ".join(root.itertext()).split())
        for directive in algorithm.directives:
            if directive.axis == axis:
                assert directive.id in text
                links = {element.get("href") for element in root.iter() if element.tag.endswith("}a")}
                assert {f"#s{source}" for source in directive.sources} <= links


def test_the_page_stands_alone_and_holds_every_statement(pack: Pack, tmp_path: Path) -> None:
    page = write_diagrams(pack, tmp_path / "report").read_text(encoding="utf-8")
    assert page.count("<svg") == len(pack.algorithm.axes)
    assert "<script" not in page
    for source in {source for d in pack.algorithm.directives for source in d.sources}:
        assert f'id="s{source}"' in page
    targets = set(re.findall(r'id="(s[\d.]+)"', page))
    assert set(re.findall(r'href="#(s[\d.]+)"', page)) <= targets
