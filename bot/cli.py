"""The `onrecord` command: compile articles, ask questions in a terminal or as JSON, run the Telegram bot.

Each command imports what it needs when it runs, so that asking costs no parser and no Telegram.
Exit status: 0 done; 1 some input was bad, each named on stderr, or nothing was found; 2 wrong usage or set-up; 3
trouble after which a supervisor should start `run` again.
"""

from __future__ import annotations

import argparse
import io
import json
import logging
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from bot import VERSION, editor_commands
from bot.command_line import (
    ARTICLE,
    BAD_INPUT,
    DONE,
    INTERRUPTED,
    SEEDS,
    START_AGAIN,
    WRONG_USAGE,
    CommandError,
    Parser,
    add_base,
    base_folder,
    command,
    complain,
    home,
    load_index,
    load_settings,
    refuse_unreadable,
    seldom_collecting,
    status_of,
)
from facts.encoding import for_terminals
from facts.reader import ReaderError

if TYPE_CHECKING:
    from bot.matching.reading import SentenceReader

logger = logging.getLogger(__name__ if __name__ != "__main__" else "bot.cli")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command (`argv` without the program's name; default: the process's own) and return its exit status."""
    _speak_unicode()
    try:
        args = _parsed(argv)
        if args.verbose:
            _log_ours()
        run: Callable[[argparse.Namespace], int] = args.command
        status = run(args)
        sys.stdout.flush()
    except CommandError as error:
        complain(str(error))
        return error.status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _give_up_output()
        return DONE
    except ReaderError as error:
        complain(str(error))
        return BAD_INPUT
    except PermissionError as error:
        complain(_no_output() or f"{error.filename}: {error.strerror}; see to the rights of it and of its folder")
        return BAD_INPUT
    except Exception as error:  # the last resort: a traceback never reaches a user
        complain(_no_output() or _unexpected(error))
        return BAD_INPUT
    return status


def _parsed(argv: Sequence[str] | None) -> argparse.Namespace:
    """The arguments; what is wrong with those of a command is said with that command's usage."""
    try:
        args, unknown = build_parser().parse_known_args(argv)
    except SystemExit:
        if problem := _no_output():  # of the help, which argparse lets be lost
            raise CommandError(problem) from None
        raise
    _refuse_empty(args, sys.argv[1:] if argv is None else argv)
    if unknown:
        options = [each for each in unknown if each.startswith("-")] or unknown
        dashed = "; put “--” in front of a question that begins with a dash" if args.command is _ask else ""
        args.parser.error(f"there is no option {for_terminals(' '.join(options))} here{dashed}")
    return args


def _refuse_empty(args: argparse.Namespace, argv: Sequence[str]) -> None:
    """Refuse an argument of nothing, as an unset variable in quotes is: it would stand for the current folder.

    The words of a question or a search may be none.
    """
    takes_words = hasattr(args, "question") or hasattr(args, "words")
    if any(not text.strip() and not (takes_words and before != "--base") for before, text in pairwise(["", *argv])):
        message = "an argument is empty (a variable that is not set?); say what is meant, or leave it out"
        raise CommandError(message, WRONG_USAGE)


def _no_output() -> str | None:
    """What to say if stdout cannot be written: what could not be is still held, and is given up."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _give_up_output()
    except OSError as error:
        _give_up_output()
        return f"what is printed cannot be written ({error.strerror}); make room there, or send it elsewhere"
    return None


def _give_up_output() -> None:
    """Python flushes stdout once more at exit: give it a place where that succeeds."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unexpected(error: Exception) -> str:
    """What to say of an error that nobody has thought of."""
    logger.debug("Unexpected error", exc_info=True)
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return f"unexpected {what}; `onrecord --verbose …` shows where"


def _log_ours() -> None:
    """Log what our own packages do, and nobody else: a library's debugging could show a token."""
    logging.basicConfig(format="%(asctime)s %(name)s %(levelname)s %(message)s")
    for name in ("bot", "facts"):
        logging.getLogger(name).setLevel(logging.DEBUG)


