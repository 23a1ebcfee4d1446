"""A conversation in the terminal: the replies of Telegram, with line editing and a history."""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from bot import dialog, question
from bot.index import Index
from bot.matching.match import SUGGESTIONS
from bot.matching.reading import SentenceReader
from bot.terminal import unread
from bot.wording import messages, render
from bot.wording.objections import is_objection

PROMPT = "> "
HISTORY_LINES = 1000
NO_COMMAND = "There are no commands here but /help: ask in words, or leave (“exit”) and see “onrecord --help”."
HELP = (
    "Ask in words; “and where was it?” goes on from what was answered. The number of a suggestion chooses it, “no” asks"
    " for what else may be meant, “exit” leaves. “onrecord meetings” lists what is on record. What goes unanswered here"
    " is kept nowhere; what the bot could not answer in Telegram its owners see there with /unanswered."
)
NO_CHOICE = "There is no suggestion of that number."
LEAVE = frozenset({"exit", "quit", "/exit", "/quit"})
"""What people type to end a conversation at a terminal, and nobody asks."""
ASK_HELP = frozenset({"/help", "/start", "/?"})
_MAY_CHOOSE = re.compile(r"[0-9]{1,2}")
"""A number of a suggestion, perhaps of none: a longer one may be a year."""
GREETING = "Ask about the meetings on record. The number of a suggestion chooses it; “exit” or Ctrl-D leaves."


def run(index: Index, reader: SentenceReader | None = None) -> int:
    """Answer line by line until the input ends; returns 0. Without a terminal there is no greeting and no prompt."""
    at_terminal = sys.stdin.isatty()
    with _history() if at_terminal else contextlib.nullcontext():
        if at_terminal:
            print(GREETING)
        converse(index, read=lambda: input(PROMPT if at_terminal else ""), say=print, reader=reader)
        if at_terminal:
            print()
    return 0


def converse(
    index: Index,
    read: Callable[[], str],
    say: Callable[[str], None],
    reader: SentenceReader | None = None,
) -> None:
    """Answer each line that `read` gives through `say`, until one is “exit” or “quit” or `read` raises EOFError.

    A line that is the number of a suggestion of the reply before it is taken as that choice, one that objects to the
    answer before it ("no", "really?") as asking for what else may be meant, and not yet said. Another number asks
    nothing, nor does what is a command in Telegram.
    """
    context = before = dialog.Context()
    choices: tuple[dialog.Answer, ...] = ()
    said: tuple[dialog.Answer, ...] = ()
    while True:
        try:
            line = read().strip()
        except EOFError:
            return
        if line.casefold() in LEAVE:
            return
        if not line:
            continue
        chosen = _chosen(line, choices)
        if chosen is not None:
            reply = dialog.Reply(status="answer", asked=chosen.question, answer=chosen)
            context = dialog.Context(question=chosen.question, article=chosen.article, answer_key=chosen.key)
            said = (*said, chosen)
        elif context.question and is_objection(line):
            choices = _others(said, context.question, before, index, reader)
            said = (*said, *choices)
            if not choices:
                say(messages.NOTHING_ELSE)
                continue
            reply = dialog.Reply("suggest", context.question, suggestions=choices)
        elif line.startswith("/") or _MAY_CHOOSE.fullmatch(line):
            say(HELP if line.casefold() in ASK_HELP else NO_COMMAND if line.startswith("/") else NO_CHOICE)
            continue
        else:
            before = context
            reply, context = dialog.reply(line, index, context, reader)
            if (problem := unread.page_named(reply, index)) is not None:
                choices = ()
                say(unread.said(problem))
                continue
            choices = reply.suggestions
            said = (*((reply.answer,) if reply.answer else ()), *choices)
        say(render.as_text(reply))


def _others(
    said: tuple[dialog.Answer, ...], asked: str, before: dialog.Context, index: Index, reader: SentenceReader | None
) -> tuple[dialog.Answer, ...]:
    """What else a question may mean than what was said to it; `before` is the context that it was asked in."""
    found = dialog.nearest(question.read(asked), index, before, reader)
    return tuple(itertools.islice(dialog.others_than(said, found), SUGGESTIONS))


def _chosen(line: str, choices: tuple[dialog.Answer, ...]) -> dialog.Answer | None:
    """The suggestion that the line names by its number from 1, if it does."""
    if line.isascii() and line.isdigit() and 1 <= int(line) <= len(choices):
        return choices[int(line) - 1]
    return None


@contextlib.contextmanager
def _history() -> Iterator[None]:
    """Line editing, with a history that outlives the conversation. Without readline there is neither."""
    try:
        import readline
    except ModuleNotFoundError:
        yield
        return
    path = history_file()
    with contextlib.suppress(OSError):  # none yet, or not ours to read: begin with an empty one
        readline.read_history_file(path)
    try:
        yield
    finally:
        readline.set_history_length(HISTORY_LINES)
        with contextlib.suppress(OSError):  # a history that cannot be kept is no reason to end in an error
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=0o600)
            readline.write_history_file(path)


def history_file() -> Path:
    """Where the history is kept: in the folder that XDG names for state."""
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(state, "onrecord", "history")
