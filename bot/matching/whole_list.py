"""A list answers with all of its members, and a name with all of its words: of "Tarn, Osmark and Quay Island" not
Osmark and Quay Island alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.matching.both_described import both_described
from bot.question import Question
from bot.question.several_asked import asks_for_several
from bot.question.tokens import content_terms
from facts import dates
from facts.expressions import expression
from facts.months import MONTHS

_MONTH: Final = "|".join(f"{month.title()}|{month[:3].title()}\\b" for month in MONTHS)
_DAY: Final = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_NO_NAME: Final = "In|At|On|From|Near|With|For|By|Both|But|And|When|While|After|Before|Today|Yesterday"
_WORD: Final = rf"(?!(?:{_DAY}|{_MONTH}|{_NO_NAME})\b)[A-Z][\w’'-]*"
_NAME: Final = rf"(?:the )?{_WORD}(?: (?:(?:of|the|de|van|von|der) ){{0,2}}{_WORD}){{0,9}}"
NAMES: Final = expression(rf"\b{_NAME}(?:, {_NAME}){{0,40}},? and {_NAME}\b(?:, and {_NAME}\b)?")
_ROLE: Final = r"(?:the|an?|its|their|his|her) (?:(?!(?:and|of|in|by|for|to|from|with|at|on)\b)[a-z][\w’'-]* ){1,4}"
_WITH_ROLE: Final = rf"{_ROLE}{_WORD}(?: {_WORD}){{0,4}}"
_DESCRIBED: Final = expression(rf"\b{_WITH_ROLE}(?:, {_WITH_ROLE}){{0,20}},? and {_WITH_ROLE}\b")
"""A list of names, each behind what somebody is: "the diver Ada Wren and the baker Dr Bo Lusk"."""
_PLAIN: Final = r"[^\W\d][\w-]{0,40}"
_WORDS: Final = expression(rf"(?<![\w’'-]){_PLAIN}(?:, {_PLAIN}){{1,40}},? and {_PLAIN}(?![\w’'])")
"""A list of single words: "old, low, and narrow locks"."""
_BY_DOING: Final = expression(r"\bby (?P<told>\w+ing\b[^,;.]{0,200}?,? and (?:by )?(?P<other>\w+ing)\b[^,;.]*)")
"""Two ways in which something is done."""
_BY_EACH: Final = expression(
    r"\b[Bb]y (?P<told>(?:the )?[A-Z][\w’'-]*(?: [\w’'-]+){0,9}?,? and by (?P<other>(?:the )?[A-Z][\w’'-]*)[^,;.]*)"
)
"""Those by each of whom something was done: "by Tarn in May and by Osmark in June"."""
_WITH_EACH: Final = expression(
    rf"\b(?P<prep>[Oo]n|[Tt]o|[Ff]or|[Ff]rom|[Ww]ith) (?P<told>(?:(?:the|an?|its) (?:[a-z][\w-]* ){{0,4}})?"
    rf"(?P<first>{_NAME})(?P<joint>,? and (?P=prep) )(?:(?:the|an?|its) (?:[a-z][\w-]* ){{0,4}})?(?P<other>{_NAME}))"
)
"""Those who have a preposition each: "to the poet Ada Wren and to Bo Lusk"."""
_TIME: Final = rf"(?:(?:\d{{1,2}} )?(?:{_MONTH})(?: \d{{1,2}}\b)?(?:,? [12]\d{{3}})?|[12]\d{{3}}|{_DAY})"
_TIMES: Final = expression(rf"\b{_TIME}(?:, {_TIME})*(?:, and| and(?: on| in)?) {_TIME}\b")
_LISTS: Final = {
    "who": (_DESCRIBED, NAMES),
    "where": (NAMES,),
    "when": (_TIMES,),
    "which": (_DESCRIBED, NAMES, _WORDS),
    "list": (_DESCRIBED, NAMES, _WORDS),
    "what": (_WORDS,),
}
"""What the members of a list are, by what is asked for."""
_JOINT: Final = expression(r",(?: and)? | and (?:(?:on|in) )?")
_OTHER_FIRST: Final = expression(r"(?:^|[.;:] )(?:In|At|On|From|Near|With|For)(?: the)? $|(?<![sS]) of (?:the )?$")
"""What stands before a name that opens no list of those behind it: "In Tarn, Ada Wren …", "the mayor of Tarn, …"."""
_EACH_ITS_OWN: Final = expression(r"\b(?:respectively|in turn|in that order)\b")
_OWNED: Final = expression(r"(?:[’']s?|[’'])(?: [A-Z][\w’'-]*)+|[’']s? [\w-]+")
"""The rest of a description that was cut off at an apostrophe."""


def whole_list(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence with all of the list of names or times that it has members of, unless what it lacks is named
    in the question; a description cut off at an apostrophe with its end.

    >>> from bot.question import read
    >>> told = "Tarn, Osmark and Quay Island refused."
    >>> told[slice(*whole_list(read("Who refused?"), told, (6, 28)))]
    'Tarn, Osmark and Quay Island'
    """
    asked, (begin, end) = question.analysis, (span := both_described(question, sentence, span))
    if asked.answer_subtype == "identity" and not asks_for_several(question):
        rest = _OWNED.match(sentence, end)
        return (begin, rest.end()) if rest and end > begin and sentence[end - 1].isalpha() else span
    if asked.answer_type == "how":
        return _both_ways(sentence, span)
    if asked.answer_type in ("who", "which") and not asked.dates:
        span = _by_each(question, sentence, span)
    lists = _LISTS.get(asked.answer_type or "", ())
    if _EACH_ITS_OWN.search(sentence) or (asked.answer_type == "when" and asked.dates):
        return span
    for listed, found in ((each, found) for each in lists for found in each.finditer(sentence)):
        first, last = found.span()
        joints = list(_JOINT.finditer(sentence, first, last))
        begins, ends = [first, *(each.end() for each in joints)], [*(each.start() for each in joints), last]
        if "," in sentence[begin:end] and sentence[:begin].endswith("the "):
            begins = [begin if each == begin - len("the ") else each for each in begins]
        members, is_described = list(zip(begins, ends, strict=True)), listed is _DESCRIBED
        if is_described:  # a name is marked without what somebody is
            begins = [begin if opens <= begin < closes else opens for opens, closes in members]
        if begin not in begins or end not in ends:
            continue
        if begin > first and len(ends) > 2 and _OTHER_FIRST.search(sentence[:first]):
            begins, ends = begins[1:], ends[1:]
        members = members if is_described else list(zip(begins, ends, strict=True))
        apart = [each for each in members if is_described or each[1] <= begin or end <= each[0]]
        if any(_is_named(sentence[slice(*each)], question, by_any=is_described) for each in apart):
            return span
        return min(first if is_described else begins[0], begin), last
    return span


