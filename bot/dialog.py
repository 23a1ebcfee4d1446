"""A question and what its chat talked about → a reply: an answer, a choice, or "not on record"."""

from __future__ import annotations

import dataclasses
import itertools
import time
from collections.abc import Iterable, Iterator, Sequence

from bot.index import Index
from bot.matching import decision
from bot.matching.answers import (
    answer_read,
    fact_answer,
    offered,
)
from bot.matching.by_rules import is_put_by_hand, is_told_elsewhere, sure_by_rules
from bot.matching.checks.facts import refused_by, refused_plain_by
from bot.matching.conversation import context_after, in_view
from bot.matching.decision import QUOTE_AT, read_at
from bot.matching.differing import newest_report, with_differing
from bot.matching.facts_found import candidates_for, first_of_each, misspelt
from bot.matching.in_that_sentence import to_one_more, told_there
from bot.matching.looking import Looked, look, told_so
from bot.matching.match import (
    AS_GOOD,
    FAINT,
    SUGGESTIONS,
    Match,
    is_plain,
    word_by_word,
)
from bot.matching.meetings import of_same_meeting
from bot.matching.named_meeting import is_named_apart
from bot.matching.of_last_answer import is_of_last_answer
from bot.matching.on_the_point import on_the_point
from bot.matching.overruling import (
    answers_alike,
    is_of_same_meeting,
    without_unsaid,
)
from bot.matching.pronouns_offered import once_named
from bot.matching.reading import Read, SentenceReader
from bot.matching.repeated import without_repeated
from bot.matching.reports import Reports
from bot.matching.respelling import respelled
from bot.matching.several_bodies import bodies_meant
from bot.matching.since_when import is_since_when, only_where_told, since_when
from bot.matching.sort_meant import latest_meant
from bot.matching.spelling import as_spelled, keywords_as_spelled
from bot.matching.talked_about import Scope, is_of_any, may_be_of, newest_meetings, scope_of, scoped
from bot.matching.weights import ANSWER_AT, SUGGEST_AT
from bot.matching.which_meeting import meeting_held
from bot.matching.whose import asks_of_no_one, to_choose_whose
from bot.question import Question, read
from bot.question.follow_up import is_follow_up
from bot.question.other_languages import is_in_another_language
from bot.question.reading import asks_nothing
from bot.question.tokens import normalized
from bot.replies import Answer, Context, Reason, Reply, Status
from facts.model import Citation

__all__ = ["Answer", "Context", "Reason", "Reply", "Status", "candidates_for", "reply"]

LONGEST_QUESTION = 1000
"""Letters from which a text is no question any more."""
NEAR = 0.3
"""Confidence from which a quote of the meeting talked about is near enough that no other meeting is asked."""
NEAREST = 50
"""Answers that a question may lead to, at most."""


def reply(
    text: str,
    index: Index,
    context: Context = Context(),  # noqa: B008
    reader: SentenceReader | None = None,
) -> tuple[Reply, Context]:
    """Read a text and answer it in the light of what was said before: see `reply_to`."""
    started = time.perf_counter()
    # Of a text that is too long to be a question no more is read than shows that.
    said, after = reply_to(read(text[: LONGEST_QUESTION + 1]), index, context, reader)
    return dataclasses.replace(said, took_ms=(time.perf_counter() - started) * 1000), after


def reply_to(
    question: Question,
    index: Index,
    context: Context = Context(),  # noqa: B008
    reader: SentenceReader | None = None,
) -> tuple[Reply, Context]:
    """Answer a question in the light of what was said before; the reply and what to remember for the next question.

    What is on record nearly word by word is answered by rules alone, all else as the reader reads it. Without a reader
    rules decide alone.
    """
    return plain_reply(question, index, context) or open_reply(question, index, context, reader)


