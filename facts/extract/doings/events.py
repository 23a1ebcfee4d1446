"""Who did what, with whom, of what: of what a text tells as done, where a stranger understands the question."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator

from facts.extract.answers import answer_of, is_cut, said
from facts.extract.doings import about, partners
from facts.extract.doings.about import LONGEST_OBJECT
from facts.extract.doings.asked import clearly, said_when
from facts.extract.doings.assertions import is_asserted, is_plain, is_prose, is_told, source_of, told_by
from facts.extract.doings.circumstances import circumstances, dated
from facts.extract.doings.names import (
    PLACES,
    acts,
    is_articled,
    is_city,
    is_cut_list,
    is_document,
    is_first_names,
    is_given,
    is_named,
    says_something,
    tells_whom,
    tells_whose,
)
from facts.extract.doings.objects import object_of
from facts.extract.doings.partners import GIVING
from facts.extract.doings.reasons import why
from facts.extract.doings.speakers import as_past
from facts.extract.doings.trivial import tells_a_deed
from facts.extract.doings.verbs import (
    ASKED_WITH,
    DEEDS,
    OTHERS_ASK,
    SPOKEN,
    UNASKED,
    UNTELLING,
)
from facts.extract.doings.wholes import behind_it, loses_verb, to_the_end
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.scores import before_outcome
from facts.folding import fold
from facts.model import Kind
from facts.parse.clauses import AUXILIARIES, Argument, Clause
from facts.parse.phrases import is_body, is_person
from facts.parse.words import BODY_NOUNS, DOCUMENT_NOUNS, GATHERING_NOUNS
from facts.questions import (
    ClauseWords,
    clause_words,
    in_full,
    is_anchored,
    is_bare,
    is_cut_off,
    is_participants,
    is_short,
)
from facts.questions.asking import joined
from facts.questions.verb_words import base_of

FEWEST_TOLD, LONGEST_TOLD = 3, 16
"""How many words of what was told a question for who told it repeats."""
FEWEST_ASKED = 8
"""How many words a question has at least that says all that was told."""
ASIDE = re.compile(r", which |(?<=\w)—(?=\w)")
"""Where an answer begins to tell more than what was asked."""
FEWEST_BARE = 2
"""More words than this tell which plan "the plan" is."""
NEEDING = frozenset(
    """add adjourn begin break bring close collapse conclude continue convene decide end finish give open put reconvene
    remove resume send start""".split()
)
"""Verbs that say nothing without what is done to."""
HEADING = re.compile(r"(?:\w+ )?[Mm]inutes of [^.]*\bheld\b")
"""How minutes begin, which tells of their meeting and not of themselves."""
UNNAMED = re.compile(rf"the (?:{'|'.join(sorted(DOCUMENT_NOUNS - BODY_NOUNS))})\b(?! (?:for|of|on|that|to|which)\b)")
"""A document or a plan of which only the text tells which one it is."""
HOW_OFTEN = re.compile(r" (?:again|once|twice)$")
"""How often something was done, taken for a part of it: "the sitting twice"."""
FOUNDING = frozenset({"establish", "found", "set-up"})
"""Verbs of how a body began, which nobody asks of what it befell."""
STAGING = frozenset({"hold", "organise", "organize", "stage"})
"""Verbs of what cities do, too."""
ALONE = frozenset("abstain apologise apologize concede dissent object protest rebel resign retire withdraw".split())
"""Verbs of which one asks who did it without anything more."""
ADDRESSING = frozenset(
    """advise ask brief congratulate encourage instruct invite order persuade press remind request tell thank update
    urge warn""".split()
)
"""Verbs of which it says little who did it without what was said."""
THINGS = frozenset({"EVENT", "FAC", "LAW", "ORG", "PRODUCT", "WORK_OF_ART"})
"""Entities that are things."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield who, what, whom, when, where and why for the clauses that are told as so, by the text or by somebody."""
    yield from _told_apart(_facts(material))


