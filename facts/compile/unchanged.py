"""Which articles need not be compiled: those that are as they were when this same compiler compiled them."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable
from pathlib import Path

from facts import articles, files
from facts.compile import journal
from facts.compile.tasks import Outcome, Task, failed, outcome_of, read_digest, unreadable
from facts.files import FileStat
from facts.model import Article
from facts.pages import base, ledger_file, merge
from facts.pages.page import Page


class Previous:
    """What earlier compiles left in a base: its pages, and notes of how they and their articles looked."""

    def __init__(self, base_dir: Path, by: str) -> None:
        """Load all pages but those that look as the last compile by the same compiler (`by`) left them.

        Raises BaseError if the base cannot be read.
        """
        self._base_dir = base_dir
        self._by = by
        self._notes = journal.read(base_dir, by)
        self._stats: dict[str, FileStat | None] = {}
        pages, broken = base.load_pages(base_dir, skip=self._is_noted)
        self._pages = {page.article.id: page for page in pages}
        self._named: set[base.BrokenPage] = set()
        self._broken = {article: each for each in broken for article in each.articles}
        as_noted = {name: note for name, note in self._notes.items() if self._stats.get(name) == note.page}
        self._known = {name: note for name, note in as_noted.items() if name not in self._pages}

    def _is_noted(self, page: Path) -> bool:
        self._stats[page.stem] = seen = files.stat_of(page)
        note = self._notes.get(page.stem)
        has_ledger = ledger_file.file_of(page).exists()
        return note is not None and note.page == seen and has_ledger and files.is_readable(page)

    def unchanged(self, path: Path) -> Outcome | Task:
        """What came of an article for which nothing needs to be parsed (it is bad, or as it was), else its task."""
        broken = self._broken.get(path.stem)
        if broken is not None:
            self._named.add(broken)
            return _of_broken(broken, path)
        note = self._known.get(path.stem)
        as_noted = note is not None and note.article == files.stat_of(path) and note.file == articles.shown(path)
        if note is not None and as_noted and files.is_readable(path):
            counts = note.facts, note.kept, note.taken_out
            return Outcome(note.file, path.stem, "unchanged", *counts, note.warnings, note=note)
        try:
            task = Task(path, self._base_dir, self._page(path.stem), self._by)
        except base.BaseError as error:
            return _of_broken(base.BrokenPage(frozenset({path.stem}), error.problems), path)
        return _as_it_was(task, self._stats.get(path.stem)) or task

    def broken(self) -> list[Outcome]:
        """The outcomes of pages that cannot be used and whose articles were not asked for."""
        unnamed = [each for each in dict.fromkeys(self._broken.values()) if each not in self._named]
        return [_of_broken(each, Path(each.problems[0].file)) for each in unnamed]

    def articles(self) -> dict[str, Article]:
        """The articles of all pages that can be read, by id, but those whose files look as they did."""
        known = {id_: page.article for id_, page in self._pages.items()}
        for id_, note in self._known.items():
            if files.stat_of(Path(note.file)) != note.article:
                with contextlib.suppress(base.BaseError):
                    known[id_] = base.load_page(self._base_dir / f"{id_}{base.SUFFIX}").article
        return known

    def _page(self, article: str) -> Page | None:
        if article in self._known:
            return base.load_page(self._base_dir / f"{article}{base.SUFFIX}")
        return self._pages.get(article)

    def keep(self, outcomes: Iterable[Outcome]) -> None:
        """Leave notes for the next compile."""
        fresh = {outcome.id: outcome.note for outcome in outcomes if outcome.note is not None}
        if fresh.items() - self._notes.items():
            journal.write(self._base_dir, self._by, {**self._known, **fresh})


def _of_broken(page: base.BrokenPage, path: Path) -> Outcome:
    """The outcome of an article whose page cannot be used: it is left as it is."""
    return Outcome(articles.shown(path), path.stem, "failed", error="\n".join(map(str, page.problems)))


def _as_it_was(task: Task, seen: FileStat | None) -> Outcome | None:
    """`Previous.unchanged` for what no note tells; `seen` is how the page looked before it was loaded."""
    page = task.page
    if page is None:
        return None
    stats = files.settled(files.stat_of(task.path)), files.settled(seen)
    try:
        article, warnings = articles.read(task.path)
    except articles.ArticleError as error:
        return unreadable(task.path, error)
    except base.BaseError as error:
        return Outcome(str(task.path), task.path.stem, "failed", error=str(error))
    if article.file != page.article.file and article.sha256 != page.article.sha256 and _is_still(page.article):
        return failed(task.path, f"has the same id as {page.article.file}, which is in the base; rename one of them")
    if page.compiled.by != task.by or page.compiled.read != read_digest(merge.corrected(article, page)):
        return None
    return outcome_of(page, article, "unchanged", warnings, stats)


def _is_still(article: Article) -> bool:
    """Whether the file that an article of the base was compiled from is still there as it was."""
    try:
        return hashlib.sha256(Path(article.file).read_bytes()).hexdigest() == article.sha256
    except OSError:
        return False
