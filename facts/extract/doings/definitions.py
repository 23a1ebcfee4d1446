"""Definitions: what an acronym stands for, and what a thing is by an apposition or by "is"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.answers import answer_of, is_cut, said, whole_end
from facts.extract.doings.asked import clearly, in_report
from facts.extract.doings.assertions import is_plain, is_prose, is_told
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.folding import fold, squeezed
from facts.model import Kind
from facts.parse.acronyms import Acronym
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_person
from facts.parse.tree import Token
from facts.questions import ClauseWords, in_full, is_anchored, phrased

KIND = re.compile(r"(?:a|an|the|one of (?:the|its)|[A-Z][\w-]+(?:’s|'s|s’|s'))\s")
"""How what a thing is begins: "a charity …", "the county's oldest school"."""
LESS = re.compile(r"the (?:most|least)\b|the [a-z-]+ [a-z-]+$", re.IGNORECASE)
"""What praises a thing, or leaves open of what it is: "the most …", "the upper house"."""
NO_THINGS = frozenset({"DATE", "GPE", "MONEY", "NORP", "PERCENT", "PERSON", "TIME"})
"""Entities of which nobody asks what they are."""
KNOWN = frozenset("""AGM AI CEO CIA COVID-19 EU FBI GDP HR IT MEP MP NATO PM PR TV UK UN US USA U.S. WHO""".split())
"""Acronyms that nobody asks for."""
FEW_LETTERS = 2
"""So few letters stand for many things, and in minutes for people: a question says in which report."""
NEAR = ("time", "place", "manner", "oblique")
"""Roles of phrases that a question for what something was part of does without."""
LEANING = frozenset({"about", "for", "of", "on", "to", "with"})
"""Prepositions of what somebody is committed to, concerned about, responsible for."""
RANKING = frozenset({"first", "last", "only", "second", "third"})
LONGEST = 26


def facts(material: Material) -> Iterator[Draft]:
    """Yield the definitions of an article."""
    seen: set[str] = set()
    for acronym in material.acronyms:
        if acronym.short not in seen:
            seen.add(acronym.short)
            yield from _acronym(material, acronym)
    for sentence in material.sentences:
        if is_prose(sentence):
            for token in sentence.span:
                if token.dep_ == "appos":
                    yield from _apposed(sentence, token)
            for clause in sentence.clauses:
                yield from _copula(sentence, clause)
                yield from _was(sentence, clause)
                if is_plain(clause) and is_told(clause):
                    for words in sentence.readings(clause):
                        yield from _part(material, sentence, clause, words)
                        yield from _first(material, sentence, clause, words)
                        yield from _became(material, sentence, clause, words)
                        yield from _ready(material, sentence, clause, words)


def _acronym(material: Material, acronym: Acronym) -> Iterator[Draft]:
    around = next(
        (s for s in material.sentences if sentence_span(s)[0] <= acronym.short_span[0] < sentence_span(s)[1]), None
    )
    long = squeezed(acronym.long)
    if around is None or not (sentence_span(around)[0] <= acronym.span[0] < sentence_span(around)[1]):
        return
    long = re.sub(r"['’]s$", "", long)
    if not long[:1].isupper() or acronym.short in KNOWN or len(long.split()) < 2:
        return
    if sum(c.isupper() for c in acronym.short) > sum(c.isupper() for c in long) + long.count(" of "):
        return  # "Alpine Club" is not all that "TFAC" stands for
    plural = acronym.short.endswith("s") and acronym.short[:-1].isupper()
    question = phrased("definition.acronym", do="does", short=acronym.short[:-1] if plural else acronym.short)
    if sum(c.isalnum() for c in acronym.short) <= FEW_LETTERS:
        placed = in_report(material, question) or question
        question = question if fold(long) in fold(placed) else placed
    yield Draft("definition", question, long, sentence_span(around), confidence=0.9, rule="definition.acronym")


def _apposed(sentence: Sentence, token: Token) -> Iterator[Draft]:
    """ "The Tarn Trust, a charity that keeps lighthouses, …": a name and what it is."""
    doc, head = token.doc, token.head
    if head.i > token.i or head.pos_ != "PROPN" or token.pos_ != "NOUN" or head.dep_ in ("compound", "conj", "poss"):
        return
    if is_person(head) or is_person(token) or {head.ent_type_, token.ent_type_} & NO_THINGS:
        return
    start = token.left_edge.i
    if doc[start - 1].text not in (",", "–", "—") or any(c.dep_ == "conj" for c in head.children):
        return
    thing = Argument("attribute", token, start, token.right_edge.i + 1)
    behind = [t.lower_ for t in doc[thing.end : thing.end + 2]]
    listed = behind[:1] == [","] and behind[1:] in (["and"], ["as"], ["or"])
    if doc[start].lower_ == "the" and (listed or any(c.dep_ == "conj" for c in token.children)):
        return  # "with the Tarn Trust, the state of Norland, and the pilots"
    yield from _is(sentence, Argument("subject", head, head.left_edge.i, start - 1), thing, "is")


def _copula(sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The Tarn Trust is a charity that …"."""
    thing, subject = clause.first("attribute"), clause.subject
    if clause.verb.lemma_ != "be" or thing is None or subject is None or not is_told(clause) or len(clause.chain) > 1:
        return
    if clause.verb.tag_ not in ("VBZ", "VBP") or subject.head.pos_ != "PROPN" or thing.head.pos_ != "NOUN":
        return
    if is_person(subject.head) or is_person(thing.head) or subject.head.ent_type_ in NO_THINGS:
        return
    yield from _is(sentence, subject, thing, "are" if clause.verb.tag_ == "VBP" else "is")


