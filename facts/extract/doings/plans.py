"""What somebody plans, is expected or is told to do, and will do: asked as something to come, never as done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.answers import bare, is_cut, said, whole_end
from facts.extract.doings.asked import clearly
from facts.extract.doings.assertions import FIRST, is_prose, is_told
from facts.extract.doings.circumstances import when_told, where_told
from facts.extract.doings.deeds import said_of
from facts.extract.doings.names import is_articled, is_given
from facts.extract.doings.verbs import ASKED_TO_DO, CONVENING, UNASKED, URGING
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.folding import fold
from facts.parse.clauses import Argument, Clause
from facts.parse.words import BODY_NOUNS, FINITE, GATHERING_NOUNS, MEETING_NOUNS
from facts.questions import ClauseWords, is_short
from facts.questions.asking import joined
from facts.questions.verb_words import base_of

PLANNING = frozenset({"aim", "expect", "hope", "intend", "plan", "schedule", "seek", "slate", "want", "wish"})
"""Verbs of what is to be, or is wished."""
UNPLANNED = ASKED_TO_DO | frozenset(
    """appear bid call claim convene continue deserve find gather happen help hold know leave listen meet need post
    prove remain report say see seem serve stand take tend think tweak use""".split()
)
"""Verbs behind which an infinitive is asked for by another rule, or tells a purpose or what is so."""
AIMS = frozenset(
    """aim answer challenge choice decision duty goal hope idea intention job mission objective option plan point
    priority purpose role step strategy suggestion task thing way wish""".split()
)
"""Nouns that are to do what stands behind "is" and do nothing: "the aim is to mend the pier"."""
MEETINGS = GATHERING_NOUNS | (MEETING_NOUNS - BODY_NOUNS)
"""Nouns of what does nothing, and whose aim is asked as its purpose."""
STAYING = (UNASKED - {"hold", "leave", "start", "take"}) | {"be", "impact", "last", "receive", "require", "sit"}
"""Verbs of what will be so, which is no deed."""
UNTOLD = re.compile(r"^\w+ (?:it|the \w+|them)$|^[a-z]+(?: [a-z]+){0,2}$|(?:,| and) (?:the )?[A-Z]\w+ \d+(?: |$)")
"""What tells little to a stranger ("close the issue"), or goes on with another ("pay 40 and Tarn 30")."""
FEWEST, LONGEST = 3, 36
"""How many words a plan has as an answer."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what is planned, and when and where it is to be."""
    yield from _told_once(list(_facts(material)))


def _told_once(drafts: list[Draft]) -> Iterator[Draft]:
    """The drafts but those of which one question has two answers: what a board will do that will do two things."""
    answers: dict[str, set[str]] = {}
    for draft in drafts:
        answers.setdefault(fold(draft.question), set()).add(draft.answer)
    yield from (draft for draft in drafts if len(answers[fold(draft.question)]) == 1)


def _facts(material: Material) -> Iterator[Draft]:
    for sentence in material.sentences:
        if not is_prose(sentence):
            continue
        for clause in sentence.clauses:
            if not is_told(clause):
                continue
            for words in sentence.readings(clause):
                if len(clause.chain) == 1:
                    yield from _planned(material, sentence, clause, words)
                    yield from _coming(material, sentence, clause, words)
                elif base_of(clause.chain[0]) in PLANNING and _is_doing(clause):
                    yield from when_told(material, sentence, clause, words)
                    yield from where_told(material, sentence, clause, words)


def _is_doing(clause: Clause) -> bool:
    return len(clause.chain) == 2 and clause.chain[1].tag_ == "VB"


def _planned(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The Tarn council plans to build a pier by 2026", "is to build one", "was told to": to do what."""
    plan, subject = clause.first("infinitive"), clause.subject
    if plan is None or subject is None or plan.start < clause.verb.i or clause.first("object", "content"):
        return
    lemma = base_of(clause.verb)
    if lemma in UNPLANNED - PLANNING - (URGING if clause.passive else frozenset()):
        return
    if lemma == "be" and (subject.head.lemma_.lower() in AIMS | {"one"} or not _is_main(clause)):
        return
    if clause.verb.dep_ == "relcl" and subject.head.head is clause.verb:
        return  # "the day by which the bank expects to mend it"
    if subject.head.lemma_.lower() in MEETINGS or _is_some(subject):
        return
    if (
        subject.head.lower_ in FIRST
        or is_short(subject)
        or not is_articled(subject)
        or is_cut(clause.verb.doc, plan.start, whole_end(plan))
    ):
        return
    behind = [a for a in clause.arguments if a.start >= plan.start]
    answer = said(clause.verb.doc, plan.start, whole_end(plan), sentence.antecedents, LONGEST)
    question = clearly(material, words.ask("What", *behind, tail="to do"), words)
    if question is None or answer is None or not answer.startswith("to ") or len(answer.split()) <= FEWEST:
        return
    told = bare(answer).removesuffix(" instead")
    if (
        not told.startswith(("be ", "have ", "know ", "see "))
        and not UNTOLD.search(told)
        and not is_given(told, question)
    ):
        rule = "event.planned" if lemma in PLANNING else "event.to_do"
        yield Draft("what", question, told, sentence_span(sentence), confidence=0.8, rule=rule)


def _is_some(subject: Argument) -> bool:
    """Whether a subject is of several of whom only their number is told: "two states"."""
    return subject.head.doc[subject.start].tag_ == "CD"


def _is_main(clause: Clause) -> bool:
    """Whether a clause stands by itself and has its subject beside it: no "step they take is | to rest"."""
    verb = clause.chain[0]
    return verb.dep_ in ("ROOT", "conj") and clause.subject is not None and clause.subject.head.head is verb


def _coming(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "Thai soldiers will clear mines from the Nong crossing": what they will do."""
    subject = clause.subject
    if words.front != "will" or words.middle or clause.passive or subject is None:
        return
    if clause.verb.lemma_.lower() in STAYING | CONVENING or subject.head.lemma_.lower() in MEETINGS:
        return
    if subject.head.lower_ in FIRST or is_short(subject) or not is_articled(subject) or subject.head.tag_ == "CD":
        return
    settings = [p for p in words.pieces if p.argument.role == "time" and p.text]
    answer, left = said_of(sentence, clause, [p.argument for p in settings])
    kept = joined(*(p.text or "" for p in settings if p.argument in left))
    question = clearly(material, f"What will {joined(words.subject, 'do', kept)}?", words)
    if answer is None or UNTOLD.search(answer) or clause.verb.tag_ in FINITE:
        return
    if question and not is_given(answer, question):
        yield Draft("what", question, answer, sentence_span(sentence), confidence=0.8, rule="event.coming")
