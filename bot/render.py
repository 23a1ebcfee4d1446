"""A reply → Telegram HTML with buttons, plain text for a terminal, or a JSON object."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Sequence
from typing import Final, Protocol

from bot import messages
from bot.replies import Answer, Reason, Reply

MESSAGE_LIMIT: Final = 4096
"""UTF-16 code units that Telegram allows in a message, counted after its markup is parsed."""

# Shares of a message, in UTF-16 code units; with the words around them they stay below MESSAGE_LIMIT.
_ANSWER_LIMIT: Final = 1200
_EVIDENCE_LIMIT: Final = 2000
_SOURCE_LIMIT: Final = 300
_CHOICE_LIMIT: Final = 300
_ROW_LIMIT: Final = 160

_CHOICES: Final = 3
"""Suggestions that are shown."""
_BUTTON_LIMIT: Final = 60
"""UTF-16 code units of a button's label; longer ones no client shows in full."""
_URL_LIMIT: Final = 2048
_LONG_EVIDENCE: Final = 320
"""UTF-16 code units from which evidence is folded until it is tapped."""
_ROWS: Final = 8
"""Meetings on a page."""

_UNSEEN: Final = re.compile(r"[\x00-\x20\x7f-\x9f\ud800-\udfff\s]+")
_SENTENCE_END: Final = re.compile(r"[.!?…。！？](?=\s|$)|[。！？]")
_NOT_ON_RECORD: Final = f"{messages.NOT_ON_RECORD}\n{messages.NOT_ON_RECORD_HINT}"
_NO_QUESTION: Final[dict[Reason | None, str]] = {"no_words": messages.NO_WORDS, "too_long": messages.TOO_LONG}
"""What is said to a text that is no question."""


@dataclasses.dataclass(frozen=True, slots=True)
class Button:
    """A button below a message: what it says, and the data that comes back when it is pressed (1–64 bytes)."""

    label: str
    data: str


@dataclasses.dataclass(frozen=True, slots=True)
class Message:
    """What is sent to Telegram: HTML of its dialect, and rows of buttons."""

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()


class Listed(Protocol):
    """A meeting in a list; its date is ISO with its precision."""

    @property
    def name(self) -> str:
        """Its name, perhaps empty."""

    @property
    def date(self) -> str | None:
        """When it was."""

    @property
    def place(self) -> str | None:
        """Where it was."""


def as_message(reply: Reply) -> Message:
    """The reply as Telegram shows it: answer in bold, evidence as a quote, source and date in the last line.

    Choices become buttons whose data is "answer:" and the answer's key.
    """
    choices = reply.suggestions[:_CHOICES]
    if reply.status == "answer" and reply.answer is not None:
        html = _answer_html(reply.answer)
        if choices:
            html += f"\n\n{_escape(messages.OTHER_MEETINGS)}"
        labels = [_meeting_label(other) for other in choices]
    elif reply.status == "suggest":
        labels = [f"{n}. {tidy(other.question)}" for n, other in enumerate(choices, start=1)]
        html = "\n".join([_escape(messages.DID_YOU_MEAN), *(_escape(cut(label, _CHOICE_LIMIT)) for label in labels)])
    else:
        return plain(_NO_QUESTION.get(reply.reason, f"{_NOT_ON_RECORD} {messages.MEETINGS_HINT}"))
    buttons = tuple(
        (Button(cut(label, _BUTTON_LIMIT), f"answer:{other.key}"),)
        for label, other in zip(labels, choices, strict=True)
    )
    return Message(html, buttons)


def as_text(reply: Reply) -> str:
    """The reply as a terminal shows it: the same lines as in Telegram, without markup, the choices numbered from 1."""
    if reply.status == "answer" and reply.answer is not None:
        text = _answer_text(reply.answer)
        if reply.suggestions:
            labels = [f"{n}. {_meeting_label(other)}" for n, other in enumerate(reply.suggestions, start=1)]
            text += "\n\n" + "\n".join([messages.OTHER_MEETINGS, *labels])
        return text
    if reply.status == "suggest":
        labels = [f"{n}. {tidy(other.question)}" for n, other in enumerate(reply.suggestions, start=1)]
        return "\n".join([messages.DID_YOU_MEAN, *labels])
    return _NO_QUESTION.get(reply.reason, _NOT_ON_RECORD)


def as_json(reply: Reply) -> dict[str, object]:
    """The reply as an object for `--json`: evidence verbatim, dates ISO, null where there is nothing."""
    fields = _answer_json(reply.answer) if reply.answer is not None else dict.fromkeys(_ANSWER_KEYS)
    return {
        "status": reply.status,
        **fields,
        "suggestions": [_answer_json(other) for other in reply.suggestions],
        "took_ms": round(reply.took_ms, 3),
    }


def answer_message(answer: Answer) -> Message:
    """One answer by itself, without choices: what a pressed button turns its message into."""
    return Message(_answer_html(answer))


