"""Whether the words around a date tell of what was or of what is to come, where there is no parse: by the nearest verb.

A verb group left of the date in its own clause decides, else one right of it, else one farther off. What does not say
it for certain gives None: what is decided now ("approved the closure in March") may be of any year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from facts.dates.context import Tense
from facts.dates.words import NUMBERS
from facts.expressions import expression
from facts.verbs import IRREGULAR_PASTS

_ADVERBS: Final = r"(?:\s(?:not|also|now|then|still|all|only|just|never|ever|\w+ly))*"
_ARRANGED: Final = (
    r"(?:due|set|scheduled|expected|planned|slated|likely|supposed|to|going|about|proposed|intended|hoped|meant|booked|"
    r"timed|billed)\b(?:\sto)?(?:\sbe)?(?:\s\w+)?"
)
_PAST: Final = rf"(?:(?!need|indeed|hundred|speed|exceed|proceed|succeed)[a-z]{{2,}}ed|{'|'.join(set(IRREGULAR_PASTS.values()) - {'cost', 'let', 'read', 'put', 'cast', 'had', 'was', 'did'})})"  # noqa: E501
_PARTICIPLE: Final = rf"(?:{_PAST}|\w+(?:en|wn)|begun|come|become|done|gone|run|read|put|let|sung|sunk)"

_MARK: Final = expression(
    rf"(?P<aside>,\s(?:[\w.’'-]+\s){{0,4}}(?:said|says|added)(?:\s[\w.’'-]+){{0,4}}(?=,))"
    rf"|\b(?:(?P<unsure>(?:would|could|should|might|must|may)(?:n[’']t)?{_ADVERBS}"
    r"\shave\b(?!\s(?:an?|the|its|their|his|her|our|some|any|no|more)\b)(?:\sbeen)?(?:\s\w+)?"
    rf"|(?:could|might)\b{_ADVERBS}(?:\sbe)?(?:\s\w+)?"
    rf"|(?:was|were|had\sbeen)(?:n[’']t)?{_ADVERBS}\s(?!set\sup){_ARRANGED}"
    rf")|(?P<present>(?:is|are|be|being)(?:n[’']t)?{_ADVERBS}\s(?!{_ARRANGED}){_PARTICIPLE}\b"
    rf"|do(?:es)?(?:n[’']t)?{_ADVERBS}\s\w+)"
    rf"|(?P<future>(?:will|shall|would|should|must|may|can|cannot|won[’']t)(?:n[’']t)?{_ADVERBS}(?:\sbe)?(?:\s\w+)?"
    rf"|(?:is|are)(?:n[’']t)?{_ADVERBS}\s{_ARRANGED}|(?:has|have)\s(?:to|until|till)\b|expects?|intends?|wants?"
    rf"|(?:re)?opens|(?:re)?starts|begins|closes|ends|expires|resumes|returns|stops|meets|arrives|leaves|gets|runs"
    rf"|(?:takes?|comes?|goes?)\s(?:place|(?:into\s)?(?:effect|force)|on\ssale)"
    rf"|(?:slated|scheduled|planned|set|booked|billed|timed)(?=\sfor\b)|due(?=\s(?:in|on|for|by|at)\b))\b"
    rf"|(?P<past>(?:was|were|had|did)\b(?:n[’']t)?{_ADVERBS}(?:\sbeen)?(?:{_ADVERBS}\s{_PARTICIPLE})?"
    rf"|(?:has|have)(?:n[’']t)?{_ADVERBS}(?:\sbeen)?{_ADVERBS}\s{_PARTICIPLE}|{_PAST})\b"
    rf"|(?P<aim>to\s(?:be\s|have\s)?(?!the\b|an?\b|its?\b|their\b|his\b|her\b)[a-z]+)\b)"
    rf"|[’'](?P<short>ll)\b"
)
"""The verb groups of a text in small letters, month names and the like left as they are written."""
_BOUND: Final = expression(
    r"[;:—,(]|\b(?:that|which|who|whom|where|while|but|and|because|if|after|before|when|although|though)\b"
)
_RELATIVE: Final = expression(r"\b(?:that|which|whom?|whose|where)\b")
_BEFORE_DATE: Final = expression(
    r"(?<!\w)(?:(?P<word>in|on|at|from|for|by|to|until|till|since|during|of|before|after)\s)?"
    r"(?:(?:the|early|late|mid|end|beginning|start|of|between|night|morning)[\s-])*$"
)
_SMALL: Final = frozenset("in on at from early late the of mid again there unanimously both".split())
_DECIDING: Final = expression(
    r"(?:approv|announc|agre|propos|confirm|schedul|book|postpon|mov|delay|extend|back|endors|decid|adopt|pass|vot|"
    r"order|authori[sz]|fix|demand|request|recommend|consider|debat|discuss|plann|cancel|suspend|welcom|call|urg|"
    r"support|want|hop|expect|need|ask|arrang)\w*|set|put|chose|sought|backed"
)
"""Verbs of what may come later: a date that does not stand beside them may be that of the thing."""
_APPOINTING: Final = expression(r"(?:re-?)?(?:elect|appoint)ed|named|chosen|hired")
"""Verbs of who is to hold an office: from a day on is from one to come."""
_PROSPECTIVE: Final = expression(
    r"\b(?:agree|vot|decid|decision|resolv|plan|intend|intention|propos|promis|pledg|vow|ask|urg|call|order|instruct|"
    r"expect|hop|want|aim|seek|sought|wish|prepar|commit|recommend|request|requir|mov(?:e|ed)\b|opt(?:ed|s)?\b|elect|"
    r"need|motion|bid\b|deadline|permission|approv|deal\b|contract|offer|threat|warn|told|tell|invit|encourag|"
    r"schedul|ready|deferr|delay|postpon)\w*"
)
"""What an infinitive behind it is still to be done for."""
_ACHIEVED: Final = expression(
    r"\b(?:fail|refus|declin|manag|continu|began|start|had|us|able|tri|help|seem|appear|came|went|happen|ceas|forc|"
    r"cho[so]e?|prov)(?:ed|d|en)?$"
)
"""What an infinitive right behind it was done by, or was not."""
_NO_INFINITIVE: Final = frozenset("according thanks owing due up close next prior subject addition related as".split())
_WEEKDAY: Final = expression(r"\w+day\b(?!.*\d)")
_REACH: Final = 300
"""Letters on either side of a date that are looked at."""
_SAID: Final = expression(r"\b(?:said|told|added|wrote)\b")
_ASIDE: Final = 4
"""Words behind "said" at most where it only says whose words a sentence is."""
_AHEAD: Final = expression(r"\b(?:next|upcoming|coming|forthcoming|future)\b", re.IGNORECASE)


class _Mark(NamedTuple):
    """A verb group: what it says of time, and where it stands."""

    kind: str
    words: str
    start: int
    end: int


def tense_at(text: str, start: int, end: int) -> Tense | None:
    """What the sentence around a date at a span says: whether it is past or to come; None where that is not certain.

    >>> tense_at("The pool will be shut in February.", 25, 33), tense_at("It was shut in May.", 15, 18)
    ('future', 'past')
    """
    first = max(0, start - _REACH)
    text, start, end = text[first : end + _REACH], start - first, end - first
    before = _BEFORE_DATE.search(text[:start].lower())
    word = before["word"] if before else None
    if word == "since":
        return "past"
    if before and re.search(r"\b(?:is|are)\s$", text[: before.start()]):
        return "future"  # "the ballot is on Monday"
    marks = list(_marks(text))
    bounds = [match.end() for match in _BOUND.finditer(text, 0, before.start() if before else start)]
    opened = bounds[-1] if bounds else 0
    left = [mark for mark in marks if mark.start < start]  # "will be in" reaches into "in two weeks"
    own = [mark for mark in left if mark.start >= opened]
    if own:
        return _by_verb_before(text, own, start, end, word)
    right = [mark for mark in marks if mark.start >= end]
    opens = before is not None and before.start() <= opened + 1
    behind = end + 2 if opens else end  # "In March, the pool closed"
    closed = next((match.start() for match in _BOUND.finditer(text, behind)), len(text))
    near = [mark for mark in right if mark.start < closed]
    # "The court on Friday, by five votes to two, upheld it", but "it moves in May, the clerk said"
    aside = bool(right) and _SAID.search(right[0].words) and len(text[right[0].end :].split()) <= _ASIDE
    if near or (right and (opens or not (left or aside))):
        return _by_verb_behind((near or right)[0])
    if left and not _RELATIVE.search(text[:opened]):
        return _by_verb_before(text, left, start, end, word)
    return "future" if not left and _AHEAD.search(text[:start]) else None


def _marks(text: str) -> Iterator[_Mark]:
    for match in _MARK.finditer(text[:1].lower() + text[1:]):
        kind = match.lastgroup or ""
        said_of = text[: match.start()].split()[-1:]
        beside = said_of and said_of[0].lower() in _NO_INFINITIVE
        if kind == "aside" or (kind == "aim" and (beside or match[0].split()[-1] in NUMBERS)):
            continue
        if kind == "past" and _is_adjective(text, match):
            continue
        yield _Mark("future" if kind == "short" else kind, match[0], match.start(), match.end())


def _is_adjective(text: str, match: re.Match[str]) -> bool:
    """Whether a participle stands between a determiner and its noun ("the proposed levy")."""
    return bool(
        " " not in match[0]
        and re.search(r"\b(?:the|an?|its|their|his|her|this|these|those|of|new|more)\s$", text[: match.start()], re.I)
        and re.match(r"\s(?!in\b|on\b|by\b|to\b|at\b|for\b)[a-z]", text[match.end() :])
    )


def _by_verb_before(text: str, marks: list[_Mark], start: int, end: int, word: str | None) -> Tense | None:
    mark = marks[-1]
    between = text[mark.end : start].lower().split()
    if mark.kind == "aim":
        return _by_infinitive(text, marks, between, text[start:end], word)
    if mark.kind == "past":
        return _by_past(mark, between, text[start:end], word)
    if mark.kind == "present":
        return "future" if word in ("until", "till") else None
    return "future" if mark.kind == "future" else None


def _by_past(mark: _Mark, between: list[str], date: str, word: str | None) -> Tense | None:
    if word in ("until", "till", "by") or _AHEAD.search(" ".join(between)):
        return None
    if word == "from" and _APPOINTING.fullmatch(mark.words.split()[-1]):
        return "future"
    if not _DECIDING.fullmatch(mark.words.split()[-1]):
        return "past"
    if word in ("for", "to", "from"):
        return "future"
    beside = all(each in _SMALL or each.endswith("ly") for each in between)
    return "past" if beside or _WEEKDAY.match(date) else None


def _by_infinitive(text: str, marks: list[_Mark], between: list[str], date: str, word: str | None) -> Tense | None:
    """What an infinitive says: what was agreed on is to come, what somebody failed to do is past."""
    mark = marks[-1]
    before = text[: mark.start].lower().rstrip()
    if mark.words.startswith("to have") or _ACHIEVED.search(before):
        return "past"
    clause = before[max((match.end() for match in _BOUND.finditer(before)), default=0) :]
    governors = [match[0] for match in _PROSPECTIVE.finditer(clause)]
    if not governors:
        return "future" if len(marks) == 1 else None
    decided = governors[-1].endswith("ed") or governors[-1] in ("told", "sought")
    on_the_day = _WEEKDAY.match(date) and word not in ("by", "from", "until", "till")
    # e.g. "voted to ban cars on Tuesday", "agreed to close it at its meeting in March": decided then, or to be done?
    return None if decided and (on_the_day or "at" in between) else "future"


def _by_verb_behind(mark: _Mark) -> Tense | None:
    if mark.kind == "past":
        return "past"
    return "future" if mark.kind == "future" else None
