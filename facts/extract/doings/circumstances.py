"""When, where, how long, how often and why: of what a text tells as done, where a stranger understands the question."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts import dates
from facts.dates.clock import time_in
from facts.extract.answers import answer_of, said, whole_end
from facts.extract.doings.asked import at_meeting, clearly, own_day
from facts.extract.doings.names import is_name, is_unknown
from facts.extract.doings.reasons import why
from facts.extract.doings.verbs import ASKED_ABOUT, CONVENING, HAPPENING, SETTING, SPEAKING, SPOKEN, UNASKED, URGING
from facts.extract.doings.wholes import is_destination, is_figurative
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.schedule.timing import frequency_or_duration, said_date
from facts.meeting import MeetingMention
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_body, is_person, is_plural, lowered
from facts.parse.words import GATHERING_NOUNS, MEETING_NOUNS, PLACE_ENTITIES
from facts.questions import ClauseWords, dates_in, in_full, is_anchored, is_anothers, is_past, phrased
from facts.questions.asking import joined
from facts.questions.tense import RELATIVE_CLAUSE
from facts.questions.verb_words import base_of

BORDERS = {"by": "By when", "from": "From when", "since": "Since when", "till": "Until when", "until": "Until when"}
"""How one asks for a date behind a preposition that says where a time begins or ends."""
WITHIN = frozenset({"at", "in", "into", "on", "to"})
"""Prepositions of a place that an answer does without."""
POINT = frozenset({"", "at", "during", "early in", "early on", "in", "late in", "late on", "on", "on the", "the"})
"""What may stand before a date that says when something was so."""
TAKING = frozenset("airlift bring deport evacuate extradite fly move rush send take transfer".split())
"""Verbs of bringing somebody somewhere."""
HOLDING = frozenset({"convene", "gather", "hold", "reconvene"})
"""Verbs by which a text says that a meeting was."""
ENDING = frozenset({"conclude", "end", "finish"})
"""What meetings do and bodies do not."""
MEANS = frozenset(
    """acclamation ballot boat bus car consensus email e-mail ferry hand letter link lot mail phone plane post radio
    ship telephone train video videoconference""".split()
)
"""Nouns behind "by" that tell how."""
PASSED = frozenset("area autumn city day fall month region spring street summer town week winter year".split())
"""Nouns behind "through" that tell where or when."""
MOTION = frozenset({"fly", "move", "return", "sail", "travel", "withdraw"})
"""Verbs of going somewhere."""


def circumstances(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """Yield what the phrases of time, place, cause and aim of a clause give."""
    lemma, words = clause.verb.lemma_.lower(), _in_the_past(words)
    alone = not clause.passive and clause.first("object") is None
    if lemma in ENDING and alone and clause.subject is not None and is_body(clause.subject.head):
        return  # "the meeting of the Tarn Board, which ended on Friday"
    urged = lemma in URGING and clause.first("object", "recipient") is not None
    if urged and clause.first("infinitive", "purpose", "content") is not None:
        yield from when_told(material, sentence, clause, words)
        return  # of what was urged only the text knows whether it was so at all
    says = lemma not in UNASKED or lemma in HAPPENING | CONVENING | MOTION
    if says or clause.first("object", "attribute", "infinitive") is not None:
        yield from when_told(material, sentence, clause, words)
        yield from _how_long(material, sentence, clause, words)
    if lemma not in UNASKED | SPOKEN or lemma in CONVENING | MOTION or (clause.passive and lemma in TAKING):
        yield from where_told(material, sentence, clause, words)
    if clause.first("content") is None:
        yield from why(material, sentence, clause, words)
    yield from _how(material, sentence, clause, words)


def _in_the_past(words: ClauseWords) -> ClauseWords:
    """The words of a clause with what had been done as done: one asks when the session began, not when it had begun."""
    clause = words.clause
    if words.front != "had" or len(clause.chain) > 1 or "not" in words.middle:
        return words
    if clause.passive:
        several = clause.subject is not None and is_plural(clause.subject.head)
        return dataclasses.replace(words, front="were" if several else "was", middle="")
    told = words.base.partition(" ")[2]
    return dataclasses.replace(words, front="did", middle="", base=joined(base_of(clause.verb), told))


def when_told(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The Tarn bridge was opened on Monday", "the ban stays until May": when, until when."""
    doc, day, span = clause.verb.doc, material.parsed.article.date, sentence_span(sentence)
    if _is_by_name(material.found_meeting.dated, clause):
        return
    times = [a for a in clause.all("time") if dates_in(clause, a, day)]
    if len(times) != 1 or times[0].head.pos_ in ("VERB", "AUX") or is_anothers(clause, times[0]):
        return
    if clause.lemma == "be" and clause.first("attribute") and times[0].start < clause.verb.i:
        return  # "the topics this year were ferries"
    if clause.subject is not None and (doc[clause.subject.start].lower_ in ("a", "an") or is_unknown(words)):
        return  # "When was a man arrested?": which man?
    plain = RELATIVE_CLAUSE.split(doc.span(times[0].start, times[0].end).text)[0]
    found = dates_in(clause, times[0], day)
    if len(found) != 1:
        return
    when = found[0]
    over = is_past(clause) or (clause.verb.tag_ == "VBD" and len(clause.chain) == 1)
    if over and day is not None and when.iso[:10] > day.isoformat():
        return  # "had heard her in 31 days": how long; "scheduled a hearing on Monday": on which it is to be
    if clause.verb.lemma_.lower() in SETTING and any(a.end == times[0].start for a in clause.all("object")):
        return  # "called an election on 14 May": which of them was then?
    if _is_of_object(material, clause, times[0], when.iso):
        return
    before, after = plain[: when.span[0]].strip().lower(), plain[when.span[1] :].strip(" ,")
    time = time_in(plain) if when.time else None
    if time:
        question = clearly(material, words.ask("At what time", times[0]), words)
        if question:
            yield Draft("when", question, time, span, confidence=0.75, rule="event.time")
    word = "When" if before in POINT else BORDERS.get(before)
    if word is None or after or when.precision not in ("day", "month", "year") or when.approximate:
        return
    if before == "since" and words.front not in ("has", "have"):
        return  # "Since when did she be president?"
    answer = said_date(when, when.text)
    rest = words.rest(times[0]) or ""
    met = clause.verb.lemma_.lower() in CONVENING
    if clause.first("purpose") and not met and rest and not is_anchored(f"- {rest}"):
        return  # "announced new steps to mend the Tarn bridge"
    to_do = clause.first("infinitive") or (clause.first("purpose") if clause.lemma in URGING else None)
    told = in_full(to_do, sentence.antecedents) if to_do is not None else ""
    if told is None or clause.first("content") is not None:
        return
    aged = (a for a in clause.all("attribute") if a.head.lower_ == "aged")
    question = own_day(material, words.ask(word, times[0], *aged, last=told), words)
    if question and answer not in question:
        yield Draft("when", question, answer, span, value=when.iso, confidence=0.85, rule="event.when")


