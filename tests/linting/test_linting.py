"""What `onrecord lint` finds in a base: every fault that was planted, and nothing in a clean one."""

from __future__ import annotations

import dataclasses
import datetime
import json
import shutil
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ostford_board import compiles, edits, written_texts

from bot import cli, dialog
from bot.index import Index
from facts import linting
from facts.pages import base
from facts.pages.ledger import Ledger, fact_digest
from linting.planted import BASE, FAULTS, SEEDS, TOWNS, Council, Fault, below_the_chair, edit

ROOT = Path(__file__).parents[2]
Found = dict[str, object]


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_HOME", raising=False)


def lint(capsys: pytest.CaptureFixture[str]) -> list[Found]:
    """What lint finds, in a program's form."""
    capsys.readouterr()
    status = cli.main(["lint", "--json"])
    out, err = capsys.readouterr()
    assert (status, err) == (1 if out else 0, "")
    return [json.loads(line) for line in out.splitlines()]


def names(found: Found, fault: Fault, council: Council) -> bool:
    """Whether a finding is of a fault: its sort, its file, and what stands in the line that it names."""
    file = Path(str(found["file"]))
    if found["kind"] != fault.kinds[0] or file.stem not in (fault.file(council).stem, f"{council.town.lower()}-copy"):
        return False
    if fault.line is None:
        return True
    return fault.line in file.read_text(encoding="utf-8").splitlines()[int(str(found["line"])) - 1]


def test_there_are_thirty_faults_at_least_each_another() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 30


def test_nothing_is_found_in_a_clean_base(capsys: pytest.CaptureFixture[str]) -> None:
    for town in TOWNS[:8]:
        Council(town).write()
    Council(TOWNS[0], report="wire").write(chair="Ms Ingrid Vale")
    assert lint(capsys) == []
    assert cli.main(["lint"]) == 0
    assert capsys.readouterr().out == "nothing found in 9 articles\n"


def test_articles_that_a_base_was_not_made_of_do_not_lack_pages_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    made, other = Council(TOWNS[0]), Council(TOWNS[1])
    made.write()
    other.article.write_text(other.text("Ingrid Vale", 41, "the Old Boathouse", "It was chaired by"), encoding="utf-8")
    assert {found["kind"] for found in lint(capsys)} == {"no-page"}
    made.article.unlink()
    assert {found["kind"] for found in lint(capsys)} == {"no-article"}


def test_nothing_is_found_in_the_base_that_is_shipped(capsys: pytest.CaptureFixture[str]) -> None:
    for folder in (SEEDS, BASE):
        shutil.copytree(ROOT / folder, folder)
    assert lint(capsys) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_found_and_nothing_else(fault: Fault, capsys: pytest.CaptureFixture[str]) -> None:
    council = Council(TOWNS[0])
    for town in TOWNS[:2]:
        Council(town).write()
    fault.plant(council)
    found = lint(capsys)
    assert Counter(each["kind"] for each in found) == Counter(fault.kinds)
    assert any(names(each, fault, council) for each in found), found
    assert all(each["what"] and each["remedy"] for each in found), found


@pytest.mark.parametrize(
    ("written", "now"),
    [
        ("answer: Ingrid Vale", "answer: Ms Vale"),
        ("answer: Ingrid Vale", "answer: Chairwoman Ingrid Vale of the Abermor Lifeboat Council"),
        ("answer: Ingrid Vale", "answer: Vale, from Abermor"),
        ("answer: '41'", "answer: forty-one boats"),
        ("answer: '41'", "answer: about 40 boats"),
        ("answer: '41'", "answer: '41 boats, all of them named after birds'\n    value: 41"),
        ("answer: 12 June 2024", "answer: on Wednesday, 12 June"),
        ("answer: 12 June 2024", "answer: in June 2024"),
        ("answer: the Old Boathouse", "answer: at the old boathouse in Abermor"),
    ],
)
def test_an_answer_that_is_merely_worded_otherwise_is_none(
    written: str, now: str, capsys: pytest.CaptureFixture[str]
) -> None:
    council = Council(TOWNS[0])
    council.write()
    edit(council.page, written, now)
    assert lint(capsys) == []


