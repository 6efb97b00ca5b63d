"""`guiderail verify` in the terminal: what was proved, what is wrong, and what is only worth knowing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

Json = Mapping[str, Any]


def print_verification(found: Json, console: Console) -> None:
    """`found` is a Verification's JSON."""
    console.print(
        Text.assemble(
            (f"{found['guideline']}, algorithm {found['algorithm']}", "bold"),
            f": every one of {found['patients']:,} patients\n",
        )
    )
    _told(
        console, "no intervention both advised and advised against", [_meeting(m) for m in found["clashes"]]
    )
    _told(console, "every directive reachable", found["unreachable"])
    _told(console, "every question axis has directives", found["empty_axes"])
    statements, quantities = found["statements"], found["quantities"]
    _told(
        console,
        "every source statement present",
        [f"{each['named_by']} names {each['statement']}" for each in statements["missing"]],
    )
    _told(console, "every statement used or declared background", statements["unused"])
    _told(console, "no statement both background and source", statements["background_and_source"])
    _told(
        console, "every quantity unique in its role", [" and ".join(pair) for pair in quantities["same_role"]]
    )
    _told(console, "every quantity read in its statement", quantities["not_in_statement"])
    console.print()
    console.print(_axes(found["axes"]))
    for axis in found["axes"]:
        if axis["without"]["patients"]:
            console.print(Text(f"  {axis['label']}: nothing for {_facts(axis['without']['example'])}"))
    for title, meetings in (
        ("Told both ways on purpose (the decision is individual):", found["tensions"]),
        ("Advised in general, advised against in a special form:", found["special"]),
    ):
        if meetings:
            console.print(Text(f"\n{title}", style="bold"))
            for meeting in meetings:
                console.print(Text(f"  {_meeting(meeting)}"))
    verdict = ("in order", "bold green") if found["ok"] else ("not in order", "bold red")
    console.print(Text.assemble("\nThe algorithm is ", verdict, "."))


def _told(console: Console, claim: str, against: Sequence[str]) -> None:
    mark = ("✗ ", "bold red") if against else ("✓ ", "bold green")
    console.print(Text.assemble(mark, claim))
    for each in against:
        console.print(Text(f"    {each}", style="red"))


def _axes(axes: Sequence[Json]) -> Table:
    table = Table(title="Patients by question axis", title_justify="left", header_style="bold")
    table.add_column("axis", no_wrap=True)
    table.add_column("directives", justify="right")
    table.add_column("without any", justify="right")
    table.add_column("only told what to avoid", justify="right")
    for axis in axes:
        without, avoiding = axis["without"], axis["only_avoid"]
        table.add_row(
            axis["label"],
            str(len(axis["directives"])),
            f"{without['patients']:,}",
            f"{avoiding['patients']:,}",
        )
    return table


def _meeting(meeting: Json) -> str:
    first, second = meeting["directives"]
    return (
        f"{first} and {second} on {meeting['intervention']}: {meeting['patients']:,} patients, "
        f"as {_facts(meeting['example']) or 'anybody'}"
    )


def _facts(example: Json | None) -> str:
    return ", ".join(f"{name}={value}" for name, value in (example or {}).items())
