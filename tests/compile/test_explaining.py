"""`onrecord explain`: for each sentence its parse, its clauses, and what every rule made of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot import cli
from facts.compile.compiler import compile_articles
from facts.compile.explaining import WIDTH, ExplainError, explain, find_article
from facts.judging import table
from facts.pages import base, removal

ARTICLE = """\
---
title: Ostford Harbour Council meets
date: 2024-05-14
source: Ostford Gazette
---

The Ostford Harbour Council met in Ostford on 14 May 2024. It was chaired by Ann Poole, the mayor of Ostford.

The council approved a loan of 20 million crowns for the new quay. She thanked them.
"""
BASE, SEEDS = Path("facts/base"), Path("seeds")


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    SEEDS.mkdir()
    path = SEEDS / "harbour.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_every_sentence_is_shown_with_its_parse_its_clauses_and_its_people(article: Path) -> None:
    lines = list(explain(article, BASE))
    assert lines[0].startswith("meeting: ")
    assert [line for line in lines if line[:1].isdigit()] == [
        "1         The Ostford Harbour Council met in Ostford on 14 May 2024.",
        "2         It was chaired by Ann Poole, the mayor of Ostford.",
        "3         The council approved a loan of 20 million crowns for the new quay.",
        "4         She thanked them.",
    ]
    assert "person    Ann Poole" in lines
    assert any(line.startswith("parse     She/nsubj:thanked thanked/ROOT them/dobj:thanked") for line in lines)
    assert any(line.startswith("clause    chaired (chair, finite passive): subject “It”; agent “Ann") for line in lines)
    assert all(len(line) <= WIDTH for line in lines)


def test_the_facts_shown_are_those_that_compiling_gives_each_with_the_rule_that_made_it(article: Path) -> None:
    compile_articles([article], BASE)
    (record,) = base.load(BASE)
    text = " ".join(" ".join(explain(article, BASE)).split())
    assert record.facts
    for fact in record.facts:
        assert f": {fact.question} → {fact.answer}" in text
    shown = [line.split()[1] for line in explain(article, BASE) if line.startswith("fact ")]
    assert len(shown) == len(record.facts)
    assert all("." in rule and rule.endswith(":") for rule in shown)


def test_what_was_dropped_is_shown_with_the_reason(article: Path) -> None:
    article.write_text(ARTICLE + "\nThe Ostford Harbour Council met in Ostford on 14 May 2024.\n", encoding="utf-8")
    text = " ".join(" ".join(explain(article, BASE)).split())
    assert " dropped " in text
    assert " answers this question: " in text or "said already" in text


def test_a_draft_that_the_judge_refuses_is_shown_with_how_likely_it_is_good(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "keep_at", lambda _: 1.1)
    lines = list(explain(article, BASE))
    assert any(re.fullmatch(r" {10}judged: [01]\.\d\d likely good", line) for line in lines)
    assert not any(line.startswith("fact ") for line in lines)
    monkeypatch.setattr(table, "keep_at", lambda _: 0.0)
    assert not any("judged:" in line for line in explain(article, BASE))


def test_one_sentence_is_chosen_by_its_number_or_its_words(article: Path) -> None:
    for wanted in ("3", "A loan of 20"):
        numbered = [line for line in explain(article, BASE, wanted) if line[:1].isdigit()]
        assert [line[:1] for line in numbered] == ["3"]
    for wanted in ("9", "zebra"):
        with pytest.raises(ExplainError, match=f"no sentence “{wanted}”; there are 4"):
            list(explain(article, BASE, wanted))


def test_a_date_that_a_person_corrected_is_what_phrases_are_told_by(article: Path) -> None:
    article.write_text(ARTICLE.replace(" on 14 May 2024", " on Tuesday"), encoding="utf-8")
    compile_articles([article], BASE)
    page = BASE / "harbour.yaml"
    page.write_text(page.read_text("utf-8").replace("date: 2024-05-14", "date: 2020-05-14", 1), encoding="utf-8")
    assert "2020-05-12" in next(explain(article, BASE))


def test_an_article_is_found_by_its_file_its_id_or_its_page(article: Path) -> None:
    compile_articles([article], BASE)
    assert find_article("seeds/harbour.md", SEEDS, BASE) == find_article("harbour", SEEDS, BASE) == article
    assert (
        find_article("harbour", Path("nowhere"), BASE)
        == find_article("facts/base/harbour.yaml", SEEDS, BASE)
        == article
    )
    with pytest.raises(ExplainError, match="harbor: there is no such article in facts/base; the nearest: harbour"):
        find_article("harbor", SEEDS, BASE)


@pytest.mark.parametrize("compiled", [True, False])
def test_a_part_of_an_id_names_an_article_if_no_other_has_it(article: Path, compiled: bool) -> None:
    if compiled:
        compile_articles([article], BASE)
    assert find_article("HARB", SEEDS, BASE) == article
    (SEEDS / "harbinger.txt").write_text("The board met.", encoding="utf-8")
    with pytest.raises(ExplainError, match="HARB: 2 articles are called so, say which: harbinger, harbour"):
        find_article("HARB", SEEDS, BASE)
    assert find_article("harbour", SEEDS, BASE) == article
    article.unlink()
    if compiled:
        with pytest.raises(ExplainError, match="harbo: the file of harbour is gone from seeds"):
            find_article("harbo", SEEDS, BASE)


@pytest.mark.parametrize("compiled", [True, False])
def test_an_article_that_was_taken_out_is_said_to_be_with_how_to_bring_it_back(article: Path, compiled: bool) -> None:
    if compiled:
        compile_articles([article], BASE)
    removal.remove("harbour", BASE, SEEDS)
    for name in ("harbour", "seeds/harbour.md", str(article.absolute())):
        with pytest.raises(ExplainError, match=r"taken out .*; “onrecord remove --restore harbour” brings it"):
            find_article(name, SEEDS, BASE)
    removal.restore("harbour", BASE, SEEDS)
    assert find_article("harbour", SEEDS, BASE) == article


def test_the_command_prints_it_and_says_in_a_line_what_cannot_be_explained(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["explain", "harbour", "she", "thanked"]) == 0
    assert "\n4         She thanked them.\n" in capsys.readouterr().out
    assert cli.main(["explain", "harb", "1"]) == 0
    assert capsys.readouterr().err == "onrecord: “harb” is taken as harbour\n"
    article.write_bytes(b"\0")
    for args in (["harbour"], ["gone"]):
        assert cli.main(["explain", *args]) == 1
        assert capsys.readouterr().err.count("\n") == 1
