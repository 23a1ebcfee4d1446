"""Which case is told of: the trial of an article that never speaks of Wren is not the Wren trial, and what "the company
itself" was fined is not what its chief was."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts.expressions import expression
from facts.folding import fold

_NAMED: Final = expression(
    r"\b(?P<name>[\w-]+?)(?:['’]s)? (?P<case>trial|case|hearing|inquest|inquiry|lawsuit|appeal|merger|"
    r"takeover|strike)\b",
    re.IGNORECASE,
)
_ALIKE: Final = 4
"""Names whose first letters are so many are of one: "Tarnish" and "Tarn"."""
_ITSELF: Final = expression(r"(?:But |And |Yet )?The (?P<body>[a-z]+) itself\b")
"""A body, set against those of it who were spoken of before."""
_SURNAME: Final = r"(?<!The )(?<!\. )\b[A-Z][\w’'-]+ {name}\b(?! [A-Z])"
_NEAR: Final = 3
"""How many sentences back those are named."""


def is_of_another_case(question: Question, sentence: str, known: Collection[str]) -> bool:
    """Whether a question names a case by somebody or something, and a sentence tells of one in an article, with these
    terms, that has no such name.

    >>> from bot.question import read
    >>> told = "The trial opened on 2 June."
    >>> [is_of_another_case(read("When did the Wren trial open?"), told, known) for known in ({"falk"}, {"wren"})]
    [True, False]
    """
    named = _NAMED.search(question.text)
    if named is None or question.analysis.answer_type == "yes_no":
        return False
    name, case = stem(fold(named["name"])), stem(fold(named["case"]))
    names = {word.term for word in question.analysis.words if word.name or word.capital}
    if name not in names or case not in content_terms(sentence):
        return False
    return not any(term[:_ALIKE] == name[:_ALIKE] for term in known)


def is_of_the_body_itself(question: Question, sentences: Sequence[str], place: int) -> bool:
    """Whether a question asks about somebody by the last of their names, and the sentence of an article at a place sets
    the body itself against the people named before it.

    >>> from bot.question import read
    >>> told = "Its chief, Ada Wren, denies it.", "The firm itself was fined 9 crowns."
    >>> [is_of_the_body_itself(read(f"How much was {who} fined?"), told, 1) for who in ("Wren", "Osk Works")]
    [True, False]
    """
    body = _ITSELF.match(sentences[place])
    if body is None or stem(body["body"]) in question.analysis.terms:
        return False
    names = [word.surface for word in question.analysis.words if word.name or word.capital]
    before = " ".join(sentences[max(place - _NEAR, 0) : place])
    if len(names) != 1 or stem(names[0]) in content_terms(sentences[place]):
        return False
    return re.search(_SURNAME.format(name=re.escape(names[0].capitalize())), before) is not None
