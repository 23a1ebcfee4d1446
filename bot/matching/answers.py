"""A sentence that was read → what is answered: a fact's words, the words marked, a date as it is meant, yes or no."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Final

from bot.index import Index
from bot.index import answer_of as answer_of_fact
from bot.index.entries import Entry
from bot.matching.agreement import NUMBER
from bot.matching.attribution import by_whose_word
from bot.matching.checks.facts import PLAIN_KINDS
from bot.matching.limits import limited
from bot.matching.members import with_name
from bot.matching.near_by_hand import fits_by_rules, near_by_hand
from bot.matching.otherwise.clause_times import is_time
from bot.matching.otherwise.identity import described
from bot.matching.otherwise.measures import of_another_measure
from bot.matching.overruling import (
    is_by_hand,
    replaced_by,
    told_by_hand,
)
from bot.matching.pronouns_offered import named_instead
from bot.matching.reading import Read, verdict_on
from bot.matching.spans import whole_quotes, without_receiver
from bot.matching.spelling import as_spelled, mended
from bot.matching.told_apart import is_of_another
from bot.matching.when_asked import is_of_unknown_year, told_as
from bot.matching.whole_list import whole_times
from bot.question import Question
from bot.question import read as read_question
from bot.question.cues import IDLE_TERMS
from bot.question.follow_up import asks_for_others
from bot.question.several_asked import asks_for_several
from bot.question.tokens import content_terms
from bot.replies import Answer
from facts import dates
from facts.folding import content_words
from facts.model import Fact, Kind
from facts.pages.contradicted import is_slip
from facts.pages.withdrawn import telling
from facts.reader import Reading

SAME_WORDS: Final = 0.8
"""How much of their words (F1, 0–1) a fact's answer and the words marked must share to say the same."""
MOSTLY: Final = 0.65
"""The same for words marked that name nothing else than the answer and what it is for: "£90 for paint"."""


def answer_of(read: Read, question: Question, index: Index) -> tuple[str, Kind, Entry | None]:
    """What a sentence answers: what a person's fact of it tells, else the words of the fact that says what the reader
    marked, else these words themselves."""
    sentence = read.candidate.sentence
    begin, end = span_of(read, as_spelled(question, index.terms))
    marked = _with_words(sentence.text[begin:end]) or sentence.text
    asked = question.analysis.answer_type
    if asked == "who":
        marked = with_name(sentence.text, (begin, end)) or marked
    if asked == "yes_no":
        return yes_or_no(read, question), "yes_no", None
    facts = facts_of(read, index)
    if by_hand := [entry for entry in facts if is_by_hand(entry)]:
        analysis = read_question(mended(question.text, index.terms)).analysis
        by_hand = [entry for entry in by_hand if not is_of_another(question.text, entry)]
        told = told_by_hand(analysis, marked, by_hand) or _corrected(marked, question, by_hand)
        told = told or fits_by_rules(analysis, marked, read.candidate.match, by_hand)
        if told is not None:
            return told.fact.answer, told.fact.kind, told
    if read.told.pointed_to is not None:
        return read.told.pointed_to, asked or "what", None
    if (whole := _listing(marked, question, facts)) is not None:
        return whole.fact.answer, whole.fact.kind, whole
    fitting = [(alike(marked, entry.fact.answer), entry) for entry in facts if _may_give(entry.fact, question)]
    worth, entry = max(fitting, key=lambda pair: pair[0], default=(0.0, None))
    if entry is not None and worth >= SAME_WORDS:
        return entry.fact.answer, entry.fact.kind, entry
    if asked == "when":
        published = index.contexts[sentence.article].record.article.date
        when = dated(sentence.text, begin, end, published, sentence.passage.before, question)
        return marked if when is None or of_another_measure(question.text, when) else when, asked, None
    return marked, asked or "what", None


def _corrected(marked: str, question: Question, by_hand: Sequence[Entry]) -> Entry | None:
    """The fact among a person's of a sentence that puts a slip right in the words marked, whatever they are asked for;
    None where none does."""
    return next(
        (
            entry
            for entry in by_hand
            if _may_give(entry.fact, question)
            for each in replaced_by(entry)
            if alike(marked, each.answer) >= MOSTLY and telling(marked) <= telling(each.answer)
            if is_slip(each.answer, entry.fact.answer)
        ),
        None,
    )


def _listing(marked: str, question: Question, facts: Sequence[Entry]) -> Entry | None:
    """The fact among those of a sentence that lists several of whom the words marked name one, where a question asks
    for nothing else than the fact does."""
    asked = question.analysis
    if asked.answer_type not in ("who", "list") and not asks_for_several(question):
        return None
    if asks_for_others(question) or (asked.answer_subtype == "identity" and not asks_for_several(question)):
        return None
    own, one = asked.terms - IDLE_TERMS, content_terms(marked)
    for entry in facts:
        told = entry.context.meeting.union(*(phrasing.terms for phrasing in entry.phrasings))
        if entry.fact.kind == "list" and one and one < entry.answer and own <= told - entry.answer:
            return entry
    return None


def facts_of(read: Read, index: Index) -> list[Entry]:
    """The facts of a sentence that was read."""
    sentence = read.candidate.sentence
    return [index.entries[int(n)] for n in index.reader.facts_at(sentence.article, sentence.place)]


def span_of(read: Read, question: Question) -> tuple[int, int]:
    """The words of a sentence that answer: those marked, with the verb where it says who somebody is."""
    sentence, span = read.candidate.sentence.text, read.told.span
    if question.analysis.answer_subtype == "identity":
        span = described(question.text, sentence, span) or span
    return whole_quotes(sentence, without_receiver(sentence, span))


