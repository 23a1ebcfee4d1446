"""“The latter”, “they” and “she” are who the sentence before tells of, where that is certain; else nobody is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stub_reader import StubReader, marks
from two_reports import record

from bot.dialog import reply
from bot.index import Index
from bot.matching import decision
from bot.matching.pointed_to import own_pointer, pointed_to
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.replies import Context

MET = "Warden Ada Moss and pilot Bo Lusk met the guild in Tarn."
EACH = "The former offered a net, the latter a free berth."
RIVER = "The delegates of the Lock Guild rode to the river."
WILLOW = "They also planted a willow."
ABBOT = "Abbot Nils Torve walked to Tarn on Monday."
LAMP = "He later carried the lamp."


def meant(question: str, before: str, sentence: str, words: str) -> str | None:
    begin = sentence.index(words)
    return pointed_to(read(question), before, sentence, (begin, begin + len(words)))


@pytest.mark.parametrize(
    ("question", "before", "sentence", "words", "who"),
    [
        ("Who offered a net?", MET, EACH, "The former", "Warden Ada Moss"),
        ("Who offered the guild a free berth?", MET, EACH, "the latter", "Bo Lusk"),
        ("Who planted a willow?", RIVER, WILLOW, "They", "The delegates of the Lock Guild"),
        ("Who planted a willow?", "Ada Moss and Bo Lusk rode home.", WILLOW, "They", "Ada Moss and Bo Lusk"),
        ("Who carried the lamp?", ABBOT, LAMP, "He", "Abbot Nils Torve"),
        ("Who sang?", "The clerk, Ada Moss, met the warden.", "She also sang.", "She", "Ada Moss"),
    ],
)
def test_it_is_who_alone_is_told_of(question: str, before: str, sentence: str, words: str, who: str) -> None:
    assert meant(question, before, sentence, words) == who


@pytest.mark.parametrize(
    ("question", "before", "sentence", "words"),
    [
        # both, or neither, did such a thing
        ("Who offered a berth?", MET, "The former offered a berth, the latter a free berth.", "The former"),
        ("Who offered a net?", MET, EACH, "the latter"),
        ("Who sold a net?", MET, EACH, "The former"),
        # one or three are named before
        ("Who offered a net?", "Ada Moss met the guild.", EACH, "The former"),
        ("Who offered a net?", "Ada Moss, Bo Lusk and Tia Rook met.", EACH, "The former"),
        # others may have done it
        ("Who planted a willow?", "The delegates thanked the cooks.", WILLOW, "They"),
        ("Who planted a willow?", "The guild rode to the river.", WILLOW, "They"),
        ("Who planted a willow?", "The talks were over at noon.", WILLOW, "They"),
        ("Who planted a willow?", "Ada Moss and Bo Lusk met the cooks.", WILLOW, "They"),
        ("Who planted a willow?", "The delegates met Ada Moss.", WILLOW, "They"),
        ("Who planted a willow?", "The delegates met the Harbour Board.", WILLOW, "They"),
        ("Who carried the lamp?", "Nils Torve thanked the warden.", LAMP, "He"),
        ("Who carried the lamp?", "Nils Torve thanked Lusk.", LAMP, "He"),
        ("Who carried the lamp?", "Nils Torve met Bo Lusk.", LAMP, "He"),
        ("Who carried the lamp?", "Nils Torve thanked him.", LAMP, "He"),
        ("Who carried the lamp?", "The Lamp Guild met at noon.", LAMP, "He"),
        ("Who also sang?", "Nils Torve met Bo Lusk.", "He also sang.", "He"),
        # they did another thing, or did not do it
        ("Who sold the lamp?", ABBOT, LAMP, "He"),
        ("Who carried the lamp?", ABBOT, "He will carry the lamp.", "He"),
        ("Who carried the lamp?", ABBOT, "He did not carry the lamp.", "He"),
        ("Whom did the abbot bless?", ABBOT, LAMP, "He"),
    ],
)
def test_it_is_nobody_where_another_may_be_meant(question: str, before: str, sentence: str, words: str) -> None:
    assert meant(question, before, sentence, words) is None


def test_of_the_former_and_the_latter_it_is_the_one_that_did_what_is_asked() -> None:
    asked = read("Who offered a free berth?")
    assert EACH[slice(*own_pointer(asked, EACH, (0, len("The former"))))] == "the latter"
    assert own_pointer(asked, EACH, (19, 24)) == (19, 24)


@pytest.mark.parametrize(
    ("question", "before", "sentence", "words", "who"),
    [
        ("Who planted the willow for the guild?", RIVER, WILLOW, "They", "The delegates of the Lock Guild"),
        ("Who offered the guild a free berth?", MET, EACH, "The former", "Bo Lusk"),
        ("Who carried the lamp?", "Nils Torve thanked the warden.", LAMP, "He", None),
    ],
)
def test_who_is_meant_is_answered_though_the_reader_doubts_it(
    question: str, before: str, sentence: str, words: str, who: str | None
) -> None:
    index = Index([record("post", "2024-05-03", [], None, [before, sentence])])
    reader = SentenceReader(lambda: StubReader(marks({sentence: words}, logit=decision.TOLD_SO_FROM + 2)))
    given = reply(question, index, Context(), reader)[0].answer
    assert (given and given.answer) == who
    assert given is None or given.evidence == sentence


@given(st.text(), st.sampled_from(["They left.", "He left.", "The former left, the latter sang."]))
def test_any_sentence_may_stand_before(before: str, sentence: str) -> None:
    end = sentence.index(" left")
    who = pointed_to(read("Who left?"), before, sentence, (0, end))
    assert who is None or who in before
