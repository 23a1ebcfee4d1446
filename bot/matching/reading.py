"""Question × index → the sentences that answer it, read by the reader, most confident first.

What may answer comes from `candidates`; the reader marks the words that do, `otherwise` says what those are told of,
and `decision` how likely each answers.
"""

from __future__ import annotations

import dataclasses
import functools
import math
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from bot.index import Index
from bot.matching import decision
from bot.matching.agreement import NUMBER
from bot.matching.as_named import View, views_of
from bot.matching.candidates import Candidate
from bot.matching.checks.named import name_of
from bot.matching.checks.words import holding, holding_surely, holding_yes_no
from bot.matching.evidence import (
    MOST_RULES,
    NO_RULES,
    Evidence,
)
from bot.matching.in_its_place import is_of_the_other
from bot.matching.otherwise.no_answer import cannot_answer
from bot.matching.pointed_to import pointed_to
from bot.matching.put_otherwise import is_named_behind, is_put_otherwise
from bot.matching.spelling import as_spelled, mended
from bot.matching.told_so import done_so, tells_so
from bot.matching.words_that_answer import words_that_answer
from bot.matching.yes_no.denials import Verdict, verdict
from bot.matching.yes_no.told import DECIDED
from bot.question import Question
from bot.question.follow_up import is_bare, is_bare_of_subject
from bot.question.in_short import in_words
from facts.model import Kind
from facts.reader import Reader, Reading

READ_FIRST: Final = 10
"""Sentences that are read at first (see deploy/reader/LOG.md)."""
READ_ON_BELOW: Final = 1.0
"""The logit that one of these has to reach, or the others are read, too."""
UNNAMED: Final = 0.5
"""From this weight on a name or number that is told nowhere near a sentence makes it doubtful what that tells."""
ALONE: Final = -4.0
"""The logit beside which a sentence stands out that is read alone: about what the next best one has."""
DOUBT: Final = 0.01
"""The least probability that is told from none."""


class Told:
    """What the words of a candidate tell of a question, each worked out when it is first asked for: most candidates
    are read as so unlikely that nothing depends on it."""

    def __init__(self, question: Question, candidate: Candidate, reading: Reading) -> None:
        """Take the question, its slips of the pen put right, and a candidate as it was read."""
        self._question, self._candidate, self._reading = question, candidate, reading

    @functools.cached_property
    def span(self) -> tuple[int, int]:
        """The words of its sentence that answer."""
        marked = self._reading.begin, self._reading.end
        return words_that_answer(self._question, self._candidate.sentence.text, marked)

    @functools.cached_property
    def surely_held_by(self) -> str | None:
        """The check by which they are of another type or thing than is asked for, however sure the reader is."""
        if self._question.analysis.answer_type == "yes_no" or self._named_behind:
            return None
        return next(holding_surely(self._question, self._candidate, self.span), None)

    @functools.cached_property
    def held_by(self) -> str | None:
        """The check by which they cannot be the answer, whatever the reader makes of the sentence."""
        question, candidate, reading = self._question, self._candidate, self._reading
        if question.analysis.answer_type == "yes_no":
            said = verdict_on(question, candidate, reading).said
            return next(holding_yes_no(question, candidate, reading, said), None)
        if self._named_behind:
            return name_of(is_of_the_other) if candidate.aside else candidate.elsewhere
        return self.surely_held_by or next(holding(question, candidate, reading, self.span, self.pointed_to), None)

    @functools.cached_property
    def so(self) -> bool:
        """Whether they bear the answer out, if it can be one."""
        if self._question.analysis.answer_type == "yes_no" or self._candidate.covered.missing_name >= UNNAMED:
            return False
        if self.pointed_to is not None:
            return any(done_so(self._question, self._candidate.asked, self._candidate.sentence))
        told = self._question, self._candidate.asked, self._candidate.sentence, self.span
        return self._named_behind or tells_so(*told) or is_put_otherwise(*told)

    @functools.cached_property
    def pointed_to(self) -> str | None:
        """Whom they point to, where that is certain."""
        passage = self._candidate.sentence.passage
        return pointed_to(self._question, passage.before, passage.sentence, self.span)

    @functools.cached_property
    def _named_behind(self) -> bool:
        """Whether they name whom the sentence before tells to be new in the office that is asked about."""
        passage = self._candidate.sentence.passage
        return is_named_behind(self._question, passage.before, passage.sentence, self.span)


@dataclasses.dataclass(frozen=True, slots=True)
class Read:
    """A sentence that may answer a question, as it was read, with what speaks for it."""

    candidate: Candidate
    reading: Reading
    evidence: Evidence
    told: Told
    rank: float
    score: float

    @property
    def confidence(self) -> float:
        """The probability (0–1) that it answers."""
        return decision.confidence(self.score)


