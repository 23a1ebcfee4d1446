"""Where an answer stands, as it is told below it: source, date and address, and what notes say against its quote."""

from __future__ import annotations

from typing import Final

from bot.replies import Answer
from bot.wording import messages
from bot.wording.languages import Translator
from bot.wording.text import UNSEEN, cut, escape, in_quote_marks, tidy
from facts.expressions import expression
from facts.model import Citation

_ENDS_WITH_DAY: Final = expression(r"\b\d{1,2} [A-Z][a-z]+ \d{4}$")
_URL_LIMIT: Final = 2048
_NOTES: Final = 2
"""Sentences of notes that correct a quote which are shown below it, each in at most _NOTE_LIMIT."""
_NOTE_LIMIT: Final = 200


def source_html(cited: Answer | Citation, translate: Translator, limit: int) -> str:
    """Where an answer stands, cut to so many UTF-16 code units, as a link if it has an address."""
    source = escape(cut(source_line(cited, translate), limit))
    url = web_address(cited.url)
    return f'<a href="{escape(url)}">{source}</a>' if url else source


def source_line(answer: Answer | Citation, translate: Translator) -> str:
    """Where an answer stands: its source, else its article’s headline, else its id; and the date, if that says none.

    Of a list that has no date it says when that came in; of a note that corrects the article, that it is one.
    """
    source = tidy(answer.source or "") or tidy(answer.title or "") or tidy(answer.article)
    noted = answer.corrects if isinstance(answer, Answer) else None
    if noted:
        return f"{source}, {translate(messages.CORRECTION_OF, date=translate.meeting_date(noted))}"
    behind = "" if noted is None else f", {translate(messages.CORRECTION)}"
    if answer.date is None:
        dated = source if _ENDS_WITH_DAY.search(source) else f"{source}, {translate(messages.UNDATED)}"
    else:
        date = translate.date(answer.date)
        dated = source if source.endswith(date) else f"{source}, {date}"
    return dated + behind


def notes(answer: Answer, translate: Translator) -> list[str]:
    """What the notes of its article say against a quote."""
    told = []
    for each in answer.corrected[:_NOTES]:
        said = in_quote_marks(cut(tidy(each.text), _NOTE_LIMIT))
        date = translate.meeting_date(each.date) if each.date else ""
        message = messages.CORRECTED_ON if date else messages.CORRECTED
        told.append(translate(message, note=said, date=date))
    return told


def web_address(url: str | None) -> str | None:
    """The address if it is one that Telegram links to; None if not."""
    url = (url or "").strip()
    fits = len(url) <= _URL_LIMIT and not UNSEEN.search(url)
    return url if fits and url.lower().startswith(("http://", "https://")) else None
