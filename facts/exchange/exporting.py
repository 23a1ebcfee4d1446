"""Pages of a base → a table of their facts."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Final, Literal

from facts.exchange import json_lines, squad, table
from facts.exchange.row import Passage, Row, passage_of
from facts.pages import base
from facts.pages.page import Page

Format = Literal["csv", "jsonl", "squad"]


def export(pages: Iterable[Page], form: Format, out: IO[str]) -> None:
    """Write the facts of pages that are answered from, in their order: what is hidden or overruled is left out."""
    FORMATS[form](map(passage_of, pages), out)


def pages(files: Sequence[Path], base_dir: Path, complain: Callable[[str], None]) -> Iterator[Page]:
    """The pages in these files, or all of a base if none are named; what is wrong with one goes to `complain`.

    Raises BaseError if there is no base, or it cannot be read.
    """
    files = files or base.page_files(base_dir)
    if not files:
        raise base.no_base(base_dir)
    return _loaded(files, complain)


def _loaded(files: Sequence[Path], complain: Callable[[str], None]) -> Iterator[Page]:
    for file in files:
        try:
            yield base.load_page(file)
        except base.BaseError as error:
            complain(str(error))


def _of_rows(write: Callable[[Iterable[Row], IO[str]], None]) -> Callable[[Iterable[Passage], IO[str]], None]:
    """A form whose rows stand by themselves."""
    return lambda passages, out: write(itertools.chain.from_iterable(each.rows for each in passages), out)


FORMATS: Final[Mapping[Format, Callable[[Iterable[Passage], IO[str]], None]]] = {
    "csv": _of_rows(table.write),
    "jsonl": _of_rows(json_lines.write),
    "squad": squad.write,
}
"""What writes each form."""
