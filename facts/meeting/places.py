"""Where a meeting was, read from the sentences that tell of it."""

from __future__ import annotations

import re

from facts.folding import fold, squeezed
from facts.meeting import names as naming
from facts.meeting.mention import MeetingMention, is_former, text_of
from facts.meeting.words import CONVENE_VERBS, DATE_WORDS, HELD_VERBS
from facts.parse.parser import ArticleParse
from facts.parse.tree import Doc, Span, Token
from facts.parse.words import BODY_NOUNS, MEETING_NOUNS, PLACE_ENTITIES, PLACE_NOUNS

FARTHEST = 14
"""How many words behind a meeting's noun, or "held", its place stands at most."""
_NAMED_VENUES = PLACE_NOUNS | frozenset(
    """abbey annexe auditorium barn capitol center chapel chateau exchange grange inn institute lodge mansion mill
    parlour pavilion refectory residence restaurant rooms square suite tavern vestry""".split()
)
"""Nouns (folded) that end the names of places which have an article: "the Oval Office"."""
_HOUSES = ("hall", "house")
"""How such nouns end: "the Guildhall", "the Old Boathouse"."""
_WHEN = re.compile(rf",?\s(?:at|from|on)\s(?:the\s)?(?:\d|(?:{'|'.join(sorted(DATE_WORDS))})\b)", re.IGNORECASE)
"""What stands behind a place where a meeting was, and tells when: ", at 7.30 pm"."""
_MEETINGS = MEETING_NOUNS - {"council", "committee", "assembly"} | {"cop"}
_NUMBERED = MEETING_NOUNS | {"round"}
_NAMES_A_MEETING = re.compile(
    r"(?:\s\([^()]*\))?(?:\s[A-Z][\w’'-]*){0,3}\s(?:" + "|".join(sorted(n.capitalize() for n in _MEETINGS)) + r")\b"
)
"""What makes a name that of a meeting behind it: "in the Amber Pact (AP) Leaders’ Meeting"."""
_HOUR_BEHIND = re.compile(
    r",?\s(?:at|from)\s\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?|h(?:ours|rs)?|noon)?$", re.IGNORECASE
)
"""The hour that the line of a place ends with: "Guildhall, at 7.00 pm"."""
_SETTLING = frozenset({"agree", "decide", "pledge", "promise", "resolve", "undertake", "vote"})
"""Verbs of what people settle when they meet (lemmas)."""
_REGIONS = "capital|city|district|island|port|province|region|resort|state|town|village"
_VENUES = "|".join(
    sorted(
        PLACE_NOUNS - {"club", "country", "district", "province", "region", "state"}
        | set("auditorium boathouse cafeteria canteen clubhouse gym gymnasium inn pavilion pub station".split())
    )
)
_AFTER_VENUE = "(?:after|and|at|before|by|for|from|in|of|on|to|under|until|with)"
"""Words behind a noun that show that it is the venue, and no part of another name: not "the school board"."""
_DATELINE = re.compile(
    r"\s*(?:date\s\d{4}-\d\d-\d\d\s)?(?P<place>[^\W\d_][\w’'. -]*?)(?:,[^–—\n]{0,30})?(?:\s\([^)]*\))?\s[–—-]{1,2}\s*"
)
"""What stands before an article's first words: where and when it was written."""

_YEARS_BEFORE = re.compile(r"\b(?:months|years?) (?:after|since)\b")
_YEARS_AGO = re.compile(r"[^,;]{0,60}\b(?:months|years?) (?:ago|before|earlier)\b")
"""What stands before or behind another meeting of the kind, long ago."""

_LONGEST_VENUE = 100
"""Longest line, in code points, that is taken for a place."""
_DISTANT = re.compile(
    r"\b(?:online|remote(?:ly)?|teams|video(?:conference)?|virtual(?:ly)?|web(?:ex|inar)|zoom|google (?:hangouts|meet)"
    r"|jitsi|skype|bigbluebutton|discord|tele(?:conference|phone)|(?:conference|phone) call)\b|https?://",
    re.IGNORECASE,
)
"""How people meet without a place."""
_NO_VENUE = re.compile(rf"{_DISTANT.pattern}|\b(?:announced|confirmed|tb[ac]|none|n/a)\b", re.IGNORECASE)
"""What stands in place of a place."""


