"""How long a meeting lasted of which a text names one day: its first, its last, or how many there were."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator, Sequence

from facts import dates
from facts.folding import squeezed
from facts.meeting.mention import MeetingMention, text_of, token_at
from facts.parse.numbers import number_of
from facts.parse.parser import ArticleParse
from facts.parse.tree import Token
from facts.parse.words import GATHERING_NOUNS

LONGEST_MEETING = 15
"""How many days a meeting lasts at most."""

READ = 12
"""How many sentences of an article are read for other days of its meeting."""

USUAL_DAYS = 5
"""How many days a meeting lasts of which only the last is told, at most as a rule."""

_DURATION = re.compile(
    r"\b(?P<days>two|three|four|five|six|seven|2|3|4|5|6|7)(?:-day|\sdays\sof)\s(?:[\w’'-]+\s){0,4}?(?:"
    + "|".join(sorted(GATHERING_NOUNS | {"congress", "review", "assembly", "forum"}))
    + r")\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\bthe (?:two|three|four|five|six|seven)-day (?P<noun>[a-z]+)\b")
"""Where a text says of its meeting how many days it has: "delegates attended the five-day meeting"."""
_ANY = frozenset({"event", "gathering", "meeting"})
"""What any meeting may be called later in a text."""
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
ENDING = frozenset({"adjourn", "close", "collapse", "conclude", "end", "finish", "recess", "wrap"})
"""Verbs of the last day of a meeting."""
_ENDING_WITH = {
    "break": {"off", "up"},
    "bring": {"close", "end"},
    "come": {"close", "end"},
    "draw": {"close", "end"},
    "fall": {"apart"},
    "go": {"recess"},
}
"""Verbs that are of the last day with one of some words below them: "broke up", "came to a close"."""

_LASTING = frozenset("assembly conference congress convention forum session summit talks".split())
"""Meetings (folded lemmas) that last some days as a rule."""
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_LAST = "closing|concluding|final|last"
_DAY_OF = re.compile(
    rf"\b(?P<nth>{'|'.join(_ORDINALS)}|opening)?(?:\sand\s)?(?P<last>{_LAST})?\sday\sof\s(?:[\w’'-]+\s){{0,8}}?(?:"
    + "|".join(sorted(GATHERING_NOUNS | {"congress", "review", "assembly", "forum"}))
    + r")\b",
    re.IGNORECASE,
)
"""Which of a meeting's days a text tells of: "the second and final day of the Tarn summit"."""

_SEVERAL = re.compile(
    r"\b(?:(?:days|(?:a|one|two|three) weeks?)(?:[ ]of|-long)|week-?long)\s(?:[\w’'-]+\s){0,3}?"
    r"(?:bargaining|debates?|deliberations?|discussions?|haggling|meetings?|negotiations?|sessions?|sittings?|talks)\b"
    r"|\bstill (?:going on|in session|meeting|under ?way)\b",
    re.IGNORECASE,
)
"""What says that a meeting went on for more than a day: "after days of haggling"."""
_AHEAD = re.compile(
    r"\b(?:hop(?:ing|es?) to|(?:is|are|was|were) (?:due|expected|set|to)\b|will|would)\b[^.]{0,80}\b"
    r"(?:discuss|examine|focus|look|review|take up|talk|address|consider|debate|decide)\w*\b|\bhoping to\b"
)
"""What says that those at a meeting have yet to do what they came for."""
_CLOCK = re.compile(r"\b\d{1,2}(?:[.:]\d\d|\s?[ap]\.?m\b)|\bo['’]clock\b")
"""An hour: what opened at one was a meeting of a day."""
_LISTED = re.compile(r",?\s(?:and|&)\s(?:on\s)?(?:the\s)?|,\s")
"""What stands between the days that are listed."""
_SAID_OF_LAST = re.compile(r"\s(?:are|has|have|is|was|were|will)\b")
"""What stands behind a day that begins another clause: "met on 3 June, and 5 June was set for the vote"."""
_NEXT_DAY = re.compile(r",?\sand\s(?:on\s)?(?:the\s)?")
"""What stands between the two days of a meeting: "on Monday and Tuesday"."""


