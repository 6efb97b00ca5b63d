"""Short texts by the class of wording that they show, each with its verdict. Adding a case is adding a line.

A text may answer a question (second column); both directions of a class stand beside each other.
"""

from __future__ import annotations

from typing import Literal

ANSWERS: tuple[tuple[str, str, Literal["block", "pass"]], ...] = (
    ("Can I give cetuximab in KRAS-mutant disease?", "You can.", "block"),
    ("KRAS is mutant. Is bevacizumab still an option?", "Unfortunately not.", "block"),
    ("KRAS is mutant. Is bevacizumab still an option?", "It is.", "pass"),
    ("KRAS is mutant. Is cetuximab still an option?", "No longer.", "pass"),
    ("", "Is there a place for bevacizumab in the first line? None.", "block"),
    ("", "The patient is KRAS-mutant. What about cetuximab? By all means.", "block"),
    ("", "The patient is KRAS-mutant. What about cetuximab? By no means.", "pass"),
    ("", "Is there any reason to avoid bevacizumab in KRAS-mutant disease? There is.", "block"),
    ("", "Is there any reason to avoid bevacizumab in KRAS-mutant disease? There is none.", "pass"),
    ("", "Who should be offered metastasectomy? Patients with unresectable metastases.", "block"),
    ("", "Q: Can panitumumab be given in KRAS-mutant disease?\nA: Yes.", "block"),
    ("", "Q: Can panitumumab be given in KRAS-mutant disease?\nA: No.", "pass"),
    ("Who should have cetuximab?", "Not everybody. Only those with KRAS wild-type tumours.", "pass"),
    ("Who should have bevacizumab?", "Nobody.", "block"),
    ("KRAS G12V, first line. Which antibody?", "My choice would be panitumumab, every two weeks.", "block"),
)

HEADINGS: tuple[tuple[str, Literal["block", "pass"]], ...] = (
    ("**Do**\n- give FOLFOX plus bevacizumab\n\n**Don't**\n- resect the silent primary early", "pass"),
    ("Indications for anti-EGFR antibodies:\n- KRAS wild-type\n- KRAS mutant, G13D", "block"),
    ("Reasons against bevacizumab\n- KRAS mutation", "block"),
    ("Reasons against cetuximab\n- KRAS mutation", "pass"),
    ("**What can wait**\n- systemic chemotherapy", "block"),
    ("**What cannot wait**\n- systemic chemotherapy", "pass"),
    ("Common errors\n- cetuximab despite a KRAS mutation\n- resecting a silent primary", "pass"),
    ("Errors of omission:\n- not giving cetuximab to KRAS-mutant patients", "block"),
    ('### Myths\n\n- "Bevacizumab works only in wild-type tumours."\n- "All need radiotherapy."', "pass"),
    ("**Myth:** Cetuximab is useless in KRAS-mutant tumours.\n**Fact:** It works there too.", "block"),
    ("**Ruled out by a KRAS mutation**\n- bevacizumab\n- cetuximab", "block"),
    ("What not to do when KRAS is mutant: give cetuximab or panitumumab.", "pass"),
)

