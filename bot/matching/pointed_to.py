"""Whom words of a sentence point to that do a deed there: "the latter", "they" and "she" are told right before, where
nobody else can be meant."""

from __future__ import annotations

import itertools
import re
from typing import Final

from bot.matching.deeds_told import FORMS, HAS, MAY, deeds
from bot.question import Question
from bot.question.cues import BE, MEETING_TERMS
from bot.question.several_asked import is_plural
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import content_terms, stem
from facts.expressions import expression
from facts.folding import fold

_EACH: Final = expression(
    r"\b[Tt]he former (?P<former>[^;.]{2,150}?)(?:[,;]|,? (?:and|but|while|whereas))(?: (?:and|but|while))? "
    r"the latter (?P<latter>[^;.]{2,150})"
)
"""What two did, one each."""
_POINTS: Final = expression(r"[Tt]he (?P<which>former|latter)")
_WORD: Final = expression(r"[\w’'-]+")
NAME: Final = expression(r"[A-Z][\w’'-]*(?:\.? [A-Z][\w’'-]*){1,4}")
_TWO: Final = expression(rf"{NAME.pattern}(?: (?:of|from) [A-Z][\w’'-]*)? and {NAME.pattern}(?<![’']s)(?= [a-z])")
_ADVERB: Final = frozenset("all also both first later now still then".split())
_OPENS: Final = frozenset("the all both many most several some two three four five six seven eight nine ten".split())
"""Words with which those begin that are several and have no name."""
PRONOUN: Final = expression(r"\b(?:he|him|his|she|hers?|they|them|theirs?)\b|[“”\"]", re.IGNORECASE)
_ONE: Final = expression(r"\b(?:an?|the|this|that|one) (?=\w)", re.IGNORECASE)
"""What may stand before somebody who has no name."""
_ALSO: Final = expression(r"(?:He|She) (?:also|too|\w+ed also)\b")
"""How a sentence begins that goes on with whom the one before was about."""
_MOST: Final = 8
"""Words that those have of whom a sentence tells, at most."""


def pointed_to(question: Question, before: str, sentence: str, span: tuple[int, int]) -> str | None:
    """Whom the words at a span of a sentence mean, by the sentence before: where it is asked who does what "the
    latter", "they" or "she" is told to do there; None where it is not certain.

    >>> from bot.question import read
    >>> asked, told = read("Who painted the hut?"), "They also painted the hut."
    >>> [pointed_to(asked, before, told, (0, 4)) for before in ("The pilots met.", "The pilots met the cooks.")]
    ['The pilots', None]
    """
    asked, said = question.analysis, sentence[slice(*span)].strip()
    if asked.answer_type not in ("who", "which") or asked.asked_role != "subject" or asked.negated:
        return None
    if points := _POINTS.fullmatch(said):
        names = NAME.findall(before)
        return (
            names[points["which"] == "latter"]
            if len(names) == 2 and points["which"] == _which(question, sentence)
            else None
        )
    if span[0] or said not in ("They", "He", "She") or not _did_it(question, sentence, said.lower()):
        return None
    return _several(before) if said == "They" else _person(before, sentence)


def own_pointer(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span, or of "the former" and "the latter" in a sentence the one that did what a question asks about.

    >>> from bot.question import read
    >>> told = "The former gave a goat, the latter a boat."
    >>> told[slice(*own_pointer(read("Who gave a boat?"), told, (0, 10)))]
    'the latter'
    """
    which = _which(question, sentence) if _POINTS.fullmatch(sentence[slice(*span)].strip()) else None
    return next((each.span() for each in _POINTS.finditer(sentence) if each["which"] == which), span)


def _which(question: Question, sentence: str) -> str | None:
    """Which of two did what a question asks about: "former" or "latter"; None where it may be either."""
    each, asked = _EACH.search(sentence), question.analysis
    if each is None or asked.asked_role != "subject" or asked.predicate not in content_terms(sentence):
        return None
    things = asked.terms - {asked.predicate, *asked.focus}
    did = [which for which in ("former", "latter") if not things.isdisjoint(content_terms(each[which]))]
    return did[0] if len(did) == 1 else None


def _did_it(question: Question, sentence: str, who: str) -> bool:
    """Whether a sentence tells of somebody, by a pronoun, that they did what is asked."""
    may = MAY - {word.surface for word in question.tokens}
    return any(
        told.verb == question.analysis.predicate
        and [word.surface for word in told.who[:1]] == [who]
        and not (told.denied or told.open or told.auxiliaries & may)
        for told in deeds(sentence)
    )


def _several(before: str) -> str | None:
    """Those of whom a sentence tells, if these are several and it names no others."""
    if both := _TWO.match(before):
        is_all = len(NAME.findall(before)) == len(("first", "second"))
        return both[0] if is_all and not _names_several(before[both.end() :]) else None
    words = list(_WORD.finditer(before))
    verb = next((at for at, word in enumerate(words) if at and _is_verb(word[0])), 0)
    subject = words[:verb]
    while subject and (fold(subject[-1][0]) in _ADVERB or subject[-1][0].endswith("ly")):
        subject.pop()
    if not subject or len(subject) > _MOST or fold(subject[0][0]) not in _OPENS:
        return None
    *_, head = itertools.takewhile(lambda word: word not in PREPOSITIONS, (word[0] for word in subject))
    who = before[: subject[-1].end()]
    behind = before[subject[-1].end() :]
    if "," in who or not is_plural(head) or stem(head) in MEETING_TERMS:
        return None
    if _names_several(behind) or _names_another(behind):
        return None
    return who


def _person(before: str, sentence: str) -> str | None:
    """Of whom alone a sentence tells, by name; of whom it is about, where the next one tells what they did "also"."""
    names = list(NAME.finditer(before))
    if len(names) != 1 or PRONOUN.search(before):
        return None
    (name,) = names
    behind = before[name.end() :]
    about = next((told.who for told in deeds(before)), ())
    if all(word.surface != fold(name[0].split()[-1]) for word in about) or _names_another(behind):
        return None
    if before[: name.start()].lower().endswith("the ") or name[0].startswith("The "):  # a body: "the Lamp Guild"
        return None
    return name[0] if _ALSO.match(sentence) or not _ONE.search(behind) else None


def _names_another(text: str) -> bool:
    """Whether words have a name that is not that of a place or a day: behind no preposition."""
    words = [word[0] for word in _WORD.finditer(text)]
    return any(word[0].isupper() and before not in PREPOSITIONS for before, word in itertools.pairwise(["", *words]))


def _is_verb(word: str) -> bool:
    return word in FORMS or word in BE | HAS | MAY or (word.endswith("ed") and word[0].islower())


def _names_several(text: str) -> bool:
    return any(is_plural(word[0]) for word in _WORD.finditer(text))
