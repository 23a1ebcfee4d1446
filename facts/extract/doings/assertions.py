"""Factuality: which sentences are running prose, and which clauses a text tells as so."""

from __future__ import annotations

import dataclasses
import re

from facts.extract.doings.verbs import SAID
from facts.extract.draft import Sentence
from facts.parse.arguments import RELATIVE_TAGS
from facts.parse.clauses import AUXILIARIES, Clause
from facts.parse.phrases import is_person, is_plural
from facts.parse.predicates import SUBJECTS
from facts.parse.tree import Token
from facts.parse.words import SAY_VERBS
from facts.questions import ClauseWords, names_itself

NOTES = re.compile(r"[@#`|]|https?:|->|→")
"""Signs of notes and tables."""
FIRST = frozenset({"i", "me", "my", "our", "us", "we", "you", "your"})
"""Words of whoever speaks, which say something else where somebody else repeats them."""
MODALS = frozenset({"can", "ca", "could", "may", "might", "must", "ought", "shall", "should", "would", "'d"})
"""Auxiliaries under which nothing is told as so."""
CONDITIONAL_MARKS = frozenset({"if", "lest", "provided", "should", "unless", "whether"})
FACTUAL_MARKS = frozenset({"after", "as", "because", "since", "when", "where", "while", "whereas"})
"""Conjunctions of clauses beside the main one that are told as so all the same."""
NEGATORS = frozenset({"barely", "hardly", "n't", "neither", "never", "no", "nobody", "none", "nor", "not", "scarcely"})
UNDONE = frozenset({"almost", "nearly", "reportedly", "allegedly", "supposedly", "perhaps", "possibly", "probably"})
"""Adverbs that take back what they stand by."""
SOURCE = "according to"
ADJACENT = 2
"""How near to its noun a relative clause stands that surely tells of it."""
FEWEST, MOST = 4, 100
"""How many tokens a sentence of running prose has."""
LABEL = 7
"""A colon among so many first tokens makes what stands before it a label or a speaker."""


def is_prose(sentence: Sentence) -> bool:
    """Whether a sentence is a whole one of running text, and not a note, a label, a row of a table or a question."""
    text = sentence.span.text.strip()
    if sentence.paragraph.heading or not FEWEST <= len(sentence.span) <= MOST:
        return False
    if not (text[:1].isupper() or text[:1].isdigit() or text[:1] in '"“') or text.rstrip('"”)')[-1:] not in (".", "!"):
        return False
    colon = next((t.i for t in sentence.span[:LABEL] if t.text == ":"), sentence.span.start)
    label = colon > sentence.span.start and not any(t.pos_ in ("VERB", "AUX") for t in sentence.span if t.i < colon)
    if label or text.count(";") > 1 or NOTES.search(text):
        return False
    root = sentence.span.root
    return root.pos_ in ("VERB", "AUX") and any(
        c.dep_ in (*SUBJECTS, "expl") and (c.i < root.i or root.lemma_ in SAY_VERBS) for c in root.children
    )


def is_told(clause: Clause) -> bool:
    """Whether a text tells a clause as so: its own words, not said by somebody, asked, wished, planned or denied."""
    return not clause.negated and is_asserted(clause) and not _is_attributed(clause)


def told_by(sentence: Sentence, clause: Clause) -> str | None:
    """Who says a clause, where a text gives it as the word of somebody named; else None."""
    verb = clause.chain[0]
    if verb.dep_ != "ccomp" or clause.kind != "finite" or clause.negated or any(map(_takes_back, verb.children)):
        return None
    if _is_quoted(verb) or _under_condition(verb) or any(t.lower_ in FIRST for t in verb.subtree):
        return None
    saying = next((c for c in sentence.clauses if c.chain == (verb.head,)), None)
    if saying is None or saying.lemma not in SAID or saying.passive or not is_told(saying) or saying.subject is None:
        return None
    words = sentence.words_of(saying)
    return words.subject if words is not None and names_itself(saying.subject, words.subject) else None


def source_of(sentence: Sentence, clause: Clause) -> tuple[str, ClauseWords] | None:
    """By whose word a clause is told, and its words without that: "died in Tarn, according to the Tarn council"."""
    if clause.negated or not is_asserted(clause):
        return None
    words = sentence.words_of(clause)
    piece = next((p for p in words.pieces if p.argument.preposition == SOURCE), None) if words is not None else None
    if words is None or piece is None or not piece.text:
        return None
    rest = tuple(p for p in words.pieces if p is not piece)
    return piece.text.partition(" to ")[2], dataclasses.replace(words, pieces=rest)


def is_asserted(clause: Clause) -> bool:
    """Whether a text asserts or denies a clause: it stands under no condition, wish, doubt or question."""
    verb: Token = clause.chain[0]
    if clause.kind != "finite" or _is_quoted(verb) or verb.sent.text.rstrip(' "”').endswith("?"):
        return False
    if any(_takes_back(c) for c in verb.children) or _under_condition(verb):
        return False
    while verb.head is not verb:
        if _stands_alone(verb):
            return True
        if not _leads_up(verb):
            return False
        verb = verb.head
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        if any(c.dep_ == "aux" and (c.lower_ in MODALS or c.tag_ == "TO") for c in verb.children):
            return False
    return True


def _stands_alone(verb: Token) -> bool:
    """Whether a clause is a sentence of its own before a semicolon: "The bridge was built in 1934; carts may cross"."""
    return (
        verb.dep_ == "ccomp"
        and verb.i < verb.head.i
        and any(t.text == ";" for t in verb.doc[verb.right_edge.i : verb.head.i])
        and any(c.dep_ in SUBJECTS and c.i > verb.i for c in verb.head.children)
    )


