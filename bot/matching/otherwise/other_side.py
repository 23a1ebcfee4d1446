"""Who holds an office of one side in a report that tells of several: the governor who is named without a country is not
that of the guests."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.matching.otherwise.of_another_place import is_same
from bot.question import Question, lexicon
from facts.expressions import expression
from facts.folding import fold

_OFFICE: Final = (
    r"\b(?i:ambassador|chancellor|commissioner|delegation|director|envoy|governor|government|head|king|leader|mayor|"
    r"minister|ministry|parliament|premier|president|queen|secretary|speaker)s?\b"
)
_TIED: Final = expression(
    rf"{_OFFICE}(?P<of>(?: (?:and|for|general|in|of|the|[A-Z][\w-]*))* (?:of|for)(?: the)?(?: [A-Z][\w-]*(?: of)?)+)"
    rf"|(?P<whose>\b[A-Z][\w-]*)(?:['’]s|(?<=s)['’]) (?:[\w-]+ ){{0,3}}{_OFFICE}"
)
"""An office with whose it is: "the Minister of Trade of the Kingdom of Osmark", "Osmark's trade minister"."""
_ASKED: Final = expression(
    r"(?:.*\bwho(?:['’]?s| is| was| are| were) )?(?:the )?(?:(?P<office>[a-z][a-z -]*?) (?:of|for|from) (?:the )?"
    r"(?P<of>[\w-]+)(?:['’]s [\w -]+)?|(?P<whose>[\w-]+)['’]s (?P<theirs>[\w -]+))\W*$",
    re.IGNORECASE,
)
_SPEAKER: Final = expression(
    r"The (?P<office>(?:[A-Z][\w-]*)(?: [A-Z][\w-]*)*) (?:also )?"
    r"(?:replied|said|added|promised|told|informed|answered|stated)\b"
)
_ARTICLES: Final = 64
"""Of so many articles it is remembered whose offices they tell of."""


def is_of_the_other_side(question: Question, source: str, sentences: Sequence[str], place: int) -> bool:
    """Whether a question asks who holds an office of somebody whose offices an article, of this source, marks as theirs
    beside those of others, and the sentence at a place does not say that of theirs.

    >>> from bot.question import read
    >>> told = ["The Minister of Trade of Osmark came.", "He left by boat.", "The governor, Ada Wren, went to Osmark."]
    >>> asked = [read(f"Who is the governor of {whose}?") for whose in ("Osmark", "Tarnia", "Lusk")]
    >>> [is_of_the_other_side(each, "Ministry of Trade of Tarnia", told, 2) for each in asked]
    [True, False, False]
    """
    asked = _ASKED.match(question.text)
    office = (asked["office"] or asked["theirs"]) if asked else ""
    if asked is None or not re.search(_OFFICE, office) or question.analysis.answer_type in ("how", "how_many", "why"):
        return False
    whose, sentence = asked["of"] or asked["whose"], sentences[place]
    if _is_told_by_the_others(whose, office, sentences, place):
        return True
    if is_same(whose, source) or any(is_same(whose, name) for name in _sides(sentence)):
        return False
    sides = {name: is_same(whose, name) for name in _all_sides((source, *sentences))}
    if not any(sides.values()) or all(sides.values()):
        return False
    ahead = sentence[: max((told.start() for told in _told(office, sentence)), default=0)]
    others = any(is_same(name, sentence) for name, mine in sides.items() if not mine)
    return not is_same(whose, ahead if others or not place else f"{sentences[place - 1]} {ahead}")


def _is_told_by_the_others(whose: str, office: str, sentences: Sequence[str], place: int) -> bool:
    """Whether one whose office an article ties to others says what they will do with the holder of an office that is
    nobody's by the sentence: "The Foreign Secretary replied that she would ask the minister"."""
    speaker = _SPEAKER.match(sentences[place])
    if speaker is None or re.search(rf"\b{re.escape(office.split()[0])}", speaker["office"], re.IGNORECASE):
        return False
    if is_same(whose, sentences[place]):
        return False
    tied = [
        named["of"].split()[-1]
        for sentence in sentences[:place]
        for named in re.finditer(
            rf"\b{re.escape(speaker['office'])}(?: [A-Z][\w-]*)* of(?: the)?(?P<of>(?: [A-Z][\w-]*(?: of)?)+)", sentence
        )
    ]
    return bool(tied) and not any(is_same(whose, each) for each in tied)


def _told(office: str, sentence: str) -> Iterator[re.Match[str]]:
    """Where the first word of an office stands in a sentence, which is its rank."""
    return re.finditer(rf"\b{re.escape(office.split()[0])}", sentence, re.IGNORECASE)


@functools.lru_cache(_ARTICLES)
def _all_sides(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name for text in texts for name in _sides(text))


def _sides(text: str) -> Iterator[str]:
    """The names of those whose offices a text marks as theirs."""
    for tied in _TIED.finditer(text):
        words = (tied["whose"] or re.split(r" (?:of|for) ", tied["of"])[-1]).split()
        yield from (word for word in words if word[0].isupper() and not lexicon.is_word(fold(word)))
