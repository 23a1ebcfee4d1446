"""What is measured, where a question says so: "what time" asks for no date, "what percentage" for no votes.

Words of an answer are only held against a question that names the measure; what it may be beside is let be.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from bot.question import Question
from bot.question.cues import MEETING_TERMS
from bot.question.tokens import content_terms, stem, tokens
from facts.expressions import expression
from facts.folding import fold
from facts.months import MONTHS

_NUMBER: Final = (
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|"
    r"billions?|half|quarter|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|\w+teen|double|twice|no|none)\b"
)
_WEEKDAY: Final = r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
_MONTH: Final = "|".join(f"{month}|{month[:3]}" for month in MONTHS)
_TIME: Final = (
    r"\d{1,2}[:.h]\d\d(?!\d)|\d\s*[ap]\.?\s?m\b|\b(?:noon|midday|midnight|o'clock)\b|\b(?:half|quarter) (?:past|to)\b|"
    r"\d\s*(?:gmt|utc|hrs|hours)\b|\b(?:morning|afternoon|evening|night|lunchtime|dawn|dusk|sunrise|sunset)\b"
)
_LENGTH: Final = (
    r"\b(?:kilo|centi|milli)?met(?:re|er)s?\b|\d\s?[kcm]?m\b|"
    r"\b(?:miles?|feet|foot|ft|yards?|inch(?:es)?|fathoms?|pages?)\b"
)
_METRES: Final = expression(_LENGTH)
_PERIOD: Final = (
    r"(?:second|(?<!the )minute(?!s of the\b)|hour|day|night|week|fortnight|month|quarter|season|term|year|decade|"
    r"centur|generation|session)"
)
_UNTIL: Final = (
    r"\b(?:until|till|through|throughout|overnight|forever|since|indefinitely|permanent(?:ly)?|from .* to|between .* "
    r"and|weekend|lifetime|whole)\b|\d\s?(?:h|min|hrs?)\b|\d ?- ?\d"
)
_REGULARLY: Final = (
    r"\b(?:daily|every|each|once|twice|thrice|times|seldom|never|always|often|alternate|annual|(?:week|fortnight|month|"
    r"quarter|year|annual|hour|night|regular|rare|frequent)ly)\b"
)
_WHAT: Final = r"\b(?:what|which)(?: (?:is|was|are|were)(?: the)?| the)? "


class _Measure(NamedTuple):
    """What is asked for (folded question) and what an answer then has (folded)."""

    asked: re.Pattern[str]
    told: re.Pattern[str]


_MEASURES: Final = tuple(
    _Measure(expression(asked), expression(told))
    for asked, told in (
        (rf"{_WHAT}(?:time|hour)\b(?! (?:of (?:the )?year|period|frame|span|zone|limit))", _TIME),
        (rf"{_WHAT}(?:day of the week|weekday)\b", _WEEKDAY),
        (
            rf"(?:{_WHAT}|\bhow many )(?:per ?cent(?:age)?|(?:share|portion|proportion|fraction) of)\b|"
            r"\b(?:what|which) (?:per ?centage|share|proportion|fraction)\b"
            r"(?! (?:prices?|capital|issue|holders?|classes))|"
            r"\bhow much of (?:the )?[\w’'& -]+? (?:own|hold|held|possess)",
            r"%|\bper ?cent|\b(?:half|halves|quarters?|thirds?|all|none|most|\w+ths?)\b|\bout of\b|\d/\d",
        ),
        (rf"\bhow old\b|{_WHAT}age\b", _NUMBER),
        (rf"\bhow long\b|{_WHAT}(?:duration|length)\b", rf"\b(?:\w+-)?{_PERIOD}(?:s|ies|y)?\b|{_LENGTH}|{_UNTIL}"),
        (r"\bhow (?:was|were|is|are|will)\b.* held\b", rf"\A(?!.*(?:{_NUMBER}).*\b(?:minute|hour|day|week|month)s?\Z)"),
        (rf"\bhow (?:often|frequently)\b|{_WHAT}frequency\b", rf"{_REGULARLY}|\b(?:a|per|in the) {_PERIOD}|{_WEEKDAY}"),
        (
            r"\bhow (?:tall|deep|wide|heavy|fast|thick|expensive|cold|hot|warm)\b|"
            rf"{_WHAT}(?:sum|margin|temperature|distance|height|depth|width|weight|speed)\b",
            _NUMBER,
        ),
        (
            rf"{_WHAT}(?:overall |full |total )?(?:size|total)\b|\bhow many\b",
            r"\A(?!(?:the )?\d+(?:st|nd|rd|th)\Z)",
        ),
        (
            r"\b(?:what|which) (?:day|date)s?\b",
            rf"{_WEEKDAY}|\b(?:{_MONTH})\b|\d(?:st|nd|rd|th)\b|\d[-/.]\d+[-/.]\d|"
            r"\b(?:today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening)|"
            r"days?|daily|week(?:days?|ends?)?|month|eve|holiday|easter|christmas)\b",
        ),
    )
)
_DIMENSIONS: Final = ("long|length", "wide|width|broad|across", "tall|high|height", "deep|depth", "thick")
_SIZE: Final = expression(rf"\b(?:{'|'.join(_DIMENSIONS)})\b")
_ASKS_SIZE: Final = expression(
    rf"\bhow (?P<size>{'|'.join(_DIMENSIONS)})\b|{_WHAT}(?P<named>length|width|height|depth)\b"
)
_LASTING: Final = expression(r"\bhow long\b")
_UP_TO: Final = expression(r"\b(?:until|till|through|to|since)(?: at least)?(?: the)? $", re.IGNORECASE)
_MEETING_LASTS: Final = expression(
    r"\bhow long (?:did|does|do|will|would|has|have|was|were|is) (?:[\w'-]+ )*?(?:meeting|session|conference|summit|"
    r"forum|hearing|assembly|congress|workshop|debate|talks) "
    r"(?:[\w'-]+ )*?(?P<verb>last|take|took|go(?:ne|ing)? on|run)"
)
_A_MEETING: Final = expression(
    r"\b(?:meetings?|sessions?|conferences?|summits?|forums?|hearings?|assembly|congress|workshops?|debates?|talks|call|"
    r"conversation|discussions?|gathering|sitting|proceedings|council|board|committee|duration|length|it|they|we|which|"
    r"sat|met|spent)\b"
)
"""What is told to have lasted where a meeting did."""
_CLOCK: Final = expression(_TIME)
_PER: Final = expression(rf"(?:an?|per|each|every) {_PERIOD}")
_COUNT: Final = expression(r"\d[\d,.]* [\w’'-]+ $")
_MOVED_BY: Final = expression(
    r"\b(?:delay|postpon|extend|prolong|shorten|short|late|mov|put back|brought forward)\w*\b[^.;]*\bby $"
)
_ASKS_MOVED: Final = expression(r"\b(?:delay|postpon|extend|extension|prolong|short|late|mov)")
_HOW_OLD: Final = expression(r"\bhow old\b")
_YEARS: Final = expression(r"\b(?:year|month|week)s?\b")
_AGE_LIMIT: Final = expression(r"\b(?:limit|minimum|maximum|threshold)(?: age)? (?:of|at|to) $")
"""What stands before an age that nobody in particular has."""
_OLD: Final = expression(r"\b(?:aged?|old)\b")
_HOW_MANY: Final = expression(r"\bhow (?:many|much|big|large)\b")
_HOW_MUCH_MORE: Final = expression(
    r"\bhow (?:much|many) (?:[a-z]+ )?(?:lower|higher|less|fewer|larger|smaller|bigger|cheaper|dearer|longer|shorter)\b"
)
_DIFFERS: Final = expression(
    r"\b(?:more|fewer|less|higher|lower|larger|smaller|bigger|cheaper|dearer|longer|shorter|extra|per ?cent)\b|%"
)
_BY: Final = expression(
    r"\b(?:by|(?:rise|increase|growth|cut|fall|drop|decrease|reduction|difference) of)(?: [a-z]+){0,2} $"
)
"""What stands before a number that is a difference."""
_COMPARES: Final = expression(
    r"\b(?:more|fewer|less|extra|additional|further|higher|lower|by how|rise|rose|grow|grew|fall|fell|increase\w*|"
    r"decrease\w*|drop\w*|change\w*|differ\w*|gain\w*|add\w*|new)\b"
)
_MORE: Final = expression(
    r"(?: [\w’'-]+)? (?:more|fewer|less|higher|lower) than\b|(?: [\w’'-]+)? (?:up|down) (?:on|from)\b"
)
"""What stands behind a number that is a difference, and no amount."""
_THEN: Final = expression(
    r"\b(?:(?:last|previous) (?:year|month|week|time)|(?:year|month|week)s? (?:before|earlier|ago))\b"
)
_THAN_THEN: Final = expression(
    r"\b(?:more|fewer|less|higher|lower|up|down|compared)\b[^,.;]* (?:than|from|on|with|to) (?!\d)[^,.;]*"
    r"(?:last|previous|before|earlier|ago)\b"
)
"""What stands behind a number of now that is compared with one of then, which is not told."""
_COMING: Final = (
    r"attend\w*|c[ao]me|tak(?:e|ing) part|took part|participa\w*|(?<!at )present|(?:turn|show)(?:ed|ing)? (?:up|out)|"
    r"turnout|join\w*|gather\w*|assembl\w*|visit\w*|audience|crowd"
)
_ASKS_WHO_CAME: Final = expression(rf"\b(?:{_COMING}|w(?:as|ere) (?:there )?at)\b")
_CAME: Final = expression(rf"\b(?:{_COMING}|there|guests?|delegates?)\b")
_BELONG: Final = expression(
    r"\b(?:has|have|counts?|numbers?|comprises?|consists? of|membership\b[\w ]*)"
    r"(?: (?:now|currently|only|just|about|around|some|over|nearly|almost|roughly|more than|at least|a total of))*"
    r"\s*\Z"
)
"""What stands before the number of those who belong to a body; a meeting is what "had" them."""
_CLAUSE: Final = expression(r"[,;:.] ")
_WHO_IS_COUNTED: Final = {
    stem(noun): group
    for group, line in enumerate(
        """country state nation|minister|participant attendee delegate|delegation|observer|journalist reporter|expert
        scientist|councillor|senator|mayor|volunteer|pupil student|company firm|union""".split("|")
    )
    for noun in line.split()
}
"""Who or what may take part in a meeting: of one there are not as many as of another."""
_FOR_SO_MANY: Final = expression(r"\b([\w-]+) (?:for|to (?:build|buy|add)) (?:the |another |some |about )?$")
"""What stands before a number that tells what something is for: "an application for six houses"."""
_AT_SO_MANY: Final = expression(r"\b(?P<noun>[\w-]+) (?:at|in|from) (?:the |all |its |their )*$")
"""What stands before a number that tells where some are: "weavers at the three mills"."""
_COUNTED: Final = expression(r" (?!(?:and|to|or|of|per|in|on|at)\b)[A-Za-z]")
_PEOPLE: Final = expression(r"[\w.,-]+ (?:[\w-]+ )?(?:people|persons|members|of (?:the|them|its))\b")
_BEHIND_NUMBER: Final = 4
"""How many words from a number on may name what it counts."""
_ASKS_WEEKDAY: Final = _MEASURES[1].asked
_WEEKDAY_BEFORE: Final = expression(rf"(?:{_WEEKDAY}),? (?:the )?$", re.IGNORECASE)
_WEEKDAY_BEHIND: Final = expression(rf",? \(?(?:a )?(?:{_WEEKDAY})", re.IGNORECASE)


def of_another_measure(question: str, said: str, before: str = "", behind: str = "") -> bool:
    """Whether a question names what is to be measured, and an answer has nothing of the kind; `before` and `behind` is
    what stands around it in its sentence ("until" makes a date a duration, "more" a number a difference).

    >>> of_another_measure("What time did it end?", "3 May"), of_another_measure("What time did it end?", "3 p.m.")
    (True, False)
    """
    asked, told = fold(question), fold(said)
    if _LASTING.search(asked) and _is_length_of_another(asked, told, before):
        return True
    if _is_of_another_size(asked, told, fold(behind)):
        return True
    if _LASTING.search(asked) and _UP_TO.search(before):
        return False
    if _HOW_OLD.search(asked) and _AGE_LIMIT.search(fold(before)):
        return True
    if _HOW_OLD.search(asked) and _YEARS.search(told) and not _OLD.search(told + fold(behind)):
        return True
    if _HOW_MUCH_MORE.search(asked) and not (
        _BY.search(fold(before)) or _DIFFERS.search(f"{told} {fold(behind[:30])}")
    ):
        return bool(before or behind)
    if _HOW_MANY.search(asked) and not _COMPARES.search(asked):
        compared = _THAN_THEN.search(behind)
        if _MORE.match(behind) or (compared and _THEN.search(asked)):
            return True
    return any(measure.asked.search(asked) and not measure.told.search(told) for measure in _MEASURES)


def _is_of_another_size(asked: str, told: str, behind: str) -> bool:
    """Whether how wide something is is asked for, and words tell how long, in metres or the like."""
    size, measured = _ASKS_SIZE.search(asked), _METRES.search(told)
    if size is None or measured is None:
        return False
    its = _SIZE.match(f"{told[measured.end() :]}{behind}".lstrip())
    wanted = next(names for names in _DIMENSIONS if re.fullmatch(names, size["size"] or size["named"]))
    return its is not None and not re.fullmatch(wanted, its[0])


def counts_others(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks how many of some there were, and words at a span of a sentence count others.

    >>> from bot.question import read
    >>> counts_others(read("How many ministers came?"), "Ministers of nine states came.", (13, 17))
    True
    """
    focus = question.analysis.focus[-1:]
    if question.analysis.answer_type != "how_many" or not focus:
        return False
    if _is_of_those_at(focus[0], sentence, span):
        return True
    if focus[0] not in _WHO_IS_COUNTED:
        return False
    ahead = _FOR_SO_MANY.search(sentence[: span[0]])
    if ahead and stem(fold(ahead[1])) in question.analysis.terms - {focus[0]} and not _PEOPLE.match(sentence, span[0]):
        return True
    near = [token.term for token in tokens(sentence[span[0] :])[:_BEHIND_NUMBER]]
    counted = next((_WHO_IS_COUNTED[term] for term in near if term in _WHO_IS_COUNTED), None)
    return counted not in (None, _WHO_IS_COUNTED[focus[0]]) and focus[0] not in near