def place_of(
    parsed: ArticleParse, mentions: list[MeetingMention], *, dateline: bool
) -> tuple[str | None, MeetingMention | None]:
    """Where the meeting was, and the mention that says so.

    With `dateline`, where nothing says so, it is the place that the report is from.
    """
    for mention in (m for m in mentions if not is_former(m) and not _is_long_before(m)):
        for token in mention.sentence:
            if token.lower_ in ("in", "at") and token.pos_ == "ADP" and _belongs(token, mention):
                place = _place_behind(token, mention)
                if place:
                    return place, mention
    return dateline_of(parsed) if dateline else None, None


def dateline_of(parsed: ArticleParse) -> str | None:
    """The place that a report is from; None where it does not begin with one."""
    start = parsed.article.paragraphs[0][0] if parsed.article.paragraphs else 0
    line = parsed.article.text[:start].rsplit("\n", 1)[-1]
    match = _DATELINE.fullmatch(line)
    place = match["place"] if match else ""
    return (place.title() if place.isupper() else place) or None


def _is_long_before(mention: MeetingMention) -> bool:
    """Whether a meeting is one of years before: "two years after the measure failed at the convention in Lunn"."""
    said = text_of(mention.sentence)
    at = mention.head.idx - mention.sentence.start_char
    return _YEARS_BEFORE.search(said[:at]) is not None or _YEARS_AGO.match(said[at:]) is not None


def venue_of(line: str) -> str | None:
    """The place that a line of minutes gives, if it is one and no way to meet without one.

    >>> venue_of("Quay House, Ostford (and by Zoom)"), venue_of("Zoom"), venue_of("to be announced")
    ('Quay House, Ostford', None, None)
    >>> venue_of("Guildhall, at 7.00 pm"), venue_of("Room at 12 Quay Street")
    ('Guildhall', 'Room at 12 Quay Street')
    """
    place = _HOUR_BEHIND.sub("", squeezed(re.sub(r"\([^()]*\)", "", line)).rstrip(" .,"))
    is_named = re.match(r"(?:[Tt]he |[Aa]n? |\d+[A-Za-z]?,? )?[A-Z]", place) is not None
    return place if is_named and len(place) <= _LONGEST_VENUE and not _NO_VENUE.search(place) else None


def is_distant(line: str) -> bool:
    """Whether a line for the place of a meeting only tells by what it was held: "Zoom", "Jitsi, room 4".

    >>> is_distant("Jitsi, room 4"), is_distant("Quay House and Zoom"), is_distant("Zoom, Quay House")
    (True, False, False)
    """
    parts = re.split(r"[,;/+&]|\band\b", line)
    return _DISTANT.search(parts[0]) is not None and not any(venue_of(part.strip()) for part in parts)


def _belongs(token: Token, mention: MeetingMention) -> bool:
    """Whether a preposition belongs to the meeting's noun or verb."""
    head, clause = mention.head, mention.clause
    governor = token.head
    held = _is_held(governor, head)
    another = governor is not head and governor.i > head.i and governor.lemma_.lower() in _NUMBERED
    if another and not held and _has_ordinal(governor):
        return False  # "the sixth round ended, two months after the fifth round in Oslo"
    if _is_agreed_on(governor):
        return False
    if clause is not None and governor in clause.chain:
        return True
    if governor.dep_ in ("acl", "relcl") and governor.lemma_ in HELD_VERBS and head.i <= governor.i <= head.i + 8:
        return True
    if head.i < token.i:
        between = mention.sentence.doc[head.i + 1 : token.i]
        verbs = [t for t in between if t.pos_ in ("VERB", "AUX") and t.lemma_ not in HELD_VERBS]
        stops = [
            t
            for t in between
            if t.text in (",", ";", ":") and t.ent_type_ != "DATE" and t.nbor(1).ent_type_ not in ("DATE", "GPE")
        ]
        stops = [t for t in stops if not (t.i + 1 == token.i and t.nbor(-1).ent_type_ == "DATE")]
        if (
            head.pos_ == "VERB"
            and not verbs
            and any(t.ent_type_ == "GPE" for t in token.doc[token.i + 1 : token.i + 2])
        ):
            return True
        said = max((t.i for t in between if t.tag_ == "VBN"), default=head.i)  # "meeting of the board, held on …"
        return not verbs and not (stops and len(between) > 1) and token.i - said <= FARTHEST
    if token.i < head.i:
        between = mention.sentence.doc[token.i + 1 : head.i]
        stopped = any(t.pos_ in ("VERB", "AUX") or t.text in (",", ";") for t in between)
        return not stopped and any(t.lower_ in ("for", "of") for t in between)
    return False


