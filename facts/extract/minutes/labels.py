"""Labelled lines of minutes: what a label stands for, and the items behind it."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator

from facts.extract.attendance.told_apart import has_asides, names_apart, without_asides
from facts.extract.draft import Material
from facts.extract.minutes.apologies import without_absent
from facts.extract.people.entries import entry, has_office, slashed
from facts.folding import fold, squeezed
from facts.line_marks import ITEM

LABELS = {
    "absent with apologies": "apologies",
    "absent": "absent",
    "action items": "action",
    "action list": "action",
    "action points": "action",
    "action": "action",
    "actions": "action",
    "agreed": "decided",
    "also in attendance": "attending",
    "also present": "attending",
    "apologies for absence received": "apologies",
    "apologies for absence": "apologies",
    "apologies for absence from": "apologies",
    "apologies from": "apologies",
    "apologies received from": "apologies",
    "apologies received": "apologies",
    "apologies": "apologies",
    "attendance": "present",
    "attendees": "present",
    "attending online": "online",
    "attending": "present",
    "board members present": "present",
    "by video": "online",
    "chair": "chair",
    "chaired by": "chair",
    "chairman": "chair",
    "chairperson": "chair",
    "chairwoman": "chair",
    "clerk": "secretary",
    "committee members present": "present",
    "convener": "chair",
    "convenor": "chair",
    "councillors present": "present",
    "date and time": "date",
    "date held": "date",
    "date of meeting": "date",
    "date of next meeting": "next",
    "date of the meeting": "date",
    "date of the next meeting": "next",
    "date": "date",
    "decided": "decided",
    "decision": "decided",
    "decisions": "decided",
    "delegates": "present",
    "directors present": "present",
    "excused": "apologies",
    "governors present": "present",
    "guest": "attending",
    "guests": "attending",
    "held at": "place",
    "held on": "date",
    "here": "present",
    "host": "host",
    "in attendance": "attending",
    "in the chair": "chair",
    "invited": "attending",
    "joined online": "online",
    "joining online": "online",
    "leave of absence": "apologies",
    "location": "place",
    "meeting date": "date",
    "meeting location": "place",
    "meeting place": "place",
    "meeting venue": "place",
    "members absent": "absent",
    "members in attendance": "present",
    "members present": "present",
    "minute taker": "secretary",
    "minute-taker": "secretary",
    "minuted by": "secretary",
    "minutes by": "secretary",
    "minutes taken by": "secretary",
    "minutes": "secretary",
    "next call": "next",
    "next meeting date": "next",
    "next meeting": "next",
    "not here": "absent",
    "not present": "absent",
    "note taker": "secretary",
    "note-taker": "secretary",
    "notes by": "secretary",
    "notes taken by": "secretary",
    "observers": "observers",
    "officers present": "attending",
    "online": "online",
    "participants": "present",
    "place": "place",
    "present online": "online",
    "present": "present",
    "presiding": "chair",
    "recorder": "secretary",
    "regrets": "apologies",
    "remote": "online",
    "resolution": "decided",
    "resolved": "decided",
    "roll call": "roll",
    "scribe": "secretary",
    "secretary": "secretary",
    "sederunt": "present",
    "sorry not to be here": "apologies",
    "staff present": "attending",
    "start": "start",
    "those present": "present",
    "time": "start",
    "trustees present": "present",
    "venue": "place",
    "via zoom": "online",
    "visitor": "attending",
    "visitors": "attending",
    "where": "place",
}
"""What the labels of minutes stand for (folded)."""

_NUMBER = r"[*_#\s]*(?:\d+(?:[./]\d+)*[.)]?\s+)?"
HEADED = re.compile(rf"{_NUMBER}(?P<label>[A-Z][\w’'/& -]{{1,40}}?)[*_:\s]*")
"""A heading that is nothing but a label."""

COMMA = re.compile(r",\s*(?:and\s+)?(?![^()]*\))|(?<!\bMr)(?<!\bDr)(?<!\bMr\.)(?<!\bDr\.)\s+and\s+(?![^()]*\))")
LABEL = re.compile(
    rf"(?:\A(?P<bullet>[-•‣·]\s+)?{_NUMBER}|(?<=[.;)\n])\s*[*_]*)"
    rf"(?P<label>{'|'.join(sorted(LABELS, key=len, reverse=True))})"
    r"(?: ?\((?P<how>[^()\n]{2,24})\))?"
    r"(?P<mark>[*_]*:[*_]*|\.|(?<=\bfrom)(?= [A-Z])|(?<=[Nn]ext meeting)(?= (?:on )?(?:\w+day )?\d)"
    r"|(?<=\baction) [–—-])\s+",
    re.IGNORECASE,
)
"""A label, bold or not, where it begins a line or follows another label's items."""

