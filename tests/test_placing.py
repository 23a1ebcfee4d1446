"""When a question needs no report: by the names in it."""

from __future__ import annotations

import datetime

import pytest

from facts.articles import read_text
from facts.extract import read
from facts.extract.draft import Draft, Material
from facts.extract.placing import placed
from facts.model import Article
from facts.parse.parser import Parser

REPORT = ", according to the report on the Tarn Harbour Board meeting on 4 May 2021?"


@pytest.fixture(scope="module")
def material() -> Material:
    text = "The Tarn Harbour Board met on 4 May 2021. Ann Poole and Ed Hart spoke."
    reading, day = read_text(text), datetime.date(2021, 5, 5)
    article = Article("example", day, None, "Tarn", None, "example.txt", "0", reading.text, reading.paragraphs)
    (parsed,) = Parser().parse([article])
    return read(parsed)


def asked(material: Material, question: str, rule: str = "event.when") -> str:
    return placed(material, Draft("when", f"{question}{REPORT}", "March 2021", (0, 10), rule=rule)).question


@pytest.mark.parametrize(
    "question",
    [
        "When did Ann Poole replace Ed Hart",
        "When did the tug Steadfast reach Ostford",
        "When did Ann Poole resign",
        "When does Ann Poole's term as chair end",
    ],
)
def test_two_names_or_what_a_whole_name_did_once_need_no_report(material: Material, question: str) -> None:
    assert asked(material, question) == f"{question}?"


@pytest.mark.parametrize("question", ["When did the ban on boats end", "When did Ann Poole open the pier"])
def test_a_thing_without_a_name_and_what_one_may_do_often_keep_the_report(material: Material, question: str) -> None:
    assert asked(material, question) == f"{question}{REPORT}"


def test_what_somebody_said_keeps_the_report(material: Material) -> None:
    assert REPORT in asked(material, "What did Ann Poole tell Ed Hart", rule="statement.said")
