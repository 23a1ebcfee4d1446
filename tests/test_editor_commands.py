"""The editors' commands: what they print of a base, on which stream, with which exit status."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ostford_board as ostford
import pytest
from hypothesis import given
from hypothesis import strategies as st
from quay_works import CHAIRED, FERRIES, FOURTH, LOAN, THIRD, records

from bot import cli
from bot.index.entries import fact_id
from bot.terminal.worded import terms_of, wording_of
from facts.compile.tasks import outcome_of
from facts.pages import base, merge
from facts.pages.choosing import NoSuchPageError, page_file
from facts.pages.ledger import Ledger
from facts.pages.lines import sentence_lines

Printed = Callable[..., tuple[str, str]]
"""Runs a command that succeeds; gives what it printed, and what it said on stderr."""


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings of the machine that the tests run on."""
    for name in [name for name in os.environ if name.startswith(("ONRECORD_", "TELEGRAM_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A base of two meetings of one committee."""
    directory = tmp_path / "facts" / "base"
    for record in records():
        base.save(directory / f"{record.article.id}.yaml", base.dump(record))
    return directory


@pytest.fixture
def printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> Printed:
    """See `Printed`."""

    def run(*args: str) -> tuple[str, str]:
        assert cli.main([*args]) == 0
        shown = capsys.readouterr()
        return shown.out, shown.err

    return run


def objects(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


class TestMeetings:
    def test_they_are_listed_the_newest_first_with_place_facts_and_articles(self, printed: Printed) -> None:
        assert printed("meetings")[0].splitlines() == [
            "12 March 2021: meeting of the Quay Works Committee, Osmark",
            f"  2 facts from {FOURTH}",
            "29 June 2020: meeting of the Quay Works Committee, Brill",
            f"  3 facts from {THIRD}",
        ]

    @pytest.mark.parametrize("words", ["osmark", "Quay fourth", "march 2021", "12 March", "2021-03-13", "OSMRAK"])
    def test_words_narrow_the_list(self, words: str, printed: Printed) -> None:
        out, _ = printed("meetings", "--json", *words.split())
        assert [(each["articles"], each["place"]) for each in objects(out)] == [([FOURTH], "Osmark")]

    def test_a_word_that_is_taken_for_another_is_said(self, printed: Printed) -> None:
        assert printed("meetings", "Osmrak")[1] == "onrecord: “osmrak” is nowhere on record; looked for “osmark”\n"

    @pytest.mark.usefixtures("folder")
    def test_where_no_meeting_is_called_so_that_is_said(self, capsys: pytest.CaptureFixture[str]) -> None:
        for args in (["meetings", "penguins"], ["meetings", "--json", "penguins"]):
            assert cli.main(args) == 1
            assert capsys.readouterr() == ("", "onrecord: no meeting on record is called so\n")

    def test_articles_about_one_meeting_are_listed_together(self, folder: Path, printed: Printed) -> None:
        page = (folder / f"{FOURTH}.yaml").read_text(encoding="utf-8")
        (folder / "other.yaml").write_text(page.replace(f"id: {FOURTH}", "id: other"), encoding="utf-8")
        assert f"  4 facts from {FOURTH}, other\n" in printed("meetings", "osmark")[0]

    def test_without_a_base_it_says_how_to_make_one(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["meetings", "--base", "elsewhere"]) == 1
        assert "make one with “onrecord compile”" in capsys.readouterr().err


class TestShow:
    @pytest.mark.parametrize("name", [THIRD, THIRD.upper(), "2020", f"facts/base/{THIRD}.yaml", f"seeds/{THIRD}.txt"])
    def test_an_article_is_named_by_id_file_or_a_part_of_the_id(self, name: str, printed: Printed) -> None:
        out, _ = printed("show", name)
        assert f"article {THIRD}, from {THIRD}.txt; page facts/base/{THIRD}.yaml\nmeeting: meeting of the Quay" in out
        assert (
            f"  1  {CHAIRED}\n       Who chaired the third meeting of the Quay Works Committee? → Runa Falk [by" in out
        )
        assert "  2  Runa opened the tidal gauge yesterday.\n\n  3  " in out

    def test_what_people_did_with_facts_is_shown(self, folder: Path, printed: Printed) -> None:
        page = folder / f"{THIRD}.yaml"
        edit(page, "    answer: Runa Falk\n", "    answer: Runa Falk\n    checked: true\n")
        edit(page, "    answer: 4 August 2020\n", "    answer: 4 August 2020\n    hidden: true\n")
        out, _ = printed("show", "2020")
        assert "\n2 facts, 3 edited by hand (1 checked, 1 hidden)\n" in out
        assert "→ Runa Falk [checked]\n" in out
        assert "→ 4 August 2020 [hidden]\n" in out

    def test_what_gives_way_to_a_persons_is_counted(self, folder: Path, printed: Printed) -> None:
        page = merge.compiled_page(ostford.ARTICLE, None, (ostford.CHAIR,), "by", "read", ostford.SENTENCES)
        path = folder / f"{ostford.ARTICLE.id}.yaml"
        base.save_page(path, page)
        edit(path, "  facts:\n", f"  facts:\n  - question: {ostford.CHAIR.question}\n    answer: B. Birch\n")
        out, _ = printed("show", ostford.ARTICLE.id)
        assert "\n1 fact, 1 edited by hand, 1 overruled by hand\n" in out

    def test_as_many_are_edited_by_hand_as_a_compile_says(self, folder: Path, printed: Printed) -> None:
        page = merge.compiled_page(ostford.ARTICLE, None, ostford.RECORD.facts, "by", "read", ostford.SENTENCES)
        path = folder / f"{ostford.ARTICLE.id}.yaml"
        base.save_page(path, page)
        assert "edited" not in printed("show", ostford.ARTICLE.id)[0]
        edit(path, "    answer: A. Ark\n", "    answer: A. Ark\n    checked: true\n")
        edit(path, "  facts:\n  - question: Did the", "  facts:\n  - hidden: true\n    question: Did the")
        added = "  - question: How often did it meet?\n    answer: Once\n- text: It was"
        edit(path, "- text: It was", added)
        outcome = outcome_of(base.load_page(path), ostford.ARTICLE, "unchanged", (), (None, None))
        assert str(outcome).startswith("board: 2 facts, 3 edited by hand")
        assert "\n2 facts, 3 edited by hand (1 checked, 1 hidden)\n" in printed("show", ostford.ARTICLE.id)[0]

    def test_what_follows_from_a_corrected_meeting_is_no_fact_more_in_its_page(
        self, folder: Path, printed: Printed
    ) -> None:
        page = merge.compiled_page(ostford.ARTICLE, ostford.MEETING, (ostford.CHAIR,), "by", "read", ostford.SENTENCES)
        path = folder / f"{ostford.ARTICLE.id}.yaml"
        base.save_page(path, page)
        edit(path, "  place: Ostford\n", "  place: Velden\n")
        page = base.load_page(path)
        assert len(page.shown()) == 2
        assert str(outcome_of(page, ostford.ARTICLE, "unchanged", (), (None, None))).startswith("board: 1 fact")
        assert "\n1 fact, 1 more by its meeting as corrected\n" in printed("show", ostford.ARTICLE.id)[0]

    def test_a_hidden_sentence_is_shown_as_such_and_so_is_what_quotes_it(self, folder: Path, printed: Printed) -> None:
        edit(folder / f"{THIRD}.yaml", f"- text: {CHAIRED}\n", f"- text: {CHAIRED}\n  hidden: true\n")
        out, _ = printed("show", "2020")
        assert f"  1  {CHAIRED} [hidden]\n" in out
        assert "→ Runa Falk [by hand, quotes a hidden sentence]" in " ".join(out.split())
        (shown,) = objects(printed("show", "--json", "2020")[0])
        assert [each["hidden"] for each in shown["sentences"]] == [True, False, False, False, False]

    def test_as_json_each_fact_has_its_line_in_the_page(self, folder: Path, printed: Printed) -> None:
        (shown,) = objects(printed("show", "--json", "2020")[0])
        page = (folder / f"{THIRD}.yaml").read_text(encoding="utf-8").splitlines()
        assert (shown["article"]["id"], shown["meeting"]["place"]) == (THIRD, "Brill")
        assert [each["text"] for each in shown["sentences"]][:1] == [CHAIRED]
        for sentence in shown["sentences"]:
            assert page[sentence["line"] - 1] == f"- text: {sentence['text']}"
            for fact in sentence["facts"]:
                assert page[fact["line"] - 1] == f"  - question: {fact['question']}"

    def test_a_slip_gets_the_nearest_ids_and_too_short_a_part_those_that_fit(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.main(["show", "2020-06-31-quay-work"]) == 1
        assert f"the nearest: {THIRD}" in capsys.readouterr().err
        assert cli.main(["show", "quay"]) == 1
        assert f"2 articles are called so, say which: {THIRD}, {FOURTH}" in capsys.readouterr().err
        assert cli.main(["show", "penguins"]) == 1
        assert "“onrecord meetings” lists" in capsys.readouterr().err

    def test_the_name_of_a_fact_in_a_link_leads_to_what_says_it_today_and_that_is_named(
        self, folder: Path, printed: Printed
    ) -> None:
        (shown,) = objects(printed("show", "--json", "2020")[0])
        fact = next(each for sentence in shown["sentences"] for each in sentence["facts"])
        key = fact_id(THIRD, fact["id"])
        out, said = printed("show", key)
        assert said == f"onrecord: {key} leads to “{fact['question']}” → Runa Falk\n"
        assert f"article {THIRD}, from" in out
        edit(folder / f"{THIRD}.yaml", "    answer: Runa Falk\n", "    answer: Runa Falk\n    hidden: true\n")
        assert printed("show", key)[1] == f"onrecord: {key} leads to the sentence “{CHAIRED}”\n"

    def test_a_name_that_an_article_had_before_leads_to_it(self, folder: Path, printed: Printed) -> None:
        page = base.load_page(folder / f"{THIRD}.yaml")
        base.save_page(folder / f"{THIRD}.yaml", dataclasses.replace(page, compiled=Ledger(was=("tide-works",))))
        out, said = printed("show", "seeds/tide-works.md")
        assert said == f"onrecord: “tide-works” is called “{THIRD}” now\n"
        assert f"article {THIRD}, from" in out

    def test_a_part_of_a_former_name_is_enough_where_no_name_of_today_has_it(
        self, folder: Path, printed: Printed, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for name, was in ((THIRD, ("tide-works", "tide-works-2")), (FOURTH, ("low-tide", "2020-low-water"))):
            page = base.load_page(folder / f"{name}.yaml")
            base.save_page(folder / f"{name}.yaml", dataclasses.replace(page, compiled=Ledger(was=was)))
        out, said = printed("show", "Tide-W")
        assert said == f"onrecord: “tide-works” is called “{THIRD}” now\n"
        assert f"article {THIRD}, from" in out
        out, said = printed("show", "2020")  # a part of today's name of one, and of a former one of the other
        assert (f"article {THIRD}, from" in out, said) == (True, "")
        assert cli.main(["show", "tide"]) == 1
        assert f"2 articles are called so, say which: {THIRD}, {FOURTH}" in capsys.readouterr().err
        assert cli.main(["show", "tied-works"]) == 1
        assert f"the nearest: {THIRD}\n" in capsys.readouterr().err

    def test_an_article_that_was_taken_out_is_said_to_be(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.main(["remove", THIRD]) == 0
        assert cli.main(["show", THIRD]) == 1
        assert f"taken out of the record; “onrecord remove --restore {THIRD}” brings it" in capsys.readouterr().err

    def test_a_page_that_is_broken_is_named_with_its_line(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        edit(folder / f"{THIRD}.yaml", "    answer: Runa Falk\n", "    answr: Runa Falk\n")
        assert cli.main(["show", THIRD]) == 1
        assert f"{THIRD}.yaml:" in (said := capsys.readouterr().err)
        assert "perhaps “answer” is meant" in said


class TestFind:
    def test_sentences_and_facts_are_cited_with_article_page_and_line(self, folder: Path, printed: Printed) -> None:
        out, _ = printed("find", "loans", "CROWNS")
        heading, *hits = out.splitlines()
        assert heading == f"{THIRD} (Brill Post, 30 June 2020)"
        lines = (folder / f"{THIRD}.yaml").read_text(encoding="utf-8").splitlines()
        at = lines.index(f"- text: {LOAN}") + 1
        question = "What did the committee approve? → a loan of 40,000 crowns for eight cranes"
        assert hits == [
            f"facts/base/{THIRD}.yaml:{at}: {LOAN}",
            f"facts/base/{THIRD}.yaml:{at + 2}: {question}  [by hand]",
        ]

    def test_the_newest_article_comes_first(self, printed: Printed) -> None:
        found = objects(printed("find", "--json", "loan")[0])
        assert [each["article"] for each in found] == [FOURTH, THIRD, THIRD]
        assert found[0]["sentence"] == FERRIES
        assert [each["fact"] and each["fact"]["answer"] for each in found] == [
            None,
            None,
            "a loan of 40,000 crowns for eight cranes",
        ]

    def test_misspelt_words_are_taken_for_the_nearest_and_that_is_said(self, printed: Printed) -> None:
        out, said = printed("find", "lighthuose")
        assert "Pilots may no longer use the old lighthouse." in out
        assert said == "onrecord: “lighthuose” is nowhere on record; looked for “lighthouse”\n"

    def test_what_is_hidden_is_found_and_said_to_be(self, folder: Path, printed: Printed) -> None:
        edit(folder / f"{THIRD}.yaml", "    answer: Runa Falk\n", "    answer: Runa Falk\n    hidden: true\n")
        assert "→ Runa Falk  [hidden]\n" in printed("find", "Falk")[0]

    def test_a_hidden_sentence_is_said_to_be_and_its_facts_to_quote_one(self, folder: Path, printed: Printed) -> None:
        edit(folder / f"{THIRD}.yaml", f"- text: {CHAIRED}\n", f"- text: {CHAIRED}\n  hidden: true\n")
        out = printed("find", "chaired")[0]
        assert f": {CHAIRED}  [hidden]\n" in out
        assert "→ Runa Falk  [by hand, quotes a hidden sentence]\n" in out
        found = objects(printed("find", "--json", "chaired")[0])
        assert {each["hidden"] for each in found if each["article"] == THIRD} == {True}
        assert {each["hidden"] for each in objects(printed("find", "--json", "loan")[0])} == {False}

    @pytest.mark.parametrize("words", ["penguins", "🙂", "?!", "", "a" * 10_000])
    @pytest.mark.usefixtures("folder")
    def test_what_nothing_holds_is_said(self, words: str, capsys: pytest.CaptureFixture[str]) -> None:
        for args in (["find", words], ["find", "--json", words]):
            assert cli.main(args) == 1
            assert capsys.readouterr() == ("", "onrecord: no sentence and no fact on record holds all of that\n")

    def test_a_broken_page_is_named_and_the_others_are_looked_through(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (folder / f"{FOURTH}.yaml").write_text("schema: 2\n", encoding="utf-8")
        assert cli.main(["find", "loan"]) == 1
        shown = capsys.readouterr()
        assert LOAN in shown.out
        assert f"{FOURTH}.yaml" in shown.err


@given(text=st.text(max_size=60), others=st.lists(st.text(max_size=60), max_size=3))
def test_any_words_are_in_a_text_that_has_them(text: str, others: list[str]) -> None:
    wording = wording_of(text)
    assert wording.is_in(terms_of(f"{' . '.join(others)} . {text}")) == bool(wording.words)
    assert wording.respelled([*others, text]) == wording


@given(name=st.text(max_size=30))
def test_any_name_is_of_a_page_or_refused(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    directory = tmp_path_factory.getbasetemp() / "named"
    for record in records():
        if not (directory / f"{record.article.id}.yaml").exists():
            base.save(directory / f"{record.article.id}.yaml", base.dump(record))
    try:
        found = page_file(name, directory)
    except NoSuchPageError:
        return
    assert found.is_file()


def test_the_lines_of_a_page_of_the_first_schema_are_not_known() -> None:
    assert sentence_lines("schema: 1\nfacts: []\n") == ()
    assert sentence_lines("") == ()


class TestExchange:
    def test_all_facts_are_printed_as_csv_and_those_of_an_article_if_it_is_named(self, printed: Printed) -> None:
        rows = list(csv.DictReader(io.StringIO(printed("export")[0])))
        assert [row["article"] for row in rows] == [THIRD, THIRD, THIRD, FOURTH, FOURTH]
        assert (rows[0]["question"], rows[0]["answer"], rows[0]["evidence"]) == (
            "Who chaired the third meeting of the Quay Works Committee?",
            "Runa Falk",
            CHAIRED,
        )
        (only, _) = objects(printed("export", "--format", "jsonl", FOURTH)[0])
        assert (only["article"], only["meeting_place"], only["date"]) == (FOURTH, "Osmark", "2021-03-13")

    def test_hidden_facts_are_left_out(self, folder: Path, printed: Printed) -> None:
        edit(folder / f"{THIRD}.yaml", "    answer: Runa Falk\n", "    answer: Runa Falk\n    hidden: true\n")
        assert "Runa Falk" not in printed("export", "--format", "jsonl")[0].replace(CHAIRED, "")

    @pytest.mark.parametrize(
        ("name", "begin"), [("a.csv", "\ufeffquestion,"), ("a.jsonl", '{"qu'), ("a.json", '{"ver')]
    )
    def test_a_file_is_written_in_the_form_that_its_name_says_and_imported_elsewhere(
        self, name: str, begin: str, printed: Printed, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert printed("export", "--out", name) == ("", "")
        path = Path(name).absolute()
        assert path.read_text(encoding="utf-8").startswith(begin)
        whole = printed("export", "--format", "squad")[0]
        Path("elsewhere").mkdir()
        monkeypatch.chdir("elsewhere")
        out, said = printed("import", f"../{name}")
        assert out == f"{THIRD}: 3 facts, from ../{name}\n{FOURTH}: 2 facts, from ../{name}\n"
        assert said == ""
        assert printed("ask", "Who chaired the fourth meeting of the Quay Works Committee?")[0].startswith(
            "Tomas Ekre\n"
        )
        if name == "a.json":
            assert printed("export", "--format", "squad")[0] == whole

    @pytest.mark.parametrize("name", ["facts.foo", "table", "facts.xlsx", ".csv"])
    def test_a_file_whose_name_tells_no_form_is_not_written_unless_the_form_is_said(
        self, name: str, printed: Printed, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.main(["export", "--out", name]) == 2
        said = capsys.readouterr().err
        assert f"{name}: its name tells no form; end it in .csv, .jsonl, .ndjson, .json, or give --format\n" in said
        assert not Path(name).exists()
        printed("export", "--out", name, "--format", "squad")
        assert Path(name).read_text(encoding="utf-8").startswith('{"ver')

    @pytest.mark.parametrize(
        ("args", "status", "reason"),
        [
            (["export", "penguins"], 1, "penguins: there is no such article"),
            (["export", "--out", "no/such/folder.csv"], 2, "no/such/folder.csv: cannot be written"),
            (["export", "--base", "elsewhere"], 1, "there is no base here"),
            (["import", "nowhere.csv"], 1, "nowhere.csv: cannot be read"),
            (["import", "."], 1, "is no regular file"),
            (["import", "faq.csv", "--seeds", "faq.csv"], 1, "no folder of articles can be made there"),
            (["import", "faq.csv", "--base", "faq.csv"], 1, "is no base that can be read"),
        ],
    )
    def test_what_cannot_be_done_is_said(
        self, args: list[str], status: int, reason: str, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        Path("faq.csv").write_text("question,answer\nWho chaired it?,Ann Poole\n", encoding="utf-8")
        assert cli.main(args) == status
        shown = capsys.readouterr()
        assert reason in shown.err
        assert shown.out == ""

    @pytest.mark.parametrize("title", ["", " ", "a\0b", "x" * 201])
    def test_a_title_that_is_none_is_refused(self, title: str, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as ended:
            cli.main(["import", "--title", title, "faq.csv"])
        assert ended.value.code == 2
        assert "give a title of 1 to 200 printed characters" in capsys.readouterr().err

    def test_a_broken_page_is_named_and_the_others_are_exported(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (folder / f"{FOURTH}.yaml").write_text("schema: 2\n", encoding="utf-8")
        assert cli.main(["export", "--format", "jsonl"]) == 1
        shown = capsys.readouterr()
        assert {each["article"] for each in objects(shown.out)} == {THIRD}
        assert f"{FOURTH}.yaml" in shown.err


class TestRemove:
    @pytest.fixture
    def article(self, folder: Path) -> Path:
        """The file of one of the meetings' articles, as its page names it."""
        file = folder.parent.parent / "seeds" / f"{THIRD}.txt"
        file.parent.mkdir()
        file.write_text("The third meeting.", encoding="utf-8")
        edit(folder / f"{THIRD}.yaml", f"file: {THIRD}.txt", f"file: seeds/{THIRD}.txt")
        return file

    def test_what_is_taken_out_answers_no_more_and_does_again_when_it_is_brought_back(
        self, printed: Printed, article: Path
    ) -> None:
        asked = ("ask", "--json", "Who chaired the third meeting of the Quay Works Committee?")
        assert objects(printed(*asked)[0])[0]["article"] == THIRD
        kept = f"seeds/.removed/{THIRD}.txt and facts/base/.removed/{THIRD}.yaml"
        assert printed("remove", THIRD)[0].splitlines() == [
            f"{THIRD}: taken out of the record; kept as {kept}",
            f"  “onrecord remove --restore {THIRD}” brings it back, “--purge” in its place deletes it for good",
        ]
        assert not article.exists()
        (silent,) = objects(printed(*asked)[0])
        assert THIRD not in json.dumps(silent)
        assert THIRD not in printed("meetings")[0]
        back = f"{THIRD}: back on record: facts/base/{THIRD}.yaml and seeds/{THIRD}.txt\n"
        assert printed("remove", "--restore", THIRD)[0] == back
        assert article.exists()
        assert objects(printed(*asked)[0])[0]["article"] == THIRD

    def test_what_was_taken_out_is_deleted_when_that_is_said(self, printed: Printed, article: Path) -> None:
        assert printed("remove", "--purge")[0] == "No article was taken out.\n"
        printed("remove", str(article.relative_to(Path.cwd())))
        assert printed("remove", "--purge")[0] == f"{THIRD}: deleted for good\n"
        assert not list(Path.cwd().rglob(f"*{THIRD}*"))

    def test_what_may_come_back_is_listed_where_nothing_is_named(
        self, printed: Printed, article: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert printed("remove", "--restore")[0] == "No article was taken out.\n"
        printed("remove", THIRD)
        assert cli.main(["remove", "--restore"]) == 2
        said = f"name what is to come back: onrecord remove --restore ARTICLE…; taken out: {THIRD}"
        assert capsys.readouterr().err == f"onrecord: {said}\n"

    def test_what_cannot_be_taken_out_is_named_and_the_rest_is(
        self, folder: Path, article: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.main(["remove", "nowhere", THIRD]) == 1
        assert "onrecord: nowhere: there is no such article in facts/base" in capsys.readouterr().err
        assert not article.exists()
        with pytest.raises(SystemExit) as ended:
            cli.main(["remove"])
        assert ended.value.code == 2
