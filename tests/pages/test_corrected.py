"""What the notes of an article take back of its sentences, and what they leave alone."""

from __future__ import annotations

import datetime
import time

import pytest

from facts.model import Fact, Sentence
from facts.pages.corrected import Notes, read_notes, without_denied
from facts.pages.note_words import words_of
from facts.pages.page_reading import read_page
from facts.pages.withdrawn import gives

DAY = datetime.date(2025, 10, 2)
OWN = (
    "The Lake Council met in Tarn on Wednesday and bought a ferry by 9 votes to 3.",
    "The ferry will cost 4.2 million crowns and enter service on 4 May 2026.",
    "The meeting was chaired by Ada Wren.",
    "Bo Tam did not attend the meeting.",
    "Delegates of 44 towns came from the coast.",
)


def sentences(own: tuple[str, ...], notes: tuple[str, ...], day: str = "") -> list[Sentence]:
    found, at = [], 0
    for n, text in enumerate((*own, *notes)):
        found.append(Sentence(text, (at, at + len(text)), correction=day if n >= len(own) else None))
        at += len(text) + 1
    return found


def read(*notes: str, own: tuple[str, ...] = OWN) -> Notes:
    return read_notes(sentences(own, notes), DAY)


@pytest.mark.parametrize(
    ("notes", "place", "said"),
    [
        (["The ferry will cost 4.9 million crowns, not 4.2 million as reported."], 1, "4.2 million crowns"),
        (["The ferry will cost 4.9 million crowns."], 1, "4.2 million crowns"),
        (["An earlier version misstated the cost of the ferry.", "It is 4.9 million crowns."], 1, "4.2 million crowns"),
        (["An earlier version said that the ferry would cost 4.2 million crowns."], 1, "4.2 million crowns"),
        (["The cost of the ferry was wrongly given as 4.2 million crowns."], 1, "4.2 million crowns"),
        (["For “4.2 million” read “4.9 million”."], 1, "4.2 million crowns"),
        (["Corrects cost of ferry to 4.9 million from 4.2 million"], 1, "4.2 million crowns"),
        (["The ferry enters service on 11 May 2026, not 4 May."], 1, "4 May 2026"),
        (["The vote was 10 to 2."], 0, "9 votes to 3"),
        (["The vote was not 9 to 3 but 10 to 2."], 0, "9 votes to 3"),
        (["The council met on Tuesday."], 0, "1 October 2025"),
        (["The meeting was chaired by Ada Wren's deputy, Cy Holt."], 2, "Ada Wren"),
        (["The meeting was chaired by Cy Holt rather than Ada Wren."], 2, "Ada Wren"),
        (["Ada Wren did not chair the meeting."], 2, "Ada Wren"),
        (
            ["An earlier version said that the ferry enters service on 4 May 2026."],
            1,
            "it enters service on 4 May 2026",
        ),
        (
            ["An earlier version said the ferry would cost 4 million.", "It is 4.9 million crowns."],
            1,
            "4.2 million crowns",
        ),
        (["Cy Holt is the clerk; the meeting was chaired by Di Marsh."], 2, "Ada Wren"),
        (["Bo Tam did attend the meeting."], 3, "Bo Tam"),
        (["Ada Wren was wrongly described as having chaired the meeting."], 2, "Ada Wren"),
        (["The ferry will cost 4.9 million crowns, not 4.2 million, as an earlier version said."], 1, "4.2 million"),
        (["It said 44 towns came; in fact 38 did."], 4, "44"),
        (["Delegates of 38 towns came."], 4, "44 towns"),
    ],
)
def test_what_a_note_denies_or_tells_otherwise_is_taken_back(notes: list[str], place: int, said: str) -> None:
    found = read(*notes)
    taken = [each for each in found.withdrawn if each.sentence == place]
    assert any(gives(said, each) for each in taken), found
    assert {at for each in found.corrections for at in each.corrects} == {place}
    assert {each.sentence for each in found.withdrawn if each.sentence < len(OWN)} == {place}


@pytest.mark.parametrize(
    "note",
    [
        "The quay was built in 1905, not 1950.",
        "The mayor of Lunn is Di Marsh.",
        "This article was amended on 3 October 2025.",
        "An earlier version misstated the length of the quay.",
        "The ferry will cost 4.2 million crowns.",
        "Ada Wren chaired the meeting.",
        "We are sorry for the error.",
        "The statement said that delegates came from the coast.",
        "The chair was misquoted. She said that the ferry will cost 4.2 million crowns.",
    ],
)
def test_what_a_note_says_of_another_thing_takes_nothing_back(note: str) -> None:
    found = read(note)
    assert [each for each in found.withdrawn if each.sentence < len(OWN)] == []


