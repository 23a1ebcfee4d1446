"""Records → the pairs of facts that disagree about one meeting."""

from __future__ import annotations

import datetime
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from facts import dates
from facts.disagreement.answers import Figures, Said, Somewhere, Sort, rules_out, said
from facts.disagreement.asked import days_named, is_of_any_vote, questions_of, without_meeting
from facts.disagreement.meetings import all_words, days_of, keys_of, of_one_meeting, told_as
from facts.disagreement.people import People, gives_another_part, tells_who_led
from facts.folding import fold
from facts.model import Article, Fact, Meeting, Record, WithdrawnAnswer
from facts.pages.quotes import squeeze
from facts.pages.withdrawn import gives, wrong_words


class Claim(msgspec.Struct, frozen=True):
    """A fact that another report may contradict: what it says, the words of the questions that ask for it, its weight
    (`Record.weight_of`), and the days that its question names, but for the meeting's own where a person put that right.
    """

    fact: Fact
    said: Said
    asked: tuple[tuple[str, ...], ...]
    weight: int = 0
    days: frozenset[tuple[str, ...]] = frozenset()


class Report(msgspec.Struct, frozen=True):
    """An article about a meeting, with what it claims; `sentences` gives the texts of all its sentences, `known_as` the
    meeting as the article tells of it, where a person put that right."""

    article: Article
    meeting: Meeting
    claims: tuple[Claim, ...]
    sentences: Callable[[], Sequence[str]]
    known_as: Meeting | None = None


class Side(msgspec.Struct, frozen=True):
    """What one article says."""

    article: Article
    fact: Fact


class Disagreement(msgspec.Struct, frozen=True):
    """Two facts of different articles about one meeting that cannot both be true; the newer article's first."""

    sort: Sort
    newer: Side
    older: Side


def report_of(record: Record, sentences: Callable[[], Sequence[str]] | None = None) -> Report | None:
    """What an article reports of its meeting; None where it has none, or nothing that could be contradicted.

    `sentences` gives the texts of its sentences, where the record does not have them.
    """
    meeting = record.meeting
    if meeting is None or not any(True for each in told_as(record) for _ in keys_of(each)):
        return None
    corrected = record.known_as is not None and record.known_as.date != meeting.date
    day = dates.readable(meeting.date or "") if corrected and days_of(meeting) else ""
    claims = tuple(
        Claim(fact, answer, questions_of(fact), weight, days_named(fact.question) - days_named(day))
        for fact in record.facts
        if (answer := _said(fact, weight := record.weight_of(fact.id))) is not None
    )
    if not claims:
        return None
    texts = tuple(sentence.text for sentence in record.sentences)
    return Report(record.article, meeting, claims, sentences or (lambda: texts), record.known_as)


def _said(fact: Fact, weight: int) -> Said | None:
    """What a fact says; of a person, or against one's, also a place that cannot be set against another."""
    return said(fact, by_hand=weight > 0) or (Somewhere() if fact.kind == "where" else None)


def disagreements(reports: Iterable[Report]) -> list[Disagreement]:
    """What reports disagree about, the newest first; the order of the reports makes no difference."""
    found = [each for pair in of_one_meeting(reports) for each in _between(*pair)]
    return sorted(found, key=lambda each: (_age(each.newer), _age(each.older)), reverse=True)


def overruled(reports: Iterable[Report]) -> list[tuple[Side, Side]]:
    """The facts that cannot be true beside one of more weight in another report of their meeting, each with that one:
    what a person checked wins over what one wrote, that over what was compiled."""
    found: list[tuple[Side, Side]] = []
    for one, other in of_one_meeting(reports):
        if len({claim.weight for report in (one, other) for claim in report.claims}) < 2:
            continue
        names = all_words(one.meeting) | all_words(other.meeting)
        mine, its = _by_question(one, names), _by_question(other, names)
        for question in sorted(mine.keys() & its.keys()):
            for claim, rival in itertools.product(mine[question], its[question]):
                if claim.weight != rival.weight and (_rule_out(claim, rival) or _say_otherwise(question, claim, rival)):
                    pair = (one, claim), (other, rival)
                    (report, light), (weighty, heavy) = pair if claim.weight < rival.weight else pair[::-1]
                    side = Side(weighty.article, heavy.fact)
                    found += ((Side(report.article, each), side) for each in _same_said(report, light, heavy))
    return found


