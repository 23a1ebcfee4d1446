"""Who said what about an item of an agenda: "Ada: the roof can wait until May", and who spoke about it at all."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping

from facts.extract.draft import Draft, Material, Sentence
from facts.extract.lists import enumerated
from facts.extract.minutes.readable import by_paragraph, is_note, is_readable, is_report
from facts.extract.minutes.topics import (
    ANNOUNCED,
    FEWEST,
    MARKED,
    Item,
    is_topic,
    items,
    plain,
    sections,
    tells,
)
from facts.folding import fold
from facts.parse.given_names import given_names
from facts.parse.parser import Paragraph

_WHO = r"(?P<who>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})"
SAID = re.compile(_WHO + r"\s*[:,–-]\s+(?P<what>\w.*)")
"""What somebody said, behind her or his name."""
TOLD = re.compile(
    _WHO + r" (?:also |has |had )?(?P<verb>asked for|confirmed|mentioned|noted|"
    r"outlined|presented|proposed|raised|recommended|recommends|reported|requested|suggested)"
    r"(?: that| on)? (?P<what>\w.*)"
)
ALONE = re.compile(_WHO + r"\s*:?")
"""A name that stands alone above what its bearer said."""
_WHOM = r"(?:anybody|anyone|everybody|everyone|he|I|it|people|she|that|the|there|these|they|this|those|we|you)\b"
_TURNED = rf"(?:are|can|could|did|do|does|is|shall|should|will|would) (?:{_WHOM}|[A-Z])"
ASKING = re.compile(rf"(?:any|how|what|who|why)\b|(?i:{_TURNED})", re.IGNORECASE)
"""How a question begins that somebody put."""
WHOLE_QUESTION = re.compile(
    r"(?:are|can|could|did|do|does|how|is|shall|should|what|when|where|which|who|why|will|would)\b[^?.!…#@<>]+\?"
    rf"|(?i:(?:can|could|shall|should|would) {_WHOM})[^?.,;!…#@<>]+",
    re.IGNORECASE,
)
"""What somebody asked, whole, also without its question mark."""
ASKED = {
    **{"asked for": "ask for", "confirmed": "confirm", "mentioned": "mention", "noted": "note"},
    **{"outlined": "outline", "presented": "present", "proposed": "propose"},
    **{"raised": "raise", "recommended": "recommend", "recommends": "recommend", "reported": "report"},
    **{"requested": "request", "suggested": "suggest"},
}
"""Verbs of notes that tell what somebody said or brought, and how a question has them."""
LONGEST_BLOCK = 4
"""How many notes below a name are still what its bearer said."""
FEWEST_SPEAKERS = 2
OURS = re.compile(r"^(?:our|we)\b ", re.IGNORECASE)
"""How somebody's words may begin that speak for all who were there."""
MOST_ASKED = 22
"""How many words a question has at most that somebody asked."""
LONG_ENOUGH = 12
"""By how many code points somebody's words are found behind the name."""


@dataclasses.dataclass(frozen=True, slots=True)
class Saying:
    """A note of what somebody said: who, how a question asks for it, what, and the note's paragraph.

    `told`: the note is a sentence with a verb of saying, and not somebody's words behind a name.
    """

    who: str
    asked: str
    what: str
    paragraph: Paragraph
    told: bool = False


def said_by(material: Material, names: Mapping[str, str], meeting: str) -> Iterator[Draft]:
    """Yield what each of those present said or brought about an item, and who spoke about it."""
    sentences = by_paragraph(material)
    for item in (*items(material), *sections(material)):
        found = list(_sayings(item, names, material.parsed.article.text))
        grouped: dict[tuple[str, str], list[Saying]] = {}
        for saying in found:
            grouped.setdefault((saying.who, saying.asked), []).append(saying)
        yield from _questions(item, found, meeting)
        for (who, asked), notes in grouped.items():
            said = [s for s in notes if not _is_question(s.what)]
            if said and all(_is_clear(s, sentences) or _is_work(s, sentences) for s in said):
                yield from _said(item, who, asked, said, meeting)
        speakers = list(dict.fromkeys(saying.who for saying in found))
        if len(speakers) >= FEWEST_SPEAKERS and not item.section and _are_all(speakers, item, found, names):
            answer = enumerated(speakers)
            question = f"Who spoke about “{item.topic}” at {meeting}?"
            yield Draft("who", question, answer, item.span, value=speakers, confidence=0.85, rule="minutes.speakers")


def _is_question(words: str) -> bool:
    return "?" in words or ASKING.match(words) is not None


