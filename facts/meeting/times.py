"""When a meeting was, read from the sentences that tell of it."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Literal

from facts import dates
from facts.meeting.lasting import (
    around,
    ends,
    is_one_of_several,
    is_opening,
    is_part_of_longer,
    month_of_opening,
    told_days,
    whole,
)
from facts.meeting.mention import MeetingMention, is_former, text_of, token_at
from facts.meeting.sayings import is_of_saying
from facts.meeting.words import CANCELLING, EARLIER, HELD_VERBS, MOVING, PLANNING
from facts.parse.clauses import Clause
from facts.parse.parser import ArticleParse
from facts.parse.tree import Token
from facts.parse.words import GATHERING_NOUNS

LONGEST_AGO = 45
"""How many days before the article a meeting that it reports may have been, where only its sentence dates it."""

LONG_AGO = 200
"""How many days before the article a meeting was that it cannot be about."""

BESIDE = 3
"""How many words from its noun the month of a meeting stands at most ("its June meeting", "the meeting in June")."""

_OWNED = re.compile(r"(?:\b(?:its|the|their)|[’']s)\s$", re.IGNORECASE)
"""What stands before a day that tells which one of several something is."""

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""What a noun is to a verb that says something of it."""


def date_of(
    parsed: ArticleParse, mentions: list[MeetingMention], lead: Iterable[MeetingMention] = ()
) -> tuple[str | None, MeetingMention | None]:
    """When the meeting was, as ISO with its precision, and the mention that says so.

    Where no mention of it is dated, it is the day of what the article's `lead` tells.
    """
    anchor = parsed.article.date
    mentions = [
        m for m in mentions if not (_is_followed(m) and any(o.sentence == m.sentence for o in mentions if o is not m))
    ]
    for accept, where in ((_near, mentions), (_alone, mentions), (_lately, lead)):
        found = [
            (when, mention)
            for mention in where
            for when in _whens(mention, anchor)
            if when.precision in ("day", "range") and not is_span_of_time(when) and accept(when, mention, anchor)
        ]
        if found:
            own = next((f for f in found if f[1] is found[0][1] and _in_its_clause(*f)), found[0])
            listed = told_days(text_of(own[1].sentence), own[0].iso, anchor) is not None
            when, mention = own if listed else next((f for f in found if _spans(f[0].iso, own[0].iso)), own)
            iso = whole(when, mention, list(_whens(mention, anchor)), parsed)
            if iso == when.iso and "/" not in iso:
                if is_opening(when, mention):
                    return month_of_opening(iso, anchor), None
                if ends(when, mention) or is_one_of_several(mention) or is_part_of_longer(iso, mention, parsed):
                    return around(iso), None
            return iso, mention
    for mention in mentions[:2]:
        for when in _whens(mention, anchor):
            if when.precision == "month" and (_near(when, mention, anchor) or _inside(when, mention)):
                return when.iso, mention
    return None, None


def is_long_ago(mention: MeetingMention, anchor: datetime.date | None) -> bool:
    """Whether a mention is dated, and only so that its meeting cannot be the one that the article reports."""
    if anchor is None or (mention.clause is not None and mention.clause.verb.lemma_ in PLANNING):
        return False
    least = (anchor - datetime.timedelta(days=LONG_AGO)).isoformat()
    whens = [w for w in dates.find(text_of(mention.sentence), anchor, _tense(mention)) if w.precision != "time"]
    ends = [w.iso.rpartition("/")[2] for w in whens if _near(w, mention, anchor)]
    return bool(ends) and all(end < least[: len(end)] for end in ends)


def _whens(mention: MeetingMention, anchor: datetime.date | None) -> Iterator[dates.When]:
    """The dates beside a mention, without those of what was only agreed on there ("voted to close it in March")."""
    text, tense = text_of(mention.sentence), _tense(mention)
    moved = _moved(mention)
    gone = {when.span: when for when in dates.find(text, anchor, "past")}
    for found in dates.find(text, anchor, tense):
        told, token = dates.tense_at(text, *found.span), token_at(mention, found.span[0])
        when = gone.get(found.span, found) if token is not None and _comes_first(token) else found
        if moved is not None and (token is None or not is_new_day(token, moved)):
            continue
        if token is not None and is_former(mention) and _in_its_clause(when, mention):
            continue
        if _is_named_by(found, mention) or (token is not None and is_of_saying(token, mention.head)):
            continue
        # e.g. "the board approved the closure in March"
        apart = token is None or mention.head.pos_ == "VERB" or abs(token.i - mention.head.i) > BESIDE
        unsure = told is None and when.precision == "month" and apart
        if tense == "future" or not (told == "future" or unsure or (token and _is_of_one_before(token, mention))):
            yield when


