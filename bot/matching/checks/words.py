"""What holds words back that were read in a sentence, or what that says to a question for yes or no."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from bot.matching.checks.named import Of, by, name_of
from bot.matching.checks.tables import OfSentence, of_sentence, of_words
from bot.matching.evidence import is_of_another_owner, tells_of_another_country
from bot.matching.in_its_place import is_of_the_other
from bot.matching.otherwise.later_steps import is_later_step
from bot.matching.otherwise.measures import of_another_measure
from bot.matching.otherwise.no_answer import cannot_answer, has_day_within, is_of_another_time, takes_out
from bot.matching.otherwise.not_done import only_wanted
from bot.matching.otherwise.not_told import only_claimed
from bot.matching.otherwise.own_word import lacks_own_words
from bot.matching.otherwise.second_half import is_of_other_half
from bot.matching.otherwise.set_against import is_told_of_the_other_half
from bot.matching.otherwise.whose_office import is_holder_elsewhere
from bot.matching.running_on import is_list_number
from bot.matching.when_or_where import is_neither, names_town
from bot.matching.which_meeting import is_of_another_meeting, names_no_meeting
from bot.matching.yes_no.how_often import is_at_another_rate, is_told_not_to_be_such
from bot.matching.yes_no.refused import is_only_in_vain, refused_to_do_that, was_refused
from bot.matching.yes_no.told import DECIDED
from bot.matching.yes_no.told import Told as YesNo
from bot.matching.yes_no.told_beside import (
    is_denied_of_another,
    is_named_as_not,
    is_of_another_year,
    refused_something_else,
    tells_of_death,
    was_given_to_another,
)
from bot.question import Question
from bot.question.follow_up import asks_for_others
from bot.question.tokens import tokens
from facts.reader import Reading

if TYPE_CHECKING:
    from bot.matching.candidates import Candidate

_SETTLED: Final[Mapping[YesNo | None, frozenset[OfSentence]]] = {
    "so": frozenset((only_wanted,)),
    "it alone": frozenset((takes_out,)),
    "disowned": frozenset((only_claimed,)),
}
"""What is told better by the words that decide: one deed is wanted and another done, one excepted from a "no", or the
claim is denied."""

_OF_YES: Final = (
    was_refused,
    lacks_own_words,
    is_told_of_the_other_half,
    is_holder_elsewhere,
    is_of_another_year,
    was_given_to_another,
    tells_of_death,
    is_at_another_rate,
    is_told_not_to_be_such,
    is_named_as_not,
)
"""By which no "yes" rests on a sentence."""
_OF_NO: Final = (is_only_in_vain, is_later_step, has_day_within, is_denied_of_another, refused_something_else)
"""By which no "no" rests on it."""


def holding_surely(question: Question, candidate: Candidate, span: tuple[int, int]) -> Iterator[str]:
    """The checks that hold the words at a span of a sentence back however sure the reader is: they tell no time or
    place where one is asked for, do not say who somebody is, or are said of another."""
    text = candidate.sentence.text
    is_other = is_neither(question.analysis, text, span, candidate.places)
    if is_other and not names_town(question.text, text[slice(*span)]):
        yield name_of(is_neither)
    yield from of_words(Of.SURE, question, text, span)
    if candidate.aside:
        yield name_of(is_of_the_other)


def holding(
    question: Question, candidate: Candidate, reading: Reading, span: tuple[int, int], meant: str | None = None
) -> Iterator[str]:
    """The other checks that hold the words at a span of a sentence back, by these or by the rest of it; `meant` is whom
    these words point to."""
    asked, sentence = question.analysis, candidate.sentence
    yield from filter(None, (candidate.elsewhere,))
    if asks_for_others(question) and not asked.words:
        yield name_of(asks_for_others)
    yield from of_sentence(Of.READ, question, sentence.text)
    yield from by(is_of_another_owner, asked, sentence)
    marked = reading.begin, reading.end
    if asked.answer_type in ("when", "where"):
        yield from by(is_of_another_time, question.text, sentence.text, marked)
    said = sentence.text[slice(*span)]
    yield from by(cannot_answer, asked, meant or said)
    yield from by(is_list_number, sentence.text, span)
    yield from by(of_another_measure, question.text, said, sentence.text[: span[0]], sentence.text[span[1] :])
    yield from by(names_no_meeting, question, said, frozenset(token.term for token in tokens(sentence.passage.heading)))
    yield from of_words(Of.READ, question, sentence.text, span)


def holding_yes_no(question: Question, candidate: Candidate, reading: Reading, said: str) -> Iterator[str]:
    """The checks by which a sentence, which says yes or no as it is read, decides nothing."""
    asked, sentence = question.analysis, candidate.sentence
    if candidate.aside:
        yield name_of(is_of_the_other)
    if asks_for_others(question) and not asked.words:
        yield name_of(asks_for_others)
    if candidate.told not in ("there", "away"):  # who came is told of each by itself
        yield from by(is_of_other_half, question, sentence.text)
    yield from by(is_of_another_meeting, question, sentence.text, (reading.begin, reading.end))
    if DECIDED.get(candidate.told) == "No":
        return
    settled = _SETTLED.get(candidate.told, frozenset())
    if said == "No" and refused_to_do_that(question, sentence.text):
        settled |= _SETTLED["so"]
    yield from of_sentence(Of.YES_NO, question, sentence.text, settled)
    if said == "No":
        yield from _by_each(_OF_NO, question, sentence.text)
    else:
        yield from filter(None, (candidate.elsewhere,))
        yield from _by_each(_OF_YES, question, sentence.text)
    yield from by(tells_of_another_country, asked, sentence)  # that says nothing of the one asked about


def _by_each(checks: Iterable[OfSentence], question: Question, sentence: str) -> Iterator[str]:
    return (name for check in checks for name in by(check, question, sentence))
