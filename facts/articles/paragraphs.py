"""How a text is cut into paragraphs: at blank lines, and where a list item, a heading or a labelled line begins."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.articles.dateline import Span
from facts.articles.meeting_lines import is_meeting_line, is_minutes_head
from facts.line_marks import BULLET, DASH, HEADING, ITEM, LETTER, NUMBER, letters_after
from facts.verbs import IRREGULAR_PASTS

WRAP_MAX = 160
"""Longest line, in code points, of text broken into lines by hand; a block with a longer one has a paragraph a line."""

HEAD_LINES = 3
"""How many lines above minutes say at most whose they are, and of which meeting."""

SENTENCE_MAX = 1000
"""Code points within which a sentence ends that is told from a list above it."""

PAST_AUXILIARIES = frozenset({"had", "has", "have", "was", "were"})
"""Words that headlines do without: a short first paragraph with one of them is running text."""

PASTS = frozenset(IRREGULAR_PASTS.values()) | PAST_AUXILIARIES
"""Forms of verbs that tell what somebody did, besides those with "ed"."""

_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
_UNDERLINE = re.compile(r"(?:=+|-{3,})\s*\Z")
LABEL = re.compile(r"[A-Z][\w’'/&-]*(?: [\w’'/&-]+){0,4}:(?:\s|\Z)")
"""What begins a labelled line: "Item 4: "."""
SENTENCE_END = re.compile(r"[.!?…;:,][\"'”’»)\]*_]*\Z")
"""The end of a line that ends a sentence or a part of one."""
CONTINUES = re.compile(
    r"[,;]\s*\Z|\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|until|was|were|with)\s*\Z", re.IGNORECASE
)
"""The end of a line that goes on in the next one."""
_OPENS = re.compile(
    r"(?:A|After|All|An|At|Before|Following|In|It|No|On|The|There|They|This|We)(?: [\w’'-]+,?){3,}.*[.!?]", re.DOTALL
)
"""Lines that begin a sentence: with a word that neither continues a name nor is one."""
_TELLS = re.compile(
    r"[A-Z][\w.’'-]*(?:,? [A-Z][\w.’'-]*){1,5} (?:(?:also|then|\w+ly) )?(?P<verb>[a-z]+)\s.*?[.!?](?=\s|\Z)", re.DOTALL
)
"""Lines that begin a sentence with somebody's name: "Dag Moe asked who would pay."."""
_TITLE = re.compile(rf"{NUMBER.pattern}[^\W\d_][\w’'&/,()-]*(?: [\w’'&/,()-]+){{0,6}}")
"""A numbered line that may be the heading of what stands below it."""
_NAMED_ITEM = re.compile(rf"{ITEM.pattern}[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{1,4}}(?: \([^()\n]*\))?\s*\Z")


def paragraphs(text: str, start: int = 0) -> Iterator[Span]:
    """Yield the spans of the paragraphs of `text` from `start` on, in order, without surrounding white space.

    Blank lines separate them. A list item is a paragraph with its marker, a Markdown heading one with its number
    signs, a line of "Label: …" lines one too; so is what begins a sentence below a label of minutes and its items.
    Rules and other blocks without a letter or digit are none.
    """
    position = start
    for gap in [*_BLANK_LINES.finditer(text, start), None]:
        end = gap.start() if gap else len(text)
        for first, last in _parts(text, position, end):
            block = text[first:last]
            left = first + len(block) - len(block.lstrip())
            right = last - (len(block) - len(block.rstrip()))
            if left < right and any(map(str.isalnum, text[left:right])):
                yield left, right
        position = gap.end() if gap else end


