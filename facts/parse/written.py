"""The sentences of an article as its page shows them: the headline that its text has, and all that is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from facts import dates
from facts.model import Article, Note, Sentence
from facts.pages.quotes import Span, squeeze

if TYPE_CHECKING:
    from facts.parse.parser import ArticleParse, Paragraph
    from facts.parse.tree import Span as Words

_MARKS = r"^[ \t#*_]*"
"""What may stand in front of a headline in its line."""
_LABEL = r"(?:title:[ \t]*[\"']?)?"
"""What stands before it in front matter."""
_DATED_MINUTES = re.compile(r"\bminutes\b.*\d{4}|\d{4}.*\bminutes\b", re.IGNORECASE)
_AMENDED = re.compile(
    r"\b(?:amended|clarified|corrected|edited|changed|updated)\b(?: again)? on [^.;]{3,40}", re.IGNORECASE
)
"""That a text was put right, and when."""


def headline(article: Article) -> Sentence | None:
    """The headline, if it stands in the text, above the first paragraph; that of minutes also in front matter.

    There their day may be told nowhere else.
    """
    if not article.title or not article.paragraphs:
        return None
    # The title of minutes may be made of two lines, which a colon joins.
    words = r"\s+".join(re.sub(":$", ":?", re.escape(word)) for word in article.title.split())
    label = _LABEL if _DATED_MINUTES.search(article.title) else ""
    above = article.text[: article.paragraphs[0][0]]
    found = re.search(f"{_MARKS}{label}({words})", above, re.MULTILINE | re.IGNORECASE)
    return _sentence(article.text, found.span(1)) if found else None


def sentences(parse: ArticleParse) -> tuple[Sentence, ...]:
    """Every sentence of the paragraphs and notes, in order; what has neither a letter nor a digit is none."""
    text = parse.article.text
    own = [_sentence(text, span) for span in _spans(parse.sentences())]
    noted = [each for note in parse.article.notes for each in _of_note(parse, note)]
    found = (each for each in (*own, *noted) if any(map(str.isalnum, each.text)))
    return tuple(sorted(found, key=lambda each: each.span) if noted else found)


def _of_note(parse: ArticleParse, note: Note) -> Iterator[Sentence]:
    """The sentences of a note, with its day: the one that its label tells, or its words tell that it was put there."""
    text, published = parse.article.text, parse.article.date
    begin, end = note.span
    amended = _AMENDED.search(text[begin:end])
    label = f"{text[slice(*note.label)]} {amended[0] if amended else ''}"
    days = (when.iso[:10] for when in dates.find(label, published) if when.precision == "day" and "/" not in when.iso)
    day = next(days, "")
    inside = ((each, span) for each in parse.notes if begin <= each.start < end for span in each.doc.sents)
    return (Sentence(squeeze(text[slice(*span)]), span, correction=day) for span in _spans(inside))


def _spans(found: Iterable[tuple[Paragraph, Words]]) -> Iterator[Span]:
    for paragraph, sentence in found:
        words = [word for word in sentence if not word.is_space]
        if words:
            start, last = words[0].idx, words[-1]
            yield paragraph.start + start, paragraph.start + last.idx + len(last.text)


def _sentence(text: str, span: Span) -> Sentence:
    return Sentence(squeeze(text[slice(*span)]), span)