def _is_named_by(when: dates.When, mention: MeetingMention) -> bool:
    """Whether a date is part of what something but a meeting is called: "the Committee on the 2 April Pledge"."""
    text, (start, end) = text_of(mention.sentence), when.span
    named = token_at(mention, end + 1) if text[end : end + 1] == " " else None
    if named is None or named.pos_ not in ("ADJ", "NOUN", "PROPN") or not _OWNED.search(text[:start]):
        return False
    while named.dep_ in ("amod", "compound", "nmod") and named.head.i > named.i:
        named = named.head
    return named is not mention.head and named.folded not in GATHERING_NOUNS


def _verb_above(token: Token) -> Token | None:
    """The nearest verb that a word stands below."""
    return next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)


def _moved(mention: MeetingMention) -> Token | None:
    """The verb that says of a meeting that it was put off or moved to another day."""
    verb = mention.head.head
    return verb if is_moving(verb) and mention.head.dep_ in ("dobj", "nsubjpass") else None


def is_moving(verb: Token) -> bool:
    """Whether a verb tells that something is held on another day than planned: "postponed", "put off"."""
    return verb.lemma_ in MOVING or (
        verb.lemma_ in ("push", "put") and any(c.lower_ in ("back", "off") for c in verb.children)
    )


def is_new_day(token: Token, moved: Token) -> bool:
    """Whether a date is that to which a meeting was moved."""
    above = itertools.takewhile(lambda t: t is not moved, token.ancestors)
    return token.i > moved.i and any(t.lower_ in ("to", "until", "till") and t.head is moved for t in above)


def _is_of_one_before(token: Token, mention: MeetingMention) -> bool:
    """Whether a date is that of another meeting, one before: "the summit, which built on a previous summit in May"."""
    return any(
        above is not mention.head and any(c.lower_ in EARLIER for c in above.children) for above in token.ancestors
    )


def is_ahead(clause: Clause) -> bool:
    """Whether a clause tells of what is to come: "will meet", "is to meet", "is expected to meet"."""
    outer, inner = clause.chain[0], clause.chain[1:]
    due = outer.tag_ in ("VBZ", "VBP") or any(c.tag_ in ("VBZ", "VBP") and c.dep_ == "auxpass" for c in outer.children)
    return any(c.lower_ in ("will", "would", "shall") for t in clause.chain for c in t.children) or (
        due and any(c.tag_ == "TO" for t in inner for c in t.children)
    )


def _tense(mention: MeetingMention) -> Literal["past", "future"]:
    if mention.clause is None or (mention.head.dep_ in SUBJECTS and is_past(mention.head.head)):
        return "past"
    outer = mention.clause.chain[0]
    meets = (
        outer.tag_ in ("VBZ", "VBP") and outer.lemma_ in HELD_VERBS and not any(c.dep_ == "aux" for c in outer.children)
    )
    planned = any(v.lemma_ in PLANNING - {"set"} for v in mention.clause.chain)
    return "future" if meets or planned or is_ahead(mention.clause) else "past"


def _comes_first(token: Token) -> bool:
    """Whether a date is of what the rest follows from: "will close after a vote of the board on Monday"."""
    above = itertools.takewhile(lambda t: t.pos_ not in ("VERB", "AUX"), token.ancestors)
    return any(t.lower_ in ("after", "following") and t.dep_ == "prep" for t in above)


def is_past(verb: Token) -> bool:
    """Whether a verb tells of what was, and of no plan: not "was scheduled", "has been cancelled", "will open"."""
    first = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), verb)
    told = first.tag_ == "VBD" or first.lower_ in ("has", "have")
    return told and verb.lemma_ not in PLANNING | CANCELLING | {"announce"} and not is_moving(verb)


def _spans(iso: str, day: str) -> bool:
    first, _, last = iso.partition("/")
    return bool(last) and first <= day <= last


