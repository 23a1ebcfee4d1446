"""Which page of a base a person means: by the id of its article, by a file, or by a part of the id."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from facts.folding import fold
from facts.pages import base, ledger_file

ASIDE: Final = ".removed"
"""The folder, beside files that are in use, of those that were taken out; its name hides it from compiler and index."""

SHOWN: Final = 5
"""Ids that are offered where none, or more than one, is meant."""
ALIKE: Final = 0.5
"""Likeness (0–1, of the letters) from which an id is offered for another."""


class NoSuchPageError(Exception):
    """No page, or more than one, is meant: what was looked for, and which ids come near it."""


def page_file(name: str, directory: Path) -> Path:
    """The page that is meant by an id, today's or a former one, by the file of page or article, or by a part of one id.

    Raises NoSuchPageError; BaseError if the base cannot be read or there is none.
    """
    pages = {path.stem: path for path in base.page_files(directory)}
    if not pages:
        raise base.no_base(directory)
    wanted = id_of(name)
    if wanted in pages:
        return pages[wanted]
    if now := [path for path in pages.values() if wanted in ledger_file.was(path)]:
        return now[0]
    holding = [article for article in pages if fold(wanted) in fold(article)] if wanted.strip() else []
    same = [article for article in holding if fold(article) == fold(wanted)]
    if len(same) == 1 or len(holding) == 1:
        return pages[(same or holding)[0]]
    if holding:
        raise NoSuchPageError(f"{name}: {len(holding)} articles are called so, say which: {_listed(sorted(holding))}")
    if (directory / ASIDE / f"{wanted}{base.SUFFIX}").is_file():
        raise NoSuchPageError(f"{name}: {taken_out(wanted)}")
    raise NoSuchPageError(f"{name}: there is no such article in {directory}{_near(wanted, pages)}")


def taken_out(id_: str) -> str:
    """What is said of an article that was taken out of the record, and how to bring it back."""
    return f"this article was taken out of the record; “onrecord remove --restore {id_}” brings it back"


def id_of(name: str) -> str:
    """The id that a file's name gives, or the name as it is."""
    path = Path(name)
    is_file = path.suffix.lower() in {base.SUFFIX, ".txt", ".md", ".markdown"} or path.name != name
    return path.stem if is_file else name


def _near(wanted: str, ids: Iterable[str]) -> str:
    folded = {fold(article): article for article in ids}
    near = difflib.get_close_matches(fold(wanted), folded, SHOWN, ALIKE)
    if not near:
        return "; “onrecord meetings” lists what is on record"
    return f"; the nearest: {', '.join(folded[each] for each in near)}"


def _listed(ids: list[str]) -> str:
    more = f" and {len(ids) - SHOWN} more" if len(ids) > SHOWN else ""
    return ", ".join(ids[:SHOWN]) + more