def test_another_person_in_one_fact_leaves_the_former_ones_name_in_others_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    council = Council(TOWNS[0])
    council.write()
    edit(council.page, "answer: Ingrid Vale", "answer: Tom Beck\n    checked: true")
    below_the_chair("Who is Ingrid Vale to {council.town}? | Ingrid Vale chaired it")(council)
    assert lint(capsys) == []


def test_a_corrected_number_leaves_dates_and_numbers_of_other_sentences_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    council = Council(TOWNS[0], day=12)
    council.write(boats=12)
    edit(council.page, "answer: '12'", "answer: '14'\n    checked: true")
    below_the_chair("Who chaired it when 12 boats were bought? | Ingrid Vale | checked: true")(council)
    edit(
        council.page,
        "  - question: How many",
        f"  - question: Who bought boats on 12 May 2024?\n    answer: the {council.town} Lifeboat Council\n"
        "  - question: How many",
    )
    assert lint(capsys) == []


def test_a_fact_that_says_what_the_meetings_keys_do_stands_there(capsys: pytest.CaptureFixture[str]) -> None:
    council = Council(TOWNS[0])
    council.write()
    for was, now in (("  date: 2024-05-02", "  date: 2024-05-04"), ("  place: Abermor", "  place: the Sailors Rest")):
        edit(council.page, was, now)
    edit(council.page, "answer: 2 May 2024", "answer: 4 May 2024")
    edit(council.page, "answer: the Old Boathouse", "answer: the Sailors Rest")
    assert lint(capsys) == []
    edit(council.page, "answer: the Sailors Rest", "answer: the Divers Rest")
    assert [each["kind"] for each in lint(capsys)] == ["answer-nowhere"]


def test_all_faults_are_found_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    planted = [(fault, Council(town)) for fault, town in zip(FAULTS, TOWNS, strict=False)]
    assert len(planted) == len(FAULTS)
    for fault, council in planted:
        council.write()
        fault.plant(council)
    found = lint(capsys)
    assert [fault.name for fault, council in planted if not any(names(each, fault, council) for each in found)] == []
    assert not Counter(each["kind"] for each in found) - Counter(kind for fault in FAULTS for kind in fault.kinds)


def test_findings_read_as_file_line_what_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    council = Council(TOWNS[0])
    council.write()
    council.article.unlink()
    assert cli.main(["lint"]) == 1
    first, summary = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{council.page}:9: there is no article {council.article} any more; restore it, or ")
    assert summary == "1 finding in 1 file; 1 article looked at"


def test_an_article_that_cannot_be_read_any_more_is_not_to_be_compiled_in_vain(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    council = Council(TOWNS[0])
    council.write()
    opened = Path.open

    def refuse(path: Path, mode: str = "r", encoding: str | None = None, errors: str | None = None) -> object:
        if path.name == council.article.name:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, mode, -1, encoding, errors)

    monkeypatch.setattr(Path, "open", refuse)
    (found,) = lint(capsys)
    assert (found["kind"], found["file"]) == ("unreadable-article", str(council.article))
    assert "Permission denied" in str(found["what"])


def test_two_answers_that_a_person_has_checked_are_let_be(capsys: pytest.CaptureFixture[str]) -> None:
    reports = [Council(TOWNS[0]), Council(TOWNS[0], report="wire")]
    for report, boats in zip(reports, (41, 45), strict=True):
        report.write(boats=boats)
        text = report.page.read_text()
        report.page.write_text(text.replace(f"    answer: '{boats}'\n", f"    answer: '{boats}'\n    checked: true\n"))
    assert lint(capsys) == []


