"""The plain tree of a paragraph against spaCy's own: the same words, hanging the same way."""

from __future__ import annotations

import functools
import random
from itertools import combinations
from pathlib import Path
from typing import Literal

import pytest
import spacy.tokens

from facts.articles import read
from facts.parse.parser import Parser, tree_of
from facts.parse.tree import Doc, Token

ARTICLES = sorted(Path(__file__).parents[1].glob("articles/*/*.md"))[::4]
TEXTS = (
    "",
    "Yes.",
    "  The board met.  It rose (early) – “late”, said Ann O’Neil, chair of the U.N. panel of 12 June 2020.",
    "Fees, fines and tolls, which rose by 3% and 4.5 million euros, are, the panel said, not to be changed.",
)
OWN = ("i", "idx", "text", "whitespace_", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_")
FLAGS = ("is_alpha", "is_punct", "is_space", "is_stop", "is_title", "is_upper", "like_num", "is_sent_start")
LINKS = ("lefts", "rights", "children", "ancestors", "subtree", "conjuncts", "head", "left_edge", "right_edge")


@functools.cache
def parser() -> Parser:
    return Parser()


def both(text: str) -> tuple[Doc, spacy.tokens.Doc]:
    doc = parser().nlp(text)
    return tree_of(doc, text), doc


def paragraphs() -> list[str]:
    articles = [read(path)[0] for path in ARTICLES]
    return [*TEXTS, *(article.text[start:end] for article in articles for start, end in article.paragraphs[:4])]


def places(token: Token | spacy.tokens.Token, link: str) -> list[int]:
    linked = getattr(token, link)
    return [linked.i] if hasattr(linked, "i") else [other.i for other in linked]


@pytest.mark.parametrize("text", paragraphs())
def test_words_are_what_spacy_says_they_are(text: str) -> None:
    tree, doc = both(text)
    assert tree.text == doc.text
    assert len(tree) == len(doc)
    for token, other in zip(tree, doc, strict=True):
        for name in (*OWN, *FLAGS):
            assert getattr(token, name) == getattr(other, name), name
        for name in LINKS:
            assert places(token, name) == places(other, name), name
        assert (token.sent.start, token.sent.end) == (other.sent.start, other.sent.end)


@pytest.mark.parametrize("text", paragraphs())
def test_stretches_of_words_are_what_spacy_says_they_are(text: str) -> None:
    tree, doc = both(text)
    assert [(e.start, e.end, e.label_) for e in tree.ents] == [(e.start, e.end, e.label_) for e in doc.ents]
    assert [(s.start, s.end) for s in tree.sents] == [(s.start, s.end) for s in doc.sents]
    pairs = list(combinations(range(len(doc) + 1), 2))
    for start, end in random.Random(0).sample(pairs, min(200, len(pairs))):
        ours, theirs = tree.span(start, end), doc[start:end]
        assert (ours.text, len(ours), ours.root.i) == (theirs.text, len(theirs), theirs.root.i)
        assert (ours.start_char, ours.end_char) == (theirs.start_char, theirs.end_char)


@pytest.mark.parametrize("mode", ["contract", "expand"])
@pytest.mark.parametrize("text", TEXTS)
def test_words_between_characters_are_those_that_spacy_finds(text: str, mode: Literal["contract", "expand"]) -> None:
    tree, doc = both(text)
    for start, end in combinations(range(len(text) + 1), 2):
        ours = tree.char_span(start, end, alignment_mode=mode)
        theirs = doc.char_span(start, end, alignment_mode=mode)
        assert (ours is None) == (theirs is None), (start, end)
        if ours is not None and theirs is not None:
            assert (ours.start, ours.end) == (theirs.start, theirs.end), (start, end)


def test_a_word_that_hangs_across_others_is_in_reach() -> None:
    words = [token(n, text) for n, text in enumerate("A hearing is scheduled on it".split())]
    tree = Doc(words, [1, 3, 3, 3, 1, 4], [0], "A hearing is scheduled on it")
    hearing = tree[1]
    assert (hearing.left_edge.i, hearing.right_edge.i) == (0, 5)
    assert [word.text for word in hearing.subtree] == ["A", "hearing", "on", "it"]


def token(n: int, text: str) -> Token:
    return Token(
        i=n,
        idx=0,
        text=text,
        original=text,
        whitespace_=" ",
        lower_=text,
        folded=text,
        lemma_=text,
        pos_="X",
        tag_="X",
        dep_="dep",
        ent_type_="",
        ent_iob_="O",
        is_alpha=True,
        is_punct=False,
        is_space=False,
        is_stop=False,
        is_title=False,
        is_upper=False,
        like_num=False,
    )
