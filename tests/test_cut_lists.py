"""An answer that ends inside a list of its sentence is known, and one that ends before the next clause is whole."""

from __future__ import annotations

import datetime

import pytest
from test_corpus import material

from facts.extract.cut_lists import CutLists
from facts.extract.draft import Draft, sentence_span


@pytest.mark.parametrize(
    ("text", "answer", "cut"),
    [
        (
            "Ada Wren told of a plan to mend the pier, train pilots, and build huts.",
            "a plan to mend the pier",
            True,
        ),
        ("Ada Wren announced a plan to mend the pier and build huts.", "a plan to mend the pier", True),
        ("Ada Wren announced a plan to mend the pier, and praised the pilots.", "a plan to mend the pier", False),
        ("Ada Wren announced a plan to mend the pier, and the mayor thanked her.", "a plan to mend the pier", False),
        ("Ada Wren announced a plan to mend the pier, praising the pilots.", "a plan to mend the pier", False),
        ("Ada Wren announced a plan to mend the pier, including its lamps.", "a plan to mend the pier", False),
        ("Ada Wren stressed the value of rest, as well as the cost of boats.", "the value of rest", True),
        ("Ada Wren stressed the value of rest and the need for lamps.", "the value of rest", True),
        ("Ada Wren explained how boats are built, and how ropes are made.", "how boats are built", True),
        ("Ada Wren stressed that pilots must be heard, fed and met.", "pilots must be heard, fed", True),
        (
            "The group also discussed efforts to support the pilots and their boats through town and county grants, "
            "and the group's shared support for the families of the crews.",
            "efforts to support the pilots and their boats through town and county grants",
            True,
        ),
        ("Ada Wren stressed the value of rest.", "the value of rest", False),
        ("Ada Wren thanked the pilots for their help, and left for Tarn.", "their help", False),
    ],
)
def test_a_list_that_goes_on_behind_an_answer_is_seen(text: str, answer: str, cut: bool) -> None:
    found = material(text, datetime.date(2020, 3, 5))
    (sentence,) = found.sentences
    draft = Draft("what", "What did Ada Wren say?", answer, sentence_span(sentence), rule="statement.spoken")
    assert CutLists(found).cuts(draft) is cut


@pytest.mark.parametrize(
    ("text", "answer", "cut"),
    [
        ("They discussed efforts to mend the pier, and the need for lamps.", "efforts to mend the pier", False),
        ("They discussed efforts to mend the pier, as well as their cost.", "efforts to mend the pier", False),
        ("They discussed efforts to mend the pier and build huts.", "efforts to mend the pier", True),
        (
            "They discussed efforts to mend the pier, train pilots and their vow to rest.",
            "efforts to mend the pier, train pilots",
            True,
        ),
    ],
)
def test_what_is_asked_for_by_its_noun_is_whole_before_another_noun(text: str, answer: str, cut: bool) -> None:
    found = material(text, datetime.date(2020, 3, 5))
    (sentence,) = found.sentences
    asked = "What efforts did the pilots of Tarn discuss?"
    draft = Draft("what", asked, answer, sentence_span(sentence), rule="statement.of")
    assert CutLists(found).cuts(draft) is cut


@pytest.mark.parametrize(
    ("text", "question", "cut"),
    [
        ("Ada Wren stressed the board's focus on small farms.", "Who stressed the board's focus in May 2020?", True),
        (
            "Ada Wren stressed the board's focus on small farms.",
            "Who stressed the board's focus on small farms?",
            False,
        ),
        ("Ada Wren announced a new plan to build huts.", "Who announced a new plan at the Tarn meeting?", True),
        ("Ada Wren praised the old pilots who mended boats.", "Who praised the old pilots?", True),
        ("Ada Wren praised the old pilots and went home.", "Who praised the old pilots?", False),
        ("Ada Wren opened the new bridge on 3 March.", "Who opened the new bridge on 3 March 2020?", False),
        ("Ada Wren opened the new bridge in Tarn.", "Who opened the new bridge?", False),
    ],
)
def test_a_question_for_who_did_it_is_not_cut_before_what_belongs_to_its_noun(
    text: str, question: str, cut: bool
) -> None:
    found = material(text, datetime.date(2020, 3, 5))
    (sentence,) = found.sentences
    draft = Draft("who", question, "Ada Wren", sentence_span(sentence), rule="event.who_did")
    assert CutLists(found).cuts(draft) is cut


@pytest.mark.parametrize(
    ("text", "question", "cut"),
    [
        ("The leaders of Lunn, the Isle of Varda and Zell met in Tarn.", "Where did the leaders of Lunn meet?", True),
        (
            "The mayors of the Town of Lunn, the Town of Varda, and the Isle of Zell met in Tarn.",
            "Where did the mayors of the Town of Lunn meet?",
            True,
        ),
        ("The leaders of Lunn and Varda met in Tarn.", "Where did the leaders of Lunn and Varda meet?", False),
        ("The leaders of Lunn met in Tarn, Ostford and Zell.", "Where did the leaders of Lunn meet?", False),
        ("Ada Wren, the mayor, met them in Tarn.", "Where did Ada Wren meet them?", False),
    ],
)
def test_a_question_for_the_first_of_a_list_of_names_is_cut(text: str, question: str, cut: bool) -> None:
    found = material(text, datetime.date(2020, 3, 5))
    (sentence,) = found.sentences
    draft = Draft("where", question, "Tarn", sentence_span(sentence), rule="event.where")
    assert CutLists(found).cuts(draft) is cut
