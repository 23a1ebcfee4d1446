"""What somebody did, and what became of something, told in one: the whole of what a clause says of its subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.answers import is_cut, said, whole_end
from facts.extract.doings.asked import in_report, own_day
from facts.extract.doings.assertions import is_plain, is_prose, is_told
from facts.extract.doings.names import acts, is_articled, is_cut_list, tells_whom
from facts.extract.doings.verbs import ADOPTED, CONVENING, OTHERS_ASK, SAID, SPOKEN
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import AUXILIARIES, Argument, Clause
from facts.parse.words import FINITE, GATHERING_NOUNS
from facts.questions import ClauseWords, is_anchored, is_anothers, phrased

FEWEST, LONGEST = 3, 24
"""How many words what was done has as an answer."""
FEWEST_NAMING = 5
"""How many words tell without a name what is meant: "the boat stolen from the shed"."""
STATES = frozenset(
    """act appear attend be become believe belong consist contain cost depend exist fear have hope include involve know
    lack like look mean need own remain represent seem stand stay think want""".split()
)
"""Verbs of what is so, not of what is done."""
MADE = frozenset(
    """age base bear build call compose create design find form found establish join locate make name see set-up
    use""".split()
)
"""Verbs of how something came to be, or what it is, and not of what became of it."""
MONTH = re.compile(r"[A-Z][a-z]+ \d{4}")
"""What a day or a month has in it and a year alone has not."""
TODAY = frozenset({"today", "tomorrow", "tonight", "yesterday"})
"""Words for days that say something only to somebody who knows when it was written."""
BEFALLING = frozenset(
    """burn capsize close collapse crash die disappear drop expire explode fall lapse perish rise sink
    turn-up vanish""".split()
)
"""Verbs without an object of what befalls something."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what was done on a day or at a place by somebody, and what happened to something."""
    for sentence in material.sentences:
        if not is_prose(sentence):
            continue
        for clause in sentence.clauses:
            if len(clause.chain) == 1 and is_plain(clause) and is_told(clause) and clause.subject is not None:
                for words in sentence.readings(clause):
                    yield from _did(material, sentence, clause, words)
                    yield from _happened(material, sentence, clause, words)


def _did(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "On 3 May 2020 Mayor Ada Wren opened the bridge": what she did on that day."""
    lemma = clause.verb.lemma_.lower()
    if (
        clause.passive
        or lemma in STATES | SAID | SPOKEN | ADOPTED
        or clause.subject is None
        or not acts(clause.subject)
        or is_cut_list(words.subject)
    ):
        return
    settings = [p for p in words.pieces if p.argument.role in ("time", "place") and p.text]
    answer, left = _rest(sentence, clause, [p.argument for p in settings])
    kept = [p for p in settings if p.argument in left]
    kept = [p for p in kept if not is_anothers(clause, p.argument)]
    thing = clause.first("object")
    if lemma == "hold" and thing is not None and thing.head.lemma_.lower() in GATHERING_NOUNS:
        return
    named = any(MONTH.search(p.text or "") or p.argument.role == "place" for p in kept)
    if not named and clause.subject.head.ent_type_ != "PERSON":
        return  # "What did the United Kingdom do in 2016?" has too many answers
    if answer is None or not kept or words.front not in ("did", "will", "has", "have"):
        return
    setting = " ".join(p.text or "" for p in sorted(kept, key=lambda p: p.argument.role != "place"))
    verb = {"did": "did", "will": "will"}.get(words.front, words.front)
    done = "done" if verb in ("has", "have") else "do"
    question = phrased("event.did", did=verb, who=words.subject, do=done, setting=setting)
    asked = own_day(material, question, words)
    itself = lemma in CONVENING and asked != question  # that it met is what the name of the meeting says
    if asked and not itself and tells_whom(clause.subject, words.subject):
        yield Draft("what", asked, answer, sentence_span(sentence), confidence=0.75, rule="event.did")


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
    if (
        not is_articled(clause.subject)
        or not (is_anchored(f"- {words.subject}") or len(words.subject.split()) >= FEWEST_NAMING)
        or any(c.dep_ == "nummod" for c in clause.subject.head.children)
        or clause.first("infinitive") is not None
        or clause.first("agent") is not None
        or lemma in MADE
    ):
        return
    if not happens or clause.first("object", "content", "attribute") or clause.verb.lemma_ in STATES | SAID | SPOKEN:
        return
    settings = [p for p in words.pieces if p.argument.role == "time" and p.text]
    answer, left = _rest(sentence, clause, [p.argument for p in settings], passive=clause.passive)
    kept = " ".join(p.text or "" for p in settings if p.argument in left)
    if answer is None:
        return
    question = phrased("event.happened", what=words.subject, when=kept)
    question = question if MONTH.search(kept) else in_report(material, question) or question
    yield Draft("what", question, answer, sentence_span(sentence), confidence=0.75, rule="event.happened")


def _rest(
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
