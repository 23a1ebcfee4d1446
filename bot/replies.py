"""What is said to a question: plain typed structs without logic, re-exported by `bot.dialog`."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Literal

from facts.model import Citation, Correction, Kind

Status = Literal["answer", "suggest", "none"]
Reason = Literal["not_on_record", "no_words", "too_long", "other_language"]


@dataclasses.dataclass(frozen=True, slots=True)
class Answer:
    """A fact as an answer, or words that the reader marked in a sentence, where no fact holds them (`read`).

    `key` (16 hex digits) names the fact, for as long as its article and id stay, or the sentence, for as long as its
    article and its words stay. `also` cites other reports of the same meeting that say the same, `differs` holds what
    others say that cannot be true beside it, the newest first. `marked` is the span of `evidence` (code points) that
    answers, where the reader has said so. `title` is the article's headline, `date` when it was published, `held` when
    the meeting was (ISO with its precision). `same_meeting` says of one to choose that it is another report of the
    meeting which the answer beside it is about. `before` is the sentence ahead of one that was read. `corrects` is the
    ISO day of the note that `evidence` is of and that corrects the report, "" if that has none; `corrected` are the
    sentences of notes that correct it, or may.
    """

    key: str
    question: str
    answer: str
    kind: Kind
    evidence: str
    source: str | None
    date: datetime.date | None
    url: str | None
    article: str
    meeting: str | None
    confidence: float
    also: tuple[Citation, ...] = ()
    differs: tuple[Answer, ...] = ()
    read: bool = False
    marked: tuple[int, int] | None = None
    title: str | None = None
    held: str | None = None
    same_meeting: bool = False
    before: str = ""
    corrects: str | None = None
    corrected: tuple[Correction, ...] = ()

    @property
    def about(self) -> str:
        """What its article is about, to be shown: the meeting, else the headline, else the article's id."""
        named = (self.meeting, self.title, self.article)
        return next((name for name in named if name and not name.isspace()), "")


def reported(answer: Answer) -> tuple[datetime.date, str]:
    """What answers are put in order by that differ: the newest report is the greatest, undated ones are the least."""
    return answer.date or datetime.date.min, answer.article


@dataclasses.dataclass(frozen=True, slots=True)
class Reply:
    """What is said to a question: with status "answer" the answer (and as suggestions what other meetings, or
    other reports of the same, answer to it), with "suggest" up to three suggestions, with "none" the reason."""

    status: Status
    asked: str
    answer: Answer | None = None
    suggestions: tuple[Answer, ...] = ()
    reason: Reason | None = None
    took_ms: float = 0.0


@dataclasses.dataclass(frozen=True, slots=True)
class Context:
    """What a chat talked about last: the question asked and the answer given to it. `guessed`: the article is only
    likely to be about what was asked."""

    question: str | None = None
    article: str | None = None
    answer_key: str | None = None
    guessed: bool = False
