"""Which meeting a shortcut is about."""

from __future__ import annotations

from bot.library import Library
from bot.replies import Context


def meeting_meant(library: Library, args: str, context: Context) -> str | None:
    """The article of the meeting that the words name; without words the one talked about, else the latest."""
    if args:
        named = library.meeting_named(args)
        return named.article if named else None
    if context.article is not None and library.facts(context.article):
        return context.article
    latest = library.latest()
    return latest.article if latest else None
