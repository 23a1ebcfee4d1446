"""What is to be said waits here until Telegram has taken it: all of it in memory, and in the database for whoever comes
after a crash. A message is taken up and let go in the same transactions as the updates that gave rise to them."""

from __future__ import annotations

import asyncio
import collections
import dataclasses
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal

import msgspec
from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.engine import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.commits import GroupCommit
from bot.store.database import Database
from bot.store.exchanges import Exchange, Exchanges
from bot.store.schema import deliveries, outbox

KEPT_S: Final = 24 * 60 * 60.0
"""Seconds after which what could not be said is not said any more."""

CLAIMED, DONE = "claimed", "done"
"""What a digest is to its subscriber: waiting here to be sent, or sent. (In between, it counts as `unsure`.)"""

Method = Literal["sendMessage", "editMessageText"]
"""The methods of the Bot API that say something."""


@dataclasses.dataclass(frozen=True, slots=True)
class Delivery:
    """The digest of an article that a chat, or a topic of it, is given."""

    chat: int
    thread: int | None
    article: str


@dataclasses.dataclass(frozen=True, slots=True)
class Outgoing:
    """Something to be said in a chat: a method of the Bot API and its parameters as a form has them (without the chat).

    `message` is the one to be edited; a negative number means the answer to the question of that number, which has none
    of its own yet. `exchange` and `delivery` say what is true when Telegram has taken it. `unsure` counts how often it
    was sent and nobody knows whether it arrived; `is_sent` says that it is on its way just now. `number` (0: none yet)
    tells messages apart and gives their order; `made` is when it was kept (Unix time in seconds), and `since`
    when this process began to know it, by a clock that is never set (seconds). `is_late` says that it gives way to
    what is not: whoever waits for it has waited already.
    """

    chat: int
    form: Mapping[str, str]
    message: int | None = None
    exchange: Exchange | None = None
    delivery: Delivery | None = None
    unsure: int = 0
    is_sent: bool = False
    number: int = 0
    made: int = 0
    since: float = 0.0
    is_late: bool = False

    @property
    def method(self) -> Method:
        """The method to be called."""
        return "sendMessage" if self.message is None else "editMessageText"


@dataclasses.dataclass(slots=True)
class _Queue:
    """What waits in a chat: messages in order, and the last edit of each message that is to be edited."""

    messages: collections.OrderedDict[int, Outgoing] = dataclasses.field(default_factory=collections.OrderedDict)
    edits: collections.OrderedDict[int, Outgoing] = dataclasses.field(default_factory=collections.OrderedDict)


