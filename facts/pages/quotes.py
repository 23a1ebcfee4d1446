"""Where quotes stand in a text, and which sentence each begins in.

A page has single blanks where its article may have line ends or no-break spaces; here both are compared with
white space squeezed, and what is found is given in code points of the text as it is. What is typed with plain quotes
and hyphens, or in other letters' case, is found where nothing stands there to the letter.
"""

from __future__ import annotations

import bisect
import difflib
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from facts.expressions import expression
from facts.line_marks import HEADING, ITEM
from facts.model import Fact, Sentence

Span = tuple[int, int]

ALIKE = 0.6
"""Likeness (0–1, of the letters) from which a sentence is taken for the one that a quote was of."""

_WORD = expression(r"\S+")
_PLAIN = str.maketrans("‘’ʼ`´“”«»‐‑–—−", "'''''\"\"\"\"-----")
"""What people type for signs that are not on a keyboard, one for one."""
_NEAREST = expression(r"[^.!?]+[.!?]?[\"”’)]*")
"""Roughly a sentence, to name one that may have been meant."""
_FRONT_MATTER = expression(r"---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$", re.MULTILINE | re.DOTALL)


def squeeze(text: str) -> str:
    """A text with single blanks for white space, and none at its ends."""
    return " ".join(text.split())


class Source:
    """A text in which quotes are found whatever white space lies between their words; front matter ends at `begin`."""

    def __init__(self, text: str) -> None:
        """Squeeze the text, once for all quotes."""
        self.text = text
        front = _FRONT_MATTER.match(text)
        self.begin = front.end() if front else 0
        self._squeezed = squeeze(text)
        self._plain: str | None = None
        self._in_text: list[int] | None = None
        self._in_squeezed: list[int] = []
        if self._squeezed != text:
            words = list(_WORD.finditer(text))
            self._in_text = [word.start() for word in words]
            sizes = (word.end() - word.start() + 1 for word in words)
            self._in_squeezed = list(itertools.accumulate(sizes, initial=0))[:-1]

    def sentences(self, texts: Iterable[str]) -> list[Span | None]:
        """Where sentences stand; None for one that stands nowhere.

        Each is looked for behind the one before it first, the first one behind front matter, and then anywhere.
        """
        spans: list[Span | None] = []
        end = self._position(self.begin)
        for text in texts:
            start = self._find(text, end)
            if start < 0:
                start = self._find(text)
            if start >= 0:
                end = start + len(text)
            spans.append(self._span(start, len(text)) if start >= 0 else None)
        return spans

    def within(self, quote: str, start: int, end: int) -> Span | None:
        """Where a quote first begins between two code points; None if it does not."""
        quote = squeeze(quote)
        first = self._find(quote, self._position(start), self._position(end) + len(quote) - 1)
        return self._span(first, len(quote)) if first >= 0 else None

    def nearest(self, quote: str, near: int) -> Span | None:
        """Where a quote stands, nearest to a code point; None if nowhere."""
        return next(iter(self.by_nearness(quote, near)), None)

    def by_nearness(self, quote: str, near: int) -> list[Span]:
        """Where a quote stands, the places nearest to a code point first; those that the first reading of it has."""
        quote = squeeze(quote)
        middle = self._position(near)
        for text, sought in self._readings(quote):
            if places := [found.start() for found in re.finditer(f"(?={re.escape(sought)})", text)] if sought else []:
                return [self._span(at, len(quote)) for at in sorted(places, key=lambda at: abs(at - middle))]
        return []

    def likest(self, quote: str, start: int, end: int) -> str | None:
        """The sentence of the text that a quote which does not stand there is most like, if it is like any.

        `start` and `end` are the code points between which it is missed: all that stands there comes first.
        """
        quote, missed = squeeze(quote), _blocks(self.text[start:end])
        for candidates in (missed, map(str.strip, _sentences(missed)), map(str.strip, _sentences(_blocks(self.text)))):
            if near := difflib.get_close_matches(quote, candidates, 1, ALIKE):
                return near[0]
        return None

    def likest_words(self, quote: str, start: int, end: int) -> str | None:
        """The words between two code points that a quote which does not stand there is most like, if like any."""
        words = squeeze(self.text[start:end]).split()
        size = len(quote.split())
        runs = [
            " ".join(words[at : at + count])
            for count in range(max(1, size - 1), size + 2)
            for at in range(len(words) - count + 1)
        ]
        near = difflib.get_close_matches(squeeze(quote), runs, 1, ALIKE)
        return near[0] if near else None

    def _find(self, quote: str, start: int = 0, end: int | None = None) -> int:
        """Where a quote first stands in the squeezed text; -1 if it does not."""
        found = (text.find(sought, start, end) for text, sought in self._readings(quote))
        return next((at for at in found if at >= 0), -1)

    def _readings(self, quote: str) -> Iterator[tuple[str, str]]:
        """The squeezed text with a quote to be found in it: to the letter, and then as both are typed."""
        yield self._squeezed, quote
        if self._plain is None:
            self._plain = _typed(self._squeezed)
        yield self._plain, _typed(quote)

    def _span(self, start: int, size: int) -> Span:
        """The code points of the text for those of the squeezed text."""
        if self._in_text is None:
            return start, start + size
        first, last = (bisect.bisect_right(self._in_squeezed, at) - 1 for at in (start, start + size - 1))
        shift, end_shift = (self._in_text[word] - self._in_squeezed[word] for word in (first, last))
        return start + shift, start + size + end_shift

    def _position(self, at: int) -> int:
        """The code point of the squeezed text for one of the text."""
        at = max(at, 0)
        if self._in_text is None:
            return at
        word = bisect.bisect_right(self._in_text, at) - 1
        return self._in_squeezed[word] + at - self._in_text[word] if word >= 0 else 0


