"""Who said what about what: reported and direct speech, promises, demands, proposals."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from facts.extract.answers import answer_of, bare, is_cut, said, whole_end
from facts.extract.doings.asked import at_meeting, first_new, in_report, placed, said_when, with_meeting
from facts.extract.doings.assertions import is_prose
from facts.extract.doings.speakers import main_verb, speakers, spoke_there
from facts.extract.doings.spoken import is_told_here, topics_of
from facts.extract.doings.verbs import ASKED_AS_SAID, SAID, SPEAKING
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.folding import fold
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_plural, resolved
from facts.parse.predicates import has_own_subject
from facts.parse.subjects import subject_of
from facts.parse.verbs import past
from facts.parse.words import FINITE
from facts.questions import ClauseWords, in_full, is_anchored, is_bare, is_clean, names_itself, phrased

LONGEST = 34
"""How many words what was said may have as an answer."""
LONGEST_TOPIC = 9
"""How many words of what was said tell in a question what it was about."""
TELLING = frozenset({"assure", "inform", "remind", "tell", "warn"})
"""Verbs with somebody and a clause behind them: what whom is told."""
PRESS = frozenset({"broadcaster", "correspondent", "journalist", "newspaper", "press", "radio", "reporter"})
"""Nouns of those who are told things beside a meeting."""
WANTING = frozenset({"expect", "need", "require", "want", "wish"})
ASKING = frozenset({"ask", "enquire", "inquire", "question", "wonder"})
NO_ASIDES = frozenset({"deny", "recognise", "recognize", "welcome"})
"""Verbs that nobody puts behind what was said: "…, women denied a licence"."""
HOLDING = frozenset({"believe", "recognise", "recognize"})
"""Verbs of what somebody holds at all times, in the present."""
QUESTION_WORDS = frozenset("how if what when where whether which who whom why".split())
LITTLE = ("no ", "none ", "few ", "little ", "nothing ", "all ", "any ", "a ", "an ", "more ", "less ", "many ")
URGED = frozenset({"advise", "ask", "encourage", "press", "request", "tell", "urge", "warn"})
"""Verbs with somebody and an infinitive behind them: what is demanded of whom."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what was said by whom about what."""
    asked: set[str] = set()
    for sentence in material.sentences:
        if not is_prose(sentence):
            continue
        yield from _according(material, sentence, asked)
        for clause in sentence.clauses:
            if len(clause.chain) > 1 or clause.passive or not is_told_here(sentence, clause) or clause.subject is None:
                continue
            reports = clause.first("content") is not None and clause.lemma not in TELLING
            readings = speakers(material, sentence, clause, anything=reports)
            finite = clause.kind == "finite"
            yield from _said(material, sentence, clause, readings, asked)
            yield from _urged(material, sentence, clause, readings, asked)
            for words in readings if finite else ():
                yield from _asked(material, sentence, clause, words)
                yield from _wanted(material, sentence, clause, words)


def _according(material: Material, sentence: Sentence, asked: set[str]) -> Iterator[Draft]:
    """ "According to the harbour office, the Tarn pier is old", "…, according to Ann Poole": what they say of it."""
    doc, (first, end) = sentence.paragraph.doc, (sentence.span.start, sentence.span.end)
    phrase = next((t for t in sentence.span if t.lower_ == "according" and t.nbor(1).lower_ == "to"), None)
    source = next((c for c in phrase.nbor(1).children if c.dep_ == "pobj"), None) if phrase is not None else None
    subject = subject_of(sentence.span.root)
    if phrase is None or source is None or subject is None or any(t.text in '";' for t in sentence.span):
        return
    last = source.right_edge.i + 1
    if phrase.i == first and last < end and doc[last].text == ",":
        first = last + 1
    elif last >= end - 1 and phrase.i > sentence.span.root.i:
        end = phrase.i - (doc[phrase.i - 1].text == ",")
    else:
        return
    while end > first and doc[end - 1].text in ".!,":
        end -= 1
    speaker = in_full(Argument("object", source, phrase.i + 2, last), sentence.antecedents)
    topic = in_full(subject, sentence.antecedents, LONGEST_TOPIC)
    answer = said(doc, first, end, sentence.antecedents, LONGEST)
    if speaker is None or topic is None or answer is None or not first <= subject.start < end:
        return
    question = first_new([phrased("statement.about", speaker=speaker, topic=topic)], asked)
    if question and is_anchored(question) and fold(topic) not in fold(speaker):
        yield Draft("what", question, answer, sentence_span(sentence), confidence=0.8, rule="statement.according")


