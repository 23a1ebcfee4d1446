"""When and where a body met before the article's meeting, meets after it, and held its eighth or tenth session."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts import dates
from facts.dates import readable
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.schedule.timing import said_date
from facts.parse.numbers import ORDINAL_WORDS

BODY = re.compile(
    r"(?P<body>the [^,]*?\b(?:[A-Z][\w-]*|council|board|assembly|commission|committee|association|federation"
    r"|parliament|senate|society|union))"
    r"(?: (?:[Aa]nnual|[Gg]eneral|[Mm]onthly|[Oo]rdinary|[Rr]egular))* [Mm]eeting"
    r"|the (?:(?:[Mm]onthly|[Oo]rdinary|[Rr]egular) )?[Mm]eeting of (?P<of>(?:the )?[A-Z][^,]*)"
    r"|(?P<whole>the [^,]*\b(?:assembly|parliament)\b[^,]*)"
)
"""A body in the name of its meeting: "the Tarn Council meeting"."""
_MEETING = r"(?:meeting|session|sitting|round|summit)"
_HELD = r"(?:was|were|is|are|took place|takes place|will (?:be|take place)|met|meets?)"
_REST = r"(?P<rest>[^;.]*(?:\. ?\d[^;.]*)*)"
NEXT = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir) next (?:(?:annual|general|ordinary|regular|full) )*(?:{_MEETING}|one)"
    rf"(?: of the \w+)? {_HELD}\b{_REST}"
    rf"|\b(?:[Tt]he (?:assembly|board|commission|committee|congress|council|ministers|members|synod|trustees)"
    rf"|[Ii]t|[Tt]hey)"
    rf" (?:will )?(?:meets?|sits?|gathers?|convenes?) (?:next|again)\b{_REST.replace('rest', 'rest2')}"
)
"""How a text tells of the next meeting, and what it tells."""
BEFORE = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir) (?:last|previous) {_MEETING},? (?:{_HELD} )?(?:held )?(?=(?:on|in|at) ){_REST}"
    rf"|\b(?:had |, )?last (?:met|sat)\b{_REST.replace('rest', 'rest2')}"
    rf"|\b[Tt]he {_MEETING} before this one was\b(?P<rest3>[^;.]*)"
)
"""How a text tells of the meeting before, and what it tells."""
NTH = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir) (?P<nth>{'|'.join(ORDINAL_WORDS)})(?: (?P<noun>{_MEETING}))?,? "
    rf"(?:was held |took place |is (?:planned|scheduled|due|to be held) |will (?:be held|take place) )?"
    rf"(?=(?:in|on|at|for) ){_REST}"
)
"""How a text tells of one of the meetings of a body by its number."""
NOT_HELD = re.compile(
    r"\b(?:abandoned|called off|cancel\w+|fell through|if|postponed|provided|tried to|unless|was to|were to)\b"
)
"""What leaves it open whether a meeting was, or is to be, then."""
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
PLACE = re.compile(
    rf"\b(?:in|at|for) (?P<place>(?:the )?(?!(?:{_MONTHS})\b)[A-Z][\w’'-]+"
    r"(?: (?:[A-Z][\w’'-]+|of|the))*(?<! of)(?<! the))"
)
"""Where a meeting was or is to be."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield when and where the body of the article met before, meets next, and held or holds its other sessions."""
    meeting, told = material.found_meeting.meeting, _met(material)
    if meeting is None or told is None:
        return
    called, first, last = told
    before = f"before {readable(first)}"
    for sentence in material.sentences:
        text = " ".join(sentence.span.text.split())
        if NOT_HELD.search(text) or '"' in text or "“" in text:
            continue
        for found in NEXT.finditer(text):
            yield from _told(material, sentence, _rest(found), f"{{}} is {asked_next(material)}?", since=last)
        for found in BEFORE.finditer(text):
            name = f"the last meeting of {called} {before}"
            yield from _told(material, sentence, _rest(found), f"{{}} was {name} held?", until=first)
        own = meeting.number
        for found in NTH.finditer(text) if own is not None else ():
            number, noun = ORDINAL_WORDS[found["nth"]], found["noun"] or "session"
            name = f"the {found['nth']} {noun} of {called}"
            if own is None:
                continue
            if number < own:
                yield from _told(material, sentence, found["rest"], f"{{}} was {name} held?", until=first)
            elif number == own + 1:
                yield from _told(material, sentence, found["rest"], f"{{}} is {name} to be held?", since=last)


def asked_next(material: Material) -> str | None:
    """What the meeting after the article's is called: "the next meeting of the Tarn Council after 3 May 2025".

    None where the name of the meeting has no body, or its day is not known.
    """
    told = _met(material)
    return None if told is None else f"the next meeting of {told[0]} after {readable(told[2])}"


def _met(material: Material) -> tuple[str, str, str] | None:
    """The body that met, and its first and last day; None where it is not told, or all is yet to come."""
    meeting, body = material.found_meeting.meeting, BODY.fullmatch(material.label or "")
    if meeting is None or not meeting.date or body is None or material.found_meeting.planned:
        return None
    first, _, last = meeting.date.partition("/")
    return (
        None if len(first) < len("2020-01-01") else (body["body"] or body["of"] or body["whole"], first, last or first)
    )


def _rest(found: re.Match[str]) -> str:
    """What a text tells of a meeting behind its name."""
    return next((rest for rest in found.groupdict().values() if rest is not None), "")


def _told(
    material: Material, sentence: Sentence, rest: str, asked: str, *, since: str = "", until: str = ""
) -> Iterator[Draft]:
    """When and where a meeting was or is to be: before the day `until`, after the day `since`."""
    article, span = material.parsed.article, sentence_span(sentence)
    rest = re.split(r", when |, where |, before |, subject ", rest)[0]
    found = dates.find(rest, article.date, "future" if since else "past")
    if len(found) != 1 or found[0].precision not in ("day", "month") or found[0].approximate:
        return
    day = found[0].iso
    if (since and day <= since[: len(day)]) or (until and day >= until[: len(day)]):
        return
    rule = "schedule.next_" if "is the next" in asked else "rounds."
    when = said_date(found[0], found[0].text)
    yield Draft("when", asked.format("When"), when, span, value=day, rule=f"{rule}when")
    place = PLACE.search(rest[: found[0].span[0]] + " | " + rest[found[0].span[1] :])
    if place is not None:
        yield Draft("where", asked.format("Where"), place["place"], span, rule=f"{rule}where")
