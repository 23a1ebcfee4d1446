"""Who somebody is, is answered with an office or a description that a sentence ties to the name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quay_works import THIRD, Line, record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.otherwise.identity import described, holder_of, is_no_description
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.replies import Answer, Context, Reply
from bot.wording.press import name_of, named_in


def told(question: str, marked: str) -> str | None:
    sentence = marked.replace("<", "").replace(">", "")
    span = described(question, sentence, (marked.index("<"), marked.index(">") - 1))
    return None if span is None else sentence[slice(*span)]


@pytest.mark.parametrize(
    ("question", "marked", "expected"),
    [
        ("Who is Ada Wren?", "Ada Wren, <the mayor of Ostford>, chaired it.", "the mayor of Ostford"),
        ("Who is Ada Wren?", "<The mayor of Ostford>, Ada Wren, chaired it.", "The mayor of Ostford"),
        ("Who is Ada Wren?", "Ada Wren, <Deputy Director General>, chaired it.", "Deputy Director General"),
        ("who's ann poole", "<Clerk> Ann Poole read the minutes.", "Clerk"),
        ("who is lind", "<Mayor> Lind thanked Reed.", "Mayor"),
        ("Who is Susan Reed?", "Susan Reed was elected <treasurer>.", "treasurer"),
        ("Who is Jon Ek?", "Jon Ek is a <biologist from Tarn>.", "biologist from Tarn"),
        ("Who was Jon Ek?", "He was a <biologist> from Tarn.", "biologist"),
        ("who is jon ek", "<Ada Wren thanked depot manager> Jon Ek for his work.", "depot manager"),
        ("who is jon ek", "<Ada Wren met the retired pilot> Jon Ek in Tarn.", "the retired pilot"),
        ("who is jon ek", "<Dr> Jon Ek, a biologist from Tarn, spoke.", "a biologist from Tarn"),
        # behind a label, that is none of it, unless only a title stands there
        ("who is jon ek", "<Chair: Ambassador> Jon Ek", "Ambassador"),
        ("who is jon ek", "<Chair: Dr> Jon Ek", "Chair"),
        (
            "Who is Jon Ek?",
            "<Dr>. Jon Ek, Clerk of Nets, Weirs and Old Locks, will speak.",
            "Clerk of Nets, Weirs and Old Locks",
        ),
        # marked with the name
        ("Who is Jon Ek?", "<Jon Ek, clerk of Tarn>, spoke.", "clerk of Tarn"),
        ("Who is Jon Ek?", "<Jon Ek (Clerk)> and Ada Wren spoke.", "Clerk"),
        ("Who is Jon Ek?", "<Jon Ek is the clerk of Tarn>.", "clerk of Tarn"),
        # what somebody stands for, with its verb
        ("who is dag moe", "Dag Moe represents <the fishermen of Lerrick>.", "represents the fishermen of Lerrick"),
        ("Who is Kari Nord?", "Kari Nord heads the <gauge office>.", "heads the gauge office"),
        ("Who is Dag Moe?", "Dag Moe, 52, has chaired <the board> since 2019.", "has chaired the board"),
        # an office is asked about
        ("who is the secretary?", "The Secretary <Ada Wren> spoke to the Deputy Secretary.", "Ada Wren"),
        ("who is president of the guild?", "The guild, chaired by <Ada Wren>, thanked its treasurer.", "Ada Wren"),
        ("Who is the mayor of Ostford?", "<Ada Wren>, the mayor of Ostford, spoke.", "Ada Wren"),
        ("Who is mayor of Ostford?", "<Ada Wren>, the mayor of Ostford, spoke.", "Ada Wren"),
        ("Who is Norland's finance minister?", "<Ada Wren>, Norland's finance minister, spoke.", "Ada Wren"),
        # of two in a sentence, the one behind the office asked for
        ("Who is the board's clerk?", "The board's lawyer, <Bo Lusk>, and its clerk, Ada Wren, left.", "Ada Wren"),
        ("Who is the board's clerk?", "<Bo Lusk> met the board's clerk, Ada Wren.", "Ada Wren"),
        ("Who is the board's clerk?", "<Bo Lusk> met the council's clerk, Ada Wren.", "Bo Lusk"),
        ("Who is the clerk?", "<Bo Lusk> met the council's clerk, Ada Wren.", "Ada Wren"),
        # in capitals, and asked for without them
        (
            "who was tide board president in 2031",
            "The Tide Board of <President Ada Wren> met.",
            "President Ada Wren",
        ),
        ("who was deputy clerk of tarn", "They asked the Deputy Clerk of Tarn <Ada Wren> to vote.", "Ada Wren"),
        ("who is norlands trade minister in the row?", "Norland's Trade Minister, <Ada Wren>, spoke.", "Ada Wren"),
        (
            "who is secretary general of the tide union",
            "The Secretary-General of the Union, Dr <Ada Wren>, spoke.",
            "Dr Ada Wren",
        ),
        ("who is superintendent", "Superintendent Dr. <Ada Wren> said a buyer had left.", "Ada Wren"),
        ("The chief clerk of Tarn, who's that as of 2031?", "<Ada Wren>, Chief Clerk of Tarn", "Ada Wren"),
    ],
)
def test_what_describes_somebody_is_an_answer(question: str, marked: str, expected: str) -> None:
    assert told(question, marked) == expected


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        # titles that anybody has
        ("Who is Jon Ek?", "<Dr> Jon Ek spoke."),
        ("Who is Jon Ek?", "<Dr>. Jon Ek, Jo Falk of Tarn, and others spoke."),
        # deeds
        ("Who is Tom Beck?", "Tom Beck opened the <crane>."),
        ("Who is Ada Wren?", "Ada Wren chaired <the meeting>."),
        ("Who is Dag Moe?", "Dag Moe resigned on <Friday>."),
        # others
        ("Who is Ingrid Vasko?", "Ingrid Vasko spoke for the pilots, and <Olaf Brandt> left early."),
        ("Who is Ingrid Vasko?", "Ingrid Vasko, <Olaf Brandt> and Tom Beck left."),
        ("Who is Reed?", "<Mayor Lind> thanked Reed."),
        ("Who is Tom Beck?", "<The mayor>, Ada Wren, opened the crane."),
        ("Who is Jon Ek?", "<Jon Ek, 51>, spoke."),
        ("Who is Jon Ek?", "<Jon Ek, Bo Lusk and Tom Beck> left."),
        ("Who is Jon Ek?", "<Bo Lusk, the clerk, thanked Jon Ek>."),
        ("Who is Jon Ek?", "<Jon Ek opened the crane>."),
        # who holds another office
        ("who is the president of the guild?", "The guild's treasurer, <Ada Wren>, spoke."),
        ("who is the secretary?", "The Deputy Secretary <Ada Wren> spoke."),
        ("who is the secretary?", "<Ada Wren>, Deputy Secretary of Locks, spoke."),
        ("who is harbour secretary?", "Harbour Secretary Ada Wren and Deputy Harbour Secretary <Bo Lusk> spoke."),
        ("who was clerk of tarn", "They asked the Deputy Clerk of Tarn <Ada Wren> to vote."),
        ("who was tide board president in 2031", "The Tide Board was led by <Vice President Ada Wren>."),
        ("who is norlands trade minister in the row?", "Norland's Fishing Minister, <Ada Wren>, spoke."),
        ("who is norlands trade minister in the row?", "<Bo Lusk> met Norland's Trade Minister, Ada Wren."),
        ("who is norlands trade minister in the row?", "Norland's Trade Minister met Fishing Minister <Bo Lusk>."),
        ("who is norlands trade minister in the row?", "Norland's Trade Minister met <Fishing Minister Bo Lusk>."),
        # an age
        ("Who is Dag Moe?", "Dag Moe, <52>, has chaired the board since 2019."),
    ],
)
def test_a_deed_or_another_is_no_description(question: str, marked: str) -> None:
    assert told(question, marked) is None


OPENED, HEADS = "Kari Nord opened the crane in Lerrick.", "Kari Nord heads the gauge office of the Tide Board."


def said(words: dict[str, str]) -> tuple[Reply, Index]:
    index = Index([record(THIRD, None, None, list(words), [])])
    return reply("Who is Kari Nord?", index, Context(), SentenceReader(lambda: StubReader(marks(words))))[0], index


def test_a_deed_is_offered_at_most() -> None:
    assert said({OPENED: "the crane"})[0].status == "suggest"


def test_a_sentence_that_says_who_somebody_is_comes_before_a_deed() -> None:
    found, index = said({OPENED: "the crane", HEADS: "the gauge office"})
    assert isinstance(found.answer, Answer)
    assert found.answer.answer == "heads the gauge office"
    assert named_in(index.read_answer(0, 1), name_of(found.answer)).answer == found.answer.answer


SUCCEEDS = "Kari Nord of Tarn succeeds Dag Moe of Lerrick on the Tide Board."


def test_a_fact_of_who_did_something_to_somebody_does_not_say_who_that_is() -> None:
    asked = "Who succeeds Dag Moe on the Tide Board?"
    index = Index([record(THIRD, None, None, [SUCCEEDS], [(SUCCEEDS, "who", asked, "Kari Nord of Tarn")])])
    reader = SentenceReader(lambda: StubReader(marks({SUCCEEDS: "Kari Nord of Tarn"}, 1.5)))
    assert reply("who is Dag Moe?", index, Context(), reader)[0].status == "suggest"
    succeeds = reply("who succeeds Dag Moe on the Tide Board?", index, Context(), reader)[0].answer
    assert succeeds is not None
    assert succeeds.answer == "Kari Nord of Tarn"


@given(st.text(), st.text(min_size=1), st.data())
def test_any_words_are_read_without_error(name: str, sentence: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(sentence) - 1))
    end = data.draw(st.integers(begin + 1, len(sentence)))
    span = described(f"Who is {name}?", sentence, (begin, end))
    assert span is None or (0 <= span[0] <= begin and span[1] == end)


LISTED = "Present: Cllr M. Wren (Mayor, in the Chair), Cllr J. Ek (Deputy Clerk), Cllr R. Vehn"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("who was mayor at the Tarn council?", "Cllr M. Wren"),
        ("who was the deputy clerk of the council?", "Cllr J. Ek"),
        ("who was the clerk of the council?", None),
        ("who was present?", None),
    ],
)
def test_who_has_an_office_by_a_list_is_the_one_in_front_of_the_brackets(question: str, answer: str | None) -> None:
    span = holder_of(question, LISTED)
    assert (LISTED[slice(*span)] if span else None) == answer


def test_a_list_of_all_who_were_there_does_not_tell_who_was_mayor() -> None:
    whole = "Cllr M. Wren, Cllr J. Ek and Cllr R. Vehn"
    facts: list[Line] = [(LISTED, "list", "Who was present at the council?", whole)]
    index = Index([record(THIRD, None, None, [LISTED], facts)])
    stub = StubReader(marks({LISTED: LISTED.removeprefix("Present: ")}))
    answer = reply("who was mayor at the council?", index, Context(), SentenceReader(lambda: stub))[0].answer
    assert answer is not None
    assert answer.answer == "Cllr M. Wren"


DIRECTED = "The singer Ada Wren will open the crane, and the head of the Tide Board, Jon Ek, hopes for rain."


@pytest.mark.parametrize(
    ("sentence", "known"),
    [
        ("The Tide Board elected Dr Ada Wren, a pilot from Tarn, as Chair for a year.", True),
        ("It reappointed Ada Wren as Chair of the Tide Board.", True),
        ("It reappointed H.E. Ms. Ada Wren as Chair of the Tide Board.", True),
        ("The Tide Board elected Dr Ada Wren, a pilot from Tarn, as Deputy Chair.", False),
        ("Bo Lusk replaces Ada Wren as Chair of the Tide Board.", False),
    ],
)
def test_who_has_an_office_is_whom_they_elected_as_that(sentence: str, known: bool) -> None:
    begin = sentence.index("Ada Wren")
    asked = read("who is new chair of the tide board")
    assert is_no_description(asked, sentence, (begin, begin + len("Ada Wren"))) is not known


@pytest.mark.parametrize(
    ("question", "sentence", "known"),
    [
        ("who is vice president of tarn", "Pilots met the Vice-President of Tarn, Ada Wren.", True),
        ("who is deputy president of tarn", "Pilots met the Vice-President of Tarn, Ada Wren.", False),
        ("who is brills ceo", "Brill's chief executive, Ada Wren, met the pilots.", True),
        ("who is brills cfo", "Brill's chief executive, Ada Wren, met the pilots.", False),
    ],
)
def test_who_has_an_office_is_known_by_it_however_it_is_written(question: str, sentence: str, known: bool) -> None:
    begin = sentence.index("Ada Wren")
    assert is_no_description(read(question), sentence, (begin, begin + len("Ada Wren"))) is not known


@pytest.mark.parametrize(
    ("question", "sentence", "answer"),
    [
        ("Who is the head of the Tide Board?", DIRECTED, "Jon Ek"),
        ("Who is the head of the Lock Union?", DIRECTED, None),
        ("Who is the head of the board?", "The deputy head of the board, Jon Ek, spoke.", None),
        ("Who is the mayor?", "The mayor, Ada Wren and Jon Ek met.", None),
        ("Who is the mayor?", "The mayor, however, left.", None),
        ("Who was present?", DIRECTED, None),
    ],
)
def test_who_has_an_office_stands_between_commas_behind_it(question: str, sentence: str, answer: str | None) -> None:
    found = holder_of(question, sentence)
    assert (sentence[slice(*found)] if found else None) == answer
