"""What the surfaces ask of the base beside replies: a meeting's facts, more candidates, openers, digests."""

from __future__ import annotations

import dataclasses
import functools
import gc
import itertools
import re
from collections.abc import Sequence
from typing import Final, Protocol

import msgspec

from bot import dialog
from bot.index import Index, MeetingEntry, answer_of
from bot.matching import listed as on_record
from bot.matching.answers import fact_answer
from bot.matching.decided import WEIGHTS, weight
from bot.matching.match import Match
from bot.matching.meetings import meetings_with, of_same_meeting
from bot.matching.naming import stands_alone
from bot.matching.put_right import facts_put_right, meetings_put_right
from bot.matching.reading import SentenceReader
from bot.matching.scene import Told, scene_told
from bot.matching.talked_about import scope_of
from bot.question import Question, read
from bot.question.follow_up import is_bare_of_subject
from bot.question.named_dates import Date, iso_dates, named, spelled_out
from bot.question.tokens import tokens
from bot.replies import Answer, Context, Reply
from facts.folding import fold

NAMED: Final = 0.5
"""Share of a text's words that must name a meeting or its place for it to be the one meant."""
_IMPORTED: Final = re.compile(r", imported \d{1,2} [A-Z][a-z]+ \d{4}$")
"""How what is cited ends of a table that came without title and date."""
_PART: Final = 4
"""Letters, at least, of a part of an article's id by which it is known."""
OPENERS: Final = 3
DIGEST_FACTS: Final = 3
_SEEN: Final = 48
"""Letters of a question that are surely seen on a button."""
_RECENT: Final = 12
"""Of how many of the newest meetings openers are taken."""

_CHAIRED: Final = re.compile(r"\AWho (?:chaired|presided over|led)\b", re.IGNORECASE)
_ATTENDED: Final = re.compile(r"\A(?:Who|Which .+) (?:attended|took part in)\b", re.IGNORECASE)
_HELD: Final = re.compile(r"\AWhen (?:was|were) .+ held\b", re.IGNORECASE)
_CLEAR: Final = (_CHAIRED, _HELD, _ATTENDED)
"""Questions that anybody understands, one a line of the greeting."""
_SCENE: Final = re.compile(r"\AWho (?:is|chaired|presided over|led|held)\b", re.IGNORECASE)
"""Questions whose answers a digest has already, or that say little about the meeting."""
_TELLING: Final = ("list", "why", "what", "how_many", "which", "who")
"""Kinds of facts that tell something about a meeting, most telling first."""
_LONGEST_FACT: Final = 240
"""Letters of an answer that a digest still takes."""


@dataclasses.dataclass(frozen=True, slots=True)
class Digest:
    """A meeting in a few lines: who chaired or attended, and up to three facts more; any article's fact cites it."""

    meeting: MeetingEntry
    who: Answer | None
    facts: tuple[Answer, ...]


