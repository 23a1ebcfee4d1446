"""Words that answer "when?" tell a time, and "where?" a place: who did it and for how much is neither."""

from __future__ import annotations

import datetime
import re
from typing import Final

from bot.matching.dates_told import dates_in
from bot.question import Analysis, Question
from bot.question.cues import BE, DETERMINERS
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import content_terms
from facts import dates
from facts.expressions import expression
from facts.line_marks import told_of_meeting
from facts.months import MONTHS
from facts.verbs import PASTS

_SMALL: Final = (
    r"(?:(?:the|an?|its|their|his|her|our|this|that|these|those|each|every|all|both|only|about|early|late) )*"
)
_CONJUNCTION: Final = (
    r"(?:after|before|during|when|whenever|while|once|until|till|since|following|upon|throughout|as soon as|"
    r"at the (?:beginning|close|end|opening|outset|same time|start|time)(?: of)?|on the eve of)"
)
_BEHIND_TIME: Final = expression(rf"\b{_CONJUNCTION} {_SMALL}$", re.IGNORECASE)
_DAYS: Final = "|".join((*MONTHS, *(f"{day}days?" for day in "Mon Tues Wednes Thurs Fri Satur Sun".split())))
_OF_TIME: Final = expression(
    rf"^{_CONJUNCTION}\b|\b(?:{_DAYS}|daily|weekly|monthly|quarterly|yearly|annually|always|never|immediately|soon|now|"
    r"next|following|previous|then|later|earlier|ago|today|tonight|tomorrow|yesterday|noon|midnight|morning|afternoon|evening|night|weekend|day|"
    r"week|fortnight|month|quarter|year|decade|century|season|spring|summer|autumn|winter|Christmas|Easter)\b|"
    r"\b(?:in|within|after|every) (?:[\w-]+ )+?[\w-]+s\b|^(?:on )?the \d\d?(?:st|nd|rd|th)$",
    re.IGNORECASE,
)
_CLOCK: Final = expression(r"(?:(?:at|about|around) )?(?:[01]?\d|2[0-3])[.:h][0-5]\d")
_AT_TIME: Final = expression(r"\b(?:at|from|until|till|by|since|about|around|before|after|to) $|^\W*$", re.IGNORECASE)
"""What stands before a time of day that has no more than its digits: "sat at 9.30", "rose by 9.30" where a time is
asked for."""
_AT_HOUR: Final = expression(r"\bat (?:1?\d|2[0-4])$", re.IGNORECASE)
_COUNTS: Final = expression(r"[.:,]\d|[ -](?!(?:on|in|every|each|and|to|with|until|till|sharp|o['’]clock)\b)\w")
"""What makes a number behind "at" count, and tell no hour: "at 11 schools"."""
_OF_PLACE: Final = expression(
    r"^(?:at|in|inside|near|outside|on|from|to|into|across|along|around|behind|beside|below|above|opposite|between|under|"
    r"through|throughout|via|towards?|off|over|online|here|there|by (?:tele|video|phone|zoom))\b|\bonline\b",
    re.IGNORECASE,
)
_LIES_AT: Final = expression(r", (?:at|in|near|off|outside)(?: the)? [A-Z]")
"""What tells where something lies, behind it: "Osmark, off Cape Tarn"."""
_NO_PLACE: Final = expression(
    r"(?:in|during|at|under|by|to) (?:(?:an?|the|its|their|another|several|two|heavy) )?(?:[\w’'-]+ ){0,2}?"
    r"(?:accident|air ?strike|ambush|arson|assault|attack|ballot|blast|bombardment|bombing|clash|collision|crash|"
    r"drone strike|election|explosion|poll|raid|referendum|shelling|shooting|shoot-?out|strike|vote)(?:e?s)?",
    re.IGNORECASE,
)
"""What was done to somebody or by them, which is no place though "in" stands before it."""
_AT: Final = frozenset(
    """across along around at behind below beside between in inside into near off on opposite outside over through
    throughout to toward towards under via from""".split()
)
_GONE_TO: Final = expression(r"(?:visit|tour|reach|enter|leav|cross|host|choos)\w*|left|chose", re.IGNORECASE)
"""Verbs whose object is a place."""
_WORD: Final = expression(r"[\w’'-]+|[,;:.]")
_FAR: Final = 10
"""How many words a place may stand behind what puts it there."""
_IN_NAMES: Final = DETERMINERS | PREPOSITIONS | {"and", "elect"}
"""What names have in small letters."""
_TOWN: Final = expression(r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3}")
_TOWN_IN: Final = expression(rf"{_TOWN.pattern}, [A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){{0,2}}")
"""A place, and what it lies in."""
_BEHIND_NAME: Final = expression(r"[A-Z][\w’'.-]* [A-Z][\w’'.-]*(?: of | from | \()$")
"""What stands between somebody's name and where they are from."""
_WHICH_TOWN: Final = expression(
    r"(?:and |so )?(?:which|what) (?:city|town)\b(?! (?:did|does|do)\b)(?!.* (?:in|at|from|to|of|through|near)\W*$)",
    re.IGNORECASE,
)
"""What asks for a town that nothing needs to put somewhere: "Which town refused?"."""
_WHOSE_MONEY: Final = expression(
    r"\bwhere\b.*\b(?:cash|fund(?:s|ing)|grants?|money|sums?)\b.*\bcom(?:e|es|ing)\b.*\bfrom\W*$", re.IGNORECASE
)
"""What asks who pays."""
_WHERE: Final = expression(r"\bwhere\b", re.IGNORECASE)
_ASKS_BIRTH: Final = expression(r"\b(?:born|birth\w*|from)\b|\bcom(?:e|es|ing) from\b", re.IGNORECASE)
_BORN: Final = expression(r"\b[Bb]orn\b(?:(?: (?:on|in|at|near)\b[^.;:]*?)?,?) (?:on|in|at|near)(?: the)? $")
"""What stands before when or where somebody was born."""
_COUNTRY: Final = expression(r"\b(?:country|nation)\W*(?:\w+\W*){0,3}$", re.IGNORECASE)
_NAMED: Final = expression(r"(?:the )?[A-Z][\w’'.-]*(?: (?:(?:of|for|the|and) )*[A-Z][\w’'.-]*)*")
"""A name, with its small words."""
_ANY_DAY: Final = datetime.date(2000, 1, 1)
_LABEL_OF_PLACE: Final = expression(r"\b(?:place|venue|location|where|site|address|held at)\b[^:;]{0,20}: ?$", re.I)
_AHEAD_OF_HOST: Final = expression(
    r"^[,)]? ?(?:where\b|(?:(?:will|would|is|was|are|were|to|which|has|had|also|next|again) ){0,3}(?:be )?"
    r"(?:host|the (?:place|venue|site|host)))",
    re.IGNORECASE,
)


