"""What comes after what without an "after", what something is left to, and a pronoun behind a date."""

from __future__ import annotations

RIGHT = [
    "Locally advanced tumour going for TME: pelvic radiotherapy now, surgery once the reaction has settled.",
    "First the pelvis is irradiated. Then the T3 tumour is resected.",
    "Liver resection first, then pelvic radiotherapy, then TME for the T3 primary.",
    "The obstructing primary is resected first. Afterwards the painful bone metastasis is irradiated.",
    "Operate on the perforated tumour and start FOLFOX as soon as he has recovered.",
    # left to a treatment is treated with it
    "A silent primary is best left to chemotherapy.",
    "The primary that causes no symptoms may be left to systemic treatment.",
    # the pronoun behind a date
    "FOLFOX is started early. After the stent it is resumed at once.",
    "Chemotherapy matters most. Following radiotherapy it cannot wait for months.",
]
WRONG = [
    "Resect the T3 primary and follow it up with radiotherapy to the pelvis.",
    "Locally advanced tumour going for TME: surgery now, pelvic radiotherapy once he has recovered.",
    "First the T3 tumour is resected. Then the pelvis is irradiated.",
    "Operate on the T3 tumour and start pelvic radiotherapy as soon as he has recovered.",
    "An obstructed bowel is best left to chemotherapy.",
    "Chemotherapy can be left to a later date.",
    "Chemotherapy is the mainstay. After any local procedure, it is left out.",
    "FOLFOX is started early. After the operation it is stopped for half a year.",
]
