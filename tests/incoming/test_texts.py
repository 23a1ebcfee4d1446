"""Texts and Markdown as they are brought in: title and day leave the text, and all else stays as it is."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.incoming.document import document_of_text

DAY = datetime.date(2024, 4, 9)
TEXT = "The **commission** agreed on [Tuesday](https://lake.test/a) to limit the catch of char.\n\nIt met in *Ostmere*."


@pytest.mark.parametrize(
    "head",
    [
        "**Commission caps the catch**\n\n*By Nils Borg, 9 April 2024*\n\n",
        "# Commission caps the *catch*\n\n_9 April 2024_\n\n",
        "Commission caps the [catch](https://lake.test/catch)\n\nPublished: **9 April 2024**\n\n",
        "---\ntitle: Commission caps the catch\n---\n\n**9 April 2024**\n\n",
        "Commission caps the catch\n\n9 April 2024\n\n",
    ],
)
def test_marks_in_headline_and_day_take_nothing_from_the_text(head: str) -> None:
    document = document_of_text(f"{head}{TEXT}\n")
    assert (document.title, document.date) == ("Commission caps the catch", DAY)
    assert document.text == TEXT


@given(
    marks=st.lists(
        st.sampled_from(["*", "**", "_", "`", "[", "](https://a.test)", "a", "Board ", "\n\n", "# "]), max_size=12
    )
)
def test_whatever_marks_stand_above_a_text_all_of_it_is_kept(marks: list[str]) -> None:
    document = document_of_text(f"{''.join(marks)}\n\n{TEXT} They met again in the evening, and they parted late.\n")
    assert document.text.endswith("It met in *Ostmere*. They met again in the evening, and they parted late.")
