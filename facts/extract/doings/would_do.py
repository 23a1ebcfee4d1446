"""What somebody said that they, or somebody else, would do, must do or should do: asked for as that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.answers import FIRST_OR_SECOND, said
from facts.extract.doings.asked import first_new, placed, reported_of
from facts.extract.doings.assertions import is_prose
from facts.extract.doings.repeated import is_said_again
from facts.extract.doings.reported import (
    before_next_deed,
    first_said,
    last_word_of,
    points_away,
    speaks_of_itself,
    unresolved,
)
from facts.extract.doings.speakers import is_told_here, speakers
from facts.extract.doings.statements import is_clause, is_torn, stands_beside
from facts.extract.doings.strangers import reads_at_once
from facts.extract.doings.verbs import SAID
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.folding import fold
from facts.parse.clauses import Argument, Clause
from facts.parse.subjects import subject_of
from facts.parse.tree import Token
from facts.questions import ClauseWords, in_full

MODALS = frozenset({"must", "should", "will", "would"})
"""Auxiliaries of what is to be done."""
PASSED_OVER = frozenset({"also", "have", "now", "soon", "then", "therefore"})
"""What may stand between one of them and the verb."""
CONDITIONS = frozenset({"if", "unless"})
NO_DEEDS = frozenset("be become cost depend happen have help like need remain seem stand stay take wish".split())
"""Verbs of what nobody does."""
SAYING = SAID - {"believe", "deny", "doubt", "hope", "recognise", "recognize", "suggest", "think"}
"""Verbs of who says something as certain."""
POINTING = frozenset({"again", "it", "one", "so", "them", "this"})
"""Words of an answer that point to what was said before."""
UNFINISHED = re.compile(r"[;:—–]|\band, ")
"""Where something else is told, or a list was cut."""
ADDED = re.compile(r", (?:including|such as) .*$")
"""What only adds something at the end of an answer."""
FEWEST, LONGEST = 4, 24
"""How many words an answer has at least and at most."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what each was said to be going to do: "Ada Wren said that she would sell the Tarn ferry"."""
    asked: set[str] = set()
    for sentence in filter(is_prose, material.sentences):
        for clause in sentence.clauses:
            deed = _deed_of(clause) if is_told_here(sentence, clause) else None
            if deed is not None and not is_said_again(material, sentence, clause, like=_tells_deed):
                yield from _draft(material, sentence, clause, *deed, asked)


def _tells_deed(clause: Clause) -> bool:
    return _deed_of(clause) is not None


def _deed_of(clause: Clause) -> tuple[Argument, Argument, Token] | None:
    """What a clause says is to be done: the content, who is to do it, and the modal; None where it says no such thing.

    Nothing that is denied, put in the passive or said of a condition ("would close if …").
    """
    content = clause.first("content")
    said_so = clause.kind == "finite" and not clause.passive and len(clause.chain) == 1 and clause.subject is not None
    if content is None or not said_so or clause.negated or clause.lemma.replace(" ", "-") not in SAYING:
        return None
    verb, doc = content.head, content.head.doc
    modal = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ in MODALS and c.i < verb.i), None)
    own = subject_of(verb)
    if modal is None or own is None or verb.tag_ != "VB" or verb.lemma_.lower() in NO_DEEDS:
        return None
    if not content.start <= own.start < own.end <= modal.i:
        return None
    between = doc[modal.i + 1 : verb.i]
    conditional = any(c.dep_ == "advcl" and any(m.lower_ in CONDITIONS for m in c.children) for c in verb.children)
    if conditional or any(t.lower_ not in PASSED_OVER for t in between):
        return None
    return content, own, modal


def _draft(
    material: Material,
    sentence: Sentence,
    clause: Clause,
    content: Argument,
    own: Argument,
    modal: Token,
    asked: set[str],
) -> Iterator[Draft]:
    doc, verb = content.head.doc, content.head
    if not stands_beside(clause, content) or not is_clause(clause, content) or is_torn(clause, content):
        return
    if points_away(sentence, clause, content) or (own.head.pos_ != "PRON" and unresolved(sentence, content)):
        return
    end = before_next_deed(content, content.end)
    if any(t.lower_ in POINTING and t.i not in sentence.antecedents for t in doc[verb.i : end]):
        return
    whole = said(doc, verb.i, end, sentence.antecedents)
    answer = ADDED.sub("", whole) if whole else None
    if answer is None or len(answer.split()) > LONGEST or len(answer.split()) < FEWEST or UNFINISHED.search(answer):
        return
    answer = first_said(answer)
    for words in speakers(material, sentence, clause, anything=True):
        who = _who(sentence, own, words)
        plain = f"What did {words.subject} say {who} {modal.lower_} do?" if who and words.front == "did" else None
        question = placed(material, plain, words) or reported_of(material, plain, words) if plain else None
        if question and reads_at_once(question) and first_new([question], asked):
            yield Draft("what", question, answer, sentence_span(sentence), confidence=0.8, rule="statement.would_do")
            return


def _who(sentence: Sentence, own: Argument, words: ClauseWords) -> str | None:
    """Who is to do it, as a question has it behind who said so: "she" for who speaks, else a whole name."""
    meant = sentence.antecedents.get(own.start)
    first = own.head.doc[own.start]
    speaker = fold(words.subject).removeprefix("the ")
    himself = speaks_of_itself(words.clause, own) or (
        first.tag_ == "PRP$" and len(sentence.people) <= 1
        if meant is None
        else (fold(meant.name).removeprefix("the ") == speaker or last_word_of(meant.name) == last_word_of(speaker))
    )
    if first.tag_ in ("PRP", "PRP$"):
        text = own.head.doc.span(own.start, own.end).text
        return text if himself and first.lower_ not in FIRST_OR_SECOND else None
    name = in_full(own, sentence.antecedents)
    return name if name is not None and last_word_of(name) != last_word_of(words.subject) else None
