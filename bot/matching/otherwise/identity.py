"""Who somebody is: an office or a description that a sentence ties to the name, not what was done beside it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from bot.index.short_forms import as_written
from bot.question import Question, lexicon
from bot.question.accents import unaccented
from bot.question.tokens import content_terms
from facts.expressions import expression
from facts.folding import fold
from facts.honorifics import HONORIFIC
from facts.verbs import PASTS

_OFFICE: Final = frozenset("the a an our their your its".split())
_POINTING: Final = frozenset("it that this".split())
"""What takes up an office that a question names first: "The chief clerk of Tarn, who's that as of 2031?"."""
_RANKS: Final = frozenset(
    """adviser ambassador archdeacon auditor bishop bursar captain chair chairman chairwoman chief clerk coach
    commissioner coordinator coroner curator deputy director editor engineer envoy general governor head headmaster
    headmistress headteacher judge leader librarian manager mayor member minister officer ombudsman premier president
    principal professor prosecutor provost rapporteur rector registrar representative secretary sheriff speaker
    spokesman spokeswoman steward superintendent surveyor treasurer vicar warden""".split()
)
"""What an office has that is written in capitals alone ("Deputy Director General")."""
_ASKED: Final = expression(r"\bwho(?:['’]?s| is| was)(?: exactly)?\s+(.+)", re.IGNORECASE)
_BE: Final = (
    r"(?:is|was|has been|had been|became|remains|(?:serves|served|acts|acted) as|"
    r"(?:was |has been )?(?:re-?)?(?:elected|appointed|named|chosen|sworn in)(?: as)?)"
)
_DETERMINER: Final = r"(?:(?:the|an?|its|their|his|her|also|now|then|still|currently) )*"
_BEHIND: Final = expression(rf"(?:, (?:\d+, )?(?:who )?(?:{_BE} )?| \(| {_BE} ){_DETERMINER}")
"""What stands between a name and what describes it: a comma, "is the"."""
_BEFORE: Final = expression(rf",? (?:is |was )?(?:{HONORIFIC} )?")
"""What stands between a description and the name: "the mayor, Ada Wren", "Clerk Ann Poole"."""
_TITLE: Final = expression(rf"(?:{HONORIFIC}\s?)+")
"""What is said before any name and describes nobody."""
_ADDRESS: Final = expression(rf"(?<= ){_TITLE.pattern}$")
_APPOSITION: Final = expression(r", ((?:an?|the|its|their|our|his|her)\b[^,.;]+)")
_OFFICE_BEHIND: Final = expression(
    r", ((?:[A-Z][\w’'-]* ){0,3}(?P<office>[A-Z][\w’'-]*) (?:of|for) [A-Z][^;.:]{1,100}?)"
    r"(?=,? (?:is|was|has|had|will|would)\b|, [a-z]|[;:]|\.?$)"
)
"""An office with capitals behind a name, up to what is told of who has it."""
_VERBS: Final = (
    "represent|head|lead|chair|direct|run|manage|own|edit|coordinat|oversee|work|serv|speak|play|coach|command|found"
)
_WORK: Final = expression(
    rf"(?:, \d+,|, who)?(?P<verb> (?:(?:{_VERBS})e?s|(?:has|have) (?:{_VERBS})e?d)(?: (?:for|at|as|in|with|on))? )"
    + _DETERMINER
)
"""What somebody does for a living or stands for, told of as lasting."""
_DEED: Final = expression(rf"(?:[A-Z][\w’'-]+ )+(?:\w+ed|{'|'.join(sorted(PASTS))}) (?=\w)")
"""What another did, before the description: "Ada Wren thanked depot manager" Jon Ek."""
_LABEL: Final = expression(r"([A-Z][\w’'-]*(?: [\w’'-]+){0,3}): (?=\w)")
"""What minutes write before a name: "Chair: "."""
_HOLDER: Final = expression(r"(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*) \((?P<office>[^()]{2,60})\)")
"""Somebody in a list, with an office."""
_OWNER: Final = expression(r"(?:['’]s|s['’])$")
_PERSON: Final = r"(?P<name>[A-Z][\w.’'-]*(?: [A-Z](?:\.(?= )|[\w’'-]*))+)"
_BELOW: Final = frozenset("acting assistant deputy elect ex former vice".split())
_PRONOUN: Final = expression(rf"(?:He|She) {_BE} {_DETERMINER}")
_ALIKE: Final = (
    ("chair", "presid", "speaker"), ("head", "lead", "led", "direct", "chief", "principal"), ("superintend",),
    ("minist", "secretar", "premier"),
    ("spokes",), ("envoy", "ambassador", "represent"), ("mayor",), ("clerk",), ("treasurer",), ("governor",),
    ("commissioner",), ("rapporteur",), ("coordinat",), ("adviser", "advisor"),
)  # fmt: skip
"""How words for one rank begin."""
_PLAIN_RANKS: Final = frozenset("deputy member officer professor".split())
"""What somebody may be besides."""
_JOINED: Final = expression(r"-(?=(?:general|president|chair(?:man|woman)?)\b)", re.IGNORECASE)
"""What joins the words of an office: "Secretary-General", "Vice-President"."""
_OWNING: Final = expression(r"['’]?s?['’]?$")
_OF: Final = r"(?: (?:of|for|at)(?: (?:the|of|and|for|[A-Z][\w’'-]*))+)?"
"""Of what an office is, between it and its holder."""
_NAMED: Final = expression(r"(?:[\w’'-]+ )*[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*")
_HOLDS: Final = expression(rf"(?:, (?:\d+, )?(?:who )?(?:{_BE} )?| \(| {_BE} )(?P<office>[^,.;()/]{{2,80}})")
"""What stands behind a name, where that may be an office."""
_APPOINTS: Final = expression(r"\b(?:(?:re-?)?(?:appoint|elect)(?:ed|s)|named|chose) (?:[A-Z][\w.’'-]* )*$")
_AS_OFFICE: Final = expression(r"(?:, [^,.;()]{2,60},)? as (?:(?:the|an?|its|their) )?(?P<office>[^,.;()/]{2,80})")
"""What stands behind the name of somebody who was appointed: "Ada Wren, a pilot, as chair"."""


def holder_of(question: str, sentence: str) -> tuple[int, int] | None:
    """Where a sentence names who has the office that a question asks for: in a list, in brackets behind the name, or
    between commas behind the office ("the mayor, Ada Wren, …"); None where none or more than one does.

    >>> told = "Present: Ada Wren (Mayor, in the Chair), Jon Ek (Clerk)"
    >>> told[slice(*holder_of("Who was mayor at the meeting?", told))], holder_of("Who is Jon Ek?", told)
    ('Ada Wren', None)
    """
    asked = _ASKED.search(question)
    office = (
        re.split(r"\s(?:of|from|to|at|in|on|for|when|during)\s|[,?!.]", asked[1])[0].lower().split() if asked else []
    )
    wanted = [word for word in office if word not in _OFFICE and not _OWNER.search(word)]
    found = []
    for held in _HOLDER.finditer(sentence) if wanted else ():
        words = re.findall(r"[\w’'-]+", held["office"].lower())
        if all(word in words for word in wanted) and not _BELOW & {*words} - {*wanted}:
            found.append(held.span("name"))
    found += _named_behind(question, wanted, sentence)
    return found[0] if len(found) == 1 else None


def _named_behind(question: str, office: list[str], sentence: str) -> Iterator[tuple[int, int]]:
    """Where names stand between commas behind an office, unless it is that of something else than is asked about."""
    if not office:
        return
    of = r"(?: (?:of|at|for) (?P<whose>[^,.;()]{1,60}))?"
    pattern = rf"(?:(?P<before>[\w’'-]+) )?\b{' '.join(map(re.escape, office))}\b{of}, {_PERSON}(?=[,.;)]|$)"
    asked = re.search(r" (?:of|at|for) ([^?]+)", question)
    mine = content_terms(" ".join(filter(_OWNER.search, question.split())) + (f" {asked[1]}" if asked else ""))
    for held in re.finditer(pattern, sentence, re.IGNORECASE):
        name, before = held["name"], (held["before"] or "").lower()
        below = before in _BELOW - {*office}
        whose = content_terms(f"{held['whose'] or ''} {before if _OWNER.search(before) else ''}")
        if all(word[0].isupper() for word in name.split()) and not below and (mine <= whose or whose <= mine):
            yield held.span("name")


def described(question: str, sentence: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """Where a sentence says who somebody is that a question names; None where the words at a span do not say that.

    >>> said = described("Who is Dag Moe?", "Dag Moe represents the pilots.", (23, 29))
    >>> "Dag Moe represents the pilots."[slice(*said)]
    'represents the pilots'
    """
    question, sentence = (_JOINED.sub(" ", unaccented(text)) for text in (question, sentence))
    if (holder := holder_of(question, sentence)) is not None:
        return holder
    asked = _ASKED.search(question)
    wanted = re.split(r"\s(?:of|from|at|in|on|for)\s|[,?!.]", asked[1])[0].split() if asked else []
    said = [word.lower() for word in re.findall(r"[\w’'-]+", sentence) if word[:1].islower()]
    office = [word.lower() for word in wanted]
    if not wanted or office[0] in _OFFICE | _POINTING or any(word in said for word in office):
        ranked = office[-1] in _RANKS if office else False
        other = ranked and (
            names_other_office(question, sentence)
            or _is_below(_before_rank(sentence, span, office) or (), office)
            or _is_below(_behind_rank(sentence, span, office), office)
        )
        return None if other else span  # an office is asked about: who holds it is the answer
    if office[-1] in _RANKS and _holds(sentence, span, office):
        return span
    begin, end = span
    name = _name_in(wanted, sentence)
    if name is None:
        unknown = len(wanted) == 1 and wanted[0].islower()
        return span if unknown or _PRONOUN.fullmatch(sentence[:begin]) else None
    first, last = name
    if begin <= first and last < end:
        return _behind_name(sentence, last, end)
    if _TITLE.fullmatch(sentence[begin:end]):
        if (behind := _APPOSITION.match(sentence, last)) is not None:
            return behind.span(1)
        held = _OFFICE_BEHIND.match(sentence, last)
        return held.span(1) if held and lexicon.is_word(fold(held["office"])) else None
    if end <= first and _BEFORE.fullmatch(sentence[end:first]):
        if (label := _LABEL.match(sentence, begin, end)) is not None:
            titled = _TITLE.fullmatch(sentence[label.end() : end])
            return label.span(1) if titled else (label.end(), end)
        deed = _DEED.match(sentence, begin, end)
        return (deed.end() if deed else begin), end
    between = sentence[last:begin] if begin >= last else ""
    if _BEHIND.fullmatch(between) and _may_describe(sentence[begin:end]):
        return span
    work = _WORK.match(sentence, last)
    if work is not None and work.start("verb") < begin <= work.end():
        return work.start("verb") + 1, end
    return None


def is_no_description(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether somebody is asked about, and the words at a span of a sentence do not say who that is, or it is not known
    of whom.

    >>> from bot.question import read
    >>> told = "Dag Moe represents the pilots."
    >>> [is_no_description(read("Who is Dag Moe?"), told, span) for span in ((23, 29), (0, 7))]
    [False, True]
    """
    if question.analysis.answer_subtype != "identity":
        return False
    asked = as_written(question.text, sentence)  # "who is the guild's ceo" of a chief executive
    return not question.analysis.words or described(asked, sentence, span) is None


