"""A batch of articles → their pages in the base. Whatever goes wrong with one is in its outcome and stops no other.

Articles are parsed together, which is faster than one by one and gives the same parse.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from facts import articles, files
from facts.compile.tasks import Outcome, Task, failed, outcome_of, read_digest, unreadable
from facts.files import FileStat
from facts.model import Article, Fact, Meeting, Sentence
from facts.pages import base, corrected, former, ledger_file, merge
from facts.pages.checking import refusal
from facts.pages.page import Page
from facts.pages.quotes import squeeze
from facts.pages.taken_out import facts_below, taken_out, with_hidden
from facts.parse.written import headline, sentences

if TYPE_CHECKING:
    from facts.extract.draft import Draft
    from facts.parse.parser import ArticleParse, Parser

Found = tuple[Meeting | None, tuple[Fact, ...], tuple[Sentence, ...]]
"""What is found in an article: its meeting, its facts, and the sentences of its paragraphs."""

Read = tuple[Article, tuple[str, ...], FileStat | None, Sentence | None]
"""An article with what people corrected of it, warnings, how its file looked before it was read, and its headline."""

_NO_LEDGER: Final = (
    "the ledger of its page was missing and is written anew: what this compile makes again counts as the compiler’s now"
    " and all else as yours; facts that you had deleted are back, as nothing tells of them: delete them once more"
)
_NO_PAGE: Final = (
    "its page was gone and is made anew, without what people had written, deleted or hidden there: put the former page"
    " back if that was not meant; “onrecord remove” takes an article out"
)
_BACK: Final = (
    "the sentence “{}” had been taken out of the page and is back in it, hidden{}: take out its “hidden: true” to have"
    " it read"
)

logger = logging.getLogger(__name__)


def compile_batch(tasks: Sequence[Task]) -> list[Outcome]:
    """Compile articles and write their pages; return what came of each, in order. A page that fails stays as it was."""
    with _collecting_once():
        read = [_read(task) for task in tasks]
        pages = {
            task.path.stem: task.page for task in tasks if task.page is not None and task.page.compiled.by == task.by
        }
        found = iter(find([each[0] for each in read if not isinstance(each, Outcome)], pages))
        return [
            each if isinstance(each, Outcome) else _written(task, each, next(found))
            for task, each in zip(tasks, read, strict=True)
        ]


@contextlib.contextmanager
def _collecting_once() -> Iterator[None]:
    """Let unused memory be looked for once, behind a batch.

    A parse is many objects that refer to each other. Python would look through those of the whole batch again and
    again while they are made, and could free none of them.
    """
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()
            gc.collect()


def _read(task: Task) -> Read | Outcome:
    seen = files.settled(files.stat_of(task.path))
    try:
        article, warnings = articles.read(task.path)
    except articles.ArticleError as error:
        return unreadable(task.path, error)
    except Exception as error:
        return _defect(task, error)
    head = headline(article)  # before people have corrected it
    article = merge.corrected(article, task.page)
    if article.date is not None:
        warnings = tuple(warning for warning in warnings if warning != articles.no_date(article))
    if not (article.source or "").strip():
        warnings = (*warnings, articles.no_source(article))
    return article, warnings, seen, head


def find(read: Sequence[Article], pages: Mapping[str, Page] = MappingProxyType({})) -> list[Found | Exception]:
    """What is found in articles, or what went wrong with each.

    `pages` are those that this same compiler has written of them before, by id: of what it finds again it drops less.
    """
    if not read:
        return []
    found: list[Found | Exception] = []
    for parsed in _parsed(read):
        try:
            page = pages.get(parsed.article.id) if not isinstance(parsed, Exception) else None
            found.append(parsed if isinstance(parsed, Exception) else _extracted(parsed, page))
        except Exception as error:
            # Any defect in the extraction is this article's alone.
            found.append(error)
    return found


def _extracted(parsed: ArticleParse, page: Page | None) -> Found:
    """The meeting, the facts that are good, and the sentences of an article, which has had this page."""
    # Imported here so that a base in which nothing changed needs no language model.
    from facts.extract import drafts, facts_of, read
    from facts.judging import good, judge

    material, whole = read(parsed), sentences(parsed)
    meeting = material.found_meeting.meeting
    told = corrected.without_denied(drafts(material), whole, parsed.article.date)
    judged = judge(told, parsed.article, meeting, whole)
    return meeting, facts_of(good(judged, standing(page, parsed.article)), parsed.article.text), whole


def standing(page: Page | None, article: Article) -> Callable[[Draft], bool]:
    """What tells of a draft of an article whether it stands in its page as a compiler wrote it, of the same words."""
    facts = [fact for fact in page.facts if page.is_compiled(fact)] if page is not None else []
    there = {(fact.question, fact.answer, squeeze(fact.evidence)) for fact in facts}
    return lambda draft: (draft.question, draft.answer, squeeze(article.text[slice(*draft.span)])) in there


def _parsed(read: Sequence[Article]) -> list[ArticleParse | Exception]:
    """The parse of articles, or what went wrong with each."""
    try:
        return list(_parser().parse(read))
    except Exception as error:
        # One of them cannot be parsed; which one shows when each is parsed alone.
        return [error] if len(read) == 1 else [parsed for article in read for parsed in _parsed([article])]


@functools.cache
def _parser() -> Parser:
    """Return this process's parser: loading it takes as long as parsing many articles."""
    from facts.parse.parser import Parser

    parser = Parser()
    # It stays as long as the process: nothing of it need ever be looked at as what might be freed.
    gc.collect()
    gc.freeze()
    return parser


