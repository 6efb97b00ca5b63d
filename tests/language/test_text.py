"""Normalised text keeps offsets; blocks, sentences, clauses, phrases and typos."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.pack import Pack
from language.matcher import Matcher
from language.sentences import sentences
from language.spelling import Speller
from language.text import Page, normalise, tokens


@given(st.text(max_size=200))
def test_offsets_rise_and_stay_inside(text: str) -> None:
    folded, offsets = normalise(text)
    assert len(offsets) == len(folded) + 1
    assert list(offsets) == sorted(offsets)
    assert offsets[-1] == len(text)
    page = Page.of(text)
    for block in page.blocks:
        start, end = page.span(block.start, block.start + len(block.text))
        assert 0 <= start <= end <= len(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("wild‑type – it’s “so”", 'wild-type - it\'s "so"'),
        ("ce\u200btuximab", "cetuximab"),
        ("\ufeff25\u00a0Gy", "25 Gy"),
        ("5 × 5", "5 x 5"),
        ("naïve", "naive"),
        ("a\r\nb", "a\nb"),
        ("ﬁt", "fit"),
        ("≥ 2", "> 2"),
    ],
)
def test_signs_are_folded(text: str, folded: str) -> None:
    assert normalise(text)[0] == folded


@given(st.text(alphabet="aé–\u200bﬁ \n×", max_size=40))
def test_a_folded_character_points_at_what_it_was_made_of(text: str) -> None:
    folded, offsets = normalise(text)
    for position, character in enumerate(folded):
        assert character in normalise(text[offsets[position]])[0]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# A\n\nb c", [("heading", "A"), ("paragraph", "b c")]),
        ("- a\n- b", [("item", "a"), ("item", "b")]),
        ("**Avoid:**\n- a", [("heading", "Avoid"), ("item", "a")]),
        ("Avoid:\n\na", [("heading", "Avoid"), ("paragraph", "a")]),
        ("> a", [("paragraph", "a")]),
        ("| a | b |\n|---|---|\n| c | d |", [("lead", "c"), ("cell", "d")]),
        ("1. a\n2) b", [("item", "a"), ("item", "b")]),
        ("", []),
    ],
)
def test_markdown_is_cut_into_blocks(text: str, blocks: list[tuple[str, str]]) -> None:
    assert [(b.kind, b.text) for b in Page.of(text).blocks] == blocks


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two.", 2),
        ("Give 1.8 Gy. Stop.", 2),
        ("E.g. this, i.e. that.", 1),
        ("It is so [3.3]. It is not.", 2),
        ("It is so. [3.3] It is not.", 2),
        ("Really? Yes! Good.", 3),
        ("no stop", 1),
        ("", 0),
    ],
)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    spans = sentences(text)
    assert len(spans) == count
    assert all(text[a:b].strip() for a, b in spans)
    assert "".join(text[a:b] for a, b in spans).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("wild-type", ["wild", "type"]),
        ("cannot", ["can", "not"]),
        ("Don't", ["do", "not"]),
        ("isnt", ["is", "not"]),
        ("tumour", ["tumor"]),
        ("haemorrhage", ["hemorrhage"]),
        ("A, b", ["a", ",", "b"]),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert [t.text for t in tokens(text, 0)] == words


@given(st.text(alphabet="abcDE-' .,1é\n", max_size=60), st.integers(0, 50))
def test_a_word_stands_where_it_says(text: str, start: int) -> None:
    for token in tokens(text, start):
        assert text[token.start - start : token.end - start]
        assert (
            token.surface[:1].lower() == text[token.start - start].lower() or "n't" in token.surface.lower()
        )


def test_the_longest_phrase_wins_and_endings_are_free() -> None:
    words = ["red", "wine", "drinkers", "take", "it", "out", "red"]
    matcher = Matcher([("red", 1), ("red wine", 2), ("drink*", 3), ("take ~ out", 4)])
    found = [(h.payload, h.first, h.last) for h in matcher.find(words)]
    assert found == [(2, 0, 1), (3, 2, 2), (4, 3, 5), (1, 6, 6)]


@pytest.mark.parametrize(
    ("word", "corrected"),
    [
        ("cetuxmab", "cetuximab"),
        ("cetuximab", "cetuximab"),
        ("rituximab", "rituximab"),  # a drug of its own, two slips away
        ("chemoterapy", "chemotherapy"),
        ("table", "table"),  # an English word
        ("xyz", "xyz"),
        ("zzzzzzzz", "zzzzzzzz"),
    ],
)
def test_a_typo_is_corrected_when_it_can_mean_one_word_only(word: str, corrected: str) -> None:
    speller = Speller(["cetuximab", "chemotherapy", "bevacizumab"], known=["rituximab"])
    assert speller.correct(word) == corrected


@pytest.mark.parametrize("name", ["rituximab", "folfoxiri", "infliximab"])
def test_a_neighbour_in_spelling_is_not_taken_for_a_name_of_the_pack(pack: Pack, name: str) -> None:
    named = {m.intervention for m in pack.reader.read(f"Give {name}.").mentions}
    assert not named & {"cetuximab", "folfox", "folfiri"}
