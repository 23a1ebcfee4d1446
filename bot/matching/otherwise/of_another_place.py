"""What is told of another country, town or office than a question names: the foreign minister of Osmark is not that of
Tarn, and the pilots of Lunt are none of Tarn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts.expressions import expression
from facts.folding import fold
from facts.honorifics import HONORIFIC
from facts.months import MONTH_NUMBERS

_NAME: Final = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
_ASKS_HOLDER: Final = expression(
    r"\bwho(?:['’]?s| is| was| are| were) (?:the )?(?P<office>[a-z][a-z -]*)(?<!ed)(?<!absent)(?<!away)(?<!missing) "
    r"(?:of|for|from) "
    r"(?:the )?(?P<of>[\w’' -]+?)\W*$",
    re.IGNORECASE,
)
_TITLED: Final = expression(rf"(?:{HONORIFIC} )*{_NAME}")
_AS: Final = expression(r"\bas\b")
_HOME: Final = expression(rf" (?:of|from|for) (?:the )?(?P<of>{_NAME})")
"""Whose somebody is, behind the name."""
_WHOSE: Final = expression(
    rf"(?P<of>{_NAME})(?:['’]s|(?<=s)['’]) (?P<office>(?:[\w’'-]+ ){{0,3}}[\w’'-]+),? (?:{HONORIFIC} )?$"
)
"""Whose somebody is, before the name: "Tarn's foreign minister"."""
_ASKS_FROM: Final = expression(r"(?:\bwho\b[^?]*|^\W*(?:and |so )?)\bfrom (?:the )?(?P<of>[\w’'-]+)", re.IGNORECASE)
"""Of whom it is asked who is from where they are, also by "and from Tarn?"."""
_PERSON: Final = expression(rf"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]*)+) (?:of|from|for) (?:the )?(?P<of>{_NAME})")
_RANK: Final = expression(
    r"\b(?:minister|secretary|director|officer|commissioner|chair|head|manager)s?\b", re.IGNORECASE
)
_PAIR: Final = expression(r"\b(?P<name>[A-Z][\w-]*?)(?:['’]s)? (?P<noun>[a-z]{4,})\b")
_IN_NAME: Final = expression(r"\bin ([A-Z][\w-]+)")
_ASKS_VISIT: Final = expression(
    r"\b(?:visit(?:ed|s|ing)?|(?:go|going|went|travel(?:led|ed)?|come|came|trip|visit) to) (?:the )?(?P<of>[\w-]{3,})",
    re.IGNORECASE,
)
_TELLS_VISIT: Final = expression(r"\b(?:visit|travel|trip|went|journey|tour|arriv|flew|fly)", re.IGNORECASE)
_ALIKE: Final = 4
"""Names whose first letters are so many are of one place: "Tarnish" and "Tarn"."""


def own_holder(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence, or of several who hold an office the one of the place that a question names.

    >>> from bot.question import read
    >>> told = "The ministers Ada Wren of Tarn and Bo Lusk of Osmark met."
    >>> told[slice(*own_holder(read("Who is the minister of Osmark?"), told, (14, 22)))]
    'Bo Lusk'
    """
    asked = _asked_of(question)
    if asked is None:
        return span
    own = [each.span("name") for each in _PERSON.finditer(sentence) if is_same(each["of"], asked[1])]
    others = [each for each in _PERSON.finditer(sentence) if not is_same(each["of"], asked[1])]
    return own[0] if len(own) == 1 and others else span