class Outbox:
    """All that waits, chat by chat."""

    def __init__(
        self,
        database: Database,
        commits: GroupCommit,
        exchanges: Exchanges,
        clock: Callable[[], float],
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """Write here; exchanges are completed there; `clock` gives Unix time in seconds, `steady` seconds that nobody
        sets."""
        self._database, self._commits, self._exchanges = database, commits, exchanges
        self._clock, self._steady = clock, steady
        self._queues: dict[int, _Queue] = {}
        self._waiting = 0
        self._last = 0
        self._unfinished: list[Outgoing] = []
        self.arrived = 0

    def __len__(self) -> int:
        """How many messages wait, edits included."""
        return self._waiting

    def chats(self) -> tuple[int, ...]:
        """The chats in which something waits."""
        return tuple(self._queues)

    async def load(self) -> None:
        """Take up what an earlier process left. What is too old is let go, and so is the claim of a digest that is
        neither done nor waits. What was on its way when that process ended (`arrived` counts it) counts as taken: the
        machine has sent it all the same."""
        too_old = int(self._clock() - KEPT_S)
        async with self._database.begin() as connection:
            await connection.execute(delete(outbox).where(outbox.c.made < too_old))
            rows = (await connection.execute(select(outbox).order_by(outbox.c.number))).all()
            found = [_outgoing(row, self._steady()) for row in rows]
            arrived = [each for each in found if each.is_sent]
            if arrived:
                await self._done(connection, arrived)
            left = [each for each in found if not each.is_sent]
            claimed = (await connection.execute(select(deliveries).where(deliveries.c.state == CLAIMED))).all()
            waiting = {each.delivery for each in left}
            released = [
                claim
                for row in claimed
                if (claim := Delivery(row.chat, row.thread or None, row.article)) not in waiting
            ]
            if released:
                await self._release(connection, released)
        self.arrived = len(arrived)
        for each in left:
            self._put(each)
            self._last = max(self._last, each.number)
            if each.exchange is not None:
                self._exchanges.put(each.exchange)

    def keep(self, outgoing: Sequence[Outgoing]) -> tuple[asyncio.Future[None], list[Outgoing]]:
        """Keep what is to be said; what each is called from now on, and when all of it is in the database."""
        kept = [self._numbered(each) for each in outgoing]
        for each in kept:
            self._put(each)
        written = self._commits.submit(self._insert, kept)
        written.add_done_callback(self._finish_rest)
        return written, kept

    def first(self, chat: int) -> Outgoing | None:
        """What is to be said next in a chat: messages before edits, the oldest first."""
        queue = self._queues.get(chat)
        return None if queue is None else next(iter((queue.messages or queue.edits).values()))

    def has(self, outgoing: Outgoing) -> bool:
        """Whether this waits still, and nothing has taken its place."""
        queue = self._queues.get(outgoing.chat)
        if queue is None:
            return False
        if outgoing.message is None:
            return outgoing.number in queue.messages
        kept = queue.edits.get(outgoing.message)
        return kept is not None and kept.number == outgoing.number

    def is_too_old(self, outgoing: Outgoing) -> bool:
        """Whether it has waited for so long that it need not be said any more."""
        return self._steady() - outgoing.since > KEPT_S

    def sent(self, outgoing: Outgoing) -> asyncio.Future[None]:
        """All of it is on its way: whoever comes next must not say it again, as soon as that is written. (To edit a
        message again does no harm.)"""
        noted = dataclasses.replace(outgoing, is_sent=outgoing.message is None)
        return self._commits.submit(self._note, noted)

    def doubted(self, outgoing: Outgoing) -> None:
        """It was on its way and has had no answer for long: whoever ends now has to say it again."""
        if self.has(outgoing) and outgoing.message is None:
            self._commits.submit(self._note, outgoing)

    def failed(self, outgoing: Outgoing, *, unsure: bool) -> None:
        """It was not taken, or nobody knows: it waits again."""
        outgoing = dataclasses.replace(outgoing, unsure=outgoing.unsure + unsure)
        self._put(outgoing)
        self._commits.submit(self._note, outgoing)

    def taken(self, outgoing: Outgoing, message: int | None) -> asyncio.Future[None]:
        """Telegram has taken it, as a message of this number (None: it did not say which); when that is written."""
        self._drop(outgoing)
        written = self._finish(outgoing)
        exchange = outgoing.exchange
        if exchange is None:
            return written
        if outgoing.message is not None:
            self._exchanges.put(dataclasses.replace(exchange, answered_in=outgoing.message))
        elif message is None:
            self._withdraw(exchange)
        else:
            self._exchanges.complete(exchange, message)
            if (edit := self._edit_of(exchange)) is not None:
                self._drop(edit)
                self.replace(dataclasses.replace(edit, message=message))
        return written

    def refused(self, outgoing: Outgoing) -> None:
        """It will never be taken."""
        self._drop(outgoing)
        self._finish(outgoing)
        if outgoing.exchange is not None and outgoing.message is None:
            self._withdraw(outgoing.exchange)

    def replace(self, outgoing: Outgoing) -> None:
        """Let something that waits be said otherwise from now on; its number names it."""
        self._put(outgoing)
        self._commits.submit(self._update, outgoing)
        self._commits.submit(self._note, outgoing)

    def forget_where(self, matches: Callable[[Outgoing], bool]) -> None:
        """Say nothing any more of what matches."""
        for outgoing in [each for each in self._all() if matches(each)]:
            self.refused(outgoing)

    def move(self, old: int, new: int) -> None:
        """Say in a new chat what waits in the one that it was: as it reads by now, but not as replies, since messages
        have other numbers there, and without what was to be edited in messages of before."""
        for outgoing in [each for each in self._all() if each.chat == old and each.message is None]:
            edit = self._edit_of(outgoing.exchange) if outgoing.exchange is not None else None
            said = edit.form if edit is not None else outgoing.form
            form = {name: value for name, value in said.items() if name != "reply_parameters"}
            delivery = outgoing.delivery and Delivery(new, outgoing.delivery.thread, outgoing.delivery.article)
            self._drop(outgoing)
            if outgoing.exchange is not None:
                self._withdraw(outgoing.exchange)
            self.replace(dataclasses.replace(outgoing, chat=new, form=form, exchange=None, delivery=delivery))
        self.forget_where(lambda each: each.chat == old)
        if (queue := self._queues.get(new)) is not None:
            queue.messages = collections.OrderedDict(sorted(queue.messages.items()))

    def _all(self) -> Iterator[Outgoing]:
        for queue in self._queues.values():
            yield from queue.messages.values()
            yield from queue.edits.values()

    def _numbered(self, outgoing: Outgoing) -> Outgoing:
        now = self._clock()
        self._last = max(self._last + 1, int(now * 1_000_000))
        return dataclasses.replace(outgoing, number=self._last, made=int(now), since=self._steady())

    def _put(self, outgoing: Outgoing) -> None:
        queue = self._queues.setdefault(outgoing.chat, _Queue())
        if outgoing.message is None:
            self._waiting += outgoing.number not in queue.messages
            queue.messages[outgoing.number] = outgoing
            return
        earlier = queue.edits.get(outgoing.message)
        queue.edits[outgoing.message] = outgoing
        self._waiting += earlier is None
        if earlier is not None and earlier.number != outgoing.number:
            self._commits.submit(self._delete, earlier.number)

    def _finish(self, outgoing: Outgoing) -> asyncio.Future[None]:
        """Delete it from the database; if that cannot be written now, as soon as anything can be."""

        def see(written: asyncio.Future[None]) -> None:
            if not written.cancelled() and written.exception() is not None:
                self._unfinished.append(outgoing)

        written = self._commits.submit(self._done, outgoing)
        written.add_done_callback(see)
        return written

    def _finish_rest(self, written: asyncio.Future[None]) -> None:
        """Delete what could not be deleted before, now that the database works again."""
        if not self._unfinished or written.cancelled() or written.exception() is not None:
            return
        unfinished, self._unfinished = self._unfinished, []
        for each in unfinished:
            self._finish(each)

    def _drop(self, outgoing: Outgoing) -> None:
        """Take it out of memory; an edit that has been overtaken by another is there no more."""
        queue = self._queues.get(outgoing.chat)
        if queue is None:
            return
        if outgoing.message is None:
            self._waiting -= queue.messages.pop(outgoing.number, None) is not None
        elif (kept := queue.edits.get(outgoing.message)) is not None and kept.number == outgoing.number:
            del queue.edits[outgoing.message]
            self._waiting -= 1
        if not queue.messages and not queue.edits:
            del self._queues[outgoing.chat]

    def _withdraw(self, exchange: Exchange) -> None:
        """Forget the exchange of a message that nobody can find, and what was to be edited in it."""
        self._exchanges.withdraw(exchange)
        if (edit := self._edit_of(exchange)) is not None:
            self.refused(edit)

    def _edit_of(self, exchange: Exchange) -> Outgoing | None:
        """What waits to be edited in an answer that has no number of its own yet."""
        queue = self._queues.get(exchange.chat)
        return queue.edits.get(exchange.answered_in) if queue is not None else None

    async def _insert(self, connection: AsyncConnection, kept: Sequence[Sequence[Outgoing]]) -> None:
        if rows := [_row(each) for some in kept for each in some]:
            await connection.execute(insert(outbox), rows)

    async def _update(self, connection: AsyncConnection, changed: Sequence[Outgoing]) -> None:
        rows = [{**_row(each), "of_number": each.number} for each in changed]
        await connection.execute(update(outbox).where(_OF_NUMBER), rows)

    async def _note(self, connection: AsyncConnection, changed: Sequence[Outgoing]) -> None:
        """Note how it stands: the last of several things about one message holds."""
        rows = [{"of_number": each.number, "is_sent": each.is_sent, "unsure": each.unsure} for each in changed]
        await connection.execute(_NOTE, rows)

    async def _delete(self, connection: AsyncConnection, numbers: Sequence[int]) -> None:
        await connection.execute(delete(outbox).where(_OF_NUMBER), [{"of_number": number} for number in numbers])

    async def _done(self, connection: AsyncConnection, taken: Sequence[Outgoing]) -> None:
        await self._delete(connection, [each.number for each in taken])
        if delivered := [_keys(each.delivery) for each in taken if each.delivery is not None]:
            await connection.execute(update(deliveries).where(*_OF_DELIVERY).values(state=DONE), delivered)

    async def _release(self, connection: AsyncConnection, released: Sequence[Delivery]) -> None:
        await connection.execute(delete(deliveries).where(*_OF_DELIVERY), [_keys(each) for each in released])


class _After(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is true when a message has been taken, as the table has it."""

    exchange: Exchange | None = None
    delivery: Delivery | None = None


_OF_NUMBER: Final = outbox.c.number == bindparam("of_number")
_NOTE: Final = update(outbox).where(_OF_NUMBER)
_OF_DELIVERY: Final = (
    deliveries.c.chat == bindparam("of_chat"),
    deliveries.c.thread == bindparam("of_thread"),
    deliveries.c.article == bindparam("of_article"),
)


def _keys(delivery: Delivery) -> dict[str, Any]:
    return {"of_chat": delivery.chat, "of_thread": delivery.thread or 0, "of_article": delivery.article}


def _row(outgoing: Outgoing) -> dict[str, Any]:
    """What waits as the table has it: of an exchange without the question's words, which are never written down."""
    exchange = outgoing.exchange and dataclasses.replace(outgoing.exchange, question=None)
    return {
        "number": outgoing.number,
        "chat": outgoing.chat,
        "form": msgspec.json.encode(outgoing.form).decode(),
        "message": outgoing.message,
        "after": msgspec.json.encode(_After(exchange, outgoing.delivery)).decode(),
        "is_sent": outgoing.is_sent,
        "unsure": outgoing.unsure,
        "made": outgoing.made,
    }


def _outgoing(row: Row[Any], since: float) -> Outgoing:
    form = msgspec.json.decode(row.form, type=dict[str, str])
    after = msgspec.json.decode(row.after, type=_After)
    exchange, delivery = after.exchange, after.delivery
    return Outgoing(
        row.chat,
        form,
        row.message,
        exchange,
        delivery,
        row.unsure,
        row.is_sent,
        number=row.number,
        made=row.made,
        since=since,
    )
