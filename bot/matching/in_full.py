"""“and the kelm parish council?” in full, and in which articles that is looked for."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from bot.index import Index
from bot.index.entries import ArticleContext
from bot.matching.meetings import meetings_with, of_same_meeting
from bot.matching.names_typed import with_capitals
from bot.question import Question, read
from bot.question.follow_up import is_follow_up
from bot.question.named_dates import named, spelled_out
from bot.question.put_in_place import Placed, in_year, placed
from bot.question.tokens import content_terms, tokens
from facts import dates
from facts.expressions import expression

_AHEAD_OF_DAY = expression(r"(?:\s*\b(?:for|from|in|of|on))?\s*$")


class InFull(msgspec.Struct, frozen=True):
    """A question in full, and the articles (by number) that alone it is asked of, of all where it is None."""

    question: Question
    articles: tuple[int, ...] | None


def in_full(question: Question, before: str, number: int, index: Index) -> InFull | None:
    """What is asked by "and X?" after a question about the meeting of an article (by its number); None where it is not
    clear whose place X takes.

    Where X is another meeting on record, or its body, that is asked about. Somebody of whom only other articles tell is
    looked for in none: what those tell can only be offered.
    """
    if not question.continues or not is_follow_up(question):
        return None
    if (dated := in_year(question, before)) is not None:
        return InFull(read(dated), None)
    articles = tuple(of_same_meeting(number, index))
    told = [sentence for each in articles for sentence in index.sentences(each)]
    others = _named_elsewhere(question, articles, index)
    typed = with_capitals(question.text, [*told, *_names(others, index)])
    meant = question if typed == question.text else read(typed)
    found = placed(meant, with_capitals(before, [*told, *_names(articles, index)]), bool(others))
    if found is None or (found.sort == "beside" and not any(_tells_of_both(each, found) for each in told)):
        return None
    mine, new = [index.contexts[each] for each in articles], content_terms(found.new)
    if found.sort in ("month", "year"):
        return InFull(read(found.text), None if _is_of_meeting(found.old, mine[0]) else articles)
    own = any(content_terms(found.old) <= name for name in mine[0].names)
    is_told = any(new <= each.article for each in mine)
    if found.sort in ("body", "name") and others and (own or not is_told):
        return InFull(read(undated(found.text) if own else found.text), tuple(others))
    here = is_told or found.sort in ("beside", "thing") or len(index.reader.numbers(new)) < len(new)
    return InFull(read(found.text), articles if here else ())


def _tells_of_both(sentence: str, found: Placed) -> bool:
    """Whether a sentence tells of somebody and of "her rival" in these words: that it is hers is then sure."""
    said = sentence.lower()
    return found.new.lower() in said and content_terms(found.old) <= content_terms(sentence)


def _named_elsewhere(question: Question, articles: Sequence[int], index: Index) -> list[int]:
    """The articles beside those talked about whose meeting a question names, by most of the words of its name."""
    own = frozenset(token.term for token in question.tokens if not token.is_stop)
    likely = meetings_with(own, (), 1.0, index.reader) if own else []
    return [each for each in likely if each not in articles and _is_called(own, index.contexts[each])]


def _is_called(own: frozenset[str], context: ArticleContext) -> bool:
    return any(own <= name and len(name) < 2 * len(own) for name in context.names)


def _names(articles: Sequence[int], index: Index) -> list[str]:
    """What the meetings of articles are called."""
    meetings = [index.contexts[each].record.meeting for each in articles]
    return [name for meeting in meetings if meeting for name in (meeting.name, *meeting.aliases)]


def _is_of_meeting(month: str, context: ArticleContext) -> bool:
    """Whether the meeting of an article was in a month."""
    asked, _ = named(tokens(spelled_out(month)))
    return any(date.agrees(day) for date in asked for day in context.days)


def undated(text: str) -> str:
    """A question without its dates: those of one meeting are not those of another.

    >>> undated("Who chaired the board on 2 May 2024?")
    'Who chaired the board?'
    """
    for when in reversed(dates.find(text, None, asked=True)):
        begin, end = when.span
        text = _AHEAD_OF_DAY.sub("", text[:begin]) + text[end:]
    return text
