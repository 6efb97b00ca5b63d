"""Annotated sentences: what is said, of which intervention, for whom. Adding a case is adding a line.

stance: + advised (also weakly), - against (also not needed), ~ neither; condition as the algorithm writes it.
"""

from __future__ import annotations

CLAIMS: tuple[tuple[str, str, str, str], ...] = (
    # plain
    ("Bevacizumab should be added.", "bevacizumab", "+", "always"),
    ("Add bevacizumab.", "bevacizumab", "+", "always"),
    ("Bevacizumab may be considered.", "bevacizumab", "+", "always"),
    ("Bevacizumab is contraindicated.", "bevacizumab", "-", "always"),
    ("Cetuximab has no role.", "cetuximab", "-", "always"),
    ("Cetuximab is off the table.", "cetuximab", "-", "always"),
    ("We would steer clear of cetuximab.", "cetuximab", "-", "always"),
    ("Never use cetuximab.", "cetuximab", "-", "always"),
    ("Cetuximab is hardly ever justified.", "cetuximab", "-", "always"),
    # parity
    ("Bevacizumab should not be withheld.", "bevacizumab", "+", "always"),
    ("There is no reason to avoid bevacizumab.", "bevacizumab", "+", "always"),
    ("It would be wrong not to offer bevacizumab.", "bevacizumab", "+", "always"),
    ("Do not omit bevacizumab.", "bevacizumab", "+", "always"),
    ("Bevacizumab is not contraindicated.", "bevacizumab", "+", "always"),
    ("Bevacizumab is not recommended.", "bevacizumab", "-", "always"),
    # neither
    ("Is bevacizumab indicated?", "bevacizumab", "~", "always"),
    ("The guideline does not cover bevacizumab.", "bevacizumab", "~", "always"),
    ("Bevacizumab is an antibody against VEGF.", "bevacizumab", "~", "always"),
    ("In a randomized trial, bevacizumab was compared with placebo.", "bevacizumab", "~", "always"),
    # conditions
    ("If KRAS is wild-type, add cetuximab.", "cetuximab", "+", "kras = wild_type"),
    ("Add cetuximab when KRAS is wild-type.", "cetuximab", "+", "kras = wild_type"),
    ("In KRAS-mutant disease, cetuximab should not be given.", "cetuximab", "-", "kras = mutant"),
    ("For G12D tumors, avoid panitumumab.", "panitumumab", "-", "kras = mutant"),
    ("Without obstruction, add bevacizumab.", "bevacizumab", "+", "obstruction = no"),
    ("In the absence of bleeding, add bevacizumab.", "bevacizumab", "+", "bleeding = no"),
    ("Add bevacizumab whatever the KRAS status.", "bevacizumab", "+", "always"),
    ("Cetuximab can be added unless KRAS is mutated.", "cetuximab", "+", "kras = wild_type"),
    ("Give cetuximab only if KRAS is wild-type.", "cetuximab", "+", "kras = wild_type"),
    (
        "If the primary is bleeding or obstructing, consider a stent.",
        "stent",
        "+",
        "bleeding = yes or obstruction = yes",
    ),
    (
        "If KRAS is wild-type and the performance status is good, add cetuximab.",
        "cetuximab",
        "+",
        "kras = wild_type and performance_status = good",
    ),
    # contrast and reference
    ("Bevacizumab can be added, but cetuximab cannot.", "bevacizumab", "+", "always"),
    ("Bevacizumab can be added, but cetuximab cannot.", "cetuximab", "-", "always"),
    ("Give bevacizumab, not cetuximab.", "cetuximab", "-", "always"),
    ("Neither cetuximab nor panitumumab should be given.", "panitumumab", "-", "always"),
    ("Cetuximab is an antibody. It must not be given in KRAS-mutant disease.", "cetuximab", "-", "kras = mutant"),
    ("Not every patient should receive bevacizumab.", "bevacizumab", "~", "always"),
    ("Avoid cetuximab except in KRAS wild-type tumors.", "cetuximab", "-", "kras = mutant"),
    # headings
    ("## Avoid\n\n- cetuximab", "cetuximab", "-", "always"),
    ("## KRAS-mutant\n\n- Avoid cetuximab.", "cetuximab", "-", "kras = mutant"),
    # names, spelling, typos
    ("Erbitux should not be given.", "cetuximab", "-", "always"),
    ("cetuxmab should not be given", "cetuximab", "-", "always"),
    ("Avastin is recommended.", "bevacizumab", "+", "always"),
)  # fmt: skip

