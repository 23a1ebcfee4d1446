"""How many and how much: numbers of things, shares, sums of money."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.doings import amounts
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import Argument, innermost
from facts.parse.numbers import number_of
from facts.parse.phrases import compact, counted_noun, is_plural, lowered, verbatim
from facts.parse.tree import Token
from facts.questions import ClauseWords

UNCOUNTED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"})


MEASURES = frozenset({"%", "fifth", "half", "per", "percent", "percentage", "point", "quarter", "tenth", "third"})
"""Nouns behind a number that measure and do not count."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield a fact for each number that counts something."""
    for sentence in material.sentences:
        for token in sentence.span:
            if (
                token.dep_ == "nummod"
                and token.head.pos_ in ("NOUN", "PROPN")
                and token.ent_type_ not in UNCOUNTED
                and token.like_num
            ):
                yield from _count(material, sentence, token)
            elif (
                token.like_num
                and token.ent_type_ not in UNCOUNTED
                and token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj")
            ):
                yield from _part(sentence, token)
    yield from amounts.facts(material)


def _count(material: Material, sentence: Sentence, number: Token) -> Iterator[Draft]:
    head = number.head
    if head.lemma_.lower() in MEASURES or head.tag_ not in ("NNS", "NNPS") or number.i > head.i:
        return
    noun = counted_noun(number)
    place = innermost(sentence.clauses, number)
    words = sentence.words_of(place.clause) if place else None
    text = material.parsed.article.text
    start = number.left_edge.i
    answer = verbatim(text, sentence.paragraph, start, number.i + 1)
    value = number_of(number.text)
    question = f"How many {noun} are there?"
    owner = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "with" else None
    if owner is not None and owner.pos_ in ("NOUN", "PROPN"):
        name = compact(owner, owner.left_edge.i, min(head.head.i, owner.right_edge.i + 1), sentence.antecedents)
        name = lowered(name, owner.doc[owner.left_edge.i])
        asked = f"How many {noun} {'do' if is_plural(owner) else 'does'} {name} have?"
        signed = (f"How many people signed {name}?",) if head.lemma_.lower() == "signature" else ()
        yield Draft("how_many", asked, answer, sentence_span(sentence), signed, value, 0.85)
        return
    if place is not None and words is not None:
        question = _in_clause(noun, head, place.phrase, words) or question
    yield Draft(
        "how_many",
        question,
        answer,
        sentence_span(sentence),
        (f"How many {noun}?", f"What is the number of {noun}?"),
        value,
        0.8,
    )


def _part(sentence: Sentence, number: Token) -> Iterator[Draft]:
    """A number of a whole: "four of the seven members backed it"."""
    of = next((c for c in number.children if c.lower_ == "of" and c.i == number.i + 1), None)
    whole = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    place = innermost(sentence.clauses, number)
    words = sentence.words_of(place.clause) if place else None
    if whole is None or place is None or words is None or whole.tag_ not in ("NNS", "NNPS"):
        return
    noun = " ".join(
        t.text for t in whole.doc[whole.left_edge.i : whole.i + 1] if t.dep_ not in ("det", "nummod", "poss", "punct")
    )
    question = _in_clause(noun, number, place.phrase, words)
    if question:
        yield Draft("how_many", question, number.text, sentence_span(sentence), (), number_of(number.text), 0.8)


def _in_clause(noun: str, head: Token, argument: Argument, words: ClauseWords) -> str | None:
    """The question with the number's clause around it."""
    asked = f"How many {noun}"
    direct = argument.head == head or (head.head == argument.head and head.dep_ == "pobj")
    if argument.role == "subject":
        return words.ask_subject(asked if direct else f"{asked}:").replace(":", ",") if direct else None
    if not direct:
        return None
    if argument.role == "agent":
        return words.ask_agent(asked)
    tail = argument.preposition if argument.head != head and argument.preposition else ""
    return words.ask(asked, argument, tail or "")
