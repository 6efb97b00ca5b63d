"""What the tool is, who it is for and what it is not, in each language of the widget."""

from __future__ import annotations

from ingest.guideline import Guideline


def notice(guideline: Guideline) -> dict[str, str]:
    version = f" ({guideline.version})" if guideline.version else ""
    return {
        "en": (
            "Decision support for health professionals, from one guideline only: "
            f"{guideline.title}{version}. It does not replace clinical judgement and is not for emergencies. "
            "Do not enter names or other identifying data."
        ),
        "de": (
            "Entscheidungshilfe für medizinisches Fachpersonal, nur aus einer Leitlinie: "
            f"{guideline.title}{version}. Sie ersetzt kein ärztliches Urteil und ist nicht für Notfälle. "
            "Bitte keine Namen oder andere identifizierende Angaben eingeben."
        ),
    }
