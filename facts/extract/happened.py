"""Whether a text tells a clause as something that happened: not planned, demanded, asked, quoted or only possible."""

from __future__ import annotations

from facts.parse.clauses import Clause
from facts.parse.tree import Token

CONDITIONAL = frozenset({"if", "lest", "once", "unless", "until", "whether"})
"""Words that open a clause of which nothing is told."""
SAYING = frozenset({"add", "confirm", "explain", "note", "report", "say", "show", "tell"})
"""Verbs below which something may stand as told."""


def happened(clause: Clause, *, denied: bool = False) -> bool:
    """Whether a clause tells what happened; with `denied` also what did not ("could not attend")."""
    verb = clause.chain[0]
    if len(clause.chain) > 1 or clause.kind == "infinitive" or (clause.negated and not denied):
        return False
    if verb.sent.text.rstrip(' "”').endswith("?") or _is_quoted(verb):
        return False
    if any(_is_open(c) and not (denied and c.lower_ == "could") for c in verb.children):
        return False
    token = verb
    while token.head is not token:
        above = token.head
        if token.dep_ == "ccomp" and above.lemma_.lower() not in SAYING and above.i < token.i:
            return False
        if token.dep_ in ("xcomp", "pcomp", "csubj"):
            return False
        if above.pos_ in ("VERB", "AUX") and any(_is_open(c) for c in above.children) and token.dep_ != "conj":
            return False
        token = above
    return True


def _is_open(child: Token) -> bool:
    """Whether a verb's child leaves open whether it happened: "would", "to", "if"."""
    if child.dep_ in ("aux", "auxpass"):
        return child.tag_ in ("MD", "TO")
    return child.dep_ in ("mark", "advmod") and child.lower_ in CONDITIONAL


def _is_quoted(token: Token) -> bool:
    """Whether a word stands inside direct speech."""
    marks = [t for t in token.sent if t.text == '"']
    begun = bool(marks) and marks[0].i > token.sent.start and not marks[0].nbor(-1).whitespace_
    return (sum(t.i < token.i for t in marks) + begun) % 2 == 1
