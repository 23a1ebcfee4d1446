"""Headings and labels of which nothing is told: "5. Finance", "In attendance:", "Present". They are no quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.question import lexicon
from bot.question.cues import AUXILIARIES, PARTICIPLES
from bot.question.words import STOP
from facts.expressions import expression
from facts.folding import fold
from facts.line_marks import LABEL_OF_MEETING
from facts.verbs import PASTS

_NUMBER: Final = r"(?:(?:agenda )?item )?\d{1,4}(?:[./]\d{1,4})?"
_NUMBERED: Final = expression(rf"{_NUMBER}(?:[.):]+|(?<=\d/\d\d)|(?<=\d/\d\d\d)) (?P<title>\S.{{1,80}})", re.IGNORECASE)
_ONLY_NUMBER: Final = expression(rf"{_NUMBER}[.):]*", re.IGNORECASE)
_TITLES: Final = expression(
    rf"(?:{LABEL_OF_MEETING}|"
    r"(?:councillors |members |officers |others |also |those )?(?:in attendance|attending|present)|"
    r"apolog(?:y|ies)(?: for absence)?(?: received)?|(?:declarations?|disclosures?) of (?:pecuniary )?interests?|"
    r"(?:approval of (?:the )?)?(?:previous )?minutes(?: of (?:the )?(?:last|previous) meeting)?|matters arising|"
    r"(?:public|open) (?:session|forum|participation|question time)|questions from (?:the public|members)|"
    r"correspondence|any other business|aob|(?:date (?:and time )?of (?:the )?)?next meeting|"
    r"(?:chair(?:man|woman|person)?|clerk|treasurer|secretary|officer|committee)(?:['’]s|s['’]) (?:report|business)|"
    r"financ(?:e|es|ial matters)|planning(?: (?:applications|matters))?|highways|agenda|attendance|reports?|"
    r"(?:opening|closing) remarks|items for information|close(?: of meeting)?|background|summary|decisions?|actions?)",
    re.IGNORECASE,
)
"""Titles of what many minutes have, with nothing behind them."""
_BYLINE: Final = expression(
    r"(?:by|from) (?:[\w’'.-]+,? ){1,7}(?:reporter|correspondent|editor|writer)(?: in [\w’' -]+)?\.?", re.IGNORECASE
)
"""Who wrote an article."""
_LONGEST: Final = 8
"""Words of a numbered heading, or of a label with its colon, at most."""
_SHORT: Final = 3
"""The same of one without a number."""
_SEVERAL: Final = 3
"""How many headings that end as sentences do an article has, at the least, if it has any."""
_ENDS: Final = (".", "!", "?", "”", '"')
_SMALL: Final = frozenset("a an and at by for from in of on or the to with".split())
_STATING: Final = AUXILIARIES | PASTS | PARTICIPLES | frozenset("to no not none nil yes".split())
"""Words with which a line states something."""


def states_nothing(sentences: Sequence[str], place: int) -> bool:
    """Whether a line of an article is but a heading or a label: one of those that many minutes have, or a few words
    without a verb, a name or a number that stand above a sentence, and are no item of a list.

    >>> lines = ["5. Finance", "The fee is £2.", "Pier repairs", "They agreed to paint:", "Bow rails"]
    >>> [states_nothing(lines, place) for place in range(len(lines))]
    [True, False, True, False, False]
    """
    line = sentences[place].strip(" *_")
    numbered = _NUMBERED.fullmatch(line)
    title = (numbered["title"] if numbered else line).removesuffix(":").strip(" *_")
    if _ONLY_NUMBER.fullmatch(line) or _TITLES.fullmatch(title.removesuffix(".")) or _BYLINE.fullmatch(line):
        return True
    if _is_run_in(line):
        return sum(map(_is_run_in, sentences)) >= _SEVERAL
    words = title.split()
    if not _names_only(words, _LONGEST if numbered or line.endswith(":") else _SHORT, numbered is not None):
        return False
    capitals = [word[:1].isupper() for word in words if word not in _SMALL]
    if any(capitals[1:]) and (not all(capitals) or not (numbered or title.isupper())):
        return False  # a name: "Speed in Mill Lane", "Ada Wren"
    behind, ahead = "".join(sentences[place + 1 : place + 2]), "".join(sentences[max(0, place - 1) : place]).rstrip()
    if numbered:  # "1. Clean water", "2. Safe roads" may be what was agreed
        return bool(behind) and not (_NUMBERED.fullmatch(behind) or ahead.endswith((":", ",", ";")))
    return behind.rstrip().endswith((*_ENDS, ":")) and (not ahead or ahead.endswith(_ENDS))


def _names_only(words: Sequence[str], longest: int, is_numbered: bool = False) -> bool:
    """Whether words may be those of a heading: few, without a number or a verb, and without a name where no number
    stands before them, since "Osk" may be an item of a list."""
    if not words or len(words) > longest or any(map(_states, words)):
        return False
    if any(map(_is_done, words[1:])) or (words[2:] and not is_numbered and _does(words[-1])):
        return False
    return is_numbered or all(map(_is_known, words))


def _is_run_in(line: str) -> bool:
    """Whether a line may be a heading that ends as a sentence does: "Bus shelter."; not "Carried." or "Unanimous."."""
    words = line.strip(" *_").removesuffix(".").split()
    return (
        line.rstrip(" *_").endswith(".")
        and _names_only(words, _SHORT)
        and not (len(words) == 1 and _is_verdict(words[0]))
    )


def _is_verdict(word: str) -> bool:
    """Whether a word alone may tell how something ended: "Carried.", "Unanimously."."""
    return fold(word).endswith(("ed", "ly", "ous")) or lexicon.is_verb(fold(word))


def _states(word: str) -> bool:
    """Whether a word is a number, ends a sentence or makes a statement: a verb, or "to" before one."""
    return any(map(str.isdigit, word)) or word.endswith((*_ENDS, ":", ";", ",")) or fold(word) in _STATING


def _is_done(word: str) -> bool:
    """Whether a word behind others may tell what was done: "withdrawn"."""
    return fold(word).endswith(("ed", "drawn"))


def _does(word: str) -> bool:
    """Whether the last of several words may tell what somebody does: "goes"."""
    folded = fold(word)
    return folded.endswith("s") and any(map(lexicon.is_verb, (folded[:-1], folded[:-2])))


def _is_known(word: str) -> bool:
    """Whether a word is ordinary English."""
    parts = re.findall(r"[^\W\d]+", fold(re.sub(r"['’]s\b", "", word)))
    return all(part in STOP or lexicon.is_inflected(part) for part in parts)
