"""A name that many meetings have ("City Council"), told by whose it is: what the article says around it."""

from __future__ import annotations

import re

from facts.countries import COUNTRIES
from facts.folding import fold
from facts.meeting import names as naming
from facts.meeting.bodies import LEAD_SENTENCES, OFFICERS, Report, original_of, town_of_dateline
from facts.meeting.words import DATE_WORDS, LOCAL
from facts.parse.name_words import english

_WORD = r"[a-z]*[A-Z][\w&’'-]*"
_NOT_BEFORE = DATE_WORDS | frozenset(
    """a after an at before by during following former for from her his if in its new of on our that the their this to
    when""".split()
)
"""Words (folded) before a name that are the sentence's."""
_SMALL = frozenset("AND AT FOR IN OF ON THE".split())
LONGEST_LETTERS = 3
"""How many letters that are no word stand for a name: "NHS"."""
_OF_A_STATE = frozenset("cabinet congress court parliament senate".split())
"""Bodies of which a country has one."""
_OF_A_HOUSE = frozenset({"Academic Board", "Council", "Court", "Senate"})
"""Bodies of which a university has one."""
_HOUSE = re.compile(
    rf"(?:Academy|College|Institute|University) of {naming.NAME.pattern}|{naming.NAME.pattern} (?:College|University)\b"
)
"""A university by its name."""
_LONGEST_NAME = 6
"""How many words a title without small ones may have to be a name and no headline: "Mayor Removed By Lunn Board"."""
_LINES = 3
"""How many lines at the top of a document may name the body that it is of."""


def completed(name: str, place: str | None, report: Report) -> str:
    """A meeting's name with the town, country or body that the article ties it to; as it is where that is uncertain."""
    if (officers := _officers_of(name, report)) is not None:
        return officers
    if naming.ALL_MEET.fullmatch(naming.ORDINAL.sub("", name).strip()):
        return _of_members(name, report) or name
    if name.islower():
        return name
    if naming.is_half(name):
        if naming.COURT.fullmatch(name):
            return _of_court(name, report) or name
        body = naming.ITS_MEETING.sub("", naming.ORDINAL.sub("", name).strip())
        return name.replace(body, _in_full(body, report) or _of_dateline(body, report) or body)
    if not naming.says_nothing(name):
        return name
    return (
        _in_full(name, report)
        or _of_town(name, place)
        or _of_source(name, report)
        or _of_house(name, report)
        or _of_country(name, report)
        or name
    )


def _officers_of(name: str, report: Report) -> str | None:
    """Those of a house who met, where its name alone was read: "the trustees of the Tarn Museum" and not the museum."""
    if naming.is_body(name) or name.islower():
        return None
    lead = " ".join(original_of(sentence.span) for sentence in report.sentences[:LEAD_SENTENCES])
    told = rf"\b(?P<who>{OFFICERS}) of (?:the )?{re.escape(name)}(?!\w)"
    found = re.search(told, f"{report.parsed.article.title or ''}. {lead}", re.IGNORECASE)
    return f"{name} {found['who'].title()}" if found is not None else None


def _of_members(name: str, report: Report) -> str | None:
    """A meeting of all members with the body whose it was: "The Tarn Club held its 41st annual general meeting"."""
    body = rf"(?P<body>{naming.NAME.pattern})"
    held = rf"(?P<the>[Tt]he )?{body} (?:has )?(?:ended|held|opened) (?:its|their) {re.escape(name)}"
    lead = " ".join(original_of(sentence.span) for sentence in report.sentences[:LEAD_SENTENCES])
    title = rf"(?i:{naming.ALL_MEET.pattern}) of (?P<the>the )?{body}"
    found = re.search(held, lead) or re.search(title, report.parsed.article.title or "")
    if found is None:
        return None
    the, whose = (found["the"] or "").lower(), naming.trimmed(found["body"])
    return f"{name} of {the}{whose}" if " " in whose else None


def _of_court(name: str, report: Report) -> str | None:
    """A court with its town or country: "the Court of Appeal in Lunn", "the Lunn District Court"."""
    lead = " ".join(original_of(sentence.span) for sentence in report.sentences[:LEAD_SENTENCES])
    behind = re.search(rf"\b{re.escape(name)} (?P<link>in|of) (?:the )?(?P<place>{naming.NAME.pattern})", lead)
    place = naming.trimmed(behind["place"]) if behind is not None else ""
    dated = not {fold(word) for word in place.split()}.isdisjoint(DATE_WORDS)
    return f"{name} {behind['link']} {place}" if behind is not None and place and not dated else _in_full(name, report)