def test_a_list_that_has_a_name_tells_nothing_of_what_a_note_says_it_did_not_do() -> None:
    own = ("Ada Wren, Bo Tam and Cy Holt attended.", "Bo Tam proposed the budget.")
    assert [each.sentence for each in read("Cy Holt, not Bo Tam, proposed the budget.", own=own).withdrawn] == [1, 2]


def test_who_was_chosen_for_one_office_takes_nothing_back_of_another() -> None:
    assert read("Cy Holt was elected auditor.", own=("Ada Wren was elected secretary.",)).withdrawn == ()


def test_where_two_sentences_may_be_meant_they_are_shown_with_the_note_and_nothing_is_taken_back() -> None:
    own = ("The old pier cost 3 million crowns.", "The new pier cost 5 million crowns.")
    found = read("The pier cost 4 million crowns.", own=own)
    assert found.corrections[0].corrects == (0, 1)
    assert found.withdrawn == ()


def test_what_only_tells_what_was_wrong_is_not_read() -> None:
    found = read("An earlier version of this article said that 50 towns came.", "It rained.")
    assert [each.text for each in found.sentences[len(OWN) :]] == ["It rained."]
    assert [each.sentence for each in found.corrections] == [None, len(OWN)]


def test_a_note_takes_back_what_it_denies_of_itself_not_what_it_tells() -> None:
    found = read("The ferry will cost 4.9 million crowns, not 4.2 million.")
    (own,) = (each for each in found.withdrawn if each.sentence == len(OWN))
    assert gives("4.2 million", own)
    assert not gives("4.9 million crowns", own)


def test_facts_that_tell_what_is_denied_are_left_out_and_no_others() -> None:
    told = sentences(OWN, ("The vote was 10 to 2.",))
    span = told[0].span
    vote = Fact("vote", "how", "How did the council vote?", "9 votes to 3", OWN[0], span)
    where = Fact("where", "where", "Where did the council meet?", "Tarn", OWN[0], span)
    assert without_denied([vote, where], told, DAY) == [where]
    assert without_denied([vote, where], told[: len(OWN)], DAY) == [vote, where]


@pytest.mark.parametrize(
    "notes",
    [
        ("x " * 50_000,),
        ("The ferry cost 4, not 4, not 5, not 4. " * 1000,),
        tuple("The ferry cost 4 crowns, not 4." for _ in range(200)),
        tuple(f"The ferry cost {n} crowns, not {n + 1}." for n in range(200)),
        ("not " * 30_000,),
        ("for '" * 20_000,),
        ("", " ", "not", "not .", "No. Not so; never. Read: for."),
    ],
)
def test_no_note_takes_long_or_breaks_anything(notes: tuple[str, ...]) -> None:
    begun = time.perf_counter()
    found = read(*notes, own=OWN * 40)
    assert time.perf_counter() - begun < 5
    assert len(found.sentences) <= 40 * len(OWN) + len(notes)


def test_a_note_that_denies_itself_tells_neither() -> None:
    found = read("The ferry will cost 4.2 million crowns, not 4.2 million crowns.")
    assert any(gives("4.2 million crowns", each) for each in found.withdrawn if each.sentence == 1)


def test_a_page_says_which_sentences_are_of_a_note() -> None:
    page = (
        "schema: 2\narticle: {{id: a, date: 2025-10-02, source: null, title: null, url: null, file: a.md, sha256: "
        + "0" * 64
        + "}}\nmeeting: null\nsentences:\n- text: It met.\n- text: It met twice.\n  correction: {}\n"
    )
    for written, day in (("true", ""), ("2025-10-03", "2025-10-03"), ("3 October 2025", "2025-10-03"), ("false", None)):
        read_back, problems = read_page(page.format(written))
        assert problems == []
        assert read_back is not None
        assert [each.correction for each in read_back.sentences] == [None, day]
    _, problems = read_page(page.format("soon"))
    assert "“correction” must be true, or the day of the note" in problems[0][1]


def test_only_what_says_what_was_wrong_or_tells_something_counts_as_understood() -> None:
    assert words_of("This article was amended on 3 May 2024.").is_amended
    assert words_of("It cost 4 crowns.").told == "It cost 4 crowns"
