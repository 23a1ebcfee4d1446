"""`onrecord meetings`: the meetings on record, or those that some words name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from bot.index import Index
from bot.matching import listed as on_record
from bot.matching.listed import MeetingOnRecord
from bot.question.named_dates import days_of_meeting, spelled_out
from bot.terminal.worded import Wording, terms_of, wording_of
from bot.wording.languages import ENGLISH
from bot.wording.text import tidy

__all__ = ["MeetingOnRecord", "counted", "lines", "meetings", "named"]


def meetings(index: Index) -> list[MeetingOnRecord]:
    """All meetings, newest first, each once (see `bot.matching.listed`), their names in one line."""
    return [msgspec.structs.replace(each, name=tidy(each.name)) for each in on_record.meetings(index)]


def named(words: str, listed: Sequence[MeetingOnRecord], index: Index) -> tuple[list[MeetingOnRecord], Wording]:
    """The meetings whose names, place, date, titles and ids have all of these words, and the words as they were taken:
    where nothing has them, one that is nowhere is taken for the nearest."""
    texts = [_naming(meeting, index) for meeting in listed]
    terms = list(map(terms_of, texts))
    wording = wording_of(words)
    if not any(map(wording.is_in, terms)):
        wording = wording.respelled(texts)
    return [meeting for meeting, own in zip(listed, terms, strict=True) if wording.is_in(own)], wording


def _naming(meeting: MeetingOnRecord, index: Index) -> str:
    """All that names a meeting."""
    days = [f"{day.year}-{day.month:02}-{day.day:02}" for day in days_of_meeting(meeting.date or "") if day.day]
    texts = [meeting.name, meeting.place or "", spelled_out(" ".join(days) or (meeting.date or "").replace("/", " "))]
    for article in meeting.articles:
        context = index.context(article)
        if context is not None:
            title, held = context.record.article.title, context.record.meeting
            texts += [title or "", *(held.aliases if held is not None else ())]
            texts.append(f"{held.number}th" if held is not None and held.number is not None else "")
        texts.append(article.replace("_", " "))
    return " . ".join(texts)


def lines(listed: Sequence[MeetingOnRecord]) -> Iterator[str]:
    """A meeting in two lines: when, what and where; how many facts of which articles. Of an article in which none was
    found that is said: its headline is no name of a meeting."""
    for meeting in listed:
        place = f", {tidy(meeting.place)}" if meeting.place else ""
        name = meeting.name or "Unnamed meeting"
        shown = f"{name}{place}" if meeting.found else f"no meeting found in “{name}”"
        yield f"{ENGLISH.meeting_date(meeting.date)}: {shown}"
        yield f"  {counted(meeting.facts, 'fact')} from {', '.join(meeting.articles)}"


def counted(number: int, noun: str) -> str:
    """A number of things.

    >>> counted(1, "fact"), counted(2, "fact")
    ('1 fact', '2 facts')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"
