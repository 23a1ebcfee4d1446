"""What "which act" or "which department" asks for has that word in its name: of "the Harbour Board welcomed the Ferry
Act", the Ferry Act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.matching.roster import OFFICE
from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts.expressions import expression
from facts.folding import fold

_CAPITAL: Final = r"[A-Z][\w’'.-]{0,30}\w"
_SMALL_WORDS: Final = ("of", "for", "on", "and", "to", "the", "de", "with", "against")
_SMALL: Final = rf"(?:(?:{'|'.join(_SMALL_WORDS)}) ){{1,2}}"
_AND: Final = expression(r" and (?:the )?")
_NAME: Final = expression(rf"\b(?:{_CAPITAL}(?: {_SMALL}{_CAPITAL}| {_CAPITAL}){{0,9}}|[12]\d{{3}}\b)")
_NOUN: Final = expression(r" ([a-z][\w-]+)\b")
_WHICH_OF: Final = expression(r"\b(?:which|what) of (?:the|its|their|his|her|these|those) ([a-z]+)", re.IGNORECASE)
_WORD: Final = expression(r"[\w’'-]+")
_POSSESSIVE: Final = expression(r"[’']s?$")
_SHORT: Final = expression(r" \(([A-Z][\w+-]*)\)")
"""The short name behind a name, in brackets."""
_OFFICE_IN: Final = expression(rf"(?:[\w’'-]+ )*?(?:[\w-]*-)?{OFFICE} (?:of|for)(?: the)? ")
_OFFICE: Final = expression(r",? \(?(?:(?!\w+ed )[\w’'-]+ ){1,9}(?:of|for|at)(?: the)? ")
"""What stands between somebody and what they have an office of."""


_BEGINS: Final = expression(rf"(?:(?:the|an?|its|their|his|her|our) )?{_CAPITAL}")
"""How a name begins."""


def of_that_sort(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence, or the one name there that has the noun in it that "which …" asks for, where the words
    marked are none of that sort, or what the question names itself.

    >>> from bot.question import read
    >>> told = "Ada Wren, head of ferries for the Harbour Board, opened it."
    >>> told[slice(*of_that_sort(read("Which board does she work for?"), told, (0, 8)))]
    'Harbour Board'
    """
    asked = question.analysis
    head = _head(question)
    if asked.answer_type not in ("which", "what") or not head.isalpha():
        return span
    terms = {token.term for token in question.tokens}
    told, said = list(_names_of(sentence, head)), sentence[slice(*span)]
    held = [each for each in told if each[0] <= span[0] and span[1] <= each[1] and " " not in said]
    named = held or [each for each in told if not _is_named(each, sentence, terms)]
    if len({sentence[slice(*each)] for each in named}) != 1:
        return span
    begin, end = named[0]
    if begin <= span[0] and span[1] <= end:
        return span if " " in said else (begin, end)
    if head in content_terms(said) and not _repeats(said, sentence, span[1], terms):
        return span
    return (begin, end) if _is_no_other(sentence, span, begin, terms) else span


def _head(question: Question) -> str:
    """The noun of "which act" or "which of its acts" as a term; "" where there is none."""
    of = _WHICH_OF.search(question.text)
    focus = question.analysis.focus
    if any(term.isdigit() for term in focus):  # several are asked for
        return ""
    return stem(fold(of[1])) if of else next(iter(focus[-1:]), "")


def _names_of(sentence: str, head: str) -> Iterator[tuple[int, int]]:
    """The names of a sentence that have a noun in them where it says what they are, or right behind them."""
    for begin, end in _names(sentence, head):
        words = list(_WORD.finditer(sentence, begin, end))
        at = next((at for at, word in enumerate(words) if _term(word[0]) == head), None)
        noun = _NOUN.match(sentence, end)
        if at is not None and len(words) > 1 and (at in (0, len(words) - 1) or words[at + 1][0].islower()):
            yield begin, begin + len(_POSSESSIVE.sub("", sentence[begin:end]))
        elif words and begin and noun and stem(noun[1]) == head:
            yield begin, noun.end() if words[0][0].isdigit() else begin + len(_POSSESSIVE.sub("", sentence[begin:end]))


def _names(sentence: str, head: str) -> Iterator[tuple[int, int]]:
    """The names of a sentence without "The", and without "and" where that joins two that have the noun or a title."""
    for found in _NAME.finditer(sentence):
        terms = [_term(word) for word in _WORD.findall(found[0])]
        two = terms.count(head) > 1 or (terms[0] == head and len(terms) > 1 and terms[1] not in _SMALL_WORDS)
        joints = list(_AND.finditer(sentence, *found.span())) if two else []
        office = _OFFICE_IN.match(found[0])
        first = office.end() if office else len("The ") * found[0].startswith("The ")
        begins = [found.start() + first, *(joint.end() for joint in joints)]
        yield from zip(begins, [*(joint.start() for joint in joints), found.end()], strict=True)


def _term(word: str) -> str:
    return stem(fold(_POSSESSIVE.sub("", word)))


def _is_named(span: tuple[int, int], sentence: str, asked: set[str]) -> bool:
    """Whether a question names what stands at a span of a sentence, by its words or its short name."""
    short = _SHORT.match(sentence, span[1])
    if short and content_terms(short[1]) & asked:
        return True
    words = content_terms(sentence[slice(*span)])
    return len(words & asked) > len(words) / 2


def _repeats(said: str, sentence: str, end: int, asked: set[str]) -> bool:
    """Whether marked words name nothing that a question does not name itself."""
    short = _SHORT.match(sentence, end) or re.search(r"\(([A-Z][\w+-]*)\)?$", said)
    if short and content_terms(short[1]) & asked:
        return True
    return content_terms(said) <= asked


def _is_no_other(sentence: str, span: tuple[int, int], begin: int, asked: set[str]) -> bool:
    """Whether the words at a span cannot be what is asked for: no name, one that the question has, or somebody with an
    office in what is named at a place."""
    said = sentence[slice(*span)]
    if not _BEGINS.match(said) or _repeats(said, sentence, span[1], asked):
        return True
    return span[1] < begin and _OFFICE.fullmatch(sentence, span[1], begin) is not None
