"""Question × index → the sentences to read, with what their words tell.

They come from two sides: those whose words fit (`bot.matching.passages`) and those of the facts that fit by rules
(`bot.matching.match`). What contradicts the question is left out.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Sequence
from typing import Final

import numpy as np

from bot.index import Index
from bot.index.postings import Ints
from bot.matching.checks.among_others import among_others
from bot.matching.checks.named import Of
from bot.matching.checks.sentences import holding_sentence, holding_yes
from bot.matching.dates_told import dates_in
from bot.matching.evidence import (
    Covered,
    Sentence,
    asks,
    contradicts,
    coverage,
    sentence_of,
)
from bot.matching.headings import states_nothing
from bot.matching.in_its_place import is_done_by_the_former, is_of_the_other
from bot.matching.match import Match
from bot.matching.passages import SentenceScores
from bot.matching.query_terms import QueryTerm, query_terms, resolved
from bot.matching.spelling import as_spelled
from bot.matching.which_meeting import names_no_other
from bot.matching.yes_no.any_such import tells_of_none_such
from bot.matching.yes_no.told import Told, told
from bot.question import Question
from bot.question.cues import NEXT, POINTERS
from bot.question.follow_up import is_follow_up
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import content_terms, tokens
from facts.expressions import expression

LOOKED_AT: Final = 2
"""How many sentences are looked at for their words, for each that may be read."""
CANDIDATES, OF_FEW = 12, 24
"""Sentences that are read, at most; more where few are on record, since the right one is sooner among them."""
FEW: Final = 1500
"""Sentences on record, at most, that are few."""
FROM_RULES: Final = 4
"""Sentences that are read because a fact of theirs fits by rules, at most."""
NEXT_ONE: Final = expression(rf"\b(?:again|{'|'.join(sorted(NEXT))})\b", re.IGNORECASE)
"""By what a sentence tells of the next one of a body."""
LOOKED_FOR_DATE: Final = 16
OF_THAT_DATE: Final = 3
"""Of so many sentences that have the words of a question so many are read that name its date."""
LENT: Final = 0.5
"""What a word of the question before counts where a question leans on it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that is read for a question, and the fact of it that fits best by rules, if one does.

    `elsewhere`: the check by which it tells of another place or day than is asked about, or of another one's role.
    `told`: what its words say to a question that asks for yes or no. `places` are the terms of those that are on record
    for its meeting, or by its facts, `asked` the words that are looked for where anything else is asked.
    """

    sentence: Sentence
    covered: Covered
    match: Match | None
    elsewhere: str | None = None
    told: Told | None = None
    places: frozenset[str] = frozenset()
    aside: bool = False
    asked: tuple[QueryTerm, ...] = ()


def candidates(
    question: Question,
    index: Index,
    matched: Sequence[Match],
    before: Question | None,
    article: str | None,
    scores: SentenceScores | None = None,
    within: Sequence[int] | None = None,
    also: Sequence[tuple[int, int]] = (),
) -> list[Candidate]:
    """The sentences to read for a question: those whose words fit best and those of the facts that fit by rules.

    `before` is the question that this one leans on, `article` what the conversation was about, if it leans. `scores`
    are those of the question by itself, where they are known. Of the articles `within` (by number) alone sentences are
    read, where these are given, and those `also` that the conversation is about, by their article and place. A question
    without words of its own has the credit of none.
    """
    asked = _asked(question, index, before)
    if scores is None or before is not None:
        scores = SentenceScores(index.reader, resolved(asked, index.reader), question.analysis.dates)
    most = OF_FEW if len(index.reader.sentence_lengths) <= FEW else CANDIDATES
    number = index.number_of(article) if article is not None else None
    only = np.array(sorted(within if within is not None else [] if number is None else [number]), dtype=np.int32)
    count = LOOKED_AT * most
    hits = scores.best(None if number is None and within is None else only, count)
    if number is not None and within is None:
        hits = hits[: count // 2] + scores.best(None, count // 2)
    by_rules: dict[tuple[int, int], Match] = {}
    for match in matched:
        at = index.number_of(match.entry.context.record.article.id)
        if at is not None:
            by_rules.setdefault((at, match.entry.sentence), match)
    places = [*list(by_rules)[:FROM_RULES], *also]
    places += _of_that_date(question, asked, index, None if number is None and within is None else only)
    places += [(hit.article, hit.sentence - index.reader.first_sentence(hit.article)) for hit in hits]
    if before is None:  # such short questions have hardly a word of the sentence that answers
        places += [(at, place) for at in within or () for place in range(len(index.sentences(at)))]
    if question.analysis.selector == "next":  # the word is not looked for
        places.sort(key=lambda place: not NEXT_ONE.search(index.sentences(place[0])[place[1]]))
    found, may_be_about = list[Candidate](), names_no_other(question, index)
    spelled = as_spelled(question, index.terms)
    meant = asked if spelled is question else _asked(spelled, index, before)
    for at, place in dict.fromkeys(places):
        if any(among_others(Of.ALL, question, index.sentences(at), place)) or not may_be_about(at):
            continue
        if states_nothing(index.sentences(at), place):
            continue
        sentence = sentence_of(index, at, place)
        if tells_of_none_such(spelled, meant, sentence):
            continue
        if not asks(sentence.text) and not contradicts(question, sentence, index):
            context = index.contexts[at]
            aside = is_of_the_other(spelled, before, _told_of(sentence, index), context, index)
            aside = aside or is_done_by_the_former(spelled, before, sentence.text, context, index)
            covered = coverage(asked if question.analysis.words else (), sentence, index)
            candidate = _candidate(spelled, meant, sentence, index, covered, by_rules.get((at, place)))
            found.append(dataclasses.replace(candidate, aside=aside))
        if len(found) == most:
            break
    return found


def _of_that_date(
    question: Question, asked: tuple[QueryTerm, ...], index: Index, only: Ints | None
) -> list[tuple[int, int]]:
    """The sentences with all words of a question that name its date themselves, by article and place: else others of
    articles of that date come before them."""
    if not question.analysis.dates or not question.analysis.words:
        return []
    hits = SentenceScores(index.reader, resolved(asked, index.reader)).best(only, LOOKED_FOR_DATE)
    places = [(hit.article, hit.sentence - index.reader.first_sentence(hit.article)) for hit in hits]
    return [place for place in places if _names_all(question, sentence_of(index, *place))][:OF_THAT_DATE]


def _names_all(question: Question, sentence: Sentence) -> bool:
    """Whether a sentence names the dates of a question, and has its words or they stand around it."""
    own, dates = {token.term for token in sentence.tokens}, dates_in(sentence.text, ())
    dated = all(any(date.covered_by(told) for told in dates) for date in question.analysis.dates)
    return dated and question.analysis.terms <= own | sentence.around


def _told_of(sentence: Sentence, index: Index) -> frozenset[str]:
    """The terms of what a sentence tells of, with those of the one before where it points back."""
    points = any(
        word.surface in POINTERS and (word.surface != "that" or before is None or before.surface in PREPOSITIONS)
        for before, word in itertools.pairwise((None, *sentence.tokens))
        if word is not None
    )
    ahead = tokens(sentence.passage.before) if points else ()
    own = frozenset(token.term for token in (*ahead, *sentence.tokens))
    return index.contexts[sentence.article].spelled_both_ways(own)


def _places_known(sentence: Sentence, index: Index) -> frozenset[str]:
    """The terms of the places that are on record for a sentence's meeting, or by its facts."""
    meeting = index.contexts[sentence.article].record.meeting
    facts = (index.entries[int(n)] for n in index.reader.facts_at(sentence.article, sentence.place))
    told = [entry.answer for entry in facts if entry.fact.kind == "where"]
    return content_terms((meeting and meeting.place) or "").union(*told)


def _candidate(
    question: Question,
    asked: tuple[QueryTerm, ...],
    sentence: Sentence,
    index: Index,
    covered: Covered,
    match: Match | None,
) -> Candidate:
    """A sentence to read, with what its words tell of a question whose slips of the pen are put right."""
    if question.analysis.answer_type == "yes_no":
        said = told(question, asked, sentence, index)
        elsewhere = next(holding_yes(question, asked, sentence, index, said), None)
        return Candidate(sentence, covered, match, elsewhere, said)
    elsewhere = next(holding_sentence(question, sentence, index), None)
    return Candidate(sentence, covered, match, elsewhere, places=_places_known(sentence, index), asked=asked)


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


def leans_on(question: Question, before: Question | None) -> Question | None:
    """The question before, where a question cannot be understood without it."""
    return before if before is not None and is_follow_up(question) else None
