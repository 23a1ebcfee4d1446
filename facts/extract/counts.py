"""How many and how much: numbers of things, shares, sums of money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from facts.clauses import Argument, Clause
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.guests import counted_noun
from facts.phrases import verbatim
from facts.questions import Frame, frame
from facts.words import NUMBER_WORDS

UNCOUNTED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"})


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
        yield from _amounts(material, sentence)


def _governing(sentence: Sentence, token: Token) -> tuple[Clause, Argument] | None:
    """The innermost clause and phrase that a token stands in."""
    found = [
        (clause, argument)
        for clause in sentence.clauses
        if len(clause.chain) == 1
        for argument in (*([clause.subject] if clause.subject else []), *clause.arguments)
        if argument.start <= token.i < argument.end
    ]
    return min(found, key=lambda pair: pair[1].end - pair[1].start, default=None)


def number_value(text: str) -> int | None:
    """The number that a word or numeral is, or None.

    >>> [number_value(t) for t in ("eight", "1,200", "many")]
    [8, 1200, None]
    """
    plain = text.replace(",", "").lower()
    return int(plain) if plain.isdigit() else NUMBER_WORDS.get(plain)


def _count(material: Material, sentence: Sentence, number: Token) -> Iterator[Draft]:
    head = number.head
    if head.lemma_.lower() in ("percent", "%", "per") or head.tag_ not in ("NNS", "NNPS", "NN"):
        return
    noun = counted_noun(number)
    place = _governing(sentence, number)
    words = frame(place[0], sentence.references) if place else None
    text = material.parsed.article.text
    start = number.left_edge.i
    answer = verbatim(text, sentence.paragraph, start, number.i + 1)
    value = number_value(number.text)
    question = f"How many {noun} are there?"
    if place is not None and words is not None:
        question = _in_clause(noun, head, place[1], words) or question
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
    place = _governing(sentence, number)
    words = frame(place[0], sentence.references) if place else None
    if whole is None or place is None or words is None or whole.tag_ not in ("NNS", "NNPS"):
        return
    noun = " ".join(
        t.text for t in whole.doc[whole.left_edge.i : whole.i + 1] if t.dep_ not in ("det", "nummod", "poss", "punct")
    )
    question = _in_clause(noun, number, place[1], words)
    if question:
        yield Draft("how_many", question, number.text, sentence_span(sentence), (), number_value(number.text), 0.8)


def _in_clause(noun: str, head: Token, argument: Argument, words: Frame) -> str | None:
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


MONEY = re.compile(
    r"(?:(?:US|A|C|NZ|HK|S)?[$€£¥₹₫]\s?\d[\d,.]*(?:\s?(?:million|billion|trillion|thousand|bn|m|k)\b)?|\b\d[\d,.]*\s(?:(?:million|billion|trillion|thousand)\s)?"
    r"(?:US dollars|dollars|euros?|pounds|yen|yuan|rupees|dong|francs|kroner|krona|pesos|EUR|USD|GBP)\b)",
)
UNITS = (
    "tonnes?|tons?|kilometres?|kilometers?|km|miles?|metres?|meters?|hectares?|acres?|litres?|liters?|gallons?|"
    "barrels?|megawatts?|gigawatts?|MW|GW|MWh|GWh|TWh|bcm|cubic met(?:re|er)s?|kilograms?|kg|degrees?|points?|seats?|"
    "votes?|jobs?"
)
QUANTITY = re.compile(
    r"\b(?:about |around |some |nearly |almost |over |more than |at least |up to )?\d[\d,.]*"
    rf"(?: (?:to|and) \d[\d,.]*|[–-]\d[\d,.]*)?(?: (?:million|billion|thousand))? (?:{UNITS})\b",
    re.IGNORECASE,
)
SHARE = re.compile(
    r"\b(?:\d[\d.,]*|[a-z]+)(?:\s?[–-]\s?\d[\d.]*)?\s?(?:%|percent\b|per cent\b|percentage points?\b|basis points?\b)"
    r"|\b\d+ (?:in|out of) (?:every )?\d+\b",
    re.IGNORECASE,
)


def _amounts(material: Material, sentence: Sentence) -> Iterator[Draft]:
    """Sums of money and shares, asked with the words of their clause."""
    base = sentence.paragraph.start
    text = material.parsed.article.text
    first, last = sentence_span(sentence)
    body = text[first:last]
    for pattern, word in ((MONEY, "How much money"), (SHARE, "How much"), (QUANTITY, "How much")):
        for match in pattern.finditer(body):
            offset = first - base + match.start()
            token = next((t for t in sentence.span if t.idx <= offset < t.idx + len(t.text)), None)
            if token is None:
                continue
            place = _governing(sentence, token)
            words = frame(place[0], sentence.references) if place else None
            if words is None or place is None:
                continue
            asked = (
                words.ask_subject(word)
                if place[1].role == "subject"
                else words.ask(word, place[1], place[1].preposition or "")
            )
            year = re.match(r"(?:\s\([^)]*\))?\s+in ((?:[A-Z][a-z]+ )?(?:19|20)\d\d)\b", body[match.end() :])
            if year and year[1] not in asked:
                asked = f"{asked[:-1]} in {year[1]}?"
            variants = (
                (words.ask("What percentage" if pattern is SHARE else "How much", place[1]),)
                if place[1].role != "subject"
                else ()
            )
            yield Draft("how_many", asked, match[0].strip(), (first, last), variants, None, 0.75)
