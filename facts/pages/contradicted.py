"""What a sentence says in the place of an answer that a person gave below it and that does not stand there.

That somebody writes "Mila Tanner led the call" below "Milo Tanner led the call" takes nothing back that the compiler
wrote, but it says that "Milo" is wrong. What is meant is of the answer's sort (a date, a number of what is counted, a
name) and stands nearest to what the question says. Where the question is hardly about the sentence, another thing is
told, and nothing contradicted.
"""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from facts import dates
from facts.dates import When
from facts.expressions import expression
from facts.folding import SMALL_WORDS, fold, soften
from facts.model import Fact
from facts.pages.derived import NUMBERS
from facts.pages.quotes import Span, squeeze
from facts.pages.still_said import content
from facts.verbs import PASTS

ABOUT: Final = 0.5
"""Share of a question's words, those aside that name the meeting, that its sentence has if it asks what that says."""
RESPELLED: Final = 0.7
"""Likeness (0–1, of the letters) from which a name is taken for another one misspelt."""
UNIT_WITHIN: Final = 3
"""Among how many words behind a number stands what it counts."""

_SCALES: Final = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SIGNS: Final = {"$": "dollar", "€": "euro", "£": "pound", "%": "cent", "per cent": "cent", "percent": "cent"}
"""What signs of money and shares are in words, without endings."""
_MONEY: Final = content("crowns dollars euros francs krona kroner pesos pounds rupees yen yuan cent")
_NUMBER: Final = expression(
    rf"(?:(?P<sign>[$€£]) ?)?(?<![\w.,:])(?:(?P<figures>\d+(?:[.,:]\d+)*)|(?P<word>{'|'.join(NUMBERS)}))(?!\w)"
    rf"(?: (?P<scale>{'|'.join(_SCALES)})\b)?(?: ?(?P<share>%|per ?cent\b))?",
    re.IGNORECASE,
)
_JOINS: Final = expression(r" of (?:the |its |their |our )?| to ")
"""What stands between a part and its whole, or what was and what is: "two of the 12", "from 340 to 290"."""
_WHOLE: Final = expression(r"(?:^|[,;:] )(?:out )?of (?:the |its |their |our )?$", re.IGNORECASE)
_COUNTED: Final = expression(rf"(?:[ -](?!\d)[^\W\d_][\w'-]*){{1,{UNIT_WITHIN}}}")
_NAME: Final = expression(r"\b(?:[A-Z]\. )*[A-Z][\w'-]*(?: (?:[A-Z]\. )*[A-Z][\w'-]*)*")
_ASKS_COUNT: Final = expression(rf"\bhow many((?: [^\W\d_][\w'-]*){{1,{UNIT_WITHIN}}})", re.IGNORECASE)
_IN: Final = expression(r"\b(?:in|at|near|inside|outside) (?:the )?$", re.IGNORECASE)
_TO: Final = expression(r"(?:\b(?:to|from) (?:the )?|: )$", re.IGNORECASE)
"""What stands in front of places only, and what may in front of places and others."""
_VOTES: Final = rf"\d+|{'|'.join(NUMBERS)}"
_SIDE: Final = r"(?: votes?)?(?: for| in favou?r| against)?"
_SCORE: Final = expression(
    rf"(?:(?<=\bby )(?P<by>))?\b(?P<one>{_VOTES})(?P<said>{_SIDE})(?:,? (?:to|and|against) |, | ?[-–:] ?)"
    rf"(?P<other>{_VOTES})\b(?P<behind>{_SIDE})(?![.,:]?\d)",
    re.IGNORECASE,
)
"""How a vote ended: "by 4 votes to 1", "4 for, 1 against"."""
_OBJECT: Final = expression(rf" (?:{'|'.join(SMALL_WORDS - {'and'})}) ")
"""What stands in a question in front of the first thing that it names."""
_BREAK: Final = expression(r"[;,:]| (?:and|but|while|whereas) ")
BROKEN: Final = 1000
"""How much farther away (in letters) what stands behind a break is than what does not."""
_NAMED: Final = frozenset({"list", "what", "where", "which", "who"})
"""Kinds of facts whose answer may be a name."""
_WORD: Final = expression(r"[^\W_]+(?:['.-][^\W_]+)*")
_HELD: Final = content("convene gather held hold meet met place take took")
"""What a question says of its meeting that asks only when or where that was held."""


