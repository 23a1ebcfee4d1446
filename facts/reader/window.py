"""What the reader sees at a time: a question, a heading, the sentence before and the sentence, cut to its window."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WINDOW_TOKENS = 160
"""How many word pieces the reader sees at most, marks included."""

QUESTION_TOKENS = 40
ASKED_BEFORE_TOKENS = 24
HEADING_TOKENS = 32
BEFORE_TOKENS = 32
ANSWER_TOKENS = 40
"""How many word pieces are kept of the question, the one before it, the heading, the sentence before and the answer of
a claim, at most."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
"""As dates are written in a heading, whatever the machine's language."""

_MARKS = 4  # [CLS] question [SEP] heading and sentence before [SEP] sentence [SEP]


@dataclasses.dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with what one must know to read it.

    `heading` is the article's title, meeting and date, joined by " | "; `before` the sentence before, or nothing.
    """

    heading: str
    before: str
    sentence: str


class Claim(msgspec.Struct, frozen=True):
    """A question with an answer that is said to come from a passage: a fact to be judged."""

    question: str
    answer: str
    passage: Passage


class Window(msgspec.Struct, frozen=True):
    """A question and a passage as the network reads them.

    `tokens` and `segments` have one number a word piece; the sentence's pieces begin at `start`, and `offsets` gives
    each of them its span in the sentence (code points).
    """

    tokens: list[int]
    segments: list[int]
    start: int
    offsets: list[tuple[int, int]]


class Pieces(msgspec.Struct, frozen=True):
    """The word pieces of a text and their spans in it."""

    tokens: list[int]
    offsets: list[tuple[int, int]]


def heading(title: str | None, meeting: str | None, date: datetime.date | None) -> str:
    """Join an article's title, its meeting (where the title does not name it) and its date, as passages begin.

    >>> heading("Ferry inquiry opens", "Harbour Board", datetime.date(2007, 11, 4))
    'Ferry inquiry opens | Harbour Board | 4 November 2007'
    """
    parts = [title] if title else []
    if meeting and meeting.lower() not in (title or "").lower():
        parts.append(meeting)
    if date:
        parts.append(f"{date.day} {MONTHS[date.month - 1]} {date.year}")
    return " | ".join(parts)


class Windows:
    """Makes windows with one tokenizer; texts that come again are cut into word pieces once."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        """Take a BERT tokenizer; what it is set to pad or cut to, texts here are not."""
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._pieces: dict[str, Pieces] = {}
        self._first, self._between, self._bar = (self._mark(mark) for mark in ("[CLS]", "[SEP]", "|"))

    def _mark(self, text: str) -> int:
        token = self._tokenizer.token_to_id(text)
        if token is None:
            raise ValueError(f"the tokenizer has no {text}")
        return int(token)

    def pieces(self, text: str) -> Pieces:
        """Cut a text into word pieces."""
        found = self._pieces.get(text)
        if found is None:
            encoded = self._tokenizer.encode(text, add_special_tokens=False)
            found = self._pieces[text] = Pieces(encoded.ids, encoded.offsets)
        return found

    @property
    def kept(self) -> int:
        """How many texts are remembered."""
        return len(self._pieces)

    def forget(self) -> None:
        """Forget the texts seen so far."""
        self._pieces.clear()

    def make(self, question: str, passage: Passage, asked_before: str = "") -> Window:
        """Lay a question (with the one asked before it) and a passage into one window.

        What is too long is cut: first the sentence before, then the heading, then the end of the sentence.
        """
        asked = self.pieces(question).tokens[:QUESTION_TOKENS]
        if asked_before:
            asked = [*self.pieces(asked_before).tokens[:ASKED_BEFORE_TOKENS], self._bar, *asked]
        return self._laid(asked, passage)

    def claimed(self, claim: Claim) -> Window:
        """Lay a claim into one window: the question, its answer and the passage; cut as a question's window is."""
        asked = self.pieces(claim.question).tokens[:QUESTION_TOKENS]
        said = self.pieces(claim.answer).tokens[:ANSWER_TOKENS]
        return self._laid([*asked, self._bar, *said], claim.passage)

    def _laid(self, asked: list[int], passage: Passage) -> Window:
        room = WINDOW_TOKENS - _MARKS - len(asked)
        sentence = self.pieces(passage.sentence)
        kept = sentence.tokens[:room]
        room -= len(kept)
        heading = self.pieces(passage.heading).tokens[: min(HEADING_TOKENS, room)]
        room -= len(heading) + 1
        around = heading
        if passage.before and room > 0:
            around = [*heading, self._bar, *self.pieces(passage.before).tokens[: min(BEFORE_TOKENS, room)]]
        known = [self._first, *asked, self._between, *around, self._between]
        tokens = [*known, *kept, self._between]
        segments = [0] * len(known) + [1] * (len(kept) + 1)
        return Window(tokens, segments, len(known), sentence.offsets[: len(kept)])
