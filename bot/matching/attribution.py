"""Who says what a sentence tells: a yes or no that rests on somebody's word names them.

An attribution has a source, a cue and a content (Prasad et al. 2007): Ada Wren · said · that the lock is shut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from bot.matching.pronouns_offered import PERSONS, only_person
from bot.matching.vouched import DENIES_POINTED, unvouched
from bot.question import Question
from bot.question.cues import SUBJECT_PRONOUNS
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import content_terms
from facts.expressions import expression

_TELLS: Final = (
    r"(?:sa(?:id|ys)|wr(?:ote|ites)|add(?:ed|s)|argue[ds]|insist(?:ed|s)|maintain(?:ed|s)|stated|reported|recalled|"
    r"promise[ds](?! to\b)|testif(?:ied|ies)|(?:complain|warn)(?:ed|s)(?= that\b)|believe[ds](?! in\b)|"
    r"thinks)"
)
_TOLD: Final = r"(?:told|tells) (?:[\w’'-]+ ){0,5}?[\w’'-]+(?=,? that\b|[,:;.]|$| (?:on|in|at|after) )"
_CUE: Final = expression(rf"\b(?:{_TELLS}|{_TOLD})(?!-)\b", re.IGNORECASE)
_BOUND: Final = expression(
    r"[;:“”\"(—–]\s*|,[”\"]?\s+(?:(?:and|but|so|yet|although|though|while|whereas) )?"
    r"|\b(?:and|but|although|though|while|whereas|because|that|if|as|when|which|who) ",
    re.IGNORECASE,
)
"""What stands before the words of a source."""
_APPOSED: Final = expression(r"(?P<source>(?:^|(?<=[;:“”\"—–] )|(?<=[.] ))[^,;:“”\"]{2,60}), [^,;:“”\"]{2,90},\s*$")
_HELPS: Final = expression(
    r"(?:\s+(?:had|has|have|also|later|then|earlier|once|since|again|always|(?-i:[a-z]+ly)))+\s*$", re.IGNORECASE
)
_END: Final = expression(r"[;”\"]|, (?:but|although|though|while|whereas) |$", re.IGNORECASE)
_BEHIND: Final = expression(r",[”\"]?\s*$|[”\"],?\s*$")
"""How what is said ends where who says it stands behind it."""
_INVERTED: Final = expression(
    r"\s+(?P<source>(?!that\b)[\w’'-]+(?: [\w’'-]+){0,7}?)(?=[,.;]|$| (?:on|in|at|to|after|during) )"
)
_LAST: Final = expression(
    r"(?: (?:on|in|at|during|after|before|earlier|later|yesterday|today|afterwards|this|last)\b[\w ’'-]{0,60})?"
    r"(?:[,.;]|\s*$)"
)
"""What may stand behind a cue at the end of a clause."""
_ACCORDING: Final = expression(
    r"\b[Aa]ccording to (?P<source>[\w’'.-]+?(?: [\w’'.-]+?){0,7}?(?:, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3})?)"
    r"(?=[,;]|\.?\s*$| (?:on|in|at) )"
)
_ASKS: Final = expression(
    r"\b(?:say|says|said|tell|told|claim\w*|according|argue\w*|insist\w*|write|wrote|report\w*|add|stat(?:e|ed)|think|believe|testif\w*|"
    r"promis\w*|complain\w*|warn\w*|call\w*)\b",
    re.IGNORECASE,
)
"""What asks for somebody's word itself."""
_DENIES_IT: Final = expression(rf"\b{DENIES_POINTED}", re.IGNORECASE)
_HIM: Final = {"he": "him", "she": "her", "they": "them", "it": "it"}
_NO_SOURCE: Final = "|".join(sorted(PREPOSITIONS | SUBJECT_PRONOUNS))
_SOURCE: Final = expression(
    rf"(?:(?i:the|an?|its|their|his|her|some|both|one) |(?!(?i:{_NO_SOURCE})\b)(?:[a-z]+ ){{0,3}}(?=[A-Z]))"
    r"[\w’'., -]{2,60}"
)
_SMALL: Final = expression(r"^(?:The|An?|Its|Their|His|Her|Some|Both|One)\b")
_NOBODY: Final = expression(
    r"(?i:no|none|neither|nothing|nobody)\b|.*\b(?:had|has|have|was|were|is|are) (?:not )?(?:been)?$"
)
"""What is told to be denied by nobody, or reported by nobody who is named: "no leaks had been reported"."""
_MOST: Final = 600
"""Code points of the longest sentence that is looked at."""


class Attribution(NamedTuple):
    """Who says what of a sentence: where the content begins and ends."""

    source: str
    begin: int
    end: int


def attributions(sentence: str) -> Iterator[Attribution]:
    """The attributions of a sentence, in order.

    >>> told = "The lock is shut, Ada Wren said on Monday."
    >>> [(each.source, told[each.begin : each.end]) for each in attributions(told)]
    [('Ada Wren', 'The lock is shut, ')]
    """
    if len(sentence) > _MOST:
        return
    for named in _ACCORDING.finditer(sentence):
        behind = not sentence[: named.start()].strip()
        yield Attribution(named["source"], *((named.end(), len(sentence)) if behind else (0, named.start())))
    for cue in _CUE.finditer(sentence):
        found = _inverted(sentence, cue) or _behind(sentence, cue) or _ahead(sentence, cue)
        if found is not None:
            yield found


