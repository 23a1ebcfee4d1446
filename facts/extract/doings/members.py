"""How many belong to something: "the Tarn Pact, a group of nine ports", "the 15-member Tarn Council"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.answers import is_cut
from facts.extract.doings.assertions import is_prose
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import Argument
from facts.parse.numbers import number_of
from facts.parse.tree import Token
from facts.questions import in_full

GROUPS = frozenset(
    """alliance association bloc body coalition collective consortium federation group league network organisation
    organization pact partnership panel umbrella union""".split()
)
"""Nouns of what others make up together."""
HAVING = frozenset(
    """branch chapter client customer employee household inhabitant member owner parishioner patient pupil resident
    shareholder staff student subscriber supporter tenant volunteer worker""".split()
)
"""Nouns of those whom a body has: "the Tarn Guild, with 1,140 members"."""
ADJECTIVE = re.compile(
    r"\b(?:[Tt]he|[\w]+[’']s) (?P<number>[\w]+(?:-[a-z]+)?)-(?P<what>member|nation|country|state|seat)"
    r" (?P<name>(?:[A-Z][\w’'-]*)(?: (?:of |for |the |and )*[A-Z][\w’'-]*)*)"
)
"""How many members a body has, told by an adjective: "the 15-member Tarn Council"."""
SEVERAL = {"country": "countries"}
OWN = frozenset({"members", "seats"})
"""Of these a body has so many, while nations, countries and states belong to it."""
LONGEST = 10
"""How many words a name and a noun have."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield a fact for each number of members that stands beside the name of a body."""
    for sentence in material.sentences:
        if is_prose(sentence):
            yield from _by_adjective(sentence)
            for token in sentence.span:
                if token.dep_ == "nummod" and token.like_num and token.head.tag_ == "NNS" and token.i < token.head.i:
                    yield from _beside(sentence, token)


def _by_adjective(sentence: Sentence) -> Iterator[Draft]:
    """ "The 15-member Tarn Council": how many members it has."""
    for found in ADJECTIVE.finditer(" ".join(sentence.span.text.split())):
        if number_of(found["number"]) is not None:
            what = SEVERAL.get(found["what"], f"{found['what']}s")
            yield _draft(sentence, _asked(what, f"the {found['name']}", had=what in OWN), found["number"])


def _beside(sentence: Sentence, number: Token) -> Iterator[Draft]:
    """ "The Tarn Pact, a group of nine ports"; "the Tarn Guild, with 1,140 members"."""
    noun, doc = number.head, number.doc
    before, end = noun.head, noun.right_edge.i + 1
    joint = next((c.i for c in noun.children if c.dep_ == "cc" and c.i > noun.i), end)
    first = number.left_edge.i
    if noun.dep_ != "pobj" or first != before.i + 1 or any(t.text == "," for t in doc[noun.i : joint]):
        return
    whose = before.head if before.lower_ == "of" else None
    if whose is not None and whose.lemma_.lower() in GROUPS and whose.dep_ == "appos" and whose.left_edge.lower_ == "a":
        name, had = _name(sentence, whose.left_edge.i - 1), False
    elif before.lower_ == "with" and noun.lemma_.lower() in HAVING and not is_cut(doc, first, joint):
        name, had = _name(sentence, before.i - 1), True
    else:
        return
    what = in_full(
        Argument("object", noun, number.right_edge.i + 1, joint), sentence.antecedents, LONGEST, behind=False
    )
    answer = doc.span(first, number.right_edge.i + 1).text
    if name is not None and what is not None:
        yield _draft(sentence, _asked(what, name, had=had), answer)


def _asked(what: str, name: str, *, had: bool) -> str:
    """The question for how many a body has, or how many belong to it."""
    return f"How many {what} does {name} have?" if had else f"How many {what} belong to {name}?"


def _name(sentence: Sentence, comma: int) -> str | None:
    """The name of a body right before a comma; None where there is none."""
    doc = sentence.span.doc
    if comma < 1 or doc[comma].text != "," or doc[comma - 1].pos_ != "PROPN":
        return None
    entity = next((e for e in doc.ents if e.end == comma and e.label_ in ("ORG", "NORP", "EVENT")), None)
    if entity is None:
        return None
    the = entity.start > 0 and doc[entity.start - 1].lower_ == "the" and entity.start - 1 >= sentence.span.start
    text = entity.text.removeprefix("the ").removeprefix("The ")
    return f"the {text}" if the or text != entity.text else text


def _draft(sentence: Sentence, question: str, answer: str) -> Draft:
    return Draft(
        "how_many",
        question,
        answer,
        sentence_span(sentence),
        value=number_of(answer),
        confidence=0.75,
        rule="count.members",
    )
