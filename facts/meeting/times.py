"""When a meeting was, read from the sentences that tell of it."""

from __future__ import annotations

import dataclasses
import datetime
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from facts import dates
from facts.meeting.words import CANCELLING, EARLIER, HELD_VERBS, MOVING, PLANNING
from facts.parse.clauses import Clause
from facts.parse.numbers import number_of
from facts.parse.parser import ArticleParse, Paragraph
from facts.parse.sentences import SentenceParse
from facts.parse.tree import Span, Token
from facts.parse.words import GATHERING_NOUNS

LEAD = 4
"""How many sentences of a document tell when and where its meeting was."""

LONGEST_AGO = 45
"""How many days before the article a meeting that it reports may have been, where only its sentence dates it."""

LONG_AGO = 200
"""How many days before the article a meeting was that it cannot be about."""

LONGEST_MEETING = 15
"""How many days a meeting lasts at most."""

USUAL_DAYS = 5
"""How many days a meeting lasts of which only the last is told, at most as a rule."""

BESIDE = 3
"""How many words from its noun the month of a meeting stands at most ("its June meeting", "the meeting in June")."""

_DURATION = re.compile(
    r"\b(?P<days>two|three|four|five|six|seven|2|3|4|5|6|7)(?:-day|\sdays\sof)\s(?:[\w’'-]+\s){0,4}?(?:"
    + "|".join(sorted(GATHERING_NOUNS | {"congress", "review", "assembly", "forum"}))
    + r")\b",
    re.IGNORECASE,
)
_BEGAN = re.compile(r"\b(?:began|begun|opened|started) (?:here )?on ")
"""What stands before the first day of a meeting of which the last is told."""
_ENDED = re.compile(
    r"\b(?:(?:closed|concluded|ended|finished|wrapped up)(?: (?:here|in [A-Z][\w’'-]+))? on"
    r"|(?:continues?|lasts?|runs?|ran|lasted|running) (?:until|till|through|to)) (?:the )?"
)
"""What stands before the last day of a meeting of which the first is told."""
_ENDS = re.compile(r"\b(?:closes|concludes|ends|finishes|lasts until|runs until) (?:on )?\Z")
"""What stands before the last day of a meeting that is still going on."""
_DAYS_LATER = re.compile(r"\b(?:closed|concluded|ended|finished|wrapped up) (?P<days>\w+) days? later\b")
OPENING = frozenset({"begin", "open", "start"})
"""Verbs of the first day of a meeting."""
ENDING = frozenset({"close", "conclude", "end", "finish", "wrap"})
"""Verbs of the last day of a meeting."""

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""What a noun is to a verb that says something of it."""
_NEXT_DAY = re.compile(r",?\sand\s(?:on\s)?(?:the\s)?")
"""What stands between the two days of a meeting: "on Monday and Tuesday"."""


@dataclasses.dataclass(frozen=True, slots=True)
class MeetingMention:
    """Where a text mentions a meeting: the sentence, the clause, and the mention's head, a noun or verb."""

    paragraph: Paragraph
    sentence: Span
    clause: Clause | None
    head: Token


def lead_mentions(sentences: Sequence[SentenceParse]) -> Iterator[MeetingMention]:
    """The main clauses of the first sentences: what a document about a meeting tells first was at that meeting."""
    running = [s for s in sentences if not s.paragraph.bullet and not s.paragraph.heading]
    for parse in running[:LEAD]:
        finite = [c for c in parse.clauses if c.kind == "finite"]
        clause = next((c for c in finite if c.verb == parse.span.root), finite[0] if finite else None)
        yield MeetingMention(parse.paragraph, parse.span, clause, clause.verb if clause else parse.span.root)


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
            when, mention = next((f for f in found if _spans(f[0].iso, own[0].iso)), own)
            iso = _whole(when, mention, parsed)
            if iso == when.iso and _ends(when, mention):
                return _around(iso), None
            return iso, mention
    for mention in mentions[:2]:
        for when in _whens(mention, anchor):
            if when.precision == "month" and (_near(when, mention, anchor) or _inside(when, mention)):
                return when.iso, mention
    return None, None


