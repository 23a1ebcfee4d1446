"""Who said what about what: reported and direct speech, promises, demands, proposals."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.answers import answer_of, bare
from facts.extract.doings.asked import at_meeting, was_there
from facts.extract.doings.assertions import is_prose, is_told
from facts.extract.doings.names import acts
from facts.extract.doings.verbs import ASKED_AS_SAID, DISCUSSED, SAID
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.folding import fold
from facts.parse.clauses import Argument, Clause
from facts.parse.subjects import subject_of
from facts.questions import ClauseWords, in_full, is_anchored

LONGEST = 55
"""How many words what was said may have as an answer."""
LONGEST_TOPIC = 9
"""How many words of what was said tell in a question what it was about."""
WANTING = frozenset({"expect", "need", "require", "want", "wish"})
ASKING = frozenset({"ask", "enquire", "inquire", "question", "wonder"})
QUESTION_WORDS = frozenset("how if what when where whether which who whom why".split())
LITTLE = ("no ", "none ", "few ", "little ", "nothing ", "all ", "any ")
URGED = frozenset({"advise", "ask", "encourage", "press", "request", "tell", "urge", "warn"})
"""Verbs with somebody and an infinitive behind them: what is demanded of whom."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what was said by whom about what."""
    for sentence in material.sentences:
        if not is_prose(sentence):
            continue
        for clause in sentence.clauses:
            if len(clause.chain) > 1 or clause.passive or not is_told(clause) or clause.subject is None:
                continue
            for words in sentence.readings(clause) if acts(clause.subject) else ():
                yield from _said(material, sentence, clause, words)
                yield from _asked(material, sentence, clause, words)
                yield from _wanted(material, sentence, clause, words)
                yield from _urged(material, sentence, clause, words)


def _said(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    lemma = clause.lemma.replace(" ", "-")
    content = clause.first("content")
    if content is None or (lemma not in SAID and lemma not in ASKED_AS_SAID) or clause.passive:
        return
    if not _is_beside(clause, content):
        return
    answer = answer_of(content, sentence.antecedents, LONGEST)
    topic = _topic(sentence, content, words)
    if answer is None:
        return
    if lemma in ASKED_AS_SAID:
        question = words.ask("What", content)
    elif topic is None:
        question = f"What did {words.subject} say?" if was_there(material, words) else None
    else:
        question = f"What did {words.subject} say about {topic}?"
    question = at_meeting(material, question, words)
    if question:
        yield Draft("what", question, bare(answer), sentence_span(sentence), confidence=0.8, rule="statement.said")


def _is_beside(clause: Clause, content: Argument) -> bool:
    """Whether what was said stands right behind its verb, or right before it and who said it."""
    doc, verb = clause.verb.doc, clause.verb
    if content.start > verb.i:
        between = doc[verb.i + 1 : content.start]
        whom = clause.first("object", "recipient")
        told = range(whom.start, whom.end) if whom is not None else range(0)
        return all(t.is_punct or t.dep_ in ("mark", "prt") or t.i in told for t in between)
    first = min(verb.i, clause.subject.start if clause.subject is not None else verb.i)
    return all(t.is_punct or t.text == '"' for t in doc[content.end : first])


def _topic(sentence: Sentence, content: Argument, words: ClauseWords) -> str | None:
    """What a reported clause is about: its subject, or, where that is whoever speaks, what it says something of."""
    subject = subject_of(content.head)
    if subject is None or subject.start < content.start or subject.head.dep_.startswith("csubj"):
        return None
    name = in_full(subject, sentence.antecedents, LONGEST_TOPIC, bare=True)
    speaker = fold(words.subject)
    if name is not None and fold(name) not in speaker and speaker not in fold(name):
        return (
            name
            if (" " in name or name[:1].isupper()) and not name[:1].isdigit() and not name.startswith(LITTLE)
            else None
        )
    told = next((c for c in sentence.clauses if c.chain == (content.head,)), None)
    about = told.first("object") if told is not None else None
    if about is None or about.head.pos_ not in ("NOUN", "PROPN"):
        return None
    name = in_full(about, sentence.antecedents, LONGEST_TOPIC, bare=True)
    return None if name is None or name[:1].isdigit() else name


def _asked(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "Ann Poole asked whether the pier was safe", "the leaders discussed how to mend it": what."""
    content, lemma = clause.first("content"), clause.verb.lemma_
    if (
        lemma not in ASKING | DISCUSSED | {"describe", "outline", "talk"}
        or content is None
        or content.start < clause.verb.i
    ):
        return
    answer = answer_of(content, sentence.antecedents, LONGEST)
    question = at_meeting(material, words.ask("What", content), words)
    opening = answer.split()[0].lower() if answer else ""
    if not (opening in QUESTION_WORDS or (opening == "that" and lemma == "ask")):
        return
    if question and answer and _is_beside(clause, content):
        yield Draft("what", question, answer, sentence_span(sentence), confidence=0.8, rule="statement.asked")


def _wanted(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The council wanted Tarn to close the pier": what it wanted."""
    what = clause.first("infinitive", "content")
    if clause.verb.lemma_ not in WANTING or what is None or what.start < clause.verb.i or clause.first("object"):
        return
    whom = subject_of(what.head)
    answer = answer_of(what, sentence.antecedents, LONGEST)
    question = at_meeting(material, words.ask("What", what), words)
    if question and answer and whom is not None and whom.start >= what.start:
        yield Draft("what", question, answer, sentence_span(sentence), confidence=0.75, rule="statement.wanted")


def _urged(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The council urged Tarn to close the pier": what it urged Tarn to do."""
    lemma = clause.verb.lemma_.lower()
    whom, what = clause.first("object", "recipient"), clause.first("infinitive", "purpose")
    if lemma == "call" and whom is None:
        on = next((a for a in clause.all("oblique", "place") if a.preposition in ("on", "upon")), None)
        inner = next((c for c in on.head.children if c.dep_ == "pobj"), None) if on is not None else None
        if on is None or inner is None or what is None or what.start != on.end:
            return
        whom = Argument("object", inner, on.start + 1, on.end)
        lemma = "call on"
    elif lemma not in URGED or what is None:
        return
    if whom is None:
        own = next((c for c in what.head.children if c.dep_ == "nsubj"), None)
        if own is None or own.left_edge.i < clause.verb.i:
            return
        whom = Argument("object", own, own.left_edge.i, own.right_edge.i + 1)
        start = own.right_edge.i + 1
        what = Argument("infinitive", what.head, start, what.end)
    name = in_full(whom, sentence.antecedents, bare=words.bare)
    answer = answer_of(what, sentence.antecedents, LONGEST)
    if name is None or answer is None or not answer.startswith("to "):
        return
    question = at_meeting(material, f"What did {words.subject} {lemma} {name} to do?", words)
    if question and is_anchored(question):
        yield Draft("what", question, bare(answer), sentence_span(sentence), confidence=0.8, rule="statement.urged")
