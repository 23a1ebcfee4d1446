"""What an import writes: an article, its page, and what is said of rows that cannot be taken."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from bot.index import Index, answer_of
from bot.wording.languages import ENGLISH
from bot.wording.sources import source_line
from exchange.tables import ROWS, facts_of, holds, imported, sound, written
from facts import exchange
from facts.compile import compiler
from facts.exchange import importing
from facts.exchange.row import Row
from facts.incoming import memory
from facts.model import Article, Fact, Meeting, Sentence
from facts.pages import base, former, merge

PAIRS = (
    Row(question="Who chaired the Harbour Board?", answer="Ann Poole"),
    Row(
        question="What did the board agree?",
        answer="to dredge the northern channel",
        evidence="The board agreed to dredge the northern channel.",
    ),
)


def pages(folder: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((folder / "base").glob("*.yaml"))}


def test_pairs_without_an_article_are_facts_of_one_that_is_called_as_their_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(written(list(PAIRS), tmp_path), tmp_path) == 0
    assert capsys.readouterr().out == "rows: 2 facts, from rows.jsonl\n"
    page = base.load_page(tmp_path / "base" / "rows.yaml")
    assert [fact.answer for fact in page.facts] == [row.answer for row in PAIRS]
    assert page.checked == {fact.id for fact in page.facts}
    article = (tmp_path / "seeds" / "rows.md").read_text(encoding="utf-8")
    assert article.endswith(
        "\n\nWho chaired the Harbour Board? Ann Poole.\n\nThe board agreed to dredge the northern channel.\n"
    )


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "Permission denied", "seeds/.lock"), "Permission denied: seeds/.lock"),
        (OSError(27, "File too large"), "File too large"),
    ],
)
def test_a_folder_in_which_nothing_can_be_written_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, error: OSError, said: str
) -> None:
    def refuse(*_: object) -> None:
        raise error

    for where in (memory, "alone"), (importing, "bring"):
        with monkeypatch.context() as patch:
            patch.setattr(*where, refuse)
            assert imported(written(list(PAIRS), tmp_path), tmp_path) == 1
        assert f"written ({said})\n" in capsys.readouterr().err.replace("written there (", "written (")


def test_what_a_person_wrote_into_the_meeting_keeps_its_quote_through_a_table(tmp_path: Path) -> None:
    said = (Sentence("The Quay Board chose a crane.", (0, 29)), Sentence("It met at the old mill on Monday.", (30, 63)))
    where = Fact("where", "where", "Where did the Quay Board meet?", "the old mill", said[1].text, said[1].span)
    article = Article("quay", datetime.date(2031, 5, 7), "Lunn Post", None, None, "seeds/quay.txt", "0" * 64)
    page = merge.compiled_page(article, Meeting("Quay Board", (), None, "the old mill"), (where,), "by", "read", said)
    corrected = dataclasses.replace(page, meeting=Meeting("Quay Board", (), None, "the new mill"))
    told = [(fact.answer, fact.evidence) for fact in corrected.record().facts]
    assert told == [("the new mill", said[1].text)]
    with (tmp_path / "rows.jsonl").open("w", encoding="utf-8") as out:
        exchange.export([corrected], "jsonl", out)
    assert imported(tmp_path / "rows.jsonl", tmp_path) == 0
    again = base.load_page(tmp_path / "base" / "quay.yaml").record()
    assert [(fact.answer, fact.evidence) for fact in again.facts] == told
    assert again.meeting == corrected.meeting


def test_facts_survive_compiles_as_they_were_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    headline = Row(question="Who wrote it?", answer="Ann Poole", evidence="By Ann Poole", checked=False, confidence=0.5)
    item = Row(question="What was bought?", answer="two cranes", evidence="- two cranes")
    agency = Row(question="Where?", answer="Hanoi", evidence="Hanoi (VNA) – The board met./.VNA")
    path = written([headline, *ROWS, *PAIRS, item, agency], tmp_path)
    assert exchange.import_file(path, Path("seeds"), Path("base"), "rows.jsonl") == 0
    imported_ones = facts_of(tmp_path)
    for _ in range(2):
        assert compiler.run([Path("seeds")], Path("base"), 1) == 0
        found = {(row.article, row.id): row for row in facts_of(tmp_path)}
        for row in imported_ones:
            assert holds(found[row.article, row.id], row)
    assert sound(tmp_path)


def test_imported_again_nothing_is_added_and_what_is_new_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    imported(written(list(PAIRS[:1]), tmp_path), tmp_path)
    imported(written(list(PAIRS), tmp_path), tmp_path)
    before = pages(tmp_path)
    imported(written(list(PAIRS), tmp_path), tmp_path)
    assert capsys.readouterr().out.splitlines() == [
        "rows: 1 fact, from rows.jsonl",
        "rows: 1 fact, 1 on record already, from rows.jsonl",
        "rows: 0 facts, 2 on record already, from rows.jsonl",
    ]
    assert pages(tmp_path) == before


@pytest.mark.parametrize(
    ("row", "title", "cited"),
    [
        ({}, None, "rows.jsonl, imported {today}"),
        ({}, "What people ask of the board", "What people ask of the board, imported {today}"),
        ({"title": "Board’s questions"}, "What people ask", "Board’s questions, imported {today}"),
        ({"date": datetime.date(2024, 10, 3)}, None, "rows.jsonl, 3 October 2024"),
        ({"source": "Ostford Gazette"}, "What people ask", "Ostford Gazette, undated"),
        ({"article": "board-meets"}, None, "board-meets, undated"),
    ],
)
def test_a_list_without_a_source_is_cited_by_its_title_or_file_and_no_date_is_made_up(
    row: dict[str, Any], title: str | None, cited: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = written([msgspec.structs.replace(PAIRS[0], **row)], tmp_path)
    assert exchange.import_file(path, Path("seeds"), Path("base"), "rows.jsonl", title) == 0
    today = datetime.date.today()
    for _ in range(2):
        (entry,) = Index(base.load(Path("base"))).entries
        line = source_line(answer_of(entry, 1.0), ENGLISH)
        assert line == cited.format(today=f"{today.day} {today:%B %Y}")
        assert entry.context.record.article.date == row.get("date")
        assert compiler.run([Path("seeds")], Path("base"), 1) == 0


def test_a_day_in_the_name_of_a_file_is_that_of_its_list_from_the_first_import_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for rows in (PAIRS[:1], PAIRS):
        path = written(list(rows), tmp_path)
        assert exchange.import_file(path, Path("seeds"), Path("base"), "2024-01-02 faq.jsonl") == 0
        (entry, *_) = Index(base.load(Path("base"))).entries
        assert source_line(answer_of(entry, 1.0), ENGLISH) == "2024-01-02 faq.jsonl, 2 January 2024"
        assert compiler.run([Path("seeds")], Path("base"), 1) == 0
    assert list(pages(tmp_path)) == ["2024-01-02-faq"]


def test_a_list_that_has_grown_by_another_day_goes_on_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(written(list(PAIRS[:1]), tmp_path), tmp_path)
    (page,) = pages(tmp_path).values()
    today = datetime.date.today()
    for folder in ("base/rows.yaml", "seeds/rows.md"):
        text = (tmp_path / folder).read_text(encoding="utf-8")
        (tmp_path / folder).write_text(text.replace(f"{today.day} {today:%B %Y}", "1 May 2019"), encoding="utf-8")
    assert page != (tmp_path / "base/rows.yaml").read_text(encoding="utf-8")
    imported(written(list(PAIRS), tmp_path), tmp_path)
    assert list(pages(tmp_path)) == ["rows"]
    assert len(base.load_page(tmp_path / "base" / "rows.yaml").facts) == 2


def test_what_a_person_wrote_into_the_page_meanwhile_stays(tmp_path: Path) -> None:
    imported(written(list(PAIRS[:1]), tmp_path), tmp_path)
    page = tmp_path / "base" / "rows.yaml"
    page.write_text(
        page.read_text(encoding="utf-8").replace("answer: Ann Poole", "answer: Ann Poole-Ark  # married"),
        encoding="utf-8",
    )
    imported(written(list(PAIRS[1:]), tmp_path), tmp_path)
    assert "answer: Ann Poole-Ark  # married\n" in page.read_text(encoding="utf-8")
    assert len(facts_of(tmp_path)) == 2


def test_an_article_that_is_there_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "seeds").mkdir()
    article = tmp_path / "seeds" / "Board.txt"
    article.write_text("The board met on Monday and agreed on all of it.\n", encoding="utf-8")
    rows = [msgspec.structs.replace(row, article="board") for row in PAIRS]
    imported(written(rows, tmp_path), tmp_path)
    imported(written(rows, tmp_path), tmp_path)
    assert capsys.readouterr().out.splitlines() == [
        "board-2: 2 facts, from rows.jsonl",
        "board-2: 0 facts, 2 on record already, from rows.jsonl",
    ]
    assert article.read_text(encoding="utf-8") == "The board met on Monday and agreed on all of it.\n"


def test_an_article_that_is_kept_aside_in_a_hidden_folder_is_none(tmp_path: Path) -> None:
    aside = tmp_path / "seeds" / ".versions" / "rows.md"
    aside.parent.mkdir(parents=True)
    aside.write_text("---\nimported: 2024-10-03\n---\n\nThe board met.\n", encoding="utf-8")
    before = aside.read_bytes()
    imported(written(list(PAIRS), tmp_path), tmp_path)
    assert (tmp_path / "seeds" / "rows.md").is_file()
    assert aside.read_bytes() == before


def test_what_a_person_hid_is_not_brought_back(tmp_path: Path) -> None:
    imported(written(list(PAIRS), tmp_path), tmp_path)
    page = tmp_path / "base" / "rows.yaml"
    text = page.read_text(encoding="utf-8").replace("answer: Ann Poole\n", "answer: Ann Poole\n    hidden: true\n")
    page.write_text(text, encoding="utf-8")
    imported(written(list(PAIRS), tmp_path), tmp_path)
    assert [row.answer for row in facts_of(tmp_path)] == [PAIRS[1].answer]


def test_what_a_person_deleted_or_wrote_over_in_an_imported_page_is_not_brought_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    path, page = written(list(PAIRS), tmp_path), tmp_path / "base" / "rows.yaml"
    imported(path, tmp_path)
    found = base.load_page(page)
    over = msgspec.structs.replace(found.facts[0], answer="Ann Poole-Ark")
    base.save_page(page, dataclasses.replace(found, facts=(over,), checked=frozenset({over.id})))
    capsys.readouterr()
    for _ in range(2):
        assert imported(path, tmp_path) == 0
        assert (
            capsys.readouterr().out == "rows: 0 facts, 2 taken out or written over in its page since, from rows.jsonl\n"
        )
        assert [row.answer for row in facts_of(tmp_path)] == ["Ann Poole-Ark"]
        assert compiler.run([Path("seeds")], Path("base"), 1) == 0
        capsys.readouterr()
    like = Row(question="What did the board agree?", answer="to sell the crane")
    imported(written([*PAIRS, like], tmp_path), tmp_path)
    assert [row.answer for row in facts_of(tmp_path)] == ["Ann Poole-Ark", "to sell the crane"]


def test_a_table_of_an_article_that_is_on_record_brings_nothing_back_that_was_deleted_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = (Sentence("Ann Poole chaired the Quay Board.", (0, 33)), Sentence("It met at the old mill.", (34, 57)))
    who = Fact("who", "who", "Who chaired the Quay Board?", "Ann Poole", said[0].text, said[0].span)
    where = Fact("where", "where", "Where did the Quay Board meet?", "the old mill", said[1].text, said[1].span)
    article = Article("quay", datetime.date(2031, 5, 7), "Lunn Post", None, None, "seeds/quay.txt", "0" * 64)
    page = former.remembering(merge.compiled_page(article, None, (who, where), "by", "read", said), None)
    with (tmp_path / "rows.jsonl").open("w", encoding="utf-8") as out:
        exchange.export([page], "jsonl", out)
    base.save_page(tmp_path / "base" / "quay.yaml", dataclasses.replace(page, facts=(who,)))
    assert imported(tmp_path / "rows.jsonl", tmp_path) == 0
    told = "quay: 0 facts, 1 on record already, 1 taken out or written over in its page since, from rows.jsonl\n"
    assert capsys.readouterr().out == told
    assert list(pages(tmp_path)) == ["quay"]


def test_ids_that_some_systems_take_for_one_are_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    imported(written([msgspec.structs.replace(PAIRS[0], article="Board")], tmp_path), tmp_path)
    imported(written([msgspec.structs.replace(row, article="board") for row in PAIRS], tmp_path), tmp_path)
    assert capsys.readouterr().out.splitlines() == [
        "Board: 1 fact, from rows.jsonl",
        "Board: 1 fact, 1 on record already, from rows.jsonl",
    ]
    assert list(pages(tmp_path)) == ["Board"]
    assert sound(tmp_path)


def test_killed_between_article_and_page_the_next_import_does_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    path = written(list(PAIRS), tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(base, "save_page", killed)
        with pytest.raises(KeyboardInterrupt):
            imported(path, tmp_path)
    assert (tmp_path / "seeds" / "rows.md").is_file()
    assert imported(path, tmp_path) == 0
    whole = tmp_path / "whole"
    imported(path, whole)
    assert facts_of(tmp_path) == facts_of(whole)
    assert (tmp_path / "seeds" / "rows.md").read_bytes() == (whole / "seeds" / "rows.md").read_bytes()


@pytest.mark.parametrize("article", ["../../etc/cron", "/tmp/x", ".hidden", "a/b", "..", "x" * 151])
def test_an_id_that_is_no_name_of_a_file_is_refused(
    article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "project"
    assert imported(written([msgspec.structs.replace(PAIRS[0], article=article)], folder), folder) == 1
    assert capsys.readouterr().err.startswith("rows.jsonl:1: “")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["rows.jsonl", ".seeds.lock"] or not list(
        tmp_path.rglob("*.md")
    )


def test_bad_rows_are_named_with_their_line_and_the_others_are_imported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "faq.csv"
    path.write_text(
        "question,answer,date,article,mood\n"
        "Who chaired it?,Ann Poole,2024-10-03,board,glad\n"
        "Who paid?,,2024-10-03,board,\n"
        '"Who\ncame?",Bo Ark,2024-10-04,board,\n'
        'What "now?,Bo,2024-10-03,board,\n'
        "When was it?,Monday,soon,board,\n"
        "Where was it?,Ostford,,board,\n",
        encoding="utf-8",
    )
    assert imported(path, tmp_path) == 1
    shown = capsys.readouterr()
    assert shown.out == "board: 3 facts, from faq.csv\n"
    first, *others = shown.err.splitlines()
    assert first.startswith(
        "faq.csv: left out, as no such column is known: “mood”; the usual ones are question, answer"
    )
    assert others == [
        "faq.csv:3: has no answer; fill it in",
        "faq.csv:7: “date: soon” is not a day; write YYYY-MM-DD",
        "faq.csv:4: gives “board” another date than the rows above; make them one",
    ]
    assert {row.answer for row in facts_of(tmp_path)} == {"Ann Poole", "Bo", "Ostford"}


def test_what_is_not_in_english_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    french = "Le conseil a été présidé par la ministre, qui est venue avec les membres du bureau pour la séance."
    rows = [Row(question="Qui a présidé le conseil ?", answer="la ministre", evidence=french)]
    assert imported(written(rows, tmp_path), tmp_path) == 1
    assert "reads as French, and only English is understood" in capsys.readouterr().err
    assert not list(tmp_path.rglob("*.md"))


def test_rows_in_another_language_are_named_with_their_lines_and_those_beside_them_are_imported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "quay.csv"
    path.write_text(
        "question,answer,evidence,article\n"
        "Who chaired it?,Bo Lund,The Quay Trust was chaired by Bo Lund.,quay\n"
        "Qui a dirigé la séance ?,le maire,La séance est dirigée par le maire avec les membres du bureau.,quay\n"
        "What is the office called in French?,Bureau de la mer et des ports,,quay\n"
        "Wann tagte der Rat?,am Montag,Der Rat hat am Montag in der Halle für das Jahr mit Freude getagt.,quay\n",
        encoding="utf-8",
    )
    assert imported(path, tmp_path) == 1
    shown = capsys.readouterr()
    assert shown.out == "quay: 2 facts, from quay.csv\n"
    assert [line[: line.index(",")] for line in shown.err.splitlines()] == [
        "quay.csv:3: reads as French",
        "quay.csv:5: reads as German",
    ]
    assert {row.answer for row in facts_of(tmp_path)} == {"Bo Lund", "Bureau de la mer et des ports"}


def test_rows_that_only_together_tell_their_language_are_each_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = ("Le maire dirige.", "Les membres votent.", "La séance est close.", "Il parle des ports et du pont.")
    rows = [Row(question=f"Who says ({n})?", answer="Bo", evidence=text) for n, text in enumerate(texts)]
    assert imported(written(rows, tmp_path), tmp_path) == 1
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count(": reads as French, ")) == ("", len(rows))


def test_more_than_an_article_holds_is_refused_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = [Row(question=f"What was said {n}?", answer="dig", evidence=f"They dig {n} " * 900) for n in range(100)]
    assert imported(written(long, tmp_path), tmp_path) == 1
    assert "makes an article that has 1," in capsys.readouterr().err
    assert not list(tmp_path.rglob("seeds/*"))


def test_a_page_that_is_broken_is_named_and_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "rows.yaml").write_text("schema: 9\n", encoding="utf-8")
    assert imported(written(list(PAIRS), tmp_path), tmp_path) == 1
    assert "rows.yaml:1: schema 9 is unknown" in capsys.readouterr().err
    assert pages(tmp_path) == {"rows": "schema: 9\n"}
