"""What is told as a reason or a purpose, and of which deed: only that answers "why".

"The board backed the lock and refused a plan to raise tolls" tells no reason for the lock.
"""

from __future__ import annotations

import itertools
import re
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms, tokens
from facts.expressions import expression
from facts.months import MONTHS
from facts.verbs import PASTS

_WHY: Final = expression(
    r"\b(?:why|how come|what for|(?:on|for) (?:what|which) (?:grounds?|reasons?))\b", re.IGNORECASE
)
_QUOTED: Final = expression(r"[“\"«][^“”\"«»]*[”\"»]|(?<!\w)[‘'*][A-Z][^‘’'*]*[’'*](?!\w)")
"""What is quoted, as a title is."""
_NEAR: Final = 60
"""Letters that may stand between a word that tells a reason and the answer."""
_NEARER: Final = 25
"""The same of a word that often tells something else ("for", "after")."""
_SIGN: Final = expression(
    r"\b(?P<plain>because|due to|owing to|so that|so (?=(?:he|it|she|they|we) )|so as|in order|on account|thanks to|"
    r"in case|lest|for fear|since(?! (?:\w+ ){0,2}\d)|"
    r"(?:important|essential|necessary|needed|vital|crucial) for|"
    r"(?<=, )(?:(?:his|her|its|their|the) (?:[\w’'-]+ ){1,2})?(?:being|having)|"
    r"given|amid|citing|reasons?|grounds?|therefore|hence|meant|intended|hop(?:ed|es|ing)|want(?:ed|s|ing)?|"
    r"fear(?:ed|s|ing)?|sa(?:id|ys?|ying)|argu(?:ed|es|ing)|warn(?:ed|s|ing)|explain(?:ed|s|ing)|complain(?:ed|s|ing)|objections?|"
    r"object(?:ed|s|ing)|blam(?:ed|es|ing)|attribut(?:ed|es|ing)|down to|\w+ing that|could(?: not|n't)|"
    r"(?:delayed|caused|prompted|hit|hampered|forced|triggered|interrupted|driven|sparked|blocked|damaged) by|"
    r"in (?:protest|response|reply|honou?r|memory|recognition|solidarity|view|light|return|exchange|celebration))\b"
    r"|\b(?:after|following|when|once|as|over|until|for|aim(?:ed|ing|s)?|whose|who (?:is|was|were|had|has))\b"
    r"|: |\s[–—]\s",
    re.IGNORECASE,
)
"""What makes what stands behind it a reason; `plain` where it hardly ever means anything else."""
_WITHIN: Final = expression(
    r"\b(?:because|due to|owing to|so that|in order|since|reasons?|grounds?|fear\w*|want(?:ed|s)?|citing|in protest|"
    r"(?:lack|want|shortage|absence) of)\b|^(?:after|as|following|when|over|for|being|having|until|whose|"
    r"so (?:he|she|it|they|we|as|the|its|their))\b",
    re.IGNORECASE,
)
_BEHIND: Final = expression(
    r"^[^.;]{0,30}?\b(?:caused?|led to|prompted|forced|meant|made|brought|kept|(?:is|was) (?:the|one|why)|delayed|"
    r"prevented|stopped|drove|triggered|so|therefore|which is why)\b",
    re.IGNORECASE,
)
"""What stands behind a reason that is told first."""
_OPENED: Final = expression(
    r"\b(?:because|since) (?=(?:(?:the|an?|its|their|his|her|our|this|that|no) )?$)", re.IGNORECASE
)
_UNTIL: Final = expression(
    r"\b(?:until|till) (?:after )?(?=(?:(?:the|an?|its|their|his|her|our|this|that|no|all|both) )?$)", re.IGNORECASE
)
"""What stands before that which is waited for: it has not come yet, and is a reason only with the "until"."""
_UNTIL_A_TIME: Final = expression(
    r"(?:until|till) (?:after )?(?:(?:the|its|their|this|last|next|early|mid|late|end|beginning|start|of|at least) )*"
    rf"(?:\d|(?:{'|'.join(MONTHS)}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|spring|summer|autumn|winter|"
    r"easter|christmas|noon|midnight|now|then|"
    r"tomorrow|tonight|further notice|(?:mor|eve)ning|afternoon|day|week|month|year|"
    r"(?:annual |next )?(?:meeting|session))s?\b)",
    re.IGNORECASE,
)
"""What tells until when something is put off, and not for what."""
_AT_THE_TIME: Final = expression(
    r"\b(?:during|throughout|within|near|inside|outside)(?: (?:the|an?|its|their|this))?$", re.IGNORECASE
)
"""What stands before what is told as when or where, and as no reason."""
_AS_SUCH: Final = expression(r"\bas an? $", re.IGNORECASE)
"""What stands before what somebody or something is, where no verb follows."""
_FINITE: Final = expression(
    rf"\b(?:is|are|has|have|will|would|could|can|did|does|[a-z]+ed|{'|'.join(sorted(PASTS))})\b"
)
_LISTED: Final = expression(r"[;,] (?![^()]*\))")
"""What stands between those of a list, each with its own in brackets."""
_CLAUSE_END: Final = expression(r"[.!?](?:\s|[”\"’']|$)|[,;:)](?!\d)|\s[–—]\s")
_PURPOSE: Final = expression(r"\bto$|^to\b", re.IGNORECASE)
_COMPLEMENT: Final = expression(
    r"\b(?:and|or|not|(?:agree|decide|resolve|vote|want|hope|propose|promise|pledge|order|need|continue|fail|expect|"
    r"schedule|refuse|decline|offer|plan|start|urge|ask|elect|aim|seem|intend|(?:un)?able|likely|due|set|sought|began|chose|"
    r"ha[sd]|have|(?:pro|dis)posal|motion|decision|bill|call|plans?|right|bid|move|effort|attempt|request|offer)[ds]?)$",
    re.IGNORECASE,
)
"""What "to" belongs to that tells no purpose: "decided to", "a plan to"."""
_PAST: Final = "|".join(sorted({*PASTS, "is", "are", "were", "has", "will", "would"}))
_NEXT_CLAUSE: Final = expression(
    rf"\b(?:and|but|while|whereas),? (?:[\w’'-]+ ){{0,4}}?(?:[\w’'-]+ed|{_PAST})\b|;", re.IGNORECASE
)
"""Where the next deed of a sentence begins."""
_THEREFORE: Final = expression(r"[^.;]{0,60}\b(?:therefore|thus|hence|consequently|for (?:that|this) reason)\b")
"""What stands between a reason and the deed that comes of it."""
_AND_DID: Final = expression(r", and (?:\w+ly )?[\w’'-]+")
"""What stands behind an aside, up to the next deed of whom the sentence is about."""
_ASIDE: Final = expression(r"(?:^|, (?:[\w’'-]+ ){0,3})(?:being|having)\b[^,;]*$")
"""A reason put between two deeds of one: "declared an interest, her brother being the owner, and left"."""
_AFTER: Final = expression(
    r"(?:after|following) (?:(?:the|an?|its|their|his|her|that) )?(?:[\w’'-]+ ){0,3}?"
    r"(?:(?P<meal>breaks?|breakfast|lunch(?:eon)?|dinner|supper|tea|coffee|interval|recess|noon|midnight|"
    r"(?:hour|day|week|month|year|decade)s?)|"
    r"(?:item|meeting|minutes|opening|prayers?|presentation|reports?|session|sitting|speech|talk|welcome)s?)",
    re.IGNORECASE,
)
"""What tells only when something was: by the clock, or by another point of a meeting."""
_GOES: Final = expression(r"\b(?:arriv\w*|came|comes?|depart\w*|go(?:es)?|went|leaves?|left|walk\w*)\b", re.IGNORECASE)
"""What is done between two points of a meeting, without a reason in either."""
_HALF: Final = expression(r"\A|; |, (?:while|whereas) |\Z")
"""Where half of a sentence ends, and the next begins."""
_TAKEN_UP: Final = expression(r"(?:he|she|it|they|this|that|these|both|his|her|its|their)\b", re.IGNORECASE)
"""By what a half takes up who was named before."""
_HEAD: Final = 4
"""How many words of a half may name whom it is about."""
_HAVING: Final = expression(
    r"(?:the|an?|its|their|his|her|no|several|[A-Z][\w’'-]*) (?:[\w’'-]+ ){0,6}?(?:being|having)\b"
)
_FEW: Final = 3
"""How many words a line that tells nothing else than a reason has, at the least."""