def _is_held(noun: Token, verb: Token) -> bool:
    """Whether a verb says that what a noun names was held: "held their Seventh Summit"."""
    return noun.dep_ == "dobj" and noun.head is verb and verb.lemma_ in HELD_VERBS


def _is_agreed_on(verb: Token) -> bool:
    """Whether those who met settled then that they will meet there: "agreed to meet again in Oslo"."""
    return verb.dep_ == "xcomp" and verb.lemma_ in CONVENE_VERBS and verb.head.lemma_.lower() in _SETTLING


def _has_ordinal(noun: Token) -> bool:
    """Whether a noun is told from others of its kind by its number: "the fifth round"."""
    return any(naming.ORDINAL.fullmatch(c.text) for c in noun.children)


def _is_of_another(token: Token, mention: MeetingMention) -> bool:
    """Whether a preposition stands behind the name of another meeting ("before the Ports Summit (PS1) in Oslo")."""
    before = text_of(mention.sentence)[: token.idx - mention.sentence.start_char].rstrip()
    before = re.sub(r"\s\([^()]*\)$", "", before)
    name = next((m for m in naming.NAME.finditer(before) if m.end() == len(before)), None)
    if name is None or not set(fold(name[0]).split()) & _MEETINGS:
        return False
    start, head = mention.sentence.start_char + name.start(), mention.head
    between = head.doc.text[head.idx + len(head) : start]
    own = (
        _is_held(token.head, head)
        or start <= head.idx < start + len(name[0])
        or re.fullmatch(r"\s(?:of|by) (?:the )?", between)
    )
    return not own


def _place_behind(token: Token, mention: MeetingMention) -> str | None:
    """The place that a preposition leads to, with what is joined to it by a comma ("Port Louis, Mauritius")."""
    doc = token.doc
    named = token.ent_type_ not in ("", "DATE", "TIME")  # "at 6.30 p.m. in the Day Room" is taken for a time
    if token.i + 1 >= len(doc) or named or _is_of_another(token, mention) or _is_inside_name(token, mention):
        return None
    original: str = doc.original
    start = token.idx + len(token)
    rest = original[start : mention.sentence.end_char]
    match = re.match(rf"\s(?P<place>(?P<the>the\s)?(?P<name>{naming.NAME.pattern}))", rest)
    if venue := re.match(rf"\s(?P<place>(?:the\s)?{naming.NAME.pattern}(?:\s[a-z]+)?\s(?:{_VENUES})\b)", rest):
        return squeezed(venue["place"] + _joined(rest, venue.end(), doc, start))
    if described := _described(rest):
        return described
    name = naming.trimmed(match["name"]) if match else ""
    if not match or not name:
        return None
    if " of " in name and naming.is_body(re.split(r" of (?:the )?", name, maxsplit=1)[1]):
        name = re.split(r" of ", name, maxsplit=1)[0]
    begin, end = match.start("name"), match.start("name") + len(name)
    words = doc.char_span(start + begin, start + end, alignment_mode="expand")
    held_at = token.lower_ == "at" and token.head.lemma_ == "hold"  # "held at the Guildhall"
    if words is None or not _is_place(name, words, named_with_article=match["the"] is not None and not held_at):
        return None
    if re.match(r"[’']s\s", rest[end:]) or _NAMES_A_MEETING.match(rest, end):
        return None
    return squeezed(rest[match.start("place") : end] + _joined(rest, end, doc, start))