def holds_it_elsewhere(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who holds an office of some place, and the words at a span of a sentence name who is of
    another place, or holds another office.

    >>> from bot.question import read
    >>> told = "Tarn's trade minister, Ada Wren, spoke."
    >>> asked = "trade minister of Tarn", "trade minister of Osmark", "minister of water of Tarn"
    >>> [holds_it_elsewhere(read(f"Who is the {office}?"), told, (23, 31)) for office in asked]
    [False, True, True]
    """
    asked = _asked_of(question)
    if asked is None:
        return False
    office, of = asked
    name = _TITLED.match(sentence[slice(*span)])
    behind = _HOME.match(sentence, span[0] + name.end()) if name else None
    before = _WHOSE.search(sentence[: span[0]])
    told = behind or before
    if told is None or fold(told["of"]) in office:
        return False
    if not is_same(told["of"], of) and not re.search(
        rf"\b(?:of|for) (?:the )?{re.escape(of)}\b", sentence, re.IGNORECASE
    ):
        return True
    if before is None:
        return False
    wanted, its = (content_terms(_RANK.sub("", text)) for text in (office, before["office"]))
    return bool(wanted and its) and _RANK.search(office) is not None and wanted.isdisjoint(content_terms(sentence))


def is_only_from_there(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who holds an office of some place, and the words at a span of a sentence name who is only
    said to be of that place, not to hold the office there: "Ada Wren of Tarn" alone is no president.

    >>> from bot.question import read
    >>> told = "Ada Wren of Tarn", "President Ada Wren of Tarn", "The president of Tarn, Ada Wren"
    >>> asked = read("Who is the president of Tarn?")
    >>> [is_only_from_there(asked, f"{who} spoke.", (at, at + 8)) for who, at in zip(told, (0, 10, 23))]
    [True, False, False]
    """
    asked = _asked_of(question)
    name = _TITLED.match(sentence[slice(*span)]) if asked else None
    home = _HOME.match(sentence, span[0] + name.end()) if name else None
    if asked is None or home is None or not is_same(home["of"], asked[1]):
        return False
    own = _AS.split(sentence[home.end() :])[0]  # "Ada Wren of Tarn as clerk" is clerk of what names her
    told = content_terms(sentence[: span[0] + name.end()], own) if name else frozenset()
    return stem(asked[0].split()[-1]) not in told and not content_terms(asked[0]) <= told


def are_from_elsewhere_too(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who is from some place, and of those named at a span of a sentence one is of another.

    >>> from bot.question import read
    >>> told = "Ada Wren, a clerk in Tarn, and Bo Lusk of Osk came."
    >>> asked = read("Who came from Tarn?")
    >>> [are_from_elsewhere_too(asked, told, span) for span in ((0, 46), (0, 25))]
    [True, False]
    """
    asked = _ASKS_FROM.search(question.text)
    if asked is None or question.analysis.answer_type not in ("who", "list", None):
        return False
    others = [each for each in _PERSON.finditer(sentence, *span) if not is_same(each["of"], asked["of"])]
    return bool(others) and is_same(asked["of"], sentence[slice(*span)])


def is_of_another_people(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks about those of some place or name, and a sentence has but those of another.

    >>> from bot.question import read
    >>> told = "Some 14 Osmarkian pilots will be sent."
    >>> asked = [read(f"How many {of} pilots will be sent?") for of in ("Tarnish", "Osmarkian")]
    >>> [is_of_another_people(each, told, (5, 7)) for each in asked]
    [True, False]
    """
    if question.analysis.answer_type not in ("how_many", "which"):
        return False
    told = {stem(pair["noun"]): pair["name"] for pair in _PAIR.finditer(sentence, max(span[0] - 1, 0))}
    return any(
        not is_same(pair["name"], told[stem(pair["noun"])]) and not is_same(pair["name"], sentence)
        for pair in _PAIR.finditer(question.text, 1)
        if stem(pair["noun"]) in told
    )


def is_met_elsewhere(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks about a visit to some place, and a sentence has that place only as whose somebody is, and
    tells where they met instead.

    >>> from bot.question import read
    >>> told = "She met the mayor of Tarn in Lunt on 6 May."
    >>> [is_met_elsewhere(read(f"When did she visit {place}?"), told, (37, 42)) for place in ("Tarn", "Lunt")]
    [True, False]
    """
    visit = _ASKS_VISIT.search(question.text)
    if visit is None or question.analysis.answer_type in ("where", "yes_no") or _TELLS_VISIT.search(sentence):
        return False
    place = re.escape(visit["of"])
    named = [found.start() for found in re.finditer(rf"\b{place}\b", sentence, re.IGNORECASE)]
    whose = re.findall(rf"\bof (?:the )?{place}\b|\b{place}['’]s", sentence, re.IGNORECASE)
    there = [found[1] for found in _IN_NAME.finditer(sentence) if fold(found[1]) not in MONTH_NUMBERS]
    return len(named) == len(whose) > 0 and bool(there) and not any(is_same(visit["of"], each) for each in there)


def _asked_of(question: Question) -> tuple[str, str] | None:
    """The office and the place of which a question asks who holds it there."""
    asked = _ASKS_HOLDER.search(question.text)
    return (fold(asked["office"]), asked["of"]) if asked else None


def is_same(name: str, told: str) -> bool:
    """Whether words have a name, or one that begins like it."""
    return any(
        mine[:_ALIKE] == its[:_ALIKE] for mine in _words(name) for its in _words(told) if len(mine) > 2 < len(its)
    )


def _words(text: str) -> Iterator[str]:
    return (fold(word) for word in re.findall(r"[\w-]+", text))
