"""By how much something changed is not what it came to: of "rose by 4 per cent to £812" the rise is 4 per cent and the
level £812, and what "remains at 15" neither rose nor fell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from bot.matching.otherwise.wholes import COUNT
from bot.matching.spans import overlap
from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression
from facts.folding import fold
from facts.months import MONTHS

_UP: Final = (
    r"r[io]se[sn]?|rising|"
    r"gr[eo]w[ns]?|growing|growth|increas(?:e[ds]?|ing)|(?:went|gone|go(?:es)?|going|put(?:ting)?) up|"
    r"climb(?:s|ed)?|jump(?:s|ed)?|doubl(?:e[ds]?|ing)"
)
_DOWN: Final = (
    r"f[ae]ll(?:s|en|ing)?|"
    r"drop(?:s|ped)?|declin(?:e[ds]?|ing)|decreas(?:e[ds]?|ing)|(?:went|gone|go(?:es)?|c[ao]me) down|"
    r"shr[aiu]nk|cut(?:s|ting)?|reduc(?:e[ds]?|ing|tion)|lower(?:s|ed|ing)|slump(?:s|ed)?|plunge[ds]?"
)
_ASKED: Final = expression(
    rf"\b(?:how (?:much|far)|by how (?:much|many)|how many [\w ]+ by\W*$|by what)\b(?! (?:more|less|higher|lower|of)\b)"
    rf".*?\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?! to\b)"
)
_ASKS_LEVEL: Final = expression(
    r"\b(?:to (?:how|what)|from (?:how|what))\b|\b(?:to|from)\W*$|\b(?:save[ds]?|money|cost)\b"
)
_VERB: Final = expression(rf"\b(?:(?P<up>{_UP}|rais(?:e[ds]?|ing)|higher)|(?P<down>{_DOWN}|lower))\b", re.IGNORECASE)
_SOME: Final = r"(?:only |just |about |around |some |nearly |almost |over |more than |less than |at least |a mere )*"
_QUANTITY: Final = (
    rf"{_SOME}(?:[$€£]?\d[\d.,]*(?<![.,])p\b|{COUNT}|"
    r"an? (?:third|quarter|half|fifth|tenth)|half|two thirds|three quarters)"
    rf"(?! (?:{'|'.join(MONTHS)})\b)(?: (?:hundred|thousand|million|billion))?(?: ?%|p\b| per ?cent\b)?"
)
_UNIT: Final = r"(?: (?!(?:and|but|or|by|in|to|from|for|on|at|of|a|an|the|this|last|next|since|while)\b)[a-z]+)?"
_BY: Final = expression(rf"\b(?:by |of )(?P<n>{_QUANTITY}{_UNIT})| (?P<n2>{_QUANTITY}{_UNIT})", re.IGNORECASE)
_BEFORE: Final = expression(rf"(?P<n>{_QUANTITY}{_UNIT}) $", re.IGNORECASE)
"""What stands before "higher" or "lower"."""
_FROM_TO: Final = expression(rf"\bfrom {_QUANTITY}[^,;.]{{0,20}}? to (?P<to>{_QUANTITY}{_UNIT})", re.IGNORECASE)
_TO: Final = expression(
    rf"\b(?:to|at) (?P<to>{_QUANTITY}(?: of what (?:it|they) (?:was|were|had been)(?: in \d{{4}})?)?{_UNIT})",
    re.IGNORECASE,
)
_AHEAD: Final = expression(rf"(?P<n>{_QUANTITY}) (?:higher|lower|up|down) (?:at|to) (?P<to>{_QUANTITY})", re.IGNORECASE)
_CLAUSE: Final = expression(r"[;:.] |,? (?:and|but|while|whereas|although) ")
_NEW: Final = expression(r"\bnew\b")
_DIFFERS: Final = expression(r" (?:higher|lower|up|down|more|less|fewer)\b")
_BESIDE: Final = expression(
    rf"\b(?:remain\w*|st[oa][on]d\w*|stay\w*|kept|left|unchanged|held|was|were|is|are|been)(?: (?:unchanged|steady))?"
    rf"(?: at)? {_SOME}$|\bto {_SOME}[$€£]?$",
    re.IGNORECASE,
)
"""What stands before a level, and before no difference."""


class Change(NamedTuple):
    """A change that a sentence tells: which way it went, where it is told, by how much, from what to what, to what."""

    way: str
    clause: tuple[int, int]
    by: tuple[int, int] | None
    between: tuple[int, int] | None
    to: tuple[int, int] | None


def own_change(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words at a span of a sentence, or by how much something changed where that is asked for, else from what to
    what or only to what; what it came to, where that is asked for and a difference is marked.

    >>> from bot.question import read
    >>> told = "Income rose by 4 per cent to £812, and the debt fell from £9 to £7."
    >>> asked = "How much did income go up?", "How much did the debt fall?", "What was the new debt?"
    >>> [told[slice(*own_change(read(each), told, span))] for each, span in zip(asked, ((29, 33), (15, 25), (57, 65)))]
    ['4 per cent', 'from £9 to £7', '£7']
    """
    asked = _asked(question)
    if asked is None:
        return _level(question, sentence, span)
    changes = list(_changes(sentence))
    names = frozenset(word.term for word in question.analysis.words if word.name or word.capital)
    of_another = any(each.way != asked and overlap(each.clause, span) for each in changes)
    own = [each for each in changes if each.way == asked]
    own = [each for each in own if of_another or names <= content_terms(sentence[slice(*each.clause)])]
    if len(own) > 1:
        what = question.analysis.terms - content_terms(*(verb[0] for verb in _VERB.finditer(question.text)))
        shared = [len(what & content_terms(sentence[slice(*each.clause)])) for each in own]
        own = [each for each, count in zip(own, shared, strict=True) if count == max(shared)]
    if len(own) != 1:
        return span
    (change,) = own
    told = change.by or change.between or (change.to and (change.to[0] - len("to "), change.to[1]))
    is_level = _is_level(sentence, span) or (change.to is not None and overlap(change.to, span))
    if told is None or not (overlap(told, span) or is_level or not overlap(change.clause, span)):
        return span
    return span if told[0] <= span[0] and span[1] <= told[1] and told != change.between and change.by else told


