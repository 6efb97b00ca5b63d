"""Text as the reader sees it: normalised characters, blocks, sentences and tokens, all with
offsets into the original, so that every finding can point at the exact characters.

    >>> page = Page.of("## Avoid\\n\\n- one thing")
    >>> [(b.kind, b.text) for b in page.blocks]
    [('heading', 'Avoid'), ('item', 'one thing')]
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from language.titles import introduces, is_label, is_title, label_length

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_QUOTES = {
    ord("‘"): "'",
    ord("’"): "'",
    ord("ʼ"): "'",
    ord("“"): '"',
    ord("”"): '"',
    ord("„"): '"',
    ord("«"): '"',
    ord("»"): '"',
}
_SIGNS = {ord(sign): read for sign, read in zip("×≥≤·…•⁄→⇒", "x><..-/::", strict=True)}
_TABLE = _DASHES | _QUOTES | _SIGNS


def normalise(text: str) -> tuple[str, tuple[int, ...]]:
    """Fold dashes, quotes, ligatures and invisible characters.

    Returns the folded text and, for each of its characters (and one past the end), the offset in
    `text`. Invisible characters are dropped, so that they cannot split a word.
    """
    parts: list[str] = []
    offsets: list[int] = []
    done = 0
    for match in _FOLDABLE.finditer(text):
        position = match.start()
        parts.append(text[done:position])
        offsets.extend(range(done, position))
        done = position + 1
        if match[0] == "\r" and text[done : done + 1] == "\n":
            continue
        folded = _folded(match[0])
        parts.append(folded)
        offsets.extend([position] * len(folded))
    parts.append(text[done:])
    offsets.extend(range(done, len(text) + 1))
    return "".join(parts), tuple(offsets)


_FOLDABLE = re.compile(r"[^\x20-\x7e\n]")  # every other character stands for itself


@lru_cache(maxsize=4_096)
def _folded(character: str) -> str:
    """What a character is read as; nothing for an invisible one."""
    category = unicodedata.category(character)
    if category == "Cf" or (category == "Mn" and not unicodedata.combining(character)):
        return ""
    if category == "Cc":
        return "\n" if character == "\r" else " "
    if category == "Zs":
        return " "
    folded = character.translate(_TABLE)
    if folded == character and ord(character) > 127:
        folded = unicodedata.normalize("NFKC", character)
        folded = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    return folded


BlockKind = Literal["heading", "lead", "item", "paragraph", "cell"]


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, list item, lead-in or paragraph. `start` counts in the normalised text."""

    kind: BlockKind
    text: str
    start: int
    depth: int  # of a heading 1-6, of an item its indent + 1, of others 0
    column: str = ""  # of a table's cell: the head of its column


@dataclass(frozen=True, slots=True)
class Page:
    """A whole text, normalised and cut into blocks."""

    original: str
    text: str
    offsets: tuple[int, ...]
    blocks: tuple[Block, ...]
    aligned: bool = False  # every character stands where it stood

    @classmethod
    def of(cls, original: str) -> Page:
        text, offsets = normalise(original)
        return cls(original, text, offsets, tuple(_blocks(text)), offsets == tuple(range(len(text) + 1)))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's span of a span in the normalised text."""
        if end <= start:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1


_SECTION = re.compile(
    r"(\s{0,3}\d{1,2}(?:\.\d{1,2})+\.?\s+)([A-Z][^.!?;:]{2,70})$"
)  # "17.5 Such a treatment"
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_ITEM = re.compile(
    r"(\s*)(?:[-*+]\s+(?:\[[ xX]\]\s+)?|[\u2190-\u2bff\U0001f300-\U0001faff]\s*(?=\S)|"
    r"\(?\d{1,2}[.)]\s+(?=\D)|\(?[a-h][.)]\s+)(.*)$"
)
_BOLD_LINE = re.compile(r"\s*(\*\*|__)(.+?)\1\s*:?\s*$")
_BOLD_LEAD = re.compile(r"\s*(\*\*|__|\*|_)([^*_]{2,120}?)(:?)\1(\s*:)?\s*")
_LABEL = re.compile(
    r"\s*(?:q|a|question|answer|short answer|fact|facts|truth|reality|right|correct)\s*\d*\s*[:.]\s+", re.I
)  # says that an answer follows, not what it is
_LABELLED = re.compile(r"\s*(?:[*_]{1,2})?(?:\w+\s){0,2}\w+\s*(?::[*_]{1,2}|(?:[*_]{1,2})?:)\s+\S")
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}$|\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*\|?\s*$")


