from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.articles import read_text
from facts.articles.quoted import unquoted

HEADER = "Subject: The pier\nFrom: Jo Rask\nDate: 6 May 2024\n\n"
OWN = "The Lunn Pier Board met in Lunn on 3 May 2024. It bought two boats."
THEIRS = "The Varda Trust sold its pier on Monday."


def read(text: str) -> str:
    """What is read of a text."""
    reading = read_text(text)
    return " ".join(reading.text[start:end] for start, end in reading.paragraphs)


@pytest.mark.parametrize(
    "quoted",
    [
        f"On Tuesday Ada Wren wrote:\n> {THEIRS}",
        f"Ada Wren wrote:\n\n> {THEIRS}\n>\n> > {THEIRS}",
        f"On Fri, 3 May 2024 at 10:12,\nAda Wren <ada@example.org> wrote:\n\n{THEIRS}",
        f"On 3 May 2024, ada@example.org wrote:\n{THEIRS}",
        f"-----Original Message-----\nFrom: Ada Wren\nSent: Friday, 3 May 2024 10:12\nSubject: The pier\n\n{THEIRS}",
        f"---------- Forwarded message ---------\nFrom: Ada Wren\nTo: Jo Rask\n\n{THEIRS}",
        f"From: Ada Wren\nSent: Friday, 3 May 2024 10:12\nTo: Jo Rask\nSubject: The pier\n\n{THEIRS}",
    ],
)
def test_what_a_mail_quotes_is_not_told_by_its_sender(quoted: str) -> None:
    assert read(f"{HEADER}{OWN}\n\n{quoted}\n") == OWN


def test_lines_between_those_that_are_quoted_are_the_senders_own() -> None:
    assert read(f"{HEADER}> When did they meet?\n{OWN}\n> Who came?\nAll of them came.\n") == f"{OWN} All of them came."


def test_a_mail_that_is_only_sent_on_is_its_own_writers() -> None:
    head = "From: Ada Wren <ada@example.org>\nDate: Thu, 2 May 2024 at 18:04\nSubject: The pier\nTo: Jo Rask\n"
    reading = read_text(f"{HEADER}FYI, see below.\n\nBegin forwarded message:\n\n{head}\n{OWN}\n")
    assert (reading.source, reading.date) == ("Ada Wren", datetime.date(2024, 5, 2))
    assert read(f"{HEADER}FYI\n\nBegin forwarded message:\n\n{head}\n{OWN}\n") == OWN


def test_a_mail_of_quoted_lines_alone_is_read() -> None:
    assert THEIRS in read(f"{HEADER}> {THEIRS}\n> {OWN}\n")


@pytest.mark.parametrize(
    "text",
    [
        f"# Mayors cite charter\n\nThe Lunn charter reads:\n\n> {THEIRS}\n\n{OWN}\n",
        f"Ada Wren wrote: “{THEIRS}”\n\n{OWN}\n",
        f"On Tuesday the mayor wrote:\n\n{THEIRS}\n\n{OWN}\n",
        f"{OWN}\n\nMore than 3 members, > 5 boats. {THEIRS}\n",
    ],
)
def test_what_a_report_cites_stays(text: str) -> None:
    assert THEIRS in read(text)
    assert OWN in read(text)


@given(st.text(alphabet="ab >\n:-@.1", max_size=200), st.booleans())
def test_of_any_text_some_letters_and_all_places_stay(text: str, mail: bool) -> None:
    own = unquoted(f"{HEADER}{text}", len(HEADER), mail=mail).text
    assert len(own) == len(HEADER) + len(text)
    assert own.count("\n") == HEADER.count("\n") + text.count("\n")
    assert all(left in (right, " ") for left, right in zip(own, f"{HEADER}{text}", strict=True))
