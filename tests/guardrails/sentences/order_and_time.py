"""What comes first, what follows, and how long it is put off: told forwards and backwards."""

from __future__ import annotations

SILENT = "in a fit patient with an asymptomatic primary and unresectable metastases"

RIGHT = [
    f"Chemotherapy comes before any local treatment {SILENT}.",
    f"Chemotherapy first, surgery last if ever, {SILENT}.",
    "In a T3 tumour that is to be resected, the operation should be preceded by radiotherapy.",
    "For a T4 primary that is to be resected, the guideline places radiotherapy ahead of surgery.",
    "When the metastases limit survival, do not complete the whole pelvic programme before chemotherapy.",
    "Chemotherapy is resumed promptly after the stent has been placed.",
    "Between the stoma and the first cycle as little time as possible should pass.",
    "Wait for at least two cycles before you check the response.",
    "With curative intent, plan three months of FOLFOX before and three months after the operation.",
    "She relapsed in the lung eight months after chemotherapy.",
    "Two years after surgery and chemotherapy he is well.",
    "His bowel obstructed three months after the start of FOLFOX, so emergency surgery is needed.",
    "Start chemotherapy within a few weeks of surgery.",
]
WRONG = [
    f"Chemotherapy last, surgery first, {SILENT}.",
    f"Local treatment comes before any chemotherapy {SILENT}.",
    "For a perforated primary, the resection is preceded by chemotherapy.",
    "For a T4 primary that is to be resected, the guideline places radiotherapy behind surgery.",
    "Chemotherapy is resumed six months after the stent has been placed.",
    "A long recovery of several months is advisable between radiotherapy and chemotherapy.",
    "A drug holiday of half a year before the first cycle is harmless.",
    "There is ample time: six months of observation before chemotherapy does no harm.",
    "Control the bleeding locally, and leave chemotherapy for later.",
    "Six months should elapse before chemotherapy is begun.",
    "Chemotherapy is best started late in the course of the disease.",
    "Obstructed primary: start FOLFOX today, think of an operation in three months.",
]