def names_other_office(question: str, sentence: str) -> bool:
    """Whether a question asks who has an office, and a sentence names but others.

    >>> told = "The treasurer, Ada Wren, spoke."
    >>> names_other_office("who was guild president then", told), names_other_office("who was treasurer then", told)
    (True, False)
    """
    ranks, told = ({*re.findall(r"[\w’'-]+", text.lower())} for text in (question, sentence))
    alike = next((group for group in _ALIKE if any(rank.startswith(group) for rank in ranks & _RANKS)), None)
    if alike is None or not (told & _RANKS) - _PLAIN_RANKS:
        return False
    return not any(word.startswith(alike) for word in told)


def names_lower_office(question: str, told: str) -> bool:
    """Whether a question asks who has an office, and words tell one below it, or before it.

    >>> names_lower_office("who is harbour secretary", "Deputy Harbour Secretary")
    True
    """
    asked, words = ({*re.findall(r"[\w’'-]+", text.lower())} for text in (question, told))
    return bool(asked & words & _RANKS) and _is_below(words, [*asked])


def _holds(sentence: str, span: tuple[int, int], office: Sequence[str]) -> bool:
    """Whether a sentence ties the office that ends in the last of some words to the name at a span: "chaired by
    President Ada Wren", "the deputy chair of the Tide Board Ada Wren", "its minister, Ada Wren,", "Ada Wren, Clerk"."""
    told = {_OWNING.sub("", word) for word in re.findall(r"[\w’'-]+", sentence.lower())}
    asked = {_OWNING.sub("", word) for word in office} - {"new"}
    if not _NAMED.fullmatch(sentence[slice(*span)]) or not asked <= told:
        return False
    if (before := _before_rank(sentence, span, office)) is not None:
        # Another one, in "Trade Minister", is no part of what is asked for.
        another = bool(before) and before[-1][0].isupper() and _OWNING.sub("", before[-1].lower()) not in asked
        return not another and not _is_below(before, office)
    appointed = _APPOINTS.search(sentence[: span[0]]) and _AS_OFFICE.match(sentence, span[1])
    behind = appointed or _HOLDS.match(sentence, span[1])
    its = re.findall(r"[\w’'-]+", behind["office"].lower()) if behind else []
    return all(word in its for word in office if word in _RANKS) and not _is_below(its, office)


