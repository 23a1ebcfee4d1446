"""What a compile prints: warnings and errors on stderr; on stdout a line an article, or a bar and a summary."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn, TextIO

from facts.articles import warning_line
from facts.compile.tasks import Outcome
from facts.encoding import for_terminals

if TYPE_CHECKING:
    from tqdm import tqdm


def has_bar() -> bool:
    """Whether a compile shows how far it is, as somebody looks on, in the place of a line an article."""
    return sys.stdout.isatty() and sys.stderr.isatty()


class Lines:
    """The output of one compile."""

    def __init__(self, *, bar: bool, changes_only: bool = False, line: Callable[[Outcome], str] = str) -> None:
        """Print a bar, or a line an article (or only of those that have changed)."""
        self._line = line
        self._changes_only = changes_only
        self._wants_bar = bar
        self._bar: tqdm[NoReturn] | None = None
        self._counts: defaultdict[str, int] = defaultdict(int)

    def begin(self, total: int) -> None:
        """Start the bar."""
        if self._wants_bar and total:
            from tqdm import tqdm

            self._bar = tqdm(total=total, unit="article", leave=False)

    def report(self, outcome: Outcome) -> None:
        """Print an outcome."""
        self._counts[outcome.status] += 1
        if outcome.status in ("failed", "orphaned"):
            self._print(str(outcome), sys.stderr)
        elif outcome.status == "renamed":
            self._print(str(outcome), sys.stdout)
        elif self._bar is None and not (self._changes_only and outcome.status == "unchanged"):
            print(self._line(outcome), flush=True)
        for warning in outcome.warnings if outcome.status == "compiled" else ():
            self._print(warning_line(outcome.file, warning), sys.stderr)
        if self._bar is not None and outcome.status not in ("renamed", "orphaned"):
            self._bar.update()

    def close(self) -> None:
        """End the bar with a summary."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None
            print(", ".join(f"{count} {status}" for status, count in sorted(self._counts.items())))

    def _print(self, line: str, stream: TextIO) -> None:
        if self._bar is not None:
            self._bar.clear()
        print(for_terminals(line), file=stream, flush=True)
