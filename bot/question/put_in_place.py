"""“and Osmark?” after “How much did Tarn pledge?” → “How much did Osmark pledge?”, where it is clear whose place it
takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

import msgspec

from bot.question import lexicon
from bot.question.bodies_named import bodies_named, is_body
from bot.question.cues import BE, DETERMINERS, MEETING_TERMS, PARTICIPLES, WH
from bot.question.follow_up import is_follow_up, said_of_one
from bot.question.reading import Question, read
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import tokens
from bot.question.words import STOP
from facts import dates
from facts.expressions import expression
from facts.folding import fold
from facts.months import MONTHS
from facts.verbs import PASTS

_NEW: Final = expression(
    r"(?:(?:and|but|or|so),? |(?:what|how) about )+(?P<article>(?:the|an?) )?"
    r"(?P<name>[^\W\d][\w’'-]*(?: [\w’'-]+){0,3})\W*",
    re.IGNORECASE,
)
_NEW_MONTH: Final = expression(
    rf"(?:(?:and|but|or|so),? |(?:what|how) about )+(?:(?:by|during|for|from|in|since|until) )?"
    rf"(?P<name>(?:{'|'.join(MONTHS)})(?: (?:19|20)\d\d)?)\W*",
    re.IGNORECASE,
)
_MONTH: Final = expression(
    rf"(?<!\d )(?<!\d(?:st|nd|rd|th) )\b(?:{'|'.join(MONTHS)})(?P<year> (?:19|20)\d\d)?\b(?! \d)", re.IGNORECASE
)
"""A month without a day, with its year where that is told."""
_NEW_YEAR: Final = expression(
    r"(?:(?:and|but|or|so),? |(?:what|how) about )+(?:(?:during|for|from|in|since) )?(?P<name>(?:19|20)\d\d)\W*",
    re.IGNORECASE,
)
_NEW_AGO: Final = expression(
    r"(?:(?:and|but|or|so),? |(?:what|how) about )+(?P<name>(?:an?|\w+) (?:years?|months?) ago)\W*", re.IGNORECASE
)
_LAST_YEAR: Final = expression(
    r" (?:in |for |during |over )?(?:the )?(?:last|past|this|current|now|today)(?: (?:year|month))?$", re.IGNORECASE
)
"""The time at the end of a question, where it is told from now."""
_YEAR: Final = expression(
    r"\b(?:(?<=in )|(?<=of )|(?<=by )|(?<=for )|(?<=the ))(?:19|20)\d\d\b(?![-–/.,]\d)", re.IGNORECASE
)
"""A year of which no month is told."""
_AHEAD_OF_MONTH: Final = expression(r"\b(?:by|during|early|for|from|in|late|of|since|until) $", re.IGNORECASE)
_WORD: Final = expression(r"[\w’'-]+")
_HOW: Final = frozenset("many much big large long high low old far often".split())
_REST: Final = frozenset("former latter other others remaining rest".split())
_SMALL: Final = STOP | WH | PREPOSITIONS | DETERMINERS
_WITHIN_NAMES: Final = frozenset("for of the".split())
_BESIDE: Final = frozenset(
    "boss challenger colleague deputy husband opponent partner predecessor rival successor wife".split()
)
"""Whom "his" or "her" may stand before, to be asked of in the place of whoever was asked about."""
_Sort = Literal["beside", "body", "country", "month", "name", "thing", "year"]


class Placed(msgspec.Struct, frozen=True):
    """A question in full: `new` stands in the place of `old` in the question before; both are of a sort."""

    text: str
    new: str
    old: str
    sort: _Sort


def placed(question: Question, before: str, is_known: bool = False) -> Placed | None:
    """What is asked by "and X?": the question before with X for the only month, country, body, name or thing, as X is
    one, that it has; None where it has several, or what is asked may be asked of any meeting ("and the venue?"). That X
    is a body `is_known` where it is one on record, as its words need not show.

    >>> from bot.question import read
    >>> placed(read("and the toll board?"), "How much did the Lock Council pledge?")
    Placed(text='How much did the toll board pledge?', new='toll board', old='Lock Council', sort='body')
    >>> placed(read("and Osmark?"), "How much did Tarn pledge?").text
    'How much did Osmark pledge?'
    >>> placed(read("and coal?"), "Who leads the gas group?").text
    'Who leads the coal group?'
    >>> placed(read("and her rival?"), "How much did Ada Wren spend?").text
    'How much did her rival spend?'
    >>> placed(read("and the date?"), "Who moved the motion?")
    """
    if (month := _NEW_MONTH.fullmatch(question.text.strip())) is not None:
        return _put(before, month["name"], [*_months(before, " " in month["name"])], "month")
    if (year := _NEW_YEAR.fullmatch(question.text.strip())) is not None:
        return _put(before, year["name"], [found.span() for found in _YEAR.finditer(before)], "year")
    new = _NEW.fullmatch(question.text.strip())
    asked = question.analysis
    if new is None or not is_follow_up(question) or not said_of_one(question):
        return None
    words = new["name"].split()
    body = is_known or is_body(words)
    outer = [word for word in words if fold(word) not in _WITHIN_NAMES] if body else words
    if fold(words[0]) in ("his", "her") and {*map(fold, words[1:])} <= _BESIDE and len(words) > 1:
        return _put(before, new["name"], [*_runs(before, "name")], "beside")
    if asked.dates or asked.ordinals or any(fold(word) in STOP | WH | _REST for word in outer):
        return None
    if asked.answer_type is not None and not body:  # of a town council no town is asked for
        return None
    if body and (bodies := [*bodies_named(before)]):
        return _put(before, new["name"], bodies, "body")
    own = _sort(words)
    for sort in ("name", "thing") if body and own != "country" else (own,):  # a body that is typed small has a name
        runs = (_with_its_noun(before, span, words) for span in _runs(before, sort))
        places = [
            span for span in runs if span and (sort == "country" or _has_article(before, span) == bool(new["article"]))
        ]
        if not places and sort == "thing" and len(words) == 1:  # "and coal?" after "who leads the gas group?"
            places = [*_sorts_of(before)] if not new["article"] else []
        if places:
            return _put(before, new["name"], places, sort)
    return None


def _sorts_of(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the words that say which of several a thing with an article is: "gas" of "the gas group"."""
    for span in _runs(text, "thing"):
        words = [*_WORD.finditer(text, *span)]
        if len(words) == len(("gas", "group")) and _has_article(text, span):
            yield words[0].span()


