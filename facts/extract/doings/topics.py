"""What a thing is about ("the exercise on rescue"), and who chairs a body by a noun ("X’s presidency of Y")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.phrases import compact, verbatim
from facts.parse.tree import Token
from facts.parse.words import EVENT_NOUNS, MEETING_NOUNS

TOPIC_PREPOSITIONS = frozenset({"about", "concerning", "on", "regarding"})
TOPICAL_NOUNS = EVENT_NOUNS | frozenset(
    "book briefing course dispute exercise film guidance guide lecture lesson opinion talk text training".split()
)
"""Nouns for things that have a topic."""
CHAIR_NOUNS = {"chairmanship": "chairs", "chairship": "chairs", "leadership": "leads", "presidency": "chairs"}
"""Nouns for holding the chair of a body, each with the verb that a question has for it."""
OWNER = re.compile(r"(?:'s|’s|'|’)$")


def facts(material: Material) -> Iterator[Draft]:
    """Yield topics, and who holds the chair of what."""
    for sentence in material.sentences:
        for token in sentence.span:
            if token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in TOPICAL_NOUNS:
                yield from _topic(material, sentence, token)
            elif token.lemma_.lower() in CHAIR_NOUNS:
                yield from _chair(sentence, token)


def _topic(material: Material, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    for child in noun.children:
        inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
        if child.lower_ not in TOPIC_PREPOSITIONS or child.i < noun.i or inner is None or inner.ent_type_ in UNTOPICAL:
            continue
        if inner.pos_ == "PROPN" and noun.lemma_.lower() in MEETING_NOUNS:
            continue
        borders = [c.left_edge.i for c in inner.children if c.dep_ in ("prep", "relcl", "acl") and c.lower_ in LEAVING]
        end = min([*borders, child.right_edge.i + 1])
        answer = verbatim(material.parsed.article.text, sentence.paragraph, inner.left_edge.i, max(end, inner.i + 1))
        name = compact(noun, noun.left_edge.i, child.i, sentence.antecedents)
        name = name if re.match(r"(?:the|a|an|its|their|this|his|her) ", name, re.IGNORECASE) else f"the {name}"
        name = re.sub(r"^(?:a|an|A|An|The) ", "the ", name)
        variants = (f"What is the topic of {name}?", f"What did {name} deal with?")
        yield Draft("what", f"What was {name} about?", answer, sentence_span(sentence), variants, None, 0.7)
        return


UNTOPICAL = frozenset({"CARDINAL", "DATE", "FAC", "GPE", "LOC", "MONEY", "PERCENT", "TIME"})
LEAVING = frozenset({"at", "during", "for", "in", "on"})
"""Prepositions behind a topic that no longer tell of it."""


def _chair(sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """Vietnam chairs the bloc in 2020, by "Vietnam’s chairmanship of the bloc in 2020"."""
    owner = next((c for c in noun.children if c.dep_ == "poss" and c.pos_ in ("NOUN", "PROPN")), None)
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    body = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if owner is None or body is None:
        return
    doc, end = body.doc, body.i + 1
    while end < body.right_edge.i + 1 and doc[end].lower_ != "in":
        end += 1
    dated = end + 1 < len(doc) and doc[end].lower_ == "in" and doc[end + 1].ent_type_ == "DATE"
    time = f" in {doc[end + 1].text}" if dated else ""
    name = compact(body, body.left_edge.i, end, sentence.antecedents)
    who = OWNER.sub("", compact(owner, owner.left_edge.i, owner.right_edge.i + 1, sentence.antecedents))
    verb = CHAIR_NOUNS[noun.lemma_.lower()]
    yield Draft(
        "who",
        f"Who {verb} {name}{time}?",
        who,
        sentence_span(sentence),
        (f"Who is the chair of {name}{time}?",),
        None,
        0.75,
    )