class _Told(NamedTuple):
    """Something of a sort that a text tells: where, and, of a number, how much it is and what it may count."""

    span: Span
    amount: Decimal | str = ""
    units: frozenset[str] = frozenset()


def instead(
    fact: Fact,
    published: datetime.date | None,
    named: Iterable[str] = (),
    elsewhere: Iterable[str] = (),
) -> list[str]:
    """The words of a fact's evidence that its answer contradicts; none if it stands there or tells of another thing.

    `published` is the date of the article, `named` what questions name that need not stand in the sentence, `elsewhere`
    the article's other sentences, which may name what it speaks of as "it" or "the work".

    >>> led = Fact("led", "who", "Who led the call?", "Mila Tanner", "Milo Tanner led the call.", (0, 25))
    >>> instead(led, None)
    ['Milo Tanner']
    """
    if fact.kind == "yes_no":
        return []
    text, answer = soften(squeeze(fact.evidence)), soften(fact.answer)
    days = dates.find(text, published)
    if fact.kind != "when" and (found := _other_scores(answer, text)):
        return [text[slice(*each.span)] for each in found]
    if fact.kind == "when":
        found = _other_dates(dates.find(answer, published), days, dates.find(fact.question, published, asked=True))
    else:
        dated = [when.span for when in days]
        found = _other_numbers(fact.question, answer, text, dated) or _other_names(fact, answer, text, dated)
    asked = content(fact.question) - set[str]().union(*map(content, named))
    asked = _asked_of(fact.question, asked, content(text), elsewhere)
    share = len(asked & content(text)) / len(asked) if asked else 1
    about = share > ABOUT or (share == ABOUT and not _asks_of_another(fact, asked - content(text)))
    if asked and asked <= _HELD:  # "Esk will host it in Arle": whatever the verb, but not of two days
        about = about or len(found) == 1
    about = about or any(each.units & _counted(answer) for each in found)
    said = [text[slice(*each.span)] for each in _nearest(found, text, asked)]
    return [each for each in said if about or is_slip(each, answer)]


def _asked_of(question: str, asked: set[str], there: set[str], elsewhere: Iterable[str]) -> set[str]:
    """The words of a question that its sentence may be asked to have: without those things that others of the article
    name, unless it would then have none of them."""
    found = _OBJECT.search(question)
    if found is None or asked <= there:
        return asked
    things = content(" ".join(word for word in question[found.end() :].split() if not is_verb(word.strip("?"))))
    kept = asked - ((things - there) & set[str]().union(*map(content, elsewhere)))
    return kept if kept & there else asked


def _asks_of_another(fact: Fact, missing: set[str]) -> bool:
    """Whether somebody is asked for of whom a sentence does not speak: who did what it does not say ("who seconded it?"
    where it was moved), or is what it says of another one ("the deputy treasurer")."""
    words = _WORD.findall(fact.question)
    own = [content(word) for word in words]
    strange = [n for n, each in enumerate(own) if each & missing]
    of_another = any(words[n - 1].lower() == "the" and any(own[n + 1 : n + 2]) for n in strange if n)
    return fact.kind == "who" and (of_another or any(is_verb(words[n]) for n in strange))


def is_slip(said: str, answer: str) -> bool:
    """Whether what is said differs from an answer by a slip: words that are misspelt, figures in another order.

    >>> is_slip("£12,000", "£21,000"), is_slip("Milo Tanner", "Mila Tanner"), is_slip("Milo Tanner", "Bo Lusk")
    (True, True, False)
    """
    figures = [sorted(re.findall(r"\d", each)) for each in (said, answer)]
    words = _words(said)
    return figures[0] == figures[1] if any(figures) else all(_is_like(word, _words(answer)) for word in words)


def _other_dates(told: Sequence[When], there: Iterable[When], asked: Iterable[When]) -> list[_Told]:
    """The days of a text, or, where but a time of day is told, those, that are not the one told, nor asked about."""
    clock = bool(told) and all(when.precision == "time" for when in told)
    named = {_day_or_time(when, clock) for when in asked}
    own = {each for when in told if (each := _day_or_time(when, clock))}
    others = {when.span: each for when in there if (each := _day_or_time(when, clock))}
    if any(one in other or other in one for one in own for other in others.values()):
        return []
    return [_Told(span) for span, each in others.items() if each not in named]


