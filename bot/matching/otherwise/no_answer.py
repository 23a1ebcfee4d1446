"""What cannot be the answer, whatever the reader makes of it: no number where one is asked for, "she" for a name."""

from __future__ import annotations

import datetime
import itertools
import re
from collections import Counter
from typing import Final

from bot.matching.agreement import NUMBER, OF_PLANS
from bot.matching.limits import UNIVERSAL
from bot.matching.spans import within
from bot.question import Analysis, Question, named_dates
from bot.question.cues import NEXT, PERIODS
from bot.question.tokens import content, stem, tokens
from facts import dates
from facts.dates import tense_at
from facts.expressions import expression

POINTING: Final = expression(
    r"he|him|she|hers?|its?|here|there|they|them|theirs?|we|us|i|me|you|this|that|these|those|whom?|which|both|others?|some|"
    r"the (?:former|latter|two|same)|(?:his|her|its|their|our|my|your) [\w’'-]+",
    re.IGNORECASE,
)
"""Words that only point to the answer ("she", "her successor")."""
_WHEN_WAS: Final = expression(
    r"\b(?:when|where|date|day|month|year|time) (?:did|was|were)\b|\bwas the (?:date|day|time) of\b", re.IGNORECASE
)
_WHEN_WILL: Final = expression(r"\b(?:when|where|date|day|month|year|time) (?:will|shall)\b", re.IGNORECASE)
_NEXT_ONE: Final = expression(
    rf"^(?:(?!\b(?:did|had|was|were)\b).)*\b(?:coming|{'|'.join(sorted(NEXT))})"
    rf"(?:,| (?!(?:{'|'.join(sorted(PERIODS))})\b)|\W*$)",
    re.IGNORECASE,
)
"""What asks for something that is to come: "where is the next meeting?", not "where did the next speaker live?"."""
UNITS: Final = {
    stem(unit): measured
    for measured, units in (
        ("percent", "% percent cent percentage point"),
        ("length", "metre kilometre kilometer km mile foot feet"),
        ("weight", "tonne kilo kilogram"),
        ("time", "seconds minute hour day week month year"),
        ("money", "$ € £ dollar euro pound crown"),
    )
    for unit in units.split()
}
"""What the units of a quantity measure, by their terms."""
EXCEPTION: Final = expression(
    r"\b(?:except(?:ing)?|apart from|other than|excluding|save for|with the exception of)\b([^.;]*)"
    r"|\b(?:[Aa]ll|[Ee]very\w*|[Ee]ach|[Nn]one|[Nn]obody|[Nn]o one)\b[^.;,]*? (?:but|(?<!to )(?<!will )save)"
    r"((?:,? (?:and |the )?[A-Z][\w’'-]*)+| (?:the|its|one|two|three) [\w’'-]+)"
)
"""What a sentence takes out of what it tells."""
_ELSE: Final = expression(
    r"(?:no one|none|(?:no|any|every|some)(?:body|thing)|(?:any|every|some)one) (?:else|other)\b",
    re.IGNORECASE,
)
"""All, or none, but whom a text has told of before: "nobody else"."""
_REPLACED: Final = expression(r"\b(?:in place of|instead of|rather than)\b([^,.;]*)")
"""What a sentence tells of as what is not so."""
_OF_WHAT: Final = expression(
    r"\W*who(?:['’]s| is| was| are| were) the (?:[a-z-]+ ){1,4}(?:to|of|for|who|whom|that|which|whose)\b", re.IGNORECASE
)
"""What asks for the holder of an office by what that is of: "the warden to whom the pilots answer"."""
_BUT_NOT: Final = expression(r"\bbut not\b([^,.;]*)")
"""What a sentence tells of as not so, beside what is."""
_MOVED_TO: Final = expression(
    r"(?<!\bbe )\b(?:adjourned|moved|relocated|shifted|switched|transferred) (?:[\w’'-]+ ){0,5}?"
    r"(?:in)?to (?:the |an? )?$"
)
"""What stands before a place that something, or somebody, was taken to: a day would be one to come there."""
_ANY_YEAR: Final = 2000
"""The year that days are told in where a question has none: the same for both."""
_EITHER: Final = expression(r"\b(?:or|between|(?:who|which) of)\b|^of\b", re.IGNORECASE)
"""By what a question names those of whom one is the answer."""
_FULL_NAME: Final = 3
"""How many words somebody's full name has, at most."""
_A_UNIT: Final = expression(r"\ban? (?:minute|hour|day|week|month|year|mile|pound|ton)", re.IGNORECASE)
MANY: Final = frozenset(map(str, range(2, 100)))
"""The numbers of which "which two" asks for as many."""
_AMOUNT: Final = expression(
    r"(?:(?:about|around|some|over|almost|nearly|just|only|up to|more than|at least) )?"
    r"(?:[£$€]\s?\d[\d.,]*(?: ?(?:million|billion|bn|m|k))?|\d[\d.,]*\s?(?:%|per ?cent))",
    re.IGNORECASE,
)
"""An amount of money, or a share."""
_ASKS_AMOUNT: Final = expression(
    r"\b(?:amount|sum|price|cost|fee|fine|share|percentage|per ?cent|rate|budget|figure|number|level|offer|option|"
    r"target|limit|cap|size|value|total|proportion|portion|balance|grant|loan|salary|wage|tax|levy|rise|raise|increase|"
    r"discount|margin|majority|quota|bonus|pension|subsidy|payment|payout|dividend|rent|charge|toll|fare|damage|debt|"
    r"deficit|surplus|loss(?:es)?|profit|revenue|turnover|income|spending|compensation|savings?)s?\b|[£$€%]",
    re.IGNORECASE,
)
_ABOUT: Final = expression(r"\babout\s*\??$|\b(?:topic|subject|theme)\b", re.IGNORECASE)
_NOT_BEFORE: Final = expression(r"(?:once|until|till|unless|as soon as)\b", re.IGNORECASE)
"""With what words begin that say when something will be, and not what."""
_ONES: Final = frozenset("1 one ones".split())
"""By what "which ones?" names nothing that is asked for."""
SEVERAL: Final = expression(r"[,;&/\n]|\b(?:and|or|plus|both|all)\b")
"""What several are named with."""
_MEASURED: Final = PERIODS | {"percent", "per", "cent"}
"""Words beside a number that make nothing else of it."""
_CHANGES: Final = frozenset(map(stem, "change cut decrease drop fall increase raise reduction rise up".split()))
"""Words of a question that asks how much more or less something is."""
_HELD: Final = stem("held")
_ONLY_DONE: Final = expression(r"\w+ed")
"""What is but a verb: "attended"."""


