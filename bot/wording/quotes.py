"""A sentence as it is quoted: on one line, the words of it that answer marked, whole or in chunks."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from bot.replies import Answer
from bot.wording.paging import chunks
from bot.wording.text import UNSEEN, escape, tidy

_GAP: Final = "…"
"""Stands where an excerpt leaves something out."""


class Quote(msgspec.Struct, frozen=True):
    """A text on one line, and the span of it (code points) that is marked; none is where both ends are the same."""

    text: str
    begin: int = 0
    end: int = 0

    @property
    def marked(self) -> str:
        """The marked words, perhaps none."""
        return self.text[self.begin : self.end]

    def html(self, mark: str = "b") -> str:
        """The text in Telegram's HTML, the marked words in this element."""
        if not self.marked:
            return escape(self.text)
        before, after = self.text[: self.begin], self.text[self.end :]
        return f"{escape(before)}<{mark}>{escape(self.marked)}</{mark}>{escape(after)}"

    def plain(self, mark: str = "*") -> str:
        """The text without markup, the marked words between two of these."""
        if not self.marked:
            return self.text
        return f"{self.text[: self.begin]}{mark}{self.marked}{mark}{self.text[self.end :]}"

    def chunks(self, limit: int) -> tuple[Quote, ...]:
        """The quote in chunks of at most `limit` UTF-16 code units, as `bot.wording.paging` splits a text.

        >>> [chunk.html() for chunk in Quote("It met. It agreed on all of it.", 3, 17).chunks(12)]
        ['It <b>met.</b>', '<b>It agreed</b> on', 'all of it.']
        """
        found: list[Quote] = []
        at = 0
        for text in chunks(self.text, limit):
            at = self.text.index(text, at)
            begin, end = (min(max(place - at, 0), len(text)) for place in (self.begin, self.end))
            found.append(Quote(text, begin, end))
            at += len(text)
        return tuple(found)

    def excerpt(self, limit: int) -> Quote:
        """The quote in at most `limit` UTF-16 code units (ten or more): whole, or the stretch of it in which the marked
        words begin, with an ellipsis where something is left out.

        >>> Quote("It met. It agreed on all of it.", 11, 17).excerpt(16).html()
        '… It <b>agreed</b> on …'
        """
        if len(self.chunks(limit)) == 1:
            return self
        parts = self.chunks(limit - 2 * len(f"{_GAP} "))
        place = next((place for place, part in enumerate(parts) if part.marked), 0)
        before = f"{_GAP} " if place else ""
        after = f" {_GAP}" if place + 1 < len(parts) else ""
        part = parts[place]
        return Quote(before + part.text + after, len(before) + part.begin, len(before) + part.end)


def quote_of(answer: Answer) -> Quote:
    """The evidence of an answer with the words that the reader marked, unless they are all of it."""
    text = tidy(answer.evidence)
    begin, end = _tidied(answer.evidence, answer.marked) if answer.marked else (0, 0)
    return Quote(text) if (begin, end) == (0, len(text)) else Quote(text, begin, end)


def nearest_quote(answer: Answer) -> Quote:
    """The evidence of what is offered, with the words that the reader marked, else the short answer where it stands
    there word for word; without evidence, what there is."""
    quote = quote_of(answer)
    if not quote.text:
        return Quote(tidy(answer.answer) or tidy(answer.question))
    said = tidy(answer.answer)
    if answer.marked or not said or said == quote.text:
        return quote
    found = re.search(rf"(?<!\w){re.escape(said)}(?!\w)", quote.text)
    return Quote(quote.text, *found.span()) if found else quote


def _tidied(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Where the span of a text lies when the text is on one line; (0, 0) if nothing of it is to be seen there."""
    begin, end = (min(max(place, 0), len(text)) for place in span)
    words = text[begin:end]
    seen = UNSEEN.sub(" ", words).strip()
    if not seen:
        return 0, 0
    # From the first letter that is seen, so that no run of white space is split.
    first = begin + next(at for at, char in enumerate(words) if not UNSEEN.match(char))
    start = len(UNSEEN.sub(" ", text[:first]).lstrip(" "))
    return start, start + len(seen)
