"""What is answered to a question for yes or no from a sentence and the one after it, as it may be read."""

from __future__ import annotations

from stub_reader import StubReader, marks
from two_reports import record

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.replies import Context


def answers(question: str, sentence: str, after: str = "It rained.") -> list[str | None]:
    """What is answered where a sentence is read as a yes, as a no, and as neither."""
    index = Index([record("post", "2024-05-03", [], None, [sentence, after])])

    def said(yes: float, no: float) -> str | None:
        reader = SentenceReader(lambda: StubReader(marks({sentence: sentence}, yes=yes, no=no)))
        given = reply(question, index, Context(), reader)[0].answer
        return given.answer if given else None

    return [said(0.98, 0.01), said(0.01, 0.98), said(0.01, 0.01)]
