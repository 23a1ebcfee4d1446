"""Who is who in a list of people with their offices: "Ada Wren, President, Pilots' Union Bo Lusk, Clerk, Tarn Council".

Such a list names many, and the words of a question stand beside one of them.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from bot.question import Question, lexicon
from bot.question.cues import ROLES
from bot.question.tokens import content_terms, stem, tokens
from facts.expressions import expression
from facts.folding import fold

_CAPITAL: Final = r"[A-Z][\w’'.-]{0,30}[\w.]"
_PERSON: Final = rf"(?:(?<![\w,] ){_CAPITAL}(?: {_CAPITAL}){{2,3}}|{_CAPITAL}(?: [A-Z]\.)? {_CAPITAL})"
"""A name: of two words where others stand before it, as those may be what the one before belongs to."""
OFFICE: Final = (
    r"(?:(?:[Cc]o-|[Vv]ice[- ])?(?:[Cc]hair(?:man|woman|person)?|[Pp]resident|[Dd]irector|[Ss]ecretary|[Tt]reasurer|"
    r"[Ff]ounder|[Mm]anager|[Oo]fficer|[Mm]inister|[Mm]ayor|[Gg]overnor|[Cc]lerk|[Hh]ead|[Aa]dvis[eo]r|[Cc]ommissioner|"
    r"[Aa]ssistant|[Ee]ditor|[Pp]rofessor|[Cc]ouncill?or|[Ss]enator|[Rr]epresentative|[Aa]mbassador|[Ss]peaker|"
    r"[Ee]ngineer|[Nn]urse|[Pp]ilot|[Oo]wner|[Pp]artner|[Mm]ember|[Cc]oordinator|[Aa]dministrator|"
    r"[Ee]nvoy|[Cc]hief|[Cc]ounsel(?:l?or)?|[Cc]hancellor|[Aa]ttorney)s?)"
)
"""What somebody may be called by what they do."""
_ENTRY: Final = expression(
    rf"(?P<name>{_PERSON})(?P<joint>, )(?=(?P<office>(?:[\w’'-]+ ){{0,5}}{OFFICE}\b[^,;]{{0,80}}))"
)
"""Somebody in a list, with an office behind them."""
_LEAST: Final = 2
"""How many of them make a list."""


_TITLED: Final = expression(
    rf"\b(?P<title>{_CAPITAL}(?:(?: (?:of|for|to|the|and)){{1,2}} {_CAPITAL}| {_CAPITAL}){{1,9}}) "
    rf"(?P<name>{_CAPITAL} {_CAPITAL})\b"
)
"""A title with the name behind it: "Deputy Envoy for Ports Ada Wren"."""
_IN_CHARGE: Final = expression(r"\b(?:in charge of|responsible for)\W*(?:$|,)", re.IGNORECASE)


_WHICH: Final = expression(
    r"\b(?:which|what) (?!office|post|job|role|title)[a-z]+\b(?<!was)(?<!is)(?<!do)(?<!does)(?<!did)"
)
_OFFICES: Final = expression(rf"[^,;]+(?:, (?:and )?(?:[\w’'-]+ ){{0,5}}{OFFICE}\b[^,;]*)*")
_REST: Final = expression(r"[^,;.]+(?:, (?:and )?(?:the )?[A-Z\d][^,;]*)*")
_TOLD: Final = expression(r"(?:(?!;|,? and [A-Z]|, [A-Z]).){0,500}")
_OFFICES_OF_ONE: Final = 2
"""How many offices one has at most; where more stand before a name, those are several people's."""
_NAME_ALONE: Final = expression(rf"{_CAPITAL}(?: {_CAPITAL}){{0,2}}")
_OF: Final = expression(r"\b(?:of|for|to)(?: the)? $")
_NEAR: Final = 40
"""How many letters before a name say what it is."""
_VERB: Final = expression(r"(?:, who)?(?: (?:also|later|then|has|had|have|will|would|\w+ly)){0,3} ([a-z][\w’'-]*)")
_PAIR: Final = expression(r"[A-Z][\w’'-]+ and $")
"""What stands before the second of two who share an office."""


class _Entry(NamedTuple):
    """Somebody in a list: where the name stands, and what stands behind it up to the next one."""

    name: tuple[int, int]
    rest: tuple[int, int]


