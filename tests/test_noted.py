"""From an article with a note to the reply: what the note corrects is not told, and the note is cited as what it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot import cli

FERRY = """---
title: Lake council buys a ferry
date: 2025-10-02
source: Lake Post
---

The Lake Council met in Tarn on Wednesday and approved the purchase of a ferry by 9 votes to 3. The ferry will cost 4.2
million crowns and enter service in June 2026. The meeting was chaired by Ada Wren.

Clarification (3 October): The ferry will cost 4.9 million crowns, not 4.2 million. The vote was 10 to 2.
"""
FORUM = """---
title: Harbour towns meet
date: 2025-09-30
source: Coastal Post
---

The Forum of Harbour Towns met in Lunn on Monday. Representatives of 38 towns took part in the forum.

Correction: An earlier version of this article said that 44 towns took part.
"""
HALL = """---
title: Hall board meets
date: 2025-09-23
source: Coastal Post
---

The Hall Board met in Ostford on Monday. Cy Holt chaired the meeting.

Correction: The organ is of oak.
"""


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """What a compile says of three articles with notes."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_HOME", raising=False)
    Path("seeds").mkdir()
    for name, text in (("ferry", FERRY), ("forum", FORUM), ("hall", HALL)):
        Path(f"seeds/{name}.md").write_text(text, encoding="utf-8")
    assert cli.main(["compile"]) == 0
    return capsys.readouterr().out


def asked(question: str, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert cli.main(["ask", question]) == 0
    return capsys.readouterr().out


@pytest.mark.usefixtures("compiled")
def test_the_note_answers_in_the_place_of_what_it_corrects(capsys: pytest.CaptureFixture[str]) -> None:
    assert asked("how much will the ferry cost", capsys) == (
        "4.9 million crowns\n"
        "  “The ferry will cost 4.9 million crowns, not 4.2 million.”\n"
        "  Lake Post, correction of 3 October 2025\n"
    )
    assert asked("what was the vote on the ferry", capsys).startswith("10 to 2\n")
    cli.main(["ask", "--json", "how much will the ferry cost"])
    assert json.loads(capsys.readouterr().out)["correction"] == "2025-10-03"


@pytest.mark.usefixtures("compiled")
def test_a_sentence_is_quoted_with_the_note_that_corrects_it(capsys: pytest.CaptureFixture[str]) -> None:
    told = asked("when will the ferry enter service", capsys)
    assert told.startswith("June 2026\n")
    assert "  Correction of 3 October 2025: “The ferry will cost 4.9 million crowns, not 4.2 million.”\n" in told


@pytest.mark.usefixtures("compiled")
@pytest.mark.parametrize(
    "question",
    [
        "will the ferry cost 4.2 million crowns",
        "was the ferry approved by 9 votes to 3",
        "did 44 towns take part in the forum",
    ],
)
def test_nothing_that_a_note_denies_gets_a_yes(question: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = asked(question, capsys)
    assert not told.startswith("Yes")
    assert "44 towns" not in told
    for line in ("4.2 million crowns and enter", "9 votes to 3*.”"):  # no quote without the note
        assert line not in told or "Correction of 3 October 2025" in told


def test_compile_and_lint_tell_of_the_notes(compiled: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = dict(line.split(": ", 1) for line in compiled.splitlines())
    assert lines["ferry"].endswith("facts, 2 sentences corrected by a note")
    assert lines["forum"].endswith(", with a note that corrects none of its sentences")
    assert "4.2" not in "".join(
        line for line in Path("facts/base/ferry.yaml").read_text(encoding="utf-8").splitlines() if "answer" in line
    )
    cli.main(["lint"])
    found = capsys.readouterr().out
    assert "hall.yaml" in found
    assert "nothing was understood of the note “The organ is of oak.”" in found
    assert "nothing was understood of the note “An earlier" not in found
    cli.main(["show", "ferry"])
    assert "The vote was 10 to 2. [correction of 3 October 2025]" in capsys.readouterr().out


@pytest.mark.usefixtures("compiled")
def test_compiling_again_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    pages = {path: path.read_bytes() for path in Path("facts/base").glob("*.yaml")}
    text = Path("seeds/ferry.md").read_text(encoding="utf-8")
    Path("seeds/ferry.md").write_text(text.replace("10 to 2", "11 to 2"), encoding="utf-8")
    assert cli.main(["compile"]) == 0
    Path("seeds/ferry.md").write_text(text, encoding="utf-8")
    assert cli.main(["compile"]) == 0
    assert {path: path.read_bytes() for path in Path("facts/base").glob("*.yaml")} == pages