def _was(sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The winner of the Tarn cup was Ada Wren", "the turnout in Tarn was 61 per cent"."""
    thing, words = clause.first("attribute"), sentence.words_of(clause)
    if clause.verb.lemma_ != "be" or thing is None or words is None or not is_told(clause) or len(clause.chain) > 1:
        return
    head = thing.head
    if (
        not words.subject.startswith("the ")
        or not is_anchored(f"What {words.subject}")
        or head.pos_ not in ("PROPN", "NUM")
    ):
        return
    if words.clause.subject is None or words.clause.subject.head.pos_ != "NOUN":
        return
    word = "Who" if is_person(words.clause.subject.head) else "What"
    question, answer = words.ask(word, thing), answer_of(thing, sentence.antecedents, 14)
    answer = _quoted(thing) or answer  # a title is whole also with a comma in it
    if question and answer:
        kind: Kind = "who" if word == "Who" else "what"
        yield Draft(kind, question, answer, sentence_span(sentence), confidence=0.75, rule="definition.was")


def _quoted(thing: Argument) -> str | None:
    """The whole of what stands between the quotation marks before a phrase and the next ones."""
    doc = thing.head.doc
    start = thing.start + (doc[thing.start].text == '"')
    end = next((t.i for t in doc[thing.head.i : thing.head.sent.end] if t.text == '"'), start)
    return doc.span(start, end).text if start and doc[start - 1].text == '"' and end > start else None


def _part(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The visit was part of a tour of the islands": what it was part of."""
    thing = clause.first("attribute")
    of = next((c for c in thing.head.children if c.lower_ == "of"), None) if thing is not None else None
    if thing is None or of is None or clause.verb.lemma_ != "be" or thing.head.lemma_ != "part":
        return
    doc, end = clause.verb.doc, max(thing.end, whole_end(thing))
    answer = said(doc, of.i + 1, end, sentence.antecedents) if not is_cut(doc, of.i + 1, end) else None
    question = clearly(material, words.ask("What", thing, tail="part of", out=NEAR), words)
    if question and answer and not words.bare and is_anchored(f"- {words.subject}"):
        yield Draft("what", question, answer, sentence_span(sentence), confidence=0.75, rule="definition.part")


def _first(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "Ada Wren became the first woman to lead the Tarn council": who became that."""
    who, thing = clause.subject, clause.first("attribute")
    if who is None or thing is None or clause.verb.lemma_ not in ("be", "become") or clause.passive:
        return
    doc = clause.verb.doc
    ranked = any(t.lower_ in RANKING or t.tag_ == "JJS" for t in doc[thing.start : thing.head.i])
    whole = Argument("attribute", thing.head, thing.start, max(thing.end, whole_end(thing)))
    name, answer = in_full(whole, sentence.antecedents, 16, bare=words.bare), answer_of(who, sentence.antecedents)
    if not ranked or name is None or not name.startswith("the ") or answer is None or who.head.pos_ != "PROPN":
        return
    person = is_person(who.head) or is_person(thing.head)
    question = clearly(material, f"{'Who' if person else 'What'} {words.singular} {name}?", words, subject=False)
    if question and fold(answer) not in fold(question):
        kind: Kind = "who" if person else "what"
        yield Draft(kind, question, answer, sentence_span(sentence), confidence=0.75, rule="definition.first")


def _became(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "Dag Moe became harbour master in 1970": what he became."""
    thing = clause.first("attribute")
    if thing is None or clause.verb.lemma_ != "become" or thing.start < clause.verb.i:
        return
    answer = said(clause.verb.doc, thing.start, max(thing.end, whole_end(thing)), sentence.antecedents, LONGEST)
    question = clearly(material, words.ask("What", thing), words)
    ranked = any(t.lower_ in RANKING for t in thing.head.doc[thing.start : thing.head.i])
    if question and answer and thing.head.pos_ in ("NOUN", "PROPN") and (not ranked or " to " in answer):
        yield Draft("what", question, answer, sentence_span(sentence), confidence=0.75, rule="definition.became")


def _ready(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The Tarn council is committed to saving the pier", "is ready to pay": to what, to do what."""
    head, doc = clause.verb, clause.verb.doc
    if clause.verb.lemma_ == "be":
        head = next((c for c in clause.verb.children if c.dep_ == "acomp" and c.i > clause.verb.i), clause.verb)
    behind = next((c for c in head.children if c.i > head.i and c.dep_ in ("prep", "xcomp")), None)
    if (
        behind is None
        or head is clause.verb
        or head.lower_ == "due"
        or (clause.subject is not None and clause.subject.head.pos_ == "PRON")
        or head.tag_ not in ("JJ", "VBN")
        or head.left_edge is not head
        or behind.left_edge.i != head.i + 1
    ):
        return
    doing = behind.dep_ == "xcomp"
    if (doing and doc[head.i + 1].tag_ != "TO") or (not doing and behind.lower_ not in LEANING):
        return
    answer = said(doc, head.i + 2, behind.right_edge.i + 1, sentence.antecedents, LONGEST)
    tail = f"{head.lower_} to do" if doing else f"{head.lower_} {behind.lower_}"
    gone = [a for a in clause.arguments if a.start >= head.i]
    question = clearly(material, words.ask("What", *gone, tail=tail), words)
    if question and answer and len(answer.split()) > 1:
        yield Draft("what", question, answer, sentence_span(sentence), confidence=0.75, rule="definition.ready")


def _is(sentence: Sentence, subject: Argument, thing: Argument, verb: str) -> Iterator[Draft]:
    if any(person.start <= subject.head.i < person.end for person in sentence.people):
        return
    name, answer = in_full(subject, sentence.antecedents, 8), answer_of(thing, sentence.antecedents, LONGEST)
    if not name or not answer or not KIND.match(answer) or len(answer.split()) < 3 or fold(answer) in fold(name):
        return
    if not any(c.isupper() for c in name) or LESS.match(answer):
        return
    question = phrased("definition.is", be=verb, name=name)
    yield Draft("definition", question, answer, sentence_span(sentence), confidence=0.75, rule="definition.is")
