"""The bodies that an article tells of, and their full names."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from facts.folding import fold
from facts.meeting import names as naming
from facts.meeting.places import dateline_of
from facts.meeting.titles import TitledMeeting
from facts.meeting.words import BARE, CHAMBERS, LOCAL, MEMBERS, PLAIN, SMALL_BODY
from facts.parse.acronyms import Acronym
from facts.parse.parser import ArticleParse, Paragraph
from facts.parse.sentences import SentenceParse
from facts.parse.tree import Span

_EMPLOYED = re.compile(
    r"\b[a-z-]*(?:aide|chair|chief|director|envoy|er|head|ist|man|official|or|person|president|ry|woman)"
    r" (?:at|for|from|in|of|to|with) (?:the )?$"
)
_GENERAL_MEETING = re.compile(r"^(?:(?:Annual|Extraordinary|Special)\s)?General\sMeeting\sof\s(?:the\s)?")
_GUESTS = re.compile(r"\b(?:delegations?|diplomats?|guests?|observers?) (?:from|of) (?:the )?$", re.IGNORECASE)
"""Those of a body who are at the meeting of another."""
_ORGANS = ("council", "board", "committee", "executive", "senate", "cabinet")
"""Bodies that are part of a greater one."""
OFFICERS = r"(?:commissioners|directors|governors|trustees)"
"""Those who meet for a house or a fund."""
OF_A_TOWN = frozenset({"council", "harbor", "harbour", "port", "school"})
"""First words (folded) of bodies that a town has, as "the school board"."""
LEAD_SENTENCES = 3
"""How many sentences tell what an article is about."""

_COMPANY = re.compile(
    r"\b(?:AB|AG|AS|ASA|A/S|Bank|Corp|Corporation|GmbH|Holdings|Inc|Limited|Ltd|NV|Oyj|PLC|plc|SA|SE|University)\b"
)

_SMALL_OF = re.compile(rf"\b{SMALL_BODY} of (?:the )?{naming.NAME.pattern}")
_COUNCILLORS = re.compile(
    rf"(?P<place>{naming.NAME.pattern})\s(?P<sort>(?:(?:{'|'.join(sorted(LOCAL))})\s)?)councillors\b"
    rf"|\b[Cc]ouncillors in (?P<town>{naming.NAME.pattern})"
)
"""Those who are a council: "Port Ansel city councillors", "councillors in Port Ansel"."""
_CENTRAL_BANK = re.compile(rf"(?:the )?(?P<of>{naming.NAME.pattern})(?:[’']s)? central bank\b")
"""A state's bank that has no other name in a text: "Lunn's central bank"."""
_OWNED = re.compile(
    rf"\b(?:[Ss]hare|[Ss]tock)holders (?:of|in) (?:(?:the )?(?:[a-z-]+ ){{1,4}})?({naming.NAME.pattern})"
)
"""A company, whatever it is called, by those who own it: "shareholders of the ferry operator Tarn Lines"."""
_SMALL_BEHIND = re.compile(rf"(?:[’']s)?\s{SMALL_BODY}\b(?!\s(?:building|cent(?:er|re)|chamber|hall|house|room)s?\b)")
"""A body in small letters behind a name, and not where it meets ("the Palm congress hall")."""

_OF_THE = re.compile(r"^.* of the ")
_PARENT_BEHIND = re.compile(
    r"\s(?:(?:[a-z]+(?:al|ary|ive|s[’'])\s)?(?:association|authority|federation|government|legislature|party|"
    rf"society|union)|(?:[a-z]+al\s)?{SMALL_BODY})\b"
)
"""What the small words behind "the Youth Committee of the Tarn" make of it: "regional parliament"."""


@dataclasses.dataclass(frozen=True, slots=True)
class Report:
    """What all candidates of an article are read against."""

    parsed: ArticleParse
    sentences: tuple[SentenceParse, ...]
    forms: tuple[Acronym, ...]
    bodies: tuple[str, ...]
    title: TitledMeeting | None

    def source(self, paragraph: Paragraph, start: int, end: int) -> str:
        """Code points `start` to `end` of a paragraph's Doc, as the article has them."""
        text: str = paragraph.doc.original[start:end]
        return text


def original_of(sentence: Span) -> str:
    """The text of some tokens as the article has it."""
    text: str = sentence.doc.original[sentence.start_char : sentence.end_char]
    return text


def body_names(text: str, forms: tuple[Acronym, ...]) -> Iterator[str]:
    """The names of bodies in a text, in its order."""
    for match in _SMALL_OF.finditer(text):
        name = naming.trimmed(match[0])
        behind = _SMALL_BEHIND.match(text[match.start() + len(name) :])
        yield name + behind[0] if behind and text.startswith(name, match.start()) else name
    for match in _COUNCILLORS.finditer(text):
        place = naming.trimmed(match["place"] or match["town"])
        if place:
            yield f"{place} {match['sort'] or ''}council"
    for match in _CENTRAL_BANK.finditer(text):
        yield f"{naming.trimmed(match['of'])} central bank"
    for match in _OWNED.finditer(text):
        yield naming.trimmed(match[1])
    for match in naming.names(text):
        name = _GENERAL_MEETING.sub("", naming.trimmed(match[0]))
        at = match.start() + match[0].find(name)
        after = text[at + len(name) :]
        small = _SMALL_BEHIND.match(after)
        cut = small or _PARENT_BEHIND.match(after)
        if small and not naming.is_body(name) and name:
            yield name + small[0]
        elif (
            cut
            and naming.head_word(name) not in MEMBERS
            and _OF_THE.search(name)
            and not naming.is_body(_OF_THE.sub("", name, count=1))
        ):
            yield name + cut[0]
        elif name and (
            naming.is_body(name)
            or (" " in name and _COMPANY.search(name))
            or any(name in (f.short, naming.bare(f.long)) and naming.is_body(naming.bare(f.long)) for f in forms)
        ):
            yield name


