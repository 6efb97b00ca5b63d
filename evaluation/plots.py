"""Plots as SVG text: bars of shares, a histogram of times, a curve. No script, no outside file."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

_GOOD, _REST, _INK = "#1f7a5c", "#c8402f", "#333"
_FONT = 'font-family="system-ui, sans-serif" font-size="12"'


def bars(rows: Sequence[tuple[str, int, int]], title: str, width: int = 640) -> str:
    """One bar a row of (name, passed, of), the passed share in front and the rest behind it."""
    left, line = 180, 24
    span = width - left - 110
    height = 30 + line * len(rows)
    parts = [_open(width, height, title)]
    for number, (name, passed, of) in enumerate(rows):
        y = 30 + line * number
        good = span * passed / of if of else 0
        parts.append(
            f'<text x="{left - 8}" y="{y + 12}" text-anchor="end" fill="{_INK}">{escape(name)}</text>'
        )
        parts.append(f'<rect x="{left}" y="{y}" width="{good:.1f}" height="16" fill="{_GOOD}"/>')
        parts.append(
            f'<rect x="{left + good:.1f}" y="{y}" width="{span - good:.1f}" height="16" fill="{_REST}"'
            f' opacity="{0.75 if of else 0.1}"/>'
        )
        label = f"{passed}/{of} ({passed / of:.0%})" if of else "none"
        parts.append(f'<text x="{left + span + 8}" y="{y + 12}" fill="{_INK}">{label}</text>')
    return "".join(parts) + "</svg>"


def histogram(values: Sequence[float], title: str, unit: str, width: int = 640, bins: int = 30) -> str:
    """How often which value occurs; the last bin holds everything above the 99th percentile."""
    ordered = sorted(values)
    top = ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))] or 1.0
    counts = [0] * bins
    for value in ordered:
        counts[min(bins - 1, int(value / top * bins))] += 1
    height, left, base = 180, 40, 150
    step = (width - left - 10) / bins
    parts = [_open(width, height, title)]
    for number, count in enumerate(counts):
        tall = 110 * count / max(counts)
        parts.append(
            f'<rect x="{left + number * step:.1f}" y="{base - tall:.1f}" width="{step - 1:.1f}" height="{tall:.1f}"'
            f' fill="{_GOOD}"><title>{count}</title></rect>'
        )
    for share in (0.0, 0.5, 1.0):
        x = left + share * (width - left - 10)
        parts.append(
            f'<text x="{x:.1f}" y="{base + 18}" text-anchor="middle" fill="{_INK}">{top * share:.3g} {unit}</text>'
        )
    return "".join(parts) + "</svg>"


def curve(
    lines: Sequence[tuple[str, Sequence[tuple[float, float]]]],
    title: str,
    x_name: str,
    y_name: str,
    width: int = 640,
) -> str:
    """Lines of (name, points) over one pair of axes that begin at zero."""
    height, left, base = 300, 60, 250
    across = max((x for _, points in lines for x, _ in points), default=1) or 1
    up = max((y for _, points in lines for _, y in points), default=1) or 1
    colours = (_GOOD, _REST, "#3565a8", "#8a5a00")
    parts = [_open(width, height, title)]
    parts.append(f'<path d="M{left},40 V{base} H{width - 10}" fill="none" stroke="{_INK}"/>')
    for number, (name, points) in enumerate(lines):
        colour = colours[number % len(colours)]
        path = " ".join(
            f"{left + x / across * (width - left - 20):.1f},{base - y / up * (base - 50):.1f}"
            for x, y in points
        )
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(
            f'<text x="{width - 12}" y="{50 + 16 * number}" text-anchor="end" fill="{colour}">{escape(name)}</text>'
        )
    parts.append(f'<text x="{left - 6}" y="50" text-anchor="end" fill="{_INK}">{up:.3g}</text>')
    parts.append(
        f'<text x="{width - 10}" y="{base + 16}" text-anchor="end" fill="{_INK}">{across:.4g}</text>'
    )
    parts.append(
        f'<text x="{(left + width) / 2}" y="{base + 34}" text-anchor="middle" fill="{_INK}">'
        f"{escape(x_name)} (across), {escape(y_name)} (up)</text>"
    )
    return "".join(parts) + "</svg>"


def _open(width: int, height: int, title: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' role="img" aria-label="{escape(title)}" {_FONT}>'
        f'<text x="0" y="16" font-weight="600" fill="{_INK}">{escape(title)}</text>'
    )