def build_parser() -> argparse.ArgumentParser:
    """The command line, with the help text of every command."""
    parser = Parser(
        prog="onrecord",
        description="Answers questions about meetings from the articles on record.",
        epilog="Exit status: 0 done; 1 some input was bad, or what was searched for was not found; 2 called or set up"
        " wrongly.",
    )
    parser.add_argument("--version", action="version", version=f"onrecord {VERSION}")
    parser.add_argument("--verbose", action="store_true", help="log on stderr what is done, and where it failed")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=Parser)

    compile_ = command(commands, "compile", _compile, "compile articles into the base")
    compile_.add_argument(
        "articles", nargs="*", type=Path, metavar="ARTICLE", help="article files or folders of them (default: seeds)"
    )
    add_base(compile_)
    compile_.add_argument(
        "--jobs", type=_positive, metavar="N", help="how many processes to use (default: as many as pay)"
    )

    add = command(commands, "add", _add, "bring articles into seeds/ and compile them")
    add.add_argument(
        "sources",
        nargs="*",
        metavar="SOURCE",
        help="web pages and feeds (http…), .html, .pdf, .docx, .eml and text files, folders of them (default: the feeds"
        " of the settings)",
    )
    add_base(add)
    add.add_argument("--seeds", type=Path, metavar="DIR", help="the folder of articles (default: seeds)")
    add.add_argument("--again", action="store_true", help="also take in anew what was taken out of the record")
    add.add_argument("--allow-private", action="store_true", help="also fetch from computers in private networks")

    ask = command(commands, "ask", _ask, "answer one question, or a file of them")
    ask.add_argument("question", nargs="*", metavar="QUESTION", help="the question, with or without quotes")
    ask.add_argument("--json", action="store_true", help="write the reply as one JSON object")
    ask.add_argument("--explain", action="store_true", help="show what was found and what led to the confidence")
    ask.add_argument("--context", metavar="QUESTION", help="the question asked just before, for a follow-up")
    ask.add_argument(
        "--batch",
        metavar="FILE",
        help="answer a file of questions in order, one a line, plain or as JSON"
        ' ("question", perhaps "context"); - reads stdin',
    )
    add_base(ask)

    chat = command(commands, "chat", _chat, "hold a conversation in this terminal")
    add_base(chat)

    run = command(commands, "run", _run, "run the Telegram bot (token in TELEGRAM_BOT_TOKEN)")
    add_base(run)

    explain = command(commands, "explain", _explain, "show what was read in an article, and why facts came of it")
    explain.add_argument("article", metavar="ARTICLE", help=ARTICLE)
    explain.add_argument(
        "sentence",
        nargs="*",
        default=[],
        metavar="SENTENCE",
        help="the number of a sentence, or words of it (default: all)",
    )
    add_base(explain)

    check = command(commands, "check", _check, "run questions with known answers and report right, wrong, silent")
    check.epilog = (
        "Exit status: 0 done, whatever the answers were; 1 a file, or an article that it names, is bad or not there."
    )
    check.add_argument("files", nargs="+", type=Path, metavar="FILE", help="YAML files of questions")
    check.add_argument(
        "--plot", type=_picture, metavar="PICTURE", help="draw how far the confidence can be trusted (.png or .svg)"
    )
    add_base(check)

    editor_commands.add_commands(commands)
    return parser