class SentenceReader:
    """Reads sentences for questions; the reader's weights are loaded when the first question needs them: one that asks
    for yes or no is read by weights of its own."""

    def __init__(self, load: Callable[[], Reader] | None = None) -> None:
        """Take what loads the reader for all questions; those that are shipped are loaded where nothing is given."""
        self._load = functools.cache(load or Reader.load)
        self._load_yes_no = self._load if load else functools.cache(functools.partial(Reader.load, yes_no=True))

    def prepare(self) -> None:
        """Load the reader now. Raises ReaderError where the weights cannot be used."""
        self._load()
        self._load_yes_no()

    def read(
        self, question: Question, found: Sequence[Candidate], index: Index, before: Question | None = None
    ) -> list[Read]:
        """Candidates as the reader reads them, most confident first; `before` is the question that this one leans on.

        Raises ReaderError where the weights cannot be used.
        """
        if not found:
            return []
        asked_before = mended(before.text, index.terms) if before is not None else ""
        asked = in_words(mended(question.text, index.terms))
        views = list(views_of(asked, [candidate.sentence for candidate in found], index))
        reader = self._load_yes_no() if question.analysis.answer_type == "yes_no" else self._load()
        readings = _readings(reader, views[:READ_FIRST], asked_before)
        if views[READ_FIRST:] and max(reading.logit for reading in readings) < READ_ON_BELOW:
            readings += _readings(reader, views[READ_FIRST:], asked_before)
        found = found[: len(readings)]
        question = as_spelled(question, index.terms)
        evidence = evidence_of(found, readings)
        listed = [_read(question, *each) for each in zip(found, readings, evidence, strict=True)]
        if is_bare(question):
            listed = [read for read in listed if not read.told.surely_held_by]
        if before is not None and question.analysis.answer_type is None:  # "and for Tarn?" asks for the same
            listed = [shown_at_most(read) if _is_no_such(before, _words(read)) else read for read in listed]
        return sorted(listed, key=lambda read: (_order(question, read), -read.rank))


def _readings(reader: Reader, views: Sequence[View], asked_before: str) -> list[Reading]:
    """Passages as they are read, those that are asked the same together, in order."""
    readings: dict[View, Reading] = {}
    for asked in dict.fromkeys(asked for asked, _ in views):
        same = [view for view in views if view[0] == asked]
        read = reader.read(asked, [passage for _, passage in same], asked_before)
        readings |= dict(zip(same, read, strict=True))
    return [readings[view] for view in views]


def _read(question: Question, candidate: Candidate, reading: Reading, evidence: Evidence) -> Read:
    """A candidate as it was read, with what its words tell."""
    told = Told(question, candidate, reading)
    score = _score(question, candidate, reading, evidence, told)
    return Read(candidate, reading, evidence, told, decision.rank(evidence), score)


def _is_no_such(before: Question, said: str) -> bool:
    """Whether words cannot be what a question before asks for."""
    if before.analysis.answer_type == "how_many":
        return NUMBER.search(said) is None
    return cannot_answer(before.analysis, said)


def _words(read: Read) -> str:
    return read.candidate.sentence.text[slice(*read.told.span)]


def shown_at_most(read: Read) -> Read:
    """A sentence that was read, held below what is given."""
    return dataclasses.replace(read, score=min(read.score, decision.SHOWN))


def _order(question: Question, read: Read) -> int:
    """Which sentences come first whatever their rank: those whose words say yes, or else no; those that may be shown
    and give the type of answer that is asked for, and, of those that name somebody, say who it is."""
    if question.analysis.answer_type == "yes_no":
        return {"Yes": 0, "No": 1}.get(DECIDED.get(read.candidate.told, ""), 2)
    return int(read.confidence < decision.QUOTE_AT or read.told.surely_held_by is not None)


def _score(question: Question, candidate: Candidate, reading: Reading, evidence: Evidence, told: Told) -> float:
    """The log-odds that a candidate answers; held below what is given where what it says cannot be the answer."""
    asked = scored_as(question)
    score = decision.score(evidence, asked)
    if asked == "yes_no":
        sure = decision.borne_out(score, verdict_on(question, candidate, reading).standing)
    else:
        sure = decision.told_so(score, reading.logit)
        sure = sure if sure > score and told.so else score
        if reading.probability >= decision.CERTAIN and not (
            candidate.aside or candidate.elsewhere or told.surely_held_by
        ):
            return sure
    return min(score, decision.SHOWN) if sure > decision.SHOWN and told.held_by else sure


def scored_as(question: Question) -> Kind | None:
    """The type of answer by which sentences are scored: none where only the question before says what is asked about,
    for then a reason, day or place is no likelier to be right than anything else."""
    asked = question.analysis.answer_type
    return asked if asked == "yes_no" or not is_bare_of_subject(question) else None


def verdict_on(question: Question, candidate: Candidate, reading: Reading) -> Verdict:
    """What a candidate says to a question that asks for yes or no."""
    return verdict(question.text, candidate.sentence.text, reading, candidate.told, question.analysis.predicate)


def without_others(read: Read, question: Question, others: Sequence[Read]) -> Read:
    """A sentence as sure as it is where only these others were read beside it."""
    logits = [other.reading.logit for other in others]
    margin = read.reading.logit - max(logits, default=read.reading.logit)
    evidence = read.evidence._replace(margin=margin)
    score = _score(question, read.candidate, read.reading, evidence, read.told)
    return dataclasses.replace(read, evidence=evidence, score=score)


def evidence_of(found: Sequence[Candidate], readings: Sequence[Reading]) -> Iterator[Evidence]:
    """What speaks for each of some candidates."""
    rules = [NO_RULES if c.match is None else min(max(c.match.score, NO_RULES), MOST_RULES) for c in found]
    logits = [reading.logit for reading in readings]
    for at, (candidate, reading) in enumerate(zip(found, readings, strict=True)):
        other = max((logit for place, logit in enumerate(logits) if place != at), default=min(logits[0], ALONE))
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
