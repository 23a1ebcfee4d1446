"""When what a text tells was, is or is to be, also by somebody's word, as a plan or as a duty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.dates import When, readable
from facts.extract.doings.as_said import Said, as_said, placed
from facts.extract.doings.assertions import is_prose
from facts.extract.doings.verbs import SPEAKING, SPOKEN
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.schedule import told_by_noun
from facts.extract.schedule.timing import frequency_or_duration, said_date
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_body, is_person
from facts.parse.words import GATHERING_NOUNS
from facts.questions import dates_in, in_full, is_anchored, is_anothers, is_past
from facts.questions.tense import RELATIVE_CLAUSE

BORDERS = {
    "before": "Before when", "by": "By when", "by the end of": "By when", "from": "From when", "since": "Since when",
    "till": "Until when", "until": "Until when",
}  # fmt: skip
"""How one asks for a date behind a preposition that says where a time begins or ends."""
POINT = frozenset(
    {"", "at", "between", "during", "early in", "early on", "from", "in", "late in", "late on", "on", "on the", "the"}
)
"""What may stand before a date that says when something was so."""
PLANNED = frozenset("arrive begin close depart end expire go leave meet open retire return start take".split())
"""Verbs in the present of what goes by a plan: "the levy ends on Monday"."""
ENDING = frozenset({"conclude", "end", "finish"})
"""What meetings do and bodies do not."""
TIMELESS = frozenset({"amount", "come", "have", "number", "remain", "seem", "show", "stand", "total"})
"""Verbs of what was so at a time when it was counted or looked at."""
SOMEBODY = ("a ", "an ", "one ", "some ")
FEWEST_NAMING = 4
"""Articles of what is not named, and how many words tell what it is all the same."""
NUMBERED = re.compile(r"(?:about |almost |another |around |at least |nearly |only |over |some )*\d")
"""How a subject begins that tells a number."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield when and for how long each thing was or is to be of which a text tells that."""
    yield from told_by_noun.facts(material)
    for sentence in material.sentences:
        if not is_prose(sentence):
            continue
        for clause in sentence.clauses:
            if _is_timed(clause):
                for said in as_said(sentence, clause):
                    yield from _when(material, sentence, said)
                    yield from _how_long(material, sentence, said)


def _is_timed(clause: Clause) -> bool:
    """Whether one may ask when what a clause tells was: not when something was said, nor of a state or a meeting."""
    verb, subject = clause.chain[0], clause.subject
    present = verb.tag_ in ("VBZ", "VBP") and len(clause.chain) == 1 and not clause.passive
    helped = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    if subject is None or subject.head.lemma_.lower() in GATHERING_NOUNS or clause.lemma in TIMELESS:
        return False
    alone = not clause.passive and clause.first("object") is None
    if clause.lemma in ENDING and alone and is_body(subject.head):
        return False  # "the meeting of the Tarn Board, which ended on Friday"
    if present and not helped and clause.verb.lemma_.lower() not in PLANNED:
        return False
    return clause.first("content") is None and clause.verb.lemma_.lower() not in SPOKEN | SPEAKING


def _when(material: Material, sentence: Sentence, said: Said) -> Iterator[Draft]:
    """ "She said that patrols would begin on 3 May", "the board must report by June": when, by when."""
    clause, day = said.words.clause, material.parsed.article.date
    times = [a for a in clause.all("time") if dates_in(clause, a, day)]
    if len(times) != 1 or times[0].head.pos_ in ("VERB", "AUX") or is_anothers(clause, times[0]):
        return
    if len(clause.chain) > 1 and times[0].end <= clause.verb.i:
        return  # "voted on Monday to build it": the time of the vote
    plain = RELATIVE_CLAUSE.split(clause.verb.doc.span(times[0].start, times[0].end).text)[0]
    found = dates_in(clause, times[0], day)
    if len(found) != 1 or (is_past(clause) and day is not None and found[0].iso[:10] > day.isoformat()):
        return
    when = found[0]
    before, after = plain[: when.span[0]].strip().lower(), plain[when.span[1] :].strip(" ,")
    whole = when.precision == "range" and before in POINT
    word = "When" if whole or (before in POINT and before != "from") else BORDERS.get(before)
    answer = _answer(when)
    if word is None or answer is None or after or _is_unknown(said, when):
        return
    question = placed(material, _asked(sentence, said, times[0], word), said)
    if question and answer not in question:
        yield Draft(
            "when", question, answer, sentence_span(sentence), value=when.iso, confidence=0.8, rule="event.at_time"
        )


def _is_unknown(said: Said, when: When) -> bool:
    """Whether a stranger cannot know what was then: "a man was arrested", "six boats", or for how long it was so."""
    words, subject, thing = said.words, said.words.clause.subject, said.words.clause.first("object")
    somebody = subject is not None and is_person(subject.head) and words.subject.startswith(("a ", "an "))
    unnamed = not is_anchored(f"- {words.rest(out=('time',)) or ''}")
    some = unnamed and words.subject.startswith(SOMEBODY) and len(words.subject.split()) < FEWEST_NAMING
    lasting = when.precision == "range" and thing is not None and any(c.dep_ == "nummod" for c in thing.head.children)
    return somebody or some or lasting or NUMBERED.match(words.subject) is not None


def _answer(when: When) -> str | None:
    """A day, a month or a year, or the days from one to another; None for what is told but roughly."""
    if when.precision == "range":
        return readable(when.iso) if re.search(r"\d", when.text) and "ago" not in when.text else None
    return said_date(when, when.text) if when.precision in ("day", "month", "year") and not when.approximate else None


def _asked(sentence: Sentence, said: Said, time: Argument, word: str) -> str | None:
    """The question for a time, with what was to be done where the clause tells that behind its verb."""
    to_do = said.words.clause.first("infinitive")
    told = in_full(to_do, sentence.antecedents) if to_do is not None else ""
    return said.words.ask(word, time, last=told) if told is not None else None


def _how_long(material: Material, sentence: Sentence, said: Said) -> Iterator[Draft]:
    """ "Bo Tam served on the Tarn council for twelve years": for how long."""
    clause = said.words.clause
    for argument in clause.all("time", "manner", "oblique"):
        text = argument.head.doc.span(argument.start, argument.end).text
        word = frequency_or_duration(text)
        question = placed(material, _asked(sentence, said, argument, word), said) if word else None
        if question:
            answer = re.sub(r"^for\s+", "", text)
            yield Draft("how", question, answer, sentence_span(sentence), confidence=0.75, rule="event.lasting")
            return
