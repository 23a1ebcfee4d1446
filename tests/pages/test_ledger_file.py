"""The ledger of a page lies beside it; a compile that is interrupted at any point leaves the two in step."""

from __future__ import annotations

import contextlib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ostford_board import ARTICLE, CHAIR, MEETING, MET, SENTENCES

from facts import files
from facts.pages import base, ledger_file, merge
from facts.pages.ledger import Ledger

OLD = merge.compiled_page(ARTICLE, MEETING, (MET, CHAIR), "by", "read", SENTENCES)
NEW = merge.compiled_page(
    ARTICLE, MEETING, (msgspec.structs.replace(CHAIR, question="Who was in the chair?"),), "by 2", "read 2", SENTENCES
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    page = tmp_path / "base" / "board.yaml"
    base.save_page(page, OLD)
    return page


def test_a_ledger_is_no_page_and_has_a_line_a_fact_for_its_digest_and_one_for_its_answer(path: Path) -> None:
    ledger = ledger_file.file_of(path)
    assert ledger == path.parent / "ledger" / "board.json"
    assert [page.article.id for page in base.load_pages(path.parent)[0]] == ["board"]
    lines = ledger.read_text("utf-8").splitlines()
    digest = OLD.compiled.facts["board-meet"]
    assert [line.strip(" ,") for line in lines if "board-meet" in line] == [
        f'"board-meet": "{digest}"',
        '"board-meet": "Yes"',
    ]
    assert base.load_page(path).compiled == OLD.compiled


@pytest.mark.parametrize("writes", range(5))
def test_a_compile_that_is_interrupted_leaves_a_page_of_which_nothing_is_taken_for_a_persons(
    path: Path, writes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    done, before = 0, base.load_text(path)
    write, write_over, unlink = files.write, files.write_over, Path.unlink

    def one_step() -> None:
        nonlocal done
        if done == writes:
            raise KeyboardInterrupt
        done += 1

    def counted_write(file: Path, data: bytes) -> files.FileStat:
        one_step()
        return write(file, data)

    def counted_write_over(file: Path, data: bytes, read: bytes | None) -> files.FileStat:
        one_step()
        return write_over(file, data, read)

    def counted_unlink(file: Path, missing_ok: bool = False) -> None:
        one_step()
        unlink(file, missing_ok)

    monkeypatch.setattr(files, "write", counted_write)
    monkeypatch.setattr(files, "write_over", counted_write_over)
    monkeypatch.setattr(Path, "unlink", counted_unlink)
    with pytest.raises(KeyboardInterrupt) if writes < 4 else contextlib.nullcontext():
        base.save_page(path, NEW, before)
    monkeypatch.undo()

    page = base.load_page(path)
    assert page.facts in (OLD.facts, NEW.facts)
    assert page.edited() == frozenset()
    assert set(page.compiled.facts) == {fact.id for fact in page.facts}
    base.save_page(path, NEW, base.load_text(path))
    assert base.load_page(path).facts == NEW.facts
    assert [file.name for file in path.with_name("ledger").iterdir()] == ["board.json"]


def test_a_new_page_written_into_before_it_has_its_ledger_is_the_compilers_but_for_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "base" / "board.yaml"

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(ledger_file, "save_alone", interrupted)
        with pytest.raises(KeyboardInterrupt):
            base.save_page(page, OLD)
    text = page.read_text("utf-8")
    page.write_text(text.replace(f"answer: {CHAIR.answer}", f"answer: {CHAIR.answer}, of Ostford"), "utf-8")
    assert base.load_page(page).edited() == {"chair"}
    page.write_text(f"{text}# Seen.\n", "utf-8")
    assert base.load_page(page).edited() == frozenset()


def test_where_only_the_ledger_is_new_the_page_is_not_written(path: Path) -> None:
    before = path.stat().st_mtime_ns
    page, text = base.load_text(path)
    newer = merge.merge(page, merge.compiled_page(ARTICLE, MEETING, (MET, CHAIR), "by 2", "read 2", SENTENCES))
    assert base.save_page(path, newer, (page, text)) is None
    assert path.stat().st_mtime_ns == before
    assert base.load_page(path).compiled.by == "by 2"


def test_a_missing_ledger_makes_all_of_a_page_a_persons(path: Path) -> None:
    ledger_file.file_of(path).unlink()
    assert base.load_page(path).edited() == {"board-meet", "chair"}


@given(data=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_a_damaged_ledger_is_named_and_what_to_do(data: bytes) -> None:
    with pytest.raises(ledger_file.LedgerError, match="restore it, or delete it"):
        ledger_file.decoded(Path("board.json"), b"<<<<<<< " + data, Ledger)


def test_a_page_with_a_damaged_ledger_is_named(path: Path) -> None:
    ledger_file.file_of(path).write_bytes(b'{"by": 1}')
    with pytest.raises(base.BaseError, match=r"board\.yaml: its ledger .*board\.json is damaged"):
        base.load_page(path)