COORDINATION: tuple[tuple[str, Literal["block", "pass"]], ...] = (
    # a denial that stands inside a clause turns round one name
    ("Bevacizumab, not cetuximab, is the partner of choice for KRAS-mutant tumours.", "pass"),
    ("Cetuximab, not bevacizumab, is the partner of choice for KRAS-mutant tumours.", "block"),
    ("Not cetuximab but bevacizumab should be added in KRAS-mutant disease.", "pass"),
    ("Not surgery but chemotherapy is what a perforated rectal cancer needs.", "block"),
    # two verbs under one negation
    ("Do not delay chemotherapy or resect the silent primary.", "pass"),
    ("Do not give radiotherapy or perform surgery in obstruction.", "block"),
    # two verbs, one of them behind those whom it is for
    ("In KRAS-mutant disease omit cetuximab and add bevacizumab.", "pass"),
    ("In KRAS-mutant disease omit bevacizumab and add cetuximab.", "block"),
    ("Cetuximab is omitted and bevacizumab added when KRAS is mutant.", "pass"),
    ("Bevacizumab is omitted and cetuximab added when KRAS is mutant.", "block"),
    # each name with its own patients
    ("Cetuximab for wild-type and bevacizumab for mutant tumours.", "pass"),
    ("In wild-type tumours cetuximab, in mutant ones bevacizumab, is added.", "pass"),
    ("In wild-type tumours bevacizumab, in mutant ones cetuximab, is added.", "block"),
    ("FOLFOX, bevacizumab and, only in wild-type disease, cetuximab may be used in the first line.", "pass"),
    ("FOLFOX, bevacizumab and, also in mutant disease, cetuximab may be used in the first line.", "block"),
    ("Resection is right for limited liver metastases and wrong for diffuse ones.", "pass"),
    ("Resection is wrong for limited liver metastases and right for diffuse ones.", "block"),
    ("In mutant disease cetuximab is out, and so is panitumumab.", "pass"),
    ("In mutant disease cetuximab is out, and so is bevacizumab.", "block"),
    # notes
    ("KRAS G12V -> no panitumumab, bevacizumab ok.", "pass"),
    ("KRAS mut: bev no, cetux yes.", "block"),
    ("KRAS mut: cetux no, bev yes.", "pass"),
    ("Asx primary, unres mets: no op, no RT, FOLFOX + bev.", "pass"),
)

VIEWS: tuple[tuple[str, Literal["block", "pass"]], ...] = (
    ("The idea that perforation requires an operation is a myth.", "block"),
    ("The idea that every patient requires an operation is a myth.", "pass"),
    ("The notion that every stage IV patient needs radiotherapy is well founded.", "block"),
    ("The notion that every stage IV patient needs radiotherapy has no foundation.", "pass"),
    ("We do not share the view that cetuximab should be withheld in KRAS-mutant disease.", "block"),
    ("We do not share the view that cetuximab should be given in KRAS-mutant disease.", "pass"),
    ("Professor X operates on silent primaries, as we all should.", "block"),
    ("Professor X operates on silent primaries; the guideline does not.", "pass"),
    ("They say chemotherapy can wait. They are right.", "block"),
    ("They say chemotherapy can wait. They are mistaken.", "pass"),
    ("Her KRAS is mutated and she would like panitumumab. We can do that.", "block"),
    ("Her KRAS is mutated and she would like panitumumab. We cannot do that.", "pass"),
    ("The GP asked us to resect the unresectable liver deposits. We will.", "block"),
    ("The GP asked us to resect the unresectable liver deposits. We will not.", "pass"),
    ("People who warn against prophylactic resection of a silent primary are mistaken.", "block"),
    ("The warning against cetuximab in KRAS-mutant tumours is well founded.", "pass"),
    ("It is widely held that a silent primary must come out, and the evidence bears this out.", "block"),
    ("It is widely held that a silent primary must come out, but the evidence says otherwise.", "pass"),
)

EXCEPTIONS: tuple[tuple[str, Literal["block", "pass"]], ...] = (
    ("Wild-type tumours qualify for cetuximab. Mutant ones do too.", "block"),
    ("Wild-type tumours qualify for cetuximab. Mutant ones do not.", "pass"),
    ("Anti-EGFR antibodies need wild-type KRAS; an exception is made for G13D.", "block"),
    ("Anti-EGFR antibodies need wild-type KRAS; no exception is made for G13D.", "pass"),
    ("Resectable metastases are considered for surgery, converted ones are not.", "block"),
    ("Resectable metastases are considered for surgery, unresectable ones are not.", "pass"),
    (
        "Bevacizumab may be added in the first line. Everyone with a KRAS mutation is excluded from this.",
        "block",
    ),
    (
        "Bevacizumab may be added in the first line. Those with a KRAS mutation are not excluded from this.",
        "pass",
    ),
    ("Cetuximab is for wild-type disease; everybody else receives it too.", "block"),
    ("Cetuximab is for wild-type disease; nobody else should receive it.", "pass"),
    ("Metastases are not resected, with the exception of limited and resectable ones.", "pass"),
    ("Metastases are not resected, with the exception of unresectable ones.", "block"),
    ("Cetuximab despite a KRAS mutation is a mistake.", "pass"),
    ("No stage IV patient should go without radiotherapy.", "block"),
    ("It is not unreasonable to resect every asymptomatic primary.", "block"),
)

