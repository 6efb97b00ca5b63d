"""Drafts are read while they are written, each sentence at its end, and what is out of form is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answering.drafting.draft import (
    LONGEST_SENTENCE,
    MOST_SENTENCES,
    DraftSentence,
    write_json,
    write_tagged,
)
from answering.drafting.failure import DraftFailed
from answering.drafting.sentences import JsonReader, SentenceReader, TaggedReader

FORMS = [
    pytest.param(JsonReader, write_json, id="json"),
    pytest.param(TaggedReader, write_tagged, id="tagged"),
]

visible = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=40)
drafts = st.lists(
    st.builds(
        DraftSentence,
        visible,
        st.lists(st.from_regex(r"\d{1,2}\.\d{1,2}", fullmatch=True), max_size=3).map(tuple),
        st.none() | visible,
    ),
    max_size=6,
)


@pytest.mark.parametrize(("reader", "write"), FORMS)
@given(draft=drafts, piece=st.integers(1, 50))
def test_what_was_written_is_read_in_whatever_pieces_it_comes(
    reader: type[JsonReader | TaggedReader], write: object, draft: list[DraftSentence], piece: int
) -> None:
    text = write(draft)  # type: ignore[operator]
    reading: SentenceReader = reader()
    read = [s for start in range(0, len(text), piece) for s in reading.feed(text[start : start + piece])]
    reading.close()
    assert read == draft
    assert reading.raw == text


@pytest.mark.parametrize(("reader", "write"), FORMS)
def test_each_sentence_comes_at_its_last_character(reader: type[JsonReader], write: object) -> None:
    draft = [DraftSentence("One.", ("1.1",)), DraftSentence("Two.", ("1.2",))]
    text = write(draft)  # type: ignore[operator]
    end = text.index("}" if reader is JsonReader else "</s>") + (1 if reader is JsonReader else 4)
    reading = reader()
    assert reading.feed(text[: end - 1]) == []
    assert reading.feed(text[end - 1 : end]) == draft[:1]


@pytest.mark.parametrize(("reader", "write"), FORMS)
def test_a_draft_without_its_end_is_cut_off(reader: type[JsonReader], write: object) -> None:
    text = write([DraftSentence("One.", ("1.1",))])  # type: ignore[operator]
    for end in range(len(text)):
        reading = reader()
        reading.feed(text[:end])
        with pytest.raises(DraftFailed) as failed:
            reading.close()
        assert failed.value.reason == "cut_off"


MALFORMED = [
    "Sure! Here it is.",
    '{"answers":[]}',
    '{"sentences":[1]}',
    '{"sentences":[{"text":"One."}]}',
    '{"sentences":[{"text":"One.","citations":["1.1"],"quote":null,"note":"x"}]}',
    '{"sentences":[{"text":1,"citations":[],"quote":null}]}',
    '{"sentences":[{"text":"","citations":[],"quote":null}]}',
    '{"sentences":[{"text":"One.","citations":"1.1","quote":null}]}',
    '{"sentences":[{"text":"One.","citations":[],"quote":null}]} and more',
    '{"sentences":[{"text":"One.","citations":[],"quote":null} {}]}',
    "<s cite=\"1.1\">One.</s>",
    "<answer>One.</answer>",
    '<answer><s cite="1.1">One.</s> and <s cite="1.1">Two.</s></answer>',
    '<answer><s>One.</s></answer>',
    '<answer><s cite="1.1"><b>One.</b></s></answer>',
    '<answer><s cite="1.1" style="x">One.</s></answer>',
    '<answer><s cite="1.1"></s></answer>',
    '<answer><s cite="1.1">One.</s></answer> Good luck!',
]  # fmt: skip


@pytest.mark.parametrize("text", MALFORMED)
def test_what_is_out_of_form_is_refused(text: str) -> None:
    for reader in (JsonReader(), TaggedReader()):
        with pytest.raises(DraftFailed) as failed:
            reader.feed(text)
        assert failed.value.reason == "malformed"


def test_what_nobody_can_see_is_left_out() -> None:
    hidden = "O\u200bne\u202e and\ud800 two."
    reading = TaggedReader()
    assert reading.feed(f'<answer><s cite="">{hidden}</s>')[0].text == "One and two."


def test_endless_drafts_are_stopped() -> None:
    for text in (
        write_json([DraftSentence("x" * (LONGEST_SENTENCE + 1))]),
        write_json([DraftSentence("One.")] * (MOST_SENTENCES + 1)),
        '{"sentences":[{"text":"' + "x" * 10_000,
        '<answer><s cite="">' + "x" * 10_000,
        "<answer>" + '<s cite="">One.</s>' * (MOST_SENTENCES + 1),
    ):
        reader = JsonReader() if text.startswith("{") else TaggedReader()
        with pytest.raises(DraftFailed) as failed:
            reader.feed(text)
        assert failed.value.reason == "malformed"
