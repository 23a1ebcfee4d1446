"""What is exported and imported again loses nothing, in any form."""

from __future__ import annotations

import dataclasses
import datetime
import itertools
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialog import reply
from bot.index import Index
from exchange.tables import ROWS, SUFFIX, exported, facts_of, holds, imported, rows, sound, written
from facts import exchange
from facts.compile import compiler
from facts.exchange import Format
from facts.exchange.row import Row
from facts.model import Article, Fact, Meeting, Sentence
from facts.pages import base
from facts.pages.merge import compiled_page

FORMS: tuple[Format, ...] = get_args(Format)
_numbers = itertools.count()


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where examples have folders of their own."""
    return tmp_path_factory.mktemp("exchange")


@settings(max_examples=40)
@given(given_rows=rows(), form=st.sampled_from(FORMS))
def test_export_import_export_loses_nothing(given_rows: list[Row], form: Format, folders: Path) -> None:
    one, other = folders / f"{next(_numbers)}", folders / f"{next(_numbers)}"
    assert imported(written(given_rows, one, "csv"), one) == 0
    first = exported(one, form)
    path = other / f"again{SUFFIX[form]}"
    path.parent.mkdir(parents=True)
    path.write_text(first, encoding="utf-8")
    assert imported(path, other) == 0
    assert facts_of(other) == facts_of(one)
    assert sound(one)
    assert sound(other)
    if form == "squad":
        assert exported(other, form) == first


@pytest.mark.parametrize("form", FORMS)
def test_the_order_of_facts_stays_where_a_quote_is_the_end_of_one_paragraph_and_the_beginning_of_the_next(
    form: Format, tmp_path: Path
) -> None:
    quotes = ("the mole was", "built by Ann", "was built", "was")
    given_rows = [Row(question=f"{quote}?", answer="yes", evidence=quote, article="mole") for quote in quotes]
    assert imported(written(given_rows, tmp_path / "one"), tmp_path / "one") == 0
    again = tmp_path / f"again{SUFFIX[form]}"
    again.write_text(exported(tmp_path / "one", form), encoding="utf-8")
    assert imported(again, tmp_path / "other") == 0
    assert facts_of(tmp_path / "other") == facts_of(tmp_path / "one")
    assert {row.evidence for row in facts_of(tmp_path / "other")} == set(quotes)


@settings(max_examples=40)
@given(given_rows=rows(), form=st.sampled_from(["csv", "jsonl"]))
def test_what_is_imported_is_on_record_as_it_was_said(given_rows: list[Row], form: Format, folders: Path) -> None:
    folder = folders / f"{next(_numbers)}"
    assert imported(written(given_rows, folder, form), folder) == 0
    found = {(row.article, row.question, row.answer): row for row in facts_of(folder)}
    assert len(found) == len(given_rows)
    for row in given_rows:
        assert holds(found[row.article, row.question, row.answer], row)


@settings(max_examples=25)
@given(given_rows=rows(), at=st.integers(0, 8))
def test_rows_that_come_in_two_files_are_as_if_they_came_in_one(given_rows: list[Row], at: int, folders: Path) -> None:
    folder, whole = folders / f"{next(_numbers)}", folders / f"{next(_numbers)}"
    for part in (given_rows[:at], given_rows[at:], given_rows):
        if part:
            assert imported(written(part, folder), folder) == 0
    imported(written(given_rows, whole), whole)
    assert sound(folder)
    assert sorted(map(key, facts_of(folder))) == sorted(map(key, facts_of(whole)))


def key(row: Row) -> tuple[str, ...]:
    return row.article or "", row.question, row.answer, str(row.evidence), str(row.value), str(row.confidence)


def test_the_examples_are_as_they_were(tmp_path: Path) -> None:
    assert imported(written(list(ROWS), tmp_path, "csv"), tmp_path) == 0
    first, second, third = facts_of(tmp_path)
    assert holds(first, ROWS[0])
    assert (second.date, second.source, second.checked, second.value) == (first.date, first.source, False, "2024-11-12")
    assert third.evidence == "How much will the mole cost? 410,000 crowns."


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_day_and_a_place_that_a_person_put_right_are_answered_where_they_are_imported(
    form: Format, tmp_path: Path
) -> None:
    text = "Lunn College will host the Second Weir Congress in Quarl from 8 to 10 September 2031."
    quote = text, (0, len(text))
    article = Article("weir", datetime.date(2031, 6, 1), "Lunn Post", "Weirs", None, "seeds/weir.txt", "0" * 64)
    meeting = Meeting("Second Weir Congress", (), "2031-09-08/2031-09-10", "Quarl", None, "Weir Congress", 2)
    facts = (
        Fact("when", "when", "When will the Second Weir Congress be held?", "8–10 September 2031", *quote),
        Fact("where", "where", "Where will the Second Weir Congress be held?", "Quarl", *quote),
    )
    page = compiled_page(article, meeting, facts, "by", "read", (Sentence(*quote),))
    right = msgspec.structs.replace(meeting, date="2031-09-09/2031-09-11", place="Velden")
    one, other = tmp_path / "one" / "base", tmp_path / "other"
    one.mkdir(parents=True)
    base.save_page(one / "weir.yaml", dataclasses.replace(page, meeting=right))
    path = tmp_path / f"weir{SUFFIX[form]}"
    path.write_text(exported(tmp_path / "one", form), encoding="utf-8")
    assert imported(path, other) == 0
    for folder in (one, other / "base"):
        records = [each.record() for each in base.load_pages(folder)[0]]
        assert {each.answer for each in records[0].withdrawn} & {"Quarl"}
        for question, answer in (
            ("Where will the Second Weir Congress be held?", "Velden"),
            ("When will the Second Weir Congress be held?", "9–11 September 2031"),
        ):
            said, _ = reply(question, Index(records))
            assert said.answer is not None
            assert said.answer.answer == answer


WEIR = """---
title: Lunn Weir Trust meets online
date: 2031-06-15
source: Lunn Post
---

