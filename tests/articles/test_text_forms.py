"""One invented report as people save it: what stands above and below the text is read, and the text is the same."""

from __future__ import annotations

import datetime
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts import articles
from facts.articles.date_lines import date_of_line
from facts.articles.dateline import address_of_line
from facts.articles.front_matter import read_front_matter
from facts.articles.reading import read_text
from facts.model import Article

DAY = datetime.date(2024, 10, 3)
TITLE, SOURCE, URL = "Board agrees on dues", "The Ostmere Ledger", "https://ledger.test/a"
FIRST = "The harbour board of Ostmere met on Tuesday and agreed on the dues of the coming year."
SECOND = "“It took us until midnight,” said Jo Rask, who chaired the meeting."
TEXT = f"{FIRST}\n\n{SECOND}\n"

DATE_LINES = [
    *("Published: Thu, 03 Oct 2024", "Published 3rd October 2024, 10:30 GMT", "Published at 10:30 on 3 October 2024"),
    *("Published Oct. 3, 2024, 10:30 a.m. ET", "*Posted: 2024-10-03 10:30*", "_Posted by Jo Rask on October 3, 2024_"),
    *("By Jo Rask | October 3, 2024", "October 3, 2024 | By Jo Rask", "First published on Thursday 3 October 2024"),
    *("Release date: 3 October 2024", "Date of publication: 3 October 2024", "Published on: 3rd of October, 2024"),
    *("Published 10:30, 3 October 2024", "Published: 03.10.2024", "2024/10/03", "By Jo Rask, October 3, 2024"),
    *("Published: 3 October 2024\nUpdated: 5 October 2024", "by Jo Rask\n\nOct 3, 2024", "3 October 2024"),
    *("Thursday, 3 October 2024, 14:30", "3 October 2024, 2.30 p.m.", "Ostmere (ONA), October 3, 2024."),
    *("Press release | 3 October 2024 | The Ostmere Ledger", "3 October 2024 | Press release"),
    *(
        "Press Office\n3 October 2024",
        "Last updated: 5 May 2026\n\n3 October 2024",
        "Page last reviewed: 3 October 2024",
        "This page was last changed on 3 October 2024.",
    ),
    *("OSTMERE, 3 October 2024", "Ostmere, 3 October 2024 (ONA) –", "The Ostmere Ledger, 3 October 2024"),
]
DATELINES = [
    *("OSTMERE (October 3, 2024) – ", "Ostmere, October 3, 2024 /ONA/ -- ", "(Ostmere, 3 October 2024) "),
    *("OSTMERE, 3 October 2024 — ", "Ostmere, 3 October 2024 (ONA) – ", "Ostmere (ONA), 3 October 2024 – "),
    *("Ostmere, Thursday 3 October 2024. ", "Ostmere, Lunn, 3 October 2024: "),
]
HEADERS = [
    "Title - Board agrees on dues\nDate - 3 October 2024\nSource - The Ostmere Ledger\nURL - https://ledger.test/a\n\n",
    "title = Board agrees on dues\ndate = 2024-10-03\nsource = The Ostmere Ledger\nurl = https://ledger.test/a\n\n",
    "**Title:** Board agrees on dues\n**Date:** 3 October 2024\n**Outlet:** The Ostmere Ledger\n"
    "**Link:** https://ledger.test/a\n\n",
    "> Title: Board agrees on dues\n> Source: The Ostmere Ledger\n> Date: 3 October 2024\n> URL: https://ledger.test/a\n\n",
    "Headline: Board agrees on dues\nPublication date: 3 October 2024\nOutlet: The Ostmere Ledger\n"
    "URL: https://ledger.test/a\n---\n",
    '+++\ntitle = "Board agrees on dues"\ndate = 2024-10-03\nsource = "The Ostmere Ledger"\n'
    'url = "https://ledger.test/a"\ntags = ["dues"]\n+++\n\n',
    "Subject: Board agrees on dues\nTo: readers@ledger.test\nFrom: The Ostmere Ledger\n"
    "Date: Thu, 3 Oct 2024 10:30:00 +0100\nLink: https://ledger.test/a\n\n",
]


def read(text: str) -> Article:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(text, encoding="utf-8")
        return articles.read(path)[0]


def paragraphs(article: Article) -> list[str]:
    return [article.text[start:end] for start, end in article.paragraphs]


