"""What is new among the seeds, what is there already, and what is a later version; nobody's edits are lost."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts import articles
from facts.incoming.alike import likeness, signature_of
from facts.incoming.document import Document, document_of, document_of_text, render
from facts.incoming.memory import Feed, file_of
from facts.incoming.shelf import VERSIONS, Shelf, Shelved
from facts.pages import removal

TODAY = datetime.date(2026, 1, 31)
DAY = datetime.date(2024, 2, 8)
URL = "https://courier.test/budget"
TEXT = [
    "The board of Dunmere harbour met in the Custom House on Thursday and adopted its budget for the coming year.",
    "The budget comes to 4,200,000 crowns, which is 3 per cent more than in 2023. It was adopted by 7 votes to 2.",
    "The chair, Olga Prynne, said that dredging of the inner basin would begin in April and end before the autumn.",
]
LONG = [*TEXT, *(f"Then the board heard report {word} of the harbour master." for word in "abcdefghijklmnop")]


def document(*paragraphs: str, title: str = "Dunmere board adopts its budget", url: str | None = URL) -> Document:
    return document_of(paragraphs or TEXT, title=title, date=DAY, source="The Dunmere Courier", url=url)


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    return tmp_path / "seeds"


@pytest.fixture
def shelf(seeds: Path) -> Shelf:
    return Shelf(seeds, TODAY)


def put(shelf: Shelf, what: Document, *addresses: str) -> Shelved:
    return shelf.put(what, addresses)


def visible(seeds: Path) -> list[str]:
    return sorted(path.name for path in seeds.iterdir() if not path.name.startswith("."))


def test_a_new_article_is_written_in_one_form(shelf: Shelf) -> None:
    shelved = put(shelf, document(), URL)
    assert (shelved.status, shelved.id, shelved.note) == ("added", "2024-02-08-dunmere-board-adopts-its-budget", "")
    assert shelved.path.read_text("utf-8") == (
        "---\ntitle: Dunmere board adopts its budget\ndate: 2024-02-08\nsource: The Dunmere Courier\n"
        f"url: {URL}\nretrieved: 2026-01-31\nlanguage: en\n---\n\n" + "\n\n".join(TEXT) + "\n"
    )
    article, warnings = articles.read(shelved.path)
    assert (article.title, article.date, article.source) == (
        "Dunmere board adopts its budget",
        DAY,
        "The Dunmere Courier",
    )
    assert (article.url, warnings) == (URL, ())


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Họp tại Đà Nẵng: 3rd “Forum”", "2024-02-08-hop-tai-da-nang-3rd-forum"),
        ("The mayor’s speech", "2024-02-08-the-mayors-speech"),
        ("word " * 40, "2024-02-08-" + "-".join(["word"] * 12)),
        ("../../etc/passwd", "2024-02-08-etc-passwd"),
        ("港口", "2024-02-08-article"),
    ],
)
def test_an_article_is_called_by_its_day_and_title(shelf: Shelf, seeds: Path, title: str, name: str) -> None:
    shelved = put(shelf, document(title=title, url=None))
    assert (shelved.id, shelved.path.parent) == (name, seeds)


def test_two_articles_with_one_title_have_two_names(shelf: Shelf, seeds: Path) -> None:
    first = put(shelf, document(), URL)
    other = put(shelf, document("Quite another text, of the council and not of the board, as it happens.", url=None))
    assert (other.status, other.id) == ("added", f"{first.id}-2")
    assert visible(seeds) == [f"{first.id}-2.md", f"{first.id}.md"]


def test_what_is_there_is_not_written_again(shelf: Shelf, seeds: Path) -> None:
    first = put(shelf, document(), URL)
    before = first.path.stat().st_mtime_ns
    for address in (URL, "http://www.courier.test/budget/?utm_source=mail"):
        assert put(shelf, document(), address).status == "unchanged"
    assert first.path.stat().st_mtime_ns == before


def test_another_address_of_a_report_is_the_same_article(shelf: Shelf, seeds: Path) -> None:
    first = put(shelf, document(*LONG), URL)
    nearly = ["(ONA) – " + LONG[0], *LONG[1:], "Share this report with a friend."]
    for n, text in enumerate([LONG, nearly]):
        for _ in range(2):
            again = put(shelf, document(*text, url=f"https://other.test/{n}"), f"https://other.test/{n}")
            assert (again.status, again.id) == ("same", first.id)
    assert put(shelf, document(*LONG), URL).status == "unchanged"
    assert visible(seeds) == [f"{first.id}.md"]


def test_a_report_with_other_numbers_or_of_another_day_is_another_article(shelf: Shelf) -> None:
    first = put(shelf, document(*LONG), URL)
    numbers = [line.replace("7 votes", "6 votes") for line in LONG]
    other = put(shelf, document(*numbers, url="https://other.test/1"), "https://other.test/1")
    assert other.status == "added"
    assert other.note.startswith(
        f"much like {first.id}, but not the same (another name, number or day): if it corrects"
    )
    assert f"“onrecord remove {other.id}”" in other.note


@pytest.mark.parametrize(
    ("said", "instead"),
    [("Dunmere harbour", "Kelport harbour"), ("Olga Prynne", "Hugh Lant"), ("and adopted its", "and rejected its")],
)
@pytest.mark.parametrize("titled", [True, False])
def test_a_report_that_says_the_same_of_another_thing_is_kept_with_a_warning(
    shelf: Shelf, said: str, instead: str, titled: bool
) -> None:
    first = put(shelf, document(*LONG), URL)
    changed = [line.replace(said, instead) for line in LONG]
    title = "Kelport board adopts its budget" if titled else "Dunmere board adopts its budget"
    other = put(shelf, document(*changed, url="https://other.test/1", title=title), "https://other.test/1")
    assert (other.status, other.note.partition(",")[0]) == ("added", f"much like {first.id}")


def test_of_one_text_a_title_that_names_another_body_is_another_report_and_a_new_headline_is_none(shelf: Shelf) -> None:
    put(shelf, document(*LONG), URL)
    other = put(shelf, document(*LONG, url="https://other.test/1", title="Kelport board adopts its budget"))
    again = put(shelf, document(*LONG, url="https://other.test/2", title="More money for the quays"))
    assert (other.status, again.status) == ("added", "same")


def test_a_corrected_report_takes_the_place_of_the_former_one_which_is_kept(shelf: Shelf, seeds: Path) -> None:
    first = put(shelf, document(), URL)
    former = first.path.read_bytes()
    corrected = put(shelf, document(TEXT[0], TEXT[1].replace("7 votes to 2", "6 votes to 3"), TEXT[2]), URL)
    assert (corrected.status, corrected.id) == ("corrected", first.id)
    text = corrected.path.read_text("utf-8")
    assert "6 votes to 3" in text
    assert "corrected: 2026-01-31" in text
    (kept,) = (seeds / VERSIONS).iterdir()
    assert kept.read_bytes() == former
    assert str(kept) in corrected.note
    assert articles.read(corrected.path)[1] == ()
    assert (
        put(shelf, document(TEXT[0], TEXT[1].replace("7 votes to 2", "6 votes to 3"), TEXT[2]), URL).status
        == "unchanged"
    )


def test_a_file_that_a_person_edited_stays_and_the_later_version_is_put_aside(shelf: Shelf, seeds: Path) -> None:
    first = put(shelf, document(), URL)
    edited = first.path.read_text("utf-8").replace("Olga Prynne", "Olga Prynne-Hart")
    first.path.write_text(edited, encoding="utf-8")
    assert put(shelf, document(), URL).status == "unchanged"  # the edit is no news of the page
    later = document(TEXT[0], TEXT[1].replace("4,200,000", "4,300,000"), TEXT[2])
    kept = put(shelf, later, URL)
    assert (kept.status, kept.id) == ("kept", first.id)
    assert first.path.read_text("utf-8") == edited
    assert "4,300,000" in next((seeds / VERSIONS).iterdir()).read_text("utf-8")
    assert put(shelf, later, URL).status == "unchanged"  # said once


def test_an_article_that_a_person_wrote_is_found_by_its_address(shelf: Shelf, seeds: Path) -> None:
    seeds.mkdir()
    (seeds / "mine.md").write_text(f"---\nlink: {URL}\n---\n" + "\n\n".join(TEXT), encoding="utf-8")
    assert (put(shelf, document(), URL).status, visible(seeds)) == ("unchanged", ["mine.md"])


def test_what_another_address_says_later_does_not_take_the_place_of_the_first(shelf: Shelf, seeds: Path) -> None:
    first = put(shelf, document(), URL)
    put(shelf, document(url="https://other.test/1"), "https://other.test/1")
    later = put(shelf, document(TEXT[0], url="https://other.test/1", title="Other"), "https://other.test/1")
    assert later.status == "added"
    assert later.id != first.id
    assert TEXT[1] in first.path.read_text("utf-8")


def test_a_file_that_holds_another_report_by_now_is_another_article(shelf: Shelf) -> None:
    first = put(shelf, document(url=None), "file:///tmp/report.pdf")
    changed = document(TEXT[0], TEXT[1].replace("7 votes", "8 votes"), TEXT[2], url=None)
    assert put(shelf, changed, "file:///tmp/report.pdf").status == "corrected"
    other = document(
        "The council elected a new mayor, Bo Lusk, on Monday evening in the town hall.", url=None, title="Mayor"
    )
    assert put(shelf, other, "file:///tmp/report.pdf").status == "added"
    assert "8 votes" in first.path.read_text("utf-8")


CORRECTED = [line.replace("7 votes to 2", "6 votes to 3").replace("in April", "in May") for line in LONG]


def test_a_file_of_the_same_title_day_and_most_sentences_is_a_later_version(shelf: Shelf, seeds: Path) -> None:
    first = put(shelf, document(*LONG, url=None), "file:///tmp/report.txt")
    former = first.path.read_bytes()
    later = put(shelf, document(*CORRECTED, url=None), "file:///tmp/report-corrected.txt")
    assert (later.status, later.id, visible(seeds)) == ("corrected", first.id, [f"{first.id}.md"])
    assert later.note.startswith("a later version of it was added; the former one is in ")
    (kept,) = (seeds / VERSIONS).iterdir()
    assert kept.read_bytes() == former
    assert "6 votes to 3" in first.path.read_text("utf-8")
    assert put(shelf, document(*LONG, url=None), "file:///tmp/report.txt").status == "unchanged"


@pytest.mark.parametrize(
    "other",
    [
        document(*CORRECTED, url="https://other.test/1"),
        document(*CORRECTED, url=None, title="Dunmere board meets again"),
        dataclasses.replace(document(*CORRECTED, url=None), date=DAY + datetime.timedelta(1)),
        document(TEXT[0], *(f"A member asked {word} of the treasurer." for word in "abcdefghijklmnop"), url=None),
    ],
)
def test_a_file_that_may_be_another_report_is_beside_the_first(shelf: Shelf, seeds: Path, other: Document) -> None:
    first = put(shelf, document(*LONG, url=None), "file:///tmp/report.txt")
    added = put(shelf, other, other.url or "file:///tmp/other.txt")
    assert (added.status, len(visible(seeds))) == ("added", 2)
    assert added.id != first.id


def test_a_later_version_by_file_leaves_alone_what_a_person_edited(shelf: Shelf, seeds: Path) -> None:
    first = put(shelf, document(*LONG, url=None), "file:///tmp/report.txt")
    edited = first.path.read_text("utf-8").replace("Olga Prynne", "Olga Prynne-Hart")
    first.path.write_text(edited, encoding="utf-8")
    kept = put(shelf, document(*CORRECTED, url=None), "file:///tmp/later.txt")
    assert (kept.status, kept.id, first.path.read_text("utf-8")) == ("kept", first.id, edited)
    assert "6 votes to 3" in next((seeds / VERSIONS).iterdir()).read_text("utf-8")


@pytest.mark.parametrize("url", [None, URL])
def test_a_file_that_was_only_renamed_was_not_edited(shelf: Shelf, seeds: Path, url: str | None) -> None:
    first = put(shelf, document(*LONG, url=url), url or "file:///tmp/report.txt")
    renamed = first.path.rename(seeds / "budget.md")
    other = document("Quite another text, of the council and not of the board, as it happens.", url=None)
    assert put(shelf, other, "file:///tmp/other.txt").status == "added"
    later = put(shelf, document(*CORRECTED, url=url), url or "file:///tmp/later.txt")
    assert (later.status, later.id) == ("corrected", "budget")
    assert "6 votes to 3" in renamed.read_text("utf-8")


def test_a_file_that_was_renamed_and_edited_stays(shelf: Shelf, seeds: Path) -> None:
    first = put(shelf, document(*LONG, url=None), "file:///tmp/report.txt")
    edited = first.path.read_text("utf-8").replace("Olga Prynne", "Olga Prynne-Hart")
    first.path.rename(seeds / "budget.md").write_text(edited, encoding="utf-8")
    kept = put(shelf, document(*CORRECTED, url=None), "file:///tmp/later.txt")
    assert (kept.status, kept.id, kept.path.read_text("utf-8")) == ("kept", "budget", edited)


def test_what_was_renamed_changed_and_taken_out_is_not_taken_in_again(shelf: Shelf, seeds: Path) -> None:
    first = put(shelf, document(*LONG, url=None), "file:///tmp/report.txt")
    renamed = seeds / "budget.md"
    changed = first.path.read_text("utf-8").replace("7 votes to 2", "6 votes to 3").replace("Dunmere board", "Board")
    renamed.write_text(changed, encoding="utf-8")
    first.path.unlink()
    removal.remove(renamed.stem, seeds.parent / "base", seeds)
    again = put(shelf, document(*LONG, url=None), "file:///tmp/report.txt")
    assert (again.status, again.id) == ("removed", "budget")
    other = document("Quite another text, of the council and not of the board, as it happens.", url=None)
    assert put(shelf, other, "file:///tmp/report.txt").status == "added"
    assert shelf.put(document(*LONG, url=None), ["file:///tmp/report.txt"], again=True).status == "added"


def test_without_what_was_remembered_nothing_is_lost_or_doubled(shelf: Shelf, seeds: Path) -> None:
    put(shelf, document(), URL)
    for damage in (b"", b"\xff{", b'{"version":99}'):
        file_of(seeds).write_bytes(damage)
        assert put(shelf, document(), URL).status == "unchanged"
        file_of(seeds).write_bytes(damage)
        assert put(shelf, document(url="https://other.test/1"), "https://other.test/1").status == "same"
    file_of(seeds).unlink()
    changed = document(TEXT[0], TEXT[1].replace("7 votes", "8 votes"), TEXT[2])
    assert put(shelf, changed, URL).status == "kept"  # nobody knows any more that the file is not a person's
    assert len(visible(seeds)) == 1


def test_another_report_is_brought_in_though_one_much_like_it_was_taken_out(shelf: Shelf, seeds: Path) -> None:
    first = put(shelf, document(), URL)
    removal.remove(first.id, seeds.parent / "base", seeds)
    assert put(shelf, document(), "https://other.test/a").status == "removed"
    other = [TEXT[0], TEXT[1].replace("4,200,000", "5,200,000"), TEXT[2]]
    added = put(shelf, document(*other, url="https://courier.test/later"))
    assert (added.status, added.id) == ("added", f"{first.id}-2")
    removal.purge(first.id, seeds.parent / "base", seeds)
    assert put(shelf, document(), URL).status == "added"


def test_what_is_known_of_a_feed_is_kept(shelf: Shelf) -> None:
    feed = Feed('"7"', None, {"a": "2024"})
    shelf.keep_feed("https://courier.test/feed", feed)
    put(shelf, document(), URL)
    assert shelf.feed("http://www.courier.test/feed/") == feed
    assert shelf.feed("https://courier.test/other") == Feed()


WORDS = st.sampled_from(
    "The board met. | Date: 4 May 2021 | - an item | # A heading | 7 votes | --- | (ONA) – ".split("|")
)


@given(
    blocks=st.lists(WORDS, min_size=1, max_size=6).map(
        lambda blocks: [*blocks, "The members adopted the plan at the end."]
    ),
    title=st.none() | st.text(st.characters(codec="utf-8"), min_size=1, max_size=30),
    source=st.none() | st.sampled_from(["ONA", "a: b", "'quoted'", "# no", "- x", "null", "2024"]),
)
def test_what_is_written_is_read_as_it_was(blocks: list[str], title: str | None, source: str | None) -> None:
    made = document_of(blocks, title=title, source=source, date=DAY)
    written = render(made, TODAY)
    again = document_of_text(written)
    assert (again.title, again.date) == (made.title, made.date)
    assert signature_of(again.text).words == signature_of(made.text).words
    assert source is None or again.source == source
    assert render(again, TODAY) == written


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_is_symmetric_and_whole_for_the_same_words(one: str, other: str) -> None:
    first, second = signature_of(one), signature_of(other)
    assert likeness(first, second) == likeness(second, first)
    assert 0 <= likeness(first, second) <= 1
    assert likeness(first, signature_of(f"  {one}\n")) == 1