def _is_of_object(material: Material, clause: Clause, time: Argument, day: str) -> bool:
    """Whether a day belongs to what was spoken of: "the ministers welcomed the opening of the pier in April", who met
    in June."""
    thing, meeting = clause.first("object"), material.found_meeting.meeting
    held = meeting.date if meeting is not None else None
    if thing is None or held is None or thing.end != time.start or clause.verb.lemma_.lower() not in SPEAKING:
        return False
    first, _, last = held.partition("/")
    return not (first.startswith(day) or first <= day <= (last or first))


def _how(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The Tarn council saved the pier by selling bonds", "through a loan", "by video link": how."""
    for argument in clause.all("manner", "oblique"):
        if argument.start < clause.verb.i or not (_is_by_doing(clause, argument) or _is_means(clause, argument)):
            continue
        answer = said(clause.verb.doc, argument.start, whole_end(argument), sentence.antecedents)
        question = clearly(material, words.ask("How", argument), words)
        if question and answer and len(answer.split()) > 2:
            yield Draft("how", question, answer, sentence_span(sentence), confidence=0.75, rule="event.how")
            return


def _is_by_doing(clause: Clause, argument: Argument) -> bool:
    """Whether a phrase tells by doing what: "by selling bonds"."""
    doc = clause.verb.doc
    doing = next((c for c in argument.head.children if c.dep_ == "pcomp" and c.tag_ == "VBG"), None)
    if doc[argument.start].lower_ != "by" or doing is None:
        return False
    return not (clause.passive and doc[doing.i + 1].tag_ == "NNS")  # "stopped by shouting pilots" is who, not how


def _is_means(clause: Clause, argument: Argument) -> bool:
    """Whether a phrase tells by what means something was done: "through a loan", "by video link", no place or time."""
    noun = next((c for c in argument.head.children if c.dep_ in ("pobj", "pcomp")), None)
    if noun is None or noun.ent_type_ in (*PLACE_ENTITIES, "DATE", "TIME") or is_person(noun):
        return False
    first = clause.verb.doc[argument.start].lower_
    if first in ("through", "via") and argument.head.i == argument.start:
        done = clause.first("object") is not None or clause.passive
        return first == "via" or (done and noun.lemma_.lower() not in PASSED)
    return first == "by" and noun.lemma_.lower() in MEANS


def _how_long(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The Tarn ferry stopped for three days", "the board meets every month": how long, how often."""
    if clause.lemma == "be" and clause.first("attribute"):
        return  # "the mandate is for six months, subject to renewal"
    for argument in clause.arguments:
        text = argument.head.doc.span(argument.start, argument.end).text
        word = frequency_or_duration(text) if argument.role in ("time", "manner", "oblique") else None
        question = clearly(material, words.ask(word, argument), words) if word else None
        if question:
            answer = re.sub(r"^for\s+", "", text)
            yield Draft("how", question, answer, sentence_span(sentence), confidence=0.75, rule="event.how_long")
            return


def where_told(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "Ada Wren signed the Tarn pact in Oslo", "flew to Oslo": where."""
    places = list(clause.all("place"))
    if clause.verb.lemma_ in (TAKING if clause.passive else MOTION):
        places += [a for a in clause.all("oblique") if a.preposition == "to" and not _is_to_somebody(a)]
    if _is_by_name(material.found_meeting.placed, clause) or is_unknown(words):
        return
    if len(places) != 1 or places[0].head.pos_ == "ADV" or clause.verb.lemma_.lower() in ASKED_ABOUT:
        return
    inner = next((c for c in places[0].head.children if c.dep_ == "pobj"), places[0].head)
    if inner.lemma_.lower() in GATHERING_NOUNS | MEETING_NOUNS:
        return  # at what meeting is no place
    if is_figurative(inner) or (places[0].role == "oblique" and not is_destination(inner)):
        return  # "will return to her old job"
    if places[0].preposition == "on" and inner.pos_ == "PROPN":
        return  # "the Tarn Declaration on Clean Freight"
    within = places[0].preposition in WITHIN
    told = places[0] if within else dataclasses.replace(places[0], preposition=None)
    question, answer = (
        _where_asked(material, words.ask("Where", places[0]), words),
        answer_of(told, sentence.antecedents, 12),
    )
    if answer and not within:
        answer = lowered(answer, told.head.doc[told.start])  # "outside the hall"
    if question and answer and (is_name(answer) or len(answer.split()) > 2):
        yield Draft("where", question, answer, sentence_span(sentence), confidence=0.75, rule="event.where")


def _is_to_somebody(argument: Argument) -> bool:
    """Whether a phrase tells to whom something was sent."""
    return any(c.dep_ == "pobj" and is_person(c) for c in argument.head.children)


def _is_by_name(mention: MeetingMention | None, clause: Clause) -> bool:
    """Whether a clause says when or where the article's own meeting was held: that is asked by its name alone, whoever
    led or supported it."""
    told = mention.clause if mention is not None else None
    return told is not None and told.verb == clause.verb and clause.verb.lemma_.lower() in HOLDING


def _where_asked(material: Material, question: str | None, words: ClauseWords) -> str | None:
    """A question for a place; where somebody met is asked without the report on the meeting, if that is clear."""
    met = words.clause.verb.lemma_.lower() in CONVENING
    return (at_meeting(material, question, words) if met else None) or clearly(material, question, words)


def dated(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The Tarn pact signed in Oslo in 1998 …": when and where it was signed."""
    verb, noun = clause.verb, clause.verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or len(clause.chain) > 1 or clause.negated or noun.i > verb.i:
        return
    if clause.subject is not None and clause.subject.head is not noun:
        return  # "the meeting of the Tarn Network, held in May": the meeting was
    end = verb.left_edge.i - (verb.doc[verb.left_edge.i - 1].text == ",")
    if any(t.pos_ == "ADP" for t in verb.doc[noun.i : end]):
        return  # "the meeting of the Tarn Network announced in May": which of the two?
    name = in_full(Argument("subject", noun, noun.left_edge.i, end), sentence.antecedents, 12, behind=False)
    if name is None or not is_anchored(f"When {name}") or name.startswith(("a ", "an ")):
        return
    if any(c.dep_ not in ("prep", "punct", "npadvmod", "agent") for c in verb.children):
        return
    was, span = "were" if is_plural(noun) else "was", sentence_span(sentence)
    for argument in clause.all("time", "place"):
        plain = verb.doc.span(argument.start, argument.end).text
        if argument.role == "place":
            place = answer_of(argument, sentence.antecedents, 8)
            if place and is_name(place) and any(t.ent_type_ in PLACE_ENTITIES for t in argument.head.subtree):
                question = phrased("event.placed", be=was, name=name, done=verb.text)
                yield Draft("where", question, place, span, confidence=0.75, rule="event.placed")
            continue
        found = dates.find(plain, material.parsed.article.date, "past")
        if (
            len(found) != 1
            or plain[: found[0].span[0]].strip().lower() not in POINT
            or plain[found[0].span[1] :].strip(" ,")
        ):
            continue
        if found[0].precision in ("day", "month", "year"):
            question, answer = (
                phrased("event.dated", be=was, name=name, done=verb.text),
                said_date(found[0], found[0].text),
            )
            yield Draft("when", question, answer, span, value=found[0].iso, confidence=0.8, rule="event.dated")
