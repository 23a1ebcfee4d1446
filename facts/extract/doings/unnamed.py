"""What was spoken of at a meeting or in a statement where it is not certain who spoke: nobody is named."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.doings.asked import statement_of, with_meeting
from facts.extract.doings.at_it import is_elsewhere, is_of_its_meeting, is_outside
from facts.extract.doings.objects import Spoken
from facts.extract.doings.speakers import group_of, main_verb, spoke_there
from facts.extract.draft import Material
from facts.parse.clauses import Clause
from facts.parse.verbs import past
from facts.questions import phrased

GATHERINGS = frozenset(
    "call conference convening conversation dialogue discussion event forum meeting roundtable session summit".split()
)
"""Nouns of a meeting at which things were spoken of: "the convening highlighted"."""
HONOURING = frozenset({"celebrate", "commend", "honor", "honour", "praise", "recognise", "recognize", "thank"})
"""Verbs of which nobody asks what was: "What was praised at the forum?"."""
THE = frozenset({"the", "today", "yesterday"})
"""How the name of the meeting that an article is about begins."""


def unnamed(material: Material, clause: Clause, spoken: Spoken, about: str) -> Iterator[str]:
    """Ask what was spoken of at a meeting or in a statement, by whomever."""
    lemma, written, subject = clause.verb.lemma_.lower(), statement_of(material), clause.subject
    ours = subject is not None and subject.head.lower_ == "we"
    if ours and (written or not is_of_its_meeting(material)):
        link = "according to" if main_verb(clause).tag_ == "VBD" else "in"
        done = _done(clause, spoken)
        if done and written and not spoken.by_noun:
            told = f"{done} about {about}" if about else done
            yield phrased("statement.written", spoken=told, document=f"{link} {written}")
    elif _is_the_meeting(material, clause):
        done = None if about or lemma in HONOURING else _done(clause, spoken)
        question = with_meeting(material, phrased("statement.there", spoken=done)) if done else None
        if question and not spoken.by_noun:
            yield question
    elif material.meeting_name and spoke_there(material, clause) and (group := group_of(material, clause)):
        told = f"{lemma} {spoken.tail} about {about}" if about else f"{lemma} {spoken.tail}"
        question = with_meeting(
            material, phrased("statement.spoken", what=spoken.word, speakers=group, spoken=" ".join(told.split()))
        )
        if question:
            yield question


def _is_the_meeting(material: Material, clause: Clause) -> bool:
    """Whether what spoke is the article's meeting itself: "the convening highlighted", "the talks covered"."""
    subject = clause.subject
    if subject is None or material.meeting_name is None or main_verb(clause).tag_ != "VBD" or clause.passive:
        return False
    head, first = subject.head, subject.head.doc[subject.start]
    plain = subject.end - subject.start <= (2 if first.lower_ == "the" else 3)
    named = head.lemma_.lower() in GATHERINGS and head.tag_ == "NN" and first.lower_ in THE and plain
    return named and is_of_its_meeting(material) and not is_elsewhere(clause) and not is_outside(material, clause)


def _done(clause: Clause, spoken: Spoken) -> str | None:
    """The participle of a verb of speaking with its preposition, as it stands behind "What was"."""
    lemma = clause.verb.lemma_.lower()
    if lemma in ("speak", "talk", "touch"):
        return "discussed"
    if spoken.tail == "to do":
        return past(lemma) if lemma in ("agree", "decide", "pledge", "promise", "resolve") else None
    if lemma in ("look", "focus", "comment"):
        return None
    return f"{past(lemma)} {spoken.tail}".strip()