REMOTE = re.compile(r"\b(?:online|remote(?:ly)?|teams|video|virtual(?:ly)?|zoom|telephone|phone)\b", re.IGNORECASE)
NAMING = frozenset(
    {"absent", "apologies", "attending", "chair", "host", "in person", "observers", "online", "present", "secretary"}
)
"""What labels stand for that names of people follow."""
CAME = frozenset({"attending", "in person", "observers", "online", "present"})
"""What labels stand for that those who came follow."""
NUMBERED = re.compile(r"(?:^|\s+)\d{1,2}[.)]\s+(?=[A-Z])")
"""Where an item of a list begins that is numbered in one line: "1. Ann Lee, mayor 2. Bo Ek, clerk"."""
NEXT_SENTENCE = re.compile(
    r"(?<=[a-z]{3})(?<!Cllr)(?<!Cllrs)(?<!Messrs)(?<!Prof)(?<!Profs)(?<!Smt)(?<!Shri)\.\s+(?=[A-Z])"
)
"""Where something else is told behind names."""
FEWEST_BEHIND = 2
"""How many labels stand behind a first sentence that has none."""
RECEIVED = re.compile(
    r"(?:Apologies (?:for absence )?)?(?:had been |were |was )?(?:received|accepted|noted|given)(?: and \w+)? "
    r"(?:from|for|by) ",
    re.IGNORECASE,
)
"""What minutes say before the names of those who sent apologies."""


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """What stands behind a label: what the label means, its items or its whole text, and where."""

    meaning: str
    label: str
    text: str
    items: tuple[str, ...]
    span: tuple[int, int]


def labelled(material: Material) -> Iterator[Line]:
    """Yield the labelled lines of an article, with the bullets below a label that stands alone."""
    text = material.parsed.article.text
    spans = material.parsed.article.paragraphs
    for n, (start, end) in enumerate(spans):
        block = text[start:end]
        headed = HEADED.fullmatch(block)
        if headed is None or fold(headed["label"]).strip() not in LABELS:
            yield from _inline(block, start)
            yield from roll_call(block, start)
            continue
        below = n + 1
        while below < len(spans) and ITEM.match(text, spans[below][0]):
            below += 1
        if below > n + 1:
            items = tuple(squeezed(ITEM.sub("", text[slice(*s)], count=1)) for s in spans[n + 1 : below])
            if len(items) == 1 and text[spans[n + 1][0]] == "1":
                items = tuple(part for part in NUMBERED.split(items[0]) if part)
            meaning, span = LABELS[fold(headed["label"]).strip()], (start, spans[below - 1][1])
            told = [without_absent(item) if meaning in CAME else (item, ()) for item in items]
            items, away = tuple(said for said, _ in told if said), tuple(name for _, names in told for name in names)
            yield Line(meaning, headed["label"], "; ".join(items), items, span)
            yield from _away(away, headed["label"], span)


def _away(names: tuple[str, ...], label: str, span: tuple[int, int]) -> Iterator[Line]:
    """The line of those who sent apologies, told among those present."""
    if names:
        yield Line("apologies", label, "; ".join(names), names, span)


