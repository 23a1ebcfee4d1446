"""Numbers that a clause does not tell by one of its phrases alone: of what, of how much, how many there are.

"Ada Wren reported the loss of forty boats", "the fund was £3 million", "there are nine boats in the Tarn fleet".
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from facts.extract.answers import answer_of, is_cut, whole_end
from facts.extract.doings.as_said import Said, as_said, placed
from facts.extract.doings.asked import in_report
from facts.extract.doings.assertions import is_prose, is_told
from facts.extract.doings.counts import MEASURES, UNCOUNTED
from facts.extract.doings.sums import AIM, ASIDE, MONEY
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import Argument, Clause
from facts.parse.numbers import number_ending
from facts.parse.tree import Token
from facts.questions import in_full, is_anchored, is_bare
from facts.questions.asking import joined

STANDING = frozenset({"remain", "stand", "stay"})
"""Verbs behind which "at" tells how much something is."""
STRANDED = frozenset({"among", "for", "of"})
"""Prepositions that a question may leave at the end of an object: "the loss of", "beds for"."""
NOUNS = frozenset({"NN", "NNS"})
"""Tags of what may be of so many."""
LONGEST = 10
"""How many words a noun has of which it is asked."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield a fact for each number inside what a clause is about, each sum that something is, and each "there are"."""
    for sentence in material.sentences:
        if not is_prose(sentence):
            continue
        for clause in sentence.clauses:
            yield from _there_are(material, sentence, clause)
            for said in as_said(sentence, clause):
                yield from _inside(material, sentence, said)
                yield from _is_so_much(material, sentence, said)


def _counted(preposition: Token, end: int) -> tuple[Token, Token] | None:
    """The number and the noun of what is counted right behind a preposition, if all that stands up to `end` is that."""
    noun = next((c for c in preposition.children if c.dep_ == "pobj" and c.tag_ in ("NNS", "NNPS")), None)
    number = next((c for c in noun.children if c.dep_ == "nummod" and c.like_num), None) if noun is not None else None
    if noun is None or number is None or number.ent_type_ in UNCOUNTED or noun.lemma_.lower() in MEASURES:
        return None
    whole = number.left_edge.i == preposition.i + 1 and noun.right_edge.i < end
    joined_to = any(c.dep_ in ("cc", "appos") for c in noun.children)
    return (number, noun) if whole and not joined_to else None


def _inside(material: Material, sentence: Sentence, said: Said) -> Iterator[Draft]:
    """ "Ada Wren reported the loss of forty boats": how many; "the announcement of $4 million for boats": how much."""
    words, doc = said.words, said.words.clause.verb.doc
    thing = words.clause.first("object")
    if thing is None or words.clause.passive or thing.start < words.clause.verb.i or thing.head.tag_ not in NOUNS:
        return
    of = next((c for c in thing.head.rights if c.dep_ == "prep" and c.lower_ in STRANDED), None)
    if of is None or thing.head.nbor(1) is not of or any(c.dep_ in ("cc", "conj") for c in thing.head.children):
        return
    end = whole_end(thing)
    before = in_full(dataclasses.replace(thing, end=of.i), sentence.antecedents, LONGEST, behind=False, bare=words.bare)
    if before is None or before.startswith(("a ", "an ")) or is_cut(doc, thing.start, end):
        return
    if words.rest(thing, out=("time", "place")) != "":
        return  # "the sale of 40 jets to Norland"
    inner = Argument("object", of, of.i + 1, end)
    sum_ = MONEY.match(doc.span(of.i + 1, end).text)
    counted = _counted(of, end)
    if sum_ is not None:
        told = answer_of(inner, sentence.antecedents) or ""
        if not told.startswith(sum_[0]) or not (len(told) == len(sum_[0]) or AIM.match(told, len(sum_[0]))):
            return
        asked, answer = f"How much money {told[len(sum_[0]) :]}", sum_[0]
    elif counted is not None:
        number, noun = counted
        what = in_full(Argument("object", noun, number.right_edge.i + 1, end), sentence.antecedents, LONGEST)
        if what is None or (is_bare(noun) and not is_anchored(f"- {before}")):
            return
        asked, answer = f"How many {what}", doc.span(number.left_edge.i, number.right_edge.i + 1).text
    else:
        return
    question = words.ask(asked, thing, tail=joined(before, of.lower_))
    yield from _draft(material, sentence, said, question, answer, "count.inside" if sum_ is None else "amount.inside")


def _is_so_much(material: Material, sentence: Sentence, said: Said) -> Iterator[Draft]:
    """ "The cost of the Tarn pier was £4 million", "the Tarn fund stood at £4 million": how much, at what level."""
    clause = said.words.clause
    what = clause.first("attribute") if clause.lemma == "be" else None
    if clause.lemma in STANDING and clause.first("object", "attribute") is None:
        what = next((a for a in clause.all("oblique") if a.preposition == "at"), None)
    if clause.lemma in STANDING and said.words.rest(what, out=("time",)) != "":
        return  # "At what level do rents remain for a whole plot?"
    text = answer_of(what, sentence.antecedents, 12) if what is not None else None
    if what is None or text is None or MONEY.fullmatch(ASIDE.split(text)[0]) is None:
        return
    question = said.words.ask("How much" if clause.lemma == "be" else "At what level", what)
    yield from _draft(material, sentence, said, question, ASIDE.split(text)[0], "amount.is")


def _there_are(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "There are nine boats in the Tarn fleet": how many."""
    verb, doc = clause.verb, clause.verb.doc
    if not any(c.dep_ == "expl" and c.lower_ == "there" for c in verb.children) or verb.lemma_ != "be":
        return
    noun = next((c for c in verb.children if c.dep_ == "attr" and c.tag_ == "NNS"), None)
    number = next((c for c in noun.children if c.dep_ == "nummod" and c.like_num), None) if noun is not None else None
    if noun is None or number is None or clause.negated or verb.lower_ not in ("are", "were") or not is_told(clause):
        return
    end = verb.right_edge.i + (0 if doc[verb.right_edge.i].is_punct else 1)
    if number.left_edge.i != verb.i + 1 or any(t.text in (",", ";", ":") or t.dep_ == "cc" for t in doc[noun.i : end]):
        return
    what = in_full(Argument("object", noun, number.right_edge.i + 1, noun.i + 1), sentence.antecedents, LONGEST)
    place = in_full(Argument("object", noun, noun.i + 1, end), sentence.antecedents, 14, behind=False)
    if what is None or place is None:
        return
    asked = f"How many {what.removesuffix(place).strip()} {verb.lower_} there {place}?"
    question = asked if is_anchored(asked) else in_report(material, asked)
    if question:
        yield _number(sentence, question, doc.span(number.left_edge.i, number.right_edge.i + 1).text, "count.there")


def _draft(
    material: Material, sentence: Sentence, said: Said, asked: str | None, answer: str, rule: str
) -> Iterator[Draft]:
    question = placed(material, asked, said)
    if question:
        yield _number(sentence, question, answer, rule)


def _number(sentence: Sentence, question: str, answer: str, rule: str) -> Draft:
    count = number_ending(answer) if rule.startswith("count.") else None
    return Draft("how_many", question, answer, sentence_span(sentence), value=count, confidence=0.75, rule=rule)
