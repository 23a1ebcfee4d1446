"""What is read from an article's file, and which files are refused."""

from __future__ import annotations

import datetime
import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from facts import articles
from facts.articles import ArticleError
from facts.articles.date_lines import date_of_line
from facts.articles.paragraphs import paragraphs
from facts.encoding import MAX_BYTES, decode
from facts.model import Article

BODY = "The board met in Ostford on 4 May. It adopted the budget for the coming year without a vote, said its chair."
REST = "A second paragraph follows it."


def write(directory: Path, content: str | bytes, name: str = "board.txt") -> Path:
    path = directory / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def read(directory: Path, content: str | bytes, name: str = "board.txt") -> Article:
    return articles.read(write(directory, content, name))[0]


def texts(article: Article) -> list[str]:
    return [article.text[start:end] for start, end in article.paragraphs]


def test_seed_is_read_with_its_date_source_and_paragraphs() -> None:
    seed = Path(__file__).parents[2] / "seeds" / "2020-06-30-adsom-plus-wg.txt"
    article, warnings = articles.read(seed)
    assert (article.id, article.date, article.source) == (seed.stem, datetime.date(2020, 6, 30), "VNA")
    assert (article.title, article.url, warnings) == (None, None, ())
    assert len(article.paragraphs) == 8
    assert texts(article)[0].startswith("The Ministry of National Defence held")
    assert texts(article)[-1].endswith("July 7, he added.")


@pytest.mark.parametrize(
    ("start", "date"),
    [
        (" date 2020-06-30 ", datetime.date(2020, 6, 30)),
        ("date: 2020-6-3\n\n", datetime.date(2020, 6, 3)),
        ("Date 2020-06-30\n", datetime.date(2020, 6, 30)),
        ("Thursday, August 8, 2019\n\n", datetime.date(2019, 8, 8)),
        ("8 August 2019\n\n", datetime.date(2019, 8, 8)),
        ("Sept. 3rd, 2019.\n\n", datetime.date(2019, 9, 3)),
        ("2019-08-08\n\n", datetime.date(2019, 8, 8)),
        ("Published: 2019-08-08\n\n", datetime.date(2019, 8, 8)),
        ("Board adopts budget\n\nPublished: 8 August 2019\n\n", datetime.date(2019, 8, 8)),
        ("Board adopts budget\nPublished: 8 August 2019, 10:15 GMT\n\n", datetime.date(2019, 8, 8)),
        ("Board adopts budget\nBy Ann Ark\nPosted on August 8, 2019 at 9.30 am\n\n", datetime.date(2019, 8, 8)),
        ("Board adopts budget\n\nPosted on 8 August 2019 by Ann Ark\n\n", datetime.date(2019, 8, 8)),
        ("Board adopts budget\n\nThursday, 8 August 2019\n\n", datetime.date(2019, 8, 8)),
        ("Board adopts budget\nThursday, 8 August 2019\n", datetime.date(2019, 8, 8)),
        ("Updated: 9 August 2019\n\nPublished: 8 August 2019\n\n", datetime.date(2019, 8, 8)),
        ("Published: 8 August 2019 | Updated: 9 August 2019\n\n", datetime.date(2019, 8, 8)),
        ("Last updated: 8 August 2019\n\n", datetime.date(2019, 8, 8)),
        ("Board adopts budget\n\nOSTFORD, 4 May 2021 (ONA) –\n\n", datetime.date(2021, 5, 4)),
        ("Board adopts budget\n\nNew Ostford, 4 May 2021\n\n", datetime.date(2021, 5, 4)),
        ("Board adopts budget\n\n8 August 2019\n\n", datetime.date(2019, 8, 8)),
        ("8 August 2019\n\nBoard adopts budget\n\n", datetime.date(2019, 8, 8)),
        ("OSTFORD, 4 May 2021 (ONA) - ", datetime.date(2021, 5, 4)),
        ("OSTFORD, May 4 (ONA) - ", None),
        ("", None),
    ],
)
def test_date_is_taken_from_mark_line_or_dateline_and_is_no_paragraph(
    tmp_path: Path, start: str, date: datetime.date | None
) -> None:
    article = read(tmp_path, f"{start}{BODY}\n\n{REST}\n")
    assert article.date == date
    assert texts(article) == [BODY, REST]