def is_span_of_time(when: dates.When) -> bool:
    """Whether a range is a period in which something was ("this week", "the past month")."""
    first, _, last = when.iso.partition("/")
    if not last:
        return when.approximate
    if len(first) < 10:
        return True
    return (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days > 20 or not re.search(
        r"\d|day\b", when.text
    )


def _is_followed(mention: MeetingMention) -> bool:
    """Whether a mention is of what another meeting came after ("Following the May summit, ministers met")."""
    return any(t.dep_ == "prep" and t.lower_ in ("after", "following", "since") for t in mention.head.ancestors)


def _in_its_clause(when: dates.When, mention: MeetingMention) -> bool:
    """Whether a date belongs to the verb of a meeting's own clause ("chaired by Ada Wren on Wednesday")."""
    token = token_at(mention, when.span[0])
    verb = _verb_above(token) if token is not None else None
    return mention.clause is not None and verb in mention.clause.chain


def _inside(when: dates.When, mention: MeetingMention) -> bool:
    """Whether a date is part of the meeting's own phrase ("its June meeting")."""
    token = token_at(mention, when.span[0])
    return token is not None and 0 < mention.head.i - token.i <= BESIDE


def _near(when: dates.When, mention: MeetingMention, anchor: datetime.date | None) -> bool:
    """Whether a date stands in the meeting's own clause, or modifies its noun, and not in another clause."""
    token, clause = token_at(mention, when.span[0]), mention.clause
    if token is None or _later(when, mention, anchor) or _is_limit(token) or _is_participle(mention.head):
        return False
    if _opens(when, mention) or _moved(mention) is not None:
        return True
    between = mention.sentence.doc[mention.head.i + 1 : token.i] if token.i > mention.head.i else None
    if (
        between is not None
        and len(between) < 8
        and not any((t.pos_ in ("VERB", "AUX") and t.lemma_ not in HELD_VERBS) or t.text in (",", ";") for t in between)
    ):
        return True
    governor = token
    while governor.head != governor and governor.pos_ not in ("VERB", "AUX"):
        governor = governor.head
    if governor.dep_ in ("relcl", "acl"):
        return (governor.lemma_ in HELD_VERBS and mention.head.i - 3 <= governor.head.i <= mention.head.i + 8) or (
            clause is not None and governor in clause.chain
        )
    if clause is not None and governor in clause.chain:
        return True
    return mention.head in list(token.ancestors)[:4] or (
        governor == mention.sentence.root and clause is not None and clause.verb.dep_ in ("xcomp", "acl")
    )


def _is_participle(head: Token) -> bool:
    """Whether a verb is what had been done before ("the President having been suspended on 9 January")."""
    return head.pos_ == "VERB" and any(c.lower_ == "having" for c in head.children)


def _is_limit(token: Token) -> bool:
    """Whether a date only says since or until when something is so ("the second meeting since the May election")."""
    before = token.doc[max(token.sent.start, token.i - 2) : token.i]
    return any(t.lower_ in ("since", "until") for t in before)


def _opens(when: dates.When, mention: MeetingMention) -> bool:
    """Whether a date opens the sentence whose main clause a mention is ("On Friday, 3 May, the board met")."""
    start, end = when.span
    text = text_of(mention.sentence)
    return (
        mention.head.pos_ == "VERB"
        and re.fullmatch(r"(?:[Oo]n |[Ll]ate |[Ee]arly )?", text[:start]) is not None
        and re.match(r",|\s(?:at|in) (?:the )?[A-Z]", text[end:]) is not None
    )


def _alone(when: dates.When, mention: MeetingMention, anchor: datetime.date | None) -> bool:
    """Whether a date is close enough to the article's to be that of the meeting which its sentence tells of."""
    token = token_at(mention, when.span[0])
    if token is None or anchor is None or _later(when, mention, anchor) or _is_participle(mention.head):
        return False
    day = datetime.date.fromisoformat(when.iso[-10:])
    governor = token
    while governor.head != governor and governor.pos_ not in ("VERB", "AUX"):
        governor = governor.head
    if (governor.dep_ in ("relcl", "acl", "advcl") and governor.lemma_ not in HELD_VERBS) or token.head.lower_ in (
        "by",
        "until",
        "since",
        "from",
    ):
        return False
    return (anchor - day).days <= (LONGEST_AGO if governor.dep_ == "ROOT" else 7)


def _lately(when: dates.When, mention: MeetingMention, anchor: datetime.date | None) -> bool:
    """Whether a lead's own clause tells of a day of the week before its article."""
    if anchor is None or when.precision != "day" or not _near(when, mention, anchor):
        return False
    return 0 <= (anchor - datetime.date.fromisoformat(when.iso)).days < 7


def _later(when: dates.When, mention: MeetingMention, anchor: datetime.date | None) -> bool:
    """Whether a date is behind the article's, though the meeting is told of as past."""
    return _tense(mention) == "past" and anchor is not None and when.iso[:10] > anchor.isoformat()
