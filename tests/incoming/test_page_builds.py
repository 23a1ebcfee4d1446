"""One invented report on pages of many builds: headline, day, site and text are the same on each."""

from __future__ import annotations

import datetime

import pytest

from facts.articles import read_text
from facts.incoming.document import ConversionError, Document, render
from facts.incoming.page_head import split_title
from facts.incoming.readers.html import read_html

DAY = datetime.date(2024, 10, 3)
TITLE, SITE = "Ostmere board - and its pilots - agree on dues", "The Ostmere Ledger"
PARAGRAPHS = [
    "The Ostmere Harbour Board and the pilots’ guild agreed on Tuesday on the dues of the coming year.",
    "“It took us until midnight,” Jo Rask said, who chaired the meeting in the Custom House.",
    "Those attending the meeting:",
    "- Jo Rask (chair)",
    "- Ann Poole (treasurer)",
    "- Bo Ark (pilots’ guild)",
]
P1, P2, P3 = (f"<p>{text}</p>" for text in PARAGRAPHS[:3])
LIST = "<ul>" + "".join(f"<li>{text[2:]}</li>" for text in PARAGRAPHS[3:]) + "</ul>"
TEXT = f"{P1}{P2}{P3}{LIST}"
NAV = '<ul><li><a href="/">Home</a></li><li><a href="/news">Latest news</a></li><li><a href="/us">About</a></li></ul>'
FOOT = '<footer><p>© 2025 The Ostmere Ledger. All rights reserved. <a href="/privacy">Privacy policy</a></p></footer>'
TITLED = f"<title>{TITLE} | {SITE}</title>"

BUILDS = {
    "a blog's theme": f"""<html><head>{TITLED}</head><body>{NAV}<article><header><h1>{TITLE}</h1>
        <span class="posted-on">Posted on <time datetime="2024-10-03">October 3, 2024</time></span></header>
        <div class="entry-content">{TEXT}</div></article>{FOOT}</body></html>""",
    "fields of a content manager": f"""<html lang="en"><head>{TITLED}</head><body><div class="region-header">{NAV}</div>
        <h1 class="page-title">{TITLE}</h1><div class="node"><div class="field"><div class="label">Date</div>
        <div class="item">3 October 2024</div></div><div class="field">{TEXT}</div></div>{FOOT}</body></html>""",
    "a list of details below the headline": f"""<html><head><title>{TITLE} - {SITE}</title></head><body>
        <div class="item-page"><h2>{TITLE}</h2><dl><dt>Details</dt><dd>Written by Jo Rask</dd>
        <dd>Published: 3 October 2024</dd><dd>Hits: 321</dd></dl><div>{TEXT}</div></div>
        <ul><li><a href="/a">Prev</a></li><li><a href="/b">Next</a></li></ul>{FOOT}</body></html>""",
    "a portal of a government": f"""<html lang="en"><head>{TITLED}</head><body><nav>{NAV}</nav><main><h1>{TITLE}</h1>
        <p>From: <a href="/ports">Ministry of Ports</a></p>
        <p>Published <time datetime="2024-10-03T09:00:00Z">3 October 2024</time></p><p>Last updated 1 January 2025</p>
        <div>{TEXT}</div><p><a href="#top">Back to top</a></p></main>{FOOT}</body></html>""",
    "a table that lays out the page": f"""<html><head><title>{SITE}: {TITLE}</title></head><body><table><tr>
        <td width="150">{NAV}</td><td><font size="5"><b>{TITLE}</b></font><br><i>Thursday, 3 October 2024</i><br><br>
        {"<br><br>".join(PARAGRAPHS)}<br><br><a href="/">Back</a></td></tr></table></body></html>""",
    "nothing but divs": f"""<html><head><title>{TITLE} – {SITE}</title></head><body><div class="nav">{NAV}</div>
        <div class="story"><div class="headline">{TITLE}</div><div>Published on October 3, 2024 at 10:30 AM</div>
        {"".join(f"<div>{text}</div>" for text in PARAGRAPHS)}</div>{FOOT}</body></html>""",
    "a heading that all pages have": f"""<html><head><title>Press releases | {SITE}</title></head><body>{NAV}<h1>Press
        releases</h1><p>FOR IMMEDIATE RELEASE</p><p>October 3, 2024</p><h2>{TITLE}</h2>{TEXT}{FOOT}</body></html>""",
    "the site's name as the first heading": f"""<html><head><title>{TITLE} | {SITE}</title></head><body><h1>{SITE}</h1>
        <h2>{TITLE}</h2><p><b>Date:</b> Thursday 3 October 2024</p>{TEXT}</body></html>""",
    "a letter of news": f"""<html><head>{TITLED}</head><body><table width="600"><tr><td><img src="logo.png"></td></tr>
        <tr><td><strong>{TITLE}</strong></td></tr><tr><td>3 October 2024</td></tr><tr><td>{TEXT}</td></tr></table>
        </body></html>""",
    "a wiki with its sources": f"""<html><head><title>{TITLE} - {SITE}</title></head><body><div id="content">
        <h1 id="firstHeading">{TITLE}</h1><div class="parser-output"><p><b>Thursday, October 3, 2024</b></p>{TEXT}
        <h2>Sources</h2><ul><li>Jo Rask. "Pilots sign", Ledger, 2 October 2024</li></ul></div></div></body></html>""",
    "a word processor's": f"""<html><head><meta name=Generator content="Word 15">{TITLED}</head><body lang=EN-GB>
        <div class=WordSection1><p class=MsoTitle>{TITLE}<o:p></o:p></p><p class=MsoNormal>Thursday 3 October 2024</p>
        {"".join(f"<p class=MsoNormal><span>{text}</span></p>" for text in PARAGRAPHS)}</div></body></html>""",
    "figures of a day in American English": f"""<html lang="en-US"><head>{TITLED}</head><body>{NAV}<h1>{TITLE}</h1>
        <div class="date">10/3/2024</div><div class="content">{TEXT}</div>{FOOT}</body></html>""",
    "figures of a day in British English": f"""<html lang="en-GB"><head>{TITLED}</head><body>{NAV}<h1>{TITLE}</h1>
        <div class="date">03/10/2024</div><div class="content">{TEXT}</div>{FOOT}</body></html>""",
}


