"""A reply → Telegram HTML with buttons, plain text for a terminal, or a JSON object."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Final, Protocol

import msgspec

from bot.question.reading import only_thanks, read
from bot.question.tokens import tokens
from bot.replies import Answer, Reason, Reply, reported
from bot.wording import hints, messages
from bot.wording.languages import ENGLISH, Translator
from bot.wording.paging import chunks, utf16_length
from bot.wording.press import Action, Press, mention, name_of
from bot.wording.quotes import Quote, nearest_quote, quote_of
from bot.wording.sources import notes, source_html, source_line, web_address
from bot.wording.text import cut, escape, in_quote_marks, tidy
from facts.model import Citation

MESSAGE_LIMIT: Final = 4096
"""UTF-16 code units that Telegram allows in a message, counted after its markup is parsed."""

# Shares of a message, in UTF-16 code units; with the words around them they stay below MESSAGE_LIMIT.
_UNDERSTOOD_LIMIT: Final = 600
_ANSWER_LIMIT: Final = 1200
_EVIDENCE_LIMIT: Final = 1500
_BESIDE_LIMIT: Final = 600
"""Of an answer that others stand beside, and of its evidence."""
_DIFFERING: Final = 2
"""Other reports that say something else that are shown."""
_DIFFERING_LIMIT: Final = 200
"""Of what each of them says; its evidence may be twice as long."""
_SOURCE_LIMIT: Final = 300
_CHOICE_LIMIT: Final = 1200
_QUOTE_LIMIT: Final = 900
"""Of each of the quotes to choose from."""
_ROW_LIMIT: Final = 160

_CITED: Final = 2
"""Other reports of the same that are named beside the first, each in at most _CITED_LIMIT."""
_CITED_LIMIT: Final = 120
_CHOICES: Final = 3
"""Suggestions that are shown."""
BUTTON_LIMIT: Final = 60
"""UTF-16 code units of a button's label; longer ones no client shows in full."""
_LONG_EVIDENCE: Final = 320
"""UTF-16 code units from which evidence is folded until it is tapped."""
_ROWS: Final = 8
"""Meetings on a page."""

_NO_QUESTION: Final[dict[Reason | None, str]] = {
    "no_words": messages.NO_WORDS,
    "too_long": messages.TOO_LONG,
    "other_language": messages.OTHER_LANGUAGE,
}
"""What is said to a text that cannot be a question."""


class Button(msgspec.Struct, frozen=True):
    """A button below a message: what it says, and either what it does when it is pressed, or, with `share`, the text
    that it types into inline mode in a chat that the user picks."""

    label: str
    press: Press | None = None
    share: str | None = None


class Message(msgspec.Struct, frozen=True):
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


def as_message(reply: Reply, translate: Translator = ENGLISH) -> Message:
    """The reply as Telegram shows it: answer in bold, evidence as a quote, source and date, and, where that is not
    what was typed, the question that was understood; or the nearest quotes. What can be chosen has a button."""
    choices = reply.suggestions[:_CHOICES]
    if reply.status == "answer" and reply.answer is not None:
        shown = answer_message(reply.answer, translate=translate)
        html = shown.html + _understood(reply, translate)
        if choices:
            html += f"\n\n{escape(translate(_heading(choices)))}"
        return Message(
            html, (*_choices(choices, [_choice_label(other, translate) for other in choices]), *shown.buttons)
        )
    if hints.asks_for_meetings(reply.asked):
        return plain(translate(messages.MEETINGS_HINT))
    if choices:
        return _nearest(choices, translate, hints.asks_for_all_of_one(reply.asked))
    hint = "" if reply.reason in _NO_QUESTION else f" {translate(messages.MEETINGS_HINT)}"
    return plain(_nothing(reply, translate) + hint)


def offer(title: str, choices: Sequence[Answer], first: int = 1, turns: tuple[Button, ...] = ()) -> Message:
    """Questions to choose from, numbered from `first` (what was read answers none on record: it is quoted), below them
    perhaps buttons that turn the page."""
    labels = [f"{number}. {asked(other)}" for number, other in enumerate(choices, start=first)]
    html = "\n".join([escape(title), *(escape(cut(label, _CHOICE_LIMIT)) for label in labels)])
    return Message(html, (*_choices(choices, labels), *((turns,) if turns else ())))


