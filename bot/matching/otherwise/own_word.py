"""A deed that is told by words of its own: who left was not told to be dismissed, nor what fell in to have burned down,
and who met in a hall did not meet online."""

from __future__ import annotations

import functools
import re
from typing import Final

from bot.matching.spans import clause_around
from bot.question import Question
from facts.expressions import expression

_PERSON: Final = r"\b(?:was|were|is|are|been|get|gets|got|being|be)\b[^?]{0,60}?"
_OWN: Final = tuple(
    (expression(asks, re.IGNORECASE), expression(rf"(?:{tells})", re.IGNORECASE))
    for asks, tells in (
        (
            r"\bburn(?:ed|t)\b|\bburn(?:s|ing)? down\b",
            r"burn|fire|blaz|flam|arson|ash(?:es)?\b|gutted|torch|ablaze|inferno",
        ),
        (
            rf"{_PERSON}\b(?:dismissed|sacked|fired|laid off|made redundant)\b"
            r"|\b(?:dismissed|sacked|fired|laid off) (?:him|her|them|the [a-z]+)\W*$",
            r"\bdismiss|\bsack|\bfir(?:ed|ing)\b|la(?:id|ying|y)[ -]?off|redundan|oust|\baxe|\bremov|reliev|terminat|"
            r"\bjobs?\b|let go|\bout of\b|reject|thr[eo]w|suspend|struck|shots?\b|launch",
        ),
        (
            r"\b(?:heckl|boo(?:ed|ing)|jeer)",
            r"heckl|shout|\bboo(?:s|ed|ing)?\b|jeer|interrupt|barrack|\bcr(?:y|ies|ied)\b|yell|whistl|disrupt|chant|"
            r"catcall|protest|walked out|hiss|mock",
        ),
        (
            r"\b(?:go|goes|went|gone|going) (?:bust\b|bankrupt\b|broke\b|under\W*$|to the wall\b|out of business\b)|"
            r"\b(?:bankrupt|insolvent|in liquidation)\b",
            r"bust|bankrupt|liquidat|insolven|administ|w(?:ou|i)nd(?:ing)? up|receiver|collaps|fold(?:ed|s)|clos|ceas|"
            r"out of business|creditor|debt|to the wall|went under|fail",
        ),
        (
            r"\blo(?:st|ses?) (?:his|her|their|its|a|the) jobs?\b",
            r"lo(?:st|ses?|sing) (?:his|her|their|its|a|the) (?:\w+ )?(?:jobs?|posts?)|dismiss|sack|"
            r"la(?:id|y(?:ing)?)[ -]?off|redundan|\bfired\b|oust|remov|\baxed|let go|resign|"
            r"out of (?:a |work)|jobless|jobs? (?:loss|cut)",
        ),
        (
            r"\bhow many [^?]*?(?<!are )(?<!is )(?<!still )(?<!were )(?<!was )"
            r"\b(?:left|quit|resigned)\b(?! (?:over|to)\b)",
            r"\b(?:left|leav|quit|resign|depart|gone|goes?\b|going|went|walk|exit|lo(?:st|se)|retir|fled|flee|withdr|"
            r"drop|f[ae]ll|fewer (?!than)|dismiss|sack|redundan|turnover)",
        ),
        (
            r"\b(?:hired?|recruit(?:ed)?)\b",
            r"\bhir|recruit|t(?:ook|ake[ns]?|aking) on|appoint|employ|join|\bnew\b|\badd|start|sign|engag|contract|"
            r"post|rent|charter|lease",
        ),
        (
            r"\bhow (?:much|many) [^?]*\b(?:lose|loses)\b",
            r"\blo(?:s[et]|sing|ss)|f[ae]ll|drop|\bdown\b|\bcuts?\b|shed|defeat|beat|against|minus|deficit|surrender|"
            r"forfeit|\bgo(?:ne|es|ing)?\b|went|die|dead|kill|fewer|less|redundan|axe|clos|reduc|shr[aiu]nk|without|worse|"
            r"short|withdr|strip|depriv|tak(?:e|en|ing)|took",
        ),
        (
            r"\bwhen (?:does|do) [^?]{1,60} expect\b",
            r"expect|forecast|predict|anticipat|hop(?:e|ing)|th(?:ink|ought)|believ|reckon|likely|should|\bdue\b|plan|"
            r"\bwill\b|\bwould\b|project",
        ),
        (
            r"\b(?:spoke|speak|speaking|spoken|argued) (?:out )?(?:for|in favou?r of|in support of|against)\b",
            r"\bfor\b|favou?r|support|against|oppos|\bback|defend|critici|attack|welcom|condemn|argu|urg|call|ple[ad]",
        ),
        (
            r"\b(?:met|meet\w*|held|sessions?|conference|gather\w*|attend\w*|take part|took part|join\w*)\b[^?]*"
            r"\b(?:online|virtual(?:ly)?|remote(?:ly)?|by (?:video|telephone|phone)|(?:via|over|on) (?:zoom|teams))\b",
            r"\bonline|virtual|video|remote|zoom|\bteams\b|skype|webinar|\bweb|internet|phone|\btele|link|screen|"
            r"conference call|dial|digital|stream|hybrid",
        ),
        (
            r"\bwho (?:did|does|do) [^?]{1,60} beat\b",
            r"\bbeat|defeat|\bwo[nr]\b|\bwin|ahead|\blos[et]|against|\bover\b|outbid|rival|prefer|cho[so]|compet|"
            r"bids?\b|instead|knock|victor|to \d",
        ),
    )
)
"""By which words a question asks for a deed, and those of which a sentence that tells of it has one."""
_JOINT: Final = expression(r"[;:.] |,? (?:and|but|while|whereas|though|so) ")
_ASKS_CAME: Final = expression(
    r"\b(?:attend\w*|came|turned up|(?:was|were) (?:at|there|present|in)|took part|at the)\b", re.IGNORECASE
)
_OUTSIDE: Final = expression(r"\boutside\b", re.IGNORECASE)


def is_told_by_other_words(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks for a deed that has words of its own, and a sentence has none of them.

    >>> from bot.question import read
    >>> told = "Ada Wren left in May.", "Ada Wren was axed."
    >>> [is_told_by_other_words(read("Who was sacked?"), sentence, (0, 8)) for sentence in told]
    [True, False]
    """
    return question.analysis.answer_type != "yes_no" and lacks_own_words(question, sentence)


def lacks_own_words(question: Question, sentence: str) -> bool:
    """Whether a question asks for a deed that has words of its own, also for yes or no, and a sentence has none of
    them."""
    return any(not tells.search(sentence) for tells in _own_words_for(question.text))


@functools.lru_cache(maxsize=64)  # it is asked of each sentence
def _own_words_for(question: str) -> tuple[re.Pattern[str], ...]:
    """The words of each deed that a question asks for."""
    return tuple(tells for asks, tells in _OWN if asks.search(question))


def stayed_outside(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who or how many came, and a sentence tells of some who were outside.

    >>> from bot.question import read
    >>> told = "Outside the hall, nine pilots held up a flag."
    >>> [stayed_outside(read(f"How many were {where} the hall?"), told, (18, 22)) for where in ("at", "outside")]
    [True, False]
    """
    if question.analysis.answer_type not in ("who", "how_many", "list") or not _ASKS_CAME.search(question.text):
        return False
    begin, end = clause_around(sentence, span, _JOINT)
    return not _OUTSIDE.search(question.text) and _OUTSIDE.search(sentence, begin, end) is not None