def _inline(block: str, start: int) -> Iterator[Line]:
    """The labels of a block with what stands behind each: "Present: Ann Lee. Apologies: Bo Ek."."""
    found = [m for m in LABEL.finditer(block) if m["label"][0].isupper() and (":" in m["mark"] or m.start() == 0)]
    # "Minutes of the Ports Board. Convener: Ann Lee. Secretary: Bo Ek": a first sentence, and several labels behind it.
    if not found:
        return
    before = block[: found[0].start("label")]
    own_line = not before or "\n" in before[len(before.rstrip(" \n*_")) :]
    if not own_line and found[0].start() > 0 and len(found) < FEWEST_BEHIND:
        found = [m for m in found if LABELS[fold(m["label"])] == "action"]  # "The roof leaks. Action: Bo Ek to …"
    for match, following in itertools.zip_longest(found, found[1:]):
        end = following.start() if following is not None else len(block)
        meaning, rest = LABELS[fold(match["label"])], block[match.end() : end]
        if match["how"]:  # "Present (by Zoom): …"
            way = "online" if REMOTE.search(match["how"]) else "in person" if "person" in match["how"] else meaning
            meaning = way if meaning == "present" else meaning
        if match["bullet"] and meaning != "next":
            continue
        if ":" not in match["mark"] and meaning not in ("action", "apologies", "absent", "present", "next"):
            continue
        said = squeezed(rest)
        if meaning in ("apologies", "absent"):
            said = RECEIVED.sub("", said, count=1) if _names_absent(match, said) else ""
            said = "; ".join(names_apart(said)) if has_asides(said) and names_apart(said) else without_asides(said)
        said, away = without_absent(said) if meaning in CAME else (said, ())
        if meaning in NAMING and NUMBERED.match(said):
            said = "; ".join(part for part in NUMBERED.split(said) if part)
        said = NEXT_SENTENCE.split("; ".join(slashed(said)), maxsplit=1)[0] if meaning in NAMING else said
        first = start + (match.end() if meaning == "action" else match.start("label"))
        last = start + match.end() + len(rest.rstrip())
        if said:
            yield Line(meaning, match["label"], said, tuple(items_of(said, meaning)), (first, last))
        yield from _away(away, match["label"], (first, last))


def _names_absent(label: re.Match[str], said: str) -> bool:
    """Whether a label's line names those who were away, and is no sentence: "Apologies from Ann Lee were noted"."""
    return bool(label["mark"]) or bool(names_apart(NEXT_SENTENCE.split(said, maxsplit=1)[0]))


def items_of(text: str, meaning: str) -> list[str]:
    """The items behind a label: at semicolons, else at commas and "and" outside of brackets; of what stands between
    semicolons, too, where that names several people.

    >>> items_of("Ann Lee (Chair, acting), Bo Ek and Cy Day.", "present")
    ['Ann Lee (Chair, acting)', 'Bo Ek', 'Cy Day']
    >>> items_of("Ms Ann Lee, Town Clerk, and Bo Ek", "attending")
    ['Ms Ann Lee, Town Clerk', 'Bo Ek']
    >>> items_of("Cllrs Ann Lee, Bo Ek and Cy Day; Ms Flora Ito, Treasurer", "present")
    ['Cllrs Ann Lee', 'Bo Ek', 'Cy Day', 'Ms Flora Ito, Treasurer']
    >>> items_of("Mr and Mrs Lee, Canon Bo Ek", "apologies")
    ['Mr and Mrs Lee', 'Canon Bo Ek']
    """
    if meaning in ("decided", "action", "date", "place", "start", "next"):
        return [squeezed(text).rstrip(".")]
    parts = [part for each in re.split(r";\s*(?:and\s+)?", text) for part in _between(each, of_groups=";" in text)]
    return _with_offices(parts) if meaning == "attending" else parts


def _between(text: str, *, of_groups: bool) -> list[str]:
    """What stands between commas and "and"; of what may be a group of people the whole text, if it names but one."""
    parts = [part for each in COMMA.split(text) if (part := squeezed(each).rstrip("."))]
    if not of_groups:
        return parts
    is_group = sum(entry(part).name is not None for part in parts) > 1
    return _with_offices(parts) if is_group else list(filter(None, [squeezed(text).rstrip(".")]))


def _with_offices(parts: list[str]) -> list[str]:
    """The items of a list in which an office stands behind its holder's name: "Ann Lee, Town Clerk" is one."""
    joined: list[str] = []
    for part in parts:
        office = joined and has_office(part) and entry(part).name is None and not part.startswith("the ")
        if office and "," not in joined[-1] and entry(joined[-1]).name is not None:
            joined[-1] += f", {part}"
        else:
            joined.append(part)
    return joined


ROLL_CALL = re.compile(r"Roll call:\s*(?P<rest>[A-Z].*)", re.DOTALL)
CALLED = re.compile(r"(?P<who>[A-Z][^,;()]*?), (?P<state>present|absent|excused)\b[^;]*(?:;|\.?\s*$)")


def roll_call(text: str, start: int) -> Iterator[Line]:
    """The lines of a roll call: "Roll call: Mr. Abel, present; Mrs. Cole, absent" is who was present and who absent."""
    match = ROLL_CALL.match(text)
    found = list(CALLED.finditer(match["rest"])) if match is not None else []
    for state, meaning in (("present", "present"), ("absent", "absent"), ("excused", "apologies")):
        names = tuple(squeezed(m["who"]) for m in found if m["state"] == state)
        if names:
            yield Line(meaning, "Roll call", "; ".join(names), names, (start, start + len(text.rstrip())))