def open_reply(
    question: Question, index: Index, context: Context, reader: SentenceReader | None
) -> tuple[Reply, Context]:
    """The reply to a question that `plain_reply` left open; to one in another language no guesses."""
    if (meeting := meeting_held(question, index)) is not None:
        return _in_context(Reply("answer", question.text, meeting), (), question, index, context)
    if (told := told_there(question, context, index)) is not None:
        return _in_context(Reply("answer", question.text, told), (), question, index, context)
    if is_since_when(question.text):
        return _since_when(question, index, context, reader)
    question = keywords_as_spelled(question, index.terms)
    context = in_view(question, context, index)
    if (each := _of_each_meeting(question, index, context, reader)) is not None:
        return _in_context(each, (), question, index, context)
    asked, before, within, full, of_last = scoped(question, context, index)
    said, matched = _searched(asked, index, before, reader, within)
    if of_last and said.answer and not is_of_last_answer(said.answer, read(context.question or ""), context, index):
        said = _only_offered(said)
    if said.answer is None and within is not None and (full or (within and asked is question)):
        said = _with_quotes(said, _searched(asked, index, before, reader)[0])
    elif said.answer is None and within is None and (articles := may_be_of(question, context, index)):
        said = _with_quotes(_searched(asked, index, before, reader, articles)[0], said)
    if context.guessed and latest_meant(question, index) is None:
        said = _only_offered(said)
    if said.answer is None and is_in_another_language(question.text):
        return Reply("none", question.text, reason="other_language"), context
    said = without_repeated(said, question, context, index)
    said = dataclasses.replace(to_one_more(said, question, context), asked=question.text)
    return _in_context(said, matched, asked if full else question, index, context)


def reply_within(
    question: Question, articles: Sequence[int], index: Index, reader: SentenceReader | None
) -> tuple[Reply, Context]:
    """The reply that these articles (by number) alone have to a question, and what to remember."""
    said, matched = _searched(question, index, Context(), reader, articles)
    return _in_context(said, matched, question, index, Context())


def _since_when(
    question: Question, index: Index, context: Context, reader: SentenceReader | None
) -> tuple[Reply, Context]:
    """The reply to a bare "since when?": asked of what was talked about, in its meeting alone."""
    number = index.number_of(context.article) if context.article is not None else None
    if number is None or not context.question:
        return Reply("none", question.text, reason="not_on_record"), context
    asked = since_when(question.text, context.question)
    said, matched = _searched(asked, index, Context(), reader, tuple(of_same_meeting(number, index)))
    last = index.answer(context.answer_key or "")
    said = dataclasses.replace(only_where_told(said, question.text, context.question, last), asked=question.text)
    said = _only_offered(said) if context.guessed else said
    said, after = _in_context(said, matched, asked, index, context)
    return said, context if said.answer is None else after  # "until when?" is then asked of the same


def _searched(
    question: Question,
    index: Index,
    context: Context,
    reader: SentenceReader | None,
    within: Sequence[int] | None = None,
) -> tuple[Reply, list[Match]]:
    """The reply to a question that is looked for in all articles, or in some alone, and the facts that fit by rules."""
    if reader is None:
        matched = candidates_for(question, index, context, within=within)
        return _say(question.text, matched), matched
    looked = look(question, index, context, reader, within)
    said = say_by_rules(question, looked, index) or _say_read(question, looked.found, index)
    if said.answer is not None:
        reports = Reports(question, looked.found, index, (said.answer, *said.suggestions))
        said = dataclasses.replace(said, answer=reports.with_differing(said.answer, said.suggestions))
    if within is None and not context.question and asks_of_no_one(question):
        said = to_choose_whose(said, index)
    return said, looked.matched


def _of_each_meeting(question: Question, index: Index, context: Context, reader: SentenceReader | None) -> Reply | None:
    """What a bare "where was it?" that nothing was said before may mean, or "the parish council" of several: what each
    of the newest meetings has; None if it is clear which is meant."""
    if is_of_any(question, context, index):
        likely = newest_meetings(question, 2 * SUGGESTIONS, index)
    else:
        likely = [Scope(each) for each in bodies_meant(question, context, index)]
    if not likely:
        return None
    found = (_searched(each.question or question, index, Context(), reader, each.articles)[0] for each in likely)
    shown = tuple(itertools.islice((said.answer for said in found if said.answer is not None), SUGGESTIONS))
    return Reply("suggest" if shown else "none", question.text, None, shown, None if shown else "not_on_record")


def _with_quotes(said: Reply, elsewhere: Reply) -> Reply:
    """What is not sure of the meeting talked about, and, where nothing of that is near, what other meetings might
    answer first: that is never sure."""
    own = [each for each in (said.answer, *said.suggestions) if each]
    others = [each for each in (elsewhere.answer, *elsewhere.suggestions) if each and each.kind != "yes_no"]
    if any(each.confidence >= NEAR for each in own):
        others = []
    shown = tuple(distinct((*own, *others)))[:SUGGESTIONS]
    return dataclasses.replace(said, status="suggest", suggestions=shown, reason=None) if shown else said


