"""Yes or no is said where the words of question and sentence bear out what the reader makes of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quay_works import THIRD, Line, record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.matching.yes_no.denials import SURE, SURE_OF_DENIED, is_turned_round, verdict
from bot.question import read
from bot.replies import Context
from facts.reader import Reading

SURELY, HARDLY = SURE + 0.02, SURE - 0.02
DENIED, HARDLY_DENIED = SURE_OF_DENIED + 0.02, SURE_OF_DENIED - 0.02
"""Chances above and below those from which a yes or no is given; what is denied may be less sure than the rest."""


def answer(
    question: str, sentence: str, *facts: Line, yes: float = 0.0, no: float | None = None, logit: float = 8.0
) -> str | None:
    index = Index([record(THIRD, None, None, [sentence], list(facts))])
    stub = StubReader(marks({sentence: sentence}, logit, yes=yes, no=1.0 - yes if no is None else no))
    given_ = reply(question, index, Context(), SentenceReader(lambda: stub))[0].answer
    return given_.answer if given_ is not None else None


BOTH_DENY = [
    ("Did Ada Wren refuse to name the pilot?", "Ada Wren did not name the pilot."),
    ("Did the Tide Board turn down the lock?", "The lock was rejected by the Tide Board in March."),
    ("Did Bo Lusk abstain on the lock?", "Bo Lusk did not vote on the lock."),
    ("Was the dredging left unfinished?", "The dredging was not finished."),
    ("Is the vote on the lock non-binding?", "The vote on the lock binds nobody."),
    ("Did the Tide Board leave the lock out of its report?", "The lock was not mentioned in its report."),
]
TAKEN_BACK = [
    ("Is Ada Wren still treasurer?", "Ada Wren was returned unopposed as treasurer."),
    ("Did the Tide Board leave room for a lock?", "The Tide Board did not rule out a lock."),
    ("Did Osmark let the lock pass without objecting?", "Osmark did not oppose the lock."),
]


@pytest.mark.parametrize(("question", "sentence"), BOTH_DENY)
def test_what_is_denied_as_it_is_asked_gets_no_no(question: str, sentence: str) -> None:
    assert answer(question, sentence) is None


@pytest.mark.parametrize(("question", "sentence"), TAKEN_BACK)
def test_a_denial_that_is_taken_back_gets_no_no(question: str, sentence: str) -> None:
    assert answer(question, sentence) is None


@pytest.mark.parametrize(("question", "sentence"), BOTH_DENY + TAKEN_BACK)
def test_a_yes_to_it_is_given(question: str, sentence: str) -> None:
    assert answer(question, sentence, yes=1.0) == "Yes"


def test_a_fact_that_says_no_otherwise_is_not_given() -> None:
    sentence = "Ada Wren declined to name the pilot."
    fact: Line = (sentence, "yes_no", "Did Ada Wren name the pilot?", "No")
    assert answer("Did Ada Wren refuse to name the pilot?", sentence, fact) == "Yes"


def test_a_plain_yes_is_surer_where_the_words_bear_it_out() -> None:
    told = "The Tide Board welcomed the lock on 4 May."
    assert answer("Was the Tide Board happy with the lock?", told, yes=SURELY) == "Yes"
    assert answer("Was the Tide Board happy with the lock?", told, yes=0.55) is None
    assert answer("Was the Tide Board happy with the lock?", told, yes=SURELY, logit=0.5) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The Tide Board was asked to look at the lock.",
        "Whether the Tide Board passes the lock is open.",
        "The lock was deferred by the Tide Board.",
    ],
)
def test_what_a_sentence_leaves_open_gets_no_yes(sentence: str) -> None:
    assert answer("Did the Tide Board pass the lock?", sentence, yes=0.95) is None


def test_a_no_rests_on_a_denial_of_what_is_asked_and_on_none_beside_it() -> None:
    beside = "The pilots, who had refused to dine, put their names to the Osmark lock charter in Marn."
    assert answer("Did the pilots sign the lock charter?", "The pilots did not endorse the charter.", yes=0.1) == "No"
    assert answer("Did the pilots sign the lock charter?", beside) is None


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did Ada Wren lose her licence?", "Ada Wren keeps her licence."),
        ("Was Ada Wren the chair?", "Bo Lusk took the chair."),
        ("Did the round in Tarn take longer?", "The round in Tarn was over in two hours."),
    ],
)
def test_a_no_without_a_denial_takes_a_sure_reader(question: str, sentence: str) -> None:
    assert answer(question, sentence, no=SURELY) == "No"
    assert answer(question, sentence, no=HARDLY) is None
    assert answer(question, sentence, no=SURELY, logit=-0.2) is None


def test_no_no_rests_on_what_another_thing_is_denied() -> None:
    assert answer("Did the lock open in May?", "They did not agree on a pilots' fund.") is None
    assert answer("Did they agree on a fund?", "They did not agree on a pilots' fund.") == "No"


def test_no_no_rests_on_a_sentence_of_other_things_whatever_the_reader_makes_of_it() -> None:
    other = "Two pilots left Brill, and the others have refused the pension."
    assert answer("Have the owners said sorry to the crews?", other, no=SURELY) is None
    assert answer("Have the owners offered the pilots a raise?", other, no=SURELY) == "No"


def test_what_became_of_a_motion_goes_on_with_what_is_asked() -> None:
    sure = Reading(8.0, 0.5, 0, 1, 0.9, 0.0, SURELY, 1.0 - SURELY)
    lost = "The motion was lost by seven votes to eight, with one abstention."
    assert verdict("Did the council raise the levy?", lost, sure, None, "rais").standing == "borne out"
    paid = "Two pilots left Brill, and the others have refused the pension."
    assert verdict("Did the council raise the levy?", paid, sure, None, "rais").standing == "held"


def test_no_no_rests_on_a_sentence_that_hardly_answers() -> None:
    assert answer("Did the pilots sign the charter?", "No pilot objected, none spoke.", logit=-0.5) is None


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did Ada Wren name the pilot?", "Ada Wren declined to name the pilot."),
        ("Did Ada Wren refuse to name the pilot?", "Ada Wren did not refuse to name the pilot."),
        ("Didn't Ada Wren name the pilot?", "Ada Wren did not name the pilot."),
        ("Did the ports back the lock?", "The ports neither backed nor rejected the lock."),
        ("Was the lock delayed again?", "No pilot objected to the lock, which was not delayed."),
        ("Did the unit vote for the lock?", "The unit did not vote for the lock."),
        ("Did the board lower the tolls?", "The question of tolls, raised by Osk, was removed from the agenda."),
        ("Did Ada Wren fine the pilots?", "Ada Wren declined to fine the pilots."),
    ],
)
def test_what_is_denied_otherwise_than_it_is_asked_is_answered_with_no(question: str, sentence: str) -> None:
    assert answer(question, sentence) == "No"


@given(st.text(), st.text())
def test_any_words_are_looked_at(question: str, sentence: str) -> None:
    assert is_turned_round(read(question).text, sentence) in (True, False)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Were the minutes of May approved?", "The minutes of May were approved without amendment."),
        ("Was Ada Wren elected again?", "Ada Wren was elected again without any opposition."),
    ],
)
def test_how_smoothly_it_was_done_denies_nothing(question: str, sentence: str) -> None:
    assert answer(question, sentence, no=0.95) != "No"


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did Ada Wren vote?", "Ada Wren left Tarn without voting."),
        ("Did Ada Wren sign the pact?", "Ada Wren left Tarn without signing the pact."),
        ("Did the board meet with Ada Wren?", "The board met without Ada Wren."),
    ],
)
def test_what_was_left_undone_is_denied(question: str, sentence: str) -> None:
    assert answer(question, sentence, no=0.95) == "No"


RULED_OUT = [
    ("Is the pilots' dinner on as usual?", "Pilots: dinner on Friday is cancelled."),
    ("Do skippers get their tolls refunded?", "Tolls that are paid, some 900 crowns in all, need not be given back."),
    ("Has the Tide Board got a permit?", "The permit was applied for in May, not issued."),
    ("Was there news of the lock?", "Lock: no update this week."),
    ("Are most of the pilots insured?", "Of the pilots only six have a policy."),
]


@pytest.mark.parametrize(("question", "sentence"), RULED_OUT)
def test_a_no_to_what_is_ruled_out_needs_no_denial_of_the_very_words(question: str, sentence: str) -> None:
    assert answer(question, sentence, no=DENIED) == "No"
    assert answer(question, sentence, no=HARDLY_DENIED) is None
    assert answer(question, sentence, no=0.95, logit=-0.2) is None


def test_what_somebody_alone_did_rules_nothing_else_out_of_them() -> None:
    told = "Only the harbour master of Skell, Ada Wren, brought a clerk along."
    assert answer("Did the harbour master of Skell sign the charter?", told, no=DENIED) is None
    assert answer("Did the harbour master of Brill sign the charter?", told, no=DENIED) == "No"


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did Mr Lusk own the field by the lock?", "Mr Lusk, who owns land beside the lock, took no part."),
        ("Was the sluice repaired in May?", "The sluice was repaired, but the lock was not."),
    ],
)
def test_what_is_denied_of_something_else_gets_no_no(question: str, sentence: str) -> None:
    assert answer(question, sentence, no=0.95) is None


def test_what_was_only_asked_to_be_not_done_denies_nothing_else() -> None:
    told = "Ada Wren asked that no toll be paid without two signatures; agreed."
    assert answer("Did Ada Wren get her way about the signatures?", told, no=0.95) is None


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Would the Tide Board put up with a toll?", "The Tide Board underscored its opposition to any toll."),
        ("Is Ada Wren happy with the lock?", "Ada Wren said she had never liked the lock."),
        ("Were the two barges towed on Friday?", "Two more barges were to go on Friday, tide permitting."),
        ("Has the sluice been sold?", "The sluice is to be sold to Tarn."),
    ],
)
def test_a_sentence_that_denies_or_only_plans_gets_no_yes(question: str, sentence: str) -> None:
    assert answer(question, sentence, yes=0.95) is None


def test_a_yes_that_the_reader_hardly_takes_from_the_sentence_is_not_given() -> None:
    told = "The Tide Board backed the lock and sent it to the harbour court."
    assert answer("Has the harbour court passed the lock?", told, yes=0.95, logit=0.5) is None


def test_a_name_alone_on_its_line_may_say_yes() -> None:
    assert answer("Was Osmark Pilots one of the clubs at the table?", "Osmark Pilots", yes=0.95, logit=0.5) == "Yes"


def test_what_is_to_be_done_says_yes_to_whether_it_is_to_be_done() -> None:
    assert answer("Was the sluice to be sold in May?", "The sluice was to be sold in May.", yes=0.95) == "Yes"


def test_what_the_reader_is_not_sure_of_gets_no_yes_and_no_no() -> None:
    told = "The Tide Board called the lock imperfect but sound."
    assert answer("Was the lock usable for the Tide Board?", told, yes=SURELY) == "Yes"
    assert answer("Was the lock usable for the Tide Board?", told, yes=HARDLY) is None
    denied = "The Tide Board did not endorse the lock."
    assert answer("Did the Tide Board sign the lock?", denied, yes=1 - DENIED) == "No"
    assert answer("Did the Tide Board sign the lock?", denied, yes=1 - HARDLY_DENIED) is None


def test_what_a_thing_says_that_is_only_mentioned_is_not_so() -> None:
    told = "Ada Wren answered a leaflet which said that the lock had been sold to Osmark."
    assert answer("Has the lock been sold to Osmark?", told, yes=0.95) is None
    assert answer("Has the lock been sold to Osmark?", told.replace("a leaflet which", "and"), yes=0.95) == "Yes"


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Has the lock been mended?", "The lock has yet to be mended."),
        ("Has the lock been mended?", "The lock has only partly been mended."),
        ("Was the lock mended?", "The lock was hardly mended."),
        ("Is the lock open?", "The lock should have opened this month."),
    ],
)
def test_what_is_not_done_yet_or_done_in_part_gets_no_yes(question: str, sentence: str) -> None:
    assert answer(question, sentence, yes=0.95) is None


def test_what_has_not_been_done_yet_gets_a_no_also_where_it_is_asked_without_its_auxiliary() -> None:
    told = "The toll on Mill Quay has not yet been lowered."
    assert answer("toll on Mill Quay lowered?", told, yes=0.95) == "No"


def test_no_yes_rests_on_words_that_deny_where_the_reader_is_sure_of_no() -> None:
    told = "No lock was to hinder the pilots, and Ada Wren opened the lock."
    assert answer("Did Ada Wren open the lock?", told, no=SURELY) is None
    assert answer("Did Ada Wren open the lock?", told, yes=0.5) == "Yes"


def test_no_no_to_what_may_be_done_rests_on_a_ban_that_was_refused() -> None:
    told = "The Tide Board turned down a proposal to ban kites on the quay."
    assert answer("Are kites allowed on the quay?", told, no=SURELY) is None
    assert answer("Are kites banned on the quay?", told, no=SURELY) == "No"


@pytest.mark.parametrize(
    "sentence",
    [
        "The toll on barges, which the Tide Board had lifted in 2031, was brought back.",
        "The toll on barges, lifted in 2031, is in force again.",
    ],
)
def test_what_was_undone_since_gets_no_yes(sentence: str) -> None:
    assert answer("Was the toll on barges lifted?", sentence, yes=0.95) is None
    assert answer("Was the toll on barges lifted?", "The toll on barges was lifted in 2031.", yes=0.95) == "Yes"


def test_what_was_not_undone_since_is_so() -> None:
    told = "The toll, lifted in May, has not been reimposed."
    assert answer("Was the toll lifted?", told, yes=0.95) == "Yes"


def test_what_is_adopted_without_a_vote_is_adopted() -> None:
    assert answer("Was the toll adopted?", "The toll was adopted without a vote.", no=0.95) != "No"


def test_a_vote_against_is_no_vote_for() -> None:
    assert answer("Did Ada Wren vote for the lock?", "Ada Wren voted against the lock.", yes=0.98) is None
    assert answer("Did Ada Wren vote for the lock?", "Ada Wren voted for the lock.", yes=0.98) == "Yes"
    assert answer("Did Ada Wren vote against the lock?", "Ada Wren voted against the lock.", yes=0.98) == "Yes"


def test_what_was_thrown_out_is_told_so() -> None:
    told = "The pilots came back, having thrown the toll out by 4 votes to 3."
    assert answer("Did the pilots throw out the toll by 4 votes to 3?", told, yes=0.95) == "Yes"


def test_an_idea_to_stop_something_that_was_voted_down_was_not_accepted() -> None:
    told = "The board voted down a proposal to stop the ferry."
    assert answer("Did the board accept the idea of no ferry?", told, no=0.8) == "No"
