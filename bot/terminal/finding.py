"""`onrecord find`: the sentences and facts that hold some words, each with its place in a page."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from bot.terminal.pages import PlacedFact, PlacedPage, PlacedSentence, about, at
from bot.terminal.showing import fact_json
from bot.terminal.worded import Wording, terms_of, wording_of
from bot.wording.text import tidy


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """What holds the words in a page, in its order, and for which words others were taken."""

    placed: PlacedPage
    hits: tuple[PlacedSentence | PlacedFact, ...]


def find(words: str, pages: Iterable[PlacedPage]) -> tuple[list[Found], Wording]:
    """What holds all of these words, newest article first, and the words as they were taken: where nothing holds them,
    one that is nowhere is taken for the nearest."""
    ordered = sorted(pages, key=lambda each: str(each.page.article.date or ""), reverse=True)
    wording = wording_of(words)
    found = list(_holding(wording, ordered))
    if not found:
        wording = wording.respelled(_text(part) for placed in ordered for part in _parts(placed))
        found = list(_holding(wording, ordered))
    return found, wording


def lines(found: Iterable[Found]) -> Iterator[str]:
    """For each article a line about it, then a line for each hit, which begins with its place."""
    for each in found:
        yield f"{each.placed.page.article.id} ({about(each.placed.page.article)})"
        for hit in each.hits:
            yield f"{at(each.placed.path, hit.line)}: {_said(hit)}"


def objects(found: Iterable[Found]) -> Iterator[dict[str, object]]:
    """An object for each hit: a sentence (`fact` is null), or a fact with its sentence; `hidden` says whether that
    sentence is."""
    for each in found:
        article = each.placed.page.article
        for hit in each.hits:
            sentence = hit if isinstance(hit, PlacedSentence) else _sentence_of(hit, each.placed)
            yield {
                "article": article.id,
                "page": str(each.placed.path),
                "line": hit.line,
                "source": article.source,
                "date": article.date.isoformat() if article.date else None,
                "url": article.url,
                "sentence": sentence.text,
                "hidden": sentence.hidden,
                "fact": None if isinstance(hit, PlacedSentence) else fact_json(hit),
            }


def _holding(wording: Wording, pages: Iterable[PlacedPage]) -> Iterator[Found]:
    for placed in pages:
        hits = tuple(part for part in _parts(placed) if wording.is_in(terms_of(_text(part))))
        if hits:
            yield Found(placed, hits)


def _parts(placed: PlacedPage) -> Iterator[PlacedSentence | PlacedFact]:
    """The sentences and facts of a page in its order."""
    for sentence in placed.sentences:
        yield sentence
        yield from sentence.facts


def _text(part: PlacedSentence | PlacedFact) -> str:
    if isinstance(part, PlacedSentence):
        return part.text
    return " . ".join((part.fact.question, part.fact.answer, *part.fact.variants))


def _said(hit: PlacedSentence | PlacedFact) -> str:
    if isinstance(hit, PlacedSentence):
        return f"{tidy(hit.text)}  [hidden]" if hit.hidden else tidy(hit.text)
    marks = f"  [{', '.join(hit.marks)}]" if hit.marks else ""
    return f"{tidy(hit.fact.question)} → {tidy(hit.fact.answer)}{marks}"


def _sentence_of(fact: PlacedFact, placed: PlacedPage) -> PlacedSentence:
    """The sentence that a fact stands below."""
    return next(sentence for sentence in placed.sentences if fact in sentence.facts)
