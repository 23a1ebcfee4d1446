"""What facts answer: one question with two answers, the same twice, answers that stand nowhere, values that differ."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from facts import dates
from facts.disagreement.written import numbers, words
from facts.folding import fold
from facts.linting.finding import Finding, Kind
from facts.linting.sheet import Sheet
from facts.linting.standing import foreign_name, foreign_number, is_told, listed, names, tells_day, words_of
from facts.model import Fact
from facts.pages.derived import value_of
from facts.pages.ledger import fact_digest
from facts.pages.meeting_told import readable
from facts.pages.precedence import asked
from facts.pages.where_said import KINDS

_TOLD = ("answer", "question")
_LEANS = re.compile(r"(?:He|She|His|Her)\b")
"""How a sentence begins whose facts have a name of one before it."""
SMALL = frozenset(
    "a an and are as at by for from he her his in is it its of on or she that the their they to was with".split()
)
"""Words (folded) that any sentence has."""

ALIKE = 0.6
"""Likeness (0–1, of the letters) from which a name that no article has is taken for another one spelt otherwise."""

_ASKING = re.compile(
    r"\b(?:who|whom|whose|what|when|where|why|which|how)\b"
    r"|^(?:is|are|was|were|am|do|does|did|has|have|had|will|would|can|could|may|might|must|shall|should|name|list)\b"
)
"""What makes a question of some words, folded."""


def mistold(sheet: Sheet) -> Iterator[Finding]:
    """What is wrong with what the facts of a page say."""
    yield from _twins(sheet)
    yield from _twin_ids(sheet)
    respelt = list(_former_names(sheet))
    yield from respelt
    yield from (each for each in _taken_back(sheet) if each.line not in {found.line for found in respelt})
    page, edited = sheet.page, sheet.page.edited()
    for fact in sheet.record.facts:
        if fact.id in edited - page.checked:
            yield from _of_fact(sheet, fact)
        elif fact.id in edited and not page.is_compiled(fact):  # that an answer is right says nothing of its value
            yield from _of_value(sheet, fact)


def _twins(sheet: Sheet) -> Iterator[Finding]:
    """Questions that two facts of a page answer, each pair once."""
    by_question: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in sheet.record.facts:
        for question in dict.fromkeys(map(asked, (fact.question, *fact.variants))):
            by_question[question].append(fact)
    told: set[tuple[str, str]] = set()
    for first, *others in by_question.values():
        for fact in others:
            if (first.id, fact.id) in told:
                continue
            told.add((first.id, fact.id))
            line = sheet.line_of_fact(first.id)
            if same(first, fact):
                what = f"“{fact.question}” is answered by the same in line {line}"
                yield sheet.of_fact(fact.id, "said-twice", what, "delete one of the two")
            else:
                what = f"“{fact.question}” has two answers: “{first.answer}” (line {line}) and “{fact.answer}”"
                yield sheet.of_fact(fact.id, "two-answers", what, "hide or delete one, or ask more exactly")


def same(one: Fact, other: Fact) -> bool:
    """Whether two answers say the same, one of them perhaps with more words."""
    if one.value is not None and one.value == other.value:
        return True
    mine, its = _content(one.answer), _content(other.answer)
    return fold(one.answer) == fold(other.answer) or (bool(mine and its) and (mine <= its or its <= mine))


def _content(text: str) -> set[str]:
    return {word for word in words(text) if word not in SMALL}


def _of_fact(sheet: Sheet, fact: Fact) -> Iterator[Finding]:
    """What is wrong with a fact that a person wrote or changed."""
    if not _ASKING.search(fold(fact.question).strip()):
        remedy = "write it as people would ask, for example “Who chaired the meeting?”"
        yield sheet.of_fact(fact.id, "no-question", f"“{fact.question}” asks nothing", remedy, "question")
    cut = next((each for each in fact.variants if len(each.split()) == 1 and "?" not in each), None)
    if cut is not None:
        remedy = "write a question; one that has a comma in it is put in quotes: “variants: ['Where, then, was it?']”"
        yield sheet.of_fact(fact.id, "no-question", f"the variant “{cut}” asks nothing", remedy, "variants")
    if fact.kind == "yes_no":
        if fold(fact.answer).split()[:1] not in (["yes"], ["no"]) and not fold(fact.answer).startswith(("yes,", "no,")):
            what = f"the answer to a yes/no question is “{fact.answer}”"
            yield sheet.of_fact(fact.id, "value", what, "begin it with “Yes” or “No”", "answer")
        return
    if misvalued := list(_of_value(sheet, fact)):
        yield from misvalued
        return
    if _is_told_of_meeting(fact, sheet):
        return
    where = None if _stands(fact, sheet) else f"the answer “{fact.answer}” stands nowhere in what it is quoted from"
    if where is None and value_of(fact.kind, fact.answer) is None and (number := foreign_number(fact, sheet.page)):
        where = f"“{number}” of the answer “{fact.answer}” is not in what it is quoted from"
    if where is None and (name := foreign_name(fact, sheet.page)):
        where = f"“{name}” of the answer “{fact.answer}” stands nowhere in the article"
    if where is not None:
        remedy = "answer in its words, move the fact below the sentence that says so, or confirm it by “checked: true”"
        yield sheet.of_fact(fact.id, "answer-nowhere", where, remedy, "answer")


def _of_value(sheet: Sheet, fact: Fact) -> Iterator[Finding]:
    """What is wrong with the value of a fact."""
    told = value_of(fact.kind, fact.answer)
    whens = dates.find(fact.answer, sheet.page.article.date)
    if fact.value is not None and (
        fact.value != told if told is not None else not is_told(fact.value, fact.answer, whens)
    ):
        what = f"“value” is {fact.value}, and the answer is “{fact.answer}”"
        remedy = f"write “value: {told}”, or leave it out" if told is not None else "correct it, or leave it out"
        yield sheet.of_fact(fact.id, "value", what, remedy, "value")


def _is_told_of_meeting(fact: Fact, sheet: Sheet) -> bool:
    """Whether a fact says when, where or how its meeting was held as the meeting's own keys do, word for word."""
    meeting = sheet.page.meeting
    if meeting is None or fact.kind not in KINDS.values():
        return False
    return fact.answer in {readable(meeting.date or ""), meeting.place, meeting.format}


