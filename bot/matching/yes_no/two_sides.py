"""Things that are one way or the other: in person or online, unanimous or by so many votes to so many, up or down.

Where a yes/no question asks about one side, and a sentence tells one of them, that speaks for yes or for no. It is not
said of whom or of what: it only bears out what the reader makes of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from bot.question import lexicon
from bot.question.tokens import content_terms
from facts.expressions import expression

Leaning = Literal["Yes", "No"]

_NUMBER: Final = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_THINGS: Final = (
    r"(?:amendment|appeal|application|attempt|bid|call|demand|idea|motion|offer|petition|plan|proposal|request|"
    r"resolution|suggestion)s?"
)
_LOST: Final = (
    r"(?:defeated|denied|dismissed|failed|fell|lost|refused|rejected|thrown out|turned down|vetoed|voted down)"
)
_REFUSED: Final = r"(?:defeated|denied|dismissed|refused|rejected|threw out|turned down|vetoed|voted down)"


_REACH: Final = r"(?:c[ao]me to|f[io]u?nd|get|got|ma(?:de|ke)|reach(?:ed|ing)?|str(?:ike|uck))"
_ACCORD: Final = r"(?:an? )?(?:(?!no\b)\w+ )?(?:accord|agreement|compromise|consensus|deal|understanding)"


def _either(*words: str) -> re.Pattern[str]:
    return expression(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


class _Sides(NamedTuple):
    """How a question asks about one side of something and about the other, and how a sentence tells each; `plainly`:
    it does so only where nothing is denied in it."""

    asks: re.Pattern[str]
    asks_other: re.Pattern[str]
    tells: re.Pattern[str]
    tells_other: re.Pattern[str]
    plainly: bool = True

    def leaning(self, question: str, sentence: str) -> Leaning | None:
        asked, other = self.asks.search(question), self.asks_other.search(question)
        told, told_other = self.tells.search(sentence), self.tells_other.search(sentence)
        if told and told_other and (own := _own_clause(question, sentence)):
            told, told_other = self.tells.search(own), self.tells_other.search(own)
        if bool(asked) == bool(other) or bool(told) == bool(told_other):
            return None
        if self.plainly and (_DENIED.search(sentence) or _ASKS_PRECISELY.search(question)):
            return None
        if self.plainly and _is_of_somebody_else(question, sentence):
            return None
        return "Yes" if bool(asked) == bool(told) else "No"


_DENIED: Final = expression(
    r"\b(?:not|never|no|nor|neither|without|none|nobody|unless|failed|refused to|"
    r"abstain(?:ed|ing)?|others?|the (?:remaining|rest))\b|n[’']t\b",
    re.IGNORECASE,
)
"""What denies something in a sentence, or tells it of others than those asked about."""
_ASKS_PRECISELY: Final = _either("any(?:body|one)?", "every(?:body|one|where)", "exactly", "just as", "no(?:body| one)",
                                 "unanimous(?:ly)?", "unchanged", "without")  # fmt: skip
_SIDES: Final = (
    _Sides(
        _either("in person", "face[ -]to[ -]face", r"in (?:the same|one) room", "on site",
                r"(?:fly|flew|travel\w*) to"),
        _either("online", "virtual(?:ly)?", "by (?:tele)?phone", "(?:by|on|over|via) (?:video|zoom)", "remotely"),
        _either("in[ -]person", "face[ -]to[ -]face", "on site"),
        _either("online", "virtual(?:ly)?", "by (?:tele)?phone", "(?:by|via) (?:video|zoom)", "remotely",
                r"(?:tele|video)[ -]?(?:call|conference|link)"),
        plainly=False,
    ),
    _Sides(
        _either("unanimous(?:ly)?", "without (?:dissent|opposition)",
                r"(?:every(?:body|one)|all (?:the )?(?:[\w’'-]+ ){0,2}?(?:councillors|delegates|directors|governors|"
                r"members|ministers|trustees|of them)|the whole (?:\w+ ){1,3}?).*"
                r"(?:agree|back|behind|favou?r|for|support)"),
        _either(r"(?:any|some)(?:body|one)? .*(?:against|dissent|object|oppos)\w*", "any dissent(?:ers)?",
                "any (?:objections?|opposition|votes? against)", "was it close", "closely",
                "divided", "narrow(?:ly)?", "split"),
        _either("unanimous(?:ly)?", "without (?:dissent|objection|opposition)", r"nem(?:ine)? con\w*",
                "no(?:body|ne| one)? (?:dissent|objections?|votes? against|voted against|against)",
                rf"{_NUMBER}(?: votes)?(?:[-–—]| to )(?:0|nil|none|zero)"),
        _either(rf"by {_NUMBER}(?: votes)? (?:votes )?to (?!nil|none|0|zero)\w+", r"[1-9]\d?[-–—][1-9]\d?",
                rf"(?:voted|{_NUMBER}) against", "dissent(?:ed|ing)"),
        plainly=False,
    ),
    _Sides(
        _either(r"r[io]sen?", "rising", r"gr[eo]w(?:n|ing)?", r"increas(?:e[ds]?|ing)", "climb(?:ed|ing)?",
                r"(?:go(?:ne|ing)?|went) up(?! to)", "stronger", "higher", "bigger", "larger", "longer"),
        _either(r"f[ae]ll(?:en|ing)?", "drop(?:ped|ping)?", r"shr[aiu]nk(?:en)?", r"decreas(?:e[ds]?|ing)",
                r"declin(?:e[ds]?|ing)", r"(?:go(?:ne|ing)?|went|c[ao]me) down", "cooled", "weaker", "fewer", "less",
                "lower", "smaller", "shorter"),
        expression(r"\b(?:up (?:from|on)|rose|risen|gr[eo]wn?|increased|climbed|went up|stronger|longer than)\b"),
        expression(r"\b(?:down (?:from|on)|fell|fallen|dropped|shr[au]nk|decreased|declined|went down|weaker)\b"),
    ),
    _Sides(
        _either("free(?: of charge)?", "for nothing", r"without (?:a fee|charge|paying)"),
        _either(r"(?:have|need) to pay", r"cost (?:any|some)thing", "cost money",
                "need (?:any )?(?:cash|change|coins)"),
        _either("free of charge", r"(?:are|be|is|park|remains?|stays?|was|were) free", "no (?:charge|fee)",
                r"without (?:a )?(?:charge|fee)", "free (?:admission|entry|parking)"),
        _either(r"will cost", r"(?:charge|fee) of", "for a fee"),
        plainly=False,
    ),
    _Sides(
        _either("permanent(?:ly)?", "for good", "for ever", "forever", "indefinitely"),
        _either("temporar(?:ily|y)", "provisional(?:ly)?", "interim"),
        _either("permanent(?:ly)?", "for good", "indefinitely"),
        _either("temporar(?:ily|y)", "provisional(?:ly)?", "interim"),
    ),
    _Sides(
        _either("(?:for )?the first (?:time|ever|such|of its)", "first[ -](?:ever|time)", "inaugural"),
        _either("not the first",
                r"(?:been|done|had|held|hosted|met|visited) (?:\w+ ){0,4}(?:before|earlier|previously)"),
        _either("(?:for )?the first(?:-ever)? (?:time|ever|such|of its|meeting)", "first[ -]ever", "inaugural"),
        _either(r"the (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th)) time",
                "once again", "follow-up", "as in previous years"),
    ),
    _Sides(
        _either("pass(?:ed)?", "(?:get|got|go|went) through", "carried", "approved?", "adopt(?:ed)?", "agreed?",
                "accept(?:ed)?"),
        _either("reject(?:ed)?", "turn(?:ed)? down", "thr[eo]w out", "refuse[ds]?", "voted? down", "fail(?:ed)?",
                "fall", "fell", "lost"),
        _either("passe[ds]", "carrie[ds]", "approve[ds]", "adopt(?:s|ed)", "agree[ds]", "accept(?:s|ed)", "resolve[ds]",
                "grant(?:s|ed)"),
        _either("rejected", "turned down", "thr[eo]wn? out", "refused", "voted down", "failed", "fell", "lost",
                "defeated", "declined", "withdrawn", "postponed", "dismissed", "deferred", "put(?:s|ting)? off",
                "held over", "shelved", "(?:referred|sent) back",
                "(?:dropped|removed|taken) (?:from|off) the agenda"),
    ),
    _Sides(
        _either("in favou?r", "support(?:s|ed|ive)?", "back(?:s|ed|ing)(?! away)", "endors(?:e[ds]?|ing)",
                "agree[ds]? with", "side[ds]? with", "siding with", "on (?:her|his|their|the) side",
                "vote[ds]? (?:for|yes)", "voting for"),
        _either("against", "oppos(?:e[ds]?|ing)", "object(?:s|ed|ing)?", "critical of", r"condemn\w*", r"resist\w*",
                "vote[ds]? no"),
        _either("in favou?r", "supports", "supported", "backed", "endorsed", "welcomed", "voted (?:for|with)",
                "agreed with", "sided with"),
        _either("against(?!: ?0)", "opposed?", "objected", "objects?", "condemned", "criticised", "rejected"),
    ),
    _Sides(
        _either("go(?:es|ing)? on", "continu(?:e[ds]?|ing)", "ke(?:eps?|eping|pt)", "stay(?:s|ed|ing)?",
                "remain(?:s|ed|ing)?", "(?:carry|hang) on"),
        _either("drop(?:s|ped|ping)?", "stop(?:s|ped|ping)?", "giv(?:e|ing) up", "gave up", "scrap(?:s|ped|ping)?",
                "do(?:ne|ing)? away with", r"abandon\w*", "get(?:ting)? rid"),
        _either("go(?:es)? on", "continu(?:e[ds]?|ing)", "keeps?", "kept", "stay(?:s|ed)?", "remain(?:s|ed)?",
                "retain(?:s|ed)?", "re-?appointed", "re-?elected", "survive[ds]?", "extended"),
        _either("dropped", "stopped", "ended", "scrapped", "abolished", "abandoned", "withdrawn", "given up", "gave up",
                "leave", "leaving", "replaced"),
    ),
    _Sides(
        _either(rf"{_REACH} {_ACCORD}", "agree (?:about|on|over)", "see eye to eye"),
        _either(r"disagree\w*", "divided", "split", "at odds", r"deadlock\w*", "fail(?:ed)? to (?:agree|reach)"),
        _either(rf"{_REACH} {_ACCORD}", rf"{_ACCORD} (?:(?:has|had) been|was) (?:found|reached)",
                "agreed (?:on|that|upon)"),
        _either(rf"(?:no|without) {_ACCORD}", "(?:could|did) not (?:agree|reach)",
                "(?:failed|unable) to (?:agree|reach)",
                r"(?:opinions|positions|views) (?:(?:were|remained) divided|differ\w*|diverg\w*)", "disagreed"),
        plainly=False,
    ),
    _Sides(
        _either("g(?:o|one|oing) ahead", "went ahead", "proceed(?:ed)?", "t(?:ake|ook|aken) place", "happen(?:ed)?"),
        _either("call(?:ed)? off", r"cancel\w*", "put off", r"postpone[sd]?"),
        _either("went ahead", "took place", "(?:was|were) held", "proceeded"),
        _either("(?:be|been|is|was|were) (?:cancell?ed|called off|postponed|put off)",
                "did not (?:take place|go ahead|happen)"),
        plainly=False,
    ),
    _Sides(
        _either("cheapest", "lowest"),
        _either("dearest", "highest", "most expensive"),
        _either("the (?:cheapest|lowest)"),
        _either("the (?:dearest|highest|most expensive)", "second[ -](?:cheapest|lowest)"),
    ),
    _Sides(
        _either("quorum", "quorate"),
        _either("inquorate", "(?:no|without a) quorum"),
        _either(r"quorum (?:[\w’'-]+ ){0,5}?(?:is|was) (?:[\w’'-]+ )?(?:established|met|present|reached)", "quorate"),
        _either("no quorum", "inquorate", "quorum (?:is|was) not", "(?:lack(?:ed|ing)|short of|without) a quorum"),
        plainly=False,
    ),
)  # fmt: skip
_ALL: Final = expression(
    r"(?<!at )(?<!in )(?<!above )\b(?:all(?! (?:by|done|in|over)\b)|"
    r"(?:every|each)(?! (?:\w+ )?(?:day|week|month|year)\b)|every(?:body|one)|whole)\b",
    re.IGNORECASE,
)
_IN_PART: Final = _either(
    rf"{_NUMBER} (?:of|out of) (?:the |its |their )?(?:\d+|\w+teen|\w+ty|{_NUMBER})", "most", "some", "half", "except",
    "but for", "apart from", "only", "several", "many", "a majority",
)  # fmt: skip
_WHOLLY: Final = _either(
    "all", "every", "each", "every(?:one|body)", "whole", "unanimous(?:ly)?", "full", "any", "both"
)
_DENYING: Final = _either("not", "no", "but", "except", "fail(?:ed)?", "never", "none", "only", "others", "refused",
                          "wanted", "without", r"\w+n['’]t")  # fmt: skip
_STILL: Final = _either("still", "serving")
_FORMER: Final = expression(r".{0,30}\b(?:former(?:ly)?|retired|outgoing)\b.{0,50}", re.IGNORECASE)
"""What tells of somebody's office as given up, and the words around it."""
_FIRST_NAMES: Final = expression(r"[A-Z][\w’'-]+(?:(?:, | and | of )?(?: ?[A-Z][\w’'-]+))*")
_NAME: Final = expression(r"\b[A-Z][\w’'-]+")
_CLAUSES: Final = expression(r"[;:] |, (?:while|whereas|but|and) ")
_ONLY: Final = _either("only", "solely", "exclusively")
_ALONE: Final = _either("only", "just", "solely", "exclusively", "alone")
_MORE: Final = _either("both", "as well as", "also", "not only", "besides", "among other", "including", "too")
_ASKS_LEFT_OUT: Final = _either(r"(?:leav(?:e|ing)|left|ke(?:ep|pt)) .*(?:out|aside)", "ignore[ds]?", r"omit(?:s|ted)?")
_TAKEN_UP: Final = _either("also", "addressed", "covered", r"discuss\w*", r"includ\w+", "priorities", "raised", "spoke",
                           "talked", "touched")  # fmt: skip
