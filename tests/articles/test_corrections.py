"""Which paragraphs are notes that correct an article, and that these change nothing else of how it is read."""

from __future__ import annotations

import datetime
import time

import msgspec
import pytest

from facts.articles import read_text
from facts.model import Article
from facts.parse.parser import Parser
from facts.parse.written import sentences as written

OWN = "The Lunn Pier Board met in Lunn on Monday. It got boats.\n\nAda Wren chaired it.\n\nBo Tam spoke.\n\nIt rained."
HEAD = "---\ntitle: Pier board meets\ndate: 2024-05-07\nsource: Lunn Post\n---\n\n"
TOLD = "The boats cost 4 crowns, not 3."


def notes(text: str) -> list[str]:
    """The notes that are found in a text."""
    reading = read_text(text)
    return [reading.text[slice(*note.span)] for note in reading.notes]


@pytest.mark.parametrize(
    ("note", "told"),
    [
        (f"Correction: {TOLD}", [TOLD]),
        (f"CORRECTION – {TOLD}", [TOLD]),
        (f"UPDATE/CORRECTION: {TOLD}", [TOLD]),
        (f"For the record: {TOLD}", [TOLD]),
        (f"**Correction (8 May):** {TOLD}", [TOLD]),
        (f"*Correction, May 8, 2024, 10:40: {TOLD}*", [TOLD]),
        (f"[Clarification: {TOLD}]", [TOLD]),
        (f"(Erratum: {TOLD})", [TOLD]),
        (f"Corrigendum to our report of 7 May: {TOLD}", [TOLD]),
        (f"Corrections & clarifications: {TOLD}", [TOLD]),
        (f"A correction was made on May 8, 2024: {TOLD}", [TOLD]),
        (f"A correction was made on May 8, 2024:\n\n{TOLD}", [TOLD]),
        (f"**Correction**\n\n{TOLD}", [TOLD]),
        (f"Editor’s note: An earlier version was wrong. {TOLD}", [f"An earlier version was wrong. {TOLD}"]),
        (f"This article was amended on 8 May 2024. {TOLD}", [f"This article was amended on 8 May 2024. {TOLD}"]),
        ("(Corrects cost to 4 crowns from 3)", ["Corrects cost to 4 crowns from 3"]),
        (
            "An earlier version of this story misstated the cost.",
            ["An earlier version of this story misstated the cost."],
        ),
        (
            "(This May 7 story has been corrected to say that it cost 4)",
            ["This May 7 story has been corrected to say that it cost 4"],
        ),
        (
            "Due to an editing error, an earlier version of this article misnamed Bo Tam.",
            ["Due to an editing error, an earlier version of this article misnamed Bo Tam."],
        ),
    ],
)
def test_what_stands_above_or_below_an_article_corrects_it(note: str, told: list[str]) -> None:
    plain = read_text(HEAD + OWN)
    for text in (f"{HEAD}{OWN}\n\n{note}\n", f"{HEAD}{note}\n\n{OWN}\n", f"{HEAD}{OWN}\n\n{note}\n\n© Lunn Post\n"):
        assert notes(text) == told
        reading = read_text(text)
        own = [reading.text[slice(*span)] for span in reading.paragraphs]
        assert own[:4] == [plain.text[slice(*span)] for span in plain.paragraphs]
        assert (reading.title, reading.date, reading.source) == (plain.title, plain.date, plain.source)


def test_what_stands_below_a_heading_of_corrections_is_of_the_note() -> None:
    assert notes(f"{HEAD}{OWN}\n\n## Corrections and clarifications\n\n- {TOLD}\n- It was Cy Holt.\n") == [
        TOLD,
        "It was Cy Holt.",
    ]


def test_a_labelled_line_right_below_a_paragraph_is_a_note() -> None:
    assert notes(f"{HEAD}{OWN}\nCorrection: {TOLD}") == [TOLD]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}{OWN}\n\nEditor's note: This article is one of a series.",
        f"{HEAD}{OWN}\n\nThis article has been updated with the vote.",
        f"{HEAD}{OWN}\n\nAn earlier version of the plan said that the pier would be shut.",
        f"{HEAD}{OWN}\n\nThe report was amended by the board on 3 May.",
        f"{HEAD}{OWN}\n\n## Corrections\n\nItem 4 was put right.\n\n## Roads\n\n{OWN}\n\n{OWN}",
        f"Correction: {TOLD}",
        "# Correction\n\nIt was so.",
        f"{HEAD}This article was amended by the Assembly: article 7 stays.\n\n{OWN}",
    ],
)
def test_what_an_article_tells_itself_is_no_note(text: str) -> None:
    assert notes(text) == []


def test_from_the_third_paragraph_on_a_text_corrects_nothing_before_its_end() -> None:
    assert notes(f"{HEAD}It met.\n\nIt voted.\n\nCorrection: {TOLD}\n\n{OWN}") == []
    assert notes(f"{HEAD}It met.\n\nCorrection: {TOLD}\n\n{OWN}") == [TOLD]


def test_the_sentences_of_a_note_stand_each_by_itself_with_its_day() -> None:
    text = f"{HEAD}{OWN}\n\nClarification (9 May): The vote was 10 to 2. It cost 4.5 million. Ada Wren chaired it.\n"
    reading = read_text(text)
    published = datetime.date(2024, 5, 7)
    described = Article("a", published, None, None, None, "a.md", "0" * 64, reading.text)
    article = msgspec.structs.replace(described, paragraphs=reading.paragraphs, notes=reading.notes)
    (parsed,) = Parser().parse([article])
    noted = [(each.text, each.correction) for each in written(parsed) if each.correction is not None]
    assert noted == [
        ("The vote was 10 to 2.", "2024-05-09"),
        ("It cost 4.5 million.", "2024-05-09"),
        ("Ada Wren chaired it.", "2024-05-09"),
    ]
    assert all("vote" not in sentence.text for _, sentence in parsed.sentences())


@pytest.mark.parametrize(
    "words", ["It was, not. " * 8000, "(" * 100_000, " " * 100_000 + "x", "This story was " * 8000, "to " * 30_000]
)
def test_a_note_of_any_length_is_read_at_once(words: str) -> None:
    begun = time.perf_counter()
    for label in ("Correction:", "Correction (", "This story was", "An earlier version of this story "):
        read_text(f"{HEAD}{OWN}\n\n{label} {words}")
    assert time.perf_counter() - begun < 5
