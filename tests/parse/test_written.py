"""A page has every sentence of its article once, in order: headline, headings, list items and labelled lines too."""

from __future__ import annotations

from pathlib import Path

import pytest

from facts import articles
from facts.compile.compiler import compile_articles
from facts.judging import table
from facts.pages import base
from facts.parse.written import headline

MINUTES = """\
# Harbour Board

## Minutes of 4 May

Chair: Ana Brandt
Present: Bo Lund, Cy Dahl

Ada Wren opened the Tarn pier\non 4 May. It adopted   the budget.

***

- A new crane is to be bought.
- The quay stays closed. No date was set.
"""
SENTENCES = [
    "Harbour Board",
    "Minutes of 4 May",
    "Chair: Ana Brandt",
    "Present: Bo Lund, Cy Dahl",
    "Ada Wren opened the Tarn pier on 4 May.",
    "It adopted the budget.",
    "A new crane is to be bought.",
    "The quay stays closed.",
    "No date was set.",
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("2021-05-04-board.md").write_text(MINUTES, encoding="utf-8")
    return tmp_path


def test_every_sentence_stands_on_the_page_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "keep_at", lambda _: 0.0)
    compile_articles([folder / "2021-05-04-board.md"], Path("base"), jobs=1)
    (record,) = base.load(Path("base"))
    assert [sentence.text for sentence in record.sentences] == SENTENCES
    assert [" ".join(MINUTES[slice(*sentence.span)].split()) for sentence in record.sentences] == SENTENCES
    assert record.facts
    assert all(MINUTES[slice(*fact.span)] == fact.evidence for fact in record.facts)


def test_without_the_article_the_page_tells_the_same(folder: Path) -> None:
    compile_articles([folder / "2021-05-04-board.md"], Path("base"), jobs=1)
    (record,) = base.load(Path("base"))
    Path("2021-05-04-board.md").unlink()
    (alone,) = base.load(Path("base"))
    text = " ".join(SENTENCES)
    assert [text[slice(*sentence.span)] for sentence in alone.sentences] == SENTENCES
    assert [fact.id for fact in alone.facts] == [fact.id for fact in record.facts]
    assert [fact.evidence for fact in alone.facts] == [" ".join(fact.evidence.split()) for fact in record.facts]


def test_a_headline_that_a_person_corrected_stands_as_the_article_has_it(folder: Path) -> None:
    for _ in range(2):
        compile_articles([folder / "2021-05-04-board.md"], Path("base"), jobs=1)
        page = Path("base/2021-05-04-board.yaml")
        page.write_text(page.read_text("utf-8").replace("title: Harbour Board", "title: The board"), "utf-8")
    (record,) = base.load(Path("base"))
    assert record.article.title == "The board"
    assert record.sentences[0].text == "Harbour Board"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "**Board  adopts budget**\n\nThe board met in Ostford on 4 May and adopted the budget.",
            "Board adopts budget",
        ),
        ("---\ntitle: Board adopts budget\n---\nThe board met in Ostford on 4 May.", None),
        ("The board met in Ostford on 4 May.", None),
        (
            "Quay Board\nMinutes, 4 May 2021\nPresent: Bo Lund\n\nThe board adopted the budget.",
            "Quay Board Minutes, 4 May 2021",
        ),
        (
            '---\ntitle: "Quay Board: minutes of 4 May 2021"\n---\nPresent: Bo Lund\n\nThe board met.',
            "Quay Board: minutes of 4 May 2021",
        ),
    ],
)
def test_a_headline_is_a_sentence_where_it_is_part_of_the_text(tmp_path: Path, text: str, expected: str | None) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    article, _ = articles.read(path)
    found = headline(article)
    assert (found and found.text) == expected
