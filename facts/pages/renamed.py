"""The questions of a meeting that a person gave another name: they ask by that name, as the person's own do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from facts.model import Fact, Meeting

if TYPE_CHECKING:
    from facts.pages.page import Page


def with_own_name(page: Page, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts, those that the compiler wrote asked by the name that a person gave the meeting."""
    meeting, read = page.meeting, page.compiled.read_meeting
    if meeting is None or read is None or meeting.name == read.name:
        return facts
    asked = {fact.id for fact in page.facts if page.as_compiled(fact) is not None}
    return tuple(_renamed(fact, meeting, read) if fact.id in asked else fact for fact in facts)


def _renamed(fact: Fact, meeting: Meeting, read: Meeting) -> Fact:
    former = {read.name, *read.aliases} - {meeting.name, *meeting.aliases}
    texts = [_with_name(text, former, meeting.name) for text in (fact.question, *fact.variants)]
    return msgspec.structs.replace(fact, question=texts[0], variants=tuple(dict.fromkeys(texts[1:])))


def _with_name(question: str, former: set[str], name: str) -> str:
    """A question by another name of what it asks about.

    >>> _with_name("Who chaired the Weir Board meeting on 3 May?", {"Weir Board"}, "Lock Union meeting")
    'Who chaired the Lock Union meeting on 3 May?'
    >>> _with_name("Who chaired the Weir Board of Lunn?", {"Weir Board"}, "Weir Board of Lunn")
    'Who chaired the Weir Board of Lunn?'
    """
    names = "|".join(re.escape(each) for each in sorted(former, key=len, reverse=True) if each)
    if not names or name in question:
        return question
    last = name.split()[-1] if name.split() else ""
    return re.sub(rf"(?<!\w)(?:{names})(?!\w)(?: {re.escape(last)}(?!\w))?", lambda _: name, question)
