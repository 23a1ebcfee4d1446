"""Definitions: what an acronym stands for, and what a thing is by an apposition or a copula."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.doings.assertions import is_asserted
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.folding import fold, squeezed
from facts.parse.acronyms import Acronym
from facts.parse.clauses import Clause
from facts.parse.phrases import is_person, verbatim
from facts.parse.words import PERSON_NOUNS

APPOSED = re.compile(r"^(?:a|an|the|one of|its|their|[A-Z][\w’'-]+(?:’s|'s|s’))\s", re.IGNORECASE)
LONGEST = 40


def facts(material: Material) -> Iterator[Draft]:
    """Yield the definitions of an article."""
    for acronym in material.acronyms:
        yield from _acronym(material, acronym)
    for sentence in material.sentences:
        yield from _appositions(material, sentence)
        for clause in sentence.clauses:
            yield from _copula(material, sentence, clause)


def _acronym(material: Material, acronym: Acronym) -> Iterator[Draft]:
    around = next(
        (s for s in material.sentences if sentence_span(s)[0] <= acronym.short_span[0] < sentence_span(s)[1]), None
    )
    span = sentence_span(around) if around is not None else (acronym.span[0], acronym.short_span[1])
    if not (span[0] <= acronym.span[0] and acronym.short_span[1] <= span[1]):
        span = (min(span[0], acronym.span[0]), max(span[1], acronym.short_span[1]))
    long, short = squeezed(acronym.long), acronym.short
    variants = (f"What is the full name of {short}?", f"What is {short}?", f"What does {short} mean?")
    yield Draft("definition", f"What does {short} stand for?", long, span, variants, None, 0.95)
    yield Draft(
        "definition", f"What is the acronym of the {re.sub('^[Tt]he ', '', long)}?", short, span, (), None, 0.85
    )


def _appositions(material: Material, sentence: Sentence) -> Iterator[Draft]:
    """ "AggregateEU, Europe's gas purchasing mechanism, …": a name and what it is."""
    doc = sentence.paragraph.doc
    text = material.parsed.article.text
    for token in sentence.span:
        if (
            token.dep_ != "appos"
            or token.head.i > token.i
            or token.head.pos_ != "PROPN"
            or token.pos_ not in ("NOUN", "PROPN")
        ):
            continue
        head = token.head
        if (
            is_person(head)
            or is_person(token)
            or token.ent_type_ in ("PERSON", "DATE", "GPE")
            or doc[token.left_edge.i - 1].text not in (",", "–", "—")
        ):
            continue
        end = token.right_edge.i + 1
        start = token.left_edge.i
        answer = verbatim(text, sentence.paragraph, start, end)
        name_end = min(head.right_edge.i + 1, start - 1)
        name = verbatim(text, sentence.paragraph, head.left_edge.i, max(name_end, head.i + 1))
        name = re.sub(r"\s*\([^)]*\)$", "", name)
        if (
            not APPOSED.match(answer)
            or not 2 < len(answer.split()) <= LONGEST
            or len(name.split()) > 9
            or fold(answer) in fold(name)
        ):
            continue
        yield Draft(
            "definition", f"What is {name}?", answer, sentence_span(sentence), (f"What does {name} mean?",), None, 0.8
        )


def _copula(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The council is the highest body of …": a subject and what it is said to be."""
    attribute = clause.first("attribute")
    if (
        clause.verb.lemma_ != "be"
        or clause.subject is None
        or attribute is None
        or clause.negated
        or not is_asserted(clause)
    ):
        return
    if (
        clause.verb.tag_ not in ("VBZ", "VBP")
        or attribute.head.pos_ not in ("NOUN", "PROPN")
        or clause.verb.dep_ == "relcl"
    ):
        return
    subject = clause.subject.head
    if subject.pos_ not in ("PROPN", "NOUN") or is_person(subject) or attribute.head.lemma_.lower() in PERSON_NOUNS:
        return
    words = sentence.words_of(clause)
    answer = verbatim(material.parsed.article.text, sentence.paragraph, attribute.start, attribute.end)
    if words is None or len(answer.split()) > LONGEST or len(answer.split()) < 2:
        return
    verb = "are" if clause.verb.lower_ in ("are", "'re") else "is"
    yield Draft(
        "definition",
        f"What {verb} {words.subject}?",
        answer,
        sentence_span(sentence),
        (f"What does {words.subject} mean?",),
        None,
        0.75,
    )
