"""Which meeting a title names, and whether it says what document of that meeting it stands over."""

from __future__ import annotations

import dataclasses
import re

from facts.folding import fold, squeezed
from facts.meeting import names as naming
from facts.meeting.words import BESIDE, DATE_WORDS, HEADLINE_NOUNS, HELD_VERBS, LOCAL, OCCASION_NOUNS, PLAIN, SMALL_BODY
from facts.parse.name_words import english

LONGEST_TITLE = 300
"""Code points of a title that are read."""

_KIND = (
    r"(?:readout|statement|minutes|report|communiqu[eé]|summary|record|proceedings|declaration|conclusions|outcome|"
    r"release|notes|remarks|transcript|agenda|fact sheet|takeaways|highlights|memo|decisions|recap)s?"
)
"""What a document about a meeting is called."""
_STATE = r"adopted|(?:un)?approved|(?:un)?confirmed|corrected|draft|final|provisional"
"""How far a document has come."""
_SORT = (
    rf"(?:(?:joint|press|media|summary|official|news|chair[’']s|chairman[’']s|{_STATE}|"
    r"ministerial|meeting|call|rough)\s)*"
)
"""What may stand before it."""
TITLED = re.compile(
    rf"^{_SORT}{_KIND}\s(?:of|on|from|about|following|after|at|by the participants of)\s(?:the\s|an?\s)?(?P<name>.+)$",
    re.IGNORECASE,
)
"""Titles and first lines that name a kind of document and then its meeting: "Minutes of the Ports Committee"."""
_DOCUMENT_ALONE = re.compile(rf"{_SORT}{_KIND}", re.IGNORECASE)
_NUMBERED = re.compile(r"\s(?:No\.?|Number|#)\s?\d+\b", re.IGNORECASE)
"""Which meeting it was: "Meeting No. 14"."""
_UNSEEN = re.compile("[\u200b\u2060\ufeff]")
"""Signs without width, which nobody types."""
_DASH = re.compile(r"\s[–—-]\s")
_OWNER_AHEAD = re.compile(
    rf"^(?P<owner>(?-i:[A-Z])[^,:]+ [^,:]+?(?:: {SMALL_BODY})?)(?:,| [–—-]) "
    rf"(?=(?:{_SORT}{_KIND} (?:of|from) )?(?:the |an? )?"
    rf"(?-i:(?P<sort>[a-z]+ )?(?:[a-z]+ ){{0,2}}(?:meeting|session)|(?P<letters>AGM|EGM))\b)",
    re.IGNORECASE,
)
"""The body and a comma before its meeting: "Lunn Town Council, minutes of the meeting of 4 May"."""
_GENERAL = re.compile(
    r"(?:executive )?(?:board|committee) of (?:commissioners|directors|governors|management|trustees)", re.I
)
"""Names of bodies that are many bodies' own."""
_ORGAN = re.compile(rf"(?!(?:{'|'.join(sorted(LOCAL))})\b){SMALL_BODY}", re.IGNORECASE)
"""Names of bodies that are of a greater one: "Finance Committee"; not "Parish Council"."""
_DOCUMENT_BEFORE = re.compile(rf"^(?P<kind>{_SORT}{_KIND})\s[–—-]\s", re.IGNORECASE)
"""The document and a dash before its meeting: "Minutes – Ports Committee"."""
_DOCUMENT_BEHIND = re.compile(
    rf"^(?:(?P<name>[^,].*?)(?:,|\s[–—-])?\s)?{_SORT}{_KIND}(?:\s(?:of|for|from)\s(?P<when>.+))?$", re.IGNORECASE
)
"""The document behind its meeting: "Senate, minutes of 25 May", "Parish Council notes", "Board meeting notes"."""
_LETTERS = re.compile(r"[A-Z]{2,6}")
"""The short name of a body: "Kelp TSC"."""

