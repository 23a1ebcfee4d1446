"""The meetings on record, each once, however many articles tell of it."""

from __future__ import annotations

import collections
from collections.abc import Sequence

import msgspec

from bot.index import Index
from bot.index.entries import MeetingEntry
from bot.matching.put_right import corrected, places_told_otherwise
from bot.question.tokens import tokens
from facts.disagreement import of_one_meeting


class MeetingOnRecord(msgspec.Struct, frozen=True):
    """A meeting, how many facts are on record of it, and the articles that tell of it. `date` is ISO. Where no meeting
    was found in an article, `name` is its headline, and `found` false. What stands in no line of a page, but follows
    from its meeting as a person wrote it, is not counted, nor is it anywhere else."""

    date: str | None
    name: str
    place: str | None
    facts: int
    articles: tuple[str, ...]
    found: bool = True


def meetings(index: Index) -> list[MeetingOnRecord]:
    """All meetings, newest first. Articles whose meeting has the same name and day are about one.

    So are those whose meetings are one to whoever compares reports (`facts.disagreement.of_one_meeting`), though they
    call it otherwise or know its days less exactly, or disagree on them.
    """
    told = dict(places_told_otherwise(index))
    entries = [msgspec.structs.replace(each, place=told.get(each.article, each.place)) for each in index.meetings()]
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
        key = entry.date, " ".join(sorted({token.term for token in tokens(entry.name)}))
        first[entry.article] = by_name.setdefault(key, entry.article)
    reports = collections.defaultdict[str, list[str]](list)
    for article, one in first.items():
        reports[one].append(article)
    contexts = (index.context(entry.article) for entry in entries)
    for mine, its in of_one_meeting([context.record for context in contexts if context is not None]):
        one, other = first[mine.article.id], first[its.article.id]
        if one != other:
            first.update(dict.fromkeys(reports[other], one))
            reports[one] += reports.pop(other)
    return first


def _listed(entries: Sequence[MeetingEntry], index: Index) -> MeetingOnRecord:
    """Reports of one meeting as one: what a person put right, else what most of them call it, and when and where most
    say that it was, at length where as many say either."""

    def said(field: str) -> str | None:
        right = [put_right[field] for entry in entries if field in (put_right := corrected(entry))]
        counts = collections.Counter(right or [value for entry in entries if (value := getattr(entry, field))])
        return max(counts, key=lambda value: (counts[value], len(value))) if counts else None

    return MeetingOnRecord(
        said("date"),
        said("name") or "",
        said("place"),
        sum(_standing(entry.article, index) for entry in entries),
        tuple(sorted(entry.article for entry in entries)),
        any(_names_meeting(entry.article, index) for entry in entries),
    )


def _standing(article: str, index: Index) -> int:
    """How many facts of an article stand on its page and are used."""
    context = index.context(article)
    return len(index.facts_of(article)) - (len(context.record.told) if context is not None else 0)


def _names_meeting(article: str, index: Index) -> bool:
    context = index.context(article)
    return context is not None and context.record.meeting is not None
