"""Clause → its words, put in order once: mentions resolved, phrases shortened, days said in full."""

from __future__ import annotations

from facts.parse.clauses import RELATIVE_TAGS, Clause
from facts.parse.phrases import Antecedents
from facts.questions.asking import ClauseWords, Piece
from facts.questions.pieces import LONGEST_CONTENT, LONGEST_PIECE, anchored, phrase, piece_text, says_nothing
from facts.questions.verb_words import verb_words

MISREAD = frozenset({"accord", "can", "could", "may", "might", "must", "owe", "shall", "should", "will", "would"})
"""Words that are no verbs of their own though a parse takes them for one."""
PREPOSITIONAL = frozenset({"concern", "consider", "exclude", "follow", "include", "regard", "start"})
"""Verbs whose participle is used as a preposition."""


def clause_words(clause: Clause, antecedents: Antecedents) -> ClauseWords | None:
    """The words of a clause in the order of a question; None where it has no subject that can be named."""
    subject = clause.subject
    if clause.lemma in MISREAD or (clause.verb.dep_ in ("prep", "pcomp") and clause.lemma in PREPOSITIONAL):
        return None
    if subject is None or subject.head.tag_ in RELATIVE_TAGS or subject.head.tag_ == "EX":
        return None
    name = anchored(phrase(subject, antecedents), clause)
    if not name or len(name.split()) > 20 or subject.head.dep_.startswith("csubj") or says_nothing(name, clause):
        return None
    front, middle, base, plain = verb_words(clause)
    if subject.head.lower_ == "i" and subject.start in antecedents:
        front = {"am": "is", "do": "does", "have": "has"}.get(front, front)
        if plain and clause.chain[0].tag_ in ("VBP", "VB"):
            plain = None
    pieces = []
    for argument in clause.arguments:
        text = anchored(piece_text(clause, argument, antecedents), clause)
        if text and len(text.split()) <= (LONGEST_CONTENT if argument.role == "content" else LONGEST_PIECE):
            pieces.append(Piece(argument, text))
    return ClauseWords(clause, name, front, middle, base, plain, tuple(pieces))
