"""What the meeting was for, and what was discussed at it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.extract.answers import answer_of, bare
from facts.extract.doings.assertions import is_plain, is_prose, is_told
from facts.extract.doings.objects import spoken_of
from facts.extract.doings.repeated import is_said_again
from facts.extract.doings.spoken import object_told
from facts.extract.doings.topics import topics_of
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.folding import fold
from facts.parse.clauses import Argument, Clause
from facts.parse.words import GATHERING_NOUNS
from facts.questions import is_participants, phrased

AIM_VERBS = frozenset({"aim", "intend", "seek", "design", "mean"})
AIM_NOUNS = frozenset({"aim", "goal", "objective", "purpose"})
TALK = frozenset({"conversation", "dialogue", "discussion", "engagement", "talk"})
MEETING_VERBS = frozenset({"convene", "gather", "hold", "host", "meet"})
ASIDE = re.compile(r", (?:where|which|who)\b")
"""Where an aim begins to tell more of what it is about."""
REVIEWING = frozenset({"address", "consider", "debate", "discuss", "examine", "review"})
"""Verbs of what a meeting as a whole does with a topic."""
SIDES = frozenset({"both", "delegate", "group", "leader", "member", "minister", "official", "party", "side", "they"})
"""Those who came, as a text calls them when it goes on."""
VAGUE = re.compile(r"\b(?:other|various|several|number|range|variety|issues of|matters of|their|our)\b", re.IGNORECASE)
"""What tells no topic, or whose topic only the text tells."""
LONGEST = 40
"""How many words an aim or a topic may have as an answer."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield the aims and the topics of the article's meeting."""
    if material.meeting_name is None:
        return
    also: list[Draft] = []
    among: list[Draft] = []
    for sentence in material.sentences:
        if is_prose(sentence):
            for clause in sentence.clauses:
                if len(clause.chain) == 1 and is_told(clause):
                    yield from _aim(material, sentence, clause)
                    yield from _discussed(material, sentence, clause)
                    also += _also(material, sentence, clause)
                    among += _among(material, sentence, clause)
    yield from (also + among)[:1]


def is_of_meeting(material: Material, sentence: Sentence, argument: Argument | None) -> bool:
    """Whether a phrase is the article's meeting: "the meeting", or its name."""
    meeting = material.found_meeting.meeting
    if argument is None or meeting is None:
        return False
    antecedent = sentence.antecedents.get(argument.start)
    if antecedent is not None and antecedent.name == material.label:
        return True
    text = fold(argument.head.doc.span(argument.start, argument.end).text.removeprefix("the ").removeprefix("The "))
    named = meeting.series is not None and fold(meeting.series) in text
    return named and fold(argument.head.lemma_) in GATHERING_NOUNS


