"""What tells no time is no answer to "when?", what tells no place none to "where?"."""

from __future__ import annotations

import pytest
from quay_works import THIRD, record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.matching.when_or_where import is_neither, is_of_birth, is_on_another_day
from bot.question import read
from bot.replies import Context

PAID = "Ada Wren paid 9 million crowns over two years, of which Osmark lent half."
REFUSED = "Osmark refused the toll of the Tide Board."
LED = "The talks in Tarn were led by Ada Wren."


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("where was it?", PAID, "9 million crowns over two years, of which Osmark"),
        ("where was it?", LED, "Ada Wren"),
        ("where was that?", "Osmark abstained from the vote.", "Osmark"),
        ("where is it?", "Ada Wren proposed a joint store of oil.", "a joint store of oil"),
        ("where was that?", "The fair, Ada Wren, its clerk, said, was late.", "Ada Wren"),
        ("where was that?", "Ada Wren, Clerk, spoke.", "Clerk"),
        ("where was Ada Wren hurt?", "They spoke of the wounding of Ada Wren in a heavy raid.", "in a heavy raid"),
        ("where did the plan fail?", "The plan failed in the vote.", "in the vote"),
        ("where was that?", "The clerk, Ada Wren of Osmark, abstained.", "Osmark"),
        ("which town does Ada Wren lead?", "Mayor Ada Wren, Osmark, Norland", "Norland"),
        ("when was it?", PAID, "9 million crowns over two years"),
        ("when was it?", "The board met Ada Wren, paid 9.30 and left.", "9.30"),
        ("when was it?", "The board taught swimming at 11 schools.", "11"),
        ("when was it?", LED, "Ada Wren"),
    ],
)
def test_who_what_and_how_much_are_neither_a_time_nor_a_place(question: str, sentence: str, words: str) -> None:
    begin = sentence.index(words)
    assert is_neither(read(question).analysis, sentence, (begin, begin + len(words)))


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("when will it be done?", "The rest is left to the next working party.", "the next working party"),
        ("where was it?", LED, "Tarn"),
        ("where was it?", "It was held in the large hall of the Pilot House.", "Pilot House"),
        ("where was it?", "It was held in the old village hall.", "village hall"),
        ("where was Ada Wren hurt?", "Ada Wren was hurt in a raid shelter.", "in a raid shelter"),
        ("where was it?", "They meet at Tarn and Osmark.", "Osmark"),
        ("where was it?", "Tarn will host the next fair.", "Tarn"),
        ("where did she go?", "She visited Tarn on Monday.", "Tarn"),
        ("where was it?", "Venue: Pilot House", "Pilot House"),
        ("when was it?", "It met after the elections.", "the elections"),
        ("when was it?", "It met in 2019.", "2019"),
        ("when was it?", "It opens at 7 pm.", "7 pm"),
        ("when will it open?", "It opens in May.", "May"),
        ("when will it open?", "It is to open on the 12th.", "the 12th"),
        ("when will it open?", "It opens in two weeks.", "in two weeks"),
        ("who led it?", LED, "Ada Wren"),
        # a time of day that has no more than its digits
        ("at what time did they sit?", "The bench sat at 9.30, the other at 10.15.", "9.30"),
        ("what time was it over?", "09:45", "09:45"),
        ("when does it open?", "The hall opens every weekday at 11.", "11"),
        ("when does it open?", "The hall opens at 9 on Sundays.", "at 9"),
        # the end of a list's line, with what a place lies in
        ("which town is it in?", "Ada Wren, Director of the Quay Theatre, Osmark, Norland", "Osmark, Norland"),
        ("which town is it in?", "Ada Wren, Director, Quay Theatre, Osmark, Norland", "Osmark"),
        # where somebody is from
        ("where is Ada Wren from?", "The clerk, Ada Wren of Osmark, abstained.", "Osmark"),
        ("which town is Ada Wren from?", "Present: Ada Wren (Osmark), Bo Lusk (Brill)", "Osmark"),
    ],
)
def test_a_time_and_a_place_are_told_by_their_words_or_by_what_puts_them_there(
    question: str, sentence: str, words: str
) -> None:
    begin = sentence.index(words)
    assert not is_neither(read(question).analysis, sentence, (begin, begin + len(words)))


def test_which_town_did_something_is_told_by_its_name() -> None:
    index = Index([record(THIRD, None, None, [REFUSED], [])])
    reader = SentenceReader(lambda: StubReader(marks({REFUSED: "Osmark"})))
    answer = reply("Which town refused the toll?", index, Context(), reader)[0].answer
    assert answer is not None
    assert answer.answer == "Osmark"
    assert reply("In which town was the toll refused?", index, Context(), reader)[0].answer is None


def test_a_place_on_record_needs_nothing_in_front() -> None:
    sentence, asked = "Tarn: the board met the pilots.", read("where was it?").analysis
    assert is_neither(asked, sentence, (0, 4))
    assert not is_neither(asked, sentence, (0, 4), frozenset({"tarn"}))


def test_somebody_is_never_said_to_be_the_place_that_is_asked_for() -> None:
    index = Index([record(THIRD, None, None, [LED], [(LED, "who", "Who led the talks in Tarn?", "Ada Wren")])])
    reader = SentenceReader(lambda: StubReader(marks({LED: "Ada Wren"})))
    assert reply("where was it?", index, Context("Who led the talks in Tarn?", THIRD), reader)[0].answer is None
    reader = SentenceReader(lambda: StubReader(marks({LED: "Tarn"})))
    answer = reply("where was it?", index, Context("Who led the talks in Tarn?", THIRD), reader)[0].answer
    assert answer is not None
    assert answer.answer == "Tarn"


TWO_FAIRS = "The fair of 9 May was opened in Tarn, and the next will be in Osk on 12 June."


@pytest.mark.parametrize(
    ("question", "is_other"),
    [
        ("Where was the fair on 12 May?", True),
        ("venue of the fair 12 May", True),
        ("Where was the fair on 9 May?", False),
        ("Where was the fair in May?", False),
        ("When was the fair of 12 May?", False),
    ],
)
def test_a_place_told_with_other_days_is_that_of_another_one(question: str, is_other: bool) -> None:
    assert is_on_another_day(read(question), TWO_FAIRS, (32, 36)) is is_other


@pytest.mark.parametrize(
    ("question", "is_birth"),
    [
        ("Where was Ada Moss buried?", True),
        ("Where does Ada Moss come from?", False),
        ("Where was Ada Moss born?", False),
        ("Who buried Ada Moss?", False),
    ],
)
def test_where_somebody_was_born_is_where_nothing_else_was(question: str, is_birth: bool) -> None:
    told = "Born on 3 May 1950 in Tarn, Ada Moss was buried on Friday."
    assert is_of_birth(read(question), told, (22, 26)) is is_birth


def test_a_place_is_told_with_where_it_lies() -> None:
    told = "The regatta is hosted by Brill, off Cape Lunt, in May."
    for words, is_none in (("Brill, off Cape Lunt", False), ("Brill", True)):
        begin = told.index(words)
        assert is_neither(read("where is the regatta?").analysis, told, (begin, begin + len(words))) is is_none