The Lunn Weir Trust held a video conference in Quarl on June 14. The meeting was chaired by Mira Holt, its president.

The trust approved a budget of 4.5 million crowns for the new sluice. Twelve delegates attended the meeting.
"""


@pytest.mark.parametrize("form", FORMS)
def test_a_compile_after_an_import_gives_the_facts_that_were_exported_and_those_that_an_editor_deleted_stay_out(
    form: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("seeds").mkdir()
    Path("seeds/weir.md").write_text(WEIR, encoding="utf-8")
    assert compiler.run([Path("seeds")], Path("base"), 1) == 0
    page = base.load_page(Path("base/weir.yaml"))
    assert (page.meeting and page.meeting.format) == "video conference"
    kept = tuple(fact for fact in page.facts if fact.kind != "where")
    assert 0 < len(kept) < len(page.facts)
    base.save_page(Path("base/weir.yaml"), dataclasses.replace(page, facts=kept))
    first = facts_of(tmp_path)
    Path(f"weir{SUFFIX[form]}").write_text(exported(tmp_path, form), encoding="utf-8")
    capsys.readouterr()
    other = Path("other")
    assert exchange.import_file(Path(f"weir{SUFFIX[form]}"), other / "seeds", other / "base", "the table") == 0
    assert capsys.readouterr().out == f"weir: {len(kept)} facts, from the table\n"
    for _ in range(2):
        assert facts_of(other) == first
        assert len(base.load_page(other / "base" / "weir.yaml").shown()) == len(kept)
        assert compiler.run([other / "seeds"], other / "base", 1) == 0
        assert capsys.readouterr().out.startswith(f"weir: {len(kept)} facts")
        edited = base.load_page(other / "base" / "weir.yaml").meeting
        assert edited == page.meeting


def test_what_a_person_writes_into_an_imported_meeting_is_answered(tmp_path: Path) -> None:
    assert imported(written(list(ROWS[:1]), tmp_path), tmp_path) == 0
    path = tmp_path / "base" / "2024-10-03-board-meets.yaml"
    assert [fact.kind for fact in base.load_page(path).shown()] == ["who"]
    path.write_text(path.read_text(encoding="utf-8").replace("place: Ostford", "place: Brill"), encoding="utf-8")
    assert [fact.answer for fact in base.load_page(path).shown() if fact.kind == "where"] == ["Brill"]


def test_a_corrected_day_stands_in_all_questions_that_the_compiler_wrote_also_where_an_answer_was_written_over(
    tmp_path: Path,
) -> None:
    text = "Twelve delegates met in Quarl on June 14."
    quote = text, (0, len(text))
    article = Article("weir", datetime.date(2031, 6, 15), "Lunn Post", None, None, "seeds/weir.txt", "0" * 64)
    meeting = Meeting("Lunn Weir Trust", (), "2031-06-14")
    facts = (
        Fact("many", "how_many", "How many delegates attended the Lunn Weir Trust on 14 June 2031?", "Twelve", *quote),
        Fact("where", "where", "Where did the Lunn Weir Trust meet on 14 June 2031?", "Quarl", *quote),
    )
    page = compiled_page(article, meeting, facts, "by", "read", (Sentence(*quote),))
    over = (msgspec.structs.replace(page.facts[0], answer="Thirteen", value=13), page.facts[1])
    page = dataclasses.replace(page, facts=over, meeting=msgspec.structs.replace(meeting, date="2031-06-13"))
    base.save_page(tmp_path / "base" / "weir.yaml", page)
    rows = facts_of(tmp_path)
    assert {row.meeting_date for row in rows} == {"2031-06-13"}
    assert [row.answer for row in rows] == ["Thirteen", "Quarl", "13 June 2031"]
    assert not any("14 June" in question for row in rows for question in (row.question, *row.variants))
    named = dataclasses.replace(page, meeting=Meeting("Board of Brill", (), "2031-06-14"))
    questions = [fact.question for fact in named.record().facts]
    assert questions[0] == "How many delegates attended the Board of Brill on 14 June 2031?"