def _aim(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The forum aimed to …", "the purpose of the forum was to …", "the leaders met to …"."""
    lemma, subject = clause.verb.lemma_.lower(), clause.subject
    aim: Argument | None = None
    if subject is None:
        return
    if lemma in AIM_VERBS and is_of_meeting(material, sentence, subject):
        aim = clause.first("infinitive", "purpose")
    elif (
        lemma in MEETING_VERBS
        and (is_of_meeting(material, sentence, subject) or is_of_meeting(material, sentence, clause.first("object")))
    ) or (lemma in MEETING_VERBS and _names_meeting(material, sentence)):
        aim = clause.first("purpose")
    elif lemma == "be" and subject.head.lemma_.lower() in AIM_NOUNS and _of(material, sentence, subject):
        aim = clause.first("infinitive", "content")
    answer = answer_of(_with_second(aim), sentence.antecedents, LONGEST) if aim is not None else None
    answer = ASIDE.split(answer)[0] if answer else None
    known = fold(material.meeting_name or "").split()
    told = answer and not set(fold(answer).split()[2:]) - {"a", "an", "of", "on", "the"} <= set(known)
    if answer and told and answer.lower().startswith(("to ", "in order to ", "so as to ")):
        question = phrased("purpose.aim", meeting=material.meeting_name or "")
        yield Draft("why", question, answer, sentence_span(sentence), confidence=0.85, rule="purpose.aim")


def _with_second(aim: Argument) -> Argument:
    """An aim with a second one that "and to" joins to it, where the parser put that elsewhere."""
    doc = aim.head.doc
    for i in range(aim.end, min(aim.end + 5, len(doc) - 2)):
        if doc[i].lower_ == "and" and doc[i + 1].lower_ == "to" and doc[i + 2].pos_ == "VERB":
            return dataclasses.replace(aim, end=doc[i + 2].right_edge.i + 1)
        if doc[i].text not in ("(", ")", ",") and not doc[i].is_upper:
            break
    return aim


def _names_meeting(material: Material, sentence: Sentence) -> bool:
    """Whether a sentence is the one that names the article's meeting."""
    named = material.found_meeting.named
    return named is not None and named.sentence.start == sentence.span.start and named.paragraph is sentence.paragraph


def _of(material: Material, sentence: Sentence, aim: Argument) -> bool:
    """Whether an aim is that of the meeting: "the purpose of the meeting"."""
    of = next((c for c in aim.head.children if c.lower_ == "of"), None)
    inner = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    phrase = Argument("oblique", inner, inner.left_edge.i, inner.right_edge.i + 1) if inner is not None else None
    return is_of_meeting(material, sentence, phrase)


def _of_all(material: Material, sentence: Sentence, subject: Argument) -> bool:
    """Whether a subject is the meeting, the talk at it, or those who came."""
    doc, head = subject.head.doc, subject.head
    talk = head.lemma_.lower() in TALK and doc[subject.start].lower_ in ("the", head.lower_)
    return (
        is_of_meeting(material, sentence, subject)
        or is_participants(head)
        or (talk and subject.end - subject.start < 3)
    )


def _discussed(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The discussion focused on trade and aid": what was discussed at the meeting."""
    subject, lemma = clause.subject, clause.verb.lemma_
    if subject is None or clause.passive or not _of_all(material, sentence, subject):
        return
    if lemma not in ("center", "centre", "focus"):
        return
    topic = next((a for a in clause.all("oblique") if a.preposition == "on"), None)
    answer = answer_of(topic, sentence.antecedents, LONGEST) if topic is not None else None
    if answer and len(answer.split()) > 1:
        question = phrased("purpose.discussed", meeting=material.meeting_name or "")
        yield Draft("what", question, bare(answer), sentence_span(sentence), confidence=0.8, rule="purpose.discussed")


def _also(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "They also discussed the new pier": one of the topics of the meeting."""
    subject, topic = clause.subject, clause.first("object")
    if subject is None or topic is None or clause.passive or clause.verb.lemma_ not in REVIEWING:
        return
    goes_on = any(c.lower_ == "also" for c in clause.verb.children) and _together(material, clause, sentence)
    answer = answer_of(topic, sentence.antecedents, LONGEST) if goes_on else None
    if answer and len(answer.split()) > 1 and VAGUE.search(answer) is None:
        question = phrased("purpose.also", meeting=material.meeting_name or "")
        yield Draft("what", question, bare(answer), sentence_span(sentence), confidence=0.8, rule="purpose.also")


def _together(material: Material, clause: Clause, sentence: Sentence) -> bool:
    """Whether all who came do what a clause tells: "the leaders", "they", "the discussion"."""
    subject = clause.subject
    if subject is None:
        return False
    sides = subject.head.lemma_.lower() in SIDES and subject.end - subject.start < 4
    return sides or _of_all(material, sentence, subject)


def _among(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "They discussed the lamps. They discussed the ropes.": one of several that no name in them tells apart."""
    spoken = spoken_of(clause)
    if spoken is None or clause.verb.lemma_ not in REVIEWING or not _together(material, clause, sentence):
        return
    if not is_plain(clause) or topics_of(sentence, spoken.thing) or not is_said_again(material, sentence, clause):
        return
    answer = object_told(clause, spoken, sentence)
    if answer and VAGUE.search(answer) is None:
        question = phrased("purpose.also", meeting=material.meeting_name or "")
        yield Draft("what", question, answer, sentence_span(sentence), confidence=0.8, rule="purpose.among")
