"""What all commands share: their parsers, exit statuses and errors, the folders that they work on, the base's index.

Each part imports what it needs when it is used, so that asking costs no parser and no Telegram.
"""

from __future__ import annotations

import argparse
import atexit
import contextlib
import gc
import logging
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from facts.encoding import for_terminals

if TYPE_CHECKING:
    from bot import config
    from bot.index import Index

logger = logging.getLogger(__name__)

DONE, BAD_INPUT, WRONG_USAGE, START_AGAIN = 0, 1, 2, 3
NOTHING_FOUND = BAD_INPUT
"""Exit status of a search that finds nothing, as that of grep."""
INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells count it."""

BASE, SEEDS = Path("facts/base"), Path("seeds")
"""Where base and articles are if nothing else is said, under home."""

ARTICLE = "its id, a part of the id that no other has, or its file"
"""How an article is named, the same in every command."""

SELDOM: Final = 200_000
"""New objects after which a command that ends soon looks for unused ones among them: more than a question needs."""


class CommandError(Exception):
    """What stops a command, in a line (or a line for each) for the user: what is wrong, where, what to do."""

    def __init__(self, message: str, status: int = BAD_INPUT) -> None:
        """`status` is the exit status that the command ends with."""
        super().__init__(message)
        self.status = status


def complain(message: str) -> None:
    """Print what is wrong on stderr, each line with our name."""
    for line in message.split("\n"):
        print(f"onrecord: {for_terminals(line)}", file=sys.stderr)


def home() -> Path:
    """The folder that the defaults are in: $ONRECORD_HOME, else the current one."""
    return Path(os.environ.get("ONRECORD_HOME") or ".")


class _Formatter(argparse.HelpFormatter):
    """Help of one width everywhere, so that it reads the same in deploy/COMMANDS.md."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=24, width=100)


class Parser(argparse.ArgumentParser):
    """A parser in which an option has one spelling."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  (argparse's own, passed on)
        """Take what argparse takes."""
        super().__init__(**options, formatter_class=_Formatter, allow_abbrev=False)


def command(
    commands: argparse._SubParsersAction[Parser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    summary: str,
) -> argparse.ArgumentParser:
    """Add a command that `run` carries out; return its parser, for its arguments."""
    parser = commands.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.")
    parser.set_defaults(command=run, parser=parser)
    return parser


def add_base(parser: argparse.ArgumentParser) -> None:
    """Let a command be told which base is meant."""
    parser.add_argument("--base", type=Path, metavar="DIR", help="the base's folder (default: facts/base)")


def refuse_unreadable(*folders: Path) -> None:
    """Name a folder that may not be read, or one in it: it would look empty. Raises CommandError."""
    for folder in filter(os.path.isdir, folders):
        below = (Path(root, name) for root, names, _ in os.walk(folder) for name in names if not name.startswith("."))
        for each in (folder, *below):
            if not os.access(each, os.R_OK | os.X_OK):
                message = f"{each}: this folder may not be read; give yourself the right to it (chmod u+rx {each})"
                raise CommandError(message)


@contextlib.contextmanager
def seldom_collecting() -> Iterator[None]:
    """Let unused objects seldom be looked for, and not once more when the process ends: next to nothing of what a
    command imports and loads is unused."""
    atexit.register(gc.freeze)
    before = gc.get_threshold()
    gc.set_threshold(SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def load_settings() -> config.Settings:
    """The settings of environment and file. Raises CommandError."""
    from bot import config

    try:
        return config.load()
    except config.ConfigError as error:
        raise CommandError(str(error), WRONG_USAGE) from error


def base_folder(args: argparse.Namespace) -> Path:
    """The base's folder: as the command says, else as the settings say, else the default one at home."""
    if args.base is not None:
        return Path(args.base)
    base = load_settings().base
    if base is not None:
        return base
    return BASE if home().resolve() == Path.cwd() else home() / BASE


def load_index(base: Path) -> Index:
    """The index of a base; pages that are left out of it are named. Raises CommandError."""
    from bot import index
    from facts.pages.problems import BaseError

    try:
        found = index.load(base)
    except BaseError as error:
        raise CommandError("\n".join(map(str, error.problems))) from error
    for problem in found.problems:
        complain(f"{problem} (nothing of its article is answered until that is mended)")
    logger.debug("%s: %d articles, %d facts", base, len(found.contexts), len(found.entries))
    return found


def status_of(index: Index) -> int:
    """The exit status of a command that has answered from a base."""
    return BAD_INPUT if index.problems else DONE
