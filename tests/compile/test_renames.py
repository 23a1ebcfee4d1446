"""A file that was renamed takes its page along, with all that people wrote into it; a page without a file is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from said_facts import find

from bot.index import Index
from bot.index.entries import fact_id, sentence_id
from facts import files
from facts.compile import batches, compiler, renames
from facts.compile.compiler import Outcome, compile_articles
from facts.pages import base, choosing, ledger_file, removal
from facts.pages.ledger import Ledger

SEEDS, BASE = Path("seeds"), Path("base")

MINUTES = [
    "The Lantern Guild met in Ostford on 4 May.",
    "The meeting was chaired by Ana Poole.",
    "It adopted the budget for the coming year without a vote.",
    "Carl Reed was elected treasurer for three years.",
    "Members agreed to mend the north gate before winter.",
    "The next meeting will be held on 8 June.",
]


def article(*sentences: str, day: str = "2021-05-05") -> str:
    return f"---\ndate: {day}\n---\n" + "\n\n".join(sentences or MINUTES) + "\n"


def put(name: str, text: str = "") -> Path:
    path = SEEDS / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text or article(), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(batches, "find", find)
    SEEDS.mkdir()
    return tmp_path


def compiled() -> dict[str, Outcome]:
    """What came of the seeds, by status and id."""
    return {f"{each.status} {each.id}": each for each in compile_articles([SEEDS], BASE)}


def edit(page: str, old: str, new: str) -> None:
    path = BASE / f"{page}.yaml"
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def edited(name: str = "guild") -> None:
    """Let somebody write into a page: a comment, a correction, a fact taken out, a sentence hidden."""
    edit(name, "    answer: The meeting was chaired by Ana Poole\n", "    answer: Ana Poole  # asked her\n")
    text = (BASE / f"{name}.yaml").read_text("utf-8")
    (taken_out,) = re.findall(r"  facts:\n.*\n    answer: Carl Reed.*\n(?:    .*\n)*", text)
    edit(name, taken_out, "")
    edit(name, f"- text: {MINUTES[4]}\n", f"- text: {MINUTES[4]}\n  hidden: true\n")


def has_the_edits(name: str) -> bool:
    page, text = base.load_text(BASE / f"{name}.yaml")
    answers = {fact.answer for fact in page.facts}
    return (
        "Ana Poole" in answers
        and not any("Carl Reed" in answer for answer in answers)
        and "# asked her" in text
        and [each.hidden for each in page.sentences if each.text == MINUTES[4]] == [True]
    )


def test_a_renamed_file_takes_page_ledger_edits_and_comments_along() -> None:
    put("guild.md")
    compiled()
    edited()
    (SEEDS / "guild.md").rename(SEEDS / "lanterns.txt")
    outcomes = compiled()
    assert list(outcomes) == ["renamed lanterns", "compiled lanterns"]
    assert str(outcomes["renamed lanterns"]) == (
        "lanterns: was “guild”; its page moves along with all that was written into it"
    )
    assert has_the_edits("lanterns")
    page = base.load_page(BASE / "lanterns.yaml")
    assert (page.article.id, page.article.file) == ("lanterns", "seeds/lanterns.txt")
    assert (len(page.edited()), len(page.facts)) == (1, 5)
    assert [path.name for path in BASE.rglob("guild*")] == []
    assert list(compiled()) == ["unchanged lanterns"]


def test_links_that_name_an_articles_facts_and_sentences_lead_there_after_it_was_renamed_twice() -> None:
    put("guild.md")
    compiled()
    for before, after in (("guild", "lanterns"), ("lanterns", "lamps")):
        (SEEDS / f"{before}.md").rename(SEEDS / f"{after}.md")
        compiled()
    index = Index(base.load(BASE))
    for name in ("guild", "lanterns", "lamps"):
        for key in (fact_id(name, "said-1"), sentence_id(name, MINUTES[1])):
            answer = index.answer(key)
            assert answer is not None
            assert (answer.article, answer.evidence) == ("lamps", MINUTES[1])


def test_a_file_that_was_renamed_and_changed_a_little_is_known_again() -> None:
    put("guild.md")
    compiled()
    edited()
    (SEEDS / "guild.md").unlink()
    put("lanterns.md", article(*MINUTES[:5], "The next meeting will be held on 9 June."))
    assert list(compiled()) == ["renamed lanterns", "compiled lanterns"]
    assert has_the_edits("lanterns")
    assert "9 June" in (BASE / "lanterns.yaml").read_text("utf-8")


def test_a_short_article_that_was_renamed_with_two_sentences_changed_is_known_again() -> None:
    more = ["Those who were absent had sent their regrets.", "Tea was served by the Dyers."]
    put("guild.md", article(*MINUTES, *more))
    compiled()
    edited()
    (SEEDS / "guild.md").unlink()
    changed = ["The Lantern Guild met in Ostford on 5 May.", *MINUTES[1:5], "They will meet again on 9 June.", *more]
    put("lanterns.md", article(*changed))
    assert list(compiled()) == ["renamed lanterns", "compiled lanterns"]
    assert has_the_edits("lanterns")


def test_a_sentence_that_was_changed_a_little_speaks_for_the_same_report_where_that_has_a_date() -> None:
    changed = [
        *MINUTES[:2],
        "It adopted the budget for the coming year by nine votes to one.",
        "Carl Reed was elected treasurer for four years.",
        MINUTES[4],
        "The next meeting will be held on 9 July.",
    ]
    put("guild.md", article(*MINUTES))
    put("undated.md", "\n\n".join(f"Here, {each}" for each in MINUTES))
    compiled()
    edited()
    for name in ("guild.md", "undated.md"):
        (SEEDS / name).unlink()
    put("lanterns.md", article(*changed))
    put("dateless.md", "\n\n".join(f"Here, {each}" for each in changed))
    assert list(compiled()) == ["renamed lanterns", "compiled dateless", "compiled lanterns", "orphaned undated"]
    page, text = base.load_text(BASE / "lanterns.yaml")
    assert "# asked her" in text
    assert [each.text for each in page.sentences if each.hidden] == [MINUTES[4]]


HALF = [*MINUTES[:2], MINUTES[4], "Tea was served by the Dyers.", "Dag Moe sang of the sea, and of ships."]


def test_where_title_and_day_are_the_same_half_of_the_text_is_enough() -> None:
    put("guild.md", article(day="2021-05-05\ntitle: Guild mends its gate"))
    compiled()
    edited()
    (SEEDS / "guild.md").unlink()
    put("lanterns.md", article(*HALF, day="2021-05-05\ntitle: Guild mends its gate"))
    assert list(compiled()) == ["renamed lanterns", "compiled lanterns"]
    page, text = base.load_text(BASE / "lanterns.yaml")
    assert "# asked her" in text
    assert [each.text for each in page.sentences if each.hidden] == [MINUTES[4]]


def test_where_it_is_not_certain_the_likeliest_successor_is_named_and_what_is_said_moves_the_edits() -> None:
    put("guild.md")
    put("other.md", article("Something else was decided in Brill."))
    compiled()
    edited()
    (SEEDS / "guild.md").unlink()
    put("lanterns.md", article(*HALF))
    for _ in range(2):  # when it is compiled, and ever after
        assert "if that is seeds/lanterns.md now, which has much of it, call this file guild.md, and all that was" in (
            str(compiled()["orphaned guild"])
        )
    assert has_the_edits("guild")
    (SEEDS / "lanterns.md").rename(SEEDS / "guild.md")
    assert list(compiled()) == ["compiled guild", "unchanged other"]
    page, text = base.load_text(BASE / "guild.yaml")
    assert "# asked her" in text
    assert [each.text for each in page.sentences if each.hidden] == [MINUTES[4]]
    assert page.compiled.was == ("lanterns",)
    assert not (BASE / "lanterns.yaml").exists()


def test_a_successor_that_somebody_wrote_into_is_not_to_be_called_otherwise() -> None:
    put("guild.md")
    put("lanterns.md", article(*HALF))
    compiled()
    edited()
    edit("lanterns", "# yaml-language-server", "# Mine.\n# yaml-language-server")
    (SEEDS / "guild.md").unlink()
    assert "copy into base/lanterns.yaml what is to stay of what was written here, then take it out with" in str(
        compiled()["orphaned guild"]
    )


def test_two_reports_of_one_meeting_that_quote_the_same_are_two() -> None:
    """The file of one is lost just when the other comes in."""
    put("guild.md", article(day="2021-05-05\ntitle: Guild mends its gate"))
    compiled()
    edited()
    (SEEDS / "guild.md").unlink()
    others = ["Lamp makers sat together in Ostford this week.", "They spoke about winter, and about oil and wicks."]
    put("courier.md", article(MINUTES[1], *others, MINUTES[5], day="2021-05-05\ntitle: Lamp makers speak of winter"))
    assert list(compiled()) == ["compiled courier", "orphaned guild"]
    assert has_the_edits("guild")


@pytest.mark.parametrize(
    "text",
    [
        article(day="2021-06-09"),
        article(*MINUTES[:3], "Dag Moe was elected.", "Nothing was mended.", "They will meet again."),
        article(*MINUTES, *(f"Item {n} was put off until everybody has read it." for n in range(9))),
    ],
    ids=["of another day", "much else", "much more"],
)
def test_an_article_that_is_merely_alike_is_another_one(text: str) -> None:
    put("guild.md")
    compiled()
    edited()
    (SEEDS / "guild.md").unlink()
    put("lanterns.md", text)
    assert list(compiled()) == ["compiled lanterns", "orphaned guild"]
    assert has_the_edits("guild")


@pytest.mark.parametrize("field", ["title: {} mends its gate", "url: https://example.org/{}"])
def test_articles_of_other_title_or_address_that_are_of_one_form_are_two(field: str) -> None:
    put("guild.md", article(day=f"2021-05-05\n{field.format('Guild')}"))
    compiled()
    edited()
    (SEEDS / "guild.md").unlink()
    more = [each.replace("Lantern Guild", "Rope Union").replace("Ana Poole", "Eve Marsh") for each in MINUTES]
    put("union.md", article(*more, day=f"2021-05-05\n{field.format('Union')}"))
    assert list(compiled()) == ["compiled union", "orphaned guild"]
    assert has_the_edits("guild")
    (SEEDS / "union.md").unlink()
    put("lanterns.md", article(*MINUTES, "Tea.", day=f"2021-05-05\n{field.format('Guild-again')}"))
    assert list(compiled())[:2] == ["renamed lanterns", "compiled lanterns"]  # a new headline or address alone
    assert has_the_edits("lanterns")


def test_a_page_without_an_article_is_named_with_what_to_do_each_time(capsys: pytest.CaptureFixture[str]) -> None:
    put("guild.md")
    put("other.md", article("Something else was decided in Brill."))
    compiled()
    (SEEDS / "guild.md").unlink()
    for _ in range(2):
        capsys.readouterr()
        assert compiler.run([SEEDS], BASE) == 0
        assert capsys.readouterr().err == (
            "base/guild.yaml: its article seeds/guild.md is gone, and it goes on answering; take it out with “onrecord"
            " remove guild”, or put the file back\n"
        )
    compiler.run([SEEDS / "other.md"], BASE)
    assert capsys.readouterr().err == ""
    removal.remove("guild", BASE, SEEDS)
    assert list(compiled()) == ["unchanged other"]


def test_a_file_that_has_the_content_takes_the_edits_over_if_nobody_wrote_into_its_own_page() -> None:
    """So it is where a file was renamed before pages moved along: it was compiled twice."""
    put("guild.md")
    compiled()
    edited()
    put("lanterns.md")
    compiled()
    (SEEDS / "guild.md").unlink()
    assert list(compiled()) == ["renamed lanterns", "compiled lanterns"]
    assert has_the_edits("lanterns")


def test_a_page_that_somebody_wrote_into_is_not_written_over() -> None:
    put("guild.md")
    put("lanterns.md")
    compiled()
    edited()
    edit("lanterns", "# yaml-language-server", "# Mine.\n# yaml-language-server")
    (SEEDS / "guild.md").unlink()
    assert list(compiled()) == ["unchanged lanterns", "orphaned guild"]
    assert has_the_edits("guild")
    assert not has_the_edits("lanterns")


def test_a_page_with_a_slip_in_it_moves_along_and_is_named_at_its_new_place() -> None:
    put("guild.md")
    compiled()
    edit("guild", f"text: {MINUTES[0]}", "text: The Lantern Gild met in Ostford on 4 May.")
    (SEEDS / "guild.md").rename(SEEDS / "lanterns.md")
    outcomes = compiled()
    assert list(outcomes) == ["renamed lanterns", "failed lanterns"]
    assert f"the nearest is “{MINUTES[0]}”" in str(outcomes["failed lanterns"])
    edit("lanterns", "Gild met", "Guild met")
    assert list(compiled()) == ["compiled lanterns"]


def test_a_file_of_no_format_that_is_read_takes_nothing_along() -> None:
    put("guild.md")
    compiled()
    (SEEDS / "guild.md").rename(SEEDS / "guild.md.bak")
    assert list(compiled()) == ["failed guild.md", "orphaned guild"]


def test_where_names_are_exchanged_or_passed_on_every_page_goes_with_its_article() -> None:
    texts = {name: article(*(f"{name} {sentence}" for sentence in MINUTES)) for name in ("Board", "Club", "Guild")}
    for name, text in texts.items():
        put(f"{name}.md", text)
    compiled()
    for name in texts:
        edit(name, f"    answer: {name} {MINUTES[1].rstrip('.')}\n", f"    answer: Ana  # asked the {name}\n")
    for old, new in (("Board", "x"), ("Club", "Board"), ("x", "Club"), ("Guild", "last")):
        (SEEDS / f"{old}.md").rename(SEEDS / f"{new}.md")
    assert sorted(key for key in compiled() if key.startswith("renamed")) == [
        "renamed Board",
        "renamed Club",
        "renamed last",
    ]
    for name, now in (("Board", "Club"), ("Club", "Board"), ("Guild", "last")):
        text = (BASE / f"{now}.yaml").read_text("utf-8")
        assert f"# asked the {name}" in text
        assert f"- text: {name} {MINUTES[0]}" in text
    for old, new in (("Board", "next"), ("Club", "Board"), ("last", "Club")):
        (SEEDS / f"{old}.md").rename(SEEDS / f"{new}.md")
    compiled()
    assert sorted(path.stem for path in BASE.glob("*.yaml")) == ["Board", "Club", "next"]
    assert base.load_page(BASE / "Board.yaml").compiled.was == ("Board-renamed", "Club")
    for name, now in (("Board", "Board"), ("Club", "next"), ("Guild", "Club")):
        assert f"# asked the {name}" in (BASE / f"{now}.yaml").read_text("utf-8")


CLUB = [
    "The rowing club sat together in Brill on 3 May.",
    "Dag Moe, who led the evening, spoke of the new boats.",
    "Four of them will be bought in spring, it was decided.",
    "Nobody wanted to sell the old ones.",
]


@pytest.mark.parametrize("changed", [(), ("guild",), ("guild", "club")])
def test_of_exchanged_names_it_is_said_which_article_each_was(changed: tuple[str, ...]) -> None:
    texts = {"guild": article(), "club": article(*CLUB)}
    for name, text in texts.items():
        put(f"{name}.md", text)
    compiled()
    for name, now in (("guild", "club"), ("club", "guild")):
        put(f"{now}.md", texts[name] + ("\nTea was served.\n" if name in changed else ""))
    said = [str(outcome) for outcome in compiled().values() if outcome.status == "renamed"]
    assert sorted(said) == [
        "club: was “guild”, which is another article now; its page moves along with all that was written into it",
        "guild: was “club”, which is another article now; its page moves along with all that was written into it",
    ]


@pytest.mark.parametrize("changed", [("guild",), ("club",), ("guild", "club")])
@pytest.mark.parametrize("to", [{"guild": "club", "club": "guild"}, {"guild": "club", "club": "third"}])
def test_pages_go_with_their_articles_where_names_were_exchanged_and_a_word_was_changed(
    to: dict[str, str], changed: tuple[str, ...]
) -> None:
    texts = {"guild": article(), "club": article(*CLUB)}
    for name, text in texts.items():
        put(f"{name}.md", text)
    compiled()
    for name in texts:
        edit(name, "# yaml-language-server", f"# Asked the {name}.\n# yaml-language-server")
        (SEEDS / f"{name}.md").unlink()
    for name, now in to.items():
        put(f"{now}.md", texts[name] + ("\nTea was served.\n" if name in changed else ""))
    outcomes = compiled()
    assert {each.id for each in outcomes.values() if each.status == "renamed"} == set(to.values())
    for name, now in to.items():
        assert f"# Asked the {name}." in (BASE / f"{now}.yaml").read_text("utf-8")
    assert all(each.status == "unchanged" for each in compiled().values())


def test_a_text_that_is_all_new_stays_with_its_page_and_a_page_that_somebody_wrote_into_is_not_taken() -> None:
    put("guild.md")
    put("club.md", article("Something else was decided in Brill."))
    compiled()
    edited()
    edit("club", "# yaml-language-server", "# Mine.\n# yaml-language-server")
    (SEEDS / "guild.md").unlink()
    put("club.md", article(*MINUTES, "Tea was served."))
    assert list(compiled()) == ["compiled club", "orphaned guild"]
    assert "# Mine." in (BASE / "club.yaml").read_text("utf-8")
    assert has_the_edits("guild")


def test_a_page_that_waits_for_its_name_is_written_over_no_other() -> None:
    for name in ("guild", "club"):
        put(f"{name}.md", article(*(f"{name} {sentence}" for sentence in MINUTES)))
    for name in ("guild-renamed", "club-renamed"):
        put(f"{name}.md", article(f"What {name} means is anybody's guess."))
    compiled()
    for name in ("guild-renamed", "club-renamed"):
        edit(name, "# yaml-language-server", f"# Mine, {name}.\n# yaml-language-server")
    for old, new in (("guild", "x"), ("club", "guild"), ("x", "club")):
        (SEEDS / f"{old}.md").rename(SEEDS / f"{new}.md")
    compiled()
    for name in ("guild-renamed", "club-renamed"):
        assert f"# Mine, {name}." in (BASE / f"{name}.yaml").read_text("utf-8")
    assert sorted(path.stem for path in BASE.glob("*.yaml")) == ["club", "club-renamed", "guild", "guild-renamed"]


@pytest.mark.parametrize("letters", [250, 252])
def test_a_name_that_is_too_long_for_a_page_is_said_each_time_and_the_others_are_compiled(letters: int) -> None:
    put("guild.md")
    put(f"{'a' * letters}.md", article("Something else was decided in Brill."))
    compiled()
    (SEEDS / "guild.md").rename(SEEDS / "lanterns.md")  # pages are looked for under all names
    outcomes = compiled()
    assert list(outcomes) == ["renamed lanterns", f"failed {'a' * letters}", "compiled lanterns"]
    assert "File name too long" in str(outcomes[f"failed {'a' * letters}"])


def test_a_base_that_cannot_be_written_is_said_and_its_pages_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    put("guild.md")
    compiled()
    edited()
    (SEEDS / "guild.md").rename(SEEDS / "lanterns.md")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "base/lanterns.yaml")

    with monkeypatch.context() as patched:
        patched.setattr(ledger_file, "save", refuse)
        (first, *_) = compile_articles([SEEDS], BASE)
    assert str(first) == (
        "seeds/lanterns.md: the page base/guild.yaml cannot be made its own"
        " (No space left on device: base/lanterns.yaml)"
    )
    assert has_the_edits("guild")


def test_a_copy_of_an_article_that_is_corrected_then_leaves_its_edits_with_it() -> None:
    put("guild.md")
    compiled()
    edited()
    put("guild-of-monday.md")
    put("guild.md", article(*MINUTES[:5], "The next meeting will be held on 9 June."))
    assert list(compiled()) == ["compiled guild-of-monday", "compiled guild"]
    assert has_the_edits("guild")


def test_a_page_without_its_ledger_moves_along_and_loses_nothing() -> None:
    put("guild.md")
    compiled()
    edit("guild", "    answer: The meeting was chaired by Ana Poole\n", "    answer: Ana Poole  # asked her\n")
    ledger_file.file_of(BASE / "guild.yaml").unlink()
    (SEEDS / "guild.md").rename(SEEDS / "lanterns.md")
    assert "renamed lanterns" in compiled()
    page = base.load_page(BASE / "lanterns.yaml")
    assert len(page.edited()) == 1
    assert page.compiled.was == ("guild",)


def move_interrupted(steps: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin to move the page "guild", in which somebody wrote, to "lanterns", and break off after some steps (of 7)."""
    put("guild.md")
    compiled()
    edited()
    known = base.load_page(BASE / "guild.yaml").article
    (SEEDS / "guild.md").rename(SEEDS / "lanterns.md")
    with monkeypatch.context() as patched:
        left = steps
        real_write, real_write_over, real_unlink = files.write, files.write_over, Path.unlink

        def count() -> None:
            nonlocal left
            left -= 1
            if left < 0:
                raise KeyboardInterrupt

        def write(path: Path, data: bytes) -> object:
            count()
            return real_write(path, data)

        def write_over(path: Path, data: bytes, read: bytes | None) -> object:
            count()
            return real_write_over(path, data, read)

        def remove_as_read(path: Path, read: bytes) -> None:
            count()
            real_unlink(path)

        def unlink(path: Path, missing_ok: bool = False) -> None:
            count()
            real_unlink(path, missing_ok)

        patched.setattr(files, "write", write)
        patched.setattr(files, "write_over", write_over)
        patched.setattr(renames, "remove_as_read", remove_as_read)
        patched.setattr(Path, "unlink", unlink)
        try:
            renames.follow({"guild": known}, [SEEDS / "lanterns.md"], BASE)
        except KeyboardInterrupt:
            assert steps < 7