def _said(
    material: Material, sentence: Sentence, clause: Clause, readings: list[ClauseWords], asked: set[str]
) -> Iterator[Draft]:
    """ "Ann Poole said that the pier would stay open": what she said, about what."""
    lemma, content = clause.lemma.replace(" ", "-"), clause.first("content")
    if content is None or lemma not in SAID | ASKED_AS_SAID or not _is_beside(clause, content):
        return
    if not _is_clause(clause, content):
        return
    answer = _reported(sentence, content) or quoted(content)
    if answer is None or answer.split()[0].lower() in QUESTION_WORDS:
        return
    questions = [q for words in readings for q in _questions(material, sentence, clause, content, words)]
    if not readings and spoke_there(material, clause):
        about = next((topic for topic, _ in _topics(sentence, content, "")), None)
        questions = [with_meeting(material, phrased("remark.about", topic=about))] if about else []
    question = first_new(questions, asked)
    if question:
        yield Draft("what", question, bare(answer), sentence_span(sentence), confidence=0.8, rule="statement.said")


def _questions(
    material: Material, sentence: Sentence, clause: Clause, content: Argument, words: ClauseWords
) -> Iterator[str | None]:
    """Ask for what was said: by its own verb, whom it was said to, what it is about, or when."""
    lemma, told = clause.lemma, clause.first("recipient", "object")
    if lemma in ASKED_AS_SAID or (told is not None and lemma in TELLING):
        words = words if lemma in ASKED_AS_SAID else dataclasses.replace(words, base="tell")
        question = words.ask("What", content)
        if told is not None and (told.head.ent_type_ == "ORG" or told.head.lemma_.lower() in PRESS):
            yield said_when(material, question if question and is_anchored(question) else None, words)
        else:
            yield placed(material, question, words) or _reported_of(material, question, words)
        return
    if told is not None:
        return
    for topic, is_clear in _topics(sentence, content, words.subject):
        question = phrased("statement.about", speaker=words.subject, topic=topic)
        there = at_meeting(material, question, words)
        if there and material.label and material.label in there:
            yield there
        elif there and is_clear and (dated := said_when(material, there, words)):
            yield dated
        elif fold(topic) not in fold(material.label or ""):
            yield _reported_of(material, question, words)
    plain = phrased("statement.said", speaker=words.subject)
    yield placed(material, plain, words) or _reported_of(material, plain, words)


def _reported_of(material: Material, question: str | None, words: ClauseWords) -> str | None:
    """A question for what somebody with a whole name said, with the report that tells of it; else None."""
    subject = words.clause.subject
    named = subject is not None and names_itself(subject, words.subject) and not words.bare
    held = words.clause.lemma in HOLDING and main_verb(words.clause).tag_ != "VBD"
    return in_report(material, question) if named and not held and is_anchored(f"- {words.subject}") else None


def _reported(sentence: Sentence, content: Argument) -> str | None:
    """Reported speech as an answer: up to a semicolon, and with a second clause ("… and that it was old")."""
    doc, end = content.head.doc, content.end
    if end + 1 < len(doc) and doc[end].dep_ == "cc" and doc[end + 1].lower_ == "that":
        second = doc[end + 1].head
        end = second.right_edge.i + 1 if second.i > end and second.pos_ in ("VERB", "AUX") else end
    end = next((t.i for t in doc[content.start : end] if t.text == ";"), end)
    own = subject_of(content.head)
    headless = doc[content.start].tag_ in FINITE and content.start + 2 >= content.head.i
    if end <= content.head.i or headless or (own is not None and own.head.lower_ in ("it", "that", "this")):
        return None
    whole = True
    for joined in (c for c in content.head.children if c.dep_ == "conj" and c.i < end):
        comma = next((t.i for t in doc[content.head.i : joined.i] if t.text == "," and t.nbor(1).dep_ == "cc"), None)
        if comma is not None and joined.tag_ == "VBD" and not has_own_subject(joined):
            end, whole = comma, False
            break
    cut = whole_end(dataclasses.replace(content, end=end))
    if cut + 1 < end and doc[cut].dep_ == "cc" and doc[cut + 1].lower_ == "that":
        cut = end
    if cut <= content.head.i or (whole and is_cut(doc, content.start, cut)):
        return None
    return said(doc, content.start, cut, sentence.antecedents, LONGEST)