def is_long_ago(mention: MeetingMention, anchor: datetime.date | None) -> bool:
    """Whether a mention is dated, and only so that its meeting cannot be the one that the article reports."""
    if anchor is None:
        return False
    least = (anchor - datetime.timedelta(days=LONG_AGO)).isoformat()
    whens = [w for w in dates.find(text_of(mention.sentence), anchor, _tense(mention)) if w.precision != "time"]
    ends = [w.iso.rpartition("/")[2] for w in whens if _near(w, mention, anchor)]
    return bool(ends) and all(end < least[: len(end)] for end in ends)


def _whens(mention: MeetingMention, anchor: datetime.date | None) -> Iterator[dates.When]:
    """The dates beside a mention, without those of what was only agreed on there ("voted to close it in March")."""
    text, tense = text_of(mention.sentence), _tense(mention)
    moved = _moved(mention)
    for when in dates.find(text, anchor, tense):
        told, token = dates.tense_at(text, *when.span), token_at(mention, when.span[0])
        if moved is not None and (token is None or not _is_new_day(token, moved)):
            continue
        # e.g. "the board approved the closure in March"
        apart = token is None or mention.head.pos_ == "VERB" or abs(token.i - mention.head.i) > BESIDE
        unsure = told is None and when.precision == "month" and apart
        if tense == "future" or not (told == "future" or unsure or (token and _is_of_one_before(token, mention))):
            yield when


def _moved(mention: MeetingMention) -> Token | None:
    """The verb that says of a meeting that it was put off or moved to another day."""
    verb = mention.head.head
    return verb if verb.lemma_ in MOVING and mention.head.dep_ == "nsubjpass" else None


def _is_new_day(token: Token, moved: Token) -> bool:
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


def is_past(verb: Token) -> bool:
    """Whether a verb tells of what was, and of no plan: not "was scheduled", "has been cancelled", "will open"."""
    first = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), verb)
    told = first.tag_ == "VBD" or first.lower_ in ("has", "have")
    return told and verb.lemma_ not in PLANNING | MOVING | CANCELLING | {"announce"}


def _spans(iso: str, day: str) -> bool:
    first, _, last = iso.partition("/")
    return bool(last) and first <= day <= last


def text_of(sentence: Span) -> str:
    """A sentence as the article has it."""
    text: str = sentence.doc.original[sentence.start_char : sentence.end_char]
    return text


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


def token_at(mention: MeetingMention, offset: int) -> Token | None:
    """The word of a mention's sentence in which a code point of it stands."""
    position = mention.sentence.start_char + offset
    return next((t for t in mention.sentence if t.idx <= position < t.idx + len(t.text) + len(t.whitespace_)), None)


def _is_followed(mention: MeetingMention) -> bool:
    """Whether a mention is of what another meeting came after ("Following the May summit, ministers met")."""
    return any(t.dep_ == "prep" and t.lower_ in ("after", "following", "since") for t in mention.head.ancestors)


def _in_its_clause(when: dates.When, mention: MeetingMention) -> bool:
    """Whether a date belongs to the verb of a meeting's own clause ("chaired by Ada Wren on Wednesday")."""
    token = token_at(mention, when.span[0])
    verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None) if token is not None else None
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


def _ends(when: dates.When, mention: MeetingMention) -> bool:
    """Whether a date is that on which a meeting is said to have ended, and not the day of "the meeting on Friday"."""
    token = token_at(mention, when.span[0])
    above = itertools.takewhile(lambda t: t.pos_ not in ("VERB", "AUX"), token.ancestors if token is not None else ())
    if token is None or "/" in when.iso or mention.head in (through := list(above)):
        return False
    verb = next(iter((through or [token])[-1].ancestors), None)
    return verb is not None and verb.lemma_ in ENDING


