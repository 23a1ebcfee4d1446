"""`onrecord import`: rows of questions and answers become facts of an article of their own."""

from __future__ import annotations

import dataclasses
import datetime
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from facts import articles, encoding, files
from facts.articles import language
from facts.compile import compiler
from facts.exchange import reading
from facts.exchange.article import (
    About,
    ArticleError,
    evidence_of,
    extended,
    front_matter,
    is_imported,
    new_page,
    with_rows,
)
from facts.exchange.given import FormError
from facts.exchange.reading import PlacedRow
from facts.exchange.row import Row, meeting_of
from facts.incoming import memory
from facts.incoming.document import Document
from facts.incoming.shelf import name_of
from facts.naming import numbered
from facts.pages import base
from facts.pages.page import Page

LONGEST_ID: Final = 150
"""Longest id of an article, in bytes of UTF-8."""


_FIELDS: Final = tuple(field.name for field in dataclasses.fields(About))


@dataclasses.dataclass(frozen=True, slots=True)
class Group:
    """The rows of one article, what they say of it, and the id that it is to have if that is free.

    `named` says whether they name it themselves.
    """

    wanted: str
    about: About
    rows: tuple[PlacedRow, ...]
    named: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Brought:
    """What became of a group: its article, how many of its facts are new and how many were on record already."""

    id: str
    added: int
    known: int


def run(file: Path, seeds: Path, base_dir: Path, name: str) -> int:
    """Import a file, which is called `name` in what is said: a line an article on stdout, what is wrong on stderr.

    Returns the exit status: 0, or 1 if something could not be imported.
    """
    try:
        found = reading.read(file, name)
    except FormError as error:
        return _complain([f"{name}{f':{error.line}' if error.line else ''}: {error.reason}"])
    groups, contradicting = grouped(found.rows, Path(name).stem)
    print(*found.warnings, sep="\n", end="\n" if found.warnings else "", file=sys.stderr)
    problems = [*found.problems, *contradicting]
    seeds.mkdir(parents=True, exist_ok=True)
    with memory.alone(seeds):
        for group in groups:
            try:
                brought = bring(group, seeds, base_dir)
            except (ArticleError, base.BaseError) as error:
                problems.append(f"{name}: {group.wanted}: {error}")
            except OSError as error:
                problems.append(f"{name}: {group.wanted} cannot be written ({error.strerror}: {error.filename})")
            else:
                known = f", {brought.known} on record already" if brought.known else ""
                print(f"{brought.id}: {brought.added} fact{'' if brought.added == 1 else 's'}{known}, from {name}")
    if not groups and not problems:
        problems.append(f"{name}: has no questions with answers")
    return _complain(problems)


def _complain(problems: Sequence[str]) -> int:
    """Say what is wrong; return the exit status."""
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def grouped(rows: Iterable[PlacedRow], name: str) -> tuple[list[Group], list[str]]:
    """Rows by the article that they name, or else by what they say of theirs; and those that contradict others.

    What the first row of an article says of it holds for all. `name` is that of the file.
    """
    groups: dict[str | About, tuple[About, list[PlacedRow]]] = {}
    problems: list[str] = []
    for each in rows:
        about = _about(each.row)
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
        else Group(_name(about, name, alone=alone), about, tuple(standing), False)
        for key, (about, standing) in groups.items()
    )
    return [group for group in named if group.rows], problems


def _about(row: Row) -> About:
    return About(row.title, row.source, row.date, row.url, meeting_of(row))


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


def bring(group: Group, seeds: Path, base_dir: Path) -> Brought:
    """Write the article of a group and its page, or add to those that an earlier import made.

    Killed meanwhile, the next import of the same rows does the rest. Raises ArticleError, BaseError and OSError.
    """
    rows, known = list(group.rows), 0
    paths = {path.stem.lower(): path for path in _articles(seeds)}
    for name in numbered(group.wanted):
        path, page_path = paths.get(name.lower()), base_dir / f"{name}{base.SUFFIX}"
        stored = base.load_text(page_path) if page_path.exists() else None
        if stored is not None:
            there = {(fact.question, fact.answer) for fact in stored[0].facts}
            new = [each for each in rows if (each.row.question, each.row.answer) not in there]
            known += len(rows) - len(new)
            rows = new
        if not rows:
            return Brought(name, 0, known)
        text = _text(path) if path is not None else None
        if (path is None and stored is None) or (text is not None and is_imported(text) and _is_of(group, stored)):
            break
    _refuse_foreign(rows)
    path = path or seeds / f"{name}.md"
    given = [each.row for each in rows]
    passages = dict.fromkeys(each.passage for each in rows if each.passage is not None)
    before = text if text is not None else front_matter(group.about, datetime.date.today())
    text, added = extended(before, given, passages)
    page = with_rows(stored[0] if stored else new_page(path, group.about, text), text, added, given)
    if text != before or not path.exists():
        files.write(path, text.encode())
    base.save_page(page_path, page, stored)
    base.save_schema(base_dir)
    return Brought(name, len(rows), known)


def _is_of(group: Group, stored: tuple[Page, str] | None) -> bool:
    """Whether rows belong to an article that an import made: they name it, or say the same of theirs."""
    if group.named or stored is None:
        return True
    article = stored[0].article
    about = group.about
    return (article.title, article.source, article.date, article.url) == (
        about.title,
        about.source,
        about.date,
        about.url,
    )


def _articles(seeds: Path) -> Iterator[Path]:
    """The article files below a folder; hidden ones are left out."""
    return (path for path in compiler.expand([seeds]) if path.suffix.lower() in articles.READERS)


def _text(path: Path) -> str | None:
    """The text of an article's file; None if it is none."""
    data = path.read_bytes()[: encoding.MAX_BYTES]
    return encoding.decode_unicode(data)


def _refuse_foreign(rows: Iterable[PlacedRow]) -> None:
    other = language.other_than_english(" ".join(evidence_of(each.row) for each in rows))
    if other is not None:
        raise ArticleError(f"reads as {other}, and only English is understood; give the English version, if any")
