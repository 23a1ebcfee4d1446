"""`onrecord meetings`: the meetings on record, or those that some words name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from bot.index import Index
from bot.index.entries import MeetingEntry
from bot.matching.put_right import corrected
from bot.question.named_dates import days_of_meeting, spelled_out
from bot.terminal.worded import Wording, terms_of, wording_of
from bot.wording.languages import ENGLISH
from bot.wording.text import tidy
from facts.disagreement import of_one_meeting


class MeetingOnRecord(msgspec.Struct, frozen=True):
    """A meeting, how many facts are on record of it, and the articles that tell of it. `date` is ISO."""

    date: str | None
    name: str
    place: str | None
    facts: int
    articles: tuple[str, ...]


def meetings(index: Index) -> list[MeetingOnRecord]:
    """All meetings, newest first. Articles whose meeting has the same name and day are about one.

    So are those whose meetings are one to whoever compares reports (`facts.disagreement.of_one_meeting`), though they
    call it otherwise or know its days less exactly, or disagree on them.
    """
    entries = index.meetings()
    first = _first_of_each(entries, index)
    groups: dict[str, list[MeetingEntry]] = {}
    for entry in entries:
        groups.setdefault(first[entry.article], []).append(entry)
    return [_listed(group, index) for group in groups.values()]


def _first_of_each(entries: Sequence[MeetingEntry], index: Index) -> dict[str, str]:
    """The article of every meeting → the first one that is about the same meeting."""
    first: dict[str, str] = {}
    by_name: dict[tuple[str | None, str], str] = {}
    for entry in entries:
        key = entry.date, " ".join(sorted(terms_of(entry.name)))
        first[entry.article] = by_name.setdefault(key, entry.article)
    contexts = (index.context(entry.article) for entry in entries)
    for mine, its in of_one_meeting([context.record for context in contexts if context is not None]):
        one, other = first[mine.article.id], first[its.article.id]
        if one != other:
            first.update({article: one for article, found in first.items() if found == other})
    return first


def _listed(entries: Sequence[MeetingEntry], index: Index) -> MeetingOnRecord:
    """Reports of one meeting as one: what a person put right, else what most of them call it, and when and where most
    say that it was, at length where as many say either."""

    def said(field: str) -> str | None:
        right = [put_right[field] for entry in entries if field in (put_right := corrected(entry))]
        counts = Counter(right or [value for entry in entries if (value := getattr(entry, field))])
        return max(counts, key=lambda value: (counts[value], len(value))) if counts else None

    return MeetingOnRecord(
        said("date"),
        tidy(said("name") or ""),
        said("place"),
        sum(len(index.facts_of(entry.article)) for entry in entries),
        tuple(sorted(entry.article for entry in entries)),
    )


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
    """A meeting in two lines: when, what and where; how many facts of which articles."""
    for meeting in listed:
        place = f", {tidy(meeting.place)}" if meeting.place else ""
        yield f"{ENGLISH.meeting_date(meeting.date)}: {meeting.name or 'Unnamed meeting'}{place}"
        yield f"  {counted(meeting.facts, 'fact')} from {', '.join(meeting.articles)}"


def counted(number: int, noun: str) -> str:
    """A number of things.

    >>> counted(1, "fact"), counted(2, "fact")
    ('1 fact', '2 facts')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"
