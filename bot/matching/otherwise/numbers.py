"""Of numbers that belong together the one that is asked for: how many there are is not how many of them left, what was
before is not what is now, and what is lost a day is not what is lost in all."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from bot.matching.deeds_told import FORMS
from bot.matching.otherwise.wholes import COUNT, asks_whole, is_whole_of_part, of_whole_or_part
from bot.matching.otherwise.year_meant import is_to_come
from bot.matching.spans import overlap
from bot.question import Question, lexicon
from bot.question.cues import BE
from bot.question.tokens import Token, content_terms, tokens
from facts.disagreement.written import NUMBER, rounds, value_of
from facts.expressions import expression
from facts.folding import fold

_PART_OF: Final = expression(
    rf"\b(?P<part>{COUNT}) of (?:(?:the|its|their|our|all|[\w-]+['’]s?) )*(?P<whole>{COUNT})(?P<noun> [\w-]+)"
    rf"|\bof (?:(?:the|its|their|our|[\w-]+['’]s?) )*(?P<whole2>{COUNT})"
    rf"(?P<noun2> (?!(?:in|for|on|at|by)\b)[\w-]+),? (?P<part2>{COUNT})"
    rf"|(?P<whole3>{COUNT})(?P<noun3> [^,;.]{{1,60}}), (?P<part3>{COUNT}) of (?:which|whom|them)\b",
    re.IGNORECASE,
)
_FROM_TO: Final = expression(
    rf"\bfrom (?P<past>{COUNT})[^,;.]{{0,30}}? to (?:only |over |about |some )?(?P<now>{COUNT})"
    r"(?:[^,;.]*? since (?P<since>[^,;.]+))?",
    re.IGNORECASE,
)
_PERCENT: Final = expression(r" ?(?:%|per ?cent\b)")
_THEN: Final = expression(r"\b(?:before|ago|previous(?:ly)?|earlier|used to|at first|original(?:ly)?|initial(?:ly)?)\b")
_CHANGE: Final = expression(rf"\b(?:by|from) (?:how (?:much|many)|what)\b|{_THEN.pattern}")
_TWO: Final = expression(rf"{COUNT}[^,;.]*? to {COUNT}.*")
_NOW: Final = expression(r"\b(?:now|today|current(?:ly)?|at present)\b")
_NUMBER_ENDS: Final = expression(rf"(?<![\w.,]){COUNT}$", re.IGNORECASE)
_RATE: Final = expression(rf" (?:in|out of)(?: every)? (?P<all>{COUNT})(?![-–]| of\b|(?-i: [A-Z]))", re.IGNORECASE)
"""How many are told as of so many: "one in five"."""
_AT_A_TIME: Final = expression(
    r"(?: [\w-]+){0,2}? (?:(?:an?|per|each|every) (?:second|minute|hour|day|night|week|month|year)|"
    r"daily|weekly|monthly|yearly|annually|so far|to date|until now)\b",
    re.IGNORECASE,
)
_ASKS_IN_ALL: Final = expression(r"\b(?:in all|in total|total|altogether|overall)\b")
_SO_FAR: Final = expression(r"(?: [\w-]+){0,2}? (?:so far|to date|until now)\b", re.IGNORECASE)
_WILL: Final = expression(r"\b(?:will|shall|going to)\b")
_ONE_IN: Final = expression(rf"(?: [\w-]+){{1,2}} (?:in|out of) (?:every )?{COUNT}", re.IGNORECASE)
_GIVES: Final = (
    r"(?:pays?|paid|paying|contribut\w+|gives?|gave|given|provid\w+|put|donat\w+|pledg\w+|offer\w*|com(?:es?|ing))"
)
_GIVEN_BY: Final = expression(
    rf"\bhow much(?: [\w'-]+){{0,5}}? (?:(?:do|does|did|will|would|has|have) (?:the )?(?P<giver>[\w' -]+?) {_GIVES}\b"
    r"|comes? from (?:the )?(?P<source>[\w'-]+))"
)
_GIVING: Final = expression(rf"\b{_GIVES}\b", re.IGNORECASE)
_COSTS: Final = expression(r"\bhow much (?:is|are|was|were|does|do|did|will)\b")
_NUMBER_AT: Final = expression(rf"\b{COUNT}", re.IGNORECASE)
_NAMES: Final = expression(r"\b[A-Z][\w’'-]+")
_NEXT_COUNT: Final = expression(
    rf"(?<!hundred)(?<!thousand)(?<!million)(?:,|;|,? (?:and|while|but|including))(?: (?:the|another|only|some))? "
    rf"(?={COUNT} [a-z])",
    re.IGNORECASE,
)
"""What stands between two counts."""
_COUNTED: Final = expression(rf"{COUNT} ([a-z][\w-]*)$", re.IGNORECASE)
_COUNTS: Final = expression(
    rf"{COUNT}(?: (?:hundred|thousand|million|billion))? (?!(?:of|have|has|had)\b)([^\W\d][\w’'-]*)", re.IGNORECASE
)
"""A number with the noun that it counts."""
_FROM: Final = expression(
    rf"\b(?P<number>{COUNT})(?P<noun>(?: [^\W\d_][\w'-]*){{1,3}}?) (?:at|from|in) (?P<number2>{COUNT})"
    r"(?P<noun2>(?: [^\W\d_][\w'-]*){1,2})",
    re.IGNORECASE,
)
"""Two counts of which one is at, from or in the other: "64 pilots from 9 ports"."""
_BEHIND_NUMBER: Final = expression(r" ?([^\W\d_][\w'-]*)")
_STANDS_FOR: Final = expression(r"\b(?:which|this|the|no|any|each|every|last|next) one$", re.IGNORECASE)
"""Where "one" stands for something and counts nothing."""
_WHEN: Final = expression(r" (?:when|after|before|while) .*", re.IGNORECASE)
"""What a question tells only of the occasion."""
_NEEDED: Final = expression(r" (?:needed|required|sought|wanted)\b", re.IGNORECASE)
"""What makes a whole one of which a part has come in (see `raised`)."""
_YEARS: Final = range(1900, 2100)

_AND_OF: Final = expression(
    r"(?P<first>[$€£]?\d[\d.,]*) and (?P<other>[a-z][\w’'-]*(?: [a-z][\w’'-]*)?) of [$€£]?\d[\d.,]*"
)
"""A number with another one, which says itself what it is of."""


def is_another_number(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the words at a span of a sentence have a number that belongs to the one asked for, and are not that.

    >>> from bot.question import read
    >>> told = "The letter was signed by 14 of the 31 pilots."
    >>> is_another_number(read("how many pilots signed it?"), told, (35, 44))
    True
    """
    said = sentence[slice(*span)]
    if question.analysis.answer_type in ("yes_no", "when", "why", "who", "where") or not re.search(
        COUNT, said, re.IGNORECASE
    ):
        return False
    asked, behind = fold(question.text).rstrip(" ?.!"), sentence[span[1] :]
    if _ASKS_IN_ALL.search(asked) and _AT_A_TIME.match(behind):
        return True
    if _WILL.search(asked) and not _SO_FAR.search(asked) and _SO_FAR.match(behind):
        return True
    if said.lower() in ("one", "1") and _ONE_IN.match(behind):
        return True
    counted = _COUNTED.search(said)
    if counted and _COSTS.search(asked) and content_terms(counted[1]) & question.analysis.terms:
        return True
    return (
        _runs_on(sentence, span)
        or _is_other_part(question, sentence, span)
        or is_whole_of_part(question, sentence, span)
        or _is_of_other_time(question, asked, sentence, span)
        or _is_another_givers(asked, sentence)
        or _is_told_with_another(question, sentence, span)
    )


