"""A meeting that is named as those of several bodies are is asked back for, with what each has."""

from __future__ import annotations

import datetime

import pytest
from msgspec.structs import replace
from quay_works import Line, record
from stub_reader import StubReader, marks

from bot.dialog import Context, Reply, plain_reply, reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.question import read
from facts.model import Meeting, Record

ELM, FEN, FEN_NEW = "2031-01-16-elm", "2031-01-23-fen", "2031-02-20-fen"


def _minutes(article: str, day: str, name: str, place: str, chair: str) -> Record:
    chaired = f"The meeting was chaired by {chair}."
    line: Line = (chaired, "who", f"Who chaired the {name}?", chair)
    meeting = Meeting(name, (), day, place, None, name)
    return record(article, datetime.date.fromisoformat(article[:10]), meeting, [chaired, "The hut was let."], [line])


INDEX = Index(
    [
        _minutes(ELM, "2031-01-14", "Elmstow Parish Council ordinary meeting", "Elmstow", "Ada Wren"),
        _minutes(FEN, "2031-01-21", "Fenby Parish Council ordinary meeting", "Fenby", "Bo Lusk"),
        _minutes(FEN_NEW, "2031-02-18", "Fenby Parish Council ordinary meeting", "Fenby", "Eda Moor"),
    ]
)


def said(question: str, context: Context = Context()) -> Reply:  # noqa: B008
    told = {f"The meeting was chaired by {name}.": name for name in ("Ada Wren", "Bo Lusk", "Eda Moor")}
    return reply(question, INDEX, context, SentenceReader(lambda: StubReader(marks(told))))[0]


@pytest.mark.parametrize(
    "question",
    [
        "Who chaired the parish council?",
        "Who chaired the ordinary meeting of the Parish Council?",
        "who chaired the ordinary meeting",
    ],
)
def test_of_several_bodies_each_is_offered_and_none_is_picked(question: str) -> None:
    given = said(question)
    assert given.answer is None
    assert [(each.article, each.answer) for each in given.suggestions] == [(FEN_NEW, "Eda Moor"), (ELM, "Ada Wren")]
    assert plain_reply(read(question), INDEX, Context()) is None


def test_a_day_a_name_or_the_talk_tells_which_is_meant() -> None:
    for question, name in (
        ("Who chaired the parish council on 14 January 2031?", "Ada Wren"),
        ("Who chaired the Elmstow Parish Council?", "Ada Wren"),
        ("Who chaired the Fenby Parish Council?", "Eda Moor"),
    ):
        answer = said(question).answer
        assert answer is not None
        assert answer.answer == name
    assert said("Who chaired the parish council?", Context("What was let?", ELM)).answer is not None


def test_the_source_tells_bodies_apart_whose_meetings_have_one_name() -> None:
    def minutes(article: str, source: str, chair: str) -> Record:
        mine = _minutes(article, article[:10], "meeting of the Parish Council", "", chair)
        return replace(mine, article=replace(mine.article, source=source))

    index = Index([minutes(ELM, "Elmstow Parish Council", "Ada Wren"), minutes(FEN, "Fenby Parish Council", "Bo Lusk")])
    given = reply("Who chaired the parish council?", index)[0]
    assert given.answer is None
    assert len(given.suggestions) == 2
