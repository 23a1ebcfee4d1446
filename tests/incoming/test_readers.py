"""Real files of each format: title, day, source and text are right, and nothing else is in the text."""

from __future__ import annotations

import datetime
import io
import zipfile
from html import escape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facts.articles import read_text
from facts.incoming.converting import Converter, format_of
from facts.incoming.document import ConversionError, Document, render
from facts.incoming.readers import feed, html

FILES = Path(__file__).parent / "files"
TODAY = datetime.date(2026, 1, 31)

KNOWN: dict[str, tuple[str, str, str, list[str], list[str]]] = {
    "news.html": (
        "Northmoor council keeps its swimming pool",
        "2024-10-03",
        "The Northmoor Gazette",
        [
            "Northmoor town council voted",
            "The meeting, held at",
            "## Repairs to begin",
            "Treasurer Paul",
            "Councillors will",
        ],
        ["cookies", "Weather", "Read more", "swimmer77", "rights reserved", "tracker"],
    ),
    "blog.html": (
        "Ferry users meet the operator",
        "2023-05-19",
        "Skerrow Ferry Users’ Group",
        [
            "Our committee met",
            "These points",
            "- a Sunday",
            "- the late",
            "- fares",
            "“The Sunday boat",
            "The next meeting",
        ],
        ["Archives", "Great news", "WordPress", "Join"],
    ),
    "old.html": (
        "Ministers of the Arda basin sign water accord",
        "2001-10-12",
        "AWC",
        ["The water ministers of Ardania", "The ceremony at the Hotel Métropole", "Under the accord"],
        ["Staff", "Quay Street", "Posted", "2009"],
    ),
    "minutes.html": (
        "Minutes of the parish council meeting of 14 February 2022",
        "2022-02-21",
        "Harrowby Parish Council",
        [
            *("The meeting was held", "## Attendance", "Name: Ruth Amery; Ward: Church End; Present: Yes"),
            *(
                "Name: Colin Batty; Ward: Mill Lane; Present: Yes",
                "Name: Edna Marsh; Ward: Mill Lane; Present: Apologies",
            ),
            *("## Decisions", "1. The council resolved", "2. The council refused", "Budget for 2022: £18,400"),
            *("Precept: £15,250", "The clerk reported"),
        ],
        ["Skip to", "Old School"],
    ),
    "soup.xhtml": (
        "Trade ministers end talks without a deal",
        "2019-11-08",
        "Selvaria News Agency",
        ["Trade ministers of the Five Coasts", "Delegates from five", "“We were close"],
        ["Share", "Most read", "airport", "Politics", "./."],
    ),
    "columns.pdf": (
        "Straits commission agrees on a common pilot service",
        "2018-06-21",
        "Kestrel Straits Commission",
        [
            *("The Kestrel Straits Commission closed", "The session, which", "“A ship that", "Under the agreement"),
            *("The pilots will be", "A proposal by Tarn", "The Commission also", "Members took note", "Delegates paid"),
            *("The long-standing dispute", "Experts of the three", "The tenth annual", "The budget for"),
            *(
                "Before the close",
                "Its representative",
                "In other business",
                "The secretariat reported",
                "The Commission thanked",
            ),
        ],
        ["Bulletin", "Page"],
    ),
    "table.pdf": (
        "Minutes of the Lindhaven Port Committee",
        "2021-03-09",
        "",
        [
            *("The committee met", "## 1. Harbour dues", "The committee voted"),
            *(
                "Member: Nora Finch; Party: Harbour List; Vote: For",
                "Member: Owen Pryce; Party: Harbour List; Vote: For",
            ),
            *(
                "Member: Sunniva Dahl; Party: Greens; Vote: Against",
                "Member: Karl Oster; Party: Independent; Vote: Abstained",
            ),
            *("The motion was carried", "## 2. Works", "The following works"),
            *("Dredging of the basin: 410,000 crowns", "Repair of the east mole: 265,000 crowns", "Works are to begin"),
        ],
        ["Published", "jsmith"],
    ),
    "list.pdf": (
        "Readout of the harbour-masters’ and Osmark-Vellin pilots’ meeting",
        "2023-03-14",
        "",
        [
            *(
                "Harbour master Greta Lund convened",
                "Taking part in the meeting:",
                "Greta Lund, Harbour Master of Osmark",
            ),
            *("Pavel Istrin, Pilots’ Guild", "Elias Morrow, Office", "Ines Calder, Bureau", "They agreed to keep"),
        ],
        ["Published", "Untitled"],
    ),
    "minutes.docx": (
        "Minutes of the Brackwater Library Trust",
        "2023-04-11",
        "Brackwater Library Trust",
        [
            *("Date: 11 April 2023, 18:30", "## Attendance", "Name: Imogen Sayle; Office: Chair; Attended: in person"),
            *("Name: Bertram Cole; Office: Treasurer; Attended: by telephone", "Name: Lotte Wren; Office: Librarian"),
            *("## Decisions", "- The trust decided", "- The trust declined", "The chair closed"),
        ],
        ["Word Document"],
    ),
    "communique.docx": (
        "Joint communiqué of the Altmark and Sorrel river talks",
        "2022-09-06",
        "Ministry of Water of Sorrel",
        [
            *("The environment ministers of Altmark", "The plan will cost 95 million crowns over six years"),
            *("Host: Ministry of Water of Sorrel", "Next round: Altmark, March 2023", "Observers from the Wend"),
            "Minister Jonas Feld",
        ],
        ["80 million"],
    ),
    "release.docx": (
        "Foundry workers of Hallin vote to end strike",
        "2019-11-14",
        "Hallin Metalworkers’ Union",
        ["Workers at the Hallin foundry", "Union secretary"],
        ["PRESS RELEASE", "Thursday"],
    ),
}
"""For each file its title, day and source, how each paragraph begins, and what must not be in the text."""


