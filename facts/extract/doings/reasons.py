"""Why: the causes and aims that a text tells with a deed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.answers import answer_of, said
from facts.extract.doings.asked import clearly
from facts.extract.doings.names import is_unknown
from facts.extract.doings.verbs import CONVENING, SPEAKING, SPOKEN
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import AUXILIARIES, SUBJECTS, Argument, Clause
from facts.parse.phrases import is_person, lowered
from facts.parse.tree import Token
from facts.parse.words import FINITE, SAY_VERBS
from facts.questions import ClauseWords, in_full, is_past

CAUSES = re.compile(
    r"(?:because|due to|owing to|thanks to|as a result of|for (?:fear|lack|want) of|out of concern|on account of|"
    r"on (?:the )?grounds|citing|"
    r"in (?:(?:a bid|an attempt|an effort) to|honou?r of|light of|memory of|protest|response to|solidarity|support of|"
    r"view of))\b",
    re.IGNORECASE,
)
"""What announces a cause, at the beginning of a phrase."""
AIMS = re.compile(r"(?:[Tt]o|[Ii]n order to|[Ss]o as to|[Ss]o that)\s(?!(?:include|order)\b)(?=[a-z])")
"""What announces an aim, at the beginning of a phrase; neither a name ("Act | to Mend Piers") nor "to order"."""
NOT_FOR = (SPEAKING | SPOKEN | frozenset({"allow", "follow", "get", "go", "include", "receive"})) - CONVENING
"""Verbs behind which an infinitive tells no aim of theirs: "they discussed steps to mend it"."""
AIMING = frozenset(
    """ability action agreement attempt authority bid campaign chance commitment decision duty effort framework grant
    guidance initiative law legislation measure mission money motion need opportunity order permission plan power
    programme program project promise proposal push readiness request right step strategy time way willingness
    work""".split()
)
"""Nouns that have aims of their own."""
ATTRIBUTIVE = frozenset("affect continue enhance expand extend impact improve increase reduce renew strengthen".split())
"""Verbs whose participle may be an adjective before a noun: "increased aid"."""
BREAKING_OFF = frozenset(
    "boycott collapse exclude expel fail founder leave oust protest quit resign sack strike suspend walk".split()
)
"""Verbs behind which "over" tells what for: "resigned over a loan", "the talks collapsed over fees"."""
BLAMING = frozenset(
    """arrest ban censure dismiss disqualify exclude expel fine fire jail oust rebuke remove reprimand sack sentence
    suspend""".split()
)
"""Verbs behind which "for" tells what somebody had done: "was dismissed for signing the log"."""
OF_WILL = frozenset({"can", "could", "may", "might", "should", "will", "would"})
"""Auxiliaries behind "so that" of what was meant to be."""


def why(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The Tarn bridge was closed because of the flood", "the mayor met Ada Wren to discuss it": why."""
    doc = clause.verb.doc
    if is_unknown(words) or (clause.subject is not None and doc[clause.subject.start].lower_ == "only"):
        return  # "only two pilots died": of how many, and where?
    for argument in clause.arguments:
        aim = _is_aim(clause, argument)
        if not (aim or _is_cause(clause, argument)) or not _is_alone(clause, argument):
            continue
        if clause.verb.lemma_ == "be" and (not words.rest(argument) or doc[argument.start].dep_ == "acomp"):
            continue  # "the works are due to end in May"
        before = argument.start < clause.verb.i
        if before and aim and any(t.tag_ == "PRP" for t in doc[argument.start : argument.end]):
            continue  # "To please what she called a friend": whose words?
        to_do = clause.first("infinitive")
        told = in_full(to_do, sentence.antecedents) if to_do is not None else ""
        asked = words.ask("Why", argument, last=told) if told is not None else None
        question, answer = clearly(material, asked, words), _answer(sentence, argument)
        if question and answer:
            answer = lowered(answer, doc[argument.start]) if before else answer
            rule = "purpose.to" if aim else "reason.because"
            yield Draft("why", question, answer, sentence_span(sentence), confidence=0.75, rule=rule)
            return


def _is_alone(clause: Clause, argument: Argument) -> bool:
    """Whether a cause or an aim is told of its own clause, and as the only one."""
    start = argument.start
    if start and clause.verb.doc[start - 1].dep_ == "cc":
        return False  # "will act now and because of storms": not alone for them
    fronted = start < clause.verb.i and start != clause.sentence.start
    return not fronted and not _is_of_inner(clause, argument)


def _answer(sentence: Sentence, argument: Argument) -> str | None:
    """A cause as an answer, without what the deed's own subject did next.

    "It was put off because a clerk was ill | , and is to be held in May".
    """
    doc, head, end = argument.head.doc, argument.head, argument.end
    told = head.tag_ in FINITE or _is_helped(head)
    for joined in (c for c in head.children if told and c.dep_ == "conj"):
        comma = next((i for i in range(head.i, joined.i) if doc[i].text == "," and doc[i + 1].dep_ == "cc"), end)
        if not any(c.dep_ in SUBJECTS for c in joined.children):
            end = min(end, comma)
    if end < len(doc) and doc[end].tag_ == "VBG":
        return None  # "in response to the clerk | urging pilots to wait"
    if end < argument.end:
        return said(doc, argument.start, end, sentence.antecedents)
    return answer_of(Argument("purpose", head, argument.start, end), sentence.antecedents)