@pytest.mark.parametrize("line", DATE_LINES)
def test_a_line_with_the_day_below_the_headline_is_none_of_the_text(line: str) -> None:
    article = read(f"{TITLE}\n\n{line}\n\n{TEXT}")
    assert (article.title, article.date, paragraphs(article)) == (TITLE, DAY, [FIRST, SECOND])


@pytest.mark.parametrize("dateline", DATELINES)
def test_a_dateline_gives_the_day(dateline: str) -> None:
    article = read(f"{TITLE}\n\n{dateline}{TEXT}")
    assert (article.title, article.date, paragraphs(article)) == (TITLE, DAY, [FIRST, SECOND])


@pytest.mark.parametrize("header", HEADERS)
def test_a_header_of_plain_lines_is_none_of_the_text(header: str) -> None:
    article = read(f"{header}{TEXT}")
    assert (article.title, article.date, article.source, article.url) == (TITLE, DAY, SOURCE, URL)
    assert paragraphs(article) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "head",
    [
        "PRESS RELEASE\n\nOstmere, 3 October 2024\n\nBoard agrees on dues",
        "Press Release No. 17/2024\n3 October 2024\n\nBoard agrees on dues",
        "News\n\nBoard agrees on dues\n\n3 October 2024",
        "https://ledger.test/a\n\nBoard agrees on dues\n\n3 October 2024",
        "Board agrees on dues\nThe Ostmere Ledger\n3 October 2024",
    ],
)
def test_what_stands_above_the_headline_or_between_it_and_the_day_is_none_of_the_text(head: str) -> None:
    article = read(f"{head}\n\n{TEXT}")
    assert (article.title, article.date, paragraphs(article)) == (TITLE, DAY, [FIRST, SECOND])
    assert article.url == (URL if URL in head else None)
    assert article.source == (SOURCE if SOURCE in head else "ledger.test" if URL in head else None)


@pytest.mark.parametrize(
    ("end", "source", "url"),
    [
        ("Published: 3 October 2024", None, None),
        ("Published: 3 October 2024\n\nPage last reviewed: 5 May 2026", None, None),
        ("Last updated: 3 October 2024", None, None),
        ("This page was last edited on 3 October 2024", None, None),
        ("Source: The Ostmere Ledger, 3 October 2024", SOURCE, None),
        ("(Source: The Ostmere Ledger, 3 October 2024)", SOURCE, None),
        ("-- The Ostmere Ledger, 3 October 2024", SOURCE, None),
        ("(The Ostmere Ledger)\n\nPublished: 3 October 2024", SOURCE, None),
        (f"Read more: {URL}\n\nPublished: 3 October 2024", "ledger.test", URL),
        (f"Source: The Ostmere Ledger (3 October 2024)\n\nFull story here: {URL}", SOURCE, URL),
    ],
)
def test_lines_below_a_text_say_where_it_is_from_and_when(end: str, source: str | None, url: str | None) -> None:
    article = read(f"{TITLE}\n\n{TEXT}\n{end}\n")
    assert (article.date, article.source, article.url) == (DAY, source, url)
    assert paragraphs(article) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "end", [" (Source: The Ostmere Ledger)", "\nSource: The Ostmere Ledger", " — The Ostmere Ledger"]
)
def test_the_source_may_stand_behind_the_last_sentence(end: str) -> None:
    article = read(f"{TITLE}\n\n{TEXT.rstrip()}{end}\n")
    assert article.source == SOURCE
    assert paragraphs(article) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "end",
    [
        "-- Ada Wren",
        "(Ada Wren, clerk)",
        "— Ada Wren, for the Tarn Observer",
        "The papers were there:\n\n– The Tarn Times\n– The Ostmere Ledger",
    ],
)
def test_a_name_at_the_end_of_a_text_is_its_source_only_if_it_is_a_papers(end: str) -> None:
    assert read(f"{TITLE}\n\n{TEXT}\n{end}\n").source is None


@pytest.mark.parametrize(
    "text",
    [
        "Minutes of the board\n\nTown Hall\n\n3 October 2024, 18:00\n\nThe board met.",
        "Minutes of the board\n\n3 October 2024 – Town Hall\n\nThe board met.",
        "Ostmere Harbour Meeting\n\n3 October 2024, 18:00\n\nThe board met.",
        "Board agrees on dues\n\nHarbour Meeting, 3 October 2024. The board met.",
        "To: all members\nFrom: the clerk\nDate: 4 May 2021, 18:00\n\nThe board meets on Monday.",
        "Title - chair\nAnn Poole - treasurer\n\nThe board met on Monday.",
        "The board met on Monday, and was chaired\nby Jo Rask\nin the hall of Ostmere.",
    ],
)
def test_lines_of_minutes_and_of_text_stay(text: str) -> None:
    words = " ".join(paragraphs(read(text))).split()
    title = read(text).title or ""
    assert sorted([*words, *title.split()]) == sorted(text.split())


