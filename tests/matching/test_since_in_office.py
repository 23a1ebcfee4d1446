"""Since when somebody holds an office is told of that office, and not before they hold it."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import Context, reply
from bot.index import Index
from bot.matching.otherwise.in_office import is_since_otherwise
from bot.matching.reading import SentenceReader
from bot.matching.yes_no.yet_to_come import is_yet_to_come
from bot.question import read

FOLLOWS = "Dame Ada Wren will step down as chair in May and be succeeded by Lusk, a trustee since 2021."
DEPUTY = "Mr Moe has been deputy head since 2022 and a pilot since 2011."
TAKES_OVER = "Dr Oda Brask takes over as head on 1 September."
TREASURER = "Treasurer Bo Ek has been with the guild since 2019 and treasurer since 2024."


@pytest.mark.parametrize(
    ("question", "sentence", "words", "otherwise"),
    [
        ("since when has Lusk been chair", FOLLOWS, "2021", True),
        ("When did Lusk become chairman?", FOLLOWS, "2021", True),
        ("since when has Ada Wren been chair", FOLLOWS, "2021", True),
        ("since when has Moe been head", DEPUTY, "2022", True),
        ("Since when is Moe the vice-chair?", "Moe has been chair since 2022.", "2022", True),
        ("since when has Oda Brask been head", TAKES_OVER, "1 September", True),
        ("since when has Ek been treasurer", TREASURER, "2019", True),
        ("since when has Dina Frey been clerk", "Dina Frey, clerk until 2023, spoke.", "2023", True),
        # Of that office, or of whatever the sentence speaks of.
        ("since when has Lusk been a trustee", FOLLOWS, "2021", False),
        ("since when has Moe been deputy head", DEPUTY, "2022", False),
        ("since when has Moe been a pilot", DEPUTY, "2011", False),
        ("since when has Oda Brask been head", "Dr Oda Brask took over as head on 1 May.", "1 May", False),
        ("since when has Ek been treasurer", TREASURER, "2024", False),
        ("how long was Dina Frey clerk", "Dina Frey, clerk until 2023, spoke.", "2023", False),
        ("how long has Bo Lusk been chairman", "Bo Lusk, who has chaired the board since 2019, spoke.", "2019", False),
        ("since when is Ada Wren mayor", "Mayor Ada Wren, in office since 2019, spoke.", "2019", False),
        ("since when has Vik been head", "Judge Vik, who has led the inquiry since July, presided.", "July", False),
        ("since when has the pier been closed", "The pier has been shut since 2027.", "2027", False),
        ("when was Lusk elected chair", "Lusk, a trustee since 2021, was elected chair on 3 May.", "3 May", False),
    ],
)
def test_since_when_is_told_of_the_office_asked_about(
    question: str, sentence: str, words: str, *, otherwise: bool
) -> None:
    begin = sentence.index(words)
    assert is_since_otherwise(read(question), sentence, (begin, begin + len(words))) is otherwise


@pytest.mark.parametrize(
    ("question", "sentence", "to_come"),
    [
        ("has Oda Brask taken over", TAKES_OVER, True),
        ("has Oda Brask become head?", TAKES_OVER, True),
        ("is Oda Brask the head", "Dr Oda Brask becomes head on 1 September.", True),
        ("did Dina Frey retire", "Dina Frey retires on 30 June.", True),
        ("has the lock opened?", "The lock opens in March 2035.", True),
        # What was done, is asked as planned, or stands beside a day to come.
        ("has Oda Brask become head?", "Dr Oda Brask took over as head on 1 May.", False),
        ("did Dina Frey retire", "Dina Frey retired on 30 April.", False),
        ("will Dina Frey retire", "Dina Frey retires on 30 June.", False),
        ("is the next meeting in Tarn", "The board meets in Tarn on 3 October.", False),
        ("does the lock open on 1 June 2034", "The lock opens on 1 June 2034.", False),
        ("did they put off the toll", "They put off the toll until their meeting in Tarn on 3 October.", False),
        ("did Oda Brask speak", "Dr Oda Brask, who takes over on 1 September, spoke.", False),
        ("did Dina Frey retire", "Dina Frey retires when the lock opens.", False),
        ("did Dina Frey retire", "Dina Frey retires; the lock opens on 30 June.", False),
        ("was a vote taken", "The vote on a fund that starts in June was taken.", False),
    ],
)
def test_what_is_told_for_a_later_day_is_not_done(question: str, sentence: str, *, to_come: bool) -> None:
    assert is_yet_to_come(read(question), sentence, datetime.date(2034, 5, 9)) is to_come
    assert not is_yet_to_come(read(question), sentence, None)


def test_no_reply_surely_has_an_office_before_its_time() -> None:
    index = Index([record("2034-05-09-school", datetime.date(2034, 5, 9), None, [TAKES_OVER, DEPUTY], [])])
    reader = SentenceReader(lambda: StubReader(marks({TAKES_OVER: "1 September", DEPUTY: "2022"})))
    assert reply("since when has Oda Brask been head?", index, Context(), reader)[0].answer is None
    assert reply("since when has Moe been head?", index, Context(), reader)[0].answer is None
    told = reply("since when has Moe been deputy head?", index, Context(), reader)[0].answer
    assert told is not None
    assert told.answer == "2022"
    assert reply("has Oda Brask taken over as head?", index, Context(), reader)[0].answer is None
