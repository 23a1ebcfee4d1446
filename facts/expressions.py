"""Regular expressions that are compiled when they are first used.

There are hundreds, most of them in rules that a question seldom comes to: compiling all of them took a fifth of the
time from the start of a process to its first answer.
"""

from __future__ import annotations

import re
from typing import Any, Final, cast

_OF_COMPILED: Final = tuple(name for name in dir(re.Pattern) if not name.startswith("_") and name != "pattern")
"""What a compiled expression has besides its text."""


def expression(pattern: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """A regular expression, as `re.compile` gives it, but compiled when it is first used.

    What is wrong with it is told then, too: a test compiles all that stand in modules.

    >>> expression("b+", re.IGNORECASE).sub("c", "aBb")
    'ac'
    """
    return cast("re.Pattern[str]", Expression(pattern, flags))


class Expression:
    """Stands for a compiled expression, and becomes as quick as one when it is first used."""

    def __init__(self, pattern: str, flags: int | re.RegexFlag) -> None:
        """Take what `re.compile` takes."""
        self.pattern, self._given = pattern, flags

    def compiled(self) -> re.Pattern[str]:
        """The expression compiled."""
        return re.compile(self.pattern, self._given)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        """What a compiled expression has: asked for once, then at hand."""
        if name not in _OF_COMPILED:
            raise AttributeError(name)
        compiled = self.compiled()
        self.__dict__.update({each: getattr(compiled, each) for each in _OF_COMPILED})
        return self.__dict__[name]