def _day_or_time(when: When, clock: bool) -> str | None:
    """The time of day of a date, or its day; None where it has none."""
    return when.time if clock else when.iso if when.precision != "time" else None


def _other_numbers(question: str, answer: str, text: str, dated: Sequence[Span]) -> list[_Told]:
    """The numbers of a text that count what an answer or its question does, where it has not the answer's number."""
    there, asked, told = _numbers(text, dated), _numbers(question), _numbers(answer)
    missing = [each for each in told if each.amount not in {each.amount for each in (*there, *asked)}]
    if not missing:
        return []
    units = frozenset[str]().union(*(each.units for each in missing))
    units = units & set(_SIGNS.values()) or units | content(question)
    own = {each.amount for each in (*asked, *told)}
    others = [each for each in _with_wholes(there, text) if each.amount not in own]
    slips = [each for each in others if is_slip(text[slice(*each.span)], answer)]
    return slips or _counting([each for each in others if each.units & units], question, text)


def _counted(answer: str) -> frozenset[str]:
    """What the numbers of an answer count, but for money and shares."""
    units = frozenset[str]().union(*(each.units for each in _numbers(answer)))
    return units - _MONEY


def nearest(text: str, question: str, spans: Sequence[Span]) -> list[Span]:
    """Of some places in a sentence those nearest to what a question asks for: to what it counts, or else to its words;
    none where the sentence has neither.

    >>> nearest("The main prize went to Bo, the second prize to Cy.", "Who won the main prize?", [(23, 25), (47, 49)])
    [(23, 25)]
    """
    counted = _ASKS_COUNT.search(question)
    heads = (own for word in (counted[1].split() if counted else ()) if (own := content(word) & content(text)))
    asked = next(heads, content(question))
    if asked.isdisjoint(content(text)):
        return []
    return [each.span for each in _nearest(list(map(_Told, spans)), text, asked)]


def _other_scores(answer: str, text: str) -> list[_Told]:
    """How votes ended by a text, where an answer says of one that it ended otherwise."""
    told = {each.amount for each in _scores(answer)}
    there = [each for each in _scores(text) if each.units] if told else []
    return [] if any(each.amount in told for each in there) else there


def _scores(text: str) -> Iterator[_Told]:
    """How votes ended, whichever side is named first; with units if it is said that these are votes."""
    for match in _SCORE.finditer(text):
        numbers = sorted(_value(match[name]) for name in ("one", "other"))
        sides = match["by"] is not None or match["said"] or match["behind"]
        yield _Told(match.span(), "-".join(map(str, numbers)), frozenset({"vote"} if sides else ()))


def _value(number: str) -> int:
    return int(number) if number.isdigit() else NUMBERS[number.lower()]


def _counting(numbers: Sequence[_Told], question: str, text: str) -> list[_Told]:
    """Of numbers those of what a question counts, by the first of its words behind "how many" that is among what one of
    them counts; none where it counts some of these alone, of which the text says nothing ("junior members").

    All where it does not ask how many, or that is the whole of a part ("of 64 pilots 41 voted").
    """
    found = _ASKS_COUNT.search(question)
    words = found[1].split() if found else []
    counted = list(map(content, words))
    for n, word in enumerate(counted):
        if of_it := [each for each in numbers if word & each.units]:
            if any(_WHOLE.search(text[: each.span[0]]) for each in of_it):
                break
            qualified = n and not is_verb(words[n]) and not counted[n - 1] <= content(text)
            return [] if qualified else of_it
    return list(numbers)


def is_verb(word: str) -> bool:
    """Whether a word has the form of a past tense."""
    return word.endswith("ed") or word in PASTS


def _with_wholes(numbers: Sequence[_Told], text: str) -> list[_Told]:
    """Numbers, each that is a part ("two of the 12 boats") with its whole as one, and what was with what is."""
    joined: list[_Told] = []
    for each in numbers:
        if joined and _JOINS.fullmatch(text, joined[-1].span[1], each.span[0]):
            part = joined.pop()
            each = part._replace(span=(part.span[0], each.span[1]), units=part.units | each.units)
        joined.append(each)
    return joined


