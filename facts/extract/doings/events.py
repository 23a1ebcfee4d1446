"""Who did what, when, where and why: of what a text tells as done, where a stranger would understand the question."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts import dates
from facts.extract.answers import answer_of, is_cut, said, whole_end
from facts.extract.doings.asked import FEWEST_SPOKEN, at_meeting, was_there, with_meeting
from facts.extract.doings.assertions import is_plain, is_prose, is_told
from facts.extract.doings.verbs import (
    AIMING,
    ASKED_ABOUT,
    ASKED_WITH,
    CONVENING,
    HAPPENING,
    OTHERS_ASK,
    SPOKEN,
    UNASKED,
)
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.schedule.timing import said_date
from facts.folding import fold
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_body, is_person, is_plural
from facts.parse.words import PLACE_ENTITIES
from facts.questions import ClauseWords, in_full, is_anchored, is_bare, tense_of

LONGEST_OBJECT = 36
"""How many words what was done to may have as an answer."""
ADDRESSING = frozenset(
    """advise ask brief congratulate encourage instruct invite order persuade press remind request tell thank update
    urge warn""".split()
)
"""Verbs of which it says little who did it without what was said."""
CAUSES = re.compile(
    r"(?:because|due to|owing to|thanks to|in response to|in protest (?:at|against)|as a result of)\b", re.IGNORECASE
)
"""What announces a cause, at the beginning of a phrase."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield who, what, when, where and why for the clauses that are told as so."""
    for sentence in material.sentences:
        if not is_prose(sentence):
            continue
        for clause in sentence.clauses:
            yield from _dated(material, sentence, clause)
            if is_plain(clause) and is_told(clause):
                for words in sentence.readings(clause):
                    yield from _told(material, sentence, clause, words)


