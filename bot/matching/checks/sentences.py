"""What holds a whole sentence back before it is read: it tells of another place, day, thing or person."""

from __future__ import annotations

from collections.abc import Iterator

from bot.index import Index
from bot.matching.checks.among_others import among_others
from bot.matching.checks.named import Of, by
from bot.matching.elsewhere import is_elsewhere, is_only_home, names_other_place
from bot.matching.evidence import Sentence
from bot.matching.otherwise.bearers import is_anothers
from bot.matching.otherwise.day_to_come import is_yet_to_be
from bot.matching.otherwise.namesakes import is_of_a_namesake, points_to_a_namesake
from bot.matching.otherwise.points_elsewhere import is_told_of_nothing_asked, points_to_another
from bot.matching.otherwise.prices import is_of_another_price
from bot.matching.otherwise.where_in import is_not_told_to_be_there
from bot.matching.otherwise.year_meant import tells_of_another_year
from bot.matching.query_terms import QueryTerm
from bot.matching.yes_no.told import Told
from bot.matching.yes_no.untold import (
    does_another_deed,
    is_of_another_doer,
    is_told_of_another,
    leaves_out,
    tells_no_such_deed,
)
from bot.matching.yes_no.yet_to_come import is_yet_to_come
from bot.question import Question
from bot.question.tokens import content_terms


def holding_sentence(question: Question, sentence: Sentence, index: Index) -> Iterator[str]:
    """The checks by which a sentence tells of another place, day or thing than a question asks for, or by its article
    of others."""
    context, text, before = index.contexts[sentence.article], sentence.text, sentence.passage.before
    heading, published = content_terms(sentence.passage.heading), context.record.article.date
    yield from by(names_other_place, question, sentence.tokens, sentence.around, context)
    yield from by(is_only_home, question, sentence.tokens, heading | content_terms(before), context)
    yield from by(is_of_a_namesake, question, text)
    yield from by(points_to_a_namesake, question, before, text)
    yield from by(tells_of_another_year, question, text, before, published)
    yield from by(is_yet_to_be, question, text, published)
    sentences = index.sentences(sentence.article)
    yield from among_others(Of.READ, question, sentences, sentence.place)
    yield from by(points_to_another, question, sentences, sentence.place, context.meeting | heading)
    yield from by(is_told_of_nothing_asked, question, sentences, sentence.place, context.meeting | heading)
    source = context.record.article.source or ""
    title = sentence.passage.heading
    yield from by(is_not_told_to_be_there, question, title, source, sentences, sentence.place)


def holding_yes(
    question: Question, asked: tuple[QueryTerm, ...], sentence: Sentence, index: Index, said: Told | None
) -> Iterator[str]:
    """The checks by which no "yes" rests on a sentence, by what its words say: it tells of another place, day, deed or
    person than is asked about."""
    if said in ("there", "away"):
        return
    context, text = index.contexts[sentence.article], sentence.text
    yield from by(is_elsewhere, question, sentence, index)
    yield from by(is_anothers, asked, text, context.meeting | content_terms(sentence.passage.heading))
    yield from among_others(Of.YES_NO, question, index.sentences(sentence.article), sentence.place)
    yield from by(is_yet_to_come, question, text, context.record.article.date)
    yield from by(is_of_another_price, question, text, context.article)
    yield from by(is_of_another_doer, question, sentence)
    yield from by(is_told_of_another, question, asked, sentence, index)
    yield from by(does_another_deed, question, sentence)
    yield from by(leaves_out, question, asked, sentence, index)
    if said is None:
        yield from by(tells_no_such_deed, question, asked, sentence, index)
