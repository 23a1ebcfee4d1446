"""Which of the bot's messages answers which message, for as long as a process remembers: so that an edited question
edits its answer, and a reply to an answer goes on from there."""

from __future__ import annotations

import collections
import dataclasses
from typing import Final

from bot.replies import Context

LIMIT: Final = 20_000
"""Exchanges remembered; the oldest goes first."""


@dataclasses.dataclass(frozen=True, slots=True)
class Exchange:
    """A question and where its answer stands; what the conversation was about before it and after it."""

    chat: int
    asked_in: int
    answered_in: int
    question: str
    before: Context
    after: Context


class Exchanges:
    """The exchanges remembered, by either message."""

    def __init__(self, limit: int = LIMIT) -> None:
        """Remember at most `limit` exchanges."""
        self._limit = limit
        self._by_question: collections.OrderedDict[tuple[int, int], Exchange] = collections.OrderedDict()
        self._by_answer: dict[tuple[int, int], Exchange] = {}

    def put(self, exchange: Exchange) -> None:
        """Remember an exchange, in place of one of the same question."""
        self._forget((exchange.chat, exchange.asked_in))
        self._by_question[exchange.chat, exchange.asked_in] = exchange
        self._by_answer[exchange.chat, exchange.answered_in] = exchange
        while len(self._by_question) > self._limit:
            self._forget(next(iter(self._by_question)))

    def of_question(self, chat: int, message: int) -> Exchange | None:
        """The exchange that this message began."""
        return self._by_question.get((chat, message))

    def of_answer(self, chat: int, message: int) -> Exchange | None:
        """The exchange that this message of the bot's answers."""
        return self._by_answer.get((chat, message))

    def forget_chat(self, chat: int) -> None:
        """Forget all exchanges of a chat."""
        for key in [key for key in self._by_question if key[0] == chat]:
            self._forget(key)

    def _forget(self, question: tuple[int, int]) -> None:
        exchange = self._by_question.pop(question, None)
        if exchange is not None:
            self._by_answer.pop((exchange.chat, exchange.answered_in), None)