def is_neither(asked: Analysis, sentence: str, span: tuple[int, int], places: frozenset[str] = frozenset()) -> bool:
    """Whether a question asks when or where, and the words at a span of a sentence tell no time, or no place; `places`
    are the terms of those that are known.

    >>> from bot.question import read
    >>> told = "Ada Wren paid 9 crowns in Tarn on Monday, the rest on Friday."
    >>> [is_neither(read("where was it?").analysis, told, span) for span in ((0, 8), (14, 22), (26, 30))]
    [True, True, False]
    >>> [is_neither(read("when was it?").analysis, told, span) for span in ((0, 8), (14, 22), (34, 40))]
    [True, True, False]
    """
    said, ahead, behind = sentence[slice(*span)].strip(), sentence[: span[0]], sentence[span[1] :]
    if asked.answer_type == "when":
        if _CLOCK.fullmatch(said) and _AT_TIME.search(ahead):
            return False
        if _AT_HOUR.search(ahead + said) and not _COUNTS.match(behind):
            return False
        if _OF_TIME.search(said) or _BEHIND_TIME.search(ahead) or dates.find(said, None, asked=True):
            return False
        only = len(dates.find(sentence, _ANY_DAY)) == 1  # it is the answer, whatever is marked
        return not only and "when" not in told_of_meeting(sentence)
    if asked.answer_type != "where" or not places.isdisjoint(content_terms(said)):
        return False
    if _NO_PLACE.fullmatch(said):
        return True
    if (
        (asked.stranded_preposition == "from" and _TOWN.match(said) and _BEHIND_NAME.search(ahead))
        or _ends_list(said, ahead, behind)
        or _OF_PLACE.match(said)
        or _LIES_AT.search(said)
        or _LABEL_OF_PLACE.search(ahead)
        or _AHEAD_OF_HOST.match(behind)
    ):
        return False
    return not _is_put_there(said, ahead)