@pytest.mark.parametrize(
    "line", ["10/3/2024", "October 2024", "On 3 October 2024", "3 October 2024, 18:00", "31.02.2024"]
)
def test_what_names_no_single_day_of_publication_is_no_date_line(line: str) -> None:
    assert date_of_line(line) is None


@given(st.text(st.sampled_from("Published by on at, 3.10/2024-|October:Jo ") | st.characters(), max_size=80))
def test_any_line_names_a_day_or_none(line: str) -> None:
    assert date_of_line(line) is None or any(map(str.isdigit, line))
    address = address_of_line(line)
    assert address is None or address.startswith("http")


def test_what_a_line_names_as_an_address_is_one_in_the_front_matter() -> None:
    assert address_of_line("Read more: https://.") is None
    for line in (f"Read more: {URL}.", "Read more: HTTPS://LEDGER.TEST/A"):
        address = address_of_line(line)
        assert address is not None
        assert read_front_matter(f"---\nurl: {address}\n---\n{TEXT}\n").url == address


@pytest.mark.parametrize("line", ["By Jo Rask | The Ostmere Ledger", "*By Jo Rask and Al Tam · The Ostmere Ledger*"])
def test_a_line_of_writer_and_outlet_gives_the_outlet(line: str) -> None:
    article = read(f"# {TITLE}\n\nPublished: 3 October 2024\n\n{line}\n\n{TEXT}")
    assert (article.source, article.date, paragraphs(article)) == (SOURCE, DAY, [FIRST, SECOND])


def test_a_line_of_writer_and_day_gives_no_outlet() -> None:
    article = read(f"# {TITLE}\n\nBy Jo Rask | October 3, 2024\n\n{TEXT}")
    assert (article.source, article.date) == (None, DAY)


TABLE = "| Item | Cost |\n| --- | ---: |\n| Oars | 90 crowns |\n| *Lamps* | 40 crowns |\n"


def paragraphs_of(text: str) -> list[str]:
    reading = articles.read_text(text)
    return [reading.text[slice(*span)] for span in reading.paragraphs]


@pytest.mark.parametrize("front", ["", "---\ntitle: Oars | Lamps\n---\n", "title: Oars | Lamps\n---\n"])
def test_a_table_of_markdown_is_read_as_a_line_a_row(front: str) -> None:
    found = paragraphs_of(f"{front}The club met in Brill on Friday.\n\n{TABLE}\nIt was late when it ended.")
    assert found[-4:] == [
        "The club met in Brill on Friday.",
        "Item: Oars; Cost: 90 crowns",
        "Item: Lamps; Cost: 40 crowns",
        "It was late when it ended.",
    ]


@pytest.mark.parametrize(
    "text",
    ["The club met | in Brill on Friday.\nIt was late | when it ended.", "The club met in Brill: 4 | 5 | 6 came."],
)
def test_bars_that_make_no_table_are_text(text: str) -> None:
    assert " ".join(paragraphs_of(text)) == text


def test_the_labels_of_a_meeting_in_a_table_stay_labels() -> None:
    table = "| Date | 4 May 2021 |\n|---|---|\n| Venue | Mill Hall |\n| Present | Ann Lee, Bo Ek |\n"
    found = paragraphs_of(f"# Minutes of the rowing club\n\n{table}\nThe club bought oars.")
    assert [line for each in found for line in each.split("\n")][-4:] == [
        "Date: 4 May 2021",
        "Venue: Mill Hall",
        "Present: Ann Lee, Bo Ek",
        "The club bought oars.",
    ]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"{TITLE}\n\nLast updated: 5 May 2026\n\nOSTMERE, 3 October 2024 — {TEXT}", DAY),
        (f"Dues round table, 3 October 2024, Mill Hall\n\n{TEXT}\nLast updated: 5 May 2026\n", DAY),
        (f"Ostmere Harbour Meeting\n\n3 October 2024, 18:00\n\n{TEXT}", DAY),
        (f"Report on the dues round table of 3 October 2024\n\n{TEXT}", None),
        (f"Board to adopt dues after its meeting, 3 October 2024\n\n{TEXT}", None),
        (f"{TITLE}\n\n{TEXT}\nNext meeting\n\n3 October 2024, 18:00\n", None),
    ],
)
def test_a_text_is_of_the_day_it_names_as_its_own_before_that_of_a_change(
    text: str, date: datetime.date | None
) -> None:
    assert read(text).date == date


