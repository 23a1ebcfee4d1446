"""What stands above an article: front matter by many names, and headers of plain lines."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.articles.front_matter import NAMES, QUIET, FrontMatter, FrontMatterError, read_front_matter, unread

DAY = datetime.date(2024, 10, 3)
TEXT = "The board met in Ostford on 4 May. It adopted the budget for the coming year."


def fenced(*lines: str) -> FrontMatter:
    return read_front_matter("\n".join(["---", *lines, "---", "", TEXT]))


@pytest.mark.parametrize("name", NAMES["title"])
def test_the_title_goes_by_many_names(name: str) -> None:
    assert fenced(f"{name}: Budget adopted").title == "Budget adopted"


@pytest.mark.parametrize("name", [*NAMES["date"], *NAMES["updated"], "Date-Published", "PubDate", "Last updated"])
@pytest.mark.parametrize("value", ["2024-10-03", "2024-10-03T09:30:00Z", "3 October 2024", "Thursday, October 3, 2024"])
def test_the_day_goes_by_many_names_and_is_written_in_many_ways(name: str, value: str) -> None:
    assert fenced(f'{name}: "{value}"').date == DAY


@pytest.mark.parametrize("name", [*NAMES["source"], *NAMES["author"], "Publisher", "Site Name"])
def test_the_source_goes_by_many_names(name: str) -> None:
    assert fenced(f"{name}: Ostland News").source == "Ostland News"


@pytest.mark.parametrize("name", [*NAMES["url"], "Source-URL"])
def test_the_address_goes_by_many_names(name: str) -> None:
    assert fenced(f"{name}: https://news.test/a").url == "https://news.test/a"


def test_the_publisher_goes_before_the_author_and_publication_before_an_update() -> None:
    found = fenced("author: Ann Ark", "publisher: Ostland News", "updated: 2024-10-05", "published: 2024-10-03")
    assert (found.source, found.date) == ("Ostland News", DAY)


def test_of_several_authors_all_are_named() -> None:
    assert fenced("authors: [Ann Ark, Bo Birch]").source == "Ann Ark, Bo Birch"


def test_an_address_where_the_source_is_expected_is_the_address() -> None:
    found = fenced("source: https://news.test/a")
    assert (found.url, found.source, found.warnings) == ("https://news.test/a", None, ())


def test_unknown_names_are_said_with_their_lines_and_the_usual_ones_are_not() -> None:
    found = fenced("title: Budget", "mood: sunny", "tags: [a]", "editor in chief: Ann Ark")
    mood, editor = found.warnings
    assert mood.startswith("line 3: “mood” in the front matter is not known and not read; known are title, date,")
    assert editor.startswith("line 5: “editor in chief”")


@pytest.mark.parametrize(
    ("name", "near"), [("titel", "title"), ("Publishd", "published"), ("sorce", "source"), ("permalnk", "permalink")]
)
def test_a_name_that_is_misspelt_gets_the_nearest(name: str, near: str) -> None:
    found = fenced(f"{name}: x")
    assert f"perhaps “{near}” is meant" in found.warnings[0]


def test_what_is_not_read_is_kept_with_its_value() -> None:
    lines = ["title: Budget", "headline: Another", "author: Ann Ark", "source: Ostland News", "mood: [sunny, warm]"]
    lines += ["published: 3 October 2024", "updated: 2024-10-05", "retrieved: 2024-10-06", "url: nowhere", "empty:"]
    text = "\n".join(["---", *lines, "---", "", TEXT])
    assert unread(text, read_front_matter(text)) == {
        "headline": "Another",
        "author": "Ann Ark",
        "mood": ["sunny", "warm"],
        "updated": "2024-10-05",
        "url": "nowhere",
    }


@pytest.mark.parametrize("line", ["a: &x 1\nb: *x", "a: !!python/name:os.system x", "a: 1\na: 2"])
def test_nothing_is_kept_of_front_matter_that_says_no_plain_values(line: str) -> None:
    text = f"---\n{line}\n---\n{TEXT}"
    assert unread(text, FrontMatter()) == {}


@pytest.mark.parametrize("name", sorted(QUIET))
def test_what_an_article_is_read_without_is_not_said(name: str) -> None:
    assert fenced(f"{name}: x").warnings == ()


def test_only_a_date_must_name_a_day() -> None:
    found = fenced("published: true", "updated: 2024-10-03")
    assert found.date == DAY
    assert "line 2: “published: true”" in found.warnings[0]
    with pytest.raises(FrontMatterError, match="not a day") as refused:
        fenced("title: x", "date: soon")
    assert refused.value.line == 3


def test_a_day_in_figures_is_read_where_it_can_be_but_one_day() -> None:
    assert fenced("title: x", "date: 14/05/2024").date == datetime.date(2024, 5, 14)
    assert fenced("title: x", "date: 05/14/2024").date == datetime.date(2024, 5, 14)
    with pytest.raises(FrontMatterError, match="may be 6 May or 5 June; write 2024-05-06 or 2024-06-05") as refused:
        fenced("title: x", "date: 06/05/2024")
    assert refused.value.line == 3


@pytest.mark.parametrize(
    "header",
    [
        "date 2024-10-03\ntitle: Budget: adopted\nsource: Ostland News\nurl: https://news.test/a\n\n",
        "Title: Budget: adopted\nPublisher: Ostland News\nPublished: 3 October 2024\nLink: https://news.test/a\n\n",
        "\n title: Budget: adopted\n source: Ostland News\n date: 2024-10-03\n url: https://news.test/a\n",
    ],
)
def test_a_header_of_plain_lines_is_read_as_front_matter(header: str) -> None:
    found = read_front_matter(f"{header}{TEXT}")
    assert (found.title, found.date) == ("Budget: adopted", DAY)
    assert (found.source, found.url) == ("Ostland News", "https://news.test/a")
    assert f"{header}{TEXT}"[found.end :].strip() == TEXT


@pytest.mark.parametrize("line", ["source: Ostland News", "Publisher: Ostland News"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_one_line_is_enough_to_name_the_source(line: str, gap: str) -> None:
    found = read_front_matter(f"{line}{gap}{TEXT}")
    assert found == FrontMatter(len(line) + 1, source="Ostland News")


@pytest.mark.parametrize(
    ("header", "line", "said"),
    [
        ("title: Budget adopted\nsorce: Ostland News\npublished: 2024-10-03\n\n", 2, "“sorce”"),
        ("Titel: Budget adopted\nDate: 2024-10-03\n\n", 1, "“Titel”"),
        ("title: Budget adopted\ntopic: weirs\nsource: Ostland News\n\n", 2, "“topic”"),
        ("title: Budget adopted\nsource: Ostland News\ntags: weirs, locks\n\n", 3, ""),
    ],
)
def test_a_name_that_is_not_known_in_a_header_of_plain_lines_is_said_and_none_of_the_text(
    header: str, line: int, said: str
) -> None:
    found = read_front_matter(f"{header}{TEXT}")
    assert f"{header}{TEXT}"[found.end :].strip() == TEXT
    assert (found.title == "Budget adopted") is (said != "“Titel”")
    assert [f"line {line}: {said}" in each for each in found.warnings] == [True] * bool(said)


@pytest.mark.parametrize(
    "text",
    [
        "Titel: Safety committee\nPresent: Ann Ark\nChair: Bo Birch\n",
        "Title: Safety committee\nTopic: weirs\nDate: 4 May 2021\n",
        f"topic: weirs\nobject: locks\n\n{TEXT}",
        f"Source of the trouble: a pipe\n\n{TEXT}",
        "Source: tap water\nDepth: 4 m\nPresent: Ann Ark\n",
        f"Title: Budget adopted\n\n{TEXT}",
        "Date: 4 May 2021\nPresent: Ann Ark\nChair: Bo Birch\n",
        "Title: Safety committee\nDate: 4 May 2021\nPlace: Room 4\nChair: Bo Birch\n",
        "Date: 4 May 2021, 18:00\nSource: tap water\n",
        f"date 2024-10-03\n\n{TEXT}",
        TEXT,
        "",
    ],
)
def test_minutes_and_single_lines_are_no_header(text: str) -> None:
    assert read_front_matter(text) == FrontMatter()


@given(
    st.lists(st.sampled_from(["title: a", "date 2024-10-03", "date: x", "url: b", "", "Chair: c", "text"]), max_size=6)
)
def test_what_is_behind_a_header_is_the_rest_of_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = read_front_matter(text)
    assert 0 <= found.end <= len(text)
    assert "Chair: c" not in text[: found.end]
    assert "text" not in text[: found.end]