_ASKS_AMONG: Final = _either("too", "also", "as well", "among", "one of")
_AMONG: Final = _either(r"includ\w+", "also", "as well as", "among", "too")
_ASKS_ALREADY: Final = expression(
    r"(?:\w+ ){0,2}?(?:has|have|had|is|are|was|were)\b.*\b(?:already|yet|by now)\b", re.IGNORECASE
)
_TO_COME: Final = _either("will", "shall", "(?:is|are) to", "would", "to be", "next (?:week|month|year)", "planned",
                          "soon", "awaits?", "pending")  # fmt: skip
_BY_NOW: Final = _either("already", "has been", "have been", "has now", "was", "were", r"disbursed")
_THING_LOST: Final = expression(
    rf"\b{_THINGS}\b[^.;]*\b{_LOST}\b|\b{_REFUSED}\b[^.;,]{{0,40}}\b{_THINGS}\b", re.IGNORECASE
)
_ASKS_OF_FATE: Final = expression(
    r"\b(?:against|ask|appl(?:y|ied)|avoid|block|call(?:ed)? for|clos(?:e|ely)\b|declin|defeat|demand|den(?:y|ied)|"
    r"dismiss|drop|escape|fail|fall|fell|go(?:ne)? down|hang|keep|lose|lost|no\b|nobody|nothing|oppos|propos|pull|"
    r"refus|reject|remain|request|scrap|seek|sought|stay|stop|suggest|take back|throw|tr(?:y|ied)|turn\w* down|unanim|"
    r"vote|want|withdr|without)",
    re.IGNORECASE,
)
"""What a question has that asks about a proposal itself, or about the other side of it."""
_ASKS_DENIED: Final = expression(r"\b(?:not|never|or)\b|n[’']t\b", re.IGNORECASE)


