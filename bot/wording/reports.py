"""What owners and editors are shown: how the bot is used, and what people asked in vain."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from bot.replies import Answer
from bot.store import Stats, Unanswered
from bot.wording import messages
from bot.wording.languages import ENGLISH, Translator, grouped
from bot.wording.press import Action, Press
from bot.wording.quotes import nearest_quote
from bot.wording.render import Button, Listed, Message, turning
from bot.wording.sources import source_line
from bot.wording.text import cut, escape, tidy

_ALSO: Final = 4
"""Other wordings of a question that are shown."""
_TEXT_LIMIT: Final = 240
"""UTF-16 code units that are shown of a question or an answer."""
_NAME_LIMIT: Final = 60
"""UTF-16 code units that are shown of a meeting's name or a fact's question: a picture's caption has 1,024."""
_NOTE_LIMIT: Final = 600
"""UTF-16 code units of what is said about the last press of a button."""
_QUOTE_LIMIT: Final = 900
"""UTF-16 code units of a quote."""
_NUMBERS: Final = "①②③④⑤"
_NO_BREAK: Final = "\u202f"


def stats_text(
    stats: Stats, names: Mapping[str, str], fact: Callable[[str], Answer | None], translate: Translator = ENGLISH
) -> str:
    """How the bot was used, in some lines; `names` are those of meetings by their articles, `fact` finds one by its
    key."""
    total = sum(day.questions for day in stats.days)
    lines = [
        translate.count(messages.STATS_TITLE, len(stats.days)),
        translate(messages.STATS_QUESTIONS, count=grouped(total)),
    ]
    if total:
        ended = {
            "answered": sum(day.answered for day in stats.days),
            "suggested": sum(day.suggested for day in stats.days),
            "silent": sum(day.silent for day in stats.days),
        }
        lines.append(translate(messages.STATS_REPLIES, **{name: _share(count, total) for name, count in ended.items()}))
    if any(count.times for count in stats.feedback):
        lines.append(translate(messages.STATS_FEEDBACK, **dict(stats.feedback)))
    if stats.p50_ms is not None and stats.p95_ms is not None:
        half, most = _milliseconds(stats.p50_ms), _milliseconds(stats.p95_ms)
        lines.append(translate(messages.STATS_SPEED, half=half, most=most))
    if stats.meetings:
        lines += ["", translate(messages.STATS_MEETINGS)]
        lines += [f"{grouped(meeting.times)} – {_name(meeting.name, names)}" for meeting in stats.meetings]
    rejected = [(found.question, each.times) for each in stats.rejected if (found := fact(each.name)) is not None]
    if rejected:
        lines += ["", translate(messages.STATS_REJECTED)]
        lines += [f"{grouped(times)} – {cut(tidy(question), _NAME_LIMIT)}" for question, times in rejected]
    return "\n".join(lines)


def unanswered_message(
    groups: Sequence[Sequence[Unanswered]],
    page: int,
    candidates: Sequence[Answer],
    note: str = "",
    translate: Translator = ENGLISH,
    read: Answer | None = None,
) -> Message:
    """A page (from 0; within range): one group of questions that are alike, and the facts that they come nearest to:
    a numbered button for each adds the question to it, another dismisses the question. Of questions that were read an
    answer, instead of facts, that answer (`read`; None if it is gone), and a button that keeps it as a fact."""
    head = f"{escape(cut(note, _NOTE_LIMIT))}\n\n" if note else ""
    if not groups:
        return Message(head + escape(translate(messages.IN_VAIN_NONE)))
    group = groups[page]
    first = group[0]
    last = datetime.datetime.fromtimestamp(max(question.last for question in group), datetime.UTC).date()
    times = sum(question.times for question in group)
    title = f"<b>{escape(translate(messages.IN_VAIN_TITLE if first.sentence is None else messages.READ_TITLE))}</b>"
    if len(groups) > 1:
        title += f", {escape(translate(messages.PAGE_OF, page=page + 1, pages=len(groups)))}"
    paragraphs = [
        title,
        f"{_shown(first.text)}\n{escape(translate.count(messages.IN_VAIN_TIMES, times, date=translate.date(last)))}",
    ]
    if others := group[1:]:
        lines = [escape(translate(messages.IN_VAIN_ALSO)), *(f"• {_shown(other.text)}" for other in others[:_ALSO])]
        if len(others) > _ALSO:
            lines.append(escape(translate.count(messages.IN_VAIN_MORE, len(others) - _ALSO)))
        paragraphs.append("\n".join(lines))
    keeping: tuple[Button, ...] = ()
    if first.sentence is None:
        paragraphs.append(escape(translate(messages.IN_VAIN_OFFER if candidates else messages.IN_VAIN_NOT_NEAR)))
    elif read is None:
        paragraphs.append(escape(translate(messages.READ_GONE)))
    else:
        paragraphs.append(escape(translate(messages.READ_OFFER)))
        paragraphs.append(_read(read, translate))
        keeping = (Button(translate(messages.KEEP), Press(Action.KEEP, question=first.key)),)
    numbered = list(zip(_NUMBERS, candidates, strict=False))
    paragraphs += [f"{number} {_shown(fact.question)}\n<b>{_shown(fact.answer)}</b>" for number, fact in numbered]
    rows = (
        tuple(Button(number, Press(Action.TEACH, question=first.key, fact=fact.key)) for number, fact in numbered),
        (*keeping, Button(translate(messages.DISMISS), Press(Action.DISMISS, question=first.key))),
        turning(
            Press(Action.TURN_UNANSWERED, page=page), len(groups), translate(messages.BACK), translate(messages.ON)
        ),
    )
    return Message(head + "\n\n".join(paragraphs), tuple(row for row in rows if row))


def in_full(question: str, meeting: Listed | None) -> str:
    """A question with the meeting that it was asked of, if it is one that does not say that itself.

    "where was it?" becomes "where was it, at “Moor Council”, 16 April 2024?".
    """
    if meeting is None:
        return question
    day = f", {ENGLISH.meeting_date(meeting.date)}" if meeting.date else ""
    return f"{tidy(question).rstrip(' ?.!')}, at “{tidy(meeting.name)}”{day}?"


def _read(answer: Answer, translate: Translator) -> str:
    """An answer that was read, the words of its sentence marked, and the source."""
    quote = nearest_quote(answer).excerpt(_QUOTE_LIMIT)
    source = escape(cut(source_line(answer, translate), _NAME_LIMIT))
    return f"<b>{_shown(answer.answer)}</b>\n<blockquote>{quote.html()}</blockquote>\n{source}"


def _name(article: str, names: Mapping[str, str]) -> str:
    return cut(tidy(names.get(article, article)), _NAME_LIMIT)


def _shown(text: str) -> str:
    return escape(cut(tidy(text), _TEXT_LIMIT))


def _share(count: int, total: int) -> str:
    return f"{count / total:.0%}".replace("%", f"{_NO_BREAK}%")


def _milliseconds(time: float) -> str:
    return f"{time:g}" if time != float("inf") else "> 5000"
