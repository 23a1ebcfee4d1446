"""Articles and their pages: which lack the other, which are out of step, which stand there twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from facts import articles
from facts.linting.finding import Finding, finding_of
from facts.linting.sheet import Sheet
from facts.pages import ledger_file
from facts.pages.base import SUFFIX, BrokenPage
from facts.pages.doubles import REMEDY, doubles


def unpaired(
    directory: Path, sheets: Sequence[Sheet], broken: Sequence[BrokenPage], files: Sequence[Path]
) -> Iterator[Finding]:
    """What is wrong with the pages of a base and its articles as a whole; `files` are the articles' files."""
    for page in broken:
        yield from map(finding_of, page.problems)
    known = {sheet.page.article.id for sheet in sheets} | {name for page in broken for name in page.articles}
    by_id: defaultdict[str, list[Path]] = defaultdict(list)
    for file in files:
        by_id[file.stem].append(file)
    for sheet in sheets:
        yield from _of_page(sheet, by_id.get(sheet.page.article.id, []))
    if not known or not known.isdisjoint(by_id):  # else the base was made of other articles
        yield from _of_articles(by_id, known)
    yield from _double(sheets)
    yield from _lone_ledgers(directory, known)


def _of_page(sheet: Sheet, files: Sequence[Path]) -> Iterator[Finding]:
    article = sheet.page.article
    if sheet.article_file is None and files:
        what = f"the article is {articles.shown(files[0])} today and not {article.file}"
        yield sheet.finding(("article", "file"), "no-article", what, "run “onrecord compile”")
    elif sheet.article_file is None:
        remedy = "restore it, or take the article out with “onrecord remove”; until then the page goes on answering"
        yield sheet.finding(("article", "file"), "no-article", f"there is no article {article.file} any more", remedy)
    elif sheet.is_stale and (unread := _unreadable(sheet.article_file)) is not None:
        yield unread
    elif sheet.is_stale:
        what = f"{article.file} has changed since it was compiled"
        yield sheet.finding(("article", "sha256"), "stale-page", what, "run “onrecord compile”")
    if sheet.page.compiled.is_missing():
        what = f"has no ledger ({ledger_file.file_of(sheet.path)}), so that nobody knows what in it is yours"
        remedy = "restore that file; or run “onrecord compile”: a fact that you had deleted comes back then"
        yield sheet.finding(("schema",), "no-ledger", what, remedy)


def _of_articles(by_id: dict[str, list[Path]], known: Collection[str]) -> Iterator[Finding]:
    for name, files in by_id.items():
        readable = [file for file in files if file.suffix.lower() in articles.READERS]
        if len(readable) > 1:
            others = ", ".join(map(articles.shown, readable[1:]))
            what = f"has the same id “{name}” as {others}, so that none is compiled"
            yield Finding(articles.shown(readable[0]), 0, "double-article", what, "rename one of them")
            continue
        for file in files:
            if file not in readable or name not in known:
                yield _without_page(file)


def _without_page(file: Path) -> Finding:
    no_page = Finding(articles.shown(file), 0, "no-page", "has no page in the base", "run “onrecord compile”")
    return _unreadable(file) or no_page


def _unreadable(file: Path) -> Finding | None:
    try:
        articles.read(file)
    except articles.ArticleError as error:
        what, _, remedy = error.reason.partition("; ")
        return Finding(error.file, error.line or 0, "unreadable-article", what, remedy)
    return None


def _double(sheets: Sequence[Sheet]) -> Iterator[Finding]:
    """Reports that are in the base twice, by their bytes or their address."""
    by_id = {sheet.page.article.id: sheet for sheet in sheets}
    for double in doubles(sheet.page.article for sheet in sheets):
        sheet = by_id[double.article.id]
        yield sheet.finding(("article", double.key), "double-article", double.what, REMEDY)


def _lone_ledgers(directory: Path, known: Collection[str]) -> Iterator[Finding]:
    for file in sorted((directory / ledger_file.FOLDER).glob("*.json")):
        if file.stem not in known and not file.name.startswith("."):
            what = f"the page {file.stem}{SUFFIX} that it belongs to is not there"
            yield Finding(str(file), 0, "lone-ledger", what, "restore the page, or delete this file")