_BODIES = frozenset("assembly board committee congress council force forum senate".split())
"""Nouns of bodies that a title alone says of that they met."""
_MONTHS = "|".join(sorted(DATE_WORDS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:the\s)?\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2})?"
_DATE = (
    rf"(?:(?:{_MONTHS})\.?,?\s)?(?:{_DAY}\s(?:of\s)?(?:{_MONTHS})\.?(?:,?\s{_YEAR})?|(?:{_MONTHS})\.?\s{_DAY}(?:,?\s{_YEAR})?"
    rf"|(?:{_MONTHS})\.?,?\s{_YEAR}|{_YEAR}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR})"
)
_HOUR = r"(?:,?\s(?:at\s)?\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\.?)?"
_THERE = (
    rf"(?:,\s(?:at|in)?\s?(?-i:[A-Z])(?!.*\b(?:{'|'.join(sorted(OCCASION_NOUNS | _BODIES))})\b)"
    r"[\w’' -]{2,40}(?:,\s[\w’' -]{2,40})?)?"
)
"""Where it was, behind its day: ", Mill Hall, Ostford"."""
_WHEN = re.compile(
    rf"(?:,|\s[–—-]|\s(?:held|convened|hosted)(?:\s[a-z]+)?)?\s\(?(?:(?:on|of|from|for)\s)?(?:the\s)?(?:{_MONTHS}\s)?{_DATE}{_HOUR}\)?{_THERE}$",
    re.IGNORECASE,
)
"""When the meeting was, at the end of a title: "held remotely on Tuesday 9 March 2021", "2018-08-22"."""
_WEEKDAYS = re.compile(r"(?:^|(?<=\s))(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Yy]esterday|[Tt]oday)[’']s\s")
"""When it was, before its noun: "Tuesday's call with the port"."""
_CALL = re.compile(
    r"(?:[A-Z0-9][\w.’'-]* )(?:[\w’'-]+ ){0,3}(?:call|meeting|session|talks)|(?:Call|Meeting|Talks) with [\w’' -]+"
)
"""What rough notes of a day are headed by: "Ferry project call", "Call with Ferrymark"."""
_HELD = re.compile(
    rf"\s(?:held|convened|hosted)\s(?:[a-z]+\s)?on\s(?:the\s)?{_DATE},?\s(?:at|by|in|via)\s.*$", re.IGNORECASE
)
"""When it was, with the hour or place behind it: "held on Monday 3 June 2024 at 7 pm in the Old School"."""
_NOUNS = "|".join(sorted(OCCASION_NOUNS, key=len, reverse=True))
_OWNER_BEHIND = re.compile(rf"(?P<kind>[^,]*\b(?:{_NOUNS})), (?P<body>[^,]+)(?:, [A-Z][\w’' -]+)?", re.IGNORECASE)
"""A meeting, the body that it was of and perhaps a place: "Extraordinary Congress, Rope Federation, Lunn"."""
_WHERE = re.compile(
    rf"(?:(?<=\w)\s(?:held|convened|hosted)\s(?:in|at)\s.*|(?:(?<=\s)|^)(?P<noun>{_NOUNS})\s(?:in|at)\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?(?:,\s[A-Z][\w.]+)*"
    r"|\sin\s[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?,\s(?:[A-Z]{2}|D\.C\.))$",
    re.IGNORECASE,
)
"""Where it was, at the end of a title: "Dialogue in Bergen", "… in Chicago, IL"."""
_ABOUT_A_PLACE = re.compile(r"\b(?:about|on) the [\w’'-]+ in [A-Z]")
"""Where that is what it is about: "Meeting of Mayors on the Flood in Ostford, OH"."""
_LISTED = re.compile(r"^(?:actions|decisions|proceedings|resolutions)(?:,| (?:at|from|of) (?:the )?)\s?", re.IGNORECASE)
"""What of a meeting a document records, before it: "decisions, quarterly meeting"."""
_UNMARKED = re.compile(rf"\s\((?:{_STATE})\)$", re.IGNORECASE)
"""In what state a document is, behind its title."""
_SHORT_FORM = re.compile(r"\s\((?:the\s)?[A-Z][\w+&/.-]{1,12}\)")
_PART = re.compile(r"^.+?\bparticipation (?:in|at) (?:the )?(?=[A-Z0-9])", re.IGNORECASE)
"""Whose part in a meeting a title tells of: "the Minister's Participation in the Ports Summit"."""