def _is_of_somebody_else(question: str, sentence: str) -> bool:
    """Whether a sentence begins with names of which a question has none: "Osk and Tarn voted for it"."""
    begin = _FIRST_NAMES.match(sentence)
    names = _NAME.findall(begin[0]) if begin else []
    if not names or lexicon.is_word(names[0].lower().partition("-")[0]):
        return False
    return content_terms(question).isdisjoint(content_terms(" ".join(names)))


def _own_clause(question: str, sentence: str) -> str | None:
    """The only clause of a sentence that has names of a question, where others have not; in a headline, the only part
    between commas."""
    names = [name for name in _NAME.findall(question, 1) if name in sentence]
    for clauses in (_CLAUSES.split(sentence), sentence.split(", ")):
        own = [clause for clause in clauses if any(name in clause for name in names)]
        if len(own) == 1 < len(clauses):
            return own[0]
    return None


def tells_both(question: str, sentence: str) -> bool:
    """Whether a sentence tells both sides of what a yes/no question asks about, and not which one of that.

    >>> tells_both("Was the budget adopted?", "Board adopts budget, puts off vote on tolls")
    True
    """
    for each in _SIDES:
        if bool(each.asks.search(question)) != bool(each.asks_other.search(question)):
            told = each.tells.search(sentence) and each.tells_other.search(sentence)
            if told and each.leaning(question, sentence) is None:
                return True
    return False