def _behind_rank(sentence: str, span: tuple[int, int], office: Sequence[str]) -> list[str]:
    """The words before the rank of an office, the last of some words, where that stands right behind the name at a
    span."""
    held = _HOLDS.match(sentence, span[1])
    before, rank, _ = held["office"].lower().partition(office[-1]) if held else ("", "", "")
    return re.findall(r"[\w’'-]+", before) if rank else []


def _before_rank(sentence: str, span: tuple[int, int], office: Sequence[str]) -> list[str] | None:
    """The words of an office before its rank, the last of some words, where that stands right before the name at a
    span or within it; None where it does not."""
    begin, end = span
    rank = re.escape(office[-1])
    titled = re.search(rf"(?:^| ){rank} (?=[A-Z])", sentence[begin:end], re.IGNORECASE)
    ahead = sentence[: begin + titled.end() if titled else begin]
    ahead = ahead[: address.start()] if (address := _ADDRESS.search(ahead)) else ahead
    held = re.search(rf"((?:[\w’'-]+ ){{0,4}})\b(?i:{rank}){_OF},? $", ahead)
    if held is None:
        return None
    parts = itertools.takewhile(
        lambda word: word[0].isupper() or word.lower() in _BELOW or word.lower() in office, reversed(held[1].split())
    )
    return [*parts][::-1]


