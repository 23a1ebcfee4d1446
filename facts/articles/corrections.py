"""Notes that correct an article: put above or below it later, they are no paragraphs of the report.

"Correction: The pier will cost 4 million, not 3 million.", "This article was amended on 3 May 2024. …", or a heading
with its paragraphs. Whatever is told in the midst of a text ("Corrections to the minutes") is the report's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from facts.articles.dateline import Span
from facts.articles.paragraphs import SENTENCE_END, lines_of
from facts.line_marks import HEADING, ITEM
from facts.model import Note

ABOVE: Final = 2
"""So many paragraphs of an article's own may stand above a note at its top: from the third on a text tells."""
BELOW: Final = 3
"""So many may stand below a note at its end."""
HEAD_MAX: Final = 100
"""Code points of the longest line that is but the label of what stands below it."""
TOLD_IN: Final = 600
"""Code points of a note within which it tells that it corrects something, where its label does not."""

_SORT: Final = r"(?:corrections?|clarifications?|errat(?:um|a)|corrigend(?:um|a))"
_OPEN: Final = r"[*_\[(\s]*"
_WHEN: Final = r"(?:[\s,(\[–—-]+(?=[^\n]{0,40}\d|(?:to|of|on) )(?:[^:\n)\]]|:(?=\d\d)){2,60}[)\]]?)?"
"""What may stand between a label and its colon: "(3 May 2024)", ", Oct. 3, 2025", "to our report of 3 May"."""
_LABEL: Final = re.compile(
    rf"{_OPEN}(?:(?:update ?/ ?)?{_SORT}(?:(?: and | ?& ?|/){_SORT})?{_WHEN}"
    rf"|an? {_SORT} (?:was|has been) (?:made|issued|added|published)[^:\n]{{0,60}})"
    r"[*_]*(?:\s*:|\s+[–—-](?=\s))[*_]*\s*",
    re.IGNORECASE,
)
_HEAD: Final = re.compile(
    rf"{_OPEN}(?:{_SORT}(?:(?: and | ?& ?|/){_SORT})?{_WHEN}"
    rf"|an? {_SORT} (?:was|has been) (?:made|issued|added|published)[^:\n]{{0,60}})[\s*_:.\])]*\Z",
    re.IGNORECASE,
)
"""The same with nothing behind it in its line."""
_OTHER_LABEL: Final = re.compile(
    rf"{_OPEN}(?:(?:editor|publisher)s?['’]?s? note|ed\.? note|notes? to (?:readers|editors)|updated?|amend(?:ed|ment)"
    r"|for the record)"
    rf"{_WHEN}[*_]*(?:\s*:|\s+[–—-](?=\s))[*_]*\s*",
    re.IGNORECASE,
)
"""What stands before many a note, of which some correct."""
_TEXT: Final = r"(?:article|blog|bulletin|communiqué|item|page|piece|post|press release|release|report|statement|story)"
_VERSION: Final = (
    rf"(?:earlier|first|initial|original|previous|prior) (?:[\w-]+ )?version of (?:this|our) (?:\w+ )?{_TEXT}"
)
_WRONG: Final = (
    r"(?:incorrect|wrong|mistaken|erroneous)(?:ly)?|mis(?:attributed|identified|named|quoted|spel(?:led|t)|stated)"
)
_BEGINS: Final = re.compile(
    rf"{_OPEN}(?:this (?:[\w.,'’-]+ ){{0,3}}?{_TEXT} (?:(?:was|were|is|has been) (?:[\w-]+ )?"
    r"(?:amended|corrected|clarified|edited|changed|updated)\b(?! by )|corrects\b)"
    rf"|this version corrects\b|corrects \w|(?:an?|the) {_VERSION}"
    rf"|(?:due|owing) to (?:an? )?(?:[\w-]+ )?(?:error|mistake), (?:an?|the|this|our) (?:{_VERSION}|{_TEXT}))",
    re.IGNORECASE,
)
"""How a note without a label begins."""
_CORRECTS: Final = re.compile(
    rf"\b(?:amended|correct(?:ed|ion|ions|s)?|clarif(?:y|ied)|{_VERSION}|{_WRONG}|in error|for the record)\b"
    r"|, not (?:[£$€]|\d)",
    re.IGNORECASE,
)
_AMENDED: Final = re.compile(
    rf"{_OPEN}this (?:[\w.,'’-]+ ){{0,3}}?{_TEXT} \w+ (?:\w+ )?(?:edited|changed|updated)", re.I
)
"""What need not tell of a mistake: it is only a note if it says so further on."""
_PAIRS: Final = {"(": ")", "[": "]"}


