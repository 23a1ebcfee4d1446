"""A question that names its people and bodies but once: in its own words, or in the name of its meeting."""

from __future__ import annotations

import re
from typing import Final

from facts.folding import fold
from facts.months import MONTHS
from facts.parse.words import BODY_NOUNS, GATHERING_NOUNS, PERSON_NOUNS, TITLES

PLACED: Final = re.compile(
    r"(?P<asked>.+?)"
    r"(?P<link> at (?=(?:the )?(?:[\w’'.-]+ ){0,3}[A-Z])|, according to the (?:[\w ]+ )?report on )"
    r"(?P<name>[^“?]+)\?"
)
"""A question with the meeting that it is about, or the report on that."""
DATE: Final = re.compile(r" (?:on|in) (?:[\d–]+ (?:[A-Z][a-z]+ (?:\d{4} )?– \d+ )?)?[A-Z][a-z]+ \d{4}$")
HELD: Final = re.compile(
    r"(?:the )?(?P<host>[^’']+?)(?:,? [JS]r\.)?(?:’s?|'s?) "
    r"(?P<kind>(?:[\w-]+ ){0,2}(?:[Mm]eeting|Roundtable|Convening)s?) (?P<rest>\S.*)"
)
"""Whose meeting it was, and with whom or on what."""
GUEST: Final = re.compile(r"[Ww]ith (?:[A-Z][\w.’-]* |of (?:State|the) )*(?P<last>[A-Z][\w-]+)(?: of .+)?")
"""The one with whom it was, by the last name."""
_SIDE: Final = r"(?:(?! and ).)+"
_KIND: Final = r"(?P<kind>(?:\w+ )?(?:[Cc]all|[Cc]onversation|[Mm]eeting|[Tt]alks))"
BETWEEN: Final = re.compile(rf"the {_KIND} [Bb]etween (?P<one>(?:(?! and |,).)+) and (?P<other>{_SIDE})")
"""The two between whom it was, and not the last of three."""
OF_TWO: Final = re.compile(rf"the {_KIND} of (?P<one>{_SIDE}) and (?P<other>{_SIDE})")
"""The two whose meeting it was, each with a title: "of Mayor Wren and Governor Falk"."""
HOSTED: Final = re.compile(
    r"the (?P<host>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*?) "
    r"(?P<kind>(?:Virtual )?(?:Call|Convening|Meeting|Roundtable)s?) (?P<rest>(?:on|with) .+)"
)
"""At whose house or with which body it was, and with whom or on what."""
GUEST_NAME: Final = re.compile(r"[Ww]ith (?P<who>[A-Z][\w’-]+ [A-Z][\w’-]+)(?=,? and |,| of | on |$)")
"""The one with whom it was, named without a title."""
SEVERAL: Final = re.compile(r",? (?:and|&) |, ")
"""What stands between several whose meeting it was."""
POSSESSIVE: Final = re.compile(r"[A-Z][\w-]*(?:’s|'s|s’|s')(?= |$)")
DAY: Final = re.compile(r"\d [A-Z]")
RUN: Final = re.compile(r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*")
"""Words with capitals side by side."""
OFFICES: Final = PERSON_NOUNS | TITLES | frozenset("affairs defence defense finance justice state trade".split())
"""Words behind which a name stands: "Minister of Trade Wren"."""
NO_NAMES: Final = OFFICES | BODY_NOUNS | GATHERING_NOUNS | {"ii", "iii", "iv", "jr", "sr", "vi"}
BOTH: Final = re.compile(r"What (?:did|do|had|have) [^?]+ and [A-Z][^?]*")
"""A question for what two did together."""
BEHIND: Final = re.compile(r"(?<!Minister)(?<!Secretary)(?<!Chief)(?<!Head) (?:of|in|on) .+|,.+")
"""Where she is from or was met."""
BODY: Final = re.compile(
    r"the (?P<body>(?!White House)[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|and|for|of|on|the))* [A-Z][\w.’'-]*) "
    r"(?P<meeting>[a-z].*)"
)
"""The body whose meeting it was."""
ASSEMBLED: Final = re.compile(r"\b(?:annual|general)\b")
"""What tells that those who met are a body's members, whatever that is called: "the Tarn Lines annual meeting"."""
WORD: Final = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
MONTH: Final = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
RUNNING: Final = 3
"""So many words of a name running stand in a question but once."""
HOUSES: Final = frozenset({"house", "government", "administration"})
"""Last words of hosts who are no people."""


def named_once(question: str) -> str | None:
    """A question that says but once who met or whose meeting it was; None where that cannot be said so.

    >>> named_once("What did Mayor Ada Wren say at Mayor Wren’s Meeting with Jon Falk on 3 May 2020?")
    'What did Mayor Ada Wren say at the Meeting with Jon Falk on 3 May 2020?'
    >>> named_once("What did Jon Falk raise at Mayor Wren's meeting with Jon Falk of Ostria in May 2020?")
    'What did Jon Falk raise at the meeting with Mayor Wren in May 2020?'
    >>> named_once("What did Ada Wren thank Jon Falk for at Mayor Wren's Meeting with Jon Falk on 3 May 2020?")
    'What did Ada Wren thank Jon Falk for on 3 May 2020?'
    >>> named_once("What did the Mayor and Clerk say at the Mayor and Clerk's Meeting with Pilots in May 2020?")
    'What did the Mayor and Clerk say at the Meeting with Pilots in May 2020?'
    >>> named_once("What did the Tarn Dam Board build at the Tarn Dam Board meeting on 3 May 2020?")
    'What did the Tarn Dam Board build on 3 May 2020?'
    >>> named_once("Who left the Tarn Dam Board, according to the report on the Tarn Dam Board meeting in May 2020?")
    'Who left the Tarn Dam Board, according to the report on its meeting in May 2020?'
    >>> named_once("Who sued Tarn Lines, according to the report on the Tarn Lines annual meeting on 3 May 2020?")
    'Who sued Tarn Lines, according to the report on its annual meeting on 3 May 2020?'
    """
    placed = PLACED.fullmatch(question)
    if placed is None:
        return question
    asked, link, name = placed["asked"], placed["link"], placed["name"]
    date = DATE.search(name)
    when = date[0] if date else ""
    name = name.removesuffix(when)
    left = _of_one(asked, name)
    if left is None and _names_guest(asked, name):
        return _without_guest(asked, link, when)
    if left is None:
        return _of_a_body(question, placed, name, when)
    if not left and HELD.fullmatch(name):
        return _together(asked, link, when)
    return f"{asked}{link}{left}{when}?" if left else _dated(asked, link, when)


def _dated(asked: str, link: str, when: str) -> str | None:
    """A question with the day of its meeting or of the report alone.

    None of a report without its own day, whose meeting's day is not that of what it tells.
    """
    if link != " at ":
        return f"{asked}{link.removesuffix(' on ')}?" if MONTH.search(link) else None
    return f"{asked}{when}?" if when and not MONTH.search(asked) else None


def _without_guest(asked: str, link: str, when: str) -> str | None:
    """A question without the name of a meeting with somebody whom it names already.

    Of one alone it is asked with the day, which tells which meeting; not with a month.
    """
    alone = link == " at " and BOTH.fullmatch(asked) is None
    return None if alone and not DAY.search(when) else _together(asked, link, when)


def _together(asked: str, link: str, when: str) -> str | None:
    """A question for what two did, both of whom it names: "at their meeting in May 2020"."""
    both = link == " at " and BOTH.fullmatch(asked) is not None and not MONTH.search(asked)
    return f"{asked} at their meeting{when}?" if both and when else _dated(asked, link, when)


def _names_guest(asked: str, name: str) -> bool:
    """Whether a question names somebody who is in the name of its meeting, too."""
    guest = GUEST_NAME.search(name)
    return _shares(asked, name) or (guest is not None and guest["who"] in asked)


def _shares(one: str, other: str) -> bool:
    """Whether two texts name the same person, at least one of them behind a title or an office.

    >>> _shares("What did Clerk Moe say", "the Meeting with Pilot Dag Moe of Tarn"), _shares("the Clerk", "Clerk Moe")
    (True, False)
    """
    return not _titled(one).isdisjoint(WORD.findall(other)) or not _titled(other).isdisjoint(WORD.findall(one))


def _titled(text: str) -> set[str]:
    """The names that stand behind a title or an office: of "Minister of Trade Wren and the Tarn Board", Wren."""
    found: set[str] = set()
    for run in RUN.findall(POSSESSIVE.sub("", text)):
        words = [word.rstrip(".") for word in run.split()]
        last = max((n for n, word in enumerate(words) if fold(word) in OFFICES), default=len(words))
        found.update(word for word in words[last + 1 :] if len(word) > 1 and not _is_common(word))
    return found


def _is_common(word: str) -> bool:
    return not {fold(word), fold(word).removesuffix("s")}.isdisjoint(NO_NAMES)


def _of_one(asked: str, name: str) -> str | None:
    """What is left of the name of a meeting of two: "" where both are named already, None where none of them is."""
    between = BETWEEN.fullmatch(name) or OF_TWO.fullmatch(name)
    if between is not None and (between.re is BETWEEN or (_titled(between["one"]) and _titled(between["other"]))):
        one, other = _says(asked, _last(between["one"])), _says(asked, _last(between["other"]))
        if not one and not other:
            return None
        return "" if one and other else f"the {between['kind']} with {between['other' if one else 'one']}"
    hosted = HOSTED.fullmatch(name)
    if hosted is not None and f" {hosted['host']} " in f"{asked} ":
        return f"the {hosted['kind']} {hosted['rest']}"
    held = HELD.fullmatch(name)
    if held is None or fold(_last(held["host"])) in HOUSES:
        return None
    if f" {held['host']} " in f"{asked} ":
        return f"the {held['kind']} {held['rest']}"
    if fold(_last(held["host"])) in PERSON_NOUNS:
        return None
    guest = GUEST.fullmatch(held["rest"])
    hosts = (_last(host) for host in SEVERAL.split(held["host"]))
    by_host = any(_says(asked, host) for host in hosts if fold(host) not in PERSON_NOUNS | HOUSES)
    by_guest = guest is not None and not _is_common(guest["last"]) and _says(asked, guest["last"])
    by_guest = by_guest or _names_guest(asked, held["rest"])
    if by_host:
        return "" if by_guest else f"the {held['kind']} {held['rest']}"
    return f"the {held['kind']} with {held['host']}" if by_guest else None


def _last(name: str) -> str:
    """The last word of whom a name names, without where she is from or was met: "Mayor Wren of Tarn"."""
    beside = BEHIND.search(name)
    words = (name[: beside.start()] if beside is not None else name).rstrip(",").split()
    return words[-1] if words else ""


def _says(asked: str, last: str) -> bool:
    return bool(last) and re.search(rf"(?<!\w){re.escape(last)}(?![\w-])", asked) is not None


def _is_body(name: str) -> bool:
    """Whether a name is of a body, by its last word or by that before "of": "the Council of Pilots"."""
    ends = (part.split()[-1] for part in name.split(" of ", maxsplit=1))
    return any(fold(word) in BODY_NOUNS for word in ends)


def _of_a_body(question: str, placed: re.Match[str], name: str, when: str) -> str | None:
    """A question that names but once the body whose meeting it was; as it is, where it has nothing of that name."""
    asked, link = placed["asked"], placed["link"]
    told, body = f" {' '.join(WORD.findall(asked))} ", BODY.fullmatch(name)
    if body is not None and f" {' '.join(WORD.findall(body['body']))} " in told:
        own = link != " at " and (ASSEMBLED.search(body["meeting"]) or _is_body(body["body"]))
        return f"{asked}{link}its {body['meeting']}{when}?" if own else _dated(asked, link, when)
    words = WORD.findall(name)
    runs = (words[start : start + RUNNING] for start in range(len(words) - RUNNING + 1))
    twice = any(run[0].istitle() and run[-1].istitle() and f" {' '.join(run)} " in told for run in runs)
    return _dated(asked, link, when) if twice else question
