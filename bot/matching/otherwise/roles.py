"""To whom a thing was done, or who did not do it, where a question asks who did; who presided, where it asks whom
somebody met."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.deeds_told import FORMS, deeds
from bot.question import Question
from bot.question.cues import BE
from bot.question.tokens import content_terms, stem, tokens
from facts.expressions import expression

_TO_SOMEBODY: Final = frozenset(
    map(
        stem,
        "accuse appoint award beat blame bring choose congratulate criticise criticize defeat elect free host invite "
        "name nominate praise receive release replace represent succeed support thank urge visit warn welcome".split(),
    )
)
"""What is done to somebody, and never by whoever is named behind the verb."""
_SAID_TO: Final = frozenset(map(stem, "ask call interview meet question see sue summon tell".split()))
"""What is said or done to somebody who is named behind the verb."""
_OFFICE_AHEAD: Final = expression(r"\b((?:[\w-]+ )?[a-z][a-z-]+),? $")
"""An office right before a name."""
_WHO_WISHES: Final = expression(
    r"\W*who (?:has |have |had )?(?:want|call|urg|ask|demand|press|tell|told)\w*", re.IGNORECASE
)
_WISHES_OF: Final = expression(r"\b(?:call\w* (?:for|on|upon)|urg\w+|ask(?:ed|s)|want(?:ed|s)?|told|press(?:ed|es)) $")
_TO_DO: Final = expression(r" to [a-z]")
"""What stands around those who are to do something that somebody else wishes."""
_AN: Final = frozenset(("a", "an"))
_NOT: Final = frozenset("not never".split())
_DENIES: Final = expression(
    r"\b(?:not|never|no|nobody|none|neither|refus\w+|declin\w+|fail\w*)\b|n['’]t\b", re.IGNORECASE
)
_ASKS_WHOM_MET: Final = expression(
    r"\bwhom? (?:did|has|have|had|do|does) [^?]{1,60}?\b(?:meet|met|talk(?:ed)?|speak|spoken)\b|\bmet with\b",
    re.IGNORECASE,
)
_PRESIDED: Final = expression(
    r"(?:,? \([^()]{1,60}\)|, [^,;()]{1,60},|,)? (?:(?:acting|being|sitting) )?"
    r"(?:in the chair|in attendance|presiding|chairing)\b"
)
_WITH: Final = expression(r"\bwith (?:[\w.’'-]+ ){0,4}$")


def only_presided(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks whom somebody met, and the words at a span of a sentence are who was in the chair or
    attended.

    >>> from bot.question import read
    >>> told = "The board met with Ada Wren in the chair."
    >>> [only_presided(read(asked), told, (19, 27)) for asked in ("Whom did the board meet?", "Who chaired it?")]
    [True, False]
    """
    if question.analysis.answer_type not in ("who", "list") or not _ASKS_WHOM_MET.search(question.text):
        return False
    if _WITH.search(sentence[: span[0]]) is None and not sentence[slice(*span)].startswith("with "):
        return False
    inside = _PRESIDED.search(sentence[slice(*span)])
    return inside is not None or _PRESIDED.match(sentence, span[1]) is not None


def is_done_to(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who did something to somebody, and the words at a span of a sentence stand behind that
    verb, with who did it before.

    >>> from bot.question import read
    >>> told = "Ada Wren hosted the warden, Bo Lusk."
    >>> [is_done_to(read("Who hosted the warden?"), told, span) for span in ((0, 8), (28, 35))]
    [False, True]
    """
    asked = question.analysis
    if asked.answer_type != "who" or asked.asked_role != "subject" or asked.predicate not in _TO_SOMEBODY:
        return False
    said = {token.term for token in tokens(sentence[slice(*span)]) if not token.is_stop}
    told = [deed for deed in deeds(sentence) if deed.verb == asked.predicate]
    active = [deed for deed in told if deed.who and deed.auxiliaries.isdisjoint(BE)]
    return (
        bool(said)
        and len(active) == len(told) > 0
        and all(
            said <= {word.term for word in deed.what} and not said <= {word.term for word in deed.who}
            for deed in active
        )
    )


def is_whom_it_names(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who did something to the holder of an office, and the words at a span of a sentence are
    the name of that holder.

    >>> from bot.question import read
    >>> told = "Labour minister Bo Lusk stayed away, although Ada Wren had asked him to come."
    >>> asked = ("Who asked the labour minister to come?", "Who is the labour minister?", "Who stayed away?")
    >>> [is_whom_it_names(read(each), told, (16, 23)) for each in asked]
    [True, False, False]
    """
    asked = question.analysis
    if asked.answer_type != "who" or asked.predicate not in _TO_SOMEBODY | _SAID_TO:
        return False
    office = _OFFICE_AHEAD.search(sentence[: span[0]])
    return office is not None and f"the {office[1].lower()}" in question.text.lower()


def is_wished_of(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who wishes that somebody does something, and the words at a span of a sentence are who is
    to do it.

    >>> from bot.question import read
    >>> told = "Bo Lusk called for Ada Wren to resign."
    >>> [is_wished_of(read("Who wants the clerk to quit?"), told, span) for span in ((0, 7), (19, 27))]
    [False, True]
    """
    if question.analysis.answer_type != "who" or not _WHO_WISHES.match(question.text):
        return False
    return bool(_TO_DO.match(sentence, span[1]) and _WISHES_OF.search(sentence, 0, span[0]))


def did_not(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who did something, and a sentence tells only that whom the words at a span name did not.

    >>> from bot.question import read
    >>> did_not(read("Who rejected the plan?"), "Ada Wren did not reject it.", (0, 8))
    True
    """
    asked = question.analysis
    if asked.answer_type not in ("who", "which") or asked.predicate is None or _DENIES.search(question.text):
        return False
    said = {token.term for token in tokens(sentence[slice(*span)]) if not token.is_stop}
    told = [deed for deed in deeds(sentence) if deed.verb == asked.predicate]
    return bool(told) and all(
        not deed.auxiliaries.isdisjoint(_NOT) and bool(said & {word.term for word in deed.who}) for deed in told
    )


def is_not_its_doer(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who did something, and a sentence tells by that verb that something else did it, with
    "a" or "an" before it, than is named by the words at a span: it is no name for these.

    >>> from bot.question import read
    >>> told = "Ada Wren backed the plan, as a trial in Lunt had cut costs."
    >>> [is_not_its_doer(read(f"Who {did}?"), told, (0, 8)) for did in ("cut costs", "backed the plan")]
    [True, False]
    """
    asked = question.analysis
    if asked.answer_type != "who" or asked.asked_role != "subject" or asked.predicate is None:
        return False
    told = [deed for deed in deeds(sentence) if deed.verb == asked.predicate]
    if not told or not all(deed.who and deed.auxiliaries.isdisjoint(BE) for deed in told):
        return False
    verbs = [word.surface for word in tokens(sentence) if word.term == asked.predicate]
    if not all(verb in FORMS or verb.endswith("ed") for verb in verbs):
        return False  # "signed an executive order"
    said = content_terms(sentence[slice(*span)])
    return bool(said) and all(
        _AN & {word.surface for word in deed.who[:2]} and said.isdisjoint(word.term for word in (*deed.who, *deed.what))
        for deed in told
    )