def _put(before: str, new: str, places: list[tuple[int, int]], sort: _Sort) -> Placed | None:
    """A question with something new in its only place; None where it has several or none."""
    if len(places) != 1:
        return None
    begin, end = places[0]
    return Placed(before[:begin] + new + before[end:], new, before[begin:end], sort)


def in_year(question: Question, before: str) -> str | None:
    """What is asked by "and in 2024?": the question before, which names no time itself, with that year.

    >>> from bot.question import read
    >>> in_year(read("and in 2024?"), "How many boats has the Osmark guild?")
    'How many boats has the Osmark guild in 2024?'
    >>> in_year(read("and ten years ago?"), "How many boats has the guild now?")
    'How many boats has the guild ten years ago?'
    """
    ago = _NEW_AGO.fullmatch(question.text.strip())
    if ago is not None and said_of_one(read(before)) and not is_follow_up(read(before)):
        return f"{_LAST_YEAR.sub('', before.rstrip(' ?.!'))} {ago['name']}?"
    year, former = _NEW_YEAR.fullmatch(question.text.strip()), read(before)
    if year is None or dates.find(before, None, asked=True) or is_follow_up(former) or not said_of_one(former):
        return None
    return f"{before.rstrip(' ?.!')} in {year['name']}?"


def _months(text: str, with_year: bool) -> Iterator[tuple[int, int]]:
    """The spans of the months of a question that have no day, with their year or not; "may" and "march" are none."""
    for found in _MONTH.finditer(text):
        if found[0][0].isupper() or _AHEAD_OF_MONTH.search(text[: found.start()]):
            yield found.start(), found.end() if with_year else found.end() - len(found["year"] or "")


def _with_its_noun(text: str, span: tuple[int, int], new: list[str]) -> tuple[int, int] | None:
    """The span of a name with the noun behind it, where what is new has such a noun: "Orsay plant" for "Nantes mill";
    None where what stands behind may be a verb."""
    if len(new) < 2 or not new[0][0].isupper() or new[-1][0].isupper() or not text[span[0]].isupper():
        return span
    noun, then = [*_WORD.finditer(text, span[1]), None, None][:2]
    if noun is None or fold(noun[0]) in _SMALL:
        return None
    is_noun = noun[0] == new[-1] or not _may_be_verb(fold(noun[0]))
    stands_before = then is not None and (fold(then[0]) in BE or fold(then[0]) not in _SMALL)
    return (span[0], noun.end()) if is_noun or stands_before else None


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