class Library(Protocol):
    """What can be asked of the base. Keys name facts, articles stand for their meetings."""

    def reply(self, question: Question, context: Context) -> tuple[Reply, Context]:
        """The reply to a question, and what the conversation is about from then on."""

    def plain_reply(self, question: Question, context: Context) -> tuple[Reply, Context] | None:
        """The reply to a question that is on record nearly word by word; None if the reader has to be asked."""

    def open_reply(self, question: Question, context: Context) -> tuple[Reply, Context]:
        """The reply to a question for which `plain_reply` gives None."""

    def stands_alone(self, question: Question, answer: Answer) -> bool:
        """Whether a question that is answered so names by itself what it is about (see `bot.matching.naming`)."""

    def leans_on(self, question: Question, article: str) -> MeetingEntry | None:
        """The meeting of an article, if a question that is asked of it cannot be understood without knowing which."""

    def reply_in(self, question: Question, article: str) -> tuple[Reply, Context]:
        """The reply that the reports of this article's meeting alone have to a question."""

    def candidates(self, question: Question, context: Context) -> Sequence[Answer]:
        """The facts that a question may mean, best first, each saying something else."""

    def nearest(self, question: Question, context: Context) -> Sequence[Answer]:
        """All that a question may mean, as the reader has it, best first, each saying something else."""

    def answer(self, key: str) -> Answer | None:
        """The fact with this key."""

    def facts(self, article: str) -> Sequence[Answer]:
        """What is on record about an article's meeting, without repetitions."""

    def latest(self) -> MeetingEntry | None:
        """The meeting on record that was last, by its day; before all that is only told by an article's."""

    def reports(self, article: str) -> Sequence[str]:
        """The articles about an article's meeting, itself first, then the newest."""

    def meetings(self) -> Sequence[MeetingEntry]:
        """The meetings on record, newest first."""

    def listed(self) -> Sequence[MeetingEntry]:
        """The meetings on record, newest first, each once, however many articles tell of it."""

    def meeting_named(self, text: str) -> MeetingEntry | None:
        """The newest of the meetings that a text names best."""

    def openers(self) -> Sequence[Answer]:
        """Facts of the newest meetings whose questions are clear and lead back to them."""

    def digest(self, article: str) -> Digest | None:
        """A meeting in a few lines."""

    def scene(self, article: str, told: Told) -> Sequence[Answer]:
        """When, where or how an article's meeting was held (see `bot.matching.scene`)."""

    def sentences(self, article: str) -> Sequence[Answer]:
        """The sentences of an article in their order, each as an answer in its own words."""

    def is_about(self, article: str, words: str) -> bool:
        """Whether an article's series, place or text has all of these words."""