@pytest.mark.parametrize("checks", [0, 1, 2])
def test_of_two_answers_by_hand_the_checked_one_is_given_and_lint_is_silent(
    checks: int, capsys: pytest.CaptureFixture[str]
) -> None:
    for n, (report, boats) in enumerate(((Council(TOWNS[0]), 41), (Council(TOWNS[0], report="wire"), 45))):
        report.write(boats=boats)
        path = report.page
        page = base.load_page(path)
        base.save_page(path, dataclasses.replace(page, compiled=Ledger(facts={"other": "of-the-compiler"})))
        if n < checks:
            text = path.read_text()
            path.write_text(text.replace(f"    answer: '{boats}'\n", f"    answer: '{boats}'\n    checked: true\n"))
    records = base.load(BASE)
    question = next(fact.question for each in records for fact in each.facts if fact.answer == "41")
    reply, _ = dialog.reply(question, Index(records))
    assert reply.answer is not None
    given = {reply.answer.answer, *(each.answer for each in reply.answer.differs)}
    assert given == ({"41"} if checks == 1 else {"41", "45"})
    assert [each["kind"] for each in lint(capsys)] == ([] if checks else ["disagreement"])


def _by_hand_and_compiled(by_hand: Council, compiled: Council) -> None:
    """A report whose chair is by hand, and one whose fact of another chair, asked for alike, was compiled."""
    by_hand.write()
    edit(by_hand.page, "answer: Ingrid Vale", "answer: Vale")
    compiled.write()
    page = base.load_page(compiled.page)
    chair = next(fact for fact in page.facts if fact.answer == "Ingrid Vale")
    other = msgspec.structs.replace(chair, question=f"Who chaired {by_hand.meeting}?", answer="It")
    facts = tuple(other if fact is chair else fact for fact in page.facts)
    ledger = msgspec.structs.replace(page.compiled, facts={**page.compiled.facts, other.id: fact_digest(other)})
    base.save_page(compiled.page, dataclasses.replace(page, facts=facts, compiled=ledger))


