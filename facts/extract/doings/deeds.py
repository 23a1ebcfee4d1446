"""What became of something, told in one: the whole of what a clause says of its subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.answers import is_cut, said, whole_end
from facts.extract.doings.asked import in_report
from facts.extract.doings.assertions import is_plain, is_prose, is_told
from facts.extract.doings.decisions import PROPOSAL_NOUNS
from facts.extract.doings.names import acts, is_articled
from facts.extract.doings.verbs import ADOPTED, CONVENING, DEEDS, OTHERS_ASK, SAID, SPOKEN, STOPPED
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import AUXILIARIES, Argument, Clause
from facts.parse.words import FINITE, GATHERING_NOUNS
from facts.questions import ClauseWords, is_anchored, phrased

FEWEST, LONGEST = 3, 24
"""How many words what was done has as an answer."""
FEWEST_NAMING = 5
"""How many words tell without a name what is meant: "the boat stolen from the shed"."""
STATES = frozenset(
    """act appear attend be become believe belong consist contain cost depend exist fear have hope include involve know
    lack like look mean need own remain represent seem stand stay think want""".split()
)
"""Verbs of what is so, not of what is done."""
MONTH = re.compile(r"[A-Z][a-z]+ \d{4}")
"""What a day or a month has in it and a year alone has not."""
TODAY = frozenset("friday monday saturday sunday thursday today tomorrow tonight tuesday wednesday yesterday".split())
"""Words for days that say something only to somebody who knows when it was written."""
BEFALLING = frozenset(
    """burn capsize close collapse crash die disappear drop expire explode fall lapse perish rise sink
    turn-up vanish""".split()
)
"""Verbs without an object of what befalls something."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what happened to something."""
    for sentence in material.sentences:
        if not is_prose(sentence):
            continue
        for clause in sentence.clauses:
            if len(clause.chain) == 1 and is_plain(clause) and is_told(clause) and clause.subject is not None:
                for words in sentence.readings(clause):
                    yield from _happened(material, sentence, clause, words)


def _happened(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The boat stolen in Tarn turned up at Ostford": what happened to it."""
    lemma = clause.lemma.replace(" ", "-")
    happens = (clause.passive and words.front in ("was", "were")) or (lemma in BEFALLING and words.front == "did")
    if (
        clause.subject is None
        or clause.subject.head.lemma_.lower() in GATHERING_NOUNS
        or lemma in CONVENING | OTHERS_ASK
    ):
        return
    proposed = clause.subject.head.lemma_.lower() in PROPOSAL_NOUNS
    if not proposed and lemma not in BEFALLING | ADOPTED | STOPPED | (DEEDS - SPOKEN):
        return
    if words.subject.startswith(("a ", "an ")) and not is_anchored(f"- {words.subject}"):
        return
    person = any(p.start <= clause.subject.head.i < p.end for p in sentence.people) or acts(clause.subject)
    if (
        not is_articled(clause.subject)
        or person
        or not (is_anchored(f"- {words.subject}") or len(words.subject.split()) >= FEWEST_NAMING)
        or any(c.dep_ == "nummod" for c in clause.subject.head.children)
        or clause.first("infinitive") is not None
        or clause.first("agent") is not None
    ):
        return
    if not happens or clause.first("object", "content", "attribute") or clause.verb.lemma_ in STATES | SAID | SPOKEN:
        return
    settings = [p for p in words.pieces if p.argument.role == "time" and p.text]
    answer, left = said_of(sentence, clause, [p.argument for p in settings], passive=clause.passive)
    kept = " ".join(p.text or "" for p in settings if p.argument in left)
    if answer is None:
        return
    question = phrased("event.happened", what=words.subject, when=kept)
    question = question if MONTH.search(kept) else in_report(material, question) or question
    yield Draft("what", question, answer, sentence_span(sentence), confidence=0.75, rule="event.happened")


def said_of(
    sentence: Sentence, clause: Clause, settings: list[Argument], *, passive: bool = False
) -> tuple[str | None, list[Argument]]:
    """What a clause says behind its subject as an answer, and the phrases of time and place that are not in it."""
    doc, verb = clause.verb.doc, clause.verb
    start = next((c.i for c in verb.children if c.dep_ == "auxpass"), verb.i) if passive else verb.i
    last = max(clause.arguments, key=lambda a: a.end, default=None)
    end = max(verb.i + 1, whole_end(last) if last is not None and last.end > verb.i else 0)
    for argument in sorted(settings, key=lambda a: -a.end):
        if argument.end == end and argument.start > verb.i:
            end = argument.start
    while end - 1 > verb.i and doc[end - 1].text in ",;:":
        end -= 1
    left = [a for a in settings if a.start >= end or a.end <= start]
    if (
        is_cut(doc, start, end)
        or (end < len(doc) and doc[end].tag_ in FINITE)
        or any(t.dep_ in AUXILIARIES and t.i > start and t.head is verb for t in doc[start:end])
    ):
        return None, left
    if any(t.lower_ in TODAY for t in doc[start:end]):
        return None, left
    answer = said(doc, start, end, sentence.antecedents, LONGEST)
    return (answer if answer is not None and len(answer.split()) >= FEWEST else None), left