def take_notes(text: str, spans: list[Span]) -> tuple[Note, ...]:
    """Take the notes that correct an article off its paragraphs; none where nothing else would be left of it.

    >>> text = "The council met.\\n\\nCorrection (3 May): It met in Tarn."
    >>> spans = [(0, 16), (18, len(text))]
    >>> [text[slice(*note.span)] for note in take_notes(text, spans)], spans
    (['It met in Tarn.'], [(0, 16)])
    """
    parts = [part for span in spans for part in _with_own_line(text, span)]
    found = dict(_notes(text, parts))
    own = [part for part in parts if part not in found]
    if not found or not own:
        return ()
    first, last = own[min(ABOVE, len(own)) - 1][1], own[-min(BELOW, len(own))][0]
    headings = [span[0] for span in own if HEADING.match(text[slice(*span)])]
    taken = {
        part: note
        for part, note in found.items()
        if part[0] < first or (part[0] > last and not any(part[0] < at for at in headings))
    }
    spans[:] = [part for part in parts if part not in taken] if taken else spans
    return tuple(note for note in taken.values() if note is not None)


def _with_own_line(text: str, span: Span) -> Iterator[Span]:
    """A paragraph, what stands from a labelled line of it on as one of its own."""
    begin = span[0]
    for first, last in lines_of(text, *span):
        if first > begin and _LABEL.match(text[first:last]) and (above := text[begin:first].rstrip()):
            yield begin, begin + len(above)
            begin = first
    yield begin, span[1]


def _notes(text: str, spans: Sequence[Span]) -> Iterator[tuple[Span, Note | None]]:
    """Each paragraph that is of a note, with that; None for a line that is but the label of those below it."""
    headings = [n for n, span in enumerate(spans) if HEADING.match(text[slice(*span)])]
    label: Span | None = None
    to_end = False
    for n, span in enumerate(spans):
        line = text[slice(*span)]
        mark = HEADING.match(line) or ITEM.match(line)
        begin = span[0] + (mark.end() if mark else 0)
        own = _label_of(text[begin : span[1]])
        if own and begin + own[1] < span[1]:
            yield span, _note(text, (begin, begin + own[0]), (begin + own[1], span[1]))
            label = label if to_end else None
        elif len(line) <= HEAD_MAX and _HEAD.match(text[begin : span[1]].rstrip("# ")) and n + 1 < len(spans):
            below = any(SENTENCE_END.search(text[slice(*above)]) for above in spans[:n])
            label, to_end = (begin, span[1]), below and n in headings[-1:]
            yield span, None
        elif label is not None and n not in headings:
            yield span, _note(text, label, (begin, span[1]))
            following = text[slice(*spans[n + 1])] if n + 1 < len(spans) else ""
            label = label if to_end or ITEM.match(following) else None


def _label_of(paragraph: str) -> tuple[int, int] | None:
    """Where the label of a note ends, and where its words begin; None of a paragraph that is none."""
    if label := _LABEL.match(paragraph):
        return label.end(), label.end()
    told = paragraph[:TOLD_IN]
    if label := _OTHER_LABEL.match(paragraph):
        return (label.end(), label.end()) if _CORRECTS.search(told, label.end()) else None
    if _BEGINS.match(told) and (_AMENDED.match(told) is None or _CORRECTS.search(told)):
        begin = len(paragraph) - len(paragraph.lstrip("*_([ \t\n"))
        return begin, begin
    return None


def _note(text: str, label: Span, span: Span) -> Note:
    """A note without the bracket that closes it where its label, or the note, began with one."""
    opened = text[label[0] : label[1] + 1].lstrip("*_ ")[:1]
    begin, end = span
    words = text[begin:end].rstrip("*_ \t\n")
    if opened in _PAIRS and words.endswith(_PAIRS[opened]) and words.count(_PAIRS[opened]) > words.count(opened):
        words = words[:-1].rstrip()
    return Note(label, (begin, begin + len(words)))