def cannot_answer(asked: Analysis, said: str) -> bool:
    """Whether words that a reader marked cannot be what is asked for.

    They only point to somebody, are but a verb where it is asked how something was held, are a date or a number
    where a person, a place or a reason is asked for, say when where what was done is, are one where "which two" are,
    have no number where one is asked for, or count in other units.
    """
    if asked.answer_type in ("yes_no", None):
        return False
    if POINTING.fullmatch(said.strip()):
        return True
    if asked.answer_type in ("who", "where", "why", "list"):
        return _is_date_or_number(said)
    if asked.answer_type == "how" and _HELD in asked.terms and _ONLY_DONE.fullmatch(said.strip()):
        return True
    if asked.answer_type == "what" and asked.asked_role is not None and _NOT_BEFORE.match(said.strip()):
        return True
    if asked.answer_type == "which":
        only_number = _is_date_or_number(said) and _ONES.issuperset(asked.focus) and not asked.dates
        return only_number or (_asks_for_several(asked) and not SEVERAL.search(said))
    if asked.answer_type != "how_many":
        return False
    wanted = UNITS.get(asked.focus[-1]) if asked.focus else "money" if asked.answer_subtype == "money" else None
    if wanted == "money" and not _CHANGES.isdisjoint(asked.terms):  # a fee goes up by so much, or by a share of it
        wanted = None
    measured = {UNITS[token.term] for token in tokens(said) if token.term in UNITS}
    return not NUMBER.search(said) or bool(wanted and measured and wanted not in measured)


def _asks_for_several(asked: Analysis) -> bool:
    return any(term in MANY for term in asked.focus)


def _is_date_or_number(said: str) -> bool:
    words = [token for token in tokens(said) if not token.is_stop]
    return bool(words) and all(word.term[0].isdigit() or word.surface in _MEASURED for word in words)


