"""Two did the like, and the verb is told of the first alone: of "Ada Wren chaired the first day and Bo Lusk the second"
it is Bo Lusk who chaired the second day, and "until noon, after which he took over" tells who presided from then on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from bot.matching.whole_list import NAMES
from bot.question import Question
from bot.question.cues import BE
from bot.question.tokens import content_terms, stem
from facts.expressions import expression
from facts.verbs import PASTS

_CAPITAL: Final = r"[A-Z](?:\.(?= [A-Z])|[\w’'-]*)"
_NAME: Final = rf"(?!The\b|That\b|Those\b){_CAPITAL}(?:\.? (?:de |van |von |der )?{_CAPITAL}){{0,4}}"
_JOINT: Final = r"(?:;(?: and| while| but)?|,? (?:and|while|whereas|but)|,)"
_WHOSE: Final = r"(?:(?:the|her|his|its|their) [a-z][a-z -]{0,40}?,? )?"
_OPPOSED: Final = ("against", "after", "before", "outside", "without")
"""By what alone the second half may differ: "spoke for the plan and Bo Lusk" against it."""
_GAP: Final = expression(
    rf"{_JOINT} {_WHOSE}(?P<who>{_NAME})(?: (?:of|from|for) (?:the )?{_CAPITAL}(?: {_CAPITAL})?)?,? "
    rf"(?P<to>that|those|for|on|in|at|of|to|from|with|during|over|about|the|its|an?|his|her|their|{'|'.join(_OPPOSED)})"
    r"(?= )"
)
"""What begins the second half of a sentence whose verb stands in the first: "and Bo Lusk" the second."""
_PASSIVE_GAP: Final = expression(
    rf"\bby {_WHOSE}(?P<first>{_NAME})(?: (?:of|from|for) (?:the )?{_CAPITAL}(?: {_CAPITAL})?)?{_JOINT} "
    rf"(?P<what>(?:the|its|an?|his|her|their|on|in|at|for|from)\b[^,;.]{{2,80}}?)"
    rf" by {_WHOSE}(?P<who>{_NAME})"
)
_ELLIPSIS: Final = expression(
    rf"; (?:and |while |but )?(?P<what>[A-Z][\w’'-]*(?:['’]s|s['’])|(?:that|those) of [^,;.]{{2,40}}?)"
    rf" (?:is|was|were|are|had been|has been) \w+ by {_WHOSE}(?P<who>{_NAME})"
)
"""A second half with a verb, but not with the thing that is told of: "; Tarn's was led by Bo Lusk"."""
_CLAUSE: Final = expression(
    rf"(?:;(?: and| while| but)?|,? (?:and|while|whereas|but)) (?P<what>(?:the|its|his|her|their|[A-Z][\w’'-]*['’]s?) "
    rf"[^,;.]{{2,60}}?) (?:is|was|were|are|had been|has been) (?P<verb>\w+) by {_WHOSE}(?P<who>{_NAME})"
)
"""A second half that tells all of its own: "; the Tarn team was led by Bo Lusk"."""
_LEADS: Final = frozenset(map(stem, "chair head lead preside run".split()))
_TURN: Final = expression(
    rf"\b(?:until|till|up to|before) (?P<point>[^,;.]{{2,60}}?),? "
    rf"(?:after (?:which|that)|from (?:when|then)(?: on)?|when|whereupon|(?:and )?then),? {_WHOSE}(?P<who>{_NAME}),? "
    r"(?:t(?:ook|akes|ake|aking) (?:over|the chair|her place|his place)|succeed\w*|follow\w*|replace\w*|presid\w+|"
    r"chair\w*|did|stepped in|led|leads?|will)\b"
)
_THEREAFTER: Final = expression(
    rf"\b(?:until|till|up to|before) (?P<point>[^,;.]{{2,60}}?),? and {_WHOSE}(?P<who>{_NAME}),? "
    r"(?:thereafter|afterwards|from then on|after that|later)\b"
)
_FROM_THEN: Final = expression(r"\b(?:after|following|from|since)\b(?P<point>[^?]*)", re.IGNORECASE)
_FIRST: Final = expression(rf"(?:(?:[Tt]he|[Ii]ts) (?:[a-z]+ ){{1,3}})?{_NAME}")
_VERB: Final = expression(
    rf"(?<!the )(?<!an )(?<!\ba )(?<!of )\b(?:\w{{2,}}ed|{'|'.join(sorted(BE | PASTS))}|has|have|had|will|would|said)\b"
)
_ONE: Final = expression(r"\bones?\b")
"""What stands for the thing that the first half names: "the long race" and "the short one"."""
_END: Final = expression(r"[;:.](?: |$)|,? (?:but|while|whereas|as|because|who|which|where|when) ")


class _Pair(NamedTuple):
    """Whom each half of a sentence is told of, the words of what they did that the other half lacks, and where the
    second begins."""

    first: tuple[int, int] | None
    mine: frozenset[str]
    second: tuple[int, int]
    its: frozenset[str]
    cut: int
    verb: str | None = None
    """That of the second half, where it has one."""

    def may_tell(self, verb: str | None) -> bool:
        """Whether the second half tells of who did what a question has the verb of."""
        return self.verb in (None, verb) or {self.verb, verb} <= _LEADS


def own_half(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence, or whom the half names that a question asks about, where the words at the span stand in the
    other.

    >>> from bot.question import read
    >>> told = "Ada Wren chaired the first day and Bo Lusk the second."
    >>> told[slice(*own_half(read("Who chaired the second day?"), told, (0, 8)))]
    'Bo Lusk'
    """
    asked = question.analysis
    if asked.answer_type not in ("who", "which") or (asked.answer_type == "which" and asked.asked_role != "subject"):
        return span
    turn = _TURN.search(sentence) or _THEREAFTER.search(sentence)
    then = _FROM_THEN.search(question.text)
    if turn is not None and then is not None and content_terms(turn["point"]) & content_terms(then["point"]):
        return turn.span("who") if span[1] <= turn.start("who") else span
    terms = frozenset(token.term for token in question.tokens)
    for pair in _pairs(sentence):
        mine, its = _shares(pair, terms)
        if content_terms(sentence[slice(*pair.second)]) & terms:
            continue
        if its > mine and span[0] < pair.cut and pair.may_tell(asked.predicate):
            return pair.second
        if mine > its and span[1] > pair.cut:
            return pair.first or _name_at(sentence, span, pair.cut)
    return span


