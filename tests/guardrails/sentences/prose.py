"""Turns of published and dictated prose: read as what they are, and the wrong text beside each still found."""

from __future__ import annotations

RIGHT = [
    # an adverb between commas stands inside the verb
    "Prophylactic resection of an asymptomatic primary cannot, therefore, be recommended as a routine.",
    "Bevacizumab, accordingly, may be combined with FOLFOX whatever the KRAS status.",
    # a treatment that is excluded, and no patients
    "In KRAS-mutant disease cetuximab and panitumumab are excluded for this line and for any later one.",
    # a plan that somebody says not to have
    "We do not plan to remove the primary as a precaution.",
    # what kind of delay is denied
    "No excessive delay of chemotherapy.",
    "There must be no harmful delay of systemic chemotherapy.",
    # what changes nothing
    "CEA 412, age 71: none of this alters the fact that bevacizumab can be added.",
    # time that is not lost
    "Begin systemic chemotherapy without letting weeks slip by.",
    # a denial with a clause of its own
    "Obstruction calls for emergent resection, and neither age nor a stoma in the past is a bar to it.",
    # a condition for one name of two
    "Bevacizumab may be combined with FOLFOX whatever the KRAS status, and an anti-EGFR antibody only in the "
    "presence of a wild-type tumour.",
    # the place of the disease says which surgery
    "Emergency resection of the obstructed tumour, then FOLFOX promptly. The unresectable liver disease is not for "
    "surgery.",
    "The primary has perforated and is resected tonight. Metastases: surgery is kept for limited disease.",
    # the other case has its own condition
    "She is neither obstructed nor perforated. No emergency resection is needed, although it would be if the "
    "bowel were to obstruct.",
    # what waits for a finding
    "Until KRAS is known, an anti-EGFR antibody should not be started.",
    "No cetuximab until the KRAS result is back.",
    # each schedule has its own numbers
    "We choose between 25 Gy in five fractions over a week and a long course of 45 to 50.4 Gy in fractions of 1.8 Gy.",
    # pronouns that stand for no name
    "A perforated tumour is resected as an emergency, with chemotherapy promptly after it. Nobody hopes for this.",
    "Doublets outperform monotherapy, which is why fit people are not started on one drug in the first line.",
    "Not everyone needs irradiation, and assuming so is listed among the pitfalls.",
    "Which drugs to use in the second line is not spelled out, so I would not attribute a regimen to it.",
    "An EGFR antibody only if KRAS is wild-type, because these have no effect in mutated tumours and should not be "
    "given there.",
    "Sotorasib and adagrasib do not appear in the guideline, so nothing can be said here for or against them.",
    "No KRAS result, mutated or otherwise, stands in the way of adding bevacizumab.",
    "It is different with the EGFR antibodies, for which a KRAS mutation is prohibitive.",
    "A tumour without symptoms is not to be resected prophylactically as a routine.",
    "She is fit. KRAS is awaited; until it is known there will be no cetuximab.",
    "We ask for KRAS early. Until it is known, an anti-EGFR antibody should not be started.",
    # what the sentence itself goes on to say
    "The primary is not resected where there are no symptoms. Obstruction and perforation are a different matter and "
    "call for emergent resection.",
    "Nobody should try to buy time with drugs when the bowel is perforated.",
    "For bleeding, radiotherapy, a stent and a diversion may be considered. None of them is ranked above the others.",
    "Resection of an asymptomatic primary, once routine in many units, is no longer advocated.",
    "Regorafenib holds a marketing approval; the guideline does not name it.",
    # a noun is described, and ways are only told
    "Watch-and-wait means that a patient whose tumour has vanished is followed closely and not operated on.",
    "In the third, the rectum is operated on, chemotherapy follows, and the metastases are removed at the end.",
    "About 5-FU alone: in a fit patient I would not put it in the place of a doublet.",
]
WRONG = [
    "Prophylactic resection of an asymptomatic primary can, therefore, be recommended as a routine.",
    "Bevacizumab, accordingly, should not be combined with FOLFOX in KRAS-mutant disease.",
    "In KRAS wild-type disease cetuximab and panitumumab are excluded.",
    "We advise removing the asymptomatic primary as a precaution.",
    "A long delay of chemotherapy is advisable.",
    "All of this alters the fact that bevacizumab can be added: it must not be given.",
    "Begin systemic chemotherapy after letting several months go by.",
    "Cetuximab may be combined with FOLFOX whatever the KRAS status, and bevacizumab only in wild-type disease.",
    "Emergency resection of the obstructed tumour is not for discussion: it should not be done.",
    "She is obstructed. No emergency resection is needed, although it would be if the bowel were to perforate.",
    "Until KRAS is known, bevacizumab should not be started.",
    "No chemotherapy until the KRAS result is back.",
    "We choose between 30 Gy in five fractions over a week and a long course of 45 to 50.4 Gy in fractions of 1.8 Gy.",
    "Bevacizumab is for wild-type disease, because it has no effect in mutated tumours and should not be given there.",
    "In the third line, panitumumab is given whether or not KRAS is mutated.",
    "About 5-FU alone: in a fit patient I would put it in the place of a doublet.",
    "It is different with bevacizumab, for which a KRAS mutation is prohibitive.",
    "A tumour without symptoms is to be resected prophylactically as a routine.",
    "KRAS is awaited; until it is known there will be no chemotherapy.",
    "Obstruction and perforation are a different matter and call for chemotherapy alone.",
    "Nobody should be resected in that situation: the bowel is perforated.",
    "For an obstruction, emergent resection, a stent and a diversion may be considered. None of them is needed.",
    "Resection of an asymptomatic primary, once rare in many units, is now advocated.",
    "Perforation calls for chemotherapy, and neither surgery nor a stent is needed.",
]
