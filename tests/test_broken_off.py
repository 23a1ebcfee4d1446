"""Answers of sentences that were cut give nothing, and letters behind a name are left out."""

from __future__ import annotations

import pytest

from facts.extract.broken_off import breaks_off, without_letters
from facts.extract.draft import Draft
from facts.parse.acronyms import acronyms


@pytest.mark.parametrize(
    ("answer", "said", "broken"),
    [
        ("Ada Wren", "Ada Wren asked why the bill had doubled to Rs.", True),
        ("Ada Wren", "Ada Wren asked why the bill had doubled.", False),
        ("“Tarn is old.”", 'Ada Wren said, "Tarn is old.', True),
        ("“Tarn is old.”", 'Ada Wren said, "Tarn is old."', False),
        ("the pier", 'Ada Wren called it "old.', False),
        ("the tax on state", "Ada Wren discussed the tax on state owned ferries.", True),
        ("the tax on ferries", "Ada Wren discussed the tax on ferries in Tarn.", False),
        ("the tax on ferries", "Ada Wren discussed the tax on ferries next year.", False),
    ],
)
def test_a_sentence_that_is_cut_is_known_by_its_end(answer: str, said: str, broken: bool) -> None:
    draft = Draft("what", "What did Ada Wren say?", answer, (0, len(said)), rule="statement.said")
    assert breaks_off(draft, said) is broken


def test_letters_behind_a_name_stay_only_where_they_are_used_again() -> None:
    forms = acronyms("The Tarn Pilots Board (TPB) met. The TPB left.")

    def told(answer: str) -> str:
        draft = Draft("who", "Who met?", answer, (0, 1), rule="event.who_did")
        return without_letters(draft, forms).answer

    assert told("the Tarn Pilots Board (TPB) of Lunn") == "the Tarn Pilots Board of Lunn"
    assert told("the Tarn Pilots Board (TPB) and friends of the TPB").count("TPB") == 2