def _only_offered(said: Reply) -> Reply:
    """A reply whose answer is offered first; a yes or no, which is nothing to choose, is left out."""
    first = [said.answer] if said.answer and said.answer.kind != "yes_no" else []
    shown = tuple(distinct((*first, *said.suggestions)))[:SUGGESTIONS]
    return Reply("suggest" if shown else "none", said.asked, None, shown, None if shown else "not_on_record")


def nearest(question: Question, index: Index, context: Context, reader: SentenceReader | None) -> list[Answer]:
    """All that a question may mean, best first: sentences as they were read, then facts, each saying something else."""
    if len(question.text) > LONGEST_QUESTION or not question.tokens or asks_nothing(question):
        return []
    question = keywords_as_spelled(question, index.terms)
    context = in_view(question, context, index)
    question, context, within, *_ = scoped(question, context, index)
    answers: list[Answer] = []
    if reader is None:
        matched = candidates_for(question, index, context, within=within)
    else:
        looked, least = look(question, index, context, reader, within), read_at(question.analysis.answer_type)
        answers = [
            (answer_read if each.confidence >= least else offered)(each, question, index)
            for each in looked.found
            if each.confidence >= QUOTE_AT
        ]
        matched = looked.matched
    answers += [_answer(match, question.text) for match in matched if match.confidence >= FAINT]
    return [with_differing(answer, index) for answer in itertools.islice(distinct(answers), NEAREST)]


def distinct(answers: Iterable[Answer]) -> Iterator[Answer]:
    """The answers without those that say of the same meeting what one before says, or that and more of its sentence."""
    said: list[Answer] = []
    for answer in answers:
        if not any(_says_again(answer, each) for each in said):
            said.append(answer)
            yield answer


def others_than(not_meant: Sequence[Answer], found: Iterable[Answer]) -> Iterator[Answer]:
    """What is found beside answers that are not what was meant, and what says these again."""
    return (each for each in found if not any(each.key == no.key or _says_again(each, no) for no in not_meant))


def _says_again(answer: Answer, before: Answer) -> bool:
    mine, its = (f" {' '.join(each.answer.casefold().split())} " for each in (answer, before))
    more = answer.evidence == before.evidence and its in mine
    return answer.article == before.article and (mine == its or more)


def plain_reply(question: Question, index: Index, context: Context) -> tuple[Reply, Context] | None:
    """The reply to what is no question or is on record nearly word by word, slips of the pen aside; None where more has
    to be looked for."""
    text = question.text
    if len(text) > LONGEST_QUESTION:
        return Reply("none", text[:LONGEST_QUESTION], reason="too_long"), context
    if not question.tokens or asks_nothing(question):
        foreign = not question.tokens and is_in_another_language(text)
        return Reply("none", text, reason="other_language" if foreign else "no_words"), context
    view = in_view(question, context, index)
    if is_of_any(question, view, index) or bodies_meant(question, view, index):
        return None
    if (view.question and is_follow_up(question)) or scope_of(question, view, index) is not None:
        return None
    matched = [match for match in word_by_word(question, index) if match.confidence >= SUGGEST_AT]
    if not matched or not is_plain(matched[0]):
        meant = respelled(question, index)
        matched = misspelt(meant, index) if meant and meant.sure else []
        if not matched or matched[0].confidence < ANSWER_AT:
            return None
    best = matched[0].entry
    if refused_plain_by(question, best) or not told_so(question, matched[:1], index):
        return None
    return _in_context(_say(text, without_unsaid(matched)), matched, question, index, context)


def _in_context(
    said: Reply, found: Sequence[Match], question: Question, index: Index, before: Context
) -> tuple[Reply, Context]:
    """A reply with what to remember for the next question. Where reports disagree, the newest one answers."""
    said = _beside_others(said, question, index)
    return said, context_after(said, question, index, before, _article_of(found[0]) if found else None)


def _beside_others(said: Reply, question: Question, index: Index) -> Reply:
    """A reply with what other reports say instead of its answer; these are none to choose besides. Of what is to choose
    it is said whether it is another report of the answer's meeting; another one is there once, if it may be meant."""
    if said.answer is None:
        return said
    answer = newest_report(said.answer, index)
    told = {answer.article, *(each.article for each in answer.also), *(each.article for each in answer.differs)}
    mine, others = index.context(answer.article), list[Answer]()
    for each in said.suggestions:
        if each.article in told or is_named_apart(question, mine, index.context(each.article)):
            continue
        if not any(not other.same_meeting and _are_of_one_meeting(other, each, index) for other in others):
            others.append(dataclasses.replace(each, same_meeting=_are_of_one_meeting(answer, each, index)))
    return dataclasses.replace(said, answer=answer, suggestions=tuple(others))


