"""Many questions at once: JSON Lines in, JSON Lines out, in order."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TextIO

from bot import dialog
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.wording import render
from facts import encoding


class LineError(Exception):
    """A line is no question; the message says what is wrong with it and what to write."""


def run(
    source: str,
    index: Index,
    out: TextIO,
    complain: Callable[[str], None],
    reader: SentenceReader | None = None,
) -> int:
    """Answer the questions in the file `source` ("-" is stdin), one JSON object a line, to `out`.

    A line that cannot be read is named through `complain` and gets a reply of status "none" in its place, so that
    the replies stay in step with the lines. Blank lines get no reply, and neither does a file that is not text. Returns
    0, or 1 if a line or the file was bad.
    """
    name = "stdin" if source == "-" else source
    try:
        data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        complain(f"{name}: {error.strerror}; give a file of JSON Lines")
        return 1
    text = encoding.decode_unicode(data)
    lines = data if text is None else text.encode()
    if b"\0" in lines:
        complain(f"{name}: is not text; give a file of JSON Lines")
        return 1
    status = 0
    for number, line in _numbered(lines.split(b"\n")):
        try:
            question, context = parse_line(line)
        except LineError as error:
            complain(f"{name}:{number}: {error}")
            status = 1
            reply = dialog.Reply(status="none", asked="", reason="no_words")
        else:
            reply = answer(question, context, index, reader)
        print(json.dumps(render.as_json(reply), ensure_ascii=False), file=out)
    return status


def answer(question: str, context: str | None, index: Index, reader: SentenceReader | None = None) -> dialog.Reply:
    """The reply to `question`, read in the light of the question `context` asked just before, if any."""
    before = dialog.Context()
    if context is not None:
        _, before = dialog.reply(context, index, before, reader)
    reply, _ = dialog.reply(question, index, before, reader)
    return reply


def parse_line(line: bytes) -> tuple[str, str | None]:
    """The question and the context (or None) of one line.

    Raises:
        LineError: The line is no JSON object with a text "question".
    """
    try:
        item = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise LineError("not UTF-8; save the file as UTF-8") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise LineError(f'not JSON ({error}); write {{"question": "…"}}') from error
    if not isinstance(item, dict) or not isinstance(item.get("question"), str):
        raise LineError('no text named "question"; write {"question": "…"}')
    context = item.get("context")
    if context is not None and not isinstance(context, str):
        raise LineError('"context" is not a text; leave it out, or give the question asked before')
    return item["question"], context


def _numbered(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers from 1."""
    return ((number, line) for number, line in enumerate(lines, 1) if line.strip())
