"""A sentence that somebody took out of a page: linting and compiling say so, and it is not read again unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
from said_facts import find

from facts.compile import batches
from facts.compile.compiler import run
from facts.linting import lint
from facts.pages import base

SEEDS, BASE = Path("seeds"), Path("base")
ARTICLE, PAGE = SEEDS / "guild.md", BASE / "guild.yaml"
GUILD = """\
---
date: 2021-05-05
source: Post
---
The Lantern Guild met in Ostford on 4 May.

It was chaired by Ana Poole.

The budget was adopted by 9 votes to 2.
"""
MET, CHAIRED, ADOPTED = (text for text in GUILD.split("---\n")[2].splitlines() if text)


@pytest.fixture(autouse=True)
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A base of one article of three sentences, each with a fact below it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(batches, "find", find)
    SEEDS.mkdir()
    ARTICLE.write_text(GUILD, "utf-8")
    assert run([SEEDS], BASE) == 0


def take_out(sentence: str) -> None:
    """Delete a sentence from the page, with all that stands below it."""
    before, found, behind = PAGE.read_text("utf-8").partition(f"- text: {sentence}\n")
    assert found
    _, next_one, rest = behind.partition("- text:")
    PAGE.write_text(before + next_one + rest, "utf-8")


def findings() -> list[str]:
    return [str(each) for each in lint(BASE, [SEEDS]).findings if each.kind == "sentence-taken-out"]


def compiled_again(capsys: pytest.CaptureFixture[str], text: str = GUILD) -> tuple[str, str]:
    """What a compile prints, of an article that was changed if it has another text."""
    ARTICLE.write_text(text, "utf-8")
    capsys.readouterr()
    run([SEEDS], BASE)
    said = capsys.readouterr()
    return said.out, said.err


def test_nothing_is_said_of_a_page_that_has_all_sentences_also_as_they_are_typed() -> None:
    assert findings() == []
    text = PAGE.read_text("utf-8")
    PAGE.write_text(text.replace(CHAIRED, CHAIRED.lower()), "utf-8")
    assert findings() == []
    PAGE.write_text(text.replace(f"- text: {CHAIRED}", f"- text: {CHAIRED}\n  hidden: true"), "utf-8")
    assert findings() == []


def test_linting_says_in_one_line_which_sentence_is_gone_and_what_becomes_of_it() -> None:
    take_out(CHAIRED)
    (said,) = findings()
    line = 1 + PAGE.read_text("utf-8").splitlines().index(f"- text: {ADOPTED}")
    assert said.startswith(
        f"base/guild.yaml:{line}: the sentence “{CHAIRED}” of seeds/guild.md, with 1 fact below it, was"
    )
    assert "it is not read, and the next compile that reads the article anew puts it back hidden" in said
    assert "\n" not in said


def test_each_of_several_sentences_is_named_the_last_one_too() -> None:
    take_out(MET)
    take_out(ADOPTED)
    assert [sentence in said for said, sentence in zip(findings(), (MET, ADOPTED), strict=True)] == [True, True]


def test_facts_that_stand_below_another_sentence_now_are_not_said_to_be_gone() -> None:
    text = PAGE.read_text("utf-8")
    at = text.index(f"- text: {MET}\n  facts:")
    before, _, behind = text[at:].partition(f"- text: {CHAIRED}\n  facts:\n")
    PAGE.write_text(text[:at] + before + behind, "utf-8")
    (said,) = findings()
    assert f"the sentence “{CHAIRED}” of seeds/guild.md was taken out of the page" in said


def test_a_compile_counts_it_as_long_as_the_article_stays_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    take_out(CHAIRED)
    for _ in range(2):  # the second knows it from what the first noted
        assert compiled_again(capsys)[0] == "guild: 2 facts, 1 sentence taken out, article unchanged\n"
    take_out(ADOPTED)
    assert compiled_again(capsys)[0] == "guild: 1 fact, 2 sentences taken out, article unchanged\n"


def test_a_compile_that_reads_the_article_anew_puts_it_back_hidden_and_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    take_out(CHAIRED)
    changed = GUILD.replace("9 votes", "8 votes")
    out, err = compiled_again(capsys, changed)
    assert out == "guild: 2 facts\n"
    assert (
        f"the sentence “{CHAIRED}” had been taken out of the page and is back in it, hidden and without the 1 of its"
        in err
    )
    page = base.load_page(PAGE)
    assert [each.hidden for each in page.sentences] == [False, True, False]
    assert CHAIRED not in {fact.evidence for fact in page.shown()}
    assert findings() == []
    assert compiled_again(capsys, changed.replace("8 votes", "7 votes"))[1] == ""
    assert [each.hidden for each in base.load_page(PAGE).sentences] == [False, True, False]


def test_a_sentence_that_changed_while_it_was_taken_out_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    take_out(CHAIRED)
    compiled_again(capsys, GUILD.replace(CHAIRED, "Its chair was the old Bo Reed."))
    assert [each.hidden for each in base.load_page(PAGE).sentences] == [False, False, False]


def test_two_sentences_that_were_written_into_one_are_not_taken_out(capsys: pytest.CaptureFixture[str]) -> None:
    ARTICLE.write_text(GUILD.replace(f"{CHAIRED}\n\n", f"{CHAIRED}\n"), "utf-8")
    text = PAGE.read_text("utf-8")
    PAGE.write_text(text.replace(f"- text: {CHAIRED}", f"- text: {CHAIRED} {ADOPTED}"), "utf-8")
    take_out(ADOPTED)
    assert findings() == []
    assert "taken out" not in compiled_again(capsys)[1]