def answer_message(answer: Answer, page: int = 0, translate: Translator = ENGLISH) -> Message:
    """One answer by itself, without choices: what a pressed button turns its message into.

    What is too long for one message is shown in pages (from 0; brought into range) of whole sentences. What other
    reports say that differs stands on the first, the newest report at its top.
    """
    quote = quote_of(answer)
    text = tidy(answer.answer)
    limits = (_BESIDE_LIMIT, _BESIDE_LIMIT) if answer.differs else (_ANSWER_LIMIT, _EVIDENCE_LIMIT)
    said = chunks("" if answer.read and text == quote.text else text, limits[0])
    quoted = quote.chunks(limits[1])
    pages = max(len(said), len(quoted))
    page = min(max(page, 0), pages - 1)
    newer, older = _others(answer) if page == 0 else ((), ())
    lines = [escape(translate(messages.REPORTS_DIFFER))] if newer or older else []
    lines += [_differing_html(other, translate) for other in newer]
    if page < len(said) and said[page]:
        lines.append(f"<b>{escape(said[page])}</b>")
    if page < len(quoted) and quoted[page].text:
        lines.append(_blockquote(quoted[page]))
    lines += map(escape, notes(answer, translate))
    lines.append(
        "; ".join(
            [
                source_html(answer, translate, _SOURCE_LIMIT),
                *(source_html(cited, translate, _CITED_LIMIT) for cited in answer.also[:_CITED]),
            ]
        )
    )
    lines += [_differing_html(other, translate) for other in older]
    rows = []
    if pages > 1:
        lines.append(escape(translate(messages.PAGE, page=page + 1, pages=pages)))
        this_page = Press(Action.TURN_ANSWER, fact=name_of(answer), page=page)
        rows.append(turning(this_page, pages, translate(messages.BACK), translate(messages.ON)))
    rows.append((more_button(answer, translate),))
    rejecting = Button(translate(messages.NOT_THIS), Press(Action.REJECT, fact=name_of(answer)))
    rows.append((rejecting, share_button(answer, translate)))
    return Message("\n".join(lines), tuple(rows))


def _others(answer: Answer) -> tuple[tuple[Answer, ...], tuple[Answer, ...]]:
    """What newer and what older reports say instead, in all at most _DIFFERING, each list the newest first."""
    shown = answer.differs[:_DIFFERING]
    newer = tuple(other for other in shown if reported(other) > reported(answer))
    return newer, shown[len(newer) :]


def _differing_html(other: Answer, translate: Translator) -> str:
    quote = Quote(tidy(other.evidence)).excerpt(2 * _DIFFERING_LIMIT)
    said = escape(cut(tidy(other.answer), _DIFFERING_LIMIT))
    lines = [f"<b>{said}</b>", *([_blockquote(quote)] if quote.text else []), *map(escape, notes(other, translate))]
    return "\n".join([*lines, source_html(other, translate, _CITED_LIMIT)])


def more_button(answer: Answer, translate: Translator) -> Button:
    """The button to the other facts of an answer's meeting."""
    return Button(translate(messages.MORE), Press(Action.SHOW_MORE, fact=name_of(answer)))


def share_button(answer: Answer, translate: Translator) -> Button:
    """The button that passes an answer on to another chat."""
    return Button(translate(messages.SHARE), share=mention(name_of(answer)))


def turning(this_page: Press, pages: int, back: str, on: str) -> tuple[Button, ...]:
    """The buttons to the pages before and after the one that `this_page` shows."""
    turns: tuple[Button, ...] = ()
    if this_page.page > 0:
        turns += (Button(back, dataclasses.replace(this_page, page=this_page.page - 1)),)
    if this_page.page < pages - 1:
        turns += (Button(on, dataclasses.replace(this_page, page=this_page.page + 1)),)
    return turns


