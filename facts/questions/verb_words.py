"""The verb of a clause with its auxiliaries, as they stand in a question and in a statement."""

from __future__ import annotations

import re
from typing import NamedTuple

from facts.parse.clauses import AUXILIARIES, Clause, particle
from facts.parse.phrases import is_plural
from facts.parse.tree import Token
from facts.parse.verbs import past, third_person
from facts.questions.asking import joined


class VerbWords(NamedTuple):
    """The verb of a clause with its auxiliaries, as `ClauseWords` has them."""

    front: str
    middle: str
    base: str
    plain: str | None


def verb_words(clause: Clause) -> VerbWords:
    """The verb of a clause and its auxiliaries, as they stand in a question and in a statement."""
    outer = clause.chain[0]
    auxiliaries = [c for c in outer.children if c.dep_ in AUXILIARIES and c.i < outer.i]
    source = outer
    while (
        not auxiliaries
        and source.dep_ == "conj"
        and source.head.pos_ in ("VERB", "AUX")
        and outer.tag_ in ("VB", "VBN", "VBG")
    ):
        source = source.head
        auxiliaries = [c for c in source.children if c.dep_ in AUXILIARIES and c.i < source.i]
    words = [_full(a.lower_) for a in auxiliaries if a.tag_ != "TO"]
    negation = "not" if any(c.dep_ == "neg" for t in clause.chain for c in t.children) else ""
    plural = clause.subject is not None and is_plural(clause.subject.head)
    tail = _tail(clause)
    lemma = base_of(outer)
    if clause.kind == "infinitive" and (not words or any(a.tag_ == "TO" for a in auxiliaries)):
        words = ["were" if plural else "was", "to", *words]
        return VerbWords(
            words[0],
            joined(negation, *words[1:]),
            joined(lemma if "be" not in words else outer.lower_, tail),
            None,
        )
    if words and words[0] in ("having", "being"):
        words = ["had" if words[0] == "having" else "was", *words[1:]]
    if words and words[0] not in ("be", "been"):
        return VerbWords(words[0], joined(negation, *words[1:]), joined(outer.text, tail), None)
    if lemma == "be":
        word = _full(outer.lower_) if outer.tag_ in ("VBD", "VBZ", "VBP") else ("were" if plural else "was")
        return VerbWords(word, negation, tail, None if negation else joined(word, tail))
    if clause.passive:
        return VerbWords(
            "were" if plural else "was",
            joined(negation, *(w for w in words if w == "been")),
            joined(outer.text, tail),
            None,
        )
    if outer.tag_ in ("VBZ", "VBP"):
        return VerbWords(
            "does" if outer.tag_ == "VBZ" else "do",
            negation,
            joined(lemma, tail),
            None if negation else joined(outer.text, tail),
        )
    plain = outer.text if outer.tag_ == "VBD" else past(lemma)
    return VerbWords("did", negation, joined(lemma, tail), None if negation else joined(plain, tail))


def base_of(verb: Token) -> str:
    """The base form of a verb, also where the parser's has an "e" too many or too few.

    E.g. "co-founded" → "co-founde", "hoped" and "hopes" → "hop".
    """
    lemma, text = verb.lemma_.lower(), verb.lower_
    if lemma.endswith("lle") and text == f"{lemma}d":
        return lemma[:-2]
    if verb.tag_ in ("VBD", "VBN") and past(lemma) != text and past(f"{lemma}e") == text:
        return f"{lemma}e"
    if verb.tag_ == "VBZ" and third_person(lemma) != text and third_person(f"{lemma}e") == text:
        return f"{lemma}e"
    if (
        "-" in text
        and text.endswith("ed")
        and lemma == text[:-1]
        and re.search(r"(?:[^aeiou]{2}|[aeiou]{2}[^aeiou])$", text[:-2])
    ):
        return text[:-2]
    return lemma


def _full(word: str) -> str:
    return {
        "'ll": "will",
        "'d": "would",
        "'ve": "have",
        "'re": "are",
        "'s": "is",
        "'m": "am",
        "wo": "will",
        "ca": "can",
    }.get(word, word)


def _tail(clause: Clause) -> str:
    """What follows the first verb of a chain: its particle and the other verbs."""
    parts = [particle(clause.chain[0])]
    for verb in clause.chain[1:]:
        parts += [c.lower_ for c in verb.children if c.dep_ in (*AUXILIARIES, "neg") and c.i < verb.i]
        parts += [verb.text, particle(verb)]
    return joined(*parts)
