"""The base: facts ⇄ YAML files, a page an article: load, validate, write atomically.

A file of the base is a `facts.pages.page.Page`. Beside the pages lies a folder of their ledgers (`ledger_file`):
digests of what the compiler wrote itself; by them `facts.pages.merge` tells what a person has changed. Loading needs no
more than PyYAML and msgspec. What people put into a file, comments too, stays when it is written anew (`keeping`).
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from facts import encoding, files, markup
from facts.files import FileStat
from facts.model import Article, Fact, Record
from facts.naming import first_free, kind_of, stem
from facts.pages import ledger_file, yaml_reading
from facts.pages.page import Page
from facts.pages.page_reading import Reading, read
from facts.pages.page_rewriting import rewrite_page
from facts.pages.page_writing import SCHEMA_FILE, dump_page
from facts.pages.problems import SUFFIX as SUFFIX
from facts.pages.problems import BaseError as BaseError
from facts.pages.problems import NoBaseError as NoBaseError
from facts.pages.problems import Problem as Problem
from facts.pages.problems import no_base as no_base
from facts.pages.quotes import in_order
from facts.tables import labels_and_tables_as_lines


def load(directory: Path) -> tuple[Record, ...]:
    """Load all records of a base, sorted by article id.

    Raises NoBaseError if there is none, BaseError with every problem of every file if anything is wrong.
    """
    pages, broken = load_pages(directory)
    if broken:
        raise BaseError(problem for each in broken for problem in each.problems)
    if not pages:
        raise no_base(directory)
    return tuple(page.record() for page in pages)


def load_file(path: Path) -> Record:
    """Load one record. Raises BaseError with every problem of the file."""
    return load_page(path).record()


@dataclasses.dataclass(frozen=True, slots=True)
class BrokenPage:
    """A file of a base that cannot be used: what is wrong, and the ids of the articles that it may be the page of."""

    articles: frozenset[str]
    problems: tuple[Problem, ...]


def load_pages(
    directory: Path, skip: Callable[[Path], bool] = lambda _: False
) -> tuple[tuple[Page, ...], tuple[BrokenPage, ...]]:
    """Load all files of a base but those to skip: the pages, sorted by article id, and those that are broken.

    None if the directory is missing or empty. Raises BaseError if it cannot be read.
    """
    pages: dict[str, tuple[Page, Path]] = {}
    broken = [BrokenPage(frozenset({path.stem}), (overlooked(path),)) for path in unread_files(directory)]
    for path in page_files(directory):
        if skip(path):
            continue
        try:
            page = load_page(path)
        except BaseError as error:
            broken.append(BrokenPage(frozenset({path.stem}), error.problems))
            continue
        own = page.article.id
        first = pages.get(own)
        if first is not None:
            problem: Problem | None = Problem(
                str(path), None, f"has the same article id as {first[1]}; remove one of them"
            )
        elif (problem := misnamed(own, path)) is None:
            pages[own] = page, path
        if problem is not None:
            broken.append(BrokenPage(frozenset({path.stem, own}), (problem,)))
    return tuple(pages[key][0] for key in sorted(pages)), tuple(broken)


def misnamed(article: str, path: Path) -> Problem | None:
    """What is wrong with a file whose name is not its article's id, if it is not."""
    if path.name.lower() == (article + SUFFIX).lower():
        return None
    own = path.with_name(article + SUFFIX)
    if own.exists():
        return Problem(str(path), None, f"has the same article id as {own}; remove one of them")
    reason = f"the article id is “{article}”; call the file {article}{SUFFIX}, or correct the id"
    try:
        line = yaml_reading.line_of(_text_of(path), ("article", "id"))
    except BaseError:
        line = None
    return Problem(str(path), line, reason)


def load_page(path: Path) -> Page:
    """Load one file of a base. Raises BaseError with every problem of the file."""
    return load_text(path)[0]


def load_text(path: Path) -> tuple[Page, str]:
    """Load one file of a base, with its text. Raises BaseError with every problem of the file."""
    page, _, text = load_reading(path)
    return page, text


def load_reading(path: Path) -> tuple[Page, Reading, str]:
    """Load one file of a base, with how it was read and its text. Raises BaseError with every problem of the file."""
    file = str(path)
    text = _text_of(path)
    try:
        ledger = ledger_file.read(path, text)
    except ledger_file.LedgerError as error:
        raise BaseError([Problem(file, None, str(error))]) from None
    reading = read(text, lambda article: _article_text(article, path), ledger)
    if reading.page is None or reading.problems:
        raise BaseError(Problem(file, line, reason) for line, reason in reading.problems)
    return reading.page, reading, text


def _text_of(path: Path) -> str:
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
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BaseError([Problem(file, line, "is not UTF-8; save it as UTF-8")]) from None


def dump(record: Record) -> str:
    """Write a record as YAML, as if a person had written it (nothing in it is the compiler's)."""
    return dump_page(Page(record.article, record.meeting, record.facts, sentences=record.sentences))


def save(path: Path, text: str) -> FileStat:
    """Write a text so that it is there in full or not at all, whatever happens meanwhile; return how its file looks.

    Raises OSError.
    """
    return files.write(path, text.encode("utf-8"))