# A note and the facts that it states of the patient; what it does not state must not be there.
NOTES: tuple[tuple[str, dict[str, str]], ...] = (
    ("KRAS G12D. ECOG 1.", {"kras": "mutant", "performance_status": "good"}),
    ("KRAS wt, KPS 90.", {"kras": "wild_type", "performance_status": "good"}),
    ("ECOG 2.", {}),
    ("KPS 60.", {}),
    ("ECOG 4, bedbound.", {"performance_status": "poor"}),
    ("RAS mutated.", {"kras": "mutant"}),
    ("KRAS status unknown.", {}),
    ("KRAS pending.", {}),
    ("BRAF mutant.", {}),
    ("Perforated primary, free air.", {"perforation": "yes"}),
    ("No obstruction, no bleeding.", {"obstruction": "no", "bleeding": "no"}),
    (
        "Asymptomatic primary.",
        dict.fromkeys(("obstruction", "perforation", "bleeding", "impending_obstruction", "pain"), "no"),
    ),
    ("The primary is symptomatic.", {}),
    ("PR bleed.", {"bleeding": "yes"}),
    ("Near-obstructing tumor.", {"impending_obstruction": "yes"}),
    ("Bilobar liver metastases, unresectable.", {"metastases": "unresectable"}),
    ("A solitary resectable liver metastasis.", {"metastases": "oligometastatic_resectable"}),
    (
        "Initially unresectable, now a major partial response.",
        {"metastases": "converted"},
    ),
    ("Progressed on first line.", {"line": "second"}),
    ("Newly diagnosed, treatment-naive.", {"line": "first"}),
    ("cT3 N1.", {"locally_advanced": "yes"}),
    ("T2 N0.", {"locally_advanced": "no"}),
    ("Going for TME.", {"primary_resection_planned": "yes"}),
    ("Painful bone metastasis.", {"symptomatic_metastasis": "bone"}),
    ("Symptomatic brain metastasis.", {"symptomatic_metastasis": "brain"}),
    ("Palliative intent.", {"intent": "palliative"}),
    ("His mother had a KRAS-mutant tumor.", {}),
)

# A text and the quantities in it: kind, from, to.
NUMBERS: tuple[tuple[str, tuple[tuple[str, float, float], ...]], ...] = (
    ("25 Gy in 5 fractions", (("dose", 25, 25), ("fractions", 5, 5))),
    ("5 x 5 Gy", (("dose", 25, 25), ("fraction_dose", 5, 5), ("fractions", 5, 5))),
    ("25/5", (("dose", 25, 25), ("fractions", 5, 5))),
    ("25 Gy/5#", (("dose", 25, 25), ("fractions", 5, 5))),
    ("50,4 Gy", (("dose", 50.4, 50.4),)),
    ("4500 cGy", (("dose", 45, 45),)),
    ("45-50.4 Gy", (("dose", 45, 50.4),)),
    ("45 to 50.4 Gy", (("dose", 45, 50.4),)),
    ("fractions of 1.8 to 2.0 Gy", (("fraction_dose", 1.8, 2.0),)),
    ("five fractions", (("fractions", 5, 5),)),
    ("half a year", (("months", 6, 6),)),
    ("six months", (("months", 6, 6),)),
    ("2 to 3 cycles", (("cycles", 2, 3),)),
    ("two or three cycles", (("cycles", 2, 3),)),
    ("93%", (("percent", 93, 93),)),
    ("17.5 per cent", (("percent", 17.5, 17.5),)),
    ("nine in ten", (("percent", 90, 90),)),
    ("233 patients", (("patients", 233, 233),)),
    ("over 1 week", (("weeks", 1, 1),)),
    ("a 65-year-old", ()),
    ("ECOG 2", ()),
    ("T3 N1", ()),
    ("in 2012", ()),
    ("a lesion of 3 cm", ()),
    ("12 lesions", ()),
)
