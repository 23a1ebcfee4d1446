"""The base, a folder of pages: all are loaded or every problem named; what is taught is written into one of them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from ostford_board import (
    ARTICLE,
    CHAIR,
    MEETING,
    MET,
    RECORD,
    WRITTEN,
)

from facts.pages import base, merge
from facts.pages.base import BaseError, NoBaseError
from facts.pages.page import Page
from facts.pages.page_writing import dump_page


def write(directory: Path, text: str = WRITTEN, name: str = "board.yaml") -> Path:
    path = directory / name
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: Path) -> list[str]:
    with pytest.raises(BaseError) as broken:
        base.load_file(path)
    return [f"{problem.line}: {problem.reason}" for problem in broken.value.problems]


def test_what_was_written_is_loaded(tmp_path: Path) -> None:
    assert base.load_file(write(tmp_path)) == RECORD


def test_records_are_loaded_in_the_order_of_their_ids(tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        write(tmp_path, WRITTEN.replace("id: board", f"id: {name}"), f"{name}.yaml")
    (tmp_path / ".hidden.yaml").write_text("not: a page")
    (tmp_path / "index.cache").write_text("something else")
    assert [record.article.id for record in base.load(tmp_path)] == ["a", "b", "c"]


@pytest.mark.parametrize("there", [False, True])
def test_no_base_and_an_empty_one_are_said_with_the_command_that_makes_it(tmp_path: Path, there: bool) -> None:
    directory = tmp_path / "base"
    if there:
        directory.mkdir()
    with pytest.raises(NoBaseError, match="onrecord compile"):
        base.load(directory)


def test_every_problem_of_every_file_is_named_at_once(tmp_path: Path) -> None:
    write(tmp_path, WRITTEN.replace("answer: A. Ark", "answer: [A. Ark]").replace("answer: 'Yes'", "answer:"))
    write(tmp_path, "schema: 9\n", "other.yaml")
    with pytest.raises(BaseError) as broken:
        base.load(tmp_path)
    places = [(Path(problem.file).name, problem.line) for problem in broken.value.problems]
    assert places == [("board.yaml", 21), ("board.yaml", 26), ("other.yaml", 1)]
    assert str(broken.value).splitlines()[0].startswith(f"{tmp_path / 'board.yaml'}:21: ")


def test_two_files_with_one_article_id_are_both_named(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, name="other.yaml")
    with pytest.raises(BaseError, match=r"other\.yaml.*same article id as .*board\.yaml"):
        base.load(tmp_path)


def test_a_file_named_otherwise_than_its_article_is_named(tmp_path: Path) -> None:
    write(tmp_path, name="other.yaml")
    with pytest.raises(BaseError, match=r"call the file board\.yaml"):
        base.load(tmp_path)


def test_a_file_that_would_be_overlooked_is_named(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, name="other.yml")
    with pytest.raises(BaseError, match=r"rename it to other\.yaml"):
        base.load(tmp_path)


def test_bytes_that_are_not_utf8_are_named_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "board.yaml"
    path.write_bytes(WRITTEN.replace("source: ONA", "source: \udcff").encode("utf-8", "surrogateescape"))
    assert problems(path) == ["6: is not UTF-8; save it as UTF-8"]


def test_a_file_is_written_in_full_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "new" / "board.yaml"
    base.save(path, WRITTEN)
    assert path.read_text(encoding="utf-8") == WRITTEN

    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="no space"):
        base.save(path, "half")
    assert path.read_text(encoding="utf-8") == WRITTEN
    assert os.listdir(path.parent) == ["board.yaml"]


def test_loading_imports_nothing_of_the_compiler() -> None:
    code = "import sys, facts.pages.base; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"spacy", "dateparser", "charset_normalizer", "tqdm", "numpy", "telegram"} & set(loaded)


# What is taught


def test_a_taught_question_is_a_hand_edit_that_survives_a_compile(tmp_path: Path) -> None:
    path = tmp_path / "board.yaml"
    compiled = merge.compiled_page(ARTICLE, MEETING, (MET, CHAIR), "compiler 1", "read 1")
    base.save_page(path, compiled)
    assert base.add_variant(tmp_path, "board", "chair", "Who was in the chair?")
    taught = base.load_page(path)
    assert taught.facts == (MET, msgspec.structs.replace(CHAIR, variants=(*CHAIR.variants, "Who was in the chair?")))
    assert taught.edited() == {"chair"}
    again = merge.compiled_page(
        ARTICLE, MEETING, (MET, msgspec.structs.replace(CHAIR, variants=())), "compiler 2", "read 2"
    )
    assert merge.merge(taught, again).facts == taught.facts


def test_a_fact_that_is_kept_stands_below_its_sentence_as_a_hand_edit_that_survives_a_compile(tmp_path: Path) -> None:
    path = tmp_path / "board.yaml"
    compiled = merge.compiled_page(ARTICLE, MEETING, (MET, CHAIR), "compiler 1", "read 1")
    base.save_page(path, compiled)
    sentence = base.load_page(path).sentences[0]
    kept = ("board", sentence.text, "On which day was that?", "that day", ("What day?",))
    assert base.add_fact(tmp_path, *kept)
    assert not base.add_fact(tmp_path, *kept)
    page = base.load_page(path)
    (fact,) = [fact for fact in page.facts if fact.question == "On which day was that?"]
    assert (fact.answer, fact.evidence, fact.kind, fact.variants) == ("that day", sentence.text, "when", ("What day?",))
    assert page.edited() == {fact.id}
    assert fact in merge.merge(page, merge.compiled_page(ARTICLE, MEETING, (MET, CHAIR), "compiler 2", "read 2")).facts
    with pytest.raises(base.BaseError, match="has no sentence"):
        base.add_fact(tmp_path, "board", "Not there.", "Who?", "Ana")


def test_what_is_taught_and_kept_leaves_the_rest_of_the_page_to_the_letter(tmp_path: Path) -> None:
    path = tmp_path / "board.yaml"
    base.save_page(path, merge.compiled_page(ARTICLE, MEETING, (MET, CHAIR), "compiler 1", "read 1"))
    by_hand = (
        path.read_text("utf-8")
        .replace("- text: It", "# In the afternoon.\n- text: It")
        .replace("    answer: A. Ark\n", "    answer: A. Ark   # since May\n")
    )
    path.write_text(by_hand, encoding="utf-8")
    assert base.add_variant(tmp_path, "board", "chair", "Who was in the chair?")
    assert base.add_fact(tmp_path, "board", MET.evidence, "What happened?", "The board met")
    taught = by_hand.replace("    - Who led the board?\n", "    - Who led the board?\n    - Who was in the chair?\n")
    kept = "  - question: What happened?\n    answer: The board met\n"
    assert path.read_text("utf-8") == taught.replace("# In the afternoon.", f"{kept}# In the afternoon.")


def test_a_question_that_a_fact_has_already_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "board.yaml"
    base.save(path, base.dump(RECORD))
    before = path.stat().st_mtime_ns
    assert not base.add_variant(tmp_path, "board", "chair", "Who led the board?")
    assert not base.add_variant(tmp_path, "board", "chair", CHAIR.question)
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize(("article", "fact"), [("board", "gone"), ("board", "board-meet"), ("elsewhere", "chair")])
def test_a_fact_that_is_not_shown_cannot_be_taught(tmp_path: Path, article: str, fact: str) -> None:
    path = tmp_path / "board.yaml"
    base.save(path, dump_page(Page(ARTICLE, MEETING, (CHAIR, MET), hidden=frozenset({"board-meet"}))))
    before = path.read_bytes()
    with pytest.raises(BaseError, match=f"{article}.yaml"):
        base.add_variant(tmp_path, article, fact, "Who?")
    assert path.read_bytes() == before