def _stands(fact: Fact, sheet: Sheet) -> bool:
    """Whether anything of an answer stands in its evidence, word for word or by the rules for dates and counts."""
    evidence = set(words(fact.evidence))
    value = value_of(fact.kind, fact.answer)
    if isinstance(value, int):
        written = numbers(fact.evidence)
        return Decimal(value) in written or (not written and value - 1 <= listed(fact.evidence))
    if isinstance(value, str):
        return tells_day(dates.find(fact.evidence, sheet.page.article.date), value)
    return any(_has(evidence, word) for word in _content(fact.answer)) or not _content(fact.answer)


def _former_names(sheet: Sheet) -> Iterator[Finding]:
    """Facts with a name that a person spelt otherwise in another one."""
    page, written = sheet.page, words_of(sheet.page)
    for corrected in page.facts:
        if corrected.id in page.hidden or corrected.id not in page.compiled.answers:
            continue
        before, now = (set(names(text)) for text in (page.compiled.answers[corrected.id], corrected.answer))
        fresh = [name for name in now - before if fold(name) not in written]
        for old in sorted(before - now):
            spelt = difflib.get_close_matches(old, fresh, 1, ALIKE)
            for fact in sheet.record.facts if spelt else ():
                keys = [key for key in ("answer", "question") if old in names(getattr(fact, key))]
                if keys and fact.id not in page.checked:
                    line = sheet.line_of_fact(corrected.id)
                    what = f"“{old}”, which is corrected to “{spelt[0]}” in line {line}, stands here still"
                    remedy = "correct it here too, hide the fact, or confirm it by “checked: true”"
                    yield sheet.of_fact(fact.id, "former-name", what, remedy, keys[0])


def _taken_back(sheet: Sheet) -> Iterator[Finding]:
    """Facts with a number that a person corrected in another one below the same sentence, or with a name that one told
    another instead of, there or for "she" in the next."""
    page = sheet.page
    corrections, told = {fact.id: fact for fact in page.facts}, set[tuple[str, str]]()
    for taken in sheet.record.withdrawn:
        corrected = corrections.get(taken.instead)
        if corrected is None:
            continue
        wrong = taken.words or taken.answer
        numbered = _amounts(wrong, sheet) - _amounts(corrected.answer, sheet)
        named = set(names(wrong)) - set(names(corrected.answer)) - _names_of_meeting(sheet)
        for fact in sheet.record.facts:
            below = fact.span[0] < corrected.span[1] and corrected.span[0] < fact.span[1]
            if fact is corrected or fact.id in page.checked or (corrected.id, fact.id) in told:
                continue
            behind = corrected.span[1] <= fact.span[0] and _LEANS.match(fact.evidence) is not None
            former = named if below else named - set(names(fact.evidence)) if behind else set[str]()
            code: Kind = "former-name"
            keys = [key for key in _TOLD if former & set(names(getattr(fact, key)))]
            if not keys and below:
                code, keys = "former-number", [key for key in _TOLD if numbered & _amounts(getattr(fact, key), sheet)]
            if keys:
                told.add((corrected.id, fact.id))
                line = sheet.line_of_fact(corrected.id)
                what = f"“{taken.answer}”, corrected to “{corrected.answer}” in line {line}, stands here"
                what = f"{'the number of ' if code == 'former-number' else ''}{what} still"
                remedy = "correct it here too, hide the fact, or confirm it by “checked: true”"
                yield sheet.of_fact(fact.id, code, what, remedy, keys[0])


def _names_of_meeting(sheet: Sheet) -> set[str]:
    meeting = sheet.page.meeting
    told = (meeting.name, *meeting.aliases, meeting.place or "") if meeting else ()
    return {name for text in told for name in names(text)}


def _amounts(text: str, sheet: Sheet) -> set[Decimal]:
    """The numbers of a text that are none of its dates and times."""
    for when in reversed(dates.find(text, sheet.page.article.date)):
        text = f"{text[: when.span[0]]} – {text[when.span[1] :]}"
    return set(numbers(text))


def _twin_ids(sheet: Sheet) -> Iterator[Finding]:
    """Facts to which a person gave the id of another one, which the compiler wrote."""
    page = sheet.page
    own = {fact_digest(fact): fact.id for fact in page.facts if fact.id not in page.compiled.facts}
    for fact in page.facts:
        other = own.get(page.compiled.facts.get(fact.id, ""))
        if other is not None:
            what = f"the id “{fact.id}” is that of the fact in line {sheet.line_of_fact(other)}"
            yield sheet.of_fact(fact.id, "twin-id", what, "give it another one, or leave it out", "id")


def _has(written: Iterable[str], word: str) -> bool:
    """Whether a word stands among others, perhaps in another form."""
    stem = word[: max(4, len(word) - 2)]
    return any(each == word or (len(word) > 4 and each.startswith(stem)) for each in written)
