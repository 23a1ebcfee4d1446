"""A compile says in two lines where articles disagree about one meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from two_reports import COUNTED, TERN

from facts.compile import batches
from facts.compile.compiler import run
from facts.model import Article, Fact, Meeting, Sentence

Extracted = tuple[Meeting | None, tuple[Fact, ...], tuple[Sentence, ...]]


def counted(read: Sequence[Article], pages: object = None) -> list[Extracted]:
    """Stands in for the extraction: how many countries each article says that there were."""
    found: list[Extracted] = []
    for article in read:
        start, end = article.paragraphs[0]
        text = article.text[start:end]
        number = next(iter(re.findall(r"\d+", text)))
        fact = Fact("how-many", "how_many", COUNTED, number, text, (start, end), value=int(number))
        found.append((TERN, (fact,), (Sentence(text, (start, end)),)))
    return found


@pytest.fixture
def seeds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(batches, "find", counted)
    monkeypatch.chdir(tmp_path)
    folder = Path("seeds")
    folder.mkdir()
    return folder


def write(folder: Path, day: int, number: int) -> None:
    text = (
        f"date 2024-05-{day:02}\nsource: Post\n\nThe council of {number} countries met to settle the quota for herring."
    )
    (folder / f"report-{day}.txt").write_text(text)


def said(seeds: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert run([seeds], Path("base"), jobs=1) == 0
    return capsys.readouterr().err.splitlines()


def test_what_a_compiled_article_disputes_is_said_once(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(seeds, 3, 41)
    assert said(seeds, capsys) == []
    write(seeds, 4, 45)
    assert said(seeds, capsys) == [
        "1 disagreement between reports of one meeting; replies show both, and “onrecord lint” lists them:",
        f"  {COUNTED} 45 (seeds/report-4.txt); 41 (seeds/report-3.txt)",
    ]
    assert said(seeds, capsys) == []


def test_many_are_said_in_two_lines(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for day, number in enumerate((41, 45, 52), 3):
        write(seeds, day, number)
    count, newest = said(seeds, capsys)
    assert count.startswith("3 disagreements ")
    assert newest.endswith(" 52 (seeds/report-5.txt); 45 (seeds/report-4.txt)")


def test_articles_that_agree_are_passed_over_in_silence(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for day in (3, 4):
        write(seeds, day, 41)
    assert said(seeds, capsys) == []
