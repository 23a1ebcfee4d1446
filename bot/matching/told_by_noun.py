"""Who does something as the noun beside a name tells: "Ada Wren, owner of the mill" of who owns it; and who came before
or after somebody, by whatever words that is told."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.deeds_told import FORMS
from bot.question import Question
from bot.question.tokens import content_terms, stem, tokens
from bot.question.words import DEEDS
from facts.expressions import expression
from facts.folding import fold

LEADS: Final = next(frozenset(map(stem, line.split())) for line in DEEDS if "chair" in line.split())
"""Verbs of leading a body or a meeting, by their terms."""
_HEADS: Final = frozenset("chair chairman chairperson chairwoman head leader president".split())
"""Who leads something."""
_NOUN: Final = r"(?P<noun>[a-z]{3,20})"
_BEHIND: Final = expression(
    rf"(?:,| \(|,? (?P<be>is|was|remains|became)) (?:(?:the|its|their|an?) )?{_NOUN} "
    r"(?:of|for|at) (?P<of>[^,.;:()]{2,60})"
)
_AHEAD: Final = expression(
    rf"(?:^|[,;] |\b(?:and|by|its|of|their|the|to|with) ){_NOUN} (?:of|for|at) (?P<of>[^,.;:()]{{2,60}}?),? $",
    re.IGNORECASE,
)
_OWNED: Final = expression(rf"(?P<of>(?:[\w’'-]+ ){{0,4}}[\w-]+)(?:[’']s|s[’']) {_NOUN},? $")
_WRITES: Final = frozenset(map(stem, "author compose draft pen write".split()))
_TEXTS: Final = frozenset(
    map(stem, "article book essay letter novel paper play poem report song speech story study talk text".split())
)
_BY: Final = expression(r"(?P<text>(?:[\w’'-]+ ){0,8}(?P<last>[\w’'-]+)) by (?:[a-z]+ ){0,3}$")
_FROM_THEIRS: Final = expression(r" from (?:his|her|their) (?P<text>[^.;:]{2,80})")
_NAME: Final = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}"
_SUCCEEDED: Final = expression(
    r",? (?:(?:who|has|is|was|becomes?|then|now|the|as) )*(?:succeed(?:s|ed)|replac(?:es|ed)|tak(?:es|en) over from|"
    rf"took over from|successor (?:to|of)) (?P<last>{_NAME})"
)
"""What stands between somebody and whom they came after."""
_ASKS_NEXT: Final = frozenset(map(stem, ("succeed", "replace")))
_BEFORE: Final = expression(rf"\bbefore (?P<next>{_NAME})\W*$")
_AS: Final = expression(rf"(?:,| as) (?:(?:the|its) )?{_NOUN} (?:of|at|for) (?P<of>[^,.;:()]{{2,60}})")


def is_told_by_noun(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the name at a span of a sentence is told to do what a question asks who does: by the noun for who does
    it; as whose work it is; or, where it is asked who came before or after somebody, by whatever tells that.

    >>> from bot.question import read
    >>> told = "Ada Wren, owner of the mill, spoke."
    >>> [is_told_by_noun(read(f"Who owns the {thing}?"), told, (0, 8)) for thing in ("mill", "hut")]
    [True, False]
    """
    asked = question.analysis
    if asked.answer_type not in ("who", "which") or asked.negated or asked.dates or asked.ordinals:
        return False
    if asked.asked_role == "object":
        return asked.predicate in _ASKS_NEXT and _precedes(sentence, span, asked.terms)
    if asked.asked_role != "subject" or asked.predicate is None:
        return False
    if asked.predicate in _ASKS_NEXT:
        return _follows(sentence, span, asked.terms)
    if (before := _BEFORE.search(question.text)) is not None:
        return _led_before(question, sentence, span, content_terms(before["next"]))
    if asked.past and asked.predicate in LEADS:  # the chair of a body need not have led all that it did
        return False
    things = asked.terms - {asked.predicate, *asked.focus}
    if asked.predicate in _WRITES and _is_their_work(sentence, span, things):
        return True
    behind = _BEHIND.match(sentence, span[1])
    if behind is not None and behind["be"] == "was" and not asked.past:
        return False
    return (
        _is_of(asked.predicate, things, behind, 0)
        or _is_of(asked.predicate, things, _AHEAD.search(sentence[: span[0]]), 0)
        or _is_of(asked.predicate, things, _OWNED.search(sentence[: span[0]]), -1)
    )


def _is_of(predicate: str, things: frozenset[str], told: re.Match[str] | None, head: int) -> bool:
    """Whether a noun is that for who does a deed, and what it is of is what is asked about, its head included."""
    if told is None or not things or not _tells_doer(told["noun"].lower(), predicate):
        return False
    its = [word.term for word in tokens(told["of"]) if not word.is_stop]
    return things <= set(its) and its[head] in things


def _is_their_work(sentence: str, span: tuple[int, int], things: frozenset[str]) -> bool:
    """Whether a text is told as by whoever stands at a span: "the report on eels by Ada Wren", "from her novel"."""
    by, own = _BY.search(sentence[: span[0]]), _FROM_THEIRS.match(sentence, span[1])
    if by is not None and (fold(by["last"]) in FORMS or by["last"].endswith("ed")):  # "the report was read by"
        by = None
    told = (content_terms(found["text"]) for found in (by, own) if found is not None)
    return bool(things) and any(things <= text and not text.isdisjoint(_TEXTS) for text in told)


def _tells_doer(noun: str, predicate: str) -> bool:
    """Whether a noun tells who does a deed (its verb as a term): "owner" who owns, "winner" who wins, "head" who leads.

    >>> [_tells_doer(noun, "win") for noun in ("winner", "wine")], _tells_doer("chair", "lead")
    ([True, False], True)
    """
    if predicate in LEADS and noun in _HEADS:
        return True
    base = re.sub(r"(?:er|or)$", "", noun)
    verbs = (base, base + "e", base[:-1] if base[-2:-1] == base[-1:] else base)
    return base != noun and any(stem(verb) == predicate for verb in verbs)


def _follows(sentence: str, span: tuple[int, int], asked: frozenset[str]) -> bool:
    """Whether whoever stands at a span came after one whom a question names."""
    told = _SUCCEEDED.match(sentence, span[1])
    return told is not None and stem(fold(told["last"].split()[-1])) in asked


def _precedes(sentence: str, span: tuple[int, int], asked: frozenset[str]) -> bool:
    """Whether one whom a question names came after whoever stands at a span."""
    begin = sentence.rfind(". ", 0, span[0]) + 1
    for found in re.finditer(_NAME, sentence[begin : span[0]]):
        told = _SUCCEEDED.match(sentence, begin + found.end())
        if told is not None and told.start("last") <= span[0] < told.end("last"):
            return stem(fold(found[0].split()[-1])) in asked
    return False


def _led_before(question: Question, sentence: str, span: tuple[int, int], following: frozenset[str]) -> bool:
    """Whether one came after whoever stands at a span in what they are asked to have led before that one."""
    asked = question.analysis
    held = _AS.match(sentence, span[1])
    if asked.predicate not in LEADS or held is None or held["noun"] not in _HEADS or not following:
        return False
    things = asked.terms - following - {asked.predicate}
    return _precedes(sentence, span, following) and bool(things) and things <= content_terms(held["of"])
