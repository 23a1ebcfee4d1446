"""What meetings and the bodies that meet are called: names in running text, series, numbers, labels."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from facts.folding import fold, squeezed
from facts.meeting.words import BARE, BODY_HEADS, CHAMBERS, COURTS, DATE_WORDS, LOCAL, OCCASION_NOUNS, PLAIN
from facts.model import Meeting
from facts.months import MONTHS
from facts.parse.acronyms import Acronym
from facts.parse.numbers import ORDINAL_WORDS
from facts.parse.words import GATHERING_NOUNS, MEETING_NOUNS, PERSON_NOUNS, TITLES

ARTICLED = r"(?!The (?:Bahamas|Gambia|Hague)\b)"
"""Places whose article is part of their name."""
INNER_ARTICLE = re.compile(rf"\b(and|at|by|for|in|of|on|to|with) {ARTICLED}The (?=[A-Z])")
"""An article that a title writes with a capital inside a name."""

ORDINAL = re.compile(
    r"(?<![\w-])(?:(\d{1,4})(?:st|nd|rd|th)|("
    + "|".join(ORDINAL_WORDS)
    + r"|(?:twenty|thirty|forty|fifty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)))(?![\w-])"
    r"(?!\s(?:amendment|anniversary|birthday|century)\b)",
    re.IGNORECASE,
)
NAME_HEADS = BODY_HEADS | MEETING_NOUNS
"""Nouns that the names of bodies and of meetings are built on."""
NUMBERED_EVENTS = frozenset({"assembly", "conference", "congress", "convention", "forum"})
"""Nouns of bodies that with an ordinal are one meeting: "the 3rd General Assembly of the Ports Union"."""
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}

FEWEST_SHORTENED = 7
"""A name of fewer words is said in full in a question: letters are known to few."""

_WORD = (
    r"(?:(?:St|Ste|Mt|Ft|Dr)\.(?=\s[A-Z])|[A-Z0-9][\w’'&+/.–-]*[\w+](?:[’'](?=\s[A-Z]))?|[A-Z]"
    rf"|\d(?=\s(?:{'|'.join(month.title() for month in MONTHS)})\s[A-Z]))"
)
_JOIN = r"\s(?:of|for|on|and|&|de|du|des|der|do|da|la|to|–)(?:\s(?:the|les|los|las|la))?"
NAME = re.compile(rf"(?<!\w)(?=[A-Z]){_WORD}(?:(?:{_JOIN})?\s{_WORD})*")
"""A name in running text: capitalised words, joined by small ones."""

_ARTICLE = re.compile(rf"^{ARTICLED}(?:the|a|an|its|their|our|his|her|this|these|both|another)\s+", re.IGNORECASE)


def bare(text: str) -> str:
    """A phrase without its article or possessive pronoun."""
    return _ARTICLE.sub("", text)


def words_of(text: str) -> list[str]:
    """The folded words of a name that tell it from others."""
    return [
        w
        for w in re.findall(r"[\w+.]+", fold(text).replace("-", " ").replace("–", " "))
        if w not in ("the", "a", "an", "of", "on", "for", "and")
    ]


def head_word(name: str) -> str:
    """The folded noun that a name is built on ("Council" in "Council on Foreign Affairs of X").

    >>> head_word("Monetary Council of the Island Authority"), head_word("Harrowmere Town Council")
    ('council', 'council')
    """
    first = re.split(r"\s(?:of|on|for|to|de|du|des)\s", name, maxsplit=1)[0]
    last = re.findall(r"[\w+-]+", fold(first).replace("'s", ""))
    return re.sub(r"^sub-?(?=\w{5})", "", last[-1]) if last else ""


_BUILDING = re.compile(r"(?!(?:Full|Lower|Upper|White) )(?:\S+ )+House")
"""A house with a name that is no chamber: "the Customs House"."""


def is_body(name: str) -> bool:
    """Whether a name is that of a body that can meet."""
    if _BUILDING.fullmatch(name):
        return False
    return head_word(name) in BODY_HEADS and not name.startswith(("Chief Executive", "Vice Chair"))


def names(text: str) -> Iterator[re.Match[str]]:
    """Yield the capitalised names of a text; the match's group 0 may end in a date, see `trimmed`."""
    return NAME.finditer(text)


_OPENING = re.compile(
    rf"^(?:{ARTICLED}(?:The|A|An|At|In|On|Its|Their|Today|Yesterday|Under|Following|After|Members|Opening|Addressing|"
    r"During|When|But|And)(?:\s(?:of\s)?(?:the\s)?|$))+"
)
_PEOPLE_OF = re.compile(
    r"^(?:Shareholders|Members|Ministers|Leaders|Delegates|Delegations|Observers|Representatives|Officials|Trustees|Heads)"
    r"\sof\s"
    r"(?:the\s)?"
)
"""What may stand before a name with a capital letter and is no part of it."""


