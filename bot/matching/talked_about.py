"""The meeting that a chat talks about: a short question that names nothing else is asked of it alone, "and where was
it?" of what was answered there, and "and the year before?" of the one of its series that was held then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import msgspec
import numpy as np

from bot.index import Index
from bot.index.entries import ArticleContext, Entry
from bot.matching.another_meeting import of_another_meeting
from bot.matching.conversation import question_before
from bot.matching.elsewhere import places_of
from bot.matching.in_full import in_full
from bot.matching.meetings import meetings_with, of_same_meeting
from bot.matching.of_last_answer import asks_barely, turned
from bot.matching.overruling import SAME_NAME, is_of_same_body, is_of_same_meeting
from bot.matching.sort_meant import by_name, latest_meant, may_be_meant, of_sort, sort_meant
from bot.matching.when_or_where import names_time
from bot.question import Analysis, Question, lexicon, read
from bot.question.cues import MEETING_TERMS
from bot.question.follow_up import (
    SHORT,
    YearsAway,
    asks_by_itself,
    asks_for_next,
    is_only_dated,
    names_no_meeting,
    names_nothing,
    said_of_one,
    years_away,
)
from bot.question.in_short import in_words
from bot.question.measure_asked import measure_asked
from bot.question.meeting_away import MeetingAway, meeting_away
from bot.question.named_dates import Date, days_of_meeting, named, spelled_out
from bot.question.narrowed import narrowed
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import Token, content_terms, stem, tokens
from bot.replies import Context
from facts import dates
from facts.expressions import expression
from facts.model import Meeting

_NEWEST: Final = 64
"""In so many articles the newest meetings are looked for."""
_DOERS: Final = ("er", "or", "ers", "ors", "ary", "man", "men", "son", "ant", "ist", "ian")
"""How words for people end."""
_PERSON: Final = expression(r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)+")
"""A name at the beginning of an answer: "Clerk Ada Wren", "Ada Wren, the clerk"."""


class Scope(msgspec.Struct, frozen=True):
    """What a question is looked for in: these articles (by number) alone, or all where it is None. `question` is what
    is asked of them, where that is not what was said, and needs no question before. `of_last`: it is about what was
    answered last, and other sentences tell of something else."""

    articles: tuple[int, ...] | None
    question: Question | None = None
    in_full: bool = False
    of_last: bool = False


class Asked(NamedTuple):
    """What is asked, in the light of what, of which articles (by number) alone, None where of any; whether that is
    the question before with something new in its place; whether it is about what was answered last."""

    question: Question
    context: Context
    articles: tuple[int, ...] | None
    in_full: bool = False
    of_last: bool = False


def scoped(question: Question, context: Context, index: Index) -> Asked:
    """What is asked by a question in its conversation."""
    if (sort := _other_sort(question, context, index)) is not None:
        before = Context() if asks_by_itself(question) else Context(context.question)
        return Asked(question, before, of_sort(sort, index))
    scope = scope_of(question, context, index)
    if scope is None:
        return Asked(question, context, None)
    if scope.question is None:
        return Asked(question, context, scope.articles, of_last=scope.of_last)
    return Asked(scope.question, Context(), scope.articles, scope.in_full, scope.of_last)


def scope_of(question: Question, context: Context, index: Index) -> Scope | None:
    """The articles that alone a question is asked of, since it asks of the last meeting, or leans on what the chat
    talks about and names nothing else; None where it may be asked of any."""
    if (newest := latest_meant(question, index)) is not None:
        return Scope(tuple(of_same_meeting(newest, index)), by_name(question, index.contexts[newest]))
    number = index.number_of(context.article) if context.article is not None else None
    if number is None or not context.question or _other_sort(question, context, index):
        return None
    away = years_away(question, context.question)
    if away is not None and (names_nothing(question) or not away.by_itself):
        scope = _years_away(number, away, index)
        if scope.articles or not away.by_itself:
            return scope
    if (step := meeting_away(question, context.question)) is not None:
        scope = _meeting_away(number, step, index)
        if scope.articles or not step.by_itself:
            return scope
    if context.answer_key and is_only_dated(question):  # "and in March?" is asked of the same body
        return Scope(_of_same_body(number, index))
    if (narrower := narrowed(question.text, context.question)) is not None:
        return Scope(None, read(narrower), in_full=True)
    if (measure := measure_asked(question, context.question)) is not None:
        return Scope(tuple(of_same_meeting(number, index)), read(measure))
    if (thing := _thing_told(question, context, number, index)) is not None:
        return Scope(tuple(of_same_meeting(number, index)), read(f"what was said about the {thing}?"))
    if (whole := _in_full(question, context.question, number, index)) is not None:
        return whole
    if (bare := _where_or_when(question, context, number, index) or _who(question, context, number, index)) is not None:
        return bare
    if asks_barely(question):
        other = turned(question, context.question) if context.answer_key else None
        return Scope(tuple(of_same_meeting(number, index)), read(other) if other else None, of_last=True)
    own = said_of_one(question)
    if not own and asks_for_next(question):  # the one after the meeting talked about
        meant = in_words(question.text)
        return Scope(tuple(of_same_meeting(number, index)), read(meant) if meant != question.text else None)
    if not names_nothing(question) or len(own) > SHORT:
        return None
    articles = tuple(of_same_meeting(number, index))
    if len(own) <= 1:  # "who seconded?" is asked of this meeting, whether or not it says so
        return Scope(articles)
    told = {term for each in articles for term in index.contexts[each].article}
    return Scope(articles) if own <= told else None


def _in_full(question: Question, before: str, number: int, index: Index) -> Scope | None:
    """What "and X?" asks in full, of X or of the meeting that it names; nothing is looked for where it names another
    meeting, and it is not clear what is asked of that."""
    another = of_another_meeting(question, before, number, index)
    if another is not None and another.question is not None:
        return Scope(another.articles, another.question, in_full=True)
    if (full := in_full(question, before, number, index)) is not None:
        return Scope(full.articles, full.question, in_full=True)
    return None if another is None else Scope((), in_full=True)


def _thing_told(question: Question, context: Context, number: int, index: Index) -> str | None:
    """The thing that alone a question names after one that asked who, when, where or why, if the article talked about
    tells of it elsewhere than in the sentence that answered: "depot?" after "Who chaired it?"."""
    asked, words = question.analysis, question.tokens
    if question.continues or asked.answer_type is not None or len(words) != 1 or len(asked.words) != 1:
        return None
    word, talk = words[0], question_before(question, context, index)
    if talk is None or talk.analysis.answer_type not in ("who", "when", "where", "why") or word.capital:
        return None
    last = index.answer(context.answer_key or "")
    if word.term not in index.contexts[number].article or (last and word.term in content_terms(last.evidence)):
        return None
    is_person = word.surface.endswith(_DOERS)
    return word.surface if said_of_one(question) and not is_person and lexicon.is_inflected(word.surface) else None


def may_be_of(question: Question, context: Context, index: Index) -> tuple[int, ...]:
    """The articles about the meeting that a chat talks about, where a question is short and names nothing else, but
    asks by words that they do not have; none otherwise."""
    number = index.number_of(context.article) if context.article is not None else None
    if number is None or not context.question or _other_sort(question, context, index):
        return ()
    is_short = names_nothing(question) and len(said_of_one(question)) <= SHORT
    return tuple(of_same_meeting(number, index)) if is_short else ()


def _where_or_when(question: Question, context: Context, number: int, index: Index) -> Scope | None:
    """A bare "where was it?", asked of what was answered, if a fact of its sentence says where, else of the meeting;
    None where neither is on record, or what was at another place or is still to come was talked about."""
    asked, talk = question.analysis, question_before(question, context, index)
    if talk is None or not names_no_meeting(question) or asked.answer_subtype == "time":
        return None
    before = talk.analysis
    own_time = asked.answer_type == "when" and names_time(talk.text)
    if (told := _told_beside(context.answer_key or "", index.article(number), asked, before, index)) is not None:
        return Scope((number,), read(told.fact.question))
    mine = index.contexts[number]
    meeting, last = mine.record.meeting, index.answer(context.answer_key or "")
    past = before.past if asked.past is None else asked.past
    if (
        meeting is None
        or before.selector
        or own_time
        or not past
        or (last is not None and _is_set_apart(last.evidence, asked, mine))
    ):
        return None
    return _asked_of(meeting, asked, number, index)


def newest_meetings(question: Question, most: int, index: Index) -> list[Scope]:
    """The newest meetings on record, of so many at most, each with a bare "where was it?" as it is asked of it."""
    found: list[Scope] = []
    for number in np.argsort(index.reader.when, kind="stable")[::-1][:_NEWEST].tolist():
        meeting = index.contexts[number].record.meeting
        if meeting is not None and len(found) < most and not any(number in (each.articles or ()) for each in found):
            found.append(_asked_of(meeting, question.analysis, number, index))
    return found


def is_of_any(question: Question, context: Context, index: Index) -> bool:
    """Whether nothing was talked about before a question that says in no way which of several meetings it means."""
    if context.question or context.article or not names_no_meeting(question):
        return False
    if question.analysis.terms & MEETING_TERMS - {stem("meeting")}:  # "the forum" says which
        return False
    return len(newest_meetings(question, 2, index)) > 1


def _asked_of(meeting: Meeting, asked: Analysis, number: int, index: Index) -> Scope:
    """When or where the meeting of an article was, as it is asked by its name of all its reports."""
    name = meeting.name if MEETING_TERMS & content_terms(meeting.name) else f"{meeting.name} meeting"
    return Scope(tuple(of_same_meeting(number, index)), read(f"{asked.answer_type} was the {name} held?"))


def _who(question: Question, context: Context, number: int, index: Index) -> Scope | None:
    """Who she or he is, asked of somebody who was the last answer, by name; None where nobody with a name was."""
    asked, last = question.analysis, index.answer(context.answer_key or "")
    if last is None or asked.answer_subtype != "identity" or asked.words or not question.anaphoric:
        return None
    named = _PERSON.match(last.answer) if last.kind == "who" else None
    if named is None:
        return None
    return Scope(tuple(of_same_meeting(number, index)), read(f"Who is {' '.join(named[0].split()[-2:])}?"))


def _told_beside(key: str, article: str, asked: Analysis, before: Analysis, index: Index) -> Entry | None:
    """The fact that tells, of the deed that was asked about before, where or when it was: a fact of the sentence of an
    article that answered (by its key, or that of another of its facts)."""
    last = index.entry(key)
    place = last.sentence if last is not None else (index.sentence(key) or (0, -1))[1]
    for told in (each for each in index.facts_of(article) if each.sentence == place):
        of_it = any(each.analysis.predicate in before.terms for each in told.phrasings)
        is_told = asked.answer_type == "where" or dates.find(told.fact.answer, None, asked=True)
        if told.fact.kind == asked.answer_type and of_it and is_told:
            return told
    return None


def _is_set_apart(sentence: str, asked: Analysis, mine: ArticleContext) -> bool:
    """Whether a sentence of a meeting's article tells of another place than the meeting's, or of an earlier day, as a
    question asks where or when."""
    meeting, published = mine.record.meeting, mine.record.article.date
    if asked.answer_type == "where":
        own = content_terms(meeting.place or "" if meeting else "").union(*mine.names)
        return not own.issuperset(places_of(tokens(sentence), mine.capitals))
    told = [when.iso for when in dates.find(sentence, published) if when.precision != "time"]
    days = [day for iso in told if not published or iso <= published.isoformat() for day in days_of_meeting(iso)]
    return any(not any(day.agrees(its) for its in mine.days) for day in days)


def _other_sort(question: Question, context: Context, index: Index) -> str | None:
    """The sort of meeting that a question names ("the forum"), if what the chat talks about is none on record."""
    talked_about = index.context(context.article) if context.article is not None else None
    other = talked_about is not None and not may_be_meant(question, index)(talked_about)
    return sort_meant(question) if other else None


def _years_away(number: int, away: YearsAway, index: Index) -> Scope:
    """A question without what names the meeting of an article, asked of the meeting of its series some years away."""
    mine = index.contexts[number]
    series = _series_of(mine)
    if not mine.days or mine.days[0].year is None or not series:
        return Scope(())
    then = Date(mine.days[0].year + away.years, None, None)
    likely = meetings_with(series, [then], 1.0, index.reader)
    found = [each for each in likely if _series_of(index.contexts[each]) == series and _was(index.contexts[each], then)]
    found = [each for each in found if is_of_same_meeting(index.contexts[found[0]], index.contexts[each])]
    if not found:
        return Scope(())
    its = index.contexts[found[0]]
    return Scope(tuple(found), read(_without(away.asked, mine.meeting - its.meeting)))


def _meeting_away(number: int, step: MeetingAway, index: Index) -> Scope:
    """A question without what names the meeting of an article, asked of the one on record of its body that was held
    before or after; of none where the question before asked for a day, and the next one is still to come."""
    mine = index.contexts[number]
    day = _day_of(mine)
    others = [] if not day else [each for each in _of_same_body(number, index) if _day_of(index.contexts[each])]
    others = [each for each in others if not is_of_same_meeting(mine, index.contexts[each])]
    after = [each for each in others if (_day_of(index.contexts[each]) > day) == step.after]
    found = sorted(after, key=lambda each: _day_of(index.contexts[each]), reverse=not step.after)[:1]
    if not found:
        return Scope(())
    its = index.contexts[found[0]]
    asked = _without(step.asked, mine.meeting - its.meeting)
    return Scope(tuple(of_same_meeting(found[0], index)), read(asked))


def _day_of(context: ArticleContext) -> str:
    """The first day (ISO) of an article's meeting; nothing where it is not known to the day."""
    day = ((context.record.meeting and context.record.meeting.date) or "").partition("/")[0]
    return day if len(day) == len("2020-06-30") else ""


def _of_same_body(number: int, index: Index) -> tuple[int, ...]:
    """The articles about meetings of the body of which one of them tells, itself first."""
    mine = index.contexts[number]
    likely = {each for name in mine.names for each in meetings_with(name, (), SAME_NAME, index.reader)}
    alike = (each for each in likely if each != number and is_of_same_body(mine, index.contexts[each]))
    return (*dict.fromkeys((*of_same_meeting(number, index), *sorted(alike))),)


def _series_of(context: ArticleContext) -> frozenset[str]:
    meeting = context.record.meeting
    return content_terms(meeting.series or "") if meeting else frozenset()


def _was(context: ArticleContext, then: Date) -> bool:
    return bool(context.days) and context.days[0].agrees(then)


def _without(text: str, names: frozenset[str]) -> str:
    """A question without the words of a meeting that another does not have, and without dates and ordinals."""
    found: Sequence[Token] = tokens(spelled_out(text))
    dated = named(found)[1]
    kept = [
        token.surface
        for at, token in enumerate(found)
        if at not in dated and token.term not in names and not token.term.startswith("#")
    ]
    while kept and kept[-1] in PREPOSITIONS:
        kept.pop()
    return " ".join(kept)