_HEADLINE = re.compile(
    r"^(?P<name>(?:[\w’'&+./–-]+\s){0,7}?(?:" + "|".join(sorted(HEADLINE_NOUNS)) + r"))"
    r"(?:\s(?:in|at)\s[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?)?\s(?:(?:to\s)?[a-z]+|[A-Z][a-z]+(?:s|ed))\b",
    re.IGNORECASE,
)


_AT = re.compile(
    rf"[a-z]\sat\s(?:the\s)?(?P<name>(?=.*[A-Z])(?:[\w’'&+./–-]+\s){{0,5}}?(?:{'|'.join(sorted(HEADLINE_NOUNS))}))$"
)
"""The meeting at which a headline says that something was done: "Truce signed at third round of Tarn talks"."""
_COMES = re.compile(r"(?:attend(?:s|ed)|join(?:s|ed)|participate[sd]|t(?:akes|ook) part)\b", re.IGNORECASE)
"""How a headline goes on behind a body that came to a meeting: "Ports Conference takes part in Lunn assembly"."""
_DRAFT = re.compile(
    rf"^(?:(?:{_MONTHS})\.?,?\s(?:{_YEAR}\s)?)?(?:(?:{_STATE})\s)?minutes\s(?=[A-Z])",
    re.IGNORECASE,
)
"""What a heading of minutes has before its meeting: "June 2021 DRAFT Minutes Lunn Parish Council Meeting"."""


_DOING = (HELD_VERBS | {"boycott", "cancel", "postpone", "restart", "resume", "skip"}) - {"close", "open", "wrap"}
"""Verbs of a headline that stand before a meeting's noun and are no part of its name: "Tarn and Lunn resume talks"."""
_SAID_OF_IT = re.compile(rf"\b(?:AGM|EGM|(?i:{_NOUNS}))\s(?:amid|despite|subject|under|without)\b")
"""What a headline says of a meeting behind its noun: "Decisions at AGM subject to court orders"."""


@dataclasses.dataclass(frozen=True, slots=True)
class TitledMeeting:
    """What a title calls the meeting. `sure` where it stands over a document of that meeting and is no headline.

    `when` is the date that the title ends in.
    """

    name: str
    sure: bool
    when: str = ""


def titled_meeting(title: str | None) -> TitledMeeting | None:
    """Return the meeting that a title names, or None.

    >>> titled_meeting("Minutes of the Ports Committee meeting held on 2 June")
    TitledMeeting(name='Ports Committee meeting', sure=True, when=' held on 2 June')
    >>> titled_meeting("Varna summit ends without declaration")
    TitledMeeting(name='Varna summit', sure=False, when='')
    """
    title = _DOCUMENT_BEFORE.sub(r"\g<kind>: ", _UNSEEN.sub("", title or "")[:LONGEST_TITLE])
    ahead = _OWNER_AHEAD.match(title)
    whose = ahead["owner"].replace(": ", " ") if ahead else ""
    if (
        ahead
        and _WHEN.search(title)
        and _is_owner(whose)
        and (ahead["sort"] or ahead["letters"] or naming.is_body(whose) or naming.is_body(whose.rpartition(" ")[2]))
    ):
        title = f"{whose}: {title[ahead.end() :]}"
    parts = [p.strip() for p in re.split(r":\s|\s[|—]\s|\s–\s(?=[A-Z][a-z]+ (?:of|on)\b)", title) if p.strip()]
    documents = False
    for n, part in enumerate(parts):
        owner = _DASH.sub(", ", parts[n - 1]) if n and not documents else ""
        if _DOCUMENT_ALONE.fullmatch(part) and n + 1 < len(parts):
            documents = True
            continue
        if found := _document(part) or _heading(part, owner, dated=documents) or _behind(part, owner):
            whole = not _is_plain(found) or _is_owner(owner)
            when = _WHEN.search(_UNMARKED.sub("", title)) or _HELD.search(title) or _WEEKDAYS.search(title)
            return TitledMeeting(_owned(found, owner), sure=True, when=when[0] if when else "") if whole else None
        if found := _headline(part):
            if any(c.isupper() for c in found) and not _is_plain(found):
                return TitledMeeting(found, sure=False)
            if _is_owner(owner):
                return TitledMeeting(f"{owner} {naming.kind(found)}", sure=False)
    return None


