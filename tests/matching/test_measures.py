"""What is measured is what was asked for: a date is no time of day, votes are no percentage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quay_works import THIRD, Line, record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.otherwise.measures import counts_others, counts_who_belong, of_another_measure, with_weekday
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.replies import Context, Reply

MET = "The Tide Board met on Friday, 3 May 2024, and backed the lock by six votes to two."
LONG = "The Tide Board sat for three hours until 9.30pm to hear Ada Wren, aged 71, on locks of 40 metres."


def said(question: str, sentence: str, words: str, facts: tuple[Line, ...] = ()) -> Reply:
    index = Index([record(THIRD, None, None, [sentence], list(facts))])
    stub = StubReader(marks({sentence: words}))
    return reply(question, index, Context(), SentenceReader(lambda: stub))[0]


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("what time did the tide board meet?", MET, "3 May 2024"),
        ("at what hour did the tide board sit?", LONG, "three"),
        ("which day of the week did the tide board sit?", LONG, "9.30pm"),
        ("what day did the tide board sit?", LONG, "9.30pm"),
        ("what percentage of the tide board backed the lock?", MET, "six votes to two"),
        ("how long did the tide board meet?", MET, "3 May 2024"),
        ("how often does the tide board meet?", MET, "3 May 2024"),
        ("what share of the tide board backed the lock?", MET, "six"),
        ("how long did the tide board meet?", "The minutes of the Tide Board were approved.", "The minutes"),
        ("how big was the grant of the tide board for the lock?", LONG, "40 metres"),
        ("how wide is the lock that the tide board backed?", MET, "Friday"),
        ("by what margin did the tide board back the lock?", MET, "The Tide Board"),
        ("how was the meeting of the tide board held?", LONG, "three hours"),
    ],
)
def test_an_answer_of_another_measure_is_offered_at_most(question: str, sentence: str, words: str) -> None:
    assert said(question, sentence, words).answer is None


@pytest.mark.parametrize(
    ("question", "sentence", "words", "answer"),
    [
        ("which day of the week did the tide board meet?", MET, "3 May 2024", "Friday, 3 May 2024"),
        ("what day did the tide board meet?", MET, "3 May 2024", "3 May 2024"),
        ("by what margin did the tide board back the lock?", MET, "six votes to two", "six votes to two"),
        ("how long did the tide board sit?", LONG, "three hours", "three hours"),
        ("how long did the tide board sit?", LONG.replace("9.30pm", "3 May"), "3 May", "3 May"),
        ("how long are the locks the tide board heard of?", LONG, "40 metres", "40 metres"),
        ("what time did the tide board sit until?", LONG, "9.30pm", "9.30pm"),
        ("what share of the tide board backed it?", "A third of the Tide Board backed it.", "A third", "A third"),
        ("how big was the grant?", "The Tide Board gave a grant of 40 crowns.", "40 crowns", "40 crowns"),
        ("how old is Ada Wren?", LONG, "71", "71"),
        ("how was the tide board held?", "The Tide Board was held in two halves by post.", "by post", "by post"),
        ("when did the tide board sit until?", LONG, "9.30pm", "9.30pm"),
    ],
)
def test_an_answer_of_the_measure_is_given(question: str, sentence: str, words: str, answer: str) -> None:
    given_ = said(question, sentence, words).answer
    assert given_ is not None
    assert given_.answer == answer


@pytest.mark.parametrize(
    ("question", "before", "words", "behind", "is_other"),
    [
        ("how old is Bo Lusk?", "Bo Lusk, who led the union for ", "12 years", ", left.", True),
        ("how old is the lock?", "The lock is ", "90 years", " old.", False),
        ("how old is Bo Lusk?", "", "44-year-old", " Bo Lusk", False),
        ("how wide is the hall?", "The hall is ", "32 metres long", ".", True),
        ("what depth is the lock?", "The lock is ", "3 m", " wide.", True),
        ("how tall is the tower?", "The tower is ", "32 metres", " high.", False),
        ("how wide is the lock?", "The lock takes ", "3 metres", " of the quay.", False),
        ("on which days is it open?", "It opens at ", "11", ".", True),
        ("on which days is it open?", "It is open ", "every weekday", ".", False),
        ("how many pupils were there last year?", "There were 412 pupils, ", "14", " more than last year.", True),
        ("how many pupils were there?", "There were 412 pupils, ", "14", " pupils fewer than last year.", True),
        (
            "how many pupils were there a year before?",
            "There were ",
            "412",
            " pupils, three fewer than a year before.",
            True,
        ),
        ("how many pupils were there last year?", "There are 412, down from ", "430", " last year.", False),
        ("how many pupils are there?", "There are ", "412", ", three fewer than last year.", False),
        ("how many more pupils were there than last year?", "There were ", "14", " more than last year.", False),
        ("by how much did it grow?", "It grew to 412, ", "14", " up on last year.", False),
        ("how many pupils were there?", "There were more than ", "412", " pupils.", False),
    ],
)
def test_years_of_service_are_no_age_and_a_difference_is_no_amount(
    question: str, before: str, words: str, behind: str, *, is_other: bool
) -> None:
    assert of_another_measure(question, words, before, behind) == is_other


@pytest.mark.parametrize(
    ("question", "before", "words"),
    [
        ("how long did the Tide Board meeting last?", "The speech of the mayor lasted ", "20 minutes"),
        ("how long did the Tide Board meeting last?", "Waiting times went down from ", "19 weeks to 14"),
        ("how long did the summit last?", "The talks on tolls went on until ", "four in the morning"),
        ("how long has the inquiry been running?", "The office received 300 letters ", "a month"),
        ("how long was the closing session?", "Storms delayed the closing session by ", "three hours"),
    ],
)
def test_the_length_of_something_else_is_not_told(question: str, before: str, words: str) -> None:
    assert of_another_measure(question, words, before)


@pytest.mark.parametrize(
    ("question", "before", "words"),
    [
        ("how long did the Tide Board meeting last?", "The session lasted ", "two hours"),
        ("how long did the Tide Board meeting last?", "It was over after ", "two hours"),
        ("how long did the Tide Board meeting last?", "The ministers met for ", "two hours"),
        ("how long did the Tide Board meeting last?", "", "two hours"),
        ("how long did the talks on tolls go on?", "The talks on tolls went on until ", "four in the morning"),
        ("how long was the mayor's speech?", "The speech of the mayor lasted ", "20 minutes"),
        ("how long does the meeting on the ferry strike last?", "The meeting on the strike lasts ", "a month"),
        ("how long was the session delayed?", "Storms delayed the closing session by ", "three hours"),
        ("how long will the lock be shut?", "The lock will be shut for ", "a month"),
    ],
)
def test_how_long_what_is_asked_about_took_is_told(question: str, before: str, words: str) -> None:
    assert not of_another_measure(question, words, before)


def test_a_facts_date_is_no_time_of_day_either() -> None:
    fact: Line = (MET, "when", "When did the Tide Board meet?", "3 May 2024")
    assert said("when did the Tide Board meet for the lock?", MET, "3 May 2024", (fact,)).answer is not None
    assert said("what time did the Tide Board meet for the lock?", MET, "3 May 2024", (fact,)).answer is None


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what time of year do they meet?", "in spring"),
        ("what percentage voted?", "a third, or one third"),
        ("how often do they meet?", "twice a month"),
        ("how often do they meet?", "on Mondays"),
        ("how long will it be shut?", "until June"),
        ("how much did it cost?", "40,000"),
        ("who criticised the percentage?", "Ada Wren"),
        ("why was the age of voters raised?", "to save money"),
        ("which ferries sail on weekdays?", "the small ones"),
    ],
)
def test_other_words_for_a_measure_are_let_be(question: str, answer: str) -> None:
    assert not of_another_measure(question, answer)


@given(st.text(), st.integers(0, 30), st.integers(0, 30))
def test_any_words_are_measured(text: str, begin: int, end: int) -> None:
    first, last = with_weekday("which day of the week was it?", text, (begin, end))
    assert first <= begin
    assert last >= end
    assert of_another_measure(text, text) in (True, False)


@pytest.mark.parametrize(
    "asked", ["attended the congress", "came to the congress", "were at it", "took part", "joined it"]
)
@pytest.mark.parametrize(
    ("sentence", "belong"),
    [
        ("The guild has 40 pilots, of whom 9 are women.", True),
        ("The guild now counts some 40 pilots.", True),
        ("Membership of the guild rose to 40.", True),
        ("The guild, which has 40 pilots, met in Tarn.", True),
        ("The congress had 40 pilots on its first day.", False),
        ("The guild had 40 pilots present.", False),
        ("The guild has 52 pilots, 40 attended.", False),
        ("The guild brought 40 pilots.", False),
        ("Some 40 pilots debated the tolls.", False),
    ],
)
def test_how_many_a_body_has_is_not_how_many_came(asked: str, sentence: str, belong: bool) -> None:
    place = sentence.index("40")
    assert counts_who_belong(read(f"how many pilots {asked}?"), sentence, (place, place + 2)) is belong
    assert not counts_who_belong(read("how many pilots are in the guild?"), sentence, (place, place + 2))


def test_what_is_on_record_of_a_body_is_not_told_of_those_who_came() -> None:
    sentence = "The Tide Board has 40 pilots."
    fact: Line = (sentence, "how_many", "How many pilots does the Tide Board have?", "40")
    asked = "how many pilots {} the tide board"
    assert said(asked.format("has"), sentence, "40", (fact,)).answer is not None
    assert said(asked.format("attended"), sentence, "40", (fact,)).answer is None


PLANS = "Members refused the application for six sheds at Reed Lane, with four members against."


@pytest.mark.parametrize(
    ("question", "said", "others"),
    [
        ("How many councillors were against the application?", "six sheds", True),
        ("How many members were against the application?", "four members", False),
        ("How many sheds are in the application?", "six sheds", False),
    ],
)
def test_what_something_is_for_counts_nobody(question: str, said: str, *, others: bool) -> None:
    begin = PLANS.index(said)
    assert counts_others(read(question), PLANS, (begin, begin + len(said))) is others


@pytest.mark.parametrize(
    ("said", "before", "behind", "other"),
    [
        ("9 tonnes", "The quota is 7 tonnes, down from ", " in 2024.", True),
        ("2 tonnes", "The quota was lowered by ", ".", False),
        ("2 tonnes", "The quota is ", " lower than in 2024.", False),
        ("22 percent", "The quota went down ", ".", False),
    ],
)
def test_how_much_lower_is_told_by_a_difference(said: str, before: str, behind: str, *, other: bool) -> None:
    assert of_another_measure("How much lower is the quota?", said, before, behind) is other


def test_a_part_of_this_day_tells_its_date() -> None:
    assert not of_another_measure("on what date did Ada Wren come?", "this afternoon")
    assert of_another_measure("on what date did Ada Wren come?", "in the afternoon")
