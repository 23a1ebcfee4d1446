"""Of what, for what, to what: what stands behind the preposition of a verb, or of the noun of its object."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.extract.answers import answer_of, is_cut, said
from facts.extract.doings.asked import clearly
from facts.extract.doings.complements import complements
from facts.extract.doings.names import is_articled, is_given
from facts.extract.doings.objects import NOT_SPOKEN, object_of
from facts.extract.doings.partners import GREETED
from facts.extract.doings.repeated import is_said_again, is_urged_again
from facts.extract.doings.trivial import is_of_people
from facts.extract.doings.verbs import (
    ASKED_ABOUT,
    ASKED_WITH,
    CHARGED_WITH,
    CONVENING,
    HAPPENING,
    OTHERS_ASK,
    SAID,
    SPEAKING,
    SPOKEN,
    UNASKED,
)
from facts.extract.doings.wholes import behind_it
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_body, is_person
from facts.questions import ClauseWords, clause_words, is_bare, is_short

BEHIND = ("about", "against", "for", "from", "into", "of", "over", "to", "with")
"""Prepositions behind which people ask for what stands there, of any verb that does nothing to a thing."""
MOVING = frozenset(
    """amount come cost crowd decrease drop fall fly go grow increase listen live move reach refer return rise sail sit
    stay travel withdraw work write""".split()
)
"""Verbs behind which the preposition tells where, how far, of what thing or with whom."""
UNASKED_BEHIND = UNASKED | OTHERS_ASK | NOT_SPOKEN | SPOKEN | SPEAKING | SAID | HAPPENING | CONVENING | MOVING
"""Verbs of which only those prepositions are asked for that the table of them has."""
FEWEST_THANKED = 3
"""How many words what somebody was thanked for has: not "their leadership"."""
POINTING = re.compile(r"\b(?:this|these|those|such) ")
"""What in an answer points to what stood before."""
TOO = re.compile(r",? (?:as well|too|also)$")
"""What links an answer to what stood before it."""
THANKING = frozenset({"commend", "congratulate", "honor", "honour", "praise", "thank"})
"""Verbs of which people ask for what somebody earned it."""
LIGHT = frozenset("deliver express give make offer provide receive share show take".split())
"""Verbs that say little without what their object is of."""
LONGEST_OBJECT = 36
"""How many words what was done to may have as an answer."""


def facts_of(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """Yield what somebody spoke of, thanked or was punished for, took note of."""
    apart = _told_apart(clause)
    if apart is not clause:
        words = clause_words(apart, sentence.antecedents, bare=words.bare) or words
    yield from _about(material, sentence, apart, words)
    yield from _for_what(material, sentence, clause, words)
    yield from _of_noun(material, sentence, clause, words)


def _told_apart(clause: Clause) -> Clause:
    """A clause with what somebody is thanked for by itself, where a parse has it belong to who is thanked."""
    thing, linked = clause.first("object"), ASKED_WITH.get(clause.verb.lemma_.lower())
    if clause.verb.lemma_.lower() not in THANKING or thing is None or clause.passive or not is_person(thing.head):
        return clause
    link = next((c for c in thing.head.children if c.dep_ == "prep" and c.lower_ == linked), None)
    if link is None or link.i <= thing.head.i:
        return clause
    whom = dataclasses.replace(thing, end=link.i)
    what = Argument("oblique", link, link.i, max(thing.end, link.right_edge.i + 1), linked)
    return dataclasses.replace(clause, arguments=(*(a for a in clause.arguments if a is not thing), whom, what))


def _for_what(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "Bo Tam was jailed for contempt of court in 1996": for what."""
    linked = CHARGED_WITH.get(clause.verb.lemma_.lower())
    what = next((a for a in clause.all("oblique", "purpose", "reason") if linked and a.preposition == linked), None)
    if (
        what is None
        or not clause.passive
        or what.start < clause.verb.i
        or any(c.dep_ == "pcomp" for c in what.head.children)
    ):
        return
    answer = answer_of(what, sentence.antecedents)
    question = clearly(material, words.ask("What", what, last=linked or ""), words)
    if question and answer and not is_given(answer, question):
        yield Draft("what", question, answer, sentence_span(sentence), confidence=0.8, rule="event.for_what")