@pytest.mark.parametrize(
    "line",
    ["Tuesday, 4 May 2021, 18:00", "Date: 4 May 2021, 18:00", "Annual Meeting, 4 May 2021", "Steering Committee (SC)"],
)
def test_what_minutes_say_of_their_meeting_is_no_date_line(tmp_path: Path, line: str) -> None:
    article = read(tmp_path, f"# Minutes of the board\n\n{line}\n\n{BODY}")
    assert texts(article) == [line, BODY]


def test_a_day_on_a_line_of_its_own_in_wrapped_text_stays_in_it(tmp_path: Path) -> None:
    wrapped = "The board met in Ostford on\n8 August 2019\nand adopted the budget."
    assert texts(read(tmp_path, wrapped)) == [wrapped]


def test_the_source_of_a_dateline_on_a_line_of_its_own_is_the_articles(tmp_path: Path) -> None:
    article = read(tmp_path, f"Board adopts budget\n\nOSTFORD (ONA) –\n\n{BODY}")
    assert (article.title, article.source, texts(article)) == ("Board adopts budget", "ONA", [BODY])


def test_without_a_source_the_site_of_the_address_is_cited(tmp_path: Path) -> None:
    article = read(tmp_path, f"---\ndate: 2020-01-02\nurl: https://www.news.test/a\n---\n{BODY}")
    assert article.source == "news.test"


def test_date_in_front_matter_goes_before_a_date_line(tmp_path: Path) -> None:
    article = read(tmp_path, f"---\ndate: 2020-01-02\n---\nThursday, August 8, 2019\n\n{BODY}")
    assert article.date == datetime.date(2020, 1, 2)
    assert texts(article) == [BODY]


def test_date_of_the_file_name_is_the_last_resort_and_said(tmp_path: Path) -> None:
    dated, warnings = articles.read(write(tmp_path, BODY, "2020-06-30-board.txt"))
    assert dated.date == datetime.date(2020, 6, 30)
    assert warnings == ("date taken from the file's name",)
    marked, warnings = articles.read(write(tmp_path, f" date 2021-01-01 {BODY}", "2020-06-30-board.txt"))
    assert (marked.date, warnings) == (datetime.date(2021, 1, 1), ())


def test_article_without_a_date_is_read_with_a_warning(tmp_path: Path) -> None:
    article, warnings = articles.read(write(tmp_path, BODY))
    assert (article.date, warnings) == (None, (articles.no_date(article),))


@pytest.mark.parametrize(
    ("head", "fence"),
    [
        ("", ""),
        ("# Board meets\n\n", ""),
        ("Board meets\n", ""),
        ("title: Board meets\nurl: https://example.org/board\n\n", ""),
        ("---\ntitle: Board meets\n---\n", "---\n"),
        ("---\nretrieved: 2026-11-26\nlanguage: en\n---\n\n", "---\n"),
        ('+++\ntitle = "Board meets"\n+++\n', "+++\n"),
    ],
)
def test_what_is_written_as_the_warnings_say_is_read_and_all_else_is_as_it_was(
    tmp_path: Path, head: str, fence: str
) -> None:
    before, _ = articles.read(write(tmp_path, f"{head}{BODY}"))
    said = head
    for warning, value in ((articles.no_date(before), "2024-05-03"), (articles.no_source(before), "Gazette")):
        line = re.findall("write “(.*?)”", warning)[0].replace("YYYY-MM-DD", value).replace("NAME", value)
        where = f"right below the “{fence.strip()}” of its first line" if fence else "as its first line"
        assert f"{where}, or “" in warning
        said = f"{fence}{line}\n{said.removeprefix(fence)}"
    now, warnings = articles.read(write(tmp_path, f"{said}{BODY}"))
    assert (now.date, now.source, now.title) == (datetime.date(2024, 5, 3), "Gazette", before.title)
    assert texts(now) == texts(before)
    assert articles.no_date(before) not in warnings


def test_labelled_date_of_minutes_gives_the_date_and_stays(tmp_path: Path) -> None:
    lines = ["Present: A. Ark, B. Birch", "Date: Tuesday, 4 May 2021, 18:00", "Chair: A. Ark"]
    article = read(tmp_path, "\n".join(["Minutes of the board", "", *lines, "", BODY]))
    assert (article.title, article.date) == ("Minutes of the board", datetime.date(2021, 5, 4))
    assert texts(article) == [*lines, BODY]


