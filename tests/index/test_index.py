"""The index in its file: trusted only while it is right, the same when it is made from an older one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lake_varda import records
from rapidfuzz.distance import OSA

from bot.dialog import reply
from bot.index import BaseError, Index, NoBaseError, cache, load
from bot.index.date_terms import agreeing_terms, date_terms
from bot.index.file_format import ArrayFile, DamagedError, open_file
from bot.index.signatures import near, signatures
from bot.matching.match import matches
from bot.question import read
from bot.question.named_dates import Date
from facts.pages import base
from facts.pages.page import Page

QUESTION = "Who chaired the LVFC meeting in Tarnhelm?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for record in records():
        base.save(tmp_path / "base" / f"{record.article.id}.yaml", base.dump(record))
    return tmp_path / "base"


def said(index: Index, question: str = QUESTION) -> str | None:
    answer = reply(question, index)[0].answer
    return answer.answer if answer else None


def forbid_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> NoReturn:
        raise AssertionError(path)

    monkeypatch.setattr(base, "load_page", refuse)


def test_a_base_with_its_index_is_opened_without_reading_any_page(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert said(load(folder)) == "Oskar Vehn"
    for page in folder.glob("*.yaml"):
        settle(page)
    load(folder)
    forbid_reading(monkeypatch)
    assert said(load(folder)) == "Oskar Vehn"


def settle(page: Path) -> None:
    """Give a file a time of change that lies well before its next reading."""
    os.utime(page, ns=(1_700_000_000_000_000_000, 1_700_000_000_000_000_000))


def test_only_a_page_that_changed_is_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(folder)
    page = next(path for path in folder.glob("*.yaml") if "Oskar Vehn" in path.read_text(encoding="utf-8"))
    page.write_text(page.read_text(encoding="utf-8").replace("Oskar Vehn", "Oskar Lind"), encoding="utf-8")
    whole, seen = base.load_page, list[Path]()

    def watched(path: Path) -> Page:
        seen.append(path)
        return whole(path)

    monkeypatch.setattr(base, "load_page", watched)
    assert said(load(folder)) == "Oskar Lind"
    assert seen == [page]


def test_a_page_that_is_gone_answers_nothing_and_a_new_one_does(folder: Path) -> None:
    load(folder)
    page = next(path for path in folder.glob("*.yaml") if "Oskar Vehn" in path.read_text(encoding="utf-8"))
    text = page.read_text(encoding="utf-8")
    page.unlink()
    assert said(load(folder)) != "Oskar Vehn"
    page.write_text(text, encoding="utf-8")
    assert said(load(folder)) == "Oskar Vehn"


def test_an_index_made_from_an_older_one_is_the_same_as_one_made_anew(folder: Path) -> None:
    load(folder)
    page = next(iter(sorted(folder.glob("*.yaml"))))
    page.write_text(page.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    changed = load(folder)
    fresh = Index(base.load(folder))
    assert list(changed.entries) == list(fresh.entries)
    assert list(changed.contexts) == list(fresh.contexts)
    questions = [entry.fact.question for entry in fresh.entries]
    assert [matches(read(q), changed) for q in questions] == [matches(read(q), fresh) for q in questions]


@pytest.mark.parametrize("damage", ["cut", "begin", "middle", "end", "empty", "other version"])
def test_a_damaged_index_counts_for_nothing(folder: Path, damage: str) -> None:
    load(folder)
    file = cache.file_of(folder)
    data = bytearray(file.read_bytes())
    if damage == "cut":
        del data[-1000:]
    elif damage == "empty":
        data.clear()
    elif damage == "other version":
        data[8] ^= 0xFF
    else:
        at = {"begin": 200, "middle": len(data) // 2, "end": len(data) - 40}[damage]
        data[at : at + 16] = bytes(byte ^ 0xFF for byte in data[at : at + 16])
    file.write_bytes(data)
    assert said(load(folder)) == "Oskar Vehn"
    open_file(file, cache.VERSION)


def test_a_copied_base_keeps_its_index_after_a_look_at_the_contents(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(folder)
    other = tmp_path / "other"
    other.mkdir()
    for page in folder.iterdir():
        (other / page.name).write_bytes(page.read_bytes())
    shutil.copyfile(cache.file_of(folder), cache.file_of(other))
    forbid_reading(monkeypatch)
    assert said(load(other)) == "Oskar Vehn"


@pytest.mark.parametrize("text", ["schema: [", "schema: 7\n"])
def test_a_broken_page_is_named_each_time_and_the_others_are_indexed(folder: Path, text: str) -> None:
    facts = len(load(folder).entries)
    (folder / "bad.yaml").write_text(text, encoding="utf-8")
    found = load(folder)
    written = cache.file_of(folder).stat().st_mtime_ns
    again = load(folder)
    for index in (found, again):
        assert [Path(problem.file).name for problem in index.problems] == ["bad.yaml"]
        assert len(index.entries) == facts
    assert cache.file_of(folder).stat().st_mtime_ns == written
    (folder / "bad.yaml").unlink()
    assert (load(folder).problems, len(load(folder).entries)) == ((), facts)


def test_a_page_that_breaks_is_left_out_and_comes_back_when_it_is_mended(folder: Path) -> None:
    facts = len(load(folder).entries)
    page = min(folder.glob("*.yaml"))
    text = page.read_bytes()
    page.write_bytes(text.replace(b"schema: 2", b"schema: [", 1))
    broken = load(folder)
    assert len(broken.problems) == 1
    assert 0 < len(broken.entries) < facts
    page.write_bytes(text)
    assert (load(folder).problems, len(load(folder).entries)) == ((), facts)


def test_a_file_that_would_be_overlooked_is_named_and_the_others_are_indexed(folder: Path) -> None:
    facts = len(load(folder).entries)
    (folder / "other.yml").write_text("schema: 2\n", encoding="utf-8")
    found = load(folder)
    assert len(found.entries) == facts
    assert "rename it to other.yaml" in str(found.problems[0])


def test_where_every_page_is_broken_all_are_named(folder: Path) -> None:
    load(folder)
    pages = list(folder.glob("*.yaml"))
    for page in pages:
        page.write_text("schema: 7\n", encoding="utf-8")
    with pytest.raises(BaseError) as broken:
        load(folder)
    assert len(broken.value.problems) == len(pages)


def test_where_there_is_no_base_there_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(NoBaseError):
        load(tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    with pytest.raises(NoBaseError):
        load(tmp_path / "empty")
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


def test_bytes_of_any_kind_are_refused_and_never_run() -> None:
    for data in (b"", b"ONRECORD", bytes(64), b"ONRECORD" + bytes(100), b"\x80\x04\x95" + bytes(90)):
        with pytest.raises(DamagedError):
            ArrayFile(data, cache.VERSION)


DATES = st.builds(
    Date,
    st.sampled_from([None, 2019, 2020]),
    st.sampled_from([None, 6, 7]),
    st.sampled_from([None, 29, 30]),
)


@given(DATES, DATES)
def test_dates_share_a_key_when_they_agree_and_only_then(asked: Date, known: Date) -> None:
    assert bool(set(agreeing_terms(asked)) & set(date_terms(known))) == asked.agrees(known)


WORDS = st.text(alphabet="abcdefgh", min_size=3, max_size=9)


@given(WORDS, st.lists(WORDS, min_size=1, max_size=20), st.integers(1, 3))
def test_no_word_that_is_near_is_missed_by_its_signature(word: str, others: list[str], edits: int) -> None:
    kept = {others[at] for at in near(word, signatures(others), edits)}
    assert {other for other in others if OSA.distance(word, other) <= edits} <= kept


def test_a_question_on_record_is_what_reading_it_gives() -> None:
    index = Index(records())
    asked = [text for entry in index.entries for text in (entry.fact.question, *entry.fact.variants)]
    for number, text in enumerate(asked):
        kept, whole = index.question(number), read(text)
        assert (kept.text, kept.plain, kept.analysis) == (text, whole.plain, whole.analysis)


def test_words_are_found_by_their_letters_and_by_their_beginning() -> None:
    words = Index(records()).terms
    assert words.frequency("brandt") > 0
    assert "brandt" in set(words.starting("bran"))
    assert ("brandt", "brandt", 1) in words.close("brnadt", 1, 8)
    assert words.number("nothing-like-it") == -1