def read(page: str) -> Document:
    return read_html(page.encode())


@pytest.mark.parametrize("build", BUILDS)
def test_headline_day_site_and_text_are_found_on_a_page_of_any_build(build: str) -> None:
    document = read(BUILDS[build])
    assert (document.title, document.date, document.source) == (TITLE, DAY, SITE)
    reading = read_text(render(document, DAY))
    assert [reading.text[start:end] for start, end in reading.paragraphs] == PARAGRAPHS


def test_a_day_in_figures_that_can_be_read_in_two_ways_is_none_and_said() -> None:
    page = BUILDS["figures of a day in British English"].replace(' lang="en-GB"', "")
    document = read(page)
    assert document.date is None
    assert document.warnings == (
        "its day “03/10/2024” can be read in two ways; write “date: YYYY-MM-DD” below its first line, “---”",
    )
    assert read(page.replace("03/10/2024", "13/10/2024")).date == datetime.date(2024, 10, 13)


@pytest.mark.parametrize("line", ["3 October 2024", "Ostmere, 3 October 2024", "Published: 3 October 2024 by Jo Rask"])
@pytest.mark.parametrize("foot", ["Page updated 1 June 2025", "Last updated: 1 June 2025"])
def test_the_day_below_the_headline_goes_before_one_at_the_foot_of_the_page(line: str, foot: str) -> None:
    page = f"<html><head>{TITLED}</head><body><main><h1>{TITLE}</h1><p>{line}</p>{TEXT}</main><footer>{foot}</footer>"
    assert read(f"{page}</body></html>").date == DAY


def test_a_day_that_a_page_tells_programs_goes_before_one_below_its_headline() -> None:
    told = '<meta property="article:published_time" content="2024-10-03T09:00:00Z">'
    page = (
        f"<html><head>{TITLED}{told}</head><body><main><h1>{TITLE}</h1><p>1 March 2023</p>{TEXT}</main></body></html>"
    )
    assert read(page).date == DAY
    updated = f"<html><head>{TITLED}</head><body><main><h1>{TITLE}</h1><p>Last updated: 3 October 2024</p>{TEXT}</main>"
    assert read(f"{updated}</body></html>").date == DAY


@pytest.mark.parametrize("line", ["Page last reviewed: 1 June 2025", "This site was last updated on 1 June 2025."])
def test_when_a_page_was_changed_is_no_text_wherever_it_stands_and_its_day_where_nothing_else_is(line: str) -> None:
    foot = f"<p>{line}</p><p>Call the pilots’ office for copies.</p>"
    main = f"<main><h1>{TITLE}</h1><p>3 October 2024</p>{TEXT}{foot}</main>"
    page = f"<html><head>{TITLED}</head><body>{main}</body></html>"
    document = read(page)
    assert line not in document.text
    assert document.text.endswith("Call the pilots’ office for copies.")
    assert read(page.replace("<p>3 October 2024</p>", "")).date == datetime.date(2025, 6, 1)