def test_date_mark_that_names_no_day_is_said(tmp_path: Path) -> None:
    article, warnings = articles.read(write(tmp_path, f" date 2020-02-30 {BODY}"))
    assert article.date is None
    assert texts(article) == [BODY]
    assert "2020-02-30" in warnings[0]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("On 8 August 2019", None),
        ("8 August", None),
        ("31 June 2020", None),
        ("Agenda 2030", None),
        ("Tue, 1 Dec. 2020", datetime.date(2020, 12, 1)),
    ],
)
def test_only_a_line_that_is_a_date_and_nothing_else_is_one(line: str, date: datetime.date | None) -> None:
    assert date_of_line(line) == date


@pytest.mark.parametrize(
    ("dateline", "source"),
    [
        ("Ostford (ONA) – ", "ONA"),
        ("OSTFORD, 3 May (Ostland News) - ", "Ostland News"),
        ("OSTFORD, May 3 (ONA) -- ", "ONA"),
        ("New Ostford, Ostland (ONA) — ", "ONA"),
        ("(ONA) - ", "ONA"),
        ("OSTFORD, 3 May – ", None),
        ("NEW OSTFORD — ", None),
        ("OSTFORD/NAIROBI, 3 May 2021 – ", None),
        ("OSTFORD (Reuters) - ", "Reuters"),
        ("OSTFORD (Ostland) – ", None),
        ("Ostford, 3 May 2021 – ", None),
        ("Ostford, May 03, 2021 ONA -- ", "ONA"),
        ("", None),
    ],
)
def test_dateline_gives_the_source_and_is_left_out(tmp_path: Path, dateline: str, source: str | None) -> None:
    article = read(tmp_path, f"{dateline}{BODY}\n\n{REST}")
    assert article.source == source
    assert texts(article) == [BODY, REST]


def test_dateline_may_stand_below_a_line_that_sums_up(tmp_path: Path) -> None:
    article = read(tmp_path, f"---\ntitle: Budget\n---\nIt adopted the budget\n\nOSTFORD (ONA) – {BODY}")
    assert (article.source, texts(article)) == ("ONA", ["It adopted the budget", BODY])


def test_dateline_with_its_day_may_stand_below_a_head_and_a_byline(tmp_path: Path) -> None:
    head = "Ministry of Ports of Ostland\n\nPRESS RELEASE – budget of the board\n\nBy Ada Wren"
    article = read(tmp_path, f"---\ntitle: Budget\n---\n{head}\n\nOSTFORD, 3 May 2021 – {BODY}\n\n{REST}")
    assert texts(article)[-2:] == [BODY, REST]
    assert "PRESS RELEASE – budget of the board" in texts(article)


def test_what_says_that_it_is_a_release_is_left_out(tmp_path: Path) -> None:
    article = read(tmp_path, f"FOR IMMEDIATE RELEASE\n\nBoard of Ostford adopts budget\n\nOSTFORD — {BODY}\n\n{REST}")
    assert (article.title, texts(article)) == ("Board of Ostford adopts budget", [BODY, REST])


@pytest.mark.parametrize(
    "start",
    [
        "The Board of Ostford (BO) said – at last – that it met.",
        "Ostford (ONA) met.",
        "Board members – all nine – met.",
    ],
)
def test_running_text_is_not_taken_for_a_dateline(tmp_path: Path, start: str) -> None:
    article = read(tmp_path, f"{start}\n\n{REST}")
    assert texts(article) == [start, REST]
    assert article.source is None


@pytest.mark.parametrize(
    ("mark", "source"),
    [
        ("/.VNA", "VNA"),
        ("/.", None),
        ("/. ONA", "ONA"),
        (" – VNS", "VNS"),
        (" — ONA/OS", "ONA/OS"),
        (" (ONA)", "ONA"),
        ("\n\n(ONA)", "ONA"),
        ("\n\n— ONA", "ONA"),
        ("\n\nSource: Ostland News", "Ostland News"),
        ("\n\n./.", None),
    ],
)
def test_closing_mark_gives_the_source_and_is_left_out(tmp_path: Path, mark: str, source: str | None) -> None:
    article = read(tmp_path, f"{BODY}\n\n{REST}{mark}\n")
    assert article.source == source
    assert texts(article) == [BODY, REST]


