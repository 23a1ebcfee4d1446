"""What the sentence that answered last tells is given to who asks for it by a few words."""

from __future__ import annotations

import datetime

import pytest
from quay_works import Line, record
from stub_reader import StubReader, marks

from bot.dialog import Context, reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.replies import Answer
from facts.model import Meeting

FERRY = "2025-03-04-ferry-board"
CAME = "Present were Ada Wren, Bo Lusk of Osk Library and the pilots of Tarn."
TENDER = "The Ferry Board accepted the tender of Lunt Joiners for £41,600, subject to a grant."
QUOTES = "Lunt Joiners asked £41,600 and Moss & Son £52,000 for the new gate."
FINE = "Ada Wren proposed a new jetty; Bo Lusk was fined £90."
AWAY = "Ada Wren spoke for all clubs except Osk Library."
SACKED = "Jon Ek was sacked after complaints by Moss House."
FACTS: list[Line] = [
    (CAME, "who", "Who was present?", "Ada Wren, Bo Lusk of Osk Library and the pilots of Tarn"),
    (TENDER, "who", "Whose tender was accepted?", "Lunt Joiners"),
    (QUOTES, "who", "Who asked less for the new gate?", "Lunt Joiners"),
    (FINE, "who", "Who proposed a new jetty?", "Ada Wren"),
    (SACKED, "who", "Who was sacked?", "Jon Ek"),
    (AWAY, "who", "Who spoke for the clubs?", "Ada Wren"),
]
MEETING = Meeting("meeting of the Ferry Board", (), "2025-03-04", None, None, "meeting of the Ferry Board")
INDEX = Index([record(FERRY, datetime.date(2025, 3, 4), MEETING, [CAME, TENDER, QUOTES, FINE, AWAY, SACKED], FACTS)])


def after(before: str, text: str) -> Answer | None:
    _, context = reply(before, INDEX)
    assert context.answer_key is not None
    return reply(text, INDEX, context)[0].answer


@pytest.mark.parametrize("text", ["Osk Library too?", "and Bo Lusk as well?", "Was Bo Lusk there too?", "tarn too"])
def test_who_is_named_with_the_others_gets_a_yes(text: str) -> None:
    said = after("Who was present?", text)
    assert said is not None
    assert (said.answer, said.kind, said.evidence) == ("Yes", "yes_no", CAME)


def test_who_is_not_named_or_excepted_gets_none() -> None:
    assert after("Who was present?", "Brill too?") is None
    assert (said := after("Who was sacked?", "Moss House too?")) is None or said.answer != "Yes"
    assert (said := after("Who spoke for the clubs?", "Osk Library too?")) is None or said.answer != "Yes"


def test_a_list_that_is_found_for_it_says_yes_too() -> None:
    stub = StubReader(marks({CAME: "Ada Wren, Bo Lusk of Osk Library and the pilots of Tarn"}, 8.0))
    context = Context("Who came to the Ferry Board?", FERRY)
    said = reply("Osk Library too?", INDEX, context, SentenceReader(lambda: stub))[0].answer
    assert said is not None
    assert said.answer == "Yes"


@pytest.mark.parametrize("text", ["for how much?", "and for how much", "how much?", "how much money did it cost?"])
def test_the_only_amount_of_the_sentence_is_given(text: str) -> None:
    said = after("Whose tender was accepted?", text)
    assert said is not None
    assert said.answer == "£41,600"
    assert said.marked is not None
    assert TENDER[slice(*said.marked)] == "£41,600"


@pytest.mark.parametrize(
    "before", ["Who asked less for the new gate?", "Who proposed a new jetty?", "Who was present?"]
)
def test_one_of_several_or_of_another_clause_is_not(before: str) -> None:
    said = after(before, "for how much?")
    assert said is None or "£" not in said.answer
