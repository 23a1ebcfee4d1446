"""A reply → Telegram HTML with buttons, plain text for a terminal, or a JSON object."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Final, Protocol

from bot.question.tokens import tokens
from bot.replies import Answer, Reason, Reply
from bot.wording import messages
from bot.wording.languages import ENGLISH, Words
from bot.wording.paging import fitting, pieces, utf16_length
from facts.model import Citation

MESSAGE_LIMIT: Final = 4096
"""UTF-16 code units that Telegram allows in a message, counted after its markup is parsed."""

# Shares of a message, in UTF-16 code units; with the words around them they stay below MESSAGE_LIMIT.
_UNDERSTOOD_LIMIT: Final = 600
_ANSWER_LIMIT: Final = 1200
_EVIDENCE_LIMIT: Final = 1500
_SOURCE_LIMIT: Final = 300
_CHOICE_LIMIT: Final = 1200
_ROW_LIMIT: Final = 160

_CITED: Final = 2
"""Other reports of the same that are named beside the first, each in at most _CITED_LIMIT."""
_CITED_LIMIT: Final = 120
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
_NO_QUESTION: Final[dict[Reason | None, str]] = {"no_words": messages.NO_WORDS, "too_long": messages.TOO_LONG}
"""What is said to a text that is no question."""


@dataclasses.dataclass(frozen=True, slots=True)
class Button:
    """A button below a message: what it says, and either the data that comes back when it is pressed (1–64 bytes), or
    what it asks the bot in a chat that the user picks, or the address that it opens."""

    label: str
    data: str = ""
    share: str | None = None
    url: str | None = None


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


def as_message(reply: Reply, words: Words = ENGLISH) -> Message:
    """The reply as Telegram shows it: answer in bold, evidence as a quote, source and date, and, where that is not
    what was typed, the question that was understood.

    Choices become buttons whose data is "answer:" and the answer's key.
    """
    choices = reply.suggestions[:_CHOICES]
    if reply.status == "answer" and reply.answer is not None:
        shown = answer_message(reply.answer, words=words)
        html = shown.html + _understood(reply, words)
        if choices:
            html += f"\n\n{escape(words(messages.OTHER_MEETINGS))}"
        return Message(html, (*_choices(choices, [_meeting_label(other, words) for other in choices]), *shown.buttons))
    if reply.status == "suggest":
        return offer(words(messages.DID_YOU_MEAN), choices)
    hint = "" if reply.reason in _NO_QUESTION else f" {words(messages.MEETINGS_HINT)}"
    return plain(_nothing(reply, words) + hint)


def offer(title: str, choices: Sequence[Answer], first: int = 1, turns: tuple[Button, ...] = ()) -> Message:
    """Questions to choose from, numbered from `first`, below them perhaps buttons that turn the page."""
    labels = [f"{number}. {tidy(other.question)}" for number, other in enumerate(choices, start=first)]
    html = "\n".join([escape(title), *(escape(cut(label, _CHOICE_LIMIT)) for label in labels)])
    return Message(html, (*_choices(choices, labels), *((turns,) if turns else ())))


def answer_message(answer: Answer, page: int = 0, words: Words = ENGLISH) -> Message:
    """One answer by itself, without choices: what a pressed button turns its message into.

    What is too long for one message is shown in pages (from 0; brought into range) of whole sentences.
    """
    said, quoted = pieces(tidy(answer.answer), _ANSWER_LIMIT), pieces(tidy(answer.evidence), _EVIDENCE_LIMIT)
    pages = max(len(said), len(quoted))
    page = min(max(page, 0), pages - 1)
    lines = []
    if page < len(said) and said[page]:
        lines.append(f"<b>{escape(said[page])}</b>")
    if page < len(quoted) and quoted[page]:
        folded = " expandable" if utf16_length(quoted[page]) > _LONG_EVIDENCE else ""
        lines.append(f"<blockquote{folded}>{escape(quoted[page])}</blockquote>")
    lines.append(
        "; ".join(
            [
                _source_html(answer, words, _SOURCE_LIMIT),
                *(_source_html(cited, words, _CITED_LIMIT) for cited in answer.also[:_CITED]),
            ]
        )
    )
    rows = []
    if pages > 1:
        lines.append(escape(words(messages.PAGE, page=page + 1, pages=pages)))
        rows.append(turning(f"page:{answer.key}", page, pages, words(messages.BACK), words(messages.ON)))
    rows.append((Button(words(messages.MORE), f"more:{answer.key}:0"),))
    rejecting = Button(words(messages.NOT_THIS), f"not:{answer.key}:0")
    rows.append((rejecting, Button(words(messages.SHARE), share=f"#{answer.key}")))
    return Message("\n".join(lines), tuple(rows))


def turning(data: str, page: int, pages: int, back: str, on: str) -> tuple[Button, ...]:
    """The buttons to the pages beside this one; their data is `data`, a colon and the page."""
    turns: tuple[Button, ...] = ()
    if page > 0:
        turns += (Button(back, f"{data}:{page - 1}"),)
    if page < pages - 1:
        turns += (Button(on, f"{data}:{page + 1}"),)
    return turns


def as_text(reply: Reply) -> str:
    """The reply as a terminal shows it: the same lines as in Telegram, without markup, the choices numbered from 1."""
    if reply.status == "answer" and reply.answer is not None:
        text = _answer_text(reply.answer)
        if reply.suggestions:
            labels = [f"{n}. {_meeting_label(other, ENGLISH)}" for n, other in enumerate(reply.suggestions, start=1)]
            text += "\n\n" + "\n".join([messages.OTHER_MEETINGS, *labels])
        return text
    if reply.status == "suggest":
        labels = [f"{n}. {tidy(other.question)}" for n, other in enumerate(reply.suggestions, start=1)]
        return "\n".join([messages.DID_YOU_MEAN, *labels])
    return _nothing(reply, ENGLISH)


def as_json(reply: Reply) -> dict[str, object]:
    """The reply as an object for `--json`: evidence verbatim, dates ISO, null where there is nothing."""
    nothing: dict[str, object] = {**dict.fromkeys(_ANSWER_KEYS), "also": []}
    fields = _answer_json(reply.answer) if reply.answer is not None else nothing
    return {
        "status": reply.status,
        **fields,
        "suggestions": [_answer_json(other) for other in reply.suggestions],
        "took_ms": round(reply.took_ms, 3),
    }


def meetings_message(meetings: Sequence[Listed], page: int, words: Words = ENGLISH) -> Message:
    """A page (from 0; brought into range) of the meetings, given the latest first, with buttons to the pages beside it.

    The data of the buttons is "meetings:" and the page.
    """
    if not meetings:
        return Message(escape(words(messages.NO_MEETINGS)))
    pages = -(-len(meetings) // _ROWS)
    page = min(max(page, 0), pages - 1)
    title = f"<b>{escape(words(messages.MEETINGS_TITLE))}</b>"
    if pages > 1:
        title += f", {escape(words(messages.PAGE_OF, page=page + 1, pages=pages))}"
    rows = [_meeting_row(meeting, words) for meeting in meetings[page * _ROWS : (page + 1) * _ROWS]]
    turns = turning("meetings", page, pages, words(messages.NEWER), words(messages.OLDER))
    return Message("\n\n".join([title, *rows]), (turns,) if turns else ())


def plain(text: str) -> Message:
    """A text of our own as a message."""
    return Message(escape(text))


def listed(lines: Sequence[str]) -> list[Message]:
    """Lines of our own as a message, or as several where they are too many for one."""
    shown: list[str] = []
    for piece in (piece for line in lines for piece in pieces(line, MESSAGE_LIMIT)):
        longer = f"{shown[-1]}\n{piece}" if shown else piece
        if utf16_length(longer) <= MESSAGE_LIMIT:
            shown[-1:] = [longer]
        else:
            shown.append(piece)
    return [plain(text) for text in shown]


def tidy(text: str) -> str:
    """The text on one line: runs of white space, control characters and broken surrogates become one space."""
    return _UNSEEN.sub(" ", text).strip()


def cut(text: str, limit: int) -> str:
    """The text in at most `limit` UTF-16 code units: whole, or up to a sentence's or word's end and an ellipsis.

    A sentence's end is taken if it keeps over half of what fits, else a word's end that does, else any character's.

    >>> cut("It met. It agreed on all of it.", 12)
    'It met. …'
    """
    if utf16_length(text) <= limit:
        return text
    fits = fitting(text, limit - 1)
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


def _choices(choices: Sequence[Answer], labels: Sequence[str]) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        (Button(cut(label, _BUTTON_LIMIT), f"answer:{other.key}"),)
        for label, other in zip(labels, choices, strict=True)
    )


def _understood(reply: Reply, words: Words) -> str:
    """A line with the question that is answered, unless its words are those that were typed."""
    question = tidy(reply.answer.question) if reply.answer else ""
    typed = {token.term for token in tokens(reply.asked)}
    if not question or {token.term for token in tokens(question)} <= typed:
        return ""
    return f"\n<i>{escape(words(messages.UNDERSTOOD, question=cut(question, _UNDERSTOOD_LIMIT)))}</i>"


def _nothing(reply: Reply, words: Words) -> str:
    """What is said where there is neither an answer nor a choice."""
    return words(_NO_QUESTION.get(reply.reason, "")) or "\n".join(
        [words(messages.NOT_ON_RECORD), words(messages.NOT_ON_RECORD_HINT)]
    )


def _answer_text(answer: Answer) -> str:
    quoted, url = tidy(answer.evidence), web_address(answer.url)
    lines = [tidy(answer.answer)]
    if quoted:
        lines.append(f"  “{quoted}”")
    cited: list[Answer | Citation] = [answer, *answer.also[:_CITED]]
    sources = "; ".join(source_line(one, ENGLISH) for one in cited)
    lines.append(f"  {sources}" + (f", {url}" if url else ""))
    return "\n".join(lines)


def _source_html(cited: Answer | Citation, words: Words, limit: int) -> str:
    source = escape(cut(source_line(cited, words), limit))
    url = web_address(cited.url)
    return f'<a href="{escape(url)}">{source}</a>' if url else source


def _answer_json(answer: Answer) -> dict[str, object]:
    fields: dict[str, object] = {key: getattr(answer, key) for key in _ANSWER_KEYS}
    fields["date"] = answer.date.isoformat() if answer.date else None
    fields["confidence"] = round(answer.confidence, 3)
    fields["also"] = [_citation_json(cited) for cited in answer.also]
    return fields


def _citation_json(cited: Citation) -> dict[str, object]:
    date = cited.date.isoformat() if cited.date else None
    return {
        "article": cited.article,
        "source": cited.source,
        "date": date,
        "url": cited.url,
        "evidence": cited.evidence,
    }


def source_line(answer: Answer | Citation, words: Words) -> str:
    """Where an answer stands: its source, else its article, and the date."""
    date = words.date(answer.date) if answer.date else words(messages.UNDATED)
    return f"{tidy(answer.source or '') or tidy(answer.article)}, {date}"


def _meeting_label(answer: Answer, words: Words) -> str:
    date = words.date(answer.date) if answer.date else words(messages.UNDATED)
    room = _BUTTON_LIMIT - utf16_length(date) - len(", ")
    return f"{cut(tidy(answer.meeting or '') or tidy(answer.article), room)}, {date}"


def _meeting_row(meeting: Listed, words: Words) -> str:
    name = escape(cut(tidy(meeting.name) or words(messages.UNNAMED_MEETING), _ROW_LIMIT))
    scene = (words.meeting_date(meeting.date), meeting.place or "")
    where = [cut(tidy(part), _ROW_LIMIT) for part in scene if tidy(part)]
    return f"<b>{name}</b>\n{escape(', '.join(where))}"


def web_address(url: str | None) -> str | None:
    """The address if it is one that Telegram links to; None if not."""
    url = (url or "").strip()
    fits = len(url) <= _URL_LIMIT and not _UNSEEN.search(url)
    return url if fits and url.lower().startswith(("http://", "https://")) else None


def escape(text: str) -> str:
    """The four named entities that Telegram knows, and no others."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