@functools.lru_cache(maxsize=1024)
def trimmed(name: str) -> str:
    """A name without what capitals added to it: an opening "The" or "At", a date behind "on"."""
    name = _PEOPLE_OF.sub("", _OPENING.sub("", name))
    parts = re.split(r"(\s(?:on|and|to|for)\s)", name)
    kept = parts[0]
    for joint, part in zip(parts[1::2], parts[2::2], strict=True):
        first = fold(part.split()[0]) if part.split() else ""
        if joint.strip() == "on" and (
            first in DATE_WORDS or first[:1].isdigit() or head_word(kept) not in NAME_HEADS | {"programme", "program"}
        ):
            break
        if part.startswith("the ") and joint.strip() in ("and", "to"):
            break
        if joint.strip() == "to" and head_word(kept) not in NAME_HEADS:
            break
        kept += joint + part
    tokens = re.sub(r"[’']s$", "", kept).split()
    loose = DATE_WORDS | {"and", "for", "last", "next", "of", "on", "the", "this"}
    while tokens and (fold(tokens[-1]) in loose or tokens[-1].isdecimal()):
        tokens.pop()
    return re.sub(r"[’']s$", "", " ".join(tokens))


def number(text: str) -> int | None:
    """Which of its series a meeting is, from a phrase that names it.

    >>> number("fifth meeting"), number("its 12th congress"), number("the inaugural summit"), number("a meeting")
    (5, 12, 1, None)
    """
    match = ORDINAL.search(text)
    return _ordinal(match) if match else None


def _ordinal(match: re.Match[str]) -> int | None:
    if match[1]:
        return int(match[1])
    word = match[2].lower()
    if word in ORDINAL_WORDS:
        return ORDINAL_WORDS[word]
    tens, unit = re.split(r"[- ]", word)
    return TENS[tens] + ORDINAL_WORDS[unit]


def times(text: str) -> int | None:
    """Which of its series a meeting is, where "for the 11th time" says so."""
    match = re.search(
        rf"for (?:the|a|its|their) (?:very )?{ORDINAL.pattern} time\b(?! (?:since|in|this|ever))", text, re.IGNORECASE
    )
    return _ordinal(match) if match else None


def unnumbered(text: str) -> str:
    """A name without ordinal and year."""
    text = re.sub(r"\b(?:19|20)\d\d\b", "", ORDINAL.sub("", text))
    return squeezed(re.sub(r"\s+of the\s*$|^\s*of (?:the )?", "", squeezed(text)))


_MONTH = "|".join(sorted((w for w in DATE_WORDS if not w.endswith("day")), key=len, reverse=True))
_DAY_OF_MONTH = re.compile(rf"\b(?:(?:{_MONTH})\.?\s\d{{1,2}}|\d{{1,2}}\s(?:{_MONTH}))\b", re.IGNORECASE)
"""A day before a meeting's noun: "the December 9 plenary session"."""


def kind(phrase: str) -> str:
    """What sort of meeting a phrase names, without what is only said of the single one.

    >>> kind("packed two-day meeting"), kind("12th ordinary congress"), kind("annual general meeting")
    ('meeting', 'congress', 'annual general meeting')
    """
    if re.search(r"\bannual general\b", phrase, re.IGNORECASE):
        return "annual general meeting"
    kept = [
        w
        for w in unnumbered(_DAY_OF_MONTH.sub("", phrase)).split()
        if fold(w) not in PLAIN and fold(w) not in DATE_WORDS and not re.fullmatch(r"[\w-]+-(?:day|hour|week)", w)
    ]
    return " ".join(kept)


def series(name: str) -> str | None:
    """A name without ordinal, year, "virtual" and the like: the same for all meetings of a series.

    >>> series("fifth National Climate Task Force meeting"), series("second Global Soil Review")
    ('National Climate Task Force', 'Global Soil Review')
    """
    text = re.sub(r"^round of ", "", unnumbered(name))
    part = re.match(r"(?P<kind>[A-Za-z][\w’' -]*?) of (?:the )?(?P<owner>[A-Z].*)$", text)
    if (
        part
        and fold(part["kind"]).split()[-1] in MEETING_NOUNS
        and (part["kind"].islower() or fold(kind(part["kind"])) in BARE)
    ):
        sort = kind(part["kind"])
        text = part["owner"] if not sort or fold(sort) in BARE else f"{part['owner']} {sort}"
    words = text.split()
    while words and (
        fold(words[0]) in PLAIN - {"plenary", "joint", "public", "special"} or fold(words[0]) in DATE_WORDS
    ):
        words.pop(0)
    text = " ".join(words)
    shorter = re.sub(r"\s+(?:meeting|session|sitting|video conference|videoconference)$", "", text, flags=re.IGNORECASE)
    if shorter != text and (head_word(shorter) in BODY_HEADS or re.fullmatch(r"[A-Z+&/ ]{2,}", shorter)):
        text = shorter
    return squeezed(text) or None


