"""Question × index → the sentences that answer it, read by the reader, most confident first.

Sentences come from two sides: those whose words fit (`bot.matching.passages`) and those of the facts that fit by rules
(`bot.matching.match`). What contradicts the question is left out, at most CANDIDATES are read, and `decision` says of
each how likely it answers.
"""

from __future__ import annotations

import dataclasses
import functools
import math
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import numpy as np

from bot.index import Index
from bot.matching import decision
from bot.matching.elsewhere import is_elsewhere, names_other_place
from bot.matching.evidence import (
    MOST_RULES,
    NO_RULES,
    Covered,
    Evidence,
    Sentence,
    asks,
    contradicts,
    coverage,
    sentence_of,
    tells_of_another_country,
)
from bot.matching.in_its_place import is_of_the_other
from bot.matching.match import Match
from bot.matching.otherwise.bearers import is_anothers
from bot.matching.otherwise.deeds import is_no_saying, whole_saying
from bot.matching.otherwise.halves import half_about
from bot.matching.otherwise.identity import described
from bot.matching.otherwise.items import is_of_another_item, was_lost
from bot.matching.otherwise.measures import of_another_measure, with_weekday
from bot.matching.otherwise.neighbours import own_part
from bot.matching.otherwise.no_answer import (
    cannot_answer,
    has_day_within,
    is_of_another_time,
    names_no_amount,
    takes_out,
)
from bot.matching.otherwise.not_done import (
    of_another_office,
    of_another_owner,
    only_a_task,
    only_disputed,
    only_moved,
    only_refused,
    only_wanted,
)
from bot.matching.otherwise.numbers import counts_otherwise, own_number, without_other_sum
from bot.matching.otherwise.reasons import tells_no_reason, whole_reason
from bot.matching.otherwise.taken_back import is_taken_back
from bot.matching.otherwise.told_otherwise import is_told_otherwise
from bot.matching.passages import SentenceScores
from bot.matching.query_terms import QueryTerm, query_terms, resolved
from bot.matching.running_on import is_list_number, what_was_done_to, who_did, whole_pair, without_next
from bot.matching.spelling import mended
from bot.matching.when_or_where import is_neither
from bot.matching.which_meeting import is_of_another_meeting, names_no_meeting, names_no_other
from bot.matching.whole_list import whole_list
from bot.matching.yes_no.denials import Verdict, verdict
from bot.matching.yes_no.told import Told, told
from bot.matching.yes_no.untold import does_another_deed, leaves_out
from bot.question import Question
from bot.question.cues import NEXT, POINTERS
from bot.question.follow_up import asks_for_others, is_bare, is_follow_up
from bot.question.tokens import content_terms, tokens
from facts.reader import Reader, Reading

FOUND: Final = 24
"""Sentences that are looked at for their words."""
CANDIDATES: Final = 10
"""Sentences that are read."""
FROM_RULES: Final = 4
"""Sentences that are read because a fact of theirs fits by rules, at most."""
DOUBT: Final = 0.01
"""The least probability that is told from none."""
_OTHERWISE: Final = (
    takes_out,
    only_wanted,
    only_a_task,
    only_disputed,
    only_moved,
    only_refused,
    of_another_office,
    of_another_owner,
    counts_otherwise,
)
"""By what a sentence tells otherwise than it is asked."""
_NEXT_ONE: Final = re.compile(rf"\b(?:again|{'|'.join(sorted(NEXT))})\b", re.IGNORECASE)
"""By what a sentence tells of the next one of a body."""
LENT: Final = 0.5
"""What a word of the question before counts where a question leans on it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that is read for a question, and the fact of it that fits best by rules, if one does.

    `elsewhere`: it tells of another place or day than is asked about, or of another one's role. `told`: what its words
    say to a question that asks for yes or no. `places` are the terms of those that are on record for its meeting, or by
    its facts.
    """

    sentence: Sentence
    covered: Covered
    match: Match | None
    elsewhere: bool = False
    told: Told | None = None
    places: frozenset[str] = frozenset()
    aside: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Read:
    """A sentence that may answer a question, as it was read, with what speaks for it."""

    candidate: Candidate
    reading: Reading
    evidence: Evidence
    rank: float
    score: float

    @property
    def confidence(self) -> float:
        """The probability (0–1) that it answers."""
        return decision.confidence(self.score)


