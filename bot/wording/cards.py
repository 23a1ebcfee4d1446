"""What is shown beside answers: a meeting's facts, other candidates, a meeting in a few lines, the greeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from bot.index import MeetingEntry
from bot.library import Digest
from bot.replies import Answer
from bot.wording import messages
from bot.wording.languages import ENGLISH, Translator
from bot.wording.paging import chunks, utf16_length
from bot.wording.press import Action, Press, name_of
from bot.wording.render import (
    BUTTON_LIMIT,
    Button,
    Message,
    more_button,
    offer,
    share_button,
    turning,
)
from bot.wording.sources import source_html
from bot.wording.text import cut, escape, tidy

FACTS_A_PAGE: Final = 5
CANDIDATES_A_PAGE: Final = 3
_QUESTION_LIMIT: Final = 300
_ANSWER_LIMIT: Final = 500
"""UTF-16 code units of an answer in a digest, which has short ones only."""
_CHUNK_LIMIT: Final = 1200
"""UTF-16 code units of an answer among others: a longer one goes on below another number, perhaps on the next page."""
_FACTS_LIMIT: Final = 3600
"""UTF-16 code units of the facts on a page; with what stands around them they stay below a message's limit."""
_NAME_LIMIT: Final = 160
_SOURCE_LIMIT: Final = 300
_SOURCES: Final = 2
"""Reports that a list names."""
_LIST_LIMIT: Final = 3000
"""UTF-16 code units of all that is listed; with name and sources it stays below a message's limit."""
_LISTED_LIMITS: Final = (_QUESTION_LIMIT, 200, 120, 80, 50, 30, 16)
"""UTF-16 code units of each question and answer in a list, the first that lets all of it into a message."""
_NUMBERS: Final = "①②③④⑤⑥⑦⑧⑨⑩"


def facts_message(answer: Answer, facts: Sequence[Answer], page: int, translate: Translator = ENGLISH) -> Message:
    """A page (from 0; brought into range) of what is on record about the meeting that an answer is about.

    A numbered button opens each fact; the last row turns the page and leads back to the answer.
    """
    pages = list(_pages(facts)) or [[]]
    page = min(max(page, 0), len(pages) - 1)
    shown = list(zip(_NUMBERS, pages[page], strict=False))
    name = cut(tidy(answer.about) or translate(messages.UNNAMED_MEETING), _NAME_LIMIT)
    lines = [
        f"<b>{escape(name)}</b>",
        *(f"{number} {escape(short(fact.question))}\n<b>{escape(said)}</b>" for number, (fact, said) in shown),
    ]
    if len(pages) > 1:
        lines.append(escape(translate(messages.PAGE, page=page + 1, pages=len(pages))))
    opening = tuple(Button(number, Press(Action.CHOOSE, fact=name_of(fact))) for number, (fact, _) in shown)
    this_page = Press(Action.SHOW_MORE, fact=name_of(answer), page=page)
    turns = turning(this_page, len(pages), translate(messages.BACK), translate(messages.ON))
    rows = (opening, turns, (_to_answer(answer, translate),))
    return Message("\n\n".join(lines), tuple(row for row in rows if row))


