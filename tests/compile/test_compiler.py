"""Many articles become a base: what is unchanged is left alone, what is bad is named and stops nothing else."""

from __future__ import annotations

import dataclasses
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

import msgspec
import pytest
from ostford_board import schema1

from facts import articles, files
from facts.compile import batches, compiler
from facts.compile.compiler import Outcome, Task, compile_articles, run
from facts.files import FileStat
from facts.model import Article, Fact, Meeting, Sentence
from facts.pages import base
from facts.pages.page import Page

Extracted = tuple[Meeting | None, tuple[Fact, ...], tuple[Sentence, ...]]

BODY = "The board met in Ostford on 4 May. It adopted the budget for the coming year without a vote."


def first_words(article: Article) -> Extracted:
    """Stand in for the extraction: one fact, from the first three words of the article's first paragraph."""
    start, end = article.paragraphs[0]
    evidence = " ".join(article.text[start:end].split()[:3])
    date = article.date.isoformat() if article.date else None
    fact = Fact("first", "what", "How does it begin?", evidence, evidence, (start, start + len(evidence)), value=date)
    whole = Sentence(" ".join(article.text[start:end].split()), (start, end))
    return Meeting("Board", date=date), (fact,), (whole,)


class Extraction:
    """Counts what is extracted, and does it as told."""

    def __init__(self, extract: Callable[[Article], Extracted]) -> None:
        self.extract = extract
        self.articles: list[str] = []

    def __call__(self, read: Sequence[Article], pages: object = None) -> list[Extracted | Exception]:
        self.articles += [article.id for article in read]
        return [self._found(article) for article in read]

    def _found(self, article: Article) -> Extracted | Exception:
        try:
            return self.extract(article)
        except Exception as error:
            return error


@pytest.fixture
def extraction(monkeypatch: pytest.MonkeyPatch) -> Extraction:
    made = Extraction(first_words)
    monkeypatch.setattr(batches, "find", made)
    return made


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two articles, in the working directory."""
    monkeypatch.chdir(tmp_path)
    folder = Path("seeds")
    folder.mkdir()
    (folder / "a.txt").write_text(f" date 2020-06-30\nsource: Post\n\n{BODY}", encoding="utf-8")
    (folder / "b.md").write_text(f"---\ndate: 2020-07-01\nsource: Post\n---\n{BODY}", encoding="utf-8")
    return folder


BASE = Path("base")


def statuses(outcomes: list[Outcome]) -> dict[str, str]:
    return {Path(outcome.file).name: outcome.status for outcome in outcomes}


def snapshot(folder: Path = BASE) -> dict[str, bytes]:
    """All files of a base, ledgers too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def edit(old: str, new: str, page: str = "a.yaml") -> None:
    text = (BASE / page).read_text(encoding="utf-8")
    assert old in text
    (BASE / page).write_text(text.replace(old, new), encoding="utf-8")


def test_a_folder_becomes_a_base_with_a_page_an_article(extraction: Extraction, seeds: Path) -> None:
    outcomes = compile_articles([seeds], BASE)
    assert statuses(outcomes) == {"a.txt": "compiled", "b.md": "compiled"}
    records = base.load(BASE)
    assert [record.article.file for record in records] == ["seeds/a.txt", "seeds/b.md"]
    assert [fact.answer for record in records for fact in record.facts] == ["The board met", "The board met"]
    assert extraction.articles == ["a", "b"]


def test_what_has_not_changed_is_not_compiled_again(extraction: Extraction, seeds: Path) -> None:
    compile_articles([seeds], BASE)
    (seeds / "b.md").write_text("New text.\n\nOf two paragraphs.", encoding="utf-8")
    outcomes = compile_articles([seeds], BASE)
    assert statuses(outcomes) == {"a.txt": "unchanged", "b.md": "compiled"}
    assert extraction.articles == ["a", "b", "b"]
    assert outcomes[0].facts == 1


def age(folder: Path) -> None:
    """Give files a time of change that lies well before their next reading."""
    for file in folder.iterdir():
        os.utime(file, ns=(1_700_000_000_000_000_000, 1_700_000_000_000_000_000))