@pytest.mark.parametrize(("day", "is_found"), [(2, False), (9, True)])
def test_a_compiled_fact_is_not_unreachable_where_a_persons_of_the_same_meeting_wins(
    day: int, is_found: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    _by_hand_and_compiled(Council(TOWNS[0]), Council(TOWNS[0], day=day, report="wire"))
    what = [each["what"] for each in lint(capsys) if each["kind"] == "unreachable"]
    assert what == (["its own question brings “Vale”"] if is_found else [])


def test_compiled_facts_that_nothing_is_brought_for_are_counted_once_a_page(
    capsys: pytest.CaptureFixture[str],
) -> None:
    council = Council(TOWNS[0])
    council.write()
    page = base.load_page(council.page)
    chair = next(fact for fact in page.facts if fact.answer == "Ingrid Vale")
    lost = [
        msgspec.structs.replace(chair, id=f"lost-{n}", question=question, answer="Nils Orde", variants=())
        for n, question in enumerate(("Who was that?", "Who is this?", "Who were they?"))
    ]
    facts = (*lost, *page.facts)
    ledger = Ledger(by="by", facts={fact.id: fact_digest(fact) for fact in lost[:2]})
    base.save_page(council.page, dataclasses.replace(page, facts=facts, compiled=ledger))
    found = [each for each in lint(capsys) if each["kind"] == "unreachable"]
    assert [str(each["what"]).partition(" (")[0] for each in found] == [
        "the words of its own question do not bring this compiled fact",
        "its own question does not bring it",
    ]
    assert "(and 1 more: line " in str(found[0]["what"])


def test_what_may_be_done_about_a_compiled_fact_that_is_not_brought_is_said() -> None:
    council = Council(TOWNS[0])
    council.write()
    page = base.load_page(council.page)
    ledger = Ledger(by="by", facts={fact.id: fact_digest(fact) for fact in page.facts})
    base.save_page(council.page, dataclasses.replace(page, compiled=ledger))
    (found,) = (
        each
        for each in linting.lint(BASE, []).with_unreached([(page.article.id, page.facts[0].id, None)]).findings
        if each.kind == "unreachable"
    )
    assert found.remedy.startswith("nothing need be done where it is right")
    assert "variants:" in found.remedy


def test_what_a_key_of_the_meeting_tells_is_found_in_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    council = Council(TOWNS[0])
    council.write()
    page = base.load_page(council.page)
    assert page.meeting is not None
    right = msgspec.structs.replace(page.meeting, format="by post")
    base.save_page(council.page, dataclasses.replace(page, meeting=right))
    lines = council.page.read_text(encoding="utf-8").split("\n")
    told = next(fact for fact in base.load_page(council.page).record().facts if fact.id == "meeting-format")
    found = linting.lint(BASE, []).with_unreached([(page.article.id, told.id, "2 hours")]).findings
    unreached = [each for each in found if each.kind == "unreachable"]
    assert [each.line for each in unreached] == [1 + lines.index("  format: by post")]
    assert f"“{told.question}”" in unreached[0].what


def _with_overruled(council: Council) -> None:
    """The page of a council with a compiled fact of its chair and another answer by hand."""
    council.write()
    page = base.load_page(council.page)
    chair = next(fact for fact in page.facts if fact.answer == "Ingrid Vale")
    by_hand = msgspec.structs.replace(chair, id="by-hand", answer="Mayor Ingrid Vale")
    ledger = Ledger(by="by", facts={chair.id: fact_digest(chair)})
    base.save_page(council.page, dataclasses.replace(page, facts=(*page.facts, by_hand), compiled=ledger))


def test_the_summary_names_the_pages_in_which_no_meeting_was_found() -> None:
    councils = [Council(town) for town in TOWNS[:5]]
    councils[0].write()
    assert "no meeting" not in linting.lint(BASE, []).summary()
    for council in councils:
        council.write()
        page = base.load_page(council.page)
        base.save_page(council.page, dataclasses.replace(page, meeting=None, compiled=Ledger(by="by")))
    said = linting.lint(BASE, []).summary()
    assert f"no meeting found in {councils[0].page}, " in said
    assert " and 2 other pages (if it tells of one, write its “name:” there)" in said
    for council in councils:  # a table of questions need not tell of any
        page = base.load_page(council.page)
        base.save_page(council.page, dataclasses.replace(page, compiled=Ledger(by="import", imported=True)))
    assert "no meeting" not in linting.lint(BASE, []).summary()


def test_the_summary_counts_the_facts_that_are_overruled_by_hand_and_names_their_pages() -> None:
    councils = [Council(town) for town in TOWNS[:5]]
    councils[0].write()
    assert "overruled" not in linting.lint(BASE, []).summary()
    _with_overruled(councils[0])
    assert linting.lint(BASE, []).summary().endswith(f"; overruled by hand: 1 in {councils[0].page}")
    for council in councils[1:]:
        _with_overruled(council)
    said = linting.lint(BASE, []).summary()
    assert "\n" not in said
    assert said.endswith(", 2 in 2 other pages")


def test_without_a_base_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["lint"]) == 1
    assert f"{BASE}: there is no base here" in capsys.readouterr().err


def test_tomorrow_is_no_future_yet() -> None:
    Council(TOWNS[0], day=2).write()
    assert linting.lint(BASE, [], today=datetime.date(2024, 5, 2)).findings == ()
    assert [each.kind for each in linting.lint(BASE, [], today=datetime.date(2024, 4, 30)).findings] == ["date"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), written=written_texts())
def test_whatever_stands_in_a_page_is_looked_at(
    data: st.DataObject, written: tuple[str, object], tmp_path: Path
) -> None:
    folder = tmp_path / "any"
    page = data.draw(compiles().flatmap(edits))
    base.save_page(folder / "board.yaml", page)
    other = dataclasses.replace(page, article=msgspec.structs.replace(page.article, id="copy", date=None))
    base.save_page(folder / "copy.yaml", other)
    (tmp_path / "seeds").mkdir(exist_ok=True)
    (tmp_path / "seeds" / "board.txt").write_text(written[0], encoding="utf-8")
    lines = {name: len((folder / name).read_text().splitlines()) for name in ("board.yaml", "copy.yaml")}
    for finding in linting.lint(folder, [tmp_path / "seeds"]).findings:
        assert finding.what
        assert 0 <= finding.line <= lines.get(Path(finding.file).name, 0)