def shortened(name: str, forms: list[Acronym]) -> Iterator[str]:
    """Yield a name with a long form replaced by its acronym, or the other way round."""
    for form in forms:
        long = bare(form.long)
        at = fold(name).find(fold(long))
        if at >= 0 and len(fold(name)) == len(name):
            if (
                at
                and at + len(long) == len(name)
                and not re.search(r"\b(?:of|for|on)(?: the)? $", name[:at])
                and not ORDINAL.search(name[:at])
            ):
                yield form.short
            organ = re.fullmatch(r"(?P<organ>.+) of (?:the )?", name[:at]) if at + len(long) == len(name) else None
            if organ and " of " not in organ["organ"] and is_body(organ["organ"]):
                yield f"{form.short} {organ['organ']}"
            yield squeezed(f"{name[:at]}{form.short}{name[at + len(long) :]}")
        elif re.search(rf"(?<![\w+]){re.escape(form.short)}(?![\w+])", name):
            yield squeezed(re.sub(rf"(?<![\w+]){re.escape(form.short)}(?![\w+])", long.replace("\\", r"\\"), name))


OFFICERS = re.compile(r" (?:commissioners|directors|governors|trustees)", re.IGNORECASE)
"""Those who meet for a house or a fund, whose name alone is not theirs."""


def label(meeting: Meeting | None) -> str | None:
    """What "the meeting" is called in a question ("the ADSOM+ WG video conference"); None where there is none."""
    if meeting is None or meeting.series is None:
        return None
    capitals = [
        a
        for a in meeting.aliases
        if any(c.isupper() for c in a)
        and len(a) < len(meeting.name)
        and not (_is_unknown(a) or says_nothing(a) or is_half(a))
    ]
    capitals = [a for a in capitals if not OFFICERS.fullmatch(meeting.name.removeprefix(a))]
    if meeting.number is not None and number(meeting.name):
        capitals = [a for a in capitals if number(a)]
    if _is_occasion(meeting.name) or len(meeting.name.split()) < FEWEST_SHORTENED:
        capitals = [a for a in capitals if _letters(a) <= _letters(meeting.name)]
    name = min(capitals, key=len) if capitals else meeting.name
    whole = {head_word(meeting.name), fold(meeting.name).split()[-1], head_word(name), fold(name).split()[-1]}
    event = number(name) is not None and (not whole & BODY_HEADS or head_word(name) in NUMBERED_EVENTS)
    if (
        not whole & GATHERING_NOUNS
        and not event
        and not _is_occasion(name)
        and name.split()[-1] not in {"congress", "assembly", "forum", "review"}
        and head_word(name) != "round"
        and not (name[:1].islower() and head_word(name) in NUMBERED_EVENTS)
    ):
        name = f"{name} {_noun(meeting)}"
    name = _lowered(_possessed(name))
    return name if _is_possessed(name) else f"the {name}"


def _lowered(name: str) -> str:
    """A name with a small article inside it.

    >>> _lowered("Leaders of The Lunn Guild and Pilots of The Hague")
    'Leaders of the Lunn Guild and Pilots of The Hague'
    """
    return INNER_ARTICLE.sub(r"\1 the ", name)


_WORKS = frozenset("drainage fire harbor harbour hospital library port school transit water".split())
"""What a town has one board for, which its own people call by that alone: "the Harbour Board"."""
COURT = re.compile(
    r"(?:(?:Administrative|Appeals?|Circuit|County|Crown|District|High|Labour|Magistrates[’']|Regional|Supreme) Court"
    r"|Court of (?:Appeals?|Cassation|Session))"
)
"""Courts that every country, or every town, has one of."""
_OF_MEMBERS = frozenset("association club federation fellowship guild institute league society trust union".split())
"""Bodies that their own people call by the noun alone: "the Guild"."""
_ALL_MEET = r"(?:annual (?:general )?meeting|annual congress|congress|AGM|(?:extraordinary|special) general meeting)"
ALL_MEET = re.compile(_ALL_MEET, re.IGNORECASE)
"""What the meeting of all members of a body is called."""
ITS_MEETING = re.compile(rf"^{_ALL_MEET} of (?:the )?| {_ALL_MEET}$", re.IGNORECASE)
"""What tells that such a name is of the meeting of all members."""


