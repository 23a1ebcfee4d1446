"""What every family works from and what it gives: the material of an article, and drafts of facts."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterator

from facts.dates import on_days
from facts.folding import fold
from facts.meeting import FoundMeeting, number, says_nothing
from facts.model import Kind, Value
from facts.parse.acronyms import Acronym
from facts.parse.clauses import Clause
from facts.parse.names import Person
from facts.parse.parser import ArticleParse, Paragraph
from facts.parse.phrases import Antecedents
from facts.parse.sentences import SentenceParse
from facts.parse.tree import Span, Token
from facts.parse.words import MEETING_NOUNS
from facts.questions import ClauseWords, clause_words

FIRST_WEEK = 7
"""Up to this day of a month, a report may be of a meeting of the month before."""
FIRST_DAYS = (1, 14)
"""Up to this day of a year, a report may be of a meeting of the year before."""
OF_BODY = re.compile(r"\b(?:First|Second|Third|Fourth|Fifth|Sixth) (?=(?:Chamber|Committee|Court|Division)\b)")
"""A number that is one of a body's name, and not of its meetings: "the Second Committee meeting"."""
LAST_WEEK = re.compile(r"\blast week\b", re.IGNORECASE)
LAST_DAYS = re.compile(r"\blast (?:week|month|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b", re.IGNORECASE)


@dataclasses.dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its clauses, the people named in it and the antecedents of its paragraph's mentions."""

    paragraph: Paragraph
    span: Span
    clauses: tuple[Clause, ...]
    people: tuple[Person, ...]
    antecedents: Antecedents
    _words: dict[tuple[tuple[Token, ...], bool], ClauseWords | None] = dataclasses.field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def words_of(self, clause: Clause, *, bare: bool = False) -> ClauseWords | None:
        """The words of one of its clauses, ready for questions; None where its subject cannot be named.

        Nearly every family asks for them: they are put together once. `bare` ones are for questions that name the
        meeting (see `clause_words`).
        """
        key = (clause.chain, bare)
        if key not in self._words:
            self._words[key] = clause_words(clause, self.antecedents, bare=bare)
        return self._words[key]

    def readings(self, clause: Clause) -> Iterator[ClauseWords]:
        """The words of one of its clauses, named in full, and as they may stand beside the name of the meeting."""
        for bare in (False, True):
            words = self.words_of(clause, bare=bare)
            if words is not None:
                yield words


def sentence_of(parse: SentenceParse, antecedents: Antecedents) -> Sentence:
    """A parsed sentence with the antecedents of its paragraph's mentions."""
    return Sentence(parse.paragraph, parse.span, parse.clauses, parse.people, antecedents)


@dataclasses.dataclass(frozen=True, slots=True)
class Material:
    """Everything read of an article that facts are made from. `label` is what its meeting is called in questions."""

    parsed: ArticleParse
    found_meeting: FoundMeeting
    label: str | None
    sentences: tuple[Sentence, ...]
    acronyms: tuple[Acronym, ...]

    @property
    def meeting_name(self) -> str | None:
        """What the article's meeting is called in a question of what was at it: None where it is yet to be held."""
        return None if self.found_meeting.planned else self.full_name

    @property
    def full_name(self) -> str | None:
        """What the article's meeting is called in a question, in full: with its date where its name tells no year.

        Where no date is told, the year is that of an article that has the meeting in its title. None where the article
        is about no meeting that has a name.
        """
        meeting = self.found_meeting.meeting
        if meeting is None or self.label is None:
            return None
        if not any(w[:1].isupper() and fold(w) not in MEETING_NOUNS for w in self.label.split()):
            return None
        if says_nothing(self.label) and not meeting.date:
            return None
        told = number(OF_BODY.sub("", self.label)) is not None or re.search(r"\d{4}", self.label)
        held = meeting.date or self._year_of_report()
        return self.label if told or not held else f"{self.label} {on_days(held)}"

    def _year_of_report(self) -> str:
        """The month of an article that reports its meeting; early in a month, which may tell of the last, the year.

        The year only of an article that is named after its meeting; none in its first days.
        """
        day, title, series = self.parsed.article.date, self.parsed.article.title, self.found_meeting.meeting
        late = day is not None and day.day > FIRST_WEEK and not self.tells_of_last_month
        if day is not None and late and not self.found_meeting.planned:
            return f"{day:%Y-%m}"
        named = series is not None and series.series is not None and fold(series.series) in fold(title or "")
        return f"{day:%Y}" if day is not None and named and (day.month, day.day) > FIRST_DAYS else ""

    @property
    def tells_of_last_month(self) -> bool:
        """Whether an article tells of "last week" or "last Friday", and that may have been in the month before."""
        day, text = self.parsed.article.date, self.parsed.article.text
        if day is None:
            return False
        last_week = day - datetime.timedelta(days=day.weekday() + 7)
        early = day.day <= FIRST_WEEK and LAST_DAYS.search(text) is not None
        return early or (last_week.month != day.month and LAST_WEEK.search(text) is not None)


@dataclasses.dataclass(frozen=True, slots=True)
class Draft:
    """A fact before it has an id: its evidence is the text between two code points of the article.

    `rule` is the name of the rule that made it: its family and what it tells ("decision.adopted").
    """

    kind: Kind
    question: str
    answer: str
    span: tuple[int, int]
    rule: str = dataclasses.field(kw_only=True)
    value: Value = dataclasses.field(default=None, kw_only=True)
    confidence: float = dataclasses.field(default=0.8, kw_only=True)


def sentence_span(sentence: Sentence) -> tuple[int, int]:
    """The code points of the article that a sentence takes."""
    return code_points(sentence.paragraph, sentence.span)


def code_points(paragraph: Paragraph, sentence: Span) -> tuple[int, int]:
    """The code points of the article that a sentence of a paragraph takes, without white space at its ends."""
    start = next(t for t in sentence if not t.is_space)
    last = next(t for t in reversed(sentence) if not t.is_space)
    return paragraph.start + start.idx, paragraph.start + last.idx + len(last.text)