def is_counted(fact: Fact) -> bool:
    """Whether a fact tells how many names its sentence lists, and the sentence has no number itself."""
    return fact.kind == "how_many" and fact.answer.isdecimal() and not any(map(str.isdigit, fact.evidence))


def _may_give(fact: Fact, question: Question) -> bool:
    """Whether a fact may say what is asked for: no place a time, no date a time of day."""
    kind, asked = fact.kind, question.analysis.answer_type
    if kind == "yes_no" or of_another_measure(question.text, fact.answer):
        return False
    return kind == asked or kind not in PLAIN_KINDS or asked not in PLAIN_KINDS


def dated(
    text: str,
    begin: int,
    end: int,
    published: datetime.date | None,
    before: str = "",
    question: Question | None = None,
) -> str | None:
    """The date among the marked words of a sentence, those of a list, or its only one, as they are meant and asked for;
    None where that is not certain. `before` is the sentence before, whose day "a day earlier" may be told from.

    >>> dated("It will be shut in May.", 16, 22, datetime.date(2024, 10, 12))
    'May 2025'
    """
    is_apart, day = dates.day_apart(text, (begin, end), before, published)
    if is_apart:
        return dates.readable(day) if day is not None else None
    named = [when for when in dates.find(text, published) if when.precision != "time"]
    told = [when for when in dates.as_told(text, published) if when.precision != "time"]
    marked = [[when for when in whens if when.span[0] < end and begin < when.span[1]] for whens in (named, told)]
    if (listed := whole_times(text, begin, end, marked[0])) is not None:
        return listed
    only = len(named) < 2 and not marked[0] and not is_time(text[begin:end])
    chosen = next(iter(marked[1] or (told[:1] if only else ())), None)
    if chosen is None or is_of_unknown_year(text, chosen, published):
        return None
    return told_as(text, chosen, question)


def answer_read(read: Read, question: Question, index: Index) -> Answer:
    """A sentence that was read as an answer: a fact's, or the marked words themselves, with the words marked."""
    sentence, reading = read.candidate.sentence, read.reading
    said, kind, entry = answer_of(read, question, index)
    if entry is not None:
        fact = fact_answer(entry, read.confidence, question.text)
        return dataclasses.replace(fact, marked=_marked_in(fact.evidence, sentence.text, reading))
    plain = index.read_answer(sentence.article, sentence.place)
    span = span_of(read, as_spelled(question, index.terms))
    marked = span if _with_words(sentence.text[slice(*span)]) else None
    answer = dataclasses.replace(
        plain, question=question.text, answer=said, kind=kind, confidence=read.confidence, marked=marked
    )
    answer = limited(answer, question.text)
    if kind != "yes_no":
        return answer
    return dataclasses.replace(
        answer, answer=by_whose_word(answer.answer, question, sentence.text, sentence.passage.before)
    )


def fact_answer(entry: Entry, confidence: float, question: str = "", said: str | None = None) -> Answer:
    """A fact as an answer, with what limits it in its sentence; as a person put it, where one did.

    `said` is what is answered where that is not the fact's own.
    """
    answer = answer_of_fact(entry, confidence, said)
    return answer if is_by_hand(entry) else limited(answer, question)


def offered(read: Read, question: Question, index: Index) -> Answer:
    """A sentence as it is offered where it is not sure to answer: without a yes or no, which is then hardly more often
    right than wrong, but with the words that were marked, or whom they mean where they are a pronoun."""
    if (own := near_by_hand(as_spelled(question, index.terms), facts_of(read, index))) is not None:
        return fact_answer(own, read.confidence, question.text)
    answer, before = answer_read(read, question, index), read.candidate.sentence.passage.before
    if answer.kind != "yes_no":
        return named_instead(answer, before)
    marked = _with_words(answer.evidence[slice(*answer.marked or (0, 0))])
    return named_instead(dataclasses.replace(answer, answer=marked or answer.evidence, kind="what"), before)


def _with_words(marked: str) -> str:
    """Words marked, without blanks around them; nothing where a mark like a full stop is all that was marked.

    >>> _with_words(" the pier"), _with_words(".")
    ('the pier', '')
    """
    return marked.strip() if any(map(str.isalnum, marked)) else ""


def _marked_in(evidence: str, sentence: str, reading: Reading) -> tuple[int, int] | None:
    """Where the marked words of a sentence stand in evidence that begins in it; None where it does not have them."""
    skipped = next((n for n in range(len(sentence)) if evidence.startswith(sentence[n : n + len(evidence)])), 0)
    begin, end = reading.begin - skipped, reading.end - skipped
    held = begin >= 0 and evidence[begin:end] == sentence[reading.begin : reading.end]
    return (begin, end) if held else None


def logit_for(question: Question, read: Read, entry: Entry) -> float:
    """The reader's logit as far as it speaks for a fact: not where it marks none of the words of its answer."""
    if question.analysis.answer_type == "yes_no" or entry.fact.kind not in PLAIN_KINDS - {"when"}:
        return read.reading.logit
    marked = read.candidate.sentence.text[read.reading.begin : read.reading.end]
    counts = entry.fact.kind == "how_many" and NUMBER.search(marked)
    return read.reading.logit if counts or alike(marked, entry.fact.answer) else min(read.reading.logit, 0.0)


def alike(marked: str, said: str) -> float:
    """How many of their words two texts share, small ones aside (F1, 0–1).

    >>> round(alike("on June 30", "30 June 2020"), 2)
    0.8
    """
    mine, its = content_words(marked), content_words(said)
    return 2 * len(mine & its) / (len(mine) + len(its)) if mine and its else 0.0


def yes_or_no(read: Read, question: Question) -> str:
    """What a sentence says to a question that asks for yes or no."""
    return verdict_on(question, read.candidate, read.reading).said
