"""Mails: saved as a file, or pasted from a program with the head that it shows."""

from __future__ import annotations

import datetime
from email.message import EmailMessage

import pytest

from facts.articles.front_matter import read_front_matter
from facts.incoming.converting import Converter, format_of
from facts.incoming.document import ConversionError, Document
from facts.incoming.readers.mail import read_mail

DAY = datetime.date(2024, 4, 9)
TEXT = [
    "The Lake Varda Commission agreed on Tuesday to limit the catch of char – its secretary said – to 40 tonnes.",
    "The meeting in Ostmere was chaired by Ilse Tarn.",
]


def mail(
    subject: str = "Fwd: Re: Catch of char is capped", sender: str = "Lake Varda Commission <p@varda.test>"
) -> EmailMessage:
    message = EmailMessage()
    message["Received"] = "from mx.varda.test by mail.post.test; Tue, 9 Apr 2024 18:31:02 +0200"
    message["From"], message["To"], message["Subject"] = sender, "desk@post.test", subject
    message["Date"] = "Tue, 9 Apr 2024 23:30:00 -0500"
    message["Message-ID"] = "<a@varda.test>"
    return message


def read(message: EmailMessage) -> Document:
    data = bytes(message)
    assert format_of(data) == "mail"
    converter = Converter()
    try:
        return converter.convert(data)
    finally:
        converter.close()


def test_a_mail_gives_its_text_without_its_head_and_signature() -> None:
    message = mail()
    message.set_content("\n\n".join([*TEXT, "-- \nPress office, Quay 1\n"]), cte="quoted-printable")
    document = read(message)
    assert (document.title, document.date, document.source) == ("Catch of char is capped", DAY, "Lake Varda Commission")
    assert document.text.split("\n\n") == TEXT
    assert document.warnings == ()


def test_of_a_mail_that_is_a_page_the_text_is_read_and_what_came_with_it_is_named() -> None:
    message = mail(sender="p@varda.test")
    message.set_content(f"<html><body>{''.join(f'<p>{text}</p>' for text in TEXT)}</body></html>", subtype="html")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="minutes.pdf")
    document = read(message)
    assert (document.title, document.source) == ("Catch of char is capped", "varda.test")
    assert document.text.split("\n\n") == TEXT
    assert document.warnings == ("what came with it is not read (minutes.pdf); save and add it, if it tells more",)


def test_a_mail_without_text_is_refused_with_what_to_do() -> None:
    message = mail()
    message.set_content(b"%PDF-", maintype="application", subtype="pdf", filename="minutes.pdf")
    with pytest.raises(ConversionError, match="is a mail without text; save the files that came with it"):
        read(message)


def test_a_mail_in_an_unknown_encoding_is_refused_by_its_name() -> None:
    message = mail()
    message.set_content("\n".join(TEXT))
    message.set_param("charset", "klingon")
    with pytest.raises(ConversionError, match="names an unknown encoding, “klingon”; save its text as UTF-8"):
        read(message)


HEAD = "From: Lake Várda Commission <p@varda.test>\nTo: desk@post.test\nSubject: Catch of char is capped\n"


def test_a_mail_of_which_only_the_head_lines_were_kept_is_one() -> None:
    head = f"{HEAD}Cc: Ann Ark <a@post.test>,\n Bo Birch <b@post.test>\nDate: Tue, 9 Apr 2024 23:30:00 -0500\n"
    data = f"{head}\n{TEXT[0]}\n\n{TEXT[1]} Ørn Dahl was there.\n\n-- \nPress office\n".encode()
    assert format_of(data) == "mail"
    document = read_mail(data)
    assert (document.title, document.date, document.source) == ("Catch of char is capped", DAY, "Lake Várda Commission")
    assert document.text.split("\n\n") == [TEXT[0], f"{TEXT[1]} Ørn Dahl was there."]


def test_a_comma_in_the_senders_name_that_is_not_quoted_is_part_of_it() -> None:
    head = HEAD.replace("From: Lake Várda Commission", "From: Press Office, Lake Varda Commission")
    data = f"{head}Date: Tue, 9 Apr 2024 23:30:00 -0500\n\n{TEXT[0]}\n".encode()
    assert read_mail(data).source == "Press Office, Lake Varda Commission"


def test_who_is_greeted_and_who_takes_leave_is_no_part_of_the_text() -> None:
    head = f"{HEAD}Date: Tue, 9 Apr 2024 23:30:00 -0500\n"
    data = f"{head}\nDear colleagues,\n\n{TEXT[0]}\n\nKind regards,\n\nOla Steen\nSpokesperson\nTel. 555\n".encode()
    assert read_mail(data).text == TEXT[0]
    kept = f"Dear is what the lock was.\n\n{TEXT[0]}\n\nBest regards to all were sent by Ørn Dahl."
    assert read_mail(f"{head}\n{kept}\n".encode()).text == kept


def test_a_text_with_a_short_head_is_a_mail_by_the_name_of_its_file() -> None:
    data = f"{HEAD}X-Folder: in\n\n{TEXT[0]}".encode()
    assert (format_of(data), format_of(data, "note.EML"), format_of(TEXT[0].encode(), "a.eml")) == (
        "text",
        "mail",
        "text",
    )
    assert read_mail(data).source == "Lake Várda Commission"


@pytest.mark.parametrize(
    "text",
    [
        "From: the harbour\nTo: the board\nSubject: dues\nDate: 9 April 2024\n\nThe dues stay as they are.",
        "From: the harbour\nTo: the lake\n\nA walk of two hours leads past the old mill and its pond.",
        "Present: Ann Ark\nChair: Bo Birch\nReceived: the report of the treasurer\n",
    ],
)
def test_labelled_lines_by_themselves_make_no_mail(text: str) -> None:
    assert format_of(text.encode()) == "text"


def test_the_head_of_a_mail_as_a_program_shows_it_is_read() -> None:
    head = (
        "From: Lake Varda Commission <p@varda.test>\nSent: Tuesday, April 9, 2024 6:30 PM\nTo: Desk <desk@post.test>\n"
        "Subject: FW: Catch of char is capped\n\n"
    )
    found = read_front_matter(f"{head}{TEXT[0]}")
    assert (found.title, found.date, found.source) == ("Catch of char is capped", DAY, "Lake Varda Commission")
    assert found.warnings == ()


def test_a_title_that_is_no_subject_keeps_all_its_words() -> None:
    found = read_front_matter(f"title: Re: the dues of 2024\nsource: Post <quarterly>\n\n{TEXT[0]}")
    assert (found.title, found.source) == ("Re: the dues of 2024", "Post <quarterly>")


def test_a_source_that_is_no_address_keeps_its_quotes() -> None:
    assert read_front_matter("title: Dues\nsource: 'The Quay'\n\nText.").source == "'The Quay'"
    assert read_front_matter('title: Dues\nfrom: "The Quay" <p@quay.test>\n\nText.').source == "The Quay"


def test_what_a_mail_quotes_is_left_out_and_what_is_sent_on_is_its_writers() -> None:
    message = mail()
    message.set_content("\n\n".join([*TEXT, "On Tuesday Ada Wren wrote:\n> The pier was sold."]))
    assert read(message).text.split("\n\n") == TEXT
    sent_on = mail()
    head = "From: Ada Wren <ada@example.org>\nDate: 2 May 2023 10:12\nSubject: Pier\nTo: Jo Rask"
    sent_on.set_content("\n\n".join(["FYI", "---------- Forwarded message ---------", head, *TEXT]))
    assert read(sent_on).source == "Ada Wren"
    assert "FYI" not in read(sent_on).text
