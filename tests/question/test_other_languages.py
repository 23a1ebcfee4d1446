"""A short question in another language is known by its question word, and no English one is taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialog import reply
from bot.index import Index
from bot.question.other_languages import is_in_another_language

ANOTHER = """
wer war dabei? | Wann war das Treffen | wo war das | wie viel geld | was wurde beschlossen | was hat Tarn zugesagt
warum
und wer noch | wer leitete die Sitzung | wo findet es statt | qui a présidé ? | qui a preside | quand | combien d'argent
qu'ont-ils décidé | et où ? | quand a lieu la prochaine réunion | qui a voté contre | quién presidió? | quien presidio
cuándo | dónde se reunieron | cuanto costo | y cuánto prometió Tarn | ¿quiénes asistieron? | quién fue"""
ENGLISH = """
who came? | wo came? | wer is it | wen was it | wie many | was it in Como? | Como budget | como lake | Qui Nhon
qui nhon port | and Qui Nhon? | was Ursula von der Leyen there | was Die Linke banned | was la Rochelle | was den Haag
was Hat Yai in | was war averted | was Los Angeles chosen | was In Salah | comment by Lund | comment la Paz | Que Anh?
and Ou Yang? | Cuando Cubango governor | wo chaired la paz | and Wann? | La Paz? | and Der Spiegel? | et al | y not
und Tarn? | Wo Hop | or Le Havre | where was Da Nang | Lo Sung? | was Vu Vom | ?"""


def _each(texts: str) -> list[str]:
    return [text.strip() for line in texts.strip().splitlines() for text in line.split("|")]


@pytest.mark.parametrize("text", _each(ANOTHER))
def test_a_short_question_is_known_by_its_question_word(text: str) -> None:
    assert is_in_another_language(text)
    assert reply(text, Index([]))[0].reason == "other_language"


@pytest.mark.parametrize("text", _each(ENGLISH))
def test_no_english_question_with_names_or_slips_is_taken_for_one(text: str) -> None:
    assert not is_in_another_language(text)


@given(st.text(max_size=40))
def test_it_takes_any_text(text: str) -> None:
    is_in_another_language(text)