def as_text(reply: Reply) -> str:
    """The reply as a terminal shows it: the lines of Telegram, *marked* words and numbered choices without markup."""
    if reply.status == "answer" and reply.answer is not None:
        newer, older = _others(reply.answer)
        told = [_answer_text(each) for each in (*newer, reply.answer, *older)]
        text = "\n".join([messages.REPORTS_DIFFER, *told] if len(told) > 1 else told)
        if reply.suggestions:
            labels = [f"{n}. {_choice_label(other, ENGLISH)}" for n, other in enumerate(reply.suggestions, start=1)]
            text += "\n\n" + "\n".join([_heading(reply.suggestions), *labels])
        return text
    if reply.suggestions:
        nearest = [_nearest_text(n, other) for n, other in enumerate(reply.suggestions[:_CHOICES], start=1)]
        return hints.in_terminal(reply.asked, "\n".join([messages.NOT_SURE, *nearest]))
    return hints.in_terminal(reply.asked, _nothing(reply, ENGLISH))


def as_json(reply: Reply) -> dict[str, object]:
    """The reply as an object for `--json`: evidence verbatim, dates ISO, null where there is nothing."""
    nothing: dict[str, object] = {**dict.fromkeys(_ANSWER_KEYS), "read": False, "also": [], "differs": []}
    fields = _answer_json(reply.answer) if reply.answer is not None else nothing
    return {
        "status": reply.status,
        **fields,
        "suggestions": [_answer_json(other) for other in reply.suggestions[:_CHOICES]],
        "took_ms": round(reply.took_ms, 3),
    }


def meetings_message(meetings: Sequence[Listed], page: int, translate: Translator = ENGLISH) -> Message:
    """A page (from 0; brought into range) of the meetings, given the latest first, with buttons that turn it."""
    if not meetings:
        return Message(escape(translate(messages.NO_MEETINGS)))
    pages = -(-len(meetings) // _ROWS)
    page = min(max(page, 0), pages - 1)
    title = f"<b>{escape(translate(messages.MEETINGS_TITLE))}</b>"
    if pages > 1:
        title += f", {escape(translate(messages.PAGE_OF, page=page + 1, pages=pages))}"
    rows = [_meeting_row(meeting, translate) for meeting in meetings[page * _ROWS : (page + 1) * _ROWS]]
    turns = turning(Press(Action.TURN_MEETINGS, page=page), pages, translate(messages.NEWER), translate(messages.OLDER))
    return Message("\n\n".join([title, *rows]), (turns,) if turns else ())


def plain(text: str) -> Message:
    """A text of our own as a message; what UTF-8 cannot hold (halves of UTF-16 pairs) becomes "?"."""
    return Message(escape(text.encode("utf-8", "replace").decode("utf-8")))


def listed(lines: Sequence[str]) -> list[Message]:
    """Lines of our own as a message, or as several where they are too many for one."""
    shown: list[str] = []
    for chunk in (chunk for line in lines for chunk in chunks(line, MESSAGE_LIMIT)):
        longer = f"{shown[-1]}\n{chunk}" if shown else chunk
        if utf16_length(longer) <= MESSAGE_LIMIT:
            shown[-1:] = [longer]
        else:
            shown.append(chunk)
    return [plain(text) for text in shown]


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
    "read",
)  # fmt: skip


def _choices(choices: Sequence[Answer], labels: Sequence[str]) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        (Button(cut(label, BUTTON_LIMIT), Press(Action.CHOOSE, fact=name_of(other))),)
        for label, other in zip(labels, choices, strict=True)
    )


def _nearest(choices: Sequence[Answer], translate: Translator, with_hint: bool) -> Message:
    """The quotes that come nearest to a question, each below its source, numbered as their buttons are."""
    lines = [escape(translate(messages.NOT_SURE))]
    labels = []
    for number, other in enumerate(choices, start=1):
        quote = nearest_quote(other)
        lines.append(f"{number}. {source_html(other, translate, _SOURCE_LIMIT)}")
        if quote.text:
            lines.append(_blockquote(quote.excerpt(_QUOTE_LIMIT)))
        lines += map(escape, notes(other, translate))
        labels.append(f"{number}. {quote.marked or quote.text}")
    lines += [escape(translate(messages.MEETINGS_HINT))] if with_hint else []
    return Message("\n".join(lines), _choices(choices, labels))


