"""The algorithm drawn for review: a decision diagram for each question axis, each box linked to its statements."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from evaluation.decisions import Leaf, Node, grow
from guardrails.algorithm import Algorithm, Directive
from guardrails.pack import Pack
from guardrails.wording import words
from language.condition import All, Any, Condition

_COLUMN, _GAP, _LINE, _PAD = 210, 74, 16, 8
_LEAF = 330
_COLOURS = {"must": "#9b1c1c", "recommend": "#1f6f4a", "consider": "#8a6100", "avoid": "#5b2a86"}
_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1.5rem; color: #222 }
h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin-top: 3rem } section { break-after: page }
.scroll { overflow-x: auto } dl { columns: 2; column-gap: 3rem } dt { font-weight: 600; break-after: avoid }
dd { margin: 0 0 .8rem; break-inside: avoid } :target { background: #fff2b3 } a { color: inherit }
@media print { svg { max-width: 100%; height: auto } }
@media (max-width: 50rem) { dl { columns: 1 } }
"""


@dataclass(slots=True)
class _Box:
    """A node with its place: `x`, `y` of the upper left corner."""

    x: float
    y: float
    width: float
    height: float
    node: Node
    lines: list[str]
    branches: list[tuple[str, _Box]]

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


def write_diagrams(pack: Pack, folder: Path) -> Path:
    """Write `algorithm.html`, a page for each question axis, into the folder; return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / "algorithm.html"
    page.write_text(_page(pack), encoding="utf-8")
    return page


def diagram(algorithm: Algorithm, tree: Node, title: str) -> str:
    """One decision diagram as SVG text, read from left to right."""
    root, height = _place(algorithm, tree, 0.0, 10.0)
    width = max(box.x + box.width for box in _all(root)) + 10
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height + 10:.0f}" width="{width:.0f}" '
        f'height="{height + 10:.0f}" role="img" aria-label="{escape(title)}" font-family="system-ui, sans-serif" '
        'font-size="12">'
    ]
    for box in _all(root):
        for label, child in box.branches:
            parts.append(_edge(box, child, label))
    parts += [_drawn(algorithm, box) for box in _all(root)]
    return "".join(parts) + "</svg>"


def _place(algorithm: Algorithm, node: Node, x: float, y: float) -> tuple[_Box, float]:
    """Place a node and all behind it from (x, y) on; return it and where the next one below may begin."""
    if isinstance(node, Leaf):
        lines = [line for id in node.directives for line in _described(algorithm.directive(id))] or [
            "no directive"
        ]
        height = _LINE * len(lines) + 2 * _PAD
        return _Box(x, y, _LEAF, height, node, lines, []), y + height + 10
    lines = textwrap.wrap(_question(algorithm, node.about), 30)
    height = _LINE * len(lines) + 2 * _PAD
    branches: list[tuple[str, _Box]] = []
    below = y
    for values, after in node.branches:
        child, below = _place(algorithm, after, x + _COLUMN + _GAP, below)
        branches.append((_label(algorithm, node.about, values), child))
    middle = (branches[0][1].middle + branches[-1][1].middle) / 2
    return _Box(x, middle - height / 2, _COLUMN, height, node, lines, branches), max(below, y + height + 10)


def _described(directive: Directive) -> list[str]:
    """The lines of a directive in a box: "D01> text" and, for its sources, "D01|3.3, 9.3"."""
    title = textwrap.wrap(
        f"{directive.id} {directive.strength}: {directive.title}", 46, subsequent_indent="   "
    )
    return [*(f"{directive.id}>{line}" for line in title), f"{directive.id}|{', '.join(directive.sources)}"]


def _question(algorithm: Algorithm, about: str) -> str:
    if about not in algorithm.named:
        return algorithm.axis(about).question
    return f"{about.replace('_', ' ').capitalize()}?"


def _definition(algorithm: Algorithm, condition: Condition) -> str:
    """A named condition by its parts, which `words` would only name."""
    if isinstance(condition, (All, Any)):
        return (" and " if isinstance(condition, All) else " or ").join(
            words(p, algorithm) for p in condition.parts
        )
    return words(condition, algorithm)


def _label(algorithm: Algorithm, about: str, answers: Sequence[str]) -> str:
    every = ["yes", "no"] if about in algorithm.named else list(algorithm.axis(about).values)
    rest = [answer for answer in every if answer not in answers]
    if len(answers) > len(rest) == 1:
        return f"not {rest[0]}".replace("_", " ")
    return " or ".join(answers).replace("_", " ")


def _all(box: _Box) -> list[_Box]:
    return [box, *(each for _, child in box.branches for each in _all(child))]


def _edge(box: _Box, child: _Box, label: str) -> str:
    start, bend = box.x + box.width, box.x + box.width + 14
    path = f"M{start},{box.middle:.1f} H{bend} V{child.middle:.1f} H{child.x}"
    lines = textwrap.wrap(label, 11)
    text = "".join(
        f'<tspan x="{bend + 4}" y="{child.middle - 4 - 12 * (len(lines) - 1 - n):.1f}">{escape(line)}</tspan>'
        for n, line in enumerate(lines)
    )
    return f'<path d="{path}" fill="none" stroke="#999"/><text fill="#444" font-size="11">{text}</text>'


def _drawn(algorithm: Algorithm, box: _Box) -> str:
    if isinstance(box.node, Leaf):
        strengths = [algorithm.directive(id).strength for id in box.node.directives]
        colour = _COLOURS[strengths[0]] if strengths else "#888"
        fill = "#fff"
    else:
        colour, fill = "#333", "#eef2f5"
    parts = [
        f'<rect x="{box.x}" y="{box.y:.1f}" width="{box.width}" height="{box.height}" rx="4" fill="{fill}" '
        f'stroke="{colour}"/>'
    ]
    for number, line in enumerate(box.lines):
        y = box.y + _PAD + _LINE * number + 12
        parts.append(_text(algorithm, line, box.x + _PAD, y))
    return "".join(parts)


def _text(algorithm: Algorithm, line: str, x: float, y: float) -> str:
    """A line of a box; a directive's is in the colour of its strength, and the numbers of its sources are links."""
    if found := re.match(r"(\w+)([>|])(.*)", line):
        id, mark, rest = found.groups()
        if mark == "|":
            links = ", ".join(f'<a href="#s{source}">{source}</a>' for source in rest.split(", "))
            return f'<text x="{x + 12}" y="{y:.1f}" fill="#555">statements {links}</text>'
        indent = 12 if rest.startswith(" ") else 0
        colour = _COLOURS[algorithm.directive(id).strength]
        return f'<text x="{x + indent}" y="{y:.1f}" fill="{colour}">{escape(rest.strip())}</text>'
    return f'<text x="{x}" y="{y:.1f}" fill="#222">{escape(line)}</text>'


