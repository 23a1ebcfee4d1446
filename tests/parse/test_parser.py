"""News English as the parser should see it: borders of paragraphs and sentences."""

from __future__ import annotations

import datetime
import functools
from pathlib import Path

import pytest

from facts import articles
from facts.model import Article
from facts.parse.parser import LONGEST, ArticleParse, Parser


@functools.cache
def parser() -> Parser:
    return Parser()


def parsed(*paragraphs: str) -> ArticleParse:
    text = "\n\n".join(paragraphs)
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    day = datetime.date(2020, 6, 30)
    return next(iter(parser().parse([Article("a", day, None, None, None, "a.txt", "0", text, tuple(spans))])))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Lt. Gen. Vu Chien spoke. He left.", 2),
        ("Sen. Lt. Col. Pham Thang agreed.", 1),
        ("The vote (on item No. 3) was close. It passed.", 2),
        ("Boiler No. 4 was mended.", 1),
    ],
)
def test_ranks_brackets_and_numbers_do_not_end_sentences(text: str, sentences: int) -> None:
    assert len(list(parsed(text).sentences())) == sentences


def test_what_is_longer_than_any_sentence_is_cut_and_has_no_structure() -> None:
    text = "The board said ( and " + "( it " * 2000 + ") " * 2000 + ") met. Ada Wren resigned."
    (paragraph,) = parsed(text).paragraphs
    *cut, whole = paragraph.doc.sents
    assert paragraph.doc.text == text
    assert [len(each) for each in cut[:-1]] == [LONGEST] * (len(cut) - 1)
    assert all(word.head is word for each in cut for word in each)
    assert (whole.text, whole.root.text) == ("Ada Wren resigned.", "resigned")


@pytest.mark.parametrize("mark", ["(", "[", '"', "*", "_", ")(", ".,"])
def test_a_run_of_marks_is_no_words_and_what_is_around_it_is_read(mark: str) -> None:
    text = f"The board met. {mark * 5000} Ada Wren resigned."
    (paragraph,) = parsed(text).paragraphs
    assert len(paragraph.doc) < 20
    assert paragraph.doc.original == text
    assert paragraph.doc.sents[-1].text == "Ada Wren resigned."


def test_the_dots_before_the_number_of_a_page_are_words() -> None:
    (paragraph,) = parsed(f"Minutes {'. ' * 60}4 and {'.' * 60} 5").paragraphs
    assert sum(word.text.strip(".") == "" for word in paragraph.doc) > 60


@pytest.mark.parametrize(
    ("text", "day", "governor"),
    [
        ("On Monday Ada Wren, the mayor, resigned.", "Monday", "On"),
        ("In May Carl Reed, a lawyer, joined the board.", "May", "In"),
        ("The board met on Friday night in Lunn.", "Friday", "night"),
    ],
)
def test_a_day_before_a_name_is_its_prepositions(text: str, day: str, governor: str) -> None:
    (paragraph,) = parsed(text).paragraphs
    assert next(token.head.text for token in paragraph.doc if token.text == day) == governor


def test_paragraphs_know_their_kind_and_place() -> None:
    found = parsed("## Present", "The board met.", "- a new bridge", "2. Members agreed.").paragraphs
    assert [(p.heading, p.bullet) for p in found] == [(True, False), (False, False), (False, True), (False, True)]
    assert [p.first for p in found] == [True, False, False, False]
    assert all(p.written == datetime.date(2020, 6, 30) for p in found)


def test_code_points_of_a_parse_are_those_of_the_article() -> None:
    found = parsed("The board’s chair", "- “Yes,” said Ann.")
    text = found.article.text
    for paragraph in found.paragraphs:
        for token in paragraph.doc:
            start = paragraph.start + token.idx
            assert text[start : start + len(token.text)] == token.original


def words(article: ArticleParse) -> list[tuple[object, ...]]:
    return [
        (t.text, t.lemma_, t.pos_, t.tag_, t.dep_, t.head.i, t.ent_type_, t.ent_iob_, t.is_sent_start)
        for paragraph in article.paragraphs
        for t in paragraph.doc
    ]


@pytest.mark.parametrize("batch_size", [1, 7, 128])
def test_the_parse_of_an_article_does_not_depend_on_those_parsed_with_it(batch_size: int) -> None:
    texts = sorted(Path(__file__).parents[1].glob("articles/*/*.md"))
    read = [articles.read(path)[0] for path in texts[::3]]
    together = list(parser().parse(read, batch_size))
    alone = [parsed for article in read for parsed in parser().parse([article])]
    assert [words(article) for article in together] == [words(article) for article in alone]