@pytest.mark.parametrize(
    "last", ["It set up a working group (WG)", "It set up the group (WG).", "It chose plan B – OR"]
)
def test_an_acronym_at_the_end_is_not_a_source(tmp_path: Path, last: str) -> None:
    article = read(tmp_path, f"{BODY}\n\n{last}")
    assert texts(article)[-1] == last
    assert article.source is None


@pytest.mark.parametrize("headline", ["Board of Ostford adopts budget\n\n", ""])
def test_byline_is_no_paragraph(tmp_path: Path, headline: str) -> None:
    article = read(tmp_path, f"{headline}By Ann Ark and B. Birch, Ostland News\n\n{BODY}")
    assert article.title == (headline.strip() or None)
    assert texts(article) == [BODY]


@pytest.mark.parametrize(
    "line", ["**By Ann Ark, industrial reporter**", "*From Ann Ark in Lunn*", "By Ann Ark and B. Birch, sports writers"]
)
def test_a_byline_may_say_where_it_was_written_and_what_its_writer_does(tmp_path: Path, line: str) -> None:
    article = read(tmp_path, f"# Headline of the day\n\n{line}\n\n{BODY}")
    assert texts(article) == [BODY]


def test_headline_is_the_title_and_no_paragraph(tmp_path: Path) -> None:
    article = read(tmp_path, f"Board of Ostford adopts budget\n\n{BODY}\n")
    assert article.title == "Board of Ostford adopts budget"
    assert texts(article) == [BODY]


@pytest.mark.parametrize(
    "first",
    [
        "It met on 4 May.",
        "The conference was chaired by the Ministry of Works",
        "Present: A. Ark, B. Birch",
        "- A. Ark",
        "OSTFORD (ONA) - The board met again",
        "Long " * 30 + "line",
    ],
)
def test_a_first_paragraph_that_is_running_text_is_no_headline(tmp_path: Path, first: str) -> None:
    article = read(tmp_path, f"{first}\n\n{BODY}")
    assert article.title is None
    assert len(article.paragraphs) == 2


def test_a_single_paragraph_is_never_a_headline(tmp_path: Path) -> None:
    assert texts(read(tmp_path, " date 2015-06-17 The board met again\n")) == ["The board met again"]


def test_short_first_paragraph_stays_where_front_matter_has_the_title(tmp_path: Path) -> None:
    article = read(tmp_path, f"---\ntitle: Budget\n---\nBoard of Ostford adopts budget\n\n{BODY}", "board.md")
    assert (article.title, len(article.paragraphs)) == ("Budget", 2)


def test_front_matter_describes_the_article(tmp_path: Path) -> None:
    about = 'title: "Budget: adopted"\ndate: 2020-06-30\nsource: Ostland News\nurl: https://news.test/a?b=1\ntags: [x]'
    head = f"---\n{about}\n---\n"
    article, warnings = articles.read(write(tmp_path, f"{head}{BODY}\n", "board.md"))
    assert (article.title, article.date) == ("Budget: adopted", datetime.date(2020, 6, 30))
    assert (article.source, article.url) == ("Ostland News", "https://news.test/a?b=1")
    assert texts(article) == [BODY]
    assert warnings == ()


@pytest.mark.parametrize(
    ("head", "line", "reason"),
    [
        ("title: a: b\n", 2, "text with a colon"),
        ("date: 2020-01-01\ntitle: 'open\n", 3, "is not closed"),
        ("date: someday\n", 2, "not a day"),
        ("source: x\ndate: 2020-13-01\n", 3, "not a day"),
        ("title: [a, b]\n", 2, "single value"),
        ("title: a\ntitle: b\n", 3, "twice"),
        ("just words\n", 2, "key: value"),
    ],
)
def test_broken_front_matter_is_refused_with_its_line(tmp_path: Path, head: str, line: int, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason) as refused:
        read(tmp_path, f"---\n{head}---\n{BODY}")
    assert refused.value.line == line
    assert str(refused.value).startswith(f"{(tmp_path / 'board.txt').as_posix()}:{line}: ")


def test_front_matter_without_an_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="has no end") as refused:
        read(tmp_path, f"---\ntitle: x\n\n{BODY}")
    assert refused.value.line == 1


def test_url_that_is_no_web_address_is_left_out_and_said(tmp_path: Path) -> None:
    article, warnings = articles.read(write(tmp_path, f"---\ndate: 2020-01-01\nurl: 'javascript:x'\n---\n{BODY}"))
    assert article.url is None
    assert "line 3" in warnings[0]