def _about(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The mayor thanked Tarn for its help", "the mayor warned of floods": for what, of what."""
    lemma = clause.verb.lemma_.lower()
    wanted = (ASKED_WITH.get(lemma),) if clause.first("object") is not None else _asked_behind(lemma)
    what = next((a for a in clause.all("oblique") if a.preposition and a.preposition in wanted), None)
    if what is None or clause.passive or what.start < clause.verb.i:
        return
    if any(a.start < what.start < a.end for a in clause.all("object")):
        return  # "congratulated the crews on their work, who had come": the parser took it all for one
    if lemma in SPOKEN and _is_one_of_several(material, sentence, clause, what):
        return
    behind = [a for a in clause.arguments if a.start >= what.start]
    asides = [a for a in clause.arguments if a.start < what.start and a.role in ("agent", "manner", "oblique", "place")]
    if any(a.role != "manner" or a.start > clause.verb.i for a in asides):
        return  # "What did the mayor commit in her letter to?"
    inner = next((c for c in what.head.children if c.dep_ == "pobj"), what.head)
    if lemma in SPOKEN and is_of_people(dataclasses.replace(what, head=inner)):
        return  # "What did the mayor speak about?" of Ada Wren and Bo Tam
    if inner.lemma_.lower() == "time" and any(c.ent_type_ == "ORDINAL" for c in inner.children):
        return  # "asked for the second time about the pier"
    if what.preposition not in ASKED_ABOUT.get(lemma, (ASKED_WITH.get(lemma),)) and (
        is_person(inner) or is_body(inner)
    ):
        return
    if is_bare(inner) or (clause.subject is not None and not is_articled(clause.subject)):
        return
    first, antecedents = what.start + 1, sentence.antecedents
    if clause.verb.doc[first].tag_ == "PRP$":
        if clause.first("object") is None:
            return
        # "The mayor thanked the pilots for their help": theirs are those thanked.
        antecedents = {i: a for i, a in antecedents.items() if i != first}
        if not antecedents.keys().isdisjoint(range(first, what.end)):
            return
    answer = answer_of(behind_it(clause, what), antecedents, LONGEST_OBJECT)
    answer = TOO.sub("", answer) if answer is not None else None
    end = behind_it(clause, what).end
    if answer and end < len(clause.verb.doc) and clause.verb.doc[end].text == ",":
        answer = answer.partition(", including ")[0]  # a list that the parser may have cut
    question = clearly(material, words.ask("What", *behind, last=what.preposition or ""), words)
    if answer and (POINTING.search(answer) or is_cut(clause.verb.doc, what.start, behind_it(clause, what).end)):
        return
    fewest = FEWEST_THANKED if lemma in GREETED else 2
    if question and answer and len(answer.split()) >= fewest and not is_given(answer, question):
        yield Draft("what", question, answer, sentence_span(sentence), confidence=0.8, rule="event.about")


def _asked_behind(lemma: str) -> tuple[str, ...]:
    """The prepositions of a verb without an object behind which people ask for what stands there."""
    return ASKED_ABOUT.get(lemma, () if lemma in UNASKED_BEHIND else BEHIND)


def _is_one_of_several(material: Material, sentence: Sentence, clause: Clause, what: Argument) -> bool:
    """Whether somebody thanked the same people for something else, too, or spoke about something else."""
    whom = clause.first("object")
    if whom is not None:
        return is_urged_again(material, sentence, clause, whom)
    alike = what.preposition
    return is_said_again(
        material, sentence, clause, like=lambda other: any(a.preposition == alike for a in other.arguments)
    )


def _of_noun(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The Tarn council took note of the report", "gave an overview of its work": of what."""
    thing = clause.first("object")
    if clause.verb.lemma_.lower() not in LIGHT or clause.passive or thing is None or clause.subject is None:
        return
    if thing.start < clause.verb.i or object_of(clause) is not None:
        return
    if is_short(clause.subject) and " " not in words.subject:
        return  # "What did Robin give an overview of?"
    whole = behind_it(clause, thing)
    out = [a for a in clause.arguments if thing.start <= a.start < whole.end]
    if words.rest(*out, out=("time",)) or is_cut(clause.verb.doc, thing.start, whole.end):
        return
    for found in (each for each in complements(whole, sentence.antecedents) if each.noun):
        question = clearly(material, words.ask(found.word, *out, tail=found.noun), words)
        answer = said(clause.verb.doc, found.thing.start, found.thing.end, sentence.antecedents, LONGEST_OBJECT)
        if question and answer and not is_given(answer, question):
            yield Draft("what", question, answer, sentence_span(sentence), rule="event.what_of")
            return
