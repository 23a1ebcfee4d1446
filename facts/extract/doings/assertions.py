"""Factuality: yes/no facts of what a text asserts, denies, or tells to have been refused."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.draft import Draft, Sentence
from facts.parse.clauses import Clause
from facts.parse.tree import Token
from facts.questions import ClauseWords

DOUBTFUL = frozenset({"can", "could", "may", "might", "should", "would"})
CONDITIONAL_MARKS = frozenset({"if", "unless", "whether", "should", "lest"})
HEDGING_VERBS = frozenset(
    """allege ask ban believe call claim consider deny demand doubt expect fear forbid hope intend order plan
    prevent propose recommend refuse request require seek suggest suspect think urge want wish wonder""".split()
)
"""Verbs under which a clause is not said to be so."""
REFUSING = frozenset({"decline", "fail", "forget", "neglect", "omit", "refuse"})
"""Verbs that say that what follows was not done."""


def decided(
    sentence: Sentence, clause: Clause, words: ClauseWords, span: tuple[int, int], confidence: float
) -> Iterator[Draft]:
    """A yes/no fact for a clause that the text asserts or denies."""
    if clause.kind != "finite" or not is_asserted(clause) or not (words.rest(None) or clause.passive or clause.negated):
        return
    if clause.subject is None or clause.subject.head.tag_ in ("DT", "WDT", "WP"):
        return
    rest = words.rest(None)
    denied = rest.startswith("not ") and words.front in ("is", "are", "was", "were")
    middle = " ".join(w for w in words.middle.split() if w != "not")
    question = " ".join(f"{words.front} {words.subject} {middle} {words.base} {rest.removeprefix('not ')}".split())
    statement = words.statement()
    speaker = _speaker(clause, sentence)
    said = f", {speaker}" if speaker else ""
    subject = clause.subject.head.doc[clause.subject.start].lower_
    if subject in ("no", "none", "nobody", "neither"):
        return
    answer = f"{'No' if clause.negated or denied else 'Yes'}, {statement}{said}"
    yield Draft("yes_no", question[:1].upper() + question[1:] + "?", answer, span, (), None, confidence - 0.05)


def is_asserted(clause: Clause) -> bool:
    """Whether the text asserts or denies a clause: it stands under no condition, wish, doubt or request."""
    verb: Token = clause.chain[0]
    if any(c.lower_ in DOUBTFUL and c.dep_ == "aux" for c in verb.children):
        return False
    if any(
        m.dep_ in ("mark", "advmod") and m.lower_ in ("if", "unless")
        for c in verb.children
        if c.dep_ == "advcl"
        for m in c.children
    ):
        return False
    while True:
        if any(
            c.dep_ in ("mark", "advmod", "aux") and c.lower_ in CONDITIONAL_MARKS and c.i < verb.i
            for c in verb.children
        ):
            return False
        head = verb.head
        if head.i == verb.i:
            return not verb.sent.text.rstrip().endswith("?")
        if (
            head.pos_ in ("VERB", "AUX")
            and verb.dep_ in ("ccomp", "xcomp", "advcl", "conj")
            and (
                (head.lemma_.lower() in HEDGING_VERBS and verb.dep_ in ("ccomp", "xcomp"))
                or (any(c.dep_ == "neg" for c in head.children) and verb.dep_ == "ccomp")
            )
        ):
            return False
        verb = head


def _speaker(clause: Clause, sentence: Sentence) -> str | None:
    """Who is quoted, for a clause of reported speech: "he noted"."""
    verb = clause.verb
    if verb.dep_ != "ccomp" or verb.head.pos_ != "VERB":
        return None
    for other in sentence.clauses:
        if other.verb == verb.head:
            words = sentence.words_of(other)
            if words is not None and words.plain and " " not in words.plain:
                return f"{words.subject} {words.plain}"
    return None


def denied(sentence: Sentence, clause: Clause, words: ClauseWords, span: tuple[int, int]) -> Iterator[Draft]:
    """ "Asked about the rate, he declined to comment": what somebody did not do."""
    if len(clause.chain) != 2 or clause.chain[0].lemma_.lower() not in REFUSING or clause.negated or clause.passive:
        return
    if clause.kind != "finite" or not is_asserted(clause) or words.front not in ("did", "has", "have", "had"):
        return
    asked = next((c for c in sentence.clauses if c.verb.lemma_ == "ask" and c.verb.head == clause.chain[0]), None)
    about = asked.first("oblique") if asked is not None else None
    rest = words.rest(None)
    topic = ""
    if about is not None and about.preposition in ("about", "on") and asked is not None:
        full = sentence.words_of(asked)
        topic = next((t for a, t in full.pieces if a is about), "") if full is not None else ""
    question = " ".join(f"Did {words.subject} {clause.verb.lemma_} {rest} {topic}".split()) + "?"
    said = " ".join(f"No, {words.statement().removeprefix('No, ')} {topic and '(asked ' + topic + ')'}".split())
    variants = (f"Did {words.subject} say anything {topic}?",) if clause.verb.lemma_ == "comment" and topic else ()
    yield Draft("yes_no", question, said, span, variants, None, 0.8)
