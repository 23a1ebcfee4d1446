"""What was made by other code or tables is made anew: each file that decides is seen to change, and no other is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lake_varda import records

from bot.index import cache, load
from facts import versions
from facts.compile import compiler
from facts.pages import base

ROOT = Path(__file__).parents[1]
QUESTION = "Who chaired the LVFC meeting in Tarnhelm?"
INDEXED = (
    "bot/index",
    "bot/question",
    "facts/disagreement",
    "facts/pages",
    "facts/parse/given_names",
    "facts/parse/numbers.py",
    "facts/parse/words.py",
    "facts/tables",
)
STORING = (
    "facts/base",
    "facts/compile",
    "facts/countries.py",
    "facts/disagreement",
    "facts/incoming",
    "facts/linting",
    "facts/pages",
)
DENYING = [f"facts/pages/{name}.py" for name in ("contradicted", "corrected", "note_words", "withdrawn")]
"""What decides facts all the same: it tells what the notes of an article deny."""
FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for package in ("bot", "facts")
    for path in (ROOT / package).rglob("*")
    if path.is_file()
    and not any(part == "__pycache__" or part.startswith(".") for part in path.relative_to(ROOT).parts)
)
OF_INDEX = [name for name in FILES if name.startswith(INDEXED) or (name.count("/") == 1 and name.startswith("facts/"))]
TOLD_OF = "facts/reader/weights.onnx"
"""Counts by its checksum in `weights.sha256`: with any other weights nothing is compiled."""
OF_FACTS = [name for name in FILES if name.startswith("facts/") and not name.startswith((*STORING, TOLD_OF))]
OF_FACTS += DENYING


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("code")
    for package in ("bot", "facts"):
        shutil.copytree(ROOT / package, copy / package, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    return copy


@pytest.fixture
def code(copied: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of our packages, which stands for what is run."""
    monkeypatch.setattr(versions, "ROOT", copied)
    forget()
    yield copied
    forget()


def forget() -> None:
    """What is changed here while the process runs changes elsewhere only between processes."""
    cache.made_by.cache_clear()
    compiler.compiler_version.cache_clear()


def change(file: Path) -> bytes:
    """Change one byte of a file; returns what it held."""
    before = file.read_bytes()
    file.write_bytes(before[:-1] + b"#" if before else b"#")
    forget()
    return before


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for record in records():
        base.save(tmp_path / "base" / f"{record.article.id}.yaml", base.dump(record))
    return tmp_path / "base"


@pytest.mark.parametrize("name", OF_INDEX)
def test_an_index_is_made_anew_when_any_file_that_decides_it_changes(code: Path, folder: Path, name: str) -> None:
    load(folder)
    assert cache.kept(folder) is not None
    before = change(code / name)
    try:
        assert cache.kept(folder) is None
    finally:
        (code / name).write_bytes(before)


def test_an_index_stays_when_what_does_not_decide_it_changes(code: Path, folder: Path) -> None:
    load(folder)
    for name in ("bot/matching/match.py", "bot/dialog.py", "facts/parse/clauses.py", "facts/compile/compiler.py"):
        assert name in FILES
        before = change(code / name)
        assert cache.kept(folder) is not None, name
        (code / name).write_bytes(before)


@pytest.mark.parametrize("name", OF_FACTS)
def test_articles_are_compiled_anew_when_any_file_that_decides_their_facts_changes(code: Path, name: str) -> None:
    known = compiler.compiler_version()
    before = change(code / name)
    try:
        assert compiler.compiler_version() != known
    finally:
        (code / name).write_bytes(before)


def test_articles_stay_compiled_when_what_does_not_decide_their_facts_changes(code: Path) -> None:
    known = compiler.compiler_version()
    for name in [name for name in FILES if name.startswith((*STORING, "bot/")) and name not in DENYING]:
        before = change(code / name)
        assert compiler.compiler_version() == known, name
        (code / name).write_bytes(before)


def test_a_new_file_counts_and_what_python_leaves_or_hides_does_not(code: Path) -> None:
    known = compiler.compiler_version()
    (code / "facts/parse/__pycache__").mkdir()
    for name in ("facts/parse/__pycache__/words.pyc", "facts/parse/.words.py.swp"):
        (code / name).write_bytes(b"1")
        forget()
        assert compiler.compiler_version() == known, name
    new = code / "facts/parse/new.bin"
    new.write_bytes(b"1")
    forget()
    assert compiler.compiler_version() != known
    new.unlink()


def test_how_lines_end_makes_no_difference(code: Path) -> None:
    known = compiler.compiler_version()
    file = code / "facts/model.py"
    before = file.read_bytes()
    file.write_bytes(before.replace(b"\n", b"\r\n"))
    forget()
    assert compiler.compiler_version() == known
    file.write_bytes(before)


def test_other_versions_of_the_libraries_are_seen(code: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(folder)
    known = compiler.compiler_version()
    monkeypatch.setattr("Stemmer.version", lambda: "0")
    monkeypatch.setattr("importlib.metadata.version", lambda library: f"0 of {library}")
    forget()
    assert cache.kept(folder) is None
    assert compiler.compiler_version() != known


def test_a_field_of_a_fact_that_moves_never_makes_another_answer(copied: Path, folder: Path) -> None:
    """What is stored are rows without names: read by other code, a question would be taken for its answer."""

    def asked() -> str:
        command = [sys.executable, "-m", "bot.cli", "ask", "--base", str(folder), QUESTION]
        env = {**os.environ, "PYTHONPATH": str(copied)}
        return subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True, check=True).stdout

    before = asked()
    assert before.startswith("Oskar Vehn")
    model = copied / "facts/model.py"
    text = model.read_text(encoding="utf-8")
    moved = text.replace("    question: str\n    answer: str\n", "    answer: str\n    question: str\n")
    assert moved != text
    model.write_text(moved, encoding="utf-8")
    try:
        assert asked() == before
    finally:
        model.write_text(text, encoding="utf-8")
