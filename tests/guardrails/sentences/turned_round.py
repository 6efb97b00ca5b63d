"""Contradictions that hide in a turn of language, and beside each the right text in the same words."""

from __future__ import annotations

WRONG = [
    # an ordinal means one name of a list
    "For a bleeding primary we have radiotherapy, a stent and a diversion. The first may be considered, but the "
    "second and the third are contraindicated.",
    "For impending obstruction there are a stent, a diversion and radiotherapy. The last two are to be avoided.",
    "For impending obstruction there are a stent, a diversion and radiotherapy. None of the three is ever acceptable.",
    # "one" stands for what was named before
    "A colostomy takes the stool away from the tumour. No patient with impending obstruction ought to get one.",
    "An emergency resection deals with a perforation. Someone whose tumour has perforated should not get one.",
    # the verb is that of the clause before
    "A painful bone metastasis should be irradiated; a symptomatic brain metastasis should not be.",
    "KRAS wild-type tumours can be treated with cetuximab, and mutant ones should be as well.",
    # no ground for it
    "Bleeding justifies radiotherapy of the primary; pain is not among its indications.",
    "A painful vertebral metastasis does not figure among the indications for radiotherapy.",
    # how grave a mistake it is
    "There is no greater mistake than to withhold cetuximab from a KRAS-mutant patient.",
    "Few errors are graver than leaving an asymptomatic primary in place.",
    # what is left undone beside a deed
    "It is no mistake to send a T3 tumour to surgery unirradiated.",
    "A node-positive tumour may go to theatre without radiotherapy.",
    # a delay that nobody need fear
    "A delay of several months before chemotherapy is not a thing that anyone should fear.",
    "Delaying chemotherapy for a few months is hardly something one needs to avoid in a fit patient.",
    # what comes in for what
    "I see no reason not to swap FOLFIRI for single-agent 5-FU in a fit, newly diagnosed patient.",
    # said twice, and not denied
    "Bevacizumab buys a first-line patient nothing, so we leave it out.",
    # for whom alone
    "We would only start the cytotoxics when the metastases become symptomatic, though he is fit.",
    "No metastasis, painful or not, should ever be irradiated.",
    # a condition that no comma ends
    "Even where a vertebral secondary is agonising, so long as the cord is safe radiotherapy must be refused.",
    # for whom it is not
    "Preoperative radiotherapy is recommended for T2 N0 tumours that give no symptoms.",
    # an exception in a sentence of its own
    "Emergency resection is right for perforation and obstruction. The exception is the patient with unresectable "
    "liver metastases.",
    "Bevacizumab is added in the first line, with one exception. In KRAS-mutant tumours it is left out.",
    # the end of treatment
    "A single line of chemotherapy is enough for anybody.",
    "Fit patients who progress on FOLFOX should not be offered anything else.",
    "After two lines treatment is over, even for a patient with ECOG 0.",
    # months without
    "A fit patient may well spend the first six months free of chemotherapy.",
    # a condition that its verb begins
    "Should fit patients with unresectable liver metastases have a silent primary, let the surgeon go first.",
    # items that say when what their heading says holds
    "Avoid cetuximab\n- if the tumour is KRAS wild-type",
    "When not to use radiotherapy\n- when the primary bleeds\n- when a bone metastasis hurts",
    "When to hold systemic chemotherapy\n- until all metastases have become symptomatic",
    # what somebody sees in it
    "I have never seen the point of irradiating a bleeding rectal tumour.",
    "Patients with G12D tumours do well on cetuximab.",
    "When unresectable disease has shrunk to resectable size, do not go back to the surgeons.",
]

RIGHT = [
    "Stent, stoma and radiotherapy can be considered for a bleeding tumour. All three are options, with chemotherapy "
    "promptly afterwards.",
    "Chemotherapy, radiotherapy and surgery each have a place. The first should start early.",
    "An operation is needed when the bowel perforates. Someone with a silent tumour does not need one.",
    "A perforated tumour must be resected at once; a silent one should not be.",
    "KRAS wild-type tumours may be treated with panitumumab, but mutant ones must not be.",
    "Bleeding and pain are reasons to irradiate the primary; a silent tumour is not one of them.",
    "There is no greater mistake than to give cetuximab to a KRAS-mutant patient.",
    "No error is graver than leaving a perforated tumour unresected.",
    "Nobody should take a T3 node-positive rectal cancer to theatre unirradiated.",
    "A T2 N0 tumour is resected without radiotherapy.",
    "Putting off chemotherapy for several months is something one needs to avoid in a fit patient.",
    "Do not replace FOLFOX by 5-FU alone in a fit, untreated patient.",
    "KRAS-mutant tumours gain nothing from cetuximab, so we leave it out.",
    "A silent tumour gains nothing from radiotherapy, which we accordingly leave out.",
    "We only irradiate when the primary is symptomatic or a locally advanced one is to be resected.",
    "Bevacizumab can be added to FOLFOX in the first line, KRAS-mutant or not.",
    "Give cetuximab\n- when the tumour is KRAS wild-type",
    "Emergency surgery:\n- if the bowel has perforated\n- if it is obstructed\nChemotherapy starts promptly after it.",
    "An anti-EGFR antibody is never given, with one exception. In KRAS wild-type tumours it may be added.",
    "Cetuximab can be added to chemotherapy. The exception is the patient with a KRAS mutation.",
    "After two lines treatment is over for a bedbound patient.",
    "I have never seen the point of resecting a silent primary.",
    "Patients with KRAS-mutant tumours do not do well on cetuximab.",
    "When unresectable disease has shrunk to resectable size, go back to the surgeons.",
    "Preoperative radiotherapy is for T3, T4 or node-positive tumours that are to be resected, not for T2 N0 ones.",
]