def converted(converter: Converter, name: str) -> Document:
    return converter.convert((FILES / name).read_bytes())


@pytest.mark.parametrize("name", KNOWN)
def test_title_day_source_and_paragraphs_of_a_file_are_right(converter: Converter, name: str) -> None:
    title, day, source, beginnings, foreign = KNOWN[name]
    document = converted(converter, name)
    assert (document.title, document.date, document.source) == (title, datetime.date.fromisoformat(day), source or None)
    reading = read_text(render(document, TODAY))
    paragraphs = [reading.text[start:end] for start, end in reading.paragraphs]
    assert [p[: len(b)] for p, b in zip(paragraphs, beginnings, strict=True)] == beginnings
    assert not [word for word in foreign if any(word in paragraph for paragraph in paragraphs)]


def test_a_paragraph_that_goes_on_in_the_next_column_or_on_the_next_page_is_one(converter: Converter) -> None:
    text = converted(converter, "columns.pdf").text
    assert "which is an increase of four per cent over the current year. Contributions are due on 1 February." in text
    assert "the fishing grounds that takes account of the migration of herring, and to report to the Commission" in text


def test_a_scan_is_refused_with_a_way_on(converter: Converter) -> None:
    with pytest.raises(ConversionError, match=r"only pictures of it \(a scan\?\); recognise its text"):
        converted(converter, "scan.pdf")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "an old Word file; save it as .docx or .txt"),
        (b"{\\rtf1 text}", "a rich text file; open it in a word processor and save it as .docx or .txt"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", r"OpenDocument text \(.odt\); save it as .docx"),
        (b"PK\x03\x04 ppt/presentation.xml", r"slides \(PowerPoint\); save them as .pdf"),
        (b"PK\x03\x04 xl/workbook.xml", r"a table \(Excel\); save what it tells as .docx or .txt"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\x1f\x8b\x08", "unpack it first"),
        (b"PK\x03\x04 something else", "packed file or another program's"),
        (b"PK\x03\x04 word/ but no more", "damaged"),
        (b"%PDF-1.7 and no more", "is damaged"),
        (b"<html><body></body></html>", "no article was found|no running text"),
        (b"\x00\x01\x02\x03 binary", "is not text"),
        (b"<!doctype html><p>" + "Hội đồng đã họp và thông qua ngân sách của các tỉnh. ".encode() * 9, "Vietnamese"),
        (b"---\ntitle: x\n\nText without an end.", "line 1: the front matter has no end"),
        (b"<rss version='2.0'></rss>", "is a feed"),
    ],
)
def test_what_is_no_article_is_refused_with_the_reason(converter: Converter, data: bytes, reason: str) -> None:
    with pytest.raises(ConversionError, match=reason):
        converter.convert(data)


def test_a_web_page_is_known_whatever_its_file_is_called() -> None:
    assert [format_of((FILES / name).read_bytes()) for name in KNOWN if "html" in name] == ["html"] * 5
    assert format_of("\ufeff<!DOCTYPE html><p>x".encode()) == "html"
    assert format_of("<html><p>x".encode("utf-16")) == "html"
    assert format_of((FILES / "news.rss").read_bytes()) == format_of((FILES / "news.atom").read_bytes()) == "feed"
    assert format_of(b"# Notes\n\nWe wrote <html> by hand.") == "text"


def test_a_page_in_the_encoding_that_its_host_says_is_read_right(converter: Converter) -> None:
    text = "<html><head><title>Rådet möts</title></head><body><article><p>{}</p></article></body></html>"
    body = "The council of Åland met in Mariehamn on Friday, and the speaker, Göran Öst, closed the session. " * 4
    document = converter.convert(text.format(body).encode("latin-1"), "text/html; charset=ISO-8859-1")
    assert "Göran Öst" in document.text
    assert document.title == "Rådet möts"


def test_a_word_file_that_grows_when_unpacked_is_refused(converter: Converter) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 60_000_000)
    with pytest.raises(ConversionError, match="larger than 50 MB when unpacked"):
        converter.convert(packed.getvalue())


def test_a_reader_that_takes_all_memory_ends_alone_and_the_next_document_is_read(converter: Converter) -> None:
    bomb = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 999999999/Kids[2 0 R]>>endobj"
    )
    with pytest.raises(ConversionError):
        converter.convert(bomb + b"\ntrailer<</Root 1 0 R>>\n%%EOF")
    assert converted(converter, "table.pdf").title