@pytest.mark.parametrize("steps", range(8))
def test_who_is_interrupted_has_the_page_at_one_place_or_at_both_and_the_next_compile_at_one(
    steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    move_interrupted(steps, monkeypatch)
    assert base.load_pages(BASE)[1] == ()
    assert has_the_edits("guild" if (BASE / "guild.yaml").exists() else "lanterns")
    compiled()
    assert [path.name for path in BASE.glob("*.yaml")] == ["lanterns.yaml"]
    assert has_the_edits("lanterns")


def test_what_is_written_into_a_page_while_it_moves_moves_along(monkeypatch: pytest.MonkeyPatch) -> None:
    put("guild.md")
    compiled()
    edited()
    (SEEDS / "guild.md").rename(SEEDS / "lanterns.md")
    save, page = ledger_file.save, BASE / "guild.yaml"

    def edited_meanwhile(
        path: Path, text: str, ledger: Ledger, before: tuple[Ledger, str] | None, *, new: bool = False
    ) -> files.FileStat:
        if before is None:
            page.write_text(f"{page.read_text('utf-8')}# Told on Monday.\n", "utf-8")
        return save(path, text, ledger, before, new=new)

    monkeypatch.setattr(ledger_file, "save", edited_meanwhile)
    compiled()
    assert [path.name for path in BASE.glob("*.yaml")] == ["lanterns.yaml"]
    assert has_the_edits("lanterns")
    assert (BASE / "lanterns.yaml").read_text("utf-8").endswith("# Told on Monday.\n")


WRITTEN = {
    "a comment": ("- text: The meeting was", "# Told on Monday.\n- text: The meeting was"),
    "a date": ("  date: 2021-05-05\n", "  date: 2021-05-06  # Told on Monday.\n"),
    "a fact": ("    id: said-5\n", "    id: said-5\n  - question: Who says so?\n    answer: Told on Monday.\n"),
    "a hidden fact": ("    id: said-5\n", "    id: said-5\n    hidden: true  # Told on Monday.\n"),
}
"""What somebody writes, in the place of what."""


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("into", ["guild", "lanterns"])
@pytest.mark.parametrize("what", WRITTEN)
@pytest.mark.parametrize("steps", [2, 4])  # the page is there, and so is its ledger
def test_what_is_written_into_either_page_of_an_interrupted_move_is_in_the_one_that_stays(
    steps: int, what: str, into: str, again: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    move_interrupted(steps, monkeypatch)
    edit(into, *WRITTEN[what])
    name = "lamps" if again else "lanterns"
    (SEEDS / "lanterns.md").rename(SEEDS / f"{name}.md")  # perhaps it is renamed once more
    compiled()
    assert [path.stem for path in BASE.glob("*.yaml")] == [name]
    assert "Told on Monday." in (BASE / f"{name}.yaml").read_text("utf-8")
    assert has_the_edits(name)


def test_pages_of_an_interrupted_move_into_both_of_which_somebody_wrote_both_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    move_interrupted(4, monkeypatch)
    for name in ("guild", "lanterns"):
        edit(name, "- text: The meeting was", f"# Mine, {name}.\n- text: The meeting was")
    assert "orphaned guild" in compiled()
    for name in ("guild", "lanterns"):
        assert f"# Mine, {name}." in (BASE / f"{name}.yaml").read_text("utf-8")
        assert has_the_edits(name)


def test_another_article_that_had_a_name_that_was_given_up_keeps_its_page_though_nobody_wrote_into_it() -> None:
    put("guild.md")
    compiled()
    (SEEDS / "guild.md").rename(SEEDS / "lanterns.md")
    compiled()
    put("guild.md", article(*(f"Club. {sentence}" for sentence in MINUTES)))
    compiled()
    (SEEDS / "guild.md").unlink()
    assert "orphaned guild" in compiled()
    assert (BASE / "guild.yaml").exists()


# Any sequence of edits, compiles, renames and removals

NAMES = ("a", "b", "c")
"""What articles are called."""
TEXTS = {kind: [f"{kind} {sentence}" for sentence in MINUTES] for kind in ("Guild.", "Club.", "Board.")}


class Life:
    """Articles and their pages as people have them, and all that was written into the pages."""

    def __init__(self) -> None:
        for name, text in zip(NAMES, TEXTS.values(), strict=True):
            put(f"{name}.md", article(*text))
        compile_articles([SEEDS], BASE)
        self.number = 0
        self.hidden: set[str] = set()
        """The lines of hidden sentences."""
        self.written: dict[str, str] = {}
        """By each note the kind of article that it was written about."""

    def edit(self, which: int, how: str) -> None:
        """Write into one of the pages, wherever it is."""
        pages = self.pages()
        if not pages:
            return
        page = pages[which % len(pages)]
        lines = page.read_text("utf-8").splitlines(keepends=True)
        self.number += 1
        note = f"note {self.number}!"
        places = [n for n, line in enumerate(lines) if line.startswith("    answer: ")]
        at = places[which % len(places)]
        if how == "comment":
            lines.insert(at + 1, f"    # {note}\n")
        elif how == "answer":
            self.written = {each: kind for each, kind in self.written.items() if each not in lines[at]}
            lines[at] = f"    answer: {note}\n"
        else:
            lines[at + 1 : at + 1] = [f"  - question: Who wrote {note}\n", f"    answer: {note}\n"]
        self.written[note] = _kind("".join(lines))
        page.write_text("".join(lines), "utf-8")

    def rename(self, which: int) -> None:
        if files := sorted(SEEDS.glob("*.md")):
            self.number += 1
            files[which % len(files)].rename(SEEDS / f"renamed-{self.number}.md")

    def exchange(self, which: int) -> None:
        """Let one article have the name of another, and that the name of the first or a new one."""
        self.compile(0)
        if len(files := sorted(SEEDS.glob("*.md"))) > 1:
            one, other = files[which % len(files)], files[(which + 1) % len(files)]
            aside = one.rename(SEEDS / "aside.md")
            other.rename(one)
            self.number += 1
            aside.rename(other if which % 2 else SEEDS / f"pushed-{self.number}.md")
        self.compile(0)

    def compile(self, _: int) -> None:
        outcomes = compile_articles([SEEDS], BASE)
        assert not [outcome for outcome in outcomes if outcome.status == "failed"]

    def hide(self, which: int) -> None:
        """Hide one of the first sentences of a page, which no step changes."""
        pages = self.pages()
        if not pages:
            return
        page = pages[which % len(pages)]
        text = page.read_text("utf-8")
        line = f"- text: {TEXTS[f'{_kind(text)}.'][which % 4]}\n"
        if f"{line}  hidden" not in text:
            page.write_text(text.replace(line, f"{line}  hidden: true\n"), "utf-8")
        self.hidden.add(line)

    def rewrite(self, which: int) -> None:
        """Rename an article and change two of its sentences in one go."""
        if files := sorted(SEEDS.glob("*.md")):
            self.compile(0)
            self.rename(which)
            (file,) = set(SEEDS.glob("*.md")) - set(files)
            text = re.sub(r"Members agreed.*", f"Nothing was mended in {self.number}.", file.read_text("utf-8"))
            file.write_text(re.sub(r"held on \d+ June", f"held on {self.number % 28 + 1} June", text), "utf-8")
            self.compile(0)

    def change(self, which: int) -> None:
        """Correct an article a little."""
        files = sorted(SEEDS.glob("*.md"))
        if files:
            file = files[which % len(files)]
            file.write_text(file.read_text("utf-8").replace("8 June", "9 June"), "utf-8")

    def remove(self, which: int) -> None:
        ids = sorted({path.stem for path in self.pages()} - set(removal.ids_aside(BASE, SEEDS)))
        if ids:
            removal.remove(ids[which % len(ids)], BASE, SEEDS)

    def restore(self, which: int) -> None:
        """Bring an article back, or, where it was added again in another form, find all as it was."""
        if ids := removal.ids_aside(BASE, SEEDS):
            name, before = ids[which % len(ids)], _files()
            try:
                removal.restore(name, BASE, SEEDS)
            except removal.RemovalError as refusal:
                (again,) = re.findall(r"was added again, perhaps changed, as ([\w-]+);", str(refusal))
                assert _files() == before
                aside, there = BASE / choosing.ASIDE / f"{name}.yaml", BASE / f"{again}.yaml"
                assert _kind(aside.read_text("utf-8")) == _kind(there.read_text("utf-8"))
                assert base.load_page(aside).article.date == base.load_page(there).article.date

    def pages(self) -> list[Path]:
        return sorted((*BASE.glob("*.yaml"), *(BASE / choosing.ASIDE).glob("*.yaml")))

    def lost(self) -> set[str]:
        """The notes that stand in no page, or in one of another article, and the sentences that are hidden no more."""
        kept = [page.read_text("utf-8") for page in self.pages()]
        shown = {line for line in self.hidden if not any(f"{line}  hidden: true\n" in each for each in kept)}
        return shown | {
            each for each, kind in self.written.items() if not any(each in k and _kind(k) == kind for k in kept)
        }


def _files() -> dict[Path, bytes]:
    return {path: path.read_bytes() for folder in (SEEDS, BASE) for path in folder.rglob("*") if path.is_file()}


def _kind(page: str) -> str:
    return str(re.findall(r"^- text: (\w+)\.", page, re.MULTILINE)[0])


STEPS = st.tuples(
    st.sampled_from(
        ["comment", "answer", "fact", "hide", "compile", "rename", "rewrite", "exchange", "change", "remove", "restore"]
    ),
    st.integers(0, 5),
)


@example([("rename", 0), ("comment", 0), ("remove", 0), ("rewrite", 2), ("restore", 0)])
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=14))
def test_no_sequence_of_edits_compiles_renames_and_removals_loses_an_edit_or_a_comment(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(tmp_path_factory.mktemp("life"))
        life = Life()
        for what, which in [*steps, ("compile", 0)]:
            if what in ("comment", "answer", "fact"):
                life.edit(which, what)
            else:
                getattr(life, what)(which)
            assert life.lost() == set()
        assert base.load_pages(BASE)[1] == ()
        named = {record.article.id for record in base.load(BASE)} if list(BASE.glob("*.yaml")) else set()
        assert named >= {path.stem for path in SEEDS.glob("*.md")}