def _is_helped(verb: Token) -> bool:
    return any(c.dep_ in AUXILIARIES for c in verb.children)


def _is_aim(clause: Clause, argument: Argument) -> bool:
    """Whether a phrase tells what somebody did something for: "to mend it", "so that pilots could land"."""
    doc, head = clause.verb.doc, argument.head
    if AIMS.match(doc.span(argument.start, argument.end).text) is None or not _is_done_for(clause):
        return False
    if doc[argument.start].lower_ == "so" and doc[argument.start + 1].lower_ == "that":
        return any(c.dep_ == "aux" and c.lower_ in OF_WILL for c in head.children)
    return argument.role == "purpose" and head.tag_ == "VB" and not _is_nouns_aim(clause, argument)


def _is_cause(clause: Clause, argument: Argument) -> bool:
    """Whether a phrase tells why something was so."""
    doc, lemma = clause.verb.doc, clause.verb.lemma_.lower()
    if CAUSES.match(doc.span(argument.start, argument.end).text):
        return True
    match doc[argument.start].lower_:
        case "since":
            return _is_since(clause, argument)
        case "as":
            return argument.role == "reason" and _is_state(clause, argument)
        case "over":
            inner = next((c for c in argument.head.children if c.dep_ in ("pobj", "pcomp")), None)
            what = inner is not None and inner.ent_type_ == "" and not any(c.dep_ == "nummod" for c in inner.children)
            return what and argument.role == "oblique" and lemma in BREAKING_OFF
        case "for":
            done = any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in argument.head.children)
            return done and lemma in BLAMING
        case _:
            return False


def _is_since(clause: Clause, argument: Argument) -> bool:
    """Whether "since" tells why and not from when: "was not put to a vote, since nobody seconded it"."""
    verb, head = clause.verb, argument.head
    perfect = any(c.lower_ in ("has", "have", "had", "'ve") and c.dep_ == "aux" for c in clause.chain[0].children)
    subject = next((c for c in head.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.i < argument.start:
        return False  # "the seat has, since it was made in 1950, always been held by Tarn": of the outer verb
    if perfect or (head.tag_ not in FINITE and not _is_helped(head)):
        return False
    is_so = any(t.tag_ in ("VBP", "VBZ") for t in (head, *head.children) if t is head or t.dep_ in AUXILIARIES)
    return verb.doc[argument.start - 1].text == "," or (is_past(clause) and is_so)


def _is_state(clause: Clause, argument: Argument) -> bool:
    """Whether a clause behind ", as" tells what was so, and not what went on: ", as the hall had been shut"."""
    doc, head = clause.verb.doc, argument.head
    if doc[argument.start - 1].text != "," or head.lemma_.lower() in SAY_VERBS:
        return False
    subject = next((c for c in head.children if c.dep_ in SUBJECTS and c.lower_ != "it"), None)
    lasting = head.lemma_ in ("be", "have") or any(c.dep_ == "neg" for c in head.children)
    perfect = any(c.lemma_ == "have" and c.dep_ == "aux" for c in head.children)
    return subject is not None and argument.start < subject.i < head.i and (lasting or perfect)


def _is_done_for(clause: Clause) -> bool:
    """Whether a deed is told as done for an aim: not what was said, which has its own, nor what is so at all times."""
    first = clause.chain[0]
    lasting = any(c.lower_ in ("has", "have") for c in first.children if c.dep_ == "aux")
    return clause.verb.lemma_.lower() not in NOT_FOR and first.tag_ not in ("VBP", "VBZ") and not lasting


def _is_nouns_aim(clause: Clause, aim: Argument) -> bool:
    """Whether an aim may be that of the noun before it: "previewed its plan | to mend the pier", "for pilots to land".

    Or whether the deed is told by an adjective: "for its help and increased aid to mend the pier".
    """
    doc, verb = clause.verb.doc, clause.verb
    nouns = [t for t in doc[verb.i + 1 : aim.start] if t.pos_ == "NOUN"]
    of_noun = bool(nouns) and nouns[-1].lemma_.lower() in AIMING
    allowed = any(a.preposition == "for" and a.end == aim.start for a in clause.arguments)
    people = (t for t in nouns if is_person(t))  # "the fourth leader to do it"
    ranked = any(c.tag_ == "JJS" or c.ent_type_ == "ORDINAL" for t in people for c in t.children)
    adjective = verb.dep_ == "conj" and verb.lemma_.lower() in ATTRIBUTIVE and doc[verb.i - 1].lower_ == "and"
    return of_noun or allowed or adjective or ranked


def _is_of_inner(clause: Clause, cause: Argument) -> bool:
    """Whether a cause may be that of a clause before it: "have lost money since the ferry stopped | due to a storm"."""
    between = clause.verb.doc[clause.verb.i + 1 : cause.start]
    return any(t.tag_ in FINITE for t in between)