def own_entry(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence, or in a list of people with their offices who it is that a question describes; the office
    of whom it names, where that is asked for.

    >>> from bot.question import read
    >>> told = "Ada Wren, President, Pilots Union Bo Lusk, Clerk of Works, Tarn Council"
    >>> told[slice(*own_entry(read("Who came from the pilots' union?"), told, (34, 41)))]
    'Ada Wren'
    >>> told[slice(*own_entry(read("What is Bo Lusk's job?"), told, (0, 8)))]
    'Clerk of Works'
    """
    asked = question.analysis
    if asked.answer_type not in ("who", "which", "what", None):
        return span
    entries = _entries(sentence)
    terms = frozenset(token.term for token in question.tokens if not token.is_stop)
    named = [each for each in entries if _is_named(sentence, each, terms)]
    if len(named) == 1 and len(entries) >= _LEAST and _WHICH.search(question.text):
        return _organisation(sentence, named[0]) or span
    if asked.asked_role == "object":
        return span
    if _asks_for_office(question):
        return _offices(sentence, named[0]) if len(named) == 1 else _title(sentence, span, terms)
    entries = [each for each in entries or _titled(sentence) if not _is_named(sentence, each, terms)]
    marked = [each for each in entries if each.name[0] < span[1] and span[0] < each.name[1]]
    if len(entries) < _LEAST or not (
        asked.answer_type == "who" or (question.continues and asked.answer_type is None and marked)
    ):
        return span
    shared = [len(terms & content_terms(sentence[slice(*each.rest)])) for each in entries]
    best = max(shared)
    if not best or shared.count(best) > 1:
        return span
    if any(
        _PAIR.search(sentence, max(0, each.name[0] - _NEAR), each.name[0]) and each.name[1] == span[1]
        for each in entries
    ):
        return span
    (begin, end), said = entries[shared.index(best)].name, sentence[slice(*span)]
    if _does(asked.predicate, sentence, span[1]) and not _does(asked.predicate, sentence, end):
        return span
    return span if span[1] == end and _NAME_ALONE.fullmatch(said) and not re.search(OFFICE, said) else (begin, end)


def _does(predicate: str | None, sentence: str, end: int) -> bool:
    """Whether whoever stands before a place does there what is asked about: those it is done to stand behind."""
    verb = _VERB.match(sentence, end)
    return predicate is not None and verb is not None and stem(fold(verb[1])) == predicate


def _asks_for_office(question: Question) -> bool:
    """Whether it is asked what office somebody has: "what is her title", "what is Bo Lusk in charge of"."""
    asked = question.analysis
    told = any(token.surface in ROLES for token in question.tokens) or _IN_CHARGE.search(question.text)
    return asked.answer_subtype == "role" or (asked.answer_subtype == "identity" and bool(told))


def _entries(sentence: str) -> list[_Entry]:
    """Those of a list whose offices stand behind their names; none where the first has one before the name."""
    found = [
        each
        for each in _ENTRY.finditer(sentence)
        if not re.search(OFFICE, each["name"]) and not _OF.search(sentence, max(0, each.start() - _NEAR), each.start())
    ]
    if not found or re.search(rf"{OFFICE}[^,;:]*$", sentence[: found[0].start()]):
        return []
    ends = [*(each.start() for each in found), len(sentence)][1:]
    rests = (_REST.match(sentence, each.end(), end) for each, end in zip(found, ends, strict=True))
    return [_Entry(each.span("name"), rest.span()) for each, rest in zip(found, rests, strict=True) if rest]


def _titled(sentence: str) -> list[_Entry]:
    """Those of a list whose offices stand before their names, each with what is told of them up to the next."""
    entries = []
    for found in _TITLED.finditer(sentence):
        begin, end = _whole_name(found)
        offices = len(re.findall(OFFICE, sentence[found.start() : begin]))
        told = _TOLD.match(sentence, end)
        if told and 1 <= offices <= _OFFICES_OF_ONE and not re.search(OFFICE, sentence[begin:end]):
            entries.append(_Entry((begin, end), (found.start(), told.end())))
    return entries


def _whole_name(titled: re.Match[str]) -> tuple[int, int]:
    """A name behind a title with the first name that was read as a word of the title, being none ("Deputy Head Gert Jan
    Ek"), unless that ends in "of Osmark"."""
    *before, last = titled["title"].split()
    first = not lexicon.is_word(fold(last)) and len(before) > 1 and before[-1][0].isupper()
    return titled.start("name") - (len(last) + 1) * first, titled.end("name")


def _is_named(sentence: str, entry: _Entry, asked: frozenset[str]) -> bool:
    return tokens(sentence[slice(*entry.name)])[-1].term in asked


def _offices(sentence: str, entry: _Entry) -> tuple[int, int]:
    """Where the offices behind a name stand: all that follow one another between commas."""
    parts = _OFFICES.match(sentence, entry.rest[0])
    return parts.span() if parts else entry.rest


def _organisation(sentence: str, entry: _Entry) -> tuple[int, int] | None:
    """Where it stands what somebody has an office of: behind the last comma of an entry of a list."""
    begin = sentence.rfind(", ", *entry.rest) + len(", ")
    if begin < len(", ") or re.search(OFFICE, sentence[begin : entry.rest[1]]):
        return None
    return begin, begin + len(sentence[begin : entry.rest[1]].rstrip())


def _title(sentence: str, span: tuple[int, int], asked: frozenset[str]) -> tuple[int, int]:
    """The title that stands before the name which a question has, where the words marked are none of it."""
    held = [
        found.span("title")
        for found in _TITLED.finditer(sentence)
        if re.search(OFFICE, found["title"]) and not _OF.search(sentence, max(0, found.start() - _NEAR), found.start())
        if all(token.term in asked for token in tokens(found["name"]))
    ]
    return held[0] if len(held) == 1 and not (held[0][0] < span[1] and span[0] < held[0][1]) else span
