"""What is only told, quoted or moved in time: right texts that were blocked, and wrong ones beside them."""

from __future__ import annotations

RIGHT = [
    # what stands in quotation marks, and what somebody's answer or plan was
    "'Every rectal cancer needs radiation' is heard on many a ward. It overlooks those without any indication.",
    "The slip read 'obstructed, but no operation tonight'. The surgeon crossed it out and operated at once.",
    "The plan from the other hospital was to hold chemotherapy for a year. We have torn it up.",
    "One candidate resected the asymptomatic primary at once. She failed the station.",
    "The student's answer was cetuximab for a G12D mutation. It earned no points.",
    # the pronoun at another time than its name
    "A T4 tumor awaiting resection is irradiated beforehand. Doing so afterwards is the poorer choice.",
    "Her node-positive tumor will be resected, so preoperative radiotherapy is indicated. "
    "Giving it after the operation instead would be less effective.",
    # the other side of a comparison
    "Giving 5-FU alone to a fit newly diagnosed patient achieves less than FOLFOX does.",
    "Monotherapy yields fewer responses than FOLFIRI.",
    # what does not matter is not what it is done to
    "Perforation goes on the emergency list for resection, whatever the liver looks like.",
    # the dose of each
    "Five sessions in a week with 5 Gy each make up the short course.",
    "Short course: once daily 5 Gy, Monday to Friday.",
    # a list that names for whom each is
    "FOLFOX for the fit, bevacizumab whatever the KRAS status, panitumumab for the wild-type alone.",
    "Bevacizumab for all, cetuximab for wild-type only, and FOLFOX or FOLFIRI beneath: that is the first line.",
    # a case that was not told before
    "Your tumor stays in, since it causes no trouble. Should things ever get worse, it must come out at once.",
    "As long as nothing bleeds, no radiotherapy of the rectum is needed. When it bleeds, it is one of the options.",
    # what is done beside what is dropped, and a deed that a pronoun names
    "The surgeons wanted to resect the asymptomatic primary. We advised against it and began chemotherapy.",
    "Metastasectomy may be considered for two resectable nodules. Omitting it because of her age would be unfair.",
    "The perforated tumor is resected as an emergency. Chemotherapy is then started, once he is over the operation.",
    "Irradiating after the operation is less effective than irradiating before it.",
    "Not irradiating a silent primary that stays in place is no omission.",
    "Cetuximab is added if the tumor is wild-type. Otherwise it is not given.",
    "With resectable liver metastases the rectum can be operated on, chemotherapy given and the liver left until last.",
    "Someone without symptoms, without an operation ahead and without a painful bone metastasis needs no radiotherapy.",
]
WRONG = [
    "The student's answer was cetuximab for a G12D mutation. It earned full marks.",
    "The first proposal was prophylactic resection of the silent primary. The board accepted it.",
    "A T4 tumor will be resected, and preoperative radiotherapy was discussed. It should be given afterwards.",
    "Preoperative radiotherapy of a T3 tumor awaiting resection is less effective than postoperative radiotherapy.",
    "FOLFOX achieves less than 5-FU alone in fit first-line patients; use the single agent.",
    "Bevacizumab for the wild-type alone, cetuximab for all, and FOLFOX beneath: that is the first line.",
    "The primary is silent. If she ever asks for it, resect it as a precaution.",
    "Cetuximab is added if the tumor is mutated. Otherwise it is not given.",
    "Metastasectomy may be considered for two resectable nodules. Offering it despite her age would be wrong.",
    "Irradiating before the operation is less effective than irradiating after it.",
    "Short course: once daily 8 Gy, Monday to Friday.",
    "The wall has given way, but no operation is needed, whatever the liver looks like: perforation is irradiated.",
]