def _is_clause(clause: Clause, content: Argument) -> bool:
    """Whether what was said is a clause, and no thing that was praised ("stressed the role women play")."""
    first = content.head.doc[content.start]
    marked = first.lower_ == "that" or first.text == '"' or first.nbor(-1).text == '"' if first.i else False
    if clause.lemma in NO_ASIDES and content.start < clause.verb.i:
        return marked
    return marked or clause.lemma not in SPEAKING | {"confirm", "indicate", "maintain"} or clause.lemma in ASKED_AS_SAID


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


def quoted(content: Argument) -> str | None:
    """Direct speech as an answer, in the words of whoever speaks; None where it is none, or only a part of it is."""
    doc, start = content.head.doc, content.start
    if doc[start].text == '"':
        start += 1
    elif start == 0 or doc[start - 1].text != '"':
        return None
    marks = (t.i for t in doc[start : content.head.sent.end] if t.text == '"')
    end = next(marks, content.head.sent.end)
    text = resolved(doc, list(range(start, end)), {}).rstrip(" ,")
    return f"“{text}”" if start < content.head.i < end and is_clean(text) and len(text.split()) <= LONGEST else None


def _topics(sentence: Sentence, content: Argument, speaker: str) -> Iterator[tuple[str, bool]]:
    """Yield what a reported clause is about: its subject, or else what it says something of.

    And whether it is clear by itself ("the Tarn bridge", and not "the bridge").
    """
    told = next((c for c in sentence.clauses if c.chain == (content.head,)), None)
    subject = subject_of(content.head)
    found = [subject] if subject is not None and not subject.head.dep_.startswith("csubj") else []
    for argument in told.all("object", "agent", "attribute", "oblique") if told is not None else ():
        inner = next((c for c in argument.head.children if c.dep_ == "pobj"), argument.head)
        if argument.role == "oblique" and inner.pos_ != "PROPN":
            continue
        begins = inner.left_edge.i if inner is not argument.head else argument.start
        found.append(Argument(argument.role, inner, begins, argument.end))
    for phrase in found:
        if phrase.start < content.start or phrase.head.pos_ not in ("NOUN", "PROPN", "PRON") or phrase.head.like_num:
            continue
        name = in_full(phrase, sentence.antecedents, LONGEST_TOPIC, bare=True)
        if name is None or name[:1].isdigit() or name.startswith(LITTLE) or _is_counted(phrase):
            continue
        if not {w for w in fold(name).split() if len(w) > 2} & set(fold(speaker).split()) - {"the", "and"}:
            yield name, not is_bare(phrase.head)


def _is_counted(phrase: Argument) -> bool:
    """Whether a phrase tells how many, or was torn ("the role states | can play"): nobody asks about "five people"."""
    doc, head = phrase.head.doc, phrase.head
    counted = any(t.like_num and t.head is head for t in doc[phrase.start : head.i])
    return counted or any(c.dep_ in ("relcl", "acl") and c.left_edge.i < phrase.end for c in head.children)


def _asked(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "Ann Poole asked whether the pier was safe", "the leaders discussed how to mend it": what."""
    content, lemma = clause.first("content"), clause.verb.lemma_
    if lemma not in ASKING | (SAID - SPEAKING) | {"talk"} or content is None or content.start < clause.verb.i:
        return
    answer = answer_of(content, sentence.antecedents, LONGEST)
    plain = words.ask("What", content)
    question = placed(material, plain, words) or _reported_of(material, plain, words)
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


def _urged(
    material: Material, sentence: Sentence, clause: Clause, readings: list[ClauseWords], asked: set[str]
) -> Iterator[Draft]:
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
    answer = answer_of(what, sentence.antecedents, LONGEST)
    if answer is None or not answer.startswith("to "):
        return
    questions: list[str | None] = []
    for about in ("", *(f" regarding {topic}" for topic in topics_of(sentence, what))):
        for words in readings:
            name = in_full(whom, sentence.antecedents, bare=words.bare)
            question = phrased("statement.urged", speaker=words.subject, urge=lemma, whom=name) if name else None
            asking = at_meeting(material, f"{question[:-1]}{about}?" if question else None, words)
            questions.append(said_when(material, asking, words))
        name = in_full(whom, sentence.antecedents, bare=True)
        if not readings and name and spoke_there(material, clause):
            be, done = (
                "were" if is_plural(whom.head) else "was",
                past(lemma.split()[0]) + lemma[len(lemma.split()[0]) :],
            )
            question = phrased("statement.urged_there", be=be, whom=name, urged=done)
            questions.append(with_meeting(material, f"{question[:-1]}{about}?"))
    question = first_new((q for q in questions if q and is_anchored(q)), asked)
    if question:
        yield Draft("what", question, bare(answer), sentence_span(sentence), confidence=0.8, rule="statement.urged")