def _positive(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no whole number") from None
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def _picture(text: str) -> Path:
    from bot.terminal.reliability import SUFFIXES

    if Path(text).suffix.lower() not in SUFFIXES:
        raise argparse.ArgumentTypeError(f"“{text}” ends in neither {' nor '.join(SUFFIXES)}")
    return Path(text)


def _compile(args: argparse.Namespace) -> int:
    articles: list[Path] = args.articles
    base = base_folder(args)
    if not articles:
        base = base.absolute()
        os.chdir(home())  # its articles go by the names that they have there
        if base.is_relative_to(Path.cwd()):
            base = base.relative_to(Path.cwd())
        articles = [SEEDS]
        if not SEEDS.is_dir():
            raise CommandError(f"no folder {SEEDS} here; name the articles: onrecord compile ARTICLE…", WRONG_USAGE)
    from facts.compile import compiler

    refuse_unreadable(*articles)
    _refuse_base(articles)
    return compiler.run(articles, base, args.jobs)


def _refuse_base(paths: Iterable[Path]) -> None:
    """Say in one line that a base, given for a folder of articles, is none. Raises CommandError."""
    from facts.compile import compiler

    if found := next(filter(compiler.is_base, paths), None):
        message = f"{found}: is what a compile writes, not an article; name the folder of the articles, {SEEDS} for one"
        raise CommandError(message, WRONG_USAGE)


def _add(args: argparse.Namespace) -> int:
    settings = load_settings()
    sources = args.sources or list(settings.feeds)
    if not sources:
        args.parser.error("name files, folders or addresses to add, or feeds in the settings (ONRECORD_FEEDS)")
    named = [Path(source) for source in sources if "://" not in source]
    refuse_unreadable(*named)
    _refuse_base(named)
    sources = [source if "://" in source else str(Path(source).absolute()) for source in sources]
    seeds = None if args.seeds is None else args.seeds.absolute()
    base = base_folder(args).absolute()
    os.chdir(home())  # its articles go by the names that they have there
    refuse_unreadable(SEEDS if seeds is None else seeds)
    from facts import incoming

    here = Path.cwd()
    return incoming.run(
        sources,
        SEEDS if seeds is None else seeds,
        base.relative_to(here) if base.is_relative_to(here) else base,
        allow_private=args.allow_private or settings.allow_private,
        again=args.again,
    )


@seldom_collecting()
def _ask(args: argparse.Namespace) -> int:
    if args.batch is not None and (args.question or args.context is not None):
        args.parser.error("with --batch, questions and their contexts stand in the file")
    if args.batch is None and not args.question:
        args.parser.error("a question is needed, or --batch FILE")
    if args.explain and (args.json or args.batch is not None):
        args.parser.error("--explain is for people to read: it goes with neither --json nor --batch")
    from bot.terminal import batch, unread
    from bot.wording import render

    index = load_index(base_folder(args))
    if args.batch is not None:
        return max(batch.run(args.batch, index, sys.stdout, complain, _reader()), status_of(index))
    if args.explain:
        from bot.terminal import explain

        print(for_terminals("\n".join(explain.explain(" ".join(args.question), args.context, index, _reader()))))
        return status_of(index)
    reply = batch.answer(" ".join(args.question), args.context, index, _reader())
    problem = unread.page_named(reply, index)
    text = render.as_text(reply) if problem is None else unread.said(problem)
    print(json.dumps(render.as_json(reply), ensure_ascii=False) if args.json else for_terminals(text))
    return status_of(index)


def _explain(args: argparse.Namespace) -> int:
    base = base_folder(args)
    try:
        from facts.compile import explaining
    except ModuleNotFoundError as error:
        raise CommandError(f'explaining needs {error.name}: run “pip install "onrecord[compile]"”') from error
    try:
        article = explaining.find_article(args.article, home() / SEEDS, base)
        if article.stem not in (args.article, Path(args.article).stem):
            complain(f"“{args.article}” is taken as {article.stem}")
        for line in explaining.explain(article, base, " ".join(args.sentence)):
            print(for_terminals(line))
    except explaining.ExplainError as error:
        raise CommandError(str(error)) from error
    return DONE


def _chat(args: argparse.Namespace) -> int:
    from bot.terminal import chat

    index = load_index(base_folder(args))
    return max(chat.run(index, _reader()), status_of(index))


def _run(args: argparse.Namespace) -> int:
    """Run the bot. What is wrong with the set-up stays wrong when it is started again (2), all else may not (3)."""
    try:
        return _run_bot(args)
    except (CommandError, ReaderError) as error:
        raise CommandError(str(error), WRONG_USAGE) from error
    except Exception as error:
        raise CommandError(_unexpected(error), START_AGAIN) from error


def _run_bot(args: argparse.Namespace) -> int:
    from bot import config

    settings = load_settings()
    try:
        config.bot_token(settings)
    except config.ConfigError as error:
        raise CommandError(str(error), WRONG_USAGE) from error
    base = base_folder(args)
    index = load_index(base)
    from bot import telegram

    reader = _reader()
    reader.prepare()
    return telegram.run(settings, index, base, reader)


def _check(args: argparse.Namespace) -> int:
    from bot.terminal import check

    index = load_index(base_folder(args))
    return max(check.run(args.files, index, args.plot, sys.stdout, complain, _reader()), status_of(index))


def _reader() -> SentenceReader:
    """The reader of sentences; its weights are loaded, and what is wrong with them said, when a question needs it."""
    from bot.matching.reading import SentenceReader

    return SentenceReader()


def _speak_unicode() -> None:
    """Write UTF-8 to files and pipes; on a terminal of another encoding show what it cannot as "?".

    What is printed is held until it is written, also where Python was told otherwise (PYTHONUNBUFFERED): else nobody
    could tell that it was not.
    """
    own = sys.__stdout__
    if own is not None and own is sys.stdout and isinstance(own.buffer, io.RawIOBase):
        sys.stdout = open(own.fileno(), "w", encoding=own.encoding, closefd=False)  # noqa: SIM115
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
