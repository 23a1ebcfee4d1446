"""Whether a changed sentence still says what a fact was taken from it for: where that is not sure, it does not."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest
from ostford_board import ARTICLE, MEETING, reread

from facts.model import Fact, Sentence
from facts.naming import kind_of
from facts.pages import merge
from facts.pages.page import Page
from facts.pages.page_reading import read_page
from facts.pages.page_writing import dump_page
from facts.pages.still_said import names_of, still_says

SEATS = "The board approved 14 ferry permits for island schools on Friday."
CHAIRED = "The session was chaired by Mayor Ida Brandt in the old customs house."


def fact(question: str, answer: str, evidence: str = SEATS) -> Fact:
    return Fact("own", kind_of(question), question, answer, evidence, (0, len(evidence)))


PERMITS = fact("How many ferry permits were approved?", "14")
CHAIR = fact("Who chaired the session?", "Ida Brandt", CHAIRED)
YES = fact("Did the board approve ferry permits?", "Yes")


@pytest.mark.parametrize(
    ("own", "now"),
    [
        (PERMITS, "The board approved 14 ferry permits for island schools on Thursday."),
        (PERMITS, "The board approved 14 ferry permits for village schools on Friday."),
        (PERMITS, "The board approved 14 ferry permits for island schools on Friday evening."),
        (PERMITS, "The Board approved 14 ferry permits – for island schools – on Friday."),
        (YES, "The board approved 14 ferry permits for island schools on Friday, in the rain."),
        (CHAIR, "The session was chaired by Mayor Ida Brandt in the new customs house."),
        (CHAIR, "The sesssion was chaired by Mayor Ida Brandt in the old custom house."),
    ],
)
def test_a_fact_stands_where_something_apart_from_it_was_changed(own: Fact, now: str) -> None:
    assert still_says(own, own.evidence, now, ["session"])


@pytest.mark.parametrize(
    ("own", "now"),
    [
        (PERMITS, "The board rejected 14 ferry permits for island schools on Friday."),
        (PERMITS, "The board approved 15 ferry permits for island schools on Friday."),
        (PERMITS, "The board approved over 14 ferry permits for island schools on Friday."),
        (PERMITS, "The board approved 14 bus permits for island schools on Friday."),
        (PERMITS, "The board has not approved 14 ferry permits for island schools on Friday."),
        (PERMITS, "The board approved 14 ferry permits for island schools on Friday, if the mayor agrees."),
        (PERMITS, "The board approved 14 ferry permits for island schools on Friday and 3 on Monday."),
        (PERMITS, "The board approved 14 ferry permits for island schools on Friday?"),
        (PERMITS, "Critics deny that the board approved 14 ferry permits for island schools on Friday."),
        (fact("How many ferry permits did the board approve on Friday?", "14"), SEATS.replace("Friday", "Thursday")),
        (fact("When were ferry permits approved?", "Friday"), SEATS.replace("Friday", "Thursday")),
        (fact("How many ferry permits were handed out?", "14"), SEATS.replace("island", "village")),
        (YES, "The board hardly approved 14 ferry permits for island schools on Friday."),
        (CHAIR, "The session was chaired by Mayor Jon Ek in the old customs house."),
        (CHAIR, "The session was chaired by Mayor Ida Brandt and Jon Ek in the old customs house."),
        (CHAIR, "The session was attended by Mayor Ida Brandt in the old customs house."),
        (fact("Who led the session?", "Ida Brandt", CHAIRED), CHAIRED.replace("chaired", "opened")),
        (fact("Who chaired the session of Ostford?", "Ida Brandt", CHAIRED), CHAIRED.replace("old", "new")),
    ],
)
def test_a_fact_does_not_stand_where_the_change_may_touch_it(own: Fact, now: str) -> None:
    assert not still_says(own, own.evidence, now)


def test_what_names_the_meeting_need_not_stand_in_the_sentence() -> None:
    own = fact("Who chaired the Board of Ostford meeting on 30 June 2020?", "Ida Brandt", CHAIRED)
    now = CHAIRED.replace("old", "new")
    assert still_says(own, CHAIRED, now, names_of(ARTICLE, MEETING))
    assert not still_says(own, CHAIRED, now, names_of(ARTICLE, None))


def checked_page() -> Page:
    sentences = (Sentence("Ostford, Friday.", (0, 16)), Sentence(SEATS, (17, 17 + len(SEATS))))
    own = msgspec.structs.replace(PERMITS, span=sentences[1].span)
    page = dataclasses.replace(merge.compiled_page(ARTICLE, None, (), "by", "read", sentences), facts=(own,))
    return dataclasses.replace(page, checked=frozenset({"own"}))


def compiled(page: Page, now: str, *found: tuple[str, str]) -> tuple[Page, tuple[str, ...]]:
    text = f"Ostford, Friday. {now}"
    sentences = (Sentence("Ostford, Friday.", (0, 16)), Sentence(now, (17, len(text))))
    facts = tuple(
        msgspec.structs.replace(fact(*each, now), id=f"found-{n}", span=(17, len(text))) for n, each in enumerate(found)
    )
    new = merge.compiled_page(ARTICLE, None, facts, "by", "read", sentences)
    anchored, warnings = merge.anchor(page, text, sentences, new.facts)
    return reread(merge.merge(anchored, new), text), warnings


def test_a_checked_fact_goes_on_being_answered_with_the_changed_sentence_and_is_to_be_looked_at_again() -> None:
    now = SEATS.replace("Friday", "Thursday")
    page, (warning,) = compiled(checked_page(), now)
    assert [(each.answer, each.evidence) for each in page.shown()] == [("14", now)]
    assert now in warning
    assert page.recheck == {"own"}
    assert compiled(page, now) == (page, ())
    looked = dump_page(page).replace("    recheck: true\n", "")
    again, problems = read_page(looked, known=page.compiled)
    assert again is not None
    assert problems == []
    assert not again.recheck
    assert again.checked == {"own"}


def test_one_that_is_to_be_looked_at_again_is_as_it_was_once_its_sentence_is() -> None:
    page, once, twice = checked_page(), SEATS.replace("Friday", "Thursday"), SEATS.replace("approved", "rejected")
    written = dump_page(page)
    for texts in ((once,), (once, once), (once, twice), (once, SEATS.replace("Friday", "Monday"))):
        for text in texts:
            page, _ = compiled(page, text)
        page, warnings = compiled(page, SEATS)
        assert dump_page(page) == written
        (warning,) = warnings
        assert warning.endswith(" need not be looked at again: its sentence is as it was")
        assert f"“{page.facts[0].question}”" in warning
        assert page.compiled.quoted == {}
        assert compiled(page, SEATS) == (page, ())


@pytest.mark.parametrize("edit", [("    recheck: true\n", ""), ("answer: '14'", "answer: fourteen")])
def test_one_that_was_looked_at_or_corrected_meanwhile_is_to_be_looked_at_in_the_former_sentence(
    edit: tuple[str, str],
) -> None:
    page, _ = compiled(checked_page(), SEATS.replace("Friday", "Thursday"))
    written = dump_page(page)
    assert edit[0] in written
    again, _ = read_page(written.replace(*edit), known=page.compiled)
    assert again is not None
    back, _ = compiled(again, SEATS)
    assert back.recheck | back.hidden == {"own"}


def test_one_that_is_not_checked_or_says_otherwise_now_is_hidden() -> None:
    unchecked = dataclasses.replace(checked_page(), checked=frozenset())
    for page, now in (
        (unchecked, SEATS.replace("Friday", "Thursday")),
        (checked_page(), SEATS.replace("approved", "rejected")),
    ):
        again, _ = compiled(page, now)
        assert again.hidden == {"own"}
        assert not again.recheck


def test_what_the_compiler_finds_in_the_changed_sentence_tells_too() -> None:
    now = SEATS.replace("approved", "granted the island schools")
    assert compiled(checked_page(), now)[0].hidden == {"own"}
    assert compiled(checked_page(), now, (PERMITS.question, "14"))[0].hidden == frozenset()
    now = SEATS.replace("Friday", "Thursday")
    assert compiled(checked_page(), now, (PERMITS.question, "40"))[0].hidden == {"own"}


def corrected_page(answer: str, sentence: str = f"{CHAIRED[:-1]}, with 40 guests.") -> Page:
    """A page whose compiler found who chaired the session, which a person wrote over and checked."""
    sentences = (Sentence("Ostford, Friday.", (0, 16)), Sentence(sentence, (17, 17 + len(sentence))))
    found = Fact("own", "who", CHAIR.question, "Mayor Ida Brandt", sentence, sentences[1].span)
    page = merge.compiled_page(ARTICLE, None, (found,), "by", "read", sentences)
    return dataclasses.replace(page, facts=(msgspec.structs.replace(found, answer=answer),), checked=frozenset({"own"}))


@pytest.mark.parametrize("found", [(), ((CHAIR.question, "Mayor Ida Brandt"),)], ids=["alone", "and found again"])
def test_a_checked_correction_goes_on_being_answered_where_what_it_corrects_still_stands(
    found: tuple[tuple[str, str], ...],
) -> None:
    page = corrected_page("Deputy Jon Ek")
    now = f"{CHAIRED[:-1]}, with 45 guests."
    again, (warning,) = compiled(page, now, *found)
    assert [(each.answer, each.evidence) for each in again.shown()] == [("Deputy Jon Ek", now)]
    assert now in warning
    assert again.recheck == {"own"}
    assert compiled(again, now, *found) == (again, ())


def test_a_checked_fact_that_contradicts_its_sentence_goes_on_being_answered_beside_another_change() -> None:
    page = checked_page()
    own = msgspec.structs.replace(page.facts[0], answer="41")
    page = dataclasses.replace(page, facts=(own,))
    assert compiled(page, SEATS.replace("Friday", "Thursday"))[0].recheck == {"own"}
    assert compiled(page, SEATS.replace("14", "16"))[0].hidden == {"own"}


@pytest.mark.parametrize("chair", ["Mayor Ola Ness", "Deputy Ida Brandt", "Mayor Ida Brandt and Ola Ness"])
def test_a_correction_of_what_the_changed_sentence_does_not_say_any_more_is_hidden(chair: str) -> None:
    page = corrected_page("Deputy Jon Ek")
    now = f"{CHAIRED[:-1]}, with 40 guests.".replace("Mayor Ida Brandt", chair)
    assert compiled(page, now)[0].hidden == {"own"}
    assert compiled(page, now, (CHAIR.question, chair))[0].hidden == {"own"}


def unchecked_page() -> Page:
    return dataclasses.replace(checked_page(), checked=frozenset())


@pytest.mark.parametrize("page", [checked_page(), unchecked_page()], ids=["checked", "unchecked"])
@pytest.mark.parametrize(
    "longer",
    [
        "It was denied that {}.",
        "Nobody believed that {}.",
        "Critics insist that {}.",
        "In 2011 {}.",
        "Until last year, {}.",
        "Last winter {}.",
        "{}, a rumour had it.",
        "{}?",
    ],
)
def test_words_that_a_longer_sentence_may_turn_hold_no_fact(page: Page, longer: str) -> None:
    now = longer.format(SEATS.rstrip("."))
    again, (warning,) = compiled(page, now)
    assert again.hidden == {"own"}
    assert "hidden" in warning
    assert compiled(again, now) == (again, ())
    back, _ = compiled(again, SEATS)
    assert back.hidden == frozenset()


def test_words_hold_a_fact_where_their_sentence_is_the_same_or_the_compiler_finds_it_there_too() -> None:
    page, cold = unchecked_page(), "The night was cold."
    sentences = (Sentence(cold, (0, len(cold))), Sentence(SEATS, (len(cold) + 1, len(cold) + 1 + len(SEATS))))
    moved, warnings = merge.anchor(page, f"{cold} {SEATS}", sentences)
    assert (moved.hidden, warnings) == (frozenset(), ())
    now = f"Glad of it, {SEATS}"
    assert compiled(unchecked_page(), now)[0].hidden == {"own"}
    assert compiled(unchecked_page(), now, (PERMITS.question, "14"))[0].hidden == frozenset()


def test_a_part_of_a_sentence_holds_a_fact_until_words_that_turn_it_are_added() -> None:
    page = unchecked_page()
    part = msgspec.structs.replace(
        page.facts[0], evidence=SEATS[:35], span=(page.facts[0].span[0], page.facts[0].span[0] + 35)
    )
    page = dataclasses.replace(page, facts=(part,))
    assert compiled(page, SEATS.replace("island", "village"))[0].hidden == frozenset()
    assert compiled(page, f"Hardly anybody knows that {SEATS}")[0].hidden == {"own"}


def test_a_word_for_the_sort_of_a_name_or_number_changes_nothing() -> None:
    fees = fact("What fee was set for 2031?", "9 crowns", "The board set a fee of 9 crowns for 2031.")
    seats = fact("Where was the fee set?", "Ostford", "The fee was set in Ostford.")
    assert still_says(fees, fees.evidence, "The board set a fee of 9 crowns for the year 2031.")
    assert still_says(seats, seats.evidence, "The fee was set in the city of Ostford.")
    assert not still_says(fees, fees.evidence, "The board set a fee of 9 crowns for the year before 2031.")
    assert not still_says(fees, fees.evidence, "The board set a fee of 9 crowns for the year 2032.")
    assert not still_says(seats, seats.evidence, "The fee was set in the city of Lunn.")
