"""The commands of those who look after a base: what is on record, from which article, where it stands.

Each command imports what it needs when it runs.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import msgspec

from bot.command_line import (
    ARTICLE,
    BAD_INPUT,
    DONE,
    NOTHING_FOUND,
    SEEDS,
    WRONG_USAGE,
    CommandError,
    Parser,
    add_base,
    base_folder,
    command,
    complain,
    home,
    load_index,
    refuse_unreadable,
    status_of,
)
from facts.encoding import for_terminals
from facts.expressions import expression

if TYPE_CHECKING:
    from bot.terminal.worded import Wording
    from facts import exchange

_FORMS: Mapping[str, exchange.Format] = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "squad"}
"""The form of a table by its file's suffix."""

TITLE_MAX = 200
"""Longest title that may be given on the command line, in code points."""

_IN_LINKS = expression(r"[0-9a-f]{16}")
"""What names a fact or a sentence in links and buttons."""


def add_commands(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the editors' commands to those of `onrecord`."""
    meetings = command(commands, "meetings", _meetings, "list the meetings on record")
    meetings.add_argument(
        "words", nargs="*", metavar="WORD", help="words of a name, place, date or title to narrow the list to"
    )
    meetings.add_argument("--json", action="store_true", help="write one JSON object a line")
    add_base(meetings)

    show = command(commands, "show", _show, "show what is on record from an article")
    show.add_argument(
        "article",
        metavar="ARTICLE",
        help=f"{ARTICLE}; or what names a fact in a link",
    )
    show.add_argument("--json", action="store_true", help="write one JSON object")
    add_base(show)

    find = command(commands, "find", _find, "find the sentences and facts that hold some words")
    find.add_argument("words", nargs="+", metavar="WORD", help="the words, in any order and form")
    find.add_argument("--json", action="store_true", help="write one JSON object a line")
    add_base(find)

    export = command(commands, "export", _export, "write facts as a table for other programs")
    export.add_argument("articles", nargs="*", metavar="ARTICLE", help=f"{ARTICLE} (default: all)")
    export.add_argument(
        "--format",
        choices=("csv", "jsonl", "squad"),
        help="CSV for spreadsheets, JSON Lines, or SQuAD 2.0 (default: by the name of FILE, else csv)",
    )
    export.add_argument("--out", type=Path, metavar="FILE", help="the file to write (default: print)")
    add_base(export)

    import_ = command(commands, "import", _import, "make facts of questions and answers in a table")
    import_.add_argument("files", nargs="+", metavar="FILE", help="CSV, JSON Lines or SQuAD")
    import_.add_argument(
        "--title", type=_title, metavar="TEXT", help="what they are called where the table does not say it"
    )
    import_.add_argument("--seeds", type=Path, metavar="DIR", help="the folder of articles (default: seeds)")
    add_base(import_)

    lint = command(commands, "lint", _lint, "look for what is wrong in a base and its articles")
    lint.add_argument("--json", action="store_true", help="write one JSON object a line, one for each finding")
    lint.add_argument("--seeds", type=Path, metavar="DIR", help="the folder of articles (default: seeds)")
    add_base(lint)

    remove = command(commands, "remove", _remove, "take articles out of the record, with their pages")
    remove.add_argument("articles", nargs="*", metavar="ARTICLE", help=ARTICLE)
    what = remove.add_mutually_exclusive_group()
    what.add_argument("--restore", action="store_true", help="bring articles back that were taken out")
    what.add_argument(
        "--purge", action="store_true", help="delete for good what was taken out, named in full (default: all of it)"
    )
    remove.add_argument("--seeds", type=Path, metavar="DIR", help="the folder of articles (default: seeds)")
    add_base(remove)


def _title(text: str) -> str:
    title = " ".join(text.split())
    if not title.isprintable() or not 0 < len(title) <= TITLE_MAX:
        raise argparse.ArgumentTypeError(f"give a title of 1 to {TITLE_MAX} printed characters")
    return title


def _meetings(args: argparse.Namespace) -> int:
    from bot.terminal import meetings

    index = load_index(base_folder(args))
    listed = meetings.meetings(index)
    if args.words:
        listed, wording = meetings.named(" ".join(args.words), listed, index)
        _say_taken(wording)
    if args.json:
        _print_objects(map(msgspec.structs.asdict, listed))
    else:
        _print_lines(meetings.lines(listed))
    if not listed:
        complain("no meeting on record is called so")
    return status_of(index) if listed else NOTHING_FOUND


def _show(args: argparse.Namespace) -> int:
    from bot.terminal import pages, showing

    base = base_folder(args)
    with _base_read():
        placed = pages.placed_page(_page_file(_article_of(args.article, base), base))
    if args.json:
        _print_objects([showing.as_json(placed)])
    else:
        _print_lines(showing.lines(placed))
    return DONE


def _find(args: argparse.Namespace) -> int:
    from bot.terminal import finding, pages

    with _base_read():
        placed, problems = pages.placed_pages(base_folder(args))
    for problem in problems:
        complain(f"{problem} (until then it is not looked through)")
    found, wording = finding.find(" ".join(args.words), placed)
    _say_taken(wording)
    if args.json:
        _print_objects(finding.objects(found))
    else:
        _print_lines(finding.lines(found))
    if not found:
        complain("no sentence and no fact on record holds all of that")
    return BAD_INPUT if problems else DONE if found else NOTHING_FOUND


def _export(args: argparse.Namespace) -> int:
    from facts import exchange

    out: Path | None = args.out
    form: exchange.Format | None = args.format or (_FORMS.get(out.suffix.lower()) if out is not None else "csv")
    if form is None:
        message = f"{out}: its name tells no form; end it in {', '.join(_FORMS)}, or give --format"
        raise CommandError(message, WRONG_USAGE)
    base = base_folder(args)
    failed: list[str] = []
    with _base_read():
        pages = exchange.pages([_page_file(name, base) for name in args.articles], base, failed.append)
        if out is None:
            exchange.export(pages, form, sys.stdout)
        else:
            _write_whole(out, lambda stream: exchange.export(pages, form, stream), marked=form == "csv")
    for problem in failed:
        complain(f"{problem} (until then it is left out)")
    return BAD_INPUT if failed else DONE


def _write_whole(out: Path, write: Callable[[TextIO], None], *, marked: bool) -> None:
    """Write a file in UTF-8, in full or not at all; `marked` as such, as Excel wants it to be."""
    from facts import files

    try:
        with files.replacing(out) as stream:
            text = io.TextIOWrapper(stream, "utf-8-sig" if marked else "utf-8", newline="")
            write(text)
            text.flush()
            text.detach()
    except OSError as error:
        raise CommandError(f"{out}: cannot be written ({error.strerror}); name another file", WRONG_USAGE) from error


def _import(args: argparse.Namespace) -> int:
    given = [(Path(name).absolute(), name) for name in args.files]
    seeds = SEEDS if args.seeds is None else args.seeds.absolute()
    base = base_folder(args).absolute()
    os.chdir(home())  # its articles go by the names that they have there
    refuse_unreadable(seeds)
    from facts import exchange

    here = Path.cwd()
    base = base.relative_to(here) if base.is_relative_to(here) else base
    with _base_read():
        return max([exchange.import_file(file, seeds, base, name, args.title) for file, name in given])


def _remove(args: argparse.Namespace) -> int:
    if not args.articles and not args.purge and not args.restore:
        args.parser.error("name the articles: onrecord remove ARTICLE…")
    names = [str(Path(name).absolute()) if os.path.isfile(name) else name for name in args.articles]
    seeds = SEEDS if args.seeds is None else args.seeds.absolute()
    base = base_folder(args).absolute()
    os.chdir(home())  # its articles go by the names that they have there
    refuse_unreadable(seeds)
    from bot.terminal import removing
    from facts.pages.removal import RemovalError, ids_aside

    what = removing.purge if args.purge else removing.restore if args.restore else removing.remove
    base = base.relative_to(Path.cwd()) if base.is_relative_to(Path.cwd()) else base
    aside = [] if names else ids_aside(base, seeds)
    if args.restore and aside:
        message = f"name what is to come back: onrecord remove --restore ARTICLE…; taken out: {', '.join(aside)}"
        raise CommandError(message, WRONG_USAGE)
    names = names or aside
    if not names:
        print("No article was taken out.")
    status = DONE
    for name in names:
        try:
            with _base_read():
                _print_lines(what(name, base, seeds))
        except RemovalError as error:
            complain(str(error))
            status = BAD_INPUT
        except OSError as error:
            where = Path(error.filename or base).parent
            message = f"{name}: nothing was moved ({error.strerror}); see to the folder {where}"
            raise CommandError(message) from error
    return status


def _lint(args: argparse.Namespace) -> int:
    seeds = SEEDS if args.seeds is None else args.seeds.absolute()
    base = base_folder(args).absolute()
    os.chdir(home())  # its articles go by the names that they have there
    refuse_unreadable(seeds)
    from bot import index
    from bot.terminal import reach
    from facts import linting

    base = base.relative_to(Path.cwd()) if base.is_relative_to(Path.cwd()) else base
    with _base_read():
        linted = linting.lint(base, [seeds] if args.seeds is not None or seeds.is_dir() else [])
        if linted.sheets:
            linted = linted.with_unreached(reach.unreached(index.load(base), base))
    if args.json:
        _print_objects(each.as_json() for each in linted.findings)
    else:
        _print_lines([*map(str, linted.findings), linted.summary()])
    return BAD_INPUT if linted.findings else DONE


@contextlib.contextmanager
def _base_read() -> Iterator[None]:
    """Turn what is wrong with a base into what stops a command."""
    from facts.pages.base import BaseError

    try:
        yield
    except BaseError as error:
        raise CommandError(str(error)) from error


def _article_of(name: str, base: Path) -> str:
    """The id of the article in which the fact or sentence stands that a link names, and say which; else the name.

    What the link was made for may have another name by now, or be gone: then it leads to what stands there today.
    """
    if not _IN_LINKS.fullmatch(name) or os.path.exists(base / f"{name}.yaml"):
        return name
    answer = load_index(base).answer(name)
    if answer is None:
        return name
    said = f"the sentence “{answer.answer}”" if answer.read else f"“{answer.question}” → {answer.answer}"
    complain(f"{name} leads to {said}")
    return answer.article


def _page_file(name: str, base: Path) -> Path:
    """The page that is meant. Raises CommandError, and BaseError if the base cannot be read."""
    from facts.pages.choosing import NoSuchPageError, former_id, page_file

    try:
        page = page_file(name, base)
    except NoSuchPageError as error:
        raise CommandError(str(error)) from error
    if (former := former_id(name, page)) is not None:
        complain(f"“{former}” is called “{page.stem}” now")
    return page


def _say_taken(wording: Wording) -> None:
    """Say which words were taken for others."""
    for typed, term in wording.taken:
        complain(f"“{typed}” is nowhere on record; looked for “{term}”")


def _print_lines(lines: Iterable[str]) -> None:
    """Print lines."""
    for line in lines:
        print(for_terminals(line))


def _print_objects(objects: Iterable[dict[str, object]]) -> None:
    """Print an object a line."""
    for each in objects:
        print(json.dumps(each, ensure_ascii=False))