@dataclasses.dataclass(slots=True)
class _List:
    """How far the list in a block has come: whether it has begun, and by what number or letter it may go on."""

    begun: bool = False
    number: int = 1
    letters: frozenset[str] = frozenset()

    def begins(self, line: str, before: str) -> bool:
        """Whether an item begins with a line, by its mark and the line before it ("" for none)."""
        opens = not before or before.endswith(":")
        numbered, lettered = NUMBER.match(line), LETTER.match(line)
        found = (
            BULLET.match(line) is not None
            or (DASH.match(line) is not None and (self.begun or opens))
            or (numbered is not None and (not before or int(numbered["number"]) in {1, self.number}))
            or (lettered is not None and (opens or lettered["letter"] in self.letters))
        )
        if found:
            self.begun = True
            self.number = int(numbered["number"]) + 1 if numbered else self.number
            self.letters = letters_after(lettered["letter"]) if lettered else self.letters
        return found


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut a block without blank lines at the lines that begin a list item, a heading or a labelled line."""
    lines = list(lines_of(text, start, end))
    unwrapped = any(last - first > WRAP_MAX for first, last in lines)
    head = _head_lines([text[slice(*line)] for line in lines])
    below = lines[head:]
    labelled = bool(below) and sum(LABEL.match(text, *line) is not None for line in below) > len(below) // 2
    begin, heading, listing, before, items = start, False, False, "", _List()
    for n, (first, last) in enumerate(lines):
        line = text[first:last]
        item = items.begins(line, "" if heading else before)
        starts = item or unwrapped or heading or n == head > 0
        heading = HEADING.match(line) is not None or (item and _is_above_text(text, (first, last), end))
        if _UNDERLINE.match(line) and before:
            yield begin, first
            begin = last
            before = ""
            continue
        told = listing and not _is_open(before) and _ends_list(text, first, min(end, first + SENTENCE_MAX))
        if (starts or heading or told or (labelled and LABEL.match(line))) and first > begin:
            yield begin, first
            begin = first
        if begin == first or not before:
            listing = is_meeting_line(line) or (item and (listing or _NAMED_ITEM.match(line) is not None))
        before = line.rstrip()
    yield begin, end


def _head_lines(lines: list[str]) -> int:
    """How many lines above the first that says when or where a meeting was, or who came, are the head of minutes."""
    count = next((n for n, line in enumerate(lines[: HEAD_LINES + 1]) if is_meeting_line(line)), 0)
    return count if is_minutes_head([line.strip("#*_ \t") for line in lines[:count]]) else 0


def _is_above_text(text: str, line: Span, end: int) -> bool:
    """Whether a short numbered line without an end stands right above what begins a sentence or a label: "4. Library"
    above "The council deferred …"."""
    title = text[slice(*line)].rstrip()
    if not _TITLE.fullmatch(title) or _is_open(title):
        return False
    begin = min(line[1] + 1, end)
    newline = text.find("\n", begin, end)
    below = text[begin : newline if newline >= 0 else end]
    would_fit = len(title) + len(below.split(" ")[0]) < len(below) and newline != begin
    return would_fit and (LABEL.match(below) is not None or _ends_list(text, begin, min(end, begin + SENTENCE_MAX)))


def _ends_list(text: str, start: int, end: int) -> bool:
    """Whether a line is another label or begins a sentence: with a word that no list has, or with who did something."""
    if is_meeting_line(text[start : end if (newline := text.find("\n", start, end)) < 0 else newline]):
        return True
    match = _TELLS.match(text, start, end)
    did = match is not None and (match["verb"].endswith("ed") or match["verb"] in PASTS)
    return did or _OPENS.match(text, start, end) is not None


def _is_open(line: str) -> bool:
    """Whether a line goes on in the next one, or ended a sentence: nothing then says that a list ends with it."""
    return SENTENCE_END.search(line) is not None or CONTINUES.search(line) is not None


def lines_of(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the spans of the lines, without their indentation."""
    while start < end:
        newline = text.find("\n", start, end)
        stop = newline if newline >= 0 else end
        line = text[start:stop]
        yield start + len(line) - len(line.lstrip()), stop
        start = stop + 1
