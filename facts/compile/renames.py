"""Pages without an article: if its file was renamed, page, ledger, edits and comments move along; else they are named.

A file was renamed if another one has its content to the letter, and no page or one in which nobody wrote. One that was
changed as well is known again by its sentences: most must stand in it, and it must be of the same day, since minutes of
two meetings may be alike; fewer are enough where title or address are the same, too. So are files whose names were
exchanged or passed on, where each holds hardly anything of what it did. The moved page is written before the former one
is deleted: who is interrupted has both, and the next compile deletes the one that has nothing of its own, also where
somebody has written into the other since.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import hashlib
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from pathlib import Path

import msgspec

from facts import articles, encoding
from facts.compile.successors import Successors
from facts.compile.tasks import Outcome, failed
from facts.files import again, remove_as_read, why
from facts.model import Article
from facts.naming import first_free
from facts.pages import base, keeping, ledger_file, merge
from facts.pages.known_again import KNOWN_BY_NAME, known_again, shared
from facts.pages.ledger import fact_digest
from facts.pages.page import Page
from facts.pages.page_rewriting import rewrite_page


def follow(
    known: Mapping[str, Article], files: Iterable[Path], base_dir: Path
) -> tuple[list[Outcome], dict[str, Path]]:
    """Let the pages of articles whose files were renamed follow them.

    `known` are the articles of the base, as their pages have them, but those whose files are surely as they were;
    `files` are those that are compiled now. Returns what was renamed, and where the files were that are gone all the
    same.
    """
    by_id = {path.stem: path for path in files if path.suffix.lower() in articles.READERS}
    gone = _without_file({id_: article for id_, article in known.items() if id_ not in by_id}, base_dir)
    for id_ in _left_behind(gone.keys(), base_dir):
        del gone[id_]
    moves, barred = _renamed(known, gone, by_id, base_dir)
    for id_ in barred.keys() & gone.keys():
        with contextlib.suppress(OSError, base.BaseError):  # then it is named, as others are
            page = base.load_text(_page_of(base_dir, id_))
            if _is_free(id_, barred[id_], base_dir):
                _give_way(page, id_, barred[id_], base_dir)
                del gone[id_]
    moves |= _changed_too({*gone, *_astonishing(known, by_id, base_dir)} - moves.keys(), moves, by_id, base_dir)
    outcomes = []
    waiting: dict[str, str] = {}
    for id_, path, now in _in_order(moves, {page.stem for page in base.page_files(base_dir)} if moves else set()):
        try:
            again(functools.partial(_move, id_, now, path, base_dir))
        except (OSError, ValueError, base.BaseError) as error:
            reason = why(error) if isinstance(error, OSError) else str(error)
            outcomes.append(failed(path, f"the page {_page_of(base_dir, id_)} cannot be made its own ({reason})"))
            break
        was = waiting.get(id_, id_)
        if now == path.stem:
            other = ", which is another article now" if was in by_id else ""
            outcomes.append(Outcome(articles.shown(path), now, "renamed", was=was, hint=other))
        else:
            waiting[now] = was
        gone.pop(id_, None)
    return outcomes, gone


def orphaned(gone: Mapping[str, Path], folders: Iterable[Path], base_dir: Path) -> Iterator[Outcome]:
    """The outcomes of the pages whose articles are gone, as `onrecord lint` tells them; look when all others are
    compiled. Where no folder was compiled, but single files, none."""
    left = gone if any(True for _ in folders) else {}
    successors = Successors(base_dir, gone.keys()) if left else None
    for id_, path in left.items():
        page = _page_of(base_dir, id_)
        hint = successors.hint(page, path.name) if successors else ""
        yield Outcome(articles.shown(path), id_, "orphaned", page=articles.shown(page), hint=hint)


def _without_file(known: Mapping[str, Article], base_dir: Path) -> dict[str, Path]:
    """The articles whose file is nowhere, and where it was."""
    gone = {}
    for id_, article in known.items():
        places = [root / article.file for root in (Path(), *base_dir.absolute().parents)]
        if not any(map(os.path.isfile, places)):
            gone[id_] = next((place for place in places if place.parent.is_dir()), places[0])
    return gone


def _renamed(
    known: Mapping[str, Article], gone: Collection[str], by_id: Mapping[str, Path], base_dir: Path
) -> tuple[dict[str, Path], dict[str, str]]:
    """The articles that are in files of other names now, to the letter; and those whose new names have pages in which
    somebody wrote, with these."""
    digests = {id_: _sha256(path) for id_, path in by_id.items() if id_ in known}
    astray = {id_ for id_, article in known.items() if id_ not in by_id and Path(article.file).stem != id_}
    other = {id_ for id_, sha256 in digests.items() if sha256 != known[id_].sha256}
    may_move = [id_ for id_ in known if id_ in {*gone, *astray, *other}]
    contents = {known[id_].sha256 for id_ in may_move}
    if not gone and not astray and not any(digests[id_] in contents for id_ in other):
        return {}, {}  # nothing but corrections: the other files need not be read
    digests |= {id_: _sha256(path) for id_, path in by_id.items() if id_ not in digests}
    moves: dict[str, str] = {}
    for id_ in may_move:
        # A file that has another text now was corrected, unless that is the text of another article that moved.
        if id_ not in by_id or digests[id_] in contents:
            same = [now for now, sha256 in digests.items() if sha256 == known[id_].sha256 and now not in moves.values()]
            moves |= {id_: same[0]} if same else {}
    barred: dict[str, str] = {}
    while taken := {id_: now for id_, now in moves.items() if now not in moves and not _is_free(now, id_, base_dir)}:
        barred |= taken
        moves = {id_: now for id_, now in moves.items() if id_ not in barred}
    return {id_: by_id[now] for id_, now in moves.items()}, barred


def _astonishing(known: Mapping[str, Article], by_id: Mapping[str, Path], base_dir: Path) -> Iterator[str]:
    """The articles whose files hold hardly anything of their pages any more: names may have been exchanged."""
    for id_ in known.keys() & by_id.keys():
        if _sha256(by_id[id_]) != known[id_].sha256:
            with contextlib.suppress(base.BaseError, articles.ArticleError):
                page, (article, _) = base.load_page(_page_of(base_dir, id_)), articles.read(by_id[id_])
                if shared([sentence.text for sentence in page.sentences], article) < KNOWN_BY_NAME:
                    yield id_


def _changed_too(
    left: Collection[str], moved: Mapping[str, Path], by_id: Mapping[str, Path], base_dir: Path
) -> dict[str, Path]:
    """The articles, of those that are left, that are in files of other names now, a little changed; each nearest to
    the other. The files are new ones, and those of the articles that are left themselves."""
    pages: dict[str, Page] = {}
    for id_ in sorted(left):
        with contextlib.suppress(base.BaseError):
            pages[id_] = base.load_page(_page_of(base_dir, id_))
    taken = moved.values()
    new = [
        path
        for id_, path in by_id.items()
        if path not in taken and (id_ in left or not os.path.exists(_page_of(base_dir, id_)))
    ]
    alike: list[tuple[float, str, Path]] = []
    for path in new if pages else ():
        with contextlib.suppress(articles.ArticleError):
            article, _ = articles.read(path)
            alike += [(share, id_, path) for id_, page in pages.items() if (share := known_again(page, article))]
    found: dict[str, Path] = {}
    for _, id_, path in sorted(alike, reverse=True):
        if id_ not in found and path not in found.values() and path.stem != id_:
            found[id_] = path
    while barred := [
        id_
        for id_, path in found.items()
        if path.stem not in {*found, *moved} and not _is_free(path.stem, id_, base_dir)
    ]:
        found = {id_: path for id_, path in found.items() if id_ not in barred}
    return found


def _in_order(moves: Mapping[str, Path], pages: Set[str]) -> Iterator[tuple[str, Path, str]]:
    """Moves of pages (id, file, new id) in an order in which none is written over that is to be moved itself.

    Where names were exchanged, one page waits under a name that none of all `pages` has.
    """
    left = dict(moves)
    while left:
        id_ = next((id_ for id_, path in left.items() if path.stem not in left), None)
        if id_ is None:
            id_, path = next(iter(left.items()))
            waiting = first_free(f"{id_}-renamed", pages)
            yield id_, path, waiting
            left[waiting] = left.pop(id_)
        else:
            path = left.pop(id_)
            yield id_, path, path.stem


def _move(id_: str, now: str, path: Path, base_dir: Path) -> None:
    """Make the page of an article that of a file, under another id. Raises BaseError, OSError."""
    before, after = _page_of(base_dir, id_), _page_of(base_dir, now)
    page, text = base.load_text(before)
    there = base.load_text(after) if after.exists() else None
    was = [*(there[0].compiled.was if there is not None else ()), *page.compiled.was, id_]
    was = [each for each in dict.fromkeys(was) if each != now]
    moved = dataclasses.replace(
        page,
        article=msgspec.structs.replace(page.article, id=now, file=articles.shown(path)),
        compiled=msgspec.structs.replace(page.compiled, read="", was=tuple(was)),
    )
    written = rewrite_page(page, text, moved)
    its = (there[0].compiled, there[1]) if there is not None else None
    ledger_file.save(after, written, moved.compiled, its, new=its is None)
    _delete(before, after, text)


def _give_way(read: tuple[Page, str], id_: str, now: str, base_dir: Path) -> None:
    """Delete a page that has nothing of its own, as its article has another page by now, in which somebody wrote.

    Raises files.ChangedError where it is not as it was read before that was known.
    """
    (former, text), before, after = read, _page_of(base_dir, id_), _page_of(base_dir, now)
    page = base.load_page(after)
    was = dict.fromkeys([*page.compiled.was, *former.compiled.was, id_])
    ledger_file.save_alone(
        after, msgspec.structs.replace(page.compiled, was=tuple(each for each in was if each != now))
    )
    _delete(before, after, text)


def _left_behind(gone: Set[str], base_dir: Path) -> list[str]:
    """Delete one of the two pages that a move leaves when it is interrupted; return the ids of those deleted."""
    pages = base.page_files(base_dir) if gone else []
    moved = {was: page.stem for page in pages for was in ledger_file.was(page) if was != page.stem}
    left = []
    for id_, now in [(id_, moved[id_]) for id_ in moved if id_ in gone]:
        # Where the file has got a third name since, either may be the one that somebody wrote into.
        for one, other in ((id_, now), (now, id_)):
            with contextlib.suppress(OSError, base.BaseError):  # then it is named, as others are
                page = base.load_text(_page_of(base_dir, one))
                if one in gone and _is_all_in(one, other, base_dir):
                    _give_way(page, one, other, base_dir)
                    left.append(one)
                    break
    return left


def _is_all_in(id_: str, other: str, base_dir: Path) -> bool:
    """Whether two pages are of the same text, and what people wrote into the first stands in the other one, too.

    Raises BaseError.
    """
    (page, text), (its, its_text) = (base.load_text(_page_of(base_dir, each)) for each in (id_, other))
    if page.article.sha256 != its.article.sha256 or keeping.lost(text, its_text):
        return False
    both = merge.merge(page, its)
    return (
        (both.article, both.meeting, both.sentences) == (its.article, its.meeting, its.sentences)
        and _said(both) == _said(its)
        and both.hidden <= its.hidden
        and both.checked <= its.checked
    )


def _said(page: Page) -> set[tuple[str, str]]:
    """The facts of a page, hidden or not, wherever they stand."""
    return {(fact.id, fact_digest(fact)) for fact in page.facts}


def _page_of(base_dir: Path, id_: str) -> Path:
    return base_dir / f"{id_}{base.SUFFIX}"


def _is_free(id_: str, other: str, base_dir: Path) -> bool:
    """Whether an article has no page, or one that is as the compiler wrote it, or that is all in another page."""
    page = _page_of(base_dir, id_)
    if not os.path.exists(page):  # nor one whose name is too long for a file
        return True
    with contextlib.suppress(base.BaseError):
        return merge.is_untouched(*base.load_text(page)) or _is_all_in(id_, other, base_dir)
    return False


def _delete(before: Path, after: Path, text: str) -> None:
    if not before.samefile(after):  # names may differ in their case alone
        remove_as_read(before, text.encode())
        ledger_file.delete_of(before)


def _sha256(path: Path) -> str | None:
    with contextlib.suppress(OSError):
        if path.is_file() and path.stat().st_size <= encoding.MAX_BYTES:
            return hashlib.sha256(path.read_bytes()).hexdigest()
    return None
