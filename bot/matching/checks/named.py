"""What a check may hold back, and what each is called."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, ParamSpec, TypeVar

Check = Callable[..., bool]
_About = ParamSpec("_About")
_Check = TypeVar("_Check", bound=Check)


class Of(enum.Flag):
    """What a check holds back."""

    SURE = enum.auto()
    """Words that were read, however sure the reader is of them."""
    READ = enum.auto()
    """Words that were read, where the reader is not certain."""
    YES_NO = enum.auto()
    """What a sentence says to a question for yes or no."""
    FACT = enum.auto()
    """A fact that fits by rules."""
    PLAIN = enum.auto()
    """A fact that is asked for in nearly its own words."""
    ALL = enum.auto()
    """Whatever would be answered from a sentence."""


def name_of(check: Callable[..., object]) -> str:
    """What a check is called in `--explain`: its module and its name.

    >>> from bot.matching import which_meeting
    >>> name_of(which_meeting.is_of_another_meeting)
    'which_meeting.is_of_another_meeting'
    """
    return f"{check.__module__.rpartition('.')[2]}.{check.__name__}"


def by(check: Callable[_About, object], *about: _About.args, **named: _About.kwargs) -> Iterator[str]:
    """The name of a check if it holds back what it is asked about, else nothing."""
    if check(*about, **named):
        yield name_of(check)


def for_each(table: Mapping[Of, tuple[_Check, ...]]) -> Mapping[Of, tuple[_Check, ...]]:
    """The checks of a table for each that they hold back."""
    return {of: tuple(check for its, checks in table.items() if of in its for check in checks) for of in Of}


def names_of_holding(checks: Iterable[Check], *about: Any) -> Iterator[str]:  # noqa: ANN401
    """The names of the checks that hold back what they are asked about, each worked out when it is asked for."""
    return (name_of(check) for check in checks if check(*about))
