"""Sentences of articles, consensus statements and board letters: whose voice they are, and what they only report."""

from __future__ import annotations

RIGHT = [
    # a body of people that speaks for the text
    "The panel recommends bevacizumab irrespective of KRAS status.",
    "The tumour board decided against prophylactic resection of the asymptomatic primary.",
    "Another board had recommended cetuximab despite the KRAS mutation. We disagree.",
    # those who treat are no treatment
    "The liver surgeons agree that the deposits in both lobes cannot be cleared.",
    "Discussion between the rectal surgeon, the thoracic surgeon and the radiotherapist is essential.",
    # a view is turned round, and not what stands in front of it
    "Our results challenge the notion that every primary should be resected.",
    "The advent of modern doublets has called this practice into question.",
    "That argument overlooks the benefit of systemic chemotherapy.",
    "The evidence in favour of prophylactic resection is weak.",
    # the treatments that patients may be chosen for
    "Hepatic resection is reserved for those in whom all deposits can be removed.",
    # what only counts, compares or joins
    "First, no metastasectomy should be planned for patients whose deposits remain unresectable.",
    "FOLFOX with or without bevacizumab is started at once.",
    "Radiotherapy comes before resection of a locally advanced tumour and not after.",
    "Bevacizumab may be added, panitumumab only if the KRAS result is wild-type.",
    "An obstructed bowel needs emergent resection, for which irradiation is no substitute.",
    "Surgery is no pretext for withholding chemotherapy.",
    "Neither schedule should serve as an excuse for a long absence from systemic therapy.",
    # a wait that is kept short
    "Interruptions of chemotherapy are kept as brief as possible.",
    "Systemic chemotherapy must not be left hanging.",
    # what was thought, what may happen and what was done in the past
    "It was initially thought that chemotherapy alone would suffice in obstruction; emergent resection is the rule.",
    "It is conceivable that removing all visible disease deprives circulating cells of a niche.",
    "Resection of the primary may deprive the patient of timely chemotherapy.",
    # one subject, two verbs
    "Our results support bevacizumab in all patients and argue against cetuximab in those with KRAS mutations.",
    # whom a sentence is not about, or about without telling
    "In contrast to obstruction, bleeding can be managed with radiotherapy.",
    "Metastasectomy is reserved for a carefully chosen minority.",
    "No patient with a KRAS-mutant tumour should receive cetuximab, in the first line or in any other.",
    "If the tumour obstructs, surgery cannot wait; if it bleeds, radiotherapy may be chosen; if it does neither, it is "
    "left in place.",
    # titles of boxes and tables
    "Box 2. Pitfalls in management\n\n- Resecting a silent primary.\n- Prescribing cetuximab in KRAS-mutant disease.",
    "Table 4. What should be avoided\n\n- Prophylactic resection of a silent primary",
    "Resecting metastases\n\n1. Limited disease: consider it.\n2. Unresectable: no, not even to reduce bulk.",
    # what is given on top of a dose
    "The long course consists of 45 Gy in 25 fractions, followed by a boost of 5.4 Gy in three fractions.",
    # two spans of time that make one
    "With curative intent the limit is six months in all: three months before the operation and three after it.",
    # a class said of what was named, and what is in general
    "The tumour carries a KRAS mutation, so that bevacizumab and not panitumumab would be the antibody to add.",
    "Local treatment first, followed without delay by chemotherapy, is a reasonable choice in a bleeding primary.",
    "Our findings do not bear on patients with bleeding or pain, in whom palliative radiotherapy keeps its value.",
    # what a document names
    "For the liver the guideline names surgical resection alone.",
    # nothing is said for or against
    "It would be wrong to read advice for or against checkpoint inhibitors into the guideline.",
]
WRONG = [
    "The panel recommends against the use of bevacizumab in KRAS-mutant disease.",
    "The board holds that radiotherapy should on no account be used for bleeding.",
    "The committee favours systemic chemotherapy over resection in patients with obstruction.",
    "We are of the opinion that bevacizumab must not be given in KRAS-mutant disease.",
    "Our data support the view that an asymptomatic primary should be resected before chemotherapy.",
    "Our results challenge the notion that an obstructed primary should be resected.",
    "Caution is warranted in KRAS-mutant disease, where bevacizumab should be withheld.",
    "First, no metastasectomy should be planned for patients with limited, resectable deposits.",
    "Panitumumab may be added, bevacizumab only if the KRAS result is wild-type.",
    "Complete obstruction calls for nothing more than FOLFIRI.",
    "Interruptions of chemotherapy are kept as long as possible.",
    "Our results support cetuximab in all patients and argue against bevacizumab in those with KRAS mutations.",
    "In contrast to obstruction, a perforated rectal cancer is best handled by commencing FOLFOX and revisiting the "
    "question of an operation once the response is known.",
    "It is time to abandon the principle that chemotherapy comes first in patients without symptoms.",
    "If the tumour perforates, surgery cannot wait; if it bleeds, radiotherapy may be chosen; if it does neither, "
    "it is resected as a precaution.",
    "No patient with a KRAS-mutant tumour should receive bevacizumab, in the first line or in any other.",
    "Table 4. What should be offered\n\n- Prophylactic resection of a silent primary",
    "The long course consists of 45 Gy in 25 fractions, followed by a boost of 14.4 Gy in eight fractions.",
    "One report combined irradiation, radical surgery and metastasectomy. The overall response rate was 71.5%.",
    "Emergency surgery was needed in 7%, and a stent or radiotherapy proved necessary in 40%.",
    "With curative intent we give four months of FOLFOX before the operation and another six after it.",
    "Second-line treatment is taxing. Even in those who remain fit we do not offer it and turn to supportive care.",
    "In an asymptomatic tumour with metastases that cannot be removed, opinion favours removal of the rectum at once.",
    "An unknown KRAS status is a good reason for withholding chemotherapy.",
]