def _told(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    lemma = clause.verb.lemma_.lower()
    if lemma not in UNASKED | OTHERS_ASK:
        yield from _who(material, sentence, clause, words)
        yield from _what(material, sentence, clause, words)
    yield from _about(material, sentence, clause, words)
    if words.bare:
        return
    yield from _met(sentence, clause, words)
    if lemma not in UNASKED or lemma in HAPPENING | CONVENING:
        yield from _when(material, sentence, clause, words)
    if lemma not in UNASKED | SPOKEN or lemma in CONVENING:
        yield from _where(sentence, clause, words)
    if lemma in AIMING:
        yield from _aim(sentence, clause, words)
    yield from _why(sentence, clause, words)


def _who(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "Ada Wren opened the Tarn bridge": who did."""
    who = clause.first("agent") if clause.passive else clause.subject
    if who is None or not acts(who) or (not clause.passive and clause.first("object") is None):
        return
    thing = clause.first("object")
    if clause.verb.lemma_ in ADDRESSING or clause.first("content", "infinitive", "purpose"):
        return
    if thing is not None and not is_articled(thing):
        return
    question = words.ask_agent("Who") if clause.passive else words.ask_subject("Who")
    answer = answer_of(who, sentence.antecedents)
    if question is None or answer is None or not is_named(who, answer) or fold(answer) in fold(question):
        return
    if who.start not in sentence.antecedents and is_bare(who.head):
        return
    if was_there(material, clause):
        question = with_meeting(material, question) or ("" if words.bare else question)
    elif words.bare or (clause.verb.lemma_.lower() in SPOKEN and len(question.split()) < FEWEST_SPOKEN):
        return
    if is_anchored(question):
        yield Draft("who", question, answer, sentence_span(sentence), confidence=0.8, rule="event.who")


def _what(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The Tarn council approved a levy on moorings": what it approved."""
    thing = clause.first("object")
    if thing is None or clause.passive or is_person(thing.head) or thing.start < clause.verb.i:
        return
    if clause.verb.lemma_ in ADDRESSING or not is_articled(thing):
        return
    behind = _behind(clause, thing)
    answer = said(clause.verb.doc, thing.start, behind.end, sentence.antecedents, LONGEST_OBJECT)
    out = [a for a in clause.arguments if thing.start <= a.start < behind.end]
    question = at_meeting(material, words.ask("What", *out), words)
    if question and answer and says_something(answer) and not is_cut(clause.verb.doc, thing.start, behind.end):
        yield Draft("what", question, answer, sentence_span(sentence), confidence=0.8, rule="event.what")


def _behind(clause: Clause, thing: Argument) -> Argument:
    """An object with the phrases right behind it, which may be its own: "a levy | on moorings"."""
    end = whole_end(thing)
    for argument in sorted(clause.arguments, key=lambda a: a.start):
        listed = argument.preposition == "including" and argument.start == end + 1
        if (argument.start == end and argument.role in ("oblique", "manner", "purpose", "infinitive")) or listed:
            end = whole_end(argument)
    return dataclasses.replace(thing, end=end)


def _about(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The mayor thanked Tarn for its help", "the mayor warned of floods": for what, of what."""
    lemma = clause.verb.lemma_.lower()
    thing = clause.first("object")
    wanted = (ASKED_WITH.get(lemma),) if thing is not None else ASKED_ABOUT.get(lemma, ())
    what = next((a for a in clause.all("oblique") if a.preposition and a.preposition in wanted), None)
    if what is None or clause.passive or what.start < clause.verb.i:
        return
    behind = [a for a in clause.arguments if a.start >= what.start]
    answer = answer_of(_behind(clause, what), sentence.antecedents, LONGEST_OBJECT)
    rest = words.rest(*behind)
    if rest is None or answer is None or len(answer.split()) < 2:
        return
    question = f"What {words.front} {words.subject} {words.middle} {words.base} {rest} {what.preposition}?"
    question = at_meeting(material, " ".join(question.split()), words) or ""
    if question:
        yield Draft("what", question, answer, sentence_span(sentence), confidence=0.8, rule="event.about")


def _when(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The Tarn bridge was opened on Monday": when."""
    doc = clause.verb.doc
    day = material.parsed.article.date
    times = [a for a in clause.all("time") if dates.find(doc.span(a.start, a.end).text, day, tense_of(clause))]
    if len(times) != 1 or not (
        clause.passive or clause.first("object", "place", "oblique") or clause.verb.lemma_ in HAPPENING
    ):
        return
    plain = doc.span(times[0].start, times[0].end).text
    found = dates.find(plain, material.parsed.article.date, tense_of(clause))
    question = words.ask("When", times[0])
    if question is None or len(found) != 1 or not is_anchored(question) or times[0].head.pos_ in ("VERB", "AUX"):
        return
    when = found[0]
    if when.precision in ("day", "month", "year") and not when.approximate and _is_point(plain, when.span):
        yield Draft(
            "when", question, said_date(when, when.text), sentence_span(sentence),
            value=when.iso, confidence=0.85, rule="event.when",
        )  # fmt: skip


def _dated(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The Tarn pact signed in Oslo in 1998 …": when and where it was signed."""
    verb, noun = clause.verb, clause.verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or len(clause.chain) > 1 or clause.negated or noun.i > verb.i:
        return
    end = verb.left_edge.i - (verb.doc[verb.left_edge.i - 1].text == ",")
    name = in_full(Argument("subject", noun, noun.left_edge.i, end), sentence.antecedents, 12, behind=False)
    if name is None or not is_anchored(f"When {name}") or name.startswith(("a ", "an ")):
        return
    if any(c.dep_ not in ("prep", "punct", "npadvmod", "agent") for c in verb.children):
        return
    was = "were" if is_plural(noun) else "was"
    for argument in clause.all("time", "place"):
        plain = verb.doc.span(argument.start, argument.end).text
        if argument.role == "place":
            place = answer_of(argument, sentence.antecedents, 8)
            if place and is_name(place) and any(t.ent_type_ in PLACE_ENTITIES for t in argument.head.subtree):
                question = f"Where {was} {name} {verb.text}?"
                yield Draft("where", question, place, sentence_span(sentence), confidence=0.75, rule="event.placed")
            continue
        found = dates.find(plain, material.parsed.article.date, "past")
        if len(found) == 1 and found[0].precision in ("day", "month", "year") and _is_point(plain, found[0].span):
            yield Draft(
                "when", f"When {was} {name} {verb.text}?", said_date(found[0], found[0].text),
                sentence_span(sentence), value=found[0].iso, confidence=0.8, rule="event.dated",
            )  # fmt: skip


def _is_point(phrase: str, date: tuple[int, int]) -> bool:
    """Whether a time phrase is a date alone, with "on" or "in" at most before it."""
    before, after = phrase[: date[0]].strip().lower(), phrase[date[1] :].strip(" ,")
    return before in ("", "on", "in", "during", "on the", "the", "late on", "early on") and not after


def _where(sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "Ada Wren signed the Tarn pact in Oslo": where."""
    places = [a for a in clause.all("place") if any(t.ent_type_ in PLACE_ENTITIES for t in a.head.subtree)]
    if (
        len(places) != 1
        or len(list(clause.all("place"))) != 1
        or not (clause.passive or clause.first("object", "oblique"))
    ):
        return
    question, answer = words.ask("Where", places[0]), answer_of(places[0], sentence.antecedents, 12)
    if question and answer and is_anchored(question) and is_name(answer):
        yield Draft("where", question, answer, sentence_span(sentence), confidence=0.75, rule="event.where")


def _why(sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The Tarn bridge was closed because of the flood": why."""
    doc = clause.verb.doc
    for argument in clause.arguments:
        text = doc.span(argument.start, argument.end).text
        if argument.start < clause.verb.i or not CAUSES.match(text) or clause.first("content"):
            continue
        cause = Argument("reason", argument.head, argument.start, argument.end)
        question, answer = words.ask("Why", argument), answer_of(cause, sentence.antecedents)
        if question and answer and is_anchored(question):
            yield Draft("why", question, answer, sentence_span(sentence), confidence=0.75, rule="reason.because")
        return


def _met(sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The mayor met with Ada Wren in Oslo": whom."""
    if clause.verb.lemma_ != "meet" or clause.passive:
        return
    whom = clause.first("object") or next((a for a in clause.all("oblique") if a.preposition == "with"), None)
    if whom is None:
        return
    tail = "with" if whom.role == "oblique" else ""
    question, answer = words.ask("Who", whom, tail=tail), answer_of(whom, sentence.antecedents)
    if question and answer and len(answer.split()) > 1 and is_anchored(question):
        yield Draft("who", question, answer, sentence_span(sentence), confidence=0.75, rule="event.met")


def _aim(sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The mayor met with Ada Wren to discuss the ferry": why."""
    aim = clause.first("purpose")
    question = words.ask("Why", aim) if aim is not None and aim.start > clause.verb.i else None
    why = answer_of(aim, sentence.antecedents) if aim is not None else None
    if question and why and why.startswith(("to ", "in order to ", "so as to ")) and is_anchored(question):
        yield Draft("why", question, why, sentence_span(sentence), confidence=0.75, rule="purpose.met")


def is_articled(argument: Argument) -> bool:
    """Whether a phrase is not in the clipped English of notes: "opened issue", "sent FYI"."""
    doc, head = argument.head.doc, argument.head
    alone = argument.start == head.i and (argument.end == head.i + 1 or doc[head.i + 1].pos_ != "ADP")
    return not (head.tag_ == "NN" and alone) or head.ent_type_ != ""


def acts(argument: Argument) -> bool:
    """Whether a phrase is of somebody or of a body, of which one asks "who"."""
    head = argument.head
    if head.pos_ == "PRON":
        return head.tag_ == "PRP" and head.lower_ != "it"
    return is_person(head) or is_body(head) or head.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")


def is_named(argument: Argument, answer: str) -> bool:
    """Whether an answer names somebody, by a name and not by what all of them are called."""
    return any(t.pos_ == "PROPN" for t in argument.head.doc[argument.start : argument.end]) or (
        argument.head.pos_ == "PRON" and is_name(answer)
    )


def is_name(answer: str) -> bool:
    """Whether an answer names somebody or something: a capital letter in it, behind the articles."""
    return any(word[:1].isupper() for word in answer.split()[1:]) or (
        answer[:1].isupper() and not answer.startswith(("The ", "A ", "An ", "Some ", "Many "))
    )


def says_something(answer: str) -> bool:
    """Whether an answer tells more than a bare noun: "a levy on moorings", and not "the issue"."""
    words = answer.split()
    if not any(c.isalpha() for c in answer):
        return False
    return len(words) > 2 or any(w[:1].isupper() or w[:1].isdigit() for w in words)