def is_employer(name: str, text: str) -> bool:
    """Whether a text names a body only as somebody's ("a member of the National Security Council")."""
    return _EMPLOYED.search(text[: max(0, text.find(name))]) is not None


def lead_bodies(parsed: ArticleParse, sentences: Sequence[SentenceParse], forms: tuple[Acronym, ...]) -> Iterator[str]:
    """The bodies that the first sentences name, those that act first."""
    found: list[tuple[int, str]] = []
    for n, sentence in enumerate(sentences[:LEAD_SENTENCES]):
        doc = sentence.paragraph.doc
        subjects = [original_of(doc.span(c.subject.start, c.subject.end)) for c in sentence.clauses if c.subject]
        text = original_of(sentence.span)
        for name in (name for name in body_names(text, forms) if not _GUESTS.search(text[: max(0, text.find(name))])):
            found.append((2 * n + (not any(name in s for s in subjects)), name))
    title = parsed.article.title or ""
    found += [(6, name) for name in body_names(title.split(": ")[0], ())] if ": " in title else []
    yield from dict.fromkeys(name for _, name in sorted(found, key=lambda f: f[0]))


def full_name(name: str, report: Report) -> str:
    """A body's short name ("the Council", "NCG") as the long one that the article has for it."""
    name = naming.bare(name)
    for form in report.forms:
        if name == form.short:
            return full_name(naming.bare(form.long), report) if naming.bare(form.long) != name else name
    if name[:1].islower():
        place = _municipality(report) if fold(name).split()[0] in LOCAL | OF_A_TOWN else None
        if place:
            return f"{place} {name.title()}"
    alike = [
        b
        for b in report.bodies
        if b != name and (fold(b).startswith(f"{fold(name)} of ") or fold(b).endswith(f" {fold(name)}"))
    ]
    if not alike and " " not in name:
        alike = [b for b in report.bodies if b != name and naming.head_word(b) == fold(name)]
    if alike:
        return next((b for b in report.bodies if b.startswith(f"{alike[0]} of ")), alike[0])
    parent = next((b for b in report.bodies if fold(name) not in fold(b) and fold(b) not in fold(name)), None)
    organ = (
        (name == "General Assembly" or naming.head_word(name) in _ORGANS)
        and " of " not in name
        and len(name.split()) < 3
    )
    if (
        organ
        and parent
        and naming.head_word(parent) not in ("council", "board", "committee")
        and not {naming.head_word(parent), naming.head_word(name)} <= CHAMBERS
        and not _is_placed(name, report)
    ):
        return f"{name} of the {parent}"
    return name


def the_one(noun: str, report: Report) -> str | None:
    """The one body of the first sentences that a noun in small letters stands for: "the federation's congress"."""
    alike = [body for body in report.bodies if naming.head_word(body) == fold(noun)]
    return alike[0] if noun.islower() and len(alike) == 1 else None


def _is_placed(name: str, report: Report) -> bool:
    """Whether a body's name begins with a place or people and so needs no parent."""
    first = name.split()[0]
    return any(
        e.label_ in ("GPE", "LOC", "NORP") and e.text.split()[0] == first
        for p in report.parsed.paragraphs
        for e in p.doc.ents
    )


def _municipality(report: Report) -> str | None:
    """The town that "the town council" is of: that of which the first sentences tell, that which the report is from."""
    opening = " ".join(original_of(sentence.span) for sentence in report.sentences[:LEAD_SENTENCES])
    title = report.parsed.article.title or ""
    text = f"{opening} {title}"
    match = re.search(rf"\b(?:[Mm]ayor|town|city|residents|people) of ({naming.NAME.pattern})", text)
    if match is None and (town := town_of_dateline(report, title)) is not None:
        return town
    match = match or re.search(rf"\b(?:[Ff]or|[Ii]n) ({naming.NAME.pattern})", text)
    return naming.trimmed(match[1]) or None if match else None


def town_of_dateline(report: Report, told: str) -> str | None:
    """The town that a report is from, where a text of it names that, too."""
    town = dateline_of(report.parsed)
    return town if town is not None and re.search(rf"\b{re.escape(town)}\b", told) is not None else None


def shared_with_title(text: str, report: Report) -> float | None:
    """Which part of a phrase's telling words stands in the title; None where either has none."""
    title = set(naming.words_of(report.parsed.article.title or ""))
    words = [w for w in naming.words_of(text) if len(w) > 2 and w not in BARE and w not in PLAIN]
    return sum(w in title for w in words) / len(words) if words and title else None


def title_share(text: str, report: Report) -> float:
    """Points for a phrase whose words stand in the title, more where the title names the meeting."""
    share = shared_with_title(text, report)
    if share is None:
        return 0.0
    named = report.title is not None and report.title.sure
    return (4.0 if named else 2.0) * share - (2.0 if named and share == 0 else 0.0)