def test_markdown_heading_first_is_the_title_and_later_ones_show_their_marks(tmp_path: Path) -> None:
    article = read(tmp_path, f"# Budget adopted\n\n{BODY}\n\n## What comes next\n{REST}\n", "board.md")
    assert article.title == "Budget adopted"
    assert texts(article) == [BODY, "## What comes next", REST]


def test_underlined_headings_lose_their_line(tmp_path: Path) -> None:
    article = read(tmp_path, f"Budget adopted\n==============\n\n{BODY}\n", "board.md")
    assert (article.title, texts(article)) == ("Budget adopted", [BODY])


def test_each_list_item_is_a_paragraph_with_its_marker(tmp_path: Path) -> None:
    article = read(
        tmp_path, f"{BODY}\n\nPresent were:\n- A. Ark,\n  chair\n- B. Birch\n\n* C. Cole\n\n1. Budget\n2. Roads\n"
    )
    expected = ["Present were:", "- A. Ark,\n  chair", "- B. Birch", "* C. Cole", "1. Budget", "2. Roads"]
    assert texts(article) == [BODY, *expected]


@pytest.mark.parametrize(
    ("first", "second"),
    [*zip("-*+•‣⁃∙▪■●○◦▸►·–—", "-*+•‣⁃∙▪■●○◦▸►·–—", strict=True), ("1.", "2."), ("(1)", "(2)"), ("(a)", "(b)")],
)
def test_every_mark_of_list_items_begins_one(tmp_path: Path, first: str, second: str) -> None:
    items = [f"{first} A. Ark", f"{second} B. Birch"]
    assert texts(read(tmp_path, "\n".join([f"{BODY}\n\nPresent were:", *items]))) == [BODY, "Present were:", *items]


@pytest.mark.parametrize("line", ["+ 5 % in May", "− 2 degrees", "–that is, less–", "(a) of the charter", "(b) and"])
def test_what_looks_like_a_mark_in_running_text_begins_no_item(tmp_path: Path, line: str) -> None:
    wrapped = f"The board met on June 30 and heard that the figure was\n{line} as\nexpected · by all."
    assert texts(read(tmp_path, wrapped)) == [wrapped]


def test_wrapped_lines_are_one_paragraph_even_if_one_begins_with_a_number(tmp_path: Path) -> None:
    wrapped = "The board met on June\n30. The meeting was held in public and it\nadopted the budget."
    assert texts(read(tmp_path, wrapped)) == [wrapped]


def test_unwrapped_lines_are_a_paragraph_each(tmp_path: Path) -> None:
    long = f"{BODY} {BODY}"
    assert texts(read(tmp_path, f"{long}\n{REST}\n{long}")) == [long, REST, long]


def test_labelled_lines_of_minutes_are_a_paragraph_each(tmp_path: Path) -> None:
    article = read(tmp_path, f"{BODY}\n\nPresent: A. Ark, B. Birch\nApologies: C. Cole\nIn the chair: A. Ark\n")
    assert texts(article)[1:] == ["Present: A. Ark, B. Birch", "Apologies: C. Cole", "In the chair: A. Ark"]


def test_sentence_below_a_list_of_those_present_is_a_paragraph(tmp_path: Path) -> None:
    present = "Present: Councillors Elm (Chair), Fir,\nGorse and Ada\nWren"
    told = "The Committee agreed to mend the road."
    assert texts(read(tmp_path, f"{BODY}\n\n{present}\n{told}\n"))[1:] == [present, told]


@pytest.mark.parametrize(
    "block",
    [
        "Present: Ada Wren, Omar\nBell and Cy Lund.",
        "Present: Ada Wren, the head of\nThe Lunn Guild of Old Boats.",
        "Present: Ada Wren, Omar Bell\nThe Clerk",
        "Chair: We have heard it.\nThe vote is on the road.",
        "Ada Wren: We have heard it\nThe vote is on the road.",
    ],
)
def test_wrapped_list_or_speech_stays_one_paragraph(tmp_path: Path, block: str) -> None:
    assert texts(read(tmp_path, f"{BODY}\n\n{block}\n"))[1:] == [block]