def _leads_up(verb: Token) -> bool:
    """Whether a word on the way up to the main verb leaves what is below it told as so."""
    match verb.dep_:
        case "relcl":
            return verb.left_edge.i - verb.head.i <= ADJACENT
        case "conj" | "appos" | "pobj" | "dobj" | "nsubj" | "nsubjpass" | "prep" | "agent" | "attr" | "nmod":
            return True
        case "advcl":
            mark = next((c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod") and c.i < verb.i), "")
            return mark in FACTUAL_MARKS
        case "ccomp":
            return verb.i < verb.head.i and verb.head.lemma_.lower() not in SAY_VERBS
        case _:
            return False


def _takes_back(child: Token) -> bool:
    if child.dep_ in AUXILIARIES:
        return child.lower_ in MODALS or child.tag_ == "TO"
    return child.dep_ == "advmod" and child.lower_ in UNDONE


def _under_condition(verb: Token) -> bool:
    marks = [
        m.lower_
        for c in (verb, *(c for c in verb.children if c.dep_ == "advcl"))
        for m in c.children
        if m.dep_ in ("mark", "advmod") and m.i < c.i
    ]
    return any(m in CONDITIONAL_MARKS for m in marks)


def _is_quoted(token: Token) -> bool:
    """Whether a word stands inside direct speech."""
    marks = [t for t in token.sent if t.text == '"']
    begun = len(marks) % 2 == 1 and marks[0].i > token.sent.start and not marks[0].nbor(-1).whitespace_
    return (sum(t.i < token.i for t in marks) + begun) % 2 == 1


def _is_attributed(clause: Clause) -> bool:
    """Whether a sentence gives a clause as somebody's word: "according to the ministry, the bridge was closed".

    Or "as the ministry stated, …".
    """
    sent = clause.verb.sent
    stated = any(
        t.dep_ == "advcl" and t.lemma_.lower() in SAY_VERBS and t.left_edge.lower_ == "as" and t.i < clause.verb.i
        for t in sent
    )
    return stated or any(t.lower_ == "according" or (t.dep_ == "parataxis" and t.pos_ == "VERB") for t in sent)


def is_plain(clause: Clause) -> bool:
    """Whether a clause says what was done by one verb alone, and by a parse that makes sense."""
    outer = clause.verb if clause.verb.dep_ != "conj" else clause.verb.head
    helped = any(c.dep_ == "auxpass" for t in (outer, clause.verb) for c in t.children)
    if (clause.passive and not helped) or _may_be_infinitive(clause.verb):
        return False
    if clause.subject is not None and clause.verb.doc[clause.subject.start].lower_ in NEGATORS:
        return False
    if _is_set_off(clause.verb) or _tells_of_either(clause.verb):
        return False
    if any(t.lower_ == "than" and t.nbor(-1).lower_ == "rather" for t in clause.verb.subtree if t.i > clause.verb.i):
        return False
    if clause.verb.dep_ == "conj" and {outer.tag_, clause.verb.tag_} in ({"VBD", "VBZ"}, {"VBD", "VBP"}):
        # "The group discussed the need to pass a bill that helps, and supports the poor": the bill does.
        return any(c.dep_ in SUBJECTS for c in clause.verb.children)
    return len(clause.chain) == 1 and not any(_denies(c) for c in clause.verb.children)


def _is_set_off(verb: Token) -> bool:
    """Whether a comma alone parts a verb from its subject, so that it is a participle: "Ada Wren, promoted in May,"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or verb.i - 1 <= subject.i or verb.nbor(-1).text != "," or verb.dep_ == "relcl":
        return False
    return sum(t.text in (",", "(", "-", "–", "—") for t in verb.doc[subject.left_edge.i : verb.i]) == 1


def _tells_of_either(verb: Token) -> bool:
    """Whether a clause behind a comma may tell of two nouns: "a grant from the Trust, which ends in May"."""
    noun = verb.head
    told = next((c for c in verb.children if c.dep_ in SUBJECTS and c.tag_ in RELATIVE_TAGS), None)
    if verb.dep_ != "relcl" or told is None or told.nbor(-1).text != ",":
        return False
    single = any(t.lower_ in ("has", "is", "was") or t.tag_ == "VBZ" for t in (verb, *verb.children) if t.i > told.i)
    if noun.dep_ == "conj":
        return not single and noun.head.pos_ in ("NOUN", "PROPN")
    outer = noun.head.head
    if noun.dep_ != "pobj" or outer.pos_ not in ("NOUN", "PROPN") or outer.i > noun.i:
        return False
    people = told.lower_ == "who"
    return is_person(outer) == people and is_plural(outer) == is_plural(noun)


def _denies(child: Token) -> bool:
    """Whether a verb's child takes back what it says: "never", "no longer", "but not by Tarn", "by neither"."""
    longer = child.dep_ == "advmod" and any(c.lower_ in NEGATORS for c in child.children)
    excluding = child.dep_ == "prep" and any(_excludes(c) for part in child.children for c in (part, *part.children))
    return child.dep_ == "neg" or child.lower_ in NEGATORS or longer or excluding


def _excludes(token: Token) -> bool:
    """Whether a word in a phrase leaves out what it stands before."""
    return token.lower_ == "neither" or (token.lower_ == "not" and token.dep_ == "neg")


def _may_be_infinitive(verb: Token) -> bool:
    """Whether a joined verb may as well go on an infinitive before it: "plans to build roads and cut costs"."""
    if verb.dep_ != "conj" or verb.tag_ not in ("VB", "VBP"):
        return False
    if any(c.dep_ in (*SUBJECTS, *AUXILIARIES) for c in verb.children):
        return False
    return verb.tag_ == "VB" or any(t.tag_ == "VB" for t in verb.doc[verb.head.i : verb.i])