def ends(when: dates.When, mention: MeetingMention) -> bool:
    """Whether a date is that on which a meeting is said to have ended, and not the day of "the meeting on Friday"."""
    token = token_at(mention, when.span[0])
    above = itertools.takewhile(lambda t: t.pos_ not in ("VERB", "AUX"), token.ancestors if token is not None else ())
    if token is None or "/" in when.iso:
        return False
    if mention.head in (through := list(above)):
        closed = mention.head.dep_ == "dobj" and mention.head.head.lemma_ in ENDING
        return closed and mention.head.lemma_.lower() in _LASTING
    verb = next(iter((through or [token])[-1].ancestors), None)
    return verb is not None and (verb.lemma_ in ENDING or _has_ending_word(verb))


def _has_ending_word(verb: Token) -> bool:
    """Whether what stands below a verb makes it one of the last day: "broke up", "came to an end"."""
    wanted = _ENDING_WITH.get(verb.lemma_, set[str]())
    return any(c.lower_ in wanted or any(g.lower_ in wanted for g in c.children) for c in verb.children)


def is_one_of_several(mention: MeetingMention) -> bool:
    """Whether a sentence tells of one day of a meeting that had others: "the opening day of the summit"."""
    return _tells_one_of_several(text_of(mention.sentence))


def is_opening(when: dates.When, mention: MeetingMention) -> bool:
    """Whether a date is that of the day on which a meeting began, and that is all that its sentence tells of it."""
    token = token_at(mention, when.span[0])
    verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None) if token is not None else None
    if verb is None or verb.lemma_ not in OPENING or _CLOCK.search(text_of(mention.sentence)):
        return False
    return verb.head is mention.head or any(c is mention.head for c in verb.children) or verb is mention.head


def is_part_of_longer(day: str, mention: MeetingMention, parsed: ArticleParse) -> bool:
    """Whether an article tells of several days of a meeting of which it dates one.

    Of what lasts some days as a rule a second day is told where anything is dated within a few days of the first.
    """
    opening = [(s, text_of(s)) for _, s in parsed.sentences()][:READ]
    if any(_SEVERAL.search(text) or _tells_one_of_several(text) for _, text in opening):
        return True
    noun = mention.head
    called = _ANY | {noun.lemma_.lower()}
    told = (match for _, s in parsed.sentences() if (match := _WHOLE.search(text_of(s))) is not None)
    if any(match["noun"] in called and not dates.find(match.string, parsed.article.date) for match in told):
        return True
    at_once = any(c.dep_ == "compound" and c.lower_ in ("news", "press") for c in noun.children)
    if noun.lemma_.lower() not in _LASTING or at_once:
        return False
    return any(_is_beside(day, when.iso) for _, text in opening for when in _past_days(text, parsed.article.date))


def _tells_one_of_several(text: str) -> bool:
    found = _DAY_OF.search(text)
    return found is not None and bool(found["nth"] or found["last"])


def _past_days(text: str, anchor: datetime.date | None) -> Iterator[dates.When]:
    """The days of a text on which something was, up to that of its article."""
    for when in dates.find(text, anchor, "past"):
        is_writing = when.text.lower() == "today" and text[when.span[1] :].startswith(("’s", "'s"))
        gone = anchor is None or when.iso <= anchor.isoformat()
        if when.precision == "day" and gone and not is_writing and dates.tense_at(text, *when.span) == "past":
            yield when


def _is_beside(day: str, other: str) -> bool:
    apart = abs((datetime.date.fromisoformat(day) - datetime.date.fromisoformat(other)).days)
    return 0 < apart < USUAL_DAYS


def month_of_opening(iso: str, anchor: datetime.date | None) -> str | None:
    """When a meeting was of which only the first day is told: the month, but long after nothing."""
    late = anchor is not None and (anchor - datetime.date.fromisoformat(iso)).days > LONGEST_MEETING // 2
    return None if late else iso[:7]


def around(iso: str) -> str | None:
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


