"""What an article gives again where it was changed elsewhere: facts of unchanged sentences stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from facts.compile import compiler
from facts.compile.compiler import compile_articles
from facts.compile.explaining import explain
from facts.judging import table
from facts.model import Fact
from facts.pages import base

BASE, SEEDS = Path("facts/base"), Path("seeds")
ARTICLE = """\
---
title: Tarn Valley Water Board meets
date: 2024-05-14
source: Tarn Courier
---

The Tarn Valley Water Board met in Tarn on 14 May 2024. It was chaired by Nils Orde, the mayor of Tarn.

The board approved a loan of 20 million crowns for the new dam.
"""


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    SEEDS.mkdir()
    path = SEEDS / "board.md"
    path.write_text(ARTICLE, encoding="utf-8")
    compile_articles([path], BASE)
    return path


def answers() -> set[str]:
    return {fact.answer for record in base.load(BASE) for fact in record.facts}


def lowest() -> Fact:
    """The least likely fact of the sentences that stay as they are."""
    facts = (fact for record in base.load(BASE) for fact in record.facts if "20 million" not in fact.evidence)
    return min(facts, key=lambda fact: fact.confidence)


def change(article: Path, monkeypatch: pytest.MonkeyPatch, by: float) -> None:
    """Change a number, as if what is read beside all facts took so much from their chances (the bar is that higher)."""
    article.write_text(ARTICLE.replace("20 million", "25 million"), encoding="utf-8")
    bar = lowest().confidence + by
    monkeypatch.setattr(table, "keep_at", lambda _: bar)


def test_a_fact_of_an_unchanged_sentence_stays_where_its_chance_falls_a_little(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    least = lowest()
    change(article, monkeypatch, 0.05)
    assert not any(line.startswith("dropped") and least.question in line for line in explain(article, BASE))
    compile_articles([article], BASE)
    assert least.answer in answers()


def test_it_goes_where_its_chance_falls_far(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = answers()
    change(article, monkeypatch, 2.0)
    compile_articles([article], BASE)
    assert before
    assert not answers() & before


def test_what_another_compiler_wrote_is_judged_as_if_it_were_new(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    least = lowest()
    change(article, monkeypatch, 0.05)
    monkeypatch.setattr(compiler, "compiler_version", lambda: "newer")
    compile_articles([article], BASE)
    assert least.answer not in answers()


def test_what_is_new_is_not_kept_below_the_bar(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(article, monkeypatch, 0.05)
    compile_articles([article], Path("another"))
    kept = {fact.confidence for record in base.load(Path("another")) for fact in record.facts}
    assert min(kept) >= table.keep_at("any")
