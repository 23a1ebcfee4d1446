"""Questions with known answers, asked of the base: what was answered rightly, what wrongly, and what not at all."""

from __future__ import annotations

import collections
import dataclasses
import datetime
import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, Literal, TextIO

import yaml

from bot.dialog import Answer, Reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.question.tokens import normalized
from bot.terminal import batch, reliability
from bot.wording.text import cut
from facts.line_marks import ITEM
from facts.months import MONTHS

Verdict = Literal["right", "wrong", "offered", "silent", "kept_silent", "invented"]
"""The first four are for questions that the record answers, the last two for those that it does not."""

QUOTE_LETTERS: Final = 600
"""How much of the evidence is read for the answer: what a reader sees without scrolling."""

FIELDS: Final = ("answers", "article", "context", "evidence", "kind", "need", "question", "style")

SHOWN_LETTERS: Final = 120
"""How much is shown of a quote that was suggested."""

_LABEL: Final = re.compile(r"[*_]*[^\W\d_][^:.;,\n]{0,60}:[*_]*\s+(?=\S)")
_BETWEEN_ITEMS: Final = re.compile(r"[,;\n]|\band\b")
_ITEM_WORDS: Final = 6
"""Most words of an item of a list, not of a sentence."""

_ISO: Final = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """A question with its known answers.

    `answers` are accepted texts, none if the record does not answer; all of them are needed with `need_all`, else any.
    `articles` are the ids of the articles that may be cited, `evidence` the passage that answers, perhaps none. `place`
    is the file and line.
    """

    question: str
    answers: tuple[str, ...]
    articles: tuple[str, ...]
    context: str | None
    need_all: bool
    place: str
    evidence: str = ""


class ItemError(Exception):
    """A file of questions, or one of them, cannot be read; the message says where, what is wrong and what to do."""


def run(
    files: Sequence[Path],
    index: Index,
    plot: Path | None,
    out: TextIO,
    complain: Callable[[str], None],
    reader: SentenceReader | None = None,
) -> int:
    """Ask the questions of `files`, write the report to `out` and, if `plot` is given, the picture of reliability.

    A file that cannot be read is named through `complain`, the others are asked; where none is, nothing is reported.
    Returns 0, or 1 if one was bad.
    """
    items: list[Item] = []
    status = 0
    for file in files:
        try:
            items.extend(read(file))
        except ItemError as error:
            complain(str(error))
            status = 1
    if status and not items:
        return status
    for problem in _without_article(items, index):
        complain(problem)
        status = 1
    judged = [(item, reply, judge(item, reply)) for item, reply in _asked(items, index, reader)]
    for line in report(judged):
        print(line, file=out)
    if plot is not None:
        answered = [(reply.answer.confidence, verdict == "right") for _, reply, verdict in judged if reply.answer]
        try:
            reliability.draw(reliability.bins(answered), plot)
        except reliability.PlotError as error:
            complain(str(error))
            status = 1
    return status


def read(file: Path) -> list[Item]:
    """The items of a YAML file of questions. Raises ItemError, with the line where it is known."""
    try:
        root = yaml.compose(file.read_text(encoding="utf-8-sig"), Loader=yaml.SafeLoader)
        if not isinstance(root, yaml.SequenceNode):
            raise ItemError(f'{file}: no list of questions; begin each with "- question: …"')
        return [_item(node, f"{file}:{node.start_mark.line + 1}") for node in root.value]
    except OSError as error:
        raise ItemError(f"{file}: {error.strerror}; give a YAML file of questions") from error
    except UnicodeDecodeError as error:
        raise ItemError(f"{file}: not UTF-8; save the file as UTF-8") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ItemError(f"{file}:{line}: broken YAML ({error.problem}); correct it") from error
    except yaml.YAMLError as error:
        raise ItemError(f"{file}: broken YAML ({str(error).splitlines()[0]}); correct it") from error