def _second_day(when: dates.When, mention: MeetingMention, whens: Sequence[dates.When]) -> datetime.date | None:
    """The day after another, where a meeting was on both: "met on Monday and Tuesday"."""
    text, after = text_of(mention.sentence), datetime.date.fromisoformat(when.iso) + datetime.timedelta(days=1)
    behind = (w for w in whens if _NEXT_DAY.fullmatch(text, when.span[1], w.span[0]))
    return after if any(w.iso == after.isoformat() for w in behind) else None


def whole(when: dates.When, mention: MeetingMention, whens: Sequence[dates.When], parsed: ArticleParse) -> str:
    """The days of a meeting that is said to have lasted several, where only its first or last day is named.

    `whens` are the dates beside its mention.
    """
    if "/" in when.iso:
        return when.iso
    begun = _begun(mention, datetime.date.fromisoformat(when.iso)) if ends(when, mention) else None
    if begun is not None:
        return f"{begun.isoformat()}/{when.iso}"
    day = datetime.date.fromisoformat(when.iso)
    ended = _ended(when, mention, day)
    if ended is not None:
        return f"{when.iso}/{ended.isoformat()}"
    second = _second_day(when, mention, whens)
    if second is not None:
        return f"{when.iso}/{second.isoformat()}"
    opening = " ".join(text_of(s) for n, (_, s) in enumerate(parsed.sentences()) if n < 5)
    match = _DURATION.search(opening)
    days = (number_of(match["days"]) or 1) if match else None
    counted = _counted(text_of(mention.sentence), day, days)
    if counted is not None or days is None:
        return counted or when.iso
    more = datetime.timedelta(days=days - 1)
    verbs = {v.lemma_ for v in mention.clause.chain} if mention.clause else set[str]()
    later = (w for w in dates.find(opening, day, "future") if w.iso == (day + more).isoformat())
    goes_on = any(_ENDS.search(opening, 0, w.span[0]) for w in later)
    if not (verbs & OPENING or goes_on or _is_over(when, mention, parsed)):
        return when.iso[:7]
    first, last = (day, day + more) if verbs & OPENING or goes_on else (day - more, day)
    return f"{first.isoformat()}/{last.isoformat()}"


def _is_over(when: dates.When, mention: MeetingMention, parsed: ArticleParse) -> bool:
    """Whether a day of a meeting of several was its last: it ended then, or nothing is told as yet to come of it."""
    opening = " ".join(text_of(s) for n, (_, s) in enumerate(parsed.sentences()) if n < 5)
    return ends(when, mention) or _AHEAD.search(opening) is None


def _counted(text: str, day: datetime.date, days: int | None) -> str | None:
    """All days of a meeting of which a text says which one a day was, if it says how many there were."""
    found = _DAY_OF.search(text)
    if found is None:
        return None
    nth = (found["nth"] or "").lower().replace("opening", "first")
    before = _ORDINALS.index(nth) if nth else (days or 0) - 1
    total = before + 1 if found["last"] else days
    if before < 0 or total is None or total <= before:
        return None
    first = day - datetime.timedelta(days=before)
    return f"{first.isoformat()}/{(first + datetime.timedelta(days=total - 1)).isoformat()}"


def told_days(text: str, day: str, anchor: datetime.date | None) -> str | None:
    """Several days that a text lists from one on and that are no stretch, as it has them; None for a single day.

    >>> told_days("It met on 3 and 5 June in Ostrand.", "2024-06-03", datetime.date(2024, 6, 12))
    '3 and 5 June 2024'
    """
    whens = [w for w in dates.find(text, anchor) if w.precision in ("day", "range")]
    listed = list(itertools.dropwhile(lambda w: w.iso != day, whens))
    for n, (one, other) in enumerate(itertools.pairwise(listed), start=1):
        if not _LISTED.fullmatch(text, one.span[1], other.span[0]):
            listed = listed[:n]
    if len(listed) < 2 or _SAID_OF_LAST.match(text, listed[-1].span[1]):
        return None
    said, year = squeezed(text[listed[0].span[0] : listed[-1].span[1]]), listed[-1].iso[:4]
    return said if year in said else f"{said}{',' if said[-1].isdecimal() else ''} {year}"
