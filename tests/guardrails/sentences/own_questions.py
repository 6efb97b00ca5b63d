"""A text that asks itself and answers, a note's verdict behind its label, and what is left out by an exception."""

from __future__ import annotations

RIGHT = [
    # the case that the text's own question puts is that of its answer
    "What if the tumour is KRAS wild-type? Then cetuximab can be added.",
    "Is panitumumab allowed in wild-type disease? Yes, panitumumab can be given.",
    "**Q: What if KRAS is mutated?** A: Bevacizumab can still be added; cetuximab cannot.",
    "What if the primary perforates? Operate.",
    # an answer with its reason, or its condition
    "Cetuximab? No: KRAS is mutated.",
    "Can she have cetuximab? No, since KRAS is mutated.",
    "Can she have cetuximab? Yes, unless there is a KRAS mutation.",
    # a verdict behind a label
    "Cetuximab: no, because of the KRAS mutation.",
    "Cetuximab (KRAS mutant): no.",
    # an exception from leaving something alone, and from none at all
    "The asymptomatic primary is left alone, except as part of a staged resection with curative aim.",
    "Emergency surgery is only for perforation or obstruction.",
    "Hepatectomy is out of the question except in resectable disease.",
    "Nothing speaks against a stent when obstruction is looming.",
    "No patient should have the liver resected while the metastases are unresectable.",
    "Palliative radiotherapy may relieve the obstruction.",
]
WRONG = [
    "What if the tumour is KRAS-mutant? Then cetuximab can be added.",
    "**Q: Is panitumumab allowed with a KRAS mutation?** A: Yes.",
    "What if the primary perforates? Irradiate it.",
    "Can she have bevacizumab? No, since KRAS is mutated.",
    "Is it time for hepatectomy? If the metastases are unresectable.",
    "Who should be irradiated? Everybody.",
    "Radiotherapy has no place except for painful bone metastases.",
    "Surgery is only for perforation.",
    "With unresectable metastases and no symptoms, treat the pelvis first.",
    "In a perforated primary, irradiate the tumour.",
    "A silent tumour and unresectable liver deposits: surgery first.",
    "Nobody should have the lung metastases taken out, even if they are resectable.",
]