def _ends_list(said: str, ahead: str, behind: str) -> bool:
    """Whether words end a line of somebody's name, office and place: "Ada Wren, Clerk, Tarn, Norland"."""
    words = re.findall(r"[^\W\d_][\w’'-]*", ahead + said + behind)
    plain = all(word[0].isupper() or word.lower() in _IN_NAMES for word in words)
    return plain and ahead.endswith(", ") and _TOWN_IN.fullmatch((said + behind).rstrip(" .")) is not None


def names_town(question: str, said: str) -> bool:
    """Whether a question asks which town did something, or it was done to, for a country in keywords, or where money
    comes from, and words are a name.

    >>> names_town("Which town left?", "Tarn"), names_town("In which town was it?", "Tarn")
    (True, False)
    >>> names_town("Where does most of the money come from?", "the Lock Fund"), names_town("weir fund country", "Tarn")
    (True, True)
    """
    asks = _WHICH_TOWN.match(question) or _WHOSE_MONEY.search(question)
    if asks is None and not _WHERE.search(question):
        asks = _COUNTRY.search(question)
    return asks is not None and _NAMED.fullmatch(said.strip()) is not None


def is_of_birth(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether words at a span of a sentence tell when or where somebody was born, and a question asks for another time
    or place.

    >>> from bot.question import read
    >>> told = "Born in Tarn in 1950, Ada Wren was buried in Osk."
    >>> [is_of_birth(read(f"Where was Ada Wren {done}?"), told, (8, 12)) for done in ("buried", "born")]
    [True, False]
    """
    if question.analysis.answer_type not in ("when", "where") or _ASKS_BIRTH.search(question.text):
        return False
    return _BORN.search(sentence[: span[0]]) is not None


def is_on_another_day(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks where something was on a day, and a sentence names others alone.

    >>> from bot.question import read
    >>> told = "The next fair will be held on 17 June in Osk."
    >>> [is_on_another_day(read(f"venue of the fair on {day}?"), told, (41, 44)) for day in ("15 April", "17 June")]
    [True, False]
    """
    asked = [date for date in question.analysis.dates if date.month and date.day]
    if question.analysis.answer_type != "where" or not asked:
        return False
    told = [date for date in dates_in(sentence, ()) if date.month and date.day]
    return bool(told) and not any(date.agrees(day) for date in asked for day in told)


def names_time(text: str) -> bool:
    """Whether a text names a time, as "in the first quarter" or "on Monday".

    >>> names_time("How many came in the first quarter?"), names_time("How many came?")
    (True, False)
    """
    return _OF_TIME.search(text) is not None


def _is_put_there(said: str, ahead: str) -> bool:
    """Whether what is ahead of words puts them somewhere: "in the hall of", but no "in" of another noun."""
    named = said[:1].isupper()
    for word in _WORD.findall(ahead)[: -_FAR - 1 : -1]:
        if word.lower() in _AT or _GONE_TO.fullmatch(word):
            return True
        if word in ("of", "and"):
            named = False
        elif not word[0].isupper() and word not in DETERMINERS and (named or _ends(word)):
            return False
    return False


def _ends(word: str) -> bool:
    """Whether a word is no part of a noun."""
    return not word[0].isalpha() or word in BE | PREPOSITIONS or word in PASTS or word.endswith("ed")
