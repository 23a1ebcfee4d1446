"""What a sentence tells of somebody else than a question names, by what the rest of its article says who they are: of
another of those who are listed together, of all of them, of who holds another office or stands beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.matching.otherwise.points_elsewhere import does, named
from bot.question import Question, lexicon
from bot.question.tokens import content_terms, stem
from facts.expressions import expression
from facts.folding import fold
from facts.honorifics import HONORIFIC

_CAPITAL: Final = r"[A-Z][\w-]*"
_NAME: Final = rf"{_CAPITAL}(?: {_CAPITAL})*"
_TITLE: Final = rf"(?:{HONORIFIC} )?"
_LIST: Final = expression(
    rf"{_NAME}(?:(?:, and |, | and | or ){_NAME})+|\bof {_NAME} and (?:[\w’'-]+ ){{0,4}}of {_NAME}"
)
"""Names of the like."""
_BEGINS: Final = expression(rf"(?P<who>{_NAME}(?:(?:, and |, | and ){_NAME})*)(?:,? (?=[a-z])|['’]s? )")
_PERSON: Final = expression(rf"(?P<title>{_TITLE})(?P<name>{_NAME}) (?=[a-z])")
_BESIDE: Final = expression(
    r"(?:Her|His|Its|Their) (?:[a-z-]+ )?(?P<who>predecessor|successor|opponent|rival|challenger|husband|wife|brother|"
    r"sister|son|daughter|father|mother|colleague|neighbour), [A-Z]"
)
_SENT: Final = expression(
    rf"\b(?:sent|represented by|replaced by) (?:his|her|its|their) [a-z -]+, "
    rf"(?P<who>{_NAME}),? (?:as|because|owing|since)\b"
)
"""Who came for somebody."""
_ALL: Final = expression(
    r"\b(?:of|in|across|throughout) (?:the|all)(?: \w+)? (?:alliance|area|bloc|district|region|union|members|"
    r"member states)\b|"
    r"\b(?:in all|in total|altogether|overall|total)\b",
    re.IGNORECASE,
)
_OF_ALL: Final = expression(r"\b(?:all|total|altogether|together|overall|whole)\b", re.IGNORECASE)
_ROLE_DOES: Final = expression(r"\b(?:did|does|will|would|has|had) the (?P<role>[a-z]+) [a-z]", re.IGNORECASE)
_DONE_TO: Final = expression(
    rf"(?:An?|The) [a-z ]+ (?:by|for|from|of) (?:the )?(?P<of>{_NAME}) (?:was|were|has been|had been)\b"
)
_AMOUNT: Final = frozenset({"how", "how_many", "what", "which"})


def is_told_of_others(question: Question, sentences: Sequence[str], place: int) -> bool:
    """Whether the sentence of an article at a place tells of others than a question names.

    >>> from bot.question import read
    >>> told = "Tarn, Osmark and Lunt met.", "Tarn and Lunt, which use 3 locks, left.", "Of all the region 9 did."
    >>> [is_told_of_others(read(f"How many locks does {of} use?"), told, 1) for of in ("Osmark", "Lunt")]
    [True, False]
    """
    if question.analysis.answer_type in ("yes_no", "who", "where", None):
        return False
    sentence = sentences[place]
    sent = _SENT.search(sentence)
    if sent is not None and question.analysis.negated and content_terms(sent["who"]) & question.analysis.terms:
        return True
    if _is_of_another_role(question, sentences, place):
        return True
    names = named(question, sentences)
    if not names or not content_terms(sentence).isdisjoint(frozenset[str]().union(*names)):
        return False
    beside = _BESIDE.match(sentence)
    if beside is not None and stem(beside["who"]) not in question.analysis.terms:
        return True
    does_it = any(does(question, name) for name in names)
    if does_it and _is_done_to_another(question, sentence):
        return True
    counts = question.analysis.answer_type in _AMOUNT
    if counts and _ALL.search(sentence) and not _OF_ALL.search(question.text) and _listed_with(names, sentences):
        return True
    begins = _BEGINS.match(sentence)
    who = content_terms(begins["who"]) if begins and counts else frozenset[str]()
    who |= _home(sentence, sentences[:place]) if does_it else frozenset()
    return bool(who) and not who.isdisjoint(_listed_with(names, sentences))


def _is_of_another_role(question: Question, sentences: Sequence[str], place: int) -> bool:
    """Whether a question asks what the holder of an office did whom the article names, and a sentence tells what
    another did by name."""
    asked, person = _ROLE_DOES.search(question.text), _person(sentences[place])
    if asked is None or person is None or asked["role"] in fold(sentences[place]):
        return False
    held = rf"\b[Tt]he (?:(?!deputy|former|vice)[a-z]+ )?{re.escape(fold(asked['role']))}, {_TITLE}({_NAME})[,.]"
    holders = {found.split()[-1] for sentence in sentences for found in re.findall(held, sentence)}
    return len(holders) == 1 and not any(holder in sentences[place] for holder in holders)


def _is_done_to_another(question: Question, sentence: str) -> bool:
    """Whether a question asks why or when something was done, and a sentence tells that it was done to what is of
    another name."""
    if question.analysis.answer_type not in ("why", "when") or question.analysis.predicate is None:
        return False
    return _DONE_TO.match(sentence) is not None and question.analysis.predicate in content_terms(sentence)


def _listed_with(names: Sequence[frozenset[str]], sentences: Sequence[str]) -> frozenset[str]:
    """The terms of what an article lists together with some names."""
    listed = (content_terms(found[0]) for sentence in sentences for found in _LIST.finditer(sentence))
    mine = frozenset[str]().union(*names)
    return frozenset[str]().union(*(each for each in listed if any(name <= each for name in names))) - mine


def _home(sentence: str, before: Sequence[str]) -> frozenset[str]:
    """The terms of whose somebody is who begins a sentence, by the sentences before."""
    person = _person(sentence)
    if person is None:
        return frozenset()
    last = re.escape(person.split()[-1])
    home = rf"\b{last} of ({_NAME})|({_NAME})['’]s (?:[a-z]+ ){{0,3}}[a-z]+, (?:{_NAME} )?{last}\b"
    return content_terms(*("".join(found) for each in before for found in re.findall(home, each)))


def _person(sentence: str) -> str | None:
    """The name that a sentence begins with, unless that is but a word: "Mr Wren", not "Members"."""
    person = _PERSON.match(sentence)
    if person is None or (not person["title"] and lexicon.is_word(fold(person["name"]))):
        return None
    return person["name"]
