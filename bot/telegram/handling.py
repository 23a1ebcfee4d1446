"""What an update that is being handled gives rise to: it is kept together with the fact that the update is handled."""

from __future__ import annotations

import contextlib
import contextvars
import dataclasses
from collections.abc import Iterator

from bot.store import Outgoing


@dataclasses.dataclass(slots=True)
class Handling:
    """One update under way: what is to be said because of it, in order, once it counts as handled."""

    outgoing: list[Outgoing] = dataclasses.field(default_factory=list)


_CURRENT: contextvars.ContextVar[Handling | None] = contextvars.ContextVar("handling", default=None)


def current() -> Handling | None:
    """The update that is being handled here; None where nothing came in, as for a digest."""
    return _CURRENT.get()


@contextlib.contextmanager
def begun() -> Iterator[Handling]:
    """While the body runs, in its task and those that it starts, an update is being handled."""
    handling = Handling()
    token = _CURRENT.set(handling)
    try:
        yield handling
    finally:
        _CURRENT.reset(token)
