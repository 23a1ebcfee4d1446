"""What is overheard is answered only where it names something on record by itself."""

from __future__ import annotations

import pytest
from lake_varda import THIRTEENTH, records

from bot import index
from bot.matching.naming import stands_alone
from bot.question import read


@pytest.fixture(scope="module")
def lake() -> index.Index:
    return index.Index(records())


@pytest.mark.parametrize(
    "text",
    [
        "Who chaired the thirteenth session of the Lake Varda Fisheries Commission?",
        "who chaired the lake varda session?",
        "where did the fisheries commission meet?",
        "what did ilse brandt warn?",
        "did norway sign the protocol?",
        "do you know who chaired the fisheries commission?",
        "who chaired the commission on 7 march 2024?",
    ],
)
def test_a_question_that_names_something_stands_alone(lake: index.Index, text: str) -> None:
    context = lake.context(THIRTEENTH)
    assert context is not None
    assert stands_alone(read(text), context)


@pytest.mark.parametrize(
    "text",
    [
        "lunch?",
        "who paid?",
        "where are you?",
        "who chaired it?",
        "and where was it?",
        "and Norway?",
        "what about the herring?",
        "who chaired the meeting?",
        "when is the next session?",
        "where was the meeting held?",
        "did they sign the protocol?",
        "who will drive us to the commission?",
        "where do you meet Ilse Brandt?",
        "is there any fish left?",
        "what did the commission decide?",
        "who has 13?",
        "who went to the lake on 7 May 2024?",
    ],
)
def test_a_question_that_leans_on_a_conversation_or_on_those_who_talk_does_not(lake: index.Index, text: str) -> None:
    context = lake.context(THIRTEENTH)
    assert context is not None
    assert not stands_alone(read(text), context)
