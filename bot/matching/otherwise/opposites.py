"""What is told of the other side or of the other end: who voted against was not for it, and what closed at nine did not
open then."""

from __future__ import annotations

import itertools
import re
from typing import Final

from bot.matching.otherwise.over_by_now import ASKS_SINCE
from bot.question import Question
from facts.expressions import expression

_FOR: Final = expression(
    r"\b(?:vot\w+ for|vot(?:ed|ing) to (?!(?:reject|refus|turn|thr[eo]w|oppos|block|defeat|veto|dismiss|strike|scrap))|"
    r"in favou?r|support(?:ed|s|ing)?|back(?:ed|s|ing)|approved of|"
    r"(?:who|many|were|was|are|is) for(?= (?:the|it|a|an)\b|\W*$))\b",
    re.IGNORECASE,
)
_AGAINST: Final = expression(r"\b(?:against|oppos(?:e|ed|es|ing)|dissent\w*|objected to)\b", re.IGNORECASE)
_NEITHER: Final = expression(
    r"\b(?:abst(?:ain\w*|entions?)|(?:tak\w+|took) no (?:side|part)|(?:not|n['’]t) vote)\b", re.IGNORECASE
)
"""The third of the ways to vote."""
_BEGINS: Final = expression(
    r"\b(?:start(?:ed|s|ing)?|beg[aiu]ns?|beginning|open(?:ed|s|ing)?|commenc\w+|called to order)\b", re.IGNORECASE
)
_ENDS: Final = expression(
    r"\b(?:ended|ends|(?<!the )end|clos(?:e|ed|es|ing)|adjourn\w*|finish\w*|rose|conclud\w+|expir\w+|over by|"
    r"(?:is|are|was|were|be) (?:[\w’'-]+ ){0,9}?over(?=\W*$))\b",
    re.IGNORECASE,
)
_CAME: Final = expression(
    r"(?<!\bnot )(?<!n't )(?<!n’t )\b(?:attend(?:ed|s|ing)?|c[ao]me|took part|tak(?:e|ing) part|were present|"
    r"was present|turned up)\b",
    re.IGNORECASE,
)
_STAYED_AWAY: Final = expression(
    r"\b(?:stay(?:ed|s)? away|absent|absence|apolog\w+|missing|failed to (?:attend|come)|"
    r"not (?:attend|come|turn up))\b|n['’]?t (?:attend|come|turn up)\b",
    re.IGNORECASE,
)
_FREED: Final = expression(r"\b(?:freed|releas(?:ed?|es|ing)|set free|let go)\b", re.IGNORECASE)
_LOCKED_UP: Final = expression(
    r"\b(?:detained|jailed|imprisoned|arrested|in custody|(?:are|were|still) held)\b", re.IGNORECASE
)
_HELD: Final = expression(rf"{_LOCKED_UP.pattern}|\bheld\b", re.IGNORECASE)
_TAKES_UP: Final = expression(
    r"\b(?:beg[aiu]ns?|start(?:s|ed)?|appointed|elected|t(?:ake|akes|ook) (?:up|office))\b", re.IGNORECASE
)
_LEAVES: Final = expression(r"\b(?:retir(?:e[ds]?|ing)|resign(?:s|ed|ing)?|step(?:s|ped|ping)? down)\b", re.IGNORECASE)
_LED_OUT: Final = expression(
    r"\b(?:(?:led|carried|escorted|marched|thrown) (?:out|away|off)|ejected|turned away|kept out)\b", re.IGNORECASE
)
_LET_IN: Final = expression(r"\b(?:let|allowed) in(?:side)?\b|\badmitted\b", re.IGNORECASE)
_ACCEPTED: Final = expression(
    r"\b(?:accept(?:ed|s|ing)?|adopt(?:ed|s|ing)?|approv(?:ed?|es|ing)|agreed to|t(?:ook|aken) up|granted)\b",
    re.IGNORECASE,
)
_REJECTED: Final = expression(
    r"\b(?:reject(?:ed|s|ing)?|refus(?:ed?|es|ing)|declin(?:ed?|es|ing)|ignor(?:ed?|es|ing)|"
    r"(?:turn(?:ed|s|ing)?|vot(?:ed?|es|ing)) down|thr(?:ew|own) out)\b",
    re.IGNORECASE,
)
_VOTED_OUT: Final = expression(
    r"\b(?:voted (?:out|down|off)|ousted|unseated|not re-?elected|lost (?:(?:his|her|its|their|a|the) )?seats?)\b",
    re.IGNORECASE,
)
_RETURNED: Final = expression(r"\bre-?elected\b|\b(?:kept|held) (?:(?:his|her|their) )?seats?\b", re.IGNORECASE)
_REMAIN: Final = expression(
    r"\b(?:remain(?:s|ed|ing)?|(?:is|are|was|were) (?:still )?left(?= in\b|\W*$))\b", re.IGNORECASE
)
_TAKEN_OFF: Final = expression(
    r"\b(?:discharged|dismissed|excused|eliminated|disqualified|dropped out)\b", re.IGNORECASE
)
_JOBS_LOST: Final = expression(
    r"\b(?:jobs?|posts?|workers|people|staff)\b[^;.]*?\b(?:go|lost|cut|axed|shed|sacked|laid off)\b", re.IGNORECASE
)
_HIRES: Final = expression(
    r"\b(?:hir(?:ed?|es|ing)|recruit(?:ed|s|ing)?|tak(?:e|es|ing) on|creat(?:ed?|es|ing))\b", re.IGNORECASE
)
_VOTING: Final = expression(r"\bvot(?:e|ed|es|ing)\b(?! (?:out|down|off)\b)", re.IGNORECASE)
"""What is asked of those who vote, whose "no" may be to either of two outcomes."""
_LEAST: Final = expression(r"\b(?:lowest|smallest|fewest|shortest|cheapest|(?<!at )least|youngest)\b", re.IGNORECASE)
_MOST: Final = expression(
    r"\b(?:highest|largest|biggest|greatest|longest|dearest|oldest|eldest|most expensive|maximum)\b", re.IGNORECASE
)
_MEETINGS: Final = r"(?:general )?(?:meeting|session|congress|assembl|summit|conference|synod)"
_ORDINARY: Final = expression(rf"\bordinary {_MEETINGS}", re.IGNORECASE)
_EXTRAORDINARY: Final = expression(rf"\bextraordinary {_MEETINGS}", re.IGNORECASE)
_FIRST_ROUND: Final = expression(r"\b(?:first|opening) (?:round|ballot)\b|\bround (?:one|1)\b", re.IGNORECASE)
_SECOND_ROUND: Final = expression(
    r"\b(?:second|final|run-?off) (?:round|ballot)\b|\bround (?:two|2)\b|\brun-?off\b", re.IGNORECASE
)
_TERMS: Final = tuple(
    expression(rf"\b{season} (?:term|semester|session|season)\b", re.IGNORECASE)
    for season in ("spring", "summer", "autumn", "winter")
)
_OTHERS_OF_A_SORT: Final = (
    (_LEAST, _MOST),
    (_ORDINARY, _EXTRAORDINARY),
    (_FIRST_ROUND, _SECOND_ROUND),
    *itertools.combinations(_TERMS, 2),
)
"""Two of a sort of which each has what the other has, too: a date, a place, a number."""
_NEXT: Final = expression(r"\bnext\b", re.IGNORECASE)
_THIS: Final = expression(r"\bthis (?:meeting|session|time|one)\b", re.IGNORECASE)
_OPPOSITES: Final = (
    *itertools.chain.from_iterable(
        itertools.permutations(several, 2)
        for several in (
            (_FOR, _AGAINST, _NEITHER),
            (_BEGINS, _ENDS),
            (_CAME, _STAYED_AWAY),
            (_TAKES_UP, _LEAVES),
        )
    ),
    (_NEXT, _THIS),
    (_FREED, _HELD),  # but a meeting is "held", too
    (_LOCKED_UP, _FREED),
)
_OUTCOMES: Final = tuple(
    itertools.chain.from_iterable(
        itertools.permutations(two, 2)
        for two in (
            (_ACCEPTED, _REJECTED),
            (_LOCKED_UP, _LED_OUT),
            (_LET_IN, _LED_OUT),
            (_VOTED_OUT, _RETURNED),
            (_REMAIN, _TAKEN_OFF),
            (_JOBS_LOST, _HIRES),
        )
    )
)
"""Two ways in which a thing may end, of which one is told of some and the other of the rest."""
_FROM_THEN: Final = expression(r"\b(?:from|since|as of|(?:starting|beginning)(?: on| in)?) (?:the )?$", re.IGNORECASE)
_ENDED_SINCE: Final = expression(r"\b(?:closed|shut|over|suspended) since (?:the )?$", re.IGNORECASE)
"""What stands before the time since when something is over, which is when it ended: "closed since 2009"."""
_UNTIL_WHEN: Final = expression(r"\b(?:until|till|up to) when\b", re.IGNORECASE)
_UNTIL_THEN: Final = expression(r"\b(?:until|till|up to|through|before the end of) (?:the )?$", re.IGNORECASE)
_RANGE: Final = expression(r"\b(?:to|until|till|and|through)\b|[-–]")
_ASKS_ON: Final = expression(r"\b(?:happen(?:ed|s)?|(?:became|become) of)\b", re.IGNORECASE)
"""What asks what came next of those of whom one of two opposites is told."""
_CLAUSE: Final = expression(r"[;:.]\s|,? (?:and|but|while|whereas) |, (?=(?:this|next)\b)")
"""What stands between two clauses."""
_COUNTS: Final = expression(rf"{_CLAUSE.pattern}|, ")
"""What stands between two counts: "31 were in favour, nine against"."""


