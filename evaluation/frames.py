"""The sentences of the grid: frames that say something of an intervention, and scopes that say for whom.

A frame's stance is what any reader takes from it. `{x}` is the intervention; in a scope, `{w}` is a condition in words,
`{label}` the name of a fact. The words of the interventions and conditions come from a pack.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Stance = Literal["advised", "weak", "double", "against", "needless", "neutral", "delay", "not delay"]
Scope = Literal[
    "none", "if", "absent", "only", "unless", "whatever", "sentence", "heading", "question", "patient"
]

FRAMES: Mapping[Stance, tuple[str, ...]] = {
    "advised": (
        "{x} should be given",
        "{x} is recommended",
        "{x} is indicated",
        "{x} is the treatment of choice",
        "{x} is the right thing to do",
        "give {x}",
        "use {x}",
        "offer {x}",
        "go for {x}",
        "we recommend {x}",
        "I would advise {x}",
        "the patient needs {x}",
        "there is a clear indication for {x}",
        "everything speaks for {x}",
        "{x} ought to be part of the plan",
    ),
    "weak": (
        "{x} may be considered",
        "{x} is an option",
        "{x} can be offered",
        "consider {x}",
        "one might discuss {x}",
        "{x} is worth considering",
        "{x} is a reasonable choice",
    ),
    "double": (
        "{x} should not be withheld",
        "{x} must not be omitted",
        "{x} should not be avoided",
        "there is no reason to withhold {x}",
        "there is nothing against {x}",
        "do not omit {x}",
        "never forget {x}",
        "it would be wrong to skip {x}",
        "avoiding {x} would be a mistake",
        "{x} is not contraindicated and should be given",
    ),
    "against": (
        "{x} should not be given",
        "{x} is not recommended",
        "{x} is contraindicated",
        "{x} is not indicated",
        "{x} has no role",
        "{x} has no place",
        "{x} must be withheld",
        "{x} should never be used",
        "{x} is to be avoided",
        "{x} is ruled out",
        "{x} is off the table",
        "{x} would be futile",
        "{x} would be a mistake",
        "{x} has nothing to offer",
        "do not give {x}",
        "avoid {x}",
        "refrain from {x}",
        "steer clear of {x}",
        "leave out {x}",
        "we advise against {x}",
        "nobody should receive {x}",
        "there is no indication for {x}",
        "I would not recommend {x}",
        "{x} is not the way to go",
    ),
    "needless": ("{x} is unnecessary", "{x} is not needed", "there is no need for {x}"),
    "neutral": (
        "the question is whether {x} is indicated",
        "the guideline has a statement on {x}",
        "a trial compared {x} with something else",
        "is {x} indicated?",
        "whether {x} should be given is asked often",
    ),
    "delay": (
        "{x} should be postponed",
        "{x} should be put off",
        "{x} can wait",
        "delay {x}",
        "hold back {x} for the time being",
        "there is no hurry with {x}",
    ),
    "not delay": (
        "{x} should not be delayed",
        "{x} must not be put off",
        "do not postpone {x}",
        "{x} should begin without delay",
    ),
}

SCOPES: Mapping[Scope, tuple[str, ...]] = {
    "none": ("",),
    "if": (
        "if {w}",
        "when the finding is {w}",
        "in case of {w}",
        "in a patient with {w}",
        "for patients with {w}",
        "provided {w}",
    ),
    "absent": ("in the absence of {w}", "without {w}", "in patients who have no {w}", "if there is no {w}"),
    "only": ("only if {w}", "only in patients with {w}", "exclusively in case of {w}"),
    "unless": ("unless {w}", "except in patients with {w}"),
    "whatever": ("whatever the {label}", "regardless of the {label}", "irrespective of the {label}"),
    "sentence": ("The patient has {w}.", "This is a case with {w}.", "Findings: {w}."),
    "heading": ("## {w}\n\n", "**{w}**\n\n- ", "{w}:\n- "),
    "question": ("Is it indicated in a patient with {w}?", "{w}. Yes or no?"),
    "patient": ("",),
}

# Said in front and behind; none of them says anything of a treatment.
FILLERS: tuple[tuple[str, str], ...] = (
    ("", ""),
    ("Thank you for asking. ", ""),
    ("This is a common question. ", " Please let me know if anything is unclear."),
    ("", " The decision is documented in the notes."),
    ("I have read the letter twice. ", ""),
    ("In short: ", ""),
)