def _both_ways(sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """Both ways in which something is done, where one of them is at a span."""
    for found in _BY_DOING.finditer(sentence):
        if span[0] in (found.start("told"), found.start("other")) and span[1] <= found.end():
            return found.span("told")
    return span


def _by_each(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """All by whom, or to whom, something was done, where one of them is at a span and a question names none."""
    for found in _WITH_EACH.finditer(sentence):
        if found.start("told") <= span[0] and span[1] <= found.end() and not _is_named(found["told"], question):
            return found.span("told")
    for found in _BY_EACH.finditer(sentence):
        first, other = found.start("told"), found.start("other")
        if span[0] in (first, other) and span[1] <= found.end() and not _is_named(found["told"], question):
            return found.span("told")
    return span


def _is_named(member: str, question: Question, *, by_any: bool = False) -> bool:
    """Whether a question names a member of a list: by all of its words, or by one that is no ordinary English; by any
    where it asks who, as one of their words may stand for them there ("the chair")."""
    terms = content_terms(member)
    if by_any or question.analysis.answer_type == "who":
        return bool(terms & question.analysis.terms)
    names = {word.term for word in question.analysis.words if word.name}
    return bool(terms & names) or (bool(terms) and terms <= question.analysis.terms)


def whole_times(text: str, begin: int, end: int, whens: Sequence[dates.When]) -> str | None:
    """The times of a list within a span of a text as they are meant, of those found in the text; None where there is
    no list there."""
    found = _TIMES.search(text, begin, end)
    if found is None:
        return None
    if _JOINT.sub("", found[0]).isdigit():  # years alone
        return found[0]
    inside = [when for when in whens if found.start() <= when.span[0] and when.span[1] <= found.end()]
    if len(inside) != len(_JOINT.findall(found[0])) + 1:
        return None
    *others, last = (dates.readable(when.iso) for when in inside)
    return f"{', '.join(others)} and {last}"