def tells_no_reason(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks why, and the words at a span of a sentence are told neither as reason nor as purpose of
    what it asks about.

    >>> from bot.question import read
    >>> asked, told = read("Why did they shut the lock?"), "They shut the lock and sold it to save money."
    >>> tells_no_reason(asked, "They shut the lock to save money.", (19, 32)), tells_no_reason(asked, told, (31, 44))
    (False, True)
    """
    if not _asks_why(question):
        return False
    begin, end = span
    before, said, behind = sentence[:begin], sentence[begin:end], sentence[end:]
    if _PURPOSE.search(said) or _PURPOSE.search(before.rstrip()):
        reason = not _COMPLEMENT.search(re.sub(r"\s*\bto\s*$", "", before).rstrip())
    else:
        reason = _is_led_to(before) or bool(_WITHIN.search(said) or _BEHIND.search(behind))
        reason = reason or _is_all(before, said, behind) or _is_absolute(before, said)
    if _AS_SUCH.search(before) and not _FINITE.search(said + behind[:20]):
        return True
    if _AT_THE_TIME.search(before.rstrip()) or _is_of_another_listed(question, sentence, span):
        return True
    return not reason or _is_of_another_deed(question, sentence, span)


def tells_only_when(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks why, and the words at a span of a sentence tell by a break, an hour or another point of a
    meeting when it was, or until when it is to be.

    >>> from bot.question import read
    >>> tells_only_when(read("Why did she leave?"), "She left after the tea break.", (9, 28))
    True
    """
    if not _asks_why(question):
        return False
    if _UNTIL_A_TIME.match(sentence, span[0]):
        return True
    begin = max(span[0] - len("following "), 0)
    ahead = re.search(r"\b(?:after|following) (?:(?:the|an?) )?$", sentence[begin : span[0]], re.IGNORECASE)
    found = _AFTER.fullmatch(sentence, begin + ahead.start() if ahead else span[0], span[1])
    return found is not None and bool(found["meal"] or _GOES.search(question.text))


def _asks_why(question: Question) -> bool:
    """Whether a question asks for a reason; the "why" of a title that it quotes does not."""
    return _WHY.search(_QUOTED.sub(" ", question.text)) is not None


def whole_reason(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span with the rest of its clause, where a question asks why and the clause begins with "because"; with the
    "until" itself, as that stands before what has not come yet.

    >>> from bot.question import read
    >>> asked, told = read("Why did they walk?"), "They walked because the ferry had sunk, and sang."
    >>> told[slice(*whole_reason(asked, told, (24, 29)))]
    'the ferry had sunk'
    >>> asked, told = read("Why was the sale put off?"), "The sale was put off until the ferry had been mended."
    >>> told[slice(*whole_reason(asked, told, (27, 52)))]
    'until the ferry had been mended'
    """
    if not _asks_why(question):
        return span
    opened, until = (sign.search(sentence[: span[0]]) for sign in (_OPENED, _UNTIL))
    if not (opened or until):
        return span
    begin = opened.end() if opened else until.start() if until else span[0]
    rest = sentence[span[1] :]
    ends = [found.start() for found in (_NEXT_CLAUSE.search(rest), _CLAUSE_END.search(rest)) if found]
    return begin, span[1] + len(rest[: min(ends, default=len(rest))].rstrip())


def _is_led_to(before: str) -> bool:
    """Whether a word that tells a reason stands before an answer, in its clause and near enough."""
    signs = ((sign, before[sign.end() :]) for sign in _SIGN.finditer(before))
    return any(
        len(gap) <= (_NEAR if sign["plain"] else _NEARER) and not _NEXT_CLAUSE.search(gap) for sign, gap in signs
    )


def _is_of_another_listed(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the words at a span stand behind a colon in a list, and another of those listed is asked about."""
    begin = sentence.rfind(": ", 0, span[0]) + 2
    if begin < len(": "):
        return False
    ends = [found.start() for found in _LISTED.finditer(sentence, begin)]
    parts = list(zip([begin, *(end + 2 for end in ends)], [*ends, len(sentence)], strict=True))
    asked = question.analysis.terms & content_terms(*(sentence[slice(*part)] for part in parts))
    mine = next((part for part in parts if part[0] <= span[0] < part[1]), None)
    return bool(asked) and mine is not None and asked.isdisjoint(content_terms(sentence[slice(*mine)]))


def _is_of_another_deed(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether another deed is told between a span and the one asked about: its verb, else the last word of it."""
    if _is_of_others(question, sentence, span):
        return True
    if _THEREFORE.match(sentence, span[1]):
        return False
    words = [(found, {token.term for token in tokens(found[0])}) for found in re.finditer(r"[\w’'-]+", sentence)]
    told = [found for found, terms in words if question.analysis.predicate in terms]
    between = [
        sentence[word.end() : span[0]] if word.end() <= span[0] else sentence[span[1] : word.end()] for word in told
    ]
    if _ASIDE.search(sentence[: span[1]]) and any(map(_AND_DID.fullmatch, between)):
        return False
    return bool(told) and all(map(_NEXT_CLAUSE.search, between))


def _is_of_others(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether whom a question names begins another half of a sentence than words at a span, and theirs begins with
    somebody else: "Tarn paid since it could; Osmark …"."""
    halves = [(first.end(), last.start()) for first, last in itertools.pairwise(_HALF.finditer(sentence))]
    names = {word.term for word in question.analysis.words if word.name}
    mine = next((half for half in halves if half[0] <= span[0] < half[1]), None)
    if mine is None or not names or not sentence[mine[0]].isupper() or _TAKEN_UP.match(sentence, mine[0]):
        return False
    told = {half: [token.term for token in tokens(sentence[slice(*half)])] for half in halves}
    own = told.pop(mine)
    return names.isdisjoint(own) and any(not names.isdisjoint(each[:_HEAD]) for each in told.values())


def _is_absolute(before: str, said: str) -> bool:
    """Whether words are told with nothing but a comma as what had come about: "held in Osk, the ferry having sunk"."""
    return before.endswith(", ") and _HAVING.match(said) is not None


def _is_all(before: str, said: str, behind: str) -> bool:
    """Whether words are all of a line of notes: what the line before is told with, "hard to reach by road"."""
    return not before.strip(" -*•") and not behind.strip() and len(said.split()) >= _FEW and said[-1:].isalnum()