def said_by(question: Question, sentence: str) -> str | None:
    """Who says, by a sentence, what a yes/no question asks, "him" of whom it quotes as "he"; None where the sentence
    says it itself, or where that is asked, or not certain.

    >>> from bot.question import read
    >>> said_by(read("Is the lock shut?"), "The lock is shut, Ada Wren said on Monday.")
    'Ada Wren'
    """
    if _ASKS.search(question.text):
        return None
    asked = question.analysis
    for source, begin, end in reversed(list(attributions(sentence))):
        inside = content_terms(sentence[begin:end])
        outside = content_terms(sentence[:begin]) | content_terms(sentence[end:])
        deed = {asked.predicate} if asked.predicate in inside | outside else asked.terms - content_terms(source)
        if deed & inside and not deed & outside and not _NOBODY.match(source):
            quoted = sentence[begin:end].strip(" ,:")[:1] in ("“", '"')
            him = _HIM.get(source.lower()) if quoted else None
            if him or _SOURCE.fullmatch(source):
                return him or source
    return None


def denied_by(question: Question, sentence: str) -> str | None:
    """Who denies, by a sentence, what a yes/no question asks, "him" where it says "he"; None where nobody does.

    >>> from bot.question import read
    >>> denied_by(read("Was the lock sold?"), "The keeper has denied that the lock was sold.")
    'The keeper'
    """
    found, denied = unvouched(question, sentence), _DENIES_IT.search(sentence)
    if found is not None and found.how == "disowned" and found.by_verb:
        cue = found.cue
    elif found is None and denied and content_terms(denied[0]).isdisjoint(question.analysis.terms):
        cue = denied.start()
    else:
        return None
    ahead = sentence[:cue]
    apposed = _APPOSED.search(ahead)
    source = _source(apposed["source"] if apposed else ahead[_bound(sentence, cue) :])
    return _HIM.get(source.lower()) or (source if _SOURCE.fullmatch(source) else None)


def by_whose_word(said: str, question: Question, sentence: str, before: str = "") -> str:
    """A yes or no with whose word it is, where a sentence tells it as somebody's who is named, there or, where it says
    "she", as the only one in the sentence before.

    >>> from bot.question import read
    >>> by_whose_word("Yes", read("Is the lock shut?"), "The keeper said the lock was shut.")
    'Yes, according to the keeper'
    >>> told = "“The lock is shut,” she said."
    >>> [by_whose_word("Yes", read("Is the lock shut?"), told, before) for before in ("Ada Wren came.", "They met.")]
    ['Yes, according to Ada Wren', 'Yes, as quoted']
    """
    source = denied_by(question, sentence) if said == "No" else None
    source = source or said_by(question, sentence)
    if source in _HIM.values():
        source = only_person(before) if source in PERSONS else None
        if source is not None and not content_terms(source).isdisjoint(content_terms(sentence)):
            source = None  # who is spoken of does not speak: "We know no Wren," she said.
        return f"{said}, according to {source}" if source else f"{said}, as quoted"
    return f"{said}, according to {_SMALL.sub(lambda word: word[0].lower(), source)}" if source else said


def _inverted(sentence: str, cue: re.Match[str]) -> Attribution | None:
    """One whose source stands behind the cue: "…, said Ada Wren"."""
    named = _INVERTED.match(sentence, cue.end()) if _BEHIND.search(sentence[: cue.start()]) else None
    if named and not _SOURCE.fullmatch(named["source"]):
        named = None  # "Ada Wren, the master, said that …"
    return Attribution(named["source"], _begin_of_quote(sentence, cue.start()), cue.start()) if named else None


def _behind(sentence: str, cue: re.Match[str]) -> Attribution | None:
    """One whose source and cue stand behind the content: "…, Ada Wren said"."""
    begin = _source_from(sentence, cue)
    if not _LAST.match(sentence, cue.end()) or not _BEHIND.search(sentence[:begin]):
        return None
    return Attribution(_source(sentence[begin : cue.start()]), _begin_of_quote(sentence, begin), begin)


def _ahead(sentence: str, cue: re.Match[str]) -> Attribution | None:
    """One whose content stands behind the cue: "Ada Wren said that …"."""
    ahead = sentence[: cue.start()]
    apposed = _APPOSED.search(ahead)
    source = apposed["source"] if apposed else ahead[_source_from(sentence, cue) :]
    opened = re.compile(r"[,:]?\s*[“\"]").match(sentence, cue.end())
    end = _END.search(sentence, opened.end() if opened else cue.end())
    return Attribution(_source(source), cue.end(), end.start() if end else len(sentence))


def _source_from(sentence: str, cue: re.Match[str]) -> int:
    return _bound(sentence, cue.start())


def _bound(sentence: str, end: int) -> int:
    return max((bound.end() for bound in _BOUND.finditer(sentence, 0, end)), default=0)


def _source(words: str) -> str:
    return _HELPS.sub("", words).strip()


def _begin_of_quote(sentence: str, end: int) -> int:
    """Where what is said begins that ends at a place: with its quotation mark, or the sentence."""
    opened = max(sentence.rfind("“", 0, end), 0)
    return opened if sentence[:end].rstrip(" ,").endswith("”") else 0