def is_only_amount(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks which of some things, or what something is about, and the words at a span of a sentence
    are but an amount.

    >>> from bot.question import read
    >>> is_only_amount(read("What is the claim about?"), "The claim cost £900.", (15, 19))
    True
    """
    asked, said = question.analysis, sentence[slice(*span)].strip()
    amount = _AMOUNT.fullmatch(said) is not None
    if _ABOUT.search(question.text):
        return asked.answer_type != "how_many" and (amount or _is_date_or_number(said))
    return asked.answer_type == "which" and amount and not _ASKS_AMOUNT.search(question.text)


def is_only_repeated(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the words at a span of a sentence only name whom a question names: "Bo Lusk" of who came "besides Lusk".

    >>> from bot.question import read
    >>> is_only_repeated(read("Who came besides Lusk?"), "Bo Lusk came.", (0, 7))
    True
    """
    asked = question.analysis
    if asked.answer_subtype == "identity" and _OF_WHAT.match(question.text) and (own := tokens(sentence[slice(*span)])):
        known = {token.term for token in question.tokens}
        return len(own) > 1 and all(token.capital for token in own) and known.issuperset(token.term for token in own)
    if asked.answer_type in ("yes_no", "when") or asked.answer_subtype == "identity" or _EITHER.search(question.text):
        return False
    said = [token.term for token in content(sentence[slice(*span)])]
    if asked.terms.issuperset(said) and any(term[0] != "=" for term in said):  # no country: "South China Sea"
        return True
    if asked.answer_type not in ("who", "list") or not 1 < len(said) <= _FULL_NAME:
        return False
    names = {word.term for word in asked.words if word.name and word.term.isalpha()}
    pairs = itertools.pairwise(question.tokens)
    return any(name.term == said[-1] and name.term in names and before.term not in names for before, name in pairs)


def is_of_the_others(_: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the words at a span of a sentence are of all or none but those of whom the text has told before.

    >>> from bot.question import read
    >>> is_of_the_others(read("Who opposed it?"), "Nobody else opposed it.", (0, 6))
    True
    """
    return any(found.start() <= span[0] < found.end() for found in _ELSE.finditer(sentence))


def is_of_another_time(question: str, sentence: str, span: tuple[int, int]) -> bool:
    """Whether words tell when something will be, and a question asks when something was; or the other way round, when
    or where.

    >>> is_of_another_time("When did it meet?", "It met on 3 May and meets again on 5 June.", (35, 41))
    True
    >>> is_of_another_time("Where is the next forum?", "The Second Forum was held in Tarn.", (29, 33))
    True
    >>> is_of_another_time("Where was the fair?", "The fair was moved from the pier to Tarn.", (36, 40))
    False
    """
    past = _WHEN_WAS.search(question)
    if not _NEXT_ONE.search(question) and (OF_PLANS.search(question) or not (past or _WHEN_WILL.search(question))):
        return False
    dated = next((when.span for when in dates.find(sentence, None, asked=True) if within(when.span, span)), None)
    if past and dated is None and _MOVED_TO.search(sentence[: span[0]]):
        return False
    begin, end = dated or span
    return tense_at(sentence, begin, end) == ("future" if past else "past")


def is_out_of_date(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks how many or how much, and the words at a span of a sentence are but a number of a date.

    >>> from bot.question import read
    >>> is_out_of_date(read("How old is Ada Wren?"), "Ada Wren sat from 20 to 22 May 2031.", (18, 20))
    True
    """
    if question.analysis.answer_type != "how_many" or not sentence[slice(*span)].strip().isdigit():
        return False
    dated = (when.span for when in dates.find(sentence, None, asked=True) if when.precision != "time")
    return any(within(span, each) and span != each for each in dated)


def names_no_amount(question: Question, sentence: str) -> bool:
    """Whether a question names an amount ("four hours"), and a sentence has no number: that decides no yes or no of it.

    >>> from bot.question import read
    >>> names_no_amount(read("Did it last four hours?"), "The minutes of the last meeting were approved.")
    True
    """
    pairs = [*itertools.pairwise(question.tokens), *itertools.pairwise(question.tokens[::-1])]  # "4 hours", "£4"
    amount = any(
        unit.term in UNITS and number.term[0] != "#" and NUMBER.match(number.surface) for number, unit in pairs
    )
    return amount and not NUMBER.search(sentence) and not _A_UNIT.search(sentence)


def has_day_within(question: Question, sentence: str) -> bool:
    """Whether a question names a day that lies in a stretch of days which a sentence tells: "from 9 to 11 October"
    denies nothing of the 10th.

    >>> from bot.question import read
    >>> has_day_within(read("Was the fair on 10 May?"), "The fair ran from 9 to 11 May.")
    True
    """
    days = [date for date in question.analysis.dates if date.month and date.day]
    for asked in days:
        told = dates.find(sentence, datetime.date(asked.year or _ANY_YEAR, 12, 31))
        stretches = (named_dates.days_of_meeting(when.iso) for when in told if "/" in when.iso)
        if any(asked.agrees(day) for stretch in stretches for day in stretch):
            return True
    return False


def takes_out(question: Question, sentence: str) -> bool:
    """Whether a sentence makes an exception of what a question asks about: what holds for the rest is not its answer.

    Whether something is so of all is neither a yes nor a no then.

    >>> from bot.question import read
    >>> takes_out(read("Did Tarn sign the pact?"), "All ports but Tarn signed the pact.")
    True
    """
    if EXCEPTION.search(question.text):
        return False
    if question.analysis.answer_type == "yes_no" and UNIVERSAL.search(question.text) and EXCEPTION.search(sentence):
        return True
    words = Counter(token.term for token in tokens(sentence))
    asides = [found[1] or found[2] for found in EXCEPTION.finditer(sentence)]
    if question.analysis.answer_type == "yes_no" and not _REPLACED.search(question.text):
        asides += _REPLACED.findall(sentence)
    if question.analysis.answer_type != "yes_no" and not _BUT_NOT.search(question.text):
        asides += _BUT_NOT.findall(sentence)
    for each in asides:
        aside = Counter(token.term for token in tokens(each))
        if question.analysis.terms & (set(aside) - set(words - aside)):
            return True
    return False
