"""`onrecord import`: rows of questions and answers become facts of an article of their own."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from facts import articles, encoding, files
from facts.compile import compiler
from facts.exchange import english, reading
from facts.exchange.article import (
    About,
    ArticleError,
    extended,
    front_matter,
    is_imported,
    new_page,
    was_withdrawn,
    with_rows,
)
from facts.exchange.given import FormError
from facts.exchange.reading import PlacedRow
from facts.exchange.row import Row, meeting_of
from facts.incoming import memory
from facts.incoming.document import Document
from facts.incoming.shelf import name_of
from facts.model import Article
from facts.naming import numbered
from facts.pages import base
from facts.pages.page import Page

LONGEST_ID: Final = 150
"""Longest id of an article, in bytes of UTF-8."""


_IMPORTED: Final = ", imported "
"""What stands between the title of an undated list and the day on which it came in, where it is cited."""
_FIELDS: Final = tuple(field.name for field in dataclasses.fields(About))


@dataclasses.dataclass(frozen=True, slots=True)
class Group:
    """The rows of one article, what they say of it, and the id that it is to have if that is free.

    `named` says whether they name it themselves; else `file` is what is cited where nothing better is known.
    """

    wanted: str
    about: About
    rows: tuple[PlacedRow, ...]
    named: bool
    file: str = ""

    def cited(self, today: datetime.date) -> About:
        """What is said of the article, with what is cited in the place of a source that is not known.

        A day on which something was written is not made up: what has none, nor one in its name, is said to be imported
        today.
        """
        label = self.about.title or self.file
        if self.named or self.about.source or self.about.url:
            return self.about
        date = self.about.date or articles.day_of_name(self.wanted)
        day = "" if date else f"{_IMPORTED}{today.day} {today:%B %Y}"
        return dataclasses.replace(self.about, source=f"{label}{day}", date=date)

    def is_of(self, article: Article) -> bool:
        """Whether its rows say the same of theirs as is known of an article that an import made."""
        cited = self.cited(datetime.date.today())
        source = article.source or (cited.source if self.about.source is None else None)
        known = (article.title, article.date, article.url, _without_day(source))
        return known == (cited.title, cited.date, cited.url, _without_day(cited.source))


def _without_day(source: str | None) -> str:
    """What is cited, without the day on which it was imported."""
    return (source or "").partition(_IMPORTED)[0]


@dataclasses.dataclass(frozen=True, slots=True)
class Brought:
    """What became of a group: its article, how many of its facts are new, how many were on record already, and how many
    a person has taken out of it since."""

    id: str
    added: int
    known: int
    withdrawn: int

    def __str__(self) -> str:
        """Read as `id: what came of it`."""
        known = f", {self.known} on record already" if self.known else ""
        withdrawn = f", {self.withdrawn} taken out or written over in its page since" if self.withdrawn else ""
        return f"{self.id}: {self.added} fact{'' if self.added == 1 else 's'}{known}{withdrawn}"


def run(file: Path, seeds: Path, base_dir: Path, name: str, title: str | None = None) -> int:
    """Import a file, which is called `name` in what is said: a line an article on stdout, what is wrong on stderr.

    `title` is that of the article where rows give none. Returns the exit status: 0, or 1 if something could not be
    imported.
    """
    try:
        found = reading.read(file, name)
    except FormError as error:
        return _complain([f"{name}{f':{error.line}' if error.line else ''}: {error.reason}"])
    groups, contradicting = grouped(found.rows, Path(name), title)
    print(*found.warnings, sep="\n", end="\n" if found.warnings else "", file=sys.stderr)
    problems = [*found.problems, *contradicting]
    try:
        seeds.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return _complain([*problems, f"{seeds}: no folder of articles can be made there ({error.strerror})"])
    try:
        with memory.alone(seeds):
            problems += _brought(groups, Folders(seeds, base_dir), name)
    except OSError as error:
        return _complain([*problems, f"{seeds}: nothing can be written there ({files.why(error)})"])
    if not groups and not problems:
        problems.append(f"{name}: has no questions with answers")
    return _complain(problems)


def _brought(groups: Iterable[Group], folders: Folders, name: str) -> Iterator[str]:
    """Bring groups in, with a line on each; yield what is wrong."""
    for group in groups:
        try:
            brought = files.again(functools.partial(bring, group, folders))
        except (ArticleError, base.BaseError) as error:
            yield f"{name}: {group.wanted}: {error}"
        except OSError as error:
            yield f"{name}: {group.wanted} cannot be written ({files.why(error)})"
        else:
            print(f"{brought}, from {name}")


def _complain(problems: Sequence[str]) -> int:
    """Say what is wrong; return the exit status."""
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def grouped(rows: Iterable[PlacedRow], file: Path, title: str | None = None) -> tuple[list[Group], list[str]]:
    """Rows by the article that they name, or else by what they say of theirs; and what to say of those that contradict
    others or are not in English.

    What the first row of an article says of it holds for all, and `title` where none says it. `file` is theirs.
    """
    groups: dict[str | About, tuple[About, list[PlacedRow]]] = {}
    problems: list[str] = []
    for each in rows:
        about = _about(each.row, title)
        key = each.row.article or about
        first, standing = groups.get(key, (about, []))
        groups[key] = _both(first, about), standing
        if field := _contradicted(first, about):
            problems.append(
                f"{each.place}: gives “{each.row.article}” another {field} than the rows above; make them one"
            )
        elif problem := _wrong_id(each.row.article):
            problems.append(f"{each.place}: {problem}")
        else:
            standing.append(each)
    alone = sum(isinstance(key, About) for key in groups) == 1
    named = (
        Group(key, about, tuple(standing), True)
        if isinstance(key, str)
        else Group(_name(about, file.stem, alone=alone), about, tuple(standing), False, file.name)
        for key, (about, standing) in groups.items()
    )
    parted = [(group, *english.parted(group.rows)) for group in named]
    problems += [problem for _, _, foreign in parted for problem in foreign]
    return [dataclasses.replace(group, rows=own) for group, own, _ in parted if own], problems


def _about(row: Row, title: str | None) -> About:
    return About(row.title or title, row.source, row.date, row.url, meeting_of(row))


def _both(first: About, other: About) -> About:
    """What is said of one article twice: the first time counts, where it says something."""
    return About(*(getattr(first, name) or getattr(other, name) for name in _FIELDS))


def _contradicted(first: About, other: About) -> str | None:
    """What the second says otherwise than the first."""
    said = ((name, getattr(first, name), getattr(other, name)) for name in _FIELDS)
    return next((name for name, one, two in said if None not in (one, two) and one != two), None)


def _wrong_id(article: str | None) -> str | None:
    """Why an article cannot be called so: its id is the name of a file."""
    if article is None or (
        Path(article).name == article and not article.startswith(".") and len(article.encode()) <= LONGEST_ID
    ):
        return None
    return f"“{article[:40]}” is no id of an article, as no file can be called so; give it another"


def _name(about: About, file: str, *, alone: bool) -> str:
    """What an article without an id is called: by its title or meeting and its day, or else by the file."""
    said = about.title or (about.meeting.name if about.meeting is not None else None)
    return name_of(Document("", title=said or (file if alone else about.source or file), date=about.date))


class Folders:
    """The articles and pages that there are, by their ids in small letters: some systems tell no others apart."""

    def __init__(self, seeds: Path, base_dir: Path) -> None:
        """Look what is there. Raises BaseError if the base cannot be read."""
        self._seeds, self._base = seeds, base_dir
        found = (path for path in compiler.expand([seeds]) if path.suffix.lower() in articles.READERS)
        self._articles = {path.stem.lower(): path for path in found}
        self._pages = {path.stem.lower(): path for path in base.page_files(base_dir)}

    def article(self, name: str) -> Path | None:
        """The file of an article; None if there is none."""
        return self._articles.get(name.lower())

    def new_article(self, name: str) -> Path:
        """Where the file of a new article belongs."""
        return self._seeds / f"{name}.md"

    def page(self, name: str) -> Path | None:
        """The page of an article; None if there is none."""
        return self._pages.get(name.lower())

    def write(self, article: Path, text: str, page: Page, before: tuple[Page, str] | None) -> None:
        """Write an article, and then its page, which is as `before` if it is there. Raises OSError."""
        if not article.exists() or article.read_bytes() != text.encode():
            files.write(article, text.encode())
        self._articles[article.stem.lower()] = article
        path = self.page(article.stem) or self._base / f"{article.stem}{base.SUFFIX}"
        base.save_page(path, page, before, new=before is None)
        base.save_schema(self._base)
        self._pages[article.stem.lower()] = path


def bring(group: Group, folders: Folders) -> Brought:
    """Write the article of a group and its page, or add to those that an earlier import made.

    Killed meanwhile, the next import of the same rows does the rest. Raises ArticleError, BaseError and OSError.
    """
    rows, known, withdrawn = list(group.rows), 0, 0
    for name in numbered(group.wanted):
        path, page_path = folders.article(name), folders.page(name)
        stored = base.load_text(page_path) if page_path is not None else None
        if stored is not None:
            there = {(fact.question, fact.answer) for fact in (*stored[0].facts, *stored[0].record().facts)}
            new = [each for each in rows if (each.row.question, each.row.answer) not in there]
            known += len(rows) - len(new)
            rows = [each for each in new if not was_withdrawn(each.row, stored[0])]
            withdrawn += len(new) - len(rows)
        if not rows:
            return Brought(name, 0, known, withdrawn)
        text = _text(path) if path is not None else None
        if (path is None and stored is None) or (text is not None and is_imported(text) and _is_of(group, stored)):
            break
    given = [each.row for each in rows]
    passages = dict.fromkeys(each.passage for each in rows if each.passage is not None)
    today = datetime.date.today()
    about = group.cited(today)
    before = text if text is not None else front_matter(about, today)
    text, added = extended(before, given, passages)
    path = path or folders.new_article(name)
    page = with_rows(stored[0] if stored else new_page(path, about, text), text, added, given)
    folders.write(path, text, page, stored)
    return Brought(path.stem, len(rows), known, withdrawn)


def _is_of(group: Group, stored: tuple[Page, str] | None) -> bool:
    """Whether rows belong to an article that an import made: they name it, or say the same of theirs."""
    return group.named or stored is None or group.is_of(stored[0].article)


def _text(path: Path) -> str | None:
    """The text of an article's file; None if it is none."""
    data = path.read_bytes()[: encoding.MAX_BYTES]
    return encoding.decode_unicode(data)