def _of_dateline(name: str, report: Report) -> str | None:
    """A town's board with the town that the report is from, where its title or text names that, too."""
    told = f"{report.parsed.article.title or ''} {' '.join(original_of(s.span) for s in report.sentences)}"
    town = town_of_dateline(report, told)
    return f"{town} {name}" if town is not None and len(name.split()) > 1 else None


def _in_full(name: str, report: Report) -> str | None:
    """The name as the title or the lead has it in full: "openQuay Board", "Board of Trustees of the Town of Lunn"."""
    lead = [original_of(sentence.span) for sentence in report.sentences[:LEAD_SENTENCES]]
    title = report.parsed.article.title or ""
    in_capitals = not any(word.islower() and len(word) > len("with") for word in title.split())
    for text in (*lead, "" if in_capitals and len(title.split()) > _LONGEST_NAME else title):
        for match in re.finditer(rf"(?P<before>(?:{_WORD}\s){{1,4}}){re.escape(name)}(?!\w)", text):
            words = match["before"].split()
            while words and (_opens(words[0]) or naming.says_nothing(words[0])):
                words.pop(0)
            if words and not naming.says_nothing(" ".join(words)):
                return f"{' '.join(words)} {name}"
        behind = re.search(rf"\b{re.escape(name)}s?\sof\s(?:the\s)?{naming.NAME.pattern}", text)
        if behind is not None and not naming.says_nothing(whole := naming.trimmed(behind[0])):
            return whole
    return None


def _opens(word: str) -> bool:
    """Whether a word before a name is the sentence's and none of its own: "After", "Monday's"."""
    return fold(word).removesuffix("'s") in _NOT_BEFORE


def _of_town(name: str, place: str | None) -> str | None:
    """A local body with the town that the report is from."""
    town = (place or "").partition(",")[0]
    local = fold(name).split()[0] in LOCAL - {"community", "county", "district", "regional"}
    return f"{town} {name}" if local and town and naming.NAME.fullmatch(town) else None


def _of_source(name: str, report: Report) -> str | None:
    """The name with the body that a document is of: its source, where that stands above the text, too."""
    source, article = report.parsed.article.source or "", report.parsed.article
    start = article.paragraphs[0][0] if article.paragraphs else 0
    above = [fold(line) for line in article.text[: start + 500].split("\n") if line.strip()][:_LINES]
    if not source or fold(source) not in above or naming.says_nothing(source):
        return None
    return source if fold(source).endswith(fold(name)) else f"{source} {name}"


def _of_house(name: str, report: Report) -> str | None:
    """A university's own body with the university that the document is from: "Senate of the University of Lunn"."""
    house = _HOUSE.search(report.parsed.article.source or "")
    return f"{name} of the {house[0]}" if house is not None and name in _OF_A_HOUSE else None


def _of_country(name: str, report: Report) -> str | None:
    """A country's own body with the country in brackets behind the source: "Lunn News (Australia)"."""
    named = re.search(r"\(([A-Z][\w ]+)\)$", report.parsed.article.source or "")
    country = fold(named[1]) if named else ""
    words = [word for word, term in COUNTRIES.items() if term == COUNTRIES.get(country)]
    of_state = fold(name).split()[-1] in _OF_A_STATE
    if not of_state or len(words) < 2 or words[0] != country or len(country) < len("fiji") or " " in words[1]:
        return None
    return f"{words[1].title()} {name}"


def in_small_letters(name: str) -> str:
    """A name that a heading has in capitals as a sentence would have it.

    >>> in_small_letters("TARN PORT COUNCIL OF WEST LUNN"), in_small_letters("NHS BOARD"), in_small_letters("Tarn AGM")
    ('Tarn Port Council of West Lunn', 'NHS Board', 'Tarn AGM')
    """
    words = name.split()
    if not name.isupper() or len(words) < 2:
        return name
    return " ".join(word.lower() if word in _SMALL else _capitalised(word) for word in words)


def _capitalised(word: str) -> str:
    """A word of a name with its first letter in capitals; letters that stand for a name stay as they are."""
    return word if len(word) <= LONGEST_LETTERS and word.lower() not in english() else word.title()
