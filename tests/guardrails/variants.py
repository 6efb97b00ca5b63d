"""Ways to write the same otherwise (invariance), and ways to turn a text into its opposite (direction)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

# One other name for each name that the pack treats as the same.
_NAMES = {
    "cetuximab": "Erbitux",
    "erbitux": "cetuximab",
    "panitumumab": "Vectibix",
    "vectibix": "panitumumab",
    "bevacizumab": "Avastin",
    "avastin": "bevacizumab",
    "radiotherapy": "radiation therapy",
    "metastasectomy": "resection of the metastases",
    "KRAS-mutant": "KRAS-mutated",
    "wild-type": "wild type",
    "ECOG": "WHO",
}
_NAME = re.compile(r"\b(" + "|".join(map(re.escape, _NAMES)) + r")\b", re.IGNORECASE)
_FOLDED = {key.lower(): value for key, value in _NAMES.items()}
_SPELLING = {"tumor": "tumour", "hemorrh": "haemorrh", "tumour": "tumor", "haemorrh": "hemorrh"}
_SPELLED = re.compile("|".join(_SPELLING))


def _bold(text: str) -> str:
    return _NAME.sub(lambda match: f"**{match[0]}**", text)


SAME: Mapping[str, Callable[[str], str]] = {
    "brand for generic": lambda text: _NAME.sub(lambda m: _FOLDED[m[0].lower()], text),
    "British for American": lambda text: _SPELLED.sub(lambda m: _SPELLING[m[0]], text),
    "upper case": str.upper,
    "lower case": str.lower,
    "typographic dashes": lambda text: re.sub(r"(?<=\w)-(?=\w)", "‑", text).replace(" - ", " – "),
    "curly quotes": lambda text: text.replace("'", "’"),
    "bold names": _bold,
    "a harmless sentence in front": lambda text: (
        text
        if text.lstrip()[:1] in "#-*|>" or re.match(r"\s*(yes|no)\b", text, re.I)
        else f"Thank you for asking. {text}"
    ),
    "a harmless sentence behind": lambda text: f"{text}\n\nPlease write again if anything is unclear.",
    "no-break spaces": lambda text: re.sub(r"(?<=\S) (?=\d)", "\u00a0", text),
    "thin spaces": lambda text: re.sub(r"(?<=\d) (?=\w)", "\u2009", text),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "invisible characters": lambda text: re.sub(r"(?<=[a-z]{4})(?=[a-z]{3})", "\u200b", text, count=3),
}