def meetings_message(meetings: Sequence[Listed], page: int) -> Message:
    """A page (from 0; brought into range) of the meetings, given the latest first, with buttons to the pages beside it.

    The data of the buttons is "meetings:" and the page.
    """
    if not meetings:
        return Message(_escape(messages.NO_MEETINGS))
    pages = -(-len(meetings) // _ROWS)
    page = min(max(page, 0), pages - 1)
    title = f"<b>{_escape(messages.MEETINGS_TITLE)}</b>"
    if pages > 1:
        title += f", {_escape(messages.MEETINGS_PAGE.format(page=page + 1, pages=pages))}"
    rows = [_meeting_row(meeting) for meeting in meetings[page * _ROWS : (page + 1) * _ROWS]]
    turns = []
    if page > 0:
        turns.append(Button(messages.NEWER, f"meetings:{page - 1}"))
    if page < pages - 1:
        turns.append(Button(messages.OLDER, f"meetings:{page + 1}"))
    return Message("\n\n".join([title, *rows]), (tuple(turns),) if turns else ())


def plain(text: str) -> Message:
    """A text of our own as a message."""
    return Message(_escape(text))


def long_date(date: datetime.date) -> str:
    """A date as it is read.

    >>> long_date(datetime.date(2020, 6, 30))
    '30 June 2020'
    """
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def meeting_date(iso: str | None) -> str:
    """A meeting's date (ISO with its precision, or a range) as it is read; what is no date is given back as it is.

    >>> meeting_date("2020-06"), meeting_date("2020-06-29/2020-06-30"), meeting_date(None)
    ('June 2020', '29–30 June 2020', 'undated')
    """
    if not iso:
        return messages.UNDATED
    start, _, end = iso.partition("/")
    if not end:
        return _date_of_precision(start)
    first, last = _date_of_precision(start), _date_of_precision(end)
    if len(start) == len(end) == len("2020-06-30") and start[:7] == end[:7]:
        first = first.split(" ")[0]
        return f"{first}–{last}"
    return f"{first} – {last}"


def tidy(text: str) -> str:
    """The text on one line: runs of white space, control characters and broken surrogates become one space."""
    return _UNSEEN.sub(" ", text).strip()


def utf16_length(text: str) -> int:
    """The length as Telegram counts it, in UTF-16 code units."""
    return len(text) + sum(char > "\uffff" for char in text)


def cut(text: str, limit: int) -> str:
    """The text in at most `limit` UTF-16 code units: whole, or up to a sentence's or word's end and an ellipsis.

    A sentence's end is taken if it keeps over half of what fits, else a word's end that does, else any character's.

    >>> cut("It met. It agreed on all of it.", 12)
    'It met. …'
    """
    if utf16_length(text) <= limit:
        return text
    room, fits = limit - 1, 0
    for fits, char in enumerate(text):  # noqa: B007  (how many characters fit is what is asked for)
        room -= 2 if char > "\uffff" else 1
        if room < 0:
            break
    head = text[:fits]
    ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, fits) if match.end() < fits]
    if ends and ends[-1] * 2 > fits:
        return head[: ends[-1]] + " …"
    border = len(head) if text[fits].isspace() else head.rfind(" ")
    return (head[:border].rstrip() if border * 2 > fits else head) + "…"


_ANSWER_KEYS: Final = (
    "question",
    "answer",
    "kind",
    "evidence",
    "source",
    "date",
    "url",
    "article",
    "meeting",
    "confidence",
)  # fmt: skip

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _answer_html(answer: Answer) -> str:
    lines = []
    if said := tidy(answer.answer):
        lines.append(f"<b>{_escape(cut(said, _ANSWER_LIMIT))}</b>")
    if quoted := tidy(answer.evidence):
        folded = " expandable" if utf16_length(quoted) > _LONG_EVIDENCE else ""
        lines.append(f"<blockquote{folded}>{_escape(cut(quoted, _EVIDENCE_LIMIT))}</blockquote>")
    source = _escape(cut(_source(answer), _SOURCE_LIMIT))
    if url := _web_address(answer.url):
        source = f'<a href="{_escape(url)}">{source}</a>'
    return "\n".join([*lines, source])


def _answer_text(answer: Answer) -> str:
    quoted, url = tidy(answer.evidence), _web_address(answer.url)
    lines = [tidy(answer.answer)]
    if quoted:
        lines.append(f"  “{quoted}”")
    lines.append(f"  {_source(answer)}" + (f", {url}" if url else ""))
    return "\n".join(lines)


def _answer_json(answer: Answer) -> dict[str, object]:
    fields: dict[str, object] = {key: getattr(answer, key) for key in _ANSWER_KEYS}
    fields["date"] = answer.date.isoformat() if answer.date else None
    return fields


def _source(answer: Answer) -> str:
    date = long_date(answer.date) if answer.date else messages.UNDATED
    return f"{tidy(answer.source or '') or tidy(answer.article)}, {date}"


def _meeting_label(answer: Answer) -> str:
    date = long_date(answer.date) if answer.date else messages.UNDATED
    room = _BUTTON_LIMIT - utf16_length(date) - len(", ")
    return f"{cut(tidy(answer.meeting or '') or tidy(answer.article), room)}, {date}"


def _meeting_row(meeting: Listed) -> str:
    name = _escape(cut(tidy(meeting.name) or messages.UNNAMED_MEETING, _ROW_LIMIT))
    where = [cut(tidy(part), _ROW_LIMIT) for part in (meeting_date(meeting.date), meeting.place or "") if tidy(part)]
    return f"<b>{name}</b>\n{_escape(', '.join(where))}"


def _date_of_precision(iso: str) -> str:
    parts = iso.split("-")
    if not all(part.isascii() and part.isdigit() for part in parts) or len(parts) > len(("year", "month", "day")):
        return iso
    year, month, day = [int(part) for part in parts] + [0] * (3 - len(parts))
    if len(parts) == 1:
        return str(year)
    if not 1 <= month <= len(_MONTHS):
        return iso
    return f"{day} {_MONTHS[month - 1]} {year}" if day else f"{_MONTHS[month - 1]} {year}"


def _web_address(url: str | None) -> str | None:
    url = (url or "").strip()
    fits = len(url) <= _URL_LIMIT and not _UNSEEN.search(url)
    return url if fits and url.lower().startswith(("http://", "https://")) else None


def _escape(text: str) -> str:
    """The four named entities that Telegram knows, and no others."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