def tells_the_opposite(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks of one of two opposites alone, and the clause of the words at a span has only the other.

    >>> from bot.question import read
    >>> tells_the_opposite(read("When did it start?"), "It closed at 9 p.m.", (13, 19))
    True
    """
    if question.analysis.answer_type not in ("who", "when", "which", "list", "how_many"):
        return False
    if _ASKS_ON.search(question.text):
        return False
    if question.analysis.answer_type == "when" and _is_other_end(question.text, sentence, span):
        return True
    clause = _clause_of(sentence, span, _COUNTS if question.analysis.answer_type == "how_many" else _CLAUSE)
    pairs = _OPPOSITES if _VOTING.search(question.text) else (*_OPPOSITES, *_OUTCOMES)
    return any(_is_only(mine, other, question.text) and _is_only(other, mine, clause) for mine, other in pairs)


def is_of_other_extreme(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks for the least of some, and the clause of the words at a span has only the most, or the
    other way round; the same of other pairs of a sort, as an ordinary and an extraordinary meeting.

    >>> from bot.question import read
    >>> told = "The oldest pilot, Ada Wren, is 88."
    >>> [is_of_other_extreme(read(f"Who is the {which} pilot?"), told, (18, 26)) for which in ("youngest", "oldest")]
    [True, False]
    """
    clause = _clause_of(sentence, span, _CLAUSE)
    extremes = itertools.chain.from_iterable(itertools.permutations(two, 2) for two in _OTHERS_OF_A_SORT)
    return any(_is_only(mine, other, question.text) and _is_only(other, mine, clause) for mine, other in extremes)


def _is_only(side: re.Pattern[str], other: re.Pattern[str], text: str) -> bool:
    return side.search(text) is not None and other.search(side.sub(" ", text)) is None


def _is_other_end(question: str, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the beginning is asked for and a date is told until which something was, or the end and from which."""
    begins, ends = ASKS_SINCE.search(question), _UNTIL_WHEN.search(question)
    if not begins and not ends:  # "since when is it closed?" asks for no end
        begins, ends = _BEGINS.search(question), _ENDS.search(question)
    if bool(begins) == bool(ends) or _RANGE.search(sentence[slice(*span)]):
        return False
    ahead = sentence[: span[0]]
    if ends and not _UNTIL_WHEN.search(question) and _ENDED_SINCE.search(ahead):
        return False
    return bool((_UNTIL_THEN if begins else _FROM_THEN).search(ahead))


def _clause_of(sentence: str, span: tuple[int, int], joint: re.Pattern[str]) -> str:
    """The part of a sentence between the joints around a span."""
    begin = max((found.end() for found in joint.finditer(sentence) if found.end() <= span[0]), default=0)
    end = min((found.start() for found in joint.finditer(sentence) if found.start() >= span[1]), default=len(sentence))
    return sentence[begin:end]