def test_a_sentence_that_says_when_something_was_revised_is_text() -> None:
    said = "The scale of dues was last revised on 1 June 2019."
    main = f"<main><h1>{TITLE}</h1><p>3 October 2024</p>{TEXT}<p>{said}</p></main>"
    assert said in read(f"<html><head>{TITLED}</head><body>{main}</body></html>").text


def test_advertisements_and_what_else_a_site_has_are_no_text() -> None:
    others = '<h2>Latest press releases</h2><ul><li><a href="/x">Board to meet</a> 2 April 2024</li></ul>'
    page = f"<html><head>{TITLED}</head><body><main><h1>{TITLE}</h1>{P1}<div>Advertisement</div>{P2}{P3}{LIST}{others}"
    assert read(f"{page}</main></body></html>").text.split("\n\n")[:3] == PARAGRAPHS[:3]
    assert read(f"{page}</main></body></html>").text.endswith(PARAGRAPHS[-1])


def test_lists_inside_lists_and_parts_of_items_are_kept_in_their_order() -> None:
    inside = "<ul><li>Ships</li><li>Boats<br>and rafts</li></ul>"
    items = f"<ol><li><p>Dues</p><p>were <b>agreed</b>.</p>{inside}</li><li>End</li></ol>"
    document = read(f"<html><head>{TITLED}</head><body><h1>{TITLE}</h1>{P1}{items}</body></html>")
    assert document.text.split("\n\n", 1)[1].split() == "1. Dues were agreed. - Ships - Boats and rafts 2. End".split()


def test_a_list_of_links_among_paragraphs_is_no_text() -> None:
    links = '<ul><li><a href="/a">Bridge over the Ost opens</a></li><li><a href="/b">Rain is expected</a></li></ul>'
    document = read(f"<html><head>{TITLED}</head><body><h1>{TITLE}</h1>{TEXT}{links}</body></html>")
    assert "Bridge" not in document.text


@pytest.mark.parametrize(
    ("title", "texts", "parts"),
    [
        ("Board meets | Ostmere Ledger", set(), ("Board meets", "Ostmere Ledger")),
        ("U.S.-EU board meets", set(), ("U.S.-EU board meets", None)),
        ("Dues: board meets the pilots", {"dues: board meets the pilots"}, ("Dues: board meets the pilots", None)),
        ("Ledger » News » Board meets pilots", {"board meets pilots"}, ("Board meets pilots", "Ledger » News")),
        ("Board meets | 12", set(), ("Board meets | 12", None)),
        ("", set(), (None, None)),
        ("|", set(), ("|", None)),
    ],
)
def test_a_title_is_cut_between_headline_and_site(
    title: str, texts: set[str], parts: tuple[str | None, str | None]
) -> None:
    assert split_title(title, texts) == parts


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Ostmere Ledger", "You need to enable JavaScript to run this app and to read the paper."),
        ("Page not found", "Sorry, the page that you are looking for was moved or deleted some time ago."),
        ("Before you continue", "We and our partners store and access information on your device, such as a number."),
        ("Ostmere Ledger", "Please confirm that you are human before you go on to the page that you asked for."),
    ],
)
def test_a_page_in_the_place_of_a_report_is_refused_with_what_to_do(title: str, text: str) -> None:
    page = (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p><p>Thank you for it.</p></body>"
    )
    with pytest.raises(ConversionError, match=r"shows no report to programs .*; open it in a browser, save its text"):
        read(f"{page}</html>")


def test_a_report_on_such_pages_is_one() -> None:
    text = f"{PARAGRAPHS[0]} It was told that half of all sites use cookies, and that pages are not found again. " * 4
    assert read(f"<html><head>{TITLED}</head><body><h1>{TITLE}</h1><p>{text}</p></body></html>").title == TITLE


def test_what_a_page_strikes_out_is_none_of_its_text() -> None:
    struck = "<p>The next meeting is on <del>6 <b>June</b></del> <ins>9 June</ins>, at <s>eight</s> nine.</p>"
    page = f"<html><head>{TITLED}</head><body><main><h1>{TITLE}</h1>{TEXT}{struck}</main></body></html>"
    assert read(page).text.endswith("The next meeting is on 9 June, at nine.")
