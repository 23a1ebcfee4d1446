"""Folding, stems and tokens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.question.tokens import content, normalized, plain, stem, tokens, typo_limit


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vázquez’s", "vazquez"),
        ("the U.S.–Nordic summit", "the US Nordic summit"),
        ("Ditte Juul Jørgensen", "ditte juul jorgensen"),
        ("“table‑top” exercise", "table-top exercise"),
        ("30\u00a0June", "30 June"),
        ("ＡＤＳＯＭ", "adsom"),
    ],
)
def test_the_same_words_fold_alike(one: str, other: str) -> None:
    assert normalized(one) == normalized(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organised", "organization"),
        ("defence", "defense"),
        ("programmes", "program"),
        ("neighbours", "neighbor"),
        ("held", "holds"),
        ("fifth", "5th"),
        ("twelve", "12"),
        ("1,904", "1904"),
        ("Iraqi", "Iraq"),
        ("14s", "14"),
        ("Egyptians", "Egypt"),
        ("meetings", "meeting"),
    ],
)
def test_inflections_and_spellings_of_one_word_have_one_term(one: str, other: str) -> None:
    assert stem(normalized(one) if one[0].isalpha() else one) == stem(
        normalized(other) if other[0].isalpha() else other
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [("five", "fifth"), ("chair", "cochair"), ("ADSOM", "ADSOM+"), ("meet", "meeting"), ("reporter", "report")],
)
def test_other_words_have_other_terms(one: str, other: str) -> None:
    assert tokens(one)[0].term != tokens(other)[0].term


@pytest.mark.parametrize("name", ["South Korea", "the ROK", "Republic of Korea", "south korean"])
def test_a_country_has_one_term_by_all_its_names(name: str) -> None:
    assert [token.term for token in content(name)] == ["=south-korea"]


def test_us_is_a_country_unless_it_is_a_pronoun() -> None:
    assert [t.term for t in tokens("was the us there")][2] == "=us"
    assert "=us" not in [t.term for t in tokens("tell us more")]


def test_a_co_chair_is_no_chair() -> None:
    assert [t.term for t in tokens("co-chairs")] == ["cochair"]


def test_a_set_expression_is_one_token() -> None:
    assert [t.term for t in tokens("who took part?")] == ["who", "attend"]


def test_contractions_are_spoken_out() -> None:
    found = [t.surface for t in tokens("what's it? who didn’t come?")]
    assert found == ["what", "is", "it", "who", "did", "not", "come"]


def test_an_ending_without_its_verb_is_a_word() -> None:
    assert [t.surface for t in tokens("n't")] == ["nt"]


def test_short_words_must_be_spelled_right() -> None:
    assert typo_limit("aid") == 0
    assert typo_limit("thang") == 1


@given(st.text(max_size=200))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert normalized(normalized(text)) == normalized(text)


@given(st.text(max_size=200))
def test_every_token_has_a_surface_and_a_term(text: str) -> None:
    assert all(token.surface and token.term for token in tokens(text))


@given(st.text(alphabet=st.characters(exclude_categories=["L", "N", "S", "M"]), max_size=50))
def test_punctuation_alone_has_no_words(text: str) -> None:
    assert not [t for t in tokens(text) if t.surface not in "%$€£"]


@given(st.text())
def test_a_plain_text_is_plain_already(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert plain(text).isascii()


def test_a_text_may_end_with_a_word_that_stands_for_another() -> None:
    assert tokens("who spoke on tech")[-1].surface == "tech"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("at 2pm", "at 2 p.m."),
        ("at 7.30pm", "at 7:30 PM"),
        ("a $4.4m loan", "a $4.4 million loan"),
        ("£27bn", "£27 billion"),
        ("a 5km run", "a 5 kilometre run"),
        ("30kg", "30 kilograms"),
        ("10k people", "10 thousand people"),
        ("a 3m wall", "a 3 metre wall"),
        ("for under-14s", "for under 14"),
    ],
)
def test_a_number_with_its_unit_behind_it_is_the_number_and_the_unit(one: str, other: str) -> None:
    assert [token.term for token in tokens(one)] == [token.term for token in tokens(other)]


@pytest.mark.parametrize("word", ["1990s", "4a", "4x4", "101b", "2024/25b"])
def test_no_digits_of_a_word_are_lost(word: str) -> None:
    assert "".join(token.surface for token in tokens(word)) == word.replace("/", "")


@given(st.integers(1, 9999), st.sampled_from(["km", "kg", "pm", "bn", "mph"]))
def test_a_number_is_the_same_with_or_without_a_space_before_its_unit(number: int, unit: str) -> None:
    glued, apart = ([token.term for token in tokens(text)] for text in (f"of {number}{unit}", f"of {number} {unit}"))
    assert glued == apart