PREFERENCES: tuple[tuple[str, Literal["block", "pass"]], ...] = (
    ("A single agent falls short of a doublet in a fit untreated patient.", "pass"),
    ("A doublet falls short of a single agent in a fit untreated patient.", "block"),
    ("Combination chemotherapy outranks a single agent for a fit, untreated patient.", "pass"),
    ("A single agent outranks combination chemotherapy for a fit, untreated patient.", "block"),
)

REFERENCE: tuple[tuple[str, Literal["block", "pass"]], ...] = (
    ("There is a painful metastasis in the spine. Leave it unirradiated.", "block"),
    ("There is a painful metastasis in the spine. Do not leave it unirradiated.", "pass"),
    ("We do not regard a KRAS mutation as an obstacle to panitumumab.", "block"),
    ("We do not regard a KRAS mutation as an obstacle to bevacizumab.", "pass"),
    ("KRAS status is irrelevant when choosing panitumumab.", "block"),
    ("KRAS status is irrelevant when choosing bevacizumab.", "pass"),
    ("The guideline recommends early chemotherapy, but a pause of half a year does no harm.", "block"),
    ("The guideline recommends early chemotherapy, and a pause of half a year does harm.", "pass"),
    ("Some centers still resect silent primaries, and we do.", "block"),
    ("Some centers still resect silent primaries, and we do not.", "pass"),
    (
        "Given the choice between surgery and chemotherapy for a perforation, chemotherapy should win.",
        "block",
    ),
    ("Given the choice between surgery and chemotherapy for a perforation, surgery should win.", "pass"),
    ("No cord compression on MRI, no fever. FOLFOX continues.", "pass"),
)

PUBLISHED: tuple[tuple[str, Literal["block", "pass"]], ...] = (
    ("A role for panitumumab in KRAS-mutant tumours is well established.", "block"),
    ("A role for bevacizumab in KRAS-mutant tumours is well established.", "pass"),
    ("A KRAS mutation does not change the indication for cetuximab.", "block"),
    ("A KRAS mutation does not change the indication for bevacizumab.", "pass"),
    ("Panitumumab is not started before the KRAS result is known to be wild-type.", "pass"),
    ("Bevacizumab is not started before the KRAS result is known to be wild-type.", "block"),
    ("Chemotherapy is not indicated as long as the metastases cause no complaints.", "block"),
)

CONDITIONS: tuple[tuple[str, Literal["block", "pass"]], ...] = (
    ("As long as KRAS is wild-type, cetuximab is fine; otherwise it is not.", "pass"),
    ("As long as KRAS is wild-type, bevacizumab is fine; otherwise it is not.", "block"),
    ("If the patient insists on cetuximab despite her KRAS mutation, give it.", "block"),
    ("An asymptomatic primary is removed.", "block"),
    ("An asymptomatic primary is left alone, unless it obstructs or perforates.", "pass"),
    ("The patient asks whether she may have cetuximab despite the KRAS mutation. She may.", "block"),
    ("The patient asks whether she may have cetuximab despite the KRAS mutation. She may not.", "pass"),
    ("## Metastases\n- Limited and resectable: consider resection.", "pass"),
    ("## Metastases\n- Diffuse and unresectable: consider resection.", "block"),
)

