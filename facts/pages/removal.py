"""Articles taken out of the record, and brought back: their files are set aside, each in a folder beside where it was.

An article's file goes first and its page last, each with one rename: who is interrupted has a page without an article,
which every compile names, and takes it out by saying so once more. Nothing is written over. Where a folder may not be
written or a move fails, nothing is moved.
"""

from __future__ import annotations

import contextlib
import dataclasses
import glob
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from facts.model import Article
from facts.pages import base, ledger_file
from facts.pages.choosing import ASIDE, SUFFIXES, NoSuchPageError, article_id, id_meant, id_of
from facts.pages.known_again import known_again


class RemovalError(Exception):
    """What cannot be taken out, brought back or deleted: why, and what to do."""


@dataclasses.dataclass(frozen=True, slots=True)
class Moved:
    """An article that was taken out or brought back: its id, and where its files lie now."""

    id: str
    files: tuple[Path, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class _Place:
    """A file where it is in use, and where it lies when it is taken out."""

    used: Path

    @property
    def aside(self) -> Path:
        return self.used.parent / ASIDE / self.used.name


def remove(name: str, base_dir: Path, seeds: Path) -> Moved:
    """Take an article out, named by file, id or a part of it: its file and its page, with all edits, are set aside.

    Articles that were never compiled are looked for in `seeds`. Raises RemovalError, BaseError if there is no base or
    it cannot be read, OSError.
    """
    id_ = _id_on_record(name, base_dir, seeds)
    page = _Place(base_dir / f"{id_}{base.SUFFIX}")
    places = [*_articles(page, id_, seeds), page]
    if os.path.isfile(name) and not any(place.used.exists() and place.used.samefile(name) for place in places):
        places = [_Place(Path(name))]  # the page of this id is that of another file
    used = [place for place in places if os.path.exists(place.used)]
    if taken := [place.aside for place in used if os.path.exists(place.aside)]:
        raise RemovalError(
            f"{id_}: an article of this id was taken out before and lies in {taken[0]}; "
            f"delete that with “onrecord remove --purge {id_}”"
        )
    return Moved(id_, _move_all(id_, [(place.used, place.aside) for place in used]))


def restore(name: str, base_dir: Path, seeds: Path) -> Moved:
    """Bring an article back that was taken out. Raises as `remove` does."""
    id_ = _id_aside(name, base_dir, seeds)
    page = _Place(base_dir / f"{id_}{base.SUFFIX}")
    aside = [place for place in (page, *_articles(page, id_, seeds)) if os.path.exists(place.aside)]
    if taken := [place.used for place in aside if os.path.exists(place.used)]:
        raise RemovalError(f"{id_}: {taken[0]} is there again; take it out or rename it first")
    if (again := _again(page, base_dir)) is not None:
        raise RemovalError(
            f"{id_}: its article was added again, perhaps changed, as {again}; to have this one, edits and all, in its "
            f"place, take {again} out first; to let that stay, delete this one with “onrecord remove --purge {id_}”"
        )
    moved = _move_all(id_, [(place.aside, place.used) for place in aside])
    ledger_file.delete_of(page.aside)  # where bringing it back was interrupted, it lies there still
    _tidy([page, *aside])
    return Moved(id_, moved)


def purge(name: str, base_dir: Path, seeds: Path) -> str:
    """Delete an article that was taken out and is named in full; return its id. Raises as `remove` does."""
    id_ = _id_aside(name, base_dir, seeds)
    if id_ != id_of(name):
        raise RemovalError(f"{name}: what is deleted for good is named in full; say “{id_}” if that is meant")
    page = _Place(base_dir / f"{id_}{base.SUFFIX}")
    places = [*_articles(page, id_, seeds), page]
    ledger_file.delete_of(page.aside)
    for place in places:
        place.aside.unlink(missing_ok=True)
    _tidy(places)
    return id_


def ids_aside(base_dir: Path, seeds: Path) -> list[str]:
    """The ids of the articles that were taken out."""
    files = (*(base_dir / ASIDE).glob(f"*{base.SUFFIX}"), *seeds.rglob(f"{ASIDE}/*"))
    return sorted({path.stem for path in files if path.is_file()})


def ids_among(seeds: Path) -> list[str]:
    """The ids of the articles among the seeds that are in use."""
    used = (place.used for place in _among(seeds))
    return [path.stem for path in used if path.suffix.lower() in SUFFIXES and path.exists()]


def _id_on_record(name: str, base_dir: Path, seeds: Path) -> str:
    """The id of the article that is meant among those that are in use, with or without a page."""
    if os.path.isfile(name):
        return id_of(name)
    try:
        return article_id(name, base_dir, ids_among(seeds), ids_aside(base_dir, seeds))
    except NoSuchPageError as error:
        raise RemovalError(str(error)) from error


def _id_aside(name: str, base_dir: Path, seeds: Path) -> str:
    """The id of the article that is meant among those that were taken out."""
    ids = ids_aside(base_dir, seeds)
    try:
        if id_ := id_of(name) if id_of(name) in ids else id_meant(name, {each: each for each in ids}):
            return id_
    except NoSuchPageError as error:
        raise RemovalError(str(error)) from error
    known = f"these were: {', '.join(ids)}" if ids else "none was"
    raise RemovalError(f"{name}: no such article was taken out ({known})")


def _again(page: _Place, base_dir: Path) -> str | None:
    """The id under which the article of a page has come among the seeds again since it was taken out, if it has.

    A report much like it that was there before, and still is, may stay beside it.
    """
    try:
        removed, since = base.load_page(page.aside), page.aside.stat().st_ctime_ns  # a rename sets it
    except (base.BaseError, OSError):
        return None
    found: list[tuple[float, str]] = []
    for path in base.page_files(base_dir):
        with contextlib.suppress(base.BaseError):
            other = base.load_page(path)
            files = [root / other.article.file for root in (Path(), *path.absolute().parents)]
            if any(file.is_file() and file.stat().st_ctime_ns > since for file in files):
                text = " ".join(sentence.text for sentence in other.sentences)
                whole = msgspec.structs.replace(other.article, text=text, paragraphs=((0, len(text)),))
                found += [(share, path.stem)] if (share := known_again(removed, whole)) else []
    return max(found)[1] if found else None


def _articles(page: _Place, id_: str, seeds: Path) -> list[_Place]:
    """Where the file of an article is or was: as its page says, else among the seeds."""
    for path in (page.used, page.aside):
        with contextlib.suppress(base.BaseError):
            article = base.load_page(path).article
            for root in (Path(), *path.absolute().parents):
                place = _Place(root / article.file)
                if any(_is_of(article, file, seeds) for file in (place.used, place.aside)):
                    return [place]
    return list(_among(seeds, id_))


def _is_of(article: Article, file: Path, seeds: Path) -> bool:
    """Whether a file that a page names is its article: one among the seeds, or what was compiled to the letter."""
    if not file.is_file() or file.stem != article.id:
        return False
    inside = file.resolve().is_relative_to(seeds.resolve())
    return inside or hashlib.sha256(file.read_bytes()).hexdigest() == article.sha256


def _among(seeds: Path, id_: str | None = None) -> Iterator[_Place]:
    """The files of an article of this id among the seeds, in use or set aside; of all, if it is not told."""
    for path in sorted(seeds.rglob("*" if id_ is None else f"{glob.escape(id_)}.*")):
        *folders, _ = path.relative_to(seeds).parts
        is_aside = folders[-1:] == [ASIDE]
        if (
            path.is_file()
            and id_ in (None, path.stem)
            and not any(each.startswith(".") for each in folders[: -1 if is_aside else None])
        ):
            yield _Place(path.parent.parent / path.name if is_aside else path)


def _move_all(id_: str, moves: Sequence[tuple[Path, Path]]) -> tuple[Path, ...]:
    """Move files, all or none. Raises RemovalError where a folder may not be written, and OSError."""
    touched = [file for move in moves for path in move for file in _with_ledger(path)]
    folders = dict.fromkeys(file.parent for file in touched if file.parent.is_dir())
    folders |= dict.fromkeys(folder.parent for _, to in moves if not (folder := to.parent).exists())
    if closed := next((folder for folder in folders if not os.access(folder, os.W_OK | os.X_OK)), None):
        raise RemovalError(f"{id_}: nothing was moved, as {closed} may not be written; give yourself that right there")
    try:
        return tuple(_move(path, to) for path, to in moves)
    except OSError:
        for path, to in reversed(moves):
            with contextlib.suppress(OSError):
                if not path.exists():
                    _move(to, path)
                elif path.suffix == base.SUFFIX:
                    ledger_file.delete_of(to)
        _tidy(_Place(path if to.parent.name == ASIDE else to) for path, to in moves)
        raise


def _with_ledger(path: Path) -> list[Path]:
    """A file with its ledger, if it is a page."""
    return [path, ledger_file.file_of(path)] if path.suffix == base.SUFFIX else [path]


def _move(path: Path, to: Path) -> Path:
    if path.suffix == base.SUFFIX:
        ledger_file.move(path, to)
    else:
        to.parent.mkdir(exist_ok=True)
        path.rename(to)
    return to


def _tidy(places: Iterable[_Place]) -> None:
    """Take folders away in which nothing is set aside any more."""
    for folder in {place.aside.parent for place in places}:
        for each in (folder / ledger_file.FOLDER, folder):
            with contextlib.suppress(OSError):
                each.rmdir()
