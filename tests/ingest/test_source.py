"""Files that are no guideline, and front matter that is wrong: one sentence each, with the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import GuidelineError
from ingest.guideline import read_guideline

_BODY = "\n## 1 One\n\n1.1 First.\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "bad.md: The file is empty; it must hold the text of a guideline."),
        (b" \n\t\r\n", "bad.md: The file is empty; it must hold the text of a guideline."),
        (b"\xef\xbb\xbf", "bad.md: The file is empty; it must hold the text of a guideline."),
        (b"One\n\x89PNG\0\0\x1a", "bad.md:2: The file is binary; a guideline must be plain text."),
        (
            "# Ä\n\nGefäß".encode("latin-1"),
            "bad.md:1: Byte 0xc4 at position 2 is not UTF-8; save the file as UTF-8.",
        ),
        (
            b"One\n- two\n- thr\xffee",
            "bad.md:3: Byte 0xff at position 15 is not UTF-8; save the file as UTF-8.",
        ),
        (
            b"\xff\xfea\0\x00\xd8",
            "bad.md:1: Byte 0x00 at position 2 is not UTF-16-LE; save the file as UTF-8.",
        ),
        (b"One\n- t\x07wo", "bad.md:2: The file holds the control character '\\x07'; it must be plain text."),
        (
            b"- one 1\n- two 2\n",
            "bad.md:1: The text has no heading; put a heading line above each group of statements.",
        ),
        (b"A heading\nAnother heading\n", "bad.md:1: The text has headings, but no statement."),
        (
            b"\n- one 1\n\nA heading\n- two 2\n",
            "bad.md:2: This text stands before any heading; begin with a heading line.",
        ),
        (b"A heading\n- [1]\n", "bad.md:2: There is a reference here, but no statement before it."),
        (
            b"A heading\n- one 1, 3\n\nReferences\n1. A\n2. B\n",
            "bad.md:2: Reference 3 is cited here, but the list of references does not hold it.",
        ),
        (b"A heading\n- one 1\n\nReferences\n1. A\n1. B\n", "bad.md:6: Reference 1 is listed twice."),
    ],
)
def test_files_that_are_no_guideline(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "bad.md"
    file.write_bytes(content)
    with pytest.raises(GuidelineError) as raised:
        read_guideline(file)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("front", "message"),
    [
        (
            "id: [x\n---\n",
            "bad.md:3: The front matter is not YAML: expected ',' or ']', but got '<stream end>'.",
        ),
        ("id: x\n", "bad.md:1: The front matter has no end; close it with a line '---'."),
        ("- x\n---\n", "bad.md:2: The front matter must hold fields, as in 'title: ...'."),
        ("id: x\ntitle: T\n---\n", "bad.md:2: The front matter lacks the field 'population'."),
        (
            "id: x\ntitle: T\npopulation: P\nversion: 1.0\n---\n",
            "bad.md:5: The field 'version' of the front matter is 1.0: input should be a valid string.",
        ),
        (
            "id: x\ntitle: T\ncolour: red\npopulation: P\nversion: '1'\n---\n",
            "bad.md:4: The front matter has the unknown field 'colour'; "
            "known fields: id, title, population, version, references.",
        ),
        (
            "id: x\ntitle: T\npopulation: P\nversion: '1'\nreferences: [2, 2]\n---\n",
            "bad.md:6: Reference 2 is listed twice.",
        ),
    ],
)
def test_wrong_front_matter(tmp_path: Path, front: str, message: str) -> None:
    file = tmp_path / "bad.md"
    file.write_text(f"---\n{front}{_BODY}", encoding="utf-8")
    with pytest.raises(GuidelineError) as raised:
        read_guideline(file)
    assert str(raised.value) == message


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(GuidelineError, match=r"gone\.md: The file cannot be read: No such file or directory"):
        read_guideline(tmp_path / "gone.md")
    with pytest.raises(GuidelineError, match="This is a folder; give the guideline's file"):
        read_guideline(tmp_path)