NOTES = "Notes\n\n3. Market square\nJo Rask moved that the square be closed.\n4. Pool\nThe board put it off to June.\n"
NAMES = "Notes\n\n1. Jo Rask\nMayor of Ostmere\n2. Kim Dahl\nClerk to the board\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            NOTES,
            [
                *("3. Market square", "Jo Rask moved that the square be closed."),
                *("4. Pool", "The board put it off to June."),
            ],
        ),
        (NAMES, ["1. Jo Rask\nMayor of Ostmere", "2. Kim Dahl\nClerk to the board"]),
        (NOTES.replace("Jo Rask moved", "moved"), ["3. Market square\nmoved that the square be closed."]),
    ],
)
def test_a_heading_right_above_its_text_is_a_paragraph(text: str, found: list[str]) -> None:
    article = read(text)
    assert paragraphs(article)[: len(found)] == found


def test_heads_in_bold_are_no_part_of_the_sentence_behind_them() -> None:
    text = (
        "The council met.\n\n**Market square** Cllr Ann Lee said that it was paved.\n\n"
        "**4. Bins** – Six were bought.\n\n3. **Roof** It leaks.\n\n**Present** Ann Lee, Bo Ek\n\n"
        "**Next meeting** 3 May.\n"
    )
    read = read_text(text)
    told = [read.text[start:end] for start, end in read.paragraphs]
    assert told == [
        "The council met.",
        "## Market square",
        "Cllr Ann Lee said that it was paved.",
        "## 4. Bins",
        "Six were bought.",
        "## 3. Roof",
        "It leaks.",
        "Present Ann Lee, Bo Ek",
        "Next meeting 3 May.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Dues rise in Ostmere\n\n**Ostmere** The board met on Tuesday.\n\nIt agreed on the dues.",
        "The board met.\n\n**The board** agreed on the dues.\n\n**The dues** rise in May.",
        "The board met.\n\n**Susan Reed** We need a pier.\n\n**Peter Lamb** We have one.",
        "The board met.\n\n**Who pays?** The board pays.\n\n**How much?** Ten crowns.",
        "The board met.\n\n**Decision:** The dues rise.\n\n**Action:** Ann Lee to tell the crews.",
    ],
)
def test_other_words_in_bold_are_words_of_their_sentence(text: str) -> None:
    assert read_text(text).text == text.replace("**", "")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("The fair is on ~~3 July~~ **10 July**.", "The fair is on 10 July."),
        ("The fair is on **~~3 July~~** 10 July.", "The fair is on 10 July."),
        ("The fair is on **10 July ~~3 July~~**, at noon ~~or so~~.", "The fair is on 10 July, at noon."),
        ("The fair is on <del>3 July</del> <ins>10 July</ins>.", "The fair is on 10 July."),
        ('The fair is on <s class="old"><b>3</b> July</s> <strike>4 July</strike> 10 July.', "The fair is on 10 July."),
        ("The fair is on ~~3\nJuly~~ 10 July.", "The fair is on 10 July."),
        ("The [~~spring~~ summer](https://ledger.test/a) fair is on.", "The summer fair is on."),
        ("- The fair is on.\n- ~~Boots are for sale.~~\n- <s>So are hats.</s>\n- It ends late.", None),
        ("The fair is on.\n\n~~Boots are for sale.~~\n\nIt ends late.", None),
    ],
)
def test_what_is_struck_out_is_not_said(written: str, said: str | None) -> None:
    found = paragraphs_of(f"{TITLE}\n\n{FIRST}\n\n{written}\n")[1:]
    assert [each.removeprefix("- ") for each in found] == ([said] if said else ["The fair is on.", "It ends late."])


@pytest.mark.parametrize(
    "text",
    [
        "The pier is ~5 m long and ~~2 m wide.",
        "The old sign reads `~~open~~` to this day.",
        "They walked ~3 km and back ~3 km.",
        "The board met.\n\nIt went ~~on\n\nand~~ on.",
    ],
)
def test_signs_that_strike_nothing_out_leave_their_text(text: str) -> None:
    assert read_text(text).text == text.replace("`", "")
