"""Which page of a base a person means: by the id of its article, by a file, or by a part of the id."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
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
    """The page that is meant by an id or a part of one, today's before a former one, or by the file of page or article.

    Raises NoSuchPageError; BaseError if the base cannot be read or there is none.
    """
    pages = {path.stem: path for path in base.page_files(directory)}
    if not pages:
        raise base.no_base(directory)
    wanted = id_of(name)
    if wanted in pages:
        return pages[wanted]
    former = {was: path for path in pages.values() for was in ledger_file.was(path)}
    if wanted in former:
        return former[wanted]
    for ids in (pages, former):
        if meant := {ids[each] for each in _called(wanted, ids)}:
            if len(meant) == 1:
                return meant.pop()
            listed = _listed(sorted(path.stem for path in meant))
            raise NoSuchPageError(f"{name}: {len(meant)} articles are called so, say which: {listed}")
    if (directory / ASIDE / f"{wanted}{base.SUFFIX}").is_file():
        raise NoSuchPageError(f"{name}: {taken_out(wanted)}")
    raise NoSuchPageError(f"{name}: there is no such article in {directory}{_near(wanted, former | pages)}")


def former_id(name: str, page: Path) -> str | None:
    """The former id of its article by which a page was meant; None if it was meant by today's."""
    wanted, was = id_of(name), ledger_file.was(page)
    if wanted in was:
        return wanted
    return None if _called(wanted, [page.stem]) else next(iter(_called(wanted, was)), None)


def taken_out(id_: str) -> str:
    """What is said of an article that was taken out of the record, and how to bring it back."""
    return f"this article was taken out of the record; “onrecord remove --restore {id_}” brings it back"


def id_of(name: str) -> str:
    """The id that a file's name gives, or the name as it is."""
    path = Path(name)
    is_file = path.suffix.lower() in {base.SUFFIX, ".txt", ".md", ".markdown"} or path.name != name
    return path.stem if is_file else name


def _called(wanted: str, ids: Iterable[str]) -> list[str]:
    """The ids that a name is a part of, or the only one that it is."""
    holding = [each for each in ids if fold(wanted) in fold(each)] if wanted.strip() else []
    same = [each for each in holding if fold(each) == fold(wanted)]
    return same if len(same) == 1 else holding


def _near(wanted: str, pages: Mapping[str, Path]) -> str:
    folded = {fold(id_): page.stem for id_, page in pages.items()}
    near = difflib.get_close_matches(fold(wanted), folded, SHOWN, ALIKE)
    if not near:
        return "; “onrecord meetings” lists what is on record"
    return f"; the nearest: {', '.join(dict.fromkeys(folded[each] for each in near))}"


def _listed(ids: list[str]) -> str:
    more = f" and {len(ids) - SHOWN} more" if len(ids) > SHOWN else ""
    return ", ".join(ids[:SHOWN]) + more