def leaning(question: str, sentence: str) -> Leaning | None:
    """What a sentence speaks for by the side that it tells of what a yes/no question asks about; None where it tells
    none, or speaks for both.

    >>> told = "The pilots met online and agreed by 4 votes to 3."
    >>> asked = "Did the pilots meet in person?", "Did the pilots meet online?", "Did the pilots meet?"
    >>> [leaning(each, told) for each in asked]
    ['No', 'Yes', None]
    """
    if _ASKS_DENIED.search(question):
        return None
    said = {each.leaning(question, sentence) for each in _SIDES} | {tells(question, sentence) for tells in _OTHERS}
    said -= {None}
    return said.pop() if len(said) == 1 else None


def _of_all(question: str, sentence: str) -> Leaning | None:
    """Of all, where it is told of all, or of some: "nine of the twelve"."""
    if not _ALL.search(question):
        return None
    if _WHOLLY.search(sentence):
        return "Yes" if _ALL.search(sentence) and not _DENYING.search(sentence) else None
    return "No" if _IN_PART.search(sentence) else None


def _of_one_alone(question: str, sentence: str) -> Leaning | None:
    """Of something only, where more is told beside it."""
    return "No" if _ONLY.search(question) and _MORE.search(sentence) and not _ALONE.search(sentence) else None


