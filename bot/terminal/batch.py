"""Many questions at once: JSON Lines, or plain questions, one a line, in; JSON Lines out, in order."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from bot import dialog
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.terminal import unread
from bot.wording import render
from facts import encoding

logger = logging.getLogger(__name__)


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

    Each line gets a reply, so that the replies stay in step with the lines: of status "none" a blank one, which asks
    nothing, and one that cannot be read, which is named through `complain`. A file that is not text gets none. Returns
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
    for number, line in enumerate(lines.removesuffix(b"\n").split(b"\n") if lines else (), 1):
        reply = dialog.Reply(status="none", asked="", reason="no_words")
        try:
            if line.strip():
                reply = answer(*parse_line(line), index, reader)
        except LineError as error:
            complain(f"{name}:{number}: {error}")
            status = 1
        print(json.dumps(render.as_json(reply), ensure_ascii=False), file=out)
    return status


def answer(question: str, context: str | None, index: Index, reader: SentenceReader | None = None) -> dialog.Reply:
    """The reply to `question`, read in the light of the question `context` asked just before, if any.

    Where it names an article whose page cannot be read, nothing else is offered.
    """
    before = dialog.Context()
    if context is not None:
        _, before = dialog.reply(context, index, before, reader)
    reply, _ = dialog.reply(question, index, before, reader)
    said = reply.answer
    how = "nothing answered" if said is None else f"{'read in' if said.read else 'a fact of'} {said.article}"
    logger.debug("%s: %s, %d suggestions, %.0f ms", reply.status, how, len(reply.suggestions), reply.took_ms)
    return unread.without_others(reply) if unread.page_named(reply, index) is not None else reply


def parse_line(line: bytes) -> tuple[str, str | None]:
    """The question and the context (or None) of one line: of a JSON object, or the line itself as a question.

    Raises:
        LineError: The line is no text, or is JSON but no object with a text "question".
    """
    try:
        text = line.decode("utf-8-sig").strip()
        if not text.startswith(("{", "[")):
            return text, None
        item = json.loads(text)
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
