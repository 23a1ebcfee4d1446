"""`onrecord show`: what is on record from an article, sentence by sentence."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator

import msgspec

from bot.terminal.meetings import counted
from bot.terminal.pages import PlacedFact, PlacedPage, PlacedSentence, about
from bot.wording.languages import ENGLISH
from bot.wording.text import tidy

WIDTH = 110
"""Signs a line."""


def lines(placed: PlacedPage) -> Iterator[str]:
    """The article and its meeting, then each sentence by its number with its facts below it."""
    article, meeting = placed.page.article, placed.page.meeting
    if article.title:
        yield tidy(article.title)
    yield ", ".join([about(article), *([tidy(article.url)] if article.url else [])])
    yield f"article {article.id}, from {article.file}; page {placed.path}"
    if meeting is None:
        yield "meeting: none was found"
    else:
        named = " = ".join(map(tidy, (meeting.name, *meeting.aliases)))
        scene = [ENGLISH.meeting_date(meeting.date), *(tidy(each) for each in (meeting.place, meeting.format) if each)]
        yield f"meeting: {', '.join([named, *scene])}"
    yield _counts(placed)
    for number, sentence in enumerate(placed.sentences, 1):
        yield ""
        marks = f"{_of_note(sentence)}{' [hidden]' if sentence.hidden else ''}"
        yield from _wrapped(f"{number:>3}  ", f"{sentence.text}{marks}")
        for fact in sentence.facts:
            yield from _wrapped("       ", _fact(fact))


def as_json(placed: PlacedPage) -> dict[str, object]:
    """The same as an object; `line` is where a sentence or a fact stands in `page`."""
    article = {name: _plain(getattr(placed.page.article, name)) for name in ("id", "title", "source", "date", "url")}
    return {
        "page": str(placed.path),
        "article": {**article, "file": placed.page.article.file},
        "meeting": None if placed.page.meeting is None else msgspec.structs.asdict(placed.page.meeting),
        "sentences": [
            {
                "text": sentence.text,
                "line": sentence.line,
                "hidden": sentence.hidden,
                **({} if sentence.correction is None else {"correction": sentence.correction or True}),
                "facts": [fact_json(fact) for fact in sentence.facts],
            }
            for sentence in placed.sentences
        ],
    }


def _of_note(sentence: PlacedSentence) -> str:
    """That a sentence is of a note that corrects the article, and when that was written."""
    if sentence.correction is None:
        return ""
    return f" [correction of {ENGLISH.meeting_date(sentence.correction)}]" if sentence.correction else " [correction]"


def fact_json(placed: PlacedFact) -> dict[str, object]:
    """A fact as an object."""
    fact, marks = placed.fact, placed.marks
    return {
        **{name: getattr(fact, name) for name in ("id", "question", "answer", "kind", "value", "evidence")},
        "variants": list(fact.variants),
        "confidence": fact.confidence,
        "checked": "checked" in marks,
        "hidden": "hidden" in marks,
        "marks": list(marks),
        "line": placed.line,
    }


def _counts(placed: PlacedPage) -> str:
    """How many facts are answered from, how many a person edited, and of how many something else is to be said."""
    marks = Counter(mark for sentence in placed.sentences for fact in sentence.facts for mark in fact.marks)
    how = ", ".join(f"{marks.pop(mark)} {mark}" for mark in ("checked", "hidden") if mark in marks)
    del marks["by hand"]
    edited = len(placed.page.edited())  # as a compile counts them
    by_hand = [f"{edited} edited by hand{f' ({how})' if how else ''}"] if edited else []
    others = (f"{count} {mark}" for mark, count in marks.items())
    of_meeting = placed.page.told_by_meeting()
    told = [f"{of_meeting} more by its meeting as corrected"] if of_meeting else []
    standing = counted(len(placed.page.shown()) - of_meeting, "fact")
    return ", ".join([standing, *by_hand, *others, *told])


def _fact(placed: PlacedFact) -> str:
    fact = placed.fact
    marks = placed.marks or ((f"{fact.confidence:.2f}",) if fact.confidence < 1 else ())
    others = f" (also: {' / '.join(map(tidy, fact.variants))})" if fact.variants else ""
    behind = f"  [{', '.join(marks)}]" if marks else ""
    return f"{tidy(fact.question)}{others} → {tidy(fact.answer)}{behind}"


def _wrapped(begin: str, text: str) -> list[str]:
    """Text in as many lines as it needs, all as far in as the first."""
    indent = " " * len(begin) + ("  " if begin.isspace() else "")
    return textwrap.wrap(tidy(text), WIDTH, initial_indent=begin, subsequent_indent=indent, break_long_words=False) or [
        begin.rstrip()
    ]


def _plain(value: object) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else value