def _told_apart(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts but those that ask again what was asked; what they tell is asked with what it is about."""
    asked: dict[str, str] = {}
    again = False
    for draft in drafts:
        if draft.rule == "event.what":
            again = asked.setdefault(fold(draft.question), draft.answer) != draft.answer
        if again if draft.rule == "event.what_about" else not (again and draft.rule == "event.what"):
            yield draft


def _facts(material: Material) -> Iterator[Draft]:
    for sentence in material.sentences:
        if not is_prose(sentence) or HEADING.match(sentence.span.text):
            continue
        for clause in sentence.clauses:
            yield from dated(material, sentence, clause)
            if clause.chain[0].tag_ == "VBG" and clause.chain[0].dep_ == "conj" and _is_alone(clause):
                continue  # "the right to vote, and saving the pier"
            if not is_plain(clause):
                yield from _not(material, sentence, clause)
                continue
            if is_told(clause):
                for words in (as_past(material, each) for each in sentence.readings(clause)):
                    yield from _told(material, sentence, clause, words)
                yield from _listed(material, sentence, clause)
            elif source := told_by(sentence, clause):
                reading = sentence.words_of(clause)
                yield from according_to(source, _told(material, sentence, clause, reading) if reading else ())
            elif attributed := source_of(sentence, clause):
                yield from according_to(attributed[0], _told(material, sentence, clause, attributed[1]))


def _is_alone(clause: Clause) -> bool:
    """Whether a verb has no auxiliary, nor one that it shares."""
    verbs = (clause.chain[0], clause.chain[0].head)
    return not any(c.dep_ in AUXILIARIES for verb in verbs if verb.tag_ == "VBG" for c in verb.children)


def _not(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The visit to Tarn did not take place owing to floods", "Ada Wren could not come": why not."""
    told = clause.negated and len(clause.chain) == 1 and (is_asserted(clause) or _was_unable(clause))
    words = sentence.words_of(clause) if told else None
    if words is not None:
        yield from why(material, sentence, clause, words)


def _was_unable(clause: Clause) -> bool:
    """Whether a main clause tells what somebody could not do, which was so: "could not come because of the storm"."""
    verb = clause.verb
    unable = any(c.dep_ == "aux" and c.lower_ == "could" and c.nbor().dep_ == "neg" for c in verb.children)
    alone = verb.dep_ == "ROOT" and not any(c.dep_ == "advcl" and c.i < verb.i for c in verb.children)
    return unable and alone and '"' not in clause.sentence.text


def _listed(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "Ada Wren, Dag Moe, Bo Tam and Al Orr visited the Tarn bridge": who did, of more than a question could name."""
    who = clause.subject
    if who is None or sentence.words_of(clause) is not None or clause.passive or not acts(who) or is_cut_off(clause):
        return
    if who.head.pos_ not in ("NOUN", "PROPN") or who.head.dep_ not in ("nsubj", "conj"):
        return
    # No question for who did it says the subject: its head stands in its place.
    head = Argument("subject", who.head, who.head.i, who.head.i + 1)
    for bare in (False, True):
        words = clause_words(dataclasses.replace(clause, subject=head), sentence.antecedents, bare=bare)
        if words is not None:
            whole = dataclasses.replace(words, clause=clause)
            if clause.verb.lemma_.lower() not in UNASKED | OTHERS_ASK:
                yield from _who(material, sentence, clause, whole)
            yield from _who_told(material, sentence, clause, whole)


def according_to(source: str, drafts: Iterator[Draft] | tuple[()]) -> Iterator[Draft]:
    """Drafts of what somebody says, with who says it: nobody is told that it is so."""
    for draft in drafts:
        question = draft.question.partition(", according to ")[0].rstrip("?")
        own = draft.kind == "who" and is_given(draft.answer, source)
        if not own and not is_given(source, f"{question} {draft.answer}"):
            yield dataclasses.replace(draft, question=f"{question}, according to {source}?")


def _told(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    if is_cut_list(words.subject):
        return
    if clause.verb.lemma_.lower() not in UNASKED | OTHERS_ASK:
        yield from _who(material, sentence, clause, words)
        yield from _what(material, sentence, clause, words)
        yield from _done(material, sentence, clause, words)
    yield from _who_told(material, sentence, clause, words)
    yield from about.facts_of(material, sentence, clause, words)
    yield from partners.facts_of(material, sentence, clause, words)
    yield from circumstances(material, sentence, clause, words)


def _who(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "Ada Wren opened the Tarn bridge": who did; "the flood closed the Tarn bridge": what did."""
    who, thing = clause.first("agent") if clause.passive else clause.subject, clause.first("object")
    rest = words.rest(who)
    if (
        who is None
        or rest is None
        or who.head.tag_ == "CD"
        or any(c.dep_ == "nummod" for c in who.head.children)
        or not is_articled(who)
        or clause.verb.lemma_ in ADDRESSING | partners.UNMET | UNTELLING
        or clause.first("content", "infinitive", "purpose")
    ):
        return
    if (clause.passive and thing is not None) or (not clause.passive and thing is None and not acts(who)):
        return
    if thing is not None and (thing.head.doc[thing.start].lower_ in ("no", "nothing") or thing.head.tag_ == "CD"):
        return
    if thing is not None and is_bare(thing.head) and len(rest.split()) <= FEWEST_BARE and rest.islower():
        return  # "Who announced the plan?"
    if thing is None and not clause.passive and clause.verb.dep_ == "advcl":
        return  # "as he had told the clerk": what he told stands before it
    if (base_of(clause.verb) in STAGING and is_city(who)) or (thing is not None and thing.head.ent_type_ == "PERCENT"):
        return  # "Who staged the games?", of a city; "Who received 43%?": of what?
    if UNNAMED.match(rest) and rest.islower():
        return  # "Who called the text imperfect?"
    if rest.startswith("including ") or (thing is None and not clause.passive and clause.lemma in NEEDING):
        return
    if (not rest and (clause.passive or clause.verb.lemma_ not in ALONE)) or tells_whose(clause, who):
        return
    if not acts(who) and who.head.pos_ == "PROPN":
        return
    if thing is None and any(c.lower_ in ("also", "likewise", "too") for c in clause.verb.children):
        return  # "Ada Wren also dissented": others did before
    if clause.lemma == "meet" and thing is None and not any(a.preposition == "with" for a in clause.arguments):
        return  # "Who met in regular session?"
    if (thing is not None and not is_articled(thing)) or (who.start not in sentence.antecedents and is_bare(who.head)):
        return
    word = "Who" if acts(who) else "What"
    if word == "What" and not (clause.passive and _is_cause(who, clause)):
        return
    asked = words.ask_agent(word) if clause.passive else words.ask_subject(word)
    question = clearly(material, asked, words, subject=clause.passive)
    answer = answer_of(who, sentence.antecedents)
    if not question or not answer or is_given(answer, question) or answer.lower().startswith("no "):
        return
    if not tells_whom(who, answer) or is_first_names(who, answer):
        return
    if is_document(who) and (word == "Who" or clause.chain[0].tag_ in ("VBP", "VBZ")):
        return  # what a pact does at all times, or as if it were somebody
    if is_named(who, answer) or (word == "What" and len(answer.split()) > 1):
        kind: Kind = "who" if word == "Who" else "what"
        yield Draft(kind, question, answer, sentence_span(sentence), confidence=0.8, rule=f"event.{kind}_did")


def _is_cause(subject: Argument, clause: Clause) -> bool:
    """Whether one asks "what" did it: not of people, meetings and bodies by common names, nor of what was counted."""
    head, lemma = subject.head, clause.verb.lemma_.lower()
    grouped = is_participants(head) or head.lemma_.lower() in GATHERING_NOUNS
    return not (grouped or lemma in SPOKEN or any(c.dep_ == "nummod" for c in head.children))


def _who_told(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "Ada Wren offered to mend the Tarn bridge", "explained how it was closed": who did."""
    who, what = clause.subject, clause.first("content", "infinitive")
    if who is None or what is None or clause.passive or what.start < clause.verb.i or not acts(who):
        return
    if clause.verb.lemma_ in UNTELLING | {"have"} or (who.start not in sentence.antecedents and is_bare(who.head)):
        return
    if clause.verb.text[:1].isupper() or _is_called(clause, who):
        return
    if what.head.tag_ == "VBG" and clause.first("object"):
        return  # "resumed the office, being voted into it"
    if any(t.tag_ in ("PRP", "PRP$") for t in what.head.subtree) or any(
        a.start > what.start for a in clause.all("object", "content", "infinitive")
    ):
        return
    told = in_full(what, sentence.antecedents, LONGEST_TOLD, bare=words.bare)
    rest = words.rest(out=("place", "manner", "time"))
    whole = words.rest(out=("place", "manner"))
    if told is not None and clause.verb.doc.span(what.start, what.end).text.count(",") > told.count(","):
        return  # what follows a comma may be what it is about: "for asking, or helping to ask"
    answer = answer_of(who, sentence.antecedents)
    if (
        told is None
        or told.startswith("including ")
        or rest is None
        or rest.startswith("including ")
        or not answer
        or not is_named(who, answer)
        or len(told.split()) < FEWEST_TOLD
    ):
        return
    day = (whole or "").removeprefix(rest)
    order = (rest, told, day) if what.role == "infinitive" else (rest, day, told)
    asked = f"Who {joined(words.singular, *order)}?"
    question = clearly(material, asked, words, subject=False)
    if question is None and len(asked.split()) >= FEWEST_ASKED:
        question = said_when(material, asked, words)
    if question and not is_anchored(f"- {rest} {told}") and (", according to" in question or words.bare):
        return  # "Who refuses to publish the valuation?"
    if question and not is_given(answer, question) and tells_whom(who, answer) and not is_first_names(who, answer):
        yield Draft("who", question, answer, sentence_span(sentence), confidence=0.8, rule="event.who_told")


def _is_called(clause: Clause, who: Argument) -> bool:
    """Whether a name before a verb may be whom somebody speaks to: "Ruben, in the hall we are trying to …"."""
    doc = clause.verb.doc
    between = doc[who.end : clause.chain[0].i]
    return any(t.tag_ == "PRP" for t in between) and any(t.text == "," for t in between)


def _what(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The Tarn council approved a levy on moorings": what it approved."""
    thing = clause.first("object")
    if thing is None or clause.passive or is_person(thing.head) or thing.start < clause.verb.i or object_of(clause):
        return
    linked = ASKED_WITH.get(clause.verb.lemma_, "")
    if any(linked and a.preposition == linked for a in clause.all("oblique")):
        return
    if not tells_a_deed(clause) or not is_articled(thing):
        return
    if thing.head.doc[thing.start].lower_ in ("no", "nothing") or clause.subject is None:
        return
    counted = any(c.dep_ == "nummod" for c in clause.subject.head.children)
    if len(list(clause.all("object", "attribute"))) > 1:
        return
    if not is_articled(clause.subject) or clause.subject.head.tag_ == "CD" or counted:
        return
    if is_short(clause.subject) and " " not in words.subject:
        return  # "What did Robin open?"
    behind = behind_it(clause, thing)
    aside = clause.verb.doc[behind.end].text in ("–", "—") if behind.end < len(clause.verb.doc) else False
    if aside or is_cut(clause.verb.doc, thing.start, behind.end):
        behind = dataclasses.replace(thing, end=to_the_end(clause, thing))
    inside = clause.verb.doc[thing.start : behind.end]
    if clause.verb.tag_ == "VBG" and any(t.tag_ == "VBG" and t.dep_ in ("conj", "advcl") for t in inside):
        return  # "is building piers and mending boats"
    if clause.verb.lemma_.lower() in GIVING and _is_given_to(clause, behind.end):
        return
    answer = said(clause.verb.doc, thing.start, behind.end, sentence.antecedents, LONGEST_OBJECT)
    answer = before_outcome(ASIDE.split(answer)[0]) if answer is not None else None
    out = [a for a in clause.arguments if thing.start <= a.start < behind.end]
    question = clearly(material, words.ask("What", *out), words)
    if (
        not question
        or not answer
        or HOW_OFTEN.search(answer)
        or not says_something(answer)
        or loses_verb(thing, behind.end)
    ):
        return
    if is_given(answer, question):
        return
    yield Draft("what", question, answer, sentence_span(sentence), confidence=0.8, rule="event.what")


def _is_given_to(clause: Clause, end: int) -> bool:
    """Whether behind what was given, and something else, stands to whom: "the status of an observer, for a year, to
    Tarn"."""
    behind = clause.verb.doc[end : clause.sentence.end]
    told = any(a.preposition == "to" or a.role == "recipient" for a in clause.arguments)
    return not told and any(t.lower_ == "to" and t.tag_ == "IN" for t in behind)


def _done(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "Life membership was conferred on Ken Oduya": what was."""
    thing = clause.subject
    if thing is None or not clause.passive or clause.first("content", "infinitive") or not words.rest():
        return
    if words.front in ("is", "are"):
        return  # what is so at all times
    if clause.first("agent") and thing.head.lemma_.lower() in GATHERING_NOUNS:
        return  # "What was closed by the mayor?"
    if clause.verb.lemma_.lower() in FOUNDING:
        return  # when and by whom is asked
    if (words.rest() or "").startswith("with "):
        return
    aside = thing.end < len(thing.head.doc) and thing.head.doc[thing.end].text == ","
    if aside and thing.head.doc[thing.start].lower_ in ("a", "an"):
        return
    if clause.verb.lemma_.lower() not in DEEDS - SPOKEN or is_cut(thing.head.doc, thing.start, thing.end):
        return
    if thing.start not in sentence.antecedents and is_bare(thing.head):
        return
    person = is_person(thing.head) or any(p.start <= thing.head.i < p.end for p in sentence.people)
    if thing.head.pos_ == "PROPN" and not person and thing.head.ent_type_ not in THINGS:
        return
    if any(c.dep_ == "nummod" for c in thing.head.children):
        return
    group = is_body(thing.head) and thing.head.ent_type_ != "GPE"
    word = "Who" if person or group else _which(thing)
    question = clearly(material, words.ask_subject(word), words, subject=False)
    answer = answer_of(thing, sentence.antecedents)
    if question and answer and says_something(answer) and fold(answer) not in fold(question):
        kind: Kind = "who" if word == "Who" else "what"
        yield Draft(kind, question, answer, sentence_span(sentence), confidence=0.75, rule="event.done")


def _which(thing: Argument) -> str:
    """How one asks for a thing: "the city of Tarn" with "which city", all others with "what"."""
    noun = thing.head.lemma_.lower()
    named = any(c.lower_ == "of" and c.i == thing.head.i + 1 for c in thing.head.children)
    return f"Which {noun}" if named and noun in PLACES and thing.head.tag_ == "NN" else "What"
