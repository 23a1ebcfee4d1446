"""A folder that was copied: compiling and linting it say the same of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from said_facts import find

from facts.compile import batches
from facts.compile.compiler import run
from facts.linting import lint

SEEDS, COPY, BASE = Path("seeds"), Path("copy"), Path("base")
GUILD = "---\ndate: 2021-05-05\n---\nThe Lantern Guild met in Ostford on 4 May.\n\nIt was chaired by Ana Poole.\n"
CLUB = "---\ndate: 2021-06-02\n---\nThe Harbour Club met in Ostford on 1 June.\n\nIt was chaired by Bo Reed.\n"


@pytest.fixture(autouse=True)
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A base of two articles."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(batches, "find", find)
    SEEDS.mkdir()
    (SEEDS / "guild.md").write_text(GUILD, "utf-8")
    (SEEDS / "club.md").write_text(CLUB, "utf-8")
    assert run([SEEDS], BASE) == 0
    capsys.readouterr()


def linted(folder: Path) -> list[tuple[str, str]]:
    """What linting finds about articles and their pages: its name and what it says."""
    return [(each.kind, each.what) for each in lint(BASE, [folder]).findings if each.kind.endswith("article")]


def test_an_article_that_is_missing_from_the_copy_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(SEEDS, COPY)
    shutil.rmtree(SEEDS)
    (COPY / "club.md").unlink()
    run([COPY], BASE)
    assert "its article seeds/club.md is gone, and it goes on answering" in capsys.readouterr().err
    assert [kind for kind, _ in linted(COPY)] == ["no-article"]


def test_an_article_that_is_there_by_two_names_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(SEEDS / "guild.md", SEEDS / "lanterns.md")
    run([SEEDS], BASE)
    said = capsys.readouterr().err
    assert "lanterns: the same report as seeds/guild.md; take one of them out with “onrecord remove”" in said
    assert linted(SEEDS) == [("double-article", "the same report as seeds/guild.md")]


def test_a_page_that_was_copied_is_told_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(BASE / "guild.yaml", BASE / "lanterns.yaml")
    run([SEEDS], BASE)
    said = "base/lanterns.yaml: has the same article id as base/guild.yaml; remove one of them"
    assert said in capsys.readouterr().err
    assert [str(each) for each in lint(BASE, [SEEDS]).findings if "lanterns" in each.file] == [said]