def save_page(path: Path, page: Page, before: tuple[Page, str] | None = None, *, new: bool = False) -> FileStat | None:
    """Write a page with its ledger; return how its file looks.

    `before` is the page that stands there, and its text: what people wrote into it stays as they did. Where the text
    would be the same only the ledger is written, and None returned. Where it is `new`, none may stand there; else
    without `before` whatever does is written over. Raises files.ChangedError where somebody has changed it since it was
    read, and OSError.
    """
    text = None if before is None else before[1]
    written = dump_page(page) if before is None else rewrite_page(*before, page, lambda each: _article_text(each, path))
    if written == text:
        ledger_file.save_alone(path, page.compiled)
        return None
    read_before = (before[0].compiled, before[1]) if before is not None else None
    return ledger_file.save(path, written, page.compiled, read_before, new=new)


def save_schema(directory: Path) -> None:
    """Lay the JSON Schema of pages beside them, if it is not there as it is today. Raises OSError."""
    schema = Path(__file__).with_name(SCHEMA_FILE).read_bytes()
    file = directory / SCHEMA_FILE
    if not file.is_file() or file.read_bytes() != schema:
        files.write(file, schema)


def add_variant(directory: Path, article: str, fact: str, question: str) -> bool:
    """Let a fact be asked for by one more question, as if a person had written it into the article's file.

    A file of an older schema is written in the schema of today.

    Returns False, with nothing written, if the fact is asked for by these very words already. Raises BaseError if there
    is no such fact that is shown, or its file has problems; OSError if it cannot be written.
    """
    return files.again(lambda: _add_variant(directory / f"{article}{SUFFIX}", fact, question))


def _add_variant(path: Path, fact: str, question: str) -> bool:
    page, text = load_text(path)
    found = next((each for each in page.facts if each.id == fact and each.id not in page.hidden), None)
    if found is None:
        raise BaseError([Problem(str(path), None, f"has no fact “{fact}” (any more)")])
    if question in (found.question, *found.variants):
        return False
    taught = msgspec.structs.replace(found, variants=(*found.variants, question))
    facts = tuple(taught if each is found else each for each in page.facts)
    save_page(path, dataclasses.replace(page, facts=facts), (page, text))
    return True


def add_fact(
    directory: Path, article: str, sentence: str, question: str, answer: str, variants: tuple[str, ...] = ()
) -> bool:
    """Put a fact below a sentence, as if a person had written it into the article's file: its evidence is the sentence.

    Returns False, with nothing written, if the sentence has a fact with this question already. Raises BaseError if
    there is no such sentence, or the file has problems; OSError if it cannot be written.
    """
    path = directory / f"{article}{SUFFIX}"
    return files.again(lambda: _add_fact(path, sentence, question, answer, variants))


def _add_fact(path: Path, sentence: str, question: str, answer: str, variants: tuple[str, ...]) -> bool:
    page, text = load_text(path)
    found = next((each for each in page.sentences if each.text == sentence), None)
    if found is None:
        raise BaseError([Problem(str(path), None, f"has no sentence “{sentence}” (any more)")])
    if any((fact.question, fact.evidence) == (question, sentence) for fact in page.facts):
        return False
    kind = kind_of(question)
    name = first_free(stem(question, kind), {fact.id for fact in page.facts})
    fact = Fact(name, kind, question, answer, found.text, found.span, variants)
    facts = in_order(page.sentences, (*page.facts, fact))
    save_page(path, dataclasses.replace(page, facts=facts), (page, text))
    return True


def unread_files(directory: Path) -> list[Path]:
    """The files of a base that are YAML and whose names would make them overlooked. Raises BaseError."""
    return [path for path in _listed(directory) if path.suffix != SUFFIX and path.suffix.lower() in {".yml", SUFFIX}]


def overlooked(path: Path) -> Problem:
    """What is wrong with a file of a base whose name would make it overlooked."""
    return Problem(str(path), None, f"would be overlooked; rename it to {path.stem}{SUFFIX}")


def page_files(directory: Path) -> list[Path]:
    """The files of a base that are pages, sorted. Raises BaseError."""
    return sorted(path for path in _listed(directory) if path.suffix == SUFFIX)


def _listed(directory: Path) -> list[Path]:
    try:
        return [path for path in directory.iterdir() if not path.name.startswith(".") and path.is_file()]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise BaseError([Problem(str(directory), None, f"is no base that can be read ({error.strerror})")]) from error


def _article_text(article: Article, path: Path) -> str | None:
    """Return the text that was compiled, without the marks inside its lines, if its file can be found unchanged."""
    for root in (Path(), *path.absolute().parents):
        with contextlib.suppress(OSError, ValueError):
            file = root / article.file
            if file.is_file() and file.stat().st_size <= encoding.MAX_BYTES:
                data = file.read_bytes()
                if hashlib.sha256(data).hexdigest() == article.sha256:
                    text = encoding.decode_unicode(data)
                    return text if text is None else markup.plain(labels_and_tables_as_lines(text))
    return None