def _are_of_one_meeting(answer: Answer, other: Answer, index: Index) -> bool:
    mine, its = index.context(answer.article), index.context(other.article)
    return mine is not None and its is not None and is_of_same_meeting(mine, its)


def _say(text: str, found: list[Match]) -> Reply:
    """The reply that matches give rise to, most confident first."""
    likely = [m for m in found if m.confidence >= SUGGEST_AT]
    if not likely:
        return Reply("none", text, reason="not_on_record")
    best = max((m for m in likely if m.score >= likely[0].score - AS_GOOD), key=_newest_surest)
    if best.confidence < ANSWER_AT:
        # What is offered is the fact itself, not the yes that was derived from it.
        apart = first_of_each(likely, lambda m: (m.entry.context.record.article.id, normalized(m.answer)))
        return Reply(
            "suggest",
            text,
            suggestions=tuple(_answer(dataclasses.replace(m, said=None), text) for m in apart[:SUGGESTIONS]),
        )
    elsewhere = [m for m in likely if m.entry.context.record.article.id != best.entry.context.record.article.id]
    again = first_of_each((m for m in elsewhere if says_the_same(m, best)), _article_of)
    told = {_article_of(m) for m in again}
    others = [m for m in elsewhere if m.confidence >= ANSWER_AT and _article_of(m) not in told]
    choices = first_of_each(others, _article_of)[:SUGGESTIONS]
    answer = dataclasses.replace(_answer(best, text), also=tuple(map(_citation, again)))
    return Reply("answer", text, answer, tuple(_answer(match, text) for match in choices))


def say_by_rules(question: Question, looked: Looked, index: Index) -> Reply | None:
    """The reply of the fact that fits best by rules, if it fits very well or is the surest and sure enough."""
    if not looked.matched or looked.matched[0].score < decision.RULES_FROM:
        return None
    best = looked.matched[0]
    if refused_by(as_spelled(question, index.terms), best.entry, best.answer) or is_told_elsewhere(best, looked, index):
        return None
    sure = sure_by_rules(question, looked)
    read_best = max([read_at(question.analysis.answer_type), *(each.confidence for each in looked.found[:1])])
    given = decision.given_by_rules(best.score, question.analysis.answer_type)
    if sure < read_best and not given and not is_put_by_hand(best, question, looked, index):
        return None
    said = _say(question.text, looked.matched)
    if said.answer is None:
        return None
    return dataclasses.replace(said, answer=dataclasses.replace(said.answer, confidence=sure))


def _say_read(question: Question, found: Sequence[Read], index: Index) -> Reply:
    """The reply that sentences give rise to, most confident first: an answer, or quotes to choose from."""
    text = question.text
    likely = [read for read in found if read.confidence >= QUOTE_AT]
    if not likely:
        return Reply("none", text, reason="not_on_record")
    least = read_at(question.analysis.answer_type)
    if likely[0].confidence < least:
        shown = on_the_point(question, likely, index, SUGGESTIONS)
        if not shown:
            return Reply("none", text, reason="not_on_record")
        offers = once_named([offered(read, question, index) for read in shown])
        return Reply("suggest", text, suggestions=offers)
    sure = [answer_read(read, question, index) for read in likely if read.confidence >= least]
    others: dict[str, Answer] = {}
    for answer in sure[1:]:
        if answer.article != sure[0].article:
            others.setdefault(answer.article, answer)
    return Reply("answer", text, sure[0], tuple(others.values())[:SUGGESTIONS])


def says_the_same(match: Match, other: Match) -> bool:
    """Whether two facts of different articles answer alike about one meeting."""
    alike = normalized(match.answer) == normalized(other.answer) or answers_alike(match.entry, other.entry)
    return alike and is_of_same_meeting(match.entry.context, other.entry.context)


def _article_of(match: Match) -> str:
    return match.entry.context.record.article.id


def _citation(match: Match) -> Citation:
    article = match.entry.context.record.article
    return Citation(article.id, article.source, article.date, article.url, match.entry.fact.evidence, article.title)


def _newest_surest(match: Match) -> tuple[str, float]:
    return match.entry.context.when, match.score


def _answer(match: Match, question: str) -> Answer:
    return fact_answer(match.entry, match.confidence, question, match.said)