def candidates(
    question: Question,
    index: Index,
    matched: Sequence[Match],
    before: Question | None,
    article: str | None,
    scores: SentenceScores | None = None,
    within: Sequence[int] | None = None,
) -> list[Candidate]:
    """The sentences to read for a question: those whose words fit best and those of the facts that fit by rules.

    `before` is the question that this one leans on, `article` what the conversation was about, if it leans. `scores`
    are those of the question by itself, where they are known. Of the articles `within` (by number) alone sentences are
    read, where these are given. A question without words of its own has the credit of none.
    """
    asked = _asked(question, index, before)
    if scores is None or before is not None:
        scores = SentenceScores(index.reader, resolved(asked, index.reader), question.analysis.dates)
    number = index.number_of(article) if article is not None else None
    only = np.array(sorted(within if within is not None else [] if number is None else [number]), dtype=np.int32)
    hits = scores.best(None if number is None and within is None else only, FOUND)
    if number is not None and within is None:
        hits = hits[: FOUND // 2] + scores.best(None, FOUND // 2)
    by_rules: dict[tuple[int, int], Match] = {}
    for match in matched:
        at = index.number_of(match.entry.context.record.article.id)
        if at is not None:
            by_rules.setdefault((at, match.entry.sentence), match)
    places = list(by_rules)[:FROM_RULES]
    places += [(hit.article, hit.sentence - index.reader.first_sentence(hit.article)) for hit in hits]
    if before is None:  # such short questions have hardly a word of the sentence that answers
        places += [(at, place) for at in within or () for place in range(len(index.sentences(at)))]
    if question.analysis.selector == "next":  # the word is not looked for
        places.sort(key=lambda place: not _NEXT_ONE.search(index.sentences(place[0])[place[1]]))
    found, may_be_about = list[Candidate](), names_no_other(question, index)
    for at, place in dict.fromkeys(places):
        if tells_of_other(question, index, at, place) or not may_be_about(at):
            continue
        sentence = sentence_of(index, at, place)
        if not asks(sentence.text) and not contradicts(question, sentence, index):
            aside = is_of_the_other(question, before, _told_of(sentence, index), index.contexts[at], index)
            candidate = _candidate(question, asked, sentence, index, by_rules.get((at, place)))
            found.append(dataclasses.replace(candidate, aside=aside))
        if len(found) == CANDIDATES:
            break
    return found


def _told_of(sentence: Sentence, index: Index) -> frozenset[str]:
    """The terms of what a sentence tells of, with those of the one before where it points back."""
    ahead = tokens(sentence.passage.before) if any(each.surface in POINTERS for each in sentence.tokens) else ()
    own = frozenset(token.term for token in (*ahead, *sentence.tokens))
    return index.contexts[sentence.article].spelled_both_ways(own)


def _places_known(sentence: Sentence, index: Index) -> frozenset[str]:
    """The terms of the places that are on record for a sentence's meeting, or by its facts."""
    meeting = index.contexts[sentence.article].record.meeting
    facts = (index.entries[int(n)] for n in index.reader.facts_at(sentence.article, sentence.place))
    told = [entry.answer for entry in facts if entry.fact.kind == "where"]
    return content_terms((meeting and meeting.place) or "").union(*told)


def _candidate(
    question: Question, asked: tuple[QueryTerm, ...], sentence: Sentence, index: Index, match: Match | None
) -> Candidate:
    """A sentence to read, with what its words tell."""
    covered = coverage(asked if question.analysis.words else (), sentence, index)
    if question.analysis.answer_type != "yes_no":
        elsewhere = names_other_place(question, sentence.tokens, sentence.around, index.contexts[sentence.article])
        return Candidate(sentence, covered, match, elsewhere, places=_places_known(sentence, index))
    elsewhere = _is_of_other(question, asked, sentence, index)
    return Candidate(sentence, covered, match, elsewhere, told(question, asked, sentence, index))


def _is_of_other(question: Question, asked: tuple[QueryTerm, ...], sentence: Sentence, index: Index) -> bool:
    """Whether no "yes" rests on a sentence: it tells of another place, day, deed or person than is asked about."""
    around = index.contexts[sentence.article].meeting | content_terms(sentence.passage.heading)
    if is_elsewhere(question, sentence, index) or is_anothers(asked, sentence.text, around):
        return True
    return does_another_deed(question, sentence) or leaves_out(question, asked, sentence, index)


def tells_of_other(question: Question, index: Index, article: int, place: int) -> bool:
    """Whether a sentence (by its article's number and its place) stands under another item than a question names, or
    tells what was put and lost, or what a later one takes back."""
    sentences = index.sentences(article)
    if is_of_another_item(question, sentences, place) or was_lost(question, sentences, place):
        return True
    return is_taken_back(question, sentences, place)


def _asked(question: Question, index: Index, before: Question | None) -> tuple[QueryTerm, ...]:
    """The words to look for: the question's own, and at a discount those of the one before."""
    own = query_terms(question.analysis, index.vocabulary)
    if before is None:
        return own
    lent = query_terms(before.analysis, index.vocabulary)
    had = {word.word.term for word in own}
    return own + tuple(
        dataclasses.replace(word, weight=word.weight * LENT) for word in lent if word.word.term not in had
    )


class SentenceReader:
    """Reads sentences for questions; the reader's weights are loaded when the first question needs them."""

    def __init__(self, load: Callable[[], Reader] = Reader.load) -> None:
        """Take what loads the reader."""
        self._load = functools.cache(load)

    def prepare(self) -> None:
        """Load the reader now. Raises ReaderError where the weights cannot be used."""
        self._load()

    def read(
        self, question: Question, found: Sequence[Candidate], index: Index, before: Question | None = None
    ) -> list[Read]:
        """Candidates as the reader reads them, most confident first; `before` is the question that this one leans on.

        Raises ReaderError where the weights cannot be used.
        """
        if not found:
            return []
        asked_before = mended(before.text, index.terms) if before is not None else ""
        asked = mended(question.text, index.terms)
        readings = self._load().read(asked, [c.sentence.passage for c in found], asked_before)
        listed = [
            Read(candidate, reading, evidence, decision.rank(evidence), _score(question, candidate, reading, evidence))
            for candidate, reading, evidence in zip(found, readings, evidence_of(found, readings), strict=True)
        ]
        if is_bare(question):
            listed = [read for read in listed if not is_of_other_type(question, read.candidate, read.reading)]
        return sorted(listed, key=lambda read: (_order(question, read), -read.rank))


def _order(question: Question, read: Read) -> int:
    """Which sentences come first whatever their rank: those whose words say yes, or else no; those that give
    the type of answer that is asked for, and, of those that name somebody, say who it is."""
    if question.analysis.answer_type == "yes_no":
        return {"so": 0, "not so": 1}.get(read.candidate.told or "", 2)
    return int(is_of_other_type(question, read.candidate, read.reading))


def _score(question: Question, candidate: Candidate, reading: Reading, evidence: Evidence) -> float:
    """The log-odds that a candidate answers; held below what is given where what it says cannot be the answer."""
    score = decision.score(evidence, question.analysis.answer_type)
    if is_no_answer(question, candidate, reading):
        return min(score, decision.SHOWN)
    if question.analysis.answer_type != "yes_no":
        return score
    return decision.borne_out(score, verdict_on(question, candidate, reading).standing)


def verdict_on(question: Question, candidate: Candidate, reading: Reading) -> Verdict:
    """What a candidate says to a question that asks for yes or no."""
    return verdict(question.text, candidate.sentence.text, reading, candidate.told)


def without_others(read: Read, question: Question, others: Sequence[Read]) -> Read:
    """A sentence as sure as it is where only these others were read beside it."""
    logits = [other.reading.logit for other in others]
    margin = read.reading.logit - max(logits, default=read.reading.logit)
    evidence = read.evidence._replace(margin=margin)
    return dataclasses.replace(read, evidence=evidence, score=_score(question, read.candidate, read.reading, evidence))


def is_no_answer(question: Question, candidate: Candidate, reading: Reading) -> bool:
    """Whether what a sentence says cannot be the answer: what another country did decides nothing of the one asked."""
    asked, sentence = question.analysis, candidate.sentence
    if (
        candidate.aside
        or (candidate.elsewhere and asked.answer_type != "yes_no")
        or (asks_for_others(question) and not asked.words)
    ):
        return True
    if asked.answer_type == "yes_no" and candidate.told == "not so":
        return is_of_another_meeting(question, sentence.text, (reading.begin, reading.end))
    if any(tells_other(question, sentence.text) for tells_other in _OTHERWISE):
        return True
    if asked.answer_type == "yes_no":
        denied = verdict_on(question, candidate, reading).said == "No"
        elsewhere = has_day_within(question, sentence.text) if denied else candidate.elsewhere
        vague = names_no_amount(question, sentence.text)
        other = is_of_another_meeting(question, sentence.text, (reading.begin, reading.end))
        return elsewhere or vague or other or tells_of_another_country(asked, sentence)
    if is_of_other_type(question, candidate, reading):
        return True
    span = reading.begin, reading.end
    if asked.answer_type in ("when", "where") and is_of_another_time(question.text, sentence.text, span):
        return True
    span = words_that_answer(question, sentence.text, span)
    said = sentence.text[slice(*span)]
    around = sentence.text[: span[0]], sentence.text[span[1] :]
    if (
        cannot_answer(asked, said)
        or is_list_number(sentence.text, span)
        or of_another_measure(question.text, said, *around)
    ):
        return True
    if names_no_meeting(question, said, frozenset(token.term for token in tokens(sentence.passage.heading))):
        return True
    if tells_no_reason(question, sentence.text, span) or is_no_saying(question, sentence.text, span):
        return True
    return is_told_otherwise(question, sentence.text, span)


def words_that_answer(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words that answer where those at a span were marked: of two things that are told the one that is asked about,
    a date with its weekday where that is asked for, a reason or what was said with all of its clause; without what is
    told next, and with all of a list."""
    span = own_part(question, sentence, half_about(question, sentence, span))
    span = whole_saying(question, sentence, whole_reason(question, sentence, span))
    span = whole_pair(question, sentence, with_weekday(question.text, sentence, span))
    span = without_next(question, sentence, what_was_done_to(question, sentence, span))
    span = own_number(question, sentence, without_other_sum(question, sentence, span))
    return who_did(question, sentence, whole_list(question, sentence, span))


def is_of_other_type(question: Question, candidate: Candidate, reading: Reading) -> bool:
    """Whether the words marked tell no time or place where one is asked for, do not say who somebody is, or are said of
    another."""
    span = words_that_answer(question, candidate.sentence.text, (reading.begin, reading.end))
    told = is_neither(question.analysis, candidate.sentence.text, span, candidate.places)
    return candidate.aside or told or _is_no_description(question, candidate, reading)


def _is_no_description(question: Question, candidate: Candidate, reading: Reading) -> bool:
    """Whether somebody is asked about, and the words marked do not say who that is, or it is not known of whom."""
    identity = question.analysis.answer_subtype == "identity"
    if identity and not question.analysis.words:
        return True
    return identity and described(question.text, candidate.sentence.text, (reading.begin, reading.end)) is None


def evidence_of(found: Sequence[Candidate], readings: Sequence[Reading]) -> Iterator[Evidence]:
    """What speaks for each of some candidates."""
    rules = [NO_RULES if c.match is None else min(max(c.match.score, NO_RULES), MOST_RULES) for c in found]
    logits = [reading.logit for reading in readings]
    for at, (candidate, reading) in enumerate(zip(found, readings, strict=True)):
        other = max((logit for place, logit in enumerate(logits) if place != at), default=min(logits))
        other_rules = max((score for place, score in enumerate(rules) if place != at), default=NO_RULES)
        yield Evidence(
            reader=reading.logit,
            margin=reading.logit - other,
            best=float(reading.logit >= other),
            words=candidate.covered.words,
            own_words=candidate.covered.own_words,
            missing=candidate.covered.missing,
            missing_name=candidate.covered.missing_name,
            rules=rules[at],
            rules_best=float(rules[at] > NO_RULES and rules[at] >= other_rules),
            span=_log_odds(reading.span_probability),
            decided=abs(math.log((reading.yes + DOUBT) / (reading.no + DOUBT))),
            denied=float(reading.no > reading.yes),
        )


def _log_odds(probability: float) -> float:
    held = min(max(probability, DOUBT), 1 - DOUBT)
    return math.log(held / (1 - held))


def leans_on(question: Question, before: Question | None) -> Question | None:
    """The question before, where a question cannot be understood without it."""
    return before if before is not None and is_follow_up(question) else None