def _is_of_those_at(noun: str, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a number at a span counts where those named by a noun are: "weavers at the three mills"."""
    ahead, behind = _AT_SO_MANY.search(sentence[: span[0]]), _COUNTED.match(sentence[span[1] :])
    if ahead is None or behind is None or stem(fold(ahead["noun"])) != noun:
        return False
    return noun not in {token.term for token in tokens(sentence[span[0] :])[: 2 * _BEHIND_NUMBER]}


def counts_who_belong(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks how many came, by whatever word, and those at a span of a sentence tell how many a body
    has: of them nobody need have come.

    >>> from bot.question import read
    >>> told = "The guild has 40 pilots."
    >>> [counts_who_belong(read(f"How many pilots {did}?"), told, (14, 16)) for did in ("came", "has the guild")]
    [True, False]
    """
    if question.analysis.answer_type != "how_many" or not _ASKS_WHO_CAME.search(fold(question.text)):
        return False
    ahead, behind = _CLAUSE.split(sentence[: span[0]])[-1], _CLAUSE.split(sentence[span[0] :], maxsplit=1)[0]
    if _CAME.search(fold(ahead + behind)) or not MEETING_TERMS.isdisjoint(content_terms(ahead)):
        return False
    return _BELONG.search(fold(ahead)) is not None


def _is_length_of_another(asked: str, told: str, before: str) -> bool:
    """Whether how long is told of something else: "300 letters a month", "delayed by three hours", how long a speech
    lasted where a meeting is asked about, or until what time it went on where it is asked how long it lasted."""
    ahead = fold(before)
    if (_PER.fullmatch(told) and _COUNT.search(ahead)) or (_MOVED_BY.search(ahead) and not _ASKS_MOVED.search(asked)):
        return True
    meeting = _MEETING_LASTS.search(asked)
    if meeting is None:
        return False
    clock = meeting["verb"] in ("last", "take", "took") and _CLOCK.search(told) and not re.search(_PERIOD, told)
    return bool(clock) or (bool(ahead.strip()) and not _A_MEETING.search(ahead))


def with_weekday(question: str, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence with the day of the week that stands beside it, where that is asked for.

    >>> with_weekday("Which day of the week was it?", "It was on Friday, 3 May.", (18, 23))
    (10, 23)
    """
    begin, end = span
    if not _ASKS_WEEKDAY.search(fold(question)):
        return span
    before, behind = _WEEKDAY_BEFORE.search(sentence[:begin]), _WEEKDAY_BEHIND.match(sentence, end)
    return (before.start() if before else begin, behind.end() if behind and not before else end)