def test_what_looks_unchanged_is_neither_read_nor_parsed(
    extraction: Extraction, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    age(seeds)
    first = compile_articles([seeds], BASE)
    with monkeypatch.context() as patched:

        def refuse(path: Path) -> NoReturn:
            raise AssertionError(path)

        patched.setattr(base, "load_page", refuse)
        patched.setattr(articles, "read", refuse)
        again = compile_articles([seeds], BASE)
    assert [outcome.status for outcome in again] == ["unchanged"] * len(first)
    assert [(o.id, o.facts, o.kept) for o in again] == [(o.id, o.facts, o.kept) for o in first]


@pytest.mark.parametrize("damage", [b"", b"no journal", b"\x80\x04"])
def test_without_its_journal_a_base_is_read_in_full(extraction: Extraction, seeds: Path, damage: bytes) -> None:
    compile_articles([seeds], BASE)
    Path(".base.compiled").write_bytes(damage)
    assert set(statuses(compile_articles([seeds], BASE)).values()) == {"unchanged"}


def test_a_page_that_was_edited_is_read_though_its_article_is_as_it_was(extraction: Extraction, seeds: Path) -> None:
    age(seeds)
    compile_articles([seeds], BASE)
    (BASE / "a.yaml").write_text("schema: [", encoding="utf-8")
    (outcome, _) = compile_articles([seeds], BASE)
    assert (outcome.status, "a.yaml:1: what is opened here with [" in str(outcome)) == ("failed", True)


def test_another_compiler_compiles_everything_again(
    extraction: Extraction, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compile_articles([seeds], BASE)
    monkeypatch.setattr(compiler, "compiler_version", lambda: "another")
    compile_articles([seeds], BASE)
    assert extraction.articles == ["a", "b", "a", "b"]


@pytest.mark.usefixtures("extraction")
def test_the_same_articles_give_the_same_bytes(seeds: Path) -> None:
    compile_articles([seeds], BASE)
    before = snapshot()
    shutil.rmtree(BASE)
    compile_articles([seeds / "b.md", seeds / "a.txt"], BASE)
    assert snapshot() == before


def test_a_bad_article_is_named_and_the_others_are_compiled(
    extraction: Extraction, seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([seeds], BASE) == 0
    before = (BASE / "a.yaml").read_bytes()
    (seeds / "a.txt").write_bytes(b"\0binary\0")
    (seeds / "c.txt").write_text("")
    (seeds / "d.pdf").write_bytes(b"%PDF")
    (seeds / "e.md").write_text("---\ndate: x: y\n---\nText.")
    (seeds / "f.txt").write_text(f" date 2021-01-01\nsource: Post\n\n{BODY}")
    (seeds / ".gitkeep").write_text("")
    capsys.readouterr()
    assert run([seeds, Path("missing.txt")], BASE) == 1
    printed = capsys.readouterr()
    assert printed.out.splitlines() == ["b: 1 fact, article unchanged", "f: 1 fact"]
    starts = ["seeds/a.txt: ", "seeds/c.txt: ", "seeds/d.pdf: ", "seeds/e.md:2: ", "missing.txt: "]
    assert len(printed.err.splitlines()) == len(starts)
    for line, start in zip(printed.err.splitlines(), starts, strict=True):
        assert line.startswith(start)
    assert (BASE / "a.yaml").read_bytes() == before
    assert extraction.articles == ["a", "b", "f"]


def test_a_defect_of_the_extraction_is_of_its_article_alone(
    extraction: Extraction, seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    compile_articles([seeds], BASE)
    before = (BASE / "a.yaml").read_bytes()
    for name in ("a.txt", "b.md"):
        (seeds / name).write_text(f" date 2022-02-02\nsource: Post\n\n{BODY}")

    def fail_on_a(article: Article) -> Extracted:
        if article.id == "a":
            raise KeyError("verb")
        return first_words(article)

    extraction.extract = fail_on_a
    assert run([seeds], BASE) == 1
    printed = capsys.readouterr()
    assert printed.out == "b: 1 fact\n"
    assert printed.err.startswith("seeds/a.txt: compiling it failed (KeyError: 'verb')")
    assert "Traceback" not in printed.err
    assert (BASE / "a.yaml").read_bytes() == before


def test_two_files_with_one_id_are_both_refused(
    extraction: Extraction, seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (seeds / "a.md").write_text(BODY)
    assert run([seeds], BASE) == 1
    printed = capsys.readouterr()
    assert "seeds/a.md: has the same id “a” as seeds/a.txt" in printed.err
    assert "seeds/a.txt: has the same id “a” as seeds/a.md" in printed.err
    assert extraction.articles == ["b"]


def test_a_file_named_twice_is_one_article(extraction: Extraction, seeds: Path) -> None:
    outcomes = compile_articles([seeds, seeds / "a.txt", Path.cwd() / seeds / "b.md"], BASE)
    assert statuses(outcomes) == {"a.txt": "compiled", "b.md": "compiled"}
    assert extraction.articles == ["a", "b"]


@pytest.mark.usefixtures("extraction")
def test_an_article_with_the_id_of_another_one_in_the_base_is_refused(seeds: Path) -> None:
    compile_articles([seeds], BASE)
    other = Path("other")
    other.mkdir()
    (other / "a.txt").write_text(" date 2024-01-01 Something else entirely was decided.")
    (outcome,) = compile_articles([other / "a.txt"], BASE)
    assert outcome.error == ("other/a.txt: has the same id as seeds/a.txt, which is in the base; rename one of them")
    (seeds / "a.txt").unlink()
    (outcome,) = compile_articles([other / "a.txt"], BASE)
    assert outcome.status == "compiled"


@pytest.mark.usefixtures("extraction")
def test_an_article_that_was_moved_keeps_its_page(seeds: Path) -> None:
    compile_articles([seeds], BASE)
    seeds.rename("archive")
    compile_articles([Path("archive")], BASE)
    assert [record.article.file for record in base.load(BASE)] == ["archive/a.txt", "archive/b.md"]


def test_a_broken_page_is_named_and_left_as_it_is_and_the_other_articles_are_compiled(
    extraction: Extraction, seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    compile_articles([seeds], BASE)
    edit("kind: what", "kind: odd")
    before = (BASE / "a.yaml").read_bytes()
    (seeds / "a.txt").write_text("Newer text.")
    (seeds / "b.md").write_text("New text.\n\nOf two paragraphs.")
    for articles_ in ([seeds], [seeds / "b.md"]):
        capsys.readouterr()
        assert run(articles_, BASE) == 1
        printed = capsys.readouterr()
        assert printed.out.startswith("b: 1 fact")
        (problem,) = [line for line in printed.err.splitlines() if "warning" not in line]
        assert problem.startswith(f"{BASE / 'a.yaml'}:22: “kind” must be one of who, what, ")
        assert (BASE / "a.yaml").read_bytes() == before
    assert extraction.articles == ["a", "b", "b"]


@pytest.mark.parametrize("name", ["base/a.yaml", "seeds/a.txt"])
@pytest.mark.parametrize("is_new", [True, False])
def test_a_file_that_may_not_be_read_is_named_though_it_looks_as_it_did_and_the_others_are_compiled(
    name: str, is_new: bool, extraction: Extraction, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    age(seeds)
    compile_articles([seeds], BASE)
    before = (BASE / "a.yaml").read_bytes()
    if is_new:
        (seeds / "b.md").write_text("New text.\n\nOf two paragraphs.")
    with monkeypatch.context() as patched:
        _refuse_to_read(Path(name), patched)
        (of_a, of_b) = compile_articles([seeds], BASE)
    assert of_a.status == "failed"
    assert str(of_a).startswith(f"{name}: cannot be read (Permission denied); check its ")
    assert of_b.status == ("compiled" if is_new else "unchanged")
    assert (BASE / "a.yaml").read_bytes() == before
    assert {each.status for each in compile_articles([seeds], BASE)} == {"unchanged"}


def test_a_page_of_a_table_quotes_its_rows_as_they_are_read(extraction: Extraction, seeds: Path) -> None:
    table = "| Item | Cost |\n| --- | --- |\n| Oars | 90 crowns |"
    (seeds / "a.txt").write_text(f"date 2020-06-30\nsource: Post\n\n{table}\n\n{BODY}", encoding="utf-8")
    compile_articles([seeds], BASE)
    page, (article, _) = base.load_page(BASE / "a.yaml"), articles.read(seeds / "a.txt")
    assert [sentence.text for sentence in page.sentences] == ["Item: Oars; Cost: 90 crowns"]
    assert [article.text[slice(*fact.span)] for fact in page.facts] == ["Item: Oars; Cost:"]


@pytest.mark.parametrize("is_old", [True, False])
def test_what_killed_writes_left_is_deleted_by_the_next_compile_once_it_is_old(
    is_old: bool, extraction: Extraction, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compile_articles([seeds], BASE)
    left = [folder / ".onrecord-abc.tmp" for folder in (BASE, BASE / "ledger", Path(), seeds)]
    for file in (*left, BASE / ".mine.tmp"):
        file.touch()
    later = time.time() + (files.STALE_S if is_old else 0)
    monkeypatch.setattr(time, "time", lambda: later)
    compile_articles([seeds], BASE)
    assert [file.exists() for file in left] == [not is_old] * len(left)
    assert (BASE / ".mine.tmp").exists()


def _refuse_to_read(refused: Path, patched: pytest.MonkeyPatch) -> None:
    """Let a file be of somebody else, also where the tests run as root."""
    opened, allowed = Path.open, os.access

    def open_(path: Path, mode: str = "r", encoding: str | None = None, errors: str | None = None) -> object:
        if path == refused:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, mode, -1, encoding, errors)

    patched.setattr(Path, "open", open_)
    patched.setattr(os, "access", lambda path, mode: Path(path) != refused and allowed(path, mode))


def test_an_article_whose_page_has_another_name_is_not_compiled_without_its_edits(
    extraction: Extraction, seeds: Path
) -> None:
    compile_articles([seeds], BASE)
    (BASE / "a.yaml").rename(BASE / "other.yaml")
    (seeds / "a.txt").write_text("Newer text.")
    (of_a, of_b) = compile_articles([seeds], BASE)
    assert of_a.error == f"{BASE / 'other.yaml'}:4: the article id is “a”; call the file a.yaml, or correct the id"
    assert (of_b.status, (BASE / "a.yaml").exists()) == ("unchanged", False)
    assert extraction.articles == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "cited", "where"),
    [
        (f"date 2024-05-03\n\n{BODY}", "the name of its file", "as its first line"),
        (f"# Budget adopted\n\n3 May 2024\n\n{BODY}", "its title", "as its first line"),
        (f"---\ntitle: Budget\ndate: 2024-05-03\n---\n{BODY}", "its title", "right below the “---” of its first line"),
    ],
)
def test_an_article_without_a_source_is_compiled_with_a_warning_once(
    extraction: Extraction, seeds: Path, capsys: pytest.CaptureFixture[str], text: str, cited: str, where: str
) -> None:
    (seeds / "c.md").write_text(text)
    assert run([seeds], BASE) == 0
    remedy = f"write “source: NAME” {where}, or “source: NAME” over “source: null” in its page"
    said = f"no source, so that answers cite {cited} instead; {remedy}"
    assert capsys.readouterr().err == f"seeds/c.md: warning: {said}\n"
    assert run([seeds], BASE) == 0
    assert capsys.readouterr().err == ""
    edit("source: null", "source: Ostford Post", "c.yaml")
    (seeds / "c.md").write_text(f"{text} So it was.")
    assert run([seeds], BASE) == 0
    assert capsys.readouterr().err == ""


def test_an_undated_article_is_compiled_with_a_warning(
    extraction: Extraction, seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (seeds / "c.txt").write_text(BODY)
    assert run([seeds / "c.txt"], BASE) == 0
    printed = capsys.readouterr()
    assert printed.out == "c: 1 fact\n"
    assert printed.err.startswith("seeds/c.txt: warning: no date")
    assert base.load(BASE)[0].article.date is None
    assert extraction.articles == ["c"]


def test_what_people_changed_survives_a_new_compile(extraction: Extraction, seeds: Path) -> None:
    compile_articles([seeds], BASE)
    edit("answer: The board met", "answer: The council met")
    edit("name: Board\n", "name: Council\n")
    (seeds / "a.txt").write_text(f" date 2020-06-30 {BODY}\n\nA new paragraph.")
    (outcome, _) = compile_articles([seeds], BASE)
    assert (outcome.status, outcome.kept, str(outcome)) == ("compiled", 1, "a: 1 fact, 1 edited by hand")
    record = base.load(BASE)[0]
    assert record.facts[0].answer == "The council met"
    assert record.meeting is not None
    assert record.meeting.name == "Council"
    assert extraction.articles == ["a", "b", "a"]


def test_what_is_counted_are_the_facts_that_are_answered_from(extraction: Extraction, seeds: Path) -> None:
    """As in the lists of meetings and exports: what quotes a hidden sentence is none."""
    assert [each.facts for each in compile_articles([seeds], BASE)] == [1, 1]
    page = BASE / "a.yaml"
    text = page.read_text("utf-8")
    page.write_text(text.replace("- text: The board met", "- hidden: true\n  text: The board met"), "utf-8")
    for _ in range(2):
        assert (
            [each.facts for each in compile_articles([seeds], BASE)]
            == [0, 1]
            == [len(record.facts) for record in base.load(BASE)]
        )


def test_of_an_article_without_a_meeting_that_is_said(extraction: Extraction, seeds: Path) -> None:
    extraction.extract = lambda article: (None, *first_words(article)[1:])
    assert [*map(str, compile_articles([seeds / "a.txt"], BASE))] == ["a: 1 fact, no meeting found"]


def test_a_sentence_that_is_not_the_articles_is_named_and_its_page_stays_as_it_is(
    extraction: Extraction, seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    compile_articles([seeds], BASE)
    edit("text: The board met", "text: The council met")
    before = snapshot()
    capsys.readouterr()
    assert run([seeds], BASE) == 1
    assert capsys.readouterr().err.startswith(f"{BASE / 'a.yaml'}:18: this sentence does not stand in seeds/a.txt; ")
    assert snapshot() == before
    assert extraction.articles == ["a", "b"]


def test_facts_below_a_sentence_that_a_new_text_lacks_are_kept_and_hidden(extraction: Extraction, seeds: Path) -> None:
    compile_articles([seeds], BASE)
    own = "  - question: Did it meet?\n    answer: 'Yes'\n"
    edit("  facts:\n  -", f"  facts:\n{own}  -")
    new = BODY.replace("It adopted", "There it adopted")
    (seeds / "a.txt").write_text(f" date 2020-06-30\nsource: Post\n\n{new}", encoding="utf-8")
    (outcome, _) = compile_articles([seeds], BASE)
    (warning,) = outcome.warnings
    assert warning.startswith(
        "the fact “Did it meet?” (Yes) is hidden: its evidence is no longer in the article; quote "
    )
    page = base.load_page(BASE / "a.yaml")
    assert [sentence.text for sentence in page.sentences] == [new]
    assert [(fact.question, fact.id in page.hidden) for fact in page.facts] == [
        ("Did it meet?", True),
        ("How does it begin?", False),
    ]
    assert extraction.articles == ["a", "b", "a"]


def test_that_a_fact_is_used_again_is_no_warning(
    extraction: Extraction, seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (seeds / "a.txt").read_text(encoding="utf-8")
    compile_articles([seeds], BASE)
    edit("  facts:\n  -", "  facts:\n  - question: Did it meet?\n    answer: 'Yes'\n  -")
    (seeds / "a.txt").write_text(text.replace("It adopted", "There it adopted"), encoding="utf-8")
    run([seeds], BASE)
    assert capsys.readouterr().err.startswith("seeds/a.txt: warning: the fact “Did it meet?” (Yes) is hidden: ")
    (seeds / "a.txt").write_text(text, encoding="utf-8")
    run([seeds], BASE)
    said = "the fact “Did it meet?” (Yes) is used again: its evidence stands in the article again"
    assert capsys.readouterr().err == f"seeds/a.txt: {said}\n"
    run([seeds], BASE)
    assert capsys.readouterr().err == ""


def test_a_page_of_schema_1_is_written_anew_with_what_people_changed(extraction: Extraction, seeds: Path) -> None:
    compile_articles([seeds], BASE)
    fresh = snapshot()
    for name in ("a", "b"):
        page = base.load_page(BASE / f"{name}.yaml")
        own = msgspec.structs.replace(page.facts[0], id="own", question="How?")
        edited = dataclasses.replace(page, facts=(*page.facts, own))
        old = schema1(edited if name == "a" else page, page)
        (BASE / f"{name}.yaml").write_text(old.replace("name: Board\n", "name: Council\n"), encoding="utf-8")
    outcomes = compile_articles([seeds], BASE)
    assert [(outcome.status, outcome.facts, outcome.kept) for outcome in outcomes] == [
        ("compiled", 2, 1),
        ("compiled", 1, 0),
    ]
    after = snapshot()
    assert after["b.yaml"] == fresh["b.yaml"].replace(b"name: Board\n", b"name: Council\n")
    assert b"id: own" in after["a.yaml"]
    assert extraction.articles == ["a", "b", "a", "b"]


def test_what_a_person_changes_while_the_article_is_parsed_survives(extraction: Extraction, seeds: Path) -> None:
    compile_articles([seeds / "a.txt"], BASE)

    def edited_meanwhile(article: Article) -> Extracted:
        base.add_variant(BASE, "a", "first", "How does it start?")
        return first_words(article)

    extraction.extract = edited_meanwhile
    (seeds / "a.txt").write_text(f" date 2020-06-30 {BODY}\n\nA new paragraph.")
    (outcome,) = compile_articles([seeds / "a.txt"], BASE)
    assert (outcome.status, outcome.kept) == ("compiled", 1)
    assert base.load(BASE)[0].facts[0].variants == ("How does it start?",)


def warnings(outcomes: list[Outcome]) -> list[str]:
    return [warning for outcome in outcomes for warning in outcome.warnings]


def test_a_missing_ledger_is_written_anew_and_named_and_what_is_deleted_after_that_stays_so(
    extraction: Extraction, seeds: Path
) -> None:
    assert warnings(compile_articles([seeds], BASE)) == []
    whole = snapshot()
    age(seeds)
    age(BASE)
    compile_articles([seeds], BASE)  # which notes how all looks
    (BASE / "ledger" / "a.json").unlink()
    outcomes = compile_articles([seeds], BASE)
    assert statuses(outcomes) == {"a.txt": "compiled", "b.md": "unchanged"}
    (warning,) = warnings(outcomes)
    assert "the ledger of its page was missing and is written anew" in warning
    assert "delete them once more" in warning
    assert {name: data for name, data in snapshot().items() if name != "page.schema.json"} == {
        name: data for name, data in whole.items() if name != "page.schema.json"
    }
    text = (BASE / "a.yaml").read_text("utf-8")
    (BASE / "a.yaml").write_text(text[: text.index("  facts:\n")], "utf-8")
    (seeds / "a.txt").write_text(f" date 2020-06-29\nsource: Post\n\n{BODY}", "utf-8")
    (outcome,) = compile_articles([seeds / "a.txt"], BASE)
    assert (outcome.status, outcome.facts, outcome.warnings) == ("compiled", 0, ())


def test_that_a_page_was_gone_and_its_edits_with_it_is_said_where_it_is_made_anew(
    extraction: Extraction, seeds: Path
) -> None:
    compile_articles([seeds / "a.txt"], BASE)
    edit("answer: The board met\n", "answer: The board did meet\n")
    (BASE / "a.yaml").unlink()
    (warning,) = warnings(compile_articles([seeds], BASE))  # and nothing is said of the article that is new
    assert "its page was gone and is made anew" in warning
    assert set(warnings(compile_articles([seeds], BASE))) <= {warning}  # where it is noted; it is printed once


@pytest.mark.parametrize("by_bot", [True, False])
def test_what_a_person_saves_between_reading_and_writing_a_page_survives(
    extraction: Extraction, seeds: Path, monkeypatch: pytest.MonkeyPatch, by_bot: bool
) -> None:
    compile_articles([seeds / "a.txt"], BASE)
    commented, corrected = "# Seen.\nsentences:\n", "answer: The board did meet  # Asked Ann.\n"
    save, edits = base.save_page, [("sentences:\n", commented), ("answer: The board met\n", corrected)]

    def edited_meanwhile(
        path: Path, page: Page, before: tuple[Page, str] | None = None, *, new: bool = False
    ) -> FileStat | None:
        if edits:
            edit(*edits.pop())
        return save(path, page, before, new=new)

    monkeypatch.setattr(base, "save_page", edited_meanwhile)
    if by_bot:
        assert base.add_variant(BASE, "a", "first", "How does it start?")
    else:
        (seeds / "a.txt").write_text(f" date 2020-06-30 {BODY}\n\nA new paragraph.")
        (outcome,) = compile_articles([seeds / "a.txt"], BASE)
        assert (outcome.status, outcome.kept) == ("compiled", 1)
    page = (BASE / "a.yaml").read_text("utf-8")
    assert corrected in page
    assert commented in page
    assert ("How does it start?" if by_bot else "source: null\n") in page


def test_a_page_that_changes_whenever_it_is_written_is_left_and_named(
    extraction: Extraction, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compile_articles([seeds / "a.txt"], BASE)
    ledger = snapshot()["ledger/a.json"]
    save = base.save_page

    def edited_meanwhile(
        path: Path, page: Page, before: tuple[Page, str] | None = None, *, new: bool = False
    ) -> FileStat | None:
        edit("sentences:\n", "# Seen.\nsentences:\n")
        return save(path, page, before, new=new)

    monkeypatch.setattr(base, "save_page", edited_meanwhile)
    monkeypatch.setattr("time.sleep", lambda _: None)
    (seeds / "a.txt").write_text(f" date 2020-06-30 {BODY}\n\nA new paragraph.")
    (outcome,) = compile_articles([seeds / "a.txt"], BASE)
    assert outcome.status == "failed"
    assert "was changed by somebody else while it was to be written; try again: base/a.yaml" in str(outcome)
    assert (BASE / "a.yaml").read_text("utf-8").count("# Seen.\n") == files.TRIES
    assert {name for name in snapshot() if "ledger" in name} == {"ledger/a.json"}
    assert snapshot()["ledger/a.json"] == ledger


def test_a_page_that_is_half_written_when_it_is_read_is_read_again(
    extraction: Extraction, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compile_articles([seeds / "a.txt"], BASE)
    whole = (BASE / "a.yaml").read_text("utf-8")

    def half_saved(article: Article) -> Extracted:
        (BASE / "a.yaml").write_text(whole[:30], "utf-8")
        return first_words(article)

    extraction.extract = half_saved
    waits = time.sleep

    def saved(seconds: float) -> None:
        if threading.current_thread() is threading.main_thread():
            (BASE / "a.yaml").write_text(f"{whole}# Seen.\n", "utf-8")
        else:  # a thread of another test, still at work
            waits(seconds)

    monkeypatch.setattr("time.sleep", saved)
    (seeds / "a.txt").write_text(f" date 2020-06-30 {BODY}\n\nA new paragraph.")
    (outcome,) = compile_articles([seeds / "a.txt"], BASE)
    assert outcome.status == "compiled"
    assert (BASE / "a.yaml").read_text("utf-8").endswith("# Seen.\n")


def test_a_page_that_is_broken_while_the_article_is_parsed_is_left_as_it_is(
    extraction: Extraction, seeds: Path
) -> None:
    compile_articles([seeds / "a.txt"], BASE)

    def broken_meanwhile(article: Article) -> Extracted:
        (BASE / "a.yaml").write_text("schema: 7\n")
        return first_words(article)

    extraction.extract = broken_meanwhile
    (seeds / "a.txt").write_text(f" date 2020-06-30 {BODY}\n\nA new paragraph.")
    (outcome,) = compile_articles([seeds / "a.txt"], BASE)
    assert outcome.status == "failed"
    assert "schema 7 is unknown" in str(outcome)
    assert (BASE / "a.yaml").read_text() == "schema: 7\n"


def test_of_a_page_that_was_edited_it_is_said_that_the_article_is_unchanged(
    extraction: Extraction, seeds: Path
) -> None:
    compile_articles([seeds], BASE)
    edit("answer: The board met", "answer: The council met")
    (outcome, _) = compile_articles([seeds], BASE)
    assert str(outcome) == "a: 1 fact, 1 edited by hand, article unchanged"


def test_comments_stay_while_there_is_nothing_new(extraction: Extraction, seeds: Path) -> None:
    compile_articles([seeds], BASE)
    edit("sentences:\n-", "sentences:\n# Checked against the minutes.\n-")
    compile_articles([seeds], BASE)
    assert "# Checked" in (BASE / "a.yaml").read_text(encoding="utf-8")
    assert extraction.articles == ["a", "b"]


def test_a_corrected_date_of_an_article_is_what_its_facts_are_found_with(extraction: Extraction, seeds: Path) -> None:
    (seeds / "a.txt").write_text(f"Source: Post\n\n{BODY}")
    compile_articles([seeds], BASE)
    edit("  id: a\n  date: null", "  id: a\n  date: 2019-05-06")
    (outcome, _) = compile_articles([seeds], BASE)
    assert (outcome.status, outcome.warnings) == ("compiled", ())
    assert base.load(BASE)[0].facts[0].value == "2019-05-06"
    (outcome, _) = compile_articles([seeds], BASE)
    assert outcome.status == "unchanged"
    assert extraction.articles == ["a", "b", "a"]


def test_facts_that_may_not_stand_in_a_base_are_left_out_and_named(extraction: Extraction, seeds: Path) -> None:
    def unsound(article: Article) -> Extracted:
        meeting, (fact,), sentences = first_words(article)
        start, end = fact.span
        shifted = Fact("shifted", "what", "What?", "x", fact.evidence, (start + 1, end + 1))
        blank = Fact("blank", "what", " ", "x", fact.evidence, fact.span)
        odd = Fact("odd", "what", "What?", "x", fact.evidence, fact.span, value=True)
        return meeting, (fact, fact, shifted, blank, odd), sentences

    extraction.extract = unsound
    (outcome,) = compile_articles([seeds / "a.txt"], BASE)
    assert [warning.split(":")[0] for warning in outcome.warnings] == [
        "fact “first” is left out",
        "fact “shifted” is left out",
        "fact “blank” is left out",
        "fact “odd” is left out",
    ]
    assert [fact.id for fact in base.load(BASE)[0].facts] == ["first"]


def test_a_base_that_cannot_be_written_is_said_for_each_article(extraction: Extraction, seeds: Path) -> None:
    (seeds / ("x" * 251 + ".txt")).write_text(BODY)
    outcomes = compile_articles([seeds], BASE)
    assert [outcome.status for outcome in outcomes] == ["compiled", "compiled", "failed"]
    assert "cannot be written" in (outcomes[2].error or "")
    assert len(extraction.articles) == 3


@pytest.mark.usefixtures("extraction")
def test_no_articles_at_all_is_bad_input(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "empty").mkdir()
    assert run([seeds / "empty"], BASE) == 1
    assert "there are no articles in seeds/empty" in capsys.readouterr().err
    assert not BASE.exists()


@pytest.mark.usefixtures("extraction")
def test_of_bad_articles_alone_no_base_is_made_and_that_is_said(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path, data in ((seeds / "a.txt", b"\0"), (seeds / "b.md", b"")):
        path.write_bytes(data)
    for folder in (BASE, Path("made-before")):
        assert run([seeds], folder) == 1
        said = capsys.readouterr().err.splitlines()
        assert [line.partition(":")[0] for line in said[:2]] == ["seeds/a.txt", "seeds/b.md"]
        assert said[2:] == [f"no article could be read, so no base was made in {folder}; mend what is named above"]
        assert not folder.exists() or list(folder.iterdir()) == []
        Path("made-before").mkdir(exist_ok=True)
    (seeds / "c.md").write_text(BODY)
    assert run([seeds], BASE) == 1
    assert "no base was made" not in capsys.readouterr().err


@pytest.mark.usefixtures("extraction")
def test_a_terminal_gets_a_bar_and_a_summary(
    seeds: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (seeds / "c.txt").write_text("")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert run([seeds], BASE) == 1
    printed = capsys.readouterr()
    assert printed.out == "2 compiled, 1 failed\n"
    assert "0/3" in printed.err
    assert "seeds/c.txt: is empty" in printed.err


def test_an_unchanged_base_needs_no_language_model(extraction: Extraction, seeds: Path) -> None:
    compile_articles([seeds], BASE)
    code = (
        "import sys; from pathlib import Path; from facts.compile.compiler import run\n"
        "status = run([Path('seeds')], Path('base'))\n"
        "print(status, sorted({'spacy', 'dateparser', 'numpy', 'tqdm'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["a: 1 fact, article unchanged", "b: 1 fact, article unchanged", "0 []"]
    assert extraction.articles == ["a", "b"]


def with_first_words(tasks: Sequence[Task]) -> list[Outcome]:
    """Compile with the stand-in, in whatever process this is called."""
    batches.find = Extraction(first_words)
    return batches.compile_batch(tasks)


def dying_on_p1(tasks: Sequence[Task]) -> list[Outcome]:
    """Compile with the stand-in; end the process without a word at one article."""
    if any(task.path.stem == "p1" for task in tasks):
        os._exit(9)
    return with_first_words(tasks)


@pytest.fixture
def many(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Enough articles for more than one process."""
    monkeypatch.setattr(batches, "find", Extraction(first_words))
    for n in range(4):
        (seeds / f"p{n}.txt").write_text(f" date 2020-06-30 Council {n} met. {BODY}", encoding="utf-8")
    (seeds / "q.txt").write_text("", encoding="utf-8")
    return seeds


def test_many_articles_are_compiled_by_processes_as_by_one(many: Path) -> None:
    alone = compile_articles([many], Path("alone"), jobs=1, work=with_first_words)
    together = compile_articles([many], BASE, jobs=2, work=with_first_words)
    assert together == alone
    assert [outcome.status for outcome in together] == ["compiled"] * 6 + ["failed"]
    assert snapshot() == snapshot(Path("alone"))


def test_an_article_that_ends_its_process_is_named_and_the_others_are_compiled(many: Path) -> None:
    outcomes = compile_articles([many], BASE, jobs=2, work=dying_on_p1)
    failed = {Path(outcome.file).name: outcome.error or "" for outcome in outcomes if outcome.status == "failed"}
    assert list(failed) == ["p1.txt", "q.txt"]
    assert failed["p1.txt"].startswith("seeds/p1.txt: ended the compiling process")
    assert [record.article.id for record in base.load(BASE)] == ["a", "b", "p0", "p2", "p3"]