def _blocks(text: str) -> list[Block]:
    blocks: list[Block] = []
    position = 0
    open_paragraph: tuple[int, int] | None = None  # start, end
    header: tuple[str, ...] = ()

    def close() -> None:
        nonlocal open_paragraph
        if open_paragraph is not None:
            start, end = open_paragraph
            _prose(blocks, "paragraph", text[start:end], start, 0)
            open_paragraph = None

    for line in text.split("\n"):
        start, position = position, position + len(line) + 1
        if not line.strip() or _RULE.match(line):
            close()
            header = header if "|" in line else ()
            continue
        line = line.lstrip("> ") if line.lstrip().startswith(">") else line
        start = position - 1 - len(line)
        if heading := _HEADING.match(line):
            close()
            blocks.append(Block("heading", heading[2].strip("* "), start + heading.start(2), len(heading[1])))
        elif open_paragraph is None and (section := _SECTION.match(line.rstrip())):
            blocks.append(Block("heading", section[2], start + section.start(2), 2))
        elif line.strip().startswith("|") and line.count("|") >= 2:
            close()
            following = text[position:].split("\n", 1)[0]
            if "|" in following and _RULE.match(following):
                header = tuple(c.strip() for c in line.strip().strip("|").split("|"))
            else:
                _row(blocks, line, start, header)
        elif item := _ITEM.match(line):
            if open_paragraph is not None and introduces(text[slice(*open_paragraph)]):
                introduction = text[slice(*open_paragraph)]
                blocks.append(_as_title(Block("heading", introduction.strip(), open_paragraph[0], 6)))
                open_paragraph = None
            elif open_paragraph is None and blocks and is_title(blocks[-1].kind, blocks[-1].text):
                blocks[-1] = _as_title(blocks[-1])  # with a blank line behind it
            close()
            _prose(blocks, "item", item[2], start + item.start(2), len(item[1]) // 2 + 1)
        elif (bold := _BOLD_LINE.match(line)) and len(bold[2].split()) <= 12:
            close()
            blocks.append(Block("heading", bold[2].rstrip(": "), start + bold.start(2), 6))
        elif open_paragraph is None and line.rstrip().endswith(":") and len(line.split()) <= 14:
            blocks.append(
                Block("heading", line.strip().rstrip(":"), start + len(line) - len(line.lstrip()), 6)
            )
        elif open_paragraph is None:
            open_paragraph = (start, start + len(line))
        elif _LABELLED.match(line) and _LABELLED.match(text[slice(*open_paragraph)]):
            close()  # "Myth: ..." and on the next line "Fact: ..."
            open_paragraph = (start, start + len(line))
        else:
            open_paragraph = (open_paragraph[0], start + len(line))
    close()
    return blocks


def _as_title(block: Block) -> Block:
    """The heading that a title line is, without "Box 2." in front of it."""
    at = label_length(block.text)
    return Block("heading", block.text[at:], block.start + at, 6)


def _row(blocks: list[Block], line: str, start: int, header: tuple[str, ...]) -> None:
    """A table row: the first cell is the lead of the others, each under the head of its column."""
    cells = [(m.start(1), m[1]) for m in re.finditer(r"\|?\s*([^|]+?)\s*(?=\||$)", line) if m[1].strip(" |")]
    for number, (offset, cell) in enumerate(cells):
        kind: BlockKind = "lead" if number == 0 and len(cells) > 1 else "cell"
        blocks.append(Block(kind, cell, start + offset, 0, header[number] if number < len(header) else ""))


def _prose(blocks: list[Block], kind: BlockKind, text: str, start: int, depth: int) -> None:
    """A paragraph or item; a bold lead-in in front becomes a block of its own."""
    lead = _BOLD_LEAD.match(text)
    if lead and (lead[3] or lead[4] or is_label(lead[2])) and len(text) > lead.end():
        blocks.append(Block("lead", lead[2].rstrip(": "), start + lead.start(2), depth))
        text, start = text[lead.end() :], start + lead.end()
    elif label := _LABEL.match(text):
        text, start = text[label.end() :], start + label.end()
    blocks.append(Block(kind, text, start, depth))


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark, in lower case and folded spelling; offsets in the normalised text."""

    text: str
    start: int
    end: int
    surface: str
    spaced: bool  # white space stands before it

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


_TOKEN = re.compile(r"[^\W_]+(?:'[^\W\d_]+)?|[^\w\s]|_")
_BARE_CONTRACTIONS = {
    w + "nt": (w, "not")
    for w in [
        "do",
        "does",
        "did",
        "is",
        "are",
        "was",
        "were",
        "should",
        "would",
        "could",
        "must",
        "need",
        "has",
        "have",
    ]
}
_CONTRACTIONS = _BARE_CONTRACTIONS | {
    "don'ts": ("do", "not"),
    "donts": ("do", "not"),
    "cant": ("can", "not"),
    "wont": ("will", "not"),
    "cannot": ("can", "not"),
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    **{f"{w}'s": (w, "is") for w in ("there", "it", "that", "here", "what")},
}


_TITLES = {"Mr": "mister"}  # no abbreviation of anything else
_MARKUP = frozenset('*_`"')  # emphasis inside a phrase does not cut it


def tokens(text: str, start: int) -> list[Token]:
    """The tokens of a stretch of normalised text that begins at offset `start`.

    A hyphen inside a word separates it silently ("wild-type" is two words); contractions
    are written out; British spelling is folded to American.
    """
    found: list[Token] = []
    previous_end = -1
    for match in _TOKEN.finditer(text):
        surface, a, b = match[0], match.start(), match.end()
        if surface in _MARKUP:
            previous_end = b if previous_end == a else previous_end
            continue
        spaced = a > previous_end
        if surface == "-" and not spaced and b < len(text) and not text[b].isspace() and a > 0:
            previous_end = b  # inside a word or a range: the neighbours stay apart, the mark goes
            continue
        previous_end = b
        word = surface.lower()
        if word.isalpha() and word not in _CONTRACTIONS and surface not in _TITLES:
            found.append(Token(fold_spelling(word), start + a, start + b, surface, spaced))
            continue
        parts: tuple[str, ...]
        if surface in _TITLES:
            parts = (_TITLES[surface],)
        elif word in _CONTRACTIONS:
            parts = _CONTRACTIONS[word]
        elif word.endswith("n't"):
            parts = (word[:-3], "not")
        elif "'" in word:
            head, _, tail = word.partition("'")
            parts = (
                (head, {"re": "are", "ll": "will", "ve": "have", "m": "am", "d": "would"}[tail])
                if tail in {"re", "ll", "ve", "m", "d"}
                else (head,)
                if head
                else (tail,)
            )
        else:
            parts = (word,)
        for part in parts:
            if part:
                found.append(Token(fold_spelling(part), start + a, start + b, surface, spaced))
    return found


_BRITISH = (
    (re.compile(r"^(tum|col|fav|lab|hum|rum|vap|behavi|neighb)our"), r"\1or"),
    (re.compile(r"^haem(?=[ao])"), "hem"),
    (re.compile(r"^(an|leuk|isch)aem"), r"\1em"),
    (re.compile(r"(?<=[a-z]{3})(?<!w)is(e|ed|es|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"^faec"), "fec"),
    (re.compile(r"^oesoph"), "esoph"),
    (re.compile(r"^oedem"), "edem"),
    (re.compile(r"^diarrhoea"), "diarrhea"),
    (re.compile(r"^programme(s?)$"), r"program\1"),
    (re.compile(r"^(cent|fib|lit)re(s?)$"), r"\1er\2"),
    (re.compile(r"^paed"), "ped"),
    (re.compile(r"^anaesth"), "anesth"),
    (re.compile(r"^(manoeuvre)"), "maneuver"),
    (re.compile(r"^judgement"), "judgment"),
    (re.compile(r"^practis"), "practic"),
    (re.compile(r"^caec"), "cec"),
    (re.compile(r"^defence"), "defense"),
    (re.compile(r"^offence"), "offense"),
    (re.compile(r"ll(ed|ing)$"), r"l\1"),
)  # fmt: skip


_ANY_BRITISH = re.compile("|".join(pattern.pattern for pattern, _ in _BRITISH))


@lru_cache(maxsize=50_000)
def fold_spelling(word: str) -> str:
    """British to American, the same for texts and vocabularies, so only consistency matters."""
    if len(word) < 5 or not word.isalpha() or not _ANY_BRITISH.search(word):
        return word
    for pattern, replacement in _BRITISH:
        word = pattern.sub(replacement, word)
    return word
