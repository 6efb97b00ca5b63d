"""A report as one HTML page that needs nothing else: tables, plots, and every failed item with its reasons."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

from evaluation.judge import Judgement
from evaluation.plots import bars, histogram
from evaluation.report import Report, Share, column_name, criteria, group_name, share

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #222 }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2.5rem }
table { border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { padding: .3rem .8rem; border-bottom: 1px solid #ddd; text-align: right; font-weight: normal }
th:first-child, td:first-child { text-align: left } tr.all td, thead th { font-weight: 600 }
td.fail { color: #b02a1a } article { border-left: 3px solid #c8402f; padding: .2rem 1rem; margin: 1.2rem 0 }
article p { margin: .3rem 0; white-space: pre-wrap; overflow-wrap: anywhere }
article .asked { font-weight: 600 } article .why { color: #b02a1a } svg { max-width: 100%; height: auto }
@media (prefers-color-scheme: dark) {
  body { background: #16181a; color: #e4e4e4 } svg { background: #f6f6f4; padding: .5rem } td, th { border-color: #444 }
  td.fail, article .why { color: #ff8f80 }
}
"""


def write_report(report: Report, folder: Path) -> Path:
    """Write `report.json` and `report.html` into the folder; return the path of the page."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(report.to_json(), ensure_ascii=False, indent=1)
    (folder / "report.json").write_text(text + "\n", encoding="utf-8")
    page = folder / "report.html"
    page.write_text(to_html(report), encoding="utf-8")
    return page


def to_html(report: Report) -> str:
    median, p95 = report.milliseconds
    facts = [f"{report.total} passed", f"median {median:.1f} ms, 95th percentile {p95:.1f} ms"]
    if report.kind == "gold":
        facts.insert(1, f"citation precision {report.citation_precision}")
    of_kind = [(name, s.passed, s.of) for name, s in ((n, share(m)) for n, m in report.groups.items())]
    of_criterion = [(column_name(name), s.passed, s.of) for name, s in criteria(report.judgements).items()]
    times = [judgement.milliseconds for judgement in report.judgements]
    failures = "".join(_failure(judgement) for judgement in report.failures) or "<p>None.</p>"
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{escape(report.file)}: {report.total}</title><style>{_STYLE}</style></head><body>
<h1>{escape(report.file)}, {escape(report.target)}</h1>
<p>{"; ".join(escape(fact) for fact in facts)}.</p>
{_table(report)}
<h2>Plots</h2>
<p>{bars(of_kind, f"Passed, by {group_name(report)}")}</p>
<p>{bars(of_criterion, "Passed, by criterion")}</p>
<p>{histogram(times, "Time per item", "ms")}</p>
<h2>Failed items</h2>
{failures}
</body></html>
"""


def _table(report: Report) -> str:
    names = list(criteria(report.judgements))
    titles = [group_name(report), "passed", *(column_name(name) for name in names)]
    head = "".join(f"<th scope=col>{escape(title)}</th>" for title in titles)
    rows = []
    for group, members, kind in (
        *((name, members, "") for name, members in report.groups.items()),
        ("all", report.judgements, ' class="all"'),
    ):
        found = criteria(members)
        cells = _cell(share(members)) + "".join(_cell(found.get(name)) for name in names)
        rows.append(f"<tr{kind}><td>{escape(group)}</td>{cells}</tr>")
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _cell(found: Share | None) -> str:
    if found is None or not found.of:
        return "<td>–</td>"
    return f"<td{'' if found.passed == found.of else ' class=fail'}>{found}</td>"


def _failure(judgement: Judgement) -> str:
    why = "".join(
        f'<p class="why">{escape(score.criterion)}: {escape(score.why)}</p>'
        for score in judgement.scores
        if not score.passed
    )
    cited = f"<p>cited {escape(', '.join(judgement.cited) or 'nothing')}</p>" if judgement.cited else ""
    return (
        f'<article id="{escape(judgement.id)}"><p class="asked">{escape(judgement.id)} '
        f"({escape(judgement.group)}): {escape(judgement.asked)}</p>"
        f"{why}<p>{escape(judgement.got)}</p>{cited}</article>"
    )
