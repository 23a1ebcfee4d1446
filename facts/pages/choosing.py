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

SUFFIXES: Final = frozenset({base.SUFFIX, ".txt", ".md", ".markdown"})
"""What the names of pages and articles end in."""

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
    if not base.page_files(directory):
        raise base.no_base(directory)
    return directory / f"{article_id(name, directory)}{base.SUFFIX}"


def article_id(name: str, directory: Path, others: Iterable[str] = (), aside: Iterable[str] = ()) -> str:
    """The id of the article that a name means (see `page_file`) among those of a base and `others`, not yet compiled.

    `aside` are ids of articles that were taken out, besides those whose page was. Raises NoSuchPageError, BaseError.
    """
    paths = base.page_files(directory) if directory.is_dir() else []
    ids = {id_: id_ for id_ in (*others, *(path.stem for path in paths))}
    wanted = id_of(name)
    if wanted in ids:
        return wanted
    former = {was: path.stem for path in paths for was in ledger_file.was(path)}
    if wanted in former:
        return former[wanted]
    if wanted in aside or (directory / ASIDE / f"{wanted}{base.SUFFIX}").is_file():
        raise NoSuchPageError(f"{name}: {taken_out(wanted)}")
    for known in (ids, former):
        if meant := id_meant(name, known):
            return meant
    raise NoSuchPageError(f"{name}: there is no such article in {directory}{_near(wanted, former | ids)}")


def id_meant(name: str, ids: Mapping[str, str]) -> str | None:
    """What stands for the one of the ids that a name is, or is a part of; None where it is of none.

    Raises NoSuchPageError, which lists them, where it is of several.
    """
    meant = sorted({ids[each] for each in _called(id_of(name), ids)})
    if len(meant) > 1:
        raise NoSuchPageError(f"{name}: {len(meant)} articles are called so, say which: {_listed(meant)}")
    return meant[0] if meant else None


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
    is_file = path.suffix.lower() in SUFFIXES or path.name != name
    return path.stem if is_file else name


def _called(wanted: str, ids: Iterable[str]) -> list[str]:
    """The ids that a name is a part of, or the only one that it is."""
    holding = [each for each in ids if fold(wanted) in fold(each)] if wanted.strip() else []
    same = [each for each in holding if fold(each) == fold(wanted)]
    return same if len(same) == 1 else holding


def _near(wanted: str, ids: Mapping[str, str]) -> str:
    folded = {fold(id_): today for id_, today in ids.items()}
    near = difflib.get_close_matches(fold(wanted), folded, SHOWN, ALIKE)
    if not near:
        return "; “onrecord meetings” lists what is on record"
    return f"; the nearest: {', '.join(dict.fromkeys(folded[each] for each in near))}"


def _listed(ids: list[str]) -> str:
    more = f" and {len(ids) - SHOWN} more" if len(ids) > SHOWN else ""
    return ", ".join(ids[:SHOWN]) + more
