"""Facts that nobody who asks for them gets are found, by one process or by several."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from lake_varda import LEAGUE, records

from bot.index import load
from bot.terminal import reach
from facts import workers
from facts.model import Fact
from facts.pages import base


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A base with one fact that is asked for by words that name nothing."""
    for record in records():
        facts = record.facts
        if record.article.id == LEAGUE:
            first = facts[0]
            lost = Fact("lost", "who", "Who else was that?", "Ilka Moor", first.evidence, first.span)
            record = msgspec.structs.replace(record, facts=(*facts, lost))
        base.save(tmp_path / "base" / f"{record.article.id}.yaml", base.dump(record))
    return tmp_path / "base"


def test_a_fact_that_its_question_does_not_bring_is_found(folder: Path) -> None:
    found = list(reach.unreached(load(folder), folder))
    assert [(article, fact) for article, fact, _ in found if article == LEAGUE] == [(LEAGUE, "lost")]


def test_several_processes_find_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = load(folder)
    alone = list(reach.unreached(index, folder))
    monkeypatch.setattr(reach, "PARALLEL_FROM", 1)
    monkeypatch.setattr(workers, "processors", lambda: 2)
    assert list(reach.unreached(index, folder)) == alone != []