def _blocks(text: str) -> list[str]:
    """The paragraphs, headings and items of lists of a text, squeezed."""
    blocks = [""]
    for line in text.split("\n"):
        full = f"{line}x"  # a mark may stand at the end, in front of what is not looked at
        mark = ITEM.match(full) or HEADING.match(full)
        if mark or not line.strip():
            blocks.append("")
        blocks[-1] += f" {line[mark.end() if mark else 0 :]}"
    return [block for block in map(squeeze, blocks) if block]


def _sentences(blocks: Iterable[str]) -> list[str]:
    return [sentence for block in blocks for sentence in _NEAREST.findall(block)]


def _typed(text: str) -> str:
    """A text as it is typed in a hurry, letter for letter."""
    small = text.lower()
    return (small if len(small) == len(text) else text).translate(_PLAIN)


def places(sentences: Sequence[Sentence], facts: Iterable[Fact]) -> list[int]:
    """The number of the sentence that each fact stands below: the one in which, or in front of which, it begins."""
    ends = list(itertools.accumulate((sentence.span[1] for sentence in sentences), max))
    last = max(0, len(sentences) - 1)
    return [min(bisect.bisect_right(ends, fact.span[0]), last) for fact in facts]


def in_order(sentences: Sequence[Sentence], facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Facts in the order of their sentences; those of one sentence stay as they are."""
    order = places(sentences, facts)
    return tuple(facts[n] for n in sorted(range(len(facts)), key=order.__getitem__))


def quoted(facts: Iterable[Fact]) -> tuple[Sentence, ...]:
    """The sentences that facts quote; what begins inside another quote is a part of it and none of its own."""
    sentences: list[Sentence] = []
    for fact in sorted(facts, key=lambda fact: (fact.span[0], -fact.span[1])):
        if not sentences or fact.span[0] >= sentences[-1].span[1]:
            sentences.append(Sentence(squeeze(fact.evidence), fact.span))
    return tuple(sentences)


def likeliest(sentences: Sequence[Sentence], evidence: str, near: int) -> Sentence | None:
    """The sentence that stands where a quote stood that is gone: the most like it, or else the one at its place."""
    if not sentences:
        return None
    by_place = next((each for each in sentences if each.span[1] > near), sentences[-1])
    return alike(sentences, evidence) or by_place


def alike(sentences: Sequence[Sentence], text: str) -> Sentence | None:
    """The sentence that is most like a text, if any is."""
    found = difflib.get_close_matches(squeeze(text), [each.text for each in sentences], 1, ALIKE)
    return next(each for each in sentences if each.text == found[0]) if found else None


def same_sentences(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """By the number of each old sentence that of the new one that says the same; of several alike the first is the
    first."""
    numbers: dict[str, list[int]] = {}
    for n, text in enumerate(new):
        numbers.setdefault(text, []).append(n)
    return {n: same.pop(0) for n, text in enumerate(old) if (same := numbers.get(text))}