def _nearest_text(number: int, other: Answer) -> str:
    source = ", ".join(filter(None, [source_line(other, ENGLISH), web_address(other.url)]))
    beside = (f"   {note}" for note in notes(other, ENGLISH))
    return "\n".join([f"{number}. {in_quote_marks(nearest_quote(other).plain())}", *beside, f"   {source}"])


def _blockquote(quote: Quote) -> str:
    folded = " expandable" if utf16_length(quote.text) > _LONG_EVIDENCE else ""
    return f"<blockquote{folded}>{quote.html()}</blockquote>"


def asked(other: Answer) -> str:
    """What an answer that is offered says in a line: its question, or the quote if it was read."""
    return in_quote_marks(nearest_quote(other).text) if other.read else tidy(other.question)


def _understood(reply: Reply, translate: Translator) -> str:
    """A line with the question that is answered, unless its words are those that were typed."""
    question = tidy(reply.answer.question) if reply.answer else ""
    typed = {token.term for token in tokens(reply.asked)}
    if not question or {token.term for token in tokens(question)} <= typed:
        return ""
    return f"\n<i>{escape(translate(messages.UNDERSTOOD, question=cut(question, _UNDERSTOOD_LIMIT)))}</i>"


def _nothing(reply: Reply, translate: Translator) -> str:
    """What is said where there is neither an answer nor a choice: a friendly word to who only thanks."""
    if reply.reason == "no_words" and only_thanks(read(reply.asked)):
        return translate(messages.WELCOME)
    said = _NO_QUESTION.get(reply.reason)
    return "\n".join(map(translate, [said] if said else [messages.NOT_ON_RECORD, messages.NOT_ON_RECORD_HINT]))


def _answer_text(answer: Answer) -> str:
    quoted, url = tidy(answer.evidence), web_address(answer.url)
    lines = [tidy(answer.answer)]
    if quoted:
        lines.append(f"  {in_quote_marks(quoted)}")
    lines += (f"  {note}" for note in notes(answer, ENGLISH))
    cited: list[Answer | Citation] = [answer, *answer.also[:_CITED]]
    sources = "; ".join(source_line(one, ENGLISH) for one in cited)
    lines.append(f"  {sources}" + (f", {url}" if url else ""))
    return "\n".join(lines)


def _answer_json(answer: Answer) -> dict[str, object]:
    fields: dict[str, object] = {key: getattr(answer, key) for key in _ANSWER_KEYS}
    fields["date"] = answer.date.isoformat() if answer.date else None
    fields["confidence"] = round(answer.confidence, 3)
    fields["also"] = [_citation_json(cited) for cited in answer.also]
    if answer.corrects is not None:
        fields["correction"] = answer.corrects or True
    if answer.corrected:
        fields["corrected_by"] = [each.text for each in answer.corrected]
    fields["differs"] = [{"answer": other.answer, **_citation_json(other)} for other in answer.differs]
    return fields


def _citation_json(cited: Answer | Citation) -> dict[str, object]:
    date = cited.date.isoformat() if cited.date else None
    return {
        "article": cited.article,
        "source": cited.source,
        "date": date,
        "url": cited.url,
        "evidence": cited.evidence,
    }


def _heading(choices: Sequence[Answer]) -> str:
    """What is said above what other meetings answer, or other reports of the same."""
    return messages.ALSO_ON_RECORD if any(other.same_meeting for other in choices) else messages.OTHER_MEETINGS


def _choice_label(answer: Answer, translate: Translator) -> str:
    """A meeting with its date, else its report's; another report of the same meeting by its source."""
    if answer.same_meeting:
        return source_line(answer, translate)
    date = translate.meeting_date(answer.held or (answer.date.isoformat() if answer.date else None))
    room = BUTTON_LIMIT - utf16_length(date) - len(", ")
    return f"{cut(tidy(answer.about), room)}, {date}"


def _meeting_row(meeting: Listed, translate: Translator) -> str:
    name = escape(cut(tidy(meeting.name) or translate(messages.UNNAMED_MEETING), _ROW_LIMIT))
    scene = (translate.meeting_date(meeting.date), meeting.place or "")
    where = [cut(tidy(part), _ROW_LIMIT) for part in scene if tidy(part)]
    return f"<b>{name}</b>\n{escape(', '.join(where))}"