def judge(item: Item, reply: Reply) -> Verdict:
    """How a reply compares with what is known."""
    if not item.answers:
        return "invented" if reply.status == "answer" else "kept_silent"
    if reply.status == "answer" and reply.answer is not None:
        return "right" if _is_right(item, reply.answer) else "wrong"
    if reply.status == "suggest" and any(_is_right(item, each) or _decides(item, each) for each in reply.suggestions):
        return "offered"
    return "silent"


def report(judged: Sequence[tuple[Item, Reply, Verdict]]) -> Iterator[str]:
    """The figures, and a line for each miss with what was said instead."""
    counts = collections.Counter(verdict for _, _, verdict in judged)
    known = counts["right"] + counts["wrong"] + counts["offered"] + counts["silent"]
    unknown = counts["kept_silent"] + counts["invented"]
    yield f"with an answer on record: {known}"
    yield from _figures((("right", counts["right"]), ("wrong", counts["wrong"])), known)
    yield from _figures((("offered", counts["offered"]), ("silent", counts["silent"])), known)
    yield f"without: {unknown}"
    yield from _figures((("silent", counts["kept_silent"]), ("answered all the same", counts["invented"])), unknown)
    for item, reply, verdict in judged:
        if verdict not in ("right", "kept_silent"):
            yield f"{item.place}: {verdict}: {item.question}"
            yield f"  {_said(reply)}; {_expected(item, reply)}"


def _asked(items: Iterable[Item], index: Index, reader: SentenceReader | None) -> Iterator[tuple[Item, Reply]]:
    return ((item, batch.answer(item.question, item.context, index, reader)) for item in items)


def _is_right(item: Item, answer: Answer) -> bool:
    """Whether the cited article is right and the short answer, or the quote, holds what is known.

    A list holds much that nobody asked for: of one the answer alone counts; so it does where all answers are needed,
    and it holds only some of those that the quote lists.
    What is known as "Yes" or "No" is not looked for in the quote: the short answer must begin with it.
    """
    if item.articles and answer.article not in item.articles:
        return False
    if _is_yes_or_no(item):
        return normalized(answer.answer).split(" ")[0] in {normalized(known) for known in item.answers}
    quote = answer.evidence[:QUOTE_LETTERS]
    said = answer.answer if is_list(quote) else f"{answer.answer} | {quote}"
    if item.need_all and any(holds(answer.answer, known) for known in item.answers):
        said = answer.answer
    enough = all if item.need_all else any
    return enough(holds(said, known) for known in item.answers)


def is_list(quote: str) -> bool:
    """Whether a quote is a line that lists names or things, behind a label or a mark of an item, and no sentence.

    >>> is_list("Present: Ann Poole, Bo Lund and Cy Dahl"), is_list("- Ann Poole; Bo Lund")
    (True, True)
    >>> is_list("She said: the board met at noon in the old mill, and left."), is_list("Ann Poole and Bo Lund")
    (False, False)
    """
    begin = _LABEL.match(quote) or ITEM.match(quote)
    items = _BETWEEN_ITEMS.split(quote[begin.end() :]) if begin is not None else []
    return len(items) > 1 and all(len(each.split()) <= _ITEM_WORDS for each in items)


def _without_article(items: Iterable[Item], index: Index) -> Iterator[str]:
    """What to say of questions that cannot be answered rightly, as none of their articles is on record."""
    known = [index.article(number) for number in range(len(index.contexts))]
    for item in items:
        if item.answers and item.articles and not set(known) & set(item.articles):
            named = " or ".join(f"“{each}”" for each in item.articles)
            near = [other for each in item.articles for other in difflib.get_close_matches(each, known, 1)]
            remedy = f"perhaps “{near[0]}” is meant" if near else "“onrecord meetings --json” lists the ids"
            yield f"{item.place}: no article on record has the id {named}; {remedy}"


def _is_yes_or_no(item: Item) -> bool:
    return all(normalized(known) in ("yes", "no") for known in item.answers)


def _decides(item: Item, offered: Answer) -> bool:
    """Whether the passage that decides a yes or no is offered, which is quoted without either."""
    known, quoted = normalized(item.evidence), normalized(offered.evidence)
    right_article = not item.articles or offered.article in item.articles
    return _is_yes_or_no(item) and right_article and bool(known and quoted) and (known in quoted or quoted in known)