def candidates_message(
    rejected: Answer, candidates: Sequence[Answer], page: int, translate: Translator = ENGLISH
) -> Message:
    """A page (from 0; brought into range) of what else a question may mean that this fact did not answer."""
    pages = max(1, -(-len(candidates) // CANDIDATES_A_PAGE))
    page = min(max(page, 0), pages - 1)
    first = page * CANDIDATES_A_PAGE
    this_page = Press(Action.REJECT, fact=name_of(rejected), page=page)
    turns = turning(this_page, pages, translate(messages.BACK), translate(messages.ON))
    return offer(
        translate(messages.PERHAPS),
        candidates[first : first + CANDIDATES_A_PAGE],
        first + 1,
        (*turns, _to_answer(rejected, translate)),
    )


def digest_message(digest: Digest, title: str = "", translate: Translator = ENGLISH) -> Message:
    """A meeting in a few lines, below a title if there is one: its name, when and where, who, facts, the source."""
    meeting = digest.meeting
    name = cut(tidy(meeting.name) or translate(messages.UNNAMED_MEETING), _NAME_LIMIT)
    scene = [
        cut(tidy(part), _NAME_LIMIT)
        for part in (translate.meeting_date(meeting.date), meeting.place or "")
        if tidy(part)
    ]
    head = [*((escape(title),) if title else ()), f"<b>{escape(name)}</b>", escape(", ".join(scene))]
    lines = ["\n".join(head)]
    cited = (*((digest.who,) if digest.who else ()), *digest.facts)
    lines += [
        f"• {escape(short(fact.question))}\n<b>{escape(cut(tidy(fact.answer), _ANSWER_LIMIT))}</b>" for fact in cited
    ]
    buttons: tuple[tuple[Button, ...], ...] = ()
    if cited:
        lines.append("\n".join(dict.fromkeys(source_html(each, translate, _SOURCE_LIMIT) for each in cited)))
        buttons = ((more_button(cited[0], translate), share_button(cited[0], translate)),)
    elif meeting.source:
        lines.append(escape(cut(tidy(meeting.source), _SOURCE_LIMIT)))
    return Message("\n\n".join(lines), buttons)


def listing_message(meeting: MeetingEntry, answers: Sequence[Answer], translate: Translator = ENGLISH) -> Message:
    """All that is listed of a meeting, in its order: facts with their questions, lines of the report as they stand. Of
    many each is cut shorter, so that all are there; a button leads to all facts at length."""
    name = cut(tidy(meeting.name) or translate(messages.UNNAMED_MEETING), _NAME_LIMIT)
    sources = list(dict.fromkeys(source_html(each, translate, _SOURCE_LIMIT) for each in answers))[:_SOURCES]
    for limit in _LISTED_LIMITS:
        lines = [_listed(each, limit) for each in answers]
        if sum(map(utf16_length, lines)) + 2 * len(lines) <= _LIST_LIMIT:
            break
    while sum(map(utf16_length, lines)) + 2 * len(lines) > _LIST_LIMIT:
        lines.pop()
    buttons = (more_button(answers[0], translate), share_button(answers[0], translate))
    return Message("\n\n".join((f"<b>{escape(name)}</b>", *lines, "\n".join(sources))), (buttons,))


def _listed(answer: Answer, limit: int) -> str:
    """One of what is listed: a fact below its question, words of a sentence with it, a heading as it stands."""
    said = f"<b>{escape(cut(tidy(answer.answer), limit))}</b>"
    if not answer.read:
        return f"• {escape(cut(tidy(answer.question), limit))}\n{said}"
    quote = tidy(answer.evidence)
    return f"• {said}\n{escape(cut(quote, limit))}" if answer.marked and quote != tidy(answer.answer) else f"• {said}"


def greeting(text: str, openers: Sequence[Answer]) -> Message:
    """A greeting with questions that can be asked by a tap."""
    return Message(
        escape(text),
        tuple(
            (Button(cut(tidy(opener.question), BUTTON_LIMIT), Press(Action.ASK, fact=name_of(opener))),)
            for opener in openers
        ),
    )


def short(question: str) -> str:
    """A question in a line."""
    return cut(tidy(question), _QUESTION_LIMIT)


def _pages(facts: Sequence[Answer]) -> Iterator[list[tuple[Answer, str]]]:
    """Facts with their answers, whole or in chunks, as many on a page as fit."""
    page: list[tuple[Answer, str]] = []
    room = _FACTS_LIMIT
    for fact in facts:
        for said in chunks(tidy(fact.answer), _CHUNK_LIMIT):
            size = utf16_length(short(fact.question)) + utf16_length(said)
            if len(page) == FACTS_A_PAGE or (page and size > room):
                yield page
                page, room = [], _FACTS_LIMIT
            page.append((fact, said))
            room -= size
    if page:
        yield page


def _to_answer(answer: Answer, translate: Translator) -> Button:
    return Button(translate(messages.TO_ANSWER), Press(Action.RETURN, fact=name_of(answer)))
