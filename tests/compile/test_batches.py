"""Batches of articles: how large they are, and that one bad article in them stops no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from facts.compile import batches, processes
from facts.compile.tasks import Outcome, Task
from facts.model import Article
from facts.parse.parser import ArticleParse

BASE = Path("base")


class Parser:
    """Stands in for the parser, and fails at articles of a certain text."""

    def parse(self, articles: Iterable[Article]) -> Iterator[ArticleParse]:
        for article in articles:
            if "unparsable" in article.text:
                raise RecursionError("too deep")
            yield ArticleParse(article, ())


def tasks(folder: Path, *texts: str) -> list[Task]:
    made = []
    for n, text in enumerate(texts):
        path = folder / f"{n}.txt"
        path.write_text(text, "utf-8")
        made.append(Task(path, BASE, None, ""))
    return made


def test_an_article_that_cannot_be_parsed_is_named_and_the_others_are_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(batches, "_parser", Parser)
    given = tasks(Path(), "The board met.", "An unparsable text.", "", "The council met.")
    outcomes = batches.compile_batch(given)
    assert [outcome.status for outcome in outcomes] == ["compiled", "failed", "failed", "compiled"]
    assert outcomes[1].error == "1.txt: compiling it failed (RecursionError: too deep); please report this"
    assert sorted(path.name for path in BASE.glob("*.yaml")) == ["0.yaml", "3.yaml"]


def sizes(given: list[Task], jobs: int) -> list[int]:
    found: list[int] = []

    def work(batch: Iterable[Task]) -> list[Outcome]:
        outcomes = [Outcome(task.path.name, task.path.stem, "compiled") for task in batch]
        found.append(len(outcomes))
        return outcomes

    outcomes = list(processes.compile_all(given, jobs, work))
    assert [outcome.file for outcome in outcomes] == [task.path.name for task in given]
    return found


@pytest.mark.parametrize(("count", "batched"), [(0, []), (1, [1]), (6, [6]), (64, [16] * 4), (100, [16] * 6 + [4])])
def test_articles_are_compiled_in_batches_of_limited_number(tmp_path: Path, count: int, batched: list[int]) -> None:
    assert sizes(tasks(tmp_path, *["The board met."] * count), 1) == batched


def test_a_batch_of_large_articles_has_fewer(tmp_path: Path) -> None:
    large = "The board met. " * (processes.BATCH_BYTES // 30 + 1)
    assert sizes(tasks(tmp_path, *["small"] * 3, large, large, large * 3, *["small"] * 6), 1) == [4, 1, 1, 6]