def headed_meeting(title: str | None) -> TitledMeeting | None:
    """The meeting of a body by whose name alone minutes are headed: "Lunn Parish Council"; None where it is no name."""
    title = (title or "")[:LONGEST_TITLE]
    document = TITLED.match(title)
    name = _trimmed(document["name"] if document else title)
    if naming.NAME.fullmatch(name) is None or " " not in name or _is_plain(name) or _DOCUMENT_ALONE.fullmatch(name):
        return None
    return TitledMeeting(name, sure=True)


def _is_plain(name: str) -> bool:
    """Whether a name says only what sort of meeting it was: "Annual General Meeting", "committee"."""
    name = _NUMBERED.sub("", name)
    plain = PLAIN | OCCASION_NOUNS | DATE_WORDS | {"general", "body", "committee", "board", "council", "session", "of"}
    return all(fold(w) in plain or naming.ORDINAL.fullmatch(w) for w in name.split())


def _is_owner(part: str) -> bool:
    return naming.NAME.fullmatch(re.sub(r"[,.](?=\s|$)", "", part)) is not None


def _ends_in(owner: str, name: str) -> bool:
    """Whether a name is the noun of its body's own: "Board" of "Chess Club Board"."""
    return fold(owner).endswith(f" {fold(name)}")


def _owned(name: str, owner: str) -> str:
    """A plain name with the body before the colon: "Chess Club: annual general meeting"."""
    if _ends_in(owner, name):
        return owner
    body = re.sub(r"^(?:.* )?(?:meeting|session) of (?:the )?", "", name)
    if " of " in name and body != name and fold(owner).endswith(fold(body)):
        return owner if naming.number(name) is None else f"{name.rpartition(body)[0]}{owner}"
    general = _is_plain(name) or _GENERAL.fullmatch(name) or _ORGAN.fullmatch(name)
    ordinary = " on " not in name and all(map(_is_ordinary, name.split()))
    local = fold(name).split()[0] in LOCAL
    if not owner or not (general or (ordinary and not local and _is_owner(owner) and fold(name) not in fold(owner))):
        return name
    if naming.ORDINAL.search(name):
        return f"{name} of the {naming.bare(owner)}"
    return f"{owner} {name}"


def _is_ordinary(word: str) -> bool:
    """Whether a word of a meeting's name is English and no name, or counts it: "71st"."""
    plain = word.lower()
    return (
        word == "of"
        or not english().isdisjoint({plain, plain.removesuffix("s")})
        or bool(naming.ORDINAL.fullmatch(word))
    )


def _trimmed(name: str) -> str:
    """A name without when and where, short forms in brackets and whose part in it a document tells of."""
    name = _DRAFT.sub("", _WEEKDAYS.sub("", squeezed(_SHORT_FORM.sub("", _UNMARKED.sub("", name)))))
    name = _LISTED.sub("", _HELD.sub("", _PART.sub("", name)))
    for _ in range(2):
        name = _WHEN.sub("", name)
        if not _ABOUT_A_PLACE.search(name):
            name = _WHERE.sub(lambda m: m["noun"] or "", name)
    return naming.bare(name.rstrip(" ,;–—-"))


