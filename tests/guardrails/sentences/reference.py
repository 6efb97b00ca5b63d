"""What a text goes on to say: of the second of two, of those exempted, of what follows and what does not."""

from __future__ import annotations

RIGHT = [
    # the one and the other
    "Bevacizumab or panitumumab can join the doublet. The latter is confined to KRAS wild-type disease.",
    "Two antibodies exist, cetuximab and bevacizumab. The former only makes sense in wild-type tumours.",
    # a rule in the next sentence
    "Cetuximab may be added to FOLFOX. It is only for KRAS wild-type tumours.",
    "Radiotherapy does not seem useful here. If the tumour bleeds, radiotherapy may be considered.",
    # what does not ask for a finding, and what it is set apart from
    "Unlike cetuximab, bevacizumab may be given whatever the KRAS status.",
    "Bevacizumab disregards KRAS, and panitumumab does not.",
    "Bevacizumab takes no notice of the KRAS result and may be used either way.",
    # what does not follow
    "That a silent primary is left in place does not mean that an obstructed one may be left in place.",
    "The fact that bevacizumab ignores KRAS does not imply that cetuximab may be given to KRAS-mutant patients.",
    "This is not to say that unresectable metastases should be operated on.",
    "Do not take the absence of an operation for neglect.",
    "The worry that chemotherapy might be forgotten is a fair one.",
    # views under a number, and views about whom alone it is for
    "Option B, that everybody needs pelvic radiotherapy, is wrong.",
    "The claim that bevacizumab requires a wild-type KRAS is false.",
    "Some withhold bevacizumab in KRAS-mutant disease, arguing that the mutation makes it useless. It does not.",
    "The claim that cetuximab can be given whatever the KRAS status is false.",
    # what is left to choice
    "Bevacizumab is optional, and a fit patient may well begin without it.",
    "Second-line chemotherapy is not obligatory. It is offered to patients with a good performance status.",
    # soon, and no substitute
    "After the operation, chemotherapy should not be long in coming.",
    "Obstruction calls for emergent resection; a course of radiotherapy would be no substitute.",
    # what would call for it, and what only bridges
    "Nothing is causing symptoms that would call for radiotherapy.",
    "In a perforation one should not waste time with radiation.",
    "It makes no sense to remove a tumour that is silent just because it might bleed one day.",
    # in its place only, and what is behind a comparison
    "Radiotherapy after surgery is less effective and more toxic.",
    "Radiation that precedes the resection works better and hurts less than radiation that follows it.",
    # plain words
    "If the gene test is normal, cetuximab may help; if the gene is altered, it does nothing for you.",
    "As long as not all deposits can be removed, resection of metastases is not advised.",
    "Is the tumour KRAS-mutant? Then no cetuximab. Is it wild-type? Then cetuximab is an option.",
    # in brief, and what is counted together
    "The short course is for a locally advanced tumour that is to be resected, and not for comfort.",
    "Two months before the operation and four weeks after it come to three months.",
    "A cycle takes two weeks, so the first scan is due after four to six weeks.",
    "These observations support chemotherapy first and argue against prophylactic resection.",
    # when, and what several of a trade do
    "Chemotherapy should follow the operation.",
    "Chemotherapy should follow hard on the heels of the operation.",
    "The KRAS result is of no concern to bevacizumab.",
    "Some surgeons remove silent primaries, arguing that they will obstruct sooner or later.",
    # the other case
    "If he is fit, offer second-line chemotherapy. If he is bedbound, do not.",
]
WRONG = [
    "Bevacizumab or panitumumab can join the doublet. The former is confined to KRAS wild-type disease.",
    "Cetuximab may be added in every patient. It is only in wild-type tumours that bevacizumab is used.",
    "Cetuximab may be added in KRAS-mutant disease. In wild-type tumours it must not be given.",
    "Unlike bevacizumab, cetuximab may be given whatever the KRAS status.",
    "Cetuximab takes no notice of the KRAS result and may be used either way.",
    "That an obstructed tumour is left in place does not mean that a silent one may not be resected as a routine.",
    "Option B, that cetuximab must not be given in KRAS-mutant disease, is wrong.",
    "The claim that cetuximab works only in wild-type tumours is false.",
    "Some give cetuximab in KRAS-mutant disease, arguing that it works there. It does.",
    "Bevacizumab is not necessary in KRAS-mutant disease.",
    "Bevacizumab may not be used.",
    "Chemotherapy is optional in a fit patient.",
    "These observations support prophylactic resection and argue against chemotherapy first.",
    "Radiation that follows the resection works better than radiation that precedes it.",
    "If the gene is altered, cetuximab may help.",
    "Is the tumour KRAS-mutant? Then cetuximab is an option.",
    "It follows that KRAS-mutant patients may receive panitumumab.",
    "Option B, that bevacizumab works regardless of KRAS, is wrong.",
    "The claim that bevacizumab can be given whatever the KRAS status is false.",
    "There is nothing that would justify an emergency resection in a perforated tumour.",
    "Radiotherapy is a full substitute for the emergent resection of an obstructed tumour.",
    "If he is bedbound, offer second-line chemotherapy. If he is fit, do not.",
]
