"""Whether a question names an article whose page cannot be read: then nothing else is offered in its place."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

from bot.index import Index
from bot.question.tokens import tokens
from bot.question.words import MEETING_NOUNS
from bot.replies import Reply
from facts.expressions import expression
from facts.pages.problems import Problem

_NAMED = expression(r"^  (?:name|aliases|series|place):[ \t]*(\S.*)$", re.MULTILINE)
"""Lines of a page that name its meeting, also where the page is no YAML."""
_TITLE = expression(r"^  title:[ \t]*(\S.*)$", re.MULTILINE)
FEWEST_OF_TITLE = 2
"""How many words of a headline or an id name an article, as they may be any."""


def page_named(reply: Reply, index: Index) -> Problem | None:
    """What is wrong with the page that a question names to which no answer was found; None where it names none.

    It names one by a word of its meeting, or by several of its headline or id, that no page has which can be read.
    """
    if reply.status == "answer":
        return None
    asked = {term for term in _terms(reply.asked) if term not in index.vocabulary}
    return next((problem for problem in index.problems if asked and _is_named(asked, Path(problem.file))), None)


def without_others(reply: Reply) -> Reply:
    """A reply that offers nothing."""
    return dataclasses.replace(reply, status="none", suggestions=(), reason="not_on_record")


def said(problem: Problem) -> str:
    """What is said in the place of what else there is."""
    return f"The page of that article cannot be read: {problem.file}. Mend it, and ask again."


def _is_named(asked: set[str], page: Path) -> bool:
    try:
        text = page.read_text(encoding="utf-8", errors="replace")
    except OSError:
        text = ""
    of_meeting = _terms(" . ".join(_NAMED.findall(text)))
    of_report = _terms(" . ".join((page.stem.replace("_", " "), *_TITLE.findall(text))))
    return bool(asked & of_meeting) or len(asked & of_report) >= FEWEST_OF_TITLE


def _terms(text: str) -> set[str]:
    """The terms of the words that may name something: no numbers, and no words for any meeting."""
    found = (each for each in tokens(text) if not each.is_stop and each.surface not in MEETING_NOUNS)
    return {each.term for each in found if not each.term[0].isdigit() and each.term[0] != "#"}