def _document(title: str) -> str | None:
    """The meeting behind the word for a document: "Readout of the Second Meeting of the Council"."""
    match = TITLED.match(title)
    if not match or re.search(rf"\b(?:{'|'.join(BESIDE)})\b", title, re.IGNORECASE):
        return None
    name = _trimmed(match["name"])
    if (whose := _OWNER_BEHIND.fullmatch(name)) is not None and naming.is_body(whose["body"]):
        return f"{whose['kind']} of the {naming.bare(whose['body'])}"
    words = set(fold(name).replace("-", " ").replace(",", "").split())
    if _SAID_OF_IT.search(name):
        return None
    if words & (OCCASION_NOUNS | _BODIES) or naming.is_body(name):
        return name
    return name if naming.number(name) and any(c.isupper() for c in name) and not words & {"anniversary"} else None


def _heading(title: str, owner: str, *, dated: bool) -> str | None:
    """The meeting that a heading of minutes is: "Ports Committee Meeting 2018-08-22", "Board: Regular Meeting"."""
    name = _trimmed(title)
    if re.search(r"\sTo\s", name) or any(w in _DOING for w in name.split()[1:-1]):
        return None  # "Island Leaders Agree To Restart Talks"
    is_dated = dated or _WHEN.search(title) is not None
    noun = fold(re.split(r"\s(?:of|on|for|with)\s", name)[0].split()[-1]) if name else ""
    if dated and _WHEN.search(title) and " " in name and naming.NAME.fullmatch(name) and _is_group(name):
        return name  # "Call notes: Kelp TSC, 3 May 2021"
    if is_dated and _CALL.fullmatch(name) and not _is_plain(name):
        return name
    if noun not in OCCASION_NOUNS | (_BODIES if is_dated else frozenset()):
        return None
    if _is_plain(name):
        return name if is_dated or owner else None
    of_body = _is_group(name.rpartition(" ")[0])  # "Ports Board Meeting", not "Mayors Skip Summit"
    named = name.rpartition(" ")[0] if of_body and is_dated else name  # "Ports Board meeting, 3 June 2024"
    whose = named.rpartition(" ")[0] if is_dated and noun in _BODIES else named  # "Ports Club committee, 3 June 2024"
    proper = naming.NAME.fullmatch(re.sub(r"^(?:19|20)\d\d\s", "", whose)) is not None
    return name if proper and (is_dated or owner or of_body) else None


def _is_group(name: str) -> bool:
    """Whether a name is that of a body, or ends in one's letters."""
    return naming.is_body(name) or _LETTERS.fullmatch(name.rpartition(" ")[2]) is not None


def _behind(title: str, owner: str) -> str | None:
    """The meeting before the word for a document: "Senate, minutes of 25 May", "Ports Forum: highlights for 2 May"."""
    title = _UNMARKED.sub("", title)
    match = _DOCUMENT_BEHIND.match(title) or _DOCUMENT_BEHIND.match(_WHEN.sub("", title))
    if match is None or (match["when"] and not re.fullmatch(_DATE, match["when"], re.IGNORECASE)):
        return None
    if match["name"] and _ends_in(owner, match["name"]) and _is_owner(owner):
        return match["name"]
    name = naming.bare(match["name"] or owner)
    if match["name"] and _CALL.fullmatch(name) and _WHEN.search(title) and not _is_plain(name):
        return name
    if match["name"]:
        return name if naming.NAME.fullmatch(name) and naming.is_body(name) else None
    return name if (match["when"] or _WHEN.search(title)) and _is_owner(name) else None


def _headline(title: str) -> str | None:
    """The meeting that a headline is about: its subject ("Cairo summit denounces …")."""
    if (there := _AT.search(title)) is not None and not _is_plain(there["name"]):
        return there["name"]
    match = _HEADLINE.match(title)
    following = title[match.end("name") :].split() if match else []
    if (
        not match
        or not following
        or _COMES.match(" ".join(following))
        or not (following[0].endswith(("s", "ed", "t")) or following[0] in ("to", "in", "at"))
    ):
        return None
    name = naming.bare(match["name"])
    if any(w in _DOING for w in name.split()[:-1]):
        return None
    few = [w for w in name.split() if w[:1].islower() and w not in ("of", "for", "and", "the", "on")]
    return name if len(few) <= 3 and not re.search(r"\b(?:after|as|before|ahead|at|in)\b", name) else None
