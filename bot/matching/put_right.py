"""The meetings on record and their facts as people put them right: what one corrected in a report holds for all of its
meeting."""

from __future__ import annotations

import collections
from collections.abc import Iterator

import msgspec
import numpy as np

from bot.index import Index
from bot.index.entries import Entry, MeetingEntry
from bot.matching.meetings import of_same_meeting
from bot.matching.overruling import gives_way_to, is_by_hand
from facts.pages.precedence import asked


def meetings_put_right(index: Index) -> tuple[MeetingEntry, ...]:
    """The meetings on record, newest first, with the day, place and name that a person wrote in any report of them."""
    entries = {entry.article: entry for entry in index.meetings()}
    for right in [entry for entry in entries.values() if entry.known_as is not None]:
        number = index.number_of(right.article)
        for other in of_same_meeting(number, index) if number is not None else ():
            entry = entries[index.article(other)]
            if entry.known_as is None:
                entries[entry.article] = msgspec.structs.replace(entry, **corrected(right))
    for article, place in places_told_otherwise(index):
        if entries[article].place != place:
            entries[article] = msgspec.structs.replace(entries[article], place=place)
    return tuple(sorted(entries.values(), key=lambda each: (each.date or "", each.article), reverse=True))


def places_told_otherwise(index: Index) -> Iterator[tuple[str, str]]:
    """The articles whose place of their meeting gives way to what a person wrote or checked in another report, with
    that."""
    for fact in np.flatnonzero(np.diff(index.reader.overruling.ends, prepend=0)).tolist():
        entry = index.entries[fact]
        meeting = entry.context.record.meeting
        if entry.fact.kind == "where" and meeting is not None and entry.fact.answer == meeting.place:
            yield entry.context.record.article.id, index.overruling(entry)[0].fact.answer


def corrected(entry: MeetingEntry) -> dict[str, str | None]:
    """What a person put right of a meeting: its fields of which the article tells otherwise, as they are now."""
    if entry.known_as is None:
        return {}
    known, fields = entry.known_as, ("name", "date", "place")
    return {field: getattr(entry, field) for field in fields if getattr(known, field) != getattr(entry, field)}


def facts_put_right(article: str, index: Index) -> Iterator[Entry]:
    """The facts of an article; in the place of one that gives way, what a person wrote or checked in another report."""
    number = index.number_of(article)
    told = collections.defaultdict[str, list[Entry]](list)
    for report in of_same_meeting(number, index) if number is not None else ():
        for entry in filter(is_by_hand, index.facts_of(index.article(report))):
            for question in {asked(each) for each in (entry.fact.question, *entry.fact.variants)}:
                told[question].append(entry)
    for entry in index.facts_of(article):
        alike = told.get(asked(entry.fact.question), ())
        yield from index.overruling(entry) or [each for each in alike if gives_way_to(entry, each)] or [entry]