def test_rules_between_paragraphs_are_none(tmp_path: Path) -> None:
    assert texts(read(tmp_path, f"{BODY}\n\n* * *\n\n---\n\n{REST}\n")) == [BODY, REST]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_encodings_give_the_same_text_without_a_word(tmp_path: Path, encoding: str) -> None:
    text = " date 2020-06-30 The ministers’ “Meeting Plus” was held in Đà\u00a0Nẵng.\n"
    article, warnings = articles.read(write(tmp_path, text.encode(encoding)))
    assert article.text == text
    assert warnings == ()


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "José Núñez chaired the board of Málaga’s harbour – “at last”, he said."),
        ("cp1252", "The fee is £5, or €6; François Müller met Søren Åkesson in Zürich on Monday."),
        ("cp1252", "Göran Öst closed the session."),
        ("cp1250", "Lech Wałęsa met László Őry in Łódź on Monday, and both of them spoke to the council after that."),
        ("cp1251", "Совет собрался в понедельник и принял бюджет на год."),
    ],
)
def test_letters_of_other_encodings_are_read_right(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


def test_a_few_bytes_of_windows_among_utf8_are_read_as_these() -> None:
    text = "“The café Møller – of Ostmere – is closed”, they said.\n"
    assert decode(text.encode() + "The café is open.".encode("cp1252")) == (
        f"{text}The café is open.",
        "UTF-8 with cp1252 among it",
    )
    assert decode("Søren’s café – Zürich".encode("cp1252") + "’".encode())[1] != "UTF-8 with cp1252 among it"  # type: ignore[index]


def test_other_encodings_are_guessed_and_said(tmp_path: Path) -> None:
    text = " date 2020-06-30 The board of Façade & Söhne met in Köln and sent its greetings to all the members. " * 5
    article, warnings = articles.read(write(tmp_path, text.encode("cp1252")))
    assert article.text == text
    assert "a guess" in warnings[0]


def test_line_ends_are_made_one_kind(tmp_path: Path) -> None:
    article = read(tmp_path, f"{BODY}\r\n\r\n{REST}\r\rEnd of it.")
    assert article.text == f"{BODY}\n\n{REST}\n\nEnd of it."
    assert texts(article) == [BODY, REST, "End of it."]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \r\n\t\n", "is empty"),
        ("a.txt", b"\xef\xbb\xbf\n", "is empty"),
        ("a.txt", b"\xff\xfe", "is empty"),
        ("a.txt", b"date 2020-06-30\n", "no running text"),
        ("a.md", b"---\ntitle: x\n---\n", "no running text"),
        ("a.txt", b"\x7fELF\x02\x01\x01\0\0\0", "not text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "not text"),
        ("a.txt", b"text " * 20 + b"\x01\x02\x03", "not text"),
        ("a.txt", b"a" * (MAX_BYTES + 1), "larger than 5 MB"),
        ("a.txt", b"a" * 1_000_001, "has 1,000,001 characters, and an article 1,000,000 at most; split it"),
        ("a.txt", b"The board met.\n\n" * 71_429, "has 1,071,434 characters, and an article 1,000,000 at most"),
        ("a.pdf", b"%PDF-1.7", "is a PDF; “onrecord add .*a.pdf” makes an article of it"),
        ("a.docx", b"PK", "is a Word file; “onrecord add"),
        ("a.html", b"<p>text", "is a web page; “onrecord add"),
        ("a.md", b"<!DOCTYPE html>\n<html><body><p>text</p></body></html>", "is a web page, not text; “onrecord add"),
        ("a.txt", b"\n<!-- saved -->\n<HTML lang='en'><p>text", "is a web page, not text; “onrecord add"),
        ("a.odt", b"text", r"\.txt, \.md, \.markdown"),
        ("a", b"text", r"\.txt, \.md, \.markdown"),
    ],
)
def test_what_is_no_article_is_refused_with_the_reason(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason) as refused:
        articles.read(write(tmp_path, content, name))
    assert refused.value.file == (tmp_path / name).as_posix()


def test_a_missing_file_and_a_directory_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="No such file"):
        articles.read(tmp_path / "a.txt")
    with pytest.raises(ArticleError, match="no such file"):
        articles.read(tmp_path / "folder")
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(ArticleError, match="directory"):
        articles.read(tmp_path / "b.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(ArticleError, match="no regular file"):
        articles.read(tmp_path / "a.txt")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, BODY)
    path.chmod(0)
    with pytest.raises(ArticleError, match="permissions"):
        articles.read(path)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not let such a name be made")
