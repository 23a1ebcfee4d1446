"""Parsed article → the material that every family of facts works from."""

from __future__ import annotations

from facts.extract.draft import Material, sentence_of
from facts.line_marks import ROW
from facts.meeting import find_meeting, label
from facts.parse.acronyms import acronyms
from facts.parse.coreference import resolve
from facts.parse.parser import ArticleParse
from facts.parse.sentences import read_sentences


def read(parsed: ArticleParse) -> Material:
    """Everything that the families work from."""
    found = read_sentences(parsed)
    forms = tuple(acronyms(parsed.article.text))
    found_meeting = find_meeting(parsed, found, forms)
    name = label(found_meeting.meeting)
    antecedents = dict(zip(map(id, parsed.paragraphs), resolve(parsed, found, name), strict=True))
    sentences = tuple(
        sentence_of(sentence, antecedents[id(sentence.paragraph)])
        for sentence in found
        # The row of a table is no sentence: what is made of one would be wrong. It is kept to be quoted and read.
        if not (sentence.span.text.isspace() or ROW.match(sentence.paragraph.doc.text))
    )
    return Material(parsed, found_meeting, name, sentences, forms)
