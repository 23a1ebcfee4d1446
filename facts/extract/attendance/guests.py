"""Which kinds of guests came: the countries or bodies that sent them, and how many of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.attendance.presence import BODIES_SENT
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.lists import Enumeration, as_it_stands, is_role, separated
from facts.parse.clauses import Argument
from facts.parse.numbers import number_of
from facts.parse.phrases import counted_noun, verbatim
from facts.parse.tree import Token

CATEGORIES = {"GPE": "countries", "ORG": "organisations"}


def kind_of_guest(enumeration: Enumeration, text: str, name: str, span: tuple[int, int]) -> Iterator[Draft]:
    """A list that a noun announces: "eight partner countries, namely …"."""
    head = enumeration.head
    if head.tag_ not in ("NNS", "NNPS"):
        return
    plain = " ".join(
        t.text
        for t in head.doc[head.left_edge.i : head.i + 1]
        if t.dep_ not in ("det", "poss", "case", "nummod", "punct")
    )
    answer = as_it_stands(enumeration.items, text, enumeration.span)
    variants: tuple[str, ...] = (
        f"Which {plain} took part in {name}?",
        f"Which {plain} were represented at {name}?",
        f"List of the {plain} at {name}",
    )
    yield Draft("list", f"Which {plain} attended {name}?", answer, span, variants, list(enumeration.items), 0.88)


def senders(material: Material, sentence: Sentence, argument: Argument, name: str) -> Iterator[Draft]:
    """Which countries or bodies the people came from: "the Prime Ministers of Denmark, Iceland and Norway"."""
    text = material.parsed.article.text
    phrase_words = argument.head.doc[argument.start : argument.end]
    roles = [t for t in phrase_words if t.pos_ in ("NOUN", "PROPN") and (is_role(t) or t.lemma_.lower() in BODIES_SENT)]
    for noun, following in zip(roles, [*roles[1:], None], strict=False):
        if not noun.lower_.endswith("s"):
            continue
        last = following.i if following is not None else argument.end
        for preposition in (c for c in noun.doc[noun.i + 1 : last] if c.lower_ in ("of", "from") and c.dep_ == "prep"):
            inner = next((c for c in preposition.children if c.dep_ == "pobj"), None)
            if inner is None or inner.pos_ != "PROPN" or inner.ent_type_ == "PERSON":
                continue
            doc, end = noun.doc, argument.end
            other = next(
                (
                    i
                    for i in range(inner.i + 1, end)
                    if is_role(doc[i]) or doc[i].lower_ in ("who", "namely") or doc[i].pos_ in ("VERB", "NUM")
                ),
                None,
            )
            spans = separated(doc, inner.left_edge.i, other or end)
            if other is not None:
                spans = [(s, e) for s, e in spans if e < other - 1 or len(spans) == 1]
            spans = [(s, e) for s, e in spans if doc[e - 1].pos_ == "PROPN"]
            if not spans:
                continue
            items = [verbatim(text, sentence.paragraph, s, e) for s, e in spans]
            phrase = Argument("oblique", inner, spans[0][0], spans[-1][1])
            kinds = [doc[e - 1].ent_type_ for _, e in spans]
            category = next((name for kind, name in CATEGORIES.items() if kind in kinds), "bodies")
            kind = " ".join(
                t.lower_
                for t in noun.doc[noun.left_edge.i : noun.i + 1]
                if t.dep_ in ("compound", "amod") or t.i == noun.i
            )
            variants: tuple[str, ...] = (
                f"Which {category} were represented by {kind} at {name}?",
                f"Which {category}' {kind} attended {name}?",
                f"Who sent {kind} to {name}?",
            )
            answer = verbatim(text, sentence.paragraph, phrase.start, phrase.end)
            if re.match(r"^(?:the )?" + re.escape(name.removeprefix("the ")), answer):
                continue
            yield Draft(
                "list" if len(items) > 1 else "which",
                f"Which {category} sent {kind} to {name}?",
                answer,
                sentence_span(sentence),
                variants,
                items if len(items) > 1 else None,
                0.85,
            )


def counted(argument: Argument, name: str, span: tuple[int, int], joined: str | None = None) -> Iterator[Draft]:
    """How many of each kind came."""
    for token in argument.head.doc[argument.start : argument.end]:
        if (token.pos_ != "NUM" and not token.like_num) or token.ent_type_ in (
            "DATE",
            "TIME",
            "MONEY",
            "PERCENT",
            "ORDINAL",
        ):
            continue
        value = number_of(token.text)
        if value is None:
            continue
        if token.dep_ == "nummod" and token.head.tag_ in ("NNS", "NNPS"):
            noun, of = (
                counted_noun(token),
                any(
                    t.lower_ == "of" and t.i == token.i - 2 and token.nbor(-1).lower_ == "the"
                    for t in token.doc[max(0, token.i - 2) : token.i]
                ),
            )
            if of and token.doc[token.i - 3].like_num:
                continue
            if token.i > 1 and token.nbor(-1).lower_ == "of" and token.nbor(-2).like_num:  # "11 of 13 councillors"
                continue
            answer = _approximate(token)
        else:
            inner = next((t for t in token.subtree if t.tag_ in ("NNS", "NNPS") and t.i > token.i), None)
            if inner is None or token.i + 1 >= len(token.doc) or token.nbor(1).lower_ != "of":
                continue
            noun = " ".join(
                t.text
                for t in inner.doc[inner.left_edge.i : inner.i + 1]
                if t.dep_ in ("compound", "amod") or t.i == inner.i
            )
            answer = token.doc.span(token.i, inner.i + 1).text
        variants: tuple[str, ...] = (
            f"How many {noun} attended {name}?",
            f"How many {noun} were represented at {name}?",
            f"How many {noun} joined {joined or name}?",
            f"How many {noun} were at {name}?",
            f"How many {noun} came to {name}?",
            f"From how many {noun} did people come to {name}?",
        )
        yield Draft("how_many", f"How many {noun} took part in {name}?", answer, span, variants, value, 0.85)


def _approximate(token: Token) -> str:
    """A number with what makes it approximate: "more than 120"."""
    start = min([c.left_edge.i for c in token.children if c.dep_ in ("advmod", "quantmod", "amod")], default=token.i)
    before = token.doc.span(max(0, token.i - 2), token.i).text.lower()
    if before in ("more than", "fewer than", "less than", "at least"):
        start = token.i - 2
    return token.doc.span(start, token.i + 1).text