def _page(pack: Pack) -> str:
    guideline, algorithm = pack.guideline, pack.algorithm
    sections = "".join(
        f"<section><h2>{escape(label)}</h2><div class=scroll>{diagram(algorithm, grow(algorithm, axis), label)}</div>"
        "</section>"
        for axis, label in algorithm.axes.items()
    )
    terms = "".join(
        f"<dt>{escape(name.replace('_', ' '))}</dt><dd>{escape(_definition(algorithm, condition))}</dd>"
        for name, condition in algorithm.named.items()
    )
    statements = "".join(
        f'<dt id="s{s.id}">{s.id}</dt><dd>{escape(s.text)}</dd>' for s in guideline.statements
    )
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Algorithm {escape(algorithm.version)} of {escape(guideline.title)}</title><style>{_STYLE}</style></head><body>
<h1>{escape(guideline.title)}, version {escape(guideline.version)}: algorithm {escape(algorithm.version)}</h1>
<p>Drawn from the directives, for each of {algorithm.patients.size:,} patients that the facts allow. Follow the answers
from left to right; a box at the end lists what holds, and its statement numbers lead to the text below.</p>
{sections}
<h2>Terms</h2><dl>{terms}</dl>
<h2>The statements</h2><dl>{statements}</dl>
</body></html>
"""