def _is_below(words: Iterable[str], office: Sequence[str]) -> bool:
    """Whether the words of an office put it below the one asked for, or before it."""
    return not _BELOW.isdisjoint({word.lower() for word in words} - {*office})


def _behind_name(sentence: str, begin: int, end: int) -> tuple[int, int] | None:
    """What describes somebody between the end of their name and a place: of "Ada Wren, clerk of Tarn" the office."""
    behind = _BEHIND.match(sentence, begin, end)
    said = sentence[behind.end() : end].rstrip(" )") if behind else ""
    ranked = said[:1].islower() or not _RANKS.isdisjoint(re.findall(r"[\w’'-]+", said.lower()))
    return (behind.end(), behind.end() + len(said)) if behind and ranked and _may_describe(said) else None


def _name_in(wanted: list[str], sentence: str) -> tuple[int, int] | None:
    """Where a name stands in a sentence, in capitals: all of it, or its last word."""
    for words in (wanted, wanted[-1:]):
        pattern = r"\s".join(map(re.escape, words))
        for found in re.finditer(rf"\b{pattern}\b", sentence, re.IGNORECASE):
            if all(word[:1].isupper() for word in found[0].split()):
                return found.span()
    return None


def _may_describe(words: str) -> bool:
    """Whether words behind a name are neither an age nor another name of a list."""
    listed = [word.lower().strip(".,") for word in words.split()]
    plain = len(listed) == 1 or any(word[:1].islower() for word in words.split()) or not _RANKS.isdisjoint(listed)
    return plain and any(letter.isalpha() for letter in words)
