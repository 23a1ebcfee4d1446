"""What a PDF's lines are when they are put together: words that were broken, running heads, tables on turned pages."""

from __future__ import annotations

import io

import pdfplumber
import pytest

from facts.incoming.readers.pdf import read_pdf
from incoming.pdf_writing import Sheet, Text, pdf, table

SIZE = (842.0, 595.0)


def page(number: int, lines: list[str], size: tuple[float, float] = (595, 842)) -> list[Text]:
    """The lines of a page with its running heads."""
    width, height = size
    return [
        Text("Marrick Harbour Trust", 60, height - 17, 8),
        Text("Minutes 9/2024", width - 150, height - 17, 8),
        Text(f"Page {number} of 3", width / 2 - 20, 25, 8),
        *(Text(line, 60, height - 80 - 14 * n) for n, line in enumerate(lines)),
    ]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Those who came were counted at the gate: a hundred members were pre-", "sent."], "members were present."),
        (
            ["It was chaired by Hanna Sorley of the works, who is the com-", "missioner there."],
            "the commissioner there.",
        ),
        (
            ["The board has a chair and a vice, and Tom Reed was made the vice-", "chair of it."],
            "the vice-chair of it.",
        ),
        (["A well-known pilot, Ann Poole, told the board that she was a well-", "known one."], "was a well-known one."),
    ],
)
def test_a_word_that_is_broken_at_the_end_of_a_line_is_whole_and_a_hyphen_of_its_own_stays(
    lines: list[str], text: str
) -> None:
    assert read_pdf(pdf([Sheet(page(1, lines))])).text.endswith(text)


def test_running_heads_are_left_out_and_a_table_on_a_wide_page_is_read() -> None:
    drawn = table([["Berth", "Depth"], ["North quay", "6.5 m"], ["South quay", "4 m"]], 400, bold=True)
    sheets = [
        Sheet(page(1, ["The trust met on Thursday in the Custom House to settle what is dredged next."])),
        Sheet([*page(2, ["The depths after the work stand below."], SIZE), *drawn.texts], drawn.rules, SIZE),
        Sheet(page(3, ["The next meeting will be held on 10 October 2024 in the Custom House."])),
    ]
    assert read_pdf(pdf(sheets)).text.split("\n\n") == [
        "The trust met on Thursday in the Custom House to settle what is dredged next.",
        "The depths after the work stand below.",
        "Berth: North quay; Depth: 6.5 m",
        "Berth: South quay; Depth: 4 m",
        "The next meeting will be held on 10 October 2024 in the Custom House.",
    ]


LEFT = [
    "The ferry board met in the old depot at",
    "Hallin to hear what the winter had cost.",
    "Its chair, Odile Marrant, said that the",
    "boats had been laid up for twenty days,",
    "and that fares would stay as they were.",
]
RIGHT = [
    "Piet Halm, who looks after the money,",
    "warned that three boats need new decks",
    "before the summer. The board agreed to",
    "borrow half of that from the harbour,",
    "which had offered it on easy terms.",
]


def edge(texts: list[Text]) -> float:
    """Where the longest of the lines ends, in points from the left."""
    with pdfplumber.open(io.BytesIO(pdf([Sheet(texts)]))) as file:
        return max(float(word["x1"]) for word in file.pages[0].extract_words())


@pytest.mark.parametrize("gap", [7, 10, 14, 30])
def test_two_columns_are_read_one_after_the_other_however_narrow_the_gutter(gap: float) -> None:
    left = [Text(line, 90, 700 - 14 * n) for n, line in enumerate(LEFT)]
    right = [Text(line, edge(left) + gap, 700 - 14 * n) for n, line in enumerate(RIGHT)]
    above = Text("Ferries will sail as before, the board of Hallin says after a long winter of repairs", 90, 730)
    assert read_pdf(pdf([Sheet([above, *left, *right])])).text.split("\n\n")[-2:] == [" ".join(LEFT), " ".join(RIGHT)]


@pytest.mark.parametrize("gap", [7, 10])
def test_lines_of_one_column_are_whole_though_their_words_stand_far_apart(gap: float) -> None:
    texts = []
    for n, line in enumerate([*LEFT, *RIGHT]):
        left = 90.0
        for word in line.split():
            texts.append(Text(word, left, 700 - 14 * n))
            left = edge(texts[-1:]) + gap + n % 3 / 2
    assert " ".join(read_pdf(pdf([Sheet(texts)])).text.split()) == " ".join([*LEFT, *RIGHT])