def asks_for_change(question: str) -> bool:
    """Whether it is asked by how much something changed, or from what.

    >>> asks_for_change("By how much did it rise?"), asks_for_change("To how much did it rise?")
    (True, False)
    """
    return bool(_CHANGE.search(fold(question)))


def is_change(said: str) -> bool:
    """Whether words tell what was and what is: "340 to 290"."""
    return _TWO.fullmatch(fold(said)) is not None


def without_other_sum(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words at a span without a second number and what that is of, where a question names no more than the first.

    >>> from bot.question import read
    >>> told = "It had a gain of £410 and savings of £820."
    >>> told[slice(*without_other_sum(read("What was the gain?"), told, (17, 41)))]
    '£410'
    """
    found = _AND_OF.fullmatch(sentence, *span)
    named = found is not None and content_terms(found["other"]) & {token.term for token in question.tokens}
    return found.span("first") if found is not None and not named else span


def own_number(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words at a span, or of several counts in a sentence the one that is of whom or what a question names.

    >>> from bot.question import read
    >>> told = "Six voted for Ada Wren and two for Bo Lusk."
    >>> [told[slice(*own_number(read(f"How many voted for {who}?"), told, (27, 30)))] for who in ("Wren", "Lusk")]
    ['Six', 'two']
    >>> told = "It has 58 members, of whom 17 are under 18."
    >>> [told[slice(*own_number(read(f"How many members {what}?"), told, (7, 29)))] for what in ("under 18", "in all")]
    ['17', '58']
    """
    if question.analysis.answer_type != "how_many":
        return span
    for told in (_counting, of_whole_or_part, _of_what_is_told):
        if (counting := told(question, sentence, span)) is not None:
            return counting
    counts = _counts(sentence)
    if len(counts) < 2:
        return span
    runs_on = _runs_on(sentence, span)
    asked = {token.term for token in question.tokens}
    shared = [
        (
            len(asked & content_terms(*_NAMES.findall(said))),
            runs_on and len(asked & {each.term for each in tokens(said)}),
        )
        for said in (sentence[slice(*count)] for count in counts)
    ]
    best = max(shared)
    if not any(best) or shared.count(best) > 1:
        return span
    begin, end = counts[shared.index(best)]
    mine = next((count for count in counts if count[0] <= span[0] < count[1]), None)
    named = mine is not None and _NAMES.search(sentence, *mine)
    if not runs_on and (mine == (begin, end) or not named or not _NUMBER_AT.fullmatch(sentence, *span)):
        return span
    number = _NUMBER_AT.search(sentence, begin, end)
    return number.span() if number else span


def _counting(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """Of two numbers as of "64 pilots from 9 ports" the one of what is asked, where the other is marked; else None."""
    focus = set(question.analysis.focus[-1:])
    for found in _FROM.finditer(sentence):
        whole, places = (focus & content_terms(found[each]) for each in ("noun", "noun2"))
        if bool(whole) != bool(places):
            mine, other = ("number", "number2") if whole else ("number2", "number")
            if span == found.span(other):
                return found.span(mine)
    return None


def _of_what_is_told(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """Of several counts the number of the only one that a word of the question is told with, where another one, that
    none is told with, is marked; else None. What has no verb of its own has that of the one before."""
    counts = _counts(sentence)
    mine = next((count for count in counts if count[0] <= span[0] < count[1]), None)
    if mine is None or len(counts) < 2 or not (span[1] <= mine[1] or _runs_on(sentence, span)):
        return None
    noun = _COUNTS.match(sentence, mine[0])
    if noun is None or any(map(_is_form, tokens(noun[1]))):  # "of 240 pilots, 31 have left"
        return None
    told = [tokens(sentence[slice(*count)]) for count in counts]
    besides = content_terms(*_WHEN.findall(question.text))
    asked = (
        question.analysis.terms
        - besides
        - frozenset.intersection(*(frozenset(word.term for word in each) for each in told))
    )
    having = [count for count, words in zip(counts, told, strict=True) if _told_with(asked, words)]
    if len(having) != 1 or having[0] == mine:
        return None
    if any(map(_is_form, told[counts.index(having[0])])):
        said = sentence[0 if mine == counts[0] else mine[0] : mine[1]]
        if asked & content_terms(said):
            return None
    number = _NUMBER_AT.search(sentence, *having[0])
    return number.span() if number else None


def _told_with(asked: frozenset[str], words: Sequence[Token]) -> bool:
    return any(word.term in asked and not lexicon.is_verb(word.surface) for word in words)


def _is_form(word: Token) -> bool:
    return word.surface in FORMS or word.surface in BE or word.surface.endswith("ed")


def goes_with_another(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question names an amount, and the words at a span of a sentence are told of the one beside it.

    >>> from bot.question import read
    >>> told = "It will give 9 crowns to Tarn and 5 crowns to Osmark."
    >>> [goes_with_another(read(f"What will get {n} crowns?"), told, (25, 29)) for n in (9, 5)]
    [False, True]
    """
    if question.analysis.answer_type in ("yes_no", "how_many"):
        return False
    wanted, counts = {n for n, _ in _amounts(question.text) if n not in _YEARS}, _counts(sentence)
    mine = [count for count in counts if count[0] <= span[0] < count[1]]
    having = [count for count in counts if wanted & {n for n, _ in _amounts(sentence[slice(*count)])}]
    if len(having) != 1 or not mine or mine == having:
        return False
    return not any(map(_is_form, tokens(sentence[slice(*max(mine + having))])))


def counts_otherwise(question: Question, sentence: str) -> bool:
    """Whether a question that is none for yes or no names an amount, and a sentence only another one of the same.

    >>> from bot.question import read
    >>> told = "Tarn pledged 3 million crowns in May."
    >>> [counts_otherwise(read(f"Who pledged {n} crowns?"), told) for n in ("8 million", "3 million", "2")]
    [True, False, True]
    """
    if question.analysis.answer_type == "yes_no":
        return False
    told = list(_amounts(sentence))
    return any(
        any(unit & its for _, its in told) and not any(n == other or rounds(n, other) for other, _ in told)
        for n, unit in _amounts(question.text)
        if n not in _YEARS
    )


def _amounts(text: str) -> Iterator[tuple[Decimal, frozenset[str]]]:
    """The numbers of a text, each with the terms of what stands right beside it and is counted: a word, "£"."""
    folded = fold(text)
    for found in NUMBER.finditer(folded):
        if _STANDS_FOR.search(folded, 0, found.end()):
            continue
        ahead, behind = folded[: found.start()].rstrip()[-1:], _BEHIND_NUMBER.match(folded, found.end())
        sign = {ahead} & {*"£$€"}
        yield value_of(found), frozenset(sign) if sign else content_terms(behind[1]) if behind else frozenset()


def _counts(sentence: str) -> list[tuple[int, int]]:
    """The spans of the counts of a sentence, each up to the next: "six voted for Ada Wren", "two for Bo Lusk"."""
    first = _NUMBER_AT.search(sentence)
    begins = [found.end() for found in _NEXT_COUNT.finditer(sentence) if first and found.start() > first.start()]
    return list(itertools.pairwise([first.start(), *begins, len(sentence)])) if first else []


def _runs_on(sentence: str, span: tuple[int, int]) -> bool:
    """Whether the words at a span have a count and of the next its number alone: "9 for the lock, 3"."""
    found = [each for each in _NEXT_COUNT.finditer(sentence) if span[0] < each.start() < span[1]]
    if not found or not _NUMBER_AT.search(sentence, span[0], found[-1].start()):
        return False
    if re.search(r"\bbetween\b", sentence[: found[-1].start()], re.IGNORECASE):
        return False
    return _NUMBER_AT.fullmatch(sentence, found[-1].end(), span[1]) is not None and bool(
        sentence[span[1] :].strip(" .")
    )


def _is_other_part(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a part is marked where the whole is asked for, or the whole where a part is."""
    for found in _PART_OF.finditer(sentence):
        n = next(n for n in ("", "2", "3") if found[f"whole{n}"])
        part, whole = (overlap(found.span(f"{name}{n}"), span) for name in ("part", "whole"))
        if part == whole or _NEEDED.match(found[f"noun{n}"]):
            continue
        if part:
            return asks_whole(question)
        told = sentence[: found.start()] + sentence[found.end() :]
        rest = question.analysis.terms - content_terms(found[f"noun{n}"])
        return not asks_whole(question) and (n == "3" or not rest.isdisjoint(content_terms(told)))
    return False


def _is_of_other_time(question: Question, asked: str, sentence: str, span: tuple[int, int]) -> bool:
    """Whether what is now is marked where what was before is asked for, or the other way round."""
    for found in _FROM_TO.finditer(sentence):
        past, now = overlap(found.span("past"), span), overlap(found.span("now"), span)
        if past == now:
            continue
        then = _THEN.search(asked) or (found["since"] and content_terms(asked) & content_terms(found["since"]))
        return bool(now and then) or bool(past and _NOW.search(asked) and not is_to_come(sentence))
    return False


def _is_another_givers(asked: str, sentence: str) -> bool:
    """Whether it is asked how much somebody gives, and a sentence names neither them nor any giving."""
    found = _GIVEN_BY.search(asked)
    if found is None:
        return False
    return not content_terms(found["giver"] or found["source"]) & content_terms(sentence) and not _GIVING.search(
        sentence
    )


def _is_told_with_another(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the number at a span is told with nothing that a question asks about, and another is."""
    other = _of_what_is_told(question, sentence, span) if question.analysis.answer_type == "how_many" else None
    return other is not None and not overlap(other, span)


def with_percent(sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence that ends in a number, with the percent behind it or of how many that is: 91 percent of the
    votes are no 91 votes, and "one in five pilots" is not one.

    >>> told = "Ada Wren won 91 percent of the votes, three in five."
    >>> told[slice(*with_percent(told, (13, 15)))], told[slice(*with_percent(told, (38, 43)))]
    ('91 percent', 'three in five')
    """
    ends = _NUMBER_ENDS.search(sentence, span[0], span[1])
    if ends is None:
        return span
    rate, percent = _RATE.match(sentence, span[1]), _PERCENT.match(sentence, span[1])
    if rate is not None and _small(ends[0]) < _small(rate["all"]):
        return span[0], rate.end()
    return (span[0], percent.end()) if percent is not None and ends[0][-1].isdigit() else span


def _small(number: str) -> int:
    """A small number, as written or in words; 0 for what is none."""
    folded = fold(number)
    found = NUMBER.fullmatch(folded)
    value = value_of(found) if found is not None else Decimal(0)
    return int(value) if value == int(value) and value not in _YEARS else 0