def _written(task: Task, read: Read, found: Found | Exception) -> Outcome:
    """What came of an article once what was found in it is merged into its page."""
    if isinstance(found, Exception):
        return _defect(task, found)
    try:
        # Parsing took its time, and a person, or the bot for one, may edit the page any moment.
        return files.again(functools.partial(_merged, task, read, found))
    except base.BaseError as error:
        return Outcome(articles.shown(task.path), task.path.stem, "failed", error=str(error))
    except OSError as error:
        return failed(task.path, f"its page cannot be written ({files.why(error)})")
    except Exception as error:
        return _defect(task, error)


def _defect(task: Task, error: Exception) -> Outcome:
    logger.debug("compiling %s", task.path, exc_info=error)
    return failed(task.path, f"compiling it failed ({type(error).__name__}: {error}); please report this")


def _merged(task: Task, read: Read, found: Found) -> Outcome:
    """What came of an article whose page is read, merged and written. Raises ChangedError, BaseError and OSError."""
    article, warnings, seen, head = read
    meeting, facts, parsed = found
    facts, dropped = _sound(facts, article.text)
    whole = parsed if head is None else (head, *parsed)
    new = merge.compiled_page(article, meeting, facts, task.by, read_digest(article), whole)
    path = task.base_dir / f"{article.id}{base.SUFFIX}"
    seen_page = files.stat_of(path)
    of_page = files.settled(seen_page)
    try:
        stored = base.load_text(path) if seen_page is not None else None
    except base.BaseError:
        if of_page is None:  # half of it may be written
            raise files.ChangedError(path) from None
        raise
    before = stored[0] if stored is not None else None
    page = new
    moved: tuple[str, ...] = ()
    if before is None and ledger_file.file_of(path).exists():
        moved = (_NO_PAGE,)
    if before is not None:
        anchored, moved = merge.anchor(before, article.text, new.sentences, new.facts)
        page = merge.merge(anchored, new)
        _, gone = with_hidden(before.sentences, whole)
        moved += (_NO_LEDGER,) if before.compiled.is_missing() else ()
        moved += tuple(_back(each, before) for each in taken_out(before, whole))
        moved += tuple(f"the hidden sentence “{each.text}” is no longer in the article" for each in gone)
    page = former.remembering(page, before)
    if page != before:
        of_page = base.save_page(path, page, stored, new=stored is None) or of_page
    return outcome_of(page, article, "compiled", (*warnings, *dropped, *moved), (seen, of_page), new=before is None)


def _back(sentence: Sentence, page: Page) -> str:
    """What is said of a sentence that was taken out of its page and is back there."""
    below = facts_below(page, sentence)
    return _BACK.format(
        sentence.text, f" and without the {below} of its facts that were taken out too" if below else ""
    )


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