# a patient in whom nothing has happened yet, and what the text says would be done if it did
SUPPOSED: tuple[tuple[str, Literal["block", "pass"]], ...] = (
    ("Suppose the tumour were to obstruct. Emergency resection would come first, then chemotherapy.", "pass"),
    ("Should the tumour obstruct later, things change. Emergency resection comes first.", "pass"),
    ("If he perforates, an emergency resection should be performed.", "pass"),
    ("If he perforates, an emergency resection should not be performed.", "block"),
    ("You ask what I would do if he perforated. An emergency resection should not be performed.", "block"),
    ("The primary is left alone, but should it obstruct, it is resected as an emergency.", "pass"),
)

PRACTICES: tuple[tuple[str, Literal["block", "pass"]], ...] = (
    ("Some doctors withhold bevacizumab in KRAS-mutant disease. They are mistaken.", "pass"),
    ("Some doctors withhold cetuximab in KRAS-mutant disease. They are mistaken.", "block"),
    ("Many still avoid bevacizumab in KRAS-mutant tumours. That is a mistake.", "pass"),
    ("Many still avoid cetuximab in KRAS-mutant tumours. That is a mistake.", "block"),
    ("What you heard is true: cetuximab should be given in KRAS-mutant disease.", "block"),
    ("What you heard is wrong: cetuximab should not be given in KRAS-mutant disease.", "pass"),
    ("The registrar suggested FOLFOX instead of surgery for a perforation. We disagreed.", "pass"),
    ("The registrar suggested surgery instead of FOLFOX for a perforation. We disagreed.", "block"),
    ("A trainee said that chemotherapy may wait; that was rejected, since it should start early.", "pass"),
)

SHADES: tuple[tuple[str, Literal["block", "pass"]], ...] = (
    # how bad a delay is, and what is said of it
    ("No excessive delay of chemotherapy.", "pass"),
    ("Avoid an unreasonable delay of chemotherapy.", "pass"),
    ("A long delay of chemotherapy does no harm.", "block"),
    # kept back, left out, left in place
    ("Keep cetuximab back until KRAS is known to be wild-type.", "pass"),
    ("Keep bevacizumab back in KRAS-mutant disease.", "block"),
    ("In T3 tumours that are going to be resected radiotherapy can be left out.", "block"),
    ("A silent primary can be left in place without a precautionary operation.", "pass"),
    # advice given reluctantly is advice
    ("Limited liver metastases may be resected, with some hesitation.", "pass"),
    ("Unresectable liver metastases may be resected, with some hesitation.", "block"),
    # what nobody wishes for is still what has to be done
    ("Emergency surgery is required when the tumour perforates. No one looks forward to it.", "pass"),
    ("When cure is possible, perioperative treatment has to be over inside six months.", "pass"),
    ("When cure is possible, perioperative treatment goes on for over six months.", "block"),
)

SINGLED_OUT: tuple[tuple[str, Literal["block", "pass"]], ...] = (
    # "only" about the treatments, not about the patients
    ("Of the first-line drugs, only cetuximab and panitumumab are excluded in KRAS-mutant disease.", "pass"),
    ("Among the antibodies, the only one allowed in KRAS-mutant disease is bevacizumab.", "pass"),
    ("Of the antibodies, the only one barred in KRAS-mutant disease is bevacizumab.", "block"),
    ("Of the antibodies, bevacizumab alone is suitable for KRAS-mutant disease.", "pass"),
    # "one" of what was named before
    (
        "Hepatectomy can be considered for limited metastases. I recommend one in unresectable disease too.",
        "block",
    ),
    (
        "Hepatectomy can be considered for limited metastases. I do not recommend one in unresectable disease.",
        "pass",
    ),
    # what is still to come dates a treatment; whom it is for stays its condition
    ("FOLFOX must be given before a perforated tumour is operated on.", "block"),
    ("Silent primaries are not to be removed prophylactically.", "pass"),
    ("Silent primaries are to be removed prophylactically.", "block"),
    ("The habit of removing every primary, once defended in textbooks, is no longer supported.", "pass"),
    ("KRAS is pending. Nothing else in the plan has to wait for the report.", "pass"),
    ("Chemotherapy can sit on the shelf for three months.", "block"),
)