def _questions(item: Item, found: list[Saying], meeting: str) -> Iterator[Draft]:
    """What each asked about an item who asked one thing, and what was asked by nobody in particular."""
    spoken = {id(s.paragraph) for s in found}
    notes = [(plain(p.doc.original), p) for p in item.notes if id(p) not in spoken]
    asked = [(f"What did {s.who} ask", s.what, s.paragraph) for s in found if not s.told]
    asked += [("What question was raised", note, p) for note, p in notes if not SAID.fullmatch(note)]
    asked = [each for each in asked if WHOLE_QUESTION.fullmatch(each[1])]
    for how, words, paragraph in asked if is_topic(item.topic) and fold(item.topic) not in ANNOUNCED else ():
        if sum(each[0] == how for each in asked) == 1 and FEWEST <= len(words.split()) <= MOST_ASKED:
            span = (paragraph.start, paragraph.start + len(paragraph.doc.original.rstrip()))
            question = f"{how} about “{item.topic}” at {meeting}?"
            yield Draft("what", question, words, span, confidence=0.85, rule="minutes.question")


def _is_clear(saying: Saying, sentences: Mapping[int, list[Sentence]]) -> bool:
    """Whether a note is a sentence, or somebody's words behind a name are one."""
    behind = 0 if saying.told else _begin(saying)
    whole = is_readable(saying.paragraph, sentences, behind)
    return whole or is_note(saying.paragraph, sentences, behind, spoken=behind > 0)


def _begin(saying: Saying) -> int:
    """Where in a note's paragraph somebody's words begin."""
    return saying.paragraph.doc.text.find(saying.what[:LONG_ENOUGH])


def _is_work(saying: Saying, sentences: Mapping[int, list[Sentence]]) -> bool:
    """Whether a note below a heading tells what somebody did: "Ada: mended the oars"."""
    begin = _begin(saying)
    told = is_report(saying.paragraph, sentences, begin) or is_note(saying.paragraph, sentences, begin, spoken=False)
    return saying.asked == "report under" and told


def _are_all(speakers: list[str], item: Item, found: list[Saying], names: Mapping[str, str]) -> bool:
    """Whether no note but those found begins with a name, and all who spoke were present."""
    read = {id(saying.paragraph) for saying in found}
    others = (plain(p.doc.original) for p in item.notes if id(p) not in read)
    named = any(re.split(r"\W", note, maxsplit=1)[0] in names and note not in names for note in others)
    return not named and all(who in names.values() for who in speakers)


def _said(item: Item, who: str, asked: str, said: list[Saying], meeting: str) -> Iterator[Draft]:
    """What somebody said about an item, all of it."""
    told = [s for s in said if not MARKED.search(s.what)]
    texts = [saying.what for saying in told]
    answer = "; ".join(texts)
    if not tells(OURS.sub("", answer)):
        return
    first, last = told[0].paragraph, told[-1].paragraph
    span = (first.start, last.start + len(last.doc.original.rstrip()))
    about = "" if asked == "announce" else f" “{item.topic}”"
    question = f"What did {who} {asked}{about} at {meeting}?"
    several = texts if len(texts) > 1 else None
    yield Draft(
        "list" if several else "what", question, answer, span, value=several, confidence=0.85, rule="minutes.said"
    )


def _sayings(item: Item, names: Mapping[str, str], text: str) -> Iterator[Saying]:
    """What the notes of an item say that somebody said, behind a name or below it."""
    say = "announce" if fold(item.topic) in ANNOUNCED else "report under" if item.section else "say about"
    block: list[Saying] = []
    above: str | None = None
    for paragraph in item.notes:
        note = plain(paragraph.doc.original)
        note = note[:1].upper() + note[1:]
        alone = ALONE.fullmatch(note)
        match = TOLD.fullmatch(note) or SAID.fullmatch(note)
        who = _speaker(match["who"], names, text) if match is not None else None
        if alone is not None and alone["who"] in names:
            yield from _closed(block)
            block, above = [], names[alone["who"]]
        elif match is not None and who is not None:
            yield from _closed(block)
            block, above = [], None
            verb = f"{ASKED[match['verb']]} under" if match.re is TOLD else say
            yield Saying(who, verb, match["what"], paragraph, told=match.re is TOLD)
        elif above is not None:
            block.append(Saying(above, say, note, paragraph))
    yield from _closed(block)


def _closed(block: list[Saying]) -> list[Saying]:
    """The notes below a name; none where they are so many that some may be others'."""
    return block if len(block) <= LONGEST_BLOCK else []


def _speaker(name: str, names: Mapping[str, str], text: str) -> str | None:
    """Who is called so: one of those present in full, or somebody whose first name is all that is said, twice."""
    given = fold(name.split()[0]) in given_names() and text.count(name) > 1
    return names.get(name) or (name if given else None)
