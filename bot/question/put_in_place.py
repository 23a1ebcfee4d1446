"""“and Osmark?” after “How much did Tarn pledge?” → “How much did Osmark pledge?”, where it is clear whose place it
takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from bot.question import lexicon
from bot.question.cues import DETERMINERS, MEETING_TERMS, PARTICIPLES, WH
from bot.question.follow_up import is_follow_up, said_of_one
from bot.question.reading import Question
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import tokens
from bot.question.words import STOP
from facts.expressions import expression
from facts.folding import fold
from facts.months import MONTHS
from facts.verbs import PASTS

_NEW: Final = expression(
    r"(?:(?:and|but|or|so),? |(?:what|how) about )+(?P<article>(?:the|an?) )?"
    r"(?P<name>[^\W\d][\w’'-]*(?: [\w’'-]+){0,3})\W*",
    re.IGNORECASE,
)
_WORD: Final = expression(r"[\w’'-]+")
_HOW: Final = frozenset("many much big large long high low old far often".split())
_REST: Final = frozenset("former latter other others remaining rest".split())
_Sort = Literal["country", "name", "thing"]


def put_in_place(question: Question, before: str) -> str | None:
    """What is asked by "and X?", in full: the question before with X for the only country, name or thing, as X is one,
    that it has; None where it has several, or what is asked may be asked of any meeting ("and the venue?").

    >>> from bot.question import read
    >>> put_in_place(read("and Osmark?"), "How much did Tarn pledge?")
    'How much did Osmark pledge?'
    >>> put_in_place(read("and the date?"), "Who moved the motion?")
    """
    new = _NEW.fullmatch(question.text.strip())
    asked = question.analysis
    if new is None or asked.answer_type is not None or not is_follow_up(question) or not said_of_one(question):
        return None
    words = new["name"].split()
    if asked.dates or asked.ordinals or any(fold(word) in STOP | _REST for word in words):
        return None
    sort, article = _sort(words), bool(new["article"])
    places = [span for span in _runs(before, sort) if sort == "country" or _has_article(before, span) == article]
    if len(places) != 1:
        return None
    begin, end = places[0]
    return before[:begin] + new["name"] + before[end:]


def _sort(words: list[str]) -> _Sort:
    if any(_is_country(word) for word in words):
        return "country"
    named = words[0][0].isupper() or not any(lexicon.is_word(fold(word).removesuffix("s")) for word in words)
    return "name" if named else "thing"  # nobody takes care to write "and cobrix?" with a capital


def _is_country(word: str) -> bool:
    return any(token.term.startswith("=") for token in tokens(word))


def _runs(text: str, sort: _Sort) -> Iterator[tuple[int, int]]:
    """The spans of a question's countries, other names, or things: words in a row that are neither its verb nor what it
    counts, nor a meeting."""
    found = list(_WORD.finditer(text))
    run: list[re.Match[str]] = []
    for at, word in enumerate([*found, None]):
        joins = word is not None and _is_of(sort, word[0], found[at - 1][0] if at else "")
        if word is not None and joins and (not run or text[run[-1].end() : word.start()] == " "):
            run.append(word)
            continue
        if run and not _names_meeting(text, run) and (sort != "thing" or _stands_free(text, run[0].start())):
            yield run[0].start(), run[-1].end()
        run = [word] if word is not None and joins else []


def _is_of(sort: _Sort, word: str, before: str) -> bool:
    """Whether a word behind another is of a country, a name or a thing."""
    folded, ahead = fold(word), fold(before)
    if sort == "country" or _is_country(word):
        return sort == "country" and _is_country(word)
    if not before or folded in STOP | WH | _HOW | PREPOSITIONS or folded in MONTHS or word[0].isdigit():
        return False
    if sort == "name" or word[0].isupper():
        return sort == "name" and word[0].isupper()
    if ahead in WH | _HOW:
        return False
    return ahead in DETERMINERS or not _may_be_verb(folded)


def _may_be_verb(word: str) -> bool:
    past = word in PASTS or word in PARTICIPLES or word.endswith("ed")
    return past or word.endswith("ing") or lexicon.is_verb(word) or lexicon.is_verb(word.removesuffix("s"))


def _stands_free(text: str, begin: int) -> bool:
    """Whether no word of the same thing, as "lock" of "lock gates", may stand before a place."""
    ahead = [fold(word[0]) for word in _WORD.finditer(text, 0, begin)][-1:]
    return bool(ahead) and ahead[0] in STOP | WH | _HOW | PREPOSITIONS | DETERMINERS


def _names_meeting(text: str, run: list[re.Match[str]]) -> bool:
    """Whether words in a row, or the one behind them, name a meeting."""
    behind = _WORD.search(text, run[-1].end())
    words = [word[0] for word in run] + ([behind[0]] if behind else [])
    return any(token.term in MEETING_TERMS for token in tokens(" ".join(words)))


def _has_article(text: str, span: tuple[int, int]) -> bool:
    return re.search(r"\b(?:the|an?) $", text[: span[0]], re.IGNORECASE) is not None
