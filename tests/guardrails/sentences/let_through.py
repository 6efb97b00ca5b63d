"""Contradictions that were lost on the way: told as a practice, said of a pronoun, or beside another emergency."""

from __future__ import annotations

RIGHT = [
    # an emergency that the text itself states
    "He has an obstructing tumor. Operate as an emergency, then start FOLFOX.",
    "If the primary obstructs or perforates, it is resected as an emergency, and chemotherapy follows promptly.",
    "No stool and no gas: resection as an emergency.",
    # what is told, and whether the text shares it
    "Dr. Ames believes that KRAS-mutant patients should receive cetuximab. She is wrong; do not write it up.",
    "The old protocol had postoperative radiotherapy for every T3 tumor. It has been given up.",
    "A stent was proposed for the tight stenosis. We go along with that.",
    "The pharmacy requests that cetuximab be removed from the order set once a KRAS mutation has been found.",
    # a wait that is none, or for something else
    "See him every week and start chemotherapy at once.",
    "The first infusion is booked for next week, which is early enough.",
    "Re-evaluate after 2 to 3 cycles and see her again with the CT.",
    "Do not wait long with FOLFOX after the operation.",
    "Do not let months go by before FOLFOX is started after the stent.",
    "Never let weeks pass after radiotherapy before chemotherapy is resumed.",
    # those who treat, and what is done by them
    "After a major partial response the liver metastases must be presented to a surgeon again.",
    "According to the surgeon the silent primary is best left in place.",
    "The node-positive tumor is irradiated first and removed afterwards.",
    "A liver full of metastases does not release the surgeon from resecting a perforated primary.",
    # what a pronoun stands for
    "Cetuximab was on his list. The report says G12D; it has to come off the list.",
]
WRONG = [
    "He has an obstructing tumor. Start FOLFOX.",
    "For a perforation or a complete obstruction, the choice lies between FOLFOX and FOLFIRI.",
    "Perforation calls for emergent resection; obstruction is best answered with FOLFIRI.",
    "Our predecessors held that bevacizumab should be denied to KRAS-mutant patients. They are right.",
    "Every new patient with stage IV disease was sent for pelvic radiotherapy there. We commend this to you.",
    "Some ask whether chemotherapy can wait for four months. I tell them that is perfectly fine.",
    "A stent was proposed for the tight stenosis. We would not go along with that.",
    "Students tend to open with chemotherapy in silent, unresectable disease. That instinct is wrong.",
    "The pharmacy requests that bevacizumab be removed from the order set once a KRAS mutation has been found.",
    "The department wants every silent primary resected before chemotherapy.",
    "Bevacizumab is in the first-line plan. Cross it out, since the tumor is KRAS-mutant.",
    "Bone metastasis in the femur, painful. Radiation of it was suggested; that idea should be dropped.",
    "Newly diagnosed and fit, he goes home and comes back in six months; then we talk about chemotherapy.",
    "For the first half year the only thing to do is to watch. FOLFOX comes after that.",
    "Chemotherapy is started only once the metastases have doubled in size.",
    "As long as he feels well, nothing is done; chemotherapy follows when he begins to lose weight.",
    "After a major partial response the liver metastases must not be presented to a surgeon again.",
    "A perforated rectal tumor should not be brought to a surgeon.",
    "Brain metastases with symptoms should be kept away from the radiotherapist.",
    "The node-positive tumor is removed first and irradiated when the specimen has been examined.",
    "Every stage IV patient belongs under the linear accelerator.",
    "Preoperative radiotherapy of the T4 tumor was considered. We can safely leave that out.",
    "Combination chemotherapy works better than a single agent. In fit patients I still prefer the latter.",
    "There's no point in checking CEA while a patient is on chemotherapy.",
    "After the stent let half a year go by before the first cycle of FOLFIRI.",
    "Palliative radiotherapy of the bleeding tumor was offered. Patients should turn it down.",
    "A painful vertebral metastasis is no matter for the radiotherapist.",
    "Converted liver metastases need not come before the surgeons a second time.",
    "Nothing is lost by not starting chemotherapy until several months after the diagnosis.",
]