class IndexedLibrary:
    """The library of an index."""

    def __init__(self, index: Index, reader: SentenceReader | None = None) -> None:
        """Answer from an index, and with a reader also what rules alone cannot."""
        self._index = index
        self._reader = reader
        self._meetings = meetings_put_right(index)
        self._by_article = {meeting.article: meeting for meeting in self._meetings}

    def reply(self, question: Question, context: Context) -> tuple[Reply, Context]:
        """See `Library`."""
        return dialog.reply_to(question, self._index, self._recalled(context), self._reader)

    def plain_reply(self, question: Question, context: Context) -> tuple[Reply, Context] | None:
        """See `Library`."""
        if self._reader is None:
            return self.reply(question, context)
        return dialog.plain_reply(question, self._index, self._recalled(context))

    def open_reply(self, question: Question, context: Context) -> tuple[Reply, Context]:
        """See `Library`."""
        return dialog.open_reply(question, self._index, self._recalled(context), self._reader)

    def stands_alone(self, question: Question, answer: Answer) -> bool:
        """See `Library`."""
        context = self._index.context(answer.article)
        return context is not None and stands_alone(question, context)

    def leans_on(self, question: Question, article: str) -> MeetingEntry | None:
        """See `Library`."""
        meeting = self._by_article.get(article)
        if meeting is None or meeting.name.casefold() in question.text.casefold():
            return None
        asked_of_it = scope_of(question, Context(question.text, article), self._index) is not None
        return meeting if asked_of_it or is_bare_of_subject(question) else None

    def reply_in(self, question: Question, article: str) -> tuple[Reply, Context]:
        """See `Library`."""
        number = self._index.number_of(article)
        reports = () if number is None else tuple(of_same_meeting(number, self._index))
        context = self._index.context(article)
        if context is not None and context.record.meeting is None and context.record.article.title:
            # A headline is no name of a meeting: nothing is asked by it.
            question = read(question.text.replace(f"the {context.record.article.title}", "the meeting"))
        return dialog.reply_within(question, reports, self._index, self._reader)

    def candidates(self, question: Question, context: Context) -> Sequence[Answer]:
        """See `Library`."""
        return tuple(dialog.nearest(question, self._index, self._recalled(context), None))

    def nearest(self, question: Question, context: Context) -> Sequence[Answer]:
        """See `Library`."""
        return dialog.nearest(question, self._index, self._recalled(context), self._reader)

    def answer(self, key: str) -> Answer | None:
        """See `Library`."""
        return self._index.answer(key)

    def facts(self, article: str) -> Sequence[Answer]:
        """See `Library`."""
        known = (answer_of(entry, entry.fact.confidence) for entry in facts_put_right(article, self._index))
        return tuple(dialog.distinct(answer for answer in known if answer.kind != "yes_no"))

    def latest(self) -> MeetingEntry | None:
        """See `Library`."""
        contexts = ((each, self._index.context(each.article)) for each in self._meetings)
        held = (each for each, context in contexts if context is not None and context.days)
        return next(itertools.chain(held, self._meetings), None)

    def reports(self, article: str) -> Sequence[str]:
        """See `Library`."""
        group = next((each.articles for each in self._groups if article in each.articles), ())
        return (
            article,
            *(each.article for each in self._meetings if each.article in group and each.article != article),
        )

    def meetings(self) -> Sequence[MeetingEntry]:
        """See `Library`."""
        return self._meetings

    def listed(self) -> Sequence[MeetingEntry]:
        """See `Library`."""
        return self._listed

    @functools.cached_property
    def _groups(self) -> Sequence[on_record.MeetingOnRecord]:
        return on_record.meetings(self._index)

    @functools.cached_property
    def _listed(self) -> tuple[MeetingEntry, ...]:
        newest = {meeting.article: at for at, meeting in enumerate(self._meetings)}
        found = []
        for each in self._groups:
            if all(map(self._is_a_table, each.articles)):
                continue
            of_it = self._by_article[min(each.articles, key=newest.__getitem__)]
            found.append(msgspec.structs.replace(of_it, name=each.name, date=each.date, place=each.place))
        return tuple(sorted(found, key=lambda each: (each.date or "", each.article), reverse=True))

    def _is_a_table(self, article: str) -> bool:
        """Whether an article is a table of questions that was imported and tells of no meeting."""
        context = self._index.context(article)
        record = context.record if context is not None else None
        return record is not None and not record.meeting and bool(_IMPORTED.search(record.article.source or ""))

    def meeting_named(self, text: str) -> MeetingEntry | None:
        """See `Library`."""
        if "-" in text and (own := self._with_id(text)) is not None:
            return own
        words, dates = _words_and_dates(text)
        if not words and not dates:
            return None
        best: tuple[float, str, str] | None = None
        for number in meetings_with(words, dates, NAMED, self._index.reader):
            article = self._index.article(number)
            names, held = self._scene(article)
            share = len(words & names) / len(words) if words else 1.0
            if share < NAMED or (dates and not any(date.agrees(other) for date in dates for other in held)):
                continue
            found = (share, self._by_article[article].date or "", article)
            best = found if best is None else max(best, found)
        return self._by_article[best[-1]] if best else self._with_id(text)

    def _with_id(self, text: str) -> MeetingEntry | None:
        """The newest meeting in whose article's id a text stands, as "onrecord show" takes it, too, or is it."""
        part = "-".join(fold(text).split())
        likely = [each for each in self._meetings if len(part) >= _PART and part in fold(each.article)]
        return next((each for each in likely if fold(each.article) == part), next(iter(likely), None))

    def openers(self) -> Sequence[Answer]:
        """See `Library`."""
        chosen: list[Answer] = []
        for meeting in self._meetings[:_RECENT]:
            begun = {each.question[:_SEEN] for each in chosen}  # buttons that look alike help nobody
            known = [answer for answer in self.facts(meeting.article) if answer.question[:_SEEN] not in begun]
            for form in _CLEAR[len(chosen) :] or _CLEAR:
                fact = next((a for a in known if form.search(a.question) and self._leads_back(a)), None)
                if fact is not None and fact not in chosen:
                    chosen.append(fact)
                if len(chosen) == OPENERS:
                    return tuple(chosen)
        return tuple(chosen)

    def digest(self, article: str) -> Digest | None:
        """See `Library`."""
        meeting = self._by_article.get(article)
        if meeting is None:
            return None
        facts = self.facts(article)
        named = [a for form in (_CHAIRED, _ATTENDED) for a in facts if form.search(a.question)]
        who = next((a for a in named if len(a.answer) <= _LONGEST_FACT), None)
        telling = sorted(
            (a for a in facts if _weight(a) < len(_TELLING) and a is not who and len(a.answer) <= _LONGEST_FACT),
            key=lambda a: (_weight(a), 0.0 if _weight(a) < 0 else -a.confidence),
        )
        ranked: dict[str, Answer] = {}
        for answer in telling:
            if not _SCENE.search(answer.question):
                ranked.setdefault(answer.evidence, answer)
        shown = tuple(ranked.values()) or tuple(a for a in facts if len(a.answer) <= _LONGEST_FACT and a is not who)
        return Digest(msgspec.structs.replace(meeting, date=self._day_of(meeting)), who, shown[:DIGEST_FACTS])

    def _day_of(self, meeting: MeetingEntry) -> str | None:
        """When a meeting was; of an article that tells of none by name the only day that its facts tell, if it was not
        published before that."""
        context = self._index.context(meeting.article)
        if context is None or context.record.meeting is not None or meeting.date is None:
            return meeting.date
        told = {str(each.fact.value) for each in self._index.facts_of(meeting.article) if each.fact.kind == "when"}
        days = [day for day in told if len(day) == len(meeting.date) and day <= meeting.date]
        return days[0] if len(told) == len(days) == 1 else meeting.date

    def scene(self, article: str, told: Told) -> Sequence[Answer]:
        """See `Library`."""
        return scene_told(article, told, self._index)

    def sentences(self, article: str) -> Sequence[Answer]:
        """See `Library`."""
        number = self._index.number_of(article)
        if number is None:
            return ()
        return [self._index.read_answer(number, place) for place in range(len(self._index.sentences(number)))]

    def is_about(self, article: str, words: str) -> bool:
        """See `Library`."""
        if article not in self._by_article:
            return False
        facts = [entry.fact for entry in self._index.facts_of(article)]
        said = {token.term for fact in facts for token in tokens(f"{fact.question} {fact.evidence}")}
        return {token.term for token in tokens(words) if not token.is_stop} <= said | self._scene(article)[0]

    def _scene(self, article: str) -> tuple[frozenset[str], tuple[Date, ...]]:
        """The words that name an article's meeting and its place, and the dates that it goes by."""
        context = self._index.context(article)
        if context is None:
            return frozenset(), ()
        record = context.record
        names, dates = [record.article.title or ""], [record.article.date.isoformat()] if record.article.date else []
        if meeting := record.meeting:
            names += [meeting.name, *meeting.aliases, meeting.series or "", meeting.place or "", meeting.format or ""]
            dates = [meeting.date or "", *dates]
        words = frozenset(token.term for name in names for token in tokens(name))
        return words, tuple(date for iso in dates for date in iso_dates(iso))

    def _recalled(self, context: Context) -> Context:
        """The context with a question: of a conversation before a restart only the fact is known, and its own question
        stands for what was asked."""
        if context.question is not None or context.answer_key is None:
            return context
        fact = self._index.answer(context.answer_key)
        return context if fact is None else dataclasses.replace(context, question=fact.question)

    def _leads_back(self, answer: Answer) -> bool:
        reply, _ = dialog.reply_to(read(answer.question), self._index)
        return reply.answer is not None and reply.answer.answer == answer.answer


def ready(index: Index, reader: SentenceReader | None = None) -> IndexedLibrary:
    """The library of an index, when what the first question would have to wait for is done.

    What it holds stays as long as it does, so the sweeps for unused memory, which stop all threads, leave it out.
    """
    library = IndexedLibrary(index, reader)
    library.openers()
    library.listed()
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    return library


def _words_and_dates(text: str) -> tuple[frozenset[str], tuple[Date, ...]]:
    """The words of a text that carry content and are no part of a date, and its dates."""
    found = tokens(spelled_out(text))
    dates, places = named(found)
    kept = (token for at, token in enumerate(found) if at not in places and not token.is_stop)
    return frozenset(token.term for token in kept), dates


def _weight(fact: Answer) -> int:
    """How late a fact stands in a digest: what was decided or adopted first, then what tells most."""
    own = weight(fact)
    if own is not None:
        return own - WEIGHTS
    return _TELLING.index(fact.kind) if fact.kind in _TELLING else len(_TELLING)


def _answer(match: Match) -> Answer:
    return fact_answer(match.entry, match.confidence, said=match.said)
