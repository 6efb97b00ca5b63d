"""A report as tables in the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from evaluation.report import Report, Share, column_name, criteria, group_name, share


def print_report(report: Report, console: Console) -> None:
    """Print the shares per kind or category and per criterion, and then each failed item with its reasons."""
    names = list(criteria(report.judgements))
    table = Table(title=f"{report.file}, {report.target}", title_justify="left", header_style="bold")
    table.add_column(group_name(report), no_wrap=True)
    table.add_column("passed", justify="right", no_wrap=True)
    for name in names:
        table.add_column(column_name(name), justify="right", no_wrap=True)
    for group, members in report.groups.items():
        found = criteria(members)
        table.add_row(group, _cell(share(members)), *(_cell(found.get(name)) for name in names))
    table.add_section()
    found = criteria(report.judgements)
    shares = [report.total, *(found[name] for name in names)]
    table.add_row("all", *(_cell(each) for each in shares), style="bold")
    table.add_row("", *(f"{each.value:.1%}" for each in shares), style="bold")
    console.print(table)
    if report.kind == "gold":
        console.print(f"citation precision {report.citation_precision}")
    median, p95 = report.milliseconds
    console.print(f"median {median:.1f} ms, 95th percentile {p95:.1f} ms")
    for judgement in report.failures:
        console.print()
        console.print(Text.assemble((judgement.id, "bold red"), f" {judgement.group}: {judgement.asked}"))
        for score in judgement.scores:
            if not score.passed:
                console.print(Text(f"  {score.criterion}: {score.why}"))


def _cell(found: Share | None) -> Text:
    if found is None or not found.of:
        return Text("–", style="dim")
    return Text(f"{found.passed}/{found.of}", style="" if found.passed == found.of else "red")