def test_a_name_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    path.write_text(BODY)
    with pytest.raises(ArticleError, match="name is not UTF-8"):
        articles.read(path)


@pytest.mark.skipif(os.name != "posix", reason="other systems do not let such a name be made")
@pytest.mark.parametrize("sign", ["\n", "\x1b[31m", "\x7f", "\x85"])
def test_a_name_with_a_control_character_is_refused_and_not_printed_as_it_is(tmp_path: Path, sign: str) -> None:
    path = tmp_path / f"a{sign}b.txt"
    path.write_text(BODY)
    with pytest.raises(ArticleError, match="control character") as raised:
        articles.read(path)
    assert str(raised.value).isprintable()


@pytest.mark.parametrize("piece", [" ", "\n", "- a\n", "(", "/. ", "A ", "# ", "a: b\n", "\u00a0\n", "\r", "1. x\n"])
def test_a_long_text_of_one_piece_repeated_is_read(tmp_path: Path, piece: str) -> None:
    # A rule that tries again at every sign would not come to an end here.
    text = f"Start {piece * (300_000 // len(piece))} end"
    assert read(tmp_path, text).paragraphs


def test_file_is_named_relative_to_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, BODY)
    assert articles.read(Path("board.txt"))[0].file == "board.txt"
    assert articles.read(tmp_path / "board.txt")[0].file == "board.txt"


FRONT = (b"---\n", b"title: x\n", b"date: ", b"2020-06-30", b"&a *a", b"[", b"{", b"====")
MARKS = (b"- ", b"1. ", b"## ", b"./.VNA", b" (AP)", b"Hanoi (VNA) - ", b"\xe2\x80\x93 ", b"\xc2\xa0")
BYTES = (b"word ", b"Word. ", b"\n\n", b"\n", b"\r", b"\xef\xbb\xbf", b"\xff\xfe", b"\0")
PIECES = st.sampled_from(FRONT + MARKS + BYTES)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.one_of(st.binary(max_size=200), st.lists(PIECES, max_size=25).map(b"".join)))
@example(data=b"---\n" + b"[" * 20_000 + b"\n---\nText.")
@example(data=b"---\n" + b"- " * 20_000 + b"\n---\nText.")
@example(data=b"---\n&a [*a]\n---\nText.")
@example(data=b"!\n! \n0001-01-01")
def test_any_bytes_are_read_or_refused_and_paragraphs_lie_in_order(tmp_path: Path, data: bytes) -> None:
    try:
        article, _ = articles.read(write(tmp_path, data))
    except ArticleError:
        return
    borders = [border for span in article.paragraphs for border in span]
    assert borders == sorted(borders)
    assert all(start < end for start, end in article.paragraphs)
    assert borders[0] >= 0
    assert borders[-1] <= len(article.text)
    assert all(text == text.strip() and text for text in texts(article))


@given(st.text(alphabet="ab .\n-#*1:\u00a0", max_size=80))
def test_no_word_of_the_text_is_lost_between_paragraphs(text: str) -> None:
    kept = "".join(text[start:end] for start, end in paragraphs(text))
    assert [kept.count(letter) for letter in "ab"] == [text.count(letter) for letter in "ab"]


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("From: Ministry of Ports\nPublished 3 October 2024\nLast updated 1 January 2025\n\n", "Ministry of Ports"),
        ("3 October 2024\n\nSource: The Ostmere Ledger\n\nCategory: News\n\n", "The Ostmere Ledger"),
        ("Author: Jo Rask\nPosted on October 3, 2024\n\n", None),
    ],
)
def test_lines_that_say_who_wrote_a_text_stand_above_it_where_one_of_them_is_a_day(
    tmp_path: Path, head: str, source: str | None
) -> None:
    text = "The board of Ostmere met the pilots and agreed on dues."
    article, _ = articles.read(write(tmp_path, f"Board meets the pilots\n\n{head}{text}".encode()))
    assert (article.title, article.date, article.source) == (
        "Board meets the pilots",
        datetime.date(2024, 10, 3),
        source,
    )
    assert texts(article) == [text]


def test_a_line_from_somebody_without_a_day_is_text(tmp_path: Path) -> None:
    article, _ = articles.read(
        write(tmp_path, b"From: the clerk\n\nTo: all members\n\nThe board met the pilots today.")
    )
    assert texts(article)[0] == "From: the clerk"