def _around(iso: str) -> str | None:
    """When a meeting was of which only the last day is told, which need not have been its only one: the month."""
    day = datetime.date.fromisoformat(iso)
    return iso[:7] if day.day >= USUAL_DAYS else None


def _begun(mention: MeetingMention, day: datetime.date) -> datetime.date | None:
    """The first day of a meeting that ended on a day, where its sentence tells it: "which had begun on Tuesday"."""
    text = text_of(mention.sentence)
    starts = {match.end() for match in _BEGAN.finditer(text)}
    found = [w for w in dates.find(text, day, "past") if w.precision == "day"]
    first = next((datetime.date.fromisoformat(w.iso) for w in found if starts & {w.span[0], w.span[0] + 3}), None)
    return first if first is not None and 0 < (day - first).days < LONGEST_MEETING else None


def _ended(when: dates.When, mention: MeetingMention, day: datetime.date) -> datetime.date | None:
    """The last day of a meeting that opened on a day, where its sentence tells it: "opened on 9 May and runs to 11".

    Nothing where something else closed.
    """
    token = token_at(mention, when.span[0])
    verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None) if token is not None else None
    if verb is None or verb.lemma_ not in OPENING:
        return None
    text = text_of(mention.sentence)
    ends = {match.end() for match in _ENDED.finditer(text) if _is_its_end(match, mention)}
    told = (w for w in dates.find(text, day, "future") if w.precision == "day" and w.span[0] in ends)
    last = next((datetime.date.fromisoformat(w.iso) for w in told), None)
    later = _DAYS_LATER.search(text)
    if last is None and later is not None and _is_its_end(later, mention):
        last = day + datetime.timedelta(days=number_of(later["days"]) or 0)
    return last if last is not None and 0 < (last - day).days < LONGEST_MEETING else None


def _is_its_end(match: re.Match[str], mention: MeetingMention) -> bool:
    """Whether a verb tells of a meeting that it ended: no subject of its own, but the meeting or a pronoun."""
    verb = token_at(mention, match.start())
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")] if verb is not None else []
    return verb is not None and all(c is mention.head or c.pos_ == "PRON" for c in subjects)


def _second_day(when: dates.When, mention: MeetingMention, anchor: datetime.date | None) -> datetime.date | None:
    """The day after another, where a meeting was on both: "met on Monday and Tuesday"."""
    text, after = text_of(mention.sentence), datetime.date.fromisoformat(when.iso) + datetime.timedelta(days=1)
    behind = (w for w in _whens(mention, anchor) if _NEXT_DAY.fullmatch(text, when.span[1], w.span[0]))
    return after if any(w.iso == after.isoformat() for w in behind) else None


def _whole(when: dates.When, mention: MeetingMention, parsed: ArticleParse) -> str:
    """The days of a meeting that is said to have lasted several, where only its first or last day is named."""
    if "/" in when.iso:
        return when.iso
    begun = _begun(mention, datetime.date.fromisoformat(when.iso)) if _ends(when, mention) else None
    if begun is not None:
        return f"{begun.isoformat()}/{when.iso}"
    day = datetime.date.fromisoformat(when.iso)
    ended = _ended(when, mention, day)
    if ended is not None:
        return f"{when.iso}/{ended.isoformat()}"
    second = _second_day(when, mention, parsed.article.date)
    if second is not None:
        return f"{when.iso}/{second.isoformat()}"
    opening = " ".join(text_of(s) for n, (_, s) in enumerate(parsed.sentences()) if n < 5)
    match = _DURATION.search(opening)
    if not match:
        return when.iso
    days = number_of(match["days"]) or 1
    more = datetime.timedelta(days=days - 1)
    verbs = {v.lemma_ for v in mention.clause.chain} if mention.clause else set[str]()
    later = (w for w in dates.find(opening, day, "future") if w.iso == (day + more).isoformat())
    goes_on = any(_ENDS.search(opening, 0, w.span[0]) for w in later)
    first, last = (day, day + more) if verbs & OPENING or goes_on else (day - more, day)
    return f"{first.isoformat()}/{last.isoformat()}"
