"""Answers of sentences that were cut, and answers with the letters behind a name that nobody asked for."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from typing import Final

from facts.extract.draft import Draft
from facts.months import MONTHS
from facts.parse.acronyms import Acronym

ABBREVIATED: Final = re.compile(r"\s(?:Nos?|Rs|vs)\.$")
"""An abbreviation behind which a sentence goes on, where it was taken for its end."""
NUMBERED: Final = re.compile(
    rf"\b(?P<name>(?!(?:{'|'.join(month.title() for month in MONTHS)})\b)[A-Z][a-z]+)"
    r" (?P<number>One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|[IVX]+|\d{1,3}[A-Z]?)\b"
    r"(?![.,:]\d|st\b|nd\b|th\b| ?per cent|%)"
)
"""One of several of a name: "Gallery Two", "Pier 4"."""
MARKS: Final = re.compile('["“”]')
SPOKEN: Final = frozenset({"purpose", "statement"})
"""Families whose answers are what was said: an object or a clause, whole."""
SAID_KINDS: Final = frozenset({"how", "what", "why"})
"""Kinds of facts that ask for what was said, and not for who said it."""
TITLE: Final = re.compile(r"[“\"](?P<head>[^“”\":]+): (?P<rest>[^“”\"]+)[”\"]")
"""A title in two parts, of which the first alone names nothing: "The low note: what a horn does to a cow"."""
NEXT_WORD: Final = re.compile(r" ([a-z][\w’'-]*)")
LINKING: Final = frozenset(
    """about across after against alongside also although among and around as at because before between but by despite
    during following for from given if in including into last like near next nor not now of on or over per
    regarding since so than that then this through throughout to today toward towards under until upon using via
    when where which while who with within without yesterday""".split()
)
"""Words with which something new begins behind a whole phrase."""


def breaks_off(draft: Draft, text: str) -> bool:
    """Whether a draft is cut: its sentence at an abbreviation or in direct speech, what was said inside a phrase."""
    said = text[slice(*draft.span)]
    if any(_loses_number(draft, named) for named in NUMBERED.finditer(said)):
        return True
    asked = draft.question.partition(", according to")[0]
    if any(title["head"] in asked and title["rest"] not in asked for title in TITLE.finditer(said)):
        return True
    speech = draft.answer.startswith(("“", '"'))
    spoken_of = draft.kind in SAID_KINDS and draft.rule.partition(".")[0] in SPOKEN
    if spoken_of and _goes_on(draft.answer, " ".join(said.split())):
        return True
    return ABBREVIATED.search(said) is not None or (speech and len(MARKS.findall(said)) % 2 == 1)


def _loses_number(draft: Draft, named: re.Match[str]) -> bool:
    """Whether a draft has a name of its sentence without the number that tells which one it is."""
    name = re.escape(named["name"])
    cut = re.compile(rf"\b{name}\b(?! {re.escape(named['number'])}\b)")
    return cut.search(draft.answer) is not None or cut.search(draft.question.partition(", according to")[0]) is not None


def _goes_on(answer: str, said: str) -> bool:
    """Whether a sentence goes on behind an answer without any sign or small word: "the root | causes of floods"."""
    before, _, behind = said.partition(answer)
    word = NEXT_WORD.match(behind)
    return before != "" and word is not None and word[1] not in LINKING


def without_letters(draft: Draft, acronyms: Iterable[Acronym]) -> Draft:
    """A draft whose answer has no letters behind a name that it does not use again: "the Tarn Pilots Board (TPB)"."""
    answer = draft.answer
    for form in acronyms:
        told = f"({form.short})"
        if len(re.findall(rf"\b{re.escape(form.short)}\b", answer)) == 1 and answer != told:
            answer = answer.replace(f" {told}", "")
    return draft if answer == draft.answer else dataclasses.replace(draft, answer=answer)