def _described(rest: str) -> str | None:
    """A place that small words tell: "the province of Lunn" (Lunn), "the hall of Varda"."""
    region = re.match(rf"\sthe\s(?:[\w-]+\s){{0,3}}?(?:{_REGIONS})\sof\s(?P<name>{naming.NAME.pattern})", rest)
    if region:
        return naming.trimmed(region["name"]) or None
    small = re.match(
        rf"\s(?P<place>(?:the|a)\s(?:[a-z-]+\s){{0,2}}(?:{_VENUES})\b(?![’'-]|\s(?!{_AFTER_VENUE}\b)[a-z]+)"
        rf"(?:\s(?P<link>of|at|on|in)\s(?:the\s)?(?P<of>{naming.NAME.pattern}))?)",
        rest,
    )
    if not small:
        return None
    named = naming.trimmed(small["of"] or "")
    named = str(small["of"]) if re.fullmatch(r"St\.? [\w-]+", named) else named  # "at St Osyth's"
    other = not {fold(w) for w in named.split()}.isdisjoint(DATE_WORDS | _MEETINGS)
    owner = re.search(r"[’']s$", small["of"] or "") and re.match(r"\s[a-z]+\b", rest[small.end("place") :])
    if small["link"] in ("at", "on", "in") and (other or owner):
        named = ""  # "the hall on Friday", "the hall at Ada Wren's request"
    cut = len(small["of"] or "") - len(named)
    whole = small["place"][: len(small["place"]) - cut]
    return squeezed(whole if named or small["of"] is None else re.sub(r"\s(?:of|at|on|in)(?:\sthe)?\s*$", "", whole))


def _is_place(name: str, words: Span, *, named_with_article: bool) -> bool:
    """Whether a name behind "in" or "at" may be that of a place."""
    last = words[len(words) - 1]
    person = any(t.ent_type_ == "PERSON" for t in words) and len(words) > 1 and not _is_venue(last)
    if person or any(t.folded in DATE_WORDS for t in words):
        return False
    if name.isupper() and len(name) > 3:
        return False
    if naming.is_body(name) and naming.head_word(name) not in ("house", "court", "chamber"):
        return False
    if naming.head_word(name) in _MEETINGS:
        return False  # "adopted at the Durban Trade Talks"
    known = last.ent_type_ in PLACE_ENTITIES or any(map(_is_venue, words))
    return known or not named_with_article


def _is_venue(word: Token) -> bool:
    return word.folded in _NAMED_VENUES or word.folded.endswith(_HOUSES)


def _is_inside_name(token: Token, mention: MeetingMention) -> bool:
    """Whether a preposition is part of a name or a title: "Violence in Conflict", "Investing in America"."""
    before = token.doc[token.i - 1] if token.i > mention.sentence.start else token
    return (
        token.lower_ == "in"
        and before.text[:1].isupper()
        and before.is_alpha
        and before.pos_ in ("NOUN", "PROPN", "VERB", "ADJ")
        and not before.ent_type_
        and before.i != mention.head.i
        and before.folded not in DATE_WORDS | _MEETINGS | BODY_NOUNS
        and before.i > mention.sentence.start
    )


def _joined(rest: str, end: int, doc: Doc, start: int) -> str:
    """What is joined to a place, if it is where the place lies: ", Mauritius", ", IL", " in Velden", " at Velden"."""
    town = re.match(rf"\s(?P<link>in|at)\s(?P<name>{naming.NAME.pattern})", rest[end:])
    if town and (name := naming.trimmed(town["name"])):
        begin = start + end + town.start("name")
        within = doc.char_span(begin, begin + len(name), alignment_mode="expand")
        land = within is not None and all(t.ent_type_ == "GPE" for t in within)
        ends = town["link"] == "at" and not rest[end + town.start("name") + len(name) :].strip(" .")
        return f" {town['link']} {name}" if land or ends else ""
    more = re.match(rf",\s(?P<name>{naming.NAME.pattern})", rest[end:])
    joined = naming.trimmed(more["name"]) if more else ""
    if not more or not joined:
        return ""
    begin = end + more.start("name")
    entity = doc.char_span(start + begin, start + begin + len(joined), alignment_mode="expand")
    ends = not rest[begin + len(joined) :].strip(" .")
    known = entity is not None and entity[0].ent_type_ in PLACE_ENTITIES
    person = " " in joined and entity is not None and any(t.ent_type_ == "PERSON" for t in entity)
    ends = ends or (not person and _WHEN.match(rest, begin + len(joined)) is not None)
    return f", {joined}" if known or ends or re.fullmatch(r"[A-Z]{2}|D\.C", joined) else ""
