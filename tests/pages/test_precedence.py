"""What a person wrote wins over what the compiler found where both ask the same; former ids lead on."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest
from ostford_board import ARTICLE, CHAIR, MET, SENTENCES, reread

from facts.model import Fact, FormerFact
from facts.pages import former, merge
from facts.pages.page import Page
from facts.pages.precedence import asked


def fact(name: str, question: str, answer: str, **more: object) -> Fact:
    made = msgspec.structs.replace(CHAIR, id=name, question=question, answer=answer, variants=(), confidence=0.8)
    return msgspec.structs.replace(made, **more)


TWINS = (
    fact("who-came-to-summit", "Who came to the summit?", "Ann Poole"),
    fact("who-came-to-summit-2", "Who came to the summit?", "the summit"),
)
COMPILED = merge.compiled_page(ARTICLE, None, TWINS, "by", "read", SENTENCES)


def shown(page: Page) -> list[tuple[str, str]]:
    return [(each.question, each.answer) for each in page.record().facts]


def corrected(page: Page, name: str, **changes: object) -> Page:
    facts = tuple(msgspec.structs.replace(each, **changes) if each.id == name else each for each in page.facts)
    return dataclasses.replace(page, facts=facts)


def test_questions_ask_the_same_whatever_their_case_articles_and_signs() -> None:
    assert asked("Who did the Board’s members elect?") == asked("who did board's members elect")
    assert asked("Who chaired it?") != asked("Who led it?")
    assert asked("Кто?") != asked("Где?")


def test_of_twins_the_one_that_a_person_corrected_answers_before_and_after_a_compile() -> None:
    page = reread(corrected(COMPILED, "who-came-to-summit-2", answer="Carl Reed"))
    assert shown(page) == [("Who came to the summit?", "Carl Reed")]
    again = reread(merge.merge(page, COMPILED))
    assert shown(again) == [("Who came to the summit?", "Carl Reed")]
    assert [each.answer for each in again.facts] == ["Carl Reed"]


@pytest.mark.parametrize("checked", ["who-came-to-summit", "who-came-to-summit-2"])
def test_of_twins_the_one_that_a_person_checked_answers(checked: str) -> None:
    page = reread(dataclasses.replace(COMPILED, checked=frozenset({checked})))
    (found,) = page.record().facts
    assert (found.id, found.confidence) == (checked, 1.0)
    assert merge.merge(page, COMPILED).checked == {checked}


def test_a_fact_that_a_person_added_wins_by_any_of_its_questions() -> None:
    own = fact("own", "Who was at the summit?", "Ann Poole and Carl Reed", variants=("Who came to summit?",))
    page = reread(dataclasses.replace(COMPILED, facts=(own, *TWINS)))
    assert shown(page) == [("Who was at the summit?", "Ann Poole and Carl Reed")]
    assert [each.id for each in merge.merge(page, COMPILED).facts] == ["own"]


def test_another_way_to_ask_is_taken_from_the_compilers_fact_where_a_persons_is_asked_so() -> None:
    other = fact("who-spoke", "Who spoke?", "Carl Reed", variants=("Who came to the summit?", "Who gave a speech?"))
    compiled = merge.compiled_page(ARTICLE, None, (TWINS[0], other), "by", "read", SENTENCES)
    page = corrected(compiled, "who-came-to-summit", answer="Dag Moe")
    assert [each.variants for each in page.record().facts] == [(), ("Who gave a speech?",)]
    assert [each.variants for each in merge.merge(page, compiled).facts] == [(), ("Who gave a speech?",)]


def test_what_a_person_hid_is_not_said_by_its_twin_and_what_says_otherwise_stays() -> None:
    same = fact("again", "Who came to summit?", "the Summit")
    compiled = merge.compiled_page(ARTICLE, None, (*TWINS, same), "by", "read", SENTENCES)
    page = dataclasses.replace(compiled, hidden=frozenset({"who-came-to-summit-2"}))
    assert shown(page) == [("Who came to the summit?", "Ann Poole")]
    assert shown(merge.merge(page, compiled)) == [("Who came to the summit?", "Ann Poole")]


def test_when_the_persons_fact_is_taken_out_the_compilers_comes_back() -> None:
    own = fact("own", "Who came to the summit?", "Dag Moe")
    page = merge.merge(dataclasses.replace(COMPILED, facts=(own, *TWINS)), COMPILED)
    assert [each.id for each in page.facts] == ["own"]
    again = merge.merge(dataclasses.replace(page, facts=()), COMPILED)
    assert again.facts == TWINS


# Ids that are gone

PAGE = former.remembering(merge.compiled_page(ARTICLE, None, (MET, CHAIR), "by", "read", SENTENCES), None)


def renewed(page: Page, *facts: Fact, sentences: tuple[object, ...] = SENTENCES) -> Page:
    """A page after a compile that found these facts."""
    new = merge.compiled_page(ARTICLE, None, facts, "by 2", "read 2", sentences)  # type: ignore[arg-type]
    return former.remembering(merge.merge(page, new), page)


def test_the_id_of_a_fact_that_is_asked_otherwise_now_leads_to_it() -> None:
    page = renewed(PAGE, MET, msgspec.structs.replace(CHAIR, id="who-led", question="Who led the board?"))
    assert page.record().former == (FormerFact("chair", 1, "who-led"),)


def test_the_id_of_a_fact_that_is_gone_leads_to_its_sentence_through_every_compile() -> None:
    page = PAGE
    for _ in range(3):
        page = reread(renewed(page, MET))
    assert page.record().former == (FormerFact("chair", 1, None),)


def test_the_id_of_a_fact_whose_question_a_person_worded_otherwise_leads_to_it_at_once() -> None:
    reworded = msgspec.structs.replace(CHAIR, id="who-was-at-head", question="Who was at the head?")
    page = reread(dataclasses.replace(PAGE, facts=(MET, reworded)))
    assert page.record().former == (FormerFact("chair", 1, "who-was-at-head"),)


def test_the_id_of_a_hidden_or_overruled_fact_leads_to_its_sentence() -> None:
    page = dataclasses.replace(PAGE, hidden=frozenset({"chair"}))
    assert page.record().former == (FormerFact("chair", 1, None),)


def test_where_a_sentence_was_worded_otherwise_its_ids_lead_to_the_new_one() -> None:
    second = msgspec.structs.replace(SENTENCES[1], text="It was chaired by A. Ark again.")
    page = renewed(PAGE, MET, sentences=(SENTENCES[0], second))
    assert page.record().former == (FormerFact("chair", 1, None),)


def test_only_so_many_ids_are_remembered() -> None:
    stood = {f"old-{n}": "00000000 00000000" for n in range(former.MOST + 9)}
    page = dataclasses.replace(PAGE, compiled=msgspec.structs.replace(PAGE.compiled, stood=stood))
    kept = former.remembering(PAGE, page).compiled.stood
    assert len(kept) == former.MOST + len(PAGE.facts)
    assert "old-0" not in kept
    assert f"old-{former.MOST + 8}" in kept
