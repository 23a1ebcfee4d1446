"""What became of so many: of "six died and 31 were injured" those killed are six, and of "thirteen came" nobody
knows how many stayed away."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from bot.matching.otherwise.two_times import TIME
from bot.matching.otherwise.wholes import COUNT
from bot.matching.spans import overlap
from bot.question import Question
from facts.expressions import expression

_NOT: Final = r"(?:not|never|(?:did|do|does|could|would|was|were)n['’]?t|failed to)"
_COMING: Final = r"(?:c[ao]me(?! (?:down|from|in|off|up)\b)|attend(?:ed)?|t[ao]ke? part|turn(?:ed)? up|show(?:ed)? up)"
_TO_SPEAK: Final = r"signed up|(?:registered|asked|applied|wanted|queued|names? down|put down) to (?:speak|be heard)"
_FATES: Final = tuple(
    {name: expression(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in group.items()}
    for group in (
        {
            "dead": r"died?|dead|dies|dying|deaths?|kill(?:s|ed|ing)?|perish(?:ed)?|drown(?:ed)?|fatalities|"
            r"los[te] (?:their|his|her) li[fv]es?",
            "hurt": r"injur(?:ed|ing|ies)|hurt|wound(?:ed|ing|s)",
            "missing": r"(?:still )?missing|unaccounted",
            "saved": r"rescu(?:ed|ing)|saved|surviv(?:ed|ors?)|unhurt|unharmed",
        },
        {
            "destroyed": r"destroy(?:ed|ing|s)?|burn(?:ed|t)? down|flattened|razed|wrecked|collapsed",
            "damaged": r"damag(?:ed|ing)",
            "standing": r"(?:still |left )?standing|remain(?:ing|s|ed)?|intact|spared|unscathed",
        },
        {
            "absent": rf"{_NOT} {_COMING}|absent|apologies|apologised|stay(?:ed)? away|away",
            "came": rf"(?<!not )(?<!never )(?<!n['’]t )(?<!nt )(?<!failed to ){_COMING}|(?:was|were) (?:present|there)",
        },
        {
            "hired": r"hir(?:ed?|ing)|recruit(?:ed|s|ing)?|t[ao]ken? on|took on",
            "out": r"still out|on strike|walked out",
            "left": r"(?<!is )(?<!are )(?<!was )(?<!were )left(?! over)|quit|resign(?:ed|ations)|sacked|"
            r"dismissed|laid off|made redundant",
            "employed": r"employ(?:s|ed|ees?)?|(?:people|who|many) work(?:s|ed)?|workforce",
            "job lost": r"jobs? (?:(?:was|were|are|be|to be) )?(?:lost|cut|axed|shed)|job losses|redundanc(?:y|ies)",
        },
        {"asked to": _TO_SPEAK, "heard": r"spoke|heard"},
        {
            "broken": r"out of (?:action|order|service|use)|not (?:in (?:service|use)|operational|working)|"
            r"broken(?: down)?|defunct|unusable",
            "works": r"(?<!not )(?:in (?:operation|service|use|working order)|functioning|operational|usable|"
            r"work(?:s|ing)(?! (?:groups?|part(?:y|ies)|sessions?|papers?|days?)\b))",
        },
    )
)
"""What may become of some, in groups of which one is no other."""
_JOINT: Final = expression(r"[;:.] |,? (?:and|but|while|whereas|though|although) |, ")
_NUMBER: Final = expression(rf"(?<![\w.,-]){COUNT}", re.IGNORECASE)
_WHEN: Final = expression(r"\b(?:when|after|before|while)\b", re.IGNORECASE)
"""What stands in a question before what only tells on which occasion."""
_SIDE: Final = expression(r"\b(?:for|against|favou?r|support\w*|oppos\w*)\b", re.IGNORECASE)


class Counted(NamedTuple):
    """A number of a sentence, with all that is told of those whom it counts."""

    number: tuple[int, int]
    fates: frozenset[str]


def own_fate(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words at a span of a sentence, or the only number of those of whom is told what a question asks, where the
    number marked is of others.

    >>> from bot.question import read
    >>> told = "Two sailors drowned and nine were injured."
    >>> told[slice(*own_fate(read("How many lost their lives?"), told, (24, 28)))]
    'Two'
    """
    asked = _fate_asked(question)
    if asked is None or not _is_other(asked, sentence, span):
        return span
    own = [each.number for each in _counted(asked, sentence) if asked in each.fates]
    return own[0] if len(own) == 1 else span


def is_of_another_fate(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks how many fared so, and the number at a span of a sentence is of others.

    >>> from bot.question import read
    >>> told = "Nine of the ten pilots attended."
    >>> [is_of_another_fate(read(f"How many {came}?"), told, (0, 4)) for came in ("came", "did not come")]
    [False, True]
    """
    asked = _fate_asked(question)
    if asked == "heard" and _SIDE.search(question.text) and not _SIDE.search(sentence):
        return True
    if asked is None:
        return question.analysis.answer_type == "how_many" and _is_of_one_of_two(question, sentence, span)
    return _is_other(asked, sentence, span)


def _fate_asked(question: Question) -> str | None:
    """What a question asks how many it became of; None where it names none, or two of a group."""
    if question.analysis.answer_type != "how_many":
        return None
    asked = _WHEN.split(question.text, maxsplit=1)[0]
    named = [name for group in _FATES for name, told in group.items() if told.search(asked)]
    return named[0] if len(named) == 1 else None


def _is_of_one_of_two(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question names two fates of a group ("of the injured died"), and a number is told of one."""
    for group in _FATES:
        named = {name for name, told in group.items() if told.search(question.text)}
        if len(named) == 2:
            mine = next((each.fates for each in _of_group(group, sentence) if overlap(each.number, span)), None)
            return bool(mine) and not named <= (mine or set())
    return False


def _is_other(asked: str, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the number at a span is of those of whom something else of the group is told, and not what is asked."""
    mine = [each.fates for each in _counted(asked, sentence) if overlap(each.number, span)]
    return bool(mine) and bool(mine[0]) and asked not in mine[0]


def _counted(asked: str, sentence: str) -> list[Counted]:
    """The numbers of a sentence with the fates of the group of one that is asked for."""
    return _of_group(next(group for group in _FATES if asked in group), sentence)


def _of_group(group: dict[str, re.Pattern[str]], sentence: str) -> list[Counted]:
    times = [found.span() for found in re.finditer(TIME, sentence)]
    numbers = [each.span() for each in _NUMBER.finditer(sentence)]
    numbers = [each for each in numbers if not any(overlap(each, time) for time in times)]
    begins = [0]
    for joint in _JOINT.finditer(sentence):  # what has no number of its own goes on with the one before
        ends = next((each.start() for each in _JOINT.finditer(sentence, joint.end())), len(sentence))
        if any(joint.end() <= number[0] < ends for number in numbers):
            begins.append(joint.end())
    parts = list(zip(begins, [*begins[1:], len(sentence)], strict=True))
    return [
        Counted(number, frozenset(name for name, told in group.items() if told.search(sentence, *part)))
        for number in numbers
        for part in parts
        if part[0] <= number[0] < part[1]
    ]
