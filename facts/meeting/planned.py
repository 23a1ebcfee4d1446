"""Whether a report announces its meeting, which is yet to be held, and for when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facts import dates
from facts.meeting.lasting import OPENING
from facts.meeting.mention import LEAD, MeetingMention, text_of, token_at
from facts.meeting.times import SUBJECTS, is_ahead, is_moving, is_new_day, is_past, is_span_of_time
from facts.meeting.words import (
    CANCELLING,
    CONVENE_VERBS,
    EARLIER,
    HELD_VERBS,
    MEMBERS,
    OCCASION_VERBS,
    PLANNING,
    SETTING_OUT,
)
from facts.parse.parser import ArticleParse
from facts.parse.sentences import SentenceParse
from facts.parse.tree import Token


def is_planned(mentions: Sequence[MeetingMention]) -> bool:
    """Whether what a text says of a meeting is that it will be, or will not, and nowhere that it was."""
    to_come = any(map(_is_to_come, mentions)) or any(map(_is_off, mentions))
    return to_come and not any(map(_was_held, mentions))


def planned_for(parsed: ArticleParse, mentions: Sequence[MeetingMention]) -> tuple[str | None, MeetingMention | None]:
    """The day, else the month, for which a meeting is planned, behind that of the article, and the mention of it.

    None where it was called off.
    """
    if any(map(_is_off, mentions)):
        return None, None
    written = parsed.article.date.isoformat() if parsed.article.date is not None else ""
    for wanted in (("day", "range"), ("month",)):
        for mention in mentions:
            for when in dates.find(text_of(mention.sentence), parsed.article.date, "future"):
                token = token_at(mention, when.span[0])
                if _is_moved(mention) and (token is None or not is_new_day(token, mention.head.head)):
                    continue
                later = when.iso[:10] > written[: len(when.iso)] and not is_span_of_time(when)
                if when.precision in wanted and later and _is_its(when, mention):
                    return when.iso, mention
    return None, None


def coming(sentences: Sequence[SentenceParse]) -> Iterator[MeetingMention]:
    """Where the lead tells when and where those will meet of whose meeting the text tells more below."""
    for parse in sentences[:LEAD]:
        for clause in parse.clauses:
            members = clause.subject is not None and clause.subject.head.lower_ in MEMBERS
            if members and clause.lemma in CONVENE_VERBS and is_ahead(clause):
                yield MeetingMention(parse.paragraph, parse.span, clause, clause.verb)


def _verbs(mention: MeetingMention) -> tuple[Token, ...]:
    """The verbs that say something of a meeting: those of which it is the subject, who holds it, relative clauses."""
    head = mention.head
    if head.pos_ == "VERB":
        return mention.clause.chain if mention.clause is not None else ()
    held = head.dep_ == "dobj" and head.head.lemma_ in HELD_VERBS
    own = (head.head,) if held or head.dep_ in SUBJECTS else ()
    return (*own, *(c for c in head.children if c.dep_ in ("acl", "relcl")))


def _is_to_come(mention: MeetingMention) -> bool:
    """Whether a mention tells of a meeting to come: "will open", "is to be chaired", "a summit to be held in May"."""
    ahead = mention.clause is not None and is_ahead(mention.clause)
    due = any(map(_is_due, _verbs(mention))) or _is_moved(mention) or _is_gone_to(mention)
    return ahead or due or _opens_on_a_day(mention)


def _opens_on_a_day(mention: MeetingMention) -> bool:
    """Whether a mention tells in the present that a meeting begins on some weekday: "begin talks in Lunn on Monday"."""
    verb = mention.head.head if mention.head.pos_ != "VERB" else mention.head
    base = verb.tag_ == "VB" and verb.dep_ == "ROOT" and any(c.dep_ == "nsubj" for c in verb.children)
    if verb.lemma_ not in OPENING or not (base or verb.tag_ in ("VBP", "VBZ")):
        return False
    alone = not any(c.dep_ == "aux" for c in verb.children)
    return alone and any(t.lower_.endswith("day") and t.ent_type_ == "DATE" for t in verb.subtree)


def _is_moved(mention: MeetingMention) -> bool:
    """Whether a mention tells that a meeting was put off: "the board has put off its meeting"."""
    return mention.head.dep_ in ("dobj", "nsubjpass") and is_moving(mention.head.head)


def _is_gone_to(mention: MeetingMention) -> bool:
    """Whether people are on their way to a meeting: "negotiators have arrived in Lunn for talks"."""
    above = mention.head.head
    verb = above.head
    if mention.head.dep_ != "pobj" or above.lower_ != "for" or verb.lemma_ not in SETTING_OUT:
        return False
    first = next((c for c in verb.children if c.dep_ == "aux"), verb)
    return first.tag_ in ("VBP", "VBZ")  # who "came for the summit" was at it


def _is_off(mention: MeetingMention) -> bool:
    """Whether a mention tells that a meeting will not be: "the summit has been cancelled", "will not be held"."""
    verb = mention.head.head
    denied = verb.lemma_ in HELD_VERBS and any(c.dep_ == "neg" for c in verb.children)
    return mention.head.dep_ in SUBJECTS and (denied or (verb.lemma_ in CANCELLING and bool(_helpers(verb))))


def _is_due(verb: Token) -> bool:
    helpers = _helpers(verb)
    if any(h.lower_ in ("to", "will", "shall") for h in helpers) or (verb.dep_ == "xcomp" and _is_due(verb.head)):
        return True
    if (helpers or [verb])[0].tag_ not in ("VBP", "VBZ"):
        return False
    return _is_about_to(verb) or (verb.tag_ == "VBN" and verb.lemma_ in PLANNING)


def _was_held(mention: MeetingMention) -> bool:
    """Whether a mention tells that a meeting was: it "opened", somebody chaired it or did something "at" it."""
    head = mention.head
    if any(c.lower_ in EARLIER | {"last"} for c in head.children):
        return False
    if head.dep_ in SUBJECTS:
        return is_past(head.head) and not _is_about_to(head.head)
    if head.pos_ == "VERB":
        return is_past(head)
    above = head.head
    if head.dep_ == "pobj" and above.lower_ in ("at", "during", "in"):
        return is_past(above.head)
    held = any(
        c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ in HELD_VERBS and not _helpers(c) for c in head.children
    )
    return held or (head.dep_ == "dobj" and above.lemma_ in OCCASION_VERBS and is_past(above))


def _helpers(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("aux", "auxpass")]


def _is_about_to(verb: Token) -> bool:
    """Whether a verb says that something is or was to be: "the meeting was to decide on the fees"."""
    return verb.lemma_ == "be" and any(c.dep_ == "xcomp" and _is_infinitive(c) for c in verb.children)


def _is_infinitive(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.children)


def _is_its(when: dates.When, mention: MeetingMention) -> bool:
    """Whether a date belongs to a meeting's noun or to a verb that says something of it."""
    token = token_at(mention, when.span[0])
    if token is not None and _is_moved(mention):
        return is_new_day(token, mention.head.head)
    for above in token.ancestors if token is not None else ():
        if above is mention.head or above in _verbs(mention):
            return True
        if above.pos_ in ("AUX", "VERB"):
            return any(above.head is verb and above.dep_ == "xcomp" for verb in _verbs(mention))
    return False