def _same_said(report: Report, claim: Claim, rival: Claim) -> Iterator[Fact]:
    """The fact of a claim that is overruled, and those lighter than its rival that give of its sentence, asked for
    otherwise, what is wrong in it."""
    yield claim.fact
    words = wrong_words(claim.fact.answer, rival.fact.answer)
    if words is None:
        return
    wrong = WithdrawnAnswer(0, claim.fact.answer, words)
    for other in report.claims:
        beside = other.fact.evidence == claim.fact.evidence and other.said.sort == claim.said.sort
        if beside and other is not claim and other.weight < rival.weight and gives(other.fact.answer, wrong):
            yield other.fact


def _age(side: Side) -> tuple[datetime.date, str, str]:
    return side.article.date or datetime.date.min, side.article.id, side.fact.id


def _between(newer: Report, older: Report) -> Iterator[Disagreement]:
    """What two reports of one meeting disagree about."""
    names = all_words(newer.meeting) | all_words(older.meeting)
    mine, its = (_undivided(_by_question(report, names)) for report in (newer, older))
    told: set[tuple[str, str]] = set()
    for question in sorted(mine.keys() & its.keys()):
        for claim, other in itertools.product(mine[question], its[question]):
            pair = claim.fact.id, other.fact.id
            # where one is of more weight, it is known which is true
            if pair in told or claim.weight != other.weight or not _rule_out(claim, other):
                continue
            if _mentions(newer, claim, other, question) or _mentions(older, other, claim, question):
                continue  # who knows of both answers tells them apart: one is of something else
            told.add(pair)
            yield Disagreement(claim.said.sort, Side(newer.article, claim.fact), Side(older.article, other.fact))


def _rule_out(claim: Claim, other: Claim) -> bool:
    """Whether two answers to one question cannot both be true."""
    return not _are_of_other_days(claim, other) and rules_out(claim.said, other.said)


def _are_of_other_days(claim: Claim, other: Claim) -> bool:
    return bool(claim.days and other.days) and not claim.days & other.days


def _say_otherwise(question: tuple[str, ...], claim: Claim, other: Claim) -> bool:
    """Whether two answers to where the meeting was held, or how many there were of something, are not the same, whether
    both can be true or not."""
    if isinstance(claim.said, Figures) and isinstance(other.said, Figures):
        return not _are_of_other_days(claim, other) and claim.said.says_otherwise(other.said)
    return question == ("where", "held") and fold(claim.fact.answer) != fold(other.fact.answer)


def _by_question(report: Report, names: AbstractSet[str]) -> dict[tuple[str, ...], list[Claim]]:
    """The claims of a report by what they are asked by."""
    found: defaultdict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in report.claims:
        for question in dict.fromkeys(without_meeting(asked, names) for asked in claim.asked):
            if not is_of_any_vote(question):
                found[question].append(claim)
    return found


def _undivided(found: dict[tuple[str, ...], list[Claim]]) -> dict[tuple[str, ...], list[Claim]]:
    """Claims by what they are asked by, without those that a report itself answers in two ways."""
    return {question: claims for question, claims in found.items() if not _is_split(claims)}


def _is_split(claims: Sequence[Claim]) -> bool:
    return any(rules_out(claim.said, other.said) for claim, other in itertools.combinations(claims, 2))


def _mentions(report: Report, own: Claim, claim: Claim, question: Sequence[str]) -> bool:
    """Whether a report has somewhere what another one claims, but for who did something else by its own sentence."""
    asked = frozenset(question[1:])
    its = claim.said
    if isinstance(its, Figures) and isinstance(own.said, Figures):
        its = its.without(own.said)  # "6 votes to 1" is not known where "5 votes to 1" is told
    return any(
        its.stands_in(sentence, asked)
        and not _only_names(sentence, own, its, asked)
        and not _sets_apart(sentence, own, claim, asked)
        for sentence in report.sentences()
    )


def _only_names(sentence: str, own: Claim, its: Said, asked: AbstractSet[str]) -> bool:
    """Whether a sentence names whom another report has in the chair, and is not about who chaired or led anything."""
    if "chaired" not in asked or not isinstance(its, People) or sentence in squeeze(own.fact.evidence):
        return False
    return not tells_who_led(sentence)


def _sets_apart(sentence: str, own: Claim, claim: Claim, asked: AbstractSet[str]) -> bool:
    """Whether the sentence of a claim about the chair says of whom another one claims it that they did other things."""
    mine, its = own.said, claim.said
    if "chaired" not in asked or sentence not in squeeze(own.fact.evidence):
        return False
    return isinstance(mine, People) and isinstance(its, People) and gives_another_part(sentence, mine, its)