def _of_one_more(question: str, sentence: str) -> Leaning | None:
    """Of something too, where a sentence names what was among others; or of what was left out, where it does."""
    if _ASKS_LEFT_OUT.search(question):
        return "No" if _TAKEN_UP.search(sentence) and not _DENYING.search(sentence) else None
    return "Yes" if _ASKS_AMONG.search(question) and _AMONG.search(sentence) and not _DENYING.search(sentence) else None


def _of_by_now(question: str, sentence: str) -> Leaning | None:
    """Of what is so already, where it is still to come."""
    asked = _ASKS_ALREADY.match(question)
    return "No" if asked and _TO_COME.search(sentence) and not _BY_NOW.search(sentence) else None


def _of_office(question: str, sentence: str) -> Leaning | None:
    """Of what somebody still is, where their office is told as given up, with a name of the question beside it."""
    if not _STILL.search(question):
        return None
    names = set(_NAME.findall(question, 1))
    return "No" if any(names & {*_NAME.findall(each[0])} for each in _FORMER.finditer(sentence)) else None


def _of_fate(question: str, sentence: str) -> Leaning | None:
    """Of what was done, where the motion or request for it was lost."""
    return "No" if _THING_LOST.search(sentence) and not _ASKS_OF_FATE.search(question) else None


_OTHERS: Final[tuple[Callable[[str, str], Leaning | None], ...]] = (
    _of_all, _of_one_alone, _of_one_more, _of_by_now, _of_office, _of_fate
)  # fmt: skip