def is_level_of_change(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether it is asked by how much something changed, and the number at a span is what it is or came to.

    >>> from bot.question import read
    >>> told = "The quota of Tarn remains at 15 tonnes."
    >>> [is_level_of_change(read(f"How much {so}?"), told, (29, 38)) for so in ("did it fall", "is it")]
    [True, False]
    """
    return _asked(question) is not None and _is_level(sentence, span)


def _asked(question: Question) -> str | None:
    """Which way that went of which a question asks by how much; None where it asks for no change."""
    said = fold(question.text)
    found = None if _ASKS_LEVEL.search(said) else _ASKED.search(said)
    return None if found is None else "up" if found["up"] else "down"


def _level(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """What something came to, where it is not asked for a change and a difference is marked, or the two ends of one
    where the new level is asked for."""
    said = fold(question.text)
    if question.analysis.answer_type not in ("how_many", "what", "which", None):
        return span
    for each in _changes(sentence) if _NEW.search(said) else ():
        if each.to and each.between and overlap(each.between, span) and span[0] < each.to[0]:
            return each.to
    beside = _AHEAD.search(sentence)
    compares = _VERB.search(said) or re.search(r"\b(?:by|more|less|chang\w*|differ\w*)\b", said)
    if beside and not compares and overlap(beside.span("n"), span):
        return beside.span("to")
    return span


def _is_level(sentence: str, span: tuple[int, int]) -> bool:
    """Whether the words at a span begin with a number behind what stands before levels: "remains at", "to"."""
    number = re.match(r"[$€£]?\d|(?i:an? |half\b)", sentence[span[0] :])
    if _DIFFERS.match(sentence, span[1]):
        return False
    return number is not None and _BESIDE.search(sentence, 0, span[0]) is not None


def _changes(sentence: str) -> Iterator[Change]:
    """The changes that a sentence tells, each by its verb."""
    verbs = list(_VERB.finditer(sentence))
    for at, verb in enumerate(verbs):
        joint = _CLAUSE.search(sentence, verb.end())
        end = min(joint.start() if joint else len(sentence), *(each.start() for each in verbs[at + 1 :]), len(sentence))
        begin = max((each.end() for each in _CLAUSE.finditer(sentence, 0, verb.start())), default=0)
        between, to = _FROM_TO.search(sentence, verb.end(), end), _TO.search(sentence, verb.end(), end)
        by = _BEFORE.search(sentence, begin, verb.start()) if verb[0].lower() in ("higher", "lower") else None
        by = by or _BY.match(sentence, verb.end(), end) or _BY.match(sentence, verb.end() + 1, end)
        level = between or to
        yield Change(
            "up" if verb["up"] else "down",
            (begin, end),
            by.span(by.lastgroup or 0) if by else None,
            between.span() if between else None,
            level.span("to") if level else None,
        )