def is_half(name: str) -> bool:
    """Whether a name is what a body is called where everybody knows it.

    >>> [is_half(name) for name in ("Harbour Board", "Guild annual general meeting", "Tarn Guild", "Guild of Pilots")]
    [True, True, False, False]
    """
    if COURT.fullmatch(name):
        return True
    words = fold(ITS_MEETING.sub("", ORDINAL.sub("", name).strip())).split()
    return (len(words) == 1 and words[0] in _OF_MEMBERS) or (
        len(words) == 2 and words[0] in _WORKS and words[1] in BODY_HEADS
    )


_SAYING_NOTHING = (
    PLAIN
    | LOCAL
    | (BODY_HEADS - {"union"})
    | {noun for one in GATHERING_NOUNS for noun in (one, f"{one}s")}
    | frozenset(
        """delegate delegates directors executive federal general governing governors ministerial ministers national of
        on school security standing state supreme trade trustee trustees""".split()
    )
)


def says_nothing(name: str) -> bool:
    """Whether a name is one that many meetings have, so that it tells a stranger nothing.

    >>> says_nothing("City Council"), says_nothing("41st Annual Parish Council Meeting"), says_nothing("Lunn Council")
    (True, True, False)
    """
    told = ORDINAL.sub("", name)
    words = [re.sub(r"'s?$", "", w) for w in fold(told).replace("-", " ").split() if w != "the"]
    return all(w in _SAYING_NOTHING or w.rstrip("s'") in _SAYING_NOTHING for w in words)


def _letters(name: str) -> set[str]:
    """The words of a name that are letters which stand for others; not "AGM", which everybody knows.

    >>> _letters("the TRC Pilots' AGM")
    {'TRC'}
    """
    return {word for word in re.findall(r"\b[A-Z]{3,}\b", name) if fold(word) not in MEETING_NOUNS}


def _is_unknown(name: str) -> bool:
    """Whether all that tells which meeting a name means is letters, or "the Senate", of which there are many."""
    words = [w for w in unnumbered(name).split() if fold(w) not in MEETING_NOUNS and not w.isdigit()]
    letters = len(words) == 1 and re.fullmatch(r"[A-Z][A-Za-z]?[A-Z]{1,5}", words[0]) is not None
    return letters or fold(name) in BODY_HEADS


def _possessed(name: str) -> str:
    """A name that begins with somebody, as somebody's: "Minister Ada Poole’s Meeting with …".

    >>> _possessed("President Poole meeting with Pilots"), _possessed("Ministers meeting with Pilots")
    ('President Poole’s meeting with Pilots', 'Ministers meeting with Pilots')
    """
    match = re.match(
        r"(?P<who>[^’']+?) (?=(?:Calls?|Meetings?|Roundtable|Talks|meetings?|talks) (?:on|to|with)\b)", name
    )
    words = fold(match["who"]).split() if match is not None else []
    nobody = TITLES | PERSON_NOUNS | MEETING_NOUNS | BODY_HEADS
    titled = (
        len(words) > 1
        and words[-1] not in nobody
        and set(words[:-1]) & (TITLES | PERSON_NOUNS)
        and words[-1].removesuffix("s") not in nobody
    )
    return f"{match['who']}’s {name[match.end() :]}" if match is not None and titled else name


def _is_occasion(name: str) -> bool:
    """Whether a name has its meeting noun in front of what the meeting was about ("Meetings with Dairy Farmers")."""
    parts = re.split(r"\s(?:between|for|hosted|of|on|to|with)\s", fold(name))
    return any(part.split()[-1] in OCCASION_NOUNS for part in parts if part.strip())


def _is_possessed(name: str) -> bool:
    """Whether a name begins with whose meeting it is and so takes no article: "Minister Poole's meeting with …"."""
    possessor = None if ORDINAL.match(name) else re.match(r"[^’']*[\w.](?=[’']s?\s)", name)
    words = fold(possessor[0]).split() if possessor else []
    if len(words) < 2:
        if possessor is None or words[0].removesuffix("s") in PERSON_NOUNS:  # "the Members' meeting"
            return False
        return words[0] not in TITLES and not possessor[0].isupper()
    return words[-1] not in TITLES | PERSON_NOUNS and any(w in TITLES | PERSON_NOUNS for w in words)


def _noun(meeting: Meeting) -> str:
    """The noun for a meeting of a body that has none in its name."""
    if meeting.format and "conference" in meeting.format:
        return meeting.format
    noun = head_word(meeting.series or meeting.name)
    return "sitting" if noun in COURTS else "session" if noun in CHAMBERS else "meeting"