def is_of_other_half(question: Question, sentence: str, span: tuple[int, int] = (0, 0)) -> bool:
    """Whether a question asks who or if somebody did what the other half of a sentence than the one with the words
    at a span tells of somebody else.

    >>> from bot.question import read
    >>> told = "Ada Wren chaired the first day and Bo Lusk the second."
    >>> [is_of_other_half(read(f"Did Wren chair the {day} day?"), told) for day in ("first", "second")]
    [False, True]
    """
    asked = question.analysis
    if asked.answer_type not in ("who", "yes_no"):
        return False
    terms = frozenset(token.term for token in question.tokens)
    named = frozenset(word.term for word in asked.words if word.capital)
    for pair in _pairs(sentence):
        mine, its = _shares(pair, terms)
        second = content_terms(sentence[slice(*pair.second)])
        if asked.answer_type == "who":
            if its > mine and span[0] < pair.cut and not second & terms and not pair.may_tell(asked.predicate):
                return True
            continue
        first = content_terms(sentence[slice(*pair.first)] if pair.first else sentence[: pair.cut]) - pair.mine
        if (its > mine and named & first - second) or (mine > its and named & second - first):
            return True
    return False


def _shares(pair: _Pair, terms: frozenset[str]) -> tuple[float, float]:
    """How much of what each half alone tells a question has."""
    mine, its = (len(own & terms) / (len(own) or 1) for own in (pair.mine, pair.its))
    return mine, its


def _name_at(sentence: str, span: tuple[int, int], cut: int) -> tuple[int, int]:
    """A span of a sentence that runs on into its second half, without that; or as it is."""
    name = _FIRST.match(sentence, span[0], cut)
    return (span[0], name.end()) if name is not None else span


def _pairs(sentence: str) -> Iterator[_Pair]:
    """The halves of a sentence: the first one, in which the verb stands, with the second."""
    for gap in _GAP.finditer(sentence):
        if _is_member(sentence, gap):
            continue
        stop = _END.search(sentence, gap.end())
        end = stop.start() if stop else len(sentence)
        to = r"\bof" if gap["to"] in ("that", "those") else rf"\b{gap['to']}"
        begin = max((found.start() for found in re.finditer(rf"{to} ", sentence[: gap.start()])), default=None)
        if gap["to"] in _OPPOSED and begin is None and not _VERB.search(sentence, gap.start("to"), end):
            yield _Pair(None, frozenset(), gap.span("who"), frozenset((stem(gap["to"]),)), gap.start("who"))
        if begin is None or _VERB.search(sentence, gap.start("to"), end):
            continue
        named = re.search(rf"(?P<who>{_NAME}),? $", sentence[:begin])
        if named is not None and not re.search(r"\bby (?:\w+ ){0,3}$", sentence[: named.start()]):
            continue  # "met Ada Wren of Tarn and Bo Lusk of Osk"
        who = named and named.span("who")
        yield _pair(sentence, who, (begin, gap.start()), gap.span("who"), (gap.start("to"), end))
    for gap in _PASSIVE_GAP.finditer(sentence):
        begin = max((cut.end() for cut in _END.finditer(sentence, 0, gap.start())), default=0)
        yield _pair(sentence, gap.span("first"), (begin, gap.start()), gap.span("who"), gap.span("what"))
    for gap in _ELLIPSIS.finditer(sentence):
        begin = max((cut.end() for cut in _END.finditer(sentence, 0, gap.start())), default=0)
        yield _pair(sentence, None, (begin, gap.start()), gap.span("who"), gap.span("what"))
    for gap in _CLAUSE.finditer(sentence):
        begin = max((cut.end() for cut in _END.finditer(sentence, 0, gap.start())), default=0)
        pair = _pair(sentence, None, (begin, gap.start()), gap.span("who"), gap.span("what"))
        yield pair._replace(verb=stem(gap["verb"]))


def _is_member(sentence: str, gap: re.Match[str]) -> bool:
    """Whether what would begin a second half is a member of a list of names: "Tarn, Osk, the Reeds and Brill"."""
    if not gap.group(0).endswith(("the", "The")):
        return False
    return any(listed.start() <= gap.start("who") and gap.end() < listed.end() for listed in NAMES.finditer(sentence))


def _pair(
    sentence: str,
    first: tuple[int, int] | None,
    done: tuple[int, int],
    second: tuple[int, int],
    also: tuple[int, int],
) -> _Pair:
    """Two halves, by who stands in them and where what they did stands."""
    mine, its = (content_terms(_ONE.sub("", sentence[slice(*each)])) for each in (done, also))
    return _Pair(first, mine - its, second, its - mine, min(second[0], also[0]))