# Any bytes

SEEDS = [path.read_bytes() for path in sorted(FILES.iterdir())]
PIECES = st.sampled_from(
    [b"<html>", b"<p>", b"</p>", b"<table><tr><td>", b"%PDF-", b"PK\x03\x04word/", b"---\n", b"word "]
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A real file with a few bytes changed, or cut short."""
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(data) - 1))
        data[at : at + draw(st.integers(0, 8))] = draw(st.binary(max_size=8))
    return bytes(data[: draw(st.integers(1, len(data)))])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.one_of(st.binary(max_size=200), st.lists(PIECES, max_size=12).map(b"".join), damaged()))
def test_any_bytes_give_an_article_or_a_clean_error(converter: Converter, data: bytes) -> None:
    try:
        document = converter.convert(data)
    except ConversionError:
        return
    written = render(document, TODAY)
    reading = read_text(written)
    assert reading.paragraphs
    assert (reading.title, reading.url) == (document.title, document.url)
    if document.date is not None:
        assert reading.date == document.date


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.one_of(st.binary(max_size=200).map(b"<rss>".__add__), damaged()))
def test_any_bytes_give_a_feed_or_a_clean_error(converter: Converter, data: bytes) -> None:
    try:
        found = converter.read_feed(data, "https://news.test/feed")
    except ConversionError:
        return
    assert all(entry.key and (entry.url or entry.page) for entry in found.entries)


def test_a_page_that_names_an_unknown_encoding_is_read_all_the_same() -> None:
    page = b"<html><head><meta charset='no-such'><title>T</title></head><body><p>" + b"Ana met Bo in the hall. " * 9
    assert "Ana met Bo" in html.read_html(page).text


ADDRESSES = [
    ("https:// brill.test/budget", None),
    ("https://brill.test/the budget.html", None),
    ("https://brill.test/budget", "https://brill.test/budget"),
    (" HTTPS://brill.test/budget\n", "HTTPS://brill.test/budget"),
]
"""What pages give as their own address, and what is one."""


@pytest.mark.parametrize(("given", "url"), ADDRESSES)
def test_the_address_that_a_page_gives_itself_is_kept_where_it_is_one(given: str, url: str | None) -> None:
    text = "The council of Brill met on Friday, and the mayor, Ana Poole, closed the session. " * 4
    head = f'<title>T</title><meta property="og:url" content="{given}">'
    document = html.read_html(f"<html><head>{head}</head><body><article><p>{text}</p></article></body></html>".encode())
    assert document.url == url
    assert read_text(render(document, TODAY)).url == url


@pytest.mark.parametrize("link", ["https://brill.test/bud\nget", "https://brill.test/bud get", "budget"])
def test_the_address_of_an_entry_is_the_one_that_is_asked_for(link: str) -> None:
    entry = f"<item><guid>1</guid><link>{link}</link><description>Short.</description></item>"
    read = feed.read_feed(f"<rss version='2.0'><channel>{entry}</channel></rss>".encode(), "https://brill.test/feed")
    assert [each.url for each in read.entries] == ["https://brill.test/budget"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("9th of April, 2024 at noon", datetime.date(2024, 4, 9)),
        ("Tuesday, April 9, 2024 - 18:30", datetime.date(2024, 4, 9)),
        ("Tue 09 Apr 2024 18:30", datetime.date(2024, 4, 9)),
        ("20240409", datetime.date(2024, 4, 9)),
        ("2024-13-45", None),
        ("2024", None),
        ("09/04/2024", None),
    ],
)
def test_the_day_of_an_entry_is_the_one_that_is_written_or_none(written: str, day: datetime.date | None) -> None:
    entry = f"<item><title>Brill</title><link>/brill</link><pubDate>{written}</pubDate></item>"
    read = feed.read_feed(f"<rss version='2.0'><channel>{entry}</channel></rss>".encode(), "https://brill.test/feed")
    assert [each.date for each in read.entries] == [day]


@pytest.mark.parametrize(
    ("written", "title"), [("Board <em>meets</em> again", "Board meets again"), ("3 < 4", "3 < 4")]
)
def test_the_title_of_an_entry_has_no_marks(written: str, title: str) -> None:
    entry = f"<entry><id>1</id><title type='html'>{escape(escape(written))}</title><link href='/a'/></entry>"
    data = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title>{entry}</feed>".encode()
    assert [each.title for each in feed.read_feed(data, "https://brill.test/feed").entries] == [title]


def test_a_whole_text_where_feeds_have_a_summary_is_one_and_a_teaser_is_none() -> None:
    whole, teaser = escape("<p>The board met.</p><p>It adopted its budget.</p>"), escape("<p>The board met …</p>")
    entries = (
        f"<item><guid>{n}</guid><link>/{n}</link><description>{each}</description></item>"
        for n, each in enumerate((whole, teaser))
    )
    read = feed.read_feed(
        f"<rss version='2.0'><channel>{''.join(entries)}</channel></rss>".encode(), "https://a.test/f"
    )
    assert [each.page is not None for each in read.entries] == [True, False]
