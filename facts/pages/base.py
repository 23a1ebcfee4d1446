"""The base: facts ⇄ YAML files, a page an article: load, validate, write atomically.

A file of the base is a `facts.pages.page.Page`. Its last section, `compiled`, holds digests of what the compiler wrote
itself; by them `facts.pages.merge` tells what a person has changed. Loading needs no more than PyYAML and msgspec.
Comments that people put into a file are lost when a compile rewrites it; one that has nothing new is not rewritten.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from facts import encoding, files, markup
from facts.files import FileStat
from facts.model import Article, Fact, Record
from facts.naming import first_free, kind_of, stem
from facts.pages import yaml_reading
from facts.pages.page import Page
from facts.pages.page_reading import read_page
from facts.pages.page_writing import dump_page
from facts.pages.quotes import in_order
from facts.pages.yaml_reading import Problem as Problem

SUFFIX = ".yaml"


class BaseError(Exception):
    """A base that cannot be used: every problem found, each with its file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Collect the problems."""
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """One line a problem."""
        return "\n".join(map(str, self.problems))


class NoBaseError(BaseError):
    """There is no base, or an empty one."""


def load(directory: Path) -> tuple[Record, ...]:
    """Load all records of a base, sorted by article id.

    Raises NoBaseError if there is none, BaseError with every problem of every file if anything is wrong.
    """
    pages = load_pages(directory)
    if not pages:
        problem = Problem(str(directory), None, "there is no base here; make one with “onrecord compile”")
        raise NoBaseError([problem])
    return tuple(page.record() for page in pages)


def load_file(path: Path) -> Record:
    """Load one record. Raises BaseError with every problem of the file."""
    return load_page(path).record()


def load_pages(directory: Path, skip: Callable[[Path], bool] = lambda _: False) -> tuple[Page, ...]:
    """Load all files of a base but those to skip, sorted by article id; none if the directory is missing or empty.

    Raises BaseError with every problem of every file.
    """
    pages: dict[str, tuple[Page, Path]] = {}
    problems: list[Problem] = []
    for path in _files(directory):
        if skip(path):
            continue
        try:
            page = load_page(path)
        except BaseError as error:
            problems += error.problems
            continue
        first = pages.setdefault(page.article.id, (page, path))
        if first[1] != path:
            problems.append(Problem(str(path), None, f"has the same article id as {first[1]}; remove one of them"))
        elif problem := misnamed(page.article.id, path):
            problems.append(problem)
    if problems:
        raise BaseError(problems)
    return tuple(pages[key][0] for key in sorted(pages))


def misnamed(article: str, path: Path) -> Problem | None:
    """What is wrong with a file whose name is not its article's id, if it is not."""
    if path.name.lower() == (article + SUFFIX).lower():
        return None
    reason = f"the article id is “{article}”; call the file {article}{SUFFIX}, or correct the id"
    return Problem(str(path), 2, reason)


def load_page(path: Path) -> Page:
    """Load one file of a base. Raises BaseError with every problem of the file."""
    file = str(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(yaml_reading.MAX_BYTES + 1)
    except OSError as error:
        raise BaseError([Problem(file, None, f"cannot be read ({error.strerror}); check its permissions")]) from error
    if len(data) > yaml_reading.MAX_BYTES:
        reason = f"is larger than {yaml_reading.MAX_BYTES // 1_000_000} MB; delete it and compile smaller articles"
        raise BaseError([Problem(file, None, reason)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BaseError([Problem(file, line, "is not UTF-8; save it as UTF-8")]) from None
    page, problems = read_page(text, lambda article: _article_text(article, path))
    if page is None or problems:
        raise BaseError(Problem(file, line, reason) for line, reason in problems)
    return page


def dump(record: Record) -> str:
    """Write a record as YAML, as if a person had written it (nothing in it is the compiler's)."""
    return dump_page(Page(record.article, record.meeting, record.facts, sentences=record.sentences))


def save(path: Path, text: str) -> FileStat:
    """Write a text so that it is there in full or not at all, whatever happens meanwhile; return how its file looks.

    Raises OSError.
    """
    return files.write(path, text.encode("utf-8"))


def add_variant(directory: Path, article: str, fact: str, question: str) -> bool:
    """Let a fact be asked for by one more question, as if a person had written it into the article's file.

    A file of an older schema is written in the schema of today.

    Returns False, with nothing written, if the fact is asked for by these very words already. Raises BaseError if there
    is no such fact that is shown, or its file has problems; OSError if it cannot be written.
    """
    path = directory / f"{article}{SUFFIX}"
    page = load_page(path)
    found = next((each for each in page.facts if each.id == fact and each.id not in page.hidden), None)
    if found is None:
        raise BaseError([Problem(str(path), None, f"has no fact “{fact}” (any more)")])
    if question in (found.question, *found.variants):
        return False
    taught = msgspec.structs.replace(found, variants=(*found.variants, question))
    facts = tuple(taught if each is found else each for each in page.facts)
    save(path, dump_page(dataclasses.replace(page, facts=facts)))
    return True


def add_fact(
    directory: Path, article: str, sentence: str, question: str, answer: str, variants: tuple[str, ...] = ()
) -> bool:
    """Put a fact below a sentence, as if a person had written it into the article's file: its evidence is the sentence.

    Returns False, with nothing written, if the sentence has a fact with this question already. Raises BaseError if
    there is no such sentence, or the file has problems; OSError if it cannot be written.
    """
    path = directory / f"{article}{SUFFIX}"
    page = load_page(path)
    found = next((each for each in page.sentences if each.text == sentence), None)
    if found is None:
        raise BaseError([Problem(str(path), None, f"has no sentence “{sentence}” (any more)")])
    if any((fact.question, fact.evidence) == (question, sentence) for fact in page.facts):
        return False
    kind = kind_of(question)
    name = first_free(stem(question, kind), {fact.id for fact in page.facts})
    fact = Fact(name, kind, question, answer, found.text, found.span, variants)
    facts = in_order(page.sentences, (*page.facts, fact))
    save(path, dump_page(dataclasses.replace(page, facts=facts)))
    return True


def _files(directory: Path) -> list[Path]:
    """Return the files of a base; raise BaseError for a YAML file whose name would make it overlooked."""
    try:
        files = [path for path in directory.iterdir() if not path.name.startswith(".") and path.is_file()]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise BaseError([Problem(str(directory), None, f"is no base that can be read ({error.strerror})")]) from error
    wrong = [path for path in files if path.suffix != SUFFIX and path.suffix.lower() in {".yml", SUFFIX}]
    if wrong:
        raise BaseError(
            Problem(str(path), None, f"would be overlooked; rename it to {path.stem}{SUFFIX}") for path in wrong
        )
    return sorted(path for path in files if path.suffix == SUFFIX)


def _article_text(article: Article, path: Path) -> str | None:
    """Return the text that was compiled, without the marks inside its lines, if its file can be found unchanged."""
    for root in (Path(), *path.absolute().parents):
        with contextlib.suppress(OSError, ValueError):
            file = root / article.file
            if file.is_file() and file.stat().st_size <= encoding.MAX_BYTES:
                data = file.read_bytes()
                if hashlib.sha256(data).hexdigest() == article.sha256:
                    text = encoding.decode_unicode(data)
                    return text if text is None else markup.plain(text)
    return None