def holds(text: str, known: str) -> bool:
    """Whether `text` holds the words of `known`; a date given as 2020-06-30 or 2020-06 counts however it is written.

    >>> holds("It was held on June 30.", "2020-06-30"), holds("on 30 June 2021", "2020-06-30")
    (True, False)
    """
    date = _ISO.fullmatch(known.strip())
    if date is None:
        return f" {normalized(known)} " in f" {normalized(text)} "
    return any(re.search(form, normalized(text)) for form in _date_forms(*date.groups()))


def _date_forms(year: str, month: str, day: str | None) -> Iterator[str]:
    """Patterns of the forms in which a date is written. One without its year is taken, one with another is not."""
    name = MONTHS[int(month) - 1] if 1 <= int(month) <= len(MONTHS) else "no month"
    name = f"(?:{name}|{name[:3]})"
    if day is None:
        yield from (rf"\b{name} {year}\b", rf"\b{name} \d\d?(?:st|nd|rd|th)? {year}\b", rf"\b{year} {month}\b")
        return
    number = rf"0?{int(day)}(?:st|nd|rd|th)?"
    another_year = rf"(?! (?!{year})\d{{4}}\b)"
    yield rf"\b{number} (?:of )?{name}\b{another_year}"
    yield rf"\b{name} {number}\b{another_year}"
    yield rf"\b{year} {month} {day}\b"


def _item(node: yaml.Node, place: str) -> Item:
    fields = yaml.constructor.SafeConstructor().construct_document(node)
    if not isinstance(fields, dict):
        raise ItemError(f'{place}: not a question; write "- question: …"')
    unknown = sorted(str(name) for name in fields if name not in FIELDS)
    if unknown:
        raise ItemError(f"{place}: unknown field “{unknown[0]}”; the fields are {', '.join(FIELDS)}")
    question, context, need = fields.get("question"), fields.get("context"), fields.get("need")
    if not isinstance(question, str):
        raise ItemError(f'{place}: no text "question"')
    if context is not None and not isinstance(context, str):
        raise ItemError(f'{place}: "context" is the text of the question asked before')
    if need not in (None, "all", "any"):
        raise ItemError(f'{place}: "need" is "all" or "any"')
    if "answers" not in fields:
        raise ItemError(f'{place}: no "answers"; give a list, an empty one ([]) if the record does not answer')
    return Item(
        question=question,
        answers=tuple(_known(value) for value in _listed(fields["answers"])),
        articles=tuple(str(value) for value in _listed(fields.get("article"))),
        context=context,
        need_all=need == "all",
        place=place,
        evidence=str(fields.get("evidence") or ""),
    )


def _listed(value: object) -> list[object]:
    """A field that may hold nothing, one value or a list of them, as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _known(value: object) -> str:
    """An accepted answer as text: YAML reads an unquoted yes as true, and an unquoted date as a date."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _figures(parts: Iterable[tuple[str, int]], total: int) -> Iterator[str]:
    for name, count in parts:
        yield f"  {name:22} {count:5}" + (f" {count / total:6.1%}" if total else "")


def _said(reply: Reply) -> str:
    if reply.answer is not None:
        return f"answered “{reply.answer.answer}” ({reply.answer.article}, confidence {reply.answer.confidence:.2f})"
    if reply.suggestions:
        return "suggested " + ", ".join(map(_suggested, reply.suggestions))
    return "nothing was answered"


def _suggested(answer: Answer) -> str:
    """What a suggestion offers: a fact by its question, a sentence, which has none of its own, by its words."""
    return f"“{cut(answer.evidence, SHOWN_LETTERS) if answer.read else answer.question}”"


def _expected(item: Item, reply: Reply) -> str:
    if not item.answers:
        return "nothing is on record"
    known = "known: " + (" and " if item.need_all else " or ").join(f"“{known}”" for known in item.answers)
    elsewhere = item.articles and reply.answer is not None and reply.answer.article not in item.articles
    return f"{known}, in {' or '.join(item.articles)}" if elsewhere else known
