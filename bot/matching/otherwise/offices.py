"""Who holds the office above the one that is asked about: the treasurer is not the vice-treasurer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from bot.matching.otherwise.not_done import BELOW
from bot.matching.roster import OFFICE
from bot.question import Question
from bot.question.tokens import content_terms, stem, tokens
from facts.expressions import expression
from facts.folding import fold

_BELOW: Final = expression(rf"\b(?P<below>{'|'.join(sorted(BELOW))})[ -](?P<office>[a-z]{{4,}})")
_CHAIR: Final = "chair chairman chairperson chairwoman"
_LEADERS: Final = tuple(
    frozenset(map(stem, names.split()))
    for names in (_CHAIR, "president", "director", "head", "leader", "boss", "chief")
)
"""What those are who lead, each with what else it is called."""
_ASKS_HOLDER: Final = expression(
    r"\W*(?:and |so )?who(?:['’]?s| is| was| are| were) (?:the |its |their )?(?P<office>[\w’' -]{2,40}?) "
    r"(?:at|for|from|of) ",
    re.IGNORECASE,
)
_LISTED: Final = expression(
    r"(?:[-*•] )?[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){1,4}, (?P<office>[^,.;:]{2,80})"
    r"(?:, (?:[Tt]he )?[A-Z][^,.;:]*)*?(?: \d{1,3})?\.?"
)
"""Somebody in a list, with their office and perhaps a body."""
_ALIKE: Final = tuple(frozenset(map(stem, names.split())) for names in (_CHAIR, "ceo executive", "founder cofounder"))
_EXACTLY: Final = frozenset(
    map(
        stem,
        "ceo cfo chair chairman chairperson chairwoman chancellor clerk commissioner cofounder coo cto director "
        "executive founder governor mayor minister president secretary treasurer".split(),
    )
)
"""Offices, as they are asked for, that no other office is another name of."""
_PART: Final = expression(r"[,;.] | / | and | while | but ")
_THEIR_DEPUTY: Final = expression(
    rf"\b(?:his|her|its|their) (?P<below>{'|'.join(sorted(BELOW))})(?:,|:| is| was| will be)? "
    r"(?P<name>(?:[A-Z][\w’'-]*\.? ){1,3}[A-Z][\w’'-]+)"
)
"""Who is named as the deputy of one named before: "as her deputy, Bo Lusk"."""
_DEPUTY_OF: Final = expression(
    rf"\b(?:{'|'.join(sorted(BELOW))})[ -](?P<office>(?:[a-z]+ ){{0,3}}[a-z]+) (?:of|to|for) (?:the )?(?P<of>[\w’'-]+)",
    re.IGNORECASE,
)


def is_of_another_leader(question: Question, parts: Iterable[frozenset[str]], article: frozenset[str]) -> bool:
    """Whether a question asks for who leads by what they are, which an article calls somebody, and what is told (by the
    terms of its parts) calls who leads otherwise: a president is no chair where there is a chair, too.

    >>> from bot.question import read
    >>> asked, president = read("who was the chair in Tarn?"), frozenset(("presid", "tarn"))
    >>> [is_of_another_leader(asked, [president], president | others) for others in ({"chair"}, {"clerk"})]
    [True, False]
    """
    asked = question.analysis
    if asked.answer_type != "who" or asked.predicate is not None:
        return False
    wanted = [names for names in _LEADERS if not names.isdisjoint(asked.terms)]
    if len(wanted) != 1 or wanted[0].isdisjoint(article):
        return False
    told = frozenset[str]().union(*parts)
    if not wanted[0].isdisjoint(told):
        return False
    return any(not names.isdisjoint(told) for names in _LEADERS)


def is_listed_with_another(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks for the holder of an office, and a sentence lists somebody with another one: a president
    need not be the secretary.

    >>> from bot.question import read
    >>> told = "Ada Wren, President and Clerk, Osk Guild"
    >>> [is_listed_with_another(read(f"Who is the {so} of the Osk Guild?"), told, (0, 8)) for so in ("CEO", "clerk")]
    [True, False]
    """
    asked, listed = _ASKS_HOLDER.match(question.text), _LISTED.fullmatch(sentence.strip())
    if asked is None or listed is None or re.search(rf"\b{OFFICE}\b|\bC[EFOT]O\b", listed["office"]) is None:
        return False
    office = tokens(asked["office"])[-1].term
    if office not in _EXACTLY:
        return False
    alike = next((names for names in _ALIKE if office in names), frozenset((office,)))
    return alike.isdisjoint(content_terms(listed["office"]))


def own_deputy(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words at a span of a sentence, or the name of the deputy where one is asked for by their office.

    >>> from bot.question import read
    >>> told = "They named Ada Wren chair and, as her deputy, Bo Lusk."
    >>> told[slice(*own_deputy(read("Who is the deputy chair?"), told, (11, 19)))]
    'Bo Lusk'
    """
    asked = _BELOW.search(fold(question.text))
    if asked is None or question.analysis.answer_type != "who":
        return span
    told = [found for found in _THEIR_DEPUTY.finditer(sentence) if found["below"].lower() == asked["below"]]
    return told[0].span("name") if len(told) == 1 else span


def came_by_deputy(question: Question, sentence: str) -> bool:
    """Whether a question asks by the holder of an office of somewhere, for yes or no, and a sentence has of that place
    but the deputy.

    >>> from bot.question import read
    >>> told = "There were the mayor of Osk and the deputy mayor of Tarn."
    >>> [came_by_deputy(read(f"Was {of} represented by its mayor?"), told) for of in ("Tarn", "Osk")]
    [True, False]
    """
    if question.analysis.answer_type != "yes_no":
        return False
    asked, own = {token.term for token in question.tokens}, content_terms(sentence)
    if not asked.isdisjoint(map(stem, BELOW)) or not own & asked:
        return False
    for deputy in _DEPUTY_OF.finditer(sentence):
        office, of = content_terms(deputy["office"]), content_terms(deputy["of"])
        below, named, owner = re.split("[ -]", deputy[0])[0], re.escape(deputy["office"]), re.escape(deputy["of"])
        alone = rf"(?<!{re.escape(below)}[ -])\b{named} (?:of|to|for) (?:the )?{owner}\b"
        if office <= asked and of and of <= asked and not re.search(alone, sentence, re.IGNORECASE):
            return True
    return False


def holds_the_higher(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks for a deputy, and the words at a span of a sentence stand in its part with the office
    alone, and another part tells of the deputy.

    >>> from bot.question import read
    >>> told = "Ada Wren is elected as chair, and Bo Lusk as vice-chair."
    >>> holds_the_higher(read("Who is the vice-chair of Tarn?"), told, (0, 8))
    True
    """
    asked = _BELOW.search(fold(question.text))
    if asked is None or question.analysis.answer_type != "who":
        return False
    below = rf"\b(?:{asked['below']}[ -]{asked['office']}|(?:his|her|its|their) {asked['below']})\b"
    begin = max((found.end() for found in _PART.finditer(sentence, 0, span[0])), default=0)
    ends = _PART.search(sentence, span[1])
    mine = fold(sentence[begin : ends.start() if ends else len(sentence)])
    alone = re.search(rf"\b{asked['office']}\b", re.sub(below, " ", mine)) is not None
    return alone and re.search(below, mine) is None and re.search(below, fold(sentence)) is not None
