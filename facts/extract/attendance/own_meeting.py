"""Whether a phrase of a clause means the meeting that the article is about."""

from __future__ import annotations

import re

from facts import dates
from facts.extract.draft import Material, Sentence
from facts.folding import fold
from facts.parse.clauses import Argument
from facts.parse.numbers import ORDINAL_WORDS
from facts.parse.words import BODY_NOUNS, GATHERING_NOUNS, MEETING_NOUNS

POINTING = frozenset({"the", "this", "today", "yesterday", "its", "their", "his", "her"})
"""Words that begin a phrase for something known."""
PLAIN = frozenset(
    """first-ever historic inaugural morning afternoon evening day two-day three-day virtual online hybrid today
    yesterday the this 's video telephone plenary closed-door""".split()
)
"""Words that tell no meeting from another."""
EARLY = 5
"""How many sentences into an article somebody who meets is at the article's meeting."""


def day_of(material: Material) -> str | None:
    """The day of the article's meeting, as a question says it; None where it is not known to the day."""
    meeting = material.found_meeting.meeting
    day = (meeting.date or "") if meeting is not None else ""
    return dates.readable(day) if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None


def means_meeting(phrase: Argument, sentence: Sentence, material: Material) -> bool:
    """Whether a phrase means the article's own meeting: by its name, or as "the meeting"."""
    meeting = material.found_meeting.meeting
    called = fold(" ".join((meeting.name, *meeting.aliases))).split() if meeting is not None else []
    known = {*called, *(word.rstrip("'") for word in called)}  # "the Members' meeting"
    antecedent = sentence.antecedents.get(phrase.start)
    if antecedent is not None:
        where = {"at", "in", *fold((meeting and meeting.place) or "").replace(",", "").split()}
        words = set(fold(antecedent.name).split()) - PLAIN - GATHERING_NOUNS
        return antecedent.name == material.label or (len(words & known) > 1 and words <= known | where)
    named = material.found_meeting.named
    if named is not None and named.sentence == sentence.span and phrase.start <= named.head.i < phrase.end:
        return True
    head, doc = phrase.head, phrase.head.doc
    if head.lemma_.lower() not in MEETING_NOUNS:
        return False
    own = [t for t in doc[phrase.start : head.i + 1] if not t.is_punct and t.text != "'"]
    inside = [t for t in doc[head.i + 1 : phrase.end] if t.pos_ == "PROPN" and t.ent_type_ != "DATE"]
    lasting = {t.folded for t in own if t.like_num and "day" in (t.nbor(1).lower_, t.nbor(2).lower_)}  # "two-day"
    telling = {t.folded for t in (*own, *inside)} - PLAIN - GATHERING_NOUNS - lasting
    numbered = {t.folded for t in own if t.ent_type_ == "ORDINAL" or t.folded in ORDINAL_WORDS}
    if meeting is not None and (meeting.number is None or {ORDINAL_WORDS.get(n) for n in numbered} == {meeting.number}):
        telling -= numbered | BODY_NOUNS
    if telling:
        return telling <= known and own[0].lower_ in POINTING
    named_so = meeting is not None and head.folded in fold(meeting.name).split()
    return (named_so or head.lemma_.lower() in GATHERING_NOUNS) and own[0].lower_ in POINTING
