"""Pages without an article: if its file was renamed, page, ledger, edits and comments move along; else they are named.

A file was renamed if another one has its content to the letter, and no page or one in which nobody wrote. One that was
changed as well is known again by its sentences: nearly all must stand in it, and it must be of the same day, since the
minutes of two meetings may be alike. The moved page is written before the former one is deleted: who is interrupted has
both, and the next compile deletes what has nothing of its own.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec

from facts import articles, encoding
from facts.compile.tasks import Outcome, failed
from facts.model import Article
from facts.pages import base, keeping, ledger_file, merge
from facts.pages.ledger import digest
from facts.pages.page import Page
from facts.pages.page_rewriting import rewrite_page
from facts.pages.page_writing import page_data
from facts.pages.quotes import Source, squeeze

KNOWN_AGAIN: Final = 0.8
"""Share of the letters of its sentences that an article and one of another name have in common if it was renamed."""


def follow(stood: Mapping[str, str], files: Sequence[Path], base_dir: Path) -> tuple[list[Outcome], dict[str, Path]]:
    """Let the pages of articles whose files were renamed follow them.

    `stood` are the files of all articles of the base, as their pages name them, `files` those that are compiled now.
    Returns what was renamed, and of the articles whose file is gone all the same where that was.
    """
    files = [path for path in files if path.suffix.lower() in articles.READERS]
    compiled = {path.stem for path in files}
    gone = _without_file({id_: file for id_, file in stood.items() if id_ not in compiled}, base_dir)
    for id_ in _left_behind(gone, base_dir):
        del gone[id_]
    outcomes = []
    for id_, path in _renamed(gone, files, base_dir).items():
        try:
            _move(id_, path, base_dir)
        except OSError as error:
            outcomes.append(failed(path, f"its page cannot be renamed ({error.strerror}: {error.filename})"))
        else:
            outcomes.append(Outcome(articles.shown(path), path.stem, "renamed", was=id_))
            del gone[id_]
    return outcomes, gone


def orphaned(gone: Mapping[str, Path], folders: Iterable[Path], base_dir: Path) -> list[Outcome]:
    """The outcomes of the pages whose articles are gone from some folders."""
    folders = [folder.absolute() for folder in folders]
    return [
        Outcome(articles.shown(path), id_, "orphaned", page=articles.shown(_page_of(base_dir, id_)))
        for id_, path in gone.items()
        if any(path.absolute().is_relative_to(folder) for folder in folders)
    ]


def _without_file(stood: Mapping[str, str], base_dir: Path) -> dict[str, Path]:
    """The articles whose file is nowhere, and where it was."""
    gone = {}
    for id_, file in stood.items():
        places = [root / file for root in (Path(), *base_dir.absolute().parents)]
        if not any(place.is_file() for place in places):
            gone[id_] = next((place for place in places if place.parent.is_dir()), places[0])
    return gone


def _renamed(gone: Iterable[str], files: Iterable[Path], base_dir: Path) -> dict[str, Path]:
    """Of articles whose files are gone, those that are in others of some files now."""
    pages: dict[str, Page] = {}
    for id_ in gone:
        with contextlib.suppress(base.BaseError):
            pages[id_] = base.load_page(_page_of(base_dir, id_))
    if not pages:
        return {}
    wanted = {page.article.sha256 for page in pages.values()}
    same = {path: sha256 for path in files if (sha256 := _sha256(path)) in wanted and _is_free(path, base_dir)}
    found: dict[str, Path] = {}
    for id_, page in pages.items():
        for path in [path for path, sha256 in same.items() if sha256 == page.article.sha256][:1]:
            found[id_] = path
            del same[path]
    new = [path for path in files if path not in found.values() and not _page_of(base_dir, path.stem).exists()]
    return found | _known_again({id_: page for id_, page in pages.items() if id_ not in found}, new)


def _move(id_: str, path: Path, base_dir: Path) -> None:
    """Make the page of an article that of a file of another name. Raises BaseError, OSError."""
    before, after = _page_of(base_dir, id_), _page_of(base_dir, path.stem)
    page, text = base.load_text(before)
    was = (*page.compiled.was, id_)
    if after.exists():
        was = (*base.load_page(after).compiled.was, *was)
    moved = dataclasses.replace(
        page,
        article=msgspec.structs.replace(page.article, id=path.stem, file=articles.shown(path)),
        compiled=msgspec.structs.replace(page.compiled, read="", was=tuple(dict.fromkeys(was))),
    )
    ledger_file.save(after, rewrite_page(page, text, moved), moved.compiled)
    _delete(before, after)


def _left_behind(gone: Iterable[str], base_dir: Path) -> list[str]:
    """Delete the pages that a move left behind when it was interrupted; return the ids of their articles."""
    left = []
    for id_ in gone:
        with contextlib.suppress(base.BaseError):
            before = _page_of(base_dir, id_)
            after = next((page for page in base.page_files(base_dir) if id_ in ledger_file.was(page)), None)
            if after is not None and _says_the_same(*base.load_text(before), *base.load_text(after)):
                _delete(before, after)
                left.append(id_)
    return left


def _says_the_same(page: Page, text: str, other: Page, its_text: str) -> bool:
    """Whether two pages differ in nothing but what their article is called."""
    one, two = page_data(page), page_data(other)
    names = {key: two["article"][key] for key in ("id", "file")}
    return one | {"article": one["article"] | names} == two and not keeping.lost(text, its_text)


def _page_of(base_dir: Path, id_: str) -> Path:
    return base_dir / f"{id_}{base.SUFFIX}"


def _known_again(pages: Mapping[str, Page], files: Sequence[Path]) -> dict[str, Path]:
    """Of pages, the articles that some files of other names and other words are, each nearest to the other."""
    if not pages:
        return {}
    alike: list[tuple[float, str, Path]] = []
    for path in files:
        with contextlib.suppress(articles.ArticleError):
            article, _ = articles.read(path)
            alike += [(_share(page, article), id_, path) for id_, page in pages.items() if _is_of_day(page, article)]
    found: dict[str, Path] = {}
    for share, id_, path in sorted(alike, reverse=True):
        if share >= KNOWN_AGAIN and id_ not in found and path not in found.values():
            found[id_] = path
    return found


def _share(page: Page, article: Article) -> float:
    """How much of the words of a page and an article stands in both, by whole sentences (0–1)."""
    texts = [sentence.text for sentence in page.sentences]
    spans = Source(article.text).sentences(texts)
    shared = sum(len(text) for text, span in zip(texts, spans, strict=True) if span is not None)
    mine, its = sum(map(len, texts)), sum(len(squeeze(article.text[slice(*span)])) for span in article.paragraphs)
    return shared / max(mine, its, 1)


def _is_of_day(page: Page, article: Article) -> bool:
    """Whether an article is of the day that the compiler read, or a person wrote, for a page's."""
    return page.article.date == article.date or page.compiled.article.get("date") == digest(article.date)


def _is_free(path: Path, base_dir: Path) -> bool:
    """Whether a file has no page, or one that is as the compiler wrote it."""
    page = _page_of(base_dir, path.stem)
    if not page.exists():
        return True
    with contextlib.suppress(base.BaseError):
        return merge.is_untouched(*base.load_text(page))
    return False


def _delete(before: Path, after: Path) -> None:
    if not before.samefile(after):  # names may differ in their case alone
        before.unlink()
        ledger_file.delete_of(before)


def _sha256(path: Path) -> str | None:
    with contextlib.suppress(OSError):
        if path.is_file() and path.stat().st_size <= encoding.MAX_BYTES:
            return hashlib.sha256(path.read_bytes()).hexdigest()
    return None