def _numbers(text: str, dated: Sequence[Span] = ()) -> list[_Told]:
    """The numbers of a text, but for those of its dates."""
    found = (match for match in _NUMBER.finditer(text) if not _is_in(match.span(), dated))
    return [_Told(match.span(), _amount(match), _units(match, text)) for match in found]


def _amount(match: re.Match[str]) -> Decimal | str:
    figures = (match["figures"] or str(NUMBERS[match["word"].lower()])).replace(",", "")
    if not re.fullmatch(r"\d+(?:\.\d+)?", figures):
        return figures  # a score, a time of day
    return Decimal(figures).scaleb(_SCALES[match["scale"].lower()] if match["scale"] else 0).normalize()


def _units(match: re.Match[str], text: str) -> frozenset[str]:
    """What a number may count: its sign, else the words behind it, or, where there are none, those in front of it."""
    if sign := match["sign"] or match["share"]:
        return frozenset({_SIGNS[sign.lower()]})
    behind = _COUNTED.match(text, match.end())
    in_front = [word for word in text[: match.start()].split() if content(word)]
    return frozenset((content(behind[0]) if behind else set[str]()) or content(" ".join(in_front[-UNIT_WITHIN:])))


def _other_names(fact: Fact, answer: str, text: str, dated: Sequence[Span]) -> list[_Told]:
    """The names of a text that are in the place of one that it does not have: those much like it, or else all that are
    of its sort."""
    given = (name for name in _NAME.findall(answer) if not re.search(rf"\b{re.escape(name)}(?!\w)", text))
    wanted = _words(" ".join(given))
    if fact.kind not in _NAMED or wanted <= _words(text):
        return []
    known = _words(answer) | _words(fact.question)
    names = [match.span() for match in _NAME.finditer(text) if not _is_in(match.span(), dated)]
    names = [span for span in names if not _words(text[slice(*span)]) <= known]
    alike = [span for span in names if any(_is_like(word, wanted) for word in _words(text[slice(*span)]))]
    if alike or fact.kind not in ("who", "where", "list"):
        return [_Told(span) for span in alike]
    placed = [span for span in names if _IN.search(text[: span[0]])]
    if fact.kind == "where":
        placed += (span for span in names if _TO.search(text[: span[0]]))
    of_sort = [span for span in names if (span in placed) == (fact.kind == "where")]
    return [_Told(span) for span in of_sort if span[0] or " " in text[slice(*span)]]


def _is_like(word: str, others: Iterable[str]) -> bool:
    return any(difflib.SequenceMatcher(None, word, other).ratio() >= RESPELLED for other in others)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(text))) - SMALL_WORDS


def _is_in(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and begin < span[1] for begin, end in others)


def _nearest(found: Sequence[_Told], text: str, asked: Iterable[str]) -> list[_Told]:
    """Of what is found what stands nearest to most of the words that are asked with, above all those that stand
    together ("the second prize") and behind no other ("the deputy chair" is not the chair); several where that is even.
    """
    if len(found) < 2:
        return list(found)
    told = [(match.span(), content(match[0])) for match in _WORD.finditer(text)]
    words = [span for span, word in told if word & set(asked)]
    others = {span[1] for span, word in told if word and not word & set(asked)}
    points = [0] * len(found)
    for word in words:
        far = [_distance(each.span, word, text) for each in found]
        run = _run(word, words)
        together = len(run) * (1 if run[0][0] - 1 in others else 2)
        points = [sum_of_it + together * (each == min(far)) for sum_of_it, each in zip(points, far, strict=True)]
    return [each for each, points_of_it in zip(found, points, strict=True) if points_of_it == max(points)]


def _run(word: Span, words: Sequence[Span]) -> list[Span]:
    """The words, in order, that stand together with one of them."""
    run: list[Span] = []
    for each in words:
        if run and each[0] != run[-1][1] + 1:
            if word in run:
                break
            run = []
        run.append(each)
    return run


def _distance(one: Span, other: Span, text: str) -> int:
    between = (min(one[1], other[1]), max(one[0], other[0]))
    if between[1] <= between[0]:
        return 0
    return between[1] - between[0] + BROKEN * len(_BREAK.findall(text, *between))
