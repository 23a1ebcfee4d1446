"""What a sentence tells without vouching for it: as what somebody denies ("denied that the lock had been sold"), or
only as what somebody fears, complains of or accuses another of.

How far what governs a clause vouches for it is the clause's factuality (Saurí & Pustejovsky 2009).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

Unvouched = Literal["disowned", "only said"]

_DENY: Final = r"(?<!was )(?<!were )(?<!been )den(?:y|ies|ied|ying)"
_REBUT: Final = rf"(?:{_DENY}|(?:reject|dismiss|contradict|refut|rebut|disput|repudiat|scotch|quash)(?:e[ds]?|s|ing)?)"
_WORD: Final = (
    r"(?:claims?|reports?|rumou?rs?|suggestions?|allegations?|accusations?|charges?|assertions?|speculation|idea|"
    r"notion|story|stories|talk|gossip|complaints?)"
)
"""What is said without being vouched for, by its noun."""
POINTED: Final = (
    r"(?:it|this|that|(?:the|this|that|these|those|all|any|both|such) "
    rf"(?:{_WORD}|accounts?))"
)
"""What was told before, pointed at."""
DENIES_POINTED: Final = (
    r"(?:(?:den(?:y|ies|ied)|(?:reject|disput|refut|contradict|rebut|dismiss|contest)(?:e?s|t?ed)?) "
    rf"{POINTED}(?=[,.;]|$))"
)
"""What denies what was told before."""
_FINITE: Final = r"(?: [\w’'-]+){1,6}? (?:is|are|was|were|will|would|has|have|had|could)\b"
_THAT: Final = rf"(?: that\b|(?={_FINITE}))"
_DISOWNS: Final = expression(
    rf"\b(?:(?P<verb>{_DENY}(?: (?:[\w’'-]+ ){{0,2}}?that\b| (?:ever )?(?!planning\b)(?=[a-z]{{2,}}ing\b)"
    r"|(?= (?:he|she|it|they) ))"
    rf"|{_REBUT} (?:[\w’'-]+ ){{0,4}}?{_WORD} (?:that|of|about)\b"
    r"|(?:disput|reject|contradict|refut)e?[ds] that\b)|(?<!no )doubt(?:s|ed)? (?:that|whether)\b"
    r"|(?:untrue|not true|false|baseless|a lie|not the case|no (?:evidence|proof|truth in [^.;]{1,40}?)) that\b"
    r"|no (?:plans?|intention) (?:to|of)\b|stop(?:s|ped)? short of\b|(?:refrain|abstain)(?:s|ed)? from\b"
    r"|(?:(?:decid|vot|rul)(?:e[ds]?|es|ed) (?:against|out)|avoid(?:s|ed)?|instead of|rather than)(?= [a-z]{2,}ing\b)"
    r"|(?:abandon|dropp|shelv|scrapp|cancell)ed (?:[\w’'-]+ ){0,2}?plans? to\b)",
    re.IGNORECASE,
)
"""What denies what stands behind it."""
_ONLY_SAYS: Final = expression(
    r"\b(?:accus(?:e[ds]?|ing) (?:[\w’'&-]+ ){0,8}?of|suspect(?:s|ed) (?:[\w’'-]+ ){0,4}?of"
    r"|(?:charg|indict)(?:e[ds]?|ed|ing) (?:[\w’'&-]+ ){0,5}?(?:with|for)(?= [a-z]{2,}ing\b)"
    r"|put (?:it )?to [^,;.]{2,40}? that\b|(?:contend|submit|alleg|insinuat)(?:e[ds]|s|ed|ted) that\b"
    r"|suggest(?:s|ed)? to (?-i:[A-Z])[\w’'-]*(?: [A-Z][\w’'-]*)* that\b"
    r"|(?:accusations?|allegations?|suspicions?|complaints?|rumou?rs?|fears?|speculation|claims?) (?:that|of)\b"
    rf"|(?:fear|hope|expect|suspect|assume|suppose|predict|guess|claim|allege)(?:s|d|ed)?{_THAT}|worr(?:y|ies|ied){_THAT}"
    r"|(?:is|are|was|were) (?:\w+ly )?(?:believed|thought|feared|suspected|assumed) (?:that|to))\b",
    re.IGNORECASE,
)
"""What tells of what stands behind it as what somebody believes, wishes or blames another for."""
_END: Final = expression(r"[;:”\"]|,? but |, (?:although|though|while|whereas|which|who|and) |$", re.IGNORECASE)

_DENIED: Final = expression(r"\b(?:not|no|never|nobody|none|nothing)\b|n[’']t\b", re.IGNORECASE)


class Unvouching(NamedTuple):
    """Where what does not vouch for a clause begins, and where that clause begins and ends; `by_verb`: it is a verb of
    whoever denies it."""

    how: Unvouched
    cue: int
    begin: int
    end: int
    by_verb: bool = False


def unvouched(question: Question, sentence: str) -> Unvouching | None:
    """By what a sentence does not vouch for what a yes/no question asks; None where it does, where it does not tell of
    it, or where somebody's word itself is asked for.

    >>> from bot.question import read
    >>> asked = read("Was the lock sold?")
    >>> unvouched(asked, "Ada Wren denied that the lock was sold.").how
    'disowned'
    >>> unvouched(asked, "The lock was sold, and Ada Wren denied that it was old.")
    """
    asked = question.analysis
    for found in _unvouchings(sentence):
        inside = content_terms(sentence[found.begin : found.end])
        outside = content_terms(sentence[: found.begin]) | content_terms(sentence[found.end :])
        told = asked.predicate in inside | outside
        names = content_terms(sentence[: found.begin])  # "has the brewery sold it", of what the brewery denies
        deed = {asked.predicate} if told else asked.terms - names
        if deed & inside and not deed & outside:
            twice = found.how == "disowned" and _DENIED.search(sentence[found.begin : found.end])
            return found._replace(how="only said") if twice else found
    return None


def _unvouchings(sentence: str) -> Iterator[Unvouching]:
    for cue in _DISOWNS.finditer(sentence):
        yield Unvouching("disowned", *cue.span(), _end(sentence, cue.end()), cue["verb"] is not None)
    for cue in _ONLY_SAYS.finditer(sentence):
        yield Unvouching("only said", *cue.span(), _end(sentence, cue.end()))


def _end(sentence: str, begin: int) -> int:
    ends = _END.search(sentence, begin)
    return ends.start() if ends else len(sentence)
