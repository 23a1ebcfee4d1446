"""What a sentence does not tell though it speaks of it: who did it is only asked, only claimed, or a nameless one."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts.expressions import expression

_ASKED: Final = expression(
    r"\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|inquir\w+|want(?:s|ed)? to know|"
    r"(?:not|n['’]t) (?:known?|clear|said|say)|unclear|unknown|uncertain)"
    r"(?: [\w’'-]+){0,4}? (?:who|whom|when|where|why|what|which|how)\b",
    re.IGNORECASE,
)
"""What opens a question that is only reported."""
_CLAIMED: Final = expression(
    r"\b(?:leaflets?|rumou?rs?|gossip|hoax|allegations?|accusations?|pamphlets?|(?:anonymous|unsigned) [\w-]+)\b"
    r"[^;:.]{0,30}?\b(?:that|which|sa(?:id|ys)|claim(?:s|ed)|alleg(?:es|ed))\b",
    re.IGNORECASE,
)
_ALLEGED: Final = expression(
    r"\b(?:alleg(?:e[ds]?|ing)\b(?: that\b)?|(?:allegedly|reportedly|supposedly|purportedly)\b|"
    r"put (?:it )?to [^,;.]{2,40}? that\b|"
    r"(?:is|are|was|were) (?:claimed|rumou?red|said)(?: that\b|(?= to have\b))|"
    r"claim(?:ed|s|ing)?(?: that\b| (?=(?:he|she|it|they)\b)| to have\b))",
    re.IGNORECASE,
)
"""What is told without being vouched for."""
_REPORTED: Final = expression(r"\bwe (?:had )?(?:\w+ly )?(?:reported|wrote|printed) (?:\w+ )?that\b", re.IGNORECASE)
_NO_ACCORD: Final = expression(
    r"\b(?:no (?:consensus|agreement|accord|deal|decision)|(?:not|n['’]t) (?:\w+ )?agree|failed to agree|disagree[ds]?|"
    r"fell out|remain\w* divided|differ(?:ed|s)?) (?:on|over|about)\b(?P<rest>[^;:.]*)\Z",
    re.IGNORECASE,
)
_TURNS: Final = expression(r"\b(?:but|while|whereas|though|although|and (?:they|then))\b", re.IGNORECASE)
_ACCORD: Final = expression(r"\b(?:agree[ds]?|agreement|consensus|decided?|adopt(?:ed)?|settled?)\b", re.IGNORECASE)
_DENIES: Final = expression(r"\b(?:not|no|never|fail\w*|disagree\w*)\b|n['’]t\b", re.IGNORECASE)
_NAMELESS: Final = expression(
    r"\b(?:[Oo]ne|[Aa]n?|[Ss]ome|[Ss]everal|[Tt]wo|[Tt]hree) (?P<who>(?!(?:and|or|but|to|of|by|in)\b)[a-z]+) "
    r"(?:had |has |having )?(?P<did>[a-z]+(?:ing|ed))\b(?! by\b)"
)

_ANSWERED: Final = expression(
    r"^(?:When |On being )?[Aa]sked (?:by [^,]{1,60} )?who (?P<deed>[^,;]{3,120}), (?:[\w’'-]+ ){1,6}?"
    r"(?:blam(?:ed|es)|identif(?:ied|ies)|nam(?:ed|es)|pick(?:ed|s) out|point(?:ed|s) (?:to|at)|"
    r"sa(?:id|ys) (?:that )?it (?:was|had been))(?= )(?P<whom>[^;]*)$"
)
"""Whom somebody named when asked who did something."""
_NOBODY: Final = expression(r"\b(?:not|never|nobody|no one|neither|or|either|refus\w+|declin\w+)\b|n[’']t\b")


def is_only_asked(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a sentence tells what a question asks for only as what somebody asks, or as not known; whom somebody
    named who was asked it tells.

    >>> from bot.question import read
    >>> is_only_asked(read("Who wrote the note?"), "A pilot, Ada Wren, asked who wrote the note.", (9, 17))
    True
    """
    asked, found = question.analysis, _ASKED.search(sentence)
    if found is None or asked.predicate is None or _ASKED.search(question.text):
        return False
    if is_named_when_asked(question, sentence, span):
        return False
    ahead, behind = content_terms(sentence[: found.start()]), content_terms(sentence[found.end() :])
    return asked.predicate in behind - ahead


def is_named_when_asked(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether it is asked who did something, and the name at a span is whom somebody named who was asked that.

    >>> from bot.question import read
    >>> told = "Asked who had sold the barge, she named the pilot, Bo Lusk."
    >>> [is_named_when_asked(read(f"Who {did} the barge?"), told, (50, 58)) for did in ("sold", "sank")]
    [True, False]
    """
    asked, answered = question.analysis, _ANSWERED.match(sentence)
    if answered is None or asked.answer_type not in ("who", "which") or asked.asked_role != "subject":
        return False
    if span[0] < answered.start("whom") or _NOBODY.search(answered["whom"]):
        return False
    done = content_terms(answered["deed"])
    things = {word.term for word in asked.words} - {asked.predicate}
    return asked.predicate in done and not things.isdisjoint(done)


def only_claimed(question: Question, sentence: str, _: tuple[int, int] = (0, 0)) -> bool:
    """Whether a sentence tells what a question asks only as what a leaflet, a rumour or an earlier report had claimed,
    or as alleged.

    >>> from bot.question import read
    >>> only_claimed(read("Has the lock been sold?"), "She denied a rumour that the lock had been sold.")
    True
    """
    for pattern in (_CLAIMED, _REPORTED, _ALLEGED):
        found = pattern.search(sentence)
        if found is None or pattern.search(question.text):
            continue
        ahead, behind = content_terms(sentence[: found.start()]), content_terms(sentence[found.end() :])
        asked = question.analysis
        deed = {asked.predicate} if asked.predicate else {word.term for word in asked.words if not word.capital}
        if deed & behind and not deed & ahead:
            return content_terms(found[0]).isdisjoint(asked.terms)
    return False


def is_without_accord(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks what was agreed, and the words at a span of a sentence are what no accord was on.

    >>> from bot.question import read
    >>> is_without_accord(read("What did they agree on?"), "They found no consensus on eels.", (27, 31))
    True
    """
    if not _ACCORD.search(question.text) or _DENIES.search(question.text) or question.analysis.answer_type == "yes_no":
        return False
    found = _NO_ACCORD.search(sentence[: span[0]])
    return found is not None and _TURNS.search(found["rest"]) is None


def is_nameless(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who of some did something, and a sentence tells that of "one" alone, without a name, and
    names others.

    >>> from bot.question import read
    >>> told = "With one pilot abstaining, Ada Wren gave the casting vote."
    >>> is_nameless(read("Which pilot abstained?"), told, (27, 35))
    True
    """
    asked = question.analysis
    if asked.answer_type not in ("who", "which") or asked.predicate is None:
        return False
    told = [each for each in _NAMELESS.finditer(sentence) if stem(each["did"]) == asked.predicate]
    others = content_terms(*(sentence[: each.start()] + sentence[each.end() :] for each in told))
    if not told or asked.predicate in others or any(each.start() <= span[0] < each.end() for each in told):
        return False
    return asked.answer_type == "who" or stem(told[0]["who"]) in asked.focus
