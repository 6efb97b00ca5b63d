"""Wordings of a place lost or kept, of doing nothing, of one drug alone, and of statements named in running text."""

from __future__ import annotations

RIGHT = [
    # a place that is lost, and one that is not
    "Cetuximab forfeits its place as soon as a KRAS mutation is reported.",
    "A mutation in KRAS robs panitumumab of its value.",
    "A mutation in KRAS does not rob bevacizumab of its value.",
    # to hold on to something puts nothing off
    "FOLFOX is the usual backbone in the first line. We hold on to it.",
    "Hold fast to early systemic chemotherapy in fit patients.",
    "With perforation the operating room is the first stop.",
    # doing nothing, and to what
    "An asymptomatic primary: observe.",
    "| Finding | Treatment |\n|---|---|\n| Asymptomatic primary | observation |",
    "Perforation must not be managed conservatively.",
    "A nasogastric tube may be passed before emergent resection of the obstructing primary.",
    # a part of a combination, alone or not
    "5-FU/LV on its own is not enough in a fit patient in the first line.",
    "Not just 5-FU and leucovorin, but oxaliplatin or irinotecan as well.",
    "The long course is given with 5-FU only as its partner.",
    # a "none" behind a name denies only that name
    "In KRAS-mutant disease bevacizumab is an option, panitumumab none.",
    # statements named in running text
    "Statement 9.3 forbids cetuximab in KRAS-mutant tumours.",
    "Symptomatic brain metastases are irradiated (see 6.3).",
    "We leave the silent primary alone and begin with FOLFIRI [2.2, 4.2].",
    "If the scan shows perforation, operate at once [4.3].",
]
WRONG = [
    "Bevacizumab forfeits its place as soon as a KRAS mutation is reported.",
    "A mutation in KRAS robs bevacizumab of its value.",
    "A mutated KRAS gene does not rob panitumumab of its activity.",
    "Prophylactic resection of a silent primary is an old habit. We hold on to it.",
    "Cling to cetuximab even though KRAS is mutated.",
    "Obstruction: bed rest.",
    "| Finding | Treatment |\n|---|---|\n| Perforation | observation |",
    "A perforated primary is managed conservatively.",
    "A fit patient with an asymptomatic primary should simply be observed.",
    "A fit patient in the first line needs only 5-FU and leucovorin.",
    "First line, fit: 5-fluorouracil and leucovorin on their own are enough.",
    "In KRAS-mutant disease panitumumab is an option, bevacizumab none.",
    "Bevacizumab can be added in the first line (statement 6.5).",
    "Statement 5.1 forbids cetuximab in KRAS-mutant tumours.",
    "Perforation calls for emergent surgery (statements 4.3 and 12.4).",
]
