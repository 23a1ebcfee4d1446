"""What there is to compile, and what came of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from facts import articles
from facts.compile import journal
from facts.files import FileStat
from facts.model import Article
from facts.pages.ledger import digest
from facts.pages.page import Page
from facts.pages.taken_out import taken_out, written_in


@dataclasses.dataclass(frozen=True, slots=True)
class Task:
    """One article to compile, with its page in the base as it is. `by` names the compiler."""

    path: Path
    base_dir: Path
    page: Page | None
    by: str


@dataclasses.dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one article: how many facts are answered from, how many are a person's, how many sentences
    were taken out of its page, warnings, or its error.

    `about_none` tells of one just compiled that its page names no meeting, `corrected` how many of its sentences notes
    correct, or may (None: it has no notes). `note` is what the next compile may know of
    it without reading it. Of one that was renamed `was` is its former id and `hint` what that is now, of one whose file
    is gone `page` the page that is left and `hint` which other file it may be now.
    """

    file: str
    id: str
    status: Literal["compiled", "unchanged", "failed", "renamed", "orphaned"]
    facts: int = 0
    kept: int = 0
    taken_out: int = 0
    warnings: tuple[str, ...] = ()
    error: str | None = None
    was: str | None = None
    page: str | None = None
    hint: str = ""
    about_none: bool = False
    corrected: int | None = None
    note: journal.Note | None = dataclasses.field(default=None, compare=False)

    def __str__(self) -> str:
        """Read as `id: what came of it`."""
        if self.status == "failed":
            return self.error or f"{self.file}: failed"
        if self.status == "renamed":
            return f"{self.id}: was “{self.was}”{self.hint}; its page moves along with all that was written into it"
        if self.status == "orphaned":
            remedy = f"{self.hint}take it out with “onrecord remove {self.id}”, or put the file back"
            return f"{self.page}: its article {self.file} is gone, and it goes on answering; {remedy}"
        count = f"{self.facts} fact{'' if self.facts == 1 else 's'}"
        kept = f", {self.kept} edited by hand" if self.kept else ""
        out = f", {self.taken_out} sentence{'' if self.taken_out == 1 else 's'} taken out" if self.taken_out else ""
        more = ", article unchanged" if self.status == "unchanged" else ", no meeting found" if self.about_none else ""
        return f"{self.id}: {count}{kept}{out}{_by_notes(self.corrected)}{more}"


def _by_notes(corrected: int | None) -> str:
    """What is said of the notes of an article that correct so many of its sentences."""
    if corrected is None:
        return ""
    if not corrected:
        return ", with a note that corrects none of its sentences"
    return f", {corrected} sentence{'' if corrected == 1 else 's'} corrected by a note"


Work = Callable[[Sequence[Task]], list[Outcome]]
"""Compiles a batch of articles; returns what came of each, in order."""


def failed(path: Path, reason: str) -> Outcome:
    """The outcome of an article that was not compiled."""
    file = articles.shown(path)
    return Outcome(file, path.stem, "failed", error=f"{file}: {reason}")


def unreadable(path: Path, error: articles.ArticleError) -> Outcome:
    """The outcome of an article that cannot be read."""
    return Outcome(error.file, path.stem, "failed", error=str(error))


def outcome_of(
    page: Page,
    article: Article,
    status: Literal["compiled", "unchanged"],
    warnings: tuple[str, ...],
    stats: tuple[FileStat | None, FileStat | None],
    *,
    new: bool = False,
) -> Outcome:
    """The outcome of an article; `stats` are how it and its page look, as far as that can be trusted.

    In a page that is `new` nothing is a person's.
    """
    shown, kept = len(page.shown()) - page.told_by_meeting(), 0 if new else len(page.edited())
    # What a compile has just read is back in its page.
    out = len(taken_out(page, written_in(article.text, page.compiled))) if status == "unchanged" else 0
    of_article, of_page = stats
    note = None
    if of_article is not None and of_page is not None:
        note = journal.Note(article.file, of_article, of_page, shown, kept, tuple(map(str, warnings)), out)
    about_none = status == "compiled" and page.meeting is None
    notes = page.notes().corrections if status == "compiled" else ()
    corrected = len({at for each in notes for at in each.corrects}) if notes else None
    done = Outcome(article.file, article.id, status, shown, kept, out, warnings, note=note)
    return dataclasses.replace(done, about_none=about_none, corrected=corrected)


def read_digest(article: Article) -> str:
    """Return the digest of all of an article that its facts follow from, and where its file is."""
    date = article.date.isoformat() if article.date else None
    return digest([article.sha256, article.file, date, article.source, article.title, article.url])
